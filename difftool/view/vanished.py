"""Where a number must have stood and nothing stands: 选派多人次, 共个部门, 于年月日, by %.

Asked by the recipe of `masks`. Knows one text and its grammar only; what a partner shows to be gone is
named in `classify`. Told are only places where the words allow no other reading: 多个部门 is good Chinese.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from difftool.model.span import Span
from difftool.view.folds import script

__all__ = ["Vanished", "vanished"]

# Measures, each with what may follow when it is no measure: 共名单 is no 共_名. All is Simplified: texts are folded.
_MEASURE = (
    r"人次|户次|车次|平方米|平方公里|立方米|公里|公顷|余[个名家项人件种次万]|[万亿]元|"
    r"个(?![人体别性案股税中月数])|家(?![长庭属乡园教务事具电禽族畜政国里中居])|项(?![目链])|"
    r"名(?![单额称义誉人录牌著师胜校词字气目城])|件(?![数装])|次(?![日年月要序数级生])|"
    r"吨(?!位)|场(?![地所馆合面景次内外域上])|期(?![间限货望待刊末中满盼内初权])|亩(?![均产])|"
    r"条(?![件例约款目理文线])|种(?![子植类族养粮田地苗业禽畜])|批(?![准复评示发判量改阅捕文])|"
    r"起(?![来草诉点义到步用初源伏因重飞始码])|户(?![籍口主外型])|元(?![旦首素件宵月帅老年勋气代朝曲宝数])|"
    r"岁(?![月末首入出数])"
)
# Verbs and adverbs of official prose that count what comes next.
_COUNTING = (
    "共|共有|共计|总计|合计|累计|共设|共设立|联合|选派|达|达到|多达|高达|涉及|覆盖|惠及|新增|查处|抽调|派出|安置|发放"
)
_CHANGING = "提高|上升|下降|增长|降低|回落|增加|减少|提升|高出|低|快|高|回升|扩大|收窄"
# What may stand before 多 and 余 so that they follow a number, or make another word with it.
_NO_NUMBER = (
    r"(?<![\d０-９一二三四五六七八九十百千万亿〇○零两几数上许诸好很更太最不半大众其业剩来"
    r"*＊xXｘＸ×╳✕□■▇█●◇某_\]】）)}.…])"
)
_RARELY_MANY = "人次|户次|车次|平方米|平方公里|立方米|公顷|公里|亩|岁"
_REMAINDER = "人次|公里|公顷|亩|[名项种件][一-鿿]|家(?:企业|单位|公司|媒体|机构)"
_PATTERNS = (
    # 多 before what takes no 多 without a number. 多个, 多次, 多家, 多种, 多元 and 多年 are words.
    ("count", rf"(?<=[一-鿿]){_NO_NUMBER}(?P<at>)(?P<unit>多(?:{_RARELY_MANY})|余(?:{_REMAINDER}))(?!属)"),
    ("amount", rf"(?<=[一-鿿]){_NO_NUMBER}(?P<at>)(?P<unit>[多余][万亿][元人户亩吨]?)(?!能|里|达|物)"),
    ("count", rf"(?:{_COUNTING})(?P<at>)(?P<unit>{_MEASURE})"),
    ("percent", rf"(?:{_CHANGING})(?:了|约|到)?(?P<at>)(?P<unit>个百分点)"),
    ("percent", rf"(?:{_CHANGING}|占|达|达到|占比|比重为|率为|率达)(?P<at>)(?P<unit>[%％‰])(?=[，。；、,;一-鿿])"),
    ("ordinal", r"(?<![次等门及落府宅科])第(?P<at>)(?P<unit>[次届条款章节期]|个[五百])(?![第序])"),
    ("document-number", r"[〔\[]\d{4}[〕\]]第?(?P<at>)(?P<unit>号)"),
    ("percent", r"(?i:\b(?:by|nearly|approximately|almost|than) )(?P<at>)(?P<unit>%|percent\b|per cent\b)"),
    ("count", r"(?i:\ba total of )(?P<at>)(?P<unit>people|persons|cases|projects|units|departments|students|cent\b)"),
)  # fmt: skip
_DATES = (
    r"(?:于|自|在|从|截至|截止|至|，|。|^)(?P<year>)年(?P<month>)月(?P<day>)[日号](?=[起前后止，。至召印发在由向\s）)]|$)",
    r"(?:于|自|从|截至)(?P<year>)年(?P<month>)月(?=[，。起底初份至召])",
    r"(?:于|自|从|截至)(?P<month>)月(?P<day>)[日号](?=[，。起前至召])",
    r"(?<=[\d０-９]年)(?P<month>)月(?P<day>)[日号]",
    r"(?<=[\d０-９]年)(?P<month>)月(?=[，。起底初份至在召])",
    r"(?<=[\d０-９]月)(?P<day>)日(?=[，。起前至在召印发止])",
)


class Vanished(NamedTuple):
    """Name a place where a number is gone: the empty span where it stood, its reading and its unit."""

    span: Span
    reading: str
    unit: str


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((slot, re.compile(pattern, re.MULTILINE)) for slot, pattern in _PATTERNS)


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in _DATES)


def vanished(text: str) -> list[Vanished]:
    """Find where a number must stand and does not, ascending; each place once.

    Spans are empty, at the code point where the number would stand. Linear in the text.

    >>> [(one.span.start, one.reading, one.unit) for one in vanished("选派多人次，共个部门。多个部门，20多人次")]
    [(2, 'count', '多人次'), (7, 'count', '个')]
    >>> [one.reading for one in vanished("于年月日召开")]
    ['year', 'month', 'day']
    """
    found: dict[int, Vanished] = {}
    folded = script(text)
    for slot, pattern in _patterns():
        for match in pattern.finditer(folded):
            at, unit = match.start("at"), text[match.start("unit") : match.end("unit")]
            reading = slot if slot != "amount" or unit[-1] == "元" else "count"
            reading = "amount" if reading == "count" and unit[-1] == "元" else reading
            found.setdefault(at, Vanished(Span(at, at), reading, unit))
    for pattern in _dates():
        for match in pattern.finditer(folded):
            for slot in match.groupdict():
                at = match.start(slot)
                found.setdefault(at, Vanished(Span(at, at), slot, text[at]))
    return [found[at] for at in sorted(found)]
