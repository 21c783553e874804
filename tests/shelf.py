"""Texts to track, real processes that track them, and a store read back whole: what tests of reliability share.

Run as a program, it is a process that tracks what it is told on standard input, a line of JSON at a time.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Self

from difftool import document
from difftool.errors import DifftoolError, UnknownVersion
from difftool.model.verification import Verification
from difftool.store import Store
from difftool.store.verifying import verified
from prose import paragraph

BESIDE = ("", "-wal", "-shm", "-journal")
PATIENCE = 120


class Copy(NamedTuple):
    """Hold a text to track as a version of a document, with its bytes in GB 18030, and its label, maybe empty."""

    name: str
    text: str
    label: str = ""

    @property
    def content(self) -> bytes:
        """Give the bytes that the text was read from."""
        return self.text.encode("gb18030")

    def put(self, store: Store) -> None:
        """Track it."""
        store.track(document(self.text), self.name, label=self.label, content=self.content, path=f"{self.name}.txt")


def copies(documents: int, versions: int, seed: int = 0) -> list[Copy]:
    """Make versions of documents, each a few characters from the one before; all in the order of tracking."""
    found: list[Copy] = []
    for at in range(documents):
        chance = random.Random(f"{seed} {at}")
        text = f"第{at}号\n" + "\n".join(paragraph(chance, 2) for _ in range(3))
        for number in range(versions):
            place = chance.randrange(4, len(text))
            text = f"{text[:place]}{number}{text[place:]}"
            found.append(Copy(f"law {at}", text, "" if number % 2 else f"edition {number}"))
    return found


class Held(NamedTuple):
    """Say what a store has of a version."""

    text: str
    original: bytes
    labels: tuple[str, ...]
    sightings: int


def held(store: Store) -> dict[str, dict[int, Held]]:
    """Read all versions of all documents, by name and number."""
    found: dict[str, dict[int, Held]] = {}
    for one in store.names():
        states = {state.version: state for state in reversed(store.history(one.name).states)}
        found[one.name] = {
            number: Held(
                store.version(f"{one.name}@{number}").text,
                store.original(f"{one.name}@{number}"),
                state.labels,
                state.sightings,
            )
            for number, state in sorted(states.items())
        }
    return found


def kept(store: Store) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Name what is there of every version without unpacking it: document, digest of the bytes, label, and length."""
    return {
        (one.name, state.sighting.sha256, str(state.characters), state.labels)
        for one in store.names()
        for state in store.states(one.name)
    }


def wanted(copies: Iterable[Copy]) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Name what `kept` should give."""
    return {
        (one.name, sha256(one.content).hexdigest(), str(len(one.text)), (one.label,) if one.label else ())
        for one in copies
    }


def verification(path: Path) -> Verification:
    with Store.open(path, create=False) as store, store.at_work() as db:
        return verified(db, str(path))


def take_away(path: Path) -> None:
    """Delete a store, with all that SQLite keeps beside it."""
    for suffix in BESIDE:
        Path(f"{path}{suffix}").unlink(missing_ok=True)


class Crew:
    """Lead several processes that wait for work, so that they begin it at once."""

    def __init__(self, count: int) -> None:
        """Start so many."""
        command = [sys.executable, __file__]
        self._hands = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(count)
        ]

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let them go."""
        for hand in self._hands:
            hand.communicate(timeout=PATIENCE)

    def track(self, path: Path, shares: Sequence[Sequence[Copy]], forgetting: Sequence[str] = ()) -> list[str]:
        """Let each process track its share, and forget the documents named after each text that it tracks of another.

        Gives what went wrong in each, nothing where nothing did.
        """
        hands = self._hands[: len(shares)]
        begin = time.time() + 0.1
        for hand, share in zip(hands, shares, strict=True):
            assert hand.stdin
            print(json.dumps([str(path), begin, share, forgetting]), file=hand.stdin, flush=True)
        return [json.loads(hand.stdout.readline()) for hand in hands if hand.stdout]


def main() -> None:
    for line in sys.stdin:
        path, begin, share, forgetting = json.loads(line)
        time.sleep(max(0, begin - time.time()))
        failure = ""
        try:
            with Store.open(path) as store:
                for one in share:
                    Copy(*one).put(store)
                    for name in forgetting if one[0] not in forgetting else ():
                        with suppress(UnknownVersion):
                            store.forget(name)
        except DifftoolError as error:
            failure = str(error)
        with suppress(BrokenPipeError):
            sys.stdout.write(f"{json.dumps(failure)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
