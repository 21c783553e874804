"""Hits of runs of letters: how many distinct ones a window has, the tightest stretch, and where a place ends.

A hit is the place of a run in the outer text, and where the inner text has it first; hits ascend by place. Asked by
`locate`. Knows no text.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise, product
from operator import eq, sub
from typing import NamedTuple

from difftool.align.anchors import rising

__all__ = ["Ends", "Hits", "count_windows", "in_order", "settled", "tightest"]

# What a hit is worth, in whole numbers, so that places that are as good are equal. The ends of a place are set where
# fewer than a fifth of the letters belong to the text sought, in order: so much does a letter cost.
_HIT, _THIN = 10, 2
# What stands out of order at a place was moved there, or belongs to a sister; it speaks for the place less loudly.
_MOVED = 7


class Hits(NamedTuple):
    """Hold hits as two columns, which are cut and counted faster than pairs: places, and what stands there."""

    places: Sequence[int]
    grams: Sequence[int]

    def between(self, start: int, stop: int) -> "Hits":
        """Leave those whose places are in `[start, stop)`.

        >>> Hits([1, 5, 9], [0, 4, 8]).between(2, 9)
        Hits(places=[5], grams=[4])
        """
        low = bisect_left(self.places, start)
        high = max(low, bisect_left(self.places, stop))
        return Hits(self.places[low:high], self.grams[low:high])


class Ends(NamedTuple):
    """Hold the first and the last hit of a place, and how many grams of the longest chain in order it has."""

    first: int
    last: int
    in_order: int


def count_windows(hits: Hits, counts: list[int], room: tuple[int, int], width: int) -> None:
    """Write for each hit of a room how many distinct grams the window of `width` letters has that ends there.

    Stops where no window reaches what stands before the room: there the counts are right.
    """
    places, grams = hits
    low, high = room
    behind = places[low - 1] + width if low else places[-1] if places else 0
    last: dict[int, int] = {}  # of each gram; one before `start` is no longer in the window
    start, count = low, 0
    for index in range(low, high):
        at, gram = places[index], grams[index]
        if at > behind:
            return
        count += last.get(gram, -1) < start
        last[gram] = index
        first = at - width
        while places[start] < first:
            count -= last[grams[start]] == start
            start += 1
        counts[index] = count


def tightest(hits: Hits, counts: Sequence[int], low: int, wanted: int, width: int) -> tuple[int, int]:
    """Find the shortest stretch, from hit to hit, with so many distinct grams: the first such.

    `counts` are those of the windows from the hit `low` on; one of them has so many, and only where one has, the
    stretch can end.
    """
    places, grams = hits
    last: dict[int, int] = {}  # as in `count_windows`
    best = (width + 1, low, low)
    start = stop = low  # what is counted, half-open
    count = 0
    for end, most in enumerate(counts, low):
        if most < wanted:
            continue
        begin = bisect_left(places, places[end] - width, low)
        if begin >= stop:
            start = stop = begin
            count = 0
        for index in range(stop, end + 1):
            gram = grams[index]
            count += last.get(gram, -1) < start
            last[gram] = index
            while count >= wanted:
                length = places[index] - places[start]
                if length < best[0]:
                    best = (length, start, index)
                count -= last[grams[start]] == start
                start += 1
        stop = end + 1
    return best[1], best[2]


def settled(hits: Hits, room: tuple[int, int], tight: tuple[int, int], step: int) -> Ends:
    """Set the ends of a place, each by a sixth of it at most, so that order and coverage are best served.

    One proposal trusts order: a gram counts where the longest chain around the
    place has it (the end of a sister article before the true one drops out). The other
    trusts coverage: beyond the place a gram counts if it is new (what was
    moved inside the place draws nothing from beyond it). The better-rated wins.
    """
    places, grams = hits
    first, last = tight
    margin = (places[last] - places[first]) // 6 + 1
    low, first_inside, last_inside, high = (
        bisect_left(places, at, *room)
        for at in (places[first] - margin, places[first] + margin, places[last] - margin, places[last] + margin)
    )
    known = set(grams[first : last + 1])
    chained = _chain(grams, low, high)
    around = range(low, high)
    orderly = list(map(eq, map(chained.get, grams[low:high], around), around))
    before, after = ([gram not in known for gram in part] for part in (grams[low:first], grams[last + 1 : high]))
    # What the letters without a hit cost that stand before each. A hit stands for `step` letters.
    gaps = [
        0,
        *[_THIN * (there - here - step) if there - here > step else 0 for here, there in pairwise(places[low:high])],
    ]
    worth = -_THIN * step, (_HIT - _THIN) * step
    proposals = [(first, last)]
    for counted in (orderly, [*before, *orderly[first - low : last + 1 - low], *after]):
        sums = list(accumulate(map(sub, map(worth.__getitem__, counted), gaps), initial=0))
        starts = sums[: min(first_inside, last) + 1 - low]
        begin = low + starts.index(min(starts))
        nearest = max(last_inside, begin + 1)
        ends = sums[nearest - low :]
        proposals.append((begin, nearest + ends.index(max(ends)) - 1))
    starts, ends = (sorted({proposal[side] for proposal in proposals}) for side in (0, 1))
    possible = [(begin, end) for begin, end in product(starts, ends) if begin <= end]
    return _best_rated(hits, possible, step)


def _chain(grams: Sequence[int], low: int, high: int) -> dict[int, int]:
    """Map each gram of the longest chain in order, of the hits `[low, high)`, to its hit."""
    # Sorting keeps the order of equals: by gram, then the last place first.
    keyed = sorted(range(high - 1, low - 1, -1), key=grams.__getitem__)
    chain = [keyed[at] for at in rising(keyed)]
    return dict(zip(map(grams.__getitem__, chain), chain, strict=True))


def in_order(grams: Sequence[int], stops: Sequence[int]) -> list[int]:
    """Count the grams of the longest chain in order, up to each of some ascending stops.

    Patience sorting, of which only the number of piles is kept.

    >>> in_order([3, 1, 2, 5], [2, 4])
    [1, 3]
    """
    tops: list[int] = [-1]
    top = -1
    counts: list[int] = []
    for start, stop in pairwise([0, *stops]):
        for gram in grams[start:stop]:
            if gram > top:
                tops.append(gram)
                top = gram
            else:
                tops[bisect_left(tops, gram)] = gram
                top = tops[-1]
        counts.append(len(tops) - 1)
    return counts


def _best_rated(hits: Hits, pairs: Sequence[tuple[int, int]], step: int) -> Ends:
    """Choose the best-rated place of some, each from hit to hit: the first such.

    What stands in order counts whole, what stands elsewhere less, and its length costs. No place is worth more than
    if all of it stood in order.
    """
    places, grams = hits
    distinct = [len(set(grams[first : last + 1])) for first, last in pairs]
    most = [
        _HIT * step * count - _THIN * (places[last] - places[first])
        for count, (first, last) in zip(distinct, pairs, strict=True)
    ]
    orderly: dict[tuple[int, int], int] = {}
    best: tuple[int, int] | None = None
    for index in sorted(range(len(pairs)), key=lambda index: -most[index]):
        if best and most[index] < best[0]:
            break
        first, last = pairs[index]
        if pairs[index] not in orderly:  # those that begin together are counted together
            lasts = sorted(end for begin, end in pairs if begin == first)
            found = in_order(grams[first : lasts[-1] + 1], [end + 1 - first for end in lasts])
            orderly.update(zip([(first, end) for end in lasts], found, strict=True))
        elsewhere = distinct[index] - orderly[first, last]
        rating = most[index] - (_HIT - _MOVED) * step * elsewhere, -index
        best = max(best, rating) if best else rating
    first, last = pairs[-best[1]] if best else pairs[0]
    return Ends(first, last, orderly[first, last])
