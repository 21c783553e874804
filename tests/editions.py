"""Two editions of one document with planted moves, drops, insertions, splits and merges, and the links between them."""

from __future__ import annotations

import random
from typing import NamedTuple

from prose import OBJECTS, SUBJECTS, VERBS, paragraph, planted, sentence

NUMERALS = "一二三四五六七八九十"


class Editions(NamedTuple):
    """Hold two editions as lists of paragraphs, the links between them, and the left paragraphs that were moved."""

    left: list[str]
    right: list[str]
    links: set[tuple[tuple[int, ...], tuple[int, ...]]]
    moved: set[int]


def numeral(value: int) -> str:
    """Write 1 to 9,999 as Chinese clauses are numbered: 十一, 二十, 一百零三, 一百一十."""
    if value < 20:
        return ("十" if value >= 10 else "") + (NUMERALS[value % 10 - 1] if value % 10 else "")
    written, is_gap = "", False
    for unit, size in (("千", 1_000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            written += ("零" if is_gap else "") + NUMERALS[digit - 1] + unit
        is_gap = bool(written) and not digit
    return written


def _body(chance: random.Random) -> str:
    """Make a paragraph long enough to be known again, with boilerplate at its start now and then."""
    start = chance.choice(["", "", "", "会议指出，", "各单位要按照职责分工，", "违反前款规定的，"])
    return start + "".join(sentence(chance) for _ in range(chance.randint(1, 5)))


def editions(seed: int, *, numbered: bool | None = None) -> Editions:
    """Make two editions of some 15 to 70 paragraphs: a law with numbered clauses, or an article with headings."""
    chance = random.Random(seed)
    numbered = chance.random() < 0.4 if numbered is None else numbered
    count = chance.randint(15, 70)
    bodies = [_body(chance) for _ in range(count)]
    headings = {at for at in range(count) if not numbered and at % chance.randint(4, 8) == 0}
    for at in headings:
        bodies[at] = chance.choice(["总体要求", "工作措施", "组织保障"]) + chance.choice(
            ["", f"（{chance.choice(OBJECTS)}）"]
        )
    plan = _plan(chance, bodies, headings)
    left = [f"第{numeral(at)}条　{body}" for at, body in enumerate(bodies, 1)] if numbered else list(bodies)
    right: list[str] = []
    links: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    for clause, (old, text) in enumerate(plan.order, 1):
        prefix = f"第{numeral(clause)}条　" if numbered else ""
        pieces = plan.splits.get(old[0], [text]) if old else [text]
        here = tuple(range(len(right), len(right) + len(pieces)))
        right += [(prefix if index == 0 else "") + piece for index, piece in enumerate(pieces)]
        if old:
            links.add((old, here))
        else:
            links.add(((), here))
    links |= {((at,), ()) for at in plan.dropped}
    return Editions(left, right, links, plan.moved)


class _Plan(NamedTuple):
    order: list[tuple[tuple[int, ...], str]]
    splits: dict[int, list[str]]
    dropped: set[int]
    moved: set[int]


def _plan(chance: random.Random, bodies: list[str], headings: set[int]) -> _Plan:
    """Choose what happens to each paragraph of the left edition, and the order of the right one."""
    count = len(bodies)
    plain = [at for at in range(count) if at not in headings]
    chance.shuffle(plain)
    take = iter(plain)
    moved = _moves(chance, bodies, headings, count)
    free = [at for at in take if at not in moved and at - 1 not in moved and at + 1 not in moved]
    dropped = set(free[: chance.randint(0, 3)])
    free = free[len(dropped) :]
    splits: dict[int, list[str]] = {}
    for at in free[: chance.randint(0, 3)]:
        cut = bodies[at].find("。", len(bodies[at]) // 3) + 1
        if 12 <= cut <= len(bodies[at]) - 12:
            splits[at] = [bodies[at][:cut], bodies[at][cut:]]
    merged = {
        at
        for at in free[3 : 3 + chance.randint(0, 2)]
        if at + 1 in free[6:] and at not in splits and at + 1 not in splits
    }
    edited = {at for at in plain if chance.random() < 0.35 and at not in splits}
    order: list[tuple[tuple[int, ...], str]] = []
    skip = -1
    for at in range(count):
        if at in dropped or at in moved or at == skip:
            continue
        text = planted(chance, bodies[at], max(1, len(bodies[at]) // 60), 3).right if at in edited else bodies[at]
        if at in merged and at + 1 not in dropped and at + 1 not in moved:
            order.append(((at, at + 1), text + bodies[at + 1]))
            skip = at + 1
        else:
            order.append(((at,), text))
    for block in _blocks(moved):
        _put(chance, order, block, bodies, edited)
    for _ in range(chance.randint(0, 3)):
        order.insert(chance.randint(0, len(order)), ((), _body(chance) + paragraph(chance)))
    return _Plan(order, splits, dropped, moved)


def _moves(chance: random.Random, bodies: list[str], headings: set[int], count: int) -> set[int]:
    """Choose up to five blocks of one to three paragraphs that are far enough apart to be moved each alone."""
    moved: set[int] = set()
    for _ in range(chance.randint(0, 5)):
        start, size = chance.randrange(count), chance.randint(1, 3)
        block = set(range(start, min(count, start + size)))
        near = set(range(start - 6, start + size + 6))
        if not (near & moved or block & headings) and all(len(bodies[at]) > 20 for at in block):
            moved |= block
    return moved if 4 * len(moved) < count else set()


def _blocks(moved: set[int]) -> list[list[int]]:
    blocks: list[list[int]] = []
    for at in sorted(moved):
        if blocks and blocks[-1][-1] == at - 1:
            blocks[-1].append(at)
        else:
            blocks.append([at])
    return blocks


def _put(
    chance: random.Random,
    order: list[tuple[tuple[int, ...], str]],
    block: list[int],
    bodies: list[str],
    edited: set[int],
) -> None:
    """Put a block at a place at least four unmoved paragraphs away from where it stood."""
    stay = [at for at, (old, _) in enumerate(order) if old]
    home = sum(1 for at in stay if order[at][0][0] < block[0])
    places = [
        place for place in range(len(order) + 1) if abs(sum(1 for at in stay if at < place) - home) > 3 + len(block)
    ]
    place = chance.choice(places or [0 if 2 * home > len(stay) else len(order)])
    texts = [
        planted(chance, bodies[at], max(1, len(bodies[at]) // 80), 8).right if at in edited else bodies[at]
        for at in block
    ]
    order[place:place] = [((at,), text) for at, text in zip(block, texts, strict=True)]


def compilation(seed: int) -> tuple[Editions, str, tuple[int, int]]:
    """Make editions of which the right one is an article of five, sisters on its template around it; give its span."""
    pair = editions(seed)
    chance = random.Random(seed + 1)
    titles = [
        f"{chance.choice(SUBJECTS)}{chance.choice(VERBS)}{chance.choice(OBJECTS)}报告之{one}" for one in "甲乙丙丁戊"
    ]
    at = chance.randrange(5)
    parts: list[str] = ["汇编", "目录", *[f"{number}.{title}" for number, title in enumerate(titles, 1)]]
    start = 0
    for number, title in enumerate(titles):
        parts += ["", title, ""]
        if number == at:
            start = len("\n".join(parts)) + 1
            parts += pair.right
        elif abs(number - at) == 1:
            whole = "\n".join(pair.right)
            # An eighth of the sister's characters differ.
            parts += planted(chance, whole, len(whole) // 16, 4).right.split("\n")
        else:
            parts += [_body(chance) for _ in range(len(pair.right))]
    return pair, "\n".join(parts), (start, start + len("\n".join(pair.right)))
