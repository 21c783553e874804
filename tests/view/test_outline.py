"""Addresses are those that a lawyer or an editor would write, whatever the text is cut or wrapped into."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model import Document, Span, document
from difftool.view.outline import Address, Step, cite, cited, outline

STATUTE = """中华人民共和国某某法
目录
第一章 总则
第二章 附则
第一章 总则
第一条 为了保护公民的合法权益，维护社会秩序和公共利益，根据宪法，制定本法。
第二条 国家机关应当公开下列事项：
（一）机构的职责、权限、办公地点和联系方式：
1.地址；
2.电话；
（二）法律、行政法规规定应当公开的其他事项。
前款规定的事项，应当自形成之日起二十日以内公开，法律另有规定的除外。
第二条之一 机关不得收取费用。
第二章 附则
第三条规定的期限以工作日计算，法定节假日不计入期限之内。
第三条 本法自公布之日起施行。
"""
TAIWANESE = """某某法
第 一 章 總則
第 1 條
為規定勞動條件最低標準，保障勞工權益，加強勞雇關係，特制定本法；本法未規定者，適用其他法律之規定。
第 30-1 條
雇主得依下列原則變更，並應公告周知，事業單位無工會者經勞資會議同意：
一、四週內正常工作時數分配於其他工作日之時數，每日不得超過二小時：
（一）工會同意。
二、當日正常工作時間達十小時者，其延長之工作時間不得超過二小時。
依前項第二款變更者，應報主管機關備查。
"""
DIRECTIVE = """关于加强建设的意见
近年来成效明显。
一、总体要求
全面贯彻精神。
二、主要内容
（一）增强本领
1. 强化武装。坚持学习。
补充说明。
2. 注重实践。加强锻炼。
3、 工作要求
（一）强化责任。
2020年，全国3.5亿人受益。"""
COMPILATION = """汇编
目录
1.甲的报告
2.乙的报告
甲的报告
开头。
一、起因
正文一。
乙的报告
开头。
一、起因
正文一。
正文二。"""
MARKDOWN = """# 手册
说明。
## 安装
先下载。
再运行。
## 使用
### 命令
1. 打开。
2. 关闭。"""
CONTRACT = """Lease
Article 5 Payment
The tenant pays.
(a) monthly;
(b) in advance:
(i) by cheque;
(ii) in cash.
Article 5 of the Act applies.
§ 12a Notice
Notice is given in writing."""
DECIMAL = """1. Scope
1.1 General
This text applies.
1.1.1 Limits are given.
1.2 Terms
See below."""
EXAMPLES = {
    "statute": (
        STATUTE,
        (
            "||||第一章|第一条|第二条第一款|第二条第一款第（一）项|第二条第一款第（一）项第1目|第二条第一款第（一）项第2目|第二条第一款第（二）项"
            "|第二条第二款|第二条之一|第二章|第二章第1段|第三条"
        ),
    ),
    "Taiwan": (
        TAIWANESE,
        (
            "|第一章|第1條|第1條|第30條之1|第30條之1第1項|第30條之1第1項第1款|"
            "第30條之1第1項第1款第1目|第30條之1第1項第2款|第30條之1第2項"
        ),
    ),
    "directive": (
        DIRECTIVE,
        "|第1段|一、|一、第1段|二、|二、（一）|二、（一）1.|二、（一）1.第2段|二、（一）2.|3、|3、（一）|3、（一）第2段",
    ),
    "compilation": (
        COMPILATION,
        "||||第1篇|第1篇 第1段|第1篇 一、|第1篇 一、第1段|第2篇|第2篇 第1段|第2篇 一、|第2篇 一、第1段|第2篇 一、第2段",
    ),
    "Markdown": (
        MARKDOWN,
        "|第1段|“安装”|“安装”第1段|“安装”第2段|“使用”|“使用”“命令”|“使用”“命令”1.|“使用”“命令”2.",
    ),
    "contract": (
        CONTRACT,
        (
            "|Article 5|Article 5, para. 1|Article 5(a)|Article 5(b)|Article 5(b)(i)|"
            "Article 5(b)(ii)|Article 5(b)(ii), para. 2"
            "|Article 5, § 12a|Article 5, § 12a, para. 1"
        ),
    ),
    "decimal": (DECIMAL, "1.|1.1|1.1, para. 1|1.1.1|1.2|1.2, para. 1"),
    "no order": ("WHEN we look.\nIt rains.", "|"),
}


def places(text: Document | str) -> list[str]:
    return list(cited(outline(text if isinstance(text, Document) else document(text))))


def wrapped(text: str, width: int) -> str:
    return "\n".join(line[at : at + width] for line in text.splitlines() for at in range(0, len(line), width))


def clauses(text: str) -> list[Address]:
    return list(dict.fromkeys(address for address in outline(document(text)) if address))


@pytest.mark.parametrize("name", EXAMPLES)
def test_places_are_cited_as_people_cite_them(name: str) -> None:
    text, expected = EXAMPLES[name]

    assert places(text) == expected.split("|")


def test_the_steps_of_a_statute_are_complete_where_they_are_not_cited() -> None:
    steps = [[(step.style, step.value) for step in address] for address in outline(document(STATUTE))]

    assert steps[5] == [("章", (1,)), ("条", (1,)), ("款", (1,))]
    assert steps[8] == [("章", (1,)), ("条", (2,)), ("款", (1,)), ("项", (1,)), ("目", (1,))]
    assert steps[12][1:] == [("条", (2, 1)), ("款", (1,))]


@pytest.mark.parametrize("text", [STATUTE, TAIWANESE], ids=["statute", "Taiwan"])
@pytest.mark.parametrize("width", [23, 25, 28])
def test_a_hard_wrapped_copy_has_the_same_clauses(text: str, width: int) -> None:
    copy = wrapped(text, width)

    assert len(copy.splitlines()) > len(text.splitlines())
    assert clauses(copy) == clauses(text)


def test_a_piece_of_a_line_has_the_address_of_its_line() -> None:
    whole = document(DIRECTIVE)
    cut = [
        piece
        for span in whole.paragraphs
        for piece in (Span(span.start, span.start + 2), Span(span.start + 2, span.end))
    ]

    assert places(whole._replace(paragraphs=tuple(cut))) == [one for one in places(whole) for _ in range(2)]


def test_repeated_and_skipped_numbers_swallow_nothing() -> None:
    assert places("一、甲\n三、乙\n三、丙\n一、丁\n子。") == ["一、", "三、", "三、", "一、", "一、第1段"]


def test_a_second_statute_counts_anew_under_its_heading() -> None:
    text = "# 甲法\n第一条 一。\n第二条 二。\n# 乙法\n第一条 三。"

    assert places(text) == ["第1篇", "第1篇 第一条", "第1篇 第二条", "第2篇", "第2篇 第一条"]


LINES = st.sampled_from(
    """一、甲
（一）乙。
(二)丙；
1. 丁
3、戊：
①己
第一编 总
第二章 分则
第三条 庚。
第 30-1 條
第三条规定
# 辛
## 壬
1.1 癸
1.1.1
(a) b
(i) c
§ 12a
Article 5
目录
附件2
** 1 曲
正文，
正文。
第
（
#
§
.
2020年
百、
第十條之
Part I""".splitlines()
)
TEXTS = st.lists(LINES | st.text(max_size=8), max_size=25).map("\n".join) | st.text()


@settings(deadline=None)
@given(TEXTS)
def test_every_paragraph_of_any_text_has_one_address_and_always_the_same(text: str) -> None:
    whole = document(text)
    addresses = outline(whole)

    assert len(addresses) == len(whole.paragraphs)
    assert addresses == outline(whole)
    assert all(step.value and (step.text or step.style not in {"段", "part"}) for one in addresses for step in one)
    assert all(cite(one) for one in addresses if one)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=4), min_size=1, max_size=12))
def test_no_two_lines_of_a_well_numbered_statute_share_an_address(articles: list[list[int]]) -> None:
    lines: list[str] = []
    for number, article in enumerate(articles, 1):
        for at, items in enumerate(article):
            lines.append(f"第{number}条 甲方应当：" if at == 0 else "乙方应当：")
            lines += [f"（{item}）交货；" for item in range(1, items + 1)]
    addresses = outline(document("\n".join(lines)))

    assert max(Counter(addresses).values()) == 1
    assert max(Counter(map(cite, addresses)).values()) == 1
    assert sum(one[-1].style == "款" for one in addresses) == sum(map(len, articles))
    assert sum(one[-1].style == "项" for one in addresses) == sum(map(sum, articles))


STEPS = st.builds(
    Step,
    st.sampled_from(["part", "附件", "一、", "段", "section", "条"]),
    st.tuples(st.integers(1, 3)),
    st.sampled_from(["第1段", "para. 1", "一、", "附件1", "Section 4", "(a)", "", "第三条", "§ 2"]),
)


@given(st.lists(st.lists(STEPS, max_size=3).map(tuple), max_size=8))
def test_many_addresses_are_cited_as_one_by_one(addresses: list[Address]) -> None:
    assert list(cited(addresses)) == [cite(address) for address in addresses]
