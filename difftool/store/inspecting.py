"""What can be said of a store's file without its documents: SQLite's own checks, the schema, the seal of every row.

Whatever fails is told, and the rest is looked at all the same. Changes nothing. Knows no text.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from difftool.errors import DamagedStore
from difftool.model.verification import Damage
from difftool.store.migrations import brought_up_to_date
from difftool.store.rows import SEALED, Cell, columns, proved

__all__ = ["FILE", "Findings", "attempted", "inspected"]

Result = TypeVar("Result")

FILE = "file"
_SCHEMA = "schema"
# The table with what can be made anew.
_DERIVED = "comparison"
# What makes a table what it is, by question; each answer names its table first.
_SHAPE = (
    "SELECT tbl_name, type, name FROM sqlite_schema",
    "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
    "SELECT t.name, c.* FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c WHERE t.type = 'table'",
    "SELECT t.name, k.* FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table'",
    "SELECT t.name, i.* FROM sqlite_schema AS t, pragma_index_list(t.name) AS i WHERE t.type = 'table'",
    "SELECT i.tbl_name, i.name, c.* FROM sqlite_schema AS i, pragma_index_xinfo(i.name) AS c WHERE i.type = 'index'",
    "SELECT tbl_name, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')",
)
_LARGEST = 1 << 62  # half of what SQLite can count to


class Findings(NamedTuple):
    """Gather what is found: damage, notes, and how many rows each table has."""

    damage: dict[Damage, None]
    notes: list[str]
    rows: dict[str, int]

    def found(self, place: str, cause: str) -> None:
        """Add damage, once."""
        self.damage[Damage(place, cause)] = None

    def asked(
        self, db: sqlite3.Connection, place: str, question: str, values: Sequence[Cell] = ()
    ) -> Iterator[tuple[Cell, ...]]:
        """Go through the answers of SQLite; a failure is damage, and ends them."""
        try:
            yield from db.execute(question, values)
        except (sqlite3.Error, UnicodeDecodeError) as failure:
            self.found(place, _said(failure))


def attempted(work: Callable[[], Result]) -> tuple[Result | None, str]:
    """Try something; gives what comes of it, or why it cannot be had: what is damaged.

    >>> from difftool.store.rows import damage
    >>> def broken() -> None:
    ...     raise damage("a label is not what was put in")
    >>> attempted(broken), attempted(list)
    ((None, 'a label is not what was put in'), ([], ''))
    """
    try:
        return work(), ""
    except DamagedStore as failure:
        return None, str(failure).removeprefix("the store is damaged: ")
    except (sqlite3.Error, UnicodeDecodeError) as failure:
        return None, _said(failure)


def inspected(db: sqlite3.Connection) -> Findings:
    """Look at the file, the schema and every row, each by itself."""
    found = Findings({}, [], {})
    for question in ("PRAGMA integrity_check", "PRAGMA foreign_key_check"):
        for row in found.asked(db, FILE, question):
            _tell(found, row)
    _compare_schemas(db, found)
    for table in SEALED:
        _prove(db, table, found)
    for last, numbered in found.asked(
        db,
        "sighting",
        "SELECT coalesce(max(id), 0), (SELECT seq FROM sqlite_sequence WHERE name = 'sighting') FROM sighting",
    ):
        if last and not (isinstance(numbered, int) and isinstance(last, int) and last <= numbered < _LARGEST):
            found.found("sighting", f"the last one is number {last!r}, and {numbered!r} is noted")
    return found


def _tell(found: Findings, row: Sequence[Cell]) -> None:
    if len(row) == 1:
        for line in str(row[0]).splitlines():
            if line != "ok" and not line.startswith("***"):
                found.found(FILE, line)
    else:
        table, _, parent, _ = row
        found.found(str(table), f"a row refers to a {parent!s} that is not there")


def _compare_schemas(db: sqlite3.Connection, found: Findings) -> None:
    """Tell which tables are not those of `schema.sql`."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    brought_up_to_date(fresh, "")
    others: set[str] = set()
    for question in _SHAPE:
        here, there = set(found.asked(db, _SCHEMA, question)), set(fresh.execute(question))
        others |= {str(row[0]) for row in here ^ there}
    fresh.close()
    for table in sorted(others):
        found.found(_SCHEMA, f"the table {table} is not as it was made")


def _prove(db: sqlite3.Connection, table: str, found: Findings) -> None:
    """Prove the seals of a table's rows, and count them."""
    count = damaged = 0
    for row in found.asked(db, table, f"SELECT {', '.join(columns(table))} FROM {table}"):  # noqa: S608 - names of ours
        count += 1
        damaged += bool(attempted(partial(proved, table, row))[1])
    found.rows[table] = count
    if damaged and table == _DERIVED:
        found.notes.append(
            f"the kept counts of {damaged:,} of {count:,} comparisons are damaged, and will be made anew"
        )
    elif damaged:
        found.found(table, f"rows that are not what was put in: {damaged:,} of {count:,}")


def _said(failure: Exception) -> str:
    """Say what SQLite says, or that it cannot even be told."""
    return "SQLite complains, in what is no text" if isinstance(failure, UnicodeDecodeError) else str(failure)
