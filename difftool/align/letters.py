"""The letters of a text, folded, without marks and white space, and the way home from them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from difftool.model import Document, Span
from difftool.view.folds import match

# A text of so many code points is skimmed before its letters are taken.
LONG = 300_000
_LETTERS = re.compile(r"[^\W_]+")


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

    def within(self, span: Span) -> "Letters":
        """Leave the letters of a span of the source; their homes stay.

        >>> from difftool.model import document
        >>> letters(document("一二，三四")).within(Span(1, 4))
        Letters(text='二三', runs=[0, 1], homes=[1, 3])
        """
        start, stop = self.near(span.start), self.near(span.end)
        if start >= stop:
            return Letters("", [], [])
        first, last = bisect_right(self.runs, start) - 1, bisect_left(self.runs, stop)
        runs = [max(0, run - start) for run in self.runs[first:last]]
        return Letters(self.text[start:stop], runs, [self.home(start), *self.homes[first + 1 : last]])


def letters(document: Document, stretches: Sequence[Span] | None = None) -> Letters:
    """Project a document, or only some stretches of it, to its folded letters and digits. Linear in what is read.

    >>> from difftool.model import document
    >>> found = letters(document("國，A"))
    >>> found.text, found.home(1), found.near(1)
    ('国a', 2, 1)
    >>> letters(document("國，A"), [Span(2, 3)]).text
    'a'
    """
    pieces: list[str] = []
    homes: list[int] = []
    for start, end in [Span(0, len(document.text))] if stretches is None else stretches:
        folded = match(document.text[start:end])
        homes += [start + piece.start() for piece in _LETTERS.finditer(folded)]
        pieces += _LETTERS.findall(folded)
    return Letters("".join(pieces), [0, *accumulate(map(len, pieces[:-1]))], homes)
