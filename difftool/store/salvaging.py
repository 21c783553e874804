"""What can still be read of a damaged store: all but the versions of which something is lost.

Each row is read by itself, so that a damaged page takes only its own rows along. Knows no format.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import TypeVar, cast

from difftool.errors import DamagedStore
from difftool.store.contents import content
from difftool.store.extracting import Extract, Marks, Said, Seen, found
from difftool.store.lineages import Version, version_of
from difftool.store.names import MARK
from difftool.store.rows import selected

__all__ = ["Salvage"]

# The numbers of the sightings stand in each of these trees, and a damaged page is one of one tree.
_TREES = ("NOT INDEXED", *(f"INDEXED BY sighting_by_{what}" for what in ("version", "path", "raw")))
_DAMAGE = (DamagedStore, sqlite3.DatabaseError)

_Row = TypeVar("_Row")


class Salvage(Extract):
    """Read documents as `Extract` does, and leave out what is damaged: a version goes with its sightings.

    All is looked at once before, the bytes as well, and `tell` is called with each loss and its cause.
    """

    def __init__(self, db: sqlite3.Connection, chosen: Sequence[int], tell: Callable[[str], None]) -> None:
        """Take a connection of `opened`."""
        super().__init__(db, chosen)
        self._tell, self._told = tell, set[str]()
        self._whole = set[bytes]()
        self._ids: list[int] = []
        self._there = defaultdict[int, dict[int, str]](dict)
        lost: dict[str, str] = {}
        for number in sorted(self._numbers()):
            self._look(number, lost)
        kept = {spelled for named in self._there.values() for spelled in named.values()}
        for spelled, cause in lost.items():
            self._lose(f"a sighting of {spelled}" if spelled in kept else spelled, cause)
        self._look_for_unseen(kept | lost.keys())

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was lost."""
        return not self._told

    def ids(self) -> Iterable[int]:
        """Go through the numbers of the sightings that can be read, in the order of tracking."""
        return self._ids

    def counts(self) -> dict[str, int]:
        """Count the lines that can be read, by type."""
        marks = [self.marks(lineage) for lineage in self._there]
        return {
            "lineage": len(self._there),
            "version": sum(map(len, self._there.values())),
            "sighting": len(self._ids),
            "label": sum(len(one.labels) for one in marks),
            "viewing": sum(one.viewing is not None for one in marks),
            "forgotten": sum(one.forgotten > 0 for one in marks),
            "proposal": sum(one.likely is not None for one in marks),
        }

    def versions(self, lineage: int) -> dict[int, Version]:
        """Give the versions of a document that can be read, by number."""
        return {number: cast("Version", version_of(self.db, lineage, number)) for number in self._there[lineage]}

    def prove(self, lineage: int) -> None:
        """Prove nothing: what is missing was told."""

    def marks(self, lineage: int) -> Marks:
        """Read what is said of a document, as far as it can be read and is said of what can be."""
        there, read, of = self._there[lineage], self._read, "lineage = ?"
        name = next(iter(there.values())).rpartition(MARK)[0]
        asked = partial(self.db.execute, "SELECT name FROM label WHERE lineage = ? ORDER BY name", (lineage,))
        rows = [
            row
            for (label,) in read(f"labels of {name}", asked)
            for row in read(f"label {label} of {name}", self._selected("label", f"{of} AND name = ?", lineage, label))
        ]
        viewed = read(f"what was viewed of {name}", self._selected("viewing", of, lineage))
        given_up = read(f"what was forgotten of {name}", self._selected("forgotten", of, lineage))
        likely = read(f"what is proposed for {name}", self._selected("proposal", of, lineage))
        viewing = next(((int(str(number)), str(seen)) for _, number, seen in viewed if number in there), None)
        return Marks(
            {str(label): int(str(number)) for _, label, number in rows if number in there},
            viewing,
            next((int(str(number)) for _, number in given_up), 0),
            next((int(str(other)) for _, other in likely if other in self._there and not self.chosen), None),
        )

    def said(self, seen: Seen) -> Said:
        """Give what a version is called, and its date, if that can be read."""
        with suppress(*_DAMAGE):
            return super().said(seen)
        named = self.marks(seen.lineage).labels.items()
        return Said(tuple(label for label, number in named if number == seen.sighting.version), "")

    def _numbers(self) -> set[int]:
        """Gather the numbers of the sightings from wherever one stands."""
        numbers = set[int]()
        for tree in _TREES:
            with suppress(sqlite3.DatabaseError):
                for (number,) in self.db.execute(f"SELECT id FROM sighting {tree}"):  # noqa: S608 - trees of ours
                    numbers.add(number)
        return numbers

    def _look(self, number: int, lost: dict[str, str]) -> None:
        """Look at a sighting and all that it stands on."""
        try:
            one = found(self.db, number)
            if not self.chosen or one.lineage in self.chosen:
                for digest in {one.version.text, bytes.fromhex(one.sighting.sha256)} - self._whole:
                    content(self.db, digest)
                    self._whole.add(digest)
                self._ids.append(number)
                self._there[one.lineage][one.version.number] = f"{one.name}{MARK}{one.version.number}"
        except _DAMAGE as failure:
            lost[self._spelled(number)] = str(failure)

    def _spelled(self, number: int) -> str:
        """Name the version of a sighting, unproved."""
        asked = "SELECT lineage.name, version FROM sighting JOIN lineage ON lineage.id = lineage WHERE sighting.id = ?"
        with suppress(sqlite3.DatabaseError):
            for name, version in self.db.execute(asked, (number,)):
                return f"{name}{MARK}{version}"
        return "a version that cannot be named"

    def _look_for_unseen(self, known: set[str]) -> None:
        """Tell of versions of which no sighting was found."""
        asked = "SELECT lineage, name, number FROM version JOIN lineage ON lineage.id = lineage ORDER BY 1, 3"
        for lineage, name, number in self._read("some versions", partial(self.db.execute, asked)):
            spelled = f"{name}{MARK}{number}"
            if spelled not in known and (not self.chosen or lineage in self.chosen):
                self._lose(spelled, "it was never seen")

    def _selected(self, table: str, where: str, *values: str | int) -> Callable[[], Iterable[tuple[object, ...]]]:
        return partial(selected, self.db, table, where, values)

    def _read(self, what: str, read: Callable[[], Iterable[_Row]]) -> list[_Row]:
        """List what can be read, to the first damage."""
        rows: list[_Row] = []
        try:
            for row in read():
                rows.append(row)  # noqa: PERF402 - those before a failure count
        except _DAMAGE as failure:
            self._lose(what, str(failure))
        return rows

    def _lose(self, what: str, cause: str) -> None:
        told = f"{what}: {cause.removeprefix('the store is damaged: ')}"
        if told not in self._told:
            self._told.add(told)
            self._tell(told)
