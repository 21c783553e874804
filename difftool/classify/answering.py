"""Where the clauses of one document stand in the other, and which reference answers which.

Asked by `renumbering` and `stale`. Knows links and edits, no kinds: whether a number should have followed its
clause is for those two to say.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from difftool.classify.references import Reference, references
from difftool.classify.targets import Clauses, Key
from difftool.model import Document, Edit, Link, LinkKind, Span
from difftool.view.address import Address

__all__ = ["Placed", "Side", "Sides"]

Placed = tuple[int, Reference]  # a reference, with its paragraph


class Side:
    """Hold the clauses and the references of one document, and which paragraphs of the other answer its own."""

    def __init__(self, document: Document, addresses: Sequence[Address], answers: dict[int, tuple[int, ...]]) -> None:
        """Read the references; those in titles and tables of contents, which have no address, say nothing."""
        self.clauses = Clauses(document, addresses)
        self.answers = answers
        self.starts = [span.start for span in document.paragraphs]
        self.references: dict[int, list[Placed]] = {}
        for one in references(document.text):
            at = bisect_right(self.starts, one.span.start) - 1
            if at >= 0 and addresses[at] and not self.clauses.is_head(one, at):
                self.references.setdefault(at, []).append((at, one))

    def among(self, paragraphs: Sequence[int]) -> list[Placed]:
        """List the references of some paragraphs, each with its paragraph."""
        return [one for at in paragraphs for one in self.references.get(at, ())]

    def length(self, paragraphs: Sequence[int]) -> int:
        """Count the code points of some paragraphs."""
        return sum(self.clauses.document.paragraphs[at].length for at in paragraphs)

    def linked(self, key: Key) -> list[int]:
        """List the paragraphs of a clause that the other document answers."""
        return [at for at in self.clauses.paragraphs.get(key, ()) if at in self.answers]

    def shared(self, key: Key, others: Sequence[int]) -> list[int]:
        """List the paragraphs of a clause that are answered among some paragraphs of the other document."""
        there = set(others)
        return [at for at in self.linked(key) if not there.isdisjoint(self.answers[at])]


class Sides:
    """Hold both sides of a comparison, with its links."""

    def __init__(
        self,
        left: Document,
        right: Document,
        links: Sequence[Link],
        addresses: tuple[Sequence[Address], Sequence[Address]],
    ) -> None:
        """Read both documents once."""
        paired = [link for link in links if link.is_paired]
        self.left = Side(left, addresses[0], {at: link.right for link in paired for at in link.left})
        self.right = Side(right, addresses[1], {at: link.left for link in paired for at in link.right})
        self.outside = (
            {at for link in links if link.kind is LinkKind.OUTSIDE for at in link.left},
            {at for link in links if link.kind is LinkKind.OUTSIDE for at in link.right},
        )
        # Links in the order of both documents, by which what is gone and what is new can stand at one place.
        kept = [link for link in paired if link.kind is not LinkKind.MOVED]
        self.kept = sorted(link.left[0] for link in kept), sorted(link.right[0] for link in kept)

    def pairs(self, link: Link, edits: Sequence[Edit]) -> list[tuple[Placed, Placed]]:
        """Pair the references of a link that answer each other: their borders do, and no edit crosses those."""
        here = self.left.among(link.left)
        there = {one.span: (at, one) for at, one in self.right.among(link.right)} if here else {}
        if not there:
            return []
        offset = self.right.starts[link.right[0]] - self.left.starts[link.left[0]]
        crossed = zip(here, _crossed([one.span for _, one in here], offset, sorted(edits)), strict=True)
        return [(one, there[span]) for one, span in crossed if span in there]

    def is_carried(self, old: Key, new: Key) -> bool:
        """Tell whether all that is left of one clause stands in the other, and nothing else of the old document there.

        The proof that a number shifted: symmetric, and false for a clause without any text in common.
        """
        here, there = self.left, self.right
        forth, back = there.clauses.paragraphs.get(new, []), here.clauses.paragraphs.get(old, [])
        ours, theirs = here.linked(old), there.linked(new)
        return bool(ours) and here.shared(old, forth) == ours and there.shared(new, back) == theirs

    def is_alike(self, old: Key, new: Key) -> bool:
        """Tell whether one clause may pass for the other: what is left of both is mostly common, or half of one is.

        So an article cut in two is found in either half, and one that gave a sentence away not where that went.
        """
        here, there = self.left, self.right
        ours, theirs = here.clauses.paragraphs.get(old, []), there.clauses.paragraphs.get(new, [])
        one, other = here.length(here.shared(old, theirs)), there.length(there.shared(new, ours))
        if not one or not other:
            return False
        is_most = 2 * one >= here.length(here.linked(old)) and 2 * other >= there.length(there.linked(new))
        return is_most or 2 * one >= here.length(ours) or 2 * other >= there.length(theirs)

    def is_outside(self, old: Key, new: Key) -> bool:
        """Tell whether a clause lies in what one document has beyond the other."""
        sides = zip((old, new), (self.left, self.right), self.outside, strict=True)
        return any(not outside.isdisjoint(side.clauses.paragraphs.get(key, ())) for key, side, outside in sides)

    def is_rewritten(self, old: Key, new: Key) -> bool:
        """Tell whether one clause is gone and the other new at the same place, between the same linked paragraphs."""
        ours, theirs = self.left.clauses.paragraphs.get(old), self.right.clauses.paragraphs.get(new)
        if not ours or not theirs or self.left.linked(old) or self.right.linked(new):
            return False
        return bisect_right(self.kept[0], ours[0]) == bisect_right(self.kept[1], theirs[0])

    def gone_to(self, key: Key, *, is_left: bool) -> Key | None:
        """Find where most of a clause's text stands in the other document; empty where it is gone, None if unknown.

        Unknown is a clause whose text now stands where no number tells the place.
        """
        side, other = (self.left, self.right) if is_left else (self.right, self.left)
        weights: dict[Key, int] = {}
        for at in side.linked(key):
            for there in side.answers[at]:
                place = other.clauses.beside(there, key)
                weights[place] = weights.get(place, 0) + side.length([at])
        if not weights:
            return ()
        best = max(weights, key=lambda place: (weights[place], place))
        return best or None


def _crossed(spans: Sequence[Span], offset: int, edits: Sequence[Edit]) -> Iterator[Span | None]:
    """Carry ascending spans of the left text over to the right one; None where an edit crosses a border.

    `offset` is how much further on the right text begins. What was put in right before a span or right behind it is
    not in it. Linear in the edits and the spans.
    """
    at = 0
    for span in spans:
        while at < len(edits) and edits[at].left.end <= span.start:
            offset += edits[at].right.length - edits[at].left.length
            at += 1
        last, more, is_whole = at, 0, True
        while last < len(edits) and edits[last].left.start < span.end:
            more += edits[last].right.length - edits[last].left.length
            is_whole &= span.contains(edits[last].left)
            last += 1
        yield Span(span.start + offset, span.end + offset + more) if is_whole else None
