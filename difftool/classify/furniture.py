"""What printing and scraping put around a text: page numbers, running heads, advertising lines.

Asked by `noise`. A line is page furniture by proof only: a number that fits the sequence of the pages, a head that
recurs beside such numbers. Advertising proves nothing and is doubtful.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from difftool.classify.site import Site, Verdict
from difftool.classify.spacing import gap
from difftool.model import Kind, Significance, Span
from difftool.view.folds import script

# Three numbers that follow each other are a sequence; a head must recur as often.
_FEWEST = 3
_LONGEST_HEAD = 40
# Each in a line of its own: — 3 —, - 12 -, 第3页 共10页, Page 3 of 10.
_PAGE = (
    r"(?m)^[ \t\u3000]*(?:(?P<rule>[-—–－―~～·•]{1,2})[ \t]*(?P<ruled>\d{1,4})[ \t]*(?P=rule)"
    r"|第[ \t]*(?P<counted>\d{1,4})[ \t]*[页頁][ \t\u3000,，/]*(?P<total>共[ \t]*\d{1,4}[ \t]*[页頁])?"
    r"|[Pp]age[ \t]+(?P<english>\d{1,4})(?P<of>[ \t]+of[ \t]+\d{1,4})?)[ \t\u3000]*\r?$"
)
# Lines that a page puts under what it copied, whole, folded to Simplified; what follows a colon is a name or an
# address.
_NOTICE = (
    r"[(（【\[]?\s*(?:(?:责任编辑|责编|(?:本文|文章|稿件|信息|资讯)来源|原标题|原文链接|扫码关注)\s*[:：]"
    r"|更多(?:精彩|内容|资讯|新闻|详情)|点击(?:查看|阅读|下载|进入|这里|此处|关注)"
    r"|(?:扫描|长按|识别)[^。\n]{0,8}二维码|关注我们|欢迎关注|分享到)[^。；;\n]{0,60}[。]?"
)
# Inside a paragraph only what names its own page, or stands in brackets.
_GLUED = (
    r"更多(?:精彩|内容|资讯|新闻)[^。；;\n]{0,20}(?:关注|点击|访问)[^。；;\n]{0,40}[。]?"
    r"|点击(?:查看|阅读|下载)(?:全文|原文|更多|详情)[^。；;\n]{0,20}[。]?"
    r"|[(（【\[]\s*(?:责任编辑|责编|(?:本文|文章|稿件)来源)\s*[:：][^。；;\n]{0,40}[)）】\]]"
)


def furniture(site: Site) -> Verdict | None:
    """Accept lines that only one side has, if each is furniture; accidental if each is proved to be.

    Where the other side goes on without a line's end, what the line parted is weighed as white space would be:
    a number cut by a page is no less cut for the page number in it.
    """
    side = 0 if site.was else 1
    text, span, extra = ((site.left, site.edit.left, site.was), (site.right, site.edit.right, site.now))[side]
    start = span.start + len(extra) - len(extra.lstrip())
    core = Span(start, start + len(extra.strip()))
    if not _is_own_lines(text, core):
        glued = re.fullmatch(_GLUED, script(core.of(text)))
        return Verdict(Kind.NOISE, "advertising", Significance.DOUBTFUL) if glued else None
    found = [_line(text, one) for one in _lines(text, core)]
    details = [one for one in found if one]
    if len(details) < len(found) or not details:
        return None
    proved = {"page", "head"}.issuperset(details)
    joins = "\n" in extra[: core.start - span.start] and "\n" in extra[core.end - span.start :]
    weight = gap(site) if joins else Significance.ACCIDENTAL
    detail = details[0].removeprefix("a ")
    if weight is Significance.ACCIDENTAL and not proved:
        weight = Significance.DOUBTFUL
    return Verdict(Kind.NOISE, detail, weight)


def is_page_line(text: str, span: Span) -> bool:
    r"""Tell whether a span stands in a line that is a page number and fits the sequence of the pages.

    >>> text = "甲\n- 1 -\n乙\n- 2 -\n丙\n- 3 -"
    >>> is_page_line(text, Span(4, 5)), is_page_line(text, Span(0, 1))
    (True, False)
    """
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    return len(span.of(text).splitlines()) == 1 and _pages(text).get(start, False)


@lru_cache(maxsize=8)
def _pages(text: str) -> Mapping[int, bool]:
    """Map the start of each line that is a page number to whether it fits: three in a row, with text between."""
    found = [
        (one, int(next(filter(None, one.group("ruled", "counted", "english"))))) for one in re.finditer(_PAGE, text)
    ]
    runs: dict[tuple[str | None, ...], list[list[tuple[int, int, int]]]] = {}
    for one, value in found:
        style = (one["rule"], one["total"], one["of"], "第" if one["counted"] else "")
        same = runs.setdefault(style, [])
        last = same[-1][-1] if same else None
        follows = last is not None and value == last[2] + 1 and text[last[1] : one.start()].strip() != ""
        if not follows:
            same.append([])
        same[-1].append((one.start(), one.end(), value))
    return {start: len(run) >= _FEWEST for same in runs.values() for run in same for start, _, _ in run}


def _is_own_lines(text: str, core: Span) -> bool:
    head = text[max(0, core.start - _LONGEST_HEAD) : core.start].rstrip(" \t\u3000")
    tail = text[core.end : core.end + _LONGEST_HEAD].lstrip(" \t\u3000")
    return head[-1:] in {"", "\n", "\r"} and tail[:1] in {"", "\n", "\r"}


def _lines(text: str, core: Span) -> list[Span]:
    return [
        Span(core.start + one.start(), core.start + one.end())
        for one in re.finditer(r"[^\r\n]*\S[^\r\n]*", core.of(text))
    ]


def _line(text: str, line: Span) -> str:
    """Name what a line is: `page` or `head` where that is proved, `a page` or `advertising` where not, or nothing."""
    start = max(text.rfind("\n", 0, line.start), text.rfind("\r", 0, line.start)) + 1
    fits = _pages(text).get(start)
    if fits is not None:
        return "page" if fits else "a page"
    if re.fullmatch(_NOTICE, script(line.of(text)).strip()):
        return "advertising"
    return "head" if _is_head(text, line) else ""


def _is_head(text: str, line: Span) -> bool:
    """Tell whether a line stands beside a page number that fits, and recurs so always, but for once as the title."""
    head = line.of(text).strip()
    if not head or len(head) > _LONGEST_HEAD or not _is_beside_page(text, line.start):
        return False
    places = [one.start() for one in re.finditer(rf"(?m)^[ \t\u3000]*{re.escape(head)}[ \t\u3000]*\r?$", text)]
    beside = [_is_beside_page(text, at) for at in places]
    return beside.count(True) >= _FEWEST and not any(one is False for one in beside[1:])


def _is_beside_page(text: str, at: int) -> bool:
    """Tell whether the line before or after the one that starts at `at` is such a number; empty lines do not count."""
    ends = text.find("\n", at)
    after = len(text) if ends < 0 else ends + 1
    after += len(text[after : after + _LONGEST_HEAD]) - len(text[after : after + _LONGEST_HEAD].lstrip("\r\n \t\u3000"))
    before = text[max(0, at - _LONGEST_HEAD) : at].rstrip()
    line = at - len(text[max(0, at - _LONGEST_HEAD) : at]) + len(before)
    return any(
        _pages(text).get(max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1, False)
        for place in (line, after)
    )
