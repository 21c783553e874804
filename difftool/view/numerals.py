"""Numbers as they are written in Chinese and in Arabic numerals, and their values.

Asked by `markers` for what stands at the head of a paragraph and by `classify` for what changed. Knows single
readings, no text around them. A value is a pair (digits, power of ten), exact and cheap: `fractions` alone takes
as long to import as a short comparison takes to run.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from difftool.view.folds import script, width

Value = tuple[int, int]

_DIGITS = {one: at % 10 for at, one in enumerate("〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖")} | {
    "两": 2,
    "○": 0,
    "◯": 0,
}
_SMALL = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
_LARGE = {"万": 4, "亿": 8}
# The place of a last digit that stands right behind another place: 两万三 is 23,000.
_BELOW = {"百": "十", "佰": "十", "千": "百", "仟": "百", "万": "千", "亿": "千万"}
# 点五 is read as nought point five.
_BEGINNINGS = frozenset((*_DIGITS, *_SMALL, *_LARGE, *"+-点廿卅①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"))
_ARABIC = r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?([十百千万亿]*)"


def _normal(digits: int, power: int) -> Value:
    """Drop trailing zeros, so that equal values are equal pairs."""
    if digits == 0:
        return 0, 0
    while digits % 10 == 0:
        digits //= 10
        power += 1
    return digits, power


@cache
def _begins(character: str) -> bool:
    """Tell whether any number begins with this character."""
    plain = script(width(character))
    return plain.isdecimal() or plain in _BEGINNINGS


def value(text: str) -> Value | None:
    """Read a number in any of its ways of writing, or tell by None that it is none.

    Arabic with thousands separators, decimals and 万/亿; Chinese, positional (二〇二〇)
    or spoken (二万三千), formal (壹佰); percent signs and 百分之; circled numbers.
    Linear, and a cache serves repeated readings.

    >>> value("20,000") == value("２万") == value("二万"), value("二○二○") == value("2020")
    (True, True)
    >>> value("第三")
    """
    return _value(text) if text and _begins(text[0]) else None


@lru_cache(maxsize=4096)
def _value(text: str) -> Value | None:
    """Read a number that begins as one."""
    plain = script(width(text))
    if plain.startswith("百分之"):
        part = value(plain[3:])
        return None if part is None else _normal(part[0], part[1] - 2)
    if plain[-1] in "%‰":
        part = value(plain[:-1])
        return None if part is None else _normal(part[0], part[1] - (2 if plain[-1] == "%" else 3))
    if len(plain) == 1 and "①" <= plain <= "⑳":
        return _normal(ord(plain) - ord("①") + 1, 0)
    found = re.fullmatch(_ARABIC, plain)
    if found:
        sign, whole, fraction, times = found.groups()
        fraction = fraction or ""
        power = sum((_SMALL | _LARGE)[one] for one in times) - len(fraction)
        return _normal(int(sign + whole.replace(",", "") + fraction), power)
    return _chinese(plain.replace("廿", "二十").replace("卅", "三十"))


def _positional(text: str) -> int | None:
    """Read digits that stand one after another: 二〇二〇."""
    if not text or not all(one in _DIGITS for one in text) or ("两" in text and len(text) > 1):
        return None  # 三两 is a weight or some three
    return int("".join(str(_DIGITS[one]) for one in text))


def _chinese(text: str) -> Value | None:
    """Read Chinese numerals, positional or spoken."""
    whole, point, fraction = text.partition("点")
    if point:
        start, tail = _chinese(whole), _positional(fraction)
        if start is None or tail is None:
            return None
        return _normal(start[0] * 10 ** (start[1] + len(fraction)) + tail, -len(fraction))
    digits = _positional(text)
    found = _spoken(text) if digits is None else digits
    return None if found is None else _normal(found, 0)


def _spoken(text: str) -> int | None:
    """Read 二万三千 digit by digit: a digit waits for its place, a section for its 万 or 亿; 一百五 is 150."""
    total = section = digit = 0
    if len(text) > 2 and text[-1] in _DIGITS and (_SMALL | _LARGE).get(text[-2], 1) > 1 and _DIGITS[text[-1]]:  # noqa: PLR2004 - 百五 is no number
        text += _BELOW[text[-2]]
    for one in text:
        if one in _DIGITS and not digit:
            digit = _DIGITS[one]
        elif one in _SMALL:
            section += (digit or int(section == 0)) * 10 ** _SMALL[one]
            digit = 0
        elif one in _LARGE and total + section + digit:
            total = (total + section + digit) * 10 ** _LARGE[one]
            section = digit = 0
        else:
            return None
    return total + section + digit


def integer(text: str) -> int | None:
    """Read a whole number, or tell by None that it is none.

    >>> integer("十三"), integer("3.5")
    (13, None)
    """
    if text.isdecimal():  # most numbers at the head of a line, and no look at the folds
        return int(text)
    found = value(text)
    return found[0] * 10 ** found[1] if found and found[1] >= 0 else None


def chinese(number: int) -> str:
    """Write a whole number from 1 to 9,999 in Chinese numerals, any other in Arabic ones.

    >>> [chinese(number) for number in (3, 10, 12, 20, 105, 110, 2020)]
    ['三', '十', '十二', '二十', '一百零五', '一百一十', '二千零二十']
    """
    if not 0 < number < 10_000:  # noqa: PLR2004 - beyond, 万 would be needed, and no part of a text has such a number
        return str(number)
    written, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if gap and written else "") + "零一二三四五六七八九"[digit] + name
        gap = not digit
    return written.removeprefix("一") if 10 <= number < 20 else written  # noqa: PLR2004 - 十二, yet 一百一十二


def is_loose(text: str) -> bool:
    """Tell whether it is read in two ways: 五六人, 三五年; 一百五 may be 一百五十 or lack a word.

    >>> is_loose("五六"), is_loose("十六")
    (True, False)
    """
    plain = script(text)
    if plain[-1:] in _DIGITS and plain[-2:-1] in _BELOW:
        return True
    return len(plain) == 2 and all(_DIGITS.get(one) for one in plain)  # noqa: PLR2004 - a pair, and no zero in it
