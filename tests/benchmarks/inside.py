"""Times inside the process, for what a whole process would hide: finding an article in a compilation."""

from __future__ import annotations

import random
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from corpora import prose
from difftool import locate
from difftool.align import align
from difftool.model import document
from difftool.read import read

_ARTICLE, _COMPILATION = 8_000, 40_000
_NEEDLE = 3_000
_LIMIT = 400_000_000


class Searching(NamedTuple):
    """Hold the seconds for reading and decoding two files, and for that and finding one in the other."""

    reading: float
    finding: float


def aligning(seed: int) -> float:
    """Give the median seconds of aligning an article of 8,000 characters with its compilation of 40,000."""
    chance = random.Random(seed)
    articles = ["\n".join(prose(chance, _ARTICLE)) for _ in range(_COMPILATION // _ARTICLE)]
    inner, outer = document(articles[2].replace("组织", "****")), document("\n".join(articles))
    taken: list[float] = []
    for _ in range(7):
        start = time.perf_counter()
        found = align(inner, outer, _LIMIT)
        taken.append(time.perf_counter() - start)
        assert all(link.is_paired for link in found.links if link.left)
    return median(taken)


def searching(seed: int, where: Path, size: int) -> Searching:
    """Find an article of 3,000 characters in a compilation of so many bytes, and time reading both beside it."""
    chance = random.Random(seed)
    paragraphs = prose(chance, size // 3)
    middle = len(paragraphs) // 2
    needle = "\n".join(paragraphs[middle : middle + _NEEDLE // 100])
    left, right = where / "needle.txt", where / "compilation.txt"
    left.write_text(needle.replace("组织", "****"), "utf-8")
    right.write_text("\n".join(paragraphs), "utf-8")
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(3):
        start = time.perf_counter()
        inner, outer = read(str(left)), read(str(right))
        taken[0].append(time.perf_counter() - start)
        assert locate(inner, [outer]).places
        taken[1].append(time.perf_counter() - start)
    return Searching(median(taken[0]), median(taken[1]))
