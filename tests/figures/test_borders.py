"""Borders that a careful editor would draw, each with the reading that was drawn before the rule."""

from __future__ import annotations

import pytest

from difftool import Kind, Settings, compare, document

Rows = list[tuple[str, str | None, str, str]]

EXAMPLES: list[tuple[str, str, Rows]] = [
    # A date keeps its units, not the number that happens to stand on both sides.
    ("自2003年2月10日起", "自2003年10月2日起", [("number", None, "2", "10"), ("number", None, "10", "2")]),
    # What came in and went out farther apart is no replacement.
    ("甲乙丙丁戊己庚辛壬癸", "乙丙丁戊己庚辛壬癸甲", [("wording", None, "甲", ""), ("wording", None, "", "甲")]),
    # The dots of an ellipsis and the strokes of a dash are one mark.
    ("等等……不一而足", "等等…不一而足", [("punctuation", None, "……", "…")]),
    ("此事——众所周知", "此事—众所周知", [("punctuation", None, "——", "—")]),
    # 百 of a unit is no number of its own.
    ("增长**个百分点", "增长39%", [("mask", "revealed", "**", "39"), ("number", None, "个百分点", "%")]),
    # A mask hides 亿 and 多 with the digits, and a name with a numeral in it as a whole.
    ("总计3.5亿元", "总计xx元", [("mask", "applied", "3.5亿", "xx")]),
    ("批准四川省", "批准某某省", [("mask", "applied", "四川", "某某")]),
    ("共20，", "共xx个，", [("mask", "applied", "20", "xx"), ("number", None, "", "个")]),
    # ** could be Markdown; facing a value or a mask it is none.
    ("由王海涛负责，由**说明", "由王**负责，由**说明", [("mask", "applied", "海涛", "**")]),
    ("由王xx负责，由**说明", "由王**负责，由**说明", [("mask", "restyled", "xx", "**")]),
    ("重点**突出**问题", "重点突出问题", [("wording", None, "**", ""), ("wording", None, "**", "")]),
    # One letter for a name is a mask, before 光 it is none.
    ("接待王先生", "接待X先生", [("mask", "applied", "王", "X")]),
    ("拍激光片", "拍X光片", [("wording", None, "激", "X")]),
    ("查人类染色体", "查XX染色体", [("wording", None, "人类", "XX")]),
    # ○○○○ shows no zeros, 二○○× shows two.
    ("走访××××大学", "走访○○○○大学", [("mask", "restyled", "××××", "○○○○")]),
    ("据二○××年报", "据一九××年报", [("mask", "remasked", "二○××", "一九××")]),
    # The slot is read alike in both scripts.
    ("走訪[REDACTED]大學", "走訪[...]大學", [("mask", "restyled", "[REDACTED]", "[...]")]),
]


@pytest.mark.parametrize(("left", "right", "expected"), EXAMPLES)
def test_border(left: str, right: str, expected: Rows) -> None:
    found = compare(document(left), document(right)).changes
    assert [(one.kind.value, one.detail, one.left_text, one.right_text) for one in found] == expected


def test_masks_by_the_pair_are_listed() -> None:
    found = compare(document("由王xx负责，由**说明"), document("由王**负责，由**说明"))
    assert [tuple(mask.span) for mask in found.right_masks][:1] == [(2, 4)]
    found = compare(document("由王海涛负责"), document("由王**负责"))
    assert [(mask.text, mask.value) for mask in found.right_masks] == [("**", "海涛")]


@pytest.mark.parametrize(("left", "right"), [("作价30元整", "作价30美元整"), ("作价30美元整", "作价30欧元整")])
def test_part_of_a_currency_is_a_unit(left: str, right: str) -> None:
    found = compare(document(left), document(right)).changes
    assert [one.kind.value for one in found] == ["number"]


def test_the_users_fixed_terms_are_no_amounts() -> None:
    left, right = document("深入实施五个一工程建设。"), document("深入实施六个一工程建设。")

    plain = compare(left, right).changes
    told = compare(left, right, Settings(terms=("五个一工程", "六个一工程"))).changes

    assert [(one.kind, one.detail) for one in plain] == [(Kind.NUMBER, None)]
    assert [(one.kind, one.detail) for one in told] == [(Kind.WORDING, "term")]
