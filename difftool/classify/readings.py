"""What the neighbours of a mask say about its slot: year, count, person, place … and why it is there.

Asked by `masks` and `inventory`; the words that tell are in `slots`. Names the slot and never guesses the value.
"""

from functools import lru_cache
from typing import NamedTuple

from difftool.classify.slot_words import NO_UNITS
from difftool.classify.slots import compound, following, following_word, preceding, preceding_word
from difftool.model import Nature, Span
from difftool.view.candidates import CHINESE_DIGITS, DIGITS, MASK_CHARACTERS, is_surname_at
from difftool.view.folds import script

_REACH = 20
_SEEN = _REACH + 4  # and the signs that tell a surname from the end of a word
# Half-shown numbers that are known by their length: mobile telephones, identity cards old and new, cards of banks.
_IDENTITIES = {11: "phone", 15: "id", 16: "id", 18: "id", 19: "id"}
_COUNTED = ("year", "month", "day", "century", "anniversary", "ordinal", "count", "amount", "percent")
_NUMERIC = frozenset((*_COUNTED, "document-number", "phone", "id"))
# What a wrapped form may name itself.
_NAMED = {
    "person": "name person 姓名 first_name last_name full_name",
    "year": "year 年份",
    "month": "month 月份",
    "day": "day date 日期",
    "count": "count 数量",
    "amount": "amount 金额 price",
    "phone": "phone telephone 电话",
    "place": "address place city 地址 城市",
    "organization": "company organization organisation 单位 公司",
}
_ORDINALS = "条章节款项届次期号编卷个名位季批集回部"
# So much before a mask in its line, and no label: running text, which a wrapper may have broken there.
_RUNNING = 10
_YEAR = 4  # signs of a year written out
# After 在xx的 these say that a person or a body does something, not that it happens at a place.
_NOT_PLACES = ("领导", "带领", "指导", "支持", "帮助", "关心", "努力", "基础", "背景", "情况", "前提", "过程", "陪同")
_ARRIVALS = ("位于", "前往", "抵达", "来到")
_MUST = ("要", "应", "须", "必须")
_TIMES = frozenset(("in", "since", "by", "until", "from", "before", "after", "during", "year"))
_CURRENCIES = ("$", "£", "€", "¥", "￥")
_AT_PLACES = ("召开", "举行", "考察", "视察", "调研", "举办", "工作", "出生", "设立", "登陆")


class Reading(NamedTuple):
    """Name the slot, the unit beside it and the nature of the placeholder."""

    slot: str
    unit: str
    nature: Nature

    @property
    def is_numeric(self) -> bool:
        """Tell whether a number belongs there, so that the width is evidence."""
        return self.slot in _NUMERIC


def reading(text: str, span: Span) -> Reading:
    """Read a mask's slot from its neighbours, at most 20 characters to either side in its line.

    Where a line of running text ends with it, the next line goes on.

    >>> reading("共**个部门", Span(1, 3))
    Reading(slot='count', unit='个', nature=<Nature.HIDDEN: 'hidden'>)
    >>> reading("姓名：____", Span(3, 7)).nature
    <Nature.BLANK: 'blank'>
    """
    low = max(0, span.start - _SEEN)
    return _read(text[low : span.end + _SEEN], Span(span.start - low, span.end - low))


@lru_cache(maxsize=8192)
def _read(text: str, span: Span) -> Reading:
    """Read a mask from what is around it; in a long text many have the same neighbours."""
    slot, unit = _slot(text, span)
    return Reading(slot, unit, _nature(span.of(text), slot))


def _slot(text: str, span: Span) -> tuple[str, str]:
    head = text[max(0, span.start - _REACH) : span.start].rpartition("\n")[2].rpartition("\r")[2]
    tail = _tail(text, span.end, head)
    mask, folded = span.of(text), script(head)
    after = _following(mask, folded, tail)
    label, colon = preceding(folded)
    named = _own_word(mask)
    if named:
        return named, after[1]
    if "某" in mask or (mask[0] not in MASK_CHARACTERS and is_surname_at(text, span.start)):
        if mask[0] == "某" and after[0] not in {"unknown", "count"}:  # 某某只能: no count
            return after
        return ("organization" if label == "organization" and not mask.strip("某") else "person"), ""
    surest = label == "percent" or (colon and label != "unknown" and tail[:1].isspace())
    surname = mask[0] != "_" and is_surname_at(text, span.start - 1)
    return (
        _certain(mask, folded, tail, after)
        or ((label, "") if surest else None)
        or (after if after[0] != "unknown" else None)
        or ((label, "") if label != "unknown" else None)
        or (("person", "") if surname else _by_grammar(mask, folded, tail))
    )


def _tail(text: str, end: int, head: str) -> str:
    """Give what follows in the line; where a line of running text breaks at the mask, what follows in the next one."""
    tail = text[end : end + _REACH]
    wrapped = len(head) >= _RUNNING and not any(mark in head for mark in "：:")
    if wrapped and tail[:1] in {"\r", "\n"}:
        tail = tail.removeprefix("\r").removeprefix("\n")
    return tail.partition("\n")[0].partition("\r")[0]


def _certain(mask: str, head: str, tail: str, after: tuple[str, str]) -> tuple[str, str] | None:
    """Read what goes before the nearest unit: a document's number, a number of known length, an ordinal."""
    if _is_document_number(head, tail):
        return "document-number", tail[:1] if tail[:1] in "号號" else ""
    if any(one in DIGITS for one in mask) and len(mask) in _IDENTITIES:
        return _IDENTITIES[len(mask)], ""
    if head.endswith("第"):
        unit = tail[:1] if script(tail[:1]) in _ORDINALS else ""
        return ("century", after[1]) if after[0] == "century" else ("ordinal", unit or after[1])
    return None


def _own_word(mask: str) -> str:
    """Read what a wrapped form says of itself: [year], {name}; empty where it says nothing."""
    if mask[0] not in "[{【［":
        return ""
    word = mask.strip("[]{}【】［］ ").lower().replace(" ", "_")
    return next((slot for slot, words in _NAMED.items() if word in words.split()), "")


def _is_document_number(head: str, tail: str) -> bool:
    """Tell whether the number of a document stands there: a year in brackets before it, 号 after it."""
    opening = max(head.rfind(mark) for mark in "〔[（(【")
    closing = max(head.rfind(mark) for mark in "〕]）)】")
    if not 0 <= opening < closing - _YEAR or head[opening + 1 : closing].strip(DIGITS + MASK_CHARACTERS):
        return False
    number = script(tail).find("号")
    between = head[closing + 1 :] + tail[: max(0, number)]
    return number >= 0 and not any(sign in "，。；：、,;: " for sign in between)


def _following(mask: str, head: str, tail: str) -> tuple[str, str]:
    """Read the slot and its unit from what follows; 余 多 来 and spaces between are passed over."""
    source = mask.lstrip("某") + tail if mask[0] == "某" else tail
    spaced = source.lstrip(" ")
    plain = spaced.lstrip("余多餘来來")
    slot, length = following(script(plain))
    bounded = plain != spaced  # 20余: a number goes before it
    if slot == "unknown" and plain[:1] in {"号", "號"} and not bounded:
        return ("day" if head.endswith("月") else "ordinal"), plain[0]
    if slot in {"year", "count"} and plain[0] == "年":
        counted = bounded or _is_long(mask, head) or (slot == "count" and _years(mask) < _YEAR)
        return ("count" if counted else "year"), "年"
    if slot != "unknown" and (not bounded or slot in {"count", "amount", "percent"}):
        return slot, "" if script(plain).startswith(NO_UNITS) else plain[:length]
    slot, length = following_word(source)
    if slot == "count" and head.rstrip(" ").endswith(_CURRENCIES):
        slot = "amount"
    return slot, source[:length].strip(" -")


def _is_long(mask: str, head: str) -> bool:
    """Tell whether the years are counted: 历时xx年."""
    always = ("历时", "为期", "有期徒刑", "长达")
    mostly = ("期限", "连续", "工龄", "满", "近")
    return head.endswith(always) or (_years(mask) < _YEAR and head.endswith(mostly))


def _years(mask: str) -> int:
    """Count the signs of a mask that may be digits."""
    return sum(sign in MASK_CHARACTERS or sign in DIGITS or sign in CHINESE_DIGITS for sign in mask)


def _by_grammar(mask: str, head: str, tail: str) -> tuple[str, str]:
    """Read the slot from its place in the sentence, where no word beside it names it."""
    plain = script(tail)
    noun = compound(plain.lstrip("的“") if plain.startswith(("的“", "“")) else plain)
    levels = plain.lstrip("一二三四五六七八九十两级")
    goes = head.endswith(_ARRIVALS)
    stays = goes or head.endswith(("在", "到", "赴"))
    at_place = plain.startswith(_AT_PLACES) or (plain[:1] == "的" and not plain.startswith(_NOT_PLACES, 1))
    mailbox, at_sign, _ = plain.partition("@")
    if at_sign and mailbox.isascii() and (mailbox + "a").isalnum():
        return "id", ""
    if goes or (stays and at_place):
        return "place", ""
    if levels.startswith(("党委", "党组")) or (head.endswith("全国") and plain.startswith(_MUST)):
        return "organization", ""
    if "热线" in plain[:8] and len(mask) >= _YEAR:
        return "phone", ""
    if noun or head.endswith("现代化"):
        return "sector", tail[: len(noun)] if plain.startswith(noun) else ""
    return _by_english(mask, head), ""


def _by_english(mask: str, head: str) -> str:
    """Read the slot from the English words before it; a year also from its own digits."""
    word = preceding_word(head)
    if head.rstrip(" ").endswith(_CURRENCIES):
        return "amount"
    if word != "unknown" and not (word == "day" and _years(mask) >= _YEAR):
        return word
    last = head.lower().split()[-1:] if head[-1:] == " " else []
    dated = preceding_word(head.rpartition(",")[0].rstrip(DIGITS + MASK_CHARACTERS)) == "day"
    if _years(mask) >= _YEAR and (word == "day" or dated or (last and last[0] in _TIMES)):
        return "year"
    return "year" if mask[:2] in {"19", "20"} and len(mask) == _YEAR else "unknown"


def _nature(mask: str, slot: str) -> Nature:
    if "_" in mask:
        return Nature.BLANK
    if "略" in mask or "…" in mask or "..." in mask:
        return Nature.ELISION
    if mask[0] == "{":
        return Nature.BLANK
    if not mask.strip("□"):
        return Nature.HIDDEN if slot in _NUMERIC else Nature.LACUNA
    return Nature.HIDDEN
