"""Where a text has masks: the runs that stand for a hidden value, with the shown parts that belong to them.

Asked by `tokens`, so that no diff cuts a mask, and by `classify`, which names them. Knows one text
only: what a partner's value would reveal as a mask is not seen here.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from difftool.model.span import Span
from difftool.view.candidates import (
    CHINESE_DIGITS,
    CIRCLES,
    DIGITS,
    MASK_CHARACTERS,
    Candidate,
    is_han,
    is_surname_at,
)
from difftool.view.folds import script
from difftool.view.guards import is_mask

# Words, Simplified, that in brackets say that something was left out; in round ones, which prose uses too, only those
# of _OMITTED.
_OMITTED = frozenset(("略", "下略", "从略", "省略", "此处省略", "已隐去", "隐去", "已脱敏"))
_WORDS = _OMITTED.union(
    ("private", "redacted", "withheld", "omitted", "deleted", "confidential", "masked", "removed", "unknown"),
    ("name", "year", "month", "day", "date", "number", "amount", "phone", "address", "place", "person"),
    ("company", "organization", "organisation", "...", "…", "……"),
    ("脱敏", "已删除", "删除", "保密", "涉密", "姓名", "年份", "月份", "日期", "金额", "地址", "电话", "单位"),
    ("公司", "数量", "城市"),
)
_LONGEST_WORD = max(map(len, _WORDS))
# Letters in braces are a template's slot: {name}, {{first name}}.
_LONGEST_SLOT = 31
_SHORTEST_PRICED = 3  # ${n} is a formula, ${amount} a price to be filled in
_SQUARE, _SQUARE_ENDS = "[【［", "]】］"
_ROUND_ENDS = "）)"
# After a name with ○ in it these go on with the sentence.
_NOT_NAMES = "的是在和与及说称诉对于等为被将向有任到、"


@cache
def _candidates() -> re.Pattern[str]:
    # It begins with one set of signs, so that a search skips all others at once: of two sets each sign is asked twice.
    # Most brackets hold a number, and no word begins with one.
    signs, first = re.escape(MASK_CHARACTERS), "(?![0-9一二三四五六七八九十])"
    return re.compile(rf"[{signs}\[【［（(\{{](?:(?<=[{signs}])[{signs}]*|(?<=\{{)|(?<![{signs}]){first})")


def mask_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Find the masks inside `[start, end)` of the text, ascending and disjoint.

    A span covers the run with the shown parts that belong to it: the digits of
    `20**` and `138****5678`, the surname and the number of 李某1. Units are
    left out. The guards of design §6 are asked in their order; they may look
    beyond the range, a span never reaches beyond it. Linear in the range.

    >>> mask_spans("20**年联合xx个部门，7×24小时")
    [Span(start=0, end=4), Span(start=7, end=9)]
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    for found in _candidates().finditer(text, start, stop):
        first, last = found.span()
        floor = spans[-1].end if spans else start
        if first < floor:
            continue
        if text[first] in MASK_CHARACTERS:
            spans += _judged(text, Span(first, last), floor, stop)
        else:
            last = _slot_end(text, first, stop) if text[first] == "{" else _word_end(text, first, stop)
            if last >= 0:
                spans.append(Span(first, last))
    return _joined(spans)


def _word_end(text: str, at: int, stop: int) -> int:
    """Find the end of a bracket at `at` that holds one of the words, else -1."""
    is_square = text[at] in _SQUARE
    found = _closed(_SQUARE_ENDS if is_square else _ROUND_ENDS).match(text, at + 1, stop)
    return found.end() if found and _is_word(found[1], is_square) else -1


@cache
def _closed(ends: str) -> re.Pattern[str]:
    """Compile what may be a word, up to one of some closing brackets."""
    return re.compile(rf"([^{re.escape(ends)}]{{0,{_LONGEST_WORD}}})[{re.escape(ends)}]")


@lru_cache(maxsize=1024)
def _is_word(inner: str, is_square: bool) -> bool:  # noqa: FBT001 - the argument of a cache
    """Tell whether brackets of a sort hold one of the words; most hold numbers, the same ones again and again."""
    return script(inner).lower() in (_WORDS if is_square else _OMITTED)


def _slot_end(text: str, at: int, stop: int) -> int:
    """Find the end of a template's slot that opens at `at`, else -1; a formula's braces are none."""
    if at and text[at - 1] in "\\^_{":
        return -1
    double = text[at + 1 : at + 2] == "{"
    begin = at + 1 + double
    end = text.find("}", begin, min(begin + _LONGEST_SLOT + 1, stop))
    inner = text[begin:end]
    letters = "".join(inner.split(" ")).replace("_", "a")
    if end < 0 or not letters.isalnum() or inner[0] == " " or inner[0].isdigit():
        return -1
    if at and text[at - 1] == "$" and (double or len(inner) < _SHORTEST_PRICED):
        return -1
    end += 1
    if not double:
        return end
    return end + 1 if end < stop and text[end] == "}" else -1


def _judged(text: str, run: Span, floor: int, stop: int) -> list[Span]:
    """Judge one run; ○ that is the zero of a half-masked year belongs to what is shown."""
    first, last = run
    while first < last - 1 and text[first] == "○" and first > floor and text[first - 1] in CHINESE_DIGITS:
        first += 1
    if first > run.start and text[first] == "○":
        return []
    if not is_mask(Candidate(text, first, last)):
        return []
    return [_widened(text, Span(first, last), floor, stop)]


def _widened(text: str, run: Span, floor: int, stop: int) -> Span:
    """Take in the shown digits and the shown parts of a name."""
    first, last = run
    if text[first] == "某":
        if first > floor and is_surname_at(text, first - 1):
            first -= 1
        while last < stop and (text[last] in DIGITS or (last == run.end and text[last] in "甲乙丙丁ABCDEFG")):
            last += 1
        return Span(first, last)
    while first > floor and text[first - 1] in DIGITS:
        first -= 1
    while last < stop and text[last] in DIGITS:
        last += 1
    if first == run.start and text[last : last + 1] in {"年", "月", "日"}:
        while first > floor and text[first - 1] in CHINESE_DIGITS:
            first -= 1
    counted = text[last : last + 1] in {"年", "月", "日"}  # 于○○月召开: no Mr Yu
    named = first == run.start and first > floor and is_surname_at(text, first - 1) and not counted
    if text[run.start] in CIRCLES and named:
        first -= 1
        if run.length == 1 and last < stop and is_han(text[last]) and text[last] not in _NOT_NAMES:
            last += 1
    return Span(first, last)


def _joined(spans: list[Span]) -> list[Span]:
    """Make one of two spans that share characters or only touch by shown digits (`1**2**3`)."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined
