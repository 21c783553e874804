"""Narrowing: what is left off the ends of a stretch changes no edit."""

from __future__ import annotations

import random

import pytest
from editions import editions
from hypothesis import given, settings
from hypothesis import strategies as st
from planting import pairs
from scoring import PLANTS

from difftool.align import characters, edits
from difftool.align.ends import common_ends
from difftool.align.narrowing import narrowed
from difftool.model import Edit, Span
from prose import planted

LIMIT = 10**8


def lines() -> list[tuple[str, str]]:
    """Give pairs of lines with edits of every kind, and paragraphs of two editions."""
    found = [
        (left, right)
        for pair in pairs(90_117, 60, PLANTS)
        for left, right in zip(pair.left.split("\n"), pair.right.split("\n"), strict=False)
    ]
    for seed in range(90_200, 90_260):
        text = "".join(editions(seed).left[:3])
        found.append((text, planted(random.Random(seed), text, 3, 4).right))
    return [(left, right) for left, right in found if left != right and left and right]


def test_edits_are_those_of_the_whole_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    every = lines()
    stretches = [Edit(Span(0, len(left)), Span(0, len(right))) for left, right in every]
    narrow = [edits(*pair, stretch, LIMIT) for pair, stretch in zip(every, stretches, strict=True)]
    shorter = sum(
        narrowed(*pair, stretch, common_ends(*pair)) != stretch for pair, stretch in zip(every, stretches, strict=True)
    )
    monkeypatch.setattr(characters, "narrowed", lambda _left, _right, stretch, _ends: stretch)

    whole = [edits(*pair, stretch, LIMIT) for pair, stretch in zip(every, stretches, strict=True)]

    assert narrow == whole
    assert shorter > len(every) // 2


LETTERS = st.text("甲乙國国，,。、“”（）二某*1 a。", max_size=8)


@settings(max_examples=3000, deadline=None, derandomize=True)
@given(LETTERS, LETTERS, LETTERS, LETTERS)
def test_an_edit_that_is_plain_to_see_is_the_one_that_is_found(before: str, one: str, other: str, after: str) -> None:
    left, right = before + one + after, before + other + after
    stretch = Edit(Span(0, len(left)), Span(0, len(right)))
    found = edits(left, right, stretch, LIMIT)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(characters, "plain_edit", lambda _left, _right, _stretch: None)
        assert found == edits(left, right, stretch, LIMIT)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("由王某负责登记和保管", "由李某负责登记和保管"),
        ("全文见附件（略）请查收", "全文见附件（此处省略）请查收"),
        ("共二百三十个单位参加", "共二百四十个单位参加"),
        ("甲乙丙甲乙丙甲乙丙丁", "甲乙丙甲乙丙丁"),
        ("在工作中e\u0301好的人", "在工作中e好的人"),
    ],
)
def test_no_token_mask_or_slide_is_cut(left: str, right: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stretch = Edit(Span(2, 2 + len(left)), Span(2, 2 + len(right)))
    narrow = edits(f"起头{left}", f"起头{right}", stretch, LIMIT)
    monkeypatch.setattr(characters, "narrowed", lambda _left, _right, stretch, _ends: stretch)

    assert narrow == edits(f"起头{left}", f"起头{right}", stretch, LIMIT)
