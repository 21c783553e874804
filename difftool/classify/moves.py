"""Moved paragraphs as edits: each whole, consecutive ones in a block.

Called beside the naming of what changed inside them. Which paragraphs moved is decided in `align`.
"""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model import Edit, Link, LinkKind, Span


def move_edits(links: Sequence[Link], left: Sequence[Span], right: Sequence[Span]) -> list[tuple[int, Edit, str]]:
    """Give each moved link's index, the edit over its whole paragraphs, and its block's id.

    Moved links that follow each other without a gap on both sides share a block;
    blocks are numbered from `b1` in the order of the right side. Their kind is `move`, substantive.

    >>> link = Link(LinkKind.MOVED, (1,), (0,))
    >>> move_edits([link], [Span(0, 2), Span(3, 5)], [Span(0, 2)])
    [(0, Edit(left=Span(start=3, end=5), right=Span(start=0, end=2)), 'b1')]
    """
    moved = [(at, link) for at, link in enumerate(links) if link.kind is LinkKind.MOVED and link.is_paired]
    moved.sort(key=lambda one: one[1].right)
    found: list[tuple[int, Edit, str]] = []
    block = 0
    previous: Link | None = None
    for at, link in moved:
        follows = previous and (previous.left[-1] + 1, previous.right[-1] + 1) == (link.left[0], link.right[0])
        block += not follows
        edit = Edit(
            Span(left[link.left[0]].start, left[link.left[-1]].end),
            Span(right[link.right[0]].start, right[link.right[-1]].end),
        )
        found.append((at, edit, f"b{block}"))
        previous = link
    return sorted(found)
