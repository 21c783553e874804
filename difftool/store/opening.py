"""A store's file opened: found upwards from a folder, made where it is wanted, read where nothing may be written.

Knows no table.
"""

import sqlite3
from pathlib import Path

from difftool.errors import UnusableStore
from difftool.store.locking import guarded, primary
from difftool.store.migrations import brought_up_to_date

__all__ = ["DEFAULT", "found", "opened", "root"]

DEFAULT = Path(".difftool", "store.db")
# STRICT tables came with 3.37, in November 2021.
_OLDEST = (3, 37, 0)
_PATIENCE = 60.0  # seconds to wait for another writer, whose transactions are short


def found(folder: Path) -> Path | None:
    """Find the nearest store from a folder upwards."""
    places = [above / DEFAULT for above in (folder, *folder.parents)]
    return next((place for place in places if place.is_file()), None)


def root(store: Path) -> Path:
    """Give the folder from which a store names files: the one around `.difftool`, else the one that it stands in.

    >>> root(Path("/a/.difftool/store.db")).as_posix(), root(Path("/a/b.db")).as_posix()
    ('/a', '/a')
    """
    return store.parent.parent if store.parent.name == DEFAULT.parent.name else store.parent


def opened(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open a store, and bring it up to date; with `create`, make it where there is none.

    Where nothing may be written it can still be read. Raises `UnusableStore`, and `DamagedStore` for a file that
    SQLite cannot make sense of.
    """
    if sqlite3.sqlite_version_info < _OLDEST:
        message = f"a store needs SQLite 3.37 or newer, and this Python has {sqlite3.sqlite_version}"
        raise UnusableStore(message, hint="use a Python with a newer SQLite: any of python.org's has one")
    if not create and not path.exists():
        message = f"there is no store {path}"
        raise UnusableStore(message, hint="'difftool track FILE' makes one; or name another with --store")
    name = str(path)
    with guarded(name):
        if create:
            _make_folder(path.parent)
        try:
            db = _connected(path, "mode=rwc" if create else "mode=rw")
            brought_up_to_date(db, name)
        except sqlite3.OperationalError as failure:
            # A store with a log cannot be opened in a folder that may not be written, unless nothing can change it.
            if primary(failure) not in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN} or not _is_at_rest(path):
                raise
            db = _connected(path, "mode=ro&immutable=1")
            brought_up_to_date(db, name)
    return db


def _connected(path: Path, how: str) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        # What a damaged file says is not believed.
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cell_size_check = ON")
        # What is forgotten is overwritten.
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA synchronous = FULL")
        ((mode,),) = db.execute("PRAGMA journal_mode")
        if mode != "wal" and "immutable" not in how:
            db.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        db.close()
        raise
    return db


def _is_at_rest(path: Path) -> bool:
    """Tell whether a store is there, and no log beside it holds what is not in it yet."""
    log = path.with_name(path.name + "-wal")
    try:
        return path.is_file() and (not log.exists() or log.stat().st_size == 0)
    except OSError:
        return False


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        cause = (failure.strerror or type(failure).__name__).lower()
        message = f"cannot make the folder {folder} for a store: {cause}"
        raise UnusableStore(message, hint="name another place with --store") from failure
