"""The work behind `check`: read the files, check them, show or write what was found.

A command imports it when it runs and not before.
"""

import os
from collections.abc import Sequence

from difftool import __version__
from difftool.check import check
from difftool.cli import delivering, listing, processes
from difftool.cli.listing import File
from difftool.cli.sources import STANDARD_INPUT
from difftool.cli.targets import Target
from difftool.errors import InvalidSettings
from difftool.model import Settings
from difftool.model.check import Audit, to_json
from difftool.model.places import Unread
from difftool.render import check as drawing

__all__ = ["audit", "deliver", "listed"]


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
    # Each of the first is compared with all that follow it, which takes some four times as long as reading.
    size = 4 * sum(len(one.text) for one in (*documents, *others)) * len(documents)
    found = check(documents, others, settings, each=processes.spread(size))
    found = found._replace(notes=(*found.notes, *[f"not read: {one.reason}" for one in unread]))
    return drawing.concealed(found)


def deliver(found: Audit, reports: Sequence[Target], *, quiet: bool) -> None:
    """Print what was found, or write it as asked for."""
    views = delivering.Views(lambda: drawing.pieces(found), lambda: to_json(found, __version__))
    delivering.deliver(views, reports, quiet=quiet)
