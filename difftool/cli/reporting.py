"""The work behind a command: read, compare, show, write, and say how it ended.

A command imports it when it runs and not before: for `--help` it has nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from difftool import __version__
from difftool.cli import delivering, writing
from difftool.cli.sources import STANDARD_INPUT, names
from difftool.cli.targets import Format, Target
from difftool.compare import compare as compared
from difftool.errors import UnreadableFile
from difftool.model import Comparison, Document, Settings
from difftool.read import read, read_bytes
from difftool.render import FORMATS, Look, json_pieces, render

__all__ = [
    "Look",
    "compare",
    "exit_code",
    "mention",
    "open_page",
    "read_both",
    "read_one",
    "show",
    "standard_input",
    "verify",
    "write",
]


_LONG = 100_000  # code points; from three times as many on there may be so many edits


def read_both(
    left: str, right: str, left_encoding: str | None, right_encoding: str | None
) -> tuple[Document, Document]:
    """Read both sides; `-` is standard input. Raises `UnreadableFile`."""
    left_name, right_name = names(left, right)
    return read_one(left, left_name, left_encoding), read_one(right, right_name, right_encoding)


def compare(left: Document, right: Document, settings: Settings) -> Comparison:
    """Compare both sides, in several processes where very many edits have to be named. Raises `LostWorker`."""
    if left.length + right.length < _LONG:
        return compared(left, right, settings)
    from difftool.cli import processes  # noqa: PLC0415 - short texts are compared here

    return compared(left, right, settings, each=processes.each)


def verify(left: Document, right: Document, comparison: Comparison, *, quiet: bool) -> None:
    """Raise `BrokenLaw` when the comparison breaks one of its promises; unless `quiet`, say when it keeps them."""
    from difftool.laws import check  # noqa: PLC0415 - only --check needs it

    check(left, right, comparison)
    if not quiet:
        writing.say("check:  every law holds")


def show(comparison: Comparison, left: Document, right: Document, *, counts_only: bool) -> None:
    """Print the answer and the changes: all of them into a pipe, the first on a terminal."""
    from difftool.render.terminal import MOST, pieces  # noqa: PLC0415 - not needed where only a file is written

    most = 0 if counts_only else MOST if delivering.is_colourful() else None
    delivering.show(pieces(comparison, left, right, most))


def write(
    comparison: Comparison,
    left: Document,
    right: Document,
    reports: Sequence[Target],
    *,
    look: Look,
) -> None:
    """Write the reports: all are drawn before the first one is written, but JSON, which cannot fail, while it is."""
    forms: dict[str, Callable[[], str | bytes | Iterable[bytes]]] = {
        form: partial(render, comparison, left, right, form, version=__version__, look=look) for form in FORMATS
    }
    forms["json"] = partial(json_pieces, comparison, left, right, version=__version__)
    delivering.put(reports, forms)


def mention(comparison: Comparison, pages: Sequence[Target]) -> None:
    """Say where a report went that nobody named, and what was cut short."""
    for page in pages:
        writing.say(f"report: {page.path}")
    for limit in comparison.limits:
        writing.say(f"limit:  {limit.text}")


def open_page(reports: Sequence[Target]) -> None:
    """Show the first HTML report in the browser, or say that there is none to show it."""
    import webbrowser  # noqa: PLC0415 - only --open needs it

    page = next(report.path for report in reports if report.path and report.format == Format.HTML)
    if not webbrowser.open(page.resolve().as_uri()):
        writing.say(f"note:   no browser was found; open {page} yourself")


def exit_code(comparison: Comparison) -> int:
    """Answer 1 when a change is left to report, else 0."""
    return 1 if comparison.counted else 0


def read_one(path: str, name: str, encoding: str | None) -> Document:
    """Read one text, called `name`; `-` is standard input. Raises `UnreadableFile`."""
    if path != STANDARD_INPUT:
        return read(path, encoding=encoding, name=name)
    return read_bytes(standard_input(), name, encoding=encoding)


def standard_input() -> bytes:
    """Read standard input to its end. Raises `UnreadableFile` where it is closed."""
    if sys.stdin is None:
        message = "standard input is closed"
        raise UnreadableFile(message, hint="pipe a text into it, or name a file")
    return sys.stdin.buffer.read()
