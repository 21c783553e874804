"""Anchors: what stands once on each side, and the heaviest chain of them in order."""

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from itertools import accumulate, pairwise
from operator import lt
from typing import NamedTuple, TypeVar

Item = TypeVar("Item", bound=Hashable)
Weight = tuple[int, ...]


class Pair(NamedTuple):
    """Pair an index of the left with an index of the right."""

    left: int
    right: int


def unique(items: Sequence[Item]) -> dict[Item, int]:
    """Map each item that stands once to its index. Linear.

    >>> unique("abca")
    {'b': 1, 'c': 2}
    """
    seen: dict[Item, int] = {}
    for index, item in enumerate(items):
        seen[item] = -1 if item in seen else index
    return {item: index for item, index in seen.items() if index >= 0}


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
    if all(all(map(lt, side, side[1:])) for side in zip(*pairs, strict=True)):
        return list(range(len(pairs)))
    order = sorted(range(len(pairs)), key=lambda index: (pairs[index].left, -pairs[index].right))
    lefts, rights = [pairs[index].left for index in order], [pairs[index].right for index in order]
    lowest = list(accumulate(reversed(rights), min))[::-1]
    # Pairs that share their left paragraph exclude each other, too.
    borders = [
        stop
        for stop, (high, low) in enumerate(zip(accumulate(rights, max), lowest[1:], strict=False), 1)
        if high < low and lefts[stop - 1] < lefts[stop]
    ]
    chain: list[int] = []
    for start, stop in pairwise([0, *borders, len(order)]):
        block = order[start:stop]
        chain += block if stop - start == 1 else _heaviest(pairs, weights, block)
    return chain


def _heaviest(pairs: Sequence[Pair], weights: Sequence[Weight], order: Sequence[int]) -> list[int]:
    """Choose among the pairs at `order` by a Fenwick tree of prefix maxima over the right (Fenwick, 1994).

    Pairs that follow each other on both sides are chosen together or not at all: nothing excludes one of them alone.
    """
    rank = {right: place for place, right in enumerate(sorted({pairs[index].right for index in order}), 1)}
    runs = _runs(pairs, order, rank)
    nothing: tuple[Weight, int] = ((0,) * len(weights[0]), -1)
    tree: list[tuple[Weight, int]] = [nothing] * (len(rank) + 1)
    before: list[int] = []
    total: list[Weight] = []
    for name, run in enumerate(runs):
        place = rank[pairs[run[0]].right] - 1
        best = nothing
        while place:
            if tree[place][0] > best[0]:
                best = tree[place]
            place &= place - 1
        before.append(best[1])
        added = (
            weights[run[0]] if len(run) == 1 else tuple(map(sum, zip(*[weights[index] for index in run], strict=True)))
        )
        total.append(tuple(map(int.__add__, added, best[0])))
        place = rank[pairs[run[-1]].right]
        while place < len(tree):
            if total[name] > tree[place][0]:
                tree[place] = (total[name], name)
            place += place & -place
    name = max(range(len(runs)), key=total.__getitem__)
    chain: list[int] = []
    while name >= 0:
        chain += reversed(runs[name])
        name = before[name]
    return chain[::-1]


def _runs(pairs: Sequence[Pair], order: Sequence[int], rank: Mapping[int, int]) -> list[list[int]]:
    """Cut `order` where the next pair is not the next one on the right; pairs that share a paragraph stay apart."""
    shared = len(rank) < len(order) or any(pairs[one].left == pairs[other].left for one, other in pairwise(order))
    runs = [[order[0]]]
    for last, index in pairwise(order):
        if not shared and rank[pairs[index].right] == rank[pairs[last].right] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
