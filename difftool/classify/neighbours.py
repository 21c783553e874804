"""What stands around a slot, sign by sign: the evidence that two places are one slot.

Asked by `showing`. Knows two places of texts; which of them hides a value is not its business.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from difftool.model import Span
from difftool.view.folds import match

# Design §6: of six signs on either side, eight must agree; on one side, four.
REACH, STRONG, POSSIBLE = 6, 8, 4
# Code points that hold six Chinese characters with some white space, or six words of other scripts.
_WINDOW, _WIDE_WINDOW = 24, 96


class Neighbours(NamedTuple):
    """Hold up to six signs before a place and six after it, the nearest first, folded one for one.

    A sign is one character that is no white space; of Latin, Greek and Cyrillic letters it is a
    whole word, for six letters of a word say nothing.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]

    def agreement(self, other: "Neighbours") -> tuple[int, int]:
        """Count the signs that are the same at the same distance, before and after.

        >>> neighbours("成立xx周年", Span(2, 4)).agreement(neighbours("建立百周岁", Span(2, 3)))
        (1, 1)
        """
        return (
            sum(one == another for one, another in zip(self.before, other.before, strict=False)),
            sum(one == another for one, another in zip(self.after, other.after, strict=False)),
        )

    def pairs(self) -> Iterator[object]:
        """Name each two pairs of signs with their distances; two places of which eight signs agree share one.

        >>> len(list(neighbours("庆祝中国成立xx周年，全国上下", Span(6, 8)).pairs()))
        15
        """
        known = [
            (sign * at, some[at - 1], some[at])
            for sign, some in ((-1, self.before), (1, self.after))
            for at in range(1, len(some), 2)
        ]
        yield from combinations(known, 2)


def neighbours(text: str, span: Span) -> Neighbours:
    """Read what stands around a span, paragraph borders passed over like any white space.

    >>> neighbours("庆祝 成立xxx周年", Span(5, 8))
    Neighbours(before=('立', '成', '祝', '庆'), after=('周', '年'))
    >>> neighbours("the witness Jane said so", Span(12, 16)).before
    ('witness', 'the')
    """
    start, end = span
    back = _WIDE_WINDOW if text[max(0, start - 8) : start].isascii() else _WINDOW
    ahead = _WIDE_WINDOW if text[end : end + 8].isascii() else _WINDOW
    before = _signs().findall(match(text[max(0, start - back) : start]))
    after = _signs().findall(match(text[end : end + ahead]))
    return Neighbours(tuple(before[: -REACH - 1 : -1]), tuple(after[:REACH]))


@cache
def _signs() -> re.Pattern[str]:
    """Compile a word of spaced scripts as folded to small letters, or any other sign."""
    return re.compile(r"[a-zß-ɏͰ-ԯ]+(?:['’][a-zß-ɏͰ-ԯ]+)*|\S")
