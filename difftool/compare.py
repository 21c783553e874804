"""The recipe: two documents and the settings in, a comparison out.

The only place that knows the order of the steps: place and link the
paragraphs, find the edits inside each link, name them, judge the relation.
Knows nothing of files and displays.
"""

from collections.abc import Sequence
from typing import NamedTuple

from difftool.align import align, edits, ordered, section_at, stretches
from difftool.align.locate import Place
from difftool.classify import (
    Named,
    Placed,
    answered,
    changes,
    coverage,
    grouped,
    inventory,
    is_unrelated,
    layout_differences,
    mirrored,
    move_edits,
    name_edits,
    name_whole,
    relate,
    renumber,
)
from difftool.model import (
    Change,
    Comparison,
    Document,
    Hit,
    Kind,
    Limit,
    Link,
    LinkKind,
    Relation,
    RelationKind,
    Settings,
    Shape,
    Side,
    Significance,
)

# Places that hold less than half of the inner text are no hits; the best of them is the runner-up.
_HIT = 0.5


def compare(left: Document, right: Document, settings: Settings | None = None) -> Comparison:
    """Compare two documents and say what every difference is.

    Works in one orientation (the shorter text first, then code-point order) and mirrors the
    result, so that swapping the sides swaps everything and changes nothing else.
    The same input gives the same comparison on every machine: effort is bounded by
    `settings.work_limit`, never by a clock, and what it cut is in `limits`.

    >>> from difftool.model import document
    >>> result = compare(document("共****个部门"), document("共xxxx个部门"))
    >>> [(change.kind.value, change.detail, change.left) for change in result.changes]
    [('mask', 'restyled', Span(start=1, end=5))]
    """
    settings = settings or Settings()
    swapped = (len(right.text), right.text) < (len(left.text), left.text)
    found = _Found.of(right, left, settings) if swapped else _Found.of(left, right, settings)
    return _assembled(found.mirrored() if swapped else found, settings)


class _Found(NamedTuple):
    """Hold what the steps found; `named[i]` belongs to `links[i]`; `places` are spans of the `outer` side."""

    left: Document
    right: Document
    links: Sequence[Link]
    named: Sequence[Sequence[Named]]
    limits: Sequence[Limit]
    places: Sequence[Place]
    outer: Side

    @classmethod
    def of(cls, inner: Document, outer: Document, settings: Settings) -> "_Found":
        """Run the steps on two documents of which the first is not the longer one."""
        alignment = align(inner, outer, settings.work_limit)
        left, right, links = alignment.inner, alignment.outer, ordered(alignment.links)
        if is_unrelated(coverage(left, links, Side.LEFT), coverage(right, links, Side.RIGHT)):
            links = ordered(_alone(left, right))
        named: list[list[Named]] = []
        limits: list[Limit] = []
        for link, one in zip(links, stretches(left, right, links), strict=True):
            if link.is_paired:
                script, cut = edits(left.text, right.text, one.left, one.right, settings.work_limit)
                named.append(name_edits(left.text, right.text, script, settings.terms))
                limits += cut
            else:
                named.append([] if link.kind is LinkKind.OUTSIDE else [name_whole(left.text, right.text, one)])
        return cls(left, right, links, renumber(left, right, links, named), limits, alignment.places, Side.RIGHT)

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
            self.places,
            self.outer.other,
        )


def _alone(left: Document, right: Document) -> list[Link]:
    """Link nothing with nothing: unrelated texts are shown one after the other, not as a salad of both."""
    links = [Link(LinkKind.DELETED, (index,), ()) for index in range(len(left.paragraphs))]
    return links + [Link(LinkKind.INSERTED, (), (index,)) for index in range(len(right.paragraphs))]


def _assembled(found: _Found, settings: Settings) -> Comparison:
    """Put the changes in order, gather them, judge the relation."""
    left, right, links = found.left, found.right, found.links
    placed = [Placed(one, index) for index, named in enumerate(found.named) for one in named]
    placed += [
        Placed(Named(edit, Kind.MOVE, None, Significance.SUBSTANTIVE, "move"), index, block)
        for index, edit, block in move_edits(links, left.paragraphs, right.paragraphs)
    ]
    listed, groups = grouped(changes(left, right, placed, settings))
    left_masks, right_masks = inventory(left.text, right.text, [one.named for one in placed])
    relation = relate(left, right, links, listed, (), found.limits)
    relation = _located(relation, found)
    notes = _notes(left, right, links, relation)
    return Comparison(
        left=left,
        right=right,
        settings=settings,
        relation=relation,
        links=tuple(_scored(links, listed, left, right)),
        changes=listed,
        groups=groups,
        left_masks=answered(left_masks, listed, left=True),
        right_masks=answered(right_masks, listed, left=False),
        limits=tuple(found.limits),
        notes=notes,
    )


def _scored(links: Sequence[Link], listed: Sequence[Change], left: Document, right: Document) -> list[Link]:
    """Score each link: 1 minus its changed code points over all of both sides."""
    changed = [0] * len(links)
    for change in listed:
        if change.shape is not Shape.MOVE:
            changed[change.link] += change.left.length + change.right.length
    scored: list[Link] = []
    for link, one, count in zip(links, stretches(left, right, links), changed, strict=True):
        total = one.left.length + one.right.length
        scored.append(link._replace(score=round(1 - count / total, 6)) if link.is_paired else link)
    return scored


def _located(relation: Relation, found: _Found) -> Relation:
    """Add to a containment its section, its hits and the runner-up."""
    if relation.kind is not RelationKind.CONTAINED or relation.inner is None:
        return relation
    outer = found.right if relation.inner is Side.LEFT else found.left
    inside = [
        index
        for link in found.links
        if link.is_paired
        for index in (link.right if relation.inner is Side.LEFT else link.left)
    ]
    best = Hit(relation.left, relation.right, relation.left_coverage, relation.right_coverage, relation.similarity)
    others = [_hit(place, relation, found) for place in found.places[1:]]
    below = [hit for hit in others if _inner_share(hit, relation) < _HIT]
    return relation._replace(
        section=section_at(outer, min(inside), max(inside) + 1, relation.inner.other),
        hits=(best, *[hit for hit in others if _inner_share(hit, relation) >= _HIT]),
        runner_up=below[0] if below else None,
    )


def _inner_share(hit: Hit, relation: Relation) -> float:
    return hit.left_coverage if relation.inner is Side.LEFT else hit.right_coverage


def _hit(place: Place, relation: Relation, found: _Found) -> Hit:
    """Describe another place as far as its k-grams tell: the share of the inner text there, and of the outer."""
    outer = found.right if relation.inner is Side.LEFT else found.left
    share = round(place.span.length / sum(span.length for span in outer.paragraphs), 6)
    inner_share = round(place.coverage, 6)
    if relation.inner is Side.LEFT:
        return Hit(relation.left, place.span, inner_share, share, inner_share)
    return Hit(place.span, relation.right, share, inner_share, inner_share)


def _notes(left: Document, right: Document, links: Sequence[Link], relation: Relation) -> tuple[str, ...]:
    if not relation.layout_differs:
        return ()
    count = layout_differences(left, right, links)
    return (f"white space between paragraphs differs in {count} place{'s' if count > 1 else ''}",)
