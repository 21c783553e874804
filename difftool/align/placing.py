"""The order of links, and the stretch of text that each stands for."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model import Document, Edit, Link, Span


def ordered(links: Sequence[Link]) -> list[Link]:
    """Sort links by right position, those of the left alone behind their predecessor on the left. O(n log n).

    >>> from difftool.model import LinkKind
    >>> deleted, equal = Link(LinkKind.DELETED, (1,), ()), Link(LinkKind.EQUAL, (0,), (0,))
    >>> [link.left for link in ordered([deleted, equal])]
    [(0,), (1,)]
    """
    keyed = [((link.right[0], -1), link) for link in links if link.right]
    after = -1
    for link in sorted((link for link in links if link.left), key=lambda link: link.left):
        if link.right:
            after = link.right[-1]
        else:
            keyed.append(((after, link.left[0]), link))
    return [link for _, link in sorted(keyed, key=lambda pair: pair[0])]


def stretches(left: Document, right: Document, links: Sequence[Link]) -> list[Edit]:
    """Give the stretch of each link on both sides, from its first paragraph's start to its last one's end.

    For a paragraph alone the other side's span is empty and stands where the text
    would go: at the end of the partner of the nearest linked paragraph before it, else at 0.
    """
    from_left: list[int] = []
    from_right: list[int] = []
    if not all(link.is_paired for link in links):
        from_left = _homes(links, left_to_right=True, document=right)
        from_right = _homes(links, left_to_right=False, document=left)
    found: list[Edit] = []
    for link in links:
        one = _stretch(left, link.left) if link.left else _home(from_right, link.right[0])
        other = _stretch(right, link.right) if link.right else _home(from_left, link.left[0])
        found.append(Edit(one, other))
    return found


def _stretch(document: Document, indices: Sequence[int]) -> Span:
    if len(indices) == 1:
        return document.paragraphs[indices[0]]
    return Span(document.paragraphs[indices[0]].start, document.paragraphs[indices[-1]].end)


def _homes(links: Sequence[Link], document: Document, *, left_to_right: bool) -> list[int]:
    """For each paragraph of one side, give where text would go on the other if it stood before the paragraph."""
    count = max((index + 1 for link in links for index in (link.left if left_to_right else link.right)), default=0)
    ends: list[int | None] = [None] * count
    for link in links:
        if link.is_paired:
            here, there = (link.left, link.right) if left_to_right else (link.right, link.left)
            for index in here:
                ends[index] = document.paragraphs[there[-1]].end
    homes: list[int] = []
    last = 0
    for end in ends:
        homes.append(last)
        last = last if end is None else end
    return homes


def _home(homes: Sequence[int], index: int) -> Span:
    return Span(homes[index], homes[index])
