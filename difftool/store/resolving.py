"""From what a person writes to a document and a version: NAME, NAME@3, NAME@label.

Knows no file: under which name a path is tracked, the caller says.
"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from difftool.errors import UnknownVersion
from difftool.store.lineages import identity, labels, timeline, versions
from difftool.store.names import MARK, split

__all__ = ["Named", "lineage_named", "version_named"]

_MOST_NEAR, _MOST_COMPARED = 5, 5_000


class Named(NamedTuple):
    """Hold a document by its number and name, and the number of a version, None where none was named."""

    lineage: int
    name: str
    version: int | None = None

    @property
    def spelled(self) -> str:
        """Write it as `NAME@3`."""
        return f"{self.name}{MARK}{self.version}" if self.version else self.name


def version_named(db: sqlite3.Connection, spelled: str, other: Sequence[str] = ()) -> Named:
    """Find what is meant: a document, and one of its versions if one is named by number or label.

    A document is found by its name, by one of the `other` spellings, or by the end of its path where only one ends
    so. Raises `UnknownVersion` where nothing answers, or more than one.
    """
    name, version = split(spelled)
    whole = _found(db, [spelled, *other])
    part = _found(db, [name, *(split(one)[0] for one in other)]) if version else None
    if whole and part and whole != part:
        message = f"{spelled} is the name of a document, and {version} may be a version of {part.name}"
        raise UnknownVersion(message, hint=f"rename one of them: difftool rename {spelled} NEW")
    if whole:
        return whole
    found = part or _ending(db, spelled) or (_ending(db, name) if version else None)
    if found is None:
        raise _unknown(db, spelled)
    if not version or found.name == spelled or found.name.endswith(f"/{spelled}"):
        return found
    return found._replace(version=_number(db, found, version))


def lineage_named(found: Named) -> Named:
    """Give a document of which no version is named. Raises `UnknownVersion` where one is."""
    if found.version is not None:
        message = f"{found.spelled} is a version, and a document is wanted"
        raise UnknownVersion(message, hint=f"name {found.name}")
    return found


def _found(db: sqlite3.Connection, names: Sequence[str]) -> Named | None:
    for name in names:
        lineage = identity(db, name)
        if lineage is not None:
            return Named(lineage, name)
    return None


def _ending(db: sqlite3.Connection, name: str) -> Named | None:
    """Find the only document whose path ends so."""
    tail = f"/{name}"
    rows = db.execute(
        "SELECT id, name FROM lineage WHERE substr(name, -length(?1)) = ?1 ORDER BY name LIMIT ?2",
        (tail, _MOST_NEAR + 1),
    ).fetchall()
    if len(rows) > 1:
        more = " and others" if len(rows) > _MOST_NEAR else ""
        listed = ", ".join(known for _, known in rows[:_MOST_NEAR])
        message = f"{name} may be {listed}{more}"
        raise UnknownVersion(message, hint="write more of its name")
    return Named(*rows[0]) if rows else None


def _number(db: sqlite3.Connection, found: Named, version: str) -> int:
    named, numbers = labels(db, found.lineage), versions(db, found.lineage)
    number = int(version) if version.isdecimal() and version.isascii() else None
    by_label = named.get(version)
    if number in numbers and by_label not in {None, number}:
        message = f"{version} is a version of {found.name}, and the label of version {by_label}"
        raise UnknownVersion(message, hint=f"drop the label: difftool tag {found.name} {version} --remove")
    if by_label is not None:
        return by_label
    if number is not None and number in numbers:
        return number
    last = timeline(db, found.lineage)[-1].version
    has = f"it has {len(numbers)} versions" if len(numbers) > 1 else "it has one version"
    known = f"; its labels are {', '.join(list(named)[:_MOST_NEAR])}" if named else ""
    message = f"{found.name} has no version {version}: {has}, the newest is {found.name}{MARK}{last}{known}"
    raise UnknownVersion(message, hint=f"'difftool log {found.name}' lists them")


def _unknown(db: sqlite3.Connection, spelled: str) -> UnknownVersion:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    names = [name for (name,) in db.execute("SELECT name FROM lineage ORDER BY name LIMIT ?", (_MOST_COMPARED,))]
    close = get_close_matches(split(spelled)[0], names, 1)
    hint = f"did you mean {close[0]}?" if close else "'difftool log' lists what is tracked"
    return UnknownVersion(f"no document {spelled} is tracked", hint=hint)
