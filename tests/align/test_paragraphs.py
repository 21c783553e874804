"""Which paragraphs answer which: moves, splits, repeats, containment and decoys."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.align import align, ordered, stretches
from difftool.model import Link, LinkKind, Section, Side, Span, document
from difftool.view.sections import Sections
from prose import OBJECTS, SUBJECTS, VERBS, article, paragraph, planted

LIMIT = 10**9


def links(left: list[str], right: list[str]) -> list[Link]:
    return ordered(align(document("\n".join(left)), document("\n".join(right)), LIMIT).links)


def kinds(left: list[str], right: list[str]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(link.kind.value, link.left, link.right) for link in links(left, right)]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, 12), max_size=14), st.lists(st.integers(0, 12), max_size=14))
def test_every_paragraph_stands_in_one_link(one: list[int], other: list[int]) -> None:
    chance = random.Random(3)
    stock = [*[paragraph(chance) for _ in range(9)], "一、", "附则", "（一）", "第三章　总则"]
    left, right = [stock[index] for index in one], [stock[index] for index in other]

    found = align(document("\n".join(left)), document("\n".join(right)), LIMIT)

    assert sorted(index for link in found.links for index in link.left) == list(range(len(left)))
    assert sorted(index for link in found.links for index in link.right) == list(range(len(found.outer.paragraphs)))
    for link in found.links:
        assert link.kind is not LinkKind.EQUAL or left[link.left[0]] == right[link.right[0]]


def test_a_moved_paragraph_is_moved_once_with_its_edits() -> None:
    chance = random.Random(1)
    left = article(chance, 12)
    right = [*left[:2], *left[3:9], left[2].replace("。", "，另行通知。", 1), *left[9:]]

    found = kinds(left, right)

    assert ("moved", (2,), (8,)) in found
    assert {kind for kind, *_ in found} == {"equal", "moved"}


def test_split_merged_and_wrapped_paragraphs() -> None:
    chance = random.Random(2)
    one, two, three = (paragraph(chance, 1) + paragraph(chance, 1) for _ in range(3))
    half = one.index("。") + 1
    lines = [two[at : at + 20] for at in range(0, len(two), 20)]

    assert kinds([one, three], [one[:half], one[half:], three]) == [("split", (0,), (0, 1)), ("equal", (1,), (2,))]
    assert kinds([one[:half], one[half:], three], [one, three]) == [("merged", (0, 1), (0,)), ("equal", (2,), (1,))]
    wrapped = tuple(range(1, 1 + len(lines)))
    assert ("split", (1,), wrapped) in kinds([one, two, three], [one, *lines, three])


def test_repeated_headings_pair_by_their_neighbours() -> None:
    chance = random.Random(4)
    bodies = [paragraph(chance) for _ in range(4)]
    left = [line for body in bodies for line in ("一、总体要求", body)]
    right = left[2:]

    assert kinds(left, right)[:2] == [("deleted", (0,), ()), ("deleted", (1,), ())]
    assert {kind for kind, *_ in kinds(left, right)[2:]} == {"equal"}


def test_renumbered_clauses_pair_with_their_successors() -> None:
    chance = random.Random(5)
    bodies = [paragraph(chance, 2) for _ in range(9)]
    numbers = "一二三四五六七八九"
    left = [f"第{number}条 {body}" for number, body in zip(numbers, bodies, strict=True)]
    right = [f"第{number}条 {body}" for number, body in zip(numbers, bodies[:3] + bodies[4:], strict=False)]

    found = kinds(left, right)

    assert ("deleted", (3,), ()) in found
    assert [(one, other) for kind, one, other in found if kind == "changed"] == [
        ((at,), (at - 1,)) for at in range(4, 9)
    ]


def test_unlike_texts_are_not_linked() -> None:
    found = kinds(["甲乙丙丁戊己庚辛壬癸"] * 3, ["子丑寅卯辰巳午未申酉戌亥"] * 3)

    assert {kind for kind, *_ in found} == {"deleted", "inserted"}


def compilation(seed: int) -> tuple[str, str, Span, Section]:
    """Make an article and a compilation of five that holds it as the third, behind a sister on the same template."""
    chance = random.Random(seed)
    articles = [article(chance, 8) for _ in range(5)]
    titles = [
        f"{chance.choice(SUBJECTS)}{chance.choice(VERBS)}{chance.choice(OBJECTS)}情况的报告之{at}"
        for at in "甲乙丙丁戊"
    ]
    inner = articles[2]
    # The sister: the same headings, other words in an eighth of the text.
    articles[1] = planted(chance, "\n".join(inner), 60, 6).right.split("\n")
    front = ["报告汇编", "目录", *[f"{at}.{title}" for at, title in enumerate(titles, 1)]]
    before = "\n".join([*front, *[line for at in (0, 1) for line in (titles[at], *articles[at])], titles[2], ""])
    after = "\n".join(["", *[line for at in (3, 4) for line in (titles[at], *articles[at])]])
    text = "\n".join(inner)
    title = Section(Side.RIGHT, 3, 5, titles[2], Span(len(before) - len(titles[2]) - 1, len(before) - 1))
    return text, before + text + after, Span(len(before), len(before) + len(text)), title


@pytest.mark.parametrize("seed", range(20))
def test_an_article_is_found_in_its_compilation_behind_a_decoy(seed: int) -> None:
    text, whole, span, title = compilation(seed)
    chance = random.Random(seed)
    inner, outer = document(planted(chance, text, 8, 20).right), document(whole)

    found = align(inner, outer, LIMIT)

    linked = [index for link in found.links if link.is_paired for index in link.right]
    assert Span(outer.paragraphs[min(linked)].start, outer.paragraphs[max(linked)].end) == span
    assert all(link.kind is LinkKind.OUTSIDE for link in found.links if not link.left)
    assert Sections(outer).at(min(linked), max(linked) + 1, Side.RIGHT) == title


def test_an_article_inside_one_long_line_is_cut_out() -> None:
    chance = random.Random(7)
    before, text, after = (paragraph(chance, 9) for _ in range(3))
    outer = document(before + text + after + "\n" + paragraph(chance, 9))

    found = align(document(text), outer, LIMIT)

    assert found.outer.paragraphs[:3] == (
        Span(0, len(before)),
        Span(len(before), len(before + text)),
        Span(len(before + text), len(before + text + after)),
    )
    assert [link.right for link in found.links if link.is_paired] == [(1,)]


def test_stretches_of_lone_paragraphs_stand_where_the_text_would_go() -> None:
    left, right = document("甲乙丙丁\n戊己庚辛"), document("甲乙丙丁\n子丑寅卯\n戊己庚辛")
    found = ordered(align(left, right, LIMIT).links)

    at = [stretch.left for link, stretch in zip(found, stretches(left, right, found), strict=True) if not link.left]

    assert at == [Span(4, 4)]
