"""The one sentence: what it says of each relation, and what it must never say."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from drawn import NOWHERE, change, made, masks_only, relation, seed_pair
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.compare import compare
from difftool.model import (
    Change,
    Comparison,
    Finding,
    Hit,
    Kind,
    Limit,
    Link,
    LinkKind,
    Mask,
    Nature,
    RelationKind,
    Section,
    Side,
    Significance,
    Span,
    document,
)
from difftool.render.answer import answer

ACCIDENTAL, DOUBTFUL = Significance.ACCIDENTAL, Significance.DOUBTFUL
REVISION = "left and right are versions of one text, 98 % alike"


def word(at: int, kind: Kind = Kind.WORDING, **more: object) -> Change:
    return change(at, kind, ((0, 1), (0, 1)))._replace(**more)  # type: ignore[arg-type]  # fields of a change


def of_kind(kind: RelationKind, **more: object) -> Comparison:
    return made(relation=relation(kind, **more))


def test_the_seed_pair() -> None:
    assert answer(seed_pair().comparison) == (
        "left is article 3 of 5 of right, 13 of 13 paragraphs; 2 changes: both places masked on both sides in another "
        "style, so their values cannot be compared; nothing else differs"
    )


@pytest.mark.parametrize(
    ("comparison", "sentence"),
    [
        (of_kind(RelationKind.IDENTICAL), "left and right are identical"),
        (
            of_kind(RelationKind.EQUIVALENT)._replace(changes=(word(1, kind=Kind.WIDTH, significance=ACCIDENTAL),)),
            (
                "left and right are equivalent: they differ in form only; 1 change, accidental (1 width); "
                "nothing else differs"
            ),
        ),
        (of_kind(RelationKind.REVISION), f"{REVISION}; no change"),
        (
            of_kind(RelationKind.CONTAINED, inner=Side.LEFT),
            "left stands inside right, 3 of 3 paragraphs; no change",
        ),
        (
            of_kind(RelationKind.CONTAINED, inner=Side.RIGHT, section=Section(Side.LEFT, 1, 12, "t", NOWHERE)),
            "right is article 1 of 12 of left, 3 of 3 paragraphs; no change",
        ),
        (
            of_kind(RelationKind.CONTAINED, inner=Side.LEFT, hits=(Hit(NOWHERE, NOWHERE, 1.0, 1.0, 1.0),) * 2),
            "left stands inside right, 3 of 3 paragraphs, and again at 1 other place; no change",
        ),
        (
            of_kind(RelationKind.CONTAINED, inner=Side.LEFT, hits=(Hit(NOWHERE, NOWHERE, 1.0, 1.0, 1.0),) * 3),
            "left stands inside right, 3 of 3 paragraphs, and again at 2 other places; no change",
        ),
        (
            of_kind(RelationKind.OVERLAPPING)._replace(changes=(word(1),)),
            (
                "left and right overlap: they share 3 of 3 paragraphs of left and 3 of 3 paragraphs of right, and "
                "each has much that the other lacks; 1 change, substantive (1 wording)"
            ),
        ),
        (
            of_kind(RelationKind.UNRELATED, left_coverage=0.0, right_coverage=0.034)._replace(changes=(word(1),)),
            (
                "left and right are unrelated: only 0 % of left and 3 % of right answer each other, so "
                "their differences mean nothing"
            ),
        ),
        (
            of_kind(RelationKind.UNRELATED, left_coverage=0.0, right_coverage=0.0),
            "left and right are unrelated: nothing in one answers the other",
        ),
        (
            of_kind(RelationKind.UNRELATED)._replace(left=document("")),
            "left holds no text, so there is nothing to compare",
        ),
        (
            of_kind(RelationKind.UNRELATED)._replace(right=document("\n")),
            "right holds no text, so there is nothing to compare",
        ),
        (
            of_kind(RelationKind.UNRELATED)._replace(left=document(""), right=document(" ")),
            "neither left nor right holds any text",
        ),
        (
            of_kind(RelationKind.REVISION)._replace(left=document(""), changes=(word(1),)),
            "left holds no text, so there is nothing to compare",
        ),
        (
            of_kind(RelationKind.EQUIVALENT)._replace(left=document("\n"), right=document(" ")),
            "neither left nor right holds any text",
        ),
        (
            of_kind(RelationKind.EQUIVALENT, layout_differs=True),
            "left and right are equivalent: only the white space between paragraphs differs",
        ),
    ],
)
def test_each_relation_has_its_sentence(comparison: Comparison, sentence: str) -> None:
    assert answer(comparison) == sentence


def test_identical_texts_in_other_files() -> None:
    same = of_kind(RelationKind.IDENTICAL)
    other = same.right._replace(sha256="f" * 64, encoding="gb18030")
    assert answer(same._replace(right=other)) == (
        "the texts are identical, only the files are encoded otherwise (utf-8 against gb18030)"
    )
    assert answer(same._replace(right=other._replace(encoding="utf-8"))) == (
        "the texts are identical, the bytes of the files are not"
    )


@pytest.mark.parametrize(
    ("number", "detail", "said"),
    [
        (1, "restyled", "1 change: a place masked on both sides in another style, so its value cannot be compared"),
        (
            2,
            "restyled",
            "2 changes: both places masked on both sides in another style, so their values cannot be compared",
        ),
        (
            3,
            "restyled",
            "3 changes: all 3 places masked on both sides in another style, so their values cannot be compared",
        ),
        (
            2,
            "remasked",
            "2 changes: both places masked on both sides not to the same extent, so their values cannot be compared",
        ),
    ],
)
def test_masks_against_masks(number: int, detail: str, said: str) -> None:
    assert answer(masks_only(number, detail)) == f"{REVISION}; {said}; nothing else differs"


def test_what_both_hide_is_never_called_equivalent() -> None:
    hidden = masks_only(2)._replace(relation=relation(RelationKind.EQUIVALENT))
    assert answer(hidden).startswith(
        "left and right are equivalent but for what both hide; 2 changes: both places masked"
    )
    same = alike()._replace(relation=relation(RelationKind.EQUIVALENT))
    assert answer(same).startswith("left and right are equivalent but for what both hide; no change; 1 place is masked")


def test_masks_of_both_details() -> None:
    both = masks_only(1).changes + masks_only(1, "remasked").changes
    assert "2 changes: both places masked on both sides differently, so" in answer(made(both))


def test_masks_whose_shown_parts_conflict_are_counted_as_substantive() -> None:
    said = answer(made([word(1, kind=Kind.MASK, detail="remasked")]))
    assert said == (
        f"{REVISION}; 1 change, substantive (1 mask); 1 place is masked on both sides, so its value cannot be "
        "compared; nothing else differs"
    )


def test_changes_are_counted_by_significance_then_kind_in_the_order_of_display() -> None:
    changes = [
        word(1, kind=Kind.NOISE, significance=DOUBTFUL),
        word(2),
        word(3, kind=Kind.NUMBER),
        word(4),
        word(5, kind=Kind.MASK, detail="restyled", significance=ACCIDENTAL),
        word(6, kind=Kind.MASK, detail="restyled", significance=ACCIDENTAL),
    ]
    assert answer(made(changes)) == (
        f"{REVISION}; 6 changes: 3 substantive (1 number, 2 wording), 1 doubtful (1 noise), 2 accidental (2 mask); "
        "2 places are masked on both sides, so their values cannot be compared; nothing else differs"
    )


def test_several_of_one_significance() -> None:
    assert "; 2 changes, all doubtful (2 wording); " in answer(made([word(1, significance=DOUBTFUL)] * 2))


def alike(changes: Sequence[Change] = (), **more: object) -> Comparison:
    mask = Mask(Span(1, 3), "**", "*", 2, nature=Nature.HIDDEN)
    return made(changes, left_masks=(mask,), **more)


def test_masks_that_look_alike_on_both_sides_are_uncomparable_too() -> None:
    one = "1 place is masked alike on both sides, so its value cannot be compared"
    assert answer(alike()) == f"{REVISION}; no change; {one}"
    assert answer(alike(relation=relation(RelationKind.IDENTICAL))) == f"left and right are identical; {one}"
    two = alike()._replace(left_masks=alike().left_masks * 2)
    assert answer(two).endswith("2 places are masked alike on both sides, so their values cannot be compared")


def test_masks_alike_beside_restyled_ones_are_said_to_be_more_and_nothing_else_is_not_said() -> None:
    said = answer(alike(masks_only(2).changes))
    assert said.endswith(
        "cannot be compared; 1 more place is masked alike on both sides, so its value cannot be compared"
    )
    assert "nothing else" not in said


def test_a_mask_that_nobody_answers_and_a_blank_are_no_masks_on_both_sides() -> None:
    links = (Link(LinkKind.DELETED, (0,), ()), *made().links[1:])
    assert "masked" not in answer(alike(links=links))
    blank = alike().left_masks[0]._replace(nature=Nature.BLANK)
    assert "masked" not in answer(alike()._replace(left_masks=(blank,)))
    changed = alike().left_masks[0]._replace(change="c1")
    assert "masked" not in answer(made([word(1)], left_masks=(changed,)))


def limit(text: str) -> Limit:
    return Limit("characters", NOWHERE, NOWHERE, text)


def test_limits_come_first() -> None:
    assert answer(made(limits=(limit("a residue"),))) == (
        f"cut short at 1 place (a residue), so not everything was compared: {REVISION}; no change was found"
    )
    twice = answer(masks_only(1)._replace(limits=(limit("a residue"), limit("a residue"), limit("b"))))
    assert twice.startswith("cut short at 3 places (a residue; b), so not everything was compared: left and right")
    assert "nothing else" not in twice


def test_what_was_ignored_is_named() -> None:
    hidden = [
        word(1, kind=Kind.WIDTH, ignored=True),
        word(2, kind=Kind.WIDTH, ignored=True),
        word(3, kind=Kind.SPACE, ignored=True),
    ]
    assert answer(made(hidden)) == (
        f"{REVISION}; no change left to report; 3 changes ignored as you wished (2 width, 1 space)"
    )
    assert "nothing else" not in answer(made([word(4), *hidden]))


def test_findings_and_layout_are_said() -> None:
    finding = Finding("stale-reference", Significance.SUBSTANTIVE, (), (), "第三条")
    said = answer(made([word(1)], findings=(finding, finding, finding._replace(kind="leak"))))
    assert said.endswith("; 3 findings to look at (2 stale reference and 1 leak)")
    loose = made(relation=relation(layout_differs=True))
    assert answer(loose) == f"{REVISION}; no change; the white space between paragraphs differs"


def test_the_shares_of_an_overlap_count_paired_paragraphs_only() -> None:
    links = (
        Link(LinkKind.DELETED, (0,), ()),
        Link(LinkKind.CHANGED, (1,), (0,), 0.5),
        Link(LinkKind.EQUAL, (2,), (1,), 1.0),
    )
    overlap = of_kind(RelationKind.OVERLAPPING)._replace(links=links)
    assert "2 of 3 paragraphs of left and 2 of 3 paragraphs of right" in answer(overlap)


kinds = st.sampled_from(Kind)
some = st.lists(
    st.builds(
        word,
        st.integers(1, 99),
        kind=kinds,
        detail=st.sampled_from([None, "restyled", "remasked", "applied"]),
        significance=st.sampled_from(Significance),
        ignored=st.booleans(),
    ),
    max_size=5,
)


@settings(deadline=None, derandomize=True)
@given(some, st.sampled_from(RelationKind), st.booleans(), st.booleans(), st.booleans())
def test_it_never_says_more_than_was_found(
    changes: list[Change],
    kind: RelationKind,
    loose: bool,  # noqa: FBT001 - drawn, not passed
    cut: bool,  # noqa: FBT001 - as above
    found: bool,  # noqa: FBT001 - as above
) -> None:
    finding = Finding("leak", Significance.SUBSTANTIVE, (), (), "x")
    comparison = made(
        changes,
        relation=relation(kind, layout_differs=loose),
        limits=(limit("x"),) if cut else (),
        findings=(finding,) if found else (),
    )
    said = answer(comparison)
    counted = comparison.counted
    if "nothing else differs" in said:
        assert counted
        assert [loose, cut, found, len(counted) < len(changes)] == [False] * 4
    if said.endswith("no change"):
        assert not changes
    assert said.startswith("cut short") == cut
    assert ("finding" in said) == found
    assert ("ignored" in said) == (len(counted) < len(changes))
    if kind is not RelationKind.UNRELATED:
        both = [one for one in counted if one.kind is Kind.MASK and one.detail in {"restyled", "remasked"}]
        assert ("cannot be compared" in said) == bool(both)
        assert f"{len(counted)} change" in said or not counted
    assert not said.endswith(".")
    assert "\n" not in said
    assert "  " not in said


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("甲乙丙丁", "甲乙丙丁\n", "left and right are equivalent: only the white space at the end differs"),
        ("甲乙丙丁\r\n", "甲乙丙丁\n\n", "left and right are equivalent: only the white space at the end differs"),
        (
            "\n甲乙丙丁",
            " 甲乙丙丁\n",
            "left and right are equivalent: only the white space at the start and at the end differs",
        ),
        ("甲乙丙丁", "甲乙丙戊\n", "1 change, substantive (1 wording); the white space at the end differs"),
        ("甲乙丙丁\n", "甲乙丙戊\n", "1 change, substantive (1 wording); nothing else differs"),
    ],
)
def test_nothing_else_differs_not_even_a_last_line_end(left: str, right: str, said: str) -> None:
    assert answer(compare(document(left), document(right))).endswith(said)
