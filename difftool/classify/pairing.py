"""Which tokens of one edit answer each other: by what they are under the folds, or by their sort.

Asked by `cutting`. Knows no kinds; a pair says only that two pieces stand in the same slot.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from difftool.classify.numbers import is_number
from difftool.classify.surface import is_mark
from difftool.model import MaskStyle, Span
from difftool.view.tokens import MASK_SYMBOL, columns

# Cells of the table that pairs the tokens of one edit; larger edits are paired at their ends only.
_CELLS = 250_000


class Piece(NamedTuple):
    """A token or a stretch of white space, with what it is compared by and its sort."""

    span: Span
    symbol: str
    sort: str


class Pair(NamedTuple):
    """Two pieces that answer each other, by their places in the two sequences."""

    left: int
    right: int


def pieces(text: str, span: Span, styles: tuple[MaskStyle, ...] = ()) -> list[Piece]:
    """List the tokens of a span and the white space between them; `styles` are the user's own masks."""
    found: list[Piece] = []
    at = span.start
    for start, end, symbol in zip(*columns(text, span, styles), strict=True):
        if start > at:
            found.append(Piece(Span(at, start), " ", "s"))
        source = text[start:end]
        unit = source in {"百", "千"} and text[end : end + 1] in {"分", "米", "克", "瓦"}
        sort = "m" if symbol == MASK_SYMBOL else "w" if unit else _sort(source)
        found.append(Piece(Span(start, end), symbol, sort))
        at = end
    if at < span.end:
        found.append(Piece(Span(at, span.end), " ", "s"))
    return found


@lru_cache(maxsize=8192)
def _sort(source: str) -> str:
    if is_number(source):
        return "n"
    return "p" if is_mark(source) else "w"


def paired(one: list[Piece], other: list[Piece]) -> list[Pair]:
    """Pair the pieces with the same symbol in a longest common subsequence."""
    same = [piece.symbol for piece in one], [piece.symbol for piece in other]
    return _common(*same)


def _common(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Find a longest common subsequence (the textbook table; above its bound the common ends only)."""
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    rows, columns = one[head : len(one) - tail], other[head : len(other) - tail]
    pairs = [Pair(at, at) for at in range(head)]
    if rows and columns and len(rows) * len(columns) <= _CELLS and not set(rows).isdisjoint(columns):
        best = [[0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
        for row in range(len(rows) - 1, -1, -1):
            for column in range(len(columns) - 1, -1, -1):
                best[row][column] = (
                    best[row + 1][column + 1] + 1
                    if rows[row] == columns[column]
                    else max(best[row + 1][column], best[row][column + 1])
                )
        row = column = 0
        while row < len(rows) and column < len(columns):
            if rows[row] == columns[column]:
                pairs.append(Pair(head + row, head + column))
                row, column = row + 1, column + 1
            elif best[row + 1][column] >= best[row][column + 1]:
                row += 1
            else:
                column += 1
    return pairs + [Pair(len(one) - at, len(other) - at) for at in range(tail, 0, -1)]


def _sorts(pieces: list[Piece]) -> list[str]:
    """Sort the pieces, a mask as a number: they stand in the same slots."""
    return ["n" if piece.sort == "m" else piece.sort for piece in pieces]


def _unpaired(own: list[str], facing: list[str], side: str) -> list[str]:
    """Keep the sorts of which both sides have equally many; each other piece is told apart from all."""
    shared = [sort for sort in "np" if own.count(sort) == facing.count(sort)]
    return [sort if sort in shared else f"{side}{at}" for at, sort in enumerate(own)]


def paired_by_sort(one: list[Piece], other: list[Piece]) -> list[Pair]:
    """Pair numbers and masks with each other, and marks, where both sides have equally many."""
    sorts = _sorts(one), _sorts(other)
    return _common(_unpaired(sorts[0], sorts[1], "l"), _unpaired(sorts[1], sorts[0], "r")) if one and other else []
