"""Where a short text stands inside a long one, by coverage and order and not by the longest common subsequence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from difftool.align.anchors import Pair, longest_chain
from difftool.model import Document, Span
from difftool.view.folds import match

# Runs of letters that are counted once each; four Han characters say as much as ten of an alphabet.
_GRAM_OF_HAN = 4
_GRAM_OF_LETTERS = 10
# A window may be a little longer than the text sought: insertions must not push its end out.
_SLACK = 1.3
# A window's ends are trimmed where fewer letters than this share belong to the text sought.
_THIN = 0.4
# Places that cover less are chance phrases; places beyond so many are not listed.
_FAINT = 0.15
_MOST_PLACES = 50
_LONG = 1_000
_STRIDE = 4
_LETTERS = re.compile(r"[^\W_]+")


class Place(NamedTuple):
    """Hold one place where the inner text was found: a span of the outer text, and the share of the inner there."""

    span: Span
    coverage: float


class Letters(NamedTuple):
    """Hold the folded letters of a text without marks and white space, and where each run of them starts.

    `runs` are positions in `text`, `homes` the same runs' positions in the source.
    """

    text: str
    runs: Sequence[int]
    homes: Sequence[int]

    def home(self, at: int) -> int:
        """Give the place in the source of the letter `at`."""
        run = bisect_right(self.runs, at) - 1
        return self.homes[run] + at - self.runs[run]

    def near(self, home: int) -> int:
        """Give the first letter at or behind a place in the source."""
        run = bisect_right(self.homes, home) - 1
        if run < 0:
            return 0
        stop = self.runs[run + 1] if run + 1 < len(self.runs) else len(self.text)
        return min(self.runs[run] + home - self.homes[run], stop)


def letters(document: Document) -> Letters:
    """Project a document to its folded letters and digits. Linear.

    >>> from difftool.model import document
    >>> found = letters(document("國，A"))
    >>> found.text, found.home(1), found.near(1)
    ('国a', 2, 1)
    """
    folded = match(document.text)
    pieces = [piece.group() for piece in _LETTERS.finditer(folded)]
    homes = [piece.start() for piece in _LETTERS.finditer(folded)]
    return Letters("".join(pieces), [0, *accumulate(map(len, pieces[:-1]))], homes)


def places(inner: Document, outer: Document) -> list[Place]:
    """List where `inner` stands in `outer`, the best covered first, the earlier on a tie.

    Each k-gram of the inner text counts once in a window, so that a sister
    article with the same template covers less than the true one. Windows
    slide over the hits; their ends are trimmed where hits are thin (Kadane's
    maximal subarray). Linear in both texts, times the number of places (at most 50).
    """
    sought, there = letters(inner), letters(outer)
    size = _GRAM_OF_LETTERS if sought.text[:4000].isascii() else _GRAM_OF_HAN
    size = max(1, min(size, len(sought.text)))
    grams: dict[str, int] = {}
    # Of a long text every fourth k-gram is enough: borders come out some letters off, and paragraphs set them right.
    step = 1 if len(sought.text) < _LONG else _STRIDE
    for at in range(0, len(sought.text) - size + 1, step):
        grams.setdefault(sought.text[at : at + size], at)
    if not grams or not there.text:
        return []
    hits = [
        (at, grams[gram]) for at in range(len(there.text) - size + 1) if (gram := there.text[at : at + size]) in grams
    ]
    found: list[Place] = []
    while hits and len(found) < _MOST_PLACES:
        first, last = _densest(hits, int(len(sought.text) * _SLACK) + size)
        if len({gram for _, gram in hits[first : last + 1]}) < _FAINT * len(grams):
            break
        first, last = _trimmed(hits, first, last, step)
        coverage = len({gram for _, gram in hits[first : last + 1]}) / len(grams)
        if coverage < _FAINT:
            break
        span = Span(there.home(hits[first][0]), there.home(hits[last][0] + size - 1) + 1)
        found.append(Place(span, coverage))
        del hits[first : last + 1]
    return sorted(found, key=lambda place: (-place.coverage, place.span))


def _densest(hits: Sequence[tuple[int, int]], width: int) -> tuple[int, int]:
    """Find the window of `width` letters with the most distinct grams: the first such, from hit to hit."""
    counts: dict[int, int] = {}
    best = (0, 0, 0)
    start = 0
    for stop, (at, gram) in enumerate(hits):
        counts[gram] = counts.get(gram, 0) + 1
        while at - hits[start][0] > width:
            gone = hits[start][1]
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
            start += 1
        if len(counts) > best[0]:
            best = (len(counts), start, stop)
    return best[1], best[2]


def _trimmed(hits: Sequence[tuple[int, int]], first: int, last: int, step: int) -> tuple[int, int]:
    """Cut off ends that add little: the stretch where hits outweigh the letters between them the most.

    A k-gram that stands several times counts where the longest chain in order
    has it, so that the end of a sister article before the true one adds nothing.
    """
    near = sorted((gram, -at) for at, gram in hits[first : last + 1])
    chained = {pair.left: pair.right for pair in longest_chain([Pair(gram, -at) for gram, at in near])}
    best = (0.0, first, last)
    running, begin = 0.0, first
    for index in range(first, last + 1):
        at, gram = hits[index]
        gap = (at - hits[index - 1][0]) / step if index > first else 1
        running -= _THIN * max(0.0, gap - 1)
        if running <= 0:
            running, begin = 0.0, index
        counts = chained.get(gram, at) == at
        running += (1 - _THIN) if counts else -_THIN
        if running > best[0]:
            best = (running, begin, index)
    return best[1], best[2]


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
