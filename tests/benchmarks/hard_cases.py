"""Pairs that make comparing slow where an algorithm has a weak spot: the same seed, the same pair."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from corpora import Planted, clauses, paragraph, prose, sentence

_HEADINGS, _SISTERS = 10_000, 200


def one_line(seed: int, size: int) -> Planted:
    """Make a pair of one line without any mark, a hundredth of it edited."""
    chance = random.Random(seed)
    left = re.sub(r"\W+", "", "".join(prose(chance, size + size // 8)))[:size]
    right = list(left)
    for place in chance.sample(range(len(left)), size // 1000):
        right[place] = chance.choice("甲乙丙丁戊己庚辛壬癸")
    return Planted(left, "".join(right), [])


def all_equal(seed: int, size: int) -> Planted:
    """Make a pair of one paragraph many times, three of them edited on the right."""
    chance = random.Random(seed)
    one = paragraph(chance)
    left = [one] * (size // len(one))
    right = list(left)
    for place in chance.sample(range(len(right)), 3):
        right[place] = sentence(chance) + one
    return Planted("\n".join(left), "\n".join(right), [])


def reversed_paragraphs(seed: int, size: int) -> Planted:
    """Make a pair of which the right has all paragraphs in the opposite order."""
    some = list(dict.fromkeys(prose(random.Random(seed), size)))
    return Planted("\n".join(some), "\n".join(some[::-1]), [])


def unrelated(seed: int, size: int) -> Planted:
    """Make a pair that has hardly a clause in common."""
    sides = clauses()[::2], clauses()[1::2]
    chance = random.Random(seed)
    texts = ["\n".join("，".join(chance.choices(side, k=8)) + "。" for _ in range(size // 90)) for side in sides]
    return Planted(texts[0], texts[1], [])


def rewritten(seed: int, size: int) -> Planted:
    """Make two editions with a third of the words different."""
    chance = random.Random(seed)
    left = "\n".join(prose(chance, size))
    words = [left[at : at + 2] for at in range(0, len(left), 2)]
    marks = frozenset("，。\n")
    right = [
        chance.choice(words[:5000]) if chance.random() < 1 / 3 and marks.isdisjoint(word) else word for word in words
    ]
    return Planted(left, "".join(one if "\n" not in one or one in words else "的" for one in right), [])


def headings(seed: int, size: int) -> Planted:
    """Make a pair with ten thousand copies of one heading, each with a line of its own under it."""
    chance = random.Random(seed)
    count = min(_HEADINGS, size // 20)
    lines = [sentence(chance)[:20] + f"第{number}" for number in range(count)]
    other = [line for line in lines if chance.random() > 0.01]
    left, right = ("".join(f"总体要求\n{line}\n" for line in some) for some in (lines, other))
    return Planted(left, right, [])


def sisters(seed: int, size: int) -> Planted:
    """Make an article and a compilation of two hundred on one template, one of which it is."""
    chance = random.Random(seed)
    template = prose(chance, size // _SISTERS)
    chosen = chance.randrange(_SISTERS)
    articles = [
        "\n".join(
            re.sub("[，。]", lambda mark: f"{chance.choice(clauses())[:6]}{mark[0]}", one, count=2) for one in template
        )
        for _ in range(_SISTERS)
    ]
    return Planted(articles[chosen].replace("组织", "****"), "\n\n".join(articles), [])


HARD: dict[str, Callable[[int, int], Planted]] = {
    "one line without punctuation": one_line,
    "all paragraphs equal": all_equal,
    "paragraphs reversed": reversed_paragraphs,
    "unrelated texts": unrelated,
    "a third of the words different": rewritten,
    "10,000 copies of one heading": headings,
    "one of 200 sister articles": sisters,
}
