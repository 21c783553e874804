"""Facts that differ and replacements that repeat, as each display shows them."""

from __future__ import annotations

import io
import re

from amended import NEW, OLD, PLACES, amended
from drawn import made, plain, show
from rich.console import Console

from difftool.classify.phrases import phrases
from difftool.model import Finding, Significance, Span
from difftool.render import render
from difftool.render.answer import answer
from difftool.render.facts import fact_rows
from difftool.render.repeats import repeats


def test_the_answer_names_the_facts() -> None:
    assert "2 facts differ: effective date, amendment" in answer(amended().comparison)
    finding = Finding("fact", Significance.SUBSTANTIVE, (), (), "number: none → 国发〔2021〕12号")
    stale = Finding("stale-reference", Significance.SUBSTANTIVE, (), (), "第三条")
    said = answer(made(findings=(finding, stale)))
    assert "1 fact differs: number; 1 finding to look at (1 stale reference)" in said


def test_rows_hold_what_stands_on_either_side_and_lead_to_the_change() -> None:
    sample = amended()
    begins, amendment = fact_rows(*sample)
    assert (begins.name, begins.left, begins.right) == ("effective date", "2004年7月1日", "2005年7月1日")
    assert (amendment.name, amendment.left) == ("amendment", "")
    changes = {change.id: change for change in sample.comparison.changes}
    assert (changes[begins.change].left_text, changes[begins.change].right_text) == ("2004", "2005")
    assert changes[amendment.change].right_text == amendment.right


def test_a_replacement_in_pieces_is_one_with_all_its_places() -> None:
    sample = amended()
    [first, *_] = repeats(sample.comparison, sample.left)
    assert (first.left, first.right, len(first.places)) == (OLD, NEW, PLACES)
    assert [place for _, place in first.places] == [f"第{number}条" for number in "一二三四五六七"]
    changes = {change.id: change for change in sample.comparison.changes}
    for ids, _ in first.places:
        for one in ids:
            assert changes[one].left_text in OLD
            assert changes[one].right_text in NEW


def test_each_change_belongs_to_one_replacement_and_both_ways_find_the_same() -> None:
    sample = amended()
    found = phrases(sample.comparison.counted, sample.left.text)
    ids = [one for phrase in found for place in phrase.places for one in place]
    assert len(ids) == len(set(ids))
    mirrored = [
        change._replace(left=change.right, right=change.left, left_text=change.right_text, right_text=change.left_text)
        for change in sample.comparison.counted
    ]
    back = phrases(mirrored, sample.right.text)
    assert {(one.left_text, one.right_text, one.places) for one in found} == {
        (one.right_text, one.left_text, one.places) for one in back
    }


def test_a_file_has_every_change_and_a_screen_each_replacement_once() -> None:
    sample = amended()
    number = len(sample.comparison.counted)
    text = plain(*sample)
    assert f"repeated  [-{OLD}-]{{+{NEW}+}}  × {PLACES}  wording  (第一条, 第二条, 第三条, 第四条, 第五条, …)\n" in text
    assert "fact      effective date: 2004-07-01 → 2005-07-01\n" in text
    assert "finding" not in text
    assert len(re.findall(r"^c\d+  ", text, re.MULTILINE)) == number
    out = io.StringIO()
    show(*sample, Console(file=out, force_terminal=False, width=40))
    listed = len(re.findall(r"^c\d+  ", out.getvalue(), re.MULTILINE))
    assert 0 < listed < number
    assert f"… and {number - listed} more changes\n" in out.getvalue()


def test_the_page_has_a_table_of_facts_and_a_list_of_replacements() -> None:
    page = render(*amended(), "html", version="0")
    body = page.split("</style>")[1].split("<script")[0]
    assert ">2 facts that differ</span></caption>" in body
    assert body.index("<caption>") < body.index('id="text"')
    assert ">not in left</span></span>" in body
    assert f"<del>{OLD}</del> → <ins>{NEW}</ins></span> <b>×{PLACES}</b>" in body
    assert "<img" not in body
    assert 'class="warnings"' not in body


def test_what_does_not_repeat_is_not_listed_and_no_table_stands_without_facts() -> None:
    comparison = made()
    assert repeats(comparison, comparison.left) == []
    page = render(comparison, comparison.left, comparison.right, "html", version="0")
    assert "<caption>" not in page
    assert "Same replacement" not in page
    assert fact_rows(comparison, comparison.left, comparison.right) == []
    finding = Finding("fact", Significance.SUBSTANTIVE, (Span(0, 1),), (Span(0, 1),), "title: 一 → 一")
    [row] = fact_rows(comparison._replace(findings=(finding,)), comparison.left, comparison.right)
    assert row.change == ""
