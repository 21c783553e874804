"""Hits of runs of letters: how many distinct ones a window has, the tightest stretch, and where a place ends.

A hit is the place of a run in the outer text, and where the inner text has it first; hits ascend by place. Asked by
`locate`. Knows no text.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise, product

from difftool.align.anchors import rising

__all__ = ["count_windows", "in_order", "settled", "tightest"]

# What a hit is worth, in whole numbers, so that places that are as good are equal. The ends of a place are set where
# fewer than a fifth of the letters belong to the text sought, in order: so much does a letter cost.
_HIT, _THIN = 10, 2
# What stands out of order at a place was moved there, or belongs to a sister; it speaks for the place less loudly.
_MOVED = 7


def count_windows(hits: Sequence[tuple[int, int]], counts: list[int], room: tuple[int, int], width: int) -> None:
    """Write for each hit of a room how many distinct grams the window of `width` letters has that ends there.

    Stops where no window reaches what stands before the room: there the counts are right.
    """
    low, high = room
    behind = hits[low - 1][0] + width if low else hits[-1][0] if hits else 0
    seen: dict[int, int] = {}
    start = low
    for index in range(low, high):
        at, gram = hits[index]
        if at > behind:
            return
        seen[gram] = seen.get(gram, 0) + 1
        first = at - width
        while hits[start][0] < first:
            start = _dropped(hits, start, seen)
        counts[index] = len(seen)


def tightest(
    hits: Sequence[tuple[int, int]], counts: Sequence[int], low: int, wanted: int, width: int
) -> tuple[int, int]:
    """Find the shortest stretch, from hit to hit, with so many distinct grams: the first such.

    `counts` are those of the windows from the hit `low` on; one of them has so many, and only where one has, the
    stretch can end.
    """
    seen: dict[int, int] = {}
    best = (width + 1, low, low)
    start = stop = low  # what is counted, half-open
    for end, count in enumerate(counts, low):
        if count < wanted:
            continue
        begin = bisect_left(hits, (hits[end][0] - width, -1), low)
        if begin >= stop:
            seen.clear()
            start = stop = begin
        for at, gram in hits[stop : end + 1]:
            seen[gram] = seen.get(gram, 0) + 1
            while len(seen) >= wanted:
                length = at - hits[start][0]
                if length < best[0]:
                    best = (length, start, stop)
                start = _dropped(hits, start, seen)
            stop += 1
    return best[1], best[2]


def _dropped(hits: Sequence[tuple[int, int]], start: int, counts: dict[int, int]) -> int:
    """Take the hit at `start` out of the counts and give the next one's index."""
    gone = hits[start][1]
    counts[gone] -= 1
    if not counts[gone]:
        del counts[gone]
    return start + 1


def settled(
    hits: Sequence[tuple[int, int]], room: tuple[int, int], tight: tuple[int, int], step: int
) -> tuple[int, int]:
    """Set the ends of a place, each by a sixth of it at most, so that order and coverage are best served.

    One proposal trusts order: a gram counts where the longest chain around the
    place has it (the end of a sister article before the true one drops out). The other
    trusts coverage: beyond the place a gram counts if it is new (what was
    moved inside the place draws nothing from beyond it). The better-rated wins.
    """
    first, last = tight
    margin = (hits[last][0] - hits[first][0]) // 6 + 1
    low, first_inside, last_inside, high = (
        bisect_left(hits, (at, -1), *room)
        for at in (hits[first][0] - margin, hits[first][0] + margin, hits[last][0] - margin, hits[last][0] + margin)
    )
    known = {gram for _, gram in hits[first : last + 1]}
    chained = _chain(hits[low:high])
    orderly = [chained.get(gram, at) == at for at, gram in hits[low:high]]
    before, after = ([gram not in known for _, gram in part] for part in (hits[low:first], hits[last + 1 : high]))
    # What the letters without a hit cost that stand before each. A hit stands for `step` letters.
    gaps = [0, *[_THIN * max(0, there[0] - here[0] - step) for here, there in pairwise(hits[low:high])]]
    least, most = -_THIN * step, (_HIT - _THIN) * step
    proposals = [(first, last)]
    for counted in (orderly, [*before, *orderly[first - low : last + 1 - low], *after]):
        costs = [(most if counts else least) - gap for counts, gap in zip(counted, gaps, strict=True)]
        sums = list(accumulate(costs, initial=0))
        starts = sums[: min(first_inside, last) + 1 - low]
        begin = low + starts.index(min(starts))
        nearest = max(last_inside, begin + 1)
        ends = sums[nearest - low :]
        proposals.append((begin, nearest + ends.index(max(ends)) - 1))
    starts, ends = (sorted({proposal[side] for proposal in proposals}) for side in (0, 1))
    possible = [(begin, end) for begin, end in product(starts, ends) if begin <= end]
    return _best_rated(hits, possible, step)


def _chain(hits: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Map each gram of the longest chain in order to its place."""
    # One number sorts as both do: by gram, then the last place first.
    wide = hits[-1][0] + 1 if hits else 1
    keys = sorted([gram * wide - at for at, gram in hits])
    places = [-key % wide for key in keys]
    return {-(-keys[index] // wide): places[index] for index in rising(places)}


def in_order(hits: Sequence[tuple[int, int]]) -> int:
    """Count the grams of the longest chain in order: patience sorting, of which only the number of piles is kept."""
    tops: list[int] = [-1]
    for _, gram in hits:
        if gram > tops[-1]:
            tops.append(gram)
        else:
            tops[bisect_left(tops, gram)] = gram
    return len(tops) - 1


def _best_rated(hits: Sequence[tuple[int, int]], pairs: Sequence[tuple[int, int]], step: int) -> tuple[int, int]:
    """Choose the best-rated place of some, each from hit to hit: the first such.

    What stands in order counts whole, what stands elsewhere less, and its length costs. No place is worth more than
    if all of it stood in order.
    """
    distinct = [len({gram for _, gram in hits[first : last + 1]}) for first, last in pairs]
    most = [
        _HIT * step * count - _THIN * (hits[last][0] - hits[first][0])
        for count, (first, last) in zip(distinct, pairs, strict=True)
    ]
    best: tuple[int, int] | None = None
    for index in sorted(range(len(pairs)), key=lambda index: -most[index]):
        if best and most[index] < best[0]:
            break
        first, last = pairs[index]
        elsewhere = distinct[index] - in_order(hits[first : last + 1])
        rating = most[index] - (_HIT - _MOVED) * step * elsewhere, -index
        best = max(best, rating) if best else rating
    return pairs[-best[1]] if best else pairs[0]
