"""Where a short text stands inside a long one, by coverage and order and not by the longest common subsequence."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import heappop, heappush
from itertools import accumulate, pairwise, product
from typing import NamedTuple

from difftool.align.anchors import rising
from difftool.align.letters import LONG, Letters, letters
from difftool.model import Document, Span

# Runs of letters that are counted once each; four Han characters say as much as ten of an alphabet.
_GRAM_OF_HAN = 4
_GRAM_OF_LETTERS = 10
# A window may be a little longer than the text sought: insertions must not push its end out.
_SLACK = 1.6
# The place is the shortest stretch with so much of what the best window has: the end of a sister article before
# the true one cannot be a part of it.
_ENOUGH = 0.99
# Its ends are set where fewer letters than this share belong to the text sought, in order.
_THIN = 0.2
_WHOLE = 5  # 1 / _THIN
# What stands out of order at a place was moved there, or belongs to a sister; it speaks for the place less loudly.
_MOVED = 0.7
# Places that cover less are chance phrases; places beyond so many are not listed.
_FAINT = 0.15
MOST_PLACES = 50
# Phrases that many texts share stand in no order: so little of the text sought, and of what is found of it, follows.
_CHANCE, _CHANCE_OF_FOUND = 0.1, 0.25
# Two proposals for a place this near each other are one: their paragraphs are the same.
_APART = 30
_LONG = 1_000
_STRIDE = 4
# Two articles on one template answer each other paragraph by paragraph though they share little more than their
# phrases; where so many of the signs differ, one is no copy of the other, be it ever so much edited.
ALIKE = 0.75


class Place(NamedTuple):
    """Hold one place where the inner text was found: a span of the outer text, and the share of the inner there.

    `dense` is the shortest stretch that holds nearly as much, where it is another one: which of
    the two is right, only the paragraphs tell. `in_order` is the share that stands there in the inner text's order.
    """

    span: Span
    coverage: float
    dense: Span | None = None
    in_order: float = 1.0

    @property
    def is_chance(self) -> bool:
        """Tell whether nothing but phrases from all over stand there: a copy that was put in another order has runs."""
        return self.in_order < min(_CHANCE, _CHANCE_OF_FOUND * self.coverage)


def both_letters(inner: Document, outer: Document) -> tuple[Letters, Letters]:
    """Take the letters of both; of a very long outer text, only where phrases of the inner one stand."""
    stretches = None
    if len(outer.text) >= LONG:
        from difftool.align.skimming import skimmed  # noqa: PLC0415 - few texts are so long

        stretches = skimmed(inner.text, outer.text)
    return letters(inner), letters(outer, stretches)


def places(sought: Letters, there: Letters) -> list[Place]:
    """List where the letters of one text stand in those of another, the best covered first, the earlier on a tie.

    Each k-gram of the inner text counts once in a window, so that a sister
    article with the same template covers less than the true one. A window as wide as
    the inner text slides over the hits for the most distinct ones; the shortest
    stretch that has nearly as many is the place (two pointers). Places are disjoint. Linear in
    both texts, times the number of places (at most `MOST_PLACES`).

    >>> from difftool.model import document
    >>> texts = document("第二篇讲的是国家邮政局。"), document("甲乙丙。第二篇讲的是国家邮政局。丁")
    >>> places(*both_letters(*texts))
    [Place(span=Span(start=4, end=15), coverage=1.0, dense=None, in_order=1.0)]
    """
    grams, size, step = _grams(sought.text)
    if not grams or not there.text:
        return []
    hits = [
        (at, grams[gram]) for at in range(len(there.text) - size + 1) if (gram := there.text[at : at + size]) in grams
    ]
    found: list[Place] = []
    width = int(len(sought.text) * _SLACK) + size
    counts = [0] * len(hits)
    _count(hits, counts, (0, len(hits)), width)
    # No place reaches over another: what is left on each side of one is searched alone.
    waiting = [(-max(counts), 0, len(hits))] if hits else []
    while waiting and len(found) < MOST_PLACES:
        most, low, high = heappop(waiting)
        if -most < max(1, _FAINT * len(grams)):
            break
        tight = _tightest(hits, counts[low:high], low, max(1, int(-most * _ENOUGH)), width)
        first, last = _settled(hits, (low, high), tight, step)
        coverage = len({gram for _, gram in hits[first : last + 1]}) / len(grams)
        span, dense = (
            Span(there.home(hits[begin][0]), there.home(hits[end][0] + size - 1) + 1)
            for begin, end in ((first, last), tight)
        )
        in_order = _in_order(hits[first : last + 1]) / len(grams)
        differs = max(abs(span.start - dense.start), abs(span.end - dense.end)) > _APART
        found.append(Place(span, coverage, dense if differs else None, in_order))
        _count(hits, counts, (last + 1, high), width)
        for begin, end in ((low, first), (last + 1, high)):
            if begin < end:
                heappush(waiting, (-max(counts[begin:end]), begin, end))
    return sorted(found, key=lambda place: (-place.coverage, place.span))


@lru_cache(1)
def _grams(text: str) -> tuple[Mapping[str, int], int, int]:
    """Map the k-grams of a text to their first places; gives k, too, and the distance from one to the next."""
    size = _GRAM_OF_LETTERS if text[:4000].isascii() else _GRAM_OF_HAN
    size = max(1, min(size, len(text)))
    grams: dict[str, int] = {}
    # Of a long text every fourth k-gram is enough: borders come out some letters off, and paragraphs set them right.
    step = 1 if len(text) < _LONG else _STRIDE
    for at in range(0, len(text) - size + 1, step):
        grams.setdefault(text[at : at + size], at)
    return grams, size, step


def _count(hits: Sequence[tuple[int, int]], counts: list[int], room: tuple[int, int], width: int) -> None:
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


def _tightest(
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


def _settled(
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
    # How many letters without a hit stand before each, in whole numbers: `_WHOLE * step` is what a hit is worth.
    gaps = [0, *[max(0, there[0] - here[0] - step) for here, there in pairwise(hits[low:high])]]
    least, most = -step, (_WHOLE - 1) * step
    proposals = [(first, last)]
    for counted in (orderly, [*before, *orderly[first - low : last + 1 - low], *after]):
        costs = [(most if counts else least) - gap for counts, gap in zip(counted, gaps, strict=True)]
        sums = list(accumulate(costs, initial=0))
        starts = sums[: min(first_inside, last) + 1 - low]
        begin = low + starts.index(min(starts))
        nearest = max(last_inside, begin + 1)
        ends = sums[nearest - low :]
        proposals.append((begin, nearest + ends.index(max(ends)) - 1))
    pairs = product(*[sorted({proposal[side] for proposal in proposals}) for side in (0, 1)])
    possible = [pair for pair in pairs if pair[0] <= pair[1]]
    begin, end = max(possible, key=lambda pair: _rating(hits[pair[0] : pair[1] + 1], step))
    return begin, end


def _chain(hits: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Map each gram of the longest chain in order to its place."""
    # One number sorts as both do: by gram, then the last place first.
    wide = hits[-1][0] + 1 if hits else 1
    keys = sorted([gram * wide - at for at, gram in hits])
    places = [-key % wide for key in keys]
    return {-(-keys[index] // wide): places[index] for index in rising(places)}


def _in_order(hits: Sequence[tuple[int, int]]) -> int:
    """Count the grams of the longest chain in order: patience sorting, of which only the number of piles is kept."""
    tops: list[int] = [-1]
    for _, gram in hits:
        if gram > tops[-1]:
            tops.append(gram)
        else:
            tops[bisect_left(tops, gram)] = gram
    return len(tops) - 1


def _rating(hits: Sequence[tuple[int, int]], step: int) -> float:
    """Rate a place: what stands in order counts whole, what stands elsewhere less, and its length costs."""
    in_order = _in_order(hits)
    elsewhere = len({gram for _, gram in hits}) - in_order
    return in_order + _MOVED * elsewhere - _THIN * (hits[-1][0] - hits[0][0]) / step


def paragraphs_at(document: Document, span: Span) -> tuple[int, int]:
    r"""Give the range of paragraphs that lie for the better part inside `span`, half-open; at least one.

    >>> from difftool.model import document
    >>> paragraphs_at(document("一二三四\n五六七八\n九十"), Span(5, 12))
    (1, 3)
    """
    ends = [paragraph.end for paragraph in document.paragraphs]
    first = bisect_left(ends, span.start + 1)
    stop = first
    while stop < len(ends) and document.paragraphs[stop].start < span.end:
        stop += 1
    inside = [
        index
        for index in range(first, stop)
        if 2 * (min(span.end, ends[index]) - max(span.start, document.paragraphs[index].start))
        >= document.paragraphs[index].length
    ]
    return (inside[0], inside[-1] + 1) if inside else (first, max(stop, first + 1))
