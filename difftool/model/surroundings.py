r"""Where a place of a document stands, for people: its paragraph, line and address, and the words around it.

Shared by the results that list places. Knows no result.
"""

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from difftool.model.document import Document
from difftool.model.span import Span

__all__ = ["Surroundings", "line_numbers", "surroundings"]


class Surroundings(NamedTuple):
    """Say where a place stands: paragraph and line from 1, address as people cite it, and text to either side."""

    paragraph: int
    line: int
    address: str
    before: str
    after: str


def surroundings(document: Document, reach: int) -> Callable[[Span], Surroundings]:
    r"""Make what tells of a span where it stands, with `reach` code points of its paragraph to either side.

    Addresses are the document's, empty where it has none. Linear in the document once, then
    logarithmic for each span; one that is empty at the end of a paragraph belongs to it.

    >>> from difftool.model.document import document
    >>> surroundings(document("一\r\n二三四"), 1)(Span(4, 5))
    Surroundings(paragraph=2, line=2, address='', before='二', after='四')
    """
    text, paragraphs, addresses = document.text, document.paragraphs, document.addresses
    starts = [span.start for span in paragraphs]
    line = line_numbers(text)

    def found(span: Span) -> Surroundings:
        index = max(0, bisect_right(starts, span.start) - 1)
        whole = paragraphs[index]
        return Surroundings(
            paragraph=index + 1,
            line=line(span.start),
            address=addresses[index] if addresses else "",
            before=text[max(whole.start, span.start - reach) : span.start],
            after=text[span.end : min(max(whole.end, span.end), span.end + reach)],
        )

    return found


def line_numbers(text: str) -> Callable[[int], int]:
    r"""Make what counts the line of a point from 1; lines end with `\n`, `\r\n` or `\r`.

    >>> [line_numbers("一\r\n二\r三")(at) for at in (0, 2, 3, 5)]
    [1, 1, 2, 3]
    """
    points, numbers = [0], [1]  # those that were asked for; what lies between two is counted at the speed of memory

    def line(at: int) -> int:
        at -= text[max(at - 1, 0) : at + 1] == "\r\n"  # half of a line end is none yet
        index = bisect_right(points, at) - 1
        start, number = points[index], numbers[index]
        returns = text.count("\r", start, at)
        number += text.count("\n", start, at) + returns - (text.count("\r\n", start, at) if returns else 0)
        if start < at:
            points.insert(index + 1, at)
            numbers.insert(index + 1, number)
        return number

    return line
