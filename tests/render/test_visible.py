"""Nothing unseen gets through, and all else stays as it is."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.render.visible import clip, in_line, marked, visible

any_text = st.text(st.characters(exclude_categories=()), max_size=30)
JOINERS = {"\u200c", "\u200d"}
UNSEEN = {"Cc", "Cs", "Co", "Zl", "Zp"}


@settings(deadline=None, derandomize=True, max_examples=300)
@given(any_text)
def test_no_control_bidirectional_private_or_unpaired_sign_is_left(text: str) -> None:
    shown = visible(text)
    shown.encode()
    for sign in set(shown) - {"\n", "\t"}:
        assert unicodedata.category(sign) not in UNSEEN
        bidirectional = unicodedata.bidirectional(sign)
        assert bidirectional not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert not set(in_line(text)) & {"\n", "\t", "\r"}


def test_every_sign_that_must_be_seen_is_and_no_other() -> None:
    for point in [*range(0x3000), *range(0xD7F0, 0xE010), *range(0xF8F0, 0x10000), 0xE0001, 0xE007F, 0xF0000, 0x10FFFF]:
        sign = chr(point)
        control = unicodedata.category(sign) in UNSEEN and sign not in "\n\t\r"
        if control:
            assert visible(sign) == f"⟨U+{point:04X}⟩", hex(point)
        elif unicodedata.category(sign) not in {"Cf", "Cn"} and sign != "\r":
            assert visible(sign) == sign, hex(point)


def test_chinese_emoji_and_joined_scripts_stay() -> None:
    for text in ("中文，“引号”……", "👨\u200d👩\u200d👧", "نمی\u200cخواهم", "é", "□■×＊"):
        assert visible(text) == text


def test_line_ends_become_one() -> None:
    assert visible("a\r\nb\rc\nd") == "a\nb\nc\nd"
    assert in_line("a\r\nb\tc") == "a↵b⇥c"


def test_a_change_of_white_space_shows() -> None:
    assert [marked(text) for text in (" ", "\u3000", "\u00a0", "\t", "\r\n", " \n")] == [
        "␣",
        "⟨U+3000⟩",
        "⟨U+00A0⟩",
        "⇥",
        "↵\n",
        "␣↵\n",
    ]
    assert marked("\u200d") == "⟨U+200D⟩"
    assert marked("") == ""


@given(any_text, st.integers(1, 20))
def test_a_clipped_text_is_no_longer_than_asked_and_a_short_one_stays(text: str, most: int) -> None:
    clipped = clip(text, most)
    assert len(clipped) <= most
    assert (clipped == text) == (len(text) <= most or clipped == text)
    assert text.startswith(clipped.removesuffix("…"))
