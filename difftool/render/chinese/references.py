"""References that no longer mean what they say, told in Chinese.

Asked by `telling` for the longest sentence of the core, which `classify.stale` writes. Knows no document:
addresses and quotations stay as they are.
"""

from __future__ import annotations

import re

__all__ = ["stale"]

_WHOLE = (
    r"(?:(?P<place>[^“]*?): )?(?P<quote>“.*?”) still says (?P<name>.*?), (?P<told>(?:which |but that clause is ).*)"
)
_MEANT = r"which meant (.+?) and now means (.+)"
_MEANING = r"(.+) \((mostly gone|gone|mostly new|new|now .+|was .+)\)"
_NAMED = (
    r"(?:but that clause is (?P<fate>mostly gone|gone|now .+?)|which named nothing) "
    r"\((?:there is no (?P<none>.+)|(?P<clause>.+?) (?P<origin>is mostly new|is new|was .+))\)"
)
_FATES = {
    "gone": "已删去",
    "mostly gone": "大部已删去",
    "new": "系新增",
    "mostly new": "大部系新增",
    "is new": "系新增",
    "is mostly new": "大部系新增",
}


def stale(text: str) -> str:
    """Say a finding of a reference whose clause stands elsewhere or is gone; another text stays as it is.

    >>> stale("第九条：“依照第三条”, but that clause is gone")
    '第九条：“依照第三条”, but that clause is gone'
    >>> stale("第九条: “依照第三条规定” still says 第三条, but that clause is now 第四条 (第三条 is new)")
    '第九条：“依照第三条规定”仍称第三条，而所指条款现为第四条（第三条系新增）'
    >>> stale("第五条: “违反前条规定的” still says 前条, which meant 第二条 (gone) and now means 第三条 (was 第四条)")
    '第五条：“违反前条规定的”仍称前条，原指第二条（已删去），现指第三条（原为第四条）'
    """
    whole = re.fullmatch(_WHOLE, text, re.DOTALL)
    said = _said(whole["told"]) if whole else ""
    if not whole or not said:
        return text
    place = f"{whole['place']}：" if whole["place"] else ""
    return f"{place}{whole['quote']}仍称{whole['name']}，{said}"


def _said(told: str) -> str:
    """Say what became of the clause; nothing where the words are others."""
    meant = re.fullmatch(_MEANT, told)
    if meant:
        was, now = (_meaning(one) for one in meant.groups())
        return f"{'原指' + was if was else '原无所指'}，{'现指' + now if now else '现无所指'}"
    named = re.fullmatch(_NAMED, told)
    if not named:
        return ""
    was = f"而所指条款{_fate(named['fate'])}" if named["fate"] else "而原无所指"
    now = f"现无{named['none']}" if named["none"] else f"{named['clause']}{_fate(named['origin'])}"
    return f"{was}（{now}）"


def _meaning(text: str) -> str:
    """Cite what a reference means, with its fate; nothing for nothing."""
    found = re.fullmatch(_MEANING, text)
    if found:
        return f"{found[1]}（{_fate(found[2])}）"
    return "" if text == "nothing" else text


def _fate(text: str) -> str:
    """Say what became of a clause, or where it was."""
    word, _, place = text.partition(" ")
    return _FATES.get(text) or f"{ {'now': '现为', 'was': '原为'}[word] }{place}"
