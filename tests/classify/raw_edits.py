"""Raw edits of two short texts, made by a slow and obvious way, for the tests of naming.

Tokens are paired by `difflib` under the folds; whatever differs between or in them is an edit.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from difftool.classify import name_edits
from difftool.model import Edit, Span
from difftool.view.tokens import tokens

Row = tuple[str, str | None, str, str, str]


def raw_edits(left: str, right: str) -> list[Edit]:
    """List the edits, ascending and disjoint; between two of them both texts are the same."""
    one, other = tokens(left, Span(0, len(left))), tokens(right, Span(0, len(right)))
    same = SequenceMatcher(None, [t.symbol for t in one], [t.symbol for t in other], autojunk=False)
    found: list[Edit] = []
    at_left = at_right = 0
    pairs = [(a + at, b + at) for a, b, size in same.get_matching_blocks() for at in range(size)]
    for place, facing in pairs:
        here, there = one[place], other[facing]
        found.append(Edit(Span(at_left, here.start), Span(at_right, there.start)))
        found.append(Edit(Span(here.start, here.end), Span(there.start, there.end)))
        at_left, at_right = here.end, there.end
    found.append(Edit(Span(at_left, len(left)), Span(at_right, len(right))))
    return [edit for edit in found if edit.left.of(left) != edit.right.of(right)]


def applied(left: str, right: str, edits: list[Edit]) -> str:
    """Rebuild the right text from the left one and the edits."""
    rebuilt, at = "", 0
    for edit in edits:
        rebuilt += left[at : edit.left.start] + edit.right.of(right)
        at = edit.left.end
    return rebuilt + left[at:]


def rows(left: str, right: str) -> list[Row]:
    """Name the edits of two texts, in short."""
    return [
        (one.kind.value, one.detail, one.significance.value, one.edit.left.of(left), one.edit.right.of(right))
        for one in name_edits(left, right, raw_edits(left, right))
    ]
