"""Rows with a seal: a digest of what they say, so that a sign that has changed in a cell is noticed.

SQLite notices when its own structures are damaged, and not what a cell should hold. Knows what columns a table
has, and not what they mean.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from difftool.errors import DamagedStore

__all__ = ["SEALED", "Cell", "added", "damage", "proved", "sealed", "selected"]

Cell = str | int | bytes | None

# The columns under the seal of each table, in the order of its rows here; numbers that SQLite gives are not.
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
    "proposal": ("lineage", "likely"),
    "comparison": ("left", "right", "maker", "counts"),
}


def sealed(table: str, cells: Sequence[Cell]) -> bytes:
    """Give the seal of a row, 8 bytes.

    >>> sealed("label", (1, "first", 1)) == sealed("label", (1, "firs_", 1))
    False
    """
    plain = [cell.hex() if isinstance(cell, bytes) else cell for cell in cells]
    return blake2b(json.dumps([table, *plain]).encode(), digest_size=8).digest()


def added(db: sqlite3.Connection, table: str, cells: Sequence[Cell], *, replaces: bool = False) -> int:
    """Add a row with its seal, and give the number that SQLite gave it; `replaces` puts it in place of another."""
    columns = (*SEALED[table], "seal")
    verb = "INSERT OR REPLACE" if replaces else "INSERT"
    marks = ", ".join("?" * len(columns))
    statement = f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({marks})"
    return db.execute(statement, (*cells, sealed(table, cells))).lastrowid or 0


def selected(db: sqlite3.Connection, table: str, where: str, values: Sequence[Cell] = ()) -> list[tuple[Cell, ...]]:
    """List the rows that fulfil a condition of ours, each proved. Raises `DamagedStore`."""
    columns = ", ".join((*SEALED[table], "seal"))
    found = db.execute(f"SELECT {columns} FROM {table} WHERE {where}", values)  # noqa: S608 - as above
    return list(proved(table, found))


def proved(table: str, found: sqlite3.Cursor) -> Iterator[tuple[Cell, ...]]:
    """Go through rows whose last cell is their seal, and give them without it. Raises `DamagedStore`."""
    for *cells, seal in found:
        if sealed(table, cells) != seal:
            cause = f"a {table} is not what was put in"
            raise damage(cause)
        yield tuple(cells)


def damage(cause: str) -> DamagedStore:
    """Make the error that says what of a store is damaged.

    >>> str(damage("a label is not what was put in"))
    'the store is damaged: a label is not what was put in'
    """
    return DamagedStore(f"the store is damaged: {cause}", hint="'difftool verify' tells what can still be read")
