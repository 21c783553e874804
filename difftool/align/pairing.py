"""What is paired so far while paragraphs are linked, and the gaps that are left."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from difftool.align.anchors import Pair, heaviest_chain
from difftool.align.likeness import Paragraphs

# Two groups farther apart than this are no neighbours: what lies between them is a gap of the chain, if of anything.
_WIDEST_SEAM = 50


class Group(NamedTuple):
    """Hold paragraphs that answer each other, by index, consecutive on each side."""

    left: tuple[int, ...]
    right: tuple[int, ...]


class Gap(NamedTuple):
    """Hold the free paragraphs between two neighbours of the chain."""

    left: tuple[int, ...]
    right: tuple[int, ...]


class Pairing:
    """Keep which paragraphs are paired; a group is known by its first paragraph on the left."""

    def __init__(self, left: Paragraphs, right: Paragraphs) -> None:
        """Start with nothing paired."""
        self.left, self.right = left, right
        self._groups: dict[int, Group] = {}
        self._home_left: dict[int, int] = {}
        self._home_right: dict[int, int] = {}
        # What was asked for since the last change; many steps ask, few change anything.
        self._listed: list[Group] | None = None
        self._in_order: list[Group] | None = None

    def add(self, group: Group) -> None:
        """Pair paragraphs that are free."""
        self._listed = self._in_order = None
        name = group.left[0]
        self._groups[name] = group
        self._home_left.update(dict.fromkeys(group.left, name))
        self._home_right.update(dict.fromkeys(group.right, name))

    def remove(self, group: Group) -> None:
        """Make the paragraphs of a group free again."""
        self._listed = self._in_order = None
        del self._groups[group.left[0]]
        for index in group.left:
            del self._home_left[index]
        for index in group.right:
            del self._home_right[index]

    def replace(self, group: Group, wider: Group) -> None:
        """Put a wider group in the place of one."""
        self.remove(group)
        self.add(wider)

    def pair(self, one: int, other: int) -> None:
        """Pair one paragraph with one."""
        self.add(Group((one,), (other,)))

    def of_left(self, index: int) -> Group | None:
        """Give the group of a left paragraph, if it has one."""
        return self._groups[self._home_left[index]] if index in self._home_left else None

    def of_right(self, index: int) -> Group | None:
        """Give the group of a right paragraph, if it has one."""
        return self._groups[self._home_right[index]] if index in self._home_right else None

    def of(self, side: int, index: int) -> Group | None:
        """Give the group of a paragraph of the left (0) or the right (1), if it has one."""
        return self.of_right(index) if side else self.of_left(index)

    def groups(self) -> list[Group]:
        """List all groups in left order."""
        if self._listed is None:
            self._listed = sorted(self._groups.values())
        return list(self._listed)

    def free_left(self) -> list[int]:
        """List the left paragraphs that have no partner."""
        return [index for index in range(len(self.left)) if index not in self._home_left]

    def free_right(self) -> list[int]:
        """List the right paragraphs that have no partner."""
        return [index for index in range(len(self.right)) if index not in self._home_right]

    def free(self, side: int) -> list[int]:
        """List the paragraphs of the left (0) or the right (1) that have no partner."""
        return self.free_right() if side else self.free_left()

    def are_free(self, one: int, other: int) -> bool:
        """Tell whether both exist and have no partner."""
        return (
            0 <= one < len(self.left)
            and 0 <= other < len(self.right)
            and one not in self._home_left
            and other not in self._home_right
        )

    def chain(self) -> list[Group]:
        """Give the groups that stand in order: the heaviest chain by characters. O(n log n)."""
        if self._in_order is None:
            groups = self.groups()
            pairs = [Pair(group.left[0], group.right[0]) for group in groups]
            weights = [(sum(self.left.mass(index)[1] for index in group.left),) for group in groups]
            self._in_order = [groups[index] for index in heaviest_chain(pairs, weights)]
        return list(self._in_order)

    def gaps(self) -> Iterator[Gap]:
        """Go through the gaps of the chain that have free paragraphs on both sides."""
        free_left, free_right = self.free_left(), self.free_right()
        at_left = at_right = 0
        for group in [*self.chain(), Group((len(self.left),), (len(self.right),))]:
            to_left = bisect_left(free_left, group.left[0], at_left)
            to_right = bisect_left(free_right, group.right[0], at_right)
            if to_left > at_left and to_right > at_right:
                yield Gap(tuple(free_left[at_left:to_left]), tuple(free_right[at_right:to_right]))
            at_left, at_right = to_left, to_right

    def seams(self) -> Iterator[Gap]:
        """Go through the free paragraphs between two groups that follow each other on both sides, in order or moved."""
        last: Group | None = None
        for group in self.groups():
            if last and last.left[-1] + 1 < group.left[0] and last.right[-1] + 1 < group.right[0]:
                there = range(last.right[-1] + 1, group.right[0])
                if len(there) <= _WIDEST_SEAM and not any(index in self._home_right for index in there):
                    yield Gap(tuple(range(last.left[-1] + 1, group.left[0])), tuple(there))
            last = group


def fits(chain: Sequence[Group], one: int, other: int) -> bool:
    """Tell whether pairing `one` with `other` would cross none of the chain.

    >>> fits([Group((1,), (1,))], 2, 3), fits([Group((1,), (1,))], 2, 0)
    (True, False)
    """
    place = bisect_left(chain, one, key=lambda group: group.left[0])
    before = place == 0 or chain[place - 1].right[-1] < other
    return before and (place == len(chain) or chain[place].right[0] > other)
