"""Groups of paragraphs that share rare k-grams: edited, split, merged and moved ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from difftool.align.grams import Gram
from difftool.align.likeness import Paragraphs
from difftool.align.pairing import Group

# The smaller of two paragraphs must have this share of its rare k-grams in the larger one.
_INSIDE = 0.5
# Two revised paragraphs of one length may share less, if each is the other's best.
_MUTUAL = 0.2
# A paragraph with so few k-grams of its own (a last line, a title that the contents repeat) goes with its neighbours.
_FEW = 8


def grouped(left: Paragraphs, free_left: Sequence[int], right: Paragraphs, free_right: Sequence[int]) -> list[Group]:
    """Group the free paragraphs by the k-grams that stand in one free paragraph of each side only.

    Each such k-gram votes for a pair of paragraphs. A pair holds if most of the
    smaller paragraph's votes go to it, or if both are each other's best; pairs
    that share a paragraph make a group (a split, a merged or a re-wrapped
    stretch). Linear in the characters of the free paragraphs. Groups are in left
    order; their paragraphs are consecutive among all of the document.
    """
    sizes = [sum(side.spans[index].length for index in free) for side, free in ((left, free_left), (right, free_right))]
    if sizes[0] <= sizes[1]:
        homes_left, counts_left = _homes(left, free_left)
        homes_right, counts_right = _homes(right, free_right, homes_left)
    else:
        homes_right, counts_right = _homes(right, free_right)
        homes_left, counts_left = _homes(left, free_left, homes_right)
    votes: dict[tuple[int, int], int] = defaultdict(int)
    # Of the longer side only what the other has is known.
    for gram in min(homes_left, homes_right, key=len):
        one, other = homes_left.get(gram, -1), homes_right.get(gram, -1)
        if one >= 0 and other >= 0:
            votes[one, other] += 1
    best_left: dict[int, tuple[int, int]] = {}
    best_right: dict[int, tuple[int, int]] = {}
    for (one, other), count in sorted(votes.items()):
        if count > best_left.get(one, (0, 0))[0]:
            best_left[one] = (count, other)
        if count > best_right.get(other, (0, 0))[0]:
            best_right[other] = (count, one)
    edges: list[tuple[int, int]] = []
    for (one, other), count in sorted(votes.items()):
        shares = count / counts_left[one], count / counts_right[other]
        mutual = best_left[one][1] == other and best_right[other][1] == one
        inside = (shares[0] >= _INSIDE and best_left[one][1] == other) or (
            shares[1] >= _INSIDE and best_right[other][1] == one
        )
        if inside or (mutual and min(shares) >= _MUTUAL):
            edges.append((one, other))
    groups = _Groups(counts_left, counts_right)
    # The strongest first; then from each group outwards, so that a text on one line gathers all its paragraphs.
    for edge in [*sorted(edges, key=lambda edge: (-votes[edge], edge)), *sorted(edges), *sorted(edges, reverse=True)]:
        groups.join(edge)
    return groups.groups()


def _homes(
    side: Paragraphs, free: Sequence[int], known: Mapping[Gram, int] | None = None
) -> tuple[dict[Gram, int], dict[int, int]]:
    """Map each k-gram to the one paragraph that has it (-1: several), and count those of each paragraph alone.

    Of the longer side only k-grams `known` from the other are kept, so that a book costs no more memory than a page.
    """
    homes: dict[Gram, int] = {}
    counts: dict[int, int] = {}
    for index in free:
        grams = side.grams(index)
        alone = len(grams)
        for gram in grams if known is None else grams & known.keys():
            home = homes.setdefault(gram, index)
            if home != index:
                alone -= 1
                if home >= 0:
                    counts[home] -= 1
                    homes[gram] = -1
        counts[index] = alone
    return homes, counts


class _Groups:
    """Join pairs of paragraphs into groups, as long as each side of a group stays consecutive."""

    def __init__(self, left: Mapping[int, int], right: Mapping[int, int]) -> None:
        """Take for each free paragraph of both sides the number of k-grams of its own."""
        self.own = (left, right)
        self.home: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self.members: dict[int, tuple[set[int], set[int]]] = {}

    def join(self, edge: tuple[int, int]) -> None:
        """Put both ends of an edge into one group, with what stands between if it has hardly a k-gram of its own."""
        known = {self.home[side][edge[side]] for side in (0, 1) if edge[side] in self.home[side]}
        if len(known) == 1 and all(edge[side] in self.home[side] for side in (0, 1)):
            return
        wanted = tuple(_filled({edge[side]}.union(*[self.members[name][side] for name in known])) for side in (0, 1))
        if all(self._may_hold(side, wanted[side] - {edge[side]}, known) for side in (0, 1)):
            self._settle(wanted[0], wanted[1], known)

    def _may_hold(self, side: int, indices: set[int], known: set[int]) -> bool:
        for index in indices:
            home = self.home[side].get(index)
            if home not in known and (home is not None or self.own[side].get(index, _FEW + 1) > _FEW):
                return False
        return True

    def _settle(self, left: set[int], right: set[int], known: set[int]) -> None:
        for name in known:
            del self.members[name]
        number = min(left)
        self.members[number] = (left, right)
        for side, indices in enumerate((left, right)):
            self.home[side].update(dict.fromkeys(indices, number))

    def groups(self) -> list[Group]:
        return sorted(Group(tuple(sorted(left)), tuple(sorted(right))) for left, right in self.members.values())


def _filled(indices: set[int]) -> set[int]:
    return set(range(min(indices), max(indices) + 1))
