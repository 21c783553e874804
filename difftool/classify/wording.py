"""Words that became others: the last rule, and what can be told of the words.

Knows no grammar. Everything here is substantive, but for two ways of writing one word.
"""

from __future__ import annotations

from functools import cache

from difftool.classify.site import Site, Verdict
from difftool.model import Kind, Significance
from difftool.view.folds import script

# Characters that are mistaken for each other by shape, each row one family.
_CONFUSABLE = (
    "己已巳 未末 待特侍 戊戌戍戎 人入 天夭 土士 日曰 千干于 治冶 茶荼 侯候 历厉 拨拔 崇祟 塑朔 徒徙 汨汩 毫亳"
    " 析折 暧暖 祗祇 胃胄 第弟 撤撒 慨概 苑宛 蓝篮 既即"
)
_REGIONAL = (
    "资讯/信息 网路/网络 软体/软件 硬体/硬件 程式/程序 影片/视频 数位/数字 智慧/智能 行动电话/手机 列印/打印"
    " 滑鼠/鼠标 记忆体/内存 资料库/数据库 资料/数据 计程车/出租车 捷运/地铁 公车/公交车 部落格/博客 网际网路/互联网"
    " 简讯/短信 雷射/激光 奈米/纳米 沙乌地/沙特 纽西兰/新西兰 义大利/意大利 品质/质量"
)
_VARIANT = (
    "其他/其它 惟一/唯一 身份/身分 部分/部份 成分/成份 想象/想像 好像/好象 账号/帐号 账户/帐户 勾画/勾划"
    " 人才/人材 思维/思惟 录像/录象 计划/计画"
)
_CONTEXT = 3


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _CONFUSABLE.split():
        for one in row:
            found[one] = found.get(one, frozenset()) | frozenset(row)
    return found


@cache
def _pairs(rows: str) -> frozenset[tuple[str, str]]:
    pairs = [tuple(row.split("/")) for row in rows.split()]
    return frozenset((one, other) for first, second in pairs for one, other in ((first, second), (second, first)))


def _in_pair(site: Site, rows: str) -> bool:
    """Tell whether the two readings, with what is equal around them, are such a pair of words."""
    was, now = script(site.was), script(site.now)
    heads, tails = [script(one) for one in site.heads(_CONTEXT)], [script(one) for one in site.tails(_CONTEXT)]
    for first in range(_CONTEXT + 1):
        for last in range(_CONTEXT + 1):
            left = heads[0][len(heads[0]) - first :] + was + tails[0][:last]
            right = heads[1][len(heads[1]) - first :] + now + tails[1][:last]
            if (left, right) in _pairs(rows):
                return True
    return False


def wording(site: Site) -> Verdict:
    """Accept everything: words differ, substantively unless a table says that they are one word."""
    was, now = script(site.was), script(site.now)
    if 0 < len(was) <= _CONTEXT and 0 < len(now) <= _CONTEXT + 1:
        if _in_pair(site, _VARIANT):
            return Verdict(Kind.WORDING, "variant-word", Significance.DOUBTFUL)
        if _in_pair(site, _REGIONAL):
            return Verdict(Kind.WORDING, "regional", Significance.SUBSTANTIVE)
    if len(was) == len(now) == 1 and now in _families().get(was, frozenset()):
        return Verdict(Kind.WORDING, "confusable", Significance.SUBSTANTIVE)
    return Verdict(Kind.WORDING, None, Significance.SUBSTANTIVE)
