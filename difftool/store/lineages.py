"""Tracked documents and their states, read from the tables in the order of their dates.

Knows which rows make a state, and nothing of how texts are compared.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby, repeat
from typing import NamedTuple, cast

from difftool.model.lineages import Lineage, Sighting, State
from difftool.store.dating import MAKESHIFT, dated, in_order
from difftool.store.locking import steady
from difftool.store.progress import Following, quietly
from difftool.store.rows import Cell, Row, damage, rows, selected

__all__ = [
    "Known",
    "Version",
    "first_seen",
    "known",
    "labelled",
    "labels",
    "overview",
    "sighting",
    "timeline",
    "version_of",
    "versions",
]

_OF_LINEAGE = "lineage = ?"
_NO_NOTES = "[]"
_NEVER_SEEN = "a version was never seen"
# The tables with the parts of a document, each with the order of its rows.
_IN_ORDER = {
    "version": "lineage, number",
    "label": "lineage, name",
    "sighting": "lineage, id",
    "viewing": "lineage",
    "forgotten": "lineage",
}

_Row = tuple[Cell, ...]


class Version(NamedTuple):
    """Hold a row of the table of versions."""

    lineage: int
    number: int
    text: bytes
    characters: int
    promulgated: str | None


class Known(NamedTuple):
    """Hold what is known of a document: its versions by number, its labels, its states with the oldest first."""

    versions: dict[int, Version]
    labels: dict[str, int]
    states: list[State]


def known(db: sqlite3.Connection, lineage: int) -> Known:
    """Read all that is known of a document, as of one moment; its states are without what changed.

    The date of a state is what the user gave, else what the text tells of itself, else its label if that is
    a date, else the moment of tracking; of equal dates what was tracked first stands first.
    """
    with steady(db):
        for _, found in _gathered(db, _OF_LINEAGE, (lineage,)):
            return found
        _prove_all(db, lineage, 0)
        return Known({}, {}, [])


def timeline(db: sqlite3.Connection, lineage: int) -> list[State]:
    """List the states of a document, the oldest first, without what changed; see `known`."""
    return known(db, lineage).states


def versions(db: sqlite3.Connection, lineage: int) -> dict[int, Version]:
    """Give the versions of a document by number."""
    rows = selected(db, "version", f"{_OF_LINEAGE} ORDER BY number", (lineage,))
    return {one.number: one for one in map(_version, rows)}


def version_of(db: sqlite3.Connection, lineage: int, number: int) -> Version | None:
    """Give one version of a document, None where it has none of the number."""
    rows = selected(db, "version", f"{_OF_LINEAGE} AND number = ?", (lineage, number))
    return _version(rows[0]) if rows else None


def first_seen(db: sqlite3.Connection, version: Version) -> Sighting:
    """Give the first sighting of a version."""
    where = f"{_OF_LINEAGE} AND version = ? ORDER BY id LIMIT 1"
    for row in selected(db, "sighting", where, (version.lineage, version.number)):
        return sighting(row)
    raise damage(_NEVER_SEEN)


def labelled(db: sqlite3.Connection, lineage: int, label: str) -> int | None:
    """Give the number of the version that has a label, None where none has."""
    found = selected(db, "label", f"{_OF_LINEAGE} AND name = ?", (lineage, label))
    return cast("int", found[0][2]) if found else None


def labels(db: sqlite3.Connection, lineage: int) -> dict[str, int]:
    """Give the labels of a document, each with the number of its version, by name."""
    rows = selected(db, "label", f"{_OF_LINEAGE} ORDER BY name", (lineage,))
    return {str(name): int(cast("int", number)) for _, name, number in rows}


def _gathered(db: sqlite3.Connection, where: str, values: Sequence[Cell] = ()) -> Iterator[tuple[int, Known]]:
    """Go through many documents, by a few questions, and give what is known of each."""
    streams = [rows(db, table, f"{where} ORDER BY {order}", values) for table, order in _IN_ORDER.items()]
    tagged = [zip(repeat(place), stream) for place, stream in enumerate(streams)]
    for lineage, tags in groupby(merge(*tagged, key=_lineage), _lineage):
        parts = defaultdict[int, list[_Row]](list)
        tally = 0
        for place, row in tags:
            parts[place].append(row.cells)
            tally ^= row.seal
        _prove_all(db, lineage, tally)
        yield lineage, _known(parts[0], parts[1], parts[2])


def _lineage(tagged: tuple[int, Row]) -> int:
    return cast("int", tagged[1].cells[0])


def _prove_all(db: sqlite3.Connection, lineage: int, tally: int) -> None:
    """Prove by the seals of all rows of a document that none is missing. Raises `DamagedStore`."""
    for (noted,) in db.execute("SELECT tally FROM lineage WHERE id = ?", (lineage,)):
        if noted != tally:
            cause = "versions, sightings or labels of a document are missing"
            raise damage(cause)


def _known(versions: Sequence[_Row], labels: Sequence[_Row], sightings: Sequence[_Row]) -> Known:
    found = {one.number: one for one in map(_version, versions)}
    named = {str(name): int(cast("int", number)) for _, name, number in labels}
    return Known(found, named, _states(found, named, list(map(sighting, sightings))))


def _states(found: dict[int, Version], labelled: dict[str, int], sightings: Sequence[Sighting]) -> list[State]:
    named = defaultdict[int, list[str]](list)
    for name, number in labelled.items():
        named[number].append(name)
    counts, last = defaultdict[int, int](int), dict[int, str]()
    given: set[int] = set()
    for one in sightings:
        counts[one.version] += 1
        last[one.version] = max(one.seen, last.get(one.version, ""))
        given |= {one.version} if one.given and one.turns else set()
    if counts.keys() != found.keys():
        raise damage(_NEVER_SEEN)
    states: list[State] = []
    met: set[int] = set()
    for one in sightings:
        number = one.version
        if not one.turns:
            continue
        names = tuple(named[number])
        date, origin = dated(one, found[number].promulgated, () if number in met else names)
        if number in met or number not in given or origin not in MAKESHIFT:
            total, characters = counts[number], found[number].characters
            states.append(State(number, date, origin, names, False, one, total, last[number], characters))  # noqa: FBT003
        met.add(number)
    if met != found.keys():
        raise damage(_NEVER_SEEN)
    return in_order(states)


def _version(row: _Row) -> Version:
    return Version(*cast("tuple[int, int, bytes, int, str]", row))


def sighting(row: Sequence[Cell]) -> Sighting:
    """Make the value of a row of the table of sightings."""
    _, version, raw, path, source, media_type, encoding, notes, seen, given, turns = row
    return Sighting(
        cast("int", version),
        cast("bytes", raw).hex(),
        str(path),
        str(source),
        str(media_type),
        str(encoding),
        () if notes == _NO_NOTES else tuple(json.loads(str(notes))),
        str(seen),
        str(given or ""),
        turns == 1,
    )


def overview(db: sqlite3.Connection, following: Following[tuple[int, Known]] = quietly) -> list[Lineage]:
    """Tell of all tracked documents in short, by name."""
    with steady(db):
        named = {row.number: str(row.cells[0]) for row in rows(db, "lineage", "TRUE ORDER BY id")}
        found = {
            lineage: _in_short(named.get(lineage, ""), known)
            for lineage, known in following(_gathered(db, "TRUE"), len(named))
        }
    if named.keys() != found.keys():
        raise damage(_NEVER_SEEN)
    return sorted(found.values())


def _in_short(name: str, found: Known) -> Lineage:
    states, newest = found.states, found.states[-1]
    last = max(state.last_seen for state in states)
    total = sum({state.version: state.sightings for state in states}.values())
    cells = (newest.version, newest.date, newest.origin, newest.characters)
    return Lineage(name, len(found.versions), total, *cells, last)
