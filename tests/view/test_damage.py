"""The models of damaged bytes, against a slow one of their own and against what must not be proved."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from difftool.view.damage import expected, glosses, is_torn
from difftool.view.folds import script
from difftool.view.misread import is_misread

SEED = (Path(__file__).parents[2] / "seeds" / "002_68f5bfb4aa03b941.txt").read_text(encoding="utf-8-sig")
# What the scrape of seed 002 replaced (`anchors/ecosystem.md` §2).
TABLE = {one: one + gloss for one, (gloss, _) in glosses(SEED).items()}
TABLE |= dict(zip("！（），：；", "!(),:;", strict=True))
HAN = "".join(sorted({one for one in SEED if "㐀" <= one <= "鿿"}))
MARKS = "，。；《》、！"


def scraped(text: str) -> str:
    """Damage a text as the scrape of seed 002 did: the obvious way, with Python's own decoder."""
    written = text.encode("gb18030")
    for one, other in TABLE.items():
        written = written.replace(one.encode("gb18030"), other.encode("gb18030"))
    found, at = "", 0
    while at < len(written):
        size = 1 if written[at] < 0x80 else 2
        pair = written[at : at + size]
        if size == 2 and (len(pair) < 2 or not 0x40 <= pair[1] <= 0xFE or pair[1] == 0x7F):
            found += "?"
            size = 2 if pair[1:] == b"(" else 1
        else:
            found += pair.decode("gb18030")
        at += size
    return found


def test_the_glosses_of_the_seed_are_found() -> None:
    counts = {one: count for one, (_, count) in glosses(SEED).items()}

    assert (len(counts), sum(counts.values())) == (12, 50)
    assert (counts["發"], counts["規"], counts["業"], counts["數"]) == (14, 11, 8, 1)


def test_a_character_that_stands_once_without_its_gloss_is_not_always_glossed() -> None:
    assert glosses("行(xíng)" * 6 + "行李") == {}


@pytest.mark.parametrize(
    ("clean", "damaged"),
    [
        ("。《條", "?!稐l"),
        ("。《条", "?!稐l"),
        ("當的政治品格，", "當?shù)恼\ue49d纹犯?,"),
        ("当的政治品格，", "當?shù)恼\ue49d纹犯?,"),
    ],
)
def test_the_two_places_of_the_seed_follow_from_the_clean_text(clean: str, damaged: str) -> None:
    assert damaged in SEED
    assert is_torn(clean, damaged, SEED)
    assert expected(clean, damaged, SEED) == damaged


@pytest.mark.parametrize(
    ("clean", "damaged"),
    [
        ("。《修", "?!稐l"),
        ("。“条", "?!稐l"),
        ("《条", "?!稐l"),
        ("当的法治品格，", "當?shù)恼\ue49d纹犯?,"),
        ("当的政治品，", "當?shù)恼\ue49d纹犯?,"),
        ("当的政治品格", "當?shù)恼\ue49d纹犯?,"),
        ("", "?!稐l"),
        ("当的政治品格，" * 40, "當?shù)恼\ue49d纹犯?," * 40),
    ],
)
def test_another_clean_text_is_not_proved(clean: str, damaged: str) -> None:
    assert not is_torn(clean, damaged, SEED)


def test_nothing_is_proved_for_a_text_that_shows_no_such_damage() -> None:
    assert not is_torn("。《条", "?!稐l", "遵循?！稐l例》")


@settings(max_examples=400, deadline=None)
@given(st.text(HAN + MARKS, min_size=2, max_size=12))
def test_what_the_scrape_makes_of_any_text_is_proved(text: str) -> None:
    # A torn character at the end would swallow what follows; an ASCII byte ends it, as in the seed.
    damaged = scraped(text + ",")

    assert is_torn(text + ",", damaged, SEED)
    assert is_torn(script(text) + ",", damaged, SEED)


@settings(max_examples=400, deadline=None)
@given(st.text(HAN + MARKS, min_size=2, max_size=12), st.integers(0, 11), st.sampled_from(HAN))
def test_another_character_is_proved_only_where_its_bytes_are_lost(text: str, at: int, other: str) -> None:
    at %= len(text)
    damaged = scraped(text + ",")
    falsified = text[:at] + other + text[at + 1 :] + ","
    assume(script(falsified) != script(text + ","))
    proved = is_torn(falsified, damaged, SEED)

    assert not (proved and "?" not in damaged)


WAYS = [
    (written, read, layers)
    for written in ("utf-8", "gbk", "big5")
    for read in ("latin-1", "cp1252", "gbk", "big5")
    for layers in (1, 2)
    if written != read
]


def misread(text: str, written: str, read: str, layers: int) -> str | None:
    """Read a text in the wrong encoding, once or twice; nothing where a byte would be lost."""
    try:
        once = text.encode(written).decode(read)
        return once if layers == 1 else once.encode("utf-8").decode(read)
    except UnicodeError:
        return None


@settings(max_examples=600, deadline=None)
@given(st.text(HAN + "国家标准éü“”2020 ", min_size=3, max_size=20), st.sampled_from(WAYS))
def test_what_was_misread_is_proved(text: str, way: tuple[str, str, int]) -> None:
    damaged = misread(text, *way)
    assume(damaged is not None and damaged != text and not text.isascii())
    assert damaged is not None

    assert is_misread(text, damaged)


@settings(max_examples=600, deadline=None)
@given(
    st.text(HAN + "国家标准éü“”2020 ", min_size=3, max_size=20),
    st.sampled_from(WAYS),
    st.integers(0, 19),
    st.sampled_from("一二三年不0179ae"),
)
def test_another_number_or_word_inside_is_never_proved(
    text: str, way: tuple[str, str, int], at: int, other: str
) -> None:
    damaged = misread(text, *way)
    at %= len(text)
    assume(damaged is not None and text[at] != other)
    assert damaged is not None

    assert not is_misread(text[:at] + other + text[at + 1 :], damaged)


@pytest.mark.parametrize(
    ("one", "other"), [("的", "地"), ("不得", "必须"), ("国家", "家国"), ("abc", "abd"), ("不", "い")]
)
def test_words_are_no_misread_bytes(one: str, other: str) -> None:
    assert not is_misread(one, other)
    assert not is_misread(other, one)


def test_the_slow_model_makes_the_seed_of_its_clean_text() -> None:
    damaged = scraped("遵循。《條例》和《規定》，擔當的政治品格,自覺")

    assert damaged == "遵循?!稐l例》和《規(guī)定》,擔當?shù)恼\ue49d纹犯?,自覺"
    assert all(
        re.escape(one) in re.escape(SEED) for one in ("遵循?!稐l例》和《規(guī)定》", "擔當?shù)恼\ue49d纹犯?,自覺")
    )
