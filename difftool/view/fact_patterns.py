"""The patterns of what official documents say of themselves, over text folded by `folds.match`.

Asked by `fact_lines`, which says what a match means. Knows words and dates, no lines.
"""

from __future__ import annotations

import re
from functools import cache

from difftool.view.dates import CHINESE, DATE, ENGLISH, MASKS

__all__ = ["CLOSE", "DATES", "ENGLISH_DATES", "OPEN", "pattern"]

# Letters of no Latin script. By exclusion: to compile a class with the range of Han takes 3 ms, and ten have it.
_HAN = r"[^\W\da-z_]"
_NUMERAL = rf"(?:\d{{1,6}}|[一二三四五六七八九十百千〇○零]{{1,8}}|[{MASKS}]{{1,4}})"
OPEN, CLOSE = r"[〔\[(【﹝]", r"[〕\])】﹞]"
_COUNT = rf"\s*第?\s*{_NUMERAL}\s*号"
_YEAR = rf"{OPEN}\s*[12x*×][\d{MASKS}]{{3}}\s*{CLOSE}"
_NUMBERS = (
    rf"{_HAN}{{1,15}}\s*{_YEAR}{_COUNT}"  # 国发〔2021〕12号
    rf"|{_HAN}{{2,30}}(?:令|公告)\s*\(?(?:\d{{4}}\s*年\s*)?第\s*{_NUMERAL}\s*号\)?"  # 国务院令第588号
    rf"|{_YEAR}[^\Wa-z_]{{2,15}}号"  # （2021）京01民终123号
    rf"|{_HAN}{{2,12}}字第\s*{_NUMERAL}\s*号(?:令)?"  # 華總一義字第10900064581號令
)
_VERBS = (
    r"(?:第[一二三四五六七八九十\d]{1,3}次)?(?:修订|修正|修改)(?:通过|公布|发布)?"
    r"|(?:制定|修正)?(?:公布|发布|颁布)|通过|批准|废止|起?施行"
)
DATES = {
    "成文": "signing-date",
    "签署": "signing-date",
    "发文": "signing-date",
    "印发": "signing-date",
    "通过": "adoption-date",
    "批准": "approval-date",
    "公布": "publication-date",
    "发布": "publication-date",
    "颁布": "publication-date",
    "施行": "effective-date",
    "实施": "effective-date",
    "生效": "effective-date",
    "修正": "amendment",
    "修订": "amendment",
    "修改": "amendment",
    "废止": "repeal",
}
ENGLISH_DATES = {"effect": "effective-date", "commence": "effective-date", "force": "effective-date"} | {
    "enacted": "adoption-date",
    "adopt": "adoption-date",
    "assent": "approval-date",
    "approved": "approval-date",
    "publ": "publication-date",
    "signed": "signing-date",
}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: most documents need none."""
    label = "|".join(DATES)
    subject = r"(?:act|agreement|regulation|rules?|ordinance|law|treaty|directive|policy|contract)s?"
    begins = r"(?:(?:come|enter)s? into force|takes? effect|(?:becomes? |is )?effective)(?: on| as of| from)*"
    sources = {
        "item": rf"(?:(?:根据|依据)\s*)?({DATE})\s*[,:]?\s*((?:(?!月.{{1,4}}日)[^;])*?)\s*({_VERBS})"
        rf"(?=\s*(?:$|[\s)\],;.、根依自民中\d一二〇○{MASKS}]))",
        "number": _NUMBERS,
        "date": DATE,
        "since": rf"自\s*({DATE})\s*起(?:施行|实施|生效)",
        "count": r"第\s*(\S{1,8}?)\s*([次届号])",
        "date label": rf"({label})日期\s*:\s*({DATE})",
        "label": r"(发文字号|发文文号|文号|案号|发文机关|发布机关|制定机关|发文单位|发布单位|法规名称|文件名称)"
        r"\s*:\s*([^\s:;,]+(?: [^\s:;,]+){0,3})",
        "effective": rf"(?:本(?!第)[^第,.;《》\s]{{0,12}}|现予(?:公布|发布|印发)[,.;]?\s*)自\s*"
        rf"({DATE}|(?:公布|发布|印发|颁布|签发|通过)之?日)\s*起?(?:正式)?(?:施行|实施|生效|执行|试行)",
        "passed": rf"已(?:经|于)?\s*({DATE})\s*([^\Wa-z_]{{2,60}}?)(?:修订|审议)?通过",
        "signed": rf"(?:({_HAN}(?:{_HAN}|\s){{1,40}}?)\s+)?({CHINESE})",
        "english number": r"(?:act no\.? ?\d+(?: of \d{4})?|public law (?:no\. )?\d+[-–]\d+"
        r"|(?:regulation|directive) \(?(?:eu|ec|eec)\)? (?:no\.? )?\d+/\d+)",
        "english label": r"(effective date|date of (?:commencement|effect|entry into force|adoption)|commencement"
        rf"|assented to|enacted|adopted|approved|published|signed)(?: on)?\s*:?\s*({ENGLISH})",
        "english": rf"this {subject}[^.;]{{0,60}}? {begins} ({ENGLISH})",
    }
    return re.compile(sources[name])
