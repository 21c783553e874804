"""Borders: the table that draws one is as cheap as the plainest way to fill it."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.align import borders

SIGNS = st.text("甲乙丙3*x。", max_size=12)


def cheapest(wanted: str, field: str) -> list[int]:
    """Give what it costs that the first so many signs of a field answer all that is wanted."""

    @cache
    def cost(one: int, other: int) -> int:
        ways = [0] if one == other == 0 else []
        if one and other:
            pair = {wanted[one - 1], field[other - 1]}
            ways.append(cost(one - 1, other - 1) + (0 if len(pair) == 1 else 1 if pair <= borders._FIGURES else 3))  # noqa: SLF001 - the prices are the module's
        if one:
            ways.append(cost(one - 1, other) + (2 if wanted[one - 1] in borders._FIGURES else 4))  # noqa: SLF001 - as above
        if other:
            ways.append(cost(one, other - 1) + (1 if field[other - 1] in borders._FIGURES else 3))  # noqa: SLF001 - as above
        return min(ways)

    return [cost(len(wanted), other) for other in range(len(field) + 1)]


@settings(max_examples=400, deadline=None)
@given(SIGNS.filter(bool), SIGNS, st.data())
def test_a_border_costs_the_least(wanted: str, field: str, data: st.DataObject) -> None:
    if wanted[:1] == field[:1]:  # what both begin with answers itself, and is not in the table
        wanted = f"丁{wanted}"
    bonuses = data.draw(st.lists(st.sampled_from([-6, 0, 4, 6]), min_size=len(field) + 1, max_size=len(field) + 1))
    costs = cheapest(wanted, field)

    found = borders._aligned(wanted, field, bonuses)  # noqa: SLF001 - a border of a document has few forms

    assert found == min(range(len(costs)), key=lambda at: (costs[at] - bonuses[at], at))
