"""K-grams are equal where their letters are, whatever tells them from others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from difftool.align.grams import grams

TEXTS = st.text(st.sampled_from("一二三aé\U00020000\U0001f600\ud800\udc00") | st.characters(), max_size=14)


@given(TEXTS, TEXTS, st.integers(1, 6))
def test_two_texts_share_as_many_as_they_share_slices(one: str, other: str, size: int) -> None:
    here, there = ({text[at : at + size] for at in range(len(text) - size + 1)} for text in (one, other))

    assert len(grams(one, size)) == len(here)
    assert len(grams(one, size) & grams(other, size)) == len(here & there)
