"""What tells an article from a reference to one, its title from its text, one country's names from another's.

Asked by `outline`. Knows the heads of lines, not what lies open above them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from difftool.model import Span
from difftool.view.address import Address, Step
from difftool.view.heads import Head
from difftool.view.lines import is_ended
from difftool.view.markers import marker_at
from difftool.view.numerals import chinese

__all__ = ["LEVELS", "is_article", "is_list", "is_next", "is_set_apart", "is_taiwanese", "is_titled", "level"]

LEVELS = 3
_NAMES = (("款", "项", "目"), ("项", "款", "目"))
_TRADITIONAL = {"项": "項"}
_SHORT_TITLE = 20  # 第三条 合同标的: longer ones are the text of the clause
_LONG_TITLE = 40  # 第三条（…） and 第二章…: longer ones are sentences
_GOES_ON = frozenset("规規的第所、和或及至")  # 第三条规定的期限
_OPENING = frozenset(" \t\u3000【[［（(:：")


def is_article(text: str, span: Span, head: Head, last: tuple[int, ...]) -> bool:
    """Tell an article from a line that begins with a reference to one; `last` is the number of the article before.

    >>> is_article("第三条规定的期限", Span(0, 8), Head("第条", (3,), "第三条", 3), (1,))
    False
    """
    rest = text[head.rest : span.end]
    if not rest:
        return True
    if rest[0] in _GOES_ON:
        return False
    if rest[0] not in _OPENING:
        return head.value in {(last[0] + 1,), (last[0], last[1] + 1 if len(last) > 1 else 1)}
    # Behind 第三条 comes 第二款: a reference, whatever space lies between.
    marker = marker_at(rest.lstrip(), 0)
    return marker is None or marker.style not in {"第款", "第项"}


def is_titled(text: str, span: Span, head: Head, after: Sequence[Head | None]) -> bool:
    """Tell whether behind 第三条 stands nothing, a note in brackets, or a short title with its text below it.

    `after` holds the head of the next line, or nothing where there is none.
    """
    rest = text[head.rest : span.end].strip()
    if not rest or (rest[0] in "【（(" and rest[-1] in "】）)" and len(rest) <= _LONG_TITLE):
        return True
    text_follows = any(next_head is None or is_list(next_head.style) for next_head in after)
    is_short = len(rest) <= _SHORT_TITLE and not is_ended(text, span) and not set("，,。；") & set(rest)
    return text_follows and is_short


def is_set_apart(text: str, span: Span, head: Head) -> bool:
    """Tell a heading 第二章 from a sentence that begins so."""
    if head.rest >= span.end or text[head.rest] in _OPENING:
        return True
    return span.length <= _LONG_TITLE and not is_ended(text, span)


def is_list(style: str) -> bool:
    """Tell whether a style numbers items, not articles, chapters, parts or headings."""
    return style[0] not in "第#附¶" and style != "part"


def is_next(head: Head, style: str, address: Address) -> bool:
    """Tell whether an item is the next one of an open level of its style, or of its style in other numerals."""
    before = address[-1].value
    alike = style.strip("9一") == head.style.strip("9一")
    return alike and len(before) == len(head.value) and (*before[:-1], before[-1] + 1) == head.value


def is_taiwanese(text: str, heads: Sequence[Head | None]) -> bool:
    """Tell whether an article has 項 with lists 一、 that are 款, as in Taiwan, or 款 with lists （一） that are 项.

    Lists decide, then which of 前項 and 前款 is there more often, then the script.
    """
    found = [head for head in heads if head]
    first = next((at for at, head in enumerate(found) if head.style == "第条"), -1)
    if first < 0 or next((head.style for head in found[first:] if is_list(head.style)), "").startswith("（"):
        return False
    items, clauses = text.count("前項") + text.count("前项"), text.count("前款")
    return items > clauses or (items == clauses and "條" in found[first].text)


@cache
def level(depth: int, value: tuple[int, ...], numeral: str, article: str, *, taiwanese: bool) -> Step:
    """Name a level below an article (0 to 2), numbered as its own `numeral` or the number of the `article` is written.

    >>> level(1, (3,), "（三）", "第十七条", taiwanese=False).text, level(1, (3,), "三", "第17條", taiwanese=True).text
    ('第（三）项', '第3款')
    """
    name = _NAMES[taiwanese][depth]
    unit = _TRADITIONAL.get(name, name) if "條" in article else name
    if taiwanese or not depth:
        arabic = any(sign.isdecimal() for sign in article)
        numeral = str(value[0]) if arabic else chinese(value[0])
    return Step(name, value, f"第{numeral}{unit}")
