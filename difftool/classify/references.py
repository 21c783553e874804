"""References to clauses in running text: 第三条第二款, 前款, 本条第（二）项, and which of them name another law.

Asked by `answering` where clauses shifted. Knows one text and no clause of it: what a reference points at is told
by `targets`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from difftool.model import Span
from difftool.view.numerals import integer

# The levels of a statute from the outermost; Taiwan's 项 stand above its 款, which only a document can tell.
GATHERING = ("编", "章", "节")
_SIMPLIFIED = str.maketrans("編節條項兩", "编节条项两")
_SIGHT = 60  # code points before a reference in which the name of its law ends
_LARGEST = 2000  # articles in the longest code, the Civil Code of 1,260, and room
# What is called by these words has clauses of its own.
_LAWS = (
    "法|法典|宪法|憲法|条例|條例|办法|辦法|规定|規定|细则|細則|规则|規則|规程|規程|章程|决定|決定|决议|決議|公约|公約|条约|條約|协定|協定|协议|協議|合同|契约|契約"
    "|议定书|議定書|解释|解釋|通知|意见|意見|通则|通則|总则|總則|分则|分則|纲要|綱要|准则|準則|标准|標準|规范|規範|制度|方案|修正案|草案|附件|附录|附錄|附表"
)


class Part(NamedTuple):
    """Hold one level of a reference and the numbers it names there, several for 第三、四条; 第三条之一 is (3, 1)."""

    style: str
    values: tuple[tuple[int, ...], ...]


class Reference(NamedTuple):
    """Hold a reference to clauses of the text itself: from where it counts, and the levels named.

    `origin` is the level that it starts from, empty for a reference by numbers alone; `back` counts how many
    clauses of that level lie before this one: 0 for 本条, 1 for 前款, 2 for 前两款.
    """

    span: Span
    origin: str
    back: int
    parts: tuple[Part, ...]

    @property
    def shape(self) -> tuple[object, ...]:
        """Leave only the levels: what stays of a reference when its numbers shift."""
        return (self.origin, self.back, *[(part.style, len(part.values)) for part in self.parts])

    @property
    def named(self) -> tuple[object, ...]:
        """Leave only what is said, however it is written."""
        return self.origin, self.back, self.parts


def references(text: str) -> list[Reference]:
    """Find the references of a text to its own clauses, in order, disjoint; numbers at the head of a line included.

    A list is one reference for each member (第一条至第三条 is two), and a member has the levels above it from the
    one before: 第三条第一款、第二款. What stands behind the name of another law, with the whole list, is left
    out, and so is what no rule can place (该条第二款). Linear in the text.

    >>> [one.span.of(text) for text in ["违反本法第三条、第五条第二款和前款"] for one in references(text)]
    ['第三条', '第五条第二款', '前款']
    >>> references("依照《行政处罚法》第三条、第五条和刑法第三百条的规定，为实现目前条件")
    []
    """
    return [one for one in _members(text) if one is not None]


def _members(text: str) -> Iterator[Reference | None]:
    before: Reference | None = None
    end = -1
    for found in _pattern("reference").finditer(text):
        span = Span(found.start(), found.end())
        in_list = end >= 0 and span.start - end < _SIGHT and _pattern("glue").fullmatch(text, end, span.start)
        one = _read(found)
        if one is not None and not one.origin:
            if in_list:
                one = _inherited(one, before)
            elif _is_elsewhere(text, span.start) or not _is_told(text, one):
                one = None
        before, end = one, span.end
        yield one


def _read(found: "re.Match[str]") -> Reference | None:
    relative, chain = found["relative"] or "", found["chain"] or found["parts"] or ""
    parts: list[Part] = []
    for part in _pattern("part").finditer(chain):
        numbers = [_value(one) for one in _pattern("number").finditer(part["numbers"])]
        style = part["unit"].translate(_SIMPLIFIED)
        if part["more"] and style == "条":
            numbers[-1] = (*numbers[-1][:1], integer(part["more"]) or 0)
        if not all(0 < value[0] <= _LARGEST for value in numbers):
            return None
        parts.append(Part(style, tuple(numbers)))
    span = Span(found.start(), found.end())
    if not relative:
        return Reference(span, "", 0, tuple(parts))
    plain = "".join(relative.split()).translate(_SIMPLIFIED)
    count = plain[1:-1].replace("两", "二")
    back = 0 if plain[0] == "本" else integer(count) or 1 if count else 1
    if (back != 1 and plain[0] == "前" and parts) or (not back and not parts):
        return None  # the place itself, or 前两款第一项 that names no one clause
    return Reference(span, plain[-1], back, tuple(parts))


def _value(found: "re.Match[str]") -> tuple[int, ...]:
    value = integer(found["whole"]) or 0
    return (value, integer(found["more"]) or 0) if found["more"] else (value,)


def _inherited(one: Reference, before: Reference | None) -> Reference | None:
    """Give a member of a list the levels above it that the one before has; None where that one names another law."""
    if before is None:
        return None
    styles = [part.style for part in before.parts]
    style = one.parts[0].style
    if style in styles:
        return one._replace(
            origin=before.origin, back=before.back, parts=before.parts[: styles.index(style)] + one.parts
        )
    return one if style == "条" or style in GATHERING else None


def _is_elsewhere(text: str, start: int) -> bool:
    """Tell whether a name of another law, or a word that only points back to one, ends right before a reference."""
    ahead = "".join(text[max(0, start - _SIGHT) : start].split())
    if _pattern("own").search(ahead):
        return False
    return bool(_pattern("other").search(ahead))


def _is_told(text: str, one: Reference) -> bool:
    """Tell a bare 第一项 that names a place from the first thing of many: 第一项工作."""
    if one.parts[0].style not in {"项", "目", "节", "编"}:
        return True
    return len(one.parts) > 1 or text[one.span.end : one.span.end + 1] in _AFTER


_AFTER = frozenset("规規所情、和或及至的，。；）)中除但之到以内內期")


@cache
def _pattern(name: str) -> "re.Pattern[str]":
    """Compile what only texts with shifted clauses need, when it is first met."""
    # Bounded, so that no run of spaces or numerals is gone through again and again.
    gap = "[ \u3000\t]{0,2}"
    digits = "(?:[〇○零一二三四五六七八九十百千]{1,9}|[0-9０-９]{1,4})"
    number = f"[（(]?{gap}{digits}(?:{gap}[-－之]{gap}{digits})?{gap}[）)]?"
    # 第三条款 and 第一项目 are other words.
    unit = (
        "(?:条(?![款件约例文])|條(?![款件約例文])|款(?![项項])|[项項](?!目)|目(?![标標的前录錄])"
        "|章(?!程)|[节節](?![目点點日约約])|[编編](?![号號制码碼]))"
    )
    numbers = f"{gap}{number}(?:{gap}[、和及至到]{gap}{number})*{gap}"
    part = f"第{numbers}{unit}(?:之{digits})?"
    several = "[二两兩三四五六七八九2-9]?"
    relative = f"(?:(?<![目之以当當先提眼日年月期天此生事从從往])前{gap}{several}{gap}|本){unit}"
    patterns = {
        "reference": f"(?P<relative>{relative})(?P<chain>(?:{gap}{part})*)|(?P<parts>{part}(?:{gap}{part})*)",
        "part": f"第(?P<numbers>{numbers})(?P<unit>{unit})(?:之(?P<more>{digits}))?",
        "number": f"(?P<whole>{digits})(?:{gap}[-－之]{gap}(?P<more>{digits}))?",
        "glue": r"\s*(?:的?(?:规定|規定))?\s*(?:以及|或者|[、和及或与與至到])+\s*",
        # 本法, 本实施细则, and not 本市消防条例
        "own": f"本(?:实施|實施|暂行|暫行|管理|试行|試行|组织|組織|示范|补充|補充)*(?:{_LAWS})的?$",
        "other": f"(?:[》〉”」』]|{_LAWS}|[该該同其各此][条條款项項]?|[条條款项項])(?:[（(][^（）()]*[）)])?的?$",
    }
    return re.compile(patterns[name])
