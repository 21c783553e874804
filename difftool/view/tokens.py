r"""Tokens: the pieces of a text that a diff may not cut.

Numbers, words of spaced scripts, mask runs and grapheme clusters are one token
each; every other character is a token of its own. White space is none: what
lies between two tokens is the gap between them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from difftool.model import Span
from difftool.view.folds import match
from difftool.view.masks import mask_spans

# Letters of scripts that put spaces between words. Han, kana, Hangul, Thai, Lao, Burmese and Khmer do not, or
# change inside the word; their unit is the grapheme cluster.
_LETTER = (
    r"(?:(?=[^\W\d_])[A-Za-z\u00aa-\u0dff\u10a0-\u10ff\u1200-\u177f\u1800-\u1fff\u2c00-\u2dff\ua4d0-\ua95f"
    r"\uab30-\uabff\ufb00-\ufdff\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a])"
)
_DIGIT = r"\d"
_HAN_DIGIT = "〇零一二三四五六七八九十百千"
_TOKEN = re.compile(
    rf"{_DIGIT}+(?:[,，]{_DIGIT}{{3}}(?!{_DIGIT}))*(?:[.．]{_DIGIT}+)*"
    rf"|{_LETTER}+(?:['’ʼ]{_LETTER}+)*"
    rf"|[{_HAN_DIGIT}]+"
    r"|\S",
)
# Symbols of tokens that are told apart by sort, not by text; no text holds an unpaired surrogate by chance.
MASK_SYMBOL = "\ud800"
_ZWJ = "\u200d"
_WORD_JOINTS = "'’ʼ"


class Token(NamedTuple):
    """Hold one token: its place in the source and the symbol by which it is compared."""

    start: int
    end: int
    symbol: str


@lru_cache(maxsize=4096)
def extends(char: str) -> bool:
    r"""Tell whether `char` belongs to the grapheme cluster of the character before it.

    The Grapheme_Extend, SpacingMark and ZWJ rules of UAX #29, and emoji modifiers.

    >>> extends("\u0301"), extends("a")
    (True, False)
    """
    return unicodedata.category(char) in ("Mn", "Me", "Mc") or char == _ZWJ or "\U0001f3fb" <= char <= "\U0001f3ff"


@lru_cache(maxsize=4096)
def _joins(char: str) -> bool:
    """Tell whether `char` can make one cluster with a neighbour."""
    return extends(char) or _is_regional(char) or _jamo_class(char) in ("V", "T")


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


@lru_cache(maxsize=4096)
def _jamo_class(char: str) -> str:
    """Name the Hangul syllable class of UAX #29: L, V, T, S (syllable) or nothing."""
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return "L"
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return "V"
    if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb":
        return "T"
    return "S" if "\uac00" <= char <= "\ud7a3" else ""


def _is_joint(text: str, at: int) -> bool:
    """Tell whether a grapheme cluster runs across position `at` (UAX #29, the rules that text in use needs)."""
    before, after = text[at - 1], text[at]
    if extends(after):
        return not before.isspace()
    if before == _ZWJ:
        return unicodedata.category(after) == "So"
    if _is_regional(after) and _is_regional(before):
        run = 0
        while at - 1 - run >= 0 and _is_regional(text[at - 1 - run]):
            run += 1
        return run % 2 == 1
    left, right = _jamo_class(before), _jamo_class(after)
    return (
        (left == "L" and right in ("L", "V", "S"))
        or (left in ("V", "S") and right in ("V", "T"))
        or left + right == "TT"
    )


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut `[start, end)` where no mask is: numbers, words, single characters; then mend the clusters."""
    pieces = [found.span() for found in _TOKEN.finditer(text, start, end)]
    if not any(_joins(char) for char in set(text[start:end])):
        return pieces
    mended: list[tuple[int, int]] = []
    after_mark = False
    for begin, stop in pieces:
        touches = bool(mended) and mended[-1][1] == begin
        joint = touches and _is_joint(text, begin)
        # A combining mark inside a word splits it for the pattern above: put it together again.
        inside_word = touches and after_mark and text[begin].isalpha() and text[mended[-1][0]].isalpha()
        if joint or (inside_word and _is_word(text[begin]) and _is_word(text[mended[-1][0]])):
            mended[-1] = (mended[-1][0], stop)
        else:
            mended.append((begin, stop))
        after_mark = (joint and extends(text[stop - 1])) or (after_mark and joint)
    return mended


@lru_cache(maxsize=4096)
def _is_word(char: str) -> bool:
    return re.match(_LETTER, char) is not None


def boundaries(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """List the tokens of `[start, end)` as pairs of positions, white space left out.

    Linear in the length but for long runs of regional indicators.

    >>> boundaries("2020年 don't", 0, 11)
    [(0, 4), (4, 5), (6, 11)]
    >>> boundaries("共****个", 0, 6)
    [(0, 1), (1, 5), (5, 6)]
    """
    found: list[tuple[int, int]] = []
    at = start
    for mask in mask_spans(text, start, end):
        found.extend(_pieces(text, at, mask.start))
        found.append((mask.start, mask.end))
        at = mask.end
    found.extend(_pieces(text, at, end))
    return found


def tokens(text: str, span: Span) -> list[Token]:
    """List the tokens of a span with the symbols by which a diff compares them.

    A symbol is the token's text after the one-to-one folds; all masks share
    one, so that two styles of mask answer each other.

    >>> [token.symbol for token in tokens("國（Ａ）", Span(0, 4))]
    ['国', '(', 'a', ')']
    """
    start, end = span
    folded = match(text[start:end])
    masks = mask_spans(text, start, end)
    found: list[Token] = []
    at = start
    for mask in [*masks, Span(end, end)]:
        found += [Token(s, e, folded[s - start : e - start]) for s, e in _pieces(text, at, mask.start)]
        if not mask.is_empty:
            found.append(Token(mask.start, mask.end, MASK_SYMBOL))
        at = mask.end
    return found
