"""What is told of every link, beside the plain way to tell it: link by link, span by span."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from difftool.align import stretches
from difftool.classify.relation import coverage, layout_differences, linked_span, scored, similarity
from difftool.model import (
    Change,
    Document,
    Kind,
    Link,
    LinkKind,
    Shape,
    Side,
    Significance,
    Span,
    document,
)

EXAMPLES = 300


class Example:
    """Make two texts with links between some of their paragraphs, and changes of some links."""

    def __init__(self, seed: int) -> None:
        """Make the texts first: the links are of their paragraphs."""
        chance = random.Random(seed)
        self.left, self.right = (self.text(chance) for _ in range(2))
        self.links = list(self.linked(chance))
        spans = stretches(self.left, self.right, self.links)
        self.changes = [
            Change(
                *(f"c{at}", "", Kind.WORDING, None, chance.choice(list(Shape)), Significance.SUBSTANTIVE),
                *(inside(chance, spans[at].left), inside(chance, spans[at].right), "", "", at, ""),
            )
            for at in range(len(self.links))
            if chance.random() < 0.4
        ]

    @staticmethod
    def text(chance: random.Random) -> Document:
        """Make a text of a few paragraphs, some with more than a line end between them."""
        breaks = ("\n", "\n", "\n\n", "\r\n", "\n ")
        paragraphs = ["甲" * chance.randint(1, 4) + chance.choice(breaks) for _ in range(chance.randint(0, 9))]
        return document("".join(paragraphs))

    def linked(self, chance: random.Random) -> list[Link]:
        """Link up to two paragraphs of a side with up to two of the other."""
        at, to, found = 0, 0, []
        while at < len(self.left.paragraphs) or to < len(self.right.paragraphs):
            ours = tuple(range(at, min(len(self.left.paragraphs), at + chance.choice((0, 1, 1, 1, 2)))))
            theirs = tuple(range(to, min(len(self.right.paragraphs), to + chance.choice((0, 1, 1, 1, 2)))))
            at, to = at + len(ours), to + len(theirs)
            if ours or theirs:
                found.append(Link(LinkKind.CHANGED, ours, theirs, chance.choice((0.0, 1.0, 0.5))))
        if chance.random() < 0.3:  # some that moved
            chance.shuffle(found)
        return found


def inside(chance: random.Random, span: Span) -> Span:
    start = chance.randint(span.start, span.end)
    return Span(start, chance.randint(start, span.end))


def paired(links: list[Link]) -> list[Link]:
    return [link for link in links if link.is_paired]


@pytest.mark.parametrize("seed", range(EXAMPLES))
def test_links_are_told_of_as_one_by_one(seed: int) -> None:
    one = Example(seed)
    left, right, links, changes = one.left, one.right, one.links, one.changes

    sizes = [sum(left.paragraphs[at].length for at in link.left) for link in links]
    covered = sum(size for size, link in zip(sizes, links, strict=True) if link.right)
    assert coverage(left, links, Side.LEFT) == (covered / sum(sizes) if sum(sizes) else 0.0)

    ends = [left.paragraphs[at] for link in paired(links) for at in link.left] or list(left.paragraphs) or [Span(0, 0)]
    assert linked_span(left, links, Side.LEFT) == Span(min(ends).start, max(ends).end)

    differing = 0
    for before, after in pairwise(paired(links)):
        if after.left[0] == before.left[-1] + 1 and after.right[0] == before.right[-1] + 1:
            here = left.text[left.paragraphs[before.left[-1]].end : left.paragraphs[after.left[0]].start]
            there = right.text[right.paragraphs[before.right[-1]].end : right.paragraphs[after.right[0]].start]
            differing += here != there
    assert layout_differences(left, right, links) == differing

    lengths = [edit.left.length + edit.right.length for edit in stretches(left, right, links)]
    changed = [0] * len(links)
    for change in changes:
        if change.shape is not Shape.MOVE:
            changed[change.link] += change.left.length + change.right.length
    assert [link.score for link in scored(left, right, links, changes)] == [
        (1.0 if not count else round(1 - count / length, 6)) if link.is_paired else link.score
        for link, count, length in zip(links, changed, lengths, strict=True)
    ]

    both = [at for at, link in enumerate(links) if link.is_paired]
    share = sum(changed[at] for at in both) / (sum(lengths[at] for at in both) or 1)
    nothing = float(not left.paragraphs and not right.paragraphs)
    assert similarity(left, right, links, changes) == (round(1 - share, 6) if both else nothing)
