"""The article in a compilation: its exact span, its exact changes, and no paragraph of a sister."""

from functools import cache

import pytest
from compilations import SHAPES, compiled, copies
from measure import Figures, measured
from test_moves import HELD_OUT

from difftool import compare, document
from difftool.model import RelationKind

PAIRS = 12


@cache
def figures(shape: str) -> Figures:
    found = measured(compiled(HELD_OUT + at, shape) for at in range(600, 600 + PAIRS))
    print(f"{shape}: {found}")  # noqa: T201 - the figure
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_links_and_spans_inside_a_compilation(shape: str) -> None:
    assert figures(shape).links >= 0.99, str(figures(shape))
    assert figures(shape).f1 >= 0.99, str(figures(shape))
    assert figures(shape).places == PAIRS, str(figures(shape))


def test_the_place_is_exact_and_no_sister_attracts_a_paragraph() -> None:
    every = [figures(shape) for shape in SHAPES]
    places = sum(one.places for one in every)
    stray = sum(one.failures["linked outside the place"] for one in every)
    told = f"places exact in {places} of {len(every) * PAIRS} pairs; {stray} paragraphs linked outside of them"
    print(told)  # noqa: T201 - the figure
    assert places == len(every) * PAIRS, told
    assert not stray, told


def test_every_planted_move_is_found_and_no_other() -> None:
    every = [figures(shape) for shape in SHAPES]
    exact = sum(one.moves_exact for one in every)
    print(f"moves exact in {exact} of {len(every) * PAIRS} compilations")  # noqa: T201 - the figure
    assert exact == len(every) * PAIRS


def test_the_least_edited_of_several_copies_is_the_best() -> None:
    best = exact = 0
    for seed in range(HELD_OUT + 700, HELD_OUT + 700 + PAIRS):
        pair, spans = copies(seed)
        found = compare(document(pair.left), document(pair.right)).relation
        assert found.kind is RelationKind.CONTAINED
        best += (*found.right,) == spans[0]
        exact += [(*hit.right,) for hit in found.hits] == spans
    told = f"of {PAIRS} compilations with three copies the best is exact in {best}, all three in order in {exact}"
    print(told)  # noqa: T201 - the figure
    assert best == PAIRS, told
    assert exact == PAIRS, told
