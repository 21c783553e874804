"""The door of the store, while another hand writes to the same file between any two of its questions."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from unhurried import hurried

from difftool import Document, Kind, Settings, document
from difftool.errors import DifftoolError, RefusedChange, UnknownVersion
from difftool.store import Store
from difftool.store.contents import digest_of

NOW = datetime(2026, 11, 22, 18, 5, 36, tzinfo=UTC)
TEXTS = [f"第一条　各地机关依法加强档案管理，接受群众监督。\n第二条　共{at}个部门。" for at in range(6)]
Deed = Callable[[Store], object]
Hands = Callable[[], AbstractContextManager[tuple[Store, Store]]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store with a document of three versions and another of one, to be copied."""
    path = tmp_path_factory.mktemp("made") / "store.db"
    with Store.open(path) as store:
        for at in range(3):
            store.track(document(TEXTS[at]), "law", now=NOW)
        store.track(document("另一份文件。"), "other", now=NOW)
        store.view("law@2", NOW)
        store.history("law")
    return path


# What one hand asks or does, and what another does meanwhile.
ASKED: dict[str, Deed] = {
    "names": Store.names,
    "history": lambda store: store.history("law"),
    "history anew": lambda store: store.history("law", Settings(ignore=(Kind.NUMBER,))),
    "states": lambda store: store.states("law"),
    "viewed": lambda store: store.viewed("law"),
    "newest": lambda store: store.version("law"),
    "version": lambda store: store.version("law@3"),
    "original": lambda store: store.original("law@3"),
    "loss": lambda store: store.loss("law@3"),
    "view": lambda store: store.view("law@3", NOW),
    "tag": lambda store: store.tag("law@3", "draft"),
    "rename": lambda store: store.rename("law", "act"),
    "track": lambda store: store.track(document(TEXTS[4]), "law", label="draft", now=NOW),
    "track a known text": lambda store: store.track(document(TEXTS[1]), "law", path="b.txt", now=NOW),
    "track a new document": lambda store: store.track(document(TEXTS[4], "new"), now=NOW),
    "forget a version": lambda store: store.forget("law@3"),
    "forget a document": lambda store: store.forget("law"),
}
MEANWHILE: dict[str, Deed] = {
    "another version": lambda store: store.track(document(TEXTS[5]), "law", now=NOW),
    "the same text": lambda store: store.track(document(TEXTS[4]), "law", now=NOW),
    "the new document": lambda store: store.track(document(TEXTS[5]), "new", now=NOW),
    "a label": lambda store: store.tag("law@1", "draft"),
    "another name": lambda store: store.rename("law", "code"),
    "a version is forgotten": lambda store: store.forget("law@3"),
    "the document is forgotten": lambda store: store.forget("law"),
    "it is forgotten and another has its number": lambda store: (
        store.forget("other"),
        store.forget("law"),
        [store.track(document(f"第{at}份文件。"), "third", now=NOW) for at in "三四五六"],
    ),
}


@pytest.fixture
def hands(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Give two hands on a fresh copy of the store, as often as they are asked for."""
    # Both are of one thread: none would ever be done while the other one waits for it.
    monkeypatch.setattr("difftool.store.locking.PATIENCE", 0.0)
    monkeypatch.setattr("difftool.store.locking._BREATH", 0)
    monkeypatch.setattr("difftool.store.opening.PATIENCE", 0.0)
    counted = count()

    @contextmanager
    def lent() -> Iterator[tuple[Store, Store]]:
        path = tmp_path / f"{next(counted)}.db"
        shutil.copy(made, path)
        with Store.open(path) as one, Store.open(path) as other:
            yield hurried(one), hurried(other)

    return lent


def watched(store: Store, asked: Deed, look: Callable[[str], None]) -> object:
    """Ask, let `look` see each statement before it runs, and give the answer or the error."""
    with store.at_work() as db:
        db.set_trace_callback(look)
        try:
            return asked(store)
        except DifftoolError as error:
            return error
        finally:
            db.set_trace_callback(None)


def moments(statements: list[str]) -> Iterator[int]:
    """List the numbers of the questions between which another hand may write."""
    is_writing = False
    for at, statement in enumerate(statements):
        if statement.startswith(("SELECT", "BEGIN IMMEDIATE", "PRAGMA wal_checkpoint")) and not is_writing:
            yield at
        is_writing = (is_writing or statement == "BEGIN IMMEDIATE") and statement != "COMMIT"


# What touches only some of the questions, and those it touches.
BESIDE = {
    "the same text": {"track", "track a new document"},
    "the new document": {"track a new document"},
    "a label": {"tag", "track", "rename"},
    "the document is forgotten": set(list(ASKED)[9:]),
}
PAIRS = [(one, other) for one in ASKED for other in MEANWHILE if one in BESIDE.get(other, ASKED)]


@pytest.mark.parametrize(("asked", "meanwhile"), PAIRS)
def test_an_answer_is_that_of_one_moment_whatever_happens_meanwhile(hands: Hands, asked: str, meanwhile: str) -> None:
    statements: list[str] = []
    with hands() as (store, _):
        watched(store, ASKED[asked], statements.append)
    between = list(moments(statements))
    assert len(between) > 1
    for moment in between:
        with hands() as (store, other):
            coming = iter([*[lambda _: None] * moment, MEANWHILE[meanwhile]])
            done: list[bool] = []

            def look(_: str, coming: Iterator[Deed] = coming, other: Store = other, done: list[bool] = done) -> None:
                deed = next(coming, None)
                if deed:
                    deed(other)
                    done.append(True)

            answer = watched(store, ASKED[asked], look)
            check(store, asked, meanwhile, answer, is_done=len(done) > moment)


def check(store: Store, asked: str, meanwhile: str, answer: object, *, is_done: bool) -> None:
    there = whole(store)
    if isinstance(answer, DifftoolError):
        # What was asked for is gone by now, or its label given away; nothing is damaged.
        assert isinstance(answer, UnknownVersion | RefusedChange), answer
        assert is_done
        return
    if asked in {"newest", "version"}:
        assert isinstance(answer, Document)
        assert answer.text in (TEXTS if asked == "newest" else TEXTS[2:3])
    if asked == "original":
        assert answer == TEXTS[2].encode()
    gone = meanwhile in {"the document is forgotten", "it is forgotten and another has its number"}
    if asked.startswith("track") and not gone:
        assert TEXTS[1 if "known" in asked else 4] in there
    if is_done and meanwhile == "a label" and "forget" not in asked:
        assert next("draft" in state.labels for state in store.states("act" if asked == "rename" else "law"))
    if is_done and meanwhile == "another version" and "forget" not in asked:
        assert TEXTS[5] in there


def whole(store: Store) -> set[str]:
    """Read all texts, and check that contents are those in use, and that no row points nowhere."""
    texts: set[str] = set()
    raw: set[bytes] = set()
    for one in store.names():
        for state in store.states(one.name):
            texts.add(store.version(f"{one.name}@{state.version}").text)
            raw.add(store.original(f"{one.name}@{state.version}"))
    with store.at_work() as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        held = {digest for (digest,) in db.execute("SELECT digest FROM content")}
    assert held == {digest_of(content) for content in raw | set(map(str.encode, texts))}
    return texts


ASKED_WITHOUT_TEXT = ("names()", "states('law')", "history('law')", "viewed('law')", "view('law')", "loss('law')")


@pytest.mark.parametrize("asked", [*ASKED_WITHOUT_TEXT, "version('law')", "track(document('甲'), 'law')"])
def test_what_unpacks_texts_is_loaded_only_where_a_text_is_read(made: Path, tmp_path: Path, asked: str) -> None:
    shutil.copy(made, tmp_path / "store.db")
    said = (
        f"import sys; from difftool import document; from difftool.store import Store; Store.open('store.db').{asked}"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{said}; print('zstandard' in sys.modules)"],
        check=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.stdout == f"{asked not in ASKED_WITHOUT_TEXT}\n"
