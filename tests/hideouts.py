"""Documents with masks whose values are known, places that show them, and decoys that do not; made from a seed."""

from __future__ import annotations

import random
from typing import NamedTuple

from prose import sentence

# Signs that are neither numerals, units nor surnames, so that a clause of them is met nowhere by chance.
SIGNS = (
    "梯泊绿楼湖岸桥梁窗帘灯塔船帆渔网粮仓砖瓦陶瓷丝绸茶盐糖醋酱油柴炉灶锅碗瓢盆针线布鞋帽衣被枕席扇伞镜梳盒箱柜桌椅凳床"
)
NUMBERS = (
    ("年春", "year"),
    ("个部门", "count"),
    ("名干部", "count"),
    ("周年", "count"),
    ("万元", "count"),
    ("次检查", "count"),
)
NAMES = (
    ("省", ("河南", "山东", "四川", "陕西", "湖北", "辽宁", "云南")),
    ("大学", ("兰州", "师范", "河北", "交通", "农业", "海洋", "财经")),
    ("有限公司", ("宏达", "远景", "中原科技", "金桥", "海润", "北辰实业")),
)
STYLES = ("xx", "xxx", "**", "***", "××", "□□", "[REDACTED]")
CHINESE = ("二十", "三百", "一百二十", "六十五", "四百零七", "八十八")


class Slot(NamedTuple):
    """Hold a clause around a value: six signs and more on either side."""

    head: str
    value: str
    unit: str
    tail: str
    mask: str

    def shown(self, value: str = "") -> str:
        """Write the clause with its value, or with another."""
        return f"{self.head}{value or self.value}{self.unit}{self.tail}"

    def masked(self) -> str:
        """Write the clause with its mask."""
        return f"{self.head}{self.mask}{self.unit}{self.tail}"


class Hideout(NamedTuple):
    """Hold texts to check, copies of them, and the leaks: (text, start of the mask, value)."""

    texts: tuple[str, ...]
    copies: tuple[str, ...]
    leaks: frozenset[tuple[int, int, str]]


def signs(chance: random.Random, count: int) -> str:
    return "".join(chance.choice(SIGNS) for _ in range(count))


def slot(chance: random.Random) -> Slot:
    if chance.random() < 0.6:
        unit, sort = chance.choice(NUMBERS)
        value = (
            str(chance.randint(1950, 2029))
            if sort == "year"
            else chance.choice([*CHINESE, str(chance.randint(11, 980))])
        )
        mask = chance.choice(STYLES)
        if sort == "year" and chance.random() < 0.4:
            mask = f"{value[:2]}**"
    else:
        unit, values = chance.choice(NAMES)
        value, mask = chance.choice(values), chance.choice(STYLES)
    return Slot(signs(chance, 7), value, unit, signs(chance, 7), mask)


def near(chance: random.Random, one: Slot, agreeing: int) -> Slot:
    """Alter the clause so that so many of its twelve neighbours agree: those nearest to the value stay."""
    whole = one.unit + one.tail
    after = chance.randint(max(2, agreeing - 6, len(one.unit)), min(6, agreeing - 2))
    before = agreeing - after
    kept = max(after - len(one.unit), 0)
    assert len(whole) >= 6
    head = signs(chance, 7 - before) + one.head[7 - before :]
    tail = one.tail[:kept] + signs(chance, 7 - kept)
    # What was altered must not agree by chance.
    while any(a == b for a, b in zip(head[: 7 - before], one.head[: 7 - before], strict=True)):
        head = signs(chance, 7 - before) + one.head[7 - before :]
    while any(a == b for a, b in zip(tail[kept:], one.tail[kept:], strict=True)):
        tail = one.tail[:kept] + signs(chance, 7 - kept)
    return one._replace(head=head, tail=tail)


def scattered(chance: random.Random, one: Slot) -> Slot:
    """Alter up to four of the neighbours wherever they stand, but for the one next to the value on either side."""
    head, tail = list(one.head), list(one.tail)
    places = [("head", at) for at in range(1, 6)] + [("tail", at) for at in range(1, 6 - len(one.unit))]
    for side, at in chance.sample(places, chance.randint(1, 4)):
        some = head if side == "head" else tail
        some[at] = chance.choice([sign for sign in SIGNS if sign != some[at]])
    return one._replace(head="".join(head), tail="".join(tail))


def other(chance: random.Random, one: Slot) -> str:
    """Choose a value of the same sort that is another one."""
    for _, values in NAMES:
        if one.value in values:
            return chance.choice([value for value in values if value != one.value])
    return str(int(one.value) + 11) if one.value.isdigit() else "九百零一"


def clue(chance: random.Random, one: Slot, sort: str) -> str:
    """Write what else a text says of a slot: the clause that shows it, or a decoy."""
    if sort == "leak":
        return f"{sentence(chance)}{one.shown()}。{sentence(chance)}"
    if sort == "scattered leak":
        return f"{sentence(chance)}{scattered(chance, one).shown()}。{sentence(chance)}"
    if sort == "near leak":
        some = near(chance, one, chance.randint(max(8, len(one.unit) + 2), 11))
        return f"{sentence(chance)}{some.shown()}。{sentence(chance)}"
    if sort in {"bare", "same unit"}:
        unit = one.unit if sort == "same unit" else ""
        return f"{signs(chance, 8)}{one.value}{unit}{signs(chance, 8)}。{sentence(chance)}"
    if sort == "contradiction" and one.mask.startswith(("19", "20")):
        return f"{sentence(chance)}{one.shown(str(int(one.value) - 200))}。{sentence(chance)}"
    far = near(chance, one, chance.randint(max(5, len(one.unit) + 2), 7))
    return f"{sentence(chance)}{far.shown(other(chance, one))}。{sentence(chance)}"


def hideout(chance: random.Random, slots: int = 12) -> Hideout:
    """Make a text that masks slots, shows some elsewhere, and holds decoys; and at times a copy that shows some."""
    masked: list[tuple[Slot, bool]] = []
    lines: list[str] = []
    for _ in range(slots):
        one = slot(chance)
        sort = chance.choice(
            ("leak", "leak", "near leak", "scattered leak", "bare", "same unit", "too far", "contradiction")
        )
        masked.append((one, "leak" in sort))
        lines.append(f"{sentence(chance)}{one.masked()}。{sentence(chance)}")
        lines.append(clue(chance, one, sort))
    chance.shuffle(lines)
    text = "\n".join(lines)
    copies: tuple[str, ...] = ()
    leaks = {(0, text.index(one.masked()) + len(one.head), one.value) for one, leaked in masked if leaked}
    if chance.random() < 0.5:
        shown = [one for one, _ in masked if chance.random() < 0.5]
        copy = text
        for one in shown:
            copy = copy.replace(one.masked(), one.shown())
        copies = (copy,)
        leaks |= {(0, text.index(one.masked()) + len(one.head), one.value) for one in shown}
    return Hideout((text,), copies, frozenset(leaks))
