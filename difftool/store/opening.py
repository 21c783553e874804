"""A store's file opened: found upwards from a folder, made where it is wanted, read where nothing may be written.

Knows no table.
"""

import os
import sqlite3
from functools import partial
from pathlib import Path
from typing import NamedTuple

from difftool.errors import UnusableStore
from difftool.store.locking import PATIENCE, guarded, is_full, patiently, primary
from difftool.store.migrations import brought_up_to_date, schema_of

__all__ = ["DEFAULT", "Mark", "found", "mark", "opened", "refuse_moved", "root"]

DEFAULT = Path(".difftool", "store.db")
# STRICT tables came with 3.37, in November 2021.
_OLDEST = (3, 37, 0)
_AT_REST = "mode=ro&immutable=1"  # for files that nobody changes meanwhile
# What SQLite says where it cannot make the files that a log needs: rights, or no room.
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL}


class Mark(NamedTuple):
    """Hold a place and which file is there: its device and its number on it."""

    path: Path
    file: tuple[int, int]


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
        how = _way(path, create=create)
        try:
            # SQLite itself does not wait where several make one store.
            return patiently(partial(_connected, path, how, create=create))
        except sqlite3.OperationalError as failure:
            # Where nothing can be written, a store cannot have its log, and can be read as long as nothing changes it.
            if primary(failure) not in _UNWRITABLE or how == _AT_REST or (create and is_full(failure)):
                raise
            if _has_log(path):
                raise _left(path) from failure
            if not _is_at_rest(path):
                raise
            return _connected(path, _AT_REST, create=False)


def mark(path: Path) -> Mark:
    """Note which file a path leads to."""
    found = path.stat()
    return Mark(path.absolute(), (found.st_dev, found.st_ino))


def refuse_moved(marked: Mark) -> None:
    """Raise `UnusableStore` where another file, or none, is in the place of one that was noted.

    What is written to a file that was moved away goes into the log that stayed behind, and is not found any more.
    """
    try:
        is_there = mark(marked.path) == marked
    except OSError:
        is_there = False
    if not is_there:
        message = f"cannot use the store {marked.path}: it was moved, deleted or replaced while it was open"
        raise UnusableStore(message, hint=f"bring it back to where {marked.path.name}-wal is, and open it anew")


def _way(path: Path, *, create: bool) -> str:
    """Say how SQLite is to open a file."""
    if not path.exists() or os.access(path, os.W_OK):
        return "mode=rwc" if create else "mode=rw"
    # Files beside the store that a mere reader makes are the reader's, and its owner could not write any more.
    return "mode=ro&readonly_shm=1" if _beside(path, "-shm").exists() or not _is_at_rest(path) else _AT_REST


def _refuse(path: Path, *, create: bool) -> None:
    """Raise `UnusableStore` where there is no file to open."""
    if sqlite3.sqlite_version_info < _OLDEST:
        message = f"a store needs SQLite 3.37 or newer, and this Python has {sqlite3.sqlite_version}"
        raise UnusableStore(message, hint="use a Python with a newer SQLite: any of python.org's has one")
    if path.is_dir():
        message = f"{path} is a folder, and a store is a file"
        raise UnusableStore(message, hint=f"name a file in it: --store {path / DEFAULT.name}")
    if path.exists() and not path.is_file():
        message = f"{path} is no file that can be kept"
        raise UnusableStore(message, hint="name another one with --store")
    if _size(path) == 1:
        # For SQLite, a file of one byte is an empty one.
        message = f"{path} is no store of difftool"
        raise UnusableStore(message, hint="name another file with --store")
    if path.is_symlink() and not path.exists():
        # A store that moved away, or whose disk is not there, is not begun anew.
        message = f"{path} is a link to {path.readlink()}, which is not there"
        raise UnusableStore(message, hint="bring that back, or take the link away")
    if not (create or path.exists()):
        message = f"there is no store {path}"
        raise UnusableStore(message, hint="'difftool track FILE' makes one; or name another with --store")


def _connected(path: Path, how: str, *, create: bool) -> sqlite3.Connection:
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        # Without it, what takes the place of another row goes past the triggers.
        db.execute("PRAGMA recursive_triggers = ON")
        # What a damaged file says is not believed.
        db.execute("PRAGMA trusted_schema = OFF")
        # What is forgotten is overwritten.
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA synchronous = FULL")
        # Asked first: what is no store of ours gets no log.
        if schema_of(db, str(path)) == 0 and not create:
            raise _empty(path)  # noqa: TRY301 - it is closed as after any other failure
        ((mode,),) = db.execute("PRAGMA journal_mode")
        if mode != "wal" and "mode=ro" not in how:
            db.execute("PRAGMA journal_mode = WAL")
        brought_up_to_date(db, str(path))
    except BaseException:
        db.close()
        raise
    return db


def _empty(path: Path) -> UnusableStore:
    message = f"{path} is empty, and no store yet"
    return UnusableStore(message, hint="'difftool track FILE' makes it one; or name another with --store")


def _left(path: Path) -> UnusableStore:
    message = (
        f"cannot use the store {path}: {path.name}-wal holds what is not in it yet, and nothing can be written there"
    )
    return UnusableStore(message, hint="copy both files to a place where you may write, and name the copy with --store")


def _is_at_rest(path: Path) -> bool:
    """Tell whether something is there, and all of it in the file."""
    return _size(path) > 0 and not _has_log(path)


def _has_log(path: Path) -> bool:
    """Tell whether a log beside a store holds what is not in it yet."""
    return _size(_beside(path, "-wal")) > 0


def _beside(path: Path, suffix: str) -> Path:
    """Name a file that SQLite keeps with a store: beside the file itself, where the path is a link."""
    real = Path(os.path.realpath(path))
    return real.with_name(real.name + suffix)


def _size(path: Path) -> int:
    """Give the bytes of a file, 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        cause = (failure.strerror or type(failure).__name__).lower()
        message = f"cannot make the folder {folder} for a store: {cause}"
        raise UnusableStore(message, hint="name another place with --store") from failure
