"""The pieces of a text without masks that a diff may not cut: numbers, words, grapheme clusters, single characters.

Asked by `tokens`, which knows where the masks are.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

# A number with its separators; a run of letters, which is cut further below; the dots of an ellipsis and
# the strokes of a dash, which are one mark; any other character.
_TOKEN = re.compile(r"\d+(?:[,，]\d{3}(?!\d))*(?:[.．]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|…+|⋯+|—+|\.{3,}|\S")
_HAN_DIGITS = frozenset("〇零一二三四五六七八九十百千")
# Scripts that put no spaces between words, or change inside the word: their unit is the grapheme cluster. Thai and Lao,
# Burmese, Hangul, Khmer; then Han, kana and all between; the supplementary planes hold Han and emoji.
_UNSPACED = ((0xE00, 0xEFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x2E80, 0xA4CF), (0xA960, 0xA97F),
             (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF66, 0xFFDC), (0x1B000, 0x1B2FF), (0x1F000, 0x3FFFF))  # fmt: skip
_ZWJ = "\u200d"
# Of shorter texts so little is cut that the pattern of what is passed over would take longer to compile.
_LONG = 100_000
_WORD_JOINTS = "'’ʼ"


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


# Marks of one piece whatever stands beside them, but for digits; none begins a mask.
_LONE_MARKS = frozenset('，。、；：？！“”‘《》〈〉「」『』〔〕】）,;:!?"')


@lru_cache(maxsize=8192)
def _is_lone(char: str) -> bool:
    return ("一" <= char <= "鿿" and char not in _HAN_DIGITS and char != "某") or char in _LONE_MARKS


def are_lone(text: str) -> bool:
    """Tell whether each character is one piece and none is of a mask, as far as nothing else stands among them.

    >>> are_lone("坚持，不懈"), are_lone("十分"), are_lone("某人"), are_lone("a")
    (True, False, False, False)
    """
    return all(map(_is_lone, text))


def pieces(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Cut `[start, end)` where no mask is: give the starts and the ends of its pieces, white space left out.

    >>> pieces("2020年 don't", 0, 11)
    ([0, 4, 6], [4, 5, 11])
    """
    starts: list[int] = []
    ends: list[int] = []
    clusters = False
    alone = _alone() if len(text) >= _LONG else None
    at = start
    while at < end:
        if alone and (passed := alone.match(text, at, end)):
            stop = passed.end() - (at < passed.end() < end)  # the last sign may make one with what stands behind
            starts += range(at, stop)
            ends += range(at + 1, stop + 1)
            at = stop
        found = _TOKEN.search(text, at, end)
        if not found:
            break
        begin, at = found.span()
        run = text[begin:at]
        if at - begin == 1:
            starts.append(begin)
            ends.append(at)
            clusters = clusters or _joins(run)
        elif min(run) >= "一" and max(run) <= "鿿" and _HAN_DIGITS.isdisjoint(run):  # as most runs of Chinese text
            starts += range(begin, at)
            ends += range(begin + 1, at + 1)
        elif run.isascii() or run[0].isdecimal() or not run[0].isalnum():
            starts.append(begin)
            ends.append(at)
        else:
            clusters = clusters or any(map(_joins, run))
            for first, last in _letter_pieces(text, begin, at):
                starts.append(first)
                ends.append(last)
    if clusters:
        mended = _mended(text, list(zip(starts, ends, strict=True)))
        return [begin for begin, _ in mended], [stop for _, stop in mended]
    return starts, ends


@cache
def _alone() -> re.Pattern[str]:
    """Find characters and marks in a row that are a piece each: a numeral is, unless it stands beside another."""
    letters = sorted(map(ord, _HAN_DIGITS - {"〇"}))
    ranges = [f"{chr(low + 1)}-{chr(high - 1)}" for low, high in pairwise([0x4DFF, *letters, 0xA000]) if high - low > 1]
    digits = "".join(sorted(_HAN_DIGITS))
    return re.compile(f"(?:[{''.join(ranges)}{re.escape(''.join(sorted(_LONE_MARKS)))}]++|[{digits}](?![{digits}]))*+")


def _letter_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a run of letters: words of spaced scripts and Chinese numerals stay whole, other letters stand alone."""
    pieces: list[tuple[int, int]] = []
    before = ""
    for at in range(start, end):
        sort = _sort(text[at])
        if at == start:
            glued = False
        elif text[at] in _WORD_JOINTS:
            glued = before == _sort(text[at + 1 : at + 2]) == "word"
        elif text[at - 1] in _WORD_JOINTS:
            glued = sort == _sort(text[at - 2]) == "word"
        else:
            glued = sort != "" and sort == before
        if glued:
            pieces[-1] = (pieces[-1][0], at + 1)
        else:
            pieces.append((at, at + 1))
        before = sort
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
