"""The view of the terminal: the same words in colour and without."""

from __future__ import annotations

import io

import pytest
from drawn import Sample, masks_only, nasty, plain, seed_pair, show
from rich.console import Console

from difftool.compare import compare
from difftool.model import Span, document
from difftool.render import render
from difftool.render.answer import answer


def test_the_seed_pair_reads_as_in_the_readme() -> None:
    sample = seed_pair()
    lines = plain(*sample).splitlines()
    assert lines[0] == answer(sample.comparison)
    assert lines[2] == "left      000_f1b9194e709dd5ed.txt  (utf-8, 3,171 characters, 13 paragraphs)"
    assert "relation  contained, coverage 100 % of left, 18 % of right, similarity 99.9 %" in lines
    assert "section   3 of 5: 强化政治机关意识锻造“忠专实”干部队伍" in lines
    assert "changes   2: 0 substantive, 0 doubtful, 2 accidental  (2 mask)" in lines
    assert "outside   81 paragraphs of right" in lines
    assert "c1  mask  accidental  ¶4 → ¶43  masked on both sides, in another style (year)" in lines
    assert "    下当好“三个表率”。[-****-]{+xxxx+}年新冠肺炎疫情发生后" in lines
    assert "    革发展的纲和魂，联合[-**-]{+xx+}个部门制定印发《关于" in lines


def test_insertions_deletions_and_moves_have_their_brackets() -> None:
    text = plain(*nasty())
    for line in ("    [-删掉的整段-]", "    {+插入的整段+}", "    甲。{+↵+}乙。", "    {>要移走的一段，里面有词<}"):
        assert f"{line}\n" in text
    assert "¶8 of left" in text


@pytest.mark.parametrize("sample", [seed_pair(), nasty()], ids=["seed", "nasty"])
def test_colour_changes_no_word(sample: Sample) -> None:
    out = io.StringIO()
    show(*sample, Console(file=out, force_terminal=False, width=40), most=None)
    assert out.getvalue() == plain(*sample)


def test_no_escape_of_the_document_reaches_the_terminal() -> None:
    assert not set(plain(*nasty())) & {"\x00", "\x1b", "\u202e", "\u2066", "\ud800"}
    out = io.StringIO()
    show(*nasty(), Console(file=out, force_terminal=True, color_system="256"), most=None)
    assert "⟨U+001B⟩[31m" in out.getvalue()
    assert "\x1b[31m" not in out.getvalue()


def test_colours_are_orange_blue_and_amber_and_none_where_none_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    show(*nasty(), Console(file=out, force_terminal=True, color_system="256"))
    assert "38;5;208" in out.getvalue()
    assert "38;5;39" in out.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    quiet = io.StringIO()
    show(*nasty(), Console(file=quiet, force_terminal=True, color_system="256"))
    assert "38;5;" not in quiet.getvalue()
    assert "[-一-]" in "".join(quiet.getvalue())


def test_a_terminal_shows_forty_changes_and_counts_the_rest() -> None:
    at = Span(0, 1)
    for number, rest in ((40, ""), (41, "… and 1 more change\n"), (55, "… and 15 more changes\n")):
        many = masks_only(number)
        sample = Sample(many, many.left, many.right)
        text = plain(*sample, most=40)
        assert text.count("  mask  accidental") == 40
        assert text.endswith(rest or f"{at.of('*')}\n" if rest else "\n")
        assert ("more change" in text) == bool(rest)
        assert plain(*sample).count("  mask  accidental") == number


@pytest.mark.parametrize(("left", "right"), [("", "甲乙丙丁"), ("甲乙丙丁", " \n"), ("\n", "")])
def test_a_side_without_text_has_no_coverage_to_speak_of(left: str, right: str) -> None:
    one, other = document(left), document(right)
    comparison = compare(one, other)
    assert "coverage" not in plain(comparison, one, other)
    page = render(comparison, one, other, "html", version="0")
    assert page.split("<script")[0].count("no text to answer") == (not left.strip()) + (not right.strip())


def test_a_whole_paragraph_says_which_side_has_it() -> None:
    text = "国务院各部门应当依照本办法履行职责。\n审计机关对预算执行情况进行监督。\n"
    one, other = document(text + "本办法自公布之日起施行。\n"), document(text)
    assert "a paragraph that only left has" in plain(compare(one, other), one, other)
    assert "a paragraph that only right has" in plain(compare(other, one), other, one)
