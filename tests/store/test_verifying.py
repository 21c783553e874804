# ruff: noqa: S608 - the words of these statements are those of this file
"""What `verify` finds: each kind of damage is told in its place, and what can be read all the same is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from difftool import document
from difftool.model.verification import Checked, Part, Verification
from difftool.store import Store, contents, verifying
from difftool.store.contents import digest_of, pack
from difftool.store.rows import added
from difftool.store.verifying import Step, verified
from shelf import Copy, copies, verification

LAW, OTHER = "law 0", "law 1"
TEXTS = copies(2, 3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a store of two documents with three versions each, whose bytes are not those of their texts."""
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        for one in TEXTS:
            one.put(store)
        for name in (LAW, OTHER):
            store.history(name)
            store.view(name)
    return path


def change(path: Path, *statements: str) -> None:
    """Change a store as no tool would."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        db.execute(statement)
    db.close()


def told(found: Verification) -> dict[str, list[str]]:
    """List what is damaged, by place."""
    places = dict.fromkeys(one.place for one in found.damage)
    return {place: [one.cause for one in found.damage if one.place == place] for place in places}


def lost(found: Verification) -> dict[str, list[tuple[int, str]]]:
    """List what cannot be read, by document."""
    return {one.name: [(each.version, each.part.value) for each in one.lost] for one in found.documents}


def test_a_sound_store_is_sound_counted_and_left_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    size = sum(len(one.text.encode()) + len(one.content) for one in TEXTS)
    assert verification(path) == Verification(str(path), Checked(2, 6, 6, 4, 12, size))
    assert path.read_bytes() == before


def test_an_empty_store_is_sound(tmp_path: Path) -> None:
    Store.open(tmp_path / "store.db").close()
    assert verification(tmp_path / "store.db").is_sound


OF = "lineage = 1 AND "
MISSING = "versions, sightings or labels of a document are missing"
# A change; what is told, by place; of the first document: why its history cannot be told, and what is lost.
DAMAGE: dict[str, tuple[str, dict[str, list[str]], str, list[tuple[int, str]]]] = {
    "a label's version": (
        f"UPDATE label SET version = 2 WHERE {OF} name = 'edition 0'",
        {"label": ["rows that are not what was put in: 1 of 4"]},
        "a label is not what was put in",
        [],
    ),
    "a label's name": (
        f"UPDATE label SET name = 'x' WHERE {OF} name = 'edition 0'",
        {"label": ["rows that are not what was put in: 1 of 4"]},
        "a label is not what was put in",
        [],
    ),
    "a label gone": ("DROP TRIGGER label_gone; DELETE FROM label WHERE lineage = 1", {"schema": [""]}, MISSING, []),
    "a viewing's version": (
        "UPDATE viewing SET version = 1 WHERE lineage = 1",
        {"viewing": ["rows that are not what was put in: 1 of 2"]},
        "a viewing is not what was put in",
        [],
    ),
    "a viewing of nothing": (
        "UPDATE viewing SET version = 9 WHERE lineage = 1",
        {
            "viewing": ["a row refers to a version that is not there", "rows that are not what was put in: 1 of 2"],
        },
        "a viewing is not what was put in",
        [],
    ),
    "a sighting's moment": (
        f"UPDATE sighting SET seen = '2020' WHERE {OF} version = 2",
        {"sighting": ["rows that are not what was put in: 1 of 6"]},
        "a sighting is not what was put in",
        [(2, "text")],
    ),
    "the order of sightings": (
        f"UPDATE sighting SET id = 99 WHERE {OF} version = 2",
        {"sighting": ["rows that are not what was put in: 1 of 6", "the last one is number 99, and 6 is noted"]},
        "a sighting is not what was put in",
        [(2, "text")],
    ),
    "a tally": ("UPDATE lineage SET tally = tally + 1 WHERE id = 1", {}, MISSING, []),
    "a document's name": (
        f"UPDATE lineage SET name = '{LAW}x' WHERE id = 1",
        {"lineage": ["rows that are not what was put in: 1 of 2"]},
        "a lineage is not what was put in",
        [(1, "text"), (2, "text"), (3, "text")],
    ),
    "a version's length": (
        f"UPDATE version SET characters = 7 WHERE {OF} number = 2",
        {"version": ["rows that are not what was put in: 1 of 6"]},
        "a version is not what was put in",
        [(2, "text")],
    ),
    "a version gone": (
        f"DELETE FROM version WHERE {OF} number = 2",
        {
            "sighting": ["a row refers to a version that is not there"],
        },
        "a version was never seen",
        [(2, "text")],
    ),
    "a text's bytes": (
        f"UPDATE content SET packed = zeroblob(9) WHERE digest = (SELECT text FROM version WHERE {OF} number = 3)",
        {"content": [""]},
        "",
        [(3, "text")],
    ),
    "a text gone": (
        f"DELETE FROM content WHERE digest = (SELECT text FROM version WHERE {OF} number = 3)",
        {
            "version": ["a row refers to a content that is not there"],
            "comparison": ["a row refers to a content that is not there"],
        },
        "",
        [(3, "text")],
    ),
    "a text packed against itself": (
        f"UPDATE content SET base = digest WHERE digest = (SELECT text FROM version WHERE {OF} number = 3)",
        {"content": [""]},
        "",
        [(3, "text")],
    ),
    "the bytes of a file": (
        f"UPDATE content SET packed = zeroblob(9) WHERE digest = (SELECT raw FROM sighting WHERE {OF} version = 3)",
        {"content": [""]},
        "",
        [(3, "original")],
    ),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_is_told_in_its_place_and_the_rest_is_read(path: Path, what: str) -> None:
    statements, places, history, gone = DAMAGE[what]
    change(path, *statements.split("; "))

    found = verification(path)

    causes = told(found)
    assert {place: causes[place] if any(wanted) else [""] for place, wanted in places.items()} == places
    assert set(causes) - {"file"} == set(places)
    (document_,) = found.documents
    assert document_.name in {LAW, f"{LAW}x"}
    assert document_.history == history
    assert [(one.version, one.part.value) for one in document_.lost] == gone
    texts = {one for one, part in gone if part == Part.TEXT}
    assert document_.readable == tuple(number for number in (1, 2, 3) if number not in texts)
    with Store.open(path) as store:
        for number in document_.readable:
            assert store.version(f"{LAW}@{number}").text == TEXTS[number - 1].text
        assert store.version(OTHER).text == TEXTS[5].text
        assert len(store.history(OTHER).states) == 3


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("DROP INDEX sighting_by_raw", "sighting"),
        ("DROP TRIGGER version_added", "version"),
        ("ALTER TABLE label ADD COLUMN more TEXT", "label"),
        ("CREATE TABLE more (a)", "more"),
        ("CREATE VIEW more AS SELECT 1", "more"),
    ],
)
def test_tables_that_are_not_those_of_the_schema_are_damage(path: Path, statement: str, table: str) -> None:
    change(path, statement)
    assert told(verification(path)) == {"schema": [f"the table {table} is not as it was made"]}


@pytest.mark.parametrize("number", ["0", "9223372036854775807", "'x'"])
def test_a_lost_count_of_sightings_is_damage(path: Path, number: str) -> None:
    change(path, f"UPDATE sqlite_sequence SET seq = {number}")
    assert list(told(verification(path))) == ["sighting"]


NOTES = {
    "kept counts": (
        "UPDATE comparison SET counts = '{}'",
        "the kept counts of 4 of 4 comparisons are damaged, and will be made anew",
    ),
    "signs": (
        "DELETE FROM sketch WHERE lineage = 2",
        "the signs by which copies are found are not those of the texts in 1 of 2 documents",
    ),
    "a text of nobody": (
        f"INSERT INTO content VALUES (x'{digest_of(b'x').hex()}', 1, NULL, 0, x'{pack(b'x').hex()}')",
        "no version has 1 of the contents",
    ),
}


@pytest.mark.parametrize("what", NOTES)
def test_what_can_be_made_anew_or_harms_nothing_is_a_note(path: Path, what: str) -> None:
    statement, note = NOTES[what]
    change(path, statement)
    found = verification(path)
    assert found.is_sound
    assert found.notes == (note,)
    with Store.open(path) as store:
        assert [state.delta and state.delta.changes for state in store.history(LAW).states] == [1, 1, None]


@pytest.mark.parametrize(("content", "characters"), [(b"\xff\xfe", 1), ("文".encode(), 2)])
def test_a_text_that_is_none_or_of_another_length_is_damage_under_the_right_seal(
    tmp_path: Path, content: bytes, characters: int
) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store, store.at_work() as db:
        store.track(document("一"), "law")
        digest = contents.kept(db, content)
        added(db, "version", (1, 2, digest, characters, None))
        cells = (1, 2, digest, "", "", "text/plain", "utf-8", "[]", "2026-01-01T00:00:00Z", None, 1)
        added(db, "sighting", cells)
    found = verification(path)
    assert lost(found) == {"law": [(2, "text")]}
    assert found.documents[0].readable == (1,)


def test_a_damaged_text_takes_along_what_is_packed_against_it_and_no_other(path: Path) -> None:
    change(
        path, f"UPDATE content SET packed = zeroblob(9) WHERE digest = (SELECT text FROM version WHERE {OF} number = 2)"
    )
    assert lost(verification(path)) == {LAW: [(2, "text"), (3, "text")]}


def test_each_content_is_unpacked_once_however_long_the_chain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        for one in copies(1, 70):
            Copy(one.name, one.text).put(store)
    unpack, calls = contents.unpack, list[bytes]()

    def counted(packed: bytes, size: int, base: bytes, digest: bytes) -> bytes:
        calls.append(digest)
        return unpack(packed, size, base, digest)

    monkeypatch.setattr(contents, "unpack", counted)
    found = verification(path)
    assert found.checked.contents == 140
    assert len(calls) == 140


def test_little_memory_gives_the_same_answer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(
        path, f"UPDATE content SET packed = zeroblob(9) WHERE digest = (SELECT text FROM version WHERE {OF} number = 2)"
    )
    whole = verification(path)
    monkeypatch.setattr(verifying, "_NEAR", 0)
    monkeypatch.setattr(verifying, "_FEW", 1)
    assert verification(path) == whole


def test_signs_of_many_texts_are_not_all_checked_and_that_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "_SIGNED", 1)
    assert verification(path).notes == ("the signs by which copies are found were not checked in 1 of 2 documents",)


def test_a_store_is_read_as_of_one_moment_while_others_write(path: Path) -> None:
    def following(steps: Iterable[Step], count: int) -> Iterable[Step]:
        assert count == 6
        for at, step in enumerate(steps):
            with Store.open(path) as other:
                other.track(document(f"{TEXTS[0].text}{at}"), LAW)
                other.forget(f"{OTHER}@{at}") if at in {1, 2} else None
            yield step

    with Store.open(path) as store, store.at_work() as db:
        found = verified(db, str(path), following)
    assert found.is_sound
    assert found.checked.versions == 6
    assert verification(path).checked.versions == 10


def test_names_that_are_lost_or_no_text_are_told(path: Path) -> None:
    change(path, "UPDATE lineage SET name = CAST(x'ff41' AS TEXT) WHERE id = 1")
    found = verification(path)
    assert lost(found) == {"\ufffdA": [(1, "text"), (2, "text"), (3, "text")]}
    assert found.documents[0].history == "the document is not found by its name"
    change(path, "DELETE FROM lineage WHERE id = 1")
    found = verification(path)
    assert lost(found) == {"": [(1, "text"), (2, "text"), (3, "text")]}
    assert found.documents[0].history == "the name of the document is lost"
