"""The lines of a document, and which of them only go on with the line before.

Asked by `outline`. A paragraph may be a piece of a line, cut where only part of it answers another document; and
a line may be a piece of what its author took for one paragraph, wrapped at a width. Knows no numbering.
"""

from typing import NamedTuple

from difftool.model import Document, Span

_ENDS = frozenset("。：；！？.:;!?…")
_CLOSERS = frozenset("”’」』）)】》〉\"'］]")
# A wrapped line is at least this share of the width: words and indents make the right edge ragged.
_RAGGED = 0.7
# In a wrapped text hardly a line is longer than most that break off.
_LONGER, _FEW = 1.15, 0.02
_NARROWEST = 12
_BLANK_LINE = 2  # line ends between two lines with an empty one between them


class Lines(NamedTuple):
    """Hold the spans of the lines, for each paragraph its line, and for each line whether it goes on with the last."""

    spans: tuple[Span, ...]
    of: tuple[int, ...]
    goes_on: tuple[bool, ...]


def lines(document: Document) -> Lines:
    r"""Gather the pieces of each line, and find out where a wrapped paragraph goes on. Linear.

    A text is taken for wrapped when lines that break off without a mark are nearly all as long as its
    longest ones; a line goes on after one of these, unless a blank line lies between.

    >>> from difftool.model import document
    >>> lines(document("甲乙丙丁戊己庚辛壬癸子丑，\n寅卯。\n辰。")).goes_on
    (False, True, False)
    """
    text = document.text
    spans: list[Span] = []
    of: list[int] = []
    ends_before: list[int] = []
    widths: list[int] = []
    last = 0
    for span in document.paragraphs:
        start, end = span
        if spans and start - last == 1 and text[last] == "\n":  # as most lines stand
            spans.append(span)
            ends_before.append(1)
            widths.append(end - start)
            of.append(len(spans) - 1)
            last = end
            continue
        turn = max(text.rfind("\n", last, start), text.rfind("\r", last, start)) - last
        if spans and turn < 0:  # no line end lies between
            spans[-1] = Span(spans[-1].start, end)
            widths[-1] += end - last
        else:
            spans.append(span)
            ends_before.append(max(text.count("\n", last, start), text.count("\r", last, start)))
            widths.append(end - last - turn - 1)
        of.append(len(spans) - 1)
        last = end
    broken = [text[end - 1] not in _ENDS and not is_ended(text, Span(start, end)) for start, end in spans]
    width = _width(widths, broken)
    if not width:
        return Lines(tuple(spans), tuple(of), (False,) * len(spans))
    least = _RAGGED * width
    goes_on = [
        at > 0 and broken[at - 1] and widths[at - 1] >= least and ends_before[at] < _BLANK_LINE
        for at in range(len(spans))
    ]
    return Lines(tuple(spans), tuple(of), tuple(goes_on))


def is_ended(text: str, span: Span) -> bool:
    """Tell whether a line ends with a mark that ends a sentence or announces a list, quoted or not.

    >>> is_ended("他说：“是。”", Span(0, 7)), is_ended("第一章 总则", Span(0, 6))
    (True, False)
    """
    last = text[span.end - 1]
    return last in _ENDS or (last in _CLOSERS and span.length > 1 and text[span.end - 2] in _ENDS)


def _width(widths: list[int], broken: list[bool]) -> int:
    """Measure the width at which the text is wrapped; 0 where it is not."""
    breaking = sorted(width for width, breaks in zip(widths, broken, strict=True) if breaks)
    if not breaking:
        return 0
    # The longest but a few: a heading is no line of the text, and one long line does not make a width.
    width = breaking[-1 - len(breaking) // 10]
    longer = len([one for one in widths if one > width * _LONGER])
    return width if width >= _NARROWEST and longer <= _FEW * len(widths) else 0
