"""What leaves a store: its sightings in the order of tracking, each with the document and the version that it is of.

Asked by `exporting` and `repository`. Reads the rows of one sighting at a time, and bytes when they are wanted. Knows
no format.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, cast

from difftool.model.lineages import Sighting
from difftool.store.contents import content
from difftool.store.curating import forgotten
from difftool.store.exchange import (
    TYPES,
    ForgottenLine,
    LabelLine,
    Line,
    LineageLine,
    ProposalLine,
    SightingLine,
    VersionLine,
    ViewingLine,
)
from difftool.store.lineages import Version, known, labels, sighting, version_of, versions
from difftool.store.rows import damage, selected

__all__ = ["Extract", "Found", "Marks", "Said", "Seen", "found"]

_OF_LINEAGE = "lineage = ?"
_LATELY = 64  # documents whose states are remembered


class Found(NamedTuple):
    """Hold the rows of a sighting: its document by number and name, the moment that one was first tracked, both."""

    lineage: int
    name: str
    created: str
    version: Version
    sighting: Sighting


class Marks(NamedTuple):
    """Hold what is said of a document: labels with their versions, what was viewed last, what it may be one with.

    `forgotten` is the highest number of a forgotten version, 0 where none was forgotten.
    """

    labels: dict[str, int]
    viewing: tuple[int, str] | None
    forgotten: int
    likely: int | None


class Seen(NamedTuple):
    """Hold a sighting as it leaves the store, before it the document or the version that it is the first of.

    `content` gives the bytes of a digest that one of the lines has.
    """

    lineage: int
    opens: LineageLine | None
    adds: VersionLine | None
    sighting: SightingLine
    content: Callable[[str], bytes]


class Said(NamedTuple):
    """Hold the labels of a version, and its date; that one is empty where nothing tells it."""

    labels: tuple[str, ...]
    date: str


def found(db: sqlite3.Connection, number: int) -> Found:
    """Read the rows of a sighting by its number. Raises `DamagedStore`."""
    for row in selected(db, "sighting", "id = ?", (number,)):
        lineage, one = cast("int", row[0]), sighting(row)
        version = version_of(db, lineage, one.version)
        for name, created in selected(db, "lineage", "id = ?", (lineage,)) if version else ():
            return Found(lineage, str(name), str(created), cast("Version", version), one)
    cause = "a sighting is of no version, or is not there"
    raise damage(cause)


class Extract:
    """Read documents out of a store, all or those chosen by their numbers; inside a transaction of the caller.

    Everything is proved: raises `DamagedStore` where it is not what was put in.
    """

    def __init__(self, db: sqlite3.Connection, chosen: Sequence[int] = ()) -> None:
        """Take a connection of `opened`."""
        self.db, self.chosen = db, tuple(dict.fromkeys(chosen))
        self.names: dict[int, str] = {}
        self._met: set[tuple[int, int]] = set()
        self._known = lru_cache(_LATELY)(partial(known, db))

    def counts(self) -> dict[str, int]:
        """Count the lines by type."""
        return {table: self._count(table) for table in TYPES}

    def ids(self) -> Iterable[int]:
        """Go through the numbers of the sightings, in the order of tracking."""
        if not self.chosen:
            return (number for (number,) in self.db.execute("SELECT id FROM sighting ORDER BY id"))
        asked = "SELECT id FROM sighting WHERE lineage = ?"
        return sorted(number for one in self.chosen for (number,) in self.db.execute(asked, (one,)))

    def versions(self, lineage: int) -> dict[int, Version]:
        """Give the versions of a document by number."""
        return versions(self.db, lineage)

    def prove(self, lineage: int) -> None:
        """Prove that nothing of a document is missing."""
        self._known(lineage)

    def marks(self, lineage: int) -> Marks:
        """Read what is said of a document."""
        viewed = selected(self.db, "viewing", _OF_LINEAGE, (lineage,))
        likely = selected(self.db, "proposal", _OF_LINEAGE, (lineage,))
        return Marks(
            labels(self.db, lineage),
            (cast("int", viewed[0][1]), str(viewed[0][2])) if viewed else None,
            forgotten(self.db, lineage),
            cast("int", likely[0][1]) if likely and not self.chosen else None,
        )

    def said(self, seen: Seen) -> Said:
        """Give what a version is called, and its date."""
        there, number = self._known(seen.lineage), seen.sighting.version
        date = next(one.date for one in there.states if one.version == number)
        return Said(tuple(name for name, labelled in there.labels.items() if labelled == number), date)

    def sightings(self) -> Iterator[Seen]:
        """Go through the sightings; to the end, before `lines` is asked."""
        for number in self.ids():
            one = found(self.db, number)
            if one.lineage not in self.names:
                self.prove(one.lineage)
            yield self._seen(one)
        counts = self.counts()
        if (len(self.names), len(self._met)) != (counts["lineage"], counts["version"]):
            cause = "a version was never seen"
            raise damage(cause)

    def lines(self) -> Iterator[Line]:
        """Go through what is said of the documents that were met, in the order in which they were."""
        for lineage, name in self.names.items():
            marks = self.marks(lineage)
            yield from (LabelLine(name, label, number) for label, number in marks.labels.items())
            if marks.viewing:
                yield ViewingLine(name, *marks.viewing)
            if marks.forgotten:
                yield ForgottenLine(name, marks.forgotten)
            if marks.likely in self.names:
                yield ProposalLine(name, self.names[marks.likely])

    def _count(self, table: str) -> int:
        if not self.chosen:
            (count,) = self.db.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - a table of ours
            return int(count)
        if table == "proposal":
            return 0
        asked = f"SELECT count(*) FROM {table} WHERE {'id' if table == 'lineage' else 'lineage'} = ?"  # noqa: S608 - as above
        return sum(self.db.execute(asked, (one,)).fetchone()[0] for one in self.chosen)

    def _seen(self, found: Found) -> Seen:
        lineage, name, created, version, one = found
        opens, adds = lineage not in self.names, (lineage, version.number) not in self._met
        self.names[lineage] = name
        self._met.add((lineage, version.number))
        told = VersionLine(name, version.number, version.text.hex(), *version[3:])
        # Of a version that can be read in part, the sighting at which the document came into it may be lost.
        seen = SightingLine(name, *one[:8], one.given or None, adds or one.turns)
        content_of = partial(_content, self.db)
        return Seen(lineage, LineageLine(name, created) if opens else None, told if adds else None, seen, content_of)


def _content(db: sqlite3.Connection, digest: str) -> bytes:
    return content(db, bytes.fromhex(digest))
