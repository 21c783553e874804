"""Cuts inside a paragraph, where only part of it answers the other side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from difftool.align.letters import Letters, letters
from difftool.model import Document, Span

# A paragraph is cut only if the part that does not answer is this long, and longer than the paragraph's fifth.
_SHORTEST_REST = 30
_SMALLEST_SHARE = 0.2


def cut_ends(inner: Document, outer: Document, span: Span) -> Document:
    r"""Cut the outer paragraphs in which the inner text starts or ends, and give the document with the pieces.

    `span` is where the inner text was found, give or take some code points; the
    exact borders are those of `borders`. Nothing is cut where they are not found,
    or where the rest is too short to be a text of its own. Linear in the paragraphs where something is cut, and in the
    inner text.

    >>> from difftool.model import document
    >>> outer = document("甲" * 40 + "。第二篇讲的是国家邮政局。" + "乙" * 40)
    >>> cut_ends(document("第二篇讲的是国家邮政局。"), outer, Span(41, 53)).paragraphs
    (Span(start=0, end=41), Span(start=41, end=53), Span(start=53, end=93))
    """
    if not any(_is_worth_it(outer, point) for point in span):
        return outer
    from difftool.align.borders import end_of, reach_of, start_of  # noqa: PLC0415 - most documents need no cut

    sought = letters(inner)
    there = _letters_around(outer, span, reach_of(inner, sought))
    points = {start_of(inner, outer, span.start, sought, there), end_of(inner, outer, span.end, sought, there)}
    return cut_at(outer, [point for point in points if _is_worth_it(outer, point)])


def _letters_around(outer: Document, span: Span, reach: int) -> Letters:
    """Take the letters of a span and so many more on each side, or all that there are."""
    margin = reach
    while True:
        margin *= 4
        window = Span(max(0, span.start - margin), min(len(outer.text), span.end + margin))
        found = letters(outer, [window])
        before, behind = found.near(span.start), len(found.text) - found.near(span.end)
        if (before >= reach or not window.start) and (behind >= reach or window.end == len(outer.text)):
            return found


def cut_at(document: Document, points: Iterable[int]) -> Document:
    """Cut the paragraphs of a document at points, and strip the pieces; a point between paragraphs cuts nothing.

    Linear in the paragraphs and the points, but for sorting these.

    >>> from difftool.model import document
    >>> cut_at(document("一二 三四"), [2]).paragraphs
    (Span(start=0, end=2), Span(start=3, end=5))
    """
    wanted = sorted(points)
    pieces: list[Span] = []
    place = 0
    for paragraph in document.paragraphs:
        at = paragraph.start
        while place < len(wanted) and wanted[place] < paragraph.end:
            if wanted[place] > at:
                pieces += _stripped(document.text, at, wanted[place])
                at = wanted[place]
            place += 1
        pieces += [paragraph] if at == paragraph.start else _stripped(document.text, at, paragraph.end)
    return document._replace(paragraphs=tuple(pieces))


def _is_worth_it(document: Document, point: int) -> bool:
    """Tell whether a point lies in a paragraph and far from its ends."""
    index = bisect_right(document.paragraphs, point, key=lambda paragraph: paragraph.start) - 1
    if index < 0:
        return False
    paragraph = document.paragraphs[index]
    rest = min(point - paragraph.start, paragraph.end - point)
    return rest >= _SHORTEST_REST and rest >= _SMALLEST_SHARE * min(paragraph.length, 5 * _SHORTEST_REST)


def _stripped(text: str, start: int, end: int) -> list[Span]:
    """Give the span without the white space at its ends; none if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []
