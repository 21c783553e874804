"""Two tracked documents that are one: the versions of the first become versions of the second.

Nothing is compared and nothing is lost: every sighting keeps its bytes, its place and its moment. Knows no command.
"""

import sqlite3

from difftool.errors import RefusedChange
from difftool.store.curating import forgotten, noted
from difftool.store.finding import identity
from difftool.store.lineages import labels, versions
from difftool.store.locking import written
from difftool.store.names import MARK
from difftool.store.proposing import recorded
from difftool.store.resolving import Named, recalled
from difftool.store.rows import added, selected
from difftool.store.sketches import signs
from difftool.store.texts import text_of

__all__ = ["join", "settled"]


def join(db: sqlite3.Connection, named: Named, into: Named) -> dict[int, int]:
    """Make all versions of a document versions of another, and give the new number of each; the name is given up.

    Versions are numbered on in their order; one whose text is there already becomes sightings of that.
    Raises `RefusedChange` where both have a label for different versions, `UnknownVersion` where one is gone.
    """
    if named.lineage == into.lineage:
        message = "both names are those of one document"
        raise RefusedChange(message, hint="name the document that its versions are to go to: --join NAME")
    with written(db):
        for one in (named, into):
            recalled(db, one)
        return _joined(db, named.lineage, into.lineage)


def settled(db: sqlite3.Connection, name: str, likely: str, *, takes: bool) -> str:
    """Settle the proposal that a document is one with another: join them, or drop it; gives the name it has now.

    Runs in the caller's transaction.
    """
    lineage, into = identity(db, name), identity(db, likely)
    if lineage is None or into is None:
        return name
    db.execute("DELETE FROM proposal WHERE lineage = ?", (lineage,))
    if takes:
        _joined(db, lineage, into)
    return likely if takes else name


def _joined(db: sqlite3.Connection, lineage: int, into: int) -> dict[int, int]:
    ours, theirs = versions(db, lineage), versions(db, into)
    numbers = {version.text: number for number, version in theirs.items()}
    moved: dict[int, int] = {}
    last = max([forgotten(db, into), *theirs])
    for number, version in ours.items():
        known = numbers.get(version.text)
        last += known is None
        moved[number] = last if known is None else known
        if known is None:
            added(db, "version", (into, moved[number], *version[2:]))
            recorded(db, into, signs(text_of(db, version)))
    named = labels(db, into)
    for label, number in labels(db, lineage).items():
        if named.get(label, moved[number]) != moved[number]:
            message = f"both documents have the label {label}, for different texts"
            raise RefusedChange(message, hint=f"take one away first: difftool tag NAME{MARK}{number} {label} --remove")
        added(db, "label", (into, label, moved[number]), replaces=True)
    for _, was, *cells, given, turns in selected(db, "sighting", "lineage = ? ORDER BY id", (lineage,)):
        version = ours[int(str(was))]
        is_new = bool(given) or version.text not in numbers
        added(db, "sighting", (into, moved[version.number], *cells, given, turns if is_new else 0))
    marks = selected(db, "viewing", "lineage = ?", (lineage,))
    db.execute("DELETE FROM lineage WHERE id = ?", (lineage,))
    for _, looked_at, moment in marks:
        noted(db, into, moved[int(str(looked_at))], str(moment))
    return moved
