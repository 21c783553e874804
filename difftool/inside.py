"""What differs inside linked paragraphs: their edits found and named, in parts that may be worked on side by side.

A step of `compare`. Knows neither links nor files, and starts no process itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from difftool.align import edits
from difftool.align.ends import common_ends
from difftool.classify import Named, name_edits
from difftool.model import Edit, Limit, Settings

__all__ = ["Each", "Inside", "here", "inside"]

# So many microseconds takes a pair, found and named, and each code point of it between the first and the last one that
# differs, where much was edited. So many together are worth sending to another process: a part is never more than
# that and one paragraph.
_COST_OF_PAIR, _COST, _PART = 80, 3, 500_000


class Inside(NamedTuple):
    """Hold the named edits of a pair of stretches, and what a limit cut short."""

    named: list[Named]
    limits: list[Limit]


class _Pair(NamedTuple):
    """Hold a pair of stretches, and how much at both ends is equal."""

    stretch: Edit
    ends: tuple[int, int]


# Does the same work for all parts, in order; is told how much that is in all, in some microseconds.
Work = Callable[[Sequence[_Pair]], list[Inside]]
Each = Callable[[Work, Sequence[Sequence[_Pair]], int], Iterable[list[Inside]]]


def here(work: Work, parts: Sequence[Sequence[_Pair]], _size: int) -> Iterator[list[Inside]]:
    """Do all of it in this process."""
    return map(work, parts)


def inside(left: str, right: str, pairs: Sequence[Edit], settings: Settings, each: Each) -> Iterator[Inside]:
    """Find and name the edits between the two sides of each pair of stretches, in order.

    >>> from difftool.model import Span
    >>> text, other = "共3个部门。", "共5个部门。"
    >>> [one.named[0].kind.value for one in inside(text, other, [Edit(Span(0, 6), Span(0, 6))], Settings(), here)]
    ['number']
    """
    parts: list[list[_Pair]] = []
    size = 0
    for pair in pairs:
        if size // _PART >= len(parts):
            parts.append([])
        one, other = pair.left.of(left), pair.right.of(right)
        ends = common_ends(one, other)
        parts[-1].append(_Pair(pair, ends))
        size += _COST_OF_PAIR + _COST * (len(one) + len(other) - 2 * sum(ends))
    return chain.from_iterable(each(partial(_named, left, right, settings), parts, size))


def _named(left: str, right: str, settings: Settings, pairs: Sequence[_Pair]) -> list[Inside]:
    found: list[Inside] = []
    for pair, ends in pairs:
        script, limits = edits(left, right, pair, settings.work_limit, settings.masks, ends=ends)
        found.append(Inside(name_edits(left, right, script, settings), limits))
    return found
