"""The work behind `masks`: read the files, take the inventory, show it, draw it in every format asked for.

A command imports it when it runs and not before.
"""

from collections.abc import Sequence

from difftool import __version__
from difftool.cli import listing, reporting
from difftool.cli.listing import File, Report
from difftool.masks import masks
from difftool.model import Settings
from difftool.model.inventory import Inventory
from difftool.model.places import Unread
from difftool.render import inventory as drawing

__all__ = ["SUFFIXES", "drawn", "show", "take_stock"]

SUFFIXES = {".csv": "csv", ".json": "json", ".txt": "text"}


def take_stock(files: Sequence[File], encoding: str | None, settings: Settings, *, quiet: bool) -> Inventory:
    """Take the inventory, the user's own masks with it; unread files of a folder are told. Raises `UnreadableFile`."""
    unread: list[Unread] = []
    found = masks(listing.documents(files, encoding, unread, quiet=quiet, doing="reading"), settings.masks)
    if not quiet:
        listing.tell_unread(unread)
    found = found._replace(unread=tuple(unread))
    return drawing.concealed(found) if settings.conceal else found


def show(inventory: Inventory) -> None:
    """Print the table."""
    reporting.draw(lambda: drawing.plain(inventory), lambda console: drawing.show(inventory, console))


def drawn(inventory: Inventory, reports: Sequence[Report]) -> dict[str, str]:
    """Draw the inventory in each format that a report wants."""
    draw = {
        "csv": lambda: drawing.as_csv(inventory),
        "json": lambda: drawing.as_json(inventory, __version__),
        "text": lambda: drawing.plain(inventory),
    }
    return {form: draw[form]() for form in dict.fromkeys(report.form for report in reports)}
