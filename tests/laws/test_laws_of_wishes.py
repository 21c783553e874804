"""The laws of the design with the user's rules in force, and what no wish may change."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from test_laws import documents

from difftool import Document, Kind, Settings, compare
from difftool.laws import check
from difftool.model import Equivalence, MaskStyle
from difftool.view.tokens import boundaries, styled

EQUIVALENCES = [
    Equivalence("word", ("的", "不")),
    Equivalence("gone", ("的", ""), kind=Kind.SPACE),
    Equivalence("numbers", pattern=r"\d+(?:\.\d+)?%?"),
    Equivalence("commas", pattern="[，,]"),
    Equivalence("masks", pattern=r"x+|\*+|\d+", replacement="*"),
    Equivalence("scripts", ("國", "国", "业", "業"), paragraphs="国|绩"),
    Equivalence("doubled", pattern="(.)(.)", replacement=r"\2\1"),
]
STYLES = [
    MaskStyle("counted", "共.{1,4}个"),
    MaskStyle("animals", "fox|dog", "word"),
    MaskStyle("digits", r"\d{2}", "count"),
    MaskStyle("article", "第.条 ?"),
    MaskStyle("marks", "[，,。]+"),
    MaskStyle("families", "👩|👨"),
    MaskStyle("any", r"\S\s\S"),
]
wished = st.tuples(
    st.lists(st.sampled_from(EQUIVALENCES), unique=True, max_size=4),
    st.lists(st.sampled_from(STYLES), unique=True, max_size=3),
).map(lambda drawn: Settings(equivalences=tuple(drawn[0]), masks=tuple(drawn[1])))


@settings(max_examples=200, deadline=None)
@given(documents(), wished)
def test_the_laws_hold_whatever_the_user_wishes(pair: tuple[Document, Document], wishes: Settings) -> None:
    check(*pair, compare(*pair, wishes))


@settings(max_examples=100, deadline=None)
@given(documents(), wished)
def test_an_equivalence_changes_no_place_no_weight_and_no_relation(
    pair: tuple[Document, Document], wishes: Settings
) -> None:
    with_rules, without = compare(*pair, wishes), compare(*pair, wishes._replace(equivalences=()))

    assert with_rules.relation == without.relation
    assert [(one.left, one.right, one.significance) for one in with_rules.changes] == [
        (one.left, one.right, one.significance) for one in without.changes
    ]
    for one, other in zip(with_rules.changes, without.changes, strict=True):
        assert one.ignored == one.rule.startswith("user:")
        assert one.ignored or one == other._replace(id=one.id, key=one.key, group=one.group)


@settings(max_examples=200, deadline=None)
@given(documents(), wished)
def test_no_change_cuts_a_mask_of_the_users_own(pair: tuple[Document, Document], wishes: Settings) -> None:
    found = compare(*pair, wishes)

    for document, spans in (
        (found.left, [one.left for one in found.changes]),
        (found.right, [one.right for one in found.changes]),
    ):
        for start, end in document.paragraphs:
            for mask, _ in styled(document.text, start, end, wishes.masks):
                assert not any(mask.start < at < mask.end for span in spans for at in span)


@settings(max_examples=200, deadline=None)
@given(documents(), wished)
def test_masks_of_the_users_own_are_whole_tokens(pair: tuple[Document, Document], wishes: Settings) -> None:
    for document in pair:
        for start, end in document.paragraphs:
            own = [mask for mask, _ in styled(document.text, start, end, wishes.masks)]
            plain = boundaries(document.text, start, end)
            assert all(one.end <= other.start for one, other in pairwise(own))
            assert not any(low < at < high for low, high in plain for mask in own for at in mask)
            tokens = boundaries(document.text, start, end, wishes.masks)
            assert {tuple(mask) for mask in own} <= set(tokens)
            assert tokens == sorted(tokens)
