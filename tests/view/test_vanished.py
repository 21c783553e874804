"""Numbers that vanished without a placeholder: each form with what looks like it and is good prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from difftool.view.vanished import vanished
from prose import article, english_sentence

SEEDS = Path(__file__).parents[2] / "seeds"

TOLD = [
    ("选派多人次参加", [(2, "count", "多人次")]),
    ("共个部门，联合个单位", [(1, "count", "个"), (7, "count", "个")]),
    ("达到多万元", [(2, "amount", "多万元")]),
    ("安置余人次", [(2, "count", "余人次")]),
    ("于年月日召开", [(1, "year", "年"), (2, "month", "月"), (3, "day", "日")]),
    ("自年月起施行", [(1, "year", "年"), (2, "month", "月")]),
    ("于2020年月日召开", [(6, "month", "月"), (7, "day", "日")]),
    ("5月日起", [(2, "day", "日")]),
    ("召开第次会议", [(3, "ordinal", "次")]),
    ("国发〔2020〕号", [(8, "document-number", "号")]),
    ("同比增长%，", [(4, "percent", "%")]),
    ("提高个百分点", [(2, "percent", "个百分点")]),
    ("提高了個百分點", [(3, "percent", "個百分點")]),
    ("聯合個單位", [(2, "count", "個")]),
    ("rose by percent", [(8, "percent", "percent")]),
    ("a total of people", [(11, "count", "people")]),
]
GOOD = [
    ["选派20多人次", "选派xx多人次", "选派**多人次", "几十多人次", "选派[...]多人次"],
    ["多个部门", "多次召开", "多家企业", "多种形式", "多年来", "多元化", "许多人", "多名干部", "多项措施"],
    [
        "共同个人",
        "共产党",
        "共有20个",
        "联合家长会",
        "联合项目",
        "达标",
        "达到期限",
        "覆盖条件",
        "共享单车",
        "共名单一份",
    ],
    ["出生年月日", "注明年月日", "2020年5月3日", "**年*月*日", "同年月底", "每年每月", "年月如梭"],
    ["次第条陈", "等第个案", "第一次", "第**次", "第 条", "及第次日", "门第条件"],
    ["国发〔2020〕12号", "国发〔2020〕**号", "[2020]第5号"],
    ["增长20%，", "占比（%）", "单位：%", "百分之五", "增长**%，"],
    ["提高一个百分点", "每个百分点", "提高2个百分点", "提高几个百分点"],
    ["其余人员", "业余项目", "剩余家具", "万余人", "百余名", "余家村", "富余人员"],
    ["by five percent", "by 5 %", "a percentage of", "a total of 5 people", "a total of five people"],
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_number_that_must_stand_there_is_missed(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert [(one.span.start, one.reading, one.unit) for one in vanished(text)] == expected
    assert all(one.span.is_empty for one in vanished(text))


@pytest.mark.parametrize("text", [text for texts in GOOD for text in texts])
def test_good_prose_misses_nothing(text: str) -> None:
    assert vanished(text) == []


def test_the_seeds_have_one_place_and_no_false_alarm() -> None:
    texts = {path.name[:3]: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.iterdir())}
    found = {name: [(one.span.start, one.unit) for one in vanished(text)] for name, text in texts.items()}
    assert found == {"000": [], "001": [(5778, "多人次")], "002": [], "003": [], "004": []}


def test_a_document_without_its_numbers_is_seen_through() -> None:
    """Take the numbers out of a text: the places where the grammar asks for one are told, and no others before."""
    import random  # noqa: PLC0415 - one test needs it

    chance = random.Random(4)
    whole = "\n".join(
        "\n".join(article(chance, 4)) + "共12个部门，选派30多人次，增长7%，于2020年5月1日起。" for _ in range(20)
    )
    whole += " ".join(english_sentence(chance) for _ in range(200))
    assert vanished(whole) == []
    bare = whole.replace("12个", "个").replace("30多", "多").replace("7%", "%").replace("2020年5月1日", "年月日")
    assert len(vanished(bare)) == 20 * 6
