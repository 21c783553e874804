"""A run of mask characters, not yet judged, and the characters that masks are made of and stand among.

Below `guards`, which judge, and `masks`, which finds. Knows no rule: these are the facts that rules ask for.
"""

from functools import cache
from typing import NamedTuple

from difftool.view.folds import script

SIGHT = 200
STARS, EXES, CROSSES, BOXES, CIRCLES = "*＊", "xXｘＸ", "×╳✕", "□■▇█", "○●◇"
MASK_CHARACTERS = f"{STARS}{EXES}{CROSSES}{BOXES}{CIRCLES}_某"
DIGITS = "0123456789０１２３４５６７８９"
CHINESE_DIGITS = "〇○◯零一二三四五六七八九十"
# What may follow one lone sign that stands for a value; 号 is left out, as *号 names the sign itself.
UNITS = "年月日时分人名位个条章节款项届期次家岁元万亿%％余世省市县区乡镇村時個條節項屆歲萬億餘縣區鄉鎮"
# Common surnames, listed by hand and not after any ranking. Those that are mostly function words in
# running text are shy: they count only at a beginning (see `is_surname_at`).
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔汤孙葛柳"
    "張劉陳楊黃趙吳孫馬羅鄭許韓鄧馮葉蘇呂盧鍾譚陸韋賈鄒邱龍賀龔錢嚴湯"
)
SHY_SURNAMES = "于向万常安康易温文施洪乔季黎"
# Words that end like a surname: 提高xx, 规范xx and 浙江某公司 name no Mr Gao, Fan or Jiang. Common ones, Simplified, by
# hand.
_WORDS = (
    "提高 最高 更高 较高 拔高 增高 升高 崇高 新高 规范 示范 模范 防范 典范 师范 责任 主任 担任 "
    "信任 出任 历任 委任 聘任 离任 现任 前任 基石 钻石 岩石 矿石 资金 基金 现金 奖金 税金 黄金 "
    "租金 地方 对方 双方 各方 甲方 乙方 丙方 官方 警方 校方 北方 南方 西方 东方 后方 前方 长江 "
    "浙江 湛江 镇江 森林 吉林 园林 桂林 农林 造林 历史 党史 工程 过程 规程 课程 日程 流程 全程 "
    "里程 章程 启程 业余 其余 剩余 明白 空白 支付 交付 拨付 应付 阶段 手段 路段 时段 从严 威严 "
    "尊严 分钟 任何 如何 为何 几何 桥梁 栋梁 感谢 答谢 每周 一周 上周 本周 子孙 允许 准许 也许 "
    "江苏 复苏 兵马 人马 大陆 水陆 登陆 着陆 回顾 照顾 兼顾 不顾 文武 地雷 主张 紧张 夸张 扩张 "
    "伸张 茶叶 农田 油田 煤田"
)


@cache
def _words() -> frozenset[str]:
    return frozenset(_WORDS.split())


class Candidate(NamedTuple):
    """A maximal run of mask characters, `text[start:end]`, not yet judged."""

    text: str
    start: int
    end: int

    @property
    def run(self) -> str:
        """Cut the run out."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """Give the character before, empty at the beginning."""
        return self.text[self.start - 1 : self.start]

    @property
    def after(self) -> str:
        """Give the character after, empty at the end."""
        return self.text[self.end : self.end + 1]

    @property
    def head(self) -> str:
        """Give what stands before the run in its line."""
        return self.text[max(0, self.start - SIGHT) : self.start].rpartition("\n")[2].rpartition("\r")[2]

    @property
    def tail(self) -> str:
        """Give what stands after the run in its line."""
        return self.text[self.end : self.end + SIGHT].partition("\n")[0].partition("\r")[0]

    def made_of(self, characters: str) -> bool:
        """Tell whether the run has no other characters."""
        return not self.run.strip(characters)

    @property
    def is_single(self) -> bool:
        """Tell whether the run is one character."""
        return self.end - self.start == 1


def is_latin(character: str) -> bool:
    """Tell whether it is a letter of the Latin script."""
    return character.isalpha() and character < "ʰ"


def is_han(character: str) -> bool:
    """Tell whether it is a Chinese character (extensions A and the basic block, and the supplementary plane)."""
    return "㐀" <= character <= "鿿" or character >= "\U00020000"


def is_digit(character: str) -> bool:
    """Tell whether it is one of the ten digits, half or full width."""
    return character != "" and character in DIGITS


def is_surname_at(text: str, at: int) -> bool:
    """Tell whether the character at `at` is read as a surname there."""
    character = text[at : at + 1]
    if character == "":
        return False
    if character in SURNAMES:
        return at == 0 or script(text[at - 1 : at + 1]) not in _words()
    return character in SHY_SURNAMES and not is_han(text[at - 1 : at] if at else "")


def expects_value(found: Candidate) -> bool:
    """Tell whether the place asks for a value: 第 before it, or a unit after it."""
    return found.before == "第" or (found.after != "" and found.after in UNITS)
