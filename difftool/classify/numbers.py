"""Numbers as they are written in Chinese and in Arabic numerals: their values, their units, their bounds.

Asked by `rules` and `masks`. Knows single readings and the characters beside them, no document. How a
number is read is told by `view.numerals`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from difftool.classify.site import Site, Verdict
from difftool.classify.terms import in_fixed_term
from difftool.model import Kind, Significance
from difftool.view.folds import script, width
from difftool.view.numerals import Value, integer, is_loose, value

__all__ = ["CHINESE_NUMERALS", "MULTIPLIERS", "is_figure", "is_number", "number", "numeral", "term"]

CHINESE_NUMERALS = frozenset("〇○◯零一二三四五六七八九十百千两廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟")
MULTIPLIERS = frozenset("百千万亿萬億十")
# Taiwan counts its years from 1912.
_MINGUO = 1911
# What may follow a day, a month, an hour of two digits.
_CLOCK = "年月日号號时時分秒点點:：-/."
_UNITS = (
    "[%％‰‱元度米里亩吨斤克升秒天日周月年倍成折岁人户名次个件家项条款章节℃°VAWtlmg]|个百分点|百分点|个基点|[万亿千]元|[美欧港日]元"
    "|英镑|人民币|°C|[千厘毫]米|公里|平方(?:米|公里)|公顷|千克|公斤|小时|分钟|个月|季度|世纪|km|cm|mm|kg|mg|ml|[kMG]W|kWh"
)
_SIGNS = frozenset(("", "-", "−", "+", "±", "－", "＋"))
_SEPARATORS = frozenset(".,:/．，：／")
_CURRENCIES = frozenset(("", "$", "¥", "￥", "€", "£", "US$"))
_BOUNDS = (
    "[约近余多逾超上下不前后高低少大小起至满含]|超过|不足|不到|不超过|不低于|不少于|不多于|不得(?:超过|少于|低于|多于)|至[少多]|最[多少高低]"
    "|以[上下内外]|之内|左右|上下|大约|将近|接近|达到?|[低高少多大小]于|未满|不含"
)
_LONGEST_BOUND = 4
_BOUND_BEGINNINGS = frozenset("约近余多逾超上下不前后高低少大小起至满含最以之左将接达未")


def is_number(text: str) -> bool:
    """Tell whether the whole reading is a number.

    >>> is_number("二十"), is_number("二十大")
    (True, False)
    """
    return value(text) is not None


def is_figure(character: str) -> bool:
    """Tell whether the character belongs to a number: a digit of any sort, 十 百 千 万 亿."""
    return character != "" and (character.isdigit() or character in CHINESE_NUMERALS or character in MULTIPLIERS)


def _leading_zeros(text: str, after: str) -> int:
    """Count the zeros at the front that say that it is a name made of digits: 007, 编号05, but not 05月."""
    plain = width(text)
    named = len(plain) > 2 or (after != "" and after not in _CLOCK)  # noqa: PLR2004 - days and months have two
    return len(plain) - len(plain.lstrip("0")) if named and len(plain) > 1 and plain.isdigit() else 0


def _decimals(text: str) -> str:
    """Give what stands behind the decimal point: 3.10 and 3.1 may be sections."""
    return width(text).partition(".")[2]


def _year(text: str, after: str) -> Value | None:
    """Read 民國109 before 年 as the year it is."""
    plain = script(width(text)) if after == "年" else ""
    count = integer(plain[2:]) if plain.startswith("民国") else None
    return value(str(count + _MINGUO)) if count else None


def numeral(site: Site) -> Verdict | None:
    """Accept the same value written otherwise: 20 / 二十, 1,000 / 1000, 2万 / 20000, 民國109年 / 2020年."""
    left = value(site.was) or _year(site.was, site.after[0])
    if left is None:
        return None
    right = value(site.now) or _year(site.now, site.after[1])
    if left != right or is_loose(site.was) != is_loose(site.now):
        return None
    if _leading_zeros(site.was, site.after[0]) != _leading_zeros(site.now, site.after[1]):
        return None
    trailing = {len(_decimals(site.was)), len(_decimals(site.now))} - {0}
    if len(trailing) > 1 and not _is_measured(site):
        return None
    if in_fixed_term(site):
        return None
    return Verdict(Kind.NUMERAL, None, Significance.ACCIDENTAL)


def _is_measured(site: Site) -> bool:
    """Tell whether a unit of measure follows, so that trailing zeros say nothing of another number."""
    return bool(re.match(r"\s*(?:[%％‰元度米吨斤克升亩倍]|[A-Za-z]{1,3}(?![A-Za-z]))", script(site.tails(4)[0])))


def number(site: Site) -> Verdict | None:
    """Accept a change of value, sign, unit, bound or multiplier."""
    was, now = site.was.strip(), site.now.strip()
    if not _is_number_changed(site, was, now) or in_fixed_term(site):
        return None
    return Verdict(Kind.NUMBER, None, Significance.SUBSTANTIVE)


def _is_number_changed(site: Site, was: str, now: str) -> bool:
    """Tell whether values, their units or bounds, signs, separators or currencies differ."""
    beside = is_figure(site.before[0]) or is_figure(site.before[1])
    ahead = is_figure(site.after[0]) or is_figure(site.after[1])
    return (
        (not site.are_words and is_number(was) and is_number(now))
        or (beside and _are_units(site, was, now))
        or (_are_bounds(was, now) and (beside or ahead or _bounded(site)))
        or (ahead and not beside and was in _SIGNS and now in _SIGNS)
        or (beside and ahead and len(was) == len(now) == 1 and was in _SEPARATORS and now in _SEPARATORS)
        or (ahead and was in _CURRENCIES and now in _CURRENCIES)
    )


def _are_units(site: Site, was: str, now: str) -> bool:
    """Tell whether units or multipliers stand there, or parts of units: the 元 of 300元 that became 300美元 stayed."""
    if all(one == "" or one in MULTIPLIERS or re.fullmatch(_UNITS, script(one)) for one in (was, now)):
        return True
    longer = [script(one + after) for one, after in zip((was, now), site.after, strict=True)]
    return all(one and re.fullmatch(_UNITS, one) for one in longer)


def _are_bounds(was: str, now: str) -> bool:
    """Tell whether words stand there that bound a number: 约, 以上."""
    return _is_bound(was) and _is_bound(now)


def _is_bound(text: str) -> bool:
    if text == "":
        return True
    return len(text) <= _LONGEST_BOUND and _begins_bound(text[0]) and re.fullmatch(_BOUNDS, script(text)) is not None


@lru_cache(maxsize=4096)
def _begins_bound(character: str) -> bool:
    return script(character) in _BOUND_BEGINNINGS


def _bounded(site: Site) -> bool:
    """Tell whether 以上 and its like stand after a number with its unit: 3年以上, 18周岁以下."""
    head, tail = script(site.heads(5)[0]), script(site.tails(4)[0])
    after = re.search(r"[\d０-９一二三四五六七八九十百千万亿半%％‰][^\s，。；：、]{0,2}以?$", head)
    return bool(after) or bool(re.match(r"[得于於过過]?(?:超过|低于|高于|少于|多于)?\s*[\d０-９]", tail))


def term(site: Site) -> Verdict | None:
    """Accept a fixed term with a numeral that became another: 十九大 / 二十大."""
    was, now = site.was, site.now
    numerals = was != "" and now != "" and CHINESE_NUMERALS.issuperset(was) and CHINESE_NUMERALS.issuperset(now)
    if (numerals or is_number(was) or is_number(now)) and in_fixed_term(site):
        return Verdict(Kind.WORDING, "term", Significance.SUBSTANTIVE)
    return None
