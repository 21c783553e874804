"""Numbers of a text that stand where a mask may have stood: sought from the numbers, not from the masks.

Asked by `exposures`, for a check has the time that a comparison has not. Finds what `showing` passes
over: places whose nearest signs differ.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from difftool.classify.neighbours import POSSIBLE, Neighbours, neighbours
from difftool.classify.wanted import Place, Shown, Wanted, is_numeric, matched
from difftool.model import Span
from difftool.view.numerals import value

_NUMBER = r"\d+(?:[,，]\d{3}(?!\d))*(?:[.．]\d+)?|[〇○◯零一二三四五六七八九十百千万亿萬億两兩廿卅]+"


def figures(wanted: Wanted, source: str, number: int = 0) -> Iterator[Shown]:
    """Find the numbers of a source whose neighbourhood is that of a mask, strongly or possibly.

    Complete for what is strong: of six pairs of neighbours, such a place shares two with the mask. What is only
    possible has the unit and four signs of one side without a gap. A mask whose reading is no number's is asked
    only when it is unknown. Signs that stand around many values name no slot. Linear in the source.

    >>> from difftool.model import Mask, Nature
    >>> text = "今年共有**个部门参加。去年共用20个部门参加。"
    >>> mask = Mask(Span(4, 6), "**", "*", 2, "", "count", "个", Nature.HIDDEN)
    >>> [(one.value, one.before, one.after) for one in figures(Wanted.of(text, [mask], [0]), text)]
    [('20', 2, 6)]
    """
    slots: defaultdict[object, list[int]] = defaultdict(list)
    for index, around in wanted.slots.items():
        mask = wanted.masks[index]
        if is_numeric(mask) or mask.reading == "unknown":
            for key in _keys(around, mask.unit):
                slots[key].append(index)
    yield from matched(wanted, slots, _places(wanted, source) if slots else (), source, number)


def _places(wanted: Wanted, source: str) -> Iterator[Place]:
    """List the numbers of a source with their neighbourhoods."""
    units = {mask.unit for mask in wanted.masks} - {""}
    longest = max(map(len, units), default=0) + 1
    for found in _numbers().finditer(source):
        span = Span(*found.span())
        if value(found[0]) is not None:
            around = neighbours(source, span)
            tail = source[span.end : span.end + longest].lstrip("余餘多")
            following = ["", *(unit for unit in units if tail.startswith(unit))]
            yield Place(span, around, frozenset(key for unit in following for key in _keys(around, unit)))


def _keys(around: Neighbours, unit: str) -> Iterator[object]:
    """Name each two pairs of neighbours with their distances, and four of one side with the unit."""
    yield from around.pairs()
    for some in (around.before, around.after) if unit else ():
        if len(some) >= POSSIBLE:
            yield some is around.before, some[:POSSIBLE], unit


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(_NUMBER)
