"""Pairs of documents with planted edits whose kind, detail, weight and spans are known: the same seed, the same pairs.

Knows how clauses become documents; what is planted in a clause is told by the `plants_*` modules beside the figures.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

Spans = tuple[int, int, int, int]
Names = tuple[str, str | None, str]

_MIRRORED = {"applied": "revealed", "added": "removed", "filled": "blanked"}
_MIRRORED |= {other: one for one, other in _MIRRORED.items()}
# What stands in every text on both sides and is no mask, though made of the same signs.
_DECOYS = [
    "请看X光片",
    "采购*ST康美股票",
    "铺设4x100米跑道",
    "实行7×24小时值守",
    "检查XX染色体",
    "号码11010519491231002X无误",
    "面积3×4米",
    "提供XXL尺码",
    "由某些单位承担",
    "某种情况除外",
    "网址http://a.example/x_1*2",
]
# Masks that no edit touches, in ⟦⟧.
_UNCHANGED = [
    "⟦****⟧年以来",
    "共⟦xx⟧个项目",
    "联系人⟦王某⟧",
    "拨打⟦138****5678⟧",
    "占⟦××⟧%",
    "由⟦李某1⟧负责",
    "⟦【略】⟧",
    "第⟦x⟧批",
    "⟦○○⟧省",
    "⟦xx⟧月⟦xx⟧日召开",
    "⟦20**⟧年底",
    "投入⟦***⟧万元",
    "⟦二○××⟧年",
    "向⟦xx⟧同志学习",
    "在⟦某某⟧市",
    "姓名：⟦____⟧",
]
_WHO = "各地 机关 委员会 学校 企业 工会 农村 港口 医院 银行 法院 车站 社区 乡镇 研究所 出版社 全体代表 有关方面".split()  # noqa: SIM905
_HOW = "按照规定 依法 逐步 全面 每年 及时 原则上 会同有关部门 在职责范围内 根据实际情况 会后 通过网络 认真".split()  # noqa: SIM905
_DO = "加强 落实 推动 完善 组织 报告 检查 减少 扩大 公布 修订 支持 审议 登记 移交 开展 明确 协调".split()  # noqa: SIM905
_WHAT = [
    "安全生产",
    "财务制度",
    "水利工程",
    "道路运输",
    "教育改革",
    "环境保护",
    "档案管理",
    "干部培训",
    "科技创新",
    "卫生服务",
    "“四个意识”",
    "《公司法》的实施",
    "GDP核算",
    "《意见》（试行）的要求",
    "WTO规则",
    "5G网络",
    "2019年度预算",
    "第三季度计划",
    "30%的股权",
    "1,200余户居民",
    "Linux系统",
    "二十大精神",
]


class Planted(NamedTuple):
    """Hold an edit to be planted: both readings, its names, and which sides (`l`, `r`) are masks.

    A mask that is only part of a reading stands in ⟦⟧.
    """

    left: str
    right: str
    names: Names
    masked: str = ""

    @property
    def swapped(self) -> Planted:
        """Swap the sides."""
        kind, detail, weight = self.names
        detail = _MIRRORED.get(detail or "", detail) if kind == "mask" else detail
        sides = self.masked.translate(str.maketrans("lr", "rl"))
        return Planted(self.right, self.left, (kind, detail, weight), sides)


class Masked(NamedTuple):
    """Hold a mask that both sides share."""

    text: str


Clause = Sequence[str | Planted | Masked]
Plant = Callable[[random.Random], Clause]


class Pair(NamedTuple):
    """Hold two texts with the names of each planted edit by its spans, and the spans of all masks."""

    left: str
    right: str
    edits: dict[Spans, Names]
    left_masks: set[tuple[int, int]]
    right_masks: set[tuple[int, int]]


def pairs(seed: int, count: int, plants: Sequence[Plant]) -> Iterator[Pair]:
    """Make so many pairs; every plant is used in turn, half of them with the sides swapped."""
    chance = random.Random(seed)
    queue: list[Plant] = []
    for number in range(count):
        clauses: list[list[Clause]] = []
        for _ in range(chance.randint(4, 9)):
            paragraph: list[Clause] = []
            for _ in range(chance.randint(2, 5)):
                if not queue:
                    queue = list(plants)
                    chance.shuffle(queue)
                # Now and then two planted clauses stand side by side.
                paragraph += [_filler(chance)] * (chance.random() < 0.7)
                paragraph.append(_planted(chance, queue.pop()))
            clauses.append([*paragraph, _filler(chance)])
        yield _pair(chance, clauses, number)


def _planted(chance: random.Random, plant: Plant) -> Clause:
    clause = plant(chance)
    if chance.random() < 0.5:
        return clause
    return [one.swapped if isinstance(one, Planted) else one for one in clause]


def _filler(chance: random.Random) -> Clause:
    """Make a clause that is the same on both sides."""
    told = chance.random()
    if told < 0.12:
        return [chance.choice(_DECOYS)]
    if told < 0.24:
        return _marked(chance.choice(_UNCHANGED))
    clause = chance.choice(_WHO) + chance.choice(_HOW) + chance.choice(_DO) + chance.choice(_WHAT)
    return [clause + chance.choice(["", "", "，" + chance.choice(_WHO) + chance.choice(_DO) + chance.choice(_WHAT)])]


def _marked(text: str) -> Clause:
    """Tell the masks of a clause, in ⟦⟧, from its words."""
    pieces = re.split("[⟦⟧]", text)
    return [Masked(one) if at % 2 else one for at, one in enumerate(pieces)]


class _Pair:
    """Write both texts at once and note where everything stands."""

    def __init__(self) -> None:
        self.written: tuple[list[str], list[str]] = ([], [])
        self.at = [0, 0]
        self.edits: dict[Spans, Names] = {}
        self.masks: tuple[set[tuple[int, int]], set[tuple[int, int]]] = (set(), set())

    def write(self, piece: str | Planted | Masked) -> None:
        if isinstance(piece, Planted):
            readings, masked = (piece.left, piece.right), piece.masked
        else:
            text = piece.text if isinstance(piece, Masked) else piece
            readings, masked = (text, text), "lr" if isinstance(piece, Masked) else ""
        begin = tuple(self.at)
        for side, mark in enumerate("lr"):
            self._tell(side, _marked(readings[side]) if mark not in masked else [Masked(readings[side])])
        if isinstance(piece, Planted):
            self.edits[begin[0], self.at[0], begin[1], self.at[1]] = piece.names

    def _tell(self, side: int, pieces: Clause) -> None:
        for piece in pieces:
            text = piece[0] if isinstance(piece, Masked | Planted) else piece
            if isinstance(piece, Masked):
                self.masks[side].add((self.at[side], self.at[side] + len(text)))
            self.written[side].append(text)
            self.at[side] += len(text)


def _pair(chance: random.Random, paragraphs: Sequence[Sequence[Clause]], number: int) -> Pair:
    """Join clauses by marks and paragraphs by line ends; every third pair is in Traditional characters."""
    pair = _Pair()
    for at, paragraph in enumerate(paragraphs):
        if at:
            pair.write("\n")
        for index, clause in enumerate(paragraph):
            for piece in clause:
                pair.write(piece)
            last = index == len(paragraph) - 1
            pair.write("。" if last else chance.choice("，，，；。"))
    left, right = ("".join(side) for side in pair.written)
    if number % 3 == 0:
        kept = [spans for spans, names in pair.edits.items() if names[0] == "script"]
        left = _traditional(left, [(one[0], one[1]) for one in kept])
        right = _traditional(right, [(one[2], one[3]) for one in kept])
    return Pair(left, right, pair.edits, *pair.masks)


def _traditional(text: str, kept: Sequence[tuple[int, int]]) -> str:
    """Write a text in Traditional characters, one for one, but for some spans."""
    letters = [_traditional_form(one) for one in text]
    for start, end in kept:
        letters[start:end] = text[start:end]
    return "".join(letters)


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 - an oracle of the tests, loaded where it is asked

    return OpenCC("s2t").convert


@cache
def _traditional_form(character: str) -> str:
    return _converter()(character)
