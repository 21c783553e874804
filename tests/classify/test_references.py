"""What a reference is, what it names, and what only looks like one or belongs to another law."""

from __future__ import annotations

import pytest

from difftool import document
from difftool.classify.references import references
from difftool.classify.targets import Clauses
from difftool.view.outline import outline

READ = [
    ("违反本法第三条、第五条第二款和前款", "第三条|第五条第二款|前款"),
    ("第六十一条至第六十三条规定的", "第六十一条|第六十三条"),
    ("第一百二十条之一和第 30-1 條第 2 項", "第一百二十条之一|第 30-1 條第 2 項"),
    ("本条例第三、四条", "第三、四条"),
    ("自前两款规定的决定生效之日起", "前两款"),
    ("《民法典》第七条和本规定第八条", "第八条"),
    ("违反本条第一款，或者第三条第（二）、（三）项的", "本条第一款|第三条第（二）、（三）项"),
    ("本实施细则第二条", "第二条"),
    ("依照本法第２条第１款第（四）项", "第２条第１款第（四）项"),
]
OTHERS = [
    "依照《行政处罚法》第三条、第五条和刑法第三百条的规定",
    "民法典第三条的规定和第五条，《公司法》（2018年修正）第四条",
    "该法第三条，该条第二款，其第三条，同法第二條",
    "本市消防条例第三条，国务院关于登记的规定第二条",
    "目前条件、前款项、当前条款、之前条约、以前项目",
    "第一项工作、第三条款、第二章程、第一节目、第三项目",
    "本条、本款、前两款第一项",
    "第九千九百条",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_references_are_read(text: str, expected: str) -> None:
    assert [one.span.of(text) for one in references(text)] == expected.split("|")


@pytest.mark.parametrize("text", OTHERS)
def test_other_laws_and_other_words_are_none(text: str) -> None:
    assert [one.span.of(text) for one in references(text)] == []


def test_long_runs_are_no_references() -> None:
    # Takes minutes where a run is gone through again from each of its signs.
    assert references("前第" * 20_000 + "第" + "一" * 50_000 + " " * 50_000 + "第一" + "、一" * 20_000) == []


STATUTE = """第一章　总则
第一条　申请人应当具备下列条件：
（一）年满十八周岁；
（二）有固定的住所。
有前款第二项情形的，依照第三条第一项办理。
第二条　有前条第一款规定的情形的，依照本条第二款、第三款办理。
符合第一条第（一）、（二）项的，适用前款，但是第一项除外。
第一条第三项、第九条和第二款所列的，依照第一章的规定。
第三条　本条例施行前两款：
1.第一种；
2.第二种。
自前两款规定的决定生效之日起，本章第一节不再适用。"""
NAMED = [
    ("前款第二项", ["第一条第一款第（二）项"]),
    ("第三条第一项", ["第三条第一款第1项"]),
    ("前条第一款", ["第一条第一款"]),
    ("本条第二款", ["第二条第二款"]),
    ("第三款", ["第二条第三款"]),
    ("第一条第（一）、（二）项", ["第一条第一款第（一）项", "第一条第一款第（二）项"]),
    ("前款", ["第二条第一款"]),
    ("第一条第三项", [""]),  # certainly not there
    ("第九条", [""]),
    ("第一章", ["第一章"]),
    ("本章第一节", [""]),
]


def test_references_name_clauses() -> None:
    one = document(STATUTE)
    clauses = Clauses(one, outline(one))
    named: list[tuple[str, list[str]]] = []
    for found in references(one.text):
        at = max(at for at, span in enumerate(one.paragraphs) if span.start <= found.span.start)
        if not clauses.is_head(found, at):
            keys = clauses.named(found, at)
            named.append((found.span.of(one.text), [clauses.cited(key) for key in keys]))
    told = [one for one in named if one[1]]
    assert told == NAMED
    # Nothing of the kind lies there, or before; of 第九条和第二款 no rule tells what it means.
    assert [text for text, keys in named if not keys] == ["第一项", "前两款", "前两款"]


def test_two_laws_in_one_text_are_not_told_apart() -> None:
    one = document("第一条　甲。\n第二条　乙。\n第一条　丙，依照第二条。\n第二条　丁。")
    clauses = Clauses(one, outline(one))
    found = [each for each in references(one.text) if each.span.start > 15]
    assert clauses.named(found[0], 2) == []
