"""One place of the inner text as a try found it, and which of several tries of a place is right.

Knows no texts: a hit is numbers and spans.
"""

from collections.abc import Sequence
from typing import NamedTuple

from difftool.align.locate import ALIKE
from difftool.align.placed import COPY
from difftool.model import Span

# Insertions make a copy so much longer at most, if its ends are the same.
MUCH_LONGER = 1.3
# What a longer try adds may stand in twice its own length and a quarter of the text, no more: the rest is another copy.
_MUCH_ADDED, _SMALL_PART = 2, 4
# What moved counts so much less than what stands in order: it may be the end of a sister article. What a sister has
# instead differs in more.
_OUT_OF_ORDER = 0.05
_FAR_MORE = 2
# So few differing code points tell nothing.
_EDITS = 4
# What was put in counts so much of what differs.
_ROOM = 0.1


class Hit(NamedTuple):
    """Hold one place, measured: spans of both texts, the shares of both that answer each other there, likeness.

    `coverage` is the share of the inner text's paragraph code points in paired
    links, `outer_coverage` that of the outer one's; `similarity` is 1 minus the
    edited code points of both sides over the linked ones, and `likeness` the same but
    for edits that folding undoes: another script or width, white space, noise. `moved` is the share
    of the inner text that stands out of order here, `short_moved` tells whether a phrase does, `head` is
    where the first of the inner text that answers stands, and `core` is the outer span without what moved to its ends.
    """

    inner: Span
    outer: Span
    coverage: float
    outer_coverage: float
    similarity: float
    likeness: float
    moved: float = 0.0
    short_moved: bool = False
    head: int = 0
    core: Span = Span(0, 0)

    @property
    def rank(self) -> tuple[float, float, float, int, Span]:
        """Order places, the best first: by what stands there unchanged, then coverage, similarity, length, position.

        A copy that lost a line is better than a whole sister article on the same template.
        """
        return -self.value, -self.coverage, -self.similarity, self.outer.length, self.outer

    @property
    def begins(self) -> bool:
        """Tell whether the place begins as the inner text does."""
        return self.head == self.outer.start

    @property
    def value(self) -> float:
        """Give the share of the inner text that stands here unchanged, what is out of order counted less."""
        return round(self.unchanged - _OUT_OF_ORDER * self.moved * self.likeness, 6)

    @property
    def unchanged(self) -> float:
        """Give the share of the inner text that stands here unchanged, in whatever order."""
        return self.coverage * self.likeness

    @property
    def is_verbatim(self) -> bool:
        """Tell whether all of the inner text stands here in its order, sign by sign."""
        return self.coverage == self.similarity == 1.0 and self.moved == 0.0 and self.inner.length == self.outer.length

    def is_copy(self, at_least: float) -> bool:
        """Tell whether so much of the inner text stands here, and nearly as it is."""
        return self.coverage >= at_least and self.likeness >= ALIKE


def best_of(tries: Sequence[Hit], size: int) -> list[Hit]:
    """Choose among tries of one place, the plainest first: one that holds more must be nearly a copy where it does.

    One longer or less in order must hold more: else it is put together from the better parts of two copies.
    `size` counts the inner text's code points.

    >>> copy = Hit(Span(0, 50), Span(100, 150), 1.0, 0.1, 0.98, 0.98)
    >>> stitched = copy._replace(outer=Span(40, 150), likeness=0.99, moved=0.2, core=Span(100, 150))
    >>> [hit.outer.start for hit in best_of([stitched, copy], 50)]
    [100]
    """
    best: list[Hit] = []
    for hit in sorted(tries, key=lambda hit: (hit.moved, hit.outer.length)):
        if not best:
            best = [hit]
            continue
        more, alike = hit.coverage - best[0].coverage, hit.unchanged - best[0].unchanged
        moved, longer = hit.moved - best[0].moved, hit.outer.length - best[0].outer.length
        is_better = hit.value > best[0].value
        if more > 0:
            # What is added takes its own room, and that of what was put in beside it.
            fits = longer <= _MUCH_ADDED * more * size + size / _SMALL_PART
        else:
            fits = hit.outer.length <= MUCH_LONGER * best[0].outer.length
            if moved > 0:
                # What stands in order must differ far more than the rest does, as a sister's does, or take more room;
                # headings are shared by all.
                expected = moved * (_OUT_OF_ORDER + _FAR_MORE * (1 - hit.likeness))
                if hit.begins and not best[0].begins:
                    expected = 0.0  # an article begins with its title, and what stands before that is the one before
                gain = alike - _ROOM * longer / size
                is_better = gain > max(expected, _EDITS / size) and not hit.short_moved
        if fits and is_better and alike > COPY * more:
            best = [hit]
    return best
