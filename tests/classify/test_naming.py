"""How an edit is named: examples of every kind, the laws of naming, and no small change of meaning called clean."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raw_edits import Row, applied, raw_edits, rows

from difftool.classify import RULES, mirrored, name_edits, name_whole
from difftool.model import Edit, Kind, Significance, Span
from difftool.view.tokens import tokens

ACC, DOU, SUB = "accidental", "doubtful", "substantive"

EXAMPLES: list[tuple[str, str, list[Row]]] = [
    # masks
    ("共****个", "共xxxx个", [("mask", "restyled", ACC, "****", "xxxx")]),
    ("二○××年", "20××年", [("mask", "restyled", ACC, "二○××", "20××")]),
    ("[REDACTED]公司", "****公司", [("mask", "restyled", ACC, "[REDACTED]", "****")]),
    ("**个部门", "***个部门", [("mask", "remasked", DOU, "**", "***")]),
    ("全国xx省xx市", "全国xx", [("mask", "remasked", DOU, "省xx市", "")]),
    ("20xx年", "19xx年", [("mask", "remasked", SUB, "20xx", "19xx")]),
    (
        "李某1诉李某2",
        "李某2诉李某1",
        [("mask", "remasked", SUB, "李某1", "李某2"), ("mask", "remasked", SUB, "李某2", "李某1")],
    ),
    (
        "第七次西藏工作会议。海关改革。",
        "第七次xx工作会议。xx改革。",
        [("mask", "applied", SUB, "西藏", "xx"), ("mask", "applied", SUB, "海关", "xx")],
    ),
    ("二○××年", "1998年", [("mask", "revealed", SUB, "二○××", "1998")]),
    ("在×路", "在5路", [("mask", "revealed", SUB, "×", "5")]),
    ("某地的人", "西藏的人", [("mask", "revealed", SUB, "某地", "西藏")]),
    ("某公司的人", "华为公司的人", [("mask", "revealed", SUB, "某", "华为")]),
    ("他说：……", "他说：人民万岁", [("mask", "revealed", SUB, "……", "人民万岁")]),
    (
        "选派20多人次，联合20个部门",
        "选派多人次，联合个部门",
        [("mask", "emptied", SUB, "20", ""), ("mask", "emptied", SUB, "20", "")],
    ),
    ("共**个", "共个", [("mask", "removed", SUB, "**", "")]),
    ("共个", "共**个", [("mask", "added", SUB, "", "**")]),
    ("____年", "2020年", [("mask", "filled", SUB, "____", "2020")]),
    ("2020年", "____年", [("mask", "blanked", SUB, "2020", "____")]),
    ("20多人", "xx余人", [("mask", "applied", SUB, "20", "xx"), ("number", None, SUB, "多", "余")]),
    ("某种人", "这种人", [("wording", None, SUB, "某", "这")]),
    # space
    ("国 家", "国家", [("space", None, ACC, " ", "")]),
    ("国家\n大事", "国家大事", [("space", None, ACC, "\n", "")]),
    ("# 标题", "标题", [("space", None, ACC, "# ", "")]),
    ("第三条 甲。\n乙", "第三条 甲。乙", [("space", None, DOU, "\n", "")]),
    ("not able", "notable", [("space", None, SUB, "not able", "notable")]),
    ("1 0个", "10个", [("space", None, SUB, "1 0", "10")]),
    ("5 kg", "5kg", [("space", None, DOU, " ", "")]),
    # width, script, case
    ("甲，乙", "甲,乙", [("width", None, ACC, "，", ",")]),
    ("２０个", "20个", [("width", None, ACC, "２０", "20")]),
    ("國家", "国家", [("script", None, ACC, "國", "国")]),
    ("爲了", "為了", [("script", None, ACC, "爲", "為")]),
    (
        "理髮店在皇后大道",
        "理發店在皇後大道",
        [("script", "wrong-form", DOU, "髮", "發"), ("script", "wrong-form", DOU, "后", "後")],
    ),
    ("于右任、李四", "於右任、李四", [("script", "name", DOU, "于", "於")]),
    ("學術著作。", "學術着作。", [("script", "wrong-form", DOU, "著", "着")]),
    ("Ａ对", "a对", [("case", None, ACC, "Ａ", "a")]),
    ("5mW", "5MW", [("case", None, DOU, "mW", "MW")]),
    # noise
    (
        "業(yè)務",
        "业务",
        [("script", None, ACC, "業", "业"), ("noise", "gloss", DOU, "(yè)", ""), ("script", None, ACC, "務", "务")],
    ),
    ("a\u200bb", "ab", [("noise", "invisible", ACC, "a\u200bb", "ab")]),
    ("正文\ufffd字", "正文的字", [("noise", "damage", DOU, "\ufffd", "的")]),
    ("甲##paidend##", "甲", [("noise", "marker", ACC, "##paidend##", "")]),
    # renumbering inside one link
    ("3、甲", "三、甲", [("renumbering", None, ACC, "3", "三")]),
    ("一、甲", "（一）甲", [("renumbering", None, DOU, "", "（"), ("renumbering", None, DOU, "、", "）")]),
    # numeral and number
    ("二○二○年", "二〇二〇年", [("numeral", None, ACC, "二○二○", "二〇二〇")]),
    ("20人", "二十人", [("numeral", None, ACC, "20", "二十")]),
    ("1,000元", "1000元", [("numeral", None, ACC, "1,000", "1000")]),
    ("民國109年五月", "2020年五月", [("numeral", None, ACC, "民國109", "2020")]),
    ("20%", "百分之二十", [("numeral", None, ACC, "20%", "百分之二十")]),
    ("底20人", "初30人", [("wording", None, SUB, "底", "初"), ("number", None, SUB, "20", "30")]),
    ("上调0.5%", "上调0.5个百分点", [("number", None, SUB, "%", "个百分点")]),
    ("3‰左右", "3%左右", [("number", None, SUB, "‰", "%")]),
    ("5万元", "5亿元", [("number", None, SUB, "5万", "5亿")]),
    ("5万元", "5元", [("number", None, SUB, "5万", "5")]),
    ("约20人", "20人", [("number", None, SUB, "约", "")]),
    ("3年以上", "3年以下", [("number", None, SUB, "上", "下")]),
    ("-5度", "5度", [("number", None, SUB, "-", "")]),
    ("第三条 甲", "第四条 甲", [("number", None, SUB, "三", "四")]),
    # punctuation
    ("“甲”", "「甲」", [("punctuation", None, ACC, "“", "「"), ("punctuation", None, ACC, "”", "」")]),
    ("……说", "...说", [("punctuation", None, ACC, "……", "...")]),
    ("a——b", "a—b", [("punctuation", None, ACC, "——", "—")]),
    ("说完。", "说完", [("punctuation", None, ACC, "。", "")]),
    ("“四个意识”、“四个自信”", "“四个意识”“四个自信”", [("punctuation", None, ACC, "、", "")]),
    (
        "所谓“专家”的意见",
        "所谓专家的意见",
        [("punctuation", None, DOU, "“", ""), ("punctuation", None, DOU, "”", "")],
    ),
    ("甲、乙", "甲，乙", [("punctuation", None, DOU, "、", "，")]),
    # wording
    ("可以", "应当", [("wording", None, SUB, "可以", "应当")]),
    ("十九大", "二十大", [("wording", "term", SUB, "十九", "二十")]),
    ("自己", "自已", [("wording", "confusable", SUB, "己", "已")]),
    ("资讯科技", "信息科技", [("wording", "regional", SUB, "资讯", "信息")]),
    ("其他人", "其它人", [("wording", "variant-word", DOU, "他", "它")]),
    # an edit is cut where its kind changes
    ("从****，", "从xxxx,", [("mask", "restyled", ACC, "****", "xxxx"), ("width", None, ACC, "，", ",")]),
]


@pytest.mark.parametrize(("left", "right", "expected"), EXAMPLES)
def test_named(left: str, right: str, expected: list[Row]) -> None:
    assert rows(left, right) == expected


def test_touching_edits_of_any_kind_may_arrive_as_one() -> None:
    left, right = "從****，業(yè)", "从xxxx,业"
    found = name_edits(left, right, [Edit(Span(0, len(left)), Span(0, len(right)))])
    assert [(one.kind, one.edit.left.of(left), one.edit.right.of(right)) for one in found] == [
        (Kind.SCRIPT, "從", "从"),
        (Kind.MASK, "****", "xxxx"),
        (Kind.WIDTH, "，", ","),
        (Kind.SCRIPT, "業", "业"),
        (Kind.NOISE, "(yè)", ""),
    ]


def test_a_gloss_that_is_always_there_is_proved_noise() -> None:
    left, right = "業(yè)" * 5, "业" * 5
    assert {row[2] for row in rows(left, right)} == {ACC}


def test_simplified_against_traditional_text_is_accidental_even_for_shared_characters() -> None:
    left, right = "國務院發佈規定之後，各單位執行。", "国务院发布规定之后，各单位执行。"
    assert {row[0] for row in rows(left, right)} == {"script"}
    assert {row[2] for row in rows(left, right)} <= {ACC, DOU}
    assert ("script", None, ACC, "後", "后") in rows(left, right)


def test_a_whole_paragraph_is_wording_unless_it_is_a_marker() -> None:
    assert name_whole("甲乙", "", Edit(Span(0, 2), Span(0, 0))).kind is Kind.WORDING
    assert name_whole("##paidend##", "", Edit(Span(0, 11), Span(0, 0))).kind is Kind.NOISE


def test_every_rule_decides_an_example() -> None:
    decided = {one.rule for left, right, _ in EXAMPLES for one in name_edits(left, right, raw_edits(left, right))}
    assert decided == {rule for rule, _ in RULES}


@pytest.mark.parametrize("rule", [rule for rule, _ in RULES if rule != "wording"])
def test_every_rule_is_needed(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("difftool.classify.rules.RULES", tuple(row for row in RULES if row[0] != rule))
    assert any(rows(left, right) != expected for left, right, expected in EXAMPLES)


MEANING = [
    ("不得", "得"), ("可以", "应当"), ("以上", "以下"), ("5‰", "5%"), ("甲方", "乙方"), ("5", "5万"),
    ("12", "13"), ("且", "或"), ("“专家”", "专家"), ("第三条", "第四条"), ("李明", "李朋"), ("-3", "3"),
    ("3.5", "35"), ("1:2", "1.2"), ("mW 5", "W 5"), ("《法》", "法"), ("？", "。"), ("；", ""), ("10", "1 0"),
    ("not able", "notable"), ("有", ""), ("007", "7"), ("xx", "yy"), ("**", ""), ("某甲", "某乙"),
    ("（略）", ""), ("①", "②"), ("約", ""), ("著", "着"), ("于", "於"), ("干", "乾"), ("千", "百"),
    ("二", "三"), ("<", ">"), ("/", ""),
]  # fmt: skip
AROUND = st.text("国民在了3xA，。“”（）第年个条 ", max_size=6)


@settings(deadline=None, derandomize=True, max_examples=600)
@given(AROUND, st.sampled_from(MEANING), AROUND)
def test_a_small_change_of_meaning_is_never_clean(before: str, pair: tuple[str, str], after: str) -> None:
    left, right = before + pair[0] + after, before + pair[1] + after
    levels = {row[2] for row in rows(left, right)}
    assert left == right or levels & {SUB, DOU}, rows(left, right)


TEXT = st.lists(
    st.sampled_from(
        [*"国國为爲后後，,。.“「” \n(yè)2２0二○〇十*x某李AaＡ个年万%-…—①", "****", "xxxx", "20", "业", "業", "的"]
    ),
    max_size=12,
).map("".join)


@settings(deadline=None, derandomize=True, max_examples=600)
@given(TEXT, TEXT)
def test_names_rebuild_what_the_edits_rebuild(left: str, right: str) -> None:
    found = [one.edit for one in name_edits(left, right, raw_edits(left, right))]
    assert applied(left, right, found) == right
    assert all(a.left.end <= b.left.start and a.right.end <= b.right.start for a, b in pairwise(found))
    assert all(edit.left.of(left) != edit.right.of(right) for edit in found)


@settings(deadline=None, derandomize=True, max_examples=600)
@given(TEXT, TEXT)
def test_swapping_the_sides_mirrors_the_names(left: str, right: str) -> None:
    edits = raw_edits(left, right)
    swapped = name_edits(right, left, [edit.mirrored for edit in edits])
    assert [mirrored(one) for one in swapped] == name_edits(left, right, edits)


@settings(deadline=None, derandomize=True, max_examples=600)
@given(TEXT, TEXT)
def test_no_name_cuts_a_token(left: str, right: str) -> None:
    found = [one.edit for one in name_edits(left, right, raw_edits(left, right))]
    for text, spans in ((left, [edit.left for edit in found]), (right, [edit.right for edit in found])):
        inside = {at for token in tokens(text, Span(0, len(text))) for at in range(token.start + 1, token.end)}
        assert not inside & {at for span in spans for at in span}


def test_whole_text_in_one_edit_is_bounded() -> None:
    left, right = "甲乙，" * 3000, "丙丁；" * 3000
    found = name_edits(left, right, [Edit(Span(0, len(left)), Span(0, len(right)))])
    assert applied(left, right, [one.edit for one in found]) == right
    assert {one.significance for one in found} >= {Significance.SUBSTANTIVE}
