"""Cuts inside a paragraph, where only part of it answers the other side."""

from __future__ import annotations

from difftool.align.locate import Letters, letters
from difftool.model import Document, Span
from difftool.view.folds import match

# A paragraph is cut only if the part that does not answer is this long, and longer than the paragraph's fifth.
_SHORTEST_REST = 30
_SMALLEST_SHARE = 0.2
# The borders are looked for by so many letters of the inner text's start and end.
_PROBE = 8
_REACH = 200


def cut_ends(inner: Document, outer: Document, span: Span) -> Document:
    r"""Cut the outer paragraphs in which the inner text starts or ends, and give the document with the pieces.

    `span` is where the inner text was found, give or take some code points; the
    exact borders are where its first and last letters stand. Nothing is cut
    where they are not found, or where the rest is too short to be a text of its own. Linear.

    >>> from difftool.model import document
    >>> outer = document("甲" * 40 + "。第二篇讲的是国家邮政局。" + "乙" * 40)
    >>> cut_ends(document("第二篇讲的是国家邮政局。"), outer, Span(41, 53)).paragraphs
    (Span(start=0, end=41), Span(start=41, end=53), Span(start=53, end=93))
    """
    near = [point for point in span if any(_is_worth_it(paragraph, point) for paragraph in outer.paragraphs)]
    if not near:
        return outer
    sought, there = letters(inner), letters(outer)
    points = {_start(inner, outer, sought, there, span.start), _end(inner, outer, sought, there, span.end)} - {-1}
    pieces: list[Span] = []
    for paragraph in outer.paragraphs:
        at = paragraph.start
        for point in sorted(points):
            if _is_worth_it(paragraph, point):
                pieces += _stripped(outer.text, at, point)
                at = point
        pieces += _stripped(outer.text, at, paragraph.end)
    return outer._replace(paragraphs=tuple(pieces))


def _is_worth_it(paragraph: Span, point: int) -> bool:
    rest = min(point - paragraph.start, paragraph.end - point)
    return rest >= _SHORTEST_REST and rest >= _SMALLEST_SHARE * min(paragraph.length, 5 * _SHORTEST_REST)


def _stripped(text: str, start: int, end: int) -> list[Span]:
    """Give the span without the white space at its ends; none if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []


def _start(inner: Document, outer: Document, sought: Letters, there: Letters, near: int) -> int:
    """Find where the inner text starts: at its first letters, with the marks that stand before them on both sides."""
    around = there.near(near)
    found = there.text.find(sought.text[:_PROBE], max(0, around - _REACH), around + _REACH)
    if found < 0:
        return -1
    at, mark = there.home(found), sought.home(0)
    return at - _same_marks(inner.text[inner.paragraphs[0].start : mark][::-1], outer.text[:at][-_PROBE:][::-1])


def _end(inner: Document, outer: Document, sought: Letters, there: Letters, near: int) -> int:
    """Find where the inner text ends, with the marks behind its last letters."""
    around = there.near(near)
    tail = sought.text[-_PROBE:]
    found = there.text.rfind(tail, max(0, around - _REACH), around + _REACH)
    if found < 0:
        return -1
    at, mark = there.home(found + len(tail) - 1) + 1, sought.home(len(sought.text) - 1) + 1
    return at + _same_marks(inner.text[mark : inner.paragraphs[-1].end], outer.text[at : at + _PROBE])


def _same_marks(one: str, other: str) -> int:
    """Count the marks that go on alike on both sides."""
    count = 0
    for left, right in zip(match(one), match(other), strict=False):
        if left != right:
            break
        count += 1
    return count
