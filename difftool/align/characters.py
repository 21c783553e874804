"""The edit script inside a link, down to the character."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from difftool.align.ends import common_ends
from difftool.align.leaf import Block
from difftool.align.narrowing import narrowed, plain_edit
from difftool.align.sequence import Region, equal_blocks
from difftool.align.tidy import Side, tidy
from difftool.model import Edit, Limit, MaskStyle, Span
from difftool.view.pieces import extends
from difftool.view.tokens import Columns, columns, styled

# Tokens are numbered by code points without the surrogates. Should a text have more different tokens than there
# are code points, some share one; that is harmless, for the sources of tokens that answer each other are compared.
_SURROGATES = 0xD800
_SURROGATE_COUNT = 0x800
_CODES = 0x110000 - _SURROGATE_COUNT
# Stretches longer than this are compared sentence by sentence first, so that only what differs is cut into tokens.
_LONG = 2_000
_TOO_LARGE = "too large and too unlike to be compared character by character"
_SENTENCE = r"[^。！？；\n]*[。！？；\n]+|[^。！？；\n]+"


def edits(  # noqa: PLR0913 - the texts, the place, what the user set, and what is known already
    left: str,
    right: str,
    stretch: Edit,
    work_limit: int,
    styles: tuple[MaskStyle, ...] = (),
    *,
    ends: tuple[int, int] | None = None,
) -> tuple[list[Edit], list[Limit]]:
    """Find the edits inside a stretch that turn its left side into its right one, ascending and disjoint.

    Tokens are compared by their folded symbols; where two tokens answer each
    other but differ in the source, the difference is an edit too, and so is
    white space that differs between them. No edit cuts a number, a word, a
    mask (`styles` are the user's own) or a grapheme cluster. Spans are in code points of the whole texts.
    `ends` are the stretch's common ends where they are known.
    Bounds as in `equal_blocks`; what the limit cut comes back as limits.

    >>> found, limits = edits("共****个，", "共xxxx个,", Edit(Span(0, 7), Span(0, 7)), 100)
    >>> [tuple(edit.left) for edit in found]
    [(1, 5), (6, 7)]
    """
    if ends is None:
        ends = common_ends(stretch.left.of(left), stretch.right.of(right))
    if ends[0] == stretch.left.length == stretch.right.length:
        return [], []
    if min(stretch.left.length, stretch.right.length) < _LONG:
        return _fine_edits(left, right, _inner(left, right, stretch, ends, styles), work_limit, styles)
    found: list[Edit] = []
    limits: list[Limit] = []
    for piece in _unequal_sentences(left, right, stretch, work_limit, styles):
        if isinstance(piece, Limit):
            found.append(Edit(piece.left, piece.right))
            limits.append(piece)
        else:
            same = common_ends(piece.left.of(left), piece.right.of(right))
            fine, cut = _fine_edits(left, right, _inner(left, right, piece, same, styles), work_limit, styles)
            found += fine
            limits += cut
    return found, limits


def _unequal_sentences(
    left: str, right: str, stretch: Edit, work_limit: int, styles: tuple[MaskStyle, ...]
) -> list[Edit | Limit]:
    """Cut a long stretch down to those of its sentences that differ."""
    ends = _sentence_ends(left, stretch.left, styles), _sentence_ends(right, stretch.right, styles)
    texts = _texts(left, ends[0]), _texts(right, ends[1])
    if len(set(texts[0]).union(texts[1])) > _CODES:
        return [stretch]
    one, other = _coded(*texts)
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


def _inner(left: str, right: str, stretch: Edit, ends: tuple[int, int], styles: tuple[MaskStyle, ...]) -> Edit:
    """Narrow a stretch to what differs, but where a mask of the user's may reach into what does not."""
    return stretch if styles else narrowed(left, right, stretch, ends)


def _fine_edits(
    left: str, right: str, stretch: Edit, work_limit: int, styles: tuple[MaskStyle, ...]
) -> tuple[list[Edit], list[Limit]]:
    """Compare two stretches token by token."""
    if not styles:
        plain = plain_edit(left, right, stretch)
        if plain is not None:
            return [plain], []
    one, other = columns(left, stretch.left, styles), columns(right, stretch.right, styles)
    count, other_count = len(one.starts), len(other.starts)
    found, unread = equal_blocks(*_coded(one.symbols, other.symbols), work_limit)
    regions = tidy(_regions(found, count, other_count), Side(left, one), Side(right, other))
    script = _Script(left, right, one, other)
    at_left, at_right = 0, 0
    script.place = (stretch.left.start, stretch.right.start)
    for region in regions:
        script.equal(at_left, at_right, region.left_start - at_left)
        script.unequal(region)
        at_left, at_right = region.left_end, region.right_end
    script.equal(at_left, at_right, count - at_left)
    script.end(stretch.left.end, stretch.right.end)
    return script.edits, [_limit(region, one, other) for region in unread]


def _coded(one: Sequence[str], other: Sequence[str]) -> tuple[str, str]:
    """Turn the symbols of both sides into one code point each, the same symbol into the same one."""
    left, right = "".join(one), "".join(other)
    both = left + right
    # Most texts are in characters that can stand for themselves: no surrogates, and none that is two in UTF-16.
    if len(both) == len(one) + len(other) and both.isprintable() and max(both, default="") <= "\uffff":
        return left, right
    codes = dict.fromkeys([*one, *other], "")
    for number, symbol in enumerate(codes):
        code = number % _CODES
        codes[symbol] = chr(code if code < _SURROGATES else code + _SURROGATE_COUNT)
    return "".join([codes[symbol] for symbol in one]), "".join([codes[symbol] for symbol in other])


def _regions(found: Sequence[Block], left_count: int, right_count: int) -> list[Region]:
    """List what lies between the equal blocks."""
    regions: list[Region] = []
    at_left = at_right = 0
    for block in [*found, Block(left_count, right_count, 0)]:
        if block.left > at_left or block.right > at_right:
            regions.append(Region(at_left, block.left, at_right, block.right))
        at_left, at_right = block.left + block.length, block.right + block.length
    return regions


def _limit(region: Region, one: Columns, other: Columns) -> Limit:
    left = Span(one.starts[region.left_start], one.ends[region.left_end - 1])
    right = Span(other.starts[region.right_start], other.ends[region.right_end - 1])
    return Limit("characters", left, right, _TOO_LARGE)


_NOTHING = Region(0, 0, 0, 0)


class _Script:
    """Collect edits in source positions from runs of equal and unequal tokens.

    `place` is how far both sources are told; a run of unequal tokens waits
    until the next equal token shows where the white space after it ends.
    """

    def __init__(self, left: str, right: str, one: Columns, other: Columns) -> None:
        self.left, self.right = left, right
        self.starts, self.ends = (one.starts, other.starts), (one.ends, other.ends)
        self.edits: list[Edit] = []
        self.place = (0, 0)
        self.waiting = _NOTHING

    def equal(self, left: int, right: int, count: int) -> None:
        """Tell `count` token pairs that answer each other; emit what their sources hide."""
        if not count:
            return
        starts, ends = self.starts, self.ends
        first, second = starts[0][left], starts[1][right]
        self._gap(first, second)
        last, final = ends[0][left + count - 1], ends[1][right + count - 1]
        if self.left[first:last] != self.right[second:final]:
            self.place = (first, second)
            for index in range(count):
                here, there = left + index, right + index
                self._gap(starts[0][here], starts[1][there])
                self._emit(starts[0][here], ends[0][here], starts[1][there], ends[1][there])
                self.place = (ends[0][here], ends[1][there])
        self.place = (last, final)

    def unequal(self, region: Region) -> None:
        """Keep tokens that have no answer, until the white space behind them is known."""
        self.waiting = region

    def end(self, left: int, right: int) -> None:
        self._gap(left, right)

    def _gap(self, left: int, right: int) -> None:
        """Tell what stands between `place` and the next equal pair, which starts at `left` and `right`."""
        region, self.waiting = self.waiting, _NOTHING
        at_left, at_right = self.place
        has_left, has_right = region.left_start < region.left_end, region.right_start < region.right_end
        if has_left:
            run = self.starts[0][region.left_start], self.ends[0][region.left_end - 1]
        if has_right:
            other = self.starts[1][region.right_start], self.ends[1][region.right_end - 1]
        if has_left and has_right:
            self._emit(at_left, run[0], at_right, other[0])
            self._emit(*run, *other)
            self._emit(run[1], left, other[1], right)
        elif has_left:
            self._alone(Span(at_left, left), run, Span(at_right, right), mirror=False)
        elif has_right:
            self._alone(Span(at_right, right), other, Span(at_left, left), mirror=True)
        else:
            self._emit(at_left, left, at_right, right)

    def _alone(self, here: Span, run: tuple[int, int], there: Span, *, mirror: bool) -> None:
        """Tell a pure deletion (mirrored: insertion) together with the white space that came with it."""
        text, opposite = (self.right, self.left) if mirror else (self.left, self.right)
        start, end = run
        before, after = text[here.start : start], text[end : here.end]
        kept = there.of(opposite)
        if kept == before:
            pieces = [(start, here.end, there.end, there.end)]
        elif kept == after:
            pieces = [(here.start, end, there.start, there.start)]
        else:
            pieces = [
                (here.start, start, there.start, there.end),
                (start, here.end, there.end, there.end),
            ]
        for first, last, other_first, other_last in pieces:
            if mirror:
                self._emit(other_first, other_last, first, last)
            else:
                self._emit(first, last, other_first, other_last)

    def _emit(self, left_start: int, left_end: int, right_start: int, right_end: int) -> None:
        if self.left[left_start:left_end] != self.right[right_start:right_end]:
            self.edits.append(Edit(Span(left_start, left_end), Span(right_start, right_end)))
