"""How a result reaches its reader: on a terminal in colour, into a pipe, into files, in the formats asked for.

Shared by the commands; one imports it when it runs and not before. Knows no command.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from difftool.cli import writing
from difftool.cli.targets import Target
from difftool.render.json import as_text
from difftool.render.pieces import Piece, draw, plain

__all__ = ["Views", "deliver", "is_colourful", "put", "show"]


class Views(NamedTuple):
    """Hold the ways in which a result can be seen: pieces for people, the object of its JSON, rows for spreadsheets."""

    pieces: Callable[[], Iterable[Piece]]
    json: Callable[[], object]
    csv: Callable[[], str] = str


def deliver(views: Views, reports: Sequence[Target], *, quiet: bool = False) -> None:
    """Write a result as the reports ask for; where there is none, show its pieces, unless `quiet`."""
    if not (reports or quiet):
        show(views.pieces())
    forms: dict[str, Callable[[], str]] = {
        "csv": views.csv,
        "json": lambda: as_text(views.json()),
        "text": lambda: plain(views.pieces()),
    }
    put(reports, forms)


def show(pieces: Iterable[Piece]) -> None:
    """Print pieces to standard output: in colour on a terminal, as plain text into a pipe."""
    if not is_colourful():
        writing.put_out(plain(pieces))
        return
    from rich.console import Console  # noqa: PLC0415 - 40 ms that a pipe need not wait for

    console = Console()
    with console.capture() as drawn:
        draw(pieces, console)
    writing.put_out(drawn.get())


def put(reports: Sequence[Target], forms: Mapping[str, Callable[[], str | bytes | Iterable[bytes]]]) -> None:
    """Write the reports, each in its format: all are drawn before the first one is written.

    What comes in pieces is drawn while it is written, each time anew.
    """
    drawn = {form: forms[form]() for form in dict.fromkeys(report.format for report in reports)}
    for report in reports:
        whole = drawn[report.format]
        pieces = (writing.encoded(whole),) if isinstance(whole, str | bytes) else whole
        if report.path is None:
            all(map(writing.put_out, pieces))  # to the end, or until nobody reads it any more
            continue
        if report.makes_folder:
            writing.make_folder(report.path.parent)
        writing.write_pieces(report.path, pieces)


def is_colourful() -> bool:
    """Tell whether standard output wants colour: a terminal, unless NO_COLOR; or FORCE_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())
