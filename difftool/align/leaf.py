"""The leaf engine: the shortest edit script of two short strings."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple


class Block(NamedTuple):
    """Tell that `length` items from `left` on equal those from `right` on."""

    left: int
    right: int
    length: int


def python_engine(left: str, right: str) -> list[tuple[str, int]]:
    """Give the edit script of diff-match-patch as pairs of sign and length.

    >>> python_engine("abc", "axc")
    [('=', 1), ('-', 1), ('+', 1), ('=', 1)]
    """
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 - 16 ms that many comparisons can save

    engine = diff_match_patch()
    # The default of one second returns junk silently (google/diff-match-patch issue 78).
    engine.Diff_Timeout = 0
    return [("-=+"[sign + 1], len(text)) for sign, text in engine.diff_main(left, right, checklines=False)]


def native_engine(left: str, right: str) -> list[tuple[str, int]]:
    """Give the same script by the C++ build; raises ImportError where it has no wheel."""
    from fast_diff_match_patch import diff  # noqa: PLC0415 - not there for every Python

    found: list[tuple[str, int]] = diff(left, right, timelimit=0, checklines=False, cleanup="No")
    return found


@cache
def _engine() -> Callable[[str, str], list[tuple[str, int]]]:
    """Choose diff-match-patch in C++ where it is installed, else in Python.

    Both run Myers' O(ND) algorithm (1986) without a time limit and without
    the half-match shortcut, which is not minimal; a test proves them equal.
    """
    try:
        native_engine("", "")
    except ImportError:
        return python_engine
    return native_engine


def blocks(left: str, right: str) -> list[Block]:
    """Find the equal blocks of a shortest edit script, ascending on both sides.

    Time O((n + m) d) for d differences, and O(n m) at worst: the caller bounds n m.

    >>> blocks("abcd", "abxd")
    [Block(left=0, right=0, length=2), Block(left=3, right=3, length=1)]
    """
    found: list[Block] = []
    at_left = at_right = 0
    for sign, length in _engine()(left, right):
        if sign == "=":
            found.append(Block(at_left, at_right, length))
            at_left += length
            at_right += length
        elif sign == "-":
            at_left += length
        else:
            at_right += length
    return found


def bounded_blocks(left: str, right: str) -> list[Block]:
    """Find equal blocks of long dissimilar strings in at most n m / 64 steps.

    Hyyrö's bit-parallel LCS (2004), by rapidfuzz; n m / 8 bytes of memory.

    >>> bounded_blocks("abcd", "abxd")
    [Block(left=0, right=0, length=2), Block(left=3, right=3, length=1)]
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - 15 ms, needed for long residues only

    found = LCSseq.opcodes(left, right)
    return [Block(op.src_start, op.dest_start, op.src_end - op.src_start) for op in found if op.tag == "equal"]
