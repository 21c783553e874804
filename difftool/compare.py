"""The recipe: two documents and the settings in, a comparison out.

The only place that knows the order of the steps: place and link the
paragraphs, find the edits inside each link, name them, judge the relation.
Knows nothing of files and displays.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from difftool.align import align, ordered, stretches
from difftool.classify import (
    Named,
    Placed,
    answered,
    changes,
    coverage,
    damage_findings,
    document_facts,
    fact_findings,
    grouped,
    inventory,
    is_unrelated,
    layout_differences,
    leak_findings,
    located,
    may_shift,
    mirrored,
    move_edits,
    name_whole,
    relate,
    renumber,
    scored,
)
from difftool.inside import Each, here, inside
from difftool.model import (
    Change,
    Comparison,
    Document,
    Group,
    Kind,
    Limit,
    Link,
    LinkKind,
    Mask,
    Relation,
    Settings,
    Side,
    Significance,
)
from difftool.view.address import Address
from difftool.view.outline import cited, outline

if TYPE_CHECKING:
    from difftool.align.choosing import Hit
    from difftool.classify.answering import Sides
    from difftool.classify.stale import Stale


_AS_THEY_ARE = frozenset({LinkKind.EQUAL, LinkKind.OUTSIDE})


def compare(left: Document, right: Document, settings: Settings | None = None, *, each: Each = here) -> Comparison:
    """Compare two documents and say what every difference is.

    Works in one orientation (the shorter text first, then code-point order) and mirrors the
    result, so that swapping the sides swaps everything and changes nothing else.
    The same input gives the same comparison on every machine: effort is bounded by
    `settings.work_limit`, never by a clock, and what it cut is in `limits`. `each` may
    spread the work inside paragraphs over processes, as `here` does it in this one.

    >>> from difftool.model import document
    >>> result = compare(document("共****个部门"), document("共xxxx个部门"))
    >>> [(change.kind.value, change.detail, change.left) for change in result.changes]
    [('mask', 'restyled', Span(start=1, end=5))]
    """
    settings = settings or Settings()
    swapped = (len(right.text), right.text) < (len(left.text), left.text)
    # Not kept here: the named edits of a book are let go once its changes are made of them.
    if swapped:
        return _assembled(_Found.of(right, left, settings, each).mirrored(), settings)
    return _assembled(_Found.of(left, right, settings, each), settings)


class _Found(NamedTuple):
    """Hold what the steps found; `named[i]` belongs to `links[i]`; `hits` know no sides."""

    left: Document
    right: Document
    links: Sequence[Link]
    named: Sequence[Sequence[Named]]
    limits: Sequence[Limit]
    addresses: tuple[Sequence[Address], Sequence[Address]]
    stale: Sequence["Stale"] = ()
    hits: Sequence["Hit"] = ()

    @classmethod
    def of(cls, inner: Document, outer: Document, settings: Settings, each: Each) -> "_Found":
        """Run the steps on two documents of which the first is not the longer one."""
        alignment = align(inner, outer, settings.work_limit)
        left, right, links = alignment.inner, alignment.outer, ordered(alignment.links)
        if is_unrelated(coverage(left, links, Side.LEFT), coverage(right, links, Side.RIGHT)):
            links = ordered(_alone(left, right))
        differing = [number for number, link in enumerate(links) if link.kind not in _AS_THEY_ARE]
        placed = list(zip(differing, stretches(left, right, links, [links[at] for at in differing]), strict=True))
        found = inside(left.text, right.text, [one for at, one in placed if links[at].is_paired], settings, each)
        named: list[list[Named]] = [[] for _ in links]
        limits: list[Limit] = []
        for number, one in placed:
            if links[number].is_paired:
                named[number], cut = next(found)
                limits += cut
            else:
                named[number] = [name_whole(left.text, right.text, one)]
        addresses = outline(left), outline(right)
        sides = cache(lambda: _sides(left, right, links, addresses))
        renumbered = renumber(left, right, links, named, sides)
        stale = _stale(sides, links, renumbered) if may_shift(links, addresses) else ()
        if settings.equivalences:
            renumbered = _wished(left, right, links, renumbered, settings)
        return cls(left, right, links, renumbered, limits, addresses, stale, alignment.hits)

    def mirrored(self) -> "_Found":
        """Swap the sides of everything."""
        pairs = list(zip([link.mirrored for link in self.links], self.named, strict=True))
        order = {link: index for index, link in enumerate(ordered([link for link, _ in pairs]))}
        pairs.sort(key=lambda pair: order[pair[0]])
        return _Found(
            self.right,
            self.left,
            [link for link, _ in pairs],
            [[mirrored(one) for one in named] for _, named in pairs],
            [limit._replace(left=limit.right, right=limit.left) for limit in self.limits],
            (self.addresses[1], self.addresses[0]),
            [one.mirrored for one in self.stale],
            self.hits,
        )


def _sides(
    left: Document, right: Document, links: Sequence[Link], addresses: tuple[Sequence[Address], Sequence[Address]]
) -> "Sides":
    """Read the clauses and references of both; few comparisons need them."""
    from difftool.classify.answering import Sides  # noqa: PLC0415 - a tenth of the time of a short comparison

    return Sides(left, right, links, addresses)


def _stale(sides: "Callable[[], Sides]", links: Sequence[Link], named: Sequence[Sequence[Named]]) -> list["Stale"]:
    """Find the references that now point at another clause; few comparisons need them."""
    from difftool.classify.stale import stale  # noqa: PLC0415 - see `_sides`

    return stale(sides(), links, named)


def _wished(
    left: Document, right: Document, links: Sequence[Link], named: Sequence[Sequence[Named]], settings: Settings
) -> list[list[Named]]:
    """Mark what the user's rules ignore; few comparisons have any."""
    from difftool.classify.wishes import wished  # noqa: PLC0415 - see `_sides`

    return wished(left, right, links, named, settings)


def _ignored(listed: Sequence[Change], settings: Settings) -> tuple[str, ...]:
    """Say what was ignored, by which wish; few comparisons ignore anything."""
    if not any(change.ignored for change in listed):
        return ()
    from difftool.classify.wishes import ignored_notes  # noqa: PLC0415 - see `_sides`

    return tuple(ignored_notes(listed, settings))


def _alone(left: Document, right: Document) -> list[Link]:
    """Link nothing with nothing: unrelated texts are shown one after the other, not as a salad of both."""
    links = [Link(LinkKind.DELETED, (index,), ()) for index in range(len(left.paragraphs))]
    return links + [Link(LinkKind.INSERTED, (), (index,)) for index in range(len(right.paragraphs))]


def _assembled(found: _Found, settings: Settings) -> Comparison:
    """Put the changes in order, gather them, judge the relation."""
    left, right, links = found.left, found.right, found.links
    listed, groups, (left_masks, right_masks) = _listed(found, settings)
    found = found._replace(named=())
    facts = document_facts(left), document_facts(right)
    findings = (
        *[one.finding for one in found.stale],
        *fact_findings(left, right, links, facts, listed),
        *damage_findings(left, right, listed),
        *leak_findings(left, right, links, (left_masks, right_masks)),
    )
    relation = relate(left, right, links, listed, findings, found.limits)
    relation = located(relation, left, right, links, listed, found.hits)
    notes = (*_ignored(listed, settings), *_notes(left, right, links, relation))
    return Comparison(
        left=_addressed(left, found.addresses[0]),
        right=_addressed(right, found.addresses[1]),
        settings=settings,
        relation=relation,
        links=tuple(scored(left, right, links, listed)),
        changes=listed,
        groups=groups,
        left_masks=answered(left_masks, listed, left=True),
        right_masks=answered(right_masks, listed, left=False),
        left_facts=facts[0],
        right_facts=facts[1],
        findings=findings,
        limits=tuple(found.limits),
        notes=notes,
    )


def _listed(
    found: _Found, settings: Settings
) -> tuple[tuple[Change, ...], tuple[Group, ...], tuple[list[Mask], list[Mask]]]:
    """Make of the named edits all that is made of them: the changes, their groups, the masks of both sides."""
    left, right = found.left, found.right
    placed = [Placed(one, index) for index, named in enumerate(found.named) for one in named]
    placed += [
        Placed(Named(edit, Kind.MOVE, None, Significance.SUBSTANTIVE, "move"), index, block)
        for index, edit, block in move_edits(found.links, left.paragraphs, right.paragraphs)
    ]
    masks = inventory(left.text, right.text, [one.named for one in placed], settings.masks)
    return *grouped(changes(left, right, placed, settings)), masks


def _addressed(document: Document, addresses: Sequence[Address]) -> Document:
    """Say of each paragraph where it stands, as people cite it."""
    return document._replace(addresses=tuple(cited(addresses)))


def _notes(left: Document, right: Document, links: Sequence[Link], relation: Relation) -> tuple[str, ...]:
    if not relation.layout_differs:
        return ()
    count = layout_differences(left, right, links)
    return (f"white space between paragraphs differs in {count} place{'s' if count > 1 else ''}",)
