"""What the user's rules ignore and what they leave, and the masks of the user's own styles."""

from __future__ import annotations

import pytest

from difftool import Comparison, Kind, Settings, Significance, compare, document
from difftool.laws import check
from difftool.model import Equivalence, MaskStyle, RelationKind

OTHER = Equivalence("other", ("其它", "其他"), reason="house style")
PAGE = Equivalence("page", pattern=r"第\d+页(共\d+页)?")
AMP = Equivalence("amp", pattern=r"(\w+) ?& ?(\w+)", replacement=r"\1 and \2")
GONE = Equivalence("gone", ("（略）", ""))
COMPANY = Equivalence("company", ("甲方公司", "乙方"))
ITS = Equivalence("its", ("its", "it's"))
NUMERALS = Equivalence("two", ("二", "两"))
ENDS = Equivalence("ends", pattern="^甲")


def compared(left: str, right: str, *rules: Equivalence, masks: tuple[MaskStyle, ...] = ()) -> Comparison:
    one, other = document(left, "a/left.txt"), document(right, "b/right.txt")
    found = compare(one, other, Settings(equivalences=rules, masks=masks))
    check(one, other, found)
    return found


# A rule, two texts, and the readings that are ignored, or none.
ASKED = [
    (OTHER, "其它人员。", "其他人员。", [("它", "他")]),
    (OTHER, "其他人员。", "其它人员。", [("他", "它")]),
    (OTHER, "其它，人员。", "其他,人员。", [("它", "他")]),
    (OTHER, "吉它他人。", "吉他他人。", []),
    (OTHER, "其它它人。", "其他他人。", []),
    (PAGE, "见第3页共9页，同意。", "见第4页共12页，同意。", [("3", "4"), ("9", "12")]),
    (PAGE, "见第3页共9页，共20个。", "见第4页共9页，共30个。", [("3", "4")]),
    (PAGE, "人员名单如下。\n第4页\n张三李四王五赵六。", "人员名单如下。\n张三李四王五赵六。", [("第4页", "")]),
    (PAGE, "见第3页。", "见第3章。", []),
    (PAGE, "见3页共9页。", "见4页共9页。", []),
    (AMP, "We met Smith & Jones in May.", "We met Smith and Jones in May.", [("&", "and")]),
    (AMP, "We met Smith & Jones in May.", "We met Smith or Jones in May.", []),
    (GONE, "名单（略）如下。", "名单如下。", [("（略）", "")]),
    (GONE, "名单（略如下。", "名单如下。", []),
    (COMPANY, "甲方公司说明情况。", "乙方说明情况。", [("甲", "乙"), ("公司", "")]),
    (COMPANY, "甲方企业说明情况。", "乙方说明情况。", []),
    (ITS, "We saw its tail.", "We saw it's tail.", [("its", "it's")]),
    (ITS, "We saw his wits end.", "We saw his wit's end.", []),
    (NUMERALS, "共二个部门。", "共两个部门。", [("二", "两")]),
    (NUMERALS, "共十二个部门。", "共十两个部门。", []),
    (ENDS, "甲说明情况。", "说明情况。", [("甲", "")]),
    (ENDS, "今天甲说明情况。", "今天说明情况。", []),
]


@pytest.mark.parametrize(("rule", "left", "right", "ignored"), ASKED)
def test_a_rule_ignores_what_it_makes_equal_and_nothing_else(
    rule: Equivalence, left: str, right: str, ignored: list[tuple[str, str]]
) -> None:
    found = compared(left, right, rule)
    plain = compared(left, right)

    ours = [change for change in found.changes if change.ignored]
    assert [(change.left_text, change.right_text) for change in ours] == ignored
    assert {change.rule for change in ours} <= {f"user:{rule.name}"}
    # A wish changes no kind, no weight and no place, and hides nothing.
    assert [change._replace(ignored=False, rule="") for change in found.changes] == [
        change._replace(rule="") for change in plain.changes
    ]
    assert found.relation == plain.relation


def test_what_is_ignored_is_counted_and_told_with_its_reason_and_makes_nothing_equivalent() -> None:
    found = compared("其它人员，其它事。", "其他人员，其他事。", OTHER)

    assert (found.counted, found.summary.ignored, len(found.changes)) == ((), 2, 2)
    assert found.relation.kind is RelationKind.REVISION
    assert found.notes == ("2 changes ignored by your rule “other” (其它 = 其他): house style",)


def test_ignored_kinds_are_told_apart_from_rules() -> None:
    one, other = document("其它人员，共20个 部门。"), document("其他人员，共30个  部门。")
    by_name = Settings(equivalences=(OTHER,), ignore=(Kind.SPACE,))

    assert compare(one, other, by_name).notes == (
        "1 change ignored by your rule “other” (其它 = 其他): house style",
        "1 change of kind space ignored: you ignore space",
    )
    assert compare(one, other, Settings(only=(Kind.NUMBER,))).notes == (
        "1 change of kind wording ignored: you count only number",
        "1 change of kind space ignored: you count only number",
    )


def test_a_rule_may_name_the_kind_but_the_weight_stays() -> None:
    (change,) = compared("其它人员。", "其他人员。", OTHER._replace(kind=Kind.SCRIPT)).changes

    assert (change.kind, change.detail, change.significance) == (Kind.SCRIPT, None, Significance.DOUBTFUL)


def test_a_mask_stays_a_mask_whatever_a_rule_calls_it() -> None:
    (change,) = compared("共20个部门。", "共xx个部门。", Equivalence("n", ("20", "xx"), kind=Kind.SPACE)).changes

    assert (change.kind, change.ignored) == (Kind.MASK, True)


def test_scopes_limit_a_rule() -> None:
    texts = "第一条 其它人员。\n第二条 其它事项。", "第一条 其他人员。\n第二条 其他事项。"

    def ignored(rule: Equivalence) -> list[bool]:
        return [change.ignored for change in compared(*texts, rule).changes]

    assert ignored(OTHER._replace(paragraphs="^第二条")) == [False, True]
    assert ignored(OTHER._replace(paragraphs="^第三条")) == [False, False]
    assert ignored(OTHER._replace(files="*.txt")) == [True, True]
    assert ignored(OTHER._replace(files="right.*")) == [True, True]
    assert ignored(OTHER._replace(files="*.md")) == [False, False]


def test_the_first_rule_that_takes_a_change_keeps_it() -> None:
    found = compared("其它人员。", "其他人员。", OTHER, Equivalence("any", pattern="[它他]"))

    assert [change.rule for change in found.changes] == ["user:other"]


SEALED = MaskStyle("sealed", r"【隐去\d+字】", "person")
JOHN = MaskStyle("John Doe", r"John Doe", "person")
STOP = MaskStyle("stop", r"〔某。甲〕")


def test_a_mask_of_the_users_own_style_is_one_token_and_hides_what_the_other_side_shows() -> None:
    left, right = "证人【隐去3字】说明了情况。", "证人欧阳锋说明了情况。"

    (change,) = compared(left, right, masks=(SEALED,)).changes
    assert (change.kind, change.detail, change.left_text) == (Kind.MASK, "revealed", "【隐去3字】")
    (mask,) = compared(left, right, masks=(SEALED,)).left_masks
    assert (mask.style, mask.reading, mask.value, mask.change) == ("sealed", "person", "欧阳锋", change.id)
    assert all(one.kind is not Kind.MASK for one in compared(left, right).changes)


def test_two_masks_are_equal_by_the_users_word_only_so_they_stay_doubtful() -> None:
    for right in ("【隐去4字】", "xxx", "John Doe"):
        found = compared("证人【隐去3字】说明了情况。\n", f"证人{right}说明了情况。\n", masks=(SEALED, JOHN))
        assert [(one.kind, one.detail, one.significance) for one in found.changes] == [
            (Kind.MASK, "remasked", Significance.DOUBTFUL)
        ]
        assert found.relation.kind is RelationKind.REVISION


def test_a_match_takes_in_what_it_would_cut() -> None:
    assert [mask.text for mask in compared("a John Does", "b John Does", masks=(JOHN,)).left_masks] == ["John Does"]
    three = MaskStyle("three", r"\d{3}")
    assert [mask.text for mask in compared("共12345个", "共12346个", masks=(three,)).left_masks] == ["12345"]


def test_a_mask_that_holds_a_stop_is_not_cut_by_sentences() -> None:
    body = "".join(f"这里是第{at}句话，说明一般情况。" for at in range(200))
    found = compared(f"{body}由〔某。甲〕负责。", f"{body}由张三负责。", masks=(STOP,))

    assert [(one.detail, one.left_text) for one in found.changes] == [("revealed", "〔某。甲〕")]


def test_of_two_styles_the_first_names_the_mask_and_lines_are_not_crossed() -> None:
    wide = MaskStyle("wide", r"甲\s*乙")
    found = compared("甲乙丙\n甲\n乙丙丁", "甲乙丙\n甲\n乙丙戊", masks=(wide, MaskStyle("narrow", "乙")))

    assert [(mask.text, mask.style) for mask in found.left_masks] == [("甲乙", "wide"), ("乙", "narrow")]
