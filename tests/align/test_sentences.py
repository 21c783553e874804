"""Sentences of links that may hide a moved part: which of them are asked, and what answers them."""

from __future__ import annotations

import pytest

from difftool.align.hiding import may_hide
from difftool.align.sentences import Sentences
from difftool.model import Document, Edit, Link, LinkKind, document

HALF = "借用设备的人员应当填写一式两份的申请单由本部门负责人签字以后仓库才能发"
BETWEEN = "值班人员交接时应当当面核对钥匙和印章。"
ONE, TWO, THREE = (
    "会议要求各单位在年底之前报送全部材料并说明理由和依据。",
    "仓库管理员每天早晨清点货物并且登记在册不得遗漏。",
    "外来车辆进入库区以前先行登记车牌并由门卫核对证件。",
)


@pytest.mark.parametrize("tail", ["放。", "放并登记。", "放并当面登记入册；"])
def test_half_a_sentence_elsewhere_is_not_joined_with_the_other_half(tail: str) -> None:
    left, right = document(HALF + tail), document(f"{HALF}\n{BETWEEN}\n{tail}")
    sentences = Sentences(left, right)
    sentences.add(0, left.paragraphs, [])
    sentences.add(1, [], [right.paragraphs[0]])
    sentences.add(2, [], [right.paragraphs[2]])

    found = sentences.linked(10**6)

    assert [one.edit for one in found] == [Edit(left.paragraphs[0], right.paragraphs[0])]
    assert found[0].homes == (0, 1)


def one_link(left: str, right: str) -> tuple[Document, Document, list[Link]]:
    return document(left), document(right), [Link(LinkKind.CHANGED, (0,), (0,))]


def test_a_paragraph_with_many_edits_in_order_hides_nothing() -> None:
    text = f"甲{ONE}乙{TWO}丙{THREE}丁"

    assert may_hide(*one_link(text, text.translate(str.maketrans("甲乙丙丁", "子丑寅卯")))) == set()


@pytest.mark.parametrize("right", [f"子{TWO}乙{ONE}丙{THREE}卯", f"子{ONE}乙{THREE}丙{TWO}卯"])
def test_a_paragraph_whose_parts_stand_in_another_order_may_hide_one(right: str) -> None:
    assert may_hide(*one_link(f"甲{ONE}乙{TWO}丙{THREE}丁", right)) == {0}


def test_a_part_that_stands_twice_may_have_moved() -> None:
    assert may_hide(*one_link(f"甲{ONE}{TWO}{ONE}乙", f"子{ONE}{ONE}{TWO}卯")) == {0}
