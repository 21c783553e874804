"""The work behind `track`: read each file, keep it, say what it came to.

A command imports it when it runs and not before.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from glob import glob, has_magic
from typing import NamedTuple

from difftool.cli import listing, storing, writing
from difftool.cli.delivering import show
from difftool.cli.listing import File
from difftool.cli.reporting import standard_input
from difftool.cli.sources import STANDARD_INPUT
from difftool.errors import DifftoolError, InvalidSettings, UnreadableFile
from difftool.model import Settings
from difftool.model.lineages import Tracked
from difftool.model.places import Unread
from difftool.read import read_bytes
from difftool.render import lineages as drawing
from difftool.store import Store
from difftool.store.arriving import arrived
from difftool.store.names import refuse_bad_name
from difftool.store.opening import DEFAULT

__all__ = ["Said", "keep", "listed", "opened", "track"]


class Said(NamedTuple):
    """Hold what the user says of the texts, and how they are read and compared.

    `takes` answers yes to what is proposed.
    """

    encoding: str | None
    settings: Settings
    name: str | None = None
    label: str = ""
    date: str = ""
    source: str = ""
    takes: bool = False


def listed(paths: Sequence[str], said: Said, *, quiet: bool) -> list[File]:
    """List the files to track: with a name in the order given, as versions of one document, else as `listing.listed`.

    A pattern (`docs/*.txt`) that no shell has resolved is. Raises `InvalidSettings` for a bad name, or one said of a
    folder, `UnreadableFile` for a pattern that nothing fits.
    """
    named = [path for each in paths for path in _resolved(each)]
    folders = [path for path in named if path != STANDARD_INPUT and os.path.isdir(path)]  # noqa: PTH112 - as in `sources`
    if said.name is not None:
        refuse_bad_name(said.name)
    if said.name and folders:
        message = f"--as names one document, and {folders[0]} is a folder"
        raise InvalidSettings(message, hint="name its files; they become versions in the order in which you name them")
    if STANDARD_INPUT in named and not said.name:
        message = "a text from standard input has no name"
        raise InvalidSettings(message, hint="name its document with --as NAME")
    if said.name:
        if said.label and len(named) > 1:
            message = f"one label cannot name {len(named)} versions of {said.name}"
            raise InvalidSettings(message, hint="track them one by one, each with its --label")
        return [File(path, is_named=True) for path in named]
    return _without_stores(listing.listed(named, quiet=quiet, verb="tracked"))


def _resolved(path: str) -> list[str]:
    """Resolve a pattern where the shell has not: on Windows, or in quotes."""
    if not has_magic(path) or os.path.exists(path):  # noqa: PTH110 - as in `sources`
        return [path]
    found = sorted(glob(path, recursive=True))  # noqa: PTH207 - as in `sources`
    if not found:
        message = f"no file fits {path}"
        raise UnreadableFile(message, hint="check the pattern; a relative one starts from the current folder")
    return found


def _without_stores(files: list[File]) -> list[File]:
    """Leave out of a folder's files what SQLite keeps in it."""
    return [file for file in files if file.is_named or not file.path.endswith((".db", ".db-wal", ".db-shm"))]


@contextmanager
def opened(store: str | None, *, quiet: bool) -> Iterator[Store]:
    """Lend the store, made where there is none, which is told. Raises `UnusableStore`."""
    kept, is_new = storing.making(store)
    with kept:
        if is_new and not quiet:
            writing.say(f"store:  {store or DEFAULT} was made")
        yield kept


def track(store: Store, files: Sequence[File], said: Said, *, quiet: bool) -> list[Unread]:
    """Track files one by one and tell of each; gives those of folders that cannot be read.

    Each is kept before the next is read. Raises `UnreadableFile` for a file that was named.
    """
    unread: list[Unread] = []

    def work(file: File) -> Tracked | Unread:
        try:
            return keep(store, file.path, said)
        except DifftoolError as failure:
            if file.is_named or not isinstance(failure, UnreadableFile):
                raise
            return Unread(file.path, str(failure))

    for file, found in zip(
        files, listing.with_progress(map(work, files), len(files), "tracking", quiet=quiet), strict=True
    ):
        if isinstance(found, Unread):
            unread.append(found)
        elif not quiet:
            tell(found, file.path)
    return unread


def keep(store: Store, path: str, said: Said) -> Tracked:
    """Track one file. Raises as `Store.track` does."""
    if path == STANDARD_INPUT:
        content = standard_input()
        document, place = read_bytes(content, said.name or "standard input", encoding=said.encoding), ""
    else:
        document, content = arrived(path, said.encoding)
        place = store.named(path)
    return store.track(
        document,
        said.name or "",
        label=said.label,
        date=said.date,
        source=said.source,
        settings=said.settings,
        takes=said.takes,
        content=content,
        path=place,
    )


def tell(found: Tracked, path: str) -> None:
    """Print what tracking a file came to, and on standard error what is proposed."""
    show(drawing.tracked(found))
    if found.proposal and not found.taken:
        for line in drawing.proposed(found, path):
            writing.say(line)
