"""Documents of invented prose with planted differences, made from a seed: the same seed, the same documents."""

from __future__ import annotations

import random
from typing import NamedTuple

SUBJECTS = "各地 机关 委员会 学校 企业 工会 农村 港口 医院 银行 法院 车站 社区 乡镇 研究所 出版社".split()  # noqa: SIM905
VERBS = "加强 落实 推动 完善 组织 报告 检查 减少 扩大 公布 修订 支持 审议 登记 移交".split()  # noqa: SIM905
OBJECTS = "安全生产 财务制度 水利工程 道路运输 教育改革 环境保护 档案管理 干部培训 科技创新 卫生服务".split()  # noqa: SIM905
MODES = "按照规定 依法 逐步 全面 每年 及时 原则上 会同有关部门 在职责范围内 根据实际情况 会后 通过网络".split()  # noqa: SIM905
TAILS = "并向社会公开 接受群众监督 不得拖延 确保按期完成 形成长效机制 由专人负责 提高办事效率 防止出现偏差".split()  # noqa: SIM905


def sentence(chance: random.Random) -> str:
    """Make one sentence of some twenty to forty characters, now and then with a number."""
    clauses = [
        chance.choice(SUBJECTS)
        + chance.choice(MODES)
        + chance.choice(VERBS)
        + chance.choice(SUBJECTS)
        + chance.choice(["", "的", "和"])
        + chance.choice(OBJECTS)
        for _ in range(chance.randint(1, 2))
    ]
    if chance.random() < 0.2:
        clauses.append(f"共{chance.choice(VERBS)}{chance.randint(3, 980)}个项目")
    return "，".join([*clauses, chance.choice(TAILS)]) + "。"


def paragraph(chance: random.Random, sentences: int = 4) -> str:
    """Make a paragraph of up to so many sentences."""
    return "".join(sentence(chance) for _ in range(chance.randint(1, sentences)))


def article(chance: random.Random, paragraphs: int, headings: int = 4) -> list[str]:
    """Make an article: a heading every few paragraphs, numbered as Chinese documents number them."""
    lines: list[str] = []
    for index in range(paragraphs):
        if index % headings == 0:
            number = "一二三四五六七八九十"[index // headings % 10]
            lines.append(f"{number}、{chance.choice(VERBS)}{chance.choice(OBJECTS)}")
        lines.append(paragraph(chance))
    return lines


class Planted(NamedTuple):
    """Hold a text with planted edits: spans in the old and in the new text."""

    left: str
    right: str
    edits: list[tuple[int, int, int, int]]


def planted(chance: random.Random, text: str, count: int, distance: int = 12) -> Planted:
    """Replace, insert or delete at `count` places that stand at least `distance` characters apart.

    What is put in has no character of its neighbourhood, so that the border of each edit is unambiguous.
    """
    places: list[int] = []
    for _ in range(20 * count):
        place = chance.randrange(len(text))
        if all(abs(place - other) >= distance for other in places):
            places.append(place)
        if len(places) == count:
            break
    right: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    at = length = 0
    for place in sorted(places):
        span = text[place : place + chance.randint(1, 3)]
        if len(set(span)) < len(span) or any(not one.isalpha() or one.isdigit() for one in span):
            continue
        new = "".join(chance.sample("鼋鼍鼐鼒鼗鼙鼢鼫", chance.randint(1, 3)))
        shape = chance.choice(["replace", "insert", "delete"])
        old = "" if shape == "insert" else span
        new = "" if shape == "delete" else new
        if shape == "delete" and (
            text[place - 1 : place] in {span[-1], ""} or text[place + len(span) : place + len(span) + 1] == span[0]
        ):
            continue
        right += [text[at:place], new]
        length += place - at
        edits.append((place, place + len(old), length, length + len(new)))
        length += len(new)
        at = place + len(old)
    return Planted(text, "".join([*right, text[at:]]), edits)
