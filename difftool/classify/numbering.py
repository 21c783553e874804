"""The number at the head of a paragraph: its style, its value, where it stands.

Asked by `rules` for another style of the same number, and by `renumbering` for shifted ones.
Knows single paragraphs, no sequence.
"""

import re
from functools import cache
from typing import NamedTuple

from difftool.classify.numbers import integer
from difftool.classify.site import Site, Verdict
from difftool.model import Kind, Significance, Span

_SIGHT = 30
_NUMERAL = r"[〇○零一二三四五六七八九十百千]+|\d{1,4}|[０-９]{1,4}"


class Marker(NamedTuple):
    """Hold a paragraph's number: the whole marker, its numeral, its style and its value."""

    span: Span
    numeral: Span
    style: str
    value: int


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<article>第\s*(?P<a>{_NUMERAL})\s*(?P<unit>[编編章节節条條款项項篇部分回课課讲講]))"
        rf"|(?P<bracket>[（(]\s*(?P<b>{_NUMERAL})\s*[）)])"
        rf"|(?P<list>(?P<c>{_NUMERAL})\s*(?:[、．)）]|[.](?!\d)))"
        r"|(?P<circle>(?P<d>[①-⑳]))"
    )


def marker_at(text: str, start: int) -> Marker | None:
    """Read the number at the head of the paragraph that starts at `start`.

    >>> marker_at("第十三条 甲", 0)
    Marker(span=Span(start=0, end=4), numeral=Span(start=1, end=3), style='第条', value=13)
    >>> marker_at("十三条", 0) is None
    True
    """
    found = _patterns().match(text, start)
    if found is None:
        return None
    style = found.lastgroup
    group = next(name for name in "abcd" if found.group(name))
    value = integer(found.group(group))
    if value is None:
        return None
    plain = "9" if found.group(group).isdigit() and group != "d" else "一"
    unit = (found.group("unit") or "").translate(str.maketrans("編節條項課講", "编节条项课讲"))
    names = {"a": f"第{unit}", "b": f"（{plain}）", "c": f"{plain}、", "d": "①"}
    style = names[group]
    return Marker(Span(*found.span()), Span(*found.span(group)), style, value)


def _head(text: str, span: Span) -> int:
    """Find where the paragraph around a span starts, or -1 beyond the reach of any marker."""
    line = text[max(0, span.start - _SIGHT) : span.start].rpartition("\n")[2].rpartition("\r")[2]
    if len(line) == _SIGHT:
        return -1
    return span.start - len(line.lstrip())


def restyled(site: Site) -> Verdict | None:
    """Accept another style of the same number at a paragraph's head; another level is doubtful.

    The edit lies inside the marker on both sides: `3、` for `三、`, `（一）` for `一、`.
    """
    starts = _head(site.left, site.edit.left), _head(site.right, site.edit.right)
    if min(starts) < 0:
        return None
    left, right = marker_at(site.left, starts[0]), marker_at(site.right, starts[1])
    if left is None or right is None or left.value != right.value or left.style == right.style:
        return None
    if not (left.span.contains(site.edit.left) and right.span.contains(site.edit.right)):
        return None
    same_level = left.style.strip("9一") == right.style.strip("9一")
    return Verdict(Kind.RENUMBERING, None, Significance.ACCIDENTAL if same_level else Significance.DOUBTFUL)
