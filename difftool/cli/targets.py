"""Decide where reports go and in which format, before any work is done."""

import os
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from difftool.cli.sources import STANDARD_INPUT, names
from difftool.errors import UnknownFormat, UnwritableReport
from difftool.render import SUFFIXES

STANDARD_OUTPUT = "-"
REPORTS = Path("reports")
# The formats of a listing, by suffix.
LISTING = {".json": "json", ".txt": "text"}

# File systems allow a name 255 bytes; what is left serves the joint, the suffix and the temporary name.
_STEM_BYTES = 110


class Format(StrEnum):
    """The formats that a comparison can be written in; those of `difftool.render`, as the help wants them."""

    JSON = "json"
    HTML = "html"
    TEXT = "text"
    TABLE_DOCX = "table-docx"
    TABLE_HTML = "table-html"


class Target(NamedTuple):
    """Name one report to write: a file, or standard output when `path` is None.

    Its folder is made when `makes_folder` says so; else it must be there.
    """

    path: Path | None
    format: str
    makes_folder: bool = False


def targets(outputs: Sequence[str], wanted: str | None, suffixes: Mapping[str, str] = SUFFIXES) -> tuple[Target, ...]:
    """List the reports asked for with -o and --format; none when neither was given.

    `wanted` decides for every output, else its suffix, and standard output is text.
    Raises `UnknownFormat` for a suffix that no format has.

    >>> targets(["a.html", "-"], None)[1]
    Target(path=None, format='text', makes_folder=False)
    >>> targets([], "json")
    (Target(path=None, format='json', makes_folder=False),)
    """
    if wanted and not outputs:
        return (Target(None, wanted),)
    return tuple(_target(output, wanted, suffixes) for output in dict.fromkeys(outputs))


def refuse_bad_places(
    reports: Sequence[Target], sources: Sequence[str], what: str = "one of the two texts compared"
) -> None:
    """Raise `UnwritableReport` when a report would replace a source, has no folder, or is nothing to print."""
    for report in reports:
        if report.path is None:
            _refuse_terminal(report)
            continue
        if any(_same(report.path, source) for source in sources):
            message = f"{report.path} is {what}"
            raise UnwritableReport(message, hint="name another file with -o; a source is never overwritten")
        if os.path.isdir(report.path):  # noqa: PTH112 - pathlib raises for a name that is too long
            message = f"cannot write {report.path}: it is a folder"
            raise UnwritableReport(message, hint=f"name a file in it: -o {report.path / 'report'}.{_suffix(report)}")
        if not (report.makes_folder or os.path.isdir(report.path.parent)):  # noqa: PTH112 - as above
            message = f"cannot write {report.path}: there is no folder {report.path.parent}"
            raise UnwritableReport(message, hint="make the folder first, or name another place with -o")


def with_page(reports: Sequence[Target], left: str, right: str) -> tuple[Target, ...]:
    """Add the page `reports/LEFT__RIGHT.html` where no report is an HTML file yet.

    >>> [page.path.as_posix() for page in with_page((), "a/law.txt", "b/law.txt")]
    ['reports/a-law__b-law.html']
    """
    return with_page_of(reports, *[name.rpartition(".")[0] or name for name in names(left, right)])


def with_page_of(reports: Sequence[Target], left: str, right: str) -> tuple[Target, ...]:
    """Add the page `reports/LEFT__RIGHT.html`, as `with_page` does, for two texts that are no files.

    >>> [page.path.as_posix() for page in with_page_of((), "law.txt@1", "law.txt@2")]
    ['reports/law.txt@1__law.txt@2.html']
    """
    if any(report.path and report.format == Format.HTML for report in reports):
        return tuple(reports)
    page = REPORTS / f"{_stem(left)}__{_stem(right)}.html"
    return (*reports, Target(page, Format.HTML, makes_folder=True))


def _refuse_terminal(report: Target) -> None:
    """Refuse to print an office document on a terminal, which would show its bytes."""
    if report.format == Format.TABLE_DOCX and sys.stdout is not None and sys.stdout.isatty():
        message = f"{report.format} is no text that a terminal shows"
        raise UnwritableReport(message, hint="name a file with -o table.docx, or pipe it into one")


def _suffix(report: Target) -> str:
    """Give what a file of that format ends in, by its format's name."""
    return report.format.rpartition("-")[2]


def _target(output: str, wanted: str | None, suffixes: Mapping[str, str]) -> Target:
    if output == STANDARD_OUTPUT:
        return Target(None, wanted or "text")
    path = Path(output)
    form = wanted or suffixes.get(path.suffix.lower())
    if form is None:
        message = f"{output} does not tell by its suffix which format it is to have"
        raise UnknownFormat(message, hint=f"end it in {', '.join(suffixes)}, or add --format")
    return Target(path, form)


def _same(report: Path, source: str) -> bool:
    """Tell whether a report would replace a source; also one that standard input is read from."""
    try:
        there = os.fstat(0) if source == STANDARD_INPUT else os.stat(source)  # noqa: PTH116 - pathlib has no fstat
        here = report.stat()
    except (OSError, ValueError):  # one of them is missing, or is no name at all: reading or writing will tell
        return False
    return S_ISREG(here.st_mode) and os.path.samestat(here, there)


def _stem(name: str) -> str:
    """Make a part of a file's name that is safe to list, to type and to link to."""
    plain = "".join([sign if sign.isprintable() and sign not in "/ " else "-" for sign in name])
    # A first dot would hide the report, a first dash would make it an option.
    return (plain.lstrip("-.") or "text").encode()[:_STEM_BYTES].decode(errors="ignore")
