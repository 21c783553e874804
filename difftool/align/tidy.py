"""Borders that a careful editor would draw; what the edits rebuild never changes."""

from collections.abc import Sequence
from typing import NamedTuple

from difftool.align.sequence import Region
from difftool.view.tokens import MASK_SYMBOL, Columns

_SENTENCE_ENDS = frozenset("。！？!?；;…\n")
_CLAUSE_ENDS = frozenset("，、：,:")
_CLOSERS = {
    "）": "（",
    ")": "(",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
    "”": "“",
    "’": "‘",
    "】": "【",
    "〕": "〔",
    "]": "[",
}
# Less than a clause end gains: a cut pair is worse than a cut clause, but not than a cut sentence.
_HALF_PAIR = -3
_OPENERS = frozenset(_CLOSERS.values())
_BRACKETS = _OPENERS.union(_CLOSERS)
# A run that can slide farther stands in a text that repeats itself, where no border is better than another.
_FARTHEST_SLIDE = 500
_LONGEST_BALANCED = 500
# An island of so many equal tokens between two larger edits is chance; three or more are kept as they are.
_LONGEST_CHANCE_ISLAND = 2
# What went out and came in so near each other, and so short, may be two readings of one date or list.
_LONGEST_SHIFT = 6


class Side:
    """Hold one side's text and tokens, and answer what a border needs to know."""

    def __init__(self, text: str, tokens: Columns) -> None:
        """Keep both; nothing is copied."""
        self.text = text
        self.starts, self.ends, self.symbols = tokens

    def source(self, index: int) -> str:
        """Give the token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def rank(self, start: int, end: int) -> int:
        """Rate the borders of the tokens `[start, end)` when cut out: sentence over clause over word."""
        return self._level(start) + self._level(end) + self._balance(start, end)

    def _level(self, index: int) -> int:
        """Rate the border before token `index`."""
        if index in {0, len(self.starts)}:
            return 8
        end = self.ends[index - 1]
        gap = self.text[end : self.starts[index]]
        last = self.text[end - 1]
        if "\n" in gap or "\r" in gap:
            return 8
        if last in _SENTENCE_ENDS:
            return 6
        if last in _CLAUSE_ENDS:
            return 4
        return 2 if gap else 0

    def _balance(self, start: int, end: int) -> int:
        """Rate whole pairs of brackets above halves."""
        if end - start > _LONGEST_BALANCED:
            return 0
        if start == end or _BRACKETS.isdisjoint(self.text[self.starts[start] : self.ends[end - 1]]):
            return 0
        opened: list[str] = []
        for index in range(start, end):
            char = self.source(index)
            if char in _OPENERS:
                opened.append(char)
            elif char in _CLOSERS and (not opened or opened.pop() != _CLOSERS[char]):
                return _HALF_PAIR
        return _HALF_PAIR if opened else 0


def tidy(regions: Sequence[Region], left: Side, right: Side) -> list[Region]:
    """Slide pure insertions and deletions to the best border, and join edits over islands that are chance.

    `regions` are the unequal stretches in tokens, ascending; so is the result. A
    region slides only over tokens that are the same in the source, so the edits
    rebuild the same text. Linear in the regions, with at most 500 steps of a slide each way.
    """
    slid: list[Region] = []
    for index, region in enumerate(regions):
        before = slid[-1] if slid else Region(0, 0, 0, 0)
        after = regions[index + 1] if index + 1 < len(regions) else _end(left, right)
        slid.append(_slid(region, before, after, left, right))
    return _joined(_upright(slid, left, right), left, right)


def _upright(regions: Sequence[Region], left: Side, right: Side) -> list[Region]:
    """Read a run that went out here and one as long that came in near by as replacements, where that keeps as much.

    2月10日 against 10月2日 keeps one token either way, the 10 or the 月; only the second is what an editor sees.
    """
    found: list[Region] = []
    for region in regions:
        last = found[-1] if found else None
        straight = _straightened(last, region, left, right) if last else []
        found[len(found) - bool(straight) :] = straight or [region]
    return found


def _straightened(last: Region, region: Region, left: Side, right: Side) -> list[Region]:
    """Pair the tokens of both regions and of the island between by their places; nothing if that keeps less."""
    sizes = [(one.left_end - one.left_start, one.right_end - one.right_start) for one in (last, region)]
    island = region.left_start - last.left_end
    opposite = 0 in sizes[0] and sizes[0] == sizes[1][::-1]
    if not opposite or not 0 < island <= _LONGEST_SHIFT or max(sizes[0]) > _LONGEST_SHIFT:
        return []
    count = region.left_end - last.left_start
    pairs = [(last.left_start + at, last.right_start + at) for at in range(count)]
    kept = [left.symbols[one] == right.symbols[other] for one, other in pairs]
    if sum(kept) < island:
        return []
    return [Region(one, one + 1, other, other + 1) for (one, other), same in zip(pairs, kept, strict=True) if not same]


def _end(left: Side, right: Side) -> Region:
    return Region(len(left.starts), len(left.starts), len(right.starts), len(right.starts))


class _Run(NamedTuple):
    """Hold tokens that stand on one side only, and the place on the other side where they would go."""

    side: Side
    start: int
    end: int
    other: Side
    at: int

    def back(self, room: int) -> int:
        """Count how many tokens the run can slide back over, at most `room`."""
        for step in range(1, room + 1):
            gained = self.side.source(self.start - step)
            if gained != self.side.source(self.end - step) or gained != self.other.source(self.at - step):
                return step - 1
        return room

    def forth(self, room: int) -> int:
        """Count how many tokens the run can slide forth over, at most `room`."""
        for step in range(room):
            gained = self.side.source(self.end + step)
            if gained != self.side.source(self.start + step) or gained != self.other.source(self.at + step):
                return step
        return room


def _slid(region: Region, before: Region, after: Region, left: Side, right: Side) -> Region:
    """Move a pure insertion or deletion to its best border between its neighbours."""
    if region.left_start == region.left_end:
        run = _Run(right, region.right_start, region.right_end, left, region.left_start)
    elif region.right_start == region.right_end:
        run = _Run(left, region.left_start, region.left_end, right, region.right_start)
    else:
        return region
    back = run.back(min(region.left_start - before.left_end, _FARTHEST_SLIDE))
    forth = run.forth(min(after.left_start - region.left_end, _FARTHEST_SLIDE))
    if not back and not forth:
        return region
    # Of equal borders the last wins, as in other engines.
    shift = max(range(-back, forth + 1), key=lambda one: (run.side.rank(run.start + one, run.end + one), one))
    return Region(*[position + shift for position in region])


def _joined(regions: Sequence[Region], left: Side, right: Side) -> list[Region]:
    """Join regions that touch, and those with a chance island between them."""
    joined: list[Region] = []
    for region in regions:
        if joined and _belongs(joined[-1], region, left, right):
            last = joined[-1]
            joined[-1] = Region(last.left_start, region.left_end, last.right_start, region.right_end)
        else:
            joined.append(region)
    return joined


def _belongs(last: Region, region: Region, left: Side, right: Side) -> bool:
    island = region.left_start - last.left_end
    if not island:
        return True
    sizes = [max(one.left_end - one.left_start, one.right_end - one.right_start) for one in (last, region)]
    if island > _LONGEST_CHANCE_ISLAND or island >= min(sizes):
        return False
    near = left.symbols[last.left_start : region.left_end] + right.symbols[last.right_start : region.right_end]
    return not any(symbol == MASK_SYMBOL or symbol[0].isdigit() for symbol in near)
