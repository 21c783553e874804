"""Which paragraphs of the left answer which of the right."""

from __future__ import annotations

from collections.abc import Callable

from difftool.align.anchors import Pair, heaviest_chain, unique
from difftool.align.likeness import Paragraphs, likeness, matched
from difftool.align.pairing import Gap, Group, Pairing, fits
from difftool.align.sequence import equal_blocks
from difftool.align.votes import grouped
from difftool.model import Link, LinkKind

Key = Callable[[int], str]

# In one gap between anchors, order speaks for a pair: less likeness is enough there than across the document.
_LIKE_IN_GAP = 0.35
_LIKE_ANYWHERE = 0.5
# Shorter texts (一、, 附则) stand in many places by chance: alone they prove no move.
_SHORTEST_LONE_MOVE = 6
# A table of likenesses of this many cells costs some 20 ms; larger gaps are left to the votes of their k-grams.
_TABLE_CELLS = 4_000
_SAME_BEGINNING = 4
# A neighbour belongs to a group when so much of it is found in what the group had no answer for.
_GAINED = 0.6
_GAINED_WORDS = 0.8
# Where a group ends in the other side's text is found by so many of its letters; were they edited, by those before.
_PROBE = 6


def link(left: Paragraphs, right: Paragraphs, work_limit: int) -> list[Link]:
    """Link every paragraph of both sides exactly once, by text first and order second.

    In this order: texts that stand once on each side (patience diff), and
    their neighbours while they are equal, which pairs repeated headings;
    the same after folding; gaps of one paragraph each; k-gram votes, which find
    edited, split, merged and moved paragraphs; a small table of likenesses in each
    gap; first and last lines of what was re-wrapped; at last what is equal but out of
    order. Moved are those off the heaviest chain. Bounds: O(n log n) for n paragraphs
    plus O(c) for c characters of those not equal, plus 4,000 likenesses a gap.
    """
    pairing = Pairing(left, right)
    _anchor(pairing, left.sources.__getitem__, right.sources.__getitem__)
    _anchor(pairing, left.key, right.key)
    _drop_chance_moves(pairing)
    _close_single_gaps(pairing)
    _vote(pairing)
    _close_gaps(pairing, work_limit)
    _absorb(pairing)
    _pair_leftovers(pairing)
    return _links(pairing)


def _anchor(pairing: Pairing, left_key: Key, right_key: Key) -> None:
    """Pair what stands once on each side among the free, then its neighbours while they are equal."""
    free_left, free_right = pairing.free_left(), pairing.free_right()
    there = unique([right_key(other) for other in free_right])
    found = unique([left_key(one) for one in free_left])
    pairs = [Pair(free_left[at], free_right[there[key]]) for key, at in found.items() if key in there]
    for pair in pairs:
        pairing.pair(*pair)
    chosen = set(heaviest_chain(pairs, [(pairing.left.spans[pair.left].length,) for pair in pairs]))
    ends = [Pair(-1, -1), Pair(len(pairing.left), len(pairing.right))]
    in_order = [pair for index, pair in enumerate(pairs) if index in chosen]
    off = [pair for index, pair in enumerate(pairs) if index not in chosen]
    for pair in [*in_order, *ends, *off]:
        for step in (1, -1):
            one, other = pair.left + step, pair.right + step
            while pairing.are_free(one, other) and left_key(one) == right_key(other):
                pairing.pair(one, other)
                one, other = one + step, other + step


def _drop_chance_moves(pairing: Pairing) -> None:
    """Take apart short pairs off the chain that have no neighbour moved with them."""
    in_order = set(pairing.chain())
    for group in pairing.groups():
        one, other = group.left[0], group.right[0]
        if group in in_order or len(pairing.left.key(one)) >= _SHORTEST_LONE_MOVE:
            continue
        neighbours = (pairing.of_left(one + step) == Group((one + step,), (other + step,)) for step in (1, -1))
        if not any(neighbours):
            pairing.remove(group)


def _close_single_gaps(pairing: Pairing) -> None:
    """Pair the lone paragraphs of a gap when they are at all alike, or begin alike."""
    for gap in list(pairing.gaps()):
        if len(gap.left) == len(gap.right) == 1:
            one, other = gap.left[0], gap.right[0]
            begins = pairing.left.key(one)[:_SAME_BEGINNING] == pairing.right.key(other)[:_SAME_BEGINNING]
            if begins or _likeness(pairing, one, other) >= _LIKE_IN_GAP:
                pairing.pair(one, other)


def _likeness(pairing: Pairing, one: int, other: int) -> float:
    return likeness(pairing.left.essence(one), pairing.right.essence(other))


def _vote(pairing: Pairing) -> None:
    """Pair and group by the k-grams that stand in one free paragraph of each side only."""
    chain = pairing.chain()
    for group in grouped(pairing.left, pairing.free_left(), pairing.right, pairing.free_right()):
        if len(group.left) == len(group.right) == 1:
            one, other = group.left[0], group.right[0]
            needed = _LIKE_IN_GAP if fits(chain, one, other) else _LIKE_ANYWHERE
            if _likeness(pairing, one, other) >= needed:
                pairing.add(group)
        else:
            pairing.add(group)


def _close_gaps(pairing: Pairing, work_limit: int) -> None:
    """Pair what is left in each gap: equal texts in order, then the best table of likenesses."""
    for gap in list(pairing.gaps()):
        codes: dict[str, str] = {}
        keys = [pairing.left.key(index) for index in gap.left], [pairing.right.key(index) for index in gap.right]
        one, other = ("".join([codes.setdefault(key, chr(len(codes))) for key in side]) for side in keys)
        for block in equal_blocks(one, other, work_limit)[0]:
            for step in range(block.length):
                pairing.pair(gap.left[block.left + step], gap.right[block.right + step])
    for gap in list(pairing.gaps()):
        if len(gap.left) * len(gap.right) <= _TABLE_CELLS:
            for pair in _best_table(pairing, gap):
                pairing.pair(*pair)


def _best_table(pairing: Pairing, gap: Gap) -> list[Pair]:
    """Choose the pairs in order with the greatest sum of likeness (Needleman and Wunsch, 1970)."""
    rows, columns = len(gap.left), len(gap.right)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    score = [[0.0] * columns for _ in range(rows)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            value = _likeness(pairing, gap.left[row], gap.right[column])
            score[row][column] = value if value >= _LIKE_IN_GAP else 0.0
            best[row][column] = max(
                best[row + 1][column], best[row][column + 1], best[row + 1][column + 1] + score[row][column]
            )
    pairs: list[Pair] = []
    row = column = 0
    while row < rows and column < columns:
        if score[row][column] and best[row][column] == best[row + 1][column + 1] + score[row][column]:
            pairs.append(Pair(gap.left[row], gap.right[column]))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _absorb(pairing: Pairing) -> None:
    """Take free paragraphs into the group beside them when they answer what the group leaves unanswered.

    This is how the first and last lines of a re-wrapped paragraph find home: too
    short for k-grams of their own, but the other side's paragraph goes on with them.
    """
    for step, indices in ((1, pairing.free_left()), (-1, pairing.free_left()[::-1])):
        for index in indices:
            group = pairing.of_left(index - step)
            if (
                group
                and pairing.of_left(index) is None
                and _continues(pairing.left, index, pairing.right, group.right, step)
            ):
                pairing.replace(group, Group(tuple(sorted((*group.left, index))), group.right))
    for step, indices in ((1, pairing.free_right()), (-1, pairing.free_right()[::-1])):
        for index in indices:
            group = pairing.of_right(index - step)
            if (
                group
                and pairing.of_right(index) is None
                and _continues(pairing.right, index, pairing.left, group.left, step)
            ):
                pairing.replace(group, Group(group.left, tuple(sorted((*group.right, index)))))


def _continues(here: Paragraphs, index: int, there: Paragraphs, answer: tuple[int, ...], step: int) -> bool:
    """Tell whether the other side goes on with what this paragraph says, there where the group beside it ends."""
    mine, beside = here.essence(index), here.essence(index - step).letters
    if not mine.size:
        # A line of marks alone is what a copy cut at a fixed width leaves of a sentence.
        key, own, other = here.key(index), here.key(index - step), there.key(answer[-1 if step > 0 else 0])
        return other.endswith(key) > own.endswith(key) if step > 0 else other.startswith(key) > own.startswith(key)
    letters = "".join([there.essence(one).letters for one in answer])
    reach = int(1.3 * mine.size) + 3
    for back in range(0, 3 * _PROBE, _PROBE):
        if step > 0:
            piece = beside[max(0, len(beside) - back - _PROBE) : len(beside) - back]
            at = letters.rfind(piece) + len(piece) + back if piece in letters else -1
            rest = letters[at : at + reach]
        else:
            piece = beside[back : back + _PROBE]
            at = letters.find(piece) - back
            rest = letters[max(0, at - reach) : at]
        if piece and at >= 0:
            return matched(mine.letters, rest) >= max(1.0, (_GAINED_WORDS if mine.words else _GAINED) * mine.size)
    return False


def _pair_leftovers(pairing: Pairing) -> None:
    """Pair what is equal but out of order, if it is long enough to be no chance."""
    waiting: dict[str, list[int]] = {}
    for other in pairing.free_right():
        waiting.setdefault(pairing.right.key(other), []).append(other)
    for one in pairing.free_left():
        key = pairing.left.key(one)
        if len(key) >= _SHORTEST_LONE_MOVE and waiting.get(key):
            pairing.pair(one, waiting[key].pop(0))


def _links(pairing: Pairing) -> list[Link]:
    """Turn groups into links with their kinds, and add a link for each paragraph alone."""
    left, right, groups = pairing.left, pairing.right, pairing.groups()
    pairs = [Pair(group.left[0], group.right[0]) for group in groups]
    # The moved ones are the fewest paragraphs, then the fewest characters, then the smaller text.
    texts = sorted({left.sources[group.left[0]] for group in groups})
    rank = {text: place for place, text in enumerate(texts)}
    weights = [
        (
            len(group.left) + len(group.right),
            sum(left.spans[one].length for one in group.left) + sum(right.spans[other].length for other in group.right),
            rank[left.sources[group.left[0]]],
        )
        for group in groups
    ]
    in_order = set(heaviest_chain(pairs, weights))
    links = [
        Link(_kind(pairing, group, moved=index not in in_order), group.left, group.right)
        for index, group in enumerate(groups)
    ]
    links += [Link(LinkKind.DELETED, (one,), ()) for one in pairing.free_left()]
    return links + [Link(LinkKind.INSERTED, (), (other,)) for other in pairing.free_right()]


def _kind(pairing: Pairing, group: Group, *, moved: bool) -> LinkKind:
    if moved:
        return LinkKind.MOVED
    if len(group.left) != len(group.right):
        return LinkKind.SPLIT if len(group.left) < len(group.right) else LinkKind.MERGED
    same = len(group.left) == 1 and pairing.left.sources[group.left[0]] == pairing.right.sources[group.right[0]]
    return LinkKind.EQUAL if same else LinkKind.CHANGED
