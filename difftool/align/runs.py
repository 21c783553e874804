"""What stands unchanged and in order on both sides, found before anything else is looked at.

Of two editions of a book this is nearly all; what is left is thin enough for the rest of linking,
whose steps look at each paragraph many times. Knows only what the paragraphs are as they stand.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import eq, sub
from typing import NamedTuple

from difftool.align.anchors import Pair, heaviest_rising, unique
from difftool.align.ends import common_ends
from difftool.align.likeness import Paragraphs, matched
from difftool.model import Link, LinkKind

# So many paragraphs stay at both ends of a run, as the neighbours of what is looked at.
_BESIDE = 1
# Two paragraphs between two runs are one if their common ends are so much of both, or of the shorter one.
_ENDS_ALIKE, _NEARLY_ALL = 0.6, 0.9
# Or if they share so much in order: more than two on one template do.
_ALIKE = 0.8
_SHORTEST = 15
_UNLIKE, _INSIDE, _LIKE = range(3)
# More paragraphs in a row that were all edited may have changed their order, too.
_WIDEST = 32
# A shorter stretch is not worth another look at the rest.
_WORTH_HIDING = 1


class Run(NamedTuple):
    """Tell that `length` paragraphs from `left` on answer those from `right` on, each its own."""

    left: int
    right: int
    length: int


class Thinned(NamedTuple):
    """Hold the paragraphs of both sides that are left to look at, where they stand among all, and what is settled.

    `settled` are the runs in order that nobody needs to look at, `are_equal` tells of each pair in them whether it is
    unchanged; `known` pairs, by index among those left, are the neighbours of what is to be looked at.
    """

    left: Paragraphs
    right: Paragraphs
    homes: tuple[Sequence[int], Sequence[int]]
    settled: Sequence[Run]
    are_equal: Sequence[bool]
    known: Sequence[Pair]

    def widened(self, links: Sequence[Link]) -> list[Link]:
        """Give links of what is left with the numbers that the paragraphs have among all, and with what is settled.

        What is settled goes with the paragraph before it: a run moves as a whole.
        """
        here, there = self.homes
        if not self.settled:
            return list(links)
        found = [
            one._replace(left=tuple([here[at] for at in one.left]), right=tuple([there[at] for at in one.right]))
            for one in links
        ]
        gone = {at for one in found if one.kind is LinkKind.MOVED for at in one.left}
        kinds = [LinkKind.EQUAL if same else LinkKind.CHANGED for same in self.are_equal]
        scores = list(map(float, self.are_equal))
        at = 0
        for left, right, length in self.settled:
            ones, others = range(left, left + length), range(right, right + length)
            if left - 1 in gone:
                gone.add(left + length - 1)
                kinds[at : at + length] = [LinkKind.MOVED] * length
                scores[at : at + length] = [0.0] * length
            found += map(Link, kinds[at : at + length], zip(ones), zip(others), scores[at : at + length])
            at += length
        return found


def thinned(left: Paragraphs, right: Paragraphs, known: Sequence[Pair]) -> Thinned:
    """Settle what stands unchanged and in order, and between two such runs a few paragraphs that are like, one for one.

    Texts that stand once on each side are anchors (patience diff, Bram Cohen 2003); the heaviest chain of them by
    characters is in order, and so are their neighbours while they are equal. `known` pairs are never settled. Linear
    but for the chain.
    """
    settled: list[Run] = []
    beside: list[Pair] = []
    are_equal: list[bool] = []
    for one, other, length in _runs(_closed(_partners(left, right, known), left, right, known)):
        low = 0 if one == other == 0 else _BESIDE
        at_end = one + length == len(left) and other + length == len(right)
        high = length - (0 if at_end else _BESIDE)
        if high - low < _WORTH_HIDING:
            low = high = 0
        else:
            settled.append(Run(one + low, other + low, high - low))
            are_equal += map(eq, left.sources[one + low : one + high], right.sources[other + low : other + high])
        beside += [Pair(one + at, other + at) for at in (*range(low), *range(high, length))]
    homes = (
        _between([(run.left, run.length) for run in settled], len(left)),
        _between([(run.right, run.length) for run in settled], len(right)),
    )
    places = [{home: index for index, home in enumerate(side)} for side in homes]
    pairs = [Pair(places[0][one], places[1][other]) for one, other in (*known, *beside)]
    return Thinned(left.thinned(homes[0]), right.thinned(homes[1]), homes, settled, are_equal, pairs)


def _between(runs: Iterable[tuple[int, int]], count: int) -> list[int]:
    """List what of `count` paragraphs stands in no run; runs ascend, each by its start and length."""
    found: list[int] = []
    at = 0
    for start, length in runs:
        found += range(at, start)
        at = start + length
    return [*found, *range(at, count)]


def _partners(left: Paragraphs, right: Paragraphs, known: Sequence[Pair]) -> list[int]:
    """Give for each left paragraph the right one that is equal and in order, else -1."""
    here, there = left.sources, right.sources
    ones, others = unique(here), unique(there)
    # Those of a known pair are nobody's partner here: -1 is free, -2 is not.
    partners, free = [-1] * len(here), [-1] * len(there)
    for pair in known:
        partners[pair.left] = free[pair.right] = -2
        ones.pop(here[pair.left], None)
        others.pop(there[pair.right], None)
    texts = list(filter(others.__contains__, ones))
    lefts, rights = list(map(ones.__getitem__, texts)), list(map(others.__getitem__, texts))
    chain = heaviest_rising(lefts, rights, lambda index: (len(texts[index]),))
    if len(chain) < len(texts):
        lefts, rights = [lefts[index] for index in chain], [rights[index] for index in chain]
    for at, to in zip(lefts, rights, strict=True):
        partners[at] = free[to] = to
    for gap in _gaps([-1, *lefts, len(here)], [-1, *rights, len(there)]):
        # A pair of the chain takes its neighbours before the ends of the texts do.
        ways = ((gap.high, -1), (gap.low, 1)) if gap.low.left < 0 and lefts else ((gap.low, 1), (gap.high, -1))
        for home, step in ways:
            at, to = home.left + step, home.right + step
            while (
                gap.low.left < at < gap.high.left
                and gap.low.right < to < gap.high.right
                and partners[at] == free[to] == -1
                and here[at] == there[to]
            ):
                partners[at] = free[to] = to
                at, to = at + step, to + step
    for pair in known:
        partners[pair.left] = -1
    return partners


class _Gap(NamedTuple):
    """Hold two pairs with paragraphs between them on both sides, and none that is paired."""

    low: Pair
    high: Pair


def _gaps(lefts: Sequence[int], rights: Sequence[int]) -> list[_Gap]:
    """List the gaps between pairs that ascend on both sides."""
    steps = zip(map(sub, lefts[1:], lefts), map(sub, rights[1:], rights), strict=False)
    gaps = [at for at, (one, other) in enumerate(steps) if one > 1 and other > 1]
    return [_Gap(Pair(lefts[at], rights[at]), Pair(lefts[at + 1], rights[at + 1])) for at in gaps]


def _runs(partners: Sequence[int]) -> list[Run]:
    """Gather the pairs that follow each other on both sides."""
    borders = [at for at, (one, other) in enumerate(pairwise(partners), 1) if other != one + 1]
    runs: list[Run] = []
    for start, stop in pairwise([0, *borders, len(partners)]):
        # A paragraph without a partner (-1) may stand before the partner of the first one (0).
        first = start + (start < stop and partners[start] < 0)
        if first < stop:
            runs.append(Run(first, partners[first], stop - first))
    return runs


def _closed(partners: list[int], left: Paragraphs, right: Paragraphs, known: Sequence[Pair]) -> list[int]:
    """Add partners between runs, where both sides have as many paragraphs: those that are the same, edited."""
    here, there = left.sources, right.sources
    gaps = [
        Run(last.left + last.length, last.right + last.length, run.left - last.left - last.length)
        for last, run in pairwise(_runs(partners))
        if run.left - last.left == run.right - last.right <= last.length + _WIDEST
    ]
    # What stands as it is in another place was moved, be its successor ever so like.
    texts = (
        {here[gap.left + at] for gap in gaps for at in range(gap.length)},
        {there[gap.right + at] for gap in gaps for at in range(gap.length)},
    )
    known_left, known_right = {pair.left for pair in known}, {pair.right for pair in known}
    for gap in gaps:
        pairs = [Pair(gap.left + at, gap.right + at) for at in range(gap.length)]
        likes = [
            _likely(here[one], there[other])
            if one not in known_left
            and other not in known_right
            and here[one] not in texts[1]
            and there[other] not in texts[0]
            else _UNLIKE
            for one, other in pairs
        ]
        # What swallowed its neighbour holds all of it, and the neighbour is like nothing.
        likes = [_LIKE, *likes, _LIKE]
        for at, (one, other) in enumerate(pairs, 1):
            if likes[at] == _LIKE or (likes[at] and likes[at - 1] and likes[at + 1]):
                partners[one] = other
    return partners


def _likely(one: str, other: str) -> int:
    """Rate two texts: so like that they need no other look, one nearly all inside the other, or neither."""
    same, total, shorter = sum(common_ends(one, other)), len(one) + len(other), min(len(one), len(other))
    if same < _SHORTEST:
        return _UNLIKE
    if 2 * same < _ENDS_ALIKE * total and same < _NEARLY_ALL * shorter:
        same = matched(one, other)
        alike = 2 * same / total
        if alike < _ENDS_ALIKE:
            return _UNLIKE
        if alike < _ALIKE and same < _NEARLY_ALL * shorter:
            return _UNLIKE
    return _INSIDE if same >= _NEARLY_ALL * shorter and total - 2 * shorter >= _SHORTEST else _LIKE
