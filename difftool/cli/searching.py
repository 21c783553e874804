"""The work behind `locate`: list the files, read them one by one, search, show and write.

A command imports it when it runs and not before.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from difftool import __version__
from difftool.cli import reporting, targets, writing
from difftool.cli.sources import STANDARD_INPUT
from difftool.cli.targets import Format, Target
from difftool.errors import DifftoolError, InvalidSettings
from difftool.locate import locate
from difftool.model import Document
from difftool.model.places import Search, Unread
from difftool.read import read
from difftool.render import places

# Fewer files are read before a bar is drawn.
_MANY = 8


class File(NamedTuple):
    """Name a file to search, and whether it was named itself or found in a folder."""

    path: str
    is_named: bool


def listed(needle: str, haystacks: Sequence[str], *, quiet: bool) -> list[File]:
    """List the files to search, sorted by name and each once: those named, and all in the folders named.

    In folders, what begins with a dot is passed over, as is the needle's own file, which is told.
    Raises `InvalidSettings` when a haystack is to be standard input.
    """
    if STANDARD_INPUT in haystacks:
        message = "only the needle can be read from standard input"
        raise InvalidSettings(message, hint="name the files to search")
    named = {os.path.realpath(path): File(path, is_named=True) for path in sorted(haystacks, reverse=True)}
    found = {home: file for home, file in named.items() if not os.path.isdir(home)}  # noqa: PTH112 - as in `sources`
    own = "" if needle == STANDARD_INPUT else os.path.realpath(needle)
    for path in (path for _, path in sorted((file.path, file.path) for file in named.values())):
        for inside in _inside(path) if os.path.isdir(path) else ():  # noqa: PTH112 - as above
            home = os.path.realpath(inside)
            if home != own:
                found.setdefault(home, File(inside, is_named=False))
            elif home not in found and not quiet:
                writing.say(f"note:   {inside} is the needle itself and was not searched")
    return sorted(found.values())


def _inside(folder: str) -> Iterator[str]:
    """Go through the files of a folder and the folders in it, sorted; what cannot be opened is told."""
    for path, folders, files in os.walk(folder, onerror=_tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(path, name) for name in sorted(files) if not name.startswith("."))  # noqa: PTH118 - a name is shown as it was given


def _tell(failure: OSError) -> None:
    writing.say(f"note:   {failure.filename} was not searched: {(failure.strerror or 'it cannot be opened').lower()}")


def refuse_bad_places(reports: Sequence[Target], needle: str, files: Sequence[File]) -> None:
    """Raise `UnwritableReport` when a report would replace a file that is read, or has no folder to stand in."""
    targets.refuse_bad_places(reports, (needle, *[file.path for file in files]), "one of the texts searched")


def search(needle: str, files: Sequence[File], at_least: float, encoding: str | None, *, quiet: bool) -> Search:
    """Search the files; those of a folder that cannot be read are told and listed. Raises `UnreadableFile`."""
    unread: list[Unread] = []

    def documents(some: Iterable[File]) -> Iterator[Document]:
        for file in some:
            try:
                yield read(file.path, encoding=encoding, name=file.path)
            except DifftoolError as failure:
                if file.is_named:
                    raise
                unread.append(Unread(file.path, str(failure)))

    name = "standard input" if needle == STANDARD_INPUT else os.path.basename(needle)  # noqa: PTH119 - as above
    found = locate(reporting.read_one(needle, name, encoding), documents(_with_progress(files, quiet=quiet)), at_least)
    for one in unread if not quiet else ():
        writing.say(f"note:   not searched: {one.reason}")
    return found._replace(unread=tuple(unread))


def _with_progress(files: Sequence[File], *, quiet: bool) -> Iterable[File]:
    """Draw a bar on standard error while many files are read, if that is a terminal."""
    if quiet or len(files) < _MANY or sys.stderr is None or not sys.stderr.isatty():
        return files
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import track  # noqa: PLC0415 - as above

    return track(files, description="searching", console=Console(stderr=True), transient=True)


def show(found: Search) -> None:
    """Print the table."""
    reporting.draw(lambda: places.plain(found), lambda console: places.show(found, console))


def write(found: Search, reports: Sequence[Target]) -> None:
    """Write the listings asked for."""
    for report in reports:
        text = places.as_json(found, __version__) if report.format is Format.JSON else places.plain(found)
        if report.path is None:
            writing.put_out(text)
        else:
            writing.write_file(report.path, text)
