"""The files that a command is given, in folders too: listed, read one by one, and what cannot be read told.

Shared by the commands that take many files. A command imports it when it runs and not before.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from difftool.cli import processes, reporting, targets, writing
from difftool.cli.sources import STANDARD_INPUT
from difftool.cli.targets import Target
from difftool.errors import DifftoolError
from difftool.model import Document
from difftool.model.places import Unread

__all__ = ["File", "documents", "following", "listed", "refuse_bad_places", "tell_unread", "with_progress", "worked"]

Result = TypeVar("Result")

# Fewer files are read before a bar is drawn.
_MANY = 8


class File(NamedTuple):
    """Name a file to read, and whether it was named itself or found in a folder."""

    path: str
    is_named: bool


def listed(paths: Sequence[str], *, quiet: bool, own: str = "", verb: str = "read") -> list[File]:
    """List the files, sorted by name and each once: those named, and all in the folders named.

    In folders, what begins with a dot is passed over, as is the file `own` (the needle of a search), which is
    told; `verb` says what is done to a file. `-` is standard input.
    """
    named = {os.path.realpath(path): File(path, is_named=True) for path in sorted(paths, reverse=True)}
    found = {home: file for home, file in named.items() if not _is_folder(file.path)}
    mine = os.path.realpath(own) if own else ""
    for path in (path for _, path in sorted((file.path, file.path) for file in named.values())):
        for inside in _inside(path, verb) if _is_folder(path) else ():
            home = os.path.realpath(inside)
            if home != mine:
                found.setdefault(home, File(inside, is_named=False))
            elif home not in found and not quiet:
                writing.say(f"note:   {inside} is the needle itself and was not {verb}")
    return sorted(found.values())


def _is_folder(path: str) -> bool:
    return path != STANDARD_INPUT and os.path.isdir(path)  # noqa: PTH112 - as in `sources`


def _inside(folder: str, verb: str) -> Iterator[str]:
    """Go through the files of a folder and the folders in it, sorted; what cannot be opened is told."""

    def tell(failure: OSError) -> None:
        cause = (failure.strerror or "it cannot be opened").lower()
        writing.say(f"note:   {failure.filename} was not {verb}: {cause}")

    for path, folders, files in os.walk(folder, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(path, name) for name in sorted(files) if not name.startswith("."))  # noqa: PTH118 - a name is shown as it was given


def documents(
    files: Sequence[File], encoding: str | None, unread: list[Unread], *, quiet: bool, doing: str
) -> Iterator[Document]:
    """Read the files one by one; those of a folder that cannot be read are added to `unread`.

    A bar that says what is done is drawn while many are read. Raises `UnreadableFile` for a file that was named.
    """
    results = map(partial(_worked, _itself, encoding), files)
    yield from _parted(with_progress(results, len(files), doing, quiet=quiet), unread)


def worked(  # noqa: PLR0913 - what is read, how, and what is done with it
    work: Callable[[Document], Result],
    files: Sequence[File],
    encoding: str | None,
    unread: list[Unread],
    *,
    quiet: bool,
    doing: str,
) -> Iterator[Result]:
    """Read files as `documents` does and give what `work` makes of each; in several processes if they are large.

    `work` is a function of a module, or a `partial` of one. Raises as `documents` does, and `LostWorker`.
    """
    here = any(file.path == STANDARD_INPUT for file in files)
    size = 0 if here else sum(map(_size, files))
    results = processes.each(partial(_worked, work, encoding), files, size)
    yield from _parted(with_progress(results, len(files), doing, quiet=quiet), unread)


def _parted(results: Iterable[Result | Unread], unread: list[Unread]) -> Iterator[Result]:
    """Give what was made, and put aside the files that could not be read."""
    for found in results:
        if isinstance(found, Unread):
            unread.append(found)
        else:
            yield found


def _itself(document: Document) -> Document:
    return document


def _worked(work: Callable[[Document], Result], encoding: str | None, file: File) -> Result | Unread:
    """Read one file and do the work, maybe in a process of its own; a file of a folder may fail."""
    name = "standard input" if file.path == STANDARD_INPUT else file.path
    try:
        document = reporting.read_one(file.path, name, encoding)
    except DifftoolError as failure:
        if file.is_named:
            raise
        return Unread(file.path, str(failure))
    return work(document)


def _size(file: File) -> int:
    """Give the bytes of a file, 0 where it cannot be asked: reading will tell."""
    try:
        return os.stat(file.path).st_size  # noqa: PTH116 - as in `sources`
    except (OSError, ValueError):
        return 0


def tell_unread(unread: Sequence[Unread], verb: str = "read") -> None:
    """Say which files were passed over, and why."""
    for one in unread:
        writing.say(f"note:   not {verb}: {one.reason}")


def with_progress(results: Iterable[Result], count: int, doing: str, *, quiet: bool) -> Iterable[Result]:
    """Draw a bar on standard error while many files are worked on, if that is a terminal."""
    if quiet or count < _MANY or sys.stderr is None or not sys.stderr.isatty():
        return results
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import track  # noqa: PLC0415 - as above

    return track(results, total=count, description=doing, console=Console(stderr=True), transient=True)


def following(doing: str, *, quiet: bool) -> Callable[[Iterable[Result], int], Iterable[Result]]:
    """Give what draws such a bar over what it is given, for work that says itself how much there is."""
    return lambda results, count: with_progress(results, count, doing, quiet=quiet)


def refuse_bad_places(reports: Sequence[Target], files: Sequence[File], what: str = "one of the files read") -> None:
    """Raise `UnwritableReport` when a report would replace a file that is read, or has no folder to stand in."""
    targets.refuse_bad_places(reports, [file.path for file in files], what)
