"""Links between which, or inside which, a part of a paragraph may have moved, told by the runs of letters that differ.

Asked by `portions`, which then looks at their sentences. Knows nothing of sentences: what it passes over hides nothing,
what it names may.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from difftool.align.anchors import longest_chain, unique_pairs
from difftool.align.ends import common_ends
from difftool.align.grams import Gram, listed
from difftool.model import Document, Link, LinkKind, Span
from difftool.view.folds import match

# What differs by less than this can hide no part that moved.
SHORTEST = 20
# Runs of letters that recur by chance in few texts; a part that moved shares some, be it ever so much edited. Of a
# phrase that stands in very many paragraphs, so many are asked.
_RUN_OF_HAN, _RUN_OF_LETTERS = 4, 10
_FEWEST_SHARED = 8  # a part of twenty letters with two edits has nine left
_MANY_SHARED = 12
_MOST_HOMES = 50
_NO_LETTERS = r"[\W\d_]+"


def may_hide(left: Document, right: Document, links: Sequence[Link]) -> set[int]:
    """Give the numbers of the links between which, or inside which, a part may have moved.

    What differs in two links, or stands alone, must share eight runs of letters that the other side of neither's
    own link has; what differs in one link, eight that stand in another order on the other side, or more than once.
    """
    gone: list[tuple[int, set[Gram]]] = []
    came: list[tuple[int, set[Gram]]] = []
    found: set[int] = set()
    for number, one in enumerate(links):
        if one.kind in (LinkKind.EQUAL, LinkKind.OUTSIDE):
            continue
        here, there = _differing(left, right, one)
        if one.kind is LinkKind.MOVED and here != there:
            found.add(number)
        if max(len(here), len(there)) < SHORTEST:
            continue
        every = _runs(here), _runs(there)
        runs = set(every[0]), set(every[1])
        shared = runs[0] & runs[1]
        if len(shared) > _MANY_SHARED and len(shared) - _in_order(every, shared) >= _FEWEST_SHARED:
            found.add(number)
        gone.append((number, runs[0] - shared))
        came.append((number, runs[1] - shared))
    found |= _exchanging(gone, came)
    return found if any(links[number].is_paired for number in found) else set()


def _exchanging(gone: Sequence[tuple[int, set[Gram]]], came: Sequence[tuple[int, set[Gram]]]) -> set[int]:
    """Give the numbers of what lost some runs of letters that another one gained."""
    wanted = set[Gram]().union(*[some for _, some in came])
    homes: defaultdict[Gram, list[int]] = defaultdict(list)
    for number, some in gone:
        for run in some & wanted:
            homes[run].append(number)
    found: set[int] = set()
    for number, some in came:
        shared = some & homes.keys()
        if len(shared) < _FEWEST_SHARED:
            continue
        votes = Counter(home for run in shared for home in homes[run][:_MOST_HOMES])
        answered = {home for home, count in votes.items() if count >= _FEWEST_SHARED}
        if answered:
            found |= answered | {number}
    return found


def _differing(left: Document, right: Document, link: Link) -> tuple[str, str]:
    """Give both texts of a link, without their common ends."""
    here = _text(left, link.left)
    there = _text(right, link.right)
    start, end = common_ends(here, there)
    return here[start : len(here) - end], there[start : len(there) - end]


def _runs(text: str) -> list[Gram]:
    """List the runs of four Han letters, or ten others, of a folded text."""
    letters = re.sub(_NO_LETTERS, "", match(text))
    return listed(letters, _RUN_OF_LETTERS if letters.isascii() else _RUN_OF_HAN)


def _in_order(runs: tuple[Sequence[Gram], Sequence[Gram]], shared: Collection[Gram]) -> int:
    """Count the shared runs that stand once on each side, and there in the same order."""
    here, there = (list(filter(shared.__contains__, side)) for side in runs)
    if here == there and len(here) == len(shared):
        return len(here)
    return len(longest_chain(unique_pairs(here, there)))


def _text(document: Document, indices: Sequence[int]) -> str:
    """Cut out some paragraphs, which follow each other; nothing for none."""
    if not indices:
        return ""
    return Span(document.paragraphs[indices[0]].start, document.paragraphs[indices[-1]].end).of(document.text)
