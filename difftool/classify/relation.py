"""What two documents are to each other, judged by their links and changes."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.align import stretches
from difftool.model import (
    Change,
    Document,
    Finding,
    Limit,
    Link,
    Relation,
    RelationKind,
    Shape,
    Side,
    Significance,
    Span,
)
from difftool.model.comparison import LEAK

# The borders of the relation's kinds, as the contract of the JSON output states them.
_UNRELATED = 0.1
_CONTAINED = 0.8
_LONGER = 1.5
# Where both sides lack so much of each other, neither is a revision of the other.
_OVERLAPPING = 0.8


def coverage(document: Document, links: Sequence[Link], side: Side) -> float:
    r"""Give the share of a side's paragraph code points that stand in links with both sides; 0 for none at all.

    >>> from difftool.model import LinkKind, document
    >>> coverage(document("一二\n三四"), [Link(LinkKind.EQUAL, (0,), (0,))], Side.LEFT)
    0.5
    """
    sizes = _sizes(document)
    total = sum(sizes)
    if side is Side.LEFT:
        linked = sum([sizes[index] for link in links if link.right for index in link.left])
    else:
        linked = sum([sizes[index] for link in links if link.left for index in link.right])
    return linked / total if total else 0.0


def _sizes(document: Document) -> list[int]:
    """List the code points of each paragraph."""
    return [end - start for start, end in document.paragraphs]


def inner_side(left: Document, right: Document, left_coverage: float, right_coverage: float) -> Side | None:
    """Name the side that the other contains, if one does: covered by 0.8 or more, and the other 1.5 times as long."""
    for side, inner, outer, share in (
        (Side.LEFT, left, right, left_coverage),
        (Side.RIGHT, right, left, right_coverage),
    ):
        if share >= _CONTAINED and (size := sum(_sizes(inner))) and sum(_sizes(outer)) >= _LONGER * size:
            return side
    return None


def is_unrelated(left_coverage: float, right_coverage: float) -> bool:
    """Tell whether less than a tenth of either side is answered by the other."""
    return left_coverage < _UNRELATED and right_coverage < _UNRELATED


def similarity(left: Document, right: Document, links: Sequence[Link], changes: Sequence[Change]) -> float:
    """Give 1 minus the changed code points of both sides over the linked code points of both sides."""
    here, there = left.paragraphs, right.paragraphs
    # Spans and links are taken apart by position: a book has tens of thousands of each, and most of them are equal.
    linked = sum(
        [
            here[ours[-1]][1] - here[ours[0]][0] + there[theirs[-1]][1] - there[theirs[0]][0]
            for _, ours, theirs, _ in links
            if ours and theirs
        ]
    )
    changed = sum(
        change.left.length + change.right.length
        for change in changes
        if change.shape is not Shape.MOVE and links[change.link].is_paired
    )
    if not linked:
        return float(not left.paragraphs and not right.paragraphs)
    return round(1 - changed / linked, 6)


def scored(left: Document, right: Document, links: Sequence[Link], changes: Sequence[Change]) -> list[Link]:
    """Score each link that has both sides: 1 minus its changed code points over all of both sides.

    >>> from difftool.model import LinkKind, document
    >>> scored(document("一"), document("一"), [Link(LinkKind.EQUAL, (0,), (0,))], [])[0].score
    1.0
    """
    changed = [0] * len(links)
    for change in changes:
        if change.shape is not Shape.MOVE:
            (start, end), (first, last) = change.left, change.right
            changed[change.link] += end - start + last - first
    found = [one if one.score == 1.0 or not one.is_paired else one._replace(score=1.0) for one in links]
    edited = [number for number, count in enumerate(changed) if count and links[number].is_paired]
    for number, one in zip(edited, stretches(left, right, [links[at] for at in edited]), strict=True):
        kind, ours, theirs, _ = links[number]
        score = round(1 - changed[number] / (one.left.length + one.right.length), 6)
        found[number] = Link(kind, ours, theirs, score)
    return found


def linked_span(document: Document, links: Sequence[Link], side: Side) -> Span:
    """Give the stretch from the first linked paragraph's start to the last one's end; of all paragraphs if none is."""
    paired = [link.left if side is Side.LEFT else link.right for link in links if link.left and link.right]
    if not (paired or document.paragraphs):
        return Span(0, 0)
    first = min([indices[0] for indices in paired], default=0)
    last = max([indices[-1] for indices in paired], default=-1)
    return Span(document.paragraphs[first].start, document.paragraphs[last].end)


def layout_differences(left: Document, right: Document, links: Sequence[Link]) -> int:
    """Count the places between links where the white space differs; it is compared nowhere else.

    Only links that follow each other on both sides with nothing between them are compared.
    """
    here, there = left.paragraphs, right.paragraphs
    differing = 0
    before = -2, -2  # the last paragraphs of the link before: of none, so that nothing follows them
    for _, ours, theirs, _ in links:
        if not (ours and theirs):
            continue
        if ours[0] == before[0] + 1 and theirs[0] == before[1] + 1:
            one = left.text[here[before[0]][1] : here[ours[0]][0]]
            differing += one != right.text[there[before[1]][1] : there[theirs[0]][0]]
        before = ours[-1], theirs[-1]
    return differing


def relate(  # noqa: PLR0913, PLR0917 - a relation is judged by all that was found
    left: Document,
    right: Document,
    links: Sequence[Link],
    changes: Sequence[Change],
    findings: Sequence[Finding],
    limits: Sequence[Limit],
) -> Relation:
    """Judge the relation: identical, unrelated, contained, overlapping, equivalent, else revision, in this order.

    Equivalent means no substantive and no doubtful change (ignored ones
    included: a wish does not make two texts mean the same), no such finding, and
    nothing cut short; two texts of white space are equivalent, one against a text is
    unrelated. `section`, `hits` and `runner_up` are for the caller to add.
    """
    shares = coverage(left, links, Side.LEFT), coverage(right, links, Side.RIGHT)
    inner = inner_side(left, right, *shares)
    weighty = {Significance.SUBSTANTIVE, Significance.DOUBTFUL}
    # A leak is no difference: both copies may have it.
    weights = {one.significance for one in changes} | {one.significance for one in findings if one.kind != LEAK}
    if left.text == right.text:
        kind, inner = RelationKind.IDENTICAL, None
    elif not left.paragraphs and not right.paragraphs:
        kind = RelationKind.EQUIVALENT
    elif is_unrelated(*shares):
        kind = RelationKind.UNRELATED
    elif inner:
        kind = RelationKind.CONTAINED
    elif max(shares) < _OVERLAPPING:
        kind = RelationKind.OVERLAPPING
    elif limits or weighty & weights:
        kind = RelationKind.REVISION
    else:
        kind = RelationKind.EQUIVALENT
    return Relation(
        kind=kind,
        inner=inner,
        left=linked_span(left, links, Side.LEFT),
        right=linked_span(right, links, Side.RIGHT),
        left_coverage=round(shares[0], 6),
        right_coverage=round(shares[1], 6),
        similarity=similarity(left, right, links, changes),
        layout_differs=layout_differences(left, right, links) > 0,
    )
