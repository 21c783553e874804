"""The work behind `check`: read the files, check them, show and draw what was found.

A command imports it when it runs and not before.
"""

import os
from collections.abc import Sequence

from difftool import __version__
from difftool.check import check
from difftool.cli import listing, reporting
from difftool.cli.listing import File, Report
from difftool.cli.sources import STANDARD_INPUT
from difftool.errors import InvalidSettings
from difftool.model import Settings
from difftool.model.check import Audit
from difftool.model.places import Unread
from difftool.render import check as drawing

__all__ = ["SUFFIXES", "audit", "drawn", "listed", "show"]

SUFFIXES = {".json": "json", ".txt": "text"}


def listed(files: Sequence[str], against: Sequence[str], *, quiet: bool) -> tuple[list[File], list[File]]:
    """List the files to check and the copies that may show what they hide; a file is no copy of itself.

    Raises `InvalidSettings` when standard input is to be both.
    """
    if STANDARD_INPUT in files and STANDARD_INPUT in against:
        message = "standard input is to be both a text and a copy of it"
        raise InvalidSettings(message, hint="name one of the two as a file")
    named = listing.listed(files, quiet=quiet)
    known = {os.path.realpath(file.path) for file in named}
    return named, [file for file in listing.listed(against, quiet=quiet) if os.path.realpath(file.path) not in known]


def audit(
    named: Sequence[File], copies: Sequence[File], settings: Settings, encoding: str | None, *, quiet: bool
) -> Audit:
    """Check the files; those of a folder that cannot be read are told and noted. Raises `UnreadableFile`."""
    unread: list[Unread] = []
    documents = list(listing.documents(named, encoding, unread, quiet=quiet, doing="reading"))
    others = list(listing.documents(copies, encoding, unread, quiet=quiet, doing="reading"))
    if not quiet:
        listing.tell_unread(unread)
    found = check(documents, others, settings)
    return found._replace(notes=(*found.notes, *[f"not read: {one.reason}" for one in unread]))


def show(found: Audit) -> None:
    """Print what was found."""
    reporting.draw(lambda: drawing.plain(found), lambda console: drawing.show(found, console))


def drawn(found: Audit, reports: Sequence[Report]) -> dict[str, str]:
    """Draw what was found in each format that a report wants."""
    draw = {"json": lambda: drawing.as_json(found, __version__), "text": lambda: drawing.plain(found)}
    return {form: draw[form]() for form in dict.fromkeys(report.form for report in reports)}
