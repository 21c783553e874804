"""What leaves a store comes back from it: byte for byte, in any store, and without what cannot be read."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from jsonschema import Draft202012Validator
from storehouse import BEGIN, ENCODINGS, LONG, NAMES, TEXTS, Act, into, out, played, plays, stores

from difftool import __version__, document
from difftool.errors import DamagedStore, UnknownVersion, UnusableStore
from difftool.store import Store, exchange
from difftool.store.exporting import Wanted, exported
from difftool.store.resolving import lineage_named
from difftool.store.verifying import verified
from prose import sentence


def told(store: Store) -> list[object]:
    """Gather all that a store says of its documents, and every byte that was put in."""
    found: list[object] = []
    for one in store.names():
        numbers = sorted({state.version for state in store.states(one.name)})
        versions = [
            (store.version(f"{one.name}@{number}"), store.original(f"{one.name}@{number}")) for number in numbers
        ]
        found.append((one, store.states(one.name), store.viewed(one.name), versions))
    return found


def is_readable(store: Store, spelled: str, text: str) -> bool:
    """Tell whether a store gives a version and its bytes."""
    with suppress(DamagedStore, UnknownVersion):
        return store.version(spelled).text == text and bool(store.original(spelled))
    return False


def packed(store: Store) -> list[object]:
    """List how the contents of a store are packed."""
    with store.at_work() as db:
        return db.execute("SELECT digest, size, base, depth, length(packed) FROM content ORDER BY digest").fetchall()


def test_every_line_of_an_export_is_of_the_schema(tmp_path: Path) -> None:
    schema = json.loads(Path(exchange.__file__).with_name("export.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    valid = Draft202012Validator(schema)
    with stores(tmp_path, "one.db") as (store,):
        played(store, [Act(name, TEXTS[at % len(TEXTS)], ENCODINGS[at % 4]) for at, name in enumerate(NAMES)])
        played(store, [Act("law.txt", f"{LONG}{at}", date="2016", source="me", label=f"at {at}") for at in range(3)])
        played(store, [Act("law.txt", f"{LONG}!", views=True), Act("law.txt", "?", forgets=True)])
        text = "\n".join(sentence(random.Random(at)) for at in range(9))
        _ = [store.track(document(f"{text}{sign}"), path=f"{at}.txt") for at, sign in enumerate(".!")]
        lines = list(map(json.loads, out(store).splitlines()))
    assert {line.get("type") for line in lines} == {None, *exchange.TYPES, "content", "end"}
    for line in lines:
        valid.validate(line)
        for key in line:
            assert not valid.is_valid({name: cell for name, cell in line.items() if name != key}), line
            assert not valid.is_valid(line | {key: [None]}), line
        assert not valid.is_valid(line | {"more": 1})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plays)
@example([Act(name, TEXTS[at % len(TEXTS)], ENCODINGS[at % 4]) for at, name in enumerate(NAMES)])
@example([Act("law.txt", text, path="law.txt") for text in (TEXTS[1], TEXTS[2], TEXTS[1], TEXTS[1])])
def test_what_was_exported_and_imported_is_exported_again_byte_for_byte(acts: list[Act]) -> None:
    with TemporaryDirectory() as folder, stores(folder, "one.db", "other.db") as (one, other):
        played(one, acts)
        export = out(one)
        found = into(other, export)
        assert out(other) == export
        assert told(other) == told(one)
        if not any(act.forgets for act in acts):
            assert packed(other) == packed(one), "an imported store is packed as a tracked one is"
        assert found.documents == len(one.names())
        with other.at_work() as db:
            assert verified(db, "other.db").is_sound
        assert tuple(into(other, export)) == (0, 0, 0, 0)
        assert out(other) == export


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plays)
def test_each_document_can_be_exported_by_itself(acts: list[Act]) -> None:
    with TemporaryDirectory() as folder, stores(folder, "one.db", "other.db") as (one, other):
        played(one, acts)
        names = [lineage.name for lineage in one.names()]
        for name in reversed(names):
            chosen = lineage_named(one.meant(name)).lineage
            assert into(other, out(one, Wanted((chosen, chosen)))).documents == 1
        assert told(other) == told(one)


def test_an_export_tells_everything_once_and_nothing_of_the_store_itself(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db") as (store,):
        played(store, [Act("a.txt", LONG, "gb18030", "2016"), Act("b.txt", LONG), Act("a.txt", LONG, views=True)])
        header, *lines, end = map(json.loads, out(store).splitlines())
    assert header["schema"] == "difftool.store/1"
    assert (header["concealed"], header["counts"]["sighting"]) == (False, 3)
    assert [line["type"] for line in lines] == [
        *("lineage", "content", "version", "content", "sighting"),
        *("lineage", "version", "sighting", "sighting", "label", "viewing"),
    ]
    assert lines[1]["text"] == LONG
    assert set(lines[3]) == {"type", "sha256", "base64"}
    assert {key for line in lines for key in line} & {"id", "seal", "tally", "packed", "base", "depth"} == set()
    assert end["lines"] == 12


def test_an_export_is_of_one_moment(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db", "one.db", "other.db") as (one, hand, other):
        played(one, [Act("a.txt", LONG), Act("a.txt", LONG + "。")])
        with one.at_work() as db:
            lines = exported(db, __version__)
            begun = [next(lines)]
            played(hand, [Act("a.txt", "later"), Act("b.txt", "later")], BEGIN)
            into(other, b"".join([*begun, *lines]))
        assert [lineage.name for lineage in other.names()] == ["a.txt"]
        assert len(one.names()) == 2


@pytest.fixture
def damaged(tmp_path: Path) -> Store:
    """Give a store of which one text, the bytes of another and a label are damaged."""
    file = tmp_path / "store.db"
    with Store.open(file) as store:
        unlike = [random.Random(at).randbytes(400).hex() for at in range(4)]
        played(store, [Act("a.txt", text, label=f"v{at}") for at, text in enumerate(unlike)])
        played(store, [Act("b.txt", text, "utf-16", path="b") for text in unlike[:2]])
        text, raw = (store.states(name)[1].sighting.sha256 for name in ("a.txt", "b.txt"))
    db = sqlite3.connect(file)
    for digest in (text, raw):
        db.execute(
            "UPDATE content SET packed = zeroblob(9), base = NULL, depth = 0 WHERE hex(digest) = upper(?)", (digest,)
        )
    db.execute("UPDATE label SET seal = 1 WHERE name = 'v2'")
    db.commit()
    db.close()
    return Store.open(file)


def test_a_damaged_store_is_not_exported(damaged: Store) -> None:
    with damaged, pytest.raises(DamagedStore):
        out(damaged)


def test_what_can_be_read_of_a_damaged_store_is_exported_and_the_rest_is_told(damaged: Store, tmp_path: Path) -> None:
    lost: list[str] = []
    with damaged, stores(tmp_path, "new.db") as (new,):
        into(new, out(damaged, Wanted(tell=lost.append)))
        assert [name.partition(": ")[0] for name in lost] == ["a.txt@2", "b.txt@2", "label v2 of a.txt"]
        for spelled in ("a.txt@1", "a.txt@3", "a.txt@4", "b.txt@1"):
            assert new.original(spelled) == damaged.original(spelled)
        assert [state.version for state in new.states("a.txt")] == [1, 3, 4]
        assert sorted(label for state in new.states("a.txt") for label in state.labels) == ["v0", "v3"]
        assert [state.version for state in new.states("b.txt")] == [1]


@pytest.mark.parametrize("table", ["sighting", "version", "label", "lineage"])
def test_a_store_without_a_row_is_not_exported_as_if_nothing_were_missing(tmp_path: Path, table: str) -> None:
    file = tmp_path / "store.db"
    with Store.open(file) as store:
        played(store, [Act("a.txt", text, label=f"l{text}") for text in ("one", "two")])
    db = sqlite3.connect(file)
    db.execute(f"DROP TRIGGER IF EXISTS {table}_gone")
    db.execute(f"DELETE FROM {table} WHERE {'id = 1' if table == 'sighting' else 'TRUE'}")  # noqa: S608 - of this list
    db.commit()
    db.close()
    lost: list[str] = []
    with Store.open(file) as store:
        with pytest.raises(DamagedStore):
            out(store)
        rest = out(store, Wanted(tell=lost.append))
    assert rest.count(b'"type":"version"') == {"sighting": 1, "label": 2}.get(table, 0)
    assert lost or table == "label", "that a label is gone is known of the document, but not of which"
    assert table != "sighting" or lost == ["a.txt@1: it was never seen"]


def test_an_imported_store_is_as_small_as_a_tracked_one(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db", "other.db") as (one, other):
        text = "".join(map(sentence, [random.Random(1)] * 400))
        played(one, [Act("a.txt", text[:at] + "!" + text[at:], "utf-16") for at in range(0, 5_000, 250)])
        into(other, out(one))
        for store in (one, other):
            with store.at_work() as db:
                ((size, raw),) = db.execute("SELECT sum(length(packed)), sum(size) FROM content").fetchall()
            assert size * 15 < raw


@pytest.mark.slow
def test_whatever_page_is_damaged_all_that_can_be_read_is_exported_whole(tmp_path: Path) -> None:
    chance, file, broken = random.Random(1), tmp_path / "store.db", tmp_path / "broken.db"
    with Store.open(file) as store:
        acts = [Act(f"{at}.txt", f"{at}\n{LONG}{chance.randbytes(200).hex()}", "gb18030", f"v{at}") for at in range(24)]
        played(store, acts)
        played(store, [act._replace(text=act.text.replace("条", "款"), label="") for act in acts])
        spelled = [f"{name.name}@{number}" for name in store.names() for number in (1, 2)]
        texts = {one: store.version(one).text for one in spelled}
        whole = out(store)
    content, complete, losses = file.read_bytes(), 0, 0
    for start in range(0, len(content), 4096):
        broken.write_bytes(content[:start] + chance.randbytes(4096) + content[start + 4096 :])
        lost: list[str] = []
        fresh = tmp_path / f"{start}.db"
        try:
            with Store.open(broken, create=False) as store:
                export = out(store, Wanted(tell=lost.append))
                readable = {one for one in spelled if is_readable(store, one, texts[one])}
        except (DamagedStore, UnusableStore):
            losses += 1  # the pages of the schema
            continue
        with Store.open(fresh) as new:
            into(new, export)
            there = {one for one in spelled if is_readable(new, one, texts[one])}
            counted = sum(lineage.versions for lineage in new.names())
        assert readable <= there
        assert counted == len(there), "no version is another than it was"
        assert lost or export == whole, "every loss is told"
        complete += export == whole
    assert losses < 8
    assert complete
