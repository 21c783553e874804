"""Tracking a text: what is kept of it, what it is compared with, and that what is refused leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unhurried import opened

from difftool import Document, compare, document, read
from difftool.errors import DifftoolError, InvalidSettings, RefusedChange
from difftool.model import Kind, Settings
from difftool.model.lineages import Outcome, delta
from difftool.store import Store

NOW = datetime(2026, 11, 22, 18, 5, 36, tzinfo=UTC)
BODY = "第一条　各地机关依法加强档案管理。\n第二条　共3个部门，接受群众监督。"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "store.db") as kept:
        yield kept


def rows(store: Store) -> dict[str, int]:
    """Count the rows of all tables."""
    with store.at_work() as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608 - its own


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_is_given_back_as_it_was_read_and_byte_for_byte(store: Store, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "法律.md"
    file.write_bytes(f"# 某某条例\r\n\r\n{BODY}\r\n".encode(encoding))
    store.track(file, source="https://example.org/法律")
    found, there = store.version("法律.md"), read(str(file))
    assert found == there._replace(name="法律.md@1")
    assert store.original("法律.md@1") == file.read_bytes()
    (state,) = store.states("法律.md")
    assert (state.sighting.path, state.sighting.source) == ("法律.md", "https://example.org/法律")


def test_the_same_text_in_other_bytes_is_one_version(store: Store) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16", "utf-8"):
        done = store.track(document(BODY), "law", content=BODY.encode(encoding))
    assert (done.version, done.outcome) == (1, Outcome.UNCHANGED)
    (state,) = store.states("law")
    assert state.sightings == 4
    assert store.original("law") == BODY.encode()
    assert rows(store)["content"] == 3


ODD = {
    "nothing": "",
    "white space": " \r\n\t\n",
    "NUL": "a\0b\0",
    "a lone surrogate": "a\ud800b",
    "ends of lines": "a\r\nb\rc\nd\u2028e\x85f",
    "clusters": "👩‍👧e\u0301\u202eא\ufeff",
    "one long line": "各地机关" * 50_000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_any_text_is_given_back(store: Store, text: str) -> None:
    store.track(document(text), "odd")
    store.track(document(f"{text}!"), "odd")
    assert [store.version(f"odd@{number}").text for number in (1, 2)] == [text, f"{text}!"]
    assert store.original("odd@1") == text.encode("utf-8", "surrogatepass")
    assert [state.characters for state in store.states("odd")] == [len(text), len(text) + 1]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(st.characters(), max_size=30), min_size=1, max_size=4), name=st.text(min_size=1))
def test_any_texts_under_any_name_are_given_back_or_refused(store: Store, texts: list[str], name: str) -> None:
    try:
        for text in texts:
            done = store.track(document(text), name)
            assert store.version(f"{name}@{done.version}").text == text
    except InvalidSettings as refused:
        assert "cannot be the name of a document" in str(refused)  # noqa: PT017 - most names are taken
        assert name not in {one.name for one in store.names()}


REFUSED: dict[str, dict[str, str]] = {
    "no name": {"name": " "},
    "a long name": {"name": "n" * 1001},
    "NUL in the name": {"name": "a\0"},
    "no Unicode in the name": {"name": "\udcff"},
    "a number for a label": {"label": "7"},
    "a mark in a label": {"label": "a@b"},
    "a line end in a label": {"label": "a\nb"},
    "a long label": {"label": "l" * 201},
    "a space around a label": {"label": " a"},
    "no date": {"date": "soon"},
    "a label of another version": {"label": "draft"},
}


@pytest.mark.parametrize("said", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_refused_leaves_nothing_behind(store: Store, said: dict[str, str]) -> None:
    store.track(document(BODY), "law", label="draft")
    before = rows(store)
    name, label, date = (said.get(one, "") for one in ("name", "label", "date"))
    with pytest.raises((InvalidSettings, RefusedChange)) as refused:
        store.track(document(f"{BODY}\n第三条　甲。"), name or "law", label=label, date=date)
    assert refused.value.hint
    assert rows(store) == before


def test_a_longest_name_and_label_are_taken(store: Store) -> None:
    name, label = "名" * 1000, "签" * 200
    store.track(document(BODY), name, label=label)
    assert store.version(f"{name}@{label}").text == BODY


@pytest.mark.parametrize("damage", [RuntimeError, KeyboardInterrupt])
def test_a_failure_on_the_way_leaves_nothing_behind(
    store: Store, monkeypatch: pytest.MonkeyPatch, damage: type[BaseException]
) -> None:
    store.track(document(BODY), "law")
    before = rows(store)

    def fail(*_: object) -> None:
        raise damage

    # The last of what is written.
    monkeypatch.setattr("difftool.store.comparing.remembered", fail)
    with pytest.raises(damage):
        store.track(document(f"{BODY}\n第三条　甲。"), "law")
    monkeypatch.undo()
    assert rows(store) == before
    assert store.track(document(f"{BODY}\n第三条　甲。"), "law").outcome is Outcome.ADDED
    assert rows(store)["version"] == before["version"] + 1


def test_a_text_is_compared_with_the_state_before_it_by_date(store: Store) -> None:
    texts = [BODY.replace("3", str(number)) for number in (3, 5, 7, 9)]
    for text, date, against in zip(texts, ("2016", "2020", "2018", "2012"), (None, 1, 1, None), strict=True):
        done = store.track(document(text), "law", date=date)
        assert (done.outcome, done.delta and done.delta.against) == (Outcome.ADDED, against)
    states = store.history("law").states
    assert [state.version for state in states] == [2, 3, 1, 4]
    for after, before in pairwise(states):
        left, right = (document(texts[state.version - 1]) for state in (before, after))
        assert after.delta == delta(compare(left, right), before.version)


def test_a_text_that_is_back_is_compared_with_what_it_takes_the_place_of(store: Store) -> None:
    one, other = document(BODY), document(BODY.replace("3", "5"))
    for at, text in enumerate((one, other, one)):
        done = store.track(text, "law", path="law.txt", now=NOW + timedelta(days=at))
    assert (done.outcome, done.delta) == (Outcome.RETURNED, delta(compare(other, one), 2))


def test_what_was_compared_is_not_compared_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        store.track(document(BODY.replace("3", str(number))), "law")
    before = store.history("law")

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("difftool.store.comparing.compare", never)
    assert store.history("law") == before
    with pytest.raises(AssertionError):
        store.history("law", Settings(ignore=(Kind.NUMBER,)))


def test_counts_are_those_of_the_settings_asked(store: Store) -> None:
    for number in range(2):
        store.track(document(BODY.replace("3", str(number))), "law")
    plain, (newest, _) = store.history("law").states[0], store.history("law", Settings(ignore=(Kind.NUMBER,))).states
    assert plain.delta
    assert newest.delta
    assert (plain.delta.changes, plain.delta.ignored) == (1, 0)
    assert (newest.delta.changes, newest.delta.ignored) == (0, 1)


def test_documents_share_what_is_equal_and_nothing_else(store: Store) -> None:
    for name in ("one", "other"):
        for number in (3, 5):
            store.track(document(BODY.replace("3", str(number))), name)
    assert {table: rows(store)[table] for table in ("content", "version", "comparison")} == {
        "content": 2,
        "version": 4,
        "comparison": 1,
    }
    store.tag("one@1", "draft")
    assert store.states("other")[0].labels == ()


def test_a_closed_store_says_so(store: Store) -> None:
    store.track(document(BODY), "law")
    store.close()
    with pytest.raises(DifftoolError) as told:
        store.names()
    assert "damaged" not in str(told.value)


def test_the_text_of_a_document_without_bytes_is_kept_in_utf_8(store: Store) -> None:
    given_name = Document("甲.txt", BODY, document(BODY).paragraphs, length=len(BODY), notes=("two bytes are no text",))
    done = store.track(given_name)
    assert done.name == "甲.txt"
    assert store.original("甲.txt") == BODY.encode()
    assert store.version("甲.txt").notes == ("two bytes are no text",)
