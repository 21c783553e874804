"""Pairs of documents of any size with planted edits, from clauses of the seeds: the same seed, the same pair."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SPACING = 1_000  # one edit in so many characters is "1 %": an edit adds and takes away some twelve characters
_APART = 3  # unchanged characters between two edits, at least: what stands nearer may be told as one
_WORDS = "组织 部门 地区 项目 干部 制度 工作 企业 群众 时间 办法 报告 原则 中心 代表 会议".split()  # noqa: SIM905
_MASKS = ["****", "xxxx", "**", "xx", "某某", "□□"]
_MARKS = "，。；、：！"
# Clauses recur some hundred times in a long text; masks and damage do not, so only planted ones are in it.
_MASKED = re.compile("[*×某□○?\N{REPLACEMENT CHARACTER}]|xx")
_NOT_ALONE = re.compile(r"[\s*xX×某□○0-9a-zA-Z一二三四五六七八九十百千万亿〇零.%％]")


class Planted(NamedTuple):
    """Hold a pair and its edits, each as the two half-open spans `(start, end, start, end)` in code points."""

    left: str
    right: str
    edits: list[tuple[int, int, int, int]]


@cache
def clauses() -> list[str]:
    """List the different clauses of the seeds of 4 to 30 characters, in the order they first stand in."""
    found: dict[str, None] = {}
    for path in sorted(SEEDS.glob("*.txt")):
        for clause in re.split(r"[\s，。；：！？、,;:!?]+", path.read_text("utf-8", "replace")):
            if 4 <= len(clause) <= 30 and not _MASKED.search(clause):
                found[clause] = None
    return list(found)


def sentence(chance: random.Random) -> str:
    """Make a sentence of one to four clauses."""
    return "，".join(chance.choices(clauses(), k=chance.randint(1, 4))) + "。"


def paragraph(chance: random.Random) -> str:
    """Make a paragraph of one to six sentences, some 110 characters."""
    return "".join(sentence(chance) for _ in range(chance.randint(1, 6)))


def prose(chance: random.Random, size: int) -> list[str]:
    """Make paragraphs that hold so many characters, or a few more."""
    made: list[str] = []
    length = 0
    while length < size:
        made.append(paragraph(chance))
        length += len(made[-1])
    return made


def planted(seed: int, size: int, rate: float, joint: str = "\n") -> Planted:
    """Make a pair of so many characters with `rate` × `size` / 10 edits.

    Masks, exchanged words and marks, and sentences inserted and deleted, each kind a fifth.
    """
    chance = random.Random(seed)
    return _edited(chance, joint.join(prose(chance, size)) + "\n", rate)


def _edited(chance: random.Random, left: str, rate: float) -> Planted:
    """Plant edits at random places of a text, in order and apart."""
    count = max(1, round(len(left) * rate / (SPACING * 0.01)))
    right: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    done = length = 0
    for place in sorted(chance.sample(range(len(left)), count)):
        kinds = chance.sample(_KINDS, len(_KINDS))
        found = next(filter(None, (kind(chance, left, max(place, done + _APART)) for kind in kinds)), None)
        if found is None:
            continue
        start, end, text = found
        right += [left[done:start], text]
        length += start - done
        edits.append((start, end, length, length + len(text)))
        done, length = end, length + len(text)
    return Planted(left, "".join([*right, left[done:]]), edits)


_Edit = tuple[int, int, str] | None


def _mask(chance: random.Random, left: str, place: int) -> _Edit:
    """Hide one to four characters that no sign of a number or mask touches."""
    end = place + chance.randint(1, 4)
    if end >= len(left) or place < 1 or any(map(_NOT_ALONE.match, left[place - 1 : end + 1])):
        return None
    return place, end, chance.choice(_MASKS)


def _word(chance: random.Random, left: str, place: int) -> _Edit:
    """Exchange two characters for a word that shares none with them or their neighbours."""
    word = chance.choice(_WORDS)
    around = left[max(place - 1, 0) : place + 3]
    if len(around) < len("x__x") or set(word) & set(around) or _NOT_ALONE.search(around):
        return None
    return place, place + 2, word


def _mark(chance: random.Random, left: str, place: int) -> _Edit:
    """Exchange the next mark for another."""
    at = next((at for at in range(place, min(place + 40, len(left))) if left[at] in _MARKS), None)
    if at is None or left[at + 1 : at + 2].isspace():
        return None
    return at, at + 1, chance.choice(_MARKS.replace(left[at], ""))


def _insertion(chance: random.Random, left: str, place: int) -> _Edit:
    """Insert a sentence behind one."""
    at = left.find("。", place) + 1
    return (at, at, sentence(chance)) if at else None


def _deletion(_: random.Random, left: str, place: int) -> _Edit:
    """Delete a sentence that follows another one in its paragraph."""
    start = left.find("。", place) + 1
    end = left.find("。", start) + 1
    if not start or not end or "\n" in left[start:end]:
        return None
    return start, end, ""


_KINDS: list[Callable[[random.Random, str, int], _Edit]] = [_mask, _word, _mark, _insertion, _deletion]
