"""What is not asked because it is plain to see: with each short way shut, every name is the same."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from raw_edits import raw_edits

from difftool.classify import cutting, masks, name_edits, numbers, spacing, surface
from difftool.classify.site import Site, are_words
from difftool.model import Edit, Span
from difftool.view import folds, numerals

PARTS = [
    *"国國为爲，,。.“「” \n(yè)2２0二〇十两両壱百点*x某李AaＡ个年万%-…—①?、&<#\u200bﾞ�",
    "****",
    "xx",
    "【略】",
    "社会",
    "约",
]
TEXT = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


class Everything:
    """A set of characters that shares one with any text, and lies in any."""

    def isdisjoint(self, _text: str) -> bool:
        """Deny it of any text."""
        return False

    def __contains__(self, _text: object) -> bool:
        """Say so of any text."""
        return True


@settings(deadline=None, derandomize=True, max_examples=1500)
@given(TEXT, TEXT)
def test_no_short_way_changes_a_name(left: str, right: str) -> None:
    whole = [Edit(Span(0, len(left)), Span(0, len(right)))] if left != right else []
    edits = [raw_edits(left, right), whole]
    found = [name_edits(left, right, some) for some in edits]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "are_words", lambda _text: False)
        patch.setattr(Site, "are_words", property(lambda _site: False))
        patch.setattr(masks, "_SIGNS", Everything())
        patch.setattr(spacing, "_SIGNS", Everything())
        patch.setattr(surface, "_REPEATED", Everything())
        patch.setattr(numerals, "_begins", lambda _character: True)
        patch.setattr(numbers, "_begins_bound", lambda _character: True)
        patch.setattr(Site, "has_noise", property(lambda _site: True))
        assert found == [name_edits(left, right, some) for some in edits]


def test_a_character_without_noise_stays_what_it_is_under_all_folds() -> None:
    every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    quiet = "".join(one for one in every if not folds.has_noise(one))

    for text in (quiet, folds.case(folds.script(folds.width(quiet)))):
        assert folds.noise(text) == text


def test_every_number_begins_as_one() -> None:
    chance = random.Random(3)
    signs = "〇○◯零一二两兩両十拾百千万亿億廿卅点點①⑳⒈+-＋－−.,，．%％‰15１٣年第半百分之民国"
    for _ in range(5_000):
        text = "".join(chance.choices(signs, k=chance.randrange(1, 6)))
        number = numerals.value(text)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(numerals, "_begins", lambda _character: True)
            numerals._value.cache_clear()  # noqa: SLF001 - it may keep what was read the short way
            assert numerals.value(text) == number, text


def test_no_word_is_a_number() -> None:
    numbers = [one for one in map(chr, range(0x4E00, 0xA000)) if are_words(one) and numerals.value(one) is not None]
    assert numbers == []
