"""What is settled before linking: the links are those that linking all would give."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from editions import editions

from difftool.align import align, paragraphs
from difftool.align.anchors import Pair
from difftool.align.likeness import Paragraphs
from difftool.align.runs import Thinned, thinned
from difftool.model import document
from prose import article, planted

if TYPE_CHECKING:
    import pytest

LIMIT = 10**8


def nothing_settled(left: Paragraphs, right: Paragraphs, known: list[Pair]) -> Thinned:
    return Thinned(left, right, (range(len(left)), range(len(right))), [], [], known)


def pairs() -> list[tuple[str, str]]:
    found = [("\n".join(one.left), "\n".join(one.right)) for one in map(editions, range(70_300, 70_380))]
    for seed in range(70_400, 70_420):
        chance = random.Random(seed)
        lines = article(chance, 80)
        for _ in range(8):
            lines.insert(chance.randint(0, len(lines)), "总体要求")
        found.append(("\n".join(lines), planted(chance, "\n".join(lines), 30, 8).right))
    return found


def test_links_are_those_of_all_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    every = [(document(left), document(right)) for left, right in pairs()]
    fast = [sorted(align(*pair, LIMIT).links) for pair in every]
    settled = [
        len(thinned(Paragraphs(one, one.paragraphs), Paragraphs(two, two.paragraphs), []).are_equal)
        for one, two in every
    ]
    monkeypatch.setattr(paragraphs, "thinned", nothing_settled)

    slow = [sorted(align(*pair, LIMIT).links) for pair in every]

    assert fast == slow
    assert sum(settled) > sum(len(one.paragraphs) for one, _ in every) // 2
