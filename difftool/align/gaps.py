"""The gaps between anchors: which of the paragraphs left there answer each other.

Order and neighbourhood speak for a pair here, so less likeness is enough than across the document.
"""

from __future__ import annotations

from collections.abc import Iterable

from difftool.align.anchors import Pair
from difftool.align.likeness import likeness
from difftool.align.pairing import Gap, Pairing
from difftool.align.sequence import equal_blocks

# So like are two lone paragraphs of a gap that no paragraph elsewhere needs to be asked.
CLEARLY_LIKE = 0.6
# What is out of order, or has only one neighbour to speak for it, must be half alike.
LIKE_ANYWHERE = 0.5
# In one gap between anchors, order speaks for a pair.
LIKE_IN_GAP = 0.35
# A table of likenesses of this many cells costs some 20 ms; larger gaps are left to the votes of their k-grams.
_TABLE_CELLS = 4_000
_SAME_BEGINNING = 4


def alike(pairing: Pairing, one: int, other: int) -> float:
    """Rate a left and a right paragraph, from 0 to 1."""
    return pairing.left.rated(likeness, one, pairing.right, other)


def close_single_gaps(pairing: Pairing, needed: float) -> None:
    """Pair the lone paragraphs of a gap that are as like as needed; where that is little, a like beginning will do."""
    for gap in [*pairing.seams(), *pairing.gaps()]:
        if len(gap.left) == len(gap.right) == 1 and pairing.are_free(gap.left[0], gap.right[0]):
            one, other = gap.left[0], gap.right[0]
            begins = pairing.left.key(one)[:_SAME_BEGINNING] == pairing.right.key(other)[:_SAME_BEGINNING]
            if (begins and needed <= LIKE_IN_GAP) or alike(pairing, one, other) >= needed:
                pairing.pair(one, other)


def extend(pairing: Pairing) -> None:
    """Pair the free neighbours of what is paired, while they are equal or clearly alike.

    So what moved with its neighbours stays with them: a heading that stands in many places, an edited paragraph.
    Neighbours of what is in order come first: a heading beside a moved paragraph may have stayed.
    """
    in_order = pairing.chain()
    staying = set(in_order)
    for group in [*in_order, *[group for group in pairing.groups() if group not in staying]]:
        for step in (1, -1):
            one, other = (side[-1 if step > 0 else 0] + step for side in group)
            while pairing.are_free(one, other) and _go_together(pairing, one, other):
                pairing.pair(one, other)
                one, other = one + step, other + step


def _go_together(pairing: Pairing, one: int, other: int) -> bool:
    return pairing.left.key(one) == pairing.right.key(other) or alike(pairing, one, other) >= LIKE_ANYWHERE


def close_gaps(pairing: Pairing, work_limit: int) -> None:
    """Pair what is left in each gap: equal texts in order, then the best table of likenesses."""
    for gaps in (pairing.seams, pairing.gaps):
        for gap in list(gaps()):
            _pair_equal(pairing, gap, work_limit)
        for gap in list(gaps()):
            if len(gap.left) * len(gap.right) <= _TABLE_CELLS:
                _pair_all(pairing, _best_table(pairing, gap))


def _pair_all(pairing: Pairing, pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        pairing.pair(*pair)


def _pair_equal(pairing: Pairing, gap: Gap, work_limit: int) -> None:
    codes: dict[str, str] = {}
    keys = [pairing.left.key(index) for index in gap.left], [pairing.right.key(index) for index in gap.right]
    # Of equal headings the one nearest to an anchor is meant: before the first anchor that is the last.
    way = -1 if gap.left[0] == 0 else 1
    one, other = ("".join([codes.setdefault(key, chr(len(codes))) for key in side[::way]]) for side in keys)
    here, there = gap.left[::way], gap.right[::way]
    for block in equal_blocks(one, other, work_limit)[0]:
        for step in range(block.length):
            pairing.pair(here[block.left + step], there[block.right + step])


def _best_table(pairing: Pairing, gap: Gap) -> list[Pair]:
    """Choose the pairs in order with the greatest sum of likeness (Needleman and Wunsch, 1970)."""
    rows, columns = len(gap.left), len(gap.right)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    score = [[0.0] * columns for _ in range(rows)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            value = alike(pairing, gap.left[row], gap.right[column])
            score[row][column] = value if value >= LIKE_IN_GAP else 0.0
            best[row][column] = max(
                best[row + 1][column], best[row][column + 1], best[row + 1][column + 1] + score[row][column]
            )
    pairs: list[Pair] = []
    row = column = 0
    while row < rows and column < columns:
        if score[row][column] and best[row][column] == best[row + 1][column + 1] + score[row][column]:
            pairs.append(Pair(gap.left[row], gap.right[column]))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs
