"""The work behind `masks`: read the files, take the inventory, show it or write it.

A command imports it when it runs and not before.
"""

from collections.abc import Sequence
from functools import partial

from difftool import __version__
from difftool.cli import delivering, listing
from difftool.cli.listing import File
from difftool.cli.targets import LISTING, Target
from difftool.masks import gathered, taken
from difftool.model import Settings
from difftool.model.inventory import Inventory, to_json
from difftool.model.places import Unread
from difftool.render import inventory as drawing

__all__ = ["SUFFIXES", "deliver", "take_stock"]

SUFFIXES = {".csv": "csv", **LISTING}


def take_stock(files: Sequence[File], encoding: str | None, settings: Settings, *, quiet: bool) -> Inventory:
    """Take the inventory, the user's own masks with it; unread files of a folder are told. Raises `UnreadableFile`."""
    unread: list[Unread] = []
    work = partial(taken, styles=settings.masks)
    found = gathered(listing.worked(work, files, encoding, unread, quiet=quiet, doing="reading"))
    if not quiet:
        listing.tell_unread(unread)
    found = found._replace(unread=tuple(unread))
    return drawing.concealed(found) if settings.conceal else found


def deliver(inventory: Inventory, reports: Sequence[Target], *, quiet: bool) -> None:
    """Print the table, or write the inventory as asked for."""
    views = delivering.Views(
        lambda: drawing.pieces(inventory), lambda: to_json(inventory, __version__), lambda: drawing.as_csv(inventory)
    )
    delivering.deliver(views, reports, quiet=quiet)
