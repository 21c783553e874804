"""What is drawn: every character of both sides, in the right place, once."""

from __future__ import annotations

import pytest
from drawn import Sample, change, made, nasty, relation, seed_pair
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model import Comparison, Kind, Link, LinkKind, Settings, Side, Span, document
from difftool.render.rows import Cell, Fold, Row, rows


def flat(drawn: list[Row | Fold]) -> list[Row]:
    return [row for one in drawn for row in (one.rows if isinstance(one, Fold) else (one,))]


def text_of(cell: Cell | None) -> str:
    return "".join(run.text for run in cell.runs) if cell else ""


def column(drawn: list[Row], side: Side) -> list[str]:
    """Collect the text of one side, moved paragraphs where they stand in right."""
    cells = [row.left if side is Side.LEFT else row.right for row in drawn if not row.is_origin]
    return [text_of(cell) for cell in cells if cell]


@pytest.mark.parametrize("sample", [seed_pair(), nasty()], ids=["seed", "nasty"])
def test_every_paragraph_of_both_sides_is_drawn_whole(sample: Sample) -> None:
    drawn = flat(rows(*sample))
    for side, text in ((Side.LEFT, sample.left), (Side.RIGHT, sample.right)):
        joined = column(drawn, side)
        # A split row joins two paragraphs, so look for each inside the rows.
        assert all(any(span.of(text.text) in one for one in joined) for span in text.paragraphs)
        assert len("".join(joined)) >= sum(span.length for span in text.paragraphs)


def test_the_seed_pair_folds_what_is_outside_and_what_is_unchanged() -> None:
    drawn = rows(*seed_pair())
    folds = [
        (at, one.reason, one.left, one.right, len(one.rows)) for at, one in enumerate(drawn) if isinstance(one, Fold)
    ]
    assert folds == [
        (0, "outside", 0, 39, 39),
        (len(drawn) - 2, "unchanged", 4, 4, 4),
        (len(drawn) - 1, "outside", 0, 42, 42),
    ]
    changed = [row for row in drawn if isinstance(row, Row) and not row.is_quiet]
    marks = [
        (cell.label, run.text, run.change.id, run.is_target)
        for row in changed
        for cell in (row.left, row.right)
        if cell
        for run in cell.runs
        if run.change
    ]
    assert marks == [
        ("4", "****", "c1", True),
        ("43", "xxxx", "c1", False),
        ("8", "**", "c2", True),
        ("47", "xx", "c2", False),
    ]


def test_what_is_outside_can_be_left_out_and_stays_counted() -> None:
    sample = seed_pair()
    without = sample.comparison._replace(settings=Settings(outside=False))
    folds = [
        one for one in rows(without, sample.left, sample.right) if isinstance(one, Fold) and one.reason == "outside"
    ]
    assert [(one.right, one.rows) for one in folds] == [(39, ()), (42, ())]


def test_a_moved_paragraph_stands_at_both_places() -> None:
    drawn = flat(rows(*nasty()))
    kinds = [(row.kind, row.is_origin, [move.id for move in row.moves]) for row in drawn if row.kind is LinkKind.MOVED]
    assert kinds == [(LinkKind.MOVED, True, ["c6"]), (LinkKind.MOVED, False, ["c6"])]
    origin = next(at for at, row in enumerate(drawn) if row.is_origin)
    assert origin == 1  # right after the first paragraph of the left, whose second it was
    assert drawn[origin].right is None
    assert text_of(drawn[origin].left) == text_of(drawn[-1].left) == "要移走的一段，里面有字"
    assert [run.text for run in drawn[origin].left.runs if run.change] == ["字"]  # type: ignore[union-attr]  # it has one


def test_moved_paragraphs_that_stood_first_come_first_in_left_order() -> None:
    left, right = document("甲\n乙\n丙"), document("丙\n乙\n甲")
    links = (
        Link(LinkKind.EQUAL, (2,), (0,), 1.0),
        Link(LinkKind.MOVED, (1,), (1,), 1.0),
        Link(LinkKind.MOVED, (0,), (2,), 1.0),
    )
    changes = [
        change(1, Kind.MOVE, (left.paragraphs[1], right.paragraphs[1]), 1),
        change(2, Kind.MOVE, (left.paragraphs[0], right.paragraphs[2]), 2),
    ]
    comparison = made(changes, left=left, right=right, links=links)
    drawn = flat(rows(comparison, left, right))
    assert [(text_of(row.left), row.is_origin) for row in drawn] == [
        ("甲", True),
        ("乙", True),
        ("丙", False),
        ("乙", False),
        ("甲", False),
    ]


def test_split_paragraphs_are_one_row_and_the_break_is_marked() -> None:
    split = next(row for row in flat(rows(*nasty())) if row.kind is LinkKind.SPLIT)
    assert split.left is not None
    assert split.right is not None
    assert (split.left.label, split.right.label) == ("3", "2–3")
    assert [(run.text, bool(run.change)) for run in split.left.runs] == [("甲。", False), ("", True), ("乙。", False)]
    assert [(run.text, bool(run.change)) for run in split.right.runs] == [
        ("甲。", False),
        ("\n", True),
        ("乙。", False),
    ]


def test_an_ignored_change_does_not_open_a_fold() -> None:
    text = document("\n".join("一二三四五六七"))
    links = tuple(Link(LinkKind.EQUAL, (at,), (at,), 1.0) for at in range(7))
    quiet = change(1, Kind.WIDTH, (text.paragraphs[3],) * 2, 3, ignored=True)
    comparison = made([quiet], left=text, right=text, links=links)
    drawn = rows(comparison, text, text)
    assert [type(one) for one in drawn] == [Fold]
    loud = comparison._replace(changes=(quiet._replace(ignored=False),))
    assert [isinstance(one, Fold) for one in rows(loud, text, text)] == [False] * 7
    assert [isinstance(one, Fold) for one in rows(loud, text, text, context=0)] == [True, False, True]


def test_every_change_has_one_target() -> None:
    drawn = flat(rows(*nasty()))
    targets = [
        run.change.id
        for row in drawn
        for cell in (row.left, row.right)
        if cell
        for run in cell.runs
        if run.change and run.is_target
    ]
    targets += [move.id for row in drawn if not row.is_origin for move in row.moves]
    assert sorted(targets) == [f"c{at}" for at in range(1, 8)]


@st.composite
def broken(draw: st.DrawFn) -> tuple[Comparison, str]:
    """Make changes with any spans at all, in order or not, beyond the text or not."""
    text = draw(st.text("ab", min_size=1, max_size=12))
    ends = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: Span(min(pair), max(pair)))
    changes = [
        change(at, draw(st.sampled_from([Kind.WORDING, Kind.MOVE])), (draw(ends), draw(ends)))
        for at in range(draw(st.integers(0, 4)))
    ]
    whole = document(text)
    return made(changes, left=whole, right=whole, links=(Link(LinkKind.CHANGED, (0,), (0,), 0.5),)), text


@settings(deadline=None, derandomize=True)
@given(broken())
def test_a_faulty_comparison_still_draws_every_character_once(given_one: tuple[Comparison, str]) -> None:
    comparison, text = given_one
    drawn = flat(rows(comparison, comparison.left, comparison.right))
    assert [text_of(row.left) for row in drawn] == [text]
    assert [text_of(row.right) for row in drawn] == [text]


def test_documents_without_a_paragraph_draw_nothing() -> None:
    empty = document("")
    assert rows(made(left=empty, right=empty, links=(), relation=relation()), empty, empty) == []
