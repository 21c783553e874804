r"""Tokens: the pieces of a text that a diff may not cut.

Numbers, words of spaced scripts, mask runs and grapheme clusters are one token
each; every other character is a token of its own. White space is none: what
lies between two tokens is the gap between them.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from difftool.model import MaskStyle, Span
from difftool.view.folds import match
from difftool.view.masks import mask_spans

# A number with its separators; a run of letters, which is cut further below; the dots of an ellipsis and
# the strokes of a dash, which are one mark; any other character.
_TOKEN = re.compile(r"\d+(?:[,，]\d{3}(?!\d))*(?:[.．]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|…+|⋯+|—+|\.{3,}|\S")
_HAN_DIGITS = frozenset("〇零一二三四五六七八九十百千")
# Scripts that put no spaces between words, or change inside the word: their unit is the grapheme cluster. Thai and Lao,
# Burmese, Hangul, Khmer; then Han, kana and all between; the supplementary planes hold Han and emoji.
_UNSPACED = ((0xE00, 0xEFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x2E80, 0xA4CF), (0xA960, 0xA97F),
             (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF66, 0xFFDC), (0x1B000, 0x1B2FF), (0x1F000, 0x3FFFF))  # fmt: skip
# Symbols of tokens that are told apart by sort, not by text; no text holds an unpaired surrogate by chance.
MASK_SYMBOL = "\ud800"
# How far a pattern of the user's may look beyond the stretch in which it is searched.
_AHEAD = 64
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
    pieces: list[tuple[int, int]] = []
    for found in _TOKEN.finditer(text, start, end):
        begin, stop = found.span()
        if stop - begin == 1 or text[begin].isdecimal() or not text[begin].isalnum() or found.group().isascii():
            pieces.append((begin, stop))
        else:
            pieces += _letter_pieces(text, begin, stop)
    if not any(_joins(char) for char in set(text[start:end])):
        return pieces
    return _mended(text, pieces)


def _letter_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a run of letters: words of spaced scripts and Chinese numerals stay whole, other letters stand alone."""
    run = text[start:end]
    if min(run) >= "一" and max(run) <= "鿿" and _HAN_DIGITS.isdisjoint(run):  # as most runs of Chinese text
        return [(at, at + 1) for at in range(start, end)]
    pieces: list[tuple[int, int]] = []
    for at in range(start, end):
        sort = _sort(text[at])
        if at == start:
            glued = False
        elif text[at] in _WORD_JOINTS:
            glued = _sort(text[at - 1]) == _sort(text[at + 1]) == "word"
        elif text[at - 1] in _WORD_JOINTS:
            glued = sort == _sort(text[at - 2]) == "word"
        else:
            glued = bool(sort) and sort == _sort(text[at - 1])
        pieces[len(pieces) - glued :] = [(pieces[-1][0] if glued else at, at + 1)]
    return pieces


@lru_cache(maxsize=4096)
def _sort(char: str) -> str:
    """Tell letters of words and Chinese digits, which stand together, from letters that stand alone."""
    if char in _HAN_DIGITS:
        return "digit"
    if not char.isalpha() or any(low <= ord(char) <= high for low, high in _UNSPACED):
        return ""
    return "word"


def _mended(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what a grapheme cluster or a mark inside a word holds together."""
    mended: list[tuple[int, int]] = []
    after_mark = False
    for begin, stop in pieces:
        touches = bool(mended) and mended[-1][1] == begin
        joint = touches and _is_joint(text, begin)
        # A combining mark inside a word splits it for the pattern above: put it together again.
        inside_word = touches and after_mark and _sort(text[begin]) == _sort(text[mended[-1][0]]) == "word"
        if joint or inside_word:
            mended[-1] = (mended[-1][0], stop)
        else:
            mended.append((begin, stop))
        after_mark = joint and (extends(text[stop - 1]) or after_mark)
    return mended


def styled(text: str, start: int, end: int, styles: tuple[MaskStyle, ...]) -> list[tuple[Span, MaskStyle]]:
    r"""Find the masks of the user's own styles inside `[start, end)`, ascending and disjoint, each with its style.

    A match takes in the rest of a number, a word or a mask that it would cut; one that
    crosses a line is none. Of matches that share characters the first style names the whole.

    >>> [tuple(span) for span, _ in styled("甲方N.N.，乙方", 0, 9, (MaskStyle("N.N.", r"N\.N\."),))]
    [(2, 6)]
    """
    from difftool.view.patterns import compiled  # noqa: PLC0415 - only own styles need it

    matches: list[tuple[int, int, int]] = []
    for rank, style in enumerate(styles):
        # What follows is looked at, but not the whole of a long text for each of its paragraphs.
        for found in compiled(style.pattern).finditer(text, start, min(len(text), end + _AHEAD)):
            if found.start() >= end:
                break
            inner = found.group().strip()
            first = found.start() + found.group().find(inner)
            if inner and first + len(inner) <= end and "\n" not in inner and "\r" not in inner:
                matches.append((first, first + len(inner), rank))
    masks: list[tuple[Span, MaskStyle]] = []
    pieces: list[tuple[int, int]] = []
    line_end = start
    for first, last, rank in sorted(matches):
        if first >= line_end:
            line_end = text.find("\n", first, end)
            line_end = end if line_end < 0 else line_end
            pieces = boundaries(text, max(start, text.rfind("\n", start, first) + 1), line_end)
        head = pieces[bisect_right(pieces, first, key=itemgetter(0)) - 1][0]
        tail = pieces[bisect_left(pieces, last, key=itemgetter(1))][1]
        if masks and head < masks[-1][0].end:
            masks[-1] = (Span(masks[-1][0].start, max(tail, masks[-1][0].end)), masks[-1][1])
        else:
            masks.append((Span(head, tail), styles[rank]))
    return masks


def masks_in(text: str, start: int, end: int, styles: tuple[MaskStyle, ...] = ()) -> list[Span]:
    """Find the masks inside `[start, end)` as `mask_spans` does, and those of the user's own styles with them."""
    plain = mask_spans(text, start, end)
    own = [span for span, _ in styled(text, start, end, styles)] if styles else []
    if not own:
        return plain
    starts = [span.start for span in own]
    return sorted([*own, *[one for one in plain if not own[bisect_right(starts, one.start) - 1].contains(one)]])


def boundaries(text: str, start: int, end: int, styles: tuple[MaskStyle, ...] = ()) -> list[tuple[int, int]]:
    """List the tokens of `[start, end)` as pairs of positions, white space left out.

    `styles` are the user's own masks, none of which is cut.
    Linear in the length but for long runs of regional indicators.

    >>> boundaries("2020年 don't", 0, 11)
    [(0, 4), (4, 5), (6, 11)]
    >>> boundaries("共****个", 0, 6)
    [(0, 1), (1, 5), (5, 6)]
    """
    found: list[tuple[int, int]] = []
    at = start
    for mask in masks_in(text, start, end, styles):
        found.extend(_pieces(text, at, mask.start))
        found.append((mask.start, mask.end))
        at = mask.end
    found.extend(_pieces(text, at, end))
    return found


def tokens(text: str, span: Span, styles: tuple[MaskStyle, ...] = ()) -> list[Token]:
    """List the tokens of a span with the symbols by which a diff compares them.

    A symbol is the token's text after the one-to-one folds; all masks share
    one, so that two styles of mask answer each other; `styles` are the user's own.

    >>> [token.symbol for token in tokens("國（Ａ）", Span(0, 4))]
    ['国', '(', 'a', ')']
    """
    start, end = span
    folded = match(text[start:end])
    masks = masks_in(text, start, end, styles)
    found: list[Token] = []
    at = start
    for mask in [*masks, Span(end, end)]:
        found += [Token(s, e, folded[s - start : e - start]) for s, e in _pieces(text, at, mask.start)]
        if not mask.is_empty:
            found.append(Token(mask.start, mask.end, MASK_SYMBOL))
        at = mask.end
    return found
