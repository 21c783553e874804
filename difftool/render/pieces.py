"""Styled stretches of a text for terminals: one list feeds the plain and the coloured form, so they say the same."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Piece", "draw", "plain"]

# Orange and blue stay apart for colour-blind people (anchors: ecosystem §5); 256 colours are everywhere.
_STYLES = {
    "": "",
    "head": "bold",
    "quiet": "dim",
    "warning": "bold color(208)",
    "left": "color(208) strike",
    "right": "color(39) underline",
    "mask": "color(220)",
}


class Piece(NamedTuple):
    """Hold a stretch of a line with the name of its style."""

    text: str
    style: str = ""


def draw(pieces: Iterable[Piece], console: "Console") -> None:
    """Print pieces on a console of rich, in colour where it has any; long lines are the terminal's."""
    from rich.text import Text  # noqa: PLC0415 - rich is loaded only for a terminal

    whole = Text()
    for piece in pieces:
        whole.append(piece.text, _STYLES[piece.style])
    console.print(whole, end="", soft_wrap=True)


def plain(pieces: Iterable[Piece]) -> str:
    """Write pieces without colour.

    >>> plain([Piece("一", "head"), Piece("二")])
    '一二'
    """
    return "".join([piece.text for piece in pieces])
