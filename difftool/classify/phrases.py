"""Systematic replacements as a reader sees them: 道路运输管理机构 → 交通运输主管部门, though it is three changes.

Stands above `groups`, which gathers changes of exactly the same texts. Knows nothing of how a phrase is shown;
no change's span moves, for a phrase only names the changes that make it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from difftool.model import Change, Kind, Shape, Span

# Two changes with a longer stretch between them are two to a reader as well: 运输 is an island, a clause is not.
_ISLAND = 4
# A neighbour belongs to the phrase when it stands beside most of the places.
_MOST = 2 / 3
# A sign belongs to the phrase when all places but one in twenty have it.
_NEARLY_ALL = 0.95
# So much of the text is put beside an insertion; two signs are a word in Chinese more often than not.
_BESIDE = 2
# A change longer than this is a passage of its own, not a replaced word with another beside it.
_LONGEST = 24

# The kind of a change and its texts.
_What = tuple[str, str, str]


class Phrase(NamedTuple):
    """Hold a replacement that comes at several places; each place names the changes that make it."""

    kind: Kind
    left_text: str
    right_text: str
    places: tuple[tuple[str, ...], ...]


def phrases(changes: Sequence[Change], text: str) -> list[Phrase]:
    """List what is replaced, inserted or deleted at two places or more, the most frequent first.

    `text` is the left document's. A change belongs to one phrase at most. Changes of words with at most four
    code points between them are one phrase where most places have them all; of neighbours that differ the
    common part counts. Masks are gathered by how they look. O(n log n) in the changes.

    >>> from difftool.model import Significance, Span
    >>> def change(name, start, end, one, other):
    ...     there = Span(start, start + len(other))
    ...     return Change(name, "", Kind.WORDING, None, Shape.REPLACEMENT, Significance.SUBSTANTIVE,
    ...                   Span(start, end), there, one, other, 0, "wording")
    >>> both = [change("c1", 0, 1, "甲", "乙"), change("c2", 2, 3, "丙", "丁")]
    >>> later = [change("c3", 10, 11, "甲", "乙"), change("c4", 12, 13, "丙", "丁")]
    >>> [one[1:] for one in phrases([*both, *later], "甲的丙。………………甲的丙。")]
    [('甲的丙', '乙的丁', (('c1', 'c2'), ('c3', 'c4')))]
    """
    order = sorted(
        [change for change in changes if change.shape is not Shape.MOVE],
        key=lambda one: (one.link, one.left, one.right),
    )
    alike: dict[_What, list[int]] = {}
    for index, change in enumerate(order):
        alike.setdefault((change.kind.value, change.left_text, change.right_text), []).append(index)
    kin = _kin(alike)
    together = {what: [index for one in (what, *kin.get(what, ())) for index in alike[one]] for what in alike}
    taken: set[int] = set()
    found: list[tuple[int, Phrase]] = []
    # On a tie the texts decide, whichever side they stand on.
    by_count = sorted(together.items(), key=lambda item: (-len(item[1]), item[0][0], sorted(item[0][1:])))
    for what, members in by_count:
        free = [index for index in members if index not in taken]
        own = set(alike[what])
        same = [index for index in free if index in own]
        if len(free) < 2 or not same:  # noqa: PLR2004 - what comes once is not systematic
            continue
        one = _Growing(order, taken, text, same)
        if what[0] == Kind.WORDING and len(same) > 1:
            one.grow(-1)
            one.grow(1)
            one.complete()
        if (one.left, one.right) == what[1:]:
            one.places |= {index: [index] for index in free}
        if len(one.places) < 2:  # noqa: PLR2004 - as above
            continue
        taken.update(*one.places.values())
        places = sorted(sorted(parts) for parts in one.places.values())
        named = tuple([tuple([order[index].id for index in parts]) for parts in places])
        found.append((places[0][0], Phrase(order[same[0]].kind, one.left, one.right, named)))
    found.sort(key=lambda pair: (-len(pair[1].places), pair[0]))
    return [phrase for _, phrase in found]


def _kin(alike: Iterable[_What]) -> dict[_What, list[_What]]:
    """Find the changes of words that are another one with words added: 国土→县级以上自然 is kin of 国土→自然.

    Both its texts end, or both begin, with the other's, which have two signs at least; but for what both then have
    in common only one side has more. Each is kin of the shortest such one. Linear in the lengths of the texts.
    """
    words = [what for what in alike if what[0] == Kind.WORDING and max(map(len, what[1:])) <= _LONGEST]
    roots = {what for what in words if min(map(len, what[1:])) >= 2}  # noqa: PLR2004 - see above
    lefts, rights = ({root[side] for root in roots} for side in (1, 2))
    kin: dict[_What, list[_What]] = {}
    for what in words:
        kind, left, right = what
        tails = [(left[at:], left[:at]) for at in range(len(left)) if left[at:] in lefts]
        heads = [(left[:at], left[at:]) for at in range(1, len(left) + 1) if left[:at] in lefts]
        others = [(right[at:], right[:at]) for at in range(len(right)) if right[at:] in rights]
        fronts = [(right[:at], right[at:]) for at in range(1, len(right) + 1) if right[:at] in rights]
        candidates = [
            (kind, one, other)
            for ours, theirs in ((tails, others), (heads, fronts))
            for one, more in ours
            for other, again in theirs
            if (
                again.endswith(more) or more.endswith(again)
                if ours is tails
                else again.startswith(more) or more.startswith(again)
            )
        ]
        known = [root for root in candidates if root in roots and root != what]
        if known:
            kin.setdefault(min(known, key=lambda root: (len(root[1]) + len(root[2]), sorted(root[1:]))), []).append(
                what
            )
    return kin


class _Growing:
    """A phrase while it grows from the changes that are alike over their neighbours."""

    def __init__(self, order: Sequence[Change], taken: set[int], text: str, members: Sequence[int]) -> None:
        """Begin with the changes themselves: `places` maps each to all that belongs to its place."""
        self.order, self.taken, self.text = order, taken, text
        self.left, self.right = order[members[0]].left_text, order[members[0]].right_text
        self.places = {index: [index] for index in members}

    def grow(self, step: int) -> None:
        """Take in the neighbours before (-1) or after (1), as long as most places have them."""
        while near := self._near(step):
            most, _ = Counter([island for _, island in near.values()]).most_common(1)[0]
            agreed = {seed: index for seed, (index, island) in near.items() if island == most}
            left, agreed = self._shared(agreed, step, is_left=True)
            right, agreed = self._shared(agreed, step, is_left=False)
            if len(agreed) < max(2, _MOST * len(self.places)) or not (left or right):
                return
            self.places = {seed: [*self.places[seed], index] for seed, index in agreed.items()}
            if step < 0:
                self.left, self.right = left + most + self.left, right + most + self.right
            else:
                self.left, self.right = self.left + most + left, self.right + most + right
            if any((self.order[one].left_text, self.order[one].right_text) != (left, right) for one in agreed.values()):
                return  # what stands beyond belongs to the other part of the neighbour

    def _near(self, step: int) -> dict[int, tuple[int, str]]:
        """Find for each place the next change and what stands between, if it is near, of words and free."""
        near: dict[int, tuple[int, str]] = {}
        for seed, parts in self.places.items():
            edge = parts[-1] if (parts[-1] - seed) * step >= 0 else seed
            at = edge + step
            if not 0 <= at < len(self.order) or at in self.taken or at in self.places:
                continue
            first, second = (self.order[at], self.order[edge])[::-step]
            gap = second.left.start - first.left.end
            together = first.link == second.link and second.right.start - first.right.end == gap <= _ISLAND
            if together and self.order[at].kind is Kind.WORDING and self.order[at].shape is not Shape.MOVE:
                near[seed] = at, self.text[first.left.end : second.left.start]
        return near

    def _shared(self, agreed: dict[int, int], step: int, *, is_left: bool) -> tuple[str, dict[int, int]]:
        """Find what the neighbours' texts share on the side towards the place; drop the few that do not."""
        texts = {seed: (one.left_text if is_left else one.right_text)[::step] for seed, one in self._changes(agreed)}
        shared = ""
        while texts:
            sign, number = Counter([text[len(shared) :][:1] for text in texts.values()]).most_common(1)[0]
            if not sign or number < (_NEARLY_ALL if shared else _MOST) * len(texts):
                break
            shared += sign
            texts = {seed: text for seed, text in texts.items() if text.startswith(shared)}
        return shared[::step], {seed: agreed[seed] for seed in texts}

    def _changes(self, agreed: dict[int, int]) -> list[tuple[int, Change]]:
        """Look the neighbours up."""
        return [(seed, self.order[index]) for seed, index in agreed.items()]

    def complete(self) -> None:
        """Put around an insertion, a deletion or a single sign what stands beside it everywhere: 如左 → 如下."""
        if self.left and self.right and max(len(self.left), len(self.right)) > 1:
            return
        spans = [
            Span(self.order[min(parts)].left.start, self.order[max(parts)].left.end) for parts in self.places.values()
        ]
        before = self._beside([self.text[max(0, span.start - _BESIDE) : span.start][::-1] for span in spans])[::-1]
        after = self._beside([self.text[span.end : span.end + _BESIDE] for span in spans])
        self.left, self.right = before + self.left + after, before + self.right + after

    def _beside(self, texts: list[str]) -> str:
        """Find the letters with which nearly all of these texts begin."""
        shared = ""
        while len(shared) < _BESIDE:
            sign, number = Counter([text[len(shared) :][:1] for text in texts]).most_common(1)[0]
            if not sign.isalpha() or number < _NEARLY_ALL * len(self.places):
                break
            shared += sign
            texts = [text for text in texts if text.startswith(shared)]
        return shared
