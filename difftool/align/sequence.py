"""Equal blocks of two token sequences: anchors first, the leaf engine in the gaps."""

from collections import Counter
from typing import NamedTuple

from difftool.align.anchors import Pair, longest_chain, unique, unique_pairs
from difftool.align.ends import common_ends
from difftool.align.greedy import few_edits
from difftool.align.leaf import Block, blocks, bounded_blocks

# Cells below which a leaf is cheaper than looking for anchors (measured on prose: 250,000).
_LEAF_CELLS = 250_000
# Myers is quadratic on unlike texts; beyond this many cells the bit-parallel engine with its hard bound takes over.
_MYERS_CELLS = 4_000_000
# Anchors are runs of so many tokens that stand once on each side; the longest first, since a long run is never chance.
_GRAM_LENGTHS = (16, 8, 4)


class Region(NamedTuple):
    """Hold a stretch of each sequence, half-open, in tokens."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int

    @property
    def cells(self) -> int:
        """Count the cells of the edit matrix."""
        return (self.left_end - self.left_start) * (self.right_end - self.right_start)


def equal_blocks(left: str, right: str, work_limit: int) -> tuple[list[Block], list[Region]]:
    """Find the equal blocks of two sequences, and the regions that the work limit left unread.

    Both sequences are strings with one code point a token. Common ends are
    trimmed; a large region is cut at runs of 16, 8 or 4 tokens that stand
    once on each side (patience diff on k-grams), and what is left goes to the
    leaf engine; what is too large for it, to the greedy search if it differs
    little. Bounds: O(n log n) for the anchors; at most `work_limit` cells in
    one residue, beyond which it is left as a replacement and told.

    >>> equal_blocks("abcde", "abxde", 100)
    ([Block(left=0, right=0, length=2), Block(left=3, right=3, length=2)], [])
    """
    found: list[Block] = []
    unread: list[Region] = []
    todo = [Region(0, len(left), 0, len(right))]
    while todo:
        region = _trimmed(left, right, todo.pop(), found)
        if not region.cells:
            continue
        one, other = left[region.left_start : region.left_end], right[region.right_start : region.right_end]
        inner = _anchor_blocks(one, other) if region.cells > _LEAF_CELLS else []
        if inner:
            todo.extend(_gaps(inner, region))
        elif region.cells <= _MYERS_CELLS:
            inner = _blocks(one, other)
        elif (few := few_edits(one, other)) is not None:
            inner = few
        elif region.cells <= work_limit:
            inner = bounded_blocks(one, other)
        else:
            unread.append(region)
        found += [
            Block(block.left + region.left_start, block.right + region.right_start, block.length) for block in inner
        ]
    return _joined(sorted(found)), sorted(unread)


def _blocks(one: str, other: str) -> list[Block]:
    """Find what the leaf engine finds, without it where it is plain to see: nothing in common, or one in the other."""
    if set(one).isdisjoint(other):
        return []
    at = other.find(one)
    if at >= 0:
        return [Block(0, at, len(one))]
    at = one.find(other)
    if at >= 0:
        return [Block(at, 0, len(other))]
    return blocks(one, other)


def _trimmed(left: str, right: str, region: Region, found: list[Block]) -> Region:
    """Take the common ends off a region and note them as found."""
    left_start, left_end, right_start, right_end = region
    start, end = common_ends(left[left_start:left_end], right[right_start:right_end])
    if start:
        found.append(Block(left_start, right_start, start))
    if end:
        found.append(Block(left_end - end, right_end - end, end))
    return Region(left_start + start, left_end - end, right_start + start, right_end - end)


def _anchor_blocks(left: str, right: str) -> list[Block]:
    """Chain the runs of tokens that stand once on each side.

    Of long runs only every one that follows the last is looked for: what lies between two that are found
    is trimmed by the caller.
    """
    for length in _GRAM_LENGTHS:
        pairs = _unique_runs(left, right, length)
        if pairs:
            return _merged([Block(*pair, length) for pair in longest_chain(pairs)])
    return []


def _unique_runs(left: str, right: str, length: int) -> list[Pair]:
    """Pair runs of so many tokens, each right behind the last on the left, that stand once on each side. Linear."""
    if length == _GRAM_LENGTHS[-1]:
        return unique_pairs(
            [left[at : at + length] for at in range(len(left) - length + 1)],
            [right[at : at + length] for at in range(len(right) - length + 1)],
        )
    homes = unique([left[at : at + length] for at in range(0, len(left) - length + 1, length)])
    places = [at for at in range(len(right) - length + 1) if right[at : at + length] in homes]
    there = {right[at : at + length]: at for at in places}
    once = {run for run, count in Counter([right[at : at + length] for at in places]).items() if count == 1}
    here = [run for at in range(len(left) - length + 1) if (run := left[at : at + length]) in once]
    once = {run for run, count in Counter(here).items() if count == 1}
    return [Pair(home * length, there[run]) for run, home in homes.items() if run in once]


def _merged(chain: list[Block]) -> list[Block]:
    """Join overlapping runs of one diagonal, and shorten a run that overlaps another diagonal's."""
    merged: list[Block] = []
    for block in chain:
        if merged:
            last = merged[-1]
            if block.left - last.left == block.right - last.right and block.left <= last.left + last.length:
                merged[-1] = Block(last.left, last.right, block.left + block.length - last.left)
                continue
            over = max(last.left + last.length - block.left, last.right + last.length - block.right, 0)
            if over >= block.length:
                continue
            merged.append(Block(block.left + over, block.right + over, block.length - over))
        else:
            merged.append(block)
    return merged


def _gaps(inner: list[Block], region: Region) -> list[Region]:
    """List what lies between blocks, in the positions of the whole sequences."""
    gaps: list[Region] = []
    at_left = at_right = 0
    end = Block(region.left_end - region.left_start, region.right_end - region.right_start, 0)
    for block in [*inner, end]:
        gaps.append(
            Region(
                region.left_start + at_left,
                region.left_start + block.left,
                region.right_start + at_right,
                region.right_start + block.right,
            )
        )
        at_left, at_right = block.left + block.length, block.right + block.length
    return gaps


def _joined(found: list[Block]) -> list[Block]:
    """Join blocks that touch on both sides."""
    joined: list[Block] = []
    for block in found:
        if joined:
            last = joined[-1]
            if last.left + last.length == block.left and last.right + last.length == block.right:
                joined[-1] = Block(last.left, last.right, last.length + block.length)
                continue
        joined.append(block)
    return joined
