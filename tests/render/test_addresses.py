"""Where a change stands is said beside the paragraph's number in every output, made safe like any text."""

from __future__ import annotations

import json

import pytest
from drawn import HOSTILE

from difftool.compare import compare
from difftool.model import document
from difftool.render import render
from difftool.render.rows import Row, rows

LEFT = document("第一条 甲方交货。\n乙方付款三次。\n第二条 全部费用由甲方承担。")
RIGHT = document("第一条 甲方交货。\n丙方验收。\n乙方付款四次。\n第二条 全部费用由甲方承担。")


def test_a_change_is_cited_on_both_sides() -> None:
    comparison = compare(LEFT, RIGHT)
    text = render(comparison, LEFT, RIGHT, "text", version="0")
    printed = json.loads(render(comparison, LEFT, RIGHT, "json", version="0"))

    assert "¶2 第一条第二款 → ¶3 第一条第三款" in text
    assert "¶2 第一条第二款 of right" in text
    assert printed["right"]["addresses"] == ["第一条第一款", "第一条第二款", "第一条第三款", "第二条"]
    assert {(one["left_place"], one["right_place"]) for one in printed["changes"]} == {
        ("", "第一条第二款"),
        ("第一条第二款", "第一条第三款"),
    }


def test_the_page_shows_the_address_of_each_cell_and_names_it_to_those_who_listen() -> None:
    page = render(compare(LEFT, RIGHT), LEFT, RIGHT, "html", version="0")

    assert '<div class="cell right" data-n="3"><p dir="auto" data-at="第一条第三款"><i>right, 3: </i>' in page


def test_paragraphs_drawn_together_are_cited_from_the_first_to_the_last() -> None:
    right = document(LEFT.text.replace("\n乙方付款三次。", "乙方付款三次。"))
    drawn = rows(compare(LEFT, right), LEFT, right)

    assert next(row.left.address for row in drawn if isinstance(row, Row) and row.left) == "第一条第一款 – 第一条第二款"


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_heading_of_a_hostile_text_steers_nothing(form: str) -> None:
    title = f"\u202e{HOSTILE[:9]}"
    left, right = (document(f"# 甲\n## {title}\n付款{count}次，由甲方承担全部费用。") for count in "三四")
    written = render(compare(left, right), left, right, form, version="0")

    assert "⟨U+202E⟩" in written
    assert "\u202e" not in written
