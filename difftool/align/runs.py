"""What stands unchanged and in order on both sides, found before anything else is looked at.

Of two editions of a book this is nearly all; what is left is thin enough for the rest of linking,
whose steps look at each paragraph many times. Knows only what the paragraphs are as they stand.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from difftool.align.anchors import Pair, heaviest_chain, unique
from difftool.align.ends import common_ends
from difftool.align.likeness import Paragraphs
from difftool.model import Link, LinkKind

# So many paragraphs stay at both ends of a run, as the neighbours of what is looked at.
_BESIDE = 1
# Two paragraphs between two runs are one if their common ends are so much of both, or of the shorter one.
_ENDS_ALIKE, _NEARLY_ALL = 0.6, 0.9
_SHORTEST = 15
# More paragraphs in a row that were all edited may have changed their order, too.
_WIDEST = 8
# A shorter stretch is not worth another look at the rest.
_WORTH_HIDING = 1


class Run(NamedTuple):
    """Tell that `length` paragraphs from `left` on answer those from `right` on, each its own."""

    left: int
    right: int
    length: int


class Thinned(NamedTuple):
    """Hold the paragraphs of both sides that are left to look at, where they stand among all, and what is settled.

    `settled` are the pairs in order that nobody needs to look at, `are_equal` tells which are unchanged; `known`
    pairs, by index among those left, are the neighbours of what is to be looked at.
    """

    left: Paragraphs
    right: Paragraphs
    homes: tuple[Sequence[int], Sequence[int]]
    settled: Sequence[Pair]
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
        for (one, other), same in zip(self.settled, self.are_equal, strict=True):
            if one - 1 in gone:
                gone.add(one)
                kind = LinkKind.MOVED
            else:
                kind = LinkKind.EQUAL if same else LinkKind.CHANGED
            found.append(Link(kind, (one,), (other,)))
        return found


def thinned(left: Paragraphs, right: Paragraphs, known: Sequence[Pair]) -> Thinned:
    """Settle what stands unchanged and in order, and between two such runs a few paragraphs that are like, one for one.

    Texts that stand once on each side are anchors (patience diff, Bram Cohen 2003); the heaviest chain of them by
    characters is in order, and so are their neighbours while they are equal. `known` pairs are never settled. Linear
    but for the chain.
    """
    runs = _runs(_partners(left, right, known))
    settled: list[Pair] = []
    beside: list[Pair] = []
    for run in _joined(runs, left, right, known):
        low = 0 if run.left == run.right == 0 else _BESIDE
        at_end = run.left + run.length == len(left) and run.right + run.length == len(right)
        high = run.length - (0 if at_end else _BESIDE)
        if high - low < _WORTH_HIDING:
            low = high = 0
        settled += [Pair(run.left + at, run.right + at) for at in range(low, high)]
        beside += [Pair(run.left + at, run.right + at) for at in (*range(low), *range(high, run.length))]
    same = [left.sources[one] == right.sources[other] for one, other in settled]
    lefts, rights = {pair.left for pair in settled}, {pair.right for pair in settled}
    homes = (
        [index for index in range(len(left)) if index not in lefts],
        [index for index in range(len(right)) if index not in rights],
    )
    places = [{home: index for index, home in enumerate(side)} for side in homes]
    pairs = [Pair(places[0][one], places[1][other]) for one, other in (*known, *beside)]
    return Thinned(left.thinned(homes[0]), right.thinned(homes[1]), homes, settled, same, pairs)


def _partners(left: Paragraphs, right: Paragraphs, known: Sequence[Pair]) -> list[int]:
    """Give for each left paragraph the right one that is equal and in order, else -1."""
    here, there = left.sources, right.sources
    partners = [-1] * len(here)
    free = [True] * len(there)
    taken = {pair.left for pair in known}
    for pair in known:
        free[pair.right] = False
    others = unique(there)
    pairs = [
        Pair(at, others[text])
        for text, at in unique(here).items()
        if text in others and at not in taken and free[others[text]]
    ]
    chain = heaviest_chain(pairs, [(len(here[pair.left]),) for pair in pairs])
    in_order = [pairs[index] for index in chain]
    for one, other in in_order:
        partners[one], free[other] = other, False
    for one, other in (*in_order, Pair(-1, -1), Pair(len(here), len(there))):
        for step in (1, -1):
            at, to = one + step, other + step
            while (
                0 <= at < len(here)
                and 0 <= to < len(there)
                and partners[at] < 0
                and free[to]
                and here[at] == there[to]
                and at not in taken
            ):
                partners[at], free[to] = to, False
                at, to = at + step, to + step
    return partners


def _runs(partners: Sequence[int]) -> list[Run]:
    """Gather the pairs that follow each other on both sides."""
    runs: list[Run] = []
    start = length = 0
    for at, other in enumerate((*partners, -1)):
        if length and other == partners[start] + length and at == start + length:
            length += 1
            continue
        if length:
            runs.append(Run(start, partners[start], length))
        start, length = at, int(other >= 0)
    return runs


def _joined(runs: Sequence[Run], left: Paragraphs, right: Paragraphs, known: Sequence[Pair]) -> list[Run]:
    """Make one of two runs with as many paragraphs of each side between them, where those are the same, edited."""
    here, there = left.sources, right.sources
    gaps = [
        Run(last.left + last.length, last.right + last.length, run.left - last.left - last.length)
        for last, run in pairwise(runs)
        if run.left - last.left == run.right - last.right <= last.length + _WIDEST
    ]
    # What stands as it is in another place was moved, be its successor ever so like.
    texts = (
        {here[gap.left + at] for gap in gaps for at in range(gap.length)},
        {there[gap.right + at] for gap in gaps for at in range(gap.length)},
    )
    known_left, known_right = {pair.left for pair in known}, {pair.right for pair in known}
    closed = {
        gap.left
        for gap in gaps
        if all(
            one not in known_left
            and other not in known_right
            and here[one] not in texts[1]
            and there[other] not in texts[0]
            and _are_like(here[one], there[other])
            for one, other in ((gap.left + at, gap.right + at) for at in range(gap.length))
        )
    }
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.left + last.length in closed:
            joined[-1] = Run(last.left, last.right, run.left + run.length - last.left)
        else:
            joined.append(run)
    return joined


def _are_like(one: str, other: str) -> bool:
    """Tell whether the common ends are so much of two texts, or nearly all of one, that they need no other look."""
    same = sum(common_ends(one, other))
    alike = 2 * same >= _ENDS_ALIKE * (len(one) + len(other)) or same >= _NEARLY_ALL * min(len(one), len(other))
    return alike and same >= _SHORTEST
