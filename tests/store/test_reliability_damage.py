"""A damaged file: never a wrong text, never a traceback, and what `verify` says of it is true.

Each page of a store is damaged in turn, in several ways; with small pages a store of few texts has trees of two levels.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from difftool import document
from difftool.errors import DamagedStore, UnusableStore
from difftool.store import Store
from difftool.store.contents import digest_of, pack
from shelf import Copy, copies, take_away, verification

TEXTS = copies(3, 3)
NAMES = sorted({one.name for one in TEXTS})
NUMBERS = range(1, 4)
# What a question to a store gives, and None where it says that it is damaged or cannot be used.
Answers = dict[str, object]


class Kept(NamedTuple):
    """Hold a store's file: as it is, as it was before the last text, and what it answers."""

    content: bytes
    before: bytes
    answers: Answers

    @property
    def page(self) -> int:
        """Give the bytes of a page (sqlite.org/fileformat2.html, 1.3.2)."""
        size = int.from_bytes(self.content[16:18], "big")
        return 65536 if size == 1 else size


def asked(path: Path) -> Answers:
    """Ask a store all that can be asked."""
    found: Answers = {}

    def ask(what: str, question: Callable[[], object]) -> None:
        try:
            found[what] = question()
        except (DamagedStore, UnusableStore):
            found[what] = None

    try:
        store = Store.open(path, create=False)
    except (DamagedStore, UnusableStore):
        return found
    with store:
        ask("names", store.names)
        for name in NAMES:
            ask(f"history of {name}", lambda name=name: store.history(name))  # type: ignore[misc]
            ask(f"file of {name}", lambda name=name: store.version(str(path.parent / f"{name}.txt")))  # type: ignore[misc]
            labels = [one.label for one in TEXTS if one.name == name and one.label]
            for spelled in (name, *(f"{name}@{one}" for one in (*NUMBERS, *labels))):
                ask(spelled, lambda spelled=spelled: store.version(spelled))  # type: ignore[misc]
                ask(f"bytes of {spelled}", lambda spelled=spelled: store.original(spelled))  # type: ignore[misc]
    return found


def made(path: Path, page: int) -> Kept:
    """Make a store with rows in every table, and pages of so many bytes."""
    before = b""
    for one in TEXTS:
        with Store.open(path) as store:
            one.put(store)
            if one == TEXTS[-1]:
                for name in NAMES:
                    store.history(name)
                    store.view(name)
        if page != int.from_bytes(path.read_bytes()[16:18], "big"):
            with sqlite3.connect(path, isolation_level=None) as db:
                db.execute("PRAGMA journal_mode = DELETE")
                db.execute(f"PRAGMA page_size = {page}")
                db.execute("VACUUM")
            db.close()
        if one != TEXTS[-1]:
            before = path.read_bytes()
    assert verification(path) == verification(path)._replace(damage=(), documents=(), notes=())
    answers = asked(path)
    assert None not in answers.values()
    return Kept(path.read_bytes(), before, answers)


@pytest.fixture(scope="module", params=[512, 4096], ids=["small pages", "large pages"])
def good(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return made(tmp_path_factory.mktemp("kept") / "store.db", request.param)


def turned(page: bytes, _kept: Kept, _at: int) -> Iterator[bytes]:
    yield bytes(byte ^ 0xFF for byte in page)


def one_bit(page: bytes, _kept: Kept, at: int) -> Iterator[bytes]:
    chance = random.Random(at)
    for _ in range(1 if len(page) < 4096 else 3):
        # The head of a page, with the places of its cells, takes few of its bits and decides most.
        place = chance.choice([chance.randrange(32), chance.randrange(len(page))])
        yield page[:place] + bytes([page[place] ^ 1 << chance.randrange(8)]) + page[place + 1 :]


def never_written(page: bytes, _kept: Kept, _at: int) -> Iterator[bytes]:
    yield bytes(len(page))


def written_before(_page: bytes, kept: Kept, at: int) -> Iterator[bytes]:
    yield kept.before[at : at + kept.page]


def written_elsewhere(page: bytes, kept: Kept, at: int) -> Iterator[bytes]:
    other = (at + kept.page) % len(kept.content)
    yield kept.content[other : other + len(page)]


def one_cell_twice(page: bytes, _kept: Kept, at: int) -> Iterator[bytes]:
    """Let a row stand in its neighbour's place, so that a tree is out of order (sqlite.org/fileformat2.html, 1.6)."""
    start = 100 if at == 0 else 0
    head = {2: 12, 5: 12, 10: 8, 13: 8}.get(page[start], 0)
    cells = int.from_bytes(page[start + 3 : start + 5], "big") if head else 0
    for cell in random.Random(at).sample(range(max(0, cells - 1)), min(cells // 2, 1)):
        place = start + head + 2 * cell
        first, second = page[place : place + 2], page[place + 2 : place + 4]
        yield page[:place] + second + second + page[place + 4 :]
        yield page[:place] + second + first + page[place + 4 :]


WAYS = [turned, one_bit, never_written, written_before, written_elsewhere, one_cell_twice]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.replace("_", " "))
def test_with_any_page_damaged_nothing_wrong_is_read_and_verify_tells_the_truth(
    tmp_path: Path, good: Kept, way: Callable[[bytes, Kept, int], Iterator[bytes]]
) -> None:
    path = tmp_path / "store.db"
    told = count = 0
    for at in range(0, len(good.content), good.page):
        page = good.content[at : at + good.page]
        for damaged in way(page, good, at):
            if not damaged or damaged == page:
                continue
            take_away(path)
            path.write_bytes(good.content[:at] + damaged + good.content[at + good.page :])
            where = f"page {at // good.page + 1} of {way.__name__}"
            told, count = told + held_against(path, good.answers, where), count + 1
    assert told > count / 4


def held_against(path: Path, good: Answers, where: str) -> bool:
    """Hold what can be read against what should be, and against what `verify` says, and give whether that is damage."""
    answers = asked(path)
    assert {what: one for what, one in answers.items() if one not in (None, good[what])} == {}, where
    try:
        found = verification(path)
    except (DamagedStore, UnusableStore):
        assert answers == {}, where
        return True
    if found.is_sound:
        assert answers == good, where
    listed = {one.name: one for one in found.documents}
    if listed.keys() <= set(NAMES):
        for name in NAMES:
            spelled = [f"{name}@{number}" for number in NUMBERS]
            readable = listed[name].readable if name in listed else tuple(NUMBERS)
            assert [one for one in spelled if answers.get(one)] == [f"{name}@{number}" for number in readable], where
            assert name in listed or answers[f"history of {name}"], where
    return not found.is_sound


@pytest.mark.parametrize("pages", [0, 1, 2, 9])
def test_a_file_that_was_cut_off_is_told(tmp_path: Path, good: Kept, pages: int) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(good.content[: len(good.content) - pages * good.page - 100])
    assert held_against(path, good.answers, "") or not pages


def test_a_damaged_text_is_made_whole_by_tracking_it_again(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    texts = [Copy("law", one.text) for one in copies(1, 4)]
    with Store.open(path) as store:
        for one in texts:
            one.put(store)
        with store.at_work() as db:
            db.execute("UPDATE content SET packed = zeroblob(length(packed)) WHERE depth = 0")
    assert verification(path).unreadable == 4

    with Store.open(path) as store:
        Copy("copy", texts[0].text).put(store)
    assert verification(path).is_sound


def test_nothing_is_packed_against_a_damaged_text(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    first, second, third = (Copy("law", one.text) for one in copies(1, 3))
    with Store.open(path) as store:
        for one in (first, second):
            store.track(document(one.text), "law")
        with store.at_work() as db:
            # It can be unpacked, and is another text.
            wrong = first.text.replace("第", "弟").encode()
            db.execute("UPDATE content SET packed = ? WHERE digest = ?", (pack(wrong), digest_of(first.text.encode())))
        store.forget("law@2")
        assert verification(path).unreadable == 1
        with pytest.raises(DamagedStore):
            store.track(document(third.text), "law")
        # Before all others, it is not compared.
        number = store.track(document(third.text), "law", date="1900").version
        assert store.version(f"law@{number}").text == third.text
        store.track(document(first.text), "law")
        assert [store.version(f"law@{one}").text for one in (1, number)] == [first.text, third.text]
    assert verification(path).is_sound
