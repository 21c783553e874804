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

# A code point between the first and the last one that differs takes some ten microseconds, found and named. So many
# microseconds together are worth sending to another process, and a part is never more than that and one paragraph.
_COST, _PART = 10, 500_000


class Inside(NamedTuple):
    """Hold the named edits of a pair of stretches, and what a limit cut short."""

    named: list[Named]
    limits: list[Limit]


# Does the same work for all parts, in order; is told how much that is in all, in some microseconds.
Work = Callable[[Sequence[Edit]], list[Inside]]
Each = Callable[[Work, Sequence[Sequence[Edit]], int], Iterable[list[Inside]]]


def here(work: Work, parts: Sequence[Sequence[Edit]], _size: int) -> Iterator[list[Inside]]:
    """Do all of it in this process."""
    return map(work, parts)


def inside(left: str, right: str, pairs: Sequence[Edit], settings: Settings, each: Each) -> Iterator[Inside]:
    """Find and name the edits between the two sides of each pair of stretches, in order.

    >>> from difftool.model import Span
    >>> text, other = "共3个部门。", "共5个部门。"
    >>> [one.named[0].kind.value for one in inside(text, other, [Edit(Span(0, 6), Span(0, 6))], Settings(), here)]
    ['number']
    """
    parts: list[list[Edit]] = []
    size = 0
    for pair in pairs:
        if size // _PART >= len(parts):
            parts.append([])
        parts[-1].append(pair)
        one, other = pair.left.of(left), pair.right.of(right)
        size += _COST * (len(one) + len(other) - 2 * sum(common_ends(one, other)))
    return chain.from_iterable(each(partial(_named, left, right, settings), parts, size))


def _named(left: str, right: str, settings: Settings, pairs: Sequence[Edit]) -> list[Inside]:
    found: list[Inside] = []
    for pair in pairs:
        script, limits = edits(left, right, pair, settings.work_limit, settings.masks)
        found.append(Inside(name_edits(left, right, script, settings), limits))
    return found
