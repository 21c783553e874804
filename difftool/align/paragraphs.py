"""Which paragraphs of the left answer which of the right."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable

from difftool.align.absorbing import absorb
from difftool.align.anchors import Pair, heaviest_chain, unique
from difftool.align.gaps import CLEARLY_LIKE, LIKE_ANYWHERE, LIKE_IN_GAP, alike, close_gaps, close_single_gaps, extend
from difftool.align.grams import Gram
from difftool.align.likeness import Essence, Paragraphs, is_long, is_sure, likeness
from difftool.align.pairing import Group, Pairing, fits
from difftool.align.runs import thinned
from difftool.align.votes import grouped
from difftool.model import Link, LinkKind

Key = Callable[[int], str]

# So many likenesses of what is left over cost some 50 ms; of more, only equal texts are paired.
_LEFTOVER_CELLS = 10_000
_FEWEST_SHARED = 3
# Shorter texts (一、, 附则) stand in many places by chance: alone they prove no move.
_SHORTEST_LONE_MOVE = 6


def link(left: Paragraphs, right: Paragraphs, work_limit: int, known: Iterable[Pair] = ()) -> list[Link]:
    """Link every paragraph of both sides exactly once, by text first and order second.

    In this order: the pairs that are known; texts that stand once on each side (patience diff), and
    their neighbours while they are equal, which pairs repeated headings;
    the same after folding; lone paragraphs of a gap that are clearly alike; k-gram votes, which find
    edited, split, merged and moved paragraphs; their neighbours; a small table of likenesses in each
    gap; first and last lines of what was re-wrapped; at last what is equal but out of
    order. Moved are those off the heaviest chain. Bounds: O(n log n) for n paragraphs
    plus O(c) for c characters of those not equal, plus 4,000 likenesses a gap.
    """
    thin = thinned(left, right, list(known))
    pairing = Pairing(thin.left, thin.right)
    for pair in thin.known:
        pairing.pair(*pair)
    left, right = thin.left, thin.right
    _anchor(pairing, left.sources.__getitem__, right.sources.__getitem__)
    _anchor(pairing, left.key, right.key)
    _drop_chance_moves(pairing)
    close_single_gaps(pairing, CLEARLY_LIKE)
    _vote(pairing)
    extend(pairing)
    close_single_gaps(pairing, LIKE_IN_GAP)
    close_gaps(pairing, work_limit)
    absorb(pairing)
    _pair_leftovers(pairing)
    _uncross(pairing, {pair.left for pair in thin.known})
    return thin.widened(_links(pairing))


def _anchor(pairing: Pairing, left_key: Key, right_key: Key) -> None:
    """Pair what stands once on each side among the free, then its neighbours while they are equal."""
    free_left, free_right = pairing.free_left(), pairing.free_right()
    there = unique([right_key(other) for other in free_right])
    found = unique([left_key(one) for one in free_left])
    pairs = [Pair(free_left[at], free_right[there[key]]) for key, at in found.items() if key in there]
    for pair in pairs:
        pairing.pair(*pair)
    chosen = set(heaviest_chain(pairs, [(pairing.left.mass(pair.left)[1],) for pair in pairs]))
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
        if group in in_order or len(pairing.left.key(group.left[0])) >= _SHORTEST_LONE_MOVE:
            continue
        if _is_lone(pairing, group):
            pairing.remove(group)


def _vote(pairing: Pairing) -> None:
    """Pair and group by the k-grams that stand in one free paragraph of each side only."""
    chain = pairing.chain()
    found = grouped(pairing.left, pairing.free_left(), pairing.right, pairing.free_right())
    for group in [piece for whole in found for piece in _taken_apart(pairing, whole)]:
        if len(group.left) == len(group.right) == 1:
            one, other = group.left[0], group.right[0]
            needed = LIKE_IN_GAP if fits(chain, one, other) else LIKE_ANYWHERE
            if alike(pairing, one, other) >= needed:
                pairing.add(group)
        elif fits(chain, group.left[0], group.right[0]) or _joint_likeness(pairing, group) >= LIKE_ANYWHERE:
            pairing.add(group)


def _taken_apart(pairing: Pairing, group: Group) -> list[Group]:
    """Give the pairs of a group in which each paragraph answers the one at its own place: nothing was split there."""
    pairs = [Group((one,), (other,)) for one, other in zip(group.left, group.right, strict=False)]
    in_step = len(group.left) == len(group.right) and all(
        alike(pairing, pair.left[0], pair.right[0]) >= CLEARLY_LIKE for pair in pairs
    )
    return pairs if in_step else [group]


def _joint_likeness(pairing: Pairing, group: Group) -> float:
    """Rate the paragraphs of a group as one text on each side."""
    one = "".join([pairing.left.sources[index] for index in group.left])
    other = "".join([pairing.right.sources[index] for index in group.right])
    return likeness(Essence(one), Essence(other))


def _pair_leftovers(pairing: Pairing) -> None:
    """Pair what is out of order but equal and long enough to be no chance, or long and each other's best answer."""
    waiting: dict[str, list[int]] = {}
    for other in pairing.free_right():
        waiting.setdefault(pairing.right.key(other), []).append(other)
    for one in pairing.free_left():
        key = pairing.left.key(one)
        if len(key) >= _SHORTEST_LONE_MOVE and waiting.get(key):
            pairing.pair(one, waiting[key].pop(0))
    free_left = [one for one in pairing.free_left() if is_long(pairing.left.essence(one))]
    free_right = [other for other in pairing.free_right() if is_long(pairing.right.essence(other))]
    if len(free_left) * len(free_right) > _LEFTOVER_CELLS:
        return
    rated = sorted(
        (-alike(pairing, one, other), one, other)
        for one, other in _sharing(pairing, free_left, free_right)
        if pairing.left.rated(is_sure, one, pairing.right, other)
    )
    for _, one, other in rated:
        if pairing.are_free(one, other):
            pairing.pair(one, other)


def _sharing(pairing: Pairing, free_left: Iterable[int], free_right: Iterable[int]) -> set[tuple[int, int]]:
    """List the pairs that have some runs of letters in common; others are hardly ever surely one text."""
    runs = {one: pairing.left.grams(one) for one in free_left}
    known = set[Gram]().union(*runs.values())
    homes: defaultdict[Gram, list[int]] = defaultdict(list)
    for other in free_right:
        for run in pairing.right.grams(other) & known:
            homes[run].append(other)
    shared = Counter((one, other) for one in runs for run in runs[one] & homes.keys() for other in homes[run])
    return {pair for pair, count in shared.items() if count >= _FEWEST_SHARED}


def _uncross(pairing: Pairing, fixed: Container[int]) -> None:
    """Pair equal texts in order where one of them stands alone off the chain, if then more of them stand in it.

    Which of them is which nobody can tell; but those whose left paragraph is `fixed` are ends of what is settled.
    """
    chain = pairing.chain()
    in_order = set(chain)
    same: dict[str, list[Group]] = {}
    for group in pairing.groups():
        if len(group.left) == len(group.right) == 1 and group.left[0] not in fixed:
            key = pairing.left.key(group.left[0])
            if key == pairing.right.key(group.right[0]):
                same.setdefault(key, []).append(group)
    for groups in same.values():
        if all(group in in_order or not _is_lone(pairing, group) for group in groups):
            continue
        lefts, rights = zip(*groups, strict=True)
        straight = [Group(one, other) for one, other in zip(sorted(lefts), sorted(rights), strict=True)]
        old = [group for group in groups if group in in_order]
        rest = chain[:]
        for group in old:
            del rest[bisect_left(rest, group)]
        new = [group for group in straight if fits(rest, group.left[0], group.right[0])]
        if len(new) > len(old):
            for group in groups:
                pairing.remove(group)
            for group in straight:
                pairing.add(group)
            chain = sorted([*rest, *new])
            in_order = set(chain)


def _is_lone(pairing: Pairing, group: Group) -> bool:
    """Tell whether a pair has no neighbours that moved with it."""
    before, after = pairing.of_left(group.left[0] - 1), pairing.of_left(group.left[-1] + 1)
    follows = before is not None and before.right[-1] + 1 == group.right[0]
    return not follows and not (after is not None and after.right[0] - 1 == group.right[-1])


def _links(pairing: Pairing) -> list[Link]:
    """Turn groups into links with their kinds, and add a link for each paragraph alone."""
    left, right, groups = pairing.left, pairing.right, pairing.groups()
    pairs = [Pair(group.left[0], group.right[0]) for group in groups]
    # The moved ones are the fewest paragraphs, then the fewest characters, then the smaller text.
    texts = sorted({left.sources[group.left[0]] for group in groups})
    rank = {text: place for place, text in enumerate(texts)}
    weights = [
        (
            *map(sum, zip(*map(left.mass, group.left), *map(right.mass, group.right), strict=True)),
            rank[left.sources[group.left[0]]],
        )
        for group in groups
    ]
    in_order = set(heaviest_chain(pairs, weights))
    kinds = [_kind(pairing, group, moved=index not in in_order) for index, group in enumerate(groups)]
    links = [
        Link(kind, group.left, group.right, float(kind is LinkKind.EQUAL))
        for kind, group in zip(kinds, groups, strict=True)
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
