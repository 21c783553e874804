"""What a comparison finds of what is true: links, moves, exact spans of changes, the place of a containment."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from truth import Linked, Spans, Truth

from difftool import compare, document
from difftool.model import Comparison, Document, Kind, LinkKind

# What a planted change may be called.
_NAMES = {
    "edit": {"wording"},
    "dropped": {"wording"},
    "inserted": {"wording"},
    "space": {"space"},
    "move": {"move"},
    "renumbering": {"renumbering"},
    "reference": {"renumbering"},
}


class Figures(NamedTuple):
    """Hold counts over many pairs; `failures` counts each class of failure, a short text."""

    pairs: int
    paragraphs: int
    linked: int
    moves_exact: int
    planted: int
    found: int
    exact: int
    places: int
    failures: Counter[str]

    @property
    def links(self) -> float:
        """Give the share of paragraphs whose link is right."""
        return self.linked / self.paragraphs

    @property
    def f1(self) -> float:
        """Give the F1 of changes whose spans are exact on both sides."""
        return 2 * self.exact / (self.planted + self.found)

    def __str__(self) -> str:
        """Tell the figures and the most frequent classes of failure."""
        told = "; ".join(f"{count} {what}" for what, count in self.failures.most_common(12))
        return (
            f"{self.pairs} pairs: links right for {self.linked} of {self.paragraphs} paragraphs ({self.links:.4f});"
            f" moves exact in {self.moves_exact}; {self.planted} changes, {self.found} found, {self.exact} exact"
            f" (F1 {self.f1:.4f}); {self.places} places exact; failures: {told or 'none'}"
        )


def linked(found: Comparison) -> set[Linked]:
    """Read a comparison's links as spans, without what lies outside."""
    return {
        (_spans(found.left, link.left), _spans(found.right, link.right))
        for link in found.links
        if link.kind is not LinkKind.OUTSIDE
    }


def _spans(side: Document, indices: Iterable[int]) -> tuple[tuple[int, int], ...]:
    return tuple((side.paragraphs[at].start, side.paragraphs[at].end) for at in indices)


def changed(found: Comparison) -> dict[Spans, str]:
    """Read a comparison's changes as spans with their kinds; a move keeps apart from an edit of the same spans."""
    return {(*one.left, *one.right): one.kind.value for one in found.changes}


def measured(some: Iterable[Truth]) -> Figures:
    """Compare each pair and count what was found."""
    counts: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    for pair in some:
        found = compare(document(pair.left), document(pair.right))
        links, changes = linked(found), changed(found)
        moves = {(*one.left, *one.right) for one in found.changes if one.kind is Kind.MOVE}
        counts["pairs"] += 1
        counts["paragraphs"] += sum(len(one) + len(other) for one, other in pair.links)
        counts["linked"] += sum(len(one) + len(other) for one, other in links & pair.links)
        counts["moves"] += moves == pair.moves
        counts["planted"] += len(pair.changes)
        counts["found"] += len(found.changes)
        counts["exact"] += len(pair.changes.keys() & changes.keys())
        counts["places"] += (*found.relation.right,) == pair.place
        failures.update(_failures(pair, links, moves, changes))
        failures["linked outside the place"] += sum(
            1
            for one, other in links
            if one and other and not (pair.place[0] <= other[0][0] and other[-1][1] <= pair.place[1])
        )
    return Figures(
        counts["pairs"],
        counts["paragraphs"],
        counts["linked"],
        counts["moves"],
        counts["planted"],
        counts["found"],
        counts["exact"],
        counts["places"],
        +failures,
    )


def _failures(pair: Truth, links: set[Linked], moves: set[Spans], changes: dict[Spans, str]) -> Counter[str]:
    """Name what went wrong, by what was planted or invented."""
    told: Counter[str] = Counter()
    for one, other in pair.links - links:
        told[
            "link missed: " + ("n:m" if len(one) != len(other) else "1:1") if one and other else "link missed: alone"
        ] += 1
    told.update("move missed" for _ in pair.moves - moves)
    told.update("move invented" for _ in moves - pair.moves)
    told.update(f"missed {tag}" for spans, tag in pair.changes.items() if spans not in changes)
    told.update(f"invented {kind}" for spans, kind in changes.items() if spans not in pair.changes)
    told.update(
        f"{tag} named {changes[spans]}"
        for spans, tag in pair.changes.items()
        if spans in changes and changes[spans] not in _NAMES[tag]
    )
    return told
