"""The first and last lines of what was re-wrapped: paragraphs that go with the group beside them.

Too short for k-grams of their own, but the other side's paragraph goes on with them.
"""

from __future__ import annotations

from itertools import islice

from difftool.align.likeness import matched
from difftool.align.pairing import Group, Pairing
from difftool.view.places import places

# A neighbour belongs to a group when so much of it is found in what the group had no answer for.
_GAINED = 0.6
_GAINED_WORDS = 0.8
# Where a group ends in the other side's text is found by so many of its letters; were they edited, by those before.
_PROBE = 4
_STRIDE = 2
_DEEPEST = 32
_MOST_PROBED = 10


def absorb(pairing: Pairing) -> None:
    """Take free paragraphs into the group beside them when they answer what the group leaves unanswered."""
    for side in (0, 1):
        for step in (1, -1):
            for index in pairing.free(side)[::step]:
                group = pairing.of(side, index - step)
                if group and pairing.of(side, index) is None and _continues(pairing, side, index, group, step):
                    wider = tuple(sorted((*group[side], index)))
                    pairing.replace(group, Group(wider, group.right) if side == 0 else Group(group.left, wider))


def _continues(pairing: Pairing, side: int, index: int, group: Group, step: int) -> bool:
    """Tell whether the other side goes on with what this paragraph says, there where the group beside it ends.

    With `step` -1 all is read backwards: then it is where the group begins.
    """
    sides = pairing.left, pairing.right
    here, there, answer = sides[side], sides[1 - side], group[1 - side][::step]
    mine = here.essence(index)
    if not mine.size:
        # A line of marks alone is what a copy cut at a fixed width leaves of a sentence.
        key, last, other = (one[::step] for one in (here.key(index), here.key(index - step), there.key(answer[-1])))
        return other.endswith(key) > last.endswith(key)
    beside = ""
    for at in group[side][::-step]:
        beside = here.essence(at).letters[::step] + beside
        if len(beside) > _DEEPEST:
            break
    letters = "".join([there.essence(one).letters[::step] for one in answer])
    reach = int(1.3 * mine.size) + 3
    needed = max(1.0, (_GAINED_WORDS if mine.words else _GAINED) * mine.size)
    for back in range(0, min(_DEEPEST, max(1, len(beside) - _PROBE + 1)), _STRIDE):
        end = len(beside) - back
        probe = beside[max(0, end - _PROBE) : end]
        if probe not in letters:
            continue
        starts = [at + back for at in _ends(letters, probe)]
        if any(matched(mine.letters[::step], letters[start : start + reach]) >= needed for start in starts):
            return True
    # Where the beginnings of all that is beside were edited, the end of the whole is still to be answered.
    tail = letters[-mine.size :]
    return matched(mine.letters[::step], tail) >= needed > matched(beside[-mine.size :], tail)


def _ends(text: str, piece: str) -> list[int]:
    """List where a piece ends, the first ten places.

    >>> _ends("一二一二", "一二")
    [2, 4]
    """
    return [at + len(piece) for at in islice(places(text, piece), _MOST_PROBED)]
