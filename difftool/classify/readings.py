"""What the neighbours of a mask say about its slot: year, count, person, place … and why it is there.

Asked by `masks` and `inventory`. Names the slot and never guesses the value.
"""

import re
from functools import cache
from typing import NamedTuple

from difftool.model import Nature, Span
from difftool.view.candidates import DIGITS, MASK_CHARACTERS, is_surname_at
from difftool.view.folds import script

_REACH = 8
# The nearest unit first; a pattern is tried on what follows the mask, made Simplified, 多 and 余 passed over.
_FOLLOWING = (
    ("anniversary", r"周年"),
    ("century", r"世纪"),
    ("year", r"年(?!级|代?[以间])|年度"),
    ("month", r"月(?!份?牌)"),
    ("day", r"[日号](?!报|本)"),
    ("percent", r"[%％‰]|个百分点"),
    ("amount", r"(?:[百千]?[万亿])?(?:元|美元|港元|欧元|人民币)"),
    ("count", r"[百千]?[万亿]"),
    (
        "count",
        r"[个人名位家项条次种期门件份篇部场户起例批支台座所类级吨亩米倍岁分时天周](?![文业才民员间来])",
    ),
    ("organization", r"(?:有限|股份|集团|责任)|公司|银行|大学|学院|医院|法院|检察院|委员会|研究院|出版社"),
    ("place", r"[省市县縣区區州盟旗镇鎮乡鄉村](?!场|場|长治|内|委)|自治|地(?:区|區|的|方|$)|各族|路|街"),
    ("person", r"同志|先生|女士|书记|主任|局长|总书记|教授|某|诉"),
    ("sector", r"改革|领域|行业|系统|工作|发展|建设|规划|部门|数据|文化"),
)
# Half-shown numbers that are known by their length: mobile telephones, identity cards old and new.
_IDENTITIES = {11: "phone", 15: "id", 18: "id"}
_COUNTED = ("year", "month", "day", "century", "anniversary", "ordinal", "count", "amount", "percent")
_NUMERIC = frozenset((*_COUNTED, "document-number", "phone", "id"))


class Reading(NamedTuple):
    """Name the slot, the unit beside it and the nature of the placeholder."""

    slot: str
    unit: str
    nature: Nature

    @property
    def is_numeric(self) -> bool:
        """Tell whether a number belongs there, so that the width is evidence."""
        return self.slot in _NUMERIC


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((slot, re.compile(pattern)) for slot, pattern in _FOLLOWING)


def reading(text: str, span: Span) -> Reading:
    """Read a mask's slot from its neighbours, at most 8 characters to either side.

    >>> reading("共**个部门", Span(1, 3))
    Reading(slot='count', unit='个', nature=<Nature.HIDDEN: 'hidden'>)
    >>> reading("姓名：____", Span(3, 7)).nature
    <Nature.BLANK: 'blank'>
    """
    mask = span.of(text)
    slot, unit = _slot(text, span)
    return Reading(slot, unit, _nature(mask, slot))


def _slot(text: str, span: Span) -> tuple[str, str]:
    head, tail = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    mask = span.of(text)
    following = _following(mask[1:] + tail if mask[0] == "某" else tail)
    if "某" in mask or (mask[0] not in MASK_CHARACTERS and is_surname_at(text, span.start)):
        return following if following[0] != "unknown" and mask[0] == "某" else ("person", "")
    if re.search(r"[〔\[（(]\d{4}[〕\]）)]\s*(?:第)?$", head) and tail.startswith(("号", "號")):
        return "document-number", tail[0]
    if any(one in DIGITS for one in mask) and len(mask) in _IDENTITIES:
        return _IDENTITIES[len(mask)], ""
    if head.endswith("第"):
        found = re.match(r"[条條章章節节款項项届屆次期号號编編卷回个個名位季]", tail)
        return "ordinal", found.group() if found else ""
    if following[0] == "unknown" and is_surname_at(text, span.start - 1) and mask[0] != "_":
        return "person", ""
    return following


def _following(tail: str) -> tuple[str, str]:
    plain = tail.lstrip(" 余多餘")
    folded = script(plain)
    for slot, pattern in _patterns():
        found = pattern.match(folded)
        if found:
            return slot, plain[: found.end()]
    return "unknown", ""


def _nature(mask: str, slot: str) -> Nature:
    if "_" in mask:
        return Nature.BLANK
    if re.search("略|…|\\.\\.\\.", mask):
        return Nature.ELISION
    if mask[0] == "{":
        return Nature.BLANK
    if not mask.strip("□"):
        return Nature.HIDDEN if slot in _NUMERIC else Nature.LACUNA
    return Nature.HIDDEN
