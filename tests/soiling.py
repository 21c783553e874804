"""Copies soiled as conversions, scrapes and printers soil them; nothing that is said in them changes."""

from __future__ import annotations

import random
import re

# Characters of the invented prose with their readings, as a scrape glosses them.
READINGS = {"业": "yè", "务": "wù", "报": "bào", "会": "huì", "时": "shí", "机": "jī", "政": "zhèng", "农": "nóng"}
# Readings that differ in what they say, and look like noise: see `SWAPS` in `test_false_clean`.
NOISY_SWAPS = """
第&#51;条|第&#52;条|第5条
面积10<sup>2</sup>米|面积102米|面积10<sup>3</sup>米
若a<b>c成立|若ac成立|若abc成立
共10&nbsp;000元|共10000元|共1&nbsp;0000元
They are not&nbsp;able to go|They are notable to go
去银行(háng)|去银行(xíng)|去行(xíng)走
他说浣犲ソ吗|他说你们吗|他说你不好吗
水温25Â°C|水温26°C|水温25Â℃以上
名称é¸­肉|名称鸡肉
共?人|共9人|共7人
决定\ufffd同意|决定不同意|决定均同意
共锟斤拷人|共两人|共三人
（责任编辑：王五）|（责任编辑：李四）
更多精彩请关注甲报|更多精彩请关注乙报
见— 3 —|见— 4 —
"""
ADVERTISING = ["更多精彩内容请关注公众号", "责任编辑：王小明", "点击查看全文", "本文来源：某某日报"]


def glossed(chance: random.Random, text: str) -> str:
    """Gloss some characters, always."""
    for one in chance.sample(sorted(READINGS), 4):
        text = text.replace(one, f"{one}({READINGS[one]})")
    return text


def scraped(chance: random.Random, text: str) -> str:
    """Gloss some characters by replacing bytes, torn characters included; what is not in GBK stays as it is."""
    try:
        written = text.encode("gbk")
    except UnicodeEncodeError:
        return glossed(chance, text)
    for one in chance.sample(sorted(READINGS), 6):
        written = written.replace(one.encode("gbk"), f"{one}({READINGS[one]})".encode("gbk"))
    return written.decode("gbk", "replace").replace("\ufffd", "?")


def paged(_: random.Random, text: str) -> str:
    """Put a page number after each paragraph."""
    return "\n".join(f"{line}\n— {at} —" for at, line in enumerate(text.split("\n"), 4))


def marked_up(chance: random.Random, text: str) -> str:
    """Write it as HTML: paragraphs in tags, some marks as entities."""
    mark = chance.choice("，。、“")
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(mark, f"&#{ord(mark)};")
    return "\n".join(f"<p>{line}</p>" for line in text.split("\n"))


def misread(chance: random.Random, text: str) -> str:
    """Misread a few characters or a clause somewhere, as another encoding."""
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.randint(2, 12))
    written, read = chance.choice([("utf-8", "latin-1"), ("utf-8", "cp1252"), ("utf-8", "gbk"), ("gbk", "latin-1")])
    part = text[start:end]
    if "\n" in part:
        return text
    try:
        return text[:start] + part.encode(written).decode(read) + text[end:]
    except UnicodeError:
        return text


def advertised(chance: random.Random, text: str) -> str:
    return text.replace("\n", f"\n{chance.choice(ADVERTISING)}\n", 1)


def invisible(chance: random.Random, text: str) -> str:
    return re.sub("(?=[的和在])", chance.choice(["\u200b", "\ufeff", "\xad"]), text)


WAYS = (glossed, scraped, paged, marked_up, misread, advertised, invisible)


def soiled(chance: random.Random, text: str) -> str:
    """Soil a text in one way."""
    return chance.choice(WAYS)(chance, text)
