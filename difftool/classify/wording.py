"""Words that became others: the last rule, and what can be told of the words.

Knows no grammar. Everything here is substantive, but for two ways of writing one word.
"""

from __future__ import annotations

import re
from functools import cache

from difftool.classify.site import Site, Verdict
from difftool.model import Kind, Significance, Span
from difftool.view.data.word_tables import CONFUSABLE, REGIONAL, VARIANT
from difftool.view.folds import script

_CONTEXT = 3
# A list is looked for so far to either side, and between these marks.
_SIGHT = 80
_ENDS = frozenset("。；：！？!?;:\r\n")
_JOINTS = r"[、,，和与與及]|以及|或者?"


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in CONFUSABLE.split():
        for one in row:
            found[one] = found.get(one, frozenset()) | frozenset(row)
    return found


@cache
def _pairs(rows: str) -> frozenset[tuple[str, str]]:
    pairs = [tuple(row.split("/")) for row in rows.split()]
    return frozenset((one, other) for first, second in pairs for one, other in ((first, second), (second, first)))


@cache
def _characters(rows: str) -> frozenset[str]:
    return frozenset(rows)


def _in_pair(site: Site, rows: str) -> bool:
    """Tell whether the two readings, with what is equal around them, are such a pair of words."""
    was, now = site.scripts
    if not _characters(rows).issuperset(was + now):
        return False
    heads, tails = [script(one) for one in site.heads(_CONTEXT)], [script(one) for one in site.tails(_CONTEXT)]
    for first in range(_CONTEXT + 1):
        for last in range(_CONTEXT + 1):
            left = heads[0][len(heads[0]) - first :] + was + tails[0][:last]
            right = heads[1][len(heads[1]) - first :] + now + tails[1][:last]
            if (left, right) in _pairs(rows):
                return True
    return False


def wording(site: Site) -> Verdict:
    """Accept everything: words differ, substantively unless a table says that they are one word."""
    was, now = site.scripts
    if 0 < len(was) <= _CONTEXT and 0 < len(now) <= _CONTEXT + 1:
        if _in_pair(site, VARIANT):
            return Verdict(Kind.WORDING, "variant-word", Significance.DOUBTFUL)
        if _in_pair(site, REGIONAL):
            return Verdict(Kind.WORDING, "regional", Significance.SUBSTANTIVE)
    if len(was) == len(now) == 1 and now in _families().get(was, frozenset()):
        return Verdict(Kind.WORDING, "confusable", Significance.SUBSTANTIVE)
    detail = "order" if _reordered(site) else None
    return Verdict(Kind.WORDING, detail, Significance.SUBSTANTIVE)


def _reordered(site: Site) -> bool:
    """Tell whether the edit stands in a list that has the same names on both sides in another order."""
    # What left one place stands in another: most edits are told apart by that, and cheaply.
    (start, end), (first, last) = site.edit
    low, lower = max(0, start - _SIGHT), max(0, first - _SIGHT)
    if site.left.find("、", low, end + _SIGHT) < 0 and site.right.find("、", lower, last + _SIGHT) < 0:
        return False
    window = site.left[low:start] + site.left[end : end + _SIGHT] + site.was
    if not set(window).issuperset(site.now):
        return False
    window = site.right[lower:first] + site.right[last : last + _SIGHT] + site.now
    if not set(window).issuperset(site.was):
        return False
    left, right = (
        _list_around(text, span) for text, span in ((site.left, site.edit.left), (site.right, site.edit.right))
    )
    if len(left) != len(right) or sorted(left) != sorted(right) or left == right:
        return False
    head = _shared(left, right)
    tail = min(_shared(left[::-1], right[::-1]), len(left) - head)
    # What both begin with may be a part of the first name: 张三、张四.
    for first in range(head, max(-1, head - _CONTEXT), -1):
        for last in range(tail, max(-1, tail - _CONTEXT), -1):
            names = [re.split(_JOINTS, text[first : len(text) - last]) for text in (left, right)]
            if len(names[0]) > 1 and all(names[0]) and sorted(names[0]) == sorted(names[1]):
                return True
    return False


def _list_around(text: str, span: Span) -> str:
    """Cut out what stands between the ends of sentences and clauses around the edit."""
    start, end = span
    while start > 0 and span.start - start < _SIGHT and text[start - 1] not in _ENDS:
        start -= 1
    while end < len(text) and end - span.end < _SIGHT and text[end] not in _ENDS:
        end += 1
    return text[start:end]


def _shared(one: str, other: str) -> int:
    """Count the characters that both begin with."""
    return next((at for at in range(min(len(one), len(other))) if one[at] != other[at]), min(len(one), len(other)))
