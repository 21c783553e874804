"""The edit script inside a link: what it rebuilds, what it never cuts, where its borders lie."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.align import edits
from difftool.model import Edit, Span
from difftool.view.tokens import boundaries
from prose import article, planted

LIMIT = 10**9
PIECES = [
    "年",
    "国",
    "國",
    "，",
    ",",
    " ",
    "\n",
    "12",
    "3.5",
    "二十",
    "****",
    "xx",
    "word",
    "don't",
    "👩‍👧",
    "e\u0301",
    "的",
    "。",
    "(",
    "한",
    "\r\n",
]


def prose() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def whole(text: str) -> Span:
    return Span(0, len(text))


def script(left: str, right: str) -> list[Edit]:
    found, limits = edits(left, right, Edit(whole(left), whole(right)), LIMIT)
    assert limits == []
    return found


def shown(left: str, right: str) -> list[tuple[str, str]]:
    return [(edit.left.of(left), edit.right.of(right)) for edit in script(left, right)]


@settings(max_examples=1_000, deadline=None)
@given(prose(), prose())
def test_edits_rebuild_are_disjoint_and_cut_no_token(left: str, right: str) -> None:
    inner_left = {at for start, end in boundaries(left, 0, len(left)) for at in range(start + 1, end)}
    inner_right = {at for start, end in boundaries(right, 0, len(right)) for at in range(start + 1, end)}
    rebuilt, at_left, at_right = "", 0, 0

    for edit in script(left, right):
        assert edit.left.start >= at_left
        assert edit.right.start >= at_right
        assert edit.left.of(left) != edit.right.of(right)
        assert edit.left.is_empty or not {edit.left.start, edit.left.end} & inner_left
        assert edit.right.is_empty or not {edit.right.start, edit.right.end} & inner_right
        rebuilt += left[at_left : edit.left.start] + edit.right.of(right)
        at_left, at_right = edit.left.end, edit.right.end

    assert rebuilt + left[at_left:] == right


@given(prose())
def test_equal_texts_have_no_edit(text: str) -> None:
    assert script(text, text) == []


def test_what_a_fold_hides_is_an_edit_all_the_same() -> None:
    assert shown("國家（一）", "国家(一)") == [("國", "国"), ("（", "("), ("）", ")")]
    assert shown("共****年，", "共xxxx年,") == [("****", "xxxx"), ("，", ",")]


def test_white_space_is_told_apart_from_words() -> None:
    assert shown("one two", "one\ntwo") == [(" ", "\n")]
    assert shown("one two three", "one three") == [("two ", "")]
    assert shown("甲乙丙。\n\n丁戊。", "甲乙丙。 丁己。") == [("\n\n", " "), ("戊", "己")]


def test_tokens_stay_whole() -> None:
    assert shown("共1234人", "共1294人") == [("1234", "1294")]
    assert shown("a nation", "a notion") == [("nation", "notion")]
    assert shown("第十三条", "第十四条") == [("十三", "十四")]
    assert shown("👩‍👧来", "👩‍👦来") == [("👩‍👧", "👩‍👦")]


def test_insertions_lie_between_sentences_clauses_and_words() -> None:
    assert shown("一是学习。二是落实。", "一是学习。一是检查。二是落实。") == [("", "一是检查。")]
    assert shown("讲政治，守规矩，作表率。", "讲政治，守规矩，守纪律，作表率。") == [("", "守纪律，")]
    assert shown("《甲法》《丙法》", "《甲法》《乙法》《丙法》") == [("", "《乙法》")]


def test_a_chance_island_is_joined_but_never_beside_a_mask() -> None:
    assert shown("由甲乙的丙丁负责", "由子丑的寅卯负责") == [("甲乙的丙丁", "子丑的寅卯")]
    assert shown("由****的丙丁负责", "由二零的寅卯负责") == [("****", "二零"), ("丙丁", "寅卯")]


def test_a_residue_beyond_the_limit_is_replaced_and_told() -> None:
    left, right = "甲乙丙丁" * 1_000, "子丑寅卯" * 1_000

    found, limits = edits(left, right, Edit(whole(left), whole(right)), 1_000_000)

    assert found == [Edit(whole(left), whole(right))]
    assert [(limit.step, limit.left, limit.right) for limit in limits] == [("characters", whole(left), whole(right))]


@pytest.mark.parametrize("seed", range(4))
def test_planted_edits_are_found_where_they_were_planted(seed: int) -> None:
    chance = random.Random(seed)
    pair = planted(chance, "\n".join(article(chance, 60)), 120)

    found = [(*edit.left, *edit.right) for edit in script(pair.left, pair.right)]

    hits = len(set(found) & set(pair.edits))
    assert 2 * hits / (len(found) + len(pair.edits)) >= 0.99
