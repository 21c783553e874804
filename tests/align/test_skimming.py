"""Skimming: a phrase is found by its rarest sign wherever plain searches find one of its forms."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.align import skimming

SIGNS = st.text("甲乙丙丁，,", max_size=80)


@given(SIGNS, st.text("甲乙丙丁，", min_size=1, max_size=4), st.integers(0, 80), st.booleans())
def test_a_phrase_stands_where_its_forms_do(outer: str, phrase: str, at: int, is_rare: bool) -> None:  # noqa: FBT001 - drawn
    phrase = f"戊{phrase}"
    outer = outer[:at] + phrase + outer[at:]
    forms = tuple(dict.fromkeys((phrase, phrase.replace("，", ","))))
    sample = Counter("" if is_rare else outer * 20)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(skimming, "_RARE", 4)
        found = skimming._stands(outer, forms, sample)  # noqa: SLF001 - skimming takes texts too long for a test

    assert sorted(found) == [place for place in range(len(outer)) if outer.startswith(forms, place)]


@given(st.integers(0, 300), st.booleans())
def test_a_common_phrase_is_told_from_others(count: int, is_rare: bool) -> None:  # noqa: FBT001 - drawn
    outer = "甲乙丙，" * count

    found = skimming._stands(outer, ("甲乙丙",), Counter("" if is_rare else outer * 20))  # noqa: SLF001 - as above

    assert len(found) == min(count, skimming._COMMON + 1)  # noqa: SLF001 - as above
