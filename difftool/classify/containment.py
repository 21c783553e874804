"""What a containment says besides its place: the section, every other place, and what comes nearest.

Called by `compare` when the relation is judged. Knows nothing of how the places were found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from difftool.align.locate import ALIKE
from difftool.classify.relation import similarity
from difftool.model import Change, Document, Hit, Kind, Link, Relation, RelationKind, Side
from difftool.view.sections import Sections

if TYPE_CHECKING:
    from difftool.align.choosing import Hit as Measured

# Places that hold less than half of the inner text are no hits; the best of them is the runner-up.
_HIT = 0.5


def located(  # noqa: PLR0913, PLR0917 - as `relate`
    relation: Relation,
    left: Document,
    right: Document,
    links: Sequence[Link],
    listed: Sequence[Change],
    measured: Sequence[Measured],
) -> Relation:
    """Add to a containment its section, its hits and the runner-up; a text that is only like it contains nothing."""
    if relation.kind is not RelationKind.CONTAINED or relation.inner is None:
        return relation
    best = Hit(relation.left, relation.right, relation.left_coverage, relation.right_coverage, relation.similarity)
    if similarity(left, right, links, _telling(listed)) < ALIKE:
        return relation._replace(kind=RelationKind.OVERLAPPING, inner=None, runner_up=best)
    outer = right if relation.inner is Side.LEFT else left
    inside = [
        index
        for link in links
        if link.is_paired
        for index in (link.right if relation.inner is Side.LEFT else link.left)
    ]
    here = relation.right if relation.inner is Side.LEFT else relation.left
    others = [hit for hit in measured if hit.outer.end <= here.start or here.end <= hit.outer.start]
    below = [hit for hit in others if not hit.is_copy(_HIT)]
    return relation._replace(
        section=Sections(outer).at(min(inside), max(inside) + 1, relation.inner.other),
        hits=(best, *[_hit(hit, relation.inner) for hit in others if hit.is_copy(_HIT)]),
        runner_up=_hit(below[0], relation.inner) if below else None,
    )


def _telling(listed: Sequence[Change]) -> list[Change]:
    """Leave the changes that make another text of one: masks, noise, marks and another script do not."""
    return [change for change in listed if change.kind in {Kind.WORDING, Kind.NUMBER}]


def _hit(hit: Measured, inner: Side) -> Hit:
    """Say on which side each of a hit's spans is."""
    if inner is Side.LEFT:
        return Hit(hit.inner, hit.outer, hit.coverage, hit.outer_coverage, hit.similarity)
    return Hit(hit.outer, hit.inner, hit.outer_coverage, hit.coverage, hit.similarity)
