"""What people do to what is tracked: label a version, rename a document, look at it, forget it.

What is forgotten is gone from the file, also from what other texts are packed against. Knows no command.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from difftool.errors import DamagedStore, RefusedChange, UnknownVersion
from difftool.store.contents import dropped
from difftool.store.finding import identity
from difftool.store.lineages import timeline, versions
from difftool.store.locking import emptied, written
from difftool.store.names import MARK
from difftool.store.proposing import recorded
from difftool.store.resolving import Named, recalled
from difftool.store.rows import added, sealed, selected
from difftool.store.sketches import signs
from difftool.store.texts import text_of

__all__ = ["Loss", "forget", "forgotten", "given_up", "loss", "noted", "rename", "tag", "untag", "view", "viewed"]


class Loss(NamedTuple):
    """Say what forgetting takes away: of a document so many versions, sightings, labels and code points.

    `lingers` tells that another process was reading, so that the bytes stay in the log beside the store until the
    last process has closed it.
    """

    name: str
    versions: tuple[int, ...]
    sightings: int
    labels: tuple[str, ...]
    characters: int
    is_all: bool
    lingers: bool = False


def tag(db: sqlite3.Connection, named: Named, label: str) -> None:
    """Give a version a label, the newest one where none is named.

    Raises `RefusedChange` for a label that another version of the document has.
    """
    with written(db):
        there = recalled(db, named)
        number = named.version or there.states[-1].version
        has = there.labels.get(label, number)
        if has != number:
            message = f"the label {label} is that of {named.name}{MARK}{has}"
            raise RefusedChange(message, hint=f"take it away first: difftool tag {named.name} {label} --remove")
        added(db, "label", (named.lineage, label, number), replaces=True)


def untag(db: sqlite3.Connection, named: Named, label: str) -> int:
    """Take a label away and give the number of the version that had it. Raises `UnknownVersion`."""
    with written(db):
        has = recalled(db, named).labels.get(label)
        if has is None or named.version not in {None, has}:
            message = f"{named.spelled} has no label {label}"
            raise UnknownVersion(message, hint=f"'difftool log {named.name}' lists the labels")
        db.execute("DELETE FROM label WHERE lineage = ? AND name = ?", (named.lineage, label))
    return has


def rename(db: sqlite3.Connection, named: Named, new: str) -> None:
    """Give a document another name. Raises `RefusedChange` where another document has it."""
    with written(db):
        if identity(db, new) not in {None, named.lineage}:
            message = f"{new} is tracked already"
            raise RefusedChange(message, hint="choose another name, or make the two one document with --join")
        recalled(db, named)
        ((_, created),) = selected(db, "lineage", "id = ?", (named.lineage,))
        seal = sealed("lineage", (named.lineage, new, created))
        db.execute("UPDATE lineage SET name = ?, seal = ? WHERE id = ?", (new, seal, named.lineage))


def viewed(db: sqlite3.Connection, lineage: int) -> int | None:
    """Give the number of the newest version that was looked at, None where none was."""
    rows = selected(db, "viewing", "lineage = ?", (lineage,))
    return int(str(rows[0][1])) if rows else None


def view(db: sqlite3.Connection, named: Named, seen: str) -> None:
    """Note that a version was looked at, unless a newer one was. Raises `UnknownVersion`."""
    with written(db):
        newest = recalled(db, named).states[-1].version
        noted(db, named.lineage, named.version or newest, seen)


def noted(db: sqlite3.Connection, lineage: int, number: int, seen: str) -> None:
    """Note as `view` does, in the caller's transaction."""
    last = {state.version: at for at, state in enumerate(timeline(db, lineage))}
    before = viewed(db, lineage)
    if before is None or last[number] >= last[before]:
        added(db, "viewing", (lineage, number, seen), replaces=True)


def loss(db: sqlite3.Connection, named: Named) -> Loss:
    """Say what forgetting a document, or one of its versions, takes away. Raises `UnknownVersion`."""
    there = recalled(db, named)
    gone = (named.version,) if named.version else tuple(there.versions)
    names = tuple(name for name, number in there.labels.items() if number in gone)
    characters = sum(there.versions[number].characters for number in gone)
    sightings = {state.version: state.sightings for state in there.states}
    count = sum(sightings[number] for number in gone)
    return Loss(named.name, gone, count, names, characters, len(gone) == len(there.versions))


def forget(db: sqlite3.Connection, named: Named, expected: Loss | None = None) -> Loss:
    """Forget a document, or one of its versions, with every text that no other has; gives what went.

    Raises `RefusedChange`, and nothing goes, where that is not what was `expected`.
    """
    with written(db):
        lost = loss(db, named)
        if expected not in {None, lost}:
            message = f"{named.spelled} was tracked or changed meanwhile, and nothing was forgotten"
            raise RefusedChange(message, hint="look at it again, and ask again")
        digests, mark = _digests(db, named.lineage, lost.versions), _mark(db, named)
        if lost.is_all:
            db.execute("DELETE FROM lineage WHERE id = ?", (named.lineage,))
        else:
            db.execute("DELETE FROM version WHERE lineage = ? AND number = ?", (named.lineage, named.version))
            given_up(db, named.lineage, lost.versions[0])
            _sketch_anew(db, named.lineage)
            if mark:
                noted(db, named.lineage, *mark)
        dropped(db, digests)
    # What was written before is still in the log; afterwards the log is empty.
    return lost._replace(lingers=not emptied(db))


def forgotten(db: sqlite3.Connection, lineage: int) -> int:
    """Give the highest number of a forgotten version of a document, 0 where none was."""
    rows = selected(db, "forgotten", "lineage = ?", (lineage,))
    return int(str(rows[0][1])) if rows else 0


def given_up(db: sqlite3.Connection, lineage: int, number: int) -> None:
    """Note in the caller's transaction that a version was forgotten, so that no other is given its number."""
    if number > forgotten(db, lineage):
        added(db, "forgotten", (lineage, number), replaces=True)


def _mark(db: sqlite3.Connection, named: Named) -> tuple[int, str] | None:
    """Find where the mark of what was looked at goes when its version does: to the newest older one."""
    for _, viewed, seen in selected(db, "viewing", "lineage = ?", (named.lineage,)):
        order = [state.version for state in timeline(db, named.lineage)]
        last = len(order) - order[::-1].index(int(str(viewed)))
        older = [number for number in order[:last] if number != viewed]
        if viewed == named.version and older:
            return older[-1], str(seen)
    return None


def _digests(db: sqlite3.Connection, lineage: int, gone: Sequence[int]) -> set[bytes]:
    """Gather the texts and the bytes of versions."""
    texts = {version.text for number, version in versions(db, lineage).items() if number in gone}
    rows = db.execute("SELECT version, raw FROM sighting WHERE lineage = ?", (lineage,))
    return texts | {raw for number, raw in rows if number in gone}


def _sketch_anew(db: sqlite3.Connection, lineage: int) -> None:
    db.execute("DELETE FROM sketch WHERE lineage = ?", (lineage,))
    for version in versions(db, lineage).values():
        # What is damaged keeps nobody from forgetting the rest.
        with suppress(DamagedStore):
            recorded(db, lineage, signs(text_of(db, version)))
