"""Whether a result may be timed at all: laws, exit code, and how much of what was planted is in it."""

from __future__ import annotations

import json
from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple

from corpora import Planted
from difftool import laws
from difftool.model import document
from difftool.model.codec import from_json

# Two ways of cutting out one word or sentence may differ by a sign that both ends share.
_NEAR = 2
# These two compare again, and the tests of the laws hold them; what is timed is one result.
_COMPARING = (laws.the_same_call_gives_the_same, laws.swapping_the_sides_mirrors)


class Score(NamedTuple):
    """Hold how many edits were planted, how many changes found, and how many are the same: exactly, or nearly."""

    planted: int
    found: int
    exact: int
    near: int

    @property
    def f1(self) -> float:
        """Give the F1 of edits with the same four ends."""
        return 2 * self.exact / max(1, self.planted + self.found)

    @property
    def recall(self) -> float:
        """Give the share of the planted edits that are found, their ends two code points off at most."""
        return self.near / max(1, self.planted)


def scored(pair: Planted, result: Path) -> Score:
    """Read the JSON of a comparison, hold it against the laws, and count what it has of the planted edits.

    A change may join two planted edits, and a planted one may come in parts; it is near where every end is met.
    Raises `AssertionError` where a law does not hold.
    """
    comparison = from_json(json.loads(result.read_text("utf-8")))
    left, right = document(pair.left, comparison.left.name), document(pair.right, comparison.right.name)
    named = comparison._replace(
        left=comparison.left._replace(text=left.text), right=comparison.right._replace(text=right.text)
    )
    for law in laws.LAWS:
        if law not in _COMPARING:
            fault = law(left, right, named)
            assert not fault, f"{law.__name__}: {fault}"
    found = {(*one.left, *one.right) for one in comparison.changes}
    starts, ends = sorted(one[0] for one in found), sorted(one[1] for one in found)
    near = sum(_is_near(starts, edit[0]) and _is_near(ends, edit[1]) for edit in pair.edits)
    return Score(len(pair.edits), len(found), len(found.intersection(pair.edits)), near)


def _is_near(some: list[int], place: int) -> bool:
    at = bisect_left(some, place - _NEAR)
    return at < len(some) and some[at] <= place + _NEAR
