"""The result of comparing two documents: links, changes, masks, relation."""

from enum import StrEnum
from typing import NamedTuple

from difftool.model.document import Document
from difftool.model.edit import Change, Kind, Significance
from difftool.model.mask import Mask
from difftool.model.settings import Settings
from difftool.model.span import Span


class LinkKind(StrEnum):
    """How paragraphs answer each other."""

    EQUAL = "equal"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    INSERTED = "inserted"
    DELETED = "deleted"
    OUTSIDE = "outside"


class RelationKind(StrEnum):
    """What the two documents are to each other."""

    IDENTICAL = "identical"
    EQUIVALENT = "equivalent"
    REVISION = "revision"
    CONTAINED = "contained"
    OVERLAPPING = "overlapping"
    UNRELATED = "unrelated"


class Side(StrEnum):
    """One of the two documents of a comparison."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """Name the opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


_MIRRORED = {
    LinkKind.SPLIT: LinkKind.MERGED,
    LinkKind.MERGED: LinkKind.SPLIT,
    LinkKind.INSERTED: LinkKind.DELETED,
    LinkKind.DELETED: LinkKind.INSERTED,
}


class Link(NamedTuple):
    """Tell which paragraphs answer which: indices, consecutive on each side.

    `score` is the likeness in [0, 1]: 1 for equal text, 0 for a side alone.
    """

    kind: LinkKind
    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float = 0.0

    @property
    def is_paired(self) -> bool:
        """Tell whether both sides have a paragraph in it."""
        return bool(self.left and self.right)

    @property
    def mirrored(self) -> "Link":
        """Swap the sides.

        >>> Link(LinkKind.SPLIT, (0,), (0, 1)).mirrored.kind.value
        'merged'
        """
        return Link(_MIRRORED.get(self.kind, self.kind), self.right, self.left, self.score)


class Section(NamedTuple):
    """Name the part of the longer document in which the shorter one was found."""

    side: Side
    ordinal: int
    of: int
    title: str
    span: Span


class Hit(NamedTuple):
    """Name one place where the inner document was found."""

    left: Span
    right: Span
    left_coverage: float
    right_coverage: float
    similarity: float


class Relation(NamedTuple):
    """Say what the documents are to each other, and where.

    Coverage is the share of a side's paragraph code points that stand in
    links with both sides. Similarity is 1 minus the changed code points of
    both sides over the linked code points of both sides.
    """

    kind: RelationKind
    inner: Side | None
    left: Span
    right: Span
    left_coverage: float
    right_coverage: float
    similarity: float
    layout_differs: bool
    section: Section | None = None
    hits: tuple[Hit, ...] = ()
    runner_up: Hit | None = None


class Group(NamedTuple):
    """Gather the changes that replace the same text by the same text."""

    id: str
    kind: Kind
    left_text: str
    right_text: str
    changes: tuple[str, ...]


# The kinds of findings. A leak is the only one that is no difference of two texts: both may have it.
STALE, LEAK, DAMAGE, FACT = "stale-reference", "leak", "damage", "fact"


class Finding(NamedTuple):
    """Point at something to look at that is no change."""

    kind: str
    significance: Significance
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    text: str


class Fact(NamedTuple):
    """Name what an official document says of itself: its title, number, issuer, a date, a note.

    `text` is what stands at `span`; `value` is what two copies must share (a date as 2021-05-01, a number
    in one style), so that another way of writing makes no other fact.
    """

    name: str
    span: Span
    text: str
    value: str


class Limit(NamedTuple):
    """Say where a work limit cut something short."""

    step: str
    left: Span
    right: Span
    text: str


class Summary(NamedTuple):
    """Count the changes; `ignored` ones are counted there and nowhere else."""

    changes: int
    substantive: int
    doubtful: int
    accidental: int
    ignored: int
    by_kind: dict[Kind, int]
    outside_left: int
    outside_right: int


class Comparison(NamedTuple):
    """Hold all that was found out about two documents.

    `left` and `right` list the paragraphs that the links index; a paragraph
    is cut where only part of it answers, so they may be finer than the
    documents given.
    """

    left: Document
    right: Document
    settings: Settings
    relation: Relation
    links: tuple[Link, ...]
    changes: tuple[Change, ...]
    groups: tuple[Group, ...] = ()
    left_masks: tuple[Mask, ...] = ()
    right_masks: tuple[Mask, ...] = ()
    left_facts: tuple[Fact, ...] = ()
    right_facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    limits: tuple[Limit, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[Change, ...]:
        """List the changes that count: all but the ignored ones."""
        return tuple(change for change in self.changes if not change.ignored)

    def place(self, change: Change, side: Side) -> str:
        """Cite where a change stands on a side: the address of the paragraph of its link in which it begins.

        Empty where the side has no such paragraph, or the paragraph no address.
        """
        is_left = side is Side.LEFT
        document, span = (self.left, change.left) if is_left else (self.right, change.right)
        if not 0 <= change.link < len(self.links):  # a comparison from elsewhere may point nowhere
            return ""
        link = self.links[change.link]
        paragraphs, addresses = document.paragraphs, document.addresses
        known = min(len(paragraphs), len(addresses))
        cited = ""
        for number, index in enumerate(link.left if is_left else link.right):
            if index < known and (not number or paragraphs[index].start <= span.start):
                cited = addresses[index]
        return cited

    @property
    def summary(self) -> Summary:
        """Count the changes by significance and kind, kinds in the order of display."""
        counted = self.counted
        kinds = [change.kind for change in counted]
        levels = [change.significance for change in counted]
        outside = [link for link in self.links if link.kind is LinkKind.OUTSIDE]
        return Summary(
            changes=len(counted),
            substantive=levels.count(Significance.SUBSTANTIVE),
            doubtful=levels.count(Significance.DOUBTFUL),
            accidental=levels.count(Significance.ACCIDENTAL),
            ignored=len(self.changes) - len(counted),
            by_kind={kind: kinds.count(kind) for kind in Kind if kind in kinds},
            outside_left=sum(len(link.left) for link in outside),
            outside_right=sum(len(link.right) for link in outside),
        )
