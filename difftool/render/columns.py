"""Tables of a fixed pitch: how many cells a text takes on a terminal, and rows padded to columns.

Knows no colour and no terminal's width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["aligned", "cells"]


def cells(text: str) -> int:
    """Count the cells that a text takes on a terminal: two for what is wide, none for what combines.

    >>> cells("甲乙"), cells("ab")
    (4, 2)
    """
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - only a table needs it

    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Write rows of equal length as lines whose columns stand under each other; a column that is empty is left out.

    The first row holds the heads, and does not count for being empty.

    >>> list(aligned([("a", "b", "c"), ("甲", "", "x")]))
    ['a   c', '甲  x']
    """
    columns = [column for column in zip(*rows, strict=True) if any(column[1:])]
    widths = [max(map(cells, column)) for column in columns]
    for row in zip(*columns, strict=True):
        line = "  ".join(cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
        yield line.rstrip()
