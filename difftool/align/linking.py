"""Links between two documents: inside the place where one stands in the other, or all over."""

from collections.abc import Sequence
from typing import NamedTuple

from difftool.align.cuts import cut_ends
from difftool.align.likeness import Paragraphs
from difftool.align.locate import Place, paragraphs_at, places
from difftool.align.paragraphs import link
from difftool.model import Document, Link, LinkKind

# The outer text must be so many times as long before a place is looked for; the inner must be covered by so much there.
_LONGER = 1.5
_COVERED = 0.8
# Where half of the inner text is at one place, what stands elsewhere must not attract the other half.
_MOSTLY = 0.5
# A place that holds less of the inner text than this is not worth linking.
_PROMISING = 0.3


class Alignment(NamedTuple):
    """Hold the links of two documents; the outer one's paragraphs may be cut where the inner one starts or ends.

    `places` are where the inner text stands in the outer one, the best first;
    empty where neither is a part of the other.
    """

    inner: Document
    outer: Document
    links: tuple[Link, ...]
    places: tuple[Place, ...]


def align(inner: Document, outer: Document, work_limit: int) -> Alignment:
    """Link the paragraphs of two documents, of which `inner` is not the longer one.

    Where one place of the outer text covers the inner one, only that place is
    linked and the rest is `outside`: a sister article elsewhere attracts
    nothing. Otherwise all is linked with all. Bounds: those of `places` and `link`.
    """
    sizes = [sum(span.length for span in one.paragraphs) for one in (inner, outer)]
    longer = sizes[1] >= _LONGER * sizes[0] > 0
    if longer:
        found = places(inner, outer)
        if found and found[0].coverage >= _PROMISING:
            outer_cut = cut_ends(inner, outer, found[0].span)
            links = _link_at(inner, outer_cut, found[0], work_limit)
            if _covered(inner, links) >= _MOSTLY:
                return Alignment(inner, outer_cut, tuple(links), tuple(found))
    links = link(Paragraphs(inner, inner.paragraphs), Paragraphs(outer, outer.paragraphs), work_limit)
    if longer and _covered(inner, links) >= _COVERED:
        return Alignment(inner, outer, tuple(_outside(links, len(outer.paragraphs))), ())
    return Alignment(inner, outer, tuple(links), ())


def _covered(inner: Document, links: Sequence[Link]) -> float:
    total = sum(span.length for span in inner.paragraphs)
    linked = sum(inner.paragraphs[index].length for one in links if one.is_paired for index in one.left)
    return linked / total if total else 0.0


def _link_at(inner: Document, outer: Document, place: Place, work_limit: int) -> list[Link]:
    """Link the inner paragraphs to those at the place; where an end stays alone, try once more with a wider place."""
    first, stop = paragraphs_at(outer, place.span)
    links = _link_range(inner, outer, first, stop, work_limit)
    linked = [index for one in links if one.is_paired for index in one.left]
    before = min(linked, default=0)
    after = len(inner.paragraphs) - 1 - max(linked, default=len(inner.paragraphs) - 1)
    if before or after:
        # Headings that differ in every word are found only by their place: one more than is missing on each side.
        first, stop = max(0, first - before - 1), min(len(outer.paragraphs), stop + after + 1)
        links = _link_range(inner, outer, first, stop, work_limit)
    return _outside(links, len(outer.paragraphs))


def _link_range(inner: Document, outer: Document, first: int, stop: int, work_limit: int) -> list[Link]:
    """Link all inner paragraphs with the outer ones `[first, stop)`."""
    links = link(Paragraphs(inner, inner.paragraphs), Paragraphs(outer, outer.paragraphs[first:stop]), work_limit)
    return [one._replace(right=tuple([index + first for index in one.right])) for one in links]


def _outside(links: Sequence[Link], count: int) -> list[Link]:
    """Call outside what lies before the first and behind the last linked paragraph of the outer text."""
    linked = [index for one in links if one.is_paired for index in one.right]
    if not linked:
        return list(links)
    low, high = min(linked), max(linked)
    kept = [one for one in links if one.left or low < one.right[0] < high]
    rest = [index for index in range(count) if not low <= index <= high]
    return kept + [Link(LinkKind.OUTSIDE, (), (index,)) for index in rest]
