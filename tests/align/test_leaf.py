"""The two builds of the leaf engine, and both against a slow and obvious longest common subsequence."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.align.leaf import Block, blocks, bounded_blocks, native_engine, python_engine

# Few letters make repeats; beyond the basic plane, at its end and as controls they try the engines' own alphabets.
LETTERS = st.sampled_from(["ab", "abcdef", "一二三四五", "𠮷😀👩é", "\x00\ud7ff\ue000\U0010ffff"])


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    letters = draw(LETTERS)
    left = draw(st.text(letters, max_size=40))
    if draw(st.booleans()):
        return left, draw(st.text(letters, max_size=40))
    keep = draw(st.lists(st.integers(0, 9), min_size=len(left), max_size=len(left)))
    return left, "".join(
        one if chance else draw(st.text(letters, max_size=2)) for one, chance in zip(left, keep, strict=True)
    )


def common(left: str, right: str) -> int:
    """Count the longest common subsequence by the table of Wagner and Fischer."""
    row = [0] * (len(right) + 1)
    for one in left:
        before = row
        row = [0]
        for index, other in enumerate(right):
            row.append(before[index] + 1 if one == other else max(before[index + 1], row[index]))
    return row[-1]


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="fast-diff-match-patch has no wheel for this Python")
@settings(max_examples=10_000, deadline=None, derandomize=True)
@given(pairs())
def test_both_builds_give_the_same_script(pair: tuple[str, str]) -> None:
    assert python_engine(*pair) == native_engine(*pair)


@settings(max_examples=500, deadline=None)
@given(pairs())
def test_blocks_are_equal_and_as_many_as_can_be(pair: tuple[str, str]) -> None:
    for found in (blocks(*pair), bounded_blocks(*pair)):
        assert_blocks(found, *pair)
        assert sum(block.length for block in found) == common(*pair)


def assert_blocks(found: list[Block], left: str, right: str) -> None:
    at_left = at_right = 0
    for block in found:
        assert block.left >= at_left
        assert block.right >= at_right
        assert block.length > 0
        assert left[block.left : block.left + block.length] == right[block.right : block.right + block.length]
        at_left, at_right = block.left + block.length, block.right + block.length
