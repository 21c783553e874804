"""What a person writes to name a document or a version, and what is said where nothing or too much answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from unhurried import opened

from difftool import document
from difftool.errors import UnknownVersion
from difftool.store import Store
from difftool.store.contents import kept
from difftool.store.locking import written
from difftool.store.rows import added

TEXTS = [f"第一条　各地机关依法加强档案管理。\n第二条　共{at}个部门，接受群众监督。" for at in range(4)]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Give a store with three versions of one document, and some others; the current folder is the store's."""
    monkeypatch.chdir(tmp_path)
    with opened(tmp_path / "store.db") as kept:
        for at, label in enumerate(("2016", "draft", "")):
            kept.track(document(TEXTS[at]), "laws/law.txt", label=label)
        for name in ("laws/act.txt", "old/act.txt", "x@2", "y@draft"):
            kept.track(document(TEXTS[3]), name)
        yield kept


NAMED = {
    "laws/law.txt": ("laws/law.txt", 3),
    "laws/law.txt@1": ("laws/law.txt", 1),
    "laws/law.txt@2016": ("laws/law.txt", 1),
    "laws/law.txt@draft": ("laws/law.txt", 2),
    "law.txt": ("laws/law.txt", 3),
    "law.txt@draft": ("laws/law.txt", 2),
    "./laws/law.txt": ("laws/law.txt", 3),
    "laws/../laws/law.txt@1": ("laws/law.txt", 1),
    "laws/act.txt": ("laws/act.txt", 1),
    "x@2": ("x@2", 1),
    "x@2@1": ("x@2", 1),
    "y@draft": ("y@draft", 1),
}


@pytest.mark.parametrize("spelled", NAMED)
def test_a_version_is_found_by_its_number_its_label_or_its_path(store: Store, spelled: str) -> None:
    found = store.resolved(spelled)
    assert (found.name, found.version) == NAMED[spelled]
    name, number = NAMED[spelled]
    assert store.version(spelled).name == f"{name}@{number}"


def test_a_whole_path_is_found(store: Store, tmp_path: Path) -> None:
    assert store.resolved(f"{tmp_path}/laws/law.txt@2").spelled == "laws/law.txt@2"


UNKNOWN = {
    "lawx.txt": ("no document lawx.txt is tracked", "did you mean"),
    "nothing like it": ("no document nothing like it is tracked", "'difftool log' lists what is tracked"),
    "laws/law.txt@4": (
        "has no version 4: it has 3 versions, the newest is laws/law.txt@3",
        "difftool log laws/law.txt",
    ),
    "laws/law.txt@0": ("has no version 0", ""),
    "laws/law.txt@final": ("its labels are 2016, draft", ""),
    "laws/act.txt@2": ("it has one version, the newest is laws/act.txt@1", ""),
    "act.txt": ("act.txt may be laws/act.txt, old/act.txt", "write more of its name"),
    "laws/law.txt@-1": ("has no version -1", ""),
    f"laws/law.txt@{10**30}": ("has no version 1000", ""),
    "laws/law.txt@１": ("has no version １", ""),
    "": ("no document  is tracked", ""),
    "@1": ("no document @1 is tracked", ""),
    "a\0b": ("is tracked", ""),
}


@pytest.mark.parametrize("spelled", UNKNOWN)
def test_what_is_not_there_is_told_with_the_next_step(store: Store, spelled: str) -> None:
    message, hint = UNKNOWN[spelled]
    for asked in (store.version, store.original, store.loss, store.view, store.resolved):
        with pytest.raises(UnknownVersion) as told:
            asked(spelled)
        assert message in str(told.value)
        assert hint in told.value.hint
        assert told.value.hint


@pytest.mark.parametrize("number", range(7))
def test_more_than_a_few_documents_are_not_all_listed(store: Store, number: int) -> None:
    for at in range(number):
        store.track(document(f"{TEXTS[3]}{at}"), f"{at}/same.txt")
    if number == 1:
        assert store.resolved("same.txt").name == "0/same.txt"
        return
    with pytest.raises(UnknownVersion) as told:
        store.resolved("same.txt")
    assert str(told.value).endswith("4/same.txt and others") == (number > 5)


def test_a_number_that_is_also_a_label_is_refused(store: Store) -> None:
    store.track(document("0"), "many", label="1001")
    with store.at_work() as db, written(db):
        (lineage,) = db.execute("SELECT id FROM lineage WHERE name = 'many'").fetchone()
        text = kept(db, b"1000")
        added(db, "version", (lineage, 1001, text, 4, None))
        added(
            db, "sighting", (lineage, 1001, text, "", "", "text/plain", "utf-8", "[]", "2026-11-22T18:05:36Z", None, 1)
        )
    with pytest.raises(UnknownVersion, match="1001 is a version of many, and the label of version 1"):
        store.resolved("many@1001")
    store.untag("many", "1001")
    assert store.version("many@1001").text == "1000"


def test_a_name_that_may_be_a_version_of_another_document_is_told(store: Store) -> None:
    store.track(document(TEXTS[0]), "x")
    store.track(document(TEXTS[1]), "x")
    with pytest.raises(UnknownVersion, match="x@2 is the name of a document, and 2 may be a version of x") as told:
        store.version("x@2")
    assert "difftool rename x@2 NEW" in told.value.hint
    assert store.version("x@1").text == TEXTS[0]


def test_a_file_names_the_document_that_it_was_tracked_as(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text(TEXTS[3] + "！", "utf-8")
    store.track(file, "laws/law.txt")
    assert store.resolved("copy.txt").spelled == "laws/law.txt@4"
    assert store.resolved("copy.txt@draft").version == 2
    store.track(file, "other")
    with pytest.raises(UnknownVersion, match=r"copy\.txt was tracked as laws/law\.txt and as other"):
        store.resolved("copy.txt")
    # Its own name is what it is called first.
    store.track(file, "copy.txt")
    assert store.resolved("copy.txt").name == "copy.txt"


def test_only_a_document_can_be_asked_for_its_history(store: Store) -> None:
    for asked in (store.history, store.states, store.viewed):
        with pytest.raises(UnknownVersion, match=r"laws/law\.txt@1 is a version, and a document is wanted") as told:
            asked("laws/law.txt@1")
        assert told.value.hint == "name laws/law.txt"
