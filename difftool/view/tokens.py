r"""Tokens: the pieces of a text that a diff may not cut.

Numbers, words of spaced scripts, mask runs and grapheme clusters are one token
each; every other character is a token of its own. White space is none: what
lies between two tokens is the gap between them.
"""

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import NamedTuple

from difftool.model import MaskStyle, Span
from difftool.view.folds import match
from difftool.view.masks import mask_spans
from difftool.view.pieces import pieces

# Symbols of tokens that are told apart by sort, not by text; no text holds an unpaired surrogate by chance.
MASK_SYMBOL = "\ud800"
# How far a pattern of the user's may look beyond the stretch in which it is searched.
_AHEAD = 64


class Token(NamedTuple):
    """Hold one token: its place in the source and the symbol by which it is compared."""

    start: int
    end: int
    symbol: str


class Columns(NamedTuple):
    """Hold tokens in columns, for a text has as many as letters: their starts, their ends, their symbols."""

    starts: list[int]
    ends: list[int]
    symbols: list[str]


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
    cuts: list[tuple[int, int]] = []
    line_end = start
    for first, last, rank in sorted(matches):
        if first >= line_end:
            line_end = text.find("\n", first, end)
            line_end = end if line_end < 0 else line_end
            cuts = boundaries(text, max(start, text.rfind("\n", start, first) + 1), line_end)
        head = cuts[bisect_right(cuts, first, key=itemgetter(0)) - 1][0]
        tail = cuts[bisect_left(cuts, last, key=itemgetter(1))][1]
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
    starts, ends = _cut(text, start, end, masks_in(text, start, end, styles))
    return list(zip(starts, ends, strict=True))


def _cut(text: str, start: int, end: int, masks: list[Span]) -> tuple[list[int], list[int]]:
    """Give the starts and the ends of the tokens between and of these masks."""
    if not masks:
        return pieces(text, start, end)
    starts: list[int] = []
    ends: list[int] = []
    at = start
    for mask in masks:
        firsts, lasts = pieces(text, at, mask.start)
        starts += firsts
        ends += lasts
        starts.append(mask.start)
        ends.append(mask.end)
        at = mask.end
    firsts, lasts = pieces(text, at, end)
    return starts + firsts, ends + lasts


def columns(text: str, span: Span, styles: tuple[MaskStyle, ...] = ()) -> Columns:
    """List the tokens of a span with the symbols by which a diff compares them.

    A symbol is the token's text after the one-to-one folds; all masks share
    one, so that two styles of mask answer each other; `styles` are the user's own.

    >>> columns("國（Ａ）", Span(0, 4)).symbols
    ['国', '(', 'a', ')']
    """
    start, end = span
    folded = match(text[start:end])
    masks = masks_in(text, start, end, styles)
    starts, ends = _cut(text, start, end, masks)
    if len(starts) == end - start:
        symbols = list(folded)
    else:
        symbols = [folded[first - start : last - start] for first, last in zip(starts, ends, strict=True)]
    for mask in masks:
        symbols[bisect_left(starts, mask.start)] = MASK_SYMBOL
    return Columns(starts, ends, symbols)


def tokens(text: str, span: Span, styles: tuple[MaskStyle, ...] = ()) -> list[Token]:
    """List the tokens of a span one by one, as `columns` does.

    >>> tokens("國（Ａ）", Span(0, 4))[0]
    Token(start=0, end=1, symbol='国')
    """
    return list(map(Token, *columns(text, span, styles)))
