"""Processes that are killed while they work: forked from one that has everything loaded, so that hundreds die quickly.

Run as a program it says on standard output, in JSON, what it found: `random FOLDER COUNT SEED` kills processes that
track at random moments, `commits` at random moments of their writing, `each FOLDER WORK` at every statement that one
piece of work gives to SQLite.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from difftool.errors import UnusableStore
from difftool.store import Store
from difftool.store.verifying import verified
from shelf import Copy, Held, copies, held, kept, take_away, wanted

DOCUMENTS, VERSIONS = 20, 5
LONGEST = 7  # texts that a process may track, and a part of the next one
MOST = 600  # one in seven leaves one
WAL_HEADER, FRAME_HEADER = 32, 24
AGAIN = 2  # texts that were tracked before and are tracked again, so that sightings are hit as well

Told = Callable[[], object]
TEXTS = copies(DOCUMENTS, VERSIONS)


class Death(NamedTuple):
    """Say how a process ended: how many texts it had tracked, and whether it was killed before it was done."""

    tracked: int
    killed: bool


def forked(work: Callable[[Told], None], after: int | None = None, share: float = 0) -> Death:
    """Fork a process that calls what it is given after each step of its work.

    Kill it `after` so many steps, once that share of the time of a step has gone by.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            work(lambda: os.write(writer, b"."))
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writer)
    begin, steps = time.perf_counter(), 0
    while steps < (after or 0) and os.read(reader, 1):
        steps += 1
    if after is not None:
        time.sleep(share * (time.perf_counter() - begin) / after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as told:
        steps += len(told.read())
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the work failed"
    return Death(steps, os.WIFSIGNALED(status))


def track(path: Path, texts: list[Copy], told: Told) -> None:
    with Store.open(path) as store:
        for one in texts:
            one.put(store)
            told()


def made(path: Path) -> Store | None:
    """Open a store, if it has tables by now."""
    if not path.exists():
        return None
    try:
        return Store.open(path, create=False)
    except UnusableStore as failure:
        if "is empty, and no store yet" in str(failure):
            return None
        raise


def proved(store: Store) -> None:
    """Prove that a store is sound, and that nothing was left behind in it."""
    with store.at_work() as db:
        found = verified(db, "")
    assert found.is_sound, found
    assert not found.notes, found.notes


def whole(path: Path, texts: list[Copy]) -> int:
    """Count the texts that are there, after a proof that the store is sound and each of them there as a whole."""
    store = made(path)
    if store is None:
        return 0
    with store:
        proved(store)
        there = kept(store)
    assert there == wanted(texts[: len(there)]), "a version is there in part"
    return len(there)


def at_random(folder: Path, count: int, seed: int) -> dict[str, object]:
    """Kill processes that track all texts, so many, and count only those that had tracked some and not all."""
    chance = random.Random(seed)
    places: list[int] = []
    uncounted = rounds = 0
    while len(places) < count:
        path, there = folder / f"{rounds}.db", 0
        while there < len(TEXTS) and len(places) < count:
            work = partial(track, path, TEXTS[max(0, there - AGAIN) :])
            death = forked(work, chance.randint(1, LONGEST), chance.random())
            there = whole(path, TEXTS)
            if death.killed and death.tracked and there < len(TEXTS):
                places.append(there)
            else:
                uncounted += 1
        track(path, TEXTS, bool)
        assert whole(path, TEXTS) == len(TEXTS)
        with Store.open(path) as store:
            texts = sorted((name, one.text) for name, versions in held(store).items() for one in versions.values())
        assert texts == sorted((one.name, one.text) for one in TEXTS)
        take_away(path)
        rounds += 1
    return {"killed": len(places), "places": sorted(set(places)), "rounds": rounds, "uncounted": uncounted}


def at_commits(folder: Path, count: int, seed: int) -> dict[str, object]:
    """Kill processes while SQLite writes what they tracked, until so many left a transaction that is half written."""
    chance = random.Random(seed)
    path, torn, killed = folder / "commits.db", 0, 0
    texts = [Copy(f"large {at}", "".join(map(chr, chance.choices(range(0x4E00, 0x9FA6), k=12_000)))) for at in range(9)]
    there = 0
    while torn < count and killed < MOST:
        killed += forked(partial(cut_off, path, texts[there : there + 2], chance.random())).killed
        torn += is_torn(path)
        there = whole(path, texts)
        if there > len(texts) - 2:
            take_away(path)
            there = 0
    return {"killed": killed, "torn": torn}


def cut_off(path: Path, texts: list[Copy], share: float, told: Told) -> None:
    """Track two texts, and die while the second is written, after a share of the time that the first one took."""
    begin = seconds = 0.0

    def die(statement: str) -> None:
        nonlocal begin
        if statement.startswith("COMMIT"):
            begin = time.perf_counter()
            signal.setitimer(signal.ITIMER_REAL, share * seconds)  # nobody hears it, so that it kills

    with Store.open(path) as store, store.at_work() as db:
        db.set_trace_callback(die)
        for one in texts:
            one.put(store)
            told()
            seconds = time.perf_counter() - begin
        signal.setitimer(signal.ITIMER_REAL, 0)


def is_torn(path: Path) -> bool:
    """Tell whether the log of a store ends in frames that no commit follows (sqlite.org/fileformat2.html, 4)."""
    log = Path(f"{path}-wal")
    content = log.read_bytes() if log.exists() else b""
    if len(content) < WAL_HEADER:
        return False
    page, salts = int.from_bytes(content[8:12], "big"), content[16:24]
    frames = range(WAL_HEADER, len(content), FRAME_HEADER + page)
    ours = [at for at in frames if content[at + 8 : at + 16] == salts]
    return bool(ours) and not any(content[ours[-1] + 4 : ours[-1] + 8])


FIRST, SECOND, THIRD = copies(1, 3)
OTHER = copies(1, 1, seed=1)[0]._replace(name="other", label="")


WORKS: dict[str, Callable[[Store], object]] = {
    "making": lambda _: None,
    "first": FIRST.put,
    "next": THIRD.put,
    "again": SECOND.put,
    "tag": lambda store: store.tag("law 0@2", "second"),
    "view": lambda store: store.view("law 0@2"),
    "rename": lambda store: store.rename("law 0", "law"),
    "forget": lambda store: store.forget("law 0@1"),
    "forget all": lambda store: store.forget("law 0"),
    "join": lambda store: store.join("other", "law 0"),
}
UNMADE = ("making", "first")  # works on a store that is not there yet


def state(path: Path) -> tuple[dict[str, dict[int, Held]], dict[str, int | None]]:
    """Read all that a store tells, nothing where there is none yet, after a proof that it is sound."""
    store = made(path)
    if store is None:
        return {}, {}
    with store:
        proved(store)
        found = held(store)
        return found, {name: store.viewed(name) for name in found}


def at_each(folder: Path, name: str) -> dict[str, object]:
    """Kill a process at each of the statements that a piece of work gives to SQLite, the opening as well."""
    start, path = folder / "start.db", folder / "store.db"
    if name not in UNMADE:
        track(start, [FIRST, SECOND, OTHER], bool)
    work, points, found = WORKS[name], 0, set[str]()
    before = state(start)
    while True:
        take_away(path)
        if start.exists():
            copyfile(start, path)
        death = forked(partial(doomed, path, work, points))
        there = state(path)
        if not death.killed:
            break
        found.add(json.dumps(there, default=repr, sort_keys=True))
        points += 1
    after = json.dumps(there, default=repr, sort_keys=True)
    known = {json.dumps(before, default=repr, sort_keys=True), after}
    return {"points": points, "partly": len(found - known), "changes": len(known), "met": len(found)}


def doomed(path: Path, work: Callable[[Store], object], last: int, _told: Told) -> None:
    """Work, and die at the statement of that number."""
    left = last
    connect = sqlite3.connect

    def die(_statement: str) -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    def connected(*words: str, **named: object) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*words, **named)  # type: ignore[call-overload]
        db.set_trace_callback(die)
        return db

    sqlite3.connect = connected  # type: ignore[assignment]
    with Store.open(path) as store:
        work(store)


def main(mode: str, folder: str, *words: str) -> None:
    place = Path(folder)
    if mode == "each":
        found = at_each(place, *words)
    else:
        found = (at_random if mode == "random" else at_commits)(place, *map(int, words))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
