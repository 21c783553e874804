"""The number at the head of a paragraph: its style, its value, where it stands.

Asked by `outline` for what numbers a place, and by `classify` for numbers that were restyled or shifted. Read by
hand, character by character: a pattern for all of it takes 3 ms to compile, and most comparisons need it. Knows
single paragraphs, no sequence.
"""

from typing import NamedTuple

from difftool.model import Span
from difftool.view.numerals import integer

_CHINESE = frozenset("〇○零一二三四五六七八九十百千")
_ARABIC = frozenset("0123456789０１２３４５６７８９")
_LONGEST_ARABIC = 4
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_FIRST = _CHINESE | _ARABIC | _CIRCLED | frozenset("第（(")
# The longest first: 第二部分 is no 第二部.
_UNITS = ("部分", "分编", "分編", *"编編章節节條条款項项篇部卷回课課讲講")
_SIMPLIFIED = str.maketrans("編節條項課講", "编节条项课讲")
_AFTER_LIST = frozenset("、．)）")
_BETWEEN = frozenset("-－之")


class Marker(NamedTuple):
    """Hold a paragraph's number: the whole marker, its numeral, its style and its value.

    `more` is the second number of a clause put in later: 第一百二十条之一, 第 30-1 條; else 0.
    """

    span: Span
    numeral: Span
    style: str
    value: int
    more: int = 0


def marker_at(text: str, start: int) -> Marker | None:
    """Read the number at the head of the paragraph that starts at `start`.

    >>> marker_at("第十三条 甲", 0)
    Marker(span=Span(start=0, end=4), numeral=Span(start=1, end=3), style='第条', value=13, more=0)
    >>> marker_at("第 30-1 條", 0).more, marker_at("（3）丙", 0).style, marker_at("3.5亿", 0)
    (1, '（9）', None)
    >>> marker_at("十三条", 0) is None
    True
    """
    first = text[start : start + 1]
    if first not in _FIRST:
        return None
    if first == "第":
        return _part(text, start)
    if first in _CIRCLED:
        return Marker(Span(start, start + 1), Span(start, start + 1), "①", ord(first) - ord("①") + 1)
    if first in "（(":
        numeral = _numeral(text, _past_spaces(text, start + 1))
        close = _past_spaces(text, numeral.end)
        names, end = "（{}）", close + 1 if text[close : close + 1] in {"）", ")"} else 0
    else:
        numeral = _numeral(text, start)
        close = _past_spaces(text, numeral.end)
        sign = text[close : close + 1]
        listed = sign in _AFTER_LIST or (sign == "." and not text[close + 1 : close + 2].isdecimal())
        names, end = "{}、", close + 1 if sign and listed else 0
    value = _value(text, numeral)
    if not end or value is None:
        return None
    return Marker(Span(start, end), numeral, names.format("9" if numeral.of(text).isdecimal() else "一"), value)


def _part(text: str, start: int) -> Marker | None:
    """Read 第三章, 第 3 條, 第 30-1 條, 第一百二十条之一."""
    numeral = _numeral(text, _past_spaces(text, start + 1))
    value = _value(text, numeral)
    if value is None:
        return None
    end, more = _past_spaces(text, numeral.end), 0
    if text[end : end + 1] in _BETWEEN:
        second = _numeral(text, _past_spaces(text, end + 1))
        more = _value(text, second) or 0
        end = _past_spaces(text, second.end)
    unit = next((unit for unit in _UNITS if text.startswith(unit, end)), "")
    if not unit:
        return None
    end += len(unit)
    if text[end : end + 1] == "之":
        second = _numeral(text, end + 1)
        more = _value(text, second) or 0
        end = second.end if more else end
    return Marker(Span(start, end), numeral, f"第{unit.translate(_SIMPLIFIED)}", value, more)


def _numeral(text: str, start: int) -> Span:
    """Span the numeral that starts here, of one sort of digits; an empty span where there is none."""
    digits = _CHINESE if text[start : start + 1] in _CHINESE else _ARABIC
    end = start
    while text[end : end + 1] in digits:
        end += 1
    return Span(start, start if digits is _ARABIC and end - start > _LONGEST_ARABIC else end)


def _value(text: str, numeral: Span) -> int | None:
    return None if numeral.is_empty else integer(numeral.of(text))


def _past_spaces(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at
