"""Which clauses answer which: the paragraphs of each side gathered into clauses, and these paired by what they share.

Asked by `table`. Takes the links and the addresses of a comparison; knows nothing of changes, words or displays.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from difftool.model import Comparison, Document, Link, LinkKind, Side

__all__ = ["Pair", "Unit", "clause", "pairs"]

# 第3篇 第十七条之一, Article 5, § 12a: the first of them in an address, but none in a heading's “words”.
_CLAUSE = (
    r"[^“]*?(?:第[^第“\s]{1,12}?[条條](?:之[〇○零一二三四五六七八九十百\d]+)?"
    r"|\b(?:Article|Section) [^\s,(]+|§ [^\s,(]+)"
)
_FIRST_WEIGHT = 100  # the first paragraph of a clause outweighs the rest of it, whatever its length
_LONGEST_NUMBER = 10  # code points of a line with nothing but a number: 第一百二十条之一


class Unit(NamedTuple):
    """Hold consecutive paragraphs of a side that make one clause, by index; one link's where there are no clauses.

    `clauses` are cited as in the addresses: none outside of clauses, several where one link joins them.
    """

    clauses: tuple[str, ...]
    paragraphs: tuple[int, ...]


class Pair(NamedTuple):
    """Hold units that answer each other, consecutive on each side, or those of one side alone.

    `is_moved` when most of what they share stands elsewhere.
    """

    left: tuple[Unit, ...]
    right: tuple[Unit, ...]
    is_moved: bool = False


def clause(address: str) -> str:
    """Cut an address down to its clause; empty where it is in none.

    >>> clause("第十七条之一第二款第（三）项"), clause("Article 5(2)"), clause("§ 12a(1), para. 2"), clause("第二章")
    ('第十七条之一', 'Article 5', '§ 12a', '')
    """
    found = _clause().match(address)
    return found[0] if found else ""


def pairs(comparison: Comparison) -> list[Pair]:
    """Pair the clauses of both sides, in the order of the right; those of the left alone after their predecessor.

    Two units are a pair when each shares more with the other than with any third; the first paragraph weighs more
    than all others, for the rest of a clause may go elsewhere and the clause stays what it is. What is left over joins
    the pair beside it that it shares text with (a clause that was split, or merged), else it stands alone. What
    lies outside the compared part is left out. Linear in the links, but for sorting.
    """
    sides = [_units(comparison, side) for side in Side]
    shared = _shared(comparison, sides)
    rows = _matched(shared)
    for side in (0, 1):
        _join(rows, shared, sides[side], side)
    moved = {row for row, some in _weights(rows, comparison, sides).items() if 2 * some[1] > some[0]}
    return _ordered(rows, sides, moved)


def _units(comparison: Comparison, side: Side) -> list[Unit]:
    """Gather the paragraphs of a side, but those outside, into clauses."""
    document = comparison.left if side is Side.LEFT else comparison.right
    homes = {
        index: at
        for at, link in enumerate(comparison.links)
        if link.kind is not LinkKind.OUTSIDE
        for index in _of(link, side)
    }
    gathered: list[tuple[list[str], list[int]]] = []
    for index in sorted(homes):
        here = _clause_of(document, index)
        follows = bool(gathered) and gathered[-1][1][-1] == index - 1
        if follows and (homes[index - 1] == homes[index] or (here and _clause_of(document, index - 1) == here)):
            gathered[-1][1].append(index)
        else:
            gathered.append(([], [index]))
        if here and here not in gathered[-1][0]:
            gathered[-1][0].append(here)
    return [Unit(tuple(clauses), tuple(paragraphs)) for clauses, paragraphs in gathered]


def _clause_of(document: Document, index: int) -> str:
    """Cite the clause of a paragraph; a comparison made by hand has no addresses."""
    return clause(document.addresses[index]) if index < len(document.addresses) else ""


def _of(link: Link, side: Side) -> tuple[int, ...]:
    """Take the paragraphs of a side out of a link."""
    return link.left if side is Side.LEFT else link.right


# Which row a unit is in, for either side; a row is known by a number.
_Rows = tuple[dict[int, int], dict[int, int]]
# How much two units share, for each unit of either side.
_Shared = tuple[defaultdict[int, dict[int, int]], defaultdict[int, dict[int, int]]]


def _linked(comparison: Comparison, sides: Sequence[Sequence[Unit]]) -> list[tuple[int, int, Link, int]]:
    """List the units that a link joins, with the link and its weight: code points, many times if both begin there."""
    homes = [{index: at for at, unit in enumerate(units) for index in unit.paragraphs} for units in sides]
    documents = comparison.left, comparison.right
    firsts = [{_first(one, unit) for unit in units} for one, units in zip(documents, sides, strict=True)]
    found = []
    for link in comparison.links:
        if link.is_paired:
            size = sum(documents[0].paragraphs[at].length for at in link.left)
            size += sum(documents[1].paragraphs[at].length for at in link.right)
            is_first = not (firsts[0].isdisjoint(link.left) or firsts[1].isdisjoint(link.right))
            weight = size * _FIRST_WEIGHT if is_first else size
            found.append((homes[0][link.left[0]], homes[1][link.right[0]], link, weight))
    return found


def _first(document: Document, unit: Unit) -> int:
    """Find the first paragraph of a unit that is more than its number."""
    spans = document.paragraphs
    return next((at for at in unit.paragraphs if spans[at].length > _LONGEST_NUMBER), unit.paragraphs[0])


def _shared(comparison: Comparison, sides: Sequence[Sequence[Unit]]) -> _Shared:
    """Weigh what each unit shares with each of the other side."""
    shared: _Shared = (defaultdict(dict), defaultdict(dict))
    for left, right, _, size in _linked(comparison, sides):
        shared[0][left][right] = shared[1][right][left] = shared[0][left].get(right, 0) + size
    return shared


def _best(weights: dict[int, int]) -> int:
    """Name the unit that most is shared with, the first of equals."""
    return max(weights, key=lambda other: (weights[other], -other))


def _matched(shared: _Shared) -> _Rows:
    """Pair the units that are each other's best; a row has the number of its left unit."""
    rows: _Rows = ({}, {})
    for left, weights in shared[0].items():
        right = _best(weights)
        if _best(shared[1][right]) == left:
            rows[0][left] = rows[1][right] = left
    return rows


def _join(rows: _Rows, shared: _Shared, units: Sequence[Unit], side: int) -> None:
    """Put units of a side that stand alone into the row beside them, if they share text with it."""
    for step in (1, -1):
        for at in sorted(shared[side], reverse=step < 0):
            beside = at - step
            if at in rows[side] or beside not in rows[side]:
                continue
            touches = abs(units[at].paragraphs[0 if step > 0 else -1] - units[beside].paragraphs[-1 if step > 0 else 0])
            if touches == 1 and rows[1 - side].get(_best(shared[side][at])) == rows[side][beside]:
                rows[side][at] = rows[side][beside]


def _weights(rows: _Rows, comparison: Comparison, sides: Sequence[Sequence[Unit]]) -> dict[int, tuple[int, int]]:
    """Measure what the sides of each row share, all of it and what was moved."""
    weights: dict[int, tuple[int, int]] = {}
    for left, right, link, size in _linked(comparison, sides):
        row = rows[0].get(left)
        if row is not None and row == rows[1].get(right):
            whole, moved = weights.get(row, (0, 0))
            weights[row] = whole + size, moved + size * (link.kind is LinkKind.MOVED)
    return weights


def _ordered(rows: _Rows, sides: Sequence[Sequence[Unit]], moved: set[int]) -> list[Pair]:
    """Put the rows in the order of display."""
    lefts: defaultdict[int, list[Unit]] = defaultdict(list)
    alone: defaultdict[int, list[Pair]] = defaultdict(list)
    home = -1  # the row after which what only the left has is shown
    for at, unit in enumerate(sides[0]):
        row = rows[0].get(at)
        if row is None:
            alone[home].append(Pair((unit,), ()))
            continue
        lefts[row].append(unit)
        home = home if row in moved else row
    found = alone[-1]
    at = 0
    while at < len(sides[1]):
        row, end = rows[1].get(at), at + 1
        while row is not None and rows[1].get(end) == row:
            end += 1
        left = tuple(lefts[row]) if row is not None else ()
        found.append(Pair(left, tuple(sides[1][at:end]), row in moved))
        found += alone[row] if row is not None else []
        at = end
    return found


@cache
def _clause() -> re.Pattern[str]:
    """Compile what finds a clause, when it is first needed."""
    return re.compile(_CLAUSE)
