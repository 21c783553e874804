"""Links between two documents: inside the place where one stands in the other, or all over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from difftool.align.cuts import cut_ends
from difftool.align.hiding import may_hide
from difftool.align.likeness import Views
from difftool.align.locate import Lettered, Place, both_letters, places
from difftool.align.placed import Linker, outside
from difftool.model import Document, Link

if TYPE_CHECKING:
    from difftool.align.choosing import Hit

# The outer text must be so many times as long before a place is looked for; the inner must be covered by so much there.
_LONGER = 1.5
_COVERED = 0.8
# Where half of the inner text is at one place, what stands elsewhere must not attract the other half.
_MOSTLY = 0.5
# A place that holds less of the inner text than this is not worth linking.
_PROMISING = 0.3
# So many that hold less are measured where no two are worth it: one of them may be what comes nearest.
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


class Sought(NamedTuple):
    """Hold the letters of the inner and the outer text, and the places of the one in the other."""

    letters: Lettered
    places: Sequence[Place]


def align(inner: Document, outer: Document, work_limit: int) -> Alignment:
    """Link the paragraphs of two documents, of which `inner` is not the longer one.

    Where one place of the outer text covers the inner one, only that place is
    linked and the rest is `outside`: a sister article elsewhere attracts
    nothing. Otherwise all is linked with all. Where a part of a paragraph moved,
    both documents are cut there and linked anew. Bounds: those of `places` and `link`.
    """
    views = Views({}, {}), Views({}, {})
    found = _aligned(inner, outer, work_limit, views)
    hiding = may_hide(found.inner, found.outer, found.links)
    if not hiding:
        return found
    from difftool.align.portions import cut_moved  # noqa: PLC0415 - most comparisons have nothing that moved so

    cut = cut_moved(found.inner, found.outer, found.links, hiding, work_limit)
    if cut is None:
        return found
    place = found.places[0] if found.places else None
    links = _linked(Linker(cut.left, cut.right, work_limit, cut.moved, views), place)
    again = Alignment(cut.left, cut.right, tuple(links), found.places, found.hits)
    # A cut is to find a partner for more of the text, never for less.
    return again if _alone(again) <= _alone(found) else found


def _alone(found: Alignment) -> int:
    """Count the code points of the inner text's paragraphs that have no answer."""
    return sum(found.inner.paragraphs[at].length for one in found.links if not one.right for at in one.left)


def _aligned(inner: Document, outer: Document, work_limit: int, views: tuple[Views, Views]) -> Alignment:
    """Link whole paragraphs, but where the inner text starts or ends inside one of the outer."""
    sizes = [sum([end - start for start, end in one.paragraphs]) for one in (inner, outer)]
    longer = sizes[1] >= _LONGER * sizes[0] > 0
    if longer:
        lettered = both_letters(inner, outer)
        found = places(lettered)
        if found and found[0].coverage >= _PROMISING:
            # One place alone is measured by the comparison itself.
            measured = hits(inner, outer, work_limit, Sought(lettered, found)) if len(found) > 1 else []
            best = Place(measured[0].outer, measured[0].coverage) if measured else found[0]
            linker = Linker(inner, cut_ends(inner, outer, best.span), work_limit, views=views)
            links = _linked(linker, best)
            if _covered(inner, links) >= _MOSTLY:
                return Alignment(inner, linker.outer, tuple(links), (best,), tuple(measured))
    return Alignment(inner, outer, tuple(_linked(Linker(inner, outer, work_limit, views=views), None)), ())


def hits(inner: Document, outer: Document, work_limit: int, sought: Sought | None = None) -> "list[Hit]":
    """Measure the places worth it and the nearest of the others, the best first; none is a part of a better one.

    `sought` holds the letters of both and the places, where they are known. What has no letters is looked for sign by
    sign.

    >>> from difftool.model import document
    >>> [hit.outer for hit in hits(document("第二篇讲的。"), document("甲乙丙。第二篇讲的。丁"), 10**6)]
    [Span(start=4, end=10)]
    """
    from difftool.align.hits import measured, verbatim  # noqa: PLC0415 - most texts have one place at most
    from difftool.align.measuring import Searched  # noqa: PLC0415 - as above

    lettered = sought.letters if sought else both_letters(inner, outer)
    searched = Searched.of(inner, outer, work_limit, lettered)
    if not searched.sought.text:
        return verbatim(searched)
    found = sought.places if sought else places(lettered)
    promising = sum(place.coverage >= _PROMISING for place in found)
    return measured(searched, found[: promising if promising > 1 else promising + _NEAREST])


def _linked(linker: Linker, place: Place | None) -> list[Link]:
    """Link at one place, or all with all; what lies around a text that is nearly all found is outside."""
    if place:
        return linker.with_moved_to_ends(linker.at(place.span))
    inner, outer = linker.inner, linker.outer
    links = linker.between(0, len(outer.paragraphs))
    longer = sum(span.length for span in outer.paragraphs) >= _LONGER * sum(span.length for span in inner.paragraphs)
    return outside(links, len(outer.paragraphs)) if longer and _covered(inner, links) >= _COVERED else links


def _covered(inner: Document, links: Sequence[Link]) -> float:
    total = sum(span.length for span in inner.paragraphs)
    linked = sum(inner.paragraphs[index].length for one in links if one.is_paired for index in one.left)
    return linked / total if total else 0.0
