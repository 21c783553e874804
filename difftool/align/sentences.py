"""Sentences of the links that may hide a part which moved, and which of them answer each other.

Asked by `portions`. Knows nothing of what moved.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, product, takewhile
from typing import NamedTuple

from difftool.align.grams import grams
from difftool.align.likeness import Paragraphs
from difftool.align.paragraphs import link
from difftool.model import Document, Edit, Span

_PAIR = 2  # short pieces share no longer runs
_SENTENCE = r"[^。！？；!?.]*(?:[。！？；!?]|\.(?!\w)|\.?$)[”’」』）)\"']*|[^。！？；!?]+"


class Placed(NamedTuple):
    """Hold stretches of both texts that answer each other, and the numbers of the links they stand in."""

    edit: Edit
    homes: tuple[int, int]

    @property
    def stayed(self) -> bool:
        """Tell whether both stand in one link of paragraphs."""
        return self.homes[0] == self.homes[1]


class Sentences:
    """Gather sentences of both texts with the number of the link that each stands in, and find which answer which."""

    def __init__(self, left: Document, right: Document) -> None:
        """Start with none."""
        self.left, self.right = left, right
        self.homes: tuple[dict[Span, int], dict[Span, int]] = ({}, {})

    def add(self, home: int, here: Iterable[Span], there: Iterable[Span]) -> None:
        """Add sentences of one link."""
        self.homes[0].update(dict.fromkeys(here, home))
        self.homes[1].update(dict.fromkeys(there, home))

    def linked(self, work_limit: int) -> list[Placed]:
        """Link the sentences as if they were paragraphs; those that do not follow each other answer nothing together.

        Bounds: those of `link`.
        """
        here, there = (sorted(side) for side in self.homes)
        links = link(Paragraphs(self.left, here), Paragraphs(self.right, there), work_limit)
        found: list[Placed] = []
        for one in links:
            if one.is_paired:
                lefts = _together(self.left.text, [here[at] for at in one.left])
                rights = _together(self.right.text, [there[at] for at in one.right])
                # What lies between two pieces may be a book: of several places the one that has most of it is meant.
                some, other = max(product(lefts, rights), key=self._shared)
                homes = self.homes[0][some[0]], self.homes[1][other[0]]
                found.append(Placed(Edit(joined(some), joined(other)), homes))
        return found

    def _shared(self, places: tuple[Sequence[Span], Sequence[Span]]) -> int:
        """Count the pairs of signs that stand at a place of each side. Linear."""
        one, other = (
            grams(joined(spans).of(side.text), _PAIR)
            for spans, side in zip(places, (self.left, self.right), strict=True)
        )
        return len(one & other)


def _together(text: str, pieces: Sequence[Span]) -> list[list[Span]]:
    """Gather the pieces that follow each other, with nothing but white space between them."""
    found = [[pieces[0]]]
    for last, piece in pairwise(pieces):
        if text[last.end : piece.start].strip():
            found.append([piece])
        else:
            found[-1].append(piece)
    return found


def joined(spans: Sequence[Span]) -> Span:
    """Give the stretch from the first of some spans to the last.

    >>> joined([Span(0, 2), Span(3, 4)])
    Span(start=0, end=4)
    """
    return Span(spans[0].start, spans[-1].end)


def _sentences(text: str, paragraphs: Iterable[Span]) -> list[Span]:
    """Cut paragraphs into their sentences, without the white space around them."""
    found: list[Span] = []
    for paragraph in paragraphs:
        for piece in re.compile(_SENTENCE).finditer(text, *paragraph):
            source = piece.group()
            if source and not source.isspace():
                start = piece.start() + len(source) - len(source.lstrip())
                found.append(Span(start, start + len(source.strip())))
    return found


def without_ends(
    left: str, right: str, here: Sequence[Span], there: Sequence[Span]
) -> tuple[list[Edit], list[Span], list[Span]]:
    """Cut the paragraphs of one link into sentences: those equal at both ends, paired, and the others of each side."""
    some, others = _sentences(left, here), _sentences(right, there)
    same = zip([span.of(left) for span in some], [span.of(right) for span in others], strict=False)
    start = sum(takewhile(bool, (one == other for one, other in same)))
    rest = some[start:], others[start:]
    same = zip([span.of(left) for span in rest[0][::-1]], [span.of(right) for span in rest[1][::-1]], strict=False)
    end = sum(takewhile(bool, (one == other for one, other in same)))
    ends = [
        *zip(some[:start], others, strict=False),
        *zip(some[len(some) - end :], others[len(others) - end :], strict=True),
    ]
    return [Edit(*pair) for pair in ends], rest[0][: len(rest[0]) - end], rest[1][: len(rest[1]) - end]
