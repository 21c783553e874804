"""Facts that differ: each planted one is told once, the same fact written otherwise never, and both ways alike."""

from __future__ import annotations

import random

import pytest

from difftool import compare
from difftool.laws import check
from difftool.model import Comparison, LinkKind, Significance, document
from difftool.view.numerals import chinese
from prose import article, paragraph

# Held out: the seeds that no one looked at while the rules were written.
SEEDS = range(9_100, 9_160)


def told(left: str, right: str) -> list[str]:
    """Compare, check the laws, and list what is said of facts."""
    one, other = document(left), document(right)
    found = compare(one, other)
    check(one, other, found)
    return facts(found)


def facts(found: Comparison) -> list[str]:
    """List the texts of the findings of facts."""
    return [one.text for one in found.findings if one.kind == "fact"]


class Head:
    """A head with its facts drawn by chance, which can be written in several ways."""

    def __init__(self, chance: random.Random) -> None:
        """Draw the facts."""
        self.dates = [(chance.randint(1985, 2024), chance.randint(1, 12), chance.randint(1, 28)) for _ in range(4)]
        self.order, self.number = chance.randint(2, 900), chance.randint(1, 99)
        self.body = "\n".join([paragraph(chance) for _ in range(12)])

    def written(self, style: int) -> str:
        """Write the document; the style changes how dates and numbers look and nothing else."""
        adopted, amended, begins, signed = [date(*one, style) for one in self.dates]
        left, right = ("〔", "〕") if style else ("[", "]")
        return (
            f"关于档案移交的规定\n档发{left}{self.dates[0][0]}{right}{self.number}号\n"
            f"（{adopted}国务院令第{self.order}号公布　根据{amended}《国务院关于修改部分行政法规的决定》修订）\n"
            f"第一条 为了档案。\n{self.body}\n第九条 本规定自{begins}起施行。\n国家档案局\n{signed}\n"
        )


def date(year: int, month: int, day: int, style: int) -> str:
    """Write a date in Arabic or in Chinese numerals."""
    if style:
        return f"{year}年{month}月{day}日"
    digits = "".join("〇一二三四五六七八九"[int(one)] for one in str(year))
    return f"{digits}年{chinese(month)}月{chinese(day)}日"


@pytest.mark.parametrize("seed", SEEDS)
def test_another_way_of_writing_is_the_same_fact(seed: int) -> None:
    head = Head(random.Random(seed))
    assert told(head.written(0), head.written(1)) == []


PLACES = [None, "amendment", "effective date", "signing date"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_planted_difference_is_told_once_and_no_other(seed: int) -> None:
    chance = random.Random(seed)
    head = Head(chance)
    was = head.written(1)
    at = chance.randrange(5)
    if at == 4:
        head.order += 1
        expected = "number"
    else:
        year, month, day = head.dates[at]
        head.dates[at] = (year, month, day + 1)
        expected = PLACES[at] or "publication date"
    [line] = told(was, head.written(1))
    assert line.startswith(f"{expected}: ")
    [back] = told(head.written(1), was)
    name, values = line.split(": ", 1)
    assert back == f"{name}: {' → '.join(reversed(values.split(' → ')))}"


def test_a_fact_on_one_side_only() -> None:
    law = "某某条例\n{}第一条 为了某事。\n第二条 各级机关应当执行。\n第三条 本条例自2004年7月1日起施行。\n"
    note = "2016年2月6日《国务院关于修改部分行政法规的决定》第一次修订\n"
    assert told(law.format(""), law.format(note)) == [f"amendment: none → {note.strip()}"]
    one, other = document(law.format("")), document(law.format(note))
    [finding] = compare(one, other).findings
    assert finding.significance is Significance.SUBSTANTIVE
    assert finding.left == ()
    assert finding.right[0].of(other.text) == note.strip()


def test_a_fact_that_moved_is_no_difference() -> None:
    note, rest = "2016年2月6日国务院令第666号公布\n", "第一条 为了某事，制定本条例。\n第二条 各级机关应当执行。\n"
    assert told(f"某某条例\n{note}来源：某报\n{rest}", f"某某条例\n来源：某报\n{note}{rest}") == []


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("2021年4月29日", "20xx年4月**日", []),
        ("20xx年4月29日", "xxxx年4月29日", []),
        ("2021年4月29日", "19xx年4月29日", ["effective date: 2021-04-29 → 19xx-04-29"]),
        ("2021年4月29日", "20xx年5月29日", ["effective date: 2021-04-29 → 20xx-05-29"]),
        ("2021年4月29日", "公布之日", ["effective date: 2021-04-29 → on publication"]),
    ],
)
def test_a_mask_is_no_other_fact_but_for_what_it_shows(was: str, now: str, expected: list[str]) -> None:
    law = "某某条例\n第一条 为了某事，制定本条例。\n第二条 各级机关应当执行。\n第三条 本条例自{}起施行。\n"
    assert told(law.format(was), law.format(now)) == expected


def test_what_lies_outside_the_located_part_is_no_difference() -> None:
    chance = random.Random(9_200)
    inner = Head(chance).written(1)
    around = Head(chance).written(1)
    found = compare(document(inner), document(around + "\n".join(article(chance, 60)) + "\n" + inner + around))
    assert any(link.kind is LinkKind.OUTSIDE for link in found.links)
    assert facts(found) == []


def test_unrelated_documents_have_no_fact_in_common_to_differ() -> None:
    one = "某某条例\n第一条 " + "甲乙丙丁戊己庚辛" * 20 + "。\n第二条 本条例自2004年7月1日起施行。"
    other = "Harbour Pilots Act 2006\nAct No. 12 of 2006\n" + "the quick brown fox jumps over it again. " * 20
    assert told(one, other) == []


def test_the_note_is_told_only_when_nothing_in_it_is() -> None:
    law = "某某条例\n（{}）\n第一条 为了某事，制定本条例。\n第二条 各级机关应当执行。\n"
    was = "2004年4月30日国务院令第406号公布"
    assert told(law.format(was), law.format(was.replace("30日", "29日"))) == [
        "publication date: 2004-04-30 → 2004-04-29"
    ]
    assert told(law.format(f"试行本 {was}"), law.format(was)) == []
