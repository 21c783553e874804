"""Versions of a statute: shifted numbers and references are renumberings, forgotten references are left as they are."""

from hypothesis import given, settings
from hypothesis import strategies as st
from measure import measured
from statutes import statutes
from test_moves import HELD_OUT

from difftool import compare, document
from difftool.model import Kind

PAIRS = 24


def test_versions_of_a_statute() -> None:
    found = measured(statutes(HELD_OUT + at).truth for at in range(800, 800 + PAIRS))
    print(f"statutes: {found}")  # noqa: T201 - the figure
    assert found.links >= 0.99, str(found)
    assert found.f1 >= 0.99, str(found)
    assert found.moves_exact == found.pairs, str(found)
    assert not [what for what in found.failures if "renumbering named" in what or "reference named" in what], str(found)


def test_a_forgotten_reference_is_no_change() -> None:
    forgotten = 0
    for seed in range(HELD_OUT + 800, HELD_OUT + 800 + PAIRS // 2):
        found, stale = statutes(seed)
        changes = compare(document(found.left), document(found.right)).changes
        touched = [one for one in changes if one.kind is not Kind.MOVE]
        for (start, end), _ in stale:
            forgotten += 1
            assert not [one for one in touched if one.left.start < end and start < one.left.end]
    assert forgotten > 20


def test_a_forgotten_reference_is_a_finding() -> None:
    planted = 0
    for seed in range(HELD_OUT + 800, HELD_OUT + 800 + PAIRS):
        text, stale = statutes(seed)
        found = compare(document(text.left), document(text.right)).findings
        assert {(tuple(one.left[0]), tuple(one.right[0])) for one in found} == stale, seed
        assert all(one.kind == "stale-reference" for one in found)
        planted += len(stale)
    print(f"stale references: {planted} found of {planted}, and no other")  # noqa: T201 - the figure
    assert planted > 40


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_a_reference_is_stale_in_both_directions(seed: int) -> None:
    text, stale = statutes(seed)
    one, other = document(text.left), document(text.right)
    here, there = compare(one, other), compare(other, one)
    assert {(each.left, each.right) for each in here.findings} == {(each.right, each.left) for each in there.findings}
    assert len(here.findings) == len(stale)
