"""The benchmark itself: its pairs are what they say, and a small run of it works from end to end."""

from __future__ import annotations

from pathlib import Path

import pytest

from cells import measured
from corpora import Planted, planted
from hard_cases import HARD
from inside import Searching
from minimal import excess
from peers import git, others, ours
from report import Findings, written


@pytest.mark.parametrize("rate", [0.001, 0.01, 0.1])
def test_the_planted_edits_turn_one_side_into_the_other(rate: float) -> None:
    pair = planted(3, 60_000, rate)
    pieces: list[str] = []
    at = 0
    for start, end, other_start, other_end in pair.edits:
        pieces += [pair.left[at:start], pair.right[other_start:other_end]]
        assert start - at >= 3 or not at
        at = end

    assert "".join([*pieces, pair.left[at:]]) == pair.right
    assert 0.7 * 60_000 * rate / 10 <= len(pair.edits) <= 1.1 * 60_000 * rate / 10
    assert planted(3, 60_000, rate) == pair


@pytest.mark.parametrize("name", HARD)
def test_hard_pairs_are_large_enough_and_the_same_each_time(name: str) -> None:
    pair = HARD[name](5, 20_000)

    assert 15_000 <= max(len(pair.left), len(pair.right)) <= 30_000
    assert pair.left != pair.right
    assert HARD[name](5, 20_000) == pair


def test_a_small_run_is_measured_checked_and_written(tmp_path: Path) -> None:
    programs = [ours(), git(), *others(None)]
    plain = [measured("300,000 × 1.0%", planted(5, 3_000, 0.01), programs, 2, tmp_path)]
    page = measured("seeds", planted(5, 3_000, 0.01), [ours(), ours("difftool, page", ".html")], 1, tmp_path)

    text = written(Findings("here", plain, plain, page, 0.1, Searching(1.0, 2.0), excess(5)))

    assert f"| 300,000 × 1.0% | {plain[0].seconds('difftool, JSON'):.2f} | " in text
    assert "2.0 ×" in text
    assert plain[0].score.recall == 1.0


def test_a_result_without_the_planted_edits_is_refused(tmp_path: Path) -> None:
    pair = planted(5, 3_000, 0.01)
    wrong = Planted(pair.left, pair.right, [(at, at + 1, at, at + 1) for at in range(10)])

    with pytest.raises(AssertionError, match="of the planted edits"):
        measured("wrong", wrong, [ours()], 1, tmp_path)


def test_a_script_costs_hardly_more_than_the_shortest_one() -> None:
    assert all(share <= 1.02 for seed in (20_262, 20_263) for _, share in excess(seed))
