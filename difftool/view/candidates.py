"""A run of mask characters, not yet judged, and the characters that masks are made of and stand among.

Below `guards`, which judge, and `masks`, which finds. Knows no rule: these are the facts that rules ask for.
"""

from typing import NamedTuple

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
    return character in SURNAMES or (character in SHY_SURNAMES and not is_han(text[at - 1 : at] if at else ""))


def expects_value(found: Candidate) -> bool:
    """Tell whether the place asks for a value: 第 before it, or a unit after it."""
    return found.before == "第" or (found.after != "" and found.after in UNITS)
