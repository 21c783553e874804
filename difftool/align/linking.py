"""Links between two documents: inside the place where one stands in the other, or all over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from difftool.align.anchors import Pair
from difftool.align.cuts import cut_ends
from difftool.align.likeness import Essence, Paragraphs, likeness
from difftool.align.locate import Place, paragraphs_at, places, places_among
from difftool.align.paragraphs import link
from difftool.align.portions import cut_moved
from difftool.model import Document, Edit, Link, LinkKind, Span

if TYPE_CHECKING:
    from difftool.align.measuring import Hit

# The outer text must be so many times as long before a place is looked for; the inner must be covered by so much there.
_LONGER = 1.5
_COVERED = 0.8
# Where half of the inner text is at one place, what stands elsewhere must not attract the other half.
_MOSTLY = 0.5
# A place that holds less of the inner text than this is not worth linking.
_PROMISING = 0.3
# So much may have been put in between the place and what is missing of its ends: half of some paragraphs, and no more
# than a quarter of the text, or the next copy would lend its end.
_PUT_IN, _SMALL_PART = 200, 8
# What was moved to an end of the place is looked for so many paragraphs beyond it; it must be nearly unchanged, or a
# neighbour on the same template would do.
_FARTHEST_MOVED = 12
_SHORTEST_MOVED = 12
_COPY = 0.9
# So many that hold less are measured all the same: one of them may be what comes nearest.
_NEAREST = 3


class Alignment(NamedTuple):
    """Hold the links of two documents; the outer one's paragraphs may be cut where the inner one starts or ends.

    `places` holds where the inner text stands in the outer one; it is empty where
    neither is a part of the other. `hits` are all such places, measured, the best
    first; empty where no other was thought of.
    """

    inner: Document
    outer: Document
    links: tuple[Link, ...]
    places: tuple[Place, ...]
    hits: tuple["Hit", ...] = ()


def align(inner: Document, outer: Document, work_limit: int) -> Alignment:
    """Link the paragraphs of two documents, of which `inner` is not the longer one.

    Where one place of the outer text covers the inner one, only that place is
    linked and the rest is `outside`: a sister article elsewhere attracts
    nothing. Otherwise all is linked with all. Where a part of a paragraph moved,
    both documents are cut there and linked anew. Bounds: those of `places` and `link`.
    """
    found = _aligned(inner, outer, work_limit)
    cut = cut_moved(found.inner, found.outer, found.links, work_limit)
    if cut is None:
        return found
    place = found.places[0] if found.places else None
    links = _linked(cut.left, cut.right, place, work_limit, cut.moved)
    again = Alignment(cut.left, cut.right, tuple(links), found.places, found.hits)
    # A cut is to find a partner for more of the text, never for less.
    return again if _alone(again) <= _alone(found) else found


def _alone(found: Alignment) -> int:
    """Count the code points of the inner text's paragraphs that have no answer."""
    return sum(found.inner.paragraphs[at].length for one in found.links if not one.is_paired for at in one.left)


def _aligned(inner: Document, outer: Document, work_limit: int) -> Alignment:
    """Link whole paragraphs, but where the inner text starts or ends inside one of the outer."""
    sizes = [sum(span.length for span in one.paragraphs) for one in (inner, outer)]
    longer = sizes[1] >= _LONGER * sizes[0] > 0
    if longer:
        found = places(inner, outer)
        if found and found[0].coverage >= _PROMISING:
            # One place alone is measured by the comparison itself.
            measured = hits(inner, outer, work_limit, found) if len(found) > 1 else []
            best = Place(measured[0].outer, measured[0].coverage) if measured else found[0]
            outer_cut = cut_ends(inner, outer, best.span)
            links = _link_at(inner, outer_cut, best, work_limit)
            if _covered(inner, links) >= _MOSTLY:
                links = _with_moved_to_ends(inner, outer_cut, links, work_limit)
                return Alignment(inner, outer_cut, tuple(links), (best,), tuple(measured))
    return Alignment(inner, outer, tuple(_linked(inner, outer, None, work_limit)), ())


def hits(inner: Document, outer: Document, work_limit: int, found: Sequence[Place] | None = None) -> "list[Hit]":
    """Measure the places worth it and the nearest of the others, the best first; none is a part of a better one.

    `found` are the places where they are known. What has no letters is looked for sign by sign.

    >>> from difftool.model import document
    >>> [hit.outer for hit in hits(document("第二篇讲的。"), document("甲乙丙。第二篇讲的。丁"), 10**6)]
    [Span(start=4, end=10)]
    """
    from difftool.align.hits import measured, verbatim  # noqa: PLC0415 - most texts have one place at most
    from difftool.align.measuring import Searched  # noqa: PLC0415 - as above

    searched = Searched.of(inner, outer)
    if not searched.sought.text:
        return verbatim(searched)
    found = places_among(searched.sought, searched.there) if found is None else found
    promising = sum(place.coverage >= _PROMISING for place in found)
    return measured(searched, found[: promising + _NEAREST], _link_at, work_limit)


def _linked(
    inner: Document, outer: Document, place: Place | None, work_limit: int, known: Sequence[Edit] = ()
) -> list[Link]:
    """Link at one place, or all with all; what lies around a text that is nearly all found is outside."""
    if place:
        links = _link_at(inner, outer, place, work_limit, known)
        return _with_moved_to_ends(inner, outer, links, work_limit)
    links = _link_range(inner, outer, 0, len(outer.paragraphs), work_limit, known)
    longer = sum(span.length for span in outer.paragraphs) >= _LONGER * sum(span.length for span in inner.paragraphs)
    return _outside(links, len(outer.paragraphs)) if longer and _covered(inner, links) >= _COVERED else links


def _covered(inner: Document, links: Sequence[Link]) -> float:
    total = sum(span.length for span in inner.paragraphs)
    linked = sum(inner.paragraphs[index].length for one in links if one.is_paired for index in one.left)
    return linked / total if total else 0.0


def _link_at(inner: Document, outer: Document, place: Place, work_limit: int, known: Sequence[Edit] = ()) -> list[Link]:
    """Link the inner paragraphs to those at the place; where an end stays alone, try once more with a wider place."""
    first, stop = paragraphs_at(outer, place.span)
    links = _link_range(inner, outer, first, stop, work_limit, known)
    missing = _missing_ends(inner, links)
    last = len(inner.paragraphs) - missing[1]
    # First the nearest paragraphs alone: among equal headings, the nearest is the one.
    for reach in (0, 1):
        if any(_missing_ends(inner, links)):
            wider = _widened(inner, outer, (first, stop), missing, reach)
            links = [
                piece
                for one in _link_range(inner, outer, *wider, work_limit, known)
                for piece in _kept(one, first, stop, missing[0], last)
            ]
    return _outside(links, len(outer.paragraphs))


def _widened(
    inner: Document, outer: Document, place: tuple[int, int], missing: tuple[int, int], reach: int
) -> tuple[int, int]:
    """Widen a place by as many paragraphs as are missing; with `reach`, by more, for what was put in between.

    Headings that differ in every word are found only by their place: one more than is missing on each side.
    """
    first, stop = place
    before, after = missing
    room = 0, 0
    if reach:
        sides = inner.paragraphs[:before], inner.paragraphs[len(inner.paragraphs) - after :]
        spare = min(_PUT_IN, len(inner.text) // _SMALL_PART)
        sizes = [sum(span.length for span in side) + spare for side in sides]
        room = _reached(outer.paragraphs[:first][::-1], sizes[0]), _reached(outer.paragraphs[stop:], sizes[1])
    return (
        max(0, first - max(before + reach, room[0])) if before else first,
        min(len(outer.paragraphs), stop + max(after + reach, room[1])) if after else stop,
    )


def _kept(one: Link, first: int, stop: int, before: int, last: int) -> list[Link]:
    """Take a link apart that stands outside the place `[first, stop)`, but those of the inner text's missing ends."""
    left_of_it = one.is_paired and one.right[-1] < first and one.left[-1] >= before
    right_of_it = one.is_paired and one.right[0] >= stop and one.left[0] < last
    if not (left_of_it or right_of_it):
        return [one]
    return [
        *[Link(LinkKind.DELETED, (at,), ()) for at in one.left],
        *[Link(LinkKind.INSERTED, (), (at,)) for at in one.right],
    ]


def _reached(paragraphs: Sequence[Span], missing: int) -> int:
    """Count the paragraphs that may hold what is missing, and as much that was put in before it."""
    count, room = 0, 2 * missing
    while room > 0 and count < len(paragraphs):
        room -= paragraphs[count].length
        count += 1
    return count


def _missing_ends(inner: Document, links: Sequence[Link]) -> tuple[int, int]:
    """Count the inner paragraphs before the first and behind the last that has an answer."""
    linked = [index for one in links if one.is_paired for index in one.left]
    last = len(inner.paragraphs) - 1
    return min(linked, default=0), last - max(linked, default=last)


def _with_moved_to_ends(inner: Document, outer: Document, links: list[Link], work_limit: int) -> list[Link]:
    """Add what moved before the first or behind the last paragraph of the place, if it is nearly unchanged there."""
    alone = {at for one in links if not one.is_paired for at in one.left}
    known = {(one.left, one.right) for one in links if one.is_paired}
    if not alone or not known:
        return links
    reach = min(len(alone), _FARTHEST_MOVED)
    first = max(0, min(right[0] for _, right in known) - reach)
    stop = min(len(outer.paragraphs), max(right[-1] for _, right in known) + 1 + reach)
    wider = _link_range(inner, outer, first, stop, work_limit, ())
    new = [one for one in wider if one.is_paired and (one.left, one.right) not in known]
    sure = all(alone.issuperset(one.left) and _is_copy(inner, outer, one) for one in new)
    return _outside(wider, len(outer.paragraphs)) if new and sure else links


def _is_copy(inner: Document, outer: Document, one: Link) -> bool:
    """Tell whether the paragraphs of a link are nearly the same text, too long to be a phrase of a template."""
    here, there = (
        Essence(Span(side.paragraphs[indices[0]].start, side.paragraphs[indices[-1]].end).of(side.text))
        for side, indices in ((inner, one.left), (outer, one.right))
    )
    return min(here.size, there.size) >= _SHORTEST_MOVED and likeness(here, there, _COPY) >= _COPY


def _link_range(  # noqa: PLR0913, PLR0917 - two documents, a range of one, and what is known of them
    inner: Document, outer: Document, first: int, stop: int, work_limit: int, known: Sequence[Edit]
) -> list[Link]:
    """Link all inner paragraphs with the outer ones `[first, stop)`; `known` are paragraphs that answer each other."""
    here, there = Paragraphs(inner, inner.paragraphs), Paragraphs(outer, outer.paragraphs[first:stop])
    homes = [{span: at for at, span in enumerate(side.spans)} for side in (here, there)]
    pairs = (
        [
            Pair(homes[0][one.left], homes[1][one.right])
            for one in known
            if one.left in homes[0] and one.right in homes[1]
        ]
        if known
        else []
    )
    links = link(here, there, work_limit, pairs)
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
