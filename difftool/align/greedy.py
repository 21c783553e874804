"""The shortest edit script of long sequences that differ little, wherever they repeat themselves."""

from __future__ import annotations

from difftool.align.ends import common_prefix
from difftool.align.leaf import Block

# So many single insertions and deletions cost some 20,000 comparisons of memory; beyond, other engines are better.
MOST_EDITS = 200


def few_edits(left: str, right: str, most: int = MOST_EDITS) -> list[Block] | None:
    """Find the equal blocks of a shortest edit script of at most `most` insertions and deletions, else None.

    Myers' greedy algorithm (1986), its diagonals followed by comparing memory,
    so that a text of a million equal lines is no harder than another one:
    O(most²) steps, each linear in what it follows.

    >>> few_edits("xxxxxx", "xxyxxxx", 2)
    [Block(left=0, right=0, length=2), Block(left=2, right=3, length=4)]
    >>> few_edits("abc", "xyz", 2) is None
    True
    """
    reached = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(most + 1):
        trace.append(dict(reached))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (
                diagonal != edits and reached.get(diagonal - 1, -1) < reached.get(diagonal + 1, -1)
            )
            at = reached[diagonal + 1] if down else reached[diagonal - 1] + 1
            if at > len(left) or at - diagonal > len(right):
                reached[diagonal] = at
                continue
            at += _follow(left, right, at, at - diagonal)
            reached[diagonal] = at
            if at >= len(left) and at - diagonal >= len(right):
                return _backtracked(trace, len(left), len(right))
    return None


def _follow(left: str, right: str, at_left: int, at_right: int) -> int:
    """Count the equal items from two positions on, by stretches that double."""
    size, done = 256, 0
    while True:
        one, other = left[at_left + done : at_left + done + size], right[at_right + done : at_right + done + size]
        same = common_prefix(one, other)
        done += same
        if same < size:
            return done
        size *= 2


def _backtracked(trace: list[dict[int, int]], at_left: int, at_right: int) -> list[Block]:
    """Read the script from its end to its start and give its equal blocks in order."""
    found: list[Block] = []
    for edits in range(len(trace) - 1, -1, -1):
        reached = trace[edits]
        diagonal = at_left - at_right
        down = diagonal == -edits or (
            diagonal != edits and reached.get(diagonal - 1, -1) < reached.get(diagonal + 1, -1)
        )
        before = diagonal + 1 if down else diagonal - 1
        from_left = reached[before] if edits else 0
        start_left = (from_left if down else from_left + 1) if edits else 0
        length = at_left - start_left
        if length:
            found.append(Block(start_left, start_left - diagonal, length))
        at_left, at_right = from_left, from_left - before
    return found[::-1]
