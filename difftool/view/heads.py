"""What numbers a line: its level, its number and how people cite it.

Asked by `outline`. Reads one line at a time, of Chinese and of Latin texts, Markdown's signs aside. Knows no
sequence: whether a number fits where it stands is for `outline` to say.
"""

import re
from functools import cache
from typing import NamedTuple

from difftool.model import Span
from difftool.view.markers import Marker, marker_at
from difftool.view.numerals import chinese, integer

# Years and case numbers stand at the head of running text, and no list is that long.
_LARGEST = 1000
_LIST_STARTS = frozenset("〇○零一二三四五六七八九十百千0123456789０１２３４５６７８９（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第#*§")
# What follows a number in brackets that only names an item: （一）项.
_NAMES_ITEM = frozenset("项項款目条條至、和或及")
_MEASURES = frozenset("亿億万萬%％‰倍元米个個年月日时時吨噸")
_LONE = frozenset({"百", "千", "零", "〇", "○"})
_SUPPLEMENTS = ("附件", "附录", "附錄", "案例", "范文", "附表")
_WORDS = ("part", "title", "chapter", "section", "article", "appendix", "annex", "schedule")
# What holds lists and is held by none.
DIVISIONS = frozenset({*_WORDS, "§"})
_SPELLINGS = tuple(f"{form} " for word in _WORDS for form in (word.capitalize(), word.upper()))
_BEGINNINGS = (*_SUPPLEMENTS, *_SPELLINGS)
_LETTERS = frozenset(word[0] for word in _BEGINNINGS)
# What is numbered begins with one of these; most lines do not.
FIRST_SIGNS = _LIST_STARTS | _LETTERS
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")


class Head(NamedTuple):
    """Hold what numbers a line: its style, its number, how it is cited, and where the rest of the line begins.

    Styles: `第章` and its like, `一、` `9.` `（一）` `（9）` `①` `(a)` `(i)` `(A)` for lists, `1.1` for decimal
    numbers of two parts, `附件`, `§`, `section` and their like, `#1` to `#6` for headings without a number.
    """

    style: str
    value: tuple[int, ...]
    text: str
    rest: int


def head_at(text: str, span: Span) -> Head | None:
    """Read what numbers the line `span`, or tell by None that nothing does.

    >>> head_at("## 第十七条之一 甲", Span(0, 11))
    Head(style='第条', value=(17, 1), text='第十七条之一', rest=9)
    >>> head_at("2020年，甲", Span(0, 7)), head_at("§ 12a", Span(0, 5)).value, head_at("1.2 甲", Span(0, 5)).text
    (None, (12, 1), '1.2')
    """
    start, level = span.start, 0
    first = text[start]
    if first not in _LIST_STARTS and (first not in _LETTERS or not text.startswith(_BEGINNINGS, start)):
        return None
    if first in "#*":
        while start < span.end and text[start] == first:
            start += 1
        level = start - span.start
        if start == span.end or not text[start].isspace() or (first == "*" and level == 1):
            return None
        while text[start].isspace():
            start += 1
    line = Span(start, span.end)
    head = _chinese(text, line) or _latin(text, line)
    if head or not level:
        return head
    title = line.of(text).strip("#* \u3000")
    return Head(f"#{level}", (), title, span.end)


def _chinese(text: str, line: Span) -> Head | None:
    """Read a number of a Chinese text, or a list's."""
    marker = marker_at(text, line.start)
    if marker is None or marker.span.end > line.end:
        return _supplement(text, line) if text.startswith(_SUPPLEMENTS, line.start) else None
    if marker.style.startswith("第"):
        return _part(text, marker)
    return _item(text, marker) if marker.value < _LARGEST else None


def _item(text: str, marker: Marker) -> Head | None:
    """Read 三、 and （三） and ③, unless they only begin a sentence."""
    numeral, end = marker.numeral.of(text).translate(_NARROW), marker.span.end
    if marker.style == "①":
        return Head("①", (marker.value,), numeral, end)
    if marker.style.startswith("（"):
        named = text[end : end + 1] in _NAMES_ITEM
        return None if named else Head(marker.style, (marker.value,), f"（{numeral}）", end)
    sign = {"．": ".", "）": ")"}.get(text[end - 1], text[end - 1])
    follows = marker_at(text, end)
    if numeral in _LONE or (follows and follows.style == marker.style):  # 一、二、三产业
        return None
    return Head(f"{marker.style[0]}{sign}", (marker.value,), f"{numeral}{sign}", end)


def _part(text: str, marker: Marker) -> Head | None:
    """Read 第三章, which is a heading, and 第三条; 第二款 and 第三项 only name a place."""
    unit = marker.style[1:]
    if unit in {"款", "项"}:
        return None
    written = "".join(marker.span.of(text).split()).translate(_NARROW)
    if marker.more:
        numeral = marker.numeral.of(text).translate(_NARROW)
        unit = next(sign for sign in (unit, "條", "節", "編") if sign in written)
        more = str(marker.more) if numeral.isdecimal() else chinese(marker.more)
        written = f"第{numeral}{unit}之{more}"
    value = (marker.value, marker.more) if marker.more else (marker.value,)
    return Head(marker.style, value, written, marker.span.end)


def _supplement(text: str, line: Span) -> Head | None:
    """Read 附件2 and 案例三."""
    found = _pattern("supplement").match(text, line.start, line.end)
    if found is None:
        return None
    value = integer(found[2])
    return None if value is None else Head("附件", (value,), "".join(found[0].split()), found.end())


def _latin(text: str, line: Span) -> Head | None:
    """Read Section 5, § 12a, 1.2.3, (a), (iv)."""
    first = text[line.start]
    if first.isdecimal():
        return _decimal(text, line)
    if first == "(":
        found = _pattern("bracket").match(text, line.start, line.end)
        return _letter(found[1], found.end()) if found else None
    found = _pattern("§" if first == "§" else "word").match(text, line.start, line.end)
    if found is None:
        return None
    number, letter = found[2], found[3] or ""
    value = int(number) if number.isdecimal() else _roman(number) or ord(number.lower()) - ord("a") + 1
    behind = text[found.end() : line.end].lstrip()
    # Running text begins so too: Article 5 of the Treaty applies.
    if behind and behind[0] not in ".:—–-" and text[line.end - 1] in ".;,:!?":
        return None
    more = (ord(letter) - ord("a") + 1,) if letter else ()
    text_cited = f"§ {number}{letter}" if first == "§" else f"{found[1].capitalize()} {number}{letter}"
    return Head(found[1].lower(), (value, *more), text_cited, found.end())


def _decimal(text: str, line: Span) -> Head | None:
    """Read 1.2.3 before a space or a Chinese word; 3.5亿 is an amount."""
    found = _pattern("decimal").match(text, line.start, line.end)
    if found is None or text[found.end() : found.end() + 1] in _MEASURES:
        return None
    value = tuple(int(part) for part in found[1].split("."))
    return Head(f"1{'.1' * (len(value) - 1)}", value, found[1], found.end())


def _letter(letters: str, end: int) -> Head | None:
    """Read (a) as a letter and (ii) as a Roman number; what (i) is depends on what stands before it."""
    if len(letters) == 1:
        style = "(A)" if letters.isupper() else "(a)"
        return Head(style, (ord(letters.lower()) - ord("a") + 1,), f"({letters})", end)
    value = _roman(letters)
    return Head("(i)", (value,), f"({letters})", end) if value else None


def as_roman(head: Head) -> Head | None:
    """Read (i), (v) and (x), which may be letters, as Roman numbers.

    >>> as_roman(Head("(a)", (9,), "(i)", 3)).value
    (1,)
    """
    value = _roman(head.text.strip("()")) if head.style == "(a)" else 0
    return head._replace(style="(i)", value=(value,)) if value else None


def _roman(text: str) -> int:
    """Read a Roman number, 0 where it is none."""
    digits = [_ROMAN.get(one, 0) for one in text.lower()]
    if not digits or 0 in digits:
        return 0
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compile what few texts need, when it is first met."""
    words = "|".join(_WORDS)
    patterns = {
        "supplement": rf"({'|'.join(_SUPPLEMENTS)})\s*([一二三四五六七八九十百]+|\d{{1,3}})(?=[\s:：、.．（(《]|$)",
        "bracket": r"\(([a-z]{1,5}|[A-Z])\)(?=\s|$)",
        "§": r"(§)\s*(\d{1,5})\s?([a-z])?(?=[\s.:—–-]|$)",
        "word": rf"(?i:({words}))\s+(\d{{1,4}}|[IVXLC]{{1,7}}|[A-Z])([a-z])?(?=[\s.:—–-]|$)",
        "decimal": r"(\d{1,3}(?:\.\d{1,3}){1,5})\.?(?=\s|[㐀-鿿《“]|$)",
    }
    return re.compile(patterns[name])
