r"""The text that follows from a comparison when some of its changes are accepted and the others are not.

Stands beside `compare`. Knows nothing of verdicts, files or kinds, but that a move is no edit.

What is written are the stretches of links, each whole, with white space between them:

*   A link with both sides gives its left stretch, with its accepted edits. What only left has stands unless its
    deletion is accepted, what only right has stands if its insertion is accepted. What is outside stays as left
    has it: left's is kept, right's is not taken in.
*   Order: all keep the order of left, but for moved links that are accepted and for insertions. Such a one comes
    after what precedes it on the right: a moved link after the nearest that did not move, or is placed by right
    itself; an insertion after the nearest that is there at all. Where left has deletions at this place that were
    not accepted, these come first. What right begins with comes right before the first link that did not move.
*   White space: where two stretches stand side by side on the left, or else on the right, what stands between
    them there; the two ends of a text count as stretches. Else what stands before the second, or after the
    first (which is preferred if it is outside), on the side that placed it. Layout, which no change speaks of, is
    therefore left's. Where two paragraphs meet that do so on neither side, there is a line end between them.

So nothing accepted gives left, sign by sign. All accepted gives right, sign by sign, where neither side has
anything outside and the white space around links that are neighbours on both sides is the same.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from difftool.model import LinkKind, Shape, Side

if TYPE_CHECKING:
    from difftool.model import Change, Comparison, Document, Link

__all__ = ["following"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_START = -1


def following(comparison: Comparison, accepted: Container[str]) -> str:
    r"""Write the text that left becomes when the changes with these ids are accepted; the module says how.

    The documents of the comparison must have their texts. Linear in them, but for sorting the links.

    >>> from difftool.compare import compare
    >>> from difftool.model import document
    >>> found = compare(document("共3个部门。\n此款废止。\n本法施行。"), document("共5个部门。\n本法施行。"))
    >>> [(change.id, change.shape.value) for change in found.changes]
    [('c1', 'replacement'), ('c2', 'deletion')]
    >>> following(found, {"c2"}), following(found, {"c1"})
    ('共3个部门。\n本法施行。', '共5个部门。\n此款废止。\n本法施行。')
    """
    left, right = comparison.left, comparison.right
    start = _Piece("", (_START,), (_START,))
    end = _Piece("", (len(left.paragraphs),), (len(right.paragraphs),))
    written: list[str] = []
    for before, after in pairwise([start, *_in_order(list(_pieces(comparison, accepted))), end]):
        written += [before.text, _between(comparison, before, after)]
    return "".join(written)


class _Piece(NamedTuple):
    """Hold what is written for a link, its paragraphs on both sides, and which side places it."""

    text: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    side: Side = Side.LEFT
    kind: LinkKind = LinkKind.CHANGED

    @property
    def stays(self) -> bool:
        """Tell whether it stands in the same order on both sides."""
        return bool(self.left and self.right) and self.kind is not LinkKind.MOVED

    def on(self, side: Side) -> tuple[int, ...]:
        """Give its paragraphs on a side."""
        return self.left if side is Side.LEFT else self.right


def _pieces(comparison: Comparison, accepted: Container[str]) -> Iterator[_Piece]:
    """Give what is there of each link, in the order of the links."""
    changes: list[list[Change]] = [[] for _ in comparison.links]
    for change in comparison.changes:
        changes[change.link].append(change)
    for link, own in zip(comparison.links, changes, strict=True):
        taken = [change for change in own if change.id in accepted]
        if link.is_paired:
            edits = [change for change in own if change.shape is not Shape.MOVE]
            side = Side.RIGHT if any(change.shape is Shape.MOVE for change in taken) else Side.LEFT
            text = _edited(comparison.left, link, edits, accepted)
            yield _Piece(text, link.left, link.right, side, link.kind)
        elif link.left and not taken:
            yield _Piece(_edited(comparison.left, link, (), accepted), link.left, (), Side.LEFT, link.kind)
        elif link.right and taken:
            (change,) = taken
            yield _Piece(change.right_text, (), link.right, Side.RIGHT, link.kind)


def _edited(left: Document, link: Link, edits: Iterable[Change], accepted: Container[str]) -> str:
    """Write a link's left stretch with the accepted ones of its edits."""
    written: list[str] = []
    at = left.paragraphs[link.left[0]].start
    for change in sorted(edits, key=lambda one: (one.left, one.right)):
        if change.id in accepted:
            written += [left.text[at : change.left.start], change.right_text]
            at = change.left.end
    return "".join([*written, left.text[at : left.paragraphs[link.left[-1]].end]])


def _in_order(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Put what left places in its order, and behind each what right places there."""
    base = sorted((one for one in pieces if one.side is Side.LEFT), key=lambda one: one.left)
    guests = _guests(pieces)
    found: list[_Piece] = []
    first, behind = guests.get(_START, []), list[_Piece]()
    for piece in base:
        if piece.kind is not LinkKind.DELETED:
            found += behind
            behind = []
        if piece.stays:
            found += first
            first = []
        found.append(piece)
        behind += guests.get(piece.left[0], [])
    return [*found, *behind, *first]


def _guests(pieces: Sequence[_Piece]) -> dict[int, list[_Piece]]:
    """List what right places, in its order, by the first left paragraph of what it comes after."""
    guests: dict[int, list[_Piece]] = {}
    stayed = near = _START
    for piece in sorted((one for one in pieces if one.right), key=lambda one: one.right):
        if piece.side is Side.LEFT:
            near = piece.left[0]
            stayed = near if piece.stays else stayed
        else:
            near = near if not piece.left else stayed
            guests.setdefault(near, []).append(piece)
    return guests


def _between(comparison: Comparison, before: _Piece, after: _Piece) -> str:
    """Give the white space between two stretches that follow each other."""
    for side, document in ((Side.LEFT, comparison.left), (Side.RIGHT, comparison.right)):
        one, other = before.on(side), after.on(side)
        if one and other and one[-1] + 1 == other[0]:
            return _gap(document, other[0])
    if before.left == (_START,):
        return _gap(comparison.left, 0)
    if after.left == (len(comparison.left.paragraphs),):
        return _gap(comparison.left, after.left[0])
    return _new_gap(comparison, before, after)


def _new_gap(comparison: Comparison, before: _Piece, after: _Piece) -> str:
    """Choose white space for two stretches that are neighbours on no side, so that no paragraph is glued to another."""
    near = [_before(comparison, after, after.side), _after(comparison, before, before.side)]
    if before.kind is LinkKind.OUTSIDE:
        near.reverse()
    if None not in near and not any(gap and _LINE_END.search(gap) for gap in near):
        return near[0] or ""  # both stood in the middle of a paragraph
    far = [_before(comparison, after, after.side.other), _after(comparison, before, before.side.other)]
    for gap in (*near, *far):
        if gap and _LINE_END.search(gap):
            return gap
    known = _LINE_END.search(comparison.left.text) or _LINE_END.search(comparison.right.text)
    return known[0] if known else "\n"


def _before(comparison: Comparison, piece: _Piece, side: Side) -> str | None:
    """Give the white space before a stretch on a side; None where nothing stands before it."""
    indices = piece.on(side)
    return _gap(_document(comparison, side), indices[0]) if indices and indices[0] else None


def _after(comparison: Comparison, piece: _Piece, side: Side) -> str | None:
    """Give the white space after a stretch on a side; None where nothing stands after it."""
    indices, document = piece.on(side), _document(comparison, side)
    return _gap(document, indices[-1] + 1) if indices and indices[-1] + 1 < len(document.paragraphs) else None


def _document(comparison: Comparison, side: Side) -> Document:
    return comparison.left if side is Side.LEFT else comparison.right


def _gap(document: Document, index: int) -> str:
    """Give the white space before a paragraph; before the one after the last, what the text ends with."""
    spans = document.paragraphs
    start = spans[index - 1].end if index else 0
    return document.text[start : spans[index].start if index < len(spans) else len(document.text)]
