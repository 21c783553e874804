"""The pieces of a text, against a slow way that looks at every border between two characters."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.view.pieces import pieces

NUMBER = re.compile(r"\d+(?:[,，]\d{3}(?!\d))*(?:[.．]\d+)*|…+|⋯+|—+|\.{3,}")
NUMERALS = "〇零一二三四五六七八九十百千"
JOINTS = "'’ʼ"
# Han with and without numerals, Latin with marks, digits, kana, Hangul syllables, Thai, emoji, white space.
LETTERS = st.sampled_from(
    [*"社会主义第一二三十百条〇，。：、“”（）…—-.,’'ʼ１2345", *"abéçßаб", *"かナ한국กาส", *"😀©_%\n \u3000"],
)
MARKS = st.sampled_from(["\u0301", "\u20dd", "\u0e33", "\U0001f3fb", "\u200d"])


def sort(char: str) -> str:
    """Tell letters of words and Chinese numerals from letters that stand alone."""
    if char in NUMERALS:
        return "numeral"
    unspaced = "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI"
    return "word" if char.isalpha() and not unicodedata.name(char, "").startswith(unspaced) else ""


def slow_pieces(text: str) -> list[str]:
    """Cut at every border across which no number, no word, no numeral and no run of dots goes."""
    whole = {at for found in NUMBER.finditer(text) for at in range(found.start() + 1, found.end())}
    numbers = {at for found in NUMBER.finditer(text) for at in range(found.start(), found.end())}
    found: list[str] = []
    for at, char in enumerate(text):
        around = [sort(one) for one in (text[at - 1] if at else " ", char, text[at + 1 : at + 2] or " ")]
        inside = at in whole
        if at not in numbers and at > 0 and at - 1 not in numbers:
            if char in JOINTS:
                inside = around[0] == around[2] == "word"
            elif text[at - 1] in JOINTS:
                inside = at > 1 and sort(text[at - 2]) == around[1] == "word"
            else:
                inside = around[0] == around[1] != ""
        if inside:
            found[-1] += char
        else:
            found.append(char)
    return [one for one in found if not one.isspace()]


def cut(text: str, start: int, end: int, is_long: bool) -> tuple[list[int], list[int]]:  # noqa: FBT001 - drawn
    """Cut as in a long text, where runs of characters are passed over, or as in a short one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("difftool.view.pieces._LONG", 0 if is_long else len(text) + 1)
        return pieces(text, start, end)


@settings(max_examples=3000, deadline=None)
@given(st.text(LETTERS, max_size=30), st.booleans())
def test_pieces_are_those_of_the_slow_way(text: str, is_long: bool) -> None:  # noqa: FBT001 - drawn
    starts, ends = cut(f"。{text}", 1, len(text) + 1, is_long)

    assert [text[start - 1 : end - 1] for start, end in zip(starts, ends, strict=True)] == slow_pieces(text)


@settings(max_examples=1000, deadline=None)
@given(st.text(LETTERS | MARKS, max_size=20), st.text(LETTERS, max_size=5), st.text(LETTERS, max_size=5), st.booleans())
def test_a_mark_stays_with_its_character_wherever_the_text_is_cut(
    text: str,
    before: str,
    after: str,
    is_long: bool,  # noqa: FBT001 - drawn
) -> None:
    start, end = len(before), len(before) + len(text)
    starts, ends = cut(before + text + after, start, end, is_long)

    assert "".join(text[one - start : other - start] for one, other in zip(starts, ends, strict=True)) == re.sub(
        r"\s", "", text
    )
    for at in starts:
        extends = unicodedata.category(text[at - start]) in {"Mn", "Me", "Mc"}
        assert not extends or at == start or text[at - start - 1].isspace()
