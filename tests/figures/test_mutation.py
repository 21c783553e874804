"""What the issue says comes out so, both ways and on whole documents; and no rule can be switched off unseen.

Mutations are found, not listed: each row of `RULES` and of `GUARDS` is taken out, and each function of
`classify` and of `view.masks` that answers yes or no, or gives a verdict or nothing, is made to say no; those that
judge references are made to say yes too. A case of `tests/cases` or a row of a table here must then come out otherwise.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import difftool.classify
import difftool.view
from difftool import Comparison, compare, document, read
from difftool.classify.masks import MIRRORED
from difftool.classify.rules import RULES
from difftool.view.guards import GUARDS

ACC, DOU, SUB = "accidental", "doubtful", "substantive"
# Modules of `classify` that name nothing: they gather, place and relate what was named.
BESIDE_NAMING = frozenset("changes cutting facts groups inventory moves pairing phrases relation site".split())  # noqa: SIM905
# What these find is told beside the changes: see `test_mutation_beside`.
BESIDE_CHANGES = frozenset("aliases exposures leaks overmasked showing wanted wishes".split())  # noqa: SIM905
pytestmark = pytest.mark.usefixtures("nothing_remembered")

# Modules whose judges must be seen to say no as well as yes: a wrong yes of theirs calls a change of number accidental.
OF_REFERENCES = {"references", "renumbering", "stale"}
# A wrong yes of these costs time and changes nothing: what they let through is looked at and found to be nothing.
ONLY_SAVING = {"renumbering.may_shift", "renumbering._may_refer"}
CASES = sorted((Path(__file__).parents[1] / "cases").iterdir())

Row = tuple[str, str | None, str, str, str]

# Issue B's own table, and below it what else the rules decide: left, right, and the changes.
SAID: list[tuple[str, str, list[Row]]] = [
    ("二○二○年", "二〇二〇年", [("numeral", None, ACC, "二○二○", "二〇二〇")]),
    ("二○××年", "1998年", [("mask", "revealed", SUB, "二○××", "1998")]),
    (
        "选派20多人次，联合20个部门",
        "选派多人次，联合个部门",
        [("mask", "emptied", SUB, "20", ""), ("mask", "emptied", SUB, "20", "")],
    ),
    (
        "李某1诉李某2",
        "李某2诉李某1",
        [("mask", "remasked", SUB, "李某1", "李某2"), ("mask", "remasked", SUB, "李某2", "李某1")],
    ),
    ("上调0.5%", "上调0.5个百分点", [("number", None, SUB, "%", "个百分点")]),
    (
        "理髮店在皇后大道",
        "理發店在皇後大道",
        [("script", "wrong-form", DOU, "髮", "發"), ("script", "wrong-form", DOU, "后", "後")],
    ),
    (
        "所谓“专家”的意见",
        "所谓专家的意见",
        [("punctuation", None, DOU, "“", ""), ("punctuation", None, DOU, "”", "")],
    ),
    ("“四个意识”、“四个自信”", "“四个意识”“四个自信”", [("punctuation", None, ACC, "、", "")]),
    (
        "11010519491231002X，*ST康美，4x100米，X光，XX染色体，□是□否",
        "11010519491231002X,*ST康美，4x100米，X光，XX染色体，□是□否",
        [("width", None, ACC, "，", ",")],
    ),
    (
        "第七次西藏工作会议。海关改革。",
        "第七次xx工作会议。xx改革。",
        [("mask", "applied", SUB, "西藏", "xx"), ("mask", "applied", SUB, "海关", "xx")],
    ),
    # numbers and numerals
    ("共五六人。", "共56人。", [("number", None, SUB, "五六", "56")]),
    ("共一百五人。", "共一百五十人。", [("number", None, SUB, "一百五", "一百五十")]),
    ("第3.1节。", "第3.10节。", [("number", None, SUB, "3.1", "3.10")]),
    ("共3.5元。", "共3.50元。", [("numeral", None, ACC, "3.5", "3.50")]),
    ("编号05。", "编号5。", [("number", None, SUB, "05", "5")]),
    ("定于05月。", "定于5月。", [("numeral", None, ACC, "05", "5")]),
    ("民國109年五月。", "2020年五月。", [("numeral", None, ACC, "民國109", "2020")]),
    ("共二万三千人。", "共23,000人。", [("numeral", None, ACC, "二万三千", "23,000")]),
    ("收入２万元。", "收入20000元。", [("numeral", None, ACC, "２万", "20000")]),
    ("不超过30人。", "超过30人。", [("number", None, SUB, "不", "")]),
    # fixed terms
    ("十九大精神。", "二十大精神。", [("wording", "term", SUB, "十九", "二十")]),
    ("“十三五”规划。", "“十四五”规划。", [("wording", "term", SUB, "十三五", "十四五")]),
    ("两会期间。", "三会期间。", [("wording", "term", SUB, "两", "三")]),
    ("三个表率。", "四个表率。", [("wording", "term", SUB, "三", "四")]),
    # words
    (
        "由张三、李四负责。",
        "由李四、张三负责。",
        [("wording", "order", SUB, "张三、", ""), ("wording", "order", SUB, "", "、张三")],
    ),
    ("其他人。", "其它人。", [("wording", "variant-word", DOU, "他", "它")]),
    ("资讯科技。", "信息科技。", [("wording", "regional", SUB, "资讯", "信息")]),
    ("未来的事。", "末来的事。", [("wording", "confusable", SUB, "未", "末")]),
    # the same characters in other code points
    ("café au lait", "cafe\u0301 au lait", [("noise", "composed", ACC, "café", "cafe\u0301")]),
    ("これはガラスです。", "これはｶﾞﾗｽです。", [("width", None, ACC, "ガラス", "ｶﾞﾗｽ")]),
    ("合计￥100。", "合计¥100。", [("width", None, ACC, "￥", "¥")]),
    # marks, capitals, space
    ("见<条例>。", "见《条例》。", [("punctuation", None, DOU, "<", "《"), ("punctuation", None, DOU, ">", "》")]),
    ("x<5时。", "x>5时。", [("wording", None, SUB, "<", ">")]),
    ("共计3.5吨。", "共计3。5吨。", [("punctuation", None, DOU, "3.5", "3。5")]),
    ("sent to US today", "sent to us today", [("case", None, DOU, "US", "us")]),
    ("He left. May I go?", "He left. may I go?", [("case", None, ACC, "May", "may")]),
    ("功率五mW。", "功率五MW。", [("case", None, DOU, "mW", "MW")]),
    ("## 标题\n甲乙丙丁。", "### 标题\n甲乙丙丁。", [("space", None, ACC, "", "#")]),
    ("□同意\n甲乙丙丁。", "■同意\n甲乙丙丁。", [("space", None, DOU, "□", "■")]),
    # glosses are proved noise where one character always has one
    ("应符合(a)条件和(b)(c)(d)(e)。", "应符合条件和(b)(c)(d)(e)。", [("noise", "gloss", DOU, "(a)", "")]),
    (
        "发展高质量，髮店关门，国家规定发展的时间。",
        "发展高质量，发店关门，国家规定发展的时间。",
        [("script", "wrong-form", DOU, "髮", "发")],
    ),
    (
        "業(yè)務，業(yè)者，業(yè)主，業(yè)績，業(yè)界。",
        "業務，業者，業主，業績，業界。",
        [("noise", "gloss", ACC, "(yè)", "")] * 5,
    ),
    # masks decided on the pair
    ("甲乙丙丁\n某地的人", "甲乙丙丁\n西藏的人", [("mask", "revealed", SUB, "某地", "西藏")]),
    ("甲乙丙丁\n某公司的人", "甲乙丙丁\n华为公司的人", [("mask", "revealed", SUB, "某", "华为")]),
    ("他去了×地。", "他去了北京地。", [("mask", "revealed", SUB, "×", "北京")]),
    ("第七次四川工作会议。", "第七次xx工作会议。", [("mask", "applied", SUB, "四川", "xx")]),
    ("他站在×路。", "他站在5路。", [("mask", "revealed", SUB, "×", "5")]),
    ("他回答说：……", "他回答说：人民万岁", [("mask", "revealed", SUB, "……", "人民万岁")]),
    ("甲乙丙丁全国xx省xx市", "甲乙丙丁全国xx", [("mask", "remasked", DOU, "省xx市", "")]),
    ("于二○××年设立。", "于20××年设立。", [("mask", "restyled", ACC, "二○××", "20××")]),
    ("他去做X光检查。", "他去做激光检查。", [("wording", None, SUB, "X", "激")]),
    ("总额约5亿元。", "总额**元。", [("mask", "applied", SUB, "约5亿", "**")]),
    (
        "这是5号重点6号内容。",
        "这是**号重点**号内容。",
        [("mask", "applied", SUB, "5", "**"), ("mask", "applied", SUB, "6", "**")],
    ),
    # names in both scripts, dashes, final marks, lists, wrapping
    ("于右任、李四。", "於右任、李四。", [("script", "name", DOU, "于", "於")]),
    ("甲乙——丙丁。", "甲乙—丙丁。", [("punctuation", None, ACC, "——", "—")]),
    ("说完了。\n乙方。", "说完了\n乙方。", [("punctuation", None, ACC, "。", "")]),
    ("3、甲乙丙丁。", "三、甲乙丙丁。", [("renumbering", None, ACC, "3", "三")]),
    (
        "第一条 甲乙丙丁。\n第二条 戊己庚辛。\n第三条 依照第二条办理。",
        "第一条 甲乙丙丁。\n第二条 子丑寅卯辰巳。\n第三条 戊己庚辛。\n第四条 依照第三条办理。",
        [
            ("wording", None, SUB, "", "第二条 子丑寅卯辰巳。"),
            ("renumbering", None, ACC, "二", "三"),
            ("renumbering", None, ACC, "三", "四"),
            ("renumbering", None, ACC, "二", "三"),
        ],
    ),
    # an amount beside a reference that followed is none
    (
        "第一条 甲乙丙丁。\n第二条 戊己庚辛。\n第三条 违反第二条的，处200元罚款。",
        "第一条 甲乙丙丁。\n第二条 子丑寅卯辰巳。\n第三条 戊己庚辛。\n第四条 违反第三条的，处300元罚款。",
        [
            ("wording", None, SUB, "", "第二条 子丑寅卯辰巳。"),
            ("renumbering", None, ACC, "二", "三"),
            ("renumbering", None, ACC, "三", "四"),
            ("renumbering", None, ACC, "二", "三"),
            ("number", None, SUB, "200", "300"),
        ],
    ),
    (
        "第一条 本办法所称的海关改革是指各级海关的机构改革。除此以外的改革由各地自行规定。",
        "第一条 本办法所称的海关\n改革是指各级海关的机构改革。\n除此以外的改革由各地自行规\n定。",
        [("space", None, ACC, "", "\n")] * 3,
    ),
    (
        "甲乙丙丁戊己。",
        "天地玄黄宇宙洪荒！",
        [("wording", None, SUB, "甲乙丙丁戊己。", ""), ("wording", None, SUB, "", "天地玄黄宇宙洪荒！")],
    ),
]

# What a text's masks are, each guard with what it refuses and what it lets through.
MASKS: list[tuple[str, list[str]]] = [
    ("next README_x XXL max", []),
    ("甲\n****\n乙", []),
    ("这是**重点**内容", []),
    ("张**和李**签订", ["**", "**"]),
    ("https://a.b/xx **/*.py", []),
    ("foo__bar f**k zh***g@qq.com", ["***"]),
    ("**ST康美", []),
    ("其中**P<0.01", []),
    ("10x个", []),
    ("4x100米，7×24小时，201x年3×人", ["201x", "3×"]),
    ("11010519491231002X人", []),
    ("X光，XX染色体，XXY染色体", []),
    ("第II卷、第III卷、第XX卷", []),
    ("二○二○年，二○××年", ["二○××"]),
    ("●要点\n□是□否\n■■■□□", []),
    ("李某1诉张某某，对于某公司，某种人", ["李某1", "张某某"]),
    ("长×宽，*月*日，第x条，王○明说", ["*", "*", "x", "王○明"]),
    ("共**个[REDACTED]（略）", ["**", "[REDACTED]", "（略）"]),
]

_ITEMS = "（一）年满十八周岁；\n（二）有固定的住所；\n（三）没有犯罪的记录。\n"
_MORE = "（一）年满十八周岁；\n（二）身体健康；\n（三）有固定的住所；\n（四）没有犯罪的记录。\n"
_REST = "第二条 不符合第一条第三项条件的，不得批准。"

# Which references now name another clause: left, right, and what is told.
FOUND: list[tuple[str, str, list[str]]] = [
    (
        f"第一条 申请人的条件：\n{_ITEMS}{_REST}",
        f"第一条 申请人的条件：\n{_MORE}{_REST}",
        [
            (
                "第二条: “不符合第一条第三项条件的” still says 第一条第三项, but that clause is now 第一条第（四）项"
                " (第一条第（三）项 was 第一条第（二）项)"
            )
        ],
    ),
    # a list that only one side sets as one
    (
        f"第一条 申请人的条件：\n{_ITEMS}{_REST}",
        f"第一条 申请人的条件：{''.join(_ITEMS.splitlines())}\n{_REST}\n第三条 国家鼓励科学研究。",
        [],
    ),
    # the third thing of many, and no item
    (
        f"第一条 申请人的条件：\n{_ITEMS}有关第三项工作的办法由主管部门规定。",
        f"第一条 申请人的条件：\n{_MORE}有关第三项工作的办法由主管部门规定。",
        [],
    ),
    # chapters without articles
    (
        "第一章 总述\n先说古树的由来。\n第二章 由来\n见于各地的县志。\n第三章 保护\n由园林部门负责，详见第二章。",
        (
            "第一章 总述\n先说古树的由来。\n第二章 方法\n走访、测量和查阅档案。\n第三章 由来\n见于各地的县志。\n"
            "第四章 保护\n由园林部门负责，详见第二章。"
        ),
        ["第四章第1段: “详见第二章” still says 第二章, but that clause is now 第三章 (第二章 is new)"],
    ),
    # list items without articles are not clauses
    (
        "一、古树的由来。\n二、古树的保护，依照第一项、第一条。",
        "一、调查的办法。\n二、古树的由来。\n三、古树的保护，依照第一项、第一条。",
        [],
    ),
]


def rows(found: Comparison) -> list[Row]:
    return [
        (one.kind.value, one.detail, one.significance.value, one.left_text, one.right_text) for one in found.changes
    ]


def told(found: Comparison) -> list[str]:
    return [one.text for one in found.findings]


def masked(text: str) -> list[str]:
    return [mask.text for mask in compare(document(text), document(text)).left_masks]


@pytest.mark.parametrize(("text", "masks"), MASKS)
def test_masks_are_found_and_what_only_looks_like_one_is_not(text: str, masks: list[str]) -> None:
    assert masked(text) == masks


def mirrored(expected: list[Row]) -> list[Row]:
    return [
        (kind, MIRRORED.get(detail, detail) if detail else None, level, now, was)
        for kind, detail, level, was, now in expected
    ]


@pytest.mark.parametrize(("left", "right", "expected"), SAID)
def test_it_comes_out_as_said(left: str, right: str, expected: list[Row]) -> None:
    assert rows(compare(document(left), document(right))) == expected
    assert sorted(rows(compare(document(right), document(left))), key=str) == sorted(mirrored(expected), key=str)


@pytest.mark.parametrize(("left", "right", "expected"), FOUND)
def test_references_are_found_to_be_stale(left: str, right: str, expected: list[str]) -> None:
    assert told(compare(document(left), document(right))) == expected
    assert len(told(compare(document(right), document(left)))) == len(expected)


def test_what_is_said_of_masks_is_in_the_inventory() -> None:
    found = compare(document("二○××年"), document("1998年"))
    assert [(mask.value, mask.fit) for mask in found.left_masks] == [("1998", "no")]
    found = compare(document("第七次西藏工作会议。海关改革。"), document("第七次xx工作会议。xx改革。"))
    assert [mask.value for mask in found.right_masks] == ["西藏", "海关"]
    plain = document("11010519491231002X，*ST康美，4x100米，X光，XX染色体，□是□否。二○二○年")
    assert compare(plain, plain).left_masks == ()


@cache
def folders() -> tuple[tuple[str, str, list[list[str | None]], list[str]], ...]:
    """Read the case folders once."""
    texts = [(read(str(folder / "left.txt")).text, read(str(folder / "right.txt")).text) for folder in CASES]
    said = [json.loads((folder / "changes.json").read_text("utf-8")) for folder in CASES]
    return tuple(
        (left, right, one["changes"], [text for _, text in one.get("findings", [])])
        for (left, right), one in zip(texts, said, strict=True)
    )


def is_noticed() -> bool:
    """Tell whether any case or row comes out otherwise now; a crash is noticed too."""
    try:
        for left, right, expected in SAID:
            if rows(compare(document(left), document(right))) != expected:
                return True
        for text, masks in MASKS:
            if masked(text) != masks:
                return True
        for left, right, findings in FOUND:
            if told(compare(document(left), document(right))) != findings:
                return True
        for left, right, changes, findings in folders():
            found = compare(document(left), document(right))
            if [list(row) for row in rows(found)] != [change[:5] for change in changes] or told(found) != findings:
                return True
    except (AssertionError, AttributeError, IndexError, TypeError, ValueError):
        return True
    return False


def test_nothing_is_noticed_where_nothing_was_switched_off() -> None:
    assert not is_noticed()


@pytest.mark.parametrize("rule", [rule for rule, _ in RULES])
def test_no_rule_is_idle(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("difftool.classify.rules.RULES", tuple(row for row in RULES if row[0] != rule))
    assert is_noticed()


@pytest.mark.parametrize("guard", [guard for guard, _ in GUARDS])
def test_no_guard_is_idle(guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("difftool.view.guards.GUARDS", tuple(row for row in GUARDS if row[0] != guard))
    assert is_noticed()


def modules() -> list[ModuleType]:
    names = [name for _, name, _ in pkgutil.iter_modules(difftool.classify.__path__)]
    named = [f"difftool.classify.{name}" for name in names if name not in BESIDE_NAMING | BESIDE_CHANGES]
    return [importlib.import_module(name) for name in [*named, "difftool.view.masks"]]


def judges() -> Iterator[tuple[str, Callable[..., object]]]:
    """Find the functions of `classify` that answer yes or no, or give a verdict or nothing."""
    rules = {judge for _, judge in RULES}
    for module in modules():
        for name, found in vars(module).items():
            if not inspect.isfunction(inspect.unwrap(found)) or found in rules:
                continue
            own = found.__module__ == module.__name__
            if own and found.__annotations__.get("return") in {"bool", bool, "Verdict | None"}:
                yield f"{module.__name__.rpartition('.')[2]}.{name}", found


JUDGES = dict(judges())


def answers() -> Iterator[tuple[str, bool | None]]:
    """Give every judge the answers that it must be seen not to give always."""
    for name, found in JUDGES.items():
        is_verdict = found.__annotations__["return"] == "Verdict | None"
        yield name, None if is_verdict else False
        if name.partition(".")[0] in OF_REFERENCES and name not in ONLY_SAVING and not is_verdict:
            yield name, True


def answering(judge: Callable[..., object], answer: bool | None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - what it says
    """Make a judge give one answer, wherever it is asked."""
    for module in [one for path, one in sys.modules.items() if path.startswith("difftool.")]:
        for name, found in list(vars(module).items()):
            if found is judge:
                monkeypatch.setattr(module, name, lambda *_, **__: answer)


@pytest.mark.parametrize(("judge", "answer"), list(answers()))
def test_no_judgement_is_idle(judge: str, answer: bool | None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    answering(JUDGES[judge], answer, monkeypatch)
    assert is_noticed()


@pytest.mark.parametrize("judge", sorted(ONLY_SAVING))
def test_what_only_saves_time_decides_nothing(judge: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(JUDGES[judge], True, monkeypatch)  # noqa: FBT003 - the answer
    assert not is_noticed()
