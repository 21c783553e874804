"""The laws of the design on documents that Hypothesis makes, and on the seeds themselves."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool import laws, read
from difftool.compare import compare
from difftool.errors import BrokenLaw
from difftool.laws import LAWS, check
from difftool.model import Comparison, Document, Span, document
from prose import article, paragraph

SEEDS = sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
STOCK = [
    *[paragraph(random.Random(at)) for at in range(8)],
    "一、总体要求",
    "二、总体要求",
    "第三条 国家保护公民的合法权益。",
    "第四条 國家保護公民的合法權益。",
    "共****个部门，占xx%。",
    "共20个部门，占5.5%。",
    "业(yè)绩(jī)突出",
    "業績突出",
    "The quick brown fox doesn't jump.",
    "The quick  brown dog doesn’t jump.",
    "👩‍👧一家e\u0301té 한글 ไทย",
    "□是□否　李某1诉李某2",
    "****",
    "王○明",
]
# Pieces with which a line is edited: what folds hide, what tokens hold together, what a reader may trip over.
PIECES = [
    *["", "，", ",", "。", " ", "\u3000", "的", "不", "12", "3.5%", "****", "xx", "某", "□"],
    *["word", "e\u0301", "👨‍👩‍👧", "\u200b", "(yè)", "國", "国", "\ufffd"],
]


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, Document]:
    """Draw a document of stock lines, and another made of it by edits, moves, splits, drops and insertions."""
    lines = [STOCK[at] for at in draw(st.lists(st.integers(0, len(STOCK) - 1), max_size=9))]
    right = list(lines)
    for _ in range(draw(st.integers(0, 5))):
        if not right:
            break
        at = draw(st.integers(0, len(right) - 1))
        line = right[at]
        match draw(st.sampled_from(["edit", "move", "drop", "insert", "split", "join"])):
            case "edit":
                start = draw(st.integers(0, len(line)))
                stop = min(len(line), start + draw(st.integers(0, 3)))
                right[at] = line[:start] + draw(st.sampled_from(PIECES)) + line[stop:]
            case "move":
                right.insert(draw(st.integers(0, len(right) - 1)), right.pop(at))
            case "drop":
                del right[at]
            case "insert":
                right.insert(at, draw(st.sampled_from(STOCK)))
            case "split":
                start = draw(st.integers(0, len(line)))
                right[at : at + 1] = [line[:start], line[start:]]
            case "join":
                right[at : at + 2] = ["".join(right[at : at + 2])]
    ends = draw(st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
    return document("\n".join(lines)), document(ends.join(right))


@settings(max_examples=1_000, deadline=None)
@given(documents())
def test_the_laws_hold_on_edited_documents(pair: tuple[Document, Document]) -> None:
    check(*pair, compare(*pair))


@settings(max_examples=1_000, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_the_laws_hold_on_any_text(left: str, right: str) -> None:
    one, other = document(left), document(right)
    check(one, other, compare(one, other))


@settings(max_examples=1_000, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 5))
def test_the_laws_hold_where_one_is_a_part_of_the_other(seed: int, position: int) -> None:
    chance = random.Random(seed)
    articles = ["\n".join(article(chance, 5)) for _ in range(5)]
    inner, outer = document(articles[position - 1]), document("\n".join(articles))

    found = compare(inner, outer)

    assert (found.relation.kind.value, found.relation.left_coverage, found.changes) == ("contained", 1.0, ())
    check(inner, outer, found)


@pytest.mark.parametrize(("left", "right"), list(itertools.product(SEEDS, SEEDS)), ids=lambda path: path.stem[:3])
def test_the_laws_hold_on_every_pair_of_seeds(left: Path, right: Path) -> None:
    one, other = read(str(left)), read(str(right))

    found = compare(one, other)

    check(one, other, found)
    related = "identical" if left == right else "contained"
    assert found.relation.kind.value == (related if left == right or {left, right} == set(SEEDS[:2]) else "unrelated")


def broken(found: Comparison) -> list[Comparison]:
    """Break a comparison in one way for each law that reads it."""
    change, *rest = found.changes
    wrong_text = change._replace(right_text=change.right_text + "!")
    wider = change._replace(left=Span(change.left.start - 1, change.left.end))
    inside = Span(change.left.start + 1, change.left.end)
    cut = change._replace(left=inside, left_text=change.left_text[1:])
    return [
        found._replace(links=found.links[1:]),
        found._replace(left=found.left._replace(paragraphs=found.left.paragraphs[:1])),
        found._replace(changes=(wrong_text, *rest)),
        found._replace(changes=(wider, *rest)),
        found._replace(changes=(cut, *rest)),
        found._replace(changes=(change, change, *rest)),
        found._replace(changes=tuple(rest)),
        found._replace(notes=("one more",)),
    ]


def test_each_break_is_caught() -> None:
    one, other = document("甲乙丙丁。\n共****个部门，戊己庚辛。"), document("甲乙丙丁。\n共xxxx个部门，戊己庚壬。")
    found = compare(one, other)
    check(one, other, found)

    for wrong in broken(found):
        with pytest.raises(BrokenLaw, match="does not hold"):
            check(one, other, wrong)


def test_every_law_stands_in_the_table() -> None:
    functions = {value for name, value in vars(laws).items() if callable(value) and not name.startswith("_")}
    own = {value for value in functions if getattr(value, "__module__", "") == laws.__name__}

    assert own - {check} == set(LAWS)
