"""Dates as official documents write them, and the one form in which two copies must agree.

Asked by `fact_lines`. Reads text folded by `folds.match`: Simplified, half width, small letters. A date of which a
part is masked keeps the mask: 20xx年4月**日 is 20xx-04-**.
"""

from __future__ import annotations

import re
from functools import cache

from difftool.view.numerals import integer

__all__ = ["CHINESE", "DATE", "ENGLISH", "MASKS", "date_value"]

# What stands for hidden digits; ○ is a zero between Chinese digits, which the patterns try first.
MASKS = "x*×╳□■█●◇_"
_YEAR = rf"(?:\d{{4}}|[〇○零一二三四五六七八九]{{4}}|[12][\d{MASKS}]{{3}}|[{MASKS}]{{1,4}})"
_ERA = rf"(?:中华)?民国\s*(?:\d{{1,3}}|[一二三四五六七八九十百〇○零]{{1,5}}|[{MASKS}]{{1,3}})"
_PART = rf"(?:\d{{1,2}}|[一二三四五六七八九十〇○零廿卅]{{1,3}}|[\d{MASKS}]{{1,2}})"
CHINESE = rf"(?:{_ERA}|{_YEAR})\s*年\s*{_PART}\s*月\s*{_PART}\s*日"
DATE = rf"(?:{CHINESE}|\d{{4}}(?:-\d{{1,2}}-\d{{1,2}}|/\d{{1,2}}/\d{{1,2}}|\.\d{{1,2}}\.\d{{1,2}})(?!\d))"
_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905 - read as the calendar is
)
_MONTH = "|".join(rf"{month[:3]}(?:{month[3:]}|\.)?" if month[3:] else month for month in _MONTHS)
ENGLISH = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: day of)? (?:{_MONTH}),? \d{{4}}"
    rf"|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
)
_ROC = 1911  # the year before the first of 民國


def date_value(text: str) -> str:
    """Write a date as ISO 8601 does, masked parts as they stand.

    >>> date_value("2021年4月29日"), date_value("二○二一年四月二十九日"), date_value("民国110年4月29日")
    ('2021-04-29', '2021-04-29', '2021-04-29')
    >>> date_value("20xx年4月**日"), date_value("april 29th, 2021"), date_value("2021/4/29")
    ('20xx-04-**', '2021-04-29', '2021-04-29')
    """
    plain = "".join(text.split())
    if "年" in plain:
        year, rest = plain.split("年", 1)
        month, day = rest.rstrip("日").split("月", 1)
    elif plain[:4].isdecimal():
        year, month, day = re.split(r"[-/.]", plain)
    else:
        year, month, day = _english(text)
    if "民国" in year:
        counted = integer(year.rpartition("国")[2])
        year = str(counted + _ROC) if counted is not None else year
    return f"{_number(year, 4)}-{_number(month, 2)}-{_number(day, 2)}"


def _number(text: str, width: int) -> str:
    """Write a part of a date in digits; what is masked, and what is no number, stays as it is."""
    found = integer(text)
    return text if found is None else f"{found:0{width}}"


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[a-z]{3,}|\d+")


def _english(text: str) -> tuple[str, str, str]:
    """Take year, month and day out of an English date."""
    parts = [part for part in _words().findall(text) if part not in {"day", "the"}]
    month = next(index for index, name in enumerate(_MONTHS, 1) for part in parts if name[:3] == part[:3])
    day, year = sorted([part for part in parts if part.isdecimal()], key=len)
    return year, str(month), day
