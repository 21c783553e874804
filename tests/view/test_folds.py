"""The folds: what each makes alike, what it must keep apart, and that offsets stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.view.data import script_table
from difftool.view.folds import FOLDS, case, match, noise, punctuation, script, space, width

EVERY = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
IN_PLACE = (width, script, case, punctuation, match)


@pytest.mark.parametrize("fold", IN_PLACE)
def test_a_fold_in_place_keeps_every_offset(fold: Callable[[str], str]) -> None:
    folded = fold(EVERY)
    assert len(folded) == len(EVERY)
    assert folded != EVERY
    assert all(fold(EVERY[at]) == folded[at] for at in range(0, len(EVERY), 997))


@pytest.mark.parametrize("fold", [*FOLDS.values(), match])
def test_a_fold_is_idempotent(fold: Callable[[str], str]) -> None:
    once = fold(EVERY)
    assert fold(once) == once


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_match_is_the_folds_one_after_another(text: str) -> None:
    assert match(text) == punctuation(case(script(width(text))))


def test_the_table_for_long_texts_is_the_one_for_short_texts() -> None:
    assert match(EVERY) == "".join(match(EVERY[at : at + 50_000]) for at in range(0, len(EVERY), 50_000))


def test_case_is_lower_wherever_that_keeps_the_length() -> None:
    assert case(EVERY) == "".join(c.lower() if len(c.lower()) == 1 else c for c in EVERY)


def test_space_drops_what_isspace_knows() -> None:
    assert space(EVERY) == "".join(c for c in EVERY if not c.isspace())


@pytest.mark.parametrize("name", ["t2s", "tw2s", "hk2s"])
def test_script_agrees_with_opencc(name: str) -> None:
    convert = opencc.OpenCC(name).convert
    han = [c for c in EVERY if "㐀" <= c <= "鿿" or "\U00020000" <= c <= "\U0002ffff"]
    apart = {c for c in han if script(convert(c)) != script(c)}
    # OpenCC's Hong Kong and Taiwan tables prefer another word in these places, not another shape.
    assert apart <= set("麼幺睪睾簷檐潀潨顎齶鯰鮎痺痹枱檯衹只敍敘糭糉粧妝衞衛著着么")
    assert len(han) > 70_000


@pytest.mark.parametrize("name", ["s2t", "s2tw", "s2hk"])
def test_a_converted_seed_folds_alike(name: str) -> None:
    convert = opencc.OpenCC(name).convert
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        converted = convert(text)
        apart = {(a, b) for a, b in zip(text, converted, strict=True) if match(a) != match(b)}
        assert not apart, path.name


def test_the_shipped_table_is_well_formed() -> None:
    assert len(set(script_table.FORMS)) == len(script_table.FORMS) == len(script_table.SIMPLIFIED)
    assert len(script_table.VARIANTS) == len(script_table.STANDARD)
    assert not set(script_table.FORMS) & set(script_table.SIMPLIFIED)
    assert "Apache" in (script_table.__doc__ or "")


@pytest.mark.parametrize(
    "pair", ["瞭了", "着著", "覆复", "衞卫", "爲為", "為为", "國国", "気气", "髮發", "後后", "豈岂", "於于"]
)
def test_forms_of_one_character_fold_alike(pair: str) -> None:
    assert script(pair[0]) == script(pair[1])


# Japanese forms that are words of their own in Chinese.
@pytest.mark.parametrize("pair", ["芸艺", "欠缺", "予豫", "缶罐", "弁辨", "己已", "未末", "甲乙", "大太"])
def test_different_characters_stay_apart(pair: str) -> None:
    assert match(pair[0]) != match(pair[1])


@pytest.mark.parametrize(
    "shapes", ['"“”„‟「」『』﹁﹂＂', "'‘’＇", "—―─", "…⋯", "·•・‧", "。．.｡", "，,", "；;", "（(", "！!"]
)
def test_shapes_of_one_mark_fold_alike(shapes: str) -> None:
    assert len(set(match(shapes))) == 1


MARKS = ["，", "、", "；", "。", "：", "？", "！", "“", "‘", "（", "）", "《", "》", "—", "-", "…", "·", "%", "‰", "~"]


def test_different_marks_stay_apart() -> None:
    assert len({match(mark) for mark in MARKS}) == len(MARKS)
    assert all(match(one) != match(other) for one, other in pairwise(MARKS))


@pytest.mark.parametrize("text", ["①", "Ⅳ", "㎡", "½", "㈠", "…", "℃", "×", "█", "○", "某", "ﬁ"])
def test_nothing_is_folded_as_nfkc_would(text: str) -> None:
    assert width(text) == script(text) == text
    assert len(match(text)) == 1


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("業(yè)務(wù)", "業務"),
        ("規（guī）則", "規則"),
        ("a\u200bb\ufeff", "ab"),
        ("文\ufffd字\ue49d", "文字"),
        ("a\x07b\x00", "ab"),
        ("第(a1)", "第(a1)"),
        ("word (yes)", "word (yes)"),
        ("甲\t乙\n", "甲\t乙\n"),
    ],
)
def test_noise_drops_only_what_conversion_left(text: str, clean: str) -> None:
    assert noise(text) == clean


def test_the_seed_with_glosses_loses_fifty() -> None:
    path = next((Path(__file__).parents[2] / "seeds").glob("002*"))
    text = path.read_text(encoding="utf-8")
    glosses = re.findall(r"[\u3400-\u9fff]\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)", text)
    assert len(glosses) == 49 + 1
    assert not re.search(r"[㐀-鿿]\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)", noise(text))


def test_the_table_of_folds_is_in_the_order_of_the_rules() -> None:
    assert list(FOLDS) == ["space", "width", "script", "case", "noise", "punctuation"]
