"""Noise by proof: damaged stretches, page furniture, remnants of HTML; and what proves nothing."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from soiling import soiled

from difftool import Comparison, Kind, Significance, compare, document
from difftool.laws import check
from difftool.model import RelationKind
from difftool.view import folds
from prose import paragraph

SEED = (Path(__file__).parents[2] / "seeds" / "002_68f5bfb4aa03b941.txt").read_text(encoding="utf-8-sig")
# The two places of seed 002 that nobody can read, and what an editor would write there.
DAMAGED = (("?!稐l例》", "。《條例》"), ("當?shù)恼\ue49d纹犯?,", "當的政治品格,"))


def cleaned(*, mended: bool = True) -> str:
    """Write seed 002 as an editor would have it: no glosses, wide marks, Simplified."""
    text = SEED
    for damaged, meant in DAMAGED:
        assert text.count(damaged) == 1
        text = text.replace(damaged, meant if mended else damaged)
    text = re.sub(r"(?<=[㐀-鿿])\([a-zà-ÿāēěīōūǎǐǒǔǚ]{1,6}\)", "", text)
    return folds.script(text).translate(str.maketrans(",:;()!", "，：；（）！"))


def compared(left: str, right: str) -> Comparison:
    one, other = document(left), document(right)
    found = compare(one, other)
    check(one, other, found)
    return found


def said(left: str, right: str) -> list[tuple[str, str | None, str, str, str]]:
    return [
        (one.kind.value, one.detail, one.significance.value, one.left_text, one.right_text)
        for one in compared(left, right).changes
    ]


def test_seed_002_is_its_cleaned_copy_but_for_noise_and_form() -> None:
    found = compared(SEED, cleaned())
    levels = Counter((one.kind, one.significance) for one in found.changes)
    torn = [(one.left_text, one.right_text) for one in found.changes if one.detail == "damage"]

    assert not [one for one in found.changes if one.significance is Significance.SUBSTANTIVE]
    assert {kind for kind, level in levels if level is Significance.DOUBTFUL} <= {Kind.NOISE}
    assert sum(count for (kind, _), count in levels.items() if kind is Kind.NOISE) == 52
    assert [(one.replace(",", ""), other.replace("，", "")) for one, other in torn] == [
        ("?!稐l", "。《条"),
        ("?shù)恼\ue49d纹犯?", "的政治品格"),
    ]
    assert levels[Kind.NOISE, Significance.ACCIDENTAL] == 35
    assert found.findings == ()


def test_a_damaged_place_that_means_something_else_is_not_proved() -> None:
    found = compared(SEED, cleaned().replace("的政治品格", "的法治品格"))
    doubtful = [one for one in found.findings if one.kind == "damage"]

    assert len(doubtful) == 1
    assert "的法治品格" in doubtful[0].text
    assert any(one.significance is not Significance.ACCIDENTAL and "法" in one.right_text for one in found.changes)


def test_without_its_glosses_a_text_shows_no_model_and_proves_nothing() -> None:
    left = "遵循?!稐l例》和《规定》，各机关应当贯彻落实并且每年报告一次。"
    changes = said(left, left.replace("?!稐l", "。《条"))

    assert changes
    assert "accidental" not in {one[2] for one in changes}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("他说：浣犲ソ吗，各位代表", "他说：你好吗，各位代表"),
        ("The cafÃ© is open on Sunday", "The café is open on Sunday"),
        ("The weather: 25Â°C in the city", "The weather: 25°C in the city"),
        ("â€œHelloâ€\x9d he said to them all", "“Hello” he said to them all"),
        ("关于¹ú¼Ò机关的若干规定，自即日起施行", "关于国家机关的若干规定，自即日起施行"),
        ("關於瓣產诀闽的若干規定，自即日起施行", "關於國家機關的若干規定，自即日起施行"),
    ],
)
def test_a_misread_stretch_is_one_accidental_change(left: str, right: str) -> None:
    assert [one[:3] for one in said(left, right)] == [("noise", "mojibake", "accidental")]


BEFORE, AFTER = "各机关应当按照规定及时报告有关情况，", "，并且每年向社会公开一次。"
WORDS = "本市机关应当在3日内报告5次；不得拖延2020年度café的结算"


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, len(WORDS) - 2),
    st.integers(2, 12),
    st.integers(0, 11),
    st.sampled_from("不可三四379并且é"),
    st.sampled_from([("utf-8", "latin-1"), ("utf-8", "gbk"), ("gbk", "latin-1"), ("utf-8", "cp1252"), ("gbk", "big5")]),
    st.integers(1, 2),
)
def test_a_number_or_word_changed_inside_a_misread_stretch_is_never_accidental(  # noqa: PLR0913, PLR0917 - what is drawn
    start: int, size: int, at: int, other: str, way: tuple[str, str], layers: int
) -> None:
    clean = WORDS[start : start + size]
    at %= len(clean)
    falsified = clean[:at] + other + clean[at + 1 :]
    try:
        damaged = clean
        for written, read in [way, ("utf-8", way[1])][:layers]:
            damaged = damaged.encode(written).decode(read)
    except UnicodeError:
        assume(condition=False)
    assume(falsified != clean and not damaged.isspace())

    found = compare(document(BEFORE + damaged + AFTER), document(BEFORE + falsified + AFTER))

    assert {one.significance for one in found.changes} != {Significance.ACCIDENTAL}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("甲方与乙方签订合同&nbsp;如下条款", "甲方与乙方签订合同 如下条款", "accidental"),
        ("甲方与乙方签订合同&nbsp;如下条款", "甲方与乙方签订合同如下条款", "accidental"),
        ("甲方与乙方签订合同&amp;nbsp;如下条款", "甲方与乙方签订合同如下条款", "accidental"),
        ("学习贯彻&#8220;条例精神", "学习贯彻“条例精神", "accidental"),
        ("学习贯彻&ldquo;条例精神", "学习贯彻「条例精神", "accidental"),
        ("投资公司A&amp;B的报告", "投资公司A&B的报告", "accidental"),
        ("甲方与乙方<br>签订合同", "甲方与乙方\n签订合同", "accidental"),
        ("甲方与乙方<span class='a'>签订合同", "甲方与乙方签订合同", "accidental"),
        ("当满足条件a<b>c的时候成立", "当满足条件ac的时候成立", "doubtful"),
        ("共计价款10&nbsp;000元整", "共计价款10000元整", "substantive"),
        ("学习贯彻&#8220;条例精神", "学习贯彻《条例精神", "doubtful"),
        ("价款&#49;&#48;元整的合同", "价款11元整的合同", "substantive"),
        ("They are not&nbsp;able to go", "They are notable to go", "substantive"),
        ("面积共10<sup>2</sup>米的场地", "面积共102米的场地", "substantive"),
    ],
)
def test_html_is_read_as_a_browser_shows_it(left: str, right: str, level: str) -> None:
    levels = {one[2] for one in said(left, right)}

    assert level in levels
    assert levels <= {level, "accidental"}


PAGES = """甲方应当负责安全生产工作
— 1 —
乙方应当按时支付价款
— 2 —
丙方可以参加会议的讨论
— 3 —
丁方不得拖延"""


def test_page_numbers_that_follow_each_other_are_furniture() -> None:
    changes = said(PAGES, re.sub("— . —\n", "", PAGES))

    assert [one[:3] for one in changes] == [("noise", "page", "accidental")] * 3


def test_other_page_numbers_of_the_same_text_are_furniture() -> None:
    assert {one[:3] for one in said(PAGES, PAGES.translate(str.maketrans("123", "456")))} == {
        ("noise", "page", "accidental")
    }


def test_a_page_number_that_breaks_the_sequence_is_a_number() -> None:
    assert {one[0] for one in said(PAGES, PAGES.replace("2", "7"))} == {"number"}


def test_one_number_between_dashes_proves_nothing() -> None:
    text = "甲方应当负责安全生产\n— 2 —\n乙方应当按时支付价款"

    assert [one[:3] for one in said(text, text.replace("— 2 —\n", ""))] == [("noise", "page", "doubtful")]


def test_a_number_cut_by_a_page_is_no_less_cut() -> None:
    text = PAGES.replace("价款\n— 2 —\n丙方", "价款1\n— 2 —\n0元丙方")

    assert "substantive" in {one[2] for one in said(text, text.replace("1\n— 2 —\n0", "10"))}


def headed(line: str) -> str:
    """Make four pages with this line above each number."""
    chance = random.Random(3)
    return "\n".join(f"{line}\n第{at}页 共4页\n{paragraph(chance)}" for at in range(1, 5))


def test_a_head_that_recurs_beside_page_numbers_is_furniture() -> None:
    text = headed("某市人民政府文件")

    assert {one[:3] for one in said(text, re.sub("(?m)^(某市人民政府文件|第.页 共4页)\n", "", text))} == {
        ("noise", "page", "accidental"),
        ("noise", "head", "accidental"),
    }


def test_a_line_that_recurs_elsewhere_is_words() -> None:
    chance = random.Random(4)
    text = "\n".join(f"{paragraph(chance)}\n表决结果：同意" for _ in range(4))

    assert {one[0] for one in said(text, text.replace("\n表决结果：同意", ""))} == {"wording"}


def test_the_title_that_recurs_as_a_head_is_words() -> None:
    text = "某市人民政府文件\n" + paragraph(random.Random(5)) + "\n" + headed("某市人民政府文件")

    assert "wording" in {one[0] for one in said(text, text.replace("某市人民政府文件\n", "", 1))}


def test_an_unproved_line_beside_page_numbers_is_words() -> None:
    text = headed("某市人民政府文件")
    added = text.replace("第3页", "双方同意撤销合同\n第3页")

    assert {one[0] for one in said(text, added)} == {"wording"}


@pytest.mark.parametrize(
    "line",
    [
        "更多精彩内容请关注公众号某某日报",
        "责任编辑：王小明",
        "点击查看全文",
        "本文来源：新华网",
        "扫描下方二维码关注我们",
    ],
)
def test_advertising_is_doubtful_and_nothing_else(line: str) -> None:
    text = "\n".join(paragraph(random.Random(at)) for at in range(4))
    changes = [*said(text, text.replace("\n", f"\n{line}\n", 1)), *said(text, f"{text}\n{line}")]

    assert ("noise", "advertising", "doubtful") in {one[:3] for one in changes}
    assert {one[0] for one in changes} == {"noise"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("会议同意。本文来源：人民日报", "会议同意。本文来源：新华社"),
        ("会议认为应当加强工作。\n资金来源：财政拨款\n甲方负责办理", "会议认为应当加强工作。\n甲方负责办理"),
        ("会议认为应当加强工作。双方应当点击查看后确认合同", "会议认为应当加强工作。"),
    ],
)
def test_words_that_only_look_like_advertising_are_words(left: str, right: str) -> None:
    assert "substantive" in {one[2] for one in said(left + "。甲乙丙丁戊己", right + "。甲乙丙丁戊己")}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("会议的???部署已经完成", "会议的新安全部署已经完成"),
        ("关于国\ufffd机关的规定", "关于国家机关的规定"),
        ("坚持?方针不变", "坚持正方针不变"),
    ],
)
def test_lost_characters_are_doubtful_and_listed(left: str, right: str) -> None:
    found = compared(left, right)

    assert [(one.kind, one.significance) for one in found.changes] == [(Kind.NOISE, Significance.DOUBTFUL)]
    assert "damage" in {one.kind for one in found.findings}


def test_a_question_is_no_damage() -> None:
    assert [one[0] for one in said("是否同意?", "是否同意吗")] != ["noise"]


def test_what_both_have_lost_is_listed() -> None:
    found = compared("国\ufffd机关的規定，自即日起施行", "国\ufffd机关的规定，自即日起施行")
    lost = [(tuple(one.left[0]), tuple(one.right[0])) for one in found.findings if one.kind == "damage"]

    assert lost == [((1, 2), (1, 2))]
    assert found.relation.kind.value == "revision"


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6))
def test_a_soiled_copy_keeps_the_laws_and_has_nothing_substantive(seed: int) -> None:
    chance = random.Random(seed)
    text = "\n".join(paragraph(chance) for _ in range(4))
    copy = soiled(chance, text)
    # A token that begins with ² or ¼ takes the words behind it in.
    assume(not any(unicodedata.category(one) == "No" for one in copy))
    found = compared(text, copy)

    if found.relation.kind is not RelationKind.UNRELATED:
        assert [one for one in found.changes if one.significance is Significance.SUBSTANTIVE] == []


def torn(text: str, table: dict[str, str]) -> str:
    """Replace characters by themselves and their glosses in the bytes of a text, wherever the bytes match."""
    written = text.encode("gbk")
    for one, gloss in table.items():
        written = written.replace(one.encode("gbk"), f"{one}({gloss})".encode("gbk"))
    return written.decode("gbk", "replace")


def straddling(text: str) -> list[str]:
    """List the characters that the second byte of one and the first byte of the next make up."""
    written = [one.encode("gbk") for one in text]
    pairs = [one[1:] + other[:1] for one, other in pairwise(written) if len(one) == len(other) == 2]
    found = {pair.decode("gbk", "ignore") for pair in pairs} - set(text)
    return sorted(one for one in found if "㐀" <= one <= "鿿")


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6))
def test_what_a_scrape_tore_is_proved_from_the_clean_text(seed: int) -> None:
    chance = random.Random(seed)
    lines = [paragraph(chance) for _ in range(4)]
    place = chance.randrange(len(lines[1]) - 8)
    glossed = straddling(lines[1][place : place + 8])
    assume(glossed)
    shown = "、".join([chance.choice(glossed)] * 6)
    clean = "\n".join([shown, *lines])
    damaged = torn(clean, {shown[0]: chance.choice(["shù", "guī", "yōu"])})

    found = compared(clean, damaged)

    # A paragraph may be torn so much that no link finds its partner: two whole paragraphs then, and substantive.
    pieces = [one for one in found.changes if one.left_text and one.right_text]
    assert [one for one in pieces if one.significance is Significance.SUBSTANTIVE] == []
    assume(len(pieces) == len(found.changes) - sum(one.detail == "gloss" for one in found.changes))
    assert "damage" in {one.detail for one in found.changes}
    assert all(
        one.significance is Significance.ACCIDENTAL or re.search("[〇一二三四五六七八九十不未非无]", one.left_text)
        for one in found.changes
        if one.detail == "damage"
    )


COMMON = sorted(set(WORDS + AFTER + BEFORE + "法治品格国家发展经济社会改革") - set("，。；、0123456789café"))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**6))
def test_another_word_in_a_torn_stretch_is_never_accidental(seed: int) -> None:
    chance = random.Random(seed)
    lines = [paragraph(chance) for _ in range(4)]
    place = chance.randrange(len(lines[1]) - 8)
    glossed = straddling(lines[1][place : place + 8])
    assume(glossed)
    shown = "、".join([chance.choice(glossed)] * 6)
    clean = "\n".join([shown, *lines])
    damaged = torn(clean, {shown[0]: "shù"})
    stretches = [one.left for one in compare(document(clean), document(damaged)).changes if one.detail == "damage"]
    assume(stretches)
    stretch = chance.choice(stretches)
    at, other = chance.randrange(stretch.start, stretch.end), chance.choice(COMMON)
    # A lost byte says nothing: only another character that has none of the old one's bytes is told apart for sure.
    assume(not set(other.encode("gbk")) & set(clean[at].encode("gbk")))

    found = compare(document(clean[:at] + other + clean[at + 1 :]), document(damaged))

    levels = {one.significance for one in found.changes if one.left.start <= at <= one.left.end}
    assert levels - {Significance.ACCIDENTAL}
