"""From what a person writes to a document and a version: NAME, NAME@3, NAME@label.

Knows no file: under which name a path is tracked, the caller says.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from difftool.errors import DamagedStore, UnknownVersion
from difftool.store.finding import homes, identity, prove_absent
from difftool.store.lineages import Known, known, labelled, version_of
from difftool.store.names import MARK, is_number, split
from difftool.store.rows import damage, selected

__all__ = ["Named", "home", "lineage_named", "recalled", "version_named"]

_MOST_NEAR, _MOST_COMPARED = 5, 5_000
_DIGITS = 19  # of a number that SQLite can hold, and one more
_LISTED = "'difftool log' lists what is tracked"


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

    A document is found by its name, by the path of a file that was tracked as it (`other`), or by the end of its name
    where only one ends so. Raises `UnknownVersion` where nothing answers, or more than one.
    """
    name, version = split(spelled)
    parts, whole = [split(one)[0] for one in other], None
    names, part_names = [spelled, *other], [name, *parts] if version else []
    part = _named(db, part_names)
    # Where an index is damaged, a version is found all the same that is named in full.
    with suppress(*((DamagedStore, sqlite3.DatabaseError) if part else ())):
        whole = _named(db, names)
    if not (whole or part):
        # A name comes before a path, and only without one is asked as what a file was tracked.
        prove_absent(db, [*names, *part_names])
        whole, part = _tracked_as(db, other), _tracked_as(db, parts) if version else None
    if whole and part and whole != part:
        message = f"{spelled} is the name of a document, and {version} may be a version of {part.name}"
        raise UnknownVersion(message, hint=f"rename one of them: difftool rename {spelled} NEW")
    if whole:
        return whole
    if not part:
        prove_absent(db, (), other)
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


def recalled(db: sqlite3.Connection, found: Named) -> Known:
    """Read what is known of a document that was found before.

    Raises `UnknownVersion` where another process has forgotten or renamed it meanwhile, or forgotten its version.
    """
    there = known(db, found.lineage)
    # A number may be another document's by now.
    if identity(db, found.name) != found.lineage or found.version not in {None, *there.versions}:
        message = f"{found.spelled} was renamed or forgotten meanwhile"
        raise UnknownVersion(message, hint=_LISTED)
    return there


def home(db: sqlite3.Connection, path: str) -> str:
    """Name the document of which a file has held versions, nothing where there is none.

    Raises `UnknownVersion` where there are several.
    """
    found = homes(db, path)
    if len(found) > 1:
        message = f"{path} was tracked as {' and as '.join(found)}"
        raise UnknownVersion(message, hint="name the document: --as NAME for 'difftool track'")
    return found[0] if found else ""


def _named(db: sqlite3.Connection, names: Iterable[str]) -> Named | None:
    """Find the document that has one of these names."""
    for name in names:
        lineage = identity(db, name) if name else None
        if lineage is not None:
            return Named(lineage, name)
    return None


def _tracked_as(db: sqlite3.Connection, paths: Iterable[str]) -> Named | None:
    """Find the document to which the file of one of these paths belongs."""
    return _named(db, (home(db, path) for path in paths))


def _ending(db: sqlite3.Connection, name: str) -> Named | None:
    """Find the only document whose path ends so."""
    tail = f"/{name}"
    rows = selected(db, "lineage", "substr(name, -length(?1)) = ?1 ORDER BY name LIMIT ?2", (tail, _MOST_NEAR + 1))
    names = [str(row[0]) for row in rows]
    if len(names) > 1:
        more = " and others" if len(names) > _MOST_NEAR else ""
        listed = ", ".join(names[:_MOST_NEAR])
        message = f"{name} may be {listed}{more}"
        raise UnknownVersion(message, hint="write more of its name")
    return next((Named(lineage, name) for name in names for lineage in (identity(db, name),) if lineage), None)


def _number(db: sqlite3.Connection, found: Named, version: str) -> int:
    by_label = None if is_number(version) else labelled(db, found.lineage, version)
    number = int(version) if version.isdecimal() and version.isascii() and len(version) < _DIGITS else None
    is_there = number is not None and version_of(db, found.lineage, number) is not None
    if is_there and by_label not in {None, number}:
        message = f"{version} is a version of {found.name}, and the label of version {by_label}"
        raise UnknownVersion(message, hint=f"drop the label: difftool tag {found.name} {version} --remove")
    if by_label is not None:
        return by_label
    if number is not None and is_there:
        return number
    there = recalled(db, found)
    if number in there.versions or version in there.labels:
        cause = f"{found.name}{MARK}{version} is not where it was put"
        raise damage(cause)
    count, last = len(there.versions), there.states[-1].version
    has = f"it has {count} versions" if count > 1 else "it has one version"
    named = f"; its labels are {', '.join(list(there.labels)[:_MOST_NEAR])}" if there.labels else ""
    message = f"{found.name} has no version {version}: {has}, the newest is {found.name}{MARK}{last}{named}"
    raise UnknownVersion(message, hint=f"'difftool log {found.name}' lists them")


def _unknown(db: sqlite3.Connection, spelled: str) -> UnknownVersion:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    names = [name for (name,) in db.execute("SELECT name FROM lineage ORDER BY name LIMIT ?", (_MOST_COMPARED,))]
    close = get_close_matches(split(spelled)[0], names, 1)
    hint = f"did you mean {close[0]}?" if close else _LISTED
    return UnknownVersion(f"no document {spelled} is tracked", hint=hint)
