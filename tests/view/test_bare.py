"""Lines without their numbers: the fast way is that of the pattern."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.view import bare

# The slow and obvious way to the number or the bullet that a line begins with.
NUMBER = (
    r"^[#\s]*(?:[(（]?(?:\d+|[一二三四五六七八九十百]+)[)）.．、:：\s]"
    r"|第[〇零一二三四五六七八九十百\d]+[篇编部卷章节]|[-*•●○]\s)\s*"
)


@settings(max_examples=3_000, deadline=None)
@given(st.text("#(（第-*•12一十百〇零章节). 、：\u3000\n文x٣", max_size=9))
def test_the_number_of_a_line_is_left_off_as_the_pattern_has_it(line: str) -> None:
    assert bare._unnumbered(line) == re.sub(NUMBER, "", line)  # noqa: SLF001 - no contents has all such lines
