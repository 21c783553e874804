"""The order of links, and the stretch of text that each stands for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import NamedTuple

from difftool.model import Document, Edit, Link, Span


def ordered(links: Sequence[Link]) -> list[Link]:
    """Sort links by right position, those of the left alone behind their predecessor on the left. O(n log n).

    >>> from difftool.model import LinkKind
    >>> deleted, equal = Link(LinkKind.DELETED, (1,), ()), Link(LinkKind.EQUAL, (0,), (0,))
    >>> [link.left for link in ordered([deleted, equal])]
    [(0,), (1,)]
    """
    there = sorted([link for link in links if link.right], key=attrgetter("right"))
    if len(there) == len(links):
        return there
    alone: list[tuple[int, Link]] = []
    after = -1
    for link in sorted([link for link in links if link.left], key=attrgetter("left")):
        if link.right:
            after = link.right[-1]
        else:
            alone.append((after, link))
    starts = [link.right[0] for link in there]
    found: list[Link] = []
    done = 0
    for after, link in sorted(alone, key=lambda pair: (pair[0], pair[1].left)):
        stop = bisect_right(starts, after, done)
        found += there[done:stop]
        found.append(link)
        done = stop
    return found + there[done:]


def stretches(
    left: Document, right: Document, links: Sequence[Link], wanted: Sequence[Link] | None = None
) -> list[Edit]:
    """Give the stretch of each link on both sides, from its first paragraph's start to its last one's end.

    For a paragraph alone the other side's span is empty and stands where the text
    would go: at the end of the partner of the nearest linked paragraph before it, else at 0.
    `wanted` are those of the links whose stretches are asked for, if not all.
    """
    wanted = links if wanted is None else wanted
    homes: tuple[_Homes, _Homes] | None = None
    found: list[Edit] = []
    for link in wanted:
        if link.left and link.right:
            found.append(Edit(_stretch(left, link.left), _stretch(right, link.right)))
            continue
        homes = homes or _homes(left, right, links)
        if link.left:
            found.append(Edit(_stretch(left, link.left), homes[0].of(link.left[0])))
        else:
            found.append(Edit(homes[1].of(link.right[0]), _stretch(right, link.right)))
    return found


def _stretch(document: Document, indices: Sequence[int]) -> Span:
    if len(indices) == 1:
        return document.paragraphs[indices[0]]
    return Span(document.paragraphs[indices[0]].start, document.paragraphs[indices[-1]].end)


class _Homes(NamedTuple):
    """Hold the last paragraph of each pair on one side, ascending, and where its partner ends on the other."""

    last: Sequence[int]
    ends: Sequence[int]

    def of(self, index: int) -> Span:
        """Give where the text of a paragraph without a partner would go on the other side."""
        at = bisect_left(self.last, index)
        end = self.ends[at - 1] if at else 0
        return Span(end, end)


def _homes(left: Document, right: Document, links: Sequence[Link]) -> tuple[_Homes, _Homes]:
    """List the ends of the partners, by the paragraphs of the left and by those of the right."""
    ends = [(link.left[-1], link.right[-1]) for link in links if link.left and link.right]
    by_left, by_right = sorted(ends), sorted(ends, key=itemgetter(1))
    return (
        _Homes([one for one, _ in by_left], [right.paragraphs[other].end for _, other in by_left]),
        _Homes([other for _, other in by_right], [left.paragraphs[one].end for one, _ in by_right]),
    )
