"""Where a short text stands inside a long one, by coverage and order and not by the longest common subsequence."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from heapq import heappop, heappush
from itertools import compress
from typing import NamedTuple

from difftool.align.grams import Gram, listed
from difftool.align.letters import LONG, Letters, letters
from difftool.align.windows import Hits, count_windows, settled, tightest
from difftool.model import Document, Span

# Runs of letters that are counted once each; four Han characters say as much as ten of an alphabet.
_GRAM_OF_HAN = 4
_GRAM_OF_LETTERS = 10
# A window may be a little longer than the text sought: insertions must not push its end out.
_SLACK = 1.6
# The place is the shortest stretch with so much of what the best window has: the end of a sister article before
# the true one cannot be a part of it.
_ENOUGH = 0.99
# Places that cover less are chance phrases; places beyond so many are not listed.
_FAINT = 0.15
MOST_PLACES = 50
# Phrases that many texts share stand in no order: so little of the text sought, and of what is found of it, follows.
_CHANCE, _CHANCE_OF_FOUND = 0.1, 0.25
# Two proposals for a place this near each other are one: their paragraphs are the same.
_APART = 30
_LONG = 1_000
_STRIDE = 4
# So many letters are looked up at once: more of them would be held in memory for nothing.
_BLOCK = 50_000
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


class Lettered(NamedTuple):
    """Hold the letters of the inner and of the outer text, and where runs of the one stand in the other."""

    sought: Letters
    there: Letters
    hits: Hits


def both_letters(inner: Document, outer: Document) -> Lettered:
    """Take the letters of both; of a very long outer text, only where phrases of the inner one stand."""
    stretches = None
    if len(outer.text) >= LONG:
        from difftool.align.skimming import skimmed  # noqa: PLC0415 - few texts are so long

        stretches = skimmed(inner.text, outer.text)
    sought, there = letters(inner), letters(outer, stretches)
    return Lettered(sought, there, _hits(sought.text, there.text))


def _hits(sought: str, text: str) -> Hits:
    """List where the k-grams of the one text stand in the other."""
    grams = _grams(sought)
    places: list[int] = []
    firsts: list[int] = []
    stop = len(text) - grams.size + 1
    for start in range(0, stop, _BLOCK):
        found = list(map(grams.firsts.get, listed(text[start : start + _BLOCK + grams.size - 1], grams.size)))
        places += compress(range(start, stop), found)
        firsts += filter(None, found)
    return Hits(places, firsts)


def places(lettered: Lettered, room: Span | None = None) -> list[Place]:
    """List where the letters of one text stand in those of another, the best covered first, the earlier on a tie.

    Each k-gram of the inner text counts once in a window, so that a sister
    article with the same template covers less than the true one. A window as wide as
    the inner text slides over the hits for the most distinct ones; the shortest
    stretch that has nearly as many is the place (two pointers). Places are disjoint, and lie in a `room` of the
    outer text. Linear in both texts, times the number of places (at most `MOST_PLACES`).

    >>> from difftool.model import document
    >>> texts = document("第二篇讲的是国家邮政局。"), document("甲乙丙。第二篇讲的是国家邮政局。丁")
    >>> places(both_letters(*texts))
    [Place(span=Span(start=4, end=15), coverage=1.0, dense=None, in_order=1.0)]
    """
    sought, there, hits = lettered
    grams, size, step = _grams(sought.text)
    if room is not None:
        hits = hits.between(there.near(room.start), there.near(room.end) - size + 1)
    at, of = hits
    found: list[Place] = []
    width = int(len(sought.text) * _SLACK) + size
    counts = [0] * len(at)
    count_windows(hits, counts, (0, len(at)), width)
    # No place reaches over another: what is left on each side of one is searched alone.
    waiting = [(-max(counts), 0, len(at))] if counts else []
    while waiting and len(found) < MOST_PLACES:
        most, low, high = heappop(waiting)
        if -most < max(1, _FAINT * len(grams)):
            break
        tight = tightest(hits, counts[low:high], low, max(1, int(-most * _ENOUGH)), width)
        first, last, orderly = settled(hits, (low, high), tight, step)
        coverage = len(set(of[first : last + 1])) / len(grams)
        span, dense = (
            Span(there.home(at[begin]), there.home(at[end] + size - 1) + 1) for begin, end in ((first, last), tight)
        )
        differs = max(abs(span.start - dense.start), abs(span.end - dense.end)) > _APART
        found.append(Place(span, coverage, dense if differs else None, orderly / len(grams)))
        count_windows(hits, counts, (last + 1, high), width)
        for begin, end in ((low, first), (last + 1, high)):
            if begin < end:
                heappush(waiting, (-max(counts[begin:end]), begin, end))
    return sorted(found, key=lambda place: (-place.coverage, place.span))


class _Grams(NamedTuple):
    """Hold the first places of the k-grams of a text, from 1, k, and the distance from one k-gram to the next."""

    firsts: Mapping[Gram, int]
    size: int
    step: int


@lru_cache(1)
def _grams(text: str) -> _Grams:
    """Map the k-grams of a text to their first places."""
    size = _GRAM_OF_LETTERS if text[:4000].isascii() else _GRAM_OF_HAN
    size = max(1, min(size, len(text)))
    # Of a long text every fourth k-gram is enough: borders come out some letters off, and paragraphs set them right.
    step = 1 if len(text) < _LONG else _STRIDE
    firsts: dict[Gram, int] = {}
    for at, gram in enumerate(listed(text, size)[::step]):
        firsts.setdefault(gram, at * step + 1)
    return _Grams(firsts, size, step)


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
