"""Which store a command works on, and how it is opened.

A command imports it when it runs and not before.
"""

from collections.abc import Sequence
from pathlib import Path

from difftool.cli import targets
from difftool.cli.targets import Target
from difftool.errors import UnusableStore, UnwritableReport
from difftool.store import Store
from difftool.store.opening import DEFAULT, found

__all__ = ["located", "making", "reading", "refuse_bad_places"]


def making(store: str | None) -> tuple[Store, bool]:
    """Open the store that is named, or the nearest from the working directory upwards; else make one there.

    Tells also whether it was made. Raises `UnusableStore`.
    """
    path = _place(store) or Path.cwd() / DEFAULT
    is_new = not path.exists()
    return Store.open(path), is_new


def reading(store: str | None) -> Store:
    """Open the store that is named, or the nearest from the working directory upwards.

    Raises `UnusableStore` where there is none.
    """
    return Store.open(located(store), create=False)


def located(store: str | None) -> Path:
    """Find the store that is named, or the nearest; raises `UnusableStore` where none is named and none is near."""
    path = _place(store)
    if path is None:
        message = "there is no store here, nor in a folder above"
        raise UnusableStore(message, hint="'difftool track FILE' makes one; or name one with --store")
    return path


def refuse_bad_places(path: Path, asked: Sequence[Target]) -> None:
    """Raise `UnwritableReport` when a report would replace the store of a path, or has no folder.

    Nor may it stand where SQLite puts a file beside the store, even if there is none now.
    """
    what = "the store, or belongs to it"
    files = [f"{path}{suffix}" for suffix in ("", "-wal", "-shm", "-journal")]
    targets.refuse_bad_places(asked, files, what)
    taken = {Path(file).resolve() for file in files}
    for place in (report.path for report in asked if report.path and report.path.resolve() in taken):
        message = f"{place} is {what}"
        raise UnwritableReport(message, hint="name another file")


def _place(store: str | None) -> Path | None:
    return Path(store) if store else found(Path.cwd())
