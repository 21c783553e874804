"""What an official document says of itself, in the ways in which such documents say it; and what says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from opencc import OpenCC

from difftool.model import document
from difftool.view.facts import NAMES, facts, paragraph_facts

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = "\n\n第一条 为了某事，制定本法。\n"


def told(text: str) -> list[tuple[str, str]]:
    """List names and values, notes aside."""
    found = facts(document(text))
    for fact in found:
        assert fact.span.of(text) == fact.text != ""
        assert fact.name in NAMES
        assert fact.value
    assert [fact.span for fact in found] == sorted(fact.span for fact in found)
    return [(fact.name, fact.value) for fact in found if fact.name != "note"]


ADOPTED = [
    ("title", "中华人民共和国文物法"),
    ("adoption-date", "2021-04-29"),
    ("issuer", "第13届全国人民代表大会常务委员会第28次会议"),
]


@pytest.mark.parametrize(
    "date",
    [
        "2021年4月29日",
        "二○二一年四月二十九日",
        "二〇二一年四月二十九日",
        "２０２１年４月２９日",
        "2021 年 4 月 29 日",
        "2021-04-29",
        "2021.4.29",
    ],
)
def test_a_date_is_one_date_however_it_is_written(date: str) -> None:
    note = f"{date}第十三届全国人民代表大会常务委员会第二十八次会议通过"
    assert told(f"中华人民共和国文物法\n{note}{ARTICLE}") == ADOPTED
    assert told(f"# 中华人民共和国文物法\n\n（{note}）{ARTICLE}") == ADOPTED


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("国发〔2021〕12号", "国发〔2021〕12号"),
        ("国发［2021］12号", "国发〔2021〕12号"),
        ("国发[2021]第12号", "国发〔2021〕12号"),
        ("（国发（2021）12号）", "国发〔2021〕12号"),
        ("國發〔２０２１〕１２號", "国发〔2021〕12号"),
        ("法释〔2020〕1号", "法释〔2020〕1号"),
        ("国发〔20xx〕x号", "国发〔20xx〕x号"),
        ("中华人民共和国国务院令第588号", "国务院令第588号"),
        ("国务院令 第588号", "国务院令第588号"),
        ("国务院令（第588号）", "国务院令第588号"),
        ("中国人民银行公告第五号", "中国人民银行公告第5号"),
        ("（2021）京01民终123号", "〔2021〕京01民终123号"),
    ],
)
def test_a_number_is_one_number_in_every_style(line: str, value: str) -> None:
    assert told(f"{line}\n国务院关于某事的通知\n各部门：\n现将有关事项通知如下。\n")[0] == ("number", value)


def test_a_note_is_one_fact_and_holds_others() -> None:
    text = (
        "文物法\n（1982年11月19日第五届全国人民代表大会常务委员会第二十五次会议通过　"
        "根据1991年6月29日第七届全国人民代表大会"
        "常务委员会第二十次会议《关于修改〈文物法〉的决定》第一次修正　"
        "2002年10月28日第九届全国人民代表大会常务委员会第三十次会议修订"
        f"　自2003年1月1日起施行）{ARTICLE}"
    )
    assert told(text) == [
        ("title", "文物法"),
        ("adoption-date", "1982-11-19"),
        ("issuer", "第5届全国人民代表大会常务委员会第25次会议"),
        ("amendment", "1991-06-29 第7届全国人民代表大会常务委员会第20次会议关于修改文物法的决定修正"),
        ("amendment", "2002-10-28 第9届全国人民代表大会常务委员会第30次会议修订"),
        ("effective-date", "2003-01-01"),
    ]
    [note] = [fact for fact in facts(document(text)) if fact.name == "note"]
    assert note.text.startswith("1982年")
    assert note.text.endswith("起施行")


def test_an_order_tells_when_the_law_was_adopted_and_begins() -> None:
    text = (
        "中华人民共和国国务院令\n第588号\n《国务院关于废止和修改部分行政法规的决定》已经2010年12月29日国务院第138次常务会议通过，现予公布，"
        "自公布之日起施行。\n总理　某某\n二○一一年一月八日\n"
        "国务院关于废止和修改部分行政法规的决定\n一、废止若干行政法规。"
    )
    found = told(text)
    for fact in (
        ("adoption-date", "2010-12-29"),
        ("issuer", "国务院第138次常务会议"),
        ("effective-date", "on publication"),
    ):
        assert fact in found


def test_the_signature_at_the_end() -> None:
    body = "各单位：\n" + "现将有关要求通知如下。\n" * 12
    text = (
        f"关于做好档案工作的通知\n档发〔2021〕3号\n{body}国家档案局\n国 务 院 办 公 厅\n2021年4月9日\n（此件公开发布）"
    )
    assert told(text) == [
        ("title", "关于做好档案工作的通知"),
        ("number", "档发〔2021〕3号"),
        ("issuer", "国家档案局"),
        ("issuer", "国务院办公厅"),
        ("signing-date", "2021-04-09"),
    ]


def test_masks_stay_masks() -> None:
    head = "某某省人民政府关于某事的通知\n20xx年4月**日某某省人民政府第x次常务会议通过\n"
    text = f"{head}第一条 为了某事。\n第二条 本规定自xxxx年x月x日起施行。"
    assert told(text)[1] == ("adoption-date", "20xx-04-**")
    assert told(text)[-1] == ("effective-date", "xxxx-x-x")


def test_labels_of_a_web_page() -> None:
    text = (
        "发文机关：国务院办公厅\n成文日期：2021年4月9日\n发文字号：国办发〔2021〕12号\n发布日期：2021-04-22\n"
        "国务院办公厅关于某事的意见\n各地：\n"
    )
    assert sorted(told(text)) == [
        ("issuer", "国务院办公厅"),
        ("number", "国办发〔2021〕12号"),
        ("publication-date", "2021-04-22"),
        ("signing-date", "2021-04-09"),
        ("title", "国务院办公厅关于某事的意见"),
    ]


def test_taiwan() -> None:
    text = (
        "法規名稱：勞動基準法\n公布日期：民國 73 年 07 月 30 日\n修正日期：民國 109 年 06 月 10 日\n"
        "第 1 條\n為規定勞動條件最低標準。\n第 86 條\n本法自公布日施行。\n"
    )
    assert told(text) == [
        ("title", "劳动基准法"),
        ("publication-date", "1984-07-30"),
        ("amendment", "2020-06-10"),
        ("effective-date", "on publication"),
    ]
    head = "勞動基準法\n中華民國七十三年七月三十日總統華總（一）義字第14069號令制定公布\n第 1 條\n為規定。"
    assert ("publication-date", "1984-07-30") in told(head)


def test_english() -> None:
    text = (
        "Harbour Pilots Act 2006\nAct No. 12 of 2006\nEnacted: 3 March 2006\nEffective date: January 1st, 2007\n\n"
        "1. Pilots must be licensed.\n2. This Act shall come into force on the 1 July 2007.\n"
        "3. This Act comes into force on 1 July 2007.\n"
    )
    assert told(text) == [
        ("title", "harbourpilotsact2006"),
        ("number", "actno12of2006"),
        ("adoption-date", "2006-03-03"),
        ("effective-date", "2007-01-01"),
        ("effective-date", "2007-07-01"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2020年4月2日，局党组会议通过了决定。会上宣布自2020年5月1日起施行新办法。\n" * 5,
        "我的学习方法\n2021年4月29日\n今天学习了。\n",
        "根据《国务院关于某事的通知》（国发〔2021〕12号）要求，各单位抓好落实。\n" * 5,
        "大事记\n2020年1月1日\n成立。\n2020年2月1日\n扩建。\n2020年3月1日\n",
        "《某某条例》自2020年1月1日起施行以来，成效明显。\n" * 3,
        "发布时间：2020-04-03\n来源：某报\n会议强调，要落实条例。\n",
        "They signed on 3 March 2006.\nThe Act was famous.\nIn effect from 1 May 2001, he said, the law changed.\n",
        "本所自成立之日起执行国家标准，本人自2001年3月工作。\n",
        "号召大家\n学号12号\n",
        "",
    ],
)
def test_what_is_no_official_head_tells_nothing(text: str) -> None:
    assert told(text) == []


def test_the_seeds_are_no_laws() -> None:
    names = {}
    for path in sorted(SEEDS.iterdir()):
        names[path.name[:3]] = [fact.name for fact in facts(document(path.read_text(encoding="utf-8")))]
    assert names == {"000": [], "001": [], "002": [], "003": [], "004": ["title"]}


def test_only_head_and_tail_are_looked_at() -> None:
    filler = "这是正文的一段，没有别的。\n"
    note = "2021年4月29日国务院第一次常务会议通过\n"
    assert told(filler * 39 + note)[:1] == [("adoption-date", "2021-04-29")]
    assert told(filler * 60 + note + filler * 60) == []


def test_one_paragraph_is_read_wherever_it_stands() -> None:
    text = "某某市档案办法"
    [found] = paragraph_facts(text, document(text).paragraphs[0], "title")
    assert found.value == text
    text = "  二〇二一年四月九日"
    [date] = paragraph_facts(text, document(text).paragraphs[0], "signing-date")
    assert date.value == "2021-04-09"


LAWS = [
    "国务院关于修改部分决定的意见\n国发〔2021〕12号\n各省人民政府：\n现予发布，自发布之日起施行。\n国务院办公厅\n2021年4月29日",
    "发文字号：法释〔2020〕1号\n发布机关：某某厅\n关于审理案件的通报\n一、为了某事。",
    (
        "某某实施办法\n（2004年4月30日国务院令第406号颁布 根据2012年11月9日《国务院关于修改的决定》第一次修订）\n目录\n"
        "第一章 总则\n第一条 为了某事。\n第二条 本办法自2004年7月1日起实施。"
    ),
    (SEEDS / "004_d944897f4eedaedc.txt").read_text("utf-8"),
]


@pytest.mark.parametrize("text", LAWS, ids=range(len(LAWS)))
def test_a_traditional_copy_has_the_same_facts(text: str) -> None:
    said = facts(document(text))
    copy = OpenCC("s2t").convert(text)
    assert copy != text
    assert said
    assert [(one.name, one.span, one.value) for one in facts(document(copy))] == [
        (one.name, one.span, one.value) for one in said
    ]
