"""The work behind `locate`: search the files, show and write.

A command imports it when it runs and not before.
"""

import os
from collections.abc import Sequence
from functools import partial

from difftool import __version__
from difftool.cli import delivering, listing, reporting
from difftool.cli.listing import File
from difftool.cli.sources import STANDARD_INPUT
from difftool.cli.targets import Target
from difftool.errors import InvalidSettings
from difftool.locate import gathered, searched
from difftool.model import Settings
from difftool.model.places import Search, Unread, to_json
from difftool.render import places


def listed(needle: str, haystacks: Sequence[str], *, quiet: bool) -> list[File]:
    """List the files to search as `listing.listed` does; in folders the needle's own file is passed over, aloud.

    Raises `InvalidSettings` when a haystack is to be standard input.
    """
    if STANDARD_INPUT in haystacks:
        message = "only the needle can be read from standard input"
        raise InvalidSettings(message, hint="name the files to search")
    return listing.listed(haystacks, quiet=quiet, own="" if needle == STANDARD_INPUT else needle, verb="searched")


def search(  # noqa: PLR0913 - each is an argument or an option of the command
    needle: str, files: Sequence[File], at_least: float, encoding: str | None, *, conceal: bool, quiet: bool
) -> Search:
    """Search the files; those of a folder that cannot be read are told and listed. Raises `UnreadableFile`."""
    unread: list[Unread] = []
    name = "standard input" if needle == STANDARD_INPUT else os.path.basename(needle)  # noqa: PTH119 - as in `sources`
    sought = reporting.read_one(needle, name, encoding)
    work = partial(searched, needle=sought, at_least=at_least, work_limit=Settings().work_limit)
    found = gathered(sought, listing.worked(work, files, encoding, unread, quiet=quiet, doing="searching"), at_least)
    if not quiet:
        listing.tell_unread(unread, "searched")
    found = found._replace(unread=tuple(unread))
    return places.concealed(found, sought.text) if conceal else found


def deliver(found: Search, reports: Sequence[Target], *, quiet: bool) -> None:
    """Print the table, or write the listings asked for."""
    views = delivering.Views(lambda: places.pieces(found), lambda: to_json(found, __version__))
    delivering.deliver(views, reports, quiet=quiet)
