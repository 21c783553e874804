"""Lines are counted alike in whatever order they are asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from difftool.model.surroundings import line_numbers


@given(st.text("一\r\n", max_size=30), st.lists(st.integers(0, 30), max_size=12))
def test_the_line_of_a_point_is_one_more_than_the_line_ends_before_it(text: str, points: list[int]) -> None:
    line = line_numbers(text)

    for point in points:
        at = min(point, len(text))
        before = text[:at] if text[at - 1 : at + 1] != "\r\n" or not at else text[: at - 1]
        assert line(at) == 1 + len(before.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1
