"""What a drafted pair of documents must give: links, changes and moves as exact spans of both whole texts."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Range = tuple[int, int]
Spans = tuple[int, int, int, int]
Linked = tuple[tuple[Range, ...], tuple[Range, ...]]


class Planted(NamedTuple):
    """Replace `[start, end)` of a left paragraph by `new`; `tag` names the sort of edit."""

    start: int
    end: int
    new: str
    tag: str = "edit"


class Piece(NamedTuple):
    """Hold a part of a right paragraph: what it takes of which left paragraph, or a `text` of its own.

    Pieces with the same `link` answer together; a piece of its own text has a link of its own.
    """

    link: int
    source: int | None
    start: int = 0
    end: int = 0
    edits: tuple[Planted, ...] = ()
    text: str = ""


class Draft(NamedTuple):
    """Hold the left paragraphs, the right ones as pieces, the links that moved, and how each text is put together."""

    left: list[str]
    right: list[list[Piece]]
    moved: frozenset[int] = frozenset()
    left_joint: str = "\n"
    right_joint: str = "\n"
    glue: str = ""
    before: str = ""
    after: str = ""


class Truth(NamedTuple):
    """Hold both texts and what is true of them; `place` is the span of the right text that answers the left one."""

    left: str
    right: str
    links: set[Linked]
    changes: dict[Spans, str]
    moves: set[Spans]
    place: Range


class _Placed(NamedTuple):
    piece: Piece
    left: Range
    right: Range
    paragraph: int


def truth(draft: Draft) -> Truth:
    """Write both documents and derive every span."""
    starts = _starts([len(text) for text in draft.left], len(draft.left_joint))
    left = draft.left_joint.join(draft.left)
    placed: list[_Placed] = []
    written: list[str] = [draft.before]
    at = len(draft.before)
    changes: dict[Spans, str] = {}
    for number, pieces in enumerate(draft.right):
        for index, piece in enumerate(pieces):
            joint = draft.glue if index else draft.right_joint if number else ""
            at += len(joint)
            here = starts[piece.source] if piece.source is not None else 0
            text = _written(draft, piece)
            span = (here + piece.start, here + piece.end) if piece.source is not None else (0, 0)
            placed.append(_Placed(piece, span, (at, at + len(text)), number))
            changes |= _edits(piece, here, at)
            written += [joint, text]
            at += len(text)
    right = "".join([*written, draft.after])
    links = _links(placed)
    moves = {_stretch(links[one]) for one in draft.moved}
    changes |= _spaces(placed, left, right) | dict.fromkeys(moves, "move")
    alone = _alone(links, [(start, start + len(text)) for start, text in zip(starts, draft.left, strict=True)], placed)
    listed = {*links.values(), *[one for one, _ in alone]}
    changes |= dict([change for _, change in alone])
    return Truth(left, right, listed, changes, moves, (len(draft.before), at))


def _starts(lengths: Sequence[int], joint: int) -> list[int]:
    starts, at = [], 0
    for length in lengths:
        starts.append(at)
        at += length + joint
    return starts


def _written(draft: Draft, piece: Piece) -> str:
    if piece.source is None:
        return piece.text
    source, at, parts = draft.left[piece.source], piece.start, []
    for edit in piece.edits:
        parts += [source[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, source[at : piece.end]])


def _edits(piece: Piece, here: int, at: int) -> dict[Spans, str]:
    found: dict[Spans, str] = {}
    shift = at - piece.start
    for edit in piece.edits:
        start = edit.start + shift
        found[here + edit.start, here + edit.end, start, start + len(edit.new)] = edit.tag
        shift += len(edit.new) - (edit.end - edit.start)
    return found


def _links(placed: Sequence[_Placed]) -> dict[int, Linked]:
    """Gather the pieces of each link to paragraphs: what stands together in one paragraph is one."""
    gathered: dict[int, list[_Placed]] = {}
    for one in placed:
        if one.piece.source is not None:
            gathered.setdefault(one.piece.link, []).append(one)
    return {
        link: (
            _merged([(one.piece.source or 0, one.left) for one in some]),
            _merged([(one.paragraph, one.right) for one in some]),
        )
        for link, some in gathered.items()
    }


def _merged(spans: Sequence[tuple[int, Range]]) -> tuple[Range, ...]:
    found: dict[int, Range] = {}
    for paragraph, (start, end) in spans:
        known = found.get(paragraph, (start, end))
        found[paragraph] = (min(known[0], start), max(known[1], end))
    return tuple(sorted(found.values()))


def _stretch(link: Linked) -> Spans:
    return (link[0][0][0], link[0][-1][1], link[1][0][0], link[1][-1][1])


def _spaces(placed: Sequence[_Placed], left: str, right: str) -> dict[Spans, str]:
    """Find where white space between two pieces of one link differs."""
    found: dict[Spans, str] = {}
    for one, other in pairwise(placed):
        if one.piece.link == other.piece.link:
            spans = (one.left[1], other.left[0], one.right[1], other.right[0])
            if left[spans[0] : spans[1]] != right[spans[2] : spans[3]]:
                found[spans] = "space"
    return found


def _alone(
    links: dict[int, Linked], sources: Sequence[Range], placed: Sequence[_Placed]
) -> list[tuple[Linked, tuple[Spans, str]]]:
    """Tell the paragraphs without an answer, each with its change: it would stand behind what is linked before it."""
    found: list[tuple[Linked, tuple[Spans, str]]] = []
    here = sorted((one, link[1][-1][1]) for link in links.values() for one in link[0])
    there = sorted((other, link[0][-1][1]) for link in links.values() for other in link[1])
    taken = {one.piece.source for one in placed}
    for at, span in enumerate(sources):
        if at not in taken:
            home = max([(one, end) for one, end in here if one < span], default=((0, 0), 0))[1]
            found.append((((span,), ()), ((*span, home, home), "dropped")))
    for new in placed:
        if new.piece.source is None:
            home = max([(one, end) for one, end in there if one < new.right], default=((0, 0), 0))[1]
            found.append((((), (new.right,)), ((home, home, *new.right), "inserted")))
    return found


def is_plain(found: Truth, moved: int) -> bool:
    """Tell whether no other choice of moved paragraphs is as small as the planted one, of `moved` paragraphs."""
    links = sorted(one for one in found.links if one[0] and one[1])
    rights = {right: at for at, right in enumerate(sorted(link[1][0][0] for link in links), 1)}
    # The heaviest chain that ends at or before each right position, and how many there are (Fenwick, 1994).
    best = [(0, 0)] * (len(links) + 1)
    for link in links:
        at = rights[link[1][0][0]]
        top, ways = _heaviest(best, at - 1)
        new = top + len(link[0]) + len(link[1]), ways
        while at <= len(links):
            best[at] = _either(best[at], new)
            at += at & -at
    top, ways = _heaviest(best, len(links))
    return ways == 1 and sum(len(link[0]) + len(link[1]) for link in links) - top == moved


def _heaviest(best: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    found = (0, 0)
    while at:
        found = _either(found, best[at])
        at -= at & -at
    return found if found[0] else (0, 1)


def _either(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Keep the heavier; add up the ways where both weigh the same."""
    return (one[0], one[1] + other[1]) if one[0] == other[0] else max(one, other)
