"""A store's schema: made in a new file, brought up to date in an older one, refused in a newer one.

A change of the schema is a file `migrations/NNNN.sql` that leads from schema N-1 to N, the same change in
`schema.sql`, and the new number here. Knows no document.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from difftool.errors import DamagedStore, UnusableStore
from difftool.store.locking import primary, steady, written

__all__ = ["APPLICATION", "LATEST", "brought_up_to_date", "schema_of"]

# PRAGMA application_id: the signs "dift".
APPLICATION = 0x64696674
LATEST = 2
_FOLDER = Path(__file__).parent


def brought_up_to_date(db: sqlite3.Connection, name: str) -> None:
    """Make the schema in a new store, or lead an older one to it, as a whole or not at all.

    Several callers may do so at once. Raises `UnusableStore` for a store of a newer schema, and for a database
    that is another program's.
    """
    before = schema_of(db, name)
    if before == LATEST:
        return
    with _told(name, before), written(db):
        # Another one may have done it meanwhile.
        number = schema_of(db, name)
        if number == 0:
            _run(db, "schema.sql")
            db.execute(f"PRAGMA application_id = {APPLICATION}")
        for step in range(max(1, number) + 1, LATEST + 1):
            if number:
                _run(db, f"migrations/{step:04}.sql")
        db.execute(f"PRAGMA user_version = {LATEST}")


@contextmanager
def _told(name: str, number: int) -> Iterator[None]:
    """Say of an older store that may only be read what has to be done."""
    try:
        yield
    except sqlite3.OperationalError as failure:
        if not number or primary(failure) != sqlite3.SQLITE_READONLY:
            raise
        message = f"cannot use the store {name}: it may only be read, and its schema {number} has to be led to {LATEST}"
        raise UnusableStore(
            message, hint="copy it to a place where you may write, and name the copy with --store"
        ) from failure


def schema_of(db: sqlite3.Connection, name: str) -> int:
    """Give the number of a store's schema, 0 for an empty file.

    Raises `UnusableStore` for a newer schema and for another program's database, `DamagedStore` for texts in UTF-16.
    """
    with steady(db):
        (number,) = db.execute("PRAGMA user_version").fetchone()
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if (number, application, tables) == (0, 0, 0):
        return 0
    if application != APPLICATION:
        message = f"{name} is a database of another program"
        raise UnusableStore(message, hint="name another file with --store")
    if number > LATEST:
        message = f"{name} was written by a newer difftool: its schema is {number}, and this one knows {LATEST}"
        raise UnusableStore(message, hint="update difftool; nothing was changed")
    ((encoding,),) = db.execute("PRAGMA encoding")
    if encoding != "UTF-8" or number < 1:
        message = f"the store {name} is damaged: its head says schema {number}, texts in {encoding}"
        raise DamagedStore(message, hint="take a copy of the store from before")
    return int(number)


def _run(db: sqlite3.Connection, name: str) -> None:
    """Run the statements of a file, one by one: all at once would end the transaction."""
    statement = ""
    for line in (_FOLDER / name).read_text("utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
