"""Tracked documents and their states, read from the tables in the order of their dates.

Knows which rows make a state, and nothing of how texts are compared.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, cast

from difftool.model import Document, paragraph_spans
from difftool.model.lineages import Lineage, Origin, Sighting, State
from difftool.store.contents import content
from difftool.store.dating import written_in
from difftool.store.names import MARK
from difftool.store.rows import Cell, damage, selected

__all__ = [
    "Version",
    "document_of",
    "identity",
    "labels",
    "overview",
    "sighting",
    "text_of",
    "timeline",
    "versions",
]

_OF_LINEAGE = "lineage = ?"


class Version(NamedTuple):
    """Hold a row of the table of versions."""

    lineage: int
    number: int
    text: bytes
    characters: int
    promulgated: str | None


def identity(db: sqlite3.Connection, name: str) -> int | None:
    """Give the number of a tracked document, None where there is none of the name."""
    row = db.execute("SELECT id FROM lineage WHERE name = ?", (name,)).fetchone()
    return row and int(row[0])


def versions(db: sqlite3.Connection, lineage: int) -> dict[int, Version]:
    """Give the versions of a document by number."""
    rows = selected(db, "version", f"{_OF_LINEAGE} ORDER BY number", (lineage,))
    return {one.number: one for one in (Version(*cast("tuple[int, int, bytes, int, str]", row)) for row in rows)}


def labels(db: sqlite3.Connection, lineage: int) -> dict[str, int]:
    """Give the labels of a document, each with the number of its version, by name."""
    rows = selected(db, "label", f"{_OF_LINEAGE} ORDER BY name", (lineage,))
    return {str(name): int(cast("int", number)) for _, name, number in rows}


def timeline(db: sqlite3.Connection, lineage: int) -> list[State]:
    """List the states of a document, the oldest first, without what changed.

    The date of a state is what the user gave, else what the text tells of itself, else its label if that is
    a date, else the moment of tracking; of equal dates what was tracked first stands first.
    """
    found, named = versions(db, lineage), defaultdict[int, list[str]](list)
    for name, number in labels(db, lineage).items():
        named[number].append(name)
    counts, last = defaultdict[int, int](int), dict[int, str]()
    turns: list[Sighting] = []
    for row in selected(db, "sighting", f"{_OF_LINEAGE} ORDER BY id", (lineage,)):
        one = sighting(row)
        counts[one.version] += 1
        last[one.version] = max(one.seen, last.get(one.version, ""))
        turns += [one] if one.turns else []
    states: list[State] = []
    known: set[int] = set()
    for one in turns:
        number = one.version
        again, names = number in known, tuple(named[number])
        known.add(number)
        if number not in found:
            cause = f"version {number} of a sighting is not there"
            raise damage(cause)
        date, origin = _dated(one, found[number], () if again else names)
        states.append(
            State(number, date, origin, names, again, one, counts[number], last[number], found[number].characters)
        )
    if known != set(found):
        cause = "a version was never seen"
        raise damage(cause)
    ordered = [state for _, _, state in sorted((state.date, at, state) for at, state in enumerate(states))]
    # Where what came between was forgotten, or is of another date, a text that is back was never away.
    return [
        state
        for before, state in zip([None, *ordered], ordered, strict=False)
        if not (state.again and not state.sighting.given and before and before.version == state.version)
    ]


def _dated(one: Sighting, version: Version, names: Sequence[str]) -> tuple[str, Origin]:
    if one.given:
        return one.given, Origin.GIVEN
    if version.promulgated:
        return version.promulgated, Origin.PROMULGATION
    labelled = next(filter(None, map(written_in, names)), "")
    return (labelled, Origin.LABEL) if labelled else (one.seen, Origin.TRACKING)


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
        tuple(json.loads(str(notes))),
        str(seen),
        str(given or ""),
        turns == 1,
    )


def overview(db: sqlite3.Connection) -> list[Lineage]:
    """Tell of all tracked documents in short, by name."""
    found: list[Lineage] = []
    rows = db.execute("SELECT id, name FROM lineage ORDER BY name").fetchall()
    for lineage, name in rows:
        states = timeline(db, lineage)
        if not states:
            cause = f"the document {name} has no version"
            raise damage(cause)
        newest = states[-1]
        last = max(state.last_seen for state in states)
        total = sum({state.version: state.sightings for state in states}.values())
        found.append(
            Lineage(
                name,
                len({state.version for state in states}),
                total,
                newest.version,
                newest.date,
                newest.origin,
                newest.characters,
                last,
            )
        )
    return found


def text_of(db: sqlite3.Connection, version: Version) -> str:
    """Give the text of a version. Raises `DamagedStore`."""
    try:
        text = content(db, version.text).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = ""
    if len(text) != version.characters:
        cause = f"the text of version {version.number} is not what was put in"
        raise damage(cause)
    return text


def document_of(db: sqlite3.Connection, name: str, version: Version, seen: Sighting) -> Document:
    """Make the document of a version, as it was read when it was seen."""
    text = text_of(db, version)
    return Document(
        name=f"{name}{MARK}{version.number}",
        text=text,
        paragraphs=paragraph_spans(text),
        media_type=seen.media_type,
        encoding=seen.encoding,
        sha256=seen.sha256,
        length=len(text),
        notes=seen.notes,
    )
