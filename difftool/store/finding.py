"""Which tracked document has a name, and which a file was tracked as; and the proof that none has.

SQLite finds a row by an index, and does not notice that one is damaged: what is found is proved by its seal, and what
is not found by a look at all rows, where an answer depends on it. Knows no version.
"""

import sqlite3
from collections.abc import Iterable

from difftool.store.rows import damage, rows, selected

__all__ = ["homes", "identity", "prove_absent"]


def identity(db: sqlite3.Connection, name: str) -> int | None:
    """Give the number of a tracked document, None where there is none of the name."""
    for row in rows(db, "lineage", "name = ?", (name,)):
        if row.cells[0] == name:
            return row.number
        cause = f"the document {name} is not found by its name"
        raise damage(cause)
    return None


def homes(db: sqlite3.Connection, path: str) -> list[str]:
    """Name the documents of which a file has held versions, at most two: then it is none's alone."""
    asked = "SELECT DISTINCT lineage FROM sighting WHERE path = ? LIMIT 2"
    found: list[str] = []
    for (lineage,) in db.execute(asked, (path,)).fetchall() if path else ():
        # An index is not under a seal; one of the rows that it leads to is.
        if not selected(db, "sighting", "path = ? AND lineage = ? LIMIT 1", (path, lineage)):
            cause = f"sightings of {path} are not where they were put"
            raise damage(cause)
        found += [str(name) for name, _ in selected(db, "lineage", "id = ?", (lineage,))]
    return sorted(found)


def prove_absent(db: sqlite3.Connection, names: Iterable[str], paths: Iterable[str] = ()) -> None:
    """Prove that no document has one of these names and that no file of these paths was tracked, without an index.

    Linear in the documents, and in the sightings where paths are asked. Raises `DamagedStore`.
    """
    for table, column, missed in (("lineage", "name", set(names)), ("sighting", "path", set(paths))):
        for one in missed:
            if db.execute(f"SELECT 1 FROM {table} NOT INDEXED WHERE {column} = ?", (one,)).fetchone():  # noqa: S608 - of ours
                cause = f"the {table} of {one} is not found by its {column}"
                raise damage(cause)
