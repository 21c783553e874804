"""Places of two texts in which what stands right around a mask stands around a value, without a gap.

Asked by `leaks`, for whole texts: what it looks for is found by a few signs as they stand, and what is
unchanged in the other text is not read twice, so that a book costs little. `showing` finds more, in
small texts and by the neighbours one by one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from difftool.classify.neighbours import REACH, STRONG, Neighbours, neighbours
from difftool.classify.showing import LONGEST, is_value, reach_of
from difftool.classify.wanted import Place, Shown, Wanted, matched
from difftool.model import Document, Link, LinkKind, Span

# Of signs that stand in more places than this the first are looked at: what recurs so often names no slot.
_MOST_PLACES = 32
# From so many different signs on, one pass over the text is faster than a search for each.
_MANY = 64
# The fewest code points sought on the longer side of a mask.
_SHORTEST = 4


class Frame(NamedTuple):
    """Hold the signs of one side of a mask, and which stand on its other side: `ahead`, the first stand before it."""

    signs: str
    ahead: bool


Frames = Mapping[Frame, Collection[str]]
Found = Mapping[str, Sequence[int]]


def frames(wanted: Wanted) -> dict[Frame, set[str]]:
    """List what is sought: four signs right beside a mask as they stand, with the two on its other side.

    Of words twice as many letters are taken.

    >>> from difftool.model import Mask
    >>> found = frames(Wanted.of("成立至今xxx周年以来", [Mask(Span(4, 7), "xxx", "x", 3)], [0]))
    >>> [(frame.signs, *near) for frame, near in found.items()]
    [('成立至今', '周年'), ('周年以来', '至今')]
    """
    found: defaultdict[Frame, set[str]] = defaultdict(set)
    for index in wanted.slots:
        start, end = wanted.masks[index].span
        back, ahead = reach_of(wanted.text[max(0, start - 1) : start]), reach_of(wanted.text[end : end + 1])
        left, right = wanted.text[max(0, start - 2 * back) : start], wanted.text[end : end + 2 * ahead]
        if len(left) == 2 * back and len(right) >= ahead:
            found[Frame(left, ahead=True)].add(right[:ahead])
        if len(right) == 2 * ahead and len(left) >= back:
            found[Frame(right, ahead=False)].add(left[-back:])
    return dict(found)


def occurrences(left: Document, right: Document, links: Sequence[Link], some: Collection[Frame]) -> tuple[Found, Found]:
    """Give where the signs of frames start in both texts, in their first places.

    Unchanged paragraphs of the right are not read: there the signs stand as in the left. Linear.
    """
    keys = sorted({one.signs for one in some})
    here = _occurrences(left.text, keys)
    starts = [span.start for span in left.paragraphs]
    shifts: list[int | None] = [None] * len(starts)
    changed: list[Span] = []
    for link in links:
        if link.kind is LinkKind.EQUAL:
            shifts[link.left[0]] = right.paragraphs[link.right[0]].start - left.paragraphs[link.left[0]].start
        elif link.right:
            changed.append(Span(right.paragraphs[link.right[0]].start, right.paragraphs[link.right[-1]].end))
    joints = list(accumulate((span.length + 1 for span in changed), initial=0))
    there = _occurrences("\n".join([span.of(right.text) for span in changed]), keys)
    for key, places in there.items():
        homes = [bisect_right(joints, place) - 1 for place in places]
        places[:] = [changed[home].start + place - joints[home] for place, home in zip(places, homes, strict=True)]
        homes = [bisect_right(starts, place) - 1 for place in here[key]]
        shifted = [shifts[home] if home >= 0 else None for home in homes]
        places += [at + shift for at, shift in zip(here[key], shifted, strict=True) if shift is not None]
    return here, {key: sorted(places)[:_MOST_PLACES] for key, places in there.items()}


def framed(wanted: Wanted, source: str, number: int, found: Found) -> Iterator[Shown]:
    """Find the places of a source where the neighbours of a mask stand around a value, eight of them without a gap.

    `found` tells where the signs of its frames stand, `number` names the source in what is given; the
    neighbourhood is compared folded.

    >>> from difftool.model import Mask, Nature, document
    >>> one = document("庆祝中国共产党成立xxx周年，组织出版。今年是中国共产党成立一百周年，是开局之年。")
    >>> mask = Mask(Span(9, 12), "xxx", "x", 3, "", "anniversary", "周年", Nature.HIDDEN)
    >>> wanted = Wanted.of(one.text, [mask], [0])
    >>> places = occurrences(one, one, [Link(LinkKind.EQUAL, (0,), (0,))], frames(wanted))[0]
    >>> [(one.value, one.before, one.after) for one in framed(wanted, one.text, 0, places)]
    [('一百', 6, 3)]
    """
    slots: defaultdict[object, list[int]] = defaultdict(list)
    for index, around in wanted.slots.items():
        for key in _keys(around):
            slots[key].append(index)
    places: list[Place] = []
    for span in sorted(set(_spans(source, frames(wanted), found))):
        around = neighbours(source, span)
        keys = frozenset(_keys(around))
        if any(key in slots for key in keys):
            places.append(Place(span, around, keys))
    yield from matched(wanted, slots, places, source, number)


def _keys(around: Neighbours) -> Iterator[object]:
    """Name each eight neighbours around a slot, at least two on either side, and all of them."""
    if len(around.before) == len(around.after) == REACH:
        yield around
    for before in range(2, STRONG - 1):
        after = STRONG - before
        if len(around.before) >= before and len(around.after) >= after:
            yield around.before[:before], around.after[:after]


def _spans(source: str, sought: Frames, found: Found) -> Iterator[Span]:
    """Find the values between the signs of a frame and what stands on its other side."""
    for (signs, ahead), nears in sought.items():
        for at in found[signs]:
            for near in nears:
                if ahead:
                    begin = at + len(signs)
                    end = source.find(near, begin + 1, begin + LONGEST)
                else:
                    end = at
                    begin = source.rfind(near, max(0, end - LONGEST), end - 1)
                    begin += len(near) if begin >= 0 else 0
                if 0 <= begin < end and is_value(source[begin:end], source[begin - 1 : begin]):
                    yield Span(begin, end)


def _occurrences(text: str, keys: Sequence[str]) -> dict[str, list[int]]:
    """Find where each of some strings starts in a text, in its first places."""
    found: dict[str, list[int]] = {key: [] for key in keys}
    if len(keys) < _MANY:
        for key in keys:
            at = text.find(key)
            while at >= 0 and len(found[key]) < _MOST_PLACES:
                found[key].append(at)
                at = text.find(key, at + 1)
        return found
    # Every other place is enough to see one of two parts of three signs.
    size = _SHORTEST - 1
    by_start: defaultdict[str, list[str]] = defaultdict(list)
    parts: set[str] = set()
    for key in keys:
        by_start[key[:_SHORTEST]].append(key)
        parts |= {key[:size], key[1 : 1 + size]}
    for hit in [at for at in range(0, len(text), 2) if text[at : at + size] in parts]:
        for at in (hit - 1, hit) if hit else (hit,):
            for key in by_start.get(text[at : at + _SHORTEST], ()):
                if len(found[key]) < _MOST_PLACES and text.startswith(key, at) and at not in found[key][-1:]:
                    found[key].append(at)
    return found
