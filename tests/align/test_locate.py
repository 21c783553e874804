"""Places: every one lies in the outer text, holds what it says, and the true copy is the best."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.align import borders, cuts, locate, windows
from difftool.align.cuts import cut_ends
from difftool.align.letters import letters
from difftool.align.locate import both_letters, places
from difftool.model import Span, document
from prose import article, planted

# Few letters repeat themselves, so that hits are many and out of order; one of them is beyond sixteen bits.
LETTERS = st.text("甲乙丙\U00020000", max_size=60)
SPARSE = st.text("甲乙丙丁，。\n", min_size=1, max_size=120)


@settings(max_examples=1_000, deadline=None)
@given(SPARSE, SPARSE, st.integers(0, 120), st.integers(0, 120))
def test_places_lie_inside_and_are_in_order_of_coverage(inner: str, outer: str, start: int, size: int) -> None:
    outer = outer[:start] + inner[:size] + outer[start:]

    found = places(both_letters(document(inner), document(outer)))

    assert [one.coverage for one in found] == sorted((one.coverage for one in found), reverse=True)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(outer)
        assert 0 < one.coverage <= 1


@given(SPARSE)
def test_letters_know_their_way_home(text: str) -> None:
    found = letters(document(text))

    assert [text[found.home(at)] for at in range(len(found.text))] == list(found.text)
    assert [found.near(found.home(at)) for at in range(len(found.text))] == list(range(len(found.text)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_a_copy_beats_its_edited_sisters_wherever_it_stands(seed: int) -> None:
    chance = random.Random(seed)
    inner = "\n".join(article(chance, 6))
    parts = [planted(chance, inner, len(inner) // 12, 4).right for _ in range(3)]
    parts.insert(chance.randint(0, 3), inner)
    outer = "\n".join(parts)

    best = places(both_letters(document(inner), document(outer)))[0].span

    at = outer.index(inner)
    assert abs(best.start - at) <= len(inner) / 20
    assert abs(best.end - at - len(inner)) <= len(inner) / 20


HITS = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 40)), min_size=1, max_size=30, unique_by=lambda hit: hit[0]
)


def columns(raw: list[tuple[int, int]]) -> windows.Hits:
    """Put hits in order, and their places and grams beside each other."""
    return windows.Hits([at for at, _ in sorted(raw)], [gram for _, gram in sorted(raw)])


@settings(max_examples=1_000, deadline=None)
@given(HITS, st.integers(0, 29), st.integers(0, 29), st.sampled_from([1, 4]))
def test_settled_ends_stay_in_order(raw: list[tuple[int, int]], one: int, other: int, step: int) -> None:
    hits = columns(raw)
    first, last = sorted((one % len(raw), other % len(raw)))

    ends = windows.settled(hits, (0, len(raw)), (first, last), step)

    assert 0 <= ends.first <= ends.last < len(raw)
    assert ends.in_order == len(windows._chain(hits.grams, ends.first, ends.last + 1))  # noqa: SLF001 - one counts what the other lists


@settings(max_examples=500, deadline=None)
@given(HITS, st.integers(1, 80), st.data())
def test_windows_are_counted_and_tightened_as_one_by_one(
    raw: list[tuple[int, int]], width: int, data: st.DataObject
) -> None:
    hits = columns(raw)
    raw = sorted(raw)
    low = data.draw(st.integers(0, len(raw) - 1))
    high = data.draw(st.integers(low + 1, len(raw)))
    counts = [0] * len(raw)

    windows.count_windows(hits, counts, (0, len(raw)), width)
    windows.count_windows(hits, counts, (low, high), width)

    for index in range(low, high):
        assert counts[index] == len({gram for at, gram in raw[low : index + 1] if raw[index][0] - at <= width})
    wanted = data.draw(st.integers(1, max(counts[low:high])))
    possible = [
        (raw[stop][0] - raw[start][0], stop, -start)
        for stop in range(low, high)
        for start in range(low, stop + 1)
        if len({gram for _, gram in raw[start : stop + 1]}) >= wanted
    ]
    _, stop, start = min(possible)
    assert windows.tightest(hits, counts[low:high], low, wanted, width) == (-start, stop)


@given(HITS, st.integers(0, 30))
def test_the_piles_of_a_chain_are_as_many_as_it_has_grams(raw: list[tuple[int, int]], stop: int) -> None:
    grams = columns(raw).grams
    stop = min(stop, len(grams))

    chains = [windows._chain(grams, 0, end) for end in (stop, len(grams))]  # noqa: SLF001 - one counts what the other lists

    assert windows.in_order(grams, [stop, len(grams)]) == list(map(len, chains))


@settings(max_examples=500, deadline=None)
@given(LETTERS, LETTERS)
def test_runs_known_by_numbers_are_those_known_by_letters(inner: str, outer: str) -> None:
    grams = locate._grams(inner)  # noqa: SLF001 - what a search shows of its runs is rough
    spelt: dict[str, int] = {}
    for at in range(0, len(inner) - grams.size + 1, grams.step):
        spelt.setdefault(inner[at : at + grams.size], at + 1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locate, "_BLOCK", 7)
        hits = locate._hits(inner, outer)  # noqa: SLF001 - as above

    every = [(at, spelt.get(outer[at : at + grams.size])) for at in range(len(outer) - grams.size + 1)]
    assert list(zip(*hits, strict=True)) == [(at, first) for at, first in every if first]


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_borders_need_no_more_letters_than_those_around_nor_tables_nobody_believes(seed: int) -> None:
    chance = random.Random(seed)
    inner = "".join(article(chance, 4)) + "…" * chance.choice([0, 0, 300])
    copy = planted(chance, inner, len(inner) // chance.choice([8, 20, 60]), 4).right
    before = "".join(article(chance, chance.randint(1, 30)))
    outer = document(before + copy + "".join(article(chance, chance.randint(1, 30))))
    start, end = (max(0, point + chance.randint(-300, 300)) for point in (len(before), len(before) + len(copy)))
    span = Span(start, min(len(outer.text), max(start + 1, end)))

    found = cut_ends(document(inner), outer, span)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cuts, "_letters_around", lambda outer, _span, _reach: letters(outer))
        patch.setattr(borders, "_MANY_CELLS", 10**9)
        assert found == cut_ends(document(inner), outer, span)
