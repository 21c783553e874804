"""Anchors: what stands once on each side, and the heaviest chain of them in order."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from itertools import accumulate, compress, pairwise, repeat
from operator import and_, eq, gt, lt, ne, sub
from typing import NamedTuple, TypeVar

Item = TypeVar("Item", bound=Hashable)
Weight = tuple[int, ...]


class Pair(NamedTuple):
    """Pair an index of the left with an index of the right."""

    left: int
    right: int


def unique(items: Sequence[Item]) -> dict[Item, int]:
    """Map each item that stands once to its index, in order. Linear.

    >>> unique("abca")
    {'b': 1, 'c': 2}
    """
    last = dict(zip(items, range(len(items)), strict=True))
    if len(last) < len(items):
        for item in list(compress(items, map(ne, map(last.__getitem__, items), range(len(items))))):
            last.pop(item, None)
    return last


def unique_pairs(left: Sequence[Item], right: Sequence[Item]) -> list[Pair]:
    """Pair the items that stand exactly once on each side, in left order. Linear.

    The anchors of patience diff (Bram Cohen, 2003).

    >>> unique_pairs("abcx", "xbbc")
    [Pair(left=2, right=3), Pair(left=3, right=0)]
    """
    there = unique(right)
    return [Pair(index, there[item]) for item, index in unique(left).items() if item in there]


def longest_chain(pairs: Sequence[Pair]) -> list[Pair]:
    """Choose the longest chain of pairs that rises on both sides; `pairs` ascend on the left.

    Patience sorting (Aldous and Diaconis, 1999): O(n log n).

    >>> longest_chain([Pair(0, 2), Pair(1, 0), Pair(2, 1), Pair(3, 3)])
    [Pair(left=1, right=0), Pair(left=2, right=1), Pair(left=3, right=3)]
    """
    return [pairs[index] for index in rising([right for _, right in pairs])]


def rising(values: Sequence[int]) -> list[int]:
    """Choose the longest chain of values that rises, and give their indices. As `longest_chain`.

    >>> rising([2, 0, 1, 3])
    [1, 2, 3]
    """
    tops: list[int] = []
    at: list[int] = []
    before = [-1] * len(values)
    for index, value in enumerate(values):
        pile = bisect_left(tops, value) if tops and value <= tops[-1] else len(tops)
        if pile:
            before[index] = at[pile - 1]
        if pile == len(tops):
            tops.append(value)
            at.append(index)
        else:
            tops[pile], at[pile] = value, index
    chain: list[int] = []
    index = at[-1] if at else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def heaviest_chain(pairs: Sequence[Pair], weights: Sequence[Weight]) -> list[int]:
    """Choose the chain of greatest weight that rises on both sides; give the indices chosen.

    Weights are tuples above zero, added and compared component by component; of equal
    chains the one that ends first wins. What no later pair crosses is cut off and chosen from
    alone, so that texts in order take O(n); the rest O(n log n).

    >>> heaviest_chain([Pair(0, 2), Pair(1, 0), Pair(2, 1)], [(9,), (2,), (3,)])
    [0]
    """
    return heaviest_rising([left for left, _ in pairs], [right for _, right in pairs], weights.__getitem__)


def heaviest_rising(lefts: Sequence[int], rights: Sequence[int], weigh: Callable[[int], Weight]) -> list[int]:
    """Choose as `heaviest_chain` does among pairs in two columns; only what is crossed is weighed, by its index.

    >>> heaviest_rising([0, 1, 2, 3], [0, 3, 1, 2], lambda index: (index,))
    [0, 2, 3]
    """
    in_order = all(map(lt, lefts, lefts[1:]))
    if in_order and all(map(lt, rights, rights[1:])):
        return list(range(len(lefts)))
    order: Sequence[int] = range(len(lefts))
    if not in_order:
        order = sorted(order, key=lambda index: (lefts[index], -rights[index]))
        lefts, rights = [lefts[index] for index in order], [rights[index] for index in order]
    lowest = list(accumulate(reversed(rights), min))[::-1]
    # Pairs that share their left paragraph exclude each other, too.
    apart = map(and_, map(lt, accumulate(rights, max), lowest[1:]), map(lt, lefts, lefts[1:]))
    borders = [0, *compress(range(1, len(order)), apart), len(order)]
    chain: list[int] = []
    done = 0
    for at in compress(range(len(borders)), map(gt, map(sub, borders[1:], borders), repeat(1))):
        start, stop = borders[at], borders[at + 1]
        chain += order[done:start]
        weights = [weigh(index) for index in order[start:stop]]
        chain += [order[start + index] for index in _heaviest_block(lefts[start:stop], rights[start:stop], weights)]
        done = stop
    return [*chain, *order[done:]]


def _heaviest_block(lefts: Sequence[int], rights: Sequence[int], weights: Sequence[Weight]) -> list[int]:
    """Choose among pairs, the left ascending, by a Fenwick tree of prefix maxima over the right (Fenwick, 1994).

    Pairs that follow each other on both sides are chosen together or not at all: nothing excludes one of them alone.
    """
    rank = {right: place for place, right in enumerate(sorted(set(rights)), 1)}
    places = list(map(rank.__getitem__, rights))
    nothing: tuple[Weight, int] = ((0,) * len(weights[0]), -1)
    tree: list[tuple[Weight, int]] = [nothing] * (len(rank) + 1)
    before: list[int] = []
    total: list[Weight] = []
    runs = _runs(lefts, places)
    for name, (start, stop) in enumerate(runs):
        place = places[start] - 1
        best = nothing
        while place:
            if tree[place][0] > best[0]:
                best = tree[place]
            place &= place - 1
        before.append(best[1])
        total.append(tuple(map(sum, zip(*weights[start:stop], best[0], strict=True))))
        place = places[stop - 1]
        while place < len(tree):
            if total[name] > tree[place][0]:
                tree[place] = (total[name], name)
            place += place & -place
    name = max(range(len(runs)), key=total.__getitem__)
    chosen: list[tuple[int, int]] = []
    while name >= 0:
        chosen.append(runs[name])
        name = before[name]
    return [index for run in reversed(chosen) for index in range(*run)]


def _runs(lefts: Sequence[int], places: Sequence[int]) -> list[tuple[int, int]]:
    """Give where runs of pairs start and stop of which the next is the next one on the right; alone if any share."""
    stops: Sequence[int] = range(1, len(lefts))
    if len(set(places)) == len(places) and not any(map(eq, lefts, lefts[1:])):
        stops = list(compress(stops, map(ne, map(sub, places[1:], places), repeat(1))))
    return list(pairwise([0, *stops, len(lefts)]))
