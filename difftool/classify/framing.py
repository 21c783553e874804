"""Places of two texts in which what stands right around a mask stands around a value, without a gap.

Asked by `leaks`, for whole texts: what it looks for is found by a few signs as they stand, and what is
unchanged in the other text is not read twice, so that a book costs little. `showing` finds more, in
small texts and by the neighbours one by one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from difftool.classify.neighbours import REACH, STRONG, Neighbours, neighbours
from difftool.classify.showing import LONGEST, is_value, reach_of
from difftool.classify.wanted import Place, Shown, Wanted, matched
from difftool.model import Document, Link, LinkKind, Span
from difftool.view.places import places

# What recurs so often names no slot.
_MOST_PLACES = 64
# From so many different signs on, one pass over the text is faster than a search for each.
_MANY = 64
# The fewest code points sought on the longer side of a mask.
_SHORTEST = 4
_LINE_ENDS = frozenset("\r\n")


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
        if len(left) == 2 * back and len(right) >= ahead and _LINE_ENDS.isdisjoint(left):
            found[Frame(left, ahead=True)].add(right[:ahead])
        if len(right) == 2 * ahead and len(left) >= back and _LINE_ENDS.isdisjoint(right):
            found[Frame(right, ahead=False)].add(left[-back:])
    return dict(found)


def occurrences(left: Document, right: Document, links: Sequence[Link], some: Collection[Frame]) -> tuple[Found, Found]:
    """Give where the signs of frames start in the paragraphs of both texts; nowhere for what is common in either.

    Unchanged paragraphs of the right are not read: there the signs stand as in the left. Linear.
    """
    keys = sorted({one.signs for one in some})
    partners: list[int] = [-1] * len(left.paragraphs)
    changed: list[int] = []
    for link in links:
        if link.kind is LinkKind.EQUAL:
            partners[link.left[0]] = link.right[0]
        else:
            changed += link.right
    here = _in_paragraphs(left, range(len(left.paragraphs)), keys)
    there = _in_paragraphs(right, changed, keys)
    for key in keys:
        there[key] += [(partners[home], offset) for home, offset in here[key] if partners[home] >= 0]
        if max(len(here[key]), len(there[key])) > _MOST_PLACES:
            here[key] = there[key] = []
    return _placed(left, here), _placed(right, there)


def _in_paragraphs(document: Document, indices: Sequence[int], keys: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """Find each key inside some paragraphs, as the paragraph's number and the place in it."""
    spans = [document.paragraphs[index] for index in indices]
    joints = list(accumulate((span.length + 1 for span in spans), initial=0))
    text = "\n".join([span.of(document.text) for span in spans])
    found: dict[str, list[tuple[int, int]]] = {}
    for key, starts in _occurrences(text, keys).items():
        homes = [bisect_right(joints, start) - 1 for start in starts]
        found[key] = [(indices[home], start - joints[home]) for start, home in zip(starts, homes, strict=True)]
    return found


def _placed(document: Document, found: Mapping[str, Sequence[tuple[int, int]]]) -> Found:
    return {
        key: sorted(document.paragraphs[home].start + offset for home, offset in some) for key, some in found.items()
    }


def framed(wanted: Wanted, source: str, number: int, found: Found) -> Iterator[Shown]:
    """Find the places of a source where the neighbours of a mask stand around a value, eight of them without a gap.

    `found` tells where the signs of its frames stand, `number` names the source in what is given; the
    neighbourhood is compared folded.

    >>> from difftool.model import Mask, Nature, document
    >>> one = document("庆祝中国共产党成立xxx周年，组织出版。今年是中国共产党成立一百周年，是开局之年。")
    >>> mask = Mask(Span(9, 12), "xxx", "x", 3, "", "anniversary", "周年", Nature.HIDDEN)
    >>> wanted = Wanted.of(one.text, [mask], [0])
    >>> found = occurrences(one, one, [Link(LinkKind.EQUAL, (0,), (0,))], frames(wanted))[0]
    >>> [(one.value, one.before, one.after) for one in framed(wanted, one.text, 0, found)]
    [('一百', 6, 3)]
    """
    slots: defaultdict[object, list[int]] = defaultdict(list)
    for index, around in wanted.slots.items():
        for key in _keys(around):
            slots[key].append(index)
    slotted: list[Place] = []
    for span in sorted(set(_spans(source, frames(wanted), found))):
        around = neighbours(source, span)
        keys = frozenset(_keys(around))
        if any(key in slots for key in keys):
            slotted.append(Place(span, around, keys))
    yield from matched(wanted, slots, slotted, source, number)


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
    """Find where each of some strings starts in a text; of a common one, one place more than is of use."""
    if len(keys) < _MANY:
        return {key: list(islice(places(text, key), _MOST_PLACES + 1)) for key in keys}
    found: dict[str, list[int]] = {key: [] for key in keys}
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
                if len(found[key]) <= _MOST_PLACES and text.startswith(key, at):
                    found[key].append(at)
    return found
