"""A store's file opened: found upwards from a folder, made where it is wanted, read where nothing may be written.

Knows no table.
"""

import sqlite3
from pathlib import Path

from difftool.errors import UnusableStore
from difftool.store.locking import guarded, primary
from difftool.store.migrations import brought_up_to_date, schema_of

__all__ = ["DEFAULT", "found", "opened", "root"]

DEFAULT = Path(".difftool", "store.db")
# STRICT tables came with 3.37, in November 2021.
_OLDEST = (3, 37, 0)
_PATIENCE = 60.0  # seconds to wait for another writer, whose transactions are short
# What SQLite says where it cannot make the files that a log needs: rights, or no room.
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL}


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
    SQLite cannot make sense of; what is no store, or a newer one, is not changed.
    """
    _refuse(path, create=create)
    with guarded(str(path)):
        if create:
            _make_folder(path.parent)
        try:
            return _connected(path, "mode=rwc" if create else "mode=rw", create=create)
        except sqlite3.OperationalError as failure:
            # A store with a log cannot be opened where nothing can be written, unless nothing can change it.
            if primary(failure) not in _UNWRITABLE or not _is_at_rest(path):
                raise
            return _connected(path, "mode=ro&immutable=1", create=False)


def _refuse(path: Path, *, create: bool) -> None:
    """Raise `UnusableStore` where there is no file to open."""
    if sqlite3.sqlite_version_info < _OLDEST:
        message = f"a store needs SQLite 3.37 or newer, and this Python has {sqlite3.sqlite_version}"
        raise UnusableStore(message, hint="use a Python with a newer SQLite: any of python.org's has one")
    if path.is_dir():
        message = f"{path} is a folder, and a store is a file"
        raise UnusableStore(message, hint=f"name a file in it: --store {path / DEFAULT.name}")
    if path.is_symlink() and not path.exists():
        # A store that moved away, or whose disk is not there, is not begun anew.
        message = f"{path} is a link to {path.readlink()}, which is not there"
        raise UnusableStore(message, hint="bring that back, or take the link away")
    if not (create or path.exists()):
        message = f"there is no store {path}"
        raise UnusableStore(message, hint="'difftool track FILE' makes one; or name another with --store")


def _connected(path: Path, how: str, *, create: bool) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        # Without it, what takes the place of another row goes past the triggers.
        db.execute("PRAGMA recursive_triggers = ON")
        # What a damaged file says is not believed.
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cell_size_check = ON")
        # What is forgotten is overwritten.
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA synchronous = FULL")
        # Asked first: what is no store of ours gets no log.
        if schema_of(db, str(path)) == 0 and not create:
            raise _empty(path)  # noqa: TRY301 - it is closed as after any other failure
        ((mode,),) = db.execute("PRAGMA journal_mode")
        if mode != "wal" and "immutable" not in how:
            db.execute("PRAGMA journal_mode = WAL")
        brought_up_to_date(db, str(path))
    except BaseException:
        db.close()
        raise
    return db


def _empty(path: Path) -> UnusableStore:
    message = f"{path} is empty, and no store yet"
    return UnusableStore(message, hint="'difftool track FILE' makes it one; or name another with --store")


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
