"""Anchored equal blocks against the engine that sees all at once."""

from __future__ import annotations

import random
import sys
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import distance

from difftool.align import ends, sequence
from difftool.align.anchors import Pair, heaviest_chain, longest_chain
from difftool.align.ends import common_prefix, common_suffix
from difftool.align.greedy import few_edits
from difftool.align.leaf import Block, blocks
from difftool.align.sequence import equal_blocks
from prose import article, planted

LIMIT = 10**9
TEXT = st.text("abc一二三，。", max_size=120)


@given(TEXT, TEXT, TEXT)
def test_common_ends_are_the_longest(one: str, other: str, shared: str) -> None:
    prefix, suffix = common_prefix(shared + one, shared + other), common_suffix(one + shared, other + shared)

    assert prefix == next(
        (at for at, pair in enumerate(zip(shared + one, shared + other, strict=False)) if pair[0] != pair[1]),
        len(shared) + min(len(one), len(other)),
    )
    assert suffix == common_prefix((one + shared)[::-1], (other + shared)[::-1])


@given(TEXT, TEXT, TEXT, st.text("a一\U00020000\ud800", max_size=3))
def test_an_engine_that_is_loaded_finds_the_same_ends(one: str, other: str, shared: str, wide: str) -> None:
    left, right = shared + one + wide + shared, shared + wide + other + shared
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(sys.modules, "rapidfuzz.distance", raising=False)
        plain = ends.common_ends(left, right)
        for engine in (distance, ModuleType("half loaded")):
            patch.setitem(sys.modules, "rapidfuzz.distance", engine)
            assert ends.common_ends(left, right) == plain


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_blocks_are_equal_and_in_order(left: str, right: str) -> None:
    found, unread = equal_blocks(left, right, LIMIT)

    at_left = at_right = 0
    for block in found:
        assert block.left >= at_left
        assert block.right >= at_right
        assert left[block.left : block.left + block.length] == right[block.right : block.right + block.length]
        at_left, at_right = block.left + block.length, block.right + block.length
    assert unread == []


@settings(max_examples=3000, deadline=None, derandomize=True)
@given(st.text("ab", min_size=1, max_size=6), st.text("abxy", min_size=1, max_size=12), st.booleans())
def test_what_is_plain_to_see_is_what_the_engine_finds(one: str, other: str, swapped: bool) -> None:  # noqa: FBT001 - drawn
    left, right = (other, one) if swapped else (one, other)
    if left[0] != right[0] and left[-1] != right[-1]:  # common ends are trimmed before
        assert equal_blocks(left, right, LIMIT)[0] == blocks(left, right)


@pytest.mark.parametrize("seed", range(6))
def test_anchors_cost_at_most_a_fiftieth_more_than_the_minimum(seed: int) -> None:
    chance = random.Random(seed)
    pair = planted(chance, "\n".join(article(chance, 120)), 150)

    anchored, _ = equal_blocks(pair.left, pair.right, LIMIT)

    total = len(pair.left) + len(pair.right)
    minimum = total - 2 * sum(block.length for block in blocks(pair.left, pair.right))
    assert total - 2 * sum(block.length for block in anchored) <= 1.02 * minimum


def test_each_engine_takes_its_turn_and_the_limit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    left = "".join(chance.choice("abcdefgh") for _ in range(300))
    right = "".join(chance.choice("ijklmnop") for _ in range(300))
    monkeypatch.setattr(sequence, "_LEAF_CELLS", 10)
    monkeypatch.setattr(sequence, "_MYERS_CELLS", 1_000)

    assert equal_blocks(left, right, LIMIT) == ([], [])
    assert equal_blocks(left, right, 80_000) == ([], [sequence.Region(0, 300, 0, 300)])
    assert equal_blocks("x" + left, "x" + right, 80_000)[0] == [Block(0, 0, 1)]


@settings(max_examples=500, deadline=None)
@given(TEXT, TEXT)
def test_the_greedy_search_finds_a_shortest_script_or_says_no(left: str, right: str) -> None:
    shortest = len(left) + len(right) - 2 * sum(block.length for block in blocks(left, right))

    found = few_edits(left, right, 30)

    assert (found is None) == (shortest > 30)
    if found is not None:
        assert len(left) + len(right) - 2 * sum(block.length for block in found) == shortest
        at = (0, 0)
        for block in found:
            assert block.left >= at[0]
            assert block.right >= at[1]
            assert left[block.left : block.left + block.length] == right[block.right : block.right + block.length]
            at = block.left + block.length, block.right + block.length


def test_a_long_text_that_repeats_itself_is_no_trap() -> None:
    line = "同一行文字又来一遍。" * 20_000

    found, unread = equal_blocks("甲" + line[:90_000] + "乙" + line[90_000:], line + "丙", LIMIT)

    assert sum(block.length for block in found) == len(line)
    assert unread == []


PAIRS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=9, unique_by=(lambda one: one[0], lambda one: one[1])
)


def chains(pairs: list[Pair]) -> list[list[Pair]]:
    """List every rising chain, the slow and obvious way."""
    found: list[list[Pair]] = [[]]
    for pair in pairs:
        found += [
            [*chain, pair]
            for chain in found
            if not chain or (chain[-1].left < pair.left and chain[-1].right < pair.right)
        ]
    return found


@given(PAIRS)
def test_chains_are_the_longest_and_the_heaviest(raw: list[tuple[int, int]]) -> None:
    pairs = sorted(Pair(*one) for one in raw)
    weights = [(1 + pair.left * pair.right % 5, pair.left) for pair in pairs]
    every = chains(pairs)

    longest = longest_chain(pairs)
    chosen = heaviest_chain(pairs, weights)

    assert longest in every
    assert len(longest) == max(map(len, every))
    assert [pairs[index] for index in chosen] in every

    def weight(chain: list[Pair]) -> tuple[int, int]:
        return sum(weights[pairs.index(pair)][0] for pair in chain), sum(
            weights[pairs.index(pair)][1] for pair in chain
        )

    assert weight([pairs[index] for index in chosen]) == max(map(weight, every))
