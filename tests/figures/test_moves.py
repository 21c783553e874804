"""Links, moves and exact spans on drafted editions: drops, splits, merges, renumbering, moves of any size, halves."""

from functools import cache

import pytest
from drafts import Plan, drafted
from measure import Figures, measured
from tongues import chinese, english, taiwanese
from truth import Draft, Piece, Planted, truth

# The seeds of the figures; others were used while building.
HELD_OUT = 60_000
# One to forty paragraphs in a row; half a paragraph put to another's end or start, alone, or exchanged.
BLOCKS = Plan(paragraphs=(60, 160), moves=(1, 3), block=(1, 40))
LARGE = Plan(paragraphs=(2_000, 3_000), moves=(3, 5), block=(1, 40), sparse=60)
HALVES = Plan(halves=(1, 3), moves=(0, 1), others=(0, 2))
DRAWN = {
    "Chinese": (range(60), Plan(), chinese()),
    "Traditional": (range(100, 120), Plan(), taiwanese()),
    "English": (range(200, 225), Plan(), english()),
    "blocks": (range(300, 316), BLOCKS, chinese()),
    "large": (range(400, 401), LARGE, chinese()),
    "halves": (range(500, 530), HALVES, chinese()),
    "English halves": (range(560, 575), HALVES, english()),
}


@cache
def figures(name: str) -> Figures:
    seeds, plan, language = DRAWN[name]
    found = measured(drafted(HELD_OUT + at, plan, language)[1] for at in seeds)
    print(f"{name}: {found}")  # noqa: T201 - the figure
    return found


@pytest.mark.parametrize("name", DRAWN)
def test_links_are_right(name: str) -> None:
    assert figures(name).links >= 0.99, str(figures(name))


@pytest.mark.parametrize("name", DRAWN)
def test_spans_are_exact(name: str) -> None:
    assert figures(name).f1 >= 0.99, str(figures(name))


def test_every_planted_move_is_found_and_no_other() -> None:
    every = [figures(name) for name in DRAWN]
    exact, pairs = sum(one.moves_exact for one in every), sum(one.pairs for one in every)
    print(f"moves exact in {exact} of {pairs} pairs")  # noqa: T201 - the figure
    assert exact == pairs


def test_changes_are_named_for_what_they_are() -> None:
    found = figures("Chinese")
    assert found.exact > 4_000
    assert sum(count for what, count in found.failures.items() if " named " in what) <= 0.001 * found.exact


def test_the_measure_can_fail() -> None:
    left = [
        "农村的道路运输由专人负责。",
        "港口及时登记档案。",
        "法院依法审议卫生服务的报告。",
        "学校每年公布财务制度。",
    ]
    right = [[Piece(at, at, 0, len(left[at]))] for at in (0, 1, 2, 3)]
    right[3] = [right[3][0]._replace(edits=(Planted(2, 4, "鼋"),))]
    one = truth(Draft(left, right))
    whole = measured([one])
    assert (whole.links, whole.f1, whole.moves_exact, whole.places) == (1, 1, 1, 1)

    wrong = truth(Draft(left, [[right[3][0]._replace(edits=(Planted(1, 4, "每鼋"),))]]))
    swapped = truth(Draft(left, [right[0], right[2], right[1], right[3]], frozenset({2})))
    halves = measured([one._replace(changes=wrong.changes), one._replace(links=swapped.links, moves=swapped.moves)])
    assert (halves.moves_exact, halves.exact) == (1, 1)
    assert halves.linked < halves.paragraphs
    assert {"missed edit", "missed dropped", "move missed", "link missed: 1:1"} <= set(halves.failures)
