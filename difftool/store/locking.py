"""Transactions on a store, and what SQLite says when one fails, in words of ours.

Knows no table.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from time import monotonic, sleep
from typing import TypeVar

from difftool.errors import DamagedStore, DifftoolError, UnusableStore

__all__ = ["PATIENCE", "emptied", "guarded", "is_full", "patiently", "primary", "steady", "written"]

Result = TypeVar("Result")

PATIENCE = 60.0  # seconds to wait for another writer, whose transactions are short
_BREATH, _PAUSE = 250, 0.005  # milliseconds that SQLite waits at a time, and seconds until it is asked again
_FULL = "the disk is full"
# The primary codes of SQLite (its result codes, sqlite.org/rescode.html) that a store can meet, and what to do.
_USABLE: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("another program has been writing to it for a minute", "try again when that one is done"),
    sqlite3.SQLITE_LOCKED: ("another program is writing to it", "try again when that one is done"),
    sqlite3.SQLITE_FULL: (_FULL, "make room and do it again; what was tracked before is there"),
    sqlite3.SQLITE_READONLY: ("it may only be read", "get the right to write there, or make room if the disk is full"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "check the path and its rights"),
    sqlite3.SQLITE_PERM: ("it may not be opened", "ask its owner for the right to read it"),
    sqlite3.SQLITE_IOERR: ("the disk cannot be read or written", "check the disk; what was tracked before is there"),
    sqlite3.SQLITE_TOOBIG: ("a text is too large for it", "a store takes texts of up to a gigabyte"),
}
_PRIMARY = 0xFF  # an extended code holds its primary one in the lowest byte


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """Turn SQLite's failures into ours: `UnusableStore` for what lies outside the file, else `DamagedStore`.

    `name` is the store's, for the message.
    """
    try:
        yield
    except sqlite3.Error as failure:
        raise _explained(failure, name) from failure
    except UnicodeDecodeError as failure:
        # Python reads SQLite's complaints as UTF-8, and they may quote what is damaged.
        raise _damaged(name, "SQLite complains, in what is no text") from failure


def is_full(failure: sqlite3.Error) -> bool:
    """Tell whether there was no room, for the store or for the index of its log."""
    full = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}
    return getattr(failure, "sqlite_errorcode", None) in full


def primary(failure: sqlite3.Error) -> int:
    """Give the primary code of a failure, 0 where SQLite itself said nothing."""
    return (getattr(failure, "sqlite_errorcode", None) or 0) & _PRIMARY


def _explained(failure: sqlite3.Error, name: str) -> DifftoolError:
    code = sqlite3.SQLITE_FULL if is_full(failure) else primary(failure)
    if code in _USABLE:
        cause, hint = _USABLE[code]
        return UnusableStore(f"cannot use the store {name}: {cause}", hint=hint)
    if code == sqlite3.SQLITE_NOTADB:
        return UnusableStore(f"{name} is no store of difftool", hint="name another file with --store")
    if isinstance(failure, sqlite3.ProgrammingError):
        message = f"cannot use the store {name}: it is closed, or was opened by another thread"
        return UnusableStore(message, hint="open it where it is used: Store.open(path)")
    return _damaged(name, str(failure))


def _damaged(name: str, cause: str) -> DamagedStore:
    return DamagedStore(f"the store {name} is damaged: {cause}", hint="'difftool verify' tells what can still be read")


@contextmanager
def steady(db: sqlite3.Connection) -> Iterator[None]:
    """Read in one transaction: of what others write meanwhile, nothing is seen. May stand inside another."""
    inside = db.in_transaction
    if not inside:
        db.execute("BEGIN")
    try:
        yield
    finally:
        if not inside:
            db.rollback()


def patiently(work: Callable[[], Result]) -> Result:
    """Do something again as long as another process is in the way, for a minute at most."""
    until = monotonic() + PATIENCE
    while True:
        try:
            return work()
        except sqlite3.OperationalError as failure:
            if primary(failure) != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(_PAUSE)


@contextmanager
def _briefly(db: sqlite3.Connection) -> Iterator[None]:
    """Let SQLite wait for others but for a moment, for Ctrl-C is not heard while it waits."""
    db.execute(f"PRAGMA busy_timeout = {_BREATH}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA busy_timeout = {round(1000 * PATIENCE)}")


def _begin(db: sqlite3.Connection) -> None:
    """Begin to write, after any other."""
    with _briefly(db):
        patiently(partial(db.execute, "BEGIN IMMEDIATE"))


def emptied(db: sqlite3.Connection) -> bool:
    """Bring what the log holds into the file and empty it, and tell whether that was done.

    While another process reads, the log stays as it is; the last one to close the store empties it then.
    """
    with _briefly(db):
        ((is_busy, _, _),) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return not is_busy


@contextmanager
def written(db: sqlite3.Connection) -> Iterator[None]:
    """Write in one transaction that others wait for: all of it is there in the end, or nothing."""
    try:
        _begin(db)
        yield
        db.execute("COMMIT")
    except BaseException:
        # SQLite itself has rolled back where the disk was full.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
