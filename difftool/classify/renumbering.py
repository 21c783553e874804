"""Numbers that changed because paragraphs before them came, went or moved.

The second pass of naming: it needs all links. Knows only numbers at the head of paragraphs and
references to them; what it cannot derive stays a `number`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from difftool.classify.numbering import Marker, marker_at
from difftool.classify.numbers import integer
from difftool.classify.site import Named
from difftool.model import Document, Kind, Link, Significance


class _Place(NamedTuple):
    """Where a marker stands in its sequence: the first value, and how many came before it."""

    marker: Marker
    first: int
    before: int
    is_consecutive: bool


def renumber(
    left: Document, right: Document, links: Sequence[Link], named: Sequence[Sequence[Named]]
) -> list[list[Named]]:
    r"""Turn number changes into renumberings where the shift follows from what came before.

    A paragraph's number must fit the sequence of its style on both sides, and the two
    sequences must begin alike: then only inserted, deleted or moved paragraphs can have
    shifted it. A reference (`第三条`) is renumbered when every link of its old target
    leads to its new one. `named[i]` belongs to `links[i]`. Linear in the paragraphs.

    >>> from difftool.model import Edit, LinkKind, Span, document
    >>> one, other = document("一、甲\n二、乙"), document("一、甲\n二、丙\n三、乙")
    >>> links = [Link(LinkKind.CHANGED, (1,), (2,))]
    >>> edit = Edit(Span(4, 5), Span(8, 9))
    >>> change = Named(edit, Kind.NUMBER, None, Significance.SUBSTANTIVE, "number")
    >>> renumber(one, other, links, [[change]])[0][0].kind
    <Kind.RENUMBERING: 'renumbering'>
    """
    if not any(one.kind is Kind.NUMBER for some in named for one in some):
        return [list(some) for some in named]
    here, there = _places(left), _places(right)
    targets = _targets(links, here, there)
    return [
        [_renumbered(one, left, right, link, (here, there), targets) for one in some]
        for link, some in zip(links, named, strict=True)
    ]


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


def _targets(
    links: Sequence[Link], here: dict[int, _Place], there: dict[int, _Place]
) -> dict[tuple[str, int], set[int]]:
    """Map each old number, with its style, to the new ones that its paragraphs have."""
    targets: dict[tuple[str, int], set[int]] = {}
    for link in links:
        if link.is_paired and link.left[0] in here and link.right[0] in there:
            old, new = here[link.left[0]].marker, there[link.right[0]].marker
            if old.style == new.style:
                targets.setdefault((old.style, old.value), set()).add(new.value)
    return targets


def _renumbered(  # noqa: PLR0913, PLR0917 - both sides, their places and the map
    named: Named,
    left: Document,
    right: Document,
    link: Link,
    places: tuple[dict[int, _Place], dict[int, _Place]],
    targets: dict[tuple[str, int], set[int]],
) -> Named:
    if named.kind is not Kind.NUMBER or not link.is_paired:
        return named
    old, new = _at_head(link.left, places[0]), _at_head(link.right, places[1])
    heads = [place for place in (old, new) if place is not None]
    inside = [place.marker.numeral for place in heads] == [named.edit.left, named.edit.right]
    if inside and old and new:
        fits = old.marker.style == new.marker.style and old.first == new.first
        shifted = fits and old.is_consecutive and new.is_consecutive and old.before != new.before
    else:
        shifted = _is_reference(named, left.text, right.text, targets)
    if not shifted:
        return named
    return named._replace(kind=Kind.RENUMBERING, significance=Significance.ACCIDENTAL, rule="renumbering")


def _at_head(paragraphs: Sequence[int], places: dict[int, _Place]) -> _Place | None:
    return places.get(paragraphs[0])


def _is_reference(named: Named, left: str, right: str, targets: dict[tuple[str, int], set[int]]) -> bool:
    """Tell whether it is 第三条 in running text, of this document, and its target moved to the new number."""
    found: list[tuple[str, int]] = []
    for text, span in ((left, named.edit.left), (right, named.edit.right)):
        head, tail = text[max(0, span.start - 3) : span.start], text[span.end : span.end + 1]
        value = integer(span.of(text))
        if not head.endswith("第") or not re.match(r"[编章节条款项]", tail):
            return False
        if head[-2:-1] in {"》", "〉", "法"} and head != "本法第":
            return False
        found.append((f"第{tail}", value or 0))
    (style, old), (other, new) = found
    return style == other and targets.get((style, old)) == {new}
