"""What is a mask on its own: the seeds, each guard with what it refuses and what it must let through."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model import Span
from difftool.view import masks as view
from difftool.view.candidates import MASK_CHARACTERS
from difftool.view.guards import GUARDS
from difftool.view.masks import mask_spans

SEEDS = Path(__file__).parents[2] / "seeds"


def masks(text: str) -> list[str]:
    return [span.of(text) for span in mask_spans(text)]


def seed(number: str) -> str:
    return next(SEEDS.glob(f"{number}_*")).read_bytes().decode("utf-8")


def test_seed_000_has_two_masks() -> None:
    assert masks(seed("000")) == ["****", "**"]


def test_seed_001_has_38_runs_of_x_and_nothing_else() -> None:
    text = seed("001")
    found = mask_spans(text)
    assert found == [Span(*run.span()) for run in re.finditer("x{2,}", text)]
    assert Counter(span.length for span in found) == {2: 29, 3: 5, 4: 3, 5: 1}


@pytest.mark.parametrize("number", ["002", "003", "004"])
def test_the_other_seeds_have_none(number: str) -> None:
    assert masks(seed(number)) == []


ACCEPTED = [
    ("****年", ["****"]),
    ("联合**个部门和**个单位", ["**", "**"]),
    ("＊＊年", ["＊＊"]),
    ("xxxx年", ["xxxx"]),
    ("XXX有限公司", ["XXX"]),
    ("ｘｘ市ＸＸ区", ["ｘｘ", "ＸＸ"]),
    ("××省╳╳市✕✕县", ["××", "╳╳", "✕✕"]),
    ("□□公司■■■▇▇██", ["□□", "■■■▇▇██"]),
    ("○○公司，●●局，◇◇厅", ["○○", "●●", "◇◇"]),
    ("____年__月", ["____", "__"]),
    ("某某公司", ["某某"]),
    ("李某诉张某某", ["李某", "张某某"]),
    ("李某1诉李某2", ["李某1", "李某2"]),
    ("王某甲", ["王某甲"]),
    ("*月*日", ["*", "*"]),
    ("第x条第×款", ["x", "×"]),
    ("20**年", ["20**"]),
    ("138****5678", ["138****5678"]),
    ("二○××年", ["二○××"]),
    ("201x年3×人", ["201x", "3×"]),
    ("王○明说", ["王○明"]),
    ("王□明曰", ["□"]),
    ("张**和李**签订", ["**", "**"]),
    ("[private] [REDACTED]", ["[private]", "[REDACTED]"]),
    ("【略】（略）[已隐去]", ["【略】", "（略）", "[已隐去]"]),
    ("[...][…]", ["[...]", "[…]"]),
    ("{name}{姓名}[year]", ["{name}", "{姓名}", "[year]"]),
    ("第七次xx工作会议。xx改革。", ["xx", "xx"]),
    ("zh***g@qq.com", ["***"]),
    ("□年□月□日", ["□", "□", "□"]),
    ("** 年", ["**"]),
    ("** people came", ["**"]),
    ("the XXth anniversary, **st", ["XX", "**"]),
    ("paid ${amount}, ${n}, ${{a b}}", ["{amount}"]),
    ("浙江某公司由江某办", ["江某"]),
    ("提高某人", []),
]

REFUSED = {
    "word": ["next", "XXL", "max", "README_x", "Excel表", "xxl"],
    "rule-line": ["** 第一节", "** One\ntext\n** Two", "甲\n* 要点", "***", "甲\n****\n乙", "* * *", "_____\n"],
    "emphasis": ["**bold**", "这是**重点**内容", "__init__", "a ***b*** c"],
    "address": ["https://a.b/xx", "www.a.cn/xxx", "**/*.py", "/**", "见 http://a.b/____"],
    "identifier": ["foo_bar", "snake__case", "f**k", "1__2"],
    "star-term": ["*ST康美", "**ST康美", "*P<0.05", "**P<0.01", "2**3"],
    "half-masked": ["4x100米", "7×24小时", "3×4", "10x", "y=kx+b", "10x个"],
    "checksum": ["11010519491231002X", "11010519491231002X人", "ISBN 7-5600-0801-X"],
    "x-term": ["X光", "x轴", "XX染色体", "XXY染色体", "X型"],
    "roman": ["第II卷、第III卷、第XX卷", "Chapter II, III and XX"],
    "zero": ["二○二○年", "一九○○年", "二○○八年"],
    "bullet": ["是否同意□是□否", "性别□男 □女", "●要点", "○要点\n○要点", "□是□否", "■■■□□", "●●●○○", "✓ □□"],
    "anonymous": ["某种", "某些人", "某个", "某日", "对于某公司", "某地"],
    "lone": ["长×宽", "一*二", "甲●乙", "x", "*", "甲_乙"],
    "none": ["3*4", "二〇二〇", "大写", ""],
}


@pytest.mark.parametrize(("text", "expected"), ACCEPTED)
def test_a_mask_is_found_whole(text: str, expected: list[str]) -> None:
    assert masks(text) == expected


@pytest.mark.parametrize(("guard", "text"), [(guard, text) for guard, texts in REFUSED.items() for text in texts])
def test_no_mask(guard: str, text: str) -> None:
    assert masks(text) == [], guard


def test_every_guard_has_examples() -> None:
    assert set(REFUSED) - {"none"} == {name for name, _ in GUARDS}


@pytest.mark.parametrize("guard", [name for name, _ in GUARDS])
def test_every_guard_is_needed(guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("difftool.view.guards.GUARDS", tuple(row for row in GUARDS if row[0] != guard))
    wrong = [text for texts in REFUSED.values() for text in texts if masks(text)]
    wrong += [text for text, expected in ACCEPTED if masks(text) != expected]
    assert wrong


def test_a_line_of_not_masks() -> None:
    text = (
        "11010519491231002X，*ST康美，4x100米，7×24小时，X光，XX染色体，□是□否，**bold**，某种，3×4，二〇二〇，"
        "二○二○年, README_x, foo_bar, https://a.b/xx, *P<0.05"
    )
    assert masks(text) == []


ALPHABET = st.text("*xX×□○_某20年月人甲王二 \n[略]{a}，", max_size=30)


@settings(deadline=None, derandomize=True, max_examples=500)
@given(ALPHABET, st.integers(0, 30), st.integers(0, 30))
def test_spans_ascend_are_disjoint_and_stay_inside(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = mask_spans(text, start, end)
    assert all(start <= span.start < span.end <= end for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


PLAIN = re.compile(rf"[{re.escape(MASK_CHARACTERS)}]+|[\[【［（(\{{]")
WORDS = st.sampled_from(["[name]", "【略】", "（略）", "（略", "略）", "[2]", "（一）", "{一甲}", "（(略)", "[…]"])
BRACKETED = st.lists(st.text("*xX○某九2年甲 {}()（）【】", max_size=6) | WORDS, max_size=9)


@settings(derandomize=True, max_examples=500)
@given(BRACKETED.map("".join), st.integers(0, 30), st.integers(0, 30))
def test_no_mask_is_passed_over_where_brackets_hold_numbers(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = mask_spans(text, start, end)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(view, "_candidates", lambda: PLAIN)
        assert mask_spans(text, start, end) == found


def test_an_endless_line_costs_no_more_than_another() -> None:
    """Guards look `SIGHT` characters far: were it the line, this would take hours."""
    assert len(mask_spans("共**人" * 20_000)) == 20_000
