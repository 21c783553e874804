"""Recovered values, and every place of a text where one of them stands.

Asked by `concealing`. Knows values and texts, no comparison.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from difftool.model import Span
from difftool.view.folds import match
from difftool.view.numerals import Value, value

__all__ = ["SIGN", "Veil", "covered", "merged"]

SIGN = "▒"
# What may stand between a number and its unit.
_BOUNDS = "余餘多"


class Veil(NamedTuple):
    """Hold the values to conceal: numbers with what follows them, names as folded.

    >>> veil = Veil.of([("一百", "周年"), ("河南", "省"), ("7", "")])
    >>> veil.over("成立100周年，共100人，河南人，7日")
    '成立▒▒▒周年，共100人，▒▒人，▒日'
    """

    numbers: dict[Value, tuple[str, ...]]
    names: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, secrets: Iterable[tuple[str, str]]) -> "Veil":
        """Take values, each with the unit that follows it; a number without one is concealed wherever it stands.

        A name of two signs or more is concealed wherever it stands, a shorter one before its unit.
        """
        numbers: dict[Value, tuple[str, ...]] = {}
        names: dict[str, tuple[str, ...]] = {}
        for secret, follows in secrets:
            known, unit = value(secret), match(follows)
            if known is not None:
                numbers[known] = (*numbers.get(known, ()), unit)
            elif secret.strip():
                name = match(secret.strip())
                names[name] = (*names.get(name, ()), "" if len(name) > 1 else unit)
        return cls(numbers, names)

    def spans(self, text: str) -> list[Span]:
        """Find the values in a text, however they are written; ascending and disjoint. Linear in the text."""
        folded = match(text)
        found: list[Span] = []
        for one in _numbers().finditer(text) if self.numbers else ():
            start, end = one.span()
            bare = start + len(one[0].rstrip("百千万亿萬億%％")) or end
            for stop in {end, bare} - {start}:
                tail = folded[stop : stop + 8]
                units = self.numbers.get(value(text[start:stop]) or (-1, -1), ())
                if any(tail.startswith(unit) or tail.lstrip(_BOUNDS).startswith(unit) for unit in units):
                    found.append(Span(start, stop))
        for name, units in sorted(self.names.items()):
            at = folded.find(name)
            while at >= 0:
                end = at + len(name)
                if any(folded.startswith(unit, end) for unit in units):
                    found.append(Span(at, end))
                at = folded.find(name, at + 1)
        return merged(found)

    def over(self, text: str) -> str:
        """Cover the values in a text."""
        return covered(text, self.spans(text))


def merged(spans: Iterable[Span]) -> list[Span]:
    """Sort spans and join those that overlap; empty ones are dropped.

    >>> merged([Span(3, 5), Span(0, 4), Span(6, 6)])
    [Span(start=0, end=5)]
    """
    joined: list[Span] = []
    for span in sorted(span for span in spans if not span.is_empty):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def covered(text: str, spans: Sequence[Span]) -> str:
    r"""Put the sign of concealment for every character of some ascending spans but white space.

    The length stays, so that every other span stays valid.

    >>> covered("共20个\n部门", [Span(1, 3), Span(4, 6)])
    '共▒▒个\n▒门'
    """
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += [text[at:start], "".join([one if one.isspace() else SIGN for one in text[start:end]])]
        at = end
    return "".join([*pieces, text[at:]])


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(
        r"\d+(?:[,，]\d{3}(?!\d))*(?:[.．]\d+)?[百千万亿萬億%％]*|[〇○◯零一二三四五六七八九十百千万亿萬億两兩廿卅壹贰叁肆伍陆柒捌玖拾佰仟]+"
    )
