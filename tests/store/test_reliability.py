"""Several processes at once on one store: nothing is lost, nothing is there twice, whoever made the file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from difftool.store import Store, opening
from difftool.store.locking import steady
from shelf import Copy, Crew, copies, held, verification

EACH = 5  # texts that a process tracks


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(8) as hands:
        yield hands


def shares(processes: int, *, one: bool, common: bool) -> list[list[Copy]]:
    """Make texts for each process: of one document or each of its own, and one text that all of them have."""
    found = [copies(1, EACH, seed=at) for at in range(processes)]
    if common:
        found = [[*share[:2], found[0][4]._replace(label=""), *share[3:]] for share in found]
    return [
        [copy._replace(name="law" if one else f"law {at}", label="") for copy in share]
        for at, share in enumerate(found)
    ]


@pytest.mark.parametrize("processes", [2, 8])
@pytest.mark.parametrize("one", [True, False], ids=["one document", "each its own"])
@pytest.mark.parametrize("common", [True, False], ids=["a common text", "no common text"])
def test_processes_that_track_into_one_store_lose_nothing(
    crew: Crew, tmp_path: Path, processes: int, *, one: bool, common: bool
) -> None:
    path = tmp_path / "store.db"
    work = shares(processes, one=one, common=common)

    assert crew.track(path, work) == [""] * processes

    with Store.open(path) as store:
        found = held(store)
    for name, versions in found.items():
        texts = {copy.text for share in work for copy in share if copy.name == name}
        assert {version.text for version in versions.values()} == texts, "a text is lost"
        assert list(versions) == list(range(1, len(texts) + 1)), "a text is there twice, or a number was left out"
        assert all(version.original == version.text.encode("gb18030") for version in versions.values())
    assert set(found) == {copy.name for share in work for copy in share}
    assert sum(version.sightings for versions in found.values() for version in versions.values()) == processes * EACH
    assert verification(path).is_sound


def test_processes_that_make_one_store_at_the_same_time_make_one(crew: Crew, tmp_path: Path) -> None:
    work = shares(8, one=False, common=False)
    for at in range(12):
        path = tmp_path / f"{at}" / ".difftool" / "store.db"
        assert crew.track(path, [share[:1] for share in work]) == [""] * 8
        with Store.open(path) as store:
            assert {one.name for one in store.names()} == {f"law {at}" for at in range(8)}
        assert verification(path).is_sound


def test_what_is_forgotten_while_others_track_it_is_gone_or_there_as_a_whole(crew: Crew, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    law = [[copy._replace(label="") for copy in copies(1, 12, seed=7)] for _ in range(3)]
    law = [[copy._replace(name="law") for copy in share] for share in law]
    others = [[copy._replace(label="") for copy in copies(4, 5, seed=8)]]

    assert crew.track(path, [*law, *others], forgetting=["law"]) == [""] * 4

    found = verification(path)
    assert found.is_sound
    assert found.notes == (), "a text is left that no version has"
    with Store.open(path) as store:
        assert {name: len(versions) for name, versions in held(store).items() if name != "law"} == {
            f"law {at}": 5 for at in range(4)
        }
    assert crew.track(path, law) == [""] * 3
    with Store.open(path) as store:
        assert {version.text for version in held(store)["law"].values()} == {copy.text for copy in law[0]}


def test_a_moment_in_which_a_store_is_busy_is_waited_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # SQLite itself does not wait where two processes turn to a log at once.
    connect, met = opening._connected, list[str]()  # noqa: SLF001 - it cannot be brought about at will

    def busy(path: Path, how: str, *, create: bool) -> sqlite3.Connection:
        met.append(how)
        if len(met) < 4:
            failure = sqlite3.OperationalError("database is locked")
            failure.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise failure
        return connect(path, how, create=create)

    monkeypatch.setattr(opening, "_connected", busy)
    Store.open(tmp_path / "store.db").close()
    assert len(met) == 4


def test_what_is_forgotten_while_another_process_reads_does_not_wait_for_it(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store, Store.open(path) as reader, reader.at_work() as db:
        for copy in copies(1, 2):
            copy.put(store)
        with steady(db):
            assert list(held(reader)) == ["law 0"]
            begin = time.monotonic()
            store.forget("law 0")
            assert time.monotonic() - begin < 10
            assert list(held(reader)) == ["law 0"]
        assert list(held(reader)) == []
