"""How much more an edit script costs than the shortest one, where that can be computed."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from corpora import planted
from difftool.align import align, edits, ordered, stretches
from difftool.model import document

_SIZE, _LIMIT = 30_000, 400_000_000


def excess(seed: int) -> list[tuple[float, float]]:
    """Give for pairs of 30,000 characters the rate of edits and the cost of our script over the minimal one.

    Cost counts the characters deleted and inserted; the minimum is Indel distance over the whole texts (rapidfuzz).
    """
    found: list[tuple[float, float]] = []
    for rate in (0.001, 0.01, 0.1):
        pair = planted(seed, _SIZE, rate)
        left, right = document(pair.left), document(pair.right)
        alignment = align(left, right, _LIMIT)
        links = ordered(alignment.links)
        cost = 0
        for link, stretch in zip(links, stretches(left, right, links), strict=True):
            script = edits(left.text, right.text, stretch, _LIMIT)[0] if link.is_paired else [stretch]
            cost += sum(one.left.length + one.right.length for one in script)
        found.append((rate, cost / Indel.distance(pair.left, pair.right)))
    return found
