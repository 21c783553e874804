"""The edit script inside a link, down to the character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from difftool.align.leaf import Block
from difftool.align.narrowing import narrowed
from difftool.align.sequence import Region, equal_blocks
from difftool.align.tidy import Side, tidy
from difftool.model import Edit, Limit, MaskStyle, Span
from difftool.view.tokens import Token, extends, styled, tokens

# Tokens are numbered by code points without the surrogates. Should a text have more different tokens than there
# are code points, some share one; that is harmless, for the sources of tokens that answer each other are compared.
_SURROGATES = 0xD800
_SURROGATE_COUNT = 0x800
_CODES = 0x110000 - _SURROGATE_COUNT
# Stretches longer than this are compared sentence by sentence first, so that only what differs is cut into tokens.
_LONG = 2_000
_TOO_LARGE = "too large and too unlike to be compared character by character"
_SENTENCE = r"[^。！？；\n]*[。！？；\n]+|[^。！？；\n]+"


def edits(
    left: str, right: str, stretch: Edit, work_limit: int, styles: tuple[MaskStyle, ...] = ()
) -> tuple[list[Edit], list[Limit]]:
    """Find the edits inside a stretch that turn its left side into its right one, ascending and disjoint.

    Tokens are compared by their folded symbols; where two tokens answer each
    other but differ in the source, the difference is an edit too, and so is
    white space that differs between them. No edit cuts a number, a word, a
    mask (`styles` are the user's own) or a grapheme cluster. Spans are in code points of the whole texts.
    Bounds as in `equal_blocks`; what the limit cut comes back as limits.

    >>> found, limits = edits("共****个，", "共xxxx个,", Edit(Span(0, 7), Span(0, 7)), 100)
    >>> [tuple(edit.left) for edit in found]
    [(1, 5), (6, 7)]
    """
    if stretch.left.of(left) == stretch.right.of(right):
        return [], []
    found: list[Edit] = []
    limits: list[Limit] = []
    for piece in _unequal_sentences(left, right, stretch, work_limit, styles):
        if isinstance(piece, Limit):
            found.append(Edit(piece.left, piece.right))
            limits.append(piece)
        else:
            fine, cut = _fine_edits(left, right, piece, work_limit, styles)
            found += fine
            limits += cut
    return found, limits


def _unequal_sentences(
    left: str, right: str, stretch: Edit, work_limit: int, styles: tuple[MaskStyle, ...]
) -> list[Edit | Limit]:
    """Cut long stretches down to those of their sentences that differ; a short stretch is given back whole."""
    if min(stretch.left.length, stretch.right.length) < _LONG:
        return [stretch]
    ends = _sentence_ends(left, stretch.left, styles), _sentence_ends(right, stretch.right, styles)
    codes: dict[str, str] = {}
    one, other = _coded(_texts(left, ends[0]), codes), _coded(_texts(right, ends[1]), codes)
    if len(codes) > _CODES:
        return [stretch]
    found, unread = equal_blocks(one, other, work_limit)
    stretches: list[Edit | Limit] = []
    for region in _regions(found, len(one), len(other)):
        here = Span(ends[0][region.left_start], ends[0][region.left_end])
        there = Span(ends[1][region.right_start], ends[1][region.right_end])
        stretches.append(Limit("sentences", here, there, _TOO_LARGE) if region in unread else Edit(here, there))
    return stretches


def _sentence_ends(text: str, span: Span, styles: tuple[MaskStyle, ...]) -> list[int]:
    """Give the start of a stretch and the end of each of its sentences; none parts a character from its marks.

    None cuts a mask of the user's own style, which may hold a stop.
    """
    ends = [found.end() for found in re.compile(_SENTENCE).finditer(text, *span)]
    whole = [span.start, *[end for end in ends if end == span.end or not extends(text[end])]]
    inside = {at for mask, _ in styled(text, *span, styles) for at in range(mask.start + 1, mask.end)} if styles else ()
    return [end for end in whole if end not in inside] if inside else whole


def _texts(text: str, ends: Sequence[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise(ends)]


def _fine_edits(
    left: str, right: str, stretch: Edit, work_limit: int, styles: tuple[MaskStyle, ...]
) -> tuple[list[Edit], list[Limit]]:
    """Compare two stretches token by token."""
    if not styles:
        stretch = narrowed(left, right, stretch)
    one, other = tokens(left, stretch.left, styles), tokens(right, stretch.right, styles)
    codes: dict[str, str] = {}
    coded = [_coded([token.symbol for token in side], codes) for side in (one, other)]
    found, unread = equal_blocks(coded[0], coded[1], work_limit)
    regions = tidy(_regions(found, len(one), len(other)), Side(left, one), Side(right, other))
    script = _Script(left, right, one, other)
    at_left, at_right = 0, 0
    script.begin(stretch.left.start, stretch.right.start)
    for region in regions:
        script.equal(at_left, at_right, region.left_start - at_left)
        script.unequal(one[region.left_start : region.left_end], other[region.right_start : region.right_end])
        at_left, at_right = region.left_end, region.right_end
    script.equal(at_left, at_right, len(one) - at_left)
    script.end(stretch.left.end, stretch.right.end)
    return script.edits, [_limit(region, one, other) for region in unread]


def _coded(symbols: Sequence[str], codes: dict[str, str]) -> str:
    """Turn symbols into one code point each, the same symbol into the same one."""
    for symbol in symbols:
        if symbol not in codes:
            code = len(codes) % _CODES
            codes[symbol] = chr(code if code < _SURROGATES else code + _SURROGATE_COUNT)
    return "".join([codes[symbol] for symbol in symbols])


def _regions(found: Sequence[Block], left_count: int, right_count: int) -> list[Region]:
    """List what lies between the equal blocks."""
    regions: list[Region] = []
    at_left = at_right = 0
    for block in [*found, Block(left_count, right_count, 0)]:
        if block.left > at_left or block.right > at_right:
            regions.append(Region(at_left, block.left, at_right, block.right))
        at_left, at_right = block.left + block.length, block.right + block.length
    return regions


def _limit(region: Region, one: Sequence[Token], other: Sequence[Token]) -> Limit:
    left = Span(one[region.left_start].start, one[region.left_end - 1].end)
    right = Span(other[region.right_start].start, other[region.right_end - 1].end)
    return Limit("characters", left, right, _TOO_LARGE)


class _Script:
    """Collect edits in source positions from runs of equal and unequal tokens.

    `place` is how far both sources are told; a run of unequal tokens waits
    until the next equal token shows where the white space after it ends.
    """

    def __init__(self, left: str, right: str, one: Sequence[Token], other: Sequence[Token]) -> None:
        self.left, self.right = left, right
        self.one, self.other = one, other
        self.edits: list[Edit] = []
        self.place = (0, 0)
        self.waiting: tuple[Sequence[Token], Sequence[Token]] = ((), ())

    def begin(self, left: int, right: int) -> None:
        self.place = (left, right)

    def equal(self, left: int, right: int, count: int) -> None:
        """Tell `count` token pairs that answer each other; emit what their sources hide."""
        if not count:
            return
        first, second = self.one[left], self.other[right]
        self._gap(first.start, second.start)
        last, final = self.one[left + count - 1], self.other[right + count - 1]
        if self.left[first.start : last.end] != self.right[second.start : final.end]:
            self.place = (first.start, second.start)
            for index in range(count):
                one, other = self.one[left + index], self.other[right + index]
                self._gap(one.start, other.start)
                self._emit(one.start, one.end, other.start, other.end)
                self.place = (one.end, other.end)
        self.place = (last.end, final.end)

    def unequal(self, one: Sequence[Token], other: Sequence[Token]) -> None:
        """Keep tokens that have no answer, until the white space behind them is known."""
        self.waiting = (one, other)

    def end(self, left: int, right: int) -> None:
        self._gap(left, right)

    def _gap(self, left: int, right: int) -> None:
        """Tell what stands between `place` and the next equal pair, which starts at `left` and `right`."""
        one, other = self.waiting
        self.waiting = ((), ())
        at_left, at_right = self.place
        if one and other:
            self._emit(at_left, one[0].start, at_right, other[0].start)
            self._emit(one[0].start, one[-1].end, other[0].start, other[-1].end)
            self._emit(one[-1].end, left, other[-1].end, right)
        elif one:
            self._alone(Span(at_left, left), one, Span(at_right, right), mirror=False)
        elif other:
            self._alone(Span(at_right, right), other, Span(at_left, left), mirror=True)
        else:
            self._emit(at_left, left, at_right, right)

    def _alone(self, here: Span, run: Sequence[Token], there: Span, *, mirror: bool) -> None:
        """Tell a pure deletion (mirrored: insertion) together with the white space that came with it."""
        text, opposite = (self.right, self.left) if mirror else (self.left, self.right)
        before, after = text[here.start : run[0].start], text[run[-1].end : here.end]
        kept = there.of(opposite)
        if kept == before:
            pieces = [(run[0].start, here.end, there.end, there.end)]
        elif kept == after:
            pieces = [(here.start, run[-1].end, there.start, there.start)]
        else:
            pieces = [
                (here.start, run[0].start, there.start, there.end),
                (run[0].start, here.end, there.end, there.end),
            ]
        for start, end, other_start, other_end in pieces:
            if mirror:
                self._emit(other_start, other_end, start, end)
            else:
                self._emit(start, end, other_start, other_end)

    def _emit(self, left_start: int, left_end: int, right_start: int, right_end: int) -> None:
        if self.left[left_start:left_end] != self.right[right_start:right_end]:
            self.edits.append(Edit(Span(left_start, left_end), Span(right_start, right_end)))
