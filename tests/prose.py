"""Documents of invented prose with planted differences, made from a seed: the same seed, the same documents."""

from __future__ import annotations

import random
from typing import NamedTuple

SUBJECTS = "各地 机关 委员会 学校 企业 工会 农村 港口 医院 银行 法院 车站 社区 乡镇 研究所 出版社".split()  # noqa: SIM905
VERBS = "加强 落实 推动 完善 组织 报告 检查 减少 扩大 公布 修订 支持 审议 登记 移交".split()  # noqa: SIM905
OBJECTS = "安全生产 财务制度 水利工程 道路运输 教育改革 环境保护 档案管理 干部培训 科技创新 卫生服务".split()  # noqa: SIM905
MODES = "按照规定 依法 逐步 全面 每年 及时 原则上 会同有关部门 在职责范围内 根据实际情况 会后 通过网络".split()  # noqa: SIM905
TAILS = "并向社会公开 接受群众监督 不得拖延 确保按期完成 形成长效机制 由专人负责 提高办事效率 防止出现偏差".split()  # noqa: SIM905

PARTIES = [
    "the ministry",
    "each regional office",
    "the harbour board",
    "a licensed carrier",
    "the audit committee",
    "every applicant",
    "the central bank",
    "the school council",
    "a foreign investor",
    "the county clerk",
    "the fisheries inspector",
    "any heir of the owner",
    "the board of trustees",
    "a ship's master",
    "the insurance fund",
]
DUTIES = [
    "must publish",
    "reviews",
    "may not transfer",
    "shall keep",
    "approves",
    "supervises",
    "has to register",
    "reports on",
    "is to inspect",
    "may refuse",
    "will pay for",
    "takes over",
]
MATTERS = [
    "the annual budget",
    "all safety records",
    "water supply contracts",
    "its staff training plan",
    "the road traffic figures",
    "environmental permits",
    "public health measures",
    "research grants",
    "archive holdings",
    "tender documents",
    "the list of voters",
    "fishing quotas",
    "old railway bridges",
    "the price of bread",
    "witness statements",
    "a copy of the deed",
    "forest roads",
]
MANNERS = [
    "within thirty days",
    "in plain language",
    "as the law provides",
    "step by step",
    "under its own seal",
    "without delay",
    "together with local partners",
    "once a year",
    "at its own expense",
    "unless the court forbids it",
    "before the end of March",
    "by registered letter",
    "in the presence of two witnesses",
]
# The characters of the words above and of `editions` that Traditional writing has in another form.
_SIMPLIFIED = (
    "专业个乡产众会体关内农况减则创办务动区医单卫后员围学实审干并开强彻总执扩护报"
    "据时机档检环现监确组织结络网职范见规订认训议记请负财责贯车输过运违银镇长门际项"
)
_TRADITIONAL = (
    "專業個鄉產眾會體關內農況減則創辦務動區醫單衛後員圍學實審幹並開強徹總執擴護報"
    "據時機檔檢環現監確組織結絡網職範見規訂認訓議記請負財責貫車輸過運違銀鎮長門際項"
)


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


def english_sentence(chance: random.Random) -> str:
    """Make one English sentence of ten to thirty words, now and then with a number."""
    clauses = [
        f"{chance.choice(PARTIES)} {chance.choice(DUTIES)} {chance.choice(MATTERS)} {chance.choice(MANNERS)}"
        for _ in range(chance.randint(1, 3))
    ]
    if chance.random() < 0.2:
        clauses.append(f"it covers {chance.randint(3, 980)} cases")
    return ", and ".join(clauses)[0].upper() + ", and ".join(clauses)[1:] + "."


def traditional(text: str) -> str:
    """Write the generated prose in Traditional characters, one for one."""
    return text.translate(str.maketrans(_SIMPLIFIED, _TRADITIONAL))


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
