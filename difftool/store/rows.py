"""Rows with a seal: a digest of what they say, so that a sign that has changed in a cell is noticed.

SQLite notices when its own structures are damaged, and not what a cell should hold. Knows what columns a table
has, and not what they mean.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from difftool.errors import DamagedStore

__all__ = ["SEALED", "Cell", "Row", "added", "columns", "damage", "proved", "rows", "sealed", "selected", "streamed"]

Cell = str | int | bytes | None

# The columns under the seal of each table, in the order of its rows here.
SEALED = {
    "lineage": ("name", "created"),
    "version": ("lineage", "number", "text", "characters", "promulgated"),
    "sighting": (
        "lineage",
        "version",
        "raw",
        "path",
        "source",
        "media_type",
        "encoding",
        "notes",
        "seen",
        "given",
        "turns",
    ),
    "label": ("lineage", "name", "version"),
    "viewing": ("lineage", "version", "seen"),
    "forgotten": ("lineage", "number"),
    "proposal": ("lineage", "likely"),
    "comparison": ("left", "right", "maker", "counts"),
}
# Tables whose rows have a number, which is under the seal, too, before the columns: the next one that was never used.
_NUMBERED = {
    "lineage": "SELECT coalesce(max(id), 0) + 1 FROM lineage",
    "sighting": (
        "SELECT max((SELECT coalesce(max(id), 0) FROM sighting),"
        " coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'sighting'), 0)) + 1"
    ),
}
# A condition that a row can be held against. Others stand behind them, or have numbered parameters.
_EQUAL = re.compile(r"(\w+) = \?(?!\d)", re.ASCII)


class Row(NamedTuple):
    """Hold a row that is proved: its number, 0 in a table that has none; its cells; its seal."""

    number: int
    cells: tuple[Cell, ...]
    seal: int


def sealed(table: str, cells: Sequence[Cell]) -> int:
    """Give the seal of a row, a digest of 64 bits; where rows have a number, it stands before the cells.

    >>> sealed("label", (1, "first", 1)) == sealed("label", (1, "firs_", 1))
    False
    """
    plain = [cell.hex() if isinstance(cell, bytes) else cell for cell in cells]
    return int.from_bytes(blake2b(json.dumps([table, *plain]).encode(), digest_size=8).digest(), "big", signed=True)


def added(db: sqlite3.Connection, table: str, cells: Sequence[Cell], *, replaces: bool = False) -> int:
    """Add a row with its seal, and give its number, 0 where it has none; `replaces` puts it in place of another."""
    numbers: tuple[int, ...] = db.execute(_NUMBERED[table]).fetchone() if table in _NUMBERED else ()
    names = columns(table)
    verb = "INSERT OR REPLACE" if replaces else "INSERT"
    marks = ", ".join("?" * len(names))
    whole = (*numbers, *cells)
    db.execute(
        f"{verb} INTO {table} ({', '.join(names)}) VALUES ({marks})",
        (*whole, sealed(table, whole)),
    )
    return sum(numbers)


def selected(db: sqlite3.Connection, table: str, where: str, values: Sequence[Cell] = ()) -> list[tuple[Cell, ...]]:
    """List the rows that fulfil a condition of ours, each proved. Raises `DamagedStore`."""
    return list(streamed(db, table, where, values))


def streamed(db: sqlite3.Connection, table: str, where: str, values: Sequence[Cell] = ()) -> Iterator[tuple[Cell, ...]]:
    """Go through rows as `selected` does, one at a time."""
    return (row.cells for row in rows(db, table, where, values))


def rows(db: sqlite3.Connection, table: str, where: str, values: Sequence[Cell] = ()) -> Iterator[Row]:
    """Go through rows as `streamed` does, and give each with its number and its seal."""
    names = columns(table)
    question = f"SELECT {', '.join(names)} FROM {table} WHERE {where}"  # noqa: S608 - names and words of ours
    asked = [(names.index(name), value) for name, value in zip(_EQUAL.findall(where), values, strict=False)]
    for row in db.execute(question, values):
        # A damaged index leads to other rows than those that were asked for.
        if any(row[at] != value for at, value in asked):
            cause = f"a {table} is not where it was put"
            raise damage(cause)
        yield proved(table, row)


def proved(table: str, row: Sequence[Cell]) -> Row:
    """Prove a row by its last cell, the seal; where rows have a number, that is the first. Raises `DamagedStore`."""
    *cells, seal = row
    if sealed(table, cells) != seal:
        cause = f"a {table} is not what was put in"
        raise damage(cause)
    first = table in _NUMBERED
    return Row(int(str(cells[0])) if first else 0, tuple(cells[first:]), int(str(seal)))


def columns(table: str) -> tuple[str, ...]:
    """List the columns of a table that `proved` needs, in its order."""
    return (*(("id",) if table in _NUMBERED else ()), *SEALED[table], "seal")


def damage(cause: str) -> DamagedStore:
    """Make the error that says what of a store is damaged.

    >>> str(damage("a label is not what was put in"))
    'the store is damaged: a label is not what was put in'
    """
    return DamagedStore(f"the store is damaged: {cause}", hint="'difftool verify' tells what can still be read")
