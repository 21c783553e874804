"""One line of an export after the other, taken into a store.

Documents that are there already are gone on with, where both agree; else nothing is imported. Sketches are made anew,
and texts packed against the version before, as if they had been tracked.
"""

import sqlite3
from contextlib import suppress
from typing import NamedTuple

from difftool.errors import RefusedChange
from difftool.model.lineages import Sighting
from difftool.store.adding import add_sighting, add_version, cells_of
from difftool.store.contents import content, digest_of
from difftool.store.curating import given_up
from difftool.store.exchange import (
    ForgottenLine,
    LabelLine,
    LineageLine,
    ProposalLine,
    SightingLine,
    VersionLine,
    ViewingLine,
)
from difftool.store.finding import identity
from difftool.store.incoming import Entry, Incoming
from difftool.store.lineages import Version, version_of
from difftool.store.names import MARK
from difftool.store.rows import SEALED, Cell, added, sealed
from difftool.store.sketches import signs

__all__ = ["Imported", "Intake"]

# What the file was seen to hold: bytes; documents, with the highest number that the store has of a version, 0 for a
# new one; the versions of these that the store has, too; and how often a sighting of these stands in it.
_SEEN = (
    "CREATE TEMP TABLE here (digest BLOB PRIMARY KEY) WITHOUT ROWID",
    "CREATE TEMP TABLE arrived (lineage INTEGER PRIMARY KEY, last INT)",
    "CREATE TEMP TABLE met (lineage INT, number INT, PRIMARY KEY (lineage, number)) WITHOUT ROWID",
    "CREATE TEMP TABLE twin (print INTEGER PRIMARY KEY, count INT)",
)

_MET = "SELECT 1 FROM met WHERE lineage = ? AND number = ?"
_RENAME = "give yours another name with 'difftool rename', and import again; nothing was imported"


class Imported(NamedTuple):
    """Count what was new to the store."""

    documents: int
    versions: int
    sightings: int
    labels: int


class _Home(NamedTuple):
    """Hold a document that the file has named: its number, and the highest of a version that was there before."""

    lineage: int
    last: int


class Intake:
    """Take in entry after entry, in a transaction of the caller."""

    def __init__(self, db: sqlite3.Connection, incoming: Incoming) -> None:
        """Begin with an export whose header was read; it is asked for nothing but to complain."""
        for statement in _SEEN:
            db.execute(statement)
        self._db, self._incoming, self._at = db, incoming, 0
        self._counts = dict.fromkeys(Imported._fields, 0)
        self._before = self._asked("SELECT coalesce(max(id), 0) FROM sighting")
        self._lately: tuple[str | None, _Home] = None, _Home(0, 0)

    def take(self, entry: Entry) -> None:
        """Take in one entry."""
        self._at = entry.at
        match entry.line:
            case LineageLine():
                self._document(entry.line)
            case VersionLine():
                self._version(entry.line, entry.content)
            case SightingLine():
                self._sighting(entry.line, entry.content)
            case LabelLine():
                self._label(entry.line)
            case ViewingLine():
                self._viewing(entry.line)
            case ForgottenLine():
                given_up(self._db, self._home(entry.line.lineage).lineage, entry.line.number)
            case ProposalLine():
                self._proposal(entry.line)

    def end(self) -> Imported:
        """Count what was new, after the last entry.

        Raises `RefusedChange` for a document that cannot be gone on with.
        """
        self._refuse_gaps()
        for statement in _SEEN:
            self._db.execute(f"DROP TABLE {statement.split()[3]}")
        return Imported(**self._counts)

    def _refuse_gaps(self) -> None:
        """Refuse a document of which neither the tracked versions nor those of the file begin as the others do."""
        for lineage, last in self._db.execute("SELECT lineage, last FROM arrived WHERE last > 0"):
            goes_on = self._asked("SELECT 1 FROM version WHERE lineage = ? AND number > ?", lineage, last)
            top = last if goes_on else self._asked("SELECT max(number) FROM met WHERE lineage = ?", lineage)
            met, there = (
                self._asked(f"SELECT count(*) FROM {table} WHERE lineage = ? AND number <= ?", lineage, top)  # noqa: S608 - of ours
                for table in ("met", "version")
            )
            if met != there:
                name = self._asked("SELECT name FROM lineage WHERE id = ?", lineage)
                raise self._refused(str(name), "between its versions there, one is missing here")

    def _document(self, line: LineageLine) -> None:
        lineage, last = identity(self._db, line.name), 0
        if lineage is None:
            lineage = added(self._db, "lineage", line)
            self._counts["documents"] += 1
        else:
            self._refuse_twice(self._asked("SELECT 1 FROM arrived WHERE lineage = ?", lineage), line.name)
            last = int(self._asked("SELECT max(number) FROM version WHERE lineage = ?", lineage) or 0)
        self._db.execute("INSERT INTO arrived (lineage, last) VALUES (?, ?)", (lineage, last))
        self._lately = line.name, _Home(lineage, last)

    def _version(self, line: VersionLine, given: bytes | None) -> None:
        lineage, last = self._home(line.lineage)
        digest, spelled = self._digest(line.text, given), f"{line.lineage}{MARK}{line.number}"
        there = version_of(self._db, lineage, line.number)
        if line.number <= last:
            if there is None or there.text != digest:
                raise self._refused(line.lineage, f"version {line.number} is not the same here and there")
            self._refuse_twice(self._asked(_MET, lineage, line.number), spelled)
            self._db.execute("INSERT INTO met (lineage, number) VALUES (?, ?)", (lineage, line.number))
            return
        self._refuse_twice(there, spelled)
        twin = self._asked("SELECT number FROM version WHERE lineage = ? AND text = ?", lineage, digest)
        if twin and int(twin) <= last:
            raise self._refused(line.lineage, f"version {line.number} here is version {twin} there")
        self._refuse(twin, f"{spelled} has the text of version {twin}")
        text = self._text(line, digest, given)
        version = Version(lineage, line.number, digest, line.characters, line.promulgated)
        add_version(self._db, version, text.encode("utf-8", "surrogatepass"), signs(text))
        self._counts["versions"] += 1

    def _sighting(self, line: SightingLine, given: bytes | None) -> None:
        lineage, last = self._home(line.lineage, line.version)
        self._digest(line.raw, given)
        seen = Sighting(line.version, line.raw, *line[3:9], line.given or "", line.turns)
        if not (last and self._is_there(lineage, seen)):
            add_sighting(self._db, lineage, seen, given)
            self._counts["sightings"] += 1

    def _label(self, line: LabelLine) -> None:
        lineage, last = self._home(line.lineage, line.version)
        has = self._asked("SELECT version FROM label WHERE lineage = ? AND name = ?", lineage, line.name)
        if has is None:
            added(self._db, "label", (lineage, line.name, line.version))
            self._counts["labels"] += 1
        elif not last:
            self._refuse_twice(has, f"the label {line.name} of {line.lineage}")
        elif has != line.version:
            raise self._refused(line.lineage, f"{line.name} is the label of version {line.version} here, {has} there")

    def _viewing(self, line: ViewingLine) -> None:
        lineage, last = self._home(line.lineage, line.version)
        there = self._asked("SELECT 1 FROM viewing WHERE lineage = ?", lineage)
        self._refuse_twice(there and not last, f"what was viewed of {line.lineage}")
        if not there:
            added(self._db, "viewing", (lineage, line.version, line.seen))

    def _proposal(self, line: ProposalLine) -> None:
        (lineage, last), (likely, _) = self._home(line.lineage), self._home(line.likely)
        there = self._asked("SELECT 1 FROM proposal WHERE lineage = ?", lineage)
        self._refuse_twice(there and not last, f"what is proposed for {line.lineage}")
        # Of a document that was there before, the user may have settled it.
        if not last:
            added(self._db, "proposal", (lineage, likely))

    def _home(self, name: str, number: int | None = None) -> _Home:
        """Find a document that stands above, and make sure that the version does."""
        known, home = self._lately
        if known != name:
            lineage = identity(self._db, name)
            last = None if lineage is None else self._asked("SELECT last FROM arrived WHERE lineage = ?", lineage)
            self._refuse(last is None, f"the document {name} does not stand above")
            home = _Home(lineage or 0, int(last or 0))
            self._lately = name, home
        asked = _MET if number and number <= home.last else "SELECT 1 FROM version WHERE lineage = ? AND number = ?"
        if number is not None:
            is_there = self._asked(asked, home.lineage, number)
            self._refuse(not is_there, f"the version {name}{MARK}{number} does not stand above")
        return home

    def _digest(self, digest: str, given: bytes | None) -> bytes:
        """Note bytes that stand in the file, and make sure that others did."""
        found = bytes.fromhex(digest)
        if given is not None:
            self._db.execute("INSERT OR IGNORE INTO here (digest) VALUES (?)", (found,))
        else:
            is_here = self._asked("SELECT 1 FROM here WHERE digest = ?", found)
            self._refuse(not is_here, f"no bytes of the digest {digest[:12]}… stand above")
        return found

    def _text(self, line: VersionLine, digest: bytes, given: bytes | None) -> str:
        text = ""
        with suppress(UnicodeDecodeError):
            text = (content(self._db, digest) if given is None else given).decode("utf-8", "surrogatepass")
        is_other = len(text) != line.characters or digest_of(text.encode("utf-8", "surrogatepass")) != digest
        self._refuse(is_other, f"the bytes are no text of {line.characters:,} characters in UTF-8")
        return text

    def _is_there(self, lineage: int, seen: Sighting) -> bool:
        """Tell whether the store had a sighting before; of several that are alike, each counts."""
        cells = cells_of(lineage, seen)
        noted = "INSERT INTO twin VALUES (?, 1) ON CONFLICT (print) DO UPDATE SET count = count + 1 RETURNING count"
        same = " AND ".join(f"{column} IS ?" for column in SEALED["sighting"])
        asked = f"SELECT count(*) FROM sighting WHERE {same} AND id <= ?"  # noqa: S608 - columns of ours
        here, there = self._asked(noted, sealed("sighting", cells)), self._asked(asked, *cells, self._before)
        return int(here or 0) <= int(there or 0)

    def _asked(self, statement: str, *values: Cell) -> str | int | None:
        row: tuple[str | int | None] | None = self._db.execute(statement, values).fetchone()
        return row and row[0]

    def _refuse_twice(self, there: object, what: str) -> None:
        self._refuse(there, f"{what} stands in it twice")

    def _refuse(self, is_wrong: object, cause: str) -> None:
        if is_wrong:
            raise self._incoming.wrong(self._at, cause)

    def _refused(self, name: str, cause: str) -> RefusedChange:
        message = f"cannot import {name} from {self._incoming.name}: another document has that name: {cause}"
        return RefusedChange(message, hint=_RENAME)
