"""Where a number must have stood and nothing stands: 选派多人次, 共个部门, 于年月日, by %.

Asked by the recipe of `masks`. Knows one text and its grammar only; what a partner shows to be gone is
named in `classify`. Told are only places where the words allow no other reading: 多个部门 is good Chinese.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from difftool.model.span import Span

__all__ = ["Vanished", "vanished"]

# Measures, each with what may follow when it is no measure: 共名单 is no 共_名.
_MEASURE = (
    r"人次|[户戶]次|[车車]次|平方米|平方公里|立方米|公里|公顷|公頃|[余餘][个個名家项項人件种種次万萬]|[万萬亿億]元|"
    r"[个個](?![人体體别別性案股税中月数數])|家(?![长庭属乡园教务事具电禽族畜政国里中居長屬鄉務電國])|[项項](?![目链鏈])|"
    r"名(?![单額称义誉人录牌著师胜校词字气目城單额稱義])|件(?![数數装])|次(?![日年月要序数级生數級])|[吨噸](?!位)|"
    r"[场場](?![地所馆合面景次内外域上館內])|期(?![间限货望待刊末中满盼内初权間滿內權])|[亩畝](?![均产產])|"
    r"[条條](?![件例约款目理文线約線])|[种種](?![子植类族养粮田地苗业禽畜類養業])|批(?![准复评示发判量改阅捕文復評發])|"
    r"起(?![来草诉点义到步用初源伏因重飞始码來訴點義])|[户戶](?![籍口主外型])|元(?![旦首素件宵月帅老年勋气代朝曲宝数氣寶數])|"
    r"[岁歲](?![月末首入出数數])"
)
# Verbs and adverbs of official prose that count what comes next.
_COUNTING = (
    "共|共有|共计|总计|合计|累计|共設|共設立|共设|共设立|联合|选派|达|达到|多达|高达|涉及|覆盖|惠及|新增|查处|抽调|派出|安置|发放|"
    "聯合|選派|達|達到|多達|高達|共計|總計|合計|累計|覆蓋|查處|抽調|發放"
)
_CHANGING = "提高|上升|下降|增长|降低|回落|增加|减少|提升|高出|低|快|高|增長|減少|回升|扩大|收窄"
# What may stand before 多 and 余 so that they follow a number, or make another word with it.
_NO_NUMBER = (
    r"(?<![\d０-９一二三四五六七八九十百千万亿萬億〇○零两兩几幾数數上许許诸諸好很更太最不半大众眾其业業剩来來"
    r"*＊xXｘＸ×╳✕□■▇█●◇某_\]】）)}.…])"
)
_RARELY_MANY = "人次|户次|车次|平方米|平方公里|立方米|公顷|公里|亩|岁"
_REMAINDER = "人次|公里|公顷|亩|[名项种件][一-鿿]|家(?:企业|单位|公司|媒体|機構|机构)"
_PATTERNS = (
    # 多 before what takes no 多 without a number. 多个, 多次, 多家, 多种, 多元 and 多年 are words.
    ("count", rf"(?<=[一-鿿]){_NO_NUMBER}(?P<at>)(?P<unit>多(?:{_RARELY_MANY})|余(?:{_REMAINDER}))(?!属)"),
    ("amount", rf"(?<=[一-鿿]){_NO_NUMBER}(?P<at>)(?P<unit>[多余餘][万亿萬億][元人户亩吨]?)(?!能|里|达|物)"),
    ("count", rf"(?:{_COUNTING})(?P<at>)(?P<unit>{_MEASURE})"),
    ("percent", rf"(?:{_CHANGING})(?:了|约|到)?(?P<at>)(?P<unit>[个個]百分[点點])"),
    ("percent", rf"(?:{_CHANGING}|占|达|达到|占比|比重为|率为|率达|達)(?P<at>)(?P<unit>[%％‰])(?=[，。；、,;一-鿿])"),
    ("ordinal", r"(?<![次等门門及落府宅科])第(?P<at>)(?P<unit>[次届屆条條款章节節期]|[个個][五百])(?![第序])"),
    ("document-number", r"[〔\[]\d{4}[〕\]]第?(?P<at>)(?P<unit>[号號])"),
    ("percent", r"(?i:\b(?:by|nearly|approximately|almost|than) )(?P<at>)(?P<unit>%|percent\b|per cent\b)"),
    ("count", r"(?i:\ba total of )(?P<at>)(?P<unit>people|persons|cases|projects|units|departments|students|cent\b)"),
)  # fmt: skip
_DATES = (
    r"(?:于|於|自|在|从|從|截至|截止|至|，|。|^)(?P<year>)年(?P<month>)月(?P<day>)[日号號](?=[起前后後止，。至召印发發在由向\s）)]|$)",
    r"(?:于|於|自|从|從|截至)(?P<year>)年(?P<month>)月(?=[，。起底初份至召])",
    r"(?:于|於|自|从|從|截至)(?P<month>)月(?P<day>)[日号號](?=[，。起前至召])",
    r"(?<=[\d０-９]年)(?P<month>)月(?P<day>)[日号號]",
    r"(?<=[\d０-９]年)(?P<month>)月(?=[，。起底初份至在召])",
    r"(?<=[\d０-９]月)(?P<day>)日(?=[，。起前至在召印发發止])",
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
    for slot, pattern in _patterns():
        for match in pattern.finditer(text):
            at, unit = match.start("at"), match["unit"]
            reading = slot if slot != "amount" or unit[-1] == "元" else "count"
            reading = "amount" if reading == "count" and unit[-1] == "元" else reading
            found.setdefault(at, Vanished(Span(at, at), reading, unit))
    for pattern in _dates():
        for match in pattern.finditer(text):
            for slot in match.groupdict():
                at = match.start(slot)
                found.setdefault(at, Vanished(Span(at, at), slot, text[at]))
    return [found[at] for at in sorted(found)]
