"""The files that a command is given, in folders too: listed, read one by one, and what cannot be read told.

Shared by the commands that take many files. A command imports it when it runs and not before.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from difftool.cli import reporting, targets, writing
from difftool.cli.sources import STANDARD_INPUT
from difftool.cli.targets import Target
from difftool.errors import DifftoolError
from difftool.model import Document
from difftool.model.places import Unread

__all__ = ["File", "documents", "listed", "refuse_bad_places", "tell_unread"]

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
    for file in _with_progress(files, doing, quiet=quiet):
        name = "standard input" if file.path == STANDARD_INPUT else file.path
        try:
            yield reporting.read_one(file.path, name, encoding)
        except DifftoolError as failure:
            if file.is_named:
                raise
            unread.append(Unread(file.path, str(failure)))


def tell_unread(unread: Sequence[Unread], verb: str = "read") -> None:
    """Say which files were passed over, and why."""
    for one in unread:
        writing.say(f"note:   not {verb}: {one.reason}")


def _with_progress(files: Sequence[File], doing: str, *, quiet: bool) -> Iterable[File]:
    """Draw a bar on standard error while many files are read, if that is a terminal."""
    if quiet or len(files) < _MANY or sys.stderr is None or not sys.stderr.isatty():
        return files
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import track  # noqa: PLC0415 - as above

    return track(files, description=doing, console=Console(stderr=True), transient=True)


def refuse_bad_places(reports: Sequence[Target], files: Sequence[File], what: str = "one of the files read") -> None:
    """Raise `UnwritableReport` when a report would replace a file that is read, or has no folder to stand in."""
    targets.refuse_bad_places(reports, [file.path for file in files], what)
