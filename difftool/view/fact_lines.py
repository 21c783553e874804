r"""What one line of an official document tells of it: its number, its dates, who adopted it, how it was amended.

Asked by `facts`, which knows where in a document such lines stand. Reads one paragraph, folded by `folds.match`,
which keeps offsets; knows nothing of the other paragraphs. A line must be such a line from end to end: running text
that merely mentions a date or another document's number tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from difftool.model import Fact, Span
from difftool.view.dates import MASKS, date_value
from difftool.view.fact_patterns import CLOSE, DATES, ENGLISH_DATES, OPEN, pattern
from difftool.view.folds import match
from difftool.view.numerals import integer

__all__ = ["effective", "english", "folded", "labelled", "noted", "numbered", "signed"]

_EDGE = " \t\u3000#*()[]<>!-.;,"  # what stands around a line of a head, Markdown's signs too


def folded(text: str) -> str:
    """Write a text so that width, script, case, spaces, punctuation and numerals behind 第 make no difference.

    >>> folded("第八屆 全國人大《決定》第1次修正") == folded("第8届全国人大<决定>第一次修正")
    True
    """
    kept = "".join([sign for sign in match(text) if sign.isalnum() or sign in MASKS])
    return pattern("count").sub(lambda found: f"第{_arabic(found[1])}{found[2]}", kept)


def _arabic(text: str) -> str:
    found = integer(text)
    return text if found is None else str(found)


def _number_value(plain: str) -> str:
    """Write a document number in one style: no spaces, 〔〕, digits, the state's name left out."""
    closed = "".join(plain.split()).removeprefix("中华人民共和国")
    if closed[0] in "〔[(【﹝":
        closed = "〔" + closed[1:]
    elif "令" not in closed and "公告" not in closed:
        closed = re.sub(rf"{OPEN}(.{{4}}){CLOSE}第?", r"〔\1〕", closed)
    closed = re.sub(r"[(〔]第(.+?)号\)?$", r"第\1号", closed)
    closed = re.sub(rf"^〔(.{{4}}){CLOSE}", r"〔\1〕", closed)
    return pattern("count").sub(lambda found: f"第{_arabic(found[1])}{found[2]}", closed)


class _Line:
    """One paragraph with its folded text and the way back to the document."""

    def __init__(self, text: str, span: Span) -> None:
        self.text, self.start = text, span.start
        self.plain = match(span.of(text))
        stripped = self.plain.strip(_EDGE)
        self.at = self.plain.find(stripped)
        self.core = stripped

    def fact(self, name: str, start: int, end: int, value: str = "") -> Fact:
        """Make a fact of a stretch of the core."""
        span = Span(self.start + self.at + start, self.start + self.at + end)
        text = span.of(self.text)
        return Fact(name, span, text, value or folded(text))


def noted(text: str, span: Span) -> list[Fact]:
    """Read a note of dates: 1994年5月12日…会议通过 根据2004年…《…决定》修正; nothing else may stand in the line.

    In brackets the line is a fact itself, the `note`, and may hold more.

    >>> noted("（2004年4月30日国务院令第406号公布）", Span(0, 23))[0].value
    '20040430国务院令第406号公布'
    >>> [fact.name for fact in noted("2020年4月2日，会议通过了决定。", Span(0, 17))]
    []
    """
    line = _Line(text, span)
    items = list(pattern("item").finditer(line.core))
    if not items or items[0].start():
        return []
    bracketed = line.plain[:1] in "([" and line.plain.rstrip(" .")[-1:] in ")]"
    rest = pattern("item").sub("", line.core)
    rest = pattern("since").sub("", rest)
    if rest.strip(_EDGE + "、") and not bracketed:
        return []
    found = [fact for item in items for fact in _item(line, item)]
    since = pattern("since").finditer(line.core)
    found += [line.fact("effective-date", *one.span(1), date_value(one[1])) for one in since]
    value = folded(pattern("date").sub(lambda one: date_value(one[0]), line.core))
    return [line.fact("note", 0, len(line.core), value), *found] if bracketed else found


def _item(line: _Line, item: re.Match[str]) -> Iterator[Fact]:
    """Read one date of a note with what happened at it."""
    verb, verb_alone = item[3], item[3].rpartition("次")[2]  # which amendment it is by count, not every copy says
    name = next(DATES[word] for word in ("修订", "修正", "修改", *DATES) if word in verb)
    if name in {"amendment", "repeal"}:
        yield line.fact(name, item.start(1), item.end(), f"{date_value(item[1])} {folded(item[2] + verb_alone)}")
        return
    yield line.fact(name, *item.span(1), date_value(item[1]))
    number = pattern("number").search(item[2])
    if number:
        start = item.start(2)
        yield line.fact("number", start + number.start(), start + number.end(), _number_value(number[0]))
    elif item[2] and "《" not in item[2]:
        yield line.fact("issuer", *item.span(2))


def numbered(text: str, span: Span) -> list[Fact]:
    """Read a line that is the document's number and nothing else, or that ends a title.

    >>> numbered("国发[2021]12号", Span(0, 11))[0].value
    '国发〔2021〕12号'
    """
    line = _Line(text, span)
    for core in (line.plain.strip(" \t#*"), line.core):
        found = pattern("number").fullmatch(core)
        if found:
            line.core, line.at = core, line.plain.find(core)
            return [line.fact("number", 0, len(core), _number_value(core))]
    return []


def labelled(text: str, span: Span) -> list[Fact]:
    """Read what stands behind a label: 发文字号：…, 成文日期：…, 法規名稱：….

    >>> [fact.value for fact in labelled("公布日期：民國 110 年 01 月 20 日", Span(0, 23))]
    ['2021-01-20']
    """
    line = _Line(text, span)
    facts = [
        line.fact(DATES[found[1]], *found.span(2), date_value(found[2]))
        for found in pattern("date label").finditer(line.core)
    ]
    for found in pattern("label").finditer(line.core):
        name = "number" if "号" in found[1] else "title" if "名称" in found[1] else "issuer"
        if name == "number" and not pattern("number").fullmatch(found[2]):
            continue
        value = _number_value(found[2]) if name == "number" else ""
        facts.append(line.fact(name, *found.span(2), value))
    return facts


def effective(text: str, span: Span) -> list[Fact]:
    """Read 本法自…起施行, and in an order what was adopted when and is published now.

    >>> [fact.value for fact in effective("第八条 本条例自2004年7月1日起施行。", Span(0, 22))]
    ['2004-07-01']
    """
    line = _Line(text, span)
    facts = [
        line.fact(
            "effective-date",
            *found.span(1),
            date_value(found[1]) if "年" in found[1] or found[1][0].isdecimal() else "on publication",
        )
        for found in pattern("effective").finditer(line.core)
    ]
    if "现予" in line.core:
        for found in pattern("passed").finditer(line.core):
            facts += [line.fact("adoption-date", *found.span(1), date_value(found[1]))]
            facts += [line.fact("issuer", *found.span(2))]
    return facts


def signed(text: str, span: Span) -> list[Fact]:
    """Read a line that is a date and nothing else, or a body and a date.

    >>> [fact.value for fact in signed("国务院办公厅 二○二一年四月二十九日", Span(0, 18))]
    ['国务院办公厅', '2021-04-29']
    """
    line = _Line(text, span)
    found = pattern("signed").fullmatch(line.core)
    if not found:
        return []
    issuer = [line.fact("issuer", *found.span(1))] if found[1] else []
    return [*issuer, line.fact("signing-date", *found.span(2), date_value(found[2]))]


def english(text: str, span: Span) -> list[Fact]:
    """Read the number and the dates of an English act.

    >>> [fact.value for fact in english("Enacted: March 3, 2020", Span(0, 22))]
    ['2020-03-03']
    """
    line = _Line(text, span)
    number = pattern("english number").match(line.core)
    facts = [line.fact("number", 0, number.end())] if number and len(line.core) <= 80 else []  # noqa: PLR2004 - a line
    label = pattern("english label").match(line.core)
    if label:
        name = next(name for word, name in ENGLISH_DATES.items() if word in label[1])
        facts.append(line.fact(name, *label.span(2), date_value(label[2])))
    dates = pattern("english").finditer(line.core)
    return facts + [line.fact("effective-date", *found.span(1), date_value(found[1])) for found in dates]
