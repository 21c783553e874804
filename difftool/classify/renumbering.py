"""Numbers that changed because paragraphs before them came, went or moved.

The second pass of naming: it needs all links. Knows numbers at the head of paragraphs,
and of references what `answering` tells; what it cannot derive stays a `number`.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from difftool.classify.numbering import Marker, marker_at
from difftool.classify.site import Named
from difftool.model import Document, Edit, Kind, Link, LinkKind, Significance, Span
from difftool.view.address import Address

if TYPE_CHECKING:
    from difftool.classify.answering import Sides


# What references count from: without one of these above them, lists are no clauses (see `targets`).
_COUNTED = frozenset("编章节条")
# What ends a reference, and in how many code points behind any number in it, be it a list.
_UNITS = frozenset("编編章节節条條款项項目")
_SIGHT = 60


class _Place(NamedTuple):
    """Where a marker stands in its sequence: the first value, and how many came before it."""

    marker: Marker
    first: int
    before: int
    is_consecutive: bool


def may_shift(links: Sequence[Link], addresses: tuple[Sequence[Address], Sequence[Address]]) -> bool:
    """Tell whether there are articles or chapters on both sides, and a clause came, went or stands elsewhere.

    `addresses` are those of both documents. Without, no reference can be stale: this only saves reading them.
    Linear in the paragraphs.

    >>> from difftool.model import LinkKind
    >>> from difftool.view.address import Step
    >>> one, other = [(Step("条", (1,), "第一条"),)], [(Step("条", (2,), "第二条"),)]
    >>> links = [Link(LinkKind.CHANGED, (0,), (0,))]
    >>> may_shift(links, (one, one)), may_shift(links, (one, other))
    (False, True)
    """
    if not all(any(step.style in _COUNTED for address in side for step in address) for side in addresses):
        return False
    left, right = addresses
    still = {LinkKind.EQUAL, LinkKind.CHANGED}
    return any(
        link.kind not in still
        or [step[:2] for step in left[link.left[0]]] != [step[:2] for step in right[link.right[0]]]
        for link in links
        if link.kind is not LinkKind.OUTSIDE
    )


def renumber(
    left: Document,
    right: Document,
    links: Sequence[Link],
    named: Sequence[Sequence[Named]],
    sides: Callable[[], "Sides"],
) -> list[list[Named]]:
    r"""Turn number changes into renumberings where the shift follows from what came before.

    A paragraph's number must fit the sequence of its style on both sides, and the two
    sequences must begin alike: then only inserted, deleted or moved paragraphs can have
    shifted it. A reference (`第三条第二款`) is renumbered when all that is linked of its old target
    leads to its new one, and back. `named[i]` belongs to `links[i]`; `sides` reads the references when they are
    asked for. Linear in the paragraphs.

    >>> from difftool.classify.answering import Sides
    >>> from difftool.model import LinkKind, Span, document
    >>> one, other = document("一、甲\n二、乙"), document("一、甲\n二、丙\n三、乙")
    >>> links = [Link(LinkKind.CHANGED, (1,), (2,))]
    >>> edit = Edit(Span(4, 5), Span(8, 9))
    >>> change = Named(edit, Kind.NUMBER, None, Significance.SUBSTANTIVE, "number")
    >>> sides = lambda: Sides(one, other, links, ([()] * 2, [()] * 3))
    >>> renumber(one, other, links, [[change]], sides)[0][0].kind
    <Kind.RENUMBERING: 'renumbering'>
    """
    if not any(one.kind is Kind.NUMBER for some in named for one in some):
        return [list(some) for some in named]
    here, there = _places(left), _places(right)
    return [
        _renumbered(left.text, some, link, (here.get(link.left[0]), there.get(link.right[0])), sides)
        if link.is_paired and any(one.kind is Kind.NUMBER for one in some)
        else list(some)
        for link, some in zip(links, named, strict=True)
    ]


def _renumbered(
    text: str,
    named: Sequence[Named],
    link: Link,
    places: tuple[_Place | None, _Place | None],
    sides: Callable[[], "Sides"],
) -> list[Named]:
    """Rename the numbers of one link that only followed."""
    shifted = [_is_shifted(one, *places) if one.kind is Kind.NUMBER else False for one in named]
    doubted = [one for one, follows in zip(named, shifted, strict=True) if follows is None]
    carried = _carried(sides(), link, named) if any(_may_refer(text, one.edit.left) for one in doubted) else []
    spans = [
        one.edit
        for one, follows in zip(named, shifted, strict=True)
        if follows or (follows is None and any(_holds(each, one.edit) for each in carried))
    ]
    return [_followed(one) if one.edit in spans else one for one in named]


def _may_refer(text: str, span: Span) -> bool:
    """Tell whether a number may be of a reference: the unit of a clause follows it in its list."""
    return not _UNITS.isdisjoint(text[span.end : span.end + _SIGHT])


def _followed(one: Named) -> Named:
    return one._replace(kind=Kind.RENUMBERING, significance=Significance.ACCIDENTAL, rule="renumbering")


def _holds(outer: Edit, inner: Edit) -> bool:
    return outer.left.contains(inner.left) and outer.right.contains(inner.right)


def _places(document: Document) -> dict[int, _Place]:
    """Read every paragraph's marker and its place in the sequence of its style.

    A sequence starts anew where a number is not greater than the one before it.
    """
    places: dict[int, _Place] = {}
    last: dict[str, _Place] = {}
    for at, span in enumerate(document.paragraphs):
        marker = marker_at(document.text, span.start)
        if marker is None or marker.span.end > span.end:
            continue
        before = last.get(marker.style)
        if before is None or marker.value <= before.marker.value:
            place = _Place(marker, marker.value, 0, is_consecutive=True)
        else:
            follows = marker.value == before.marker.value + 1 and before.is_consecutive
            place = _Place(marker, before.first, before.before + 1, follows)
        places[at] = last[marker.style] = place
    return places


def _carried(sides: "Sides", link: Link, named: Sequence[Named]) -> list[Edit]:
    """List the references of a link whose numbers changed just as the clauses did that they name."""
    found: list[Edit] = []
    for (at, one), (there, other) in sides.pairs(link, [each.edit for each in named]):
        if one.shape == other.shape and one.named != other.named:
            old, new = sides.left.clauses.named(one, at), sides.right.clauses.named(other, there)
            if old and len(old) == len(new) and all(map(sides.is_carried, old, new)):
                found.append(Edit(one.span, other.span))
    return found


def _is_shifted(named: Named, old: _Place | None, new: _Place | None) -> bool | None:
    """Tell whether a paragraph's own number follows from what came before it; None where it is another number."""
    heads = [place.marker.numeral for place in (old, new) if place is not None]
    if heads != [named.edit.left, named.edit.right] or old is None or new is None:
        return None
    fits = old.marker.style == new.marker.style and old.first == new.first
    return fits and old.is_consecutive and new.is_consecutive and old.before != new.before
