"""How many strong leaks of generated documents are found, and how many of those found are leaks."""

from __future__ import annotations

import random

import pytest
from hideouts import Hideout, hideout
from test_moves import HELD_OUT

from difftool import check, compare, document, laws
from difftool.classify.wanted import essence
from difftool.model.check import Flaw, Role, Strength

Leak = tuple[int, int, object]


def found(one: Hideout) -> set[Leak]:
    audit = check([document(text) for text in one.texts], [document(copy) for copy in one.copies])
    count = len(one.texts)
    return {
        (spot.document, spot.span.start, essence(value))
        for exposure in audit.findings
        if exposure.flaw is Flaw.LEAK and exposure.strength is Strength.STRONG
        for spot in exposure.spots
        if spot.role is Role.MASKED and spot.document < count
        for value in exposure.values
    }


def figures(seed: int, documents: int) -> tuple[float, float, list[Leak], list[Leak]]:
    """Measure recall and precision, and list what was missed and what was invented."""
    missed: list[Leak] = []
    invented: list[Leak] = []
    right = 0
    for number in range(documents):
        one = hideout(random.Random(seed * 10_000 + number))
        truth = {(text, at, essence(value)) for text, at, value in one.leaks}
        told = found(one)
        right += len(truth & told)
        missed += sorted(truth - told, key=str)
        invented += sorted(told - truth, key=str)
    return right / (right + len(missed)), right / (right + len(invented)), missed, invented


@pytest.mark.parametrize("seed", [1, HELD_OUT])
def test_strong_leaks_are_found_and_nothing_else(seed: int) -> None:
    recall, precision, missed, invented = figures(seed, 40)
    print(f"recall {recall:.3f}, precision {precision:.3f}")  # noqa: T201 - shown by pytest -rP
    assert recall >= 0.95, missed
    assert precision >= 0.95, invented


def test_the_generator_plants_leaks_and_decoys() -> None:
    made = [hideout(random.Random(number)) for number in range(20)]
    assert sum(len(one.leaks) for one in made) >= 60
    assert sum(not one.leaks for one in made) < 3
    assert any(one.copies for one in made)
    assert not all(one.copies for one in made)


def test_the_laws_hold_with_leaks() -> None:
    findings = 0
    for number in range(6):
        one = hideout(random.Random(500 + number), 5)
        text = document(one.texts[0])
        for other in (text, *map(document, one.copies)):
            comparison = compare(text, other)
            laws.check(text, other, comparison)
            findings += len(comparison.findings)
    assert findings > 5
