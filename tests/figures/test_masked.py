"""How many masks are found, how many of those found are masks, and how many slots are read right.

The rules were tried on the seeds from `BUILT_ON`; the figures are taken on those from `HELD_OUT`, in which
every other clause is of a kind that no rule was tried on.
`python tests/figures/test_masked.py SEED COUNT` prints what is missed, found wrongly, or read otherwise.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from typing import NamedTuple

import pytest
from masked import Masked, masked

from difftool.classify.inventory import masks_of
from difftool.view.vanished import vanished

BUILT_ON, HELD_OUT, DOCUMENTS = 1_000, 50_000, 400
LEAST_FOUND, LEAST_READ = 0.99, 0.95
LANGUAGES = ("hans", "hant", "english")


class Tally(NamedTuple):
    """Count masks planted, found, found rightly and read rightly; decoys; false alarms of vanished numbers."""

    planted: int
    found: int
    hit: int
    read: int
    decoys: int
    alarms: int

    def __add__(self, other: object) -> Tally:
        """Add up two documents."""
        assert isinstance(other, Tally)
        return Tally(*[one + more for one, more in zip(self, other, strict=True)])


def tally(document: Masked) -> Tally:
    found = {tuple(mask.span): mask.reading for mask in masks_of(document.text, {})}
    hits = [(start, end, reading) for start, end, reading in document.masks if (start, end) in found]
    read = sum(found[start, end] == reading for start, end, reading in hits)
    return Tally(len(document.masks), len(found), len(hits), read, document.decoys, len(vanished(document.text)))


@cache
def tallies(first: int, count: int) -> dict[str, Tally]:
    sums = dict.fromkeys(LANGUAGES, Tally(0, 0, 0, 0, 0, 0))
    for seed in range(first, first + count):
        document = masked(seed, unseen=first >= HELD_OUT)
        sums[document.language] += tally(document)
    return sums


@pytest.mark.parametrize("language", LANGUAGES)
def test_masks_are_found_and_read_on_held_out_documents(language: str) -> None:
    one = tallies(HELD_OUT, DOCUMENTS)[language]
    assert one.planted > 500
    assert one.decoys > 300
    assert one.hit >= LEAST_FOUND * one.planted
    assert one.hit >= LEAST_FOUND * one.found
    assert one.read >= LEAST_READ * one.planted
    assert one.alarms == 0


def show(first: int, count: int) -> None:
    """Print what went wrong, the most frequent first, and the figures."""
    wrong: Counter[str] = Counter()
    for seed in range(first, first + count):
        document = masked(seed)
        text = document.text
        found = {tuple(mask.span): mask.reading for mask in masks_of(text, {})}
        planted = {(start, end): reading for start, end, reading in document.masks}
        for start, end in found.keys() | planted.keys():
            got, expected = found.get((start, end), "nothing"), planted.get((start, end), "nothing")
            if got != expected:
                around = f"{text[start - 6 : start]}⟨{text[start:end]}⟩{text[end : end + 6]!r}"
                wrong[f"{got} for {expected}: {around}"] += 1
    for line, times in wrong.most_common(60):
        print(times, line)  # noqa: T201 - it is what the command is for
    for language, one in tallies(first, count).items():
        print(language, one, f"recall {one.hit / one.planted:.4f} precision {one.hit / one.found:.4f}", end=" ")  # noqa: T201 - as above
        print(f"read {one.read / one.planted:.4f}")  # noqa: T201 - as above


if __name__ == "__main__":
    show(int(sys.argv[1]), int(sys.argv[2]))
