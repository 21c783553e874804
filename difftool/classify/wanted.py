"""Masks whose values are sought, and what makes a place of a text the slot of one.

Asked by `showing` and `figures`, which find the places. Knows no way of finding any.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from difftool.classify.inventory import fit, is_habit
from difftool.classify.masks import shown, style
from difftool.classify.neighbours import POSSIBLE, STRONG, Neighbours, neighbours
from difftool.classify.readings import Reading
from difftool.model import Fit, Mask, Nature, Span
from difftool.view.candidates import MASK_CHARACTERS
from difftool.view.folds import match
from difftool.view.numerals import Value, integer, value

LONGEST_NAME = 4
_BOUNDS = "余餘多约約近超"
# Signs that stand around more different values, or that more sorts of masks share, name no slot.
_SEVERAL, _COMMON = 4, 100
# Of so many places that show one value, the first are enough to see it.
_MANY = 16
_NOWHERE = Span(0, 0)


class Shown(NamedTuple):
    """Hold a place of text number `text` that shows a value where mask number `mask` hides one.

    `before` and `after` count the neighbours of six that agree, `fits` tells whether the width
    allows the value, `same_unit` whether the mask's unit follows it.
    """

    mask: int
    text: int
    span: Span
    value: str
    before: int
    after: int
    fits: bool
    same_unit: bool

    @property
    def agreement(self) -> int:
        """Count the neighbours that agree, of twelve."""
        return self.before + self.after

    @property
    def is_strong(self) -> bool:
        """Tell whether it is the same slot: eight of the twelve neighbours agree."""
        return self.agreement >= STRONG

    @property
    def is_possible(self) -> bool:
        """Tell whether it may be the same slot: one unit, and four neighbours of one side agree."""
        return self.agreement >= STRONG or (self.same_unit and max(self.before, self.after) >= POSSIBLE)


class Wanted(NamedTuple):
    """Hold the masks of one text whose values are sought; `habit` tells that most share one width.

    Masks that look alike in like surroundings are asked once: `slots` has the first of each sort with its
    neighbours, `alike` all of its sort.
    """

    text: str
    masks: Sequence[Mask]
    habit: bool
    slots: dict[int, Neighbours]
    alike: dict[int, list[int]]

    @classmethod
    def of(cls, text: str, masks: Sequence[Mask], indices: Iterable[int]) -> "Wanted":
        """Take the masks of a text, of which those numbered are sought."""
        habit = is_habit(mask.width for mask in masks)
        first: dict[object, int] = {}
        slots: dict[int, Neighbours] = {}
        alike: defaultdict[int, list[int]] = defaultdict(list)
        for index in indices:
            mask = masks[index]
            around = neighbours(text, mask.span)
            home = first.setdefault((around, mask.text, mask.reading, mask.unit), index)
            slots.setdefault(home, around)
            alike[home].append(index)
        return cls(text, masks, habit, slots, dict(alike))

    def judged(self, index: int, around: Neighbours, source: str, number: int, span: Span) -> Shown | None:
        """Compare a place, with its neighbours, with a mask; nothing when the mask contradicts the value."""
        mask, one = self.masks[index], span.of(source)
        fits = _fits(mask._replace(span=_NOWHERE, change=None, value=None), one, habit=self.habit)
        if fits is None:
            return None
        before, after = self.slots[index].agreement(around)
        unit = mask.unit != ""
        if unit:
            tail = source[span.end : span.end + len(mask.unit) + 1].lstrip(_BOUNDS)
            unit = tail.startswith(mask.unit) or match(tail).startswith(match(mask.unit))
        return Shown(index, number, span, one, before, after, fits, unit)


@lru_cache(maxsize=65536)
def _fits(mask: Mask, one: str, *, habit: bool) -> bool | None:
    """Tell whether the width of a mask allows a value; None where the parts it shows do not."""
    if contradicts(mask, one):
        return None
    return fit(mask.text, Reading(mask.reading, mask.unit, mask.nature), one, habit=habit) is not Fit.NO


def is_secret(mask: Mask) -> bool:
    """Tell whether a mask hides a value: a form's blank and an omission hide none, a lacuna only in a known slot."""
    return mask.nature in {Nature.HIDDEN, Nature.UNKNOWN} or (
        mask.nature is Nature.LACUNA and mask.reading not in {"unknown", "word"}
    )


def essence(one: str) -> Value | str:
    """Reduce a value to what two ways of writing it share.

    >>> essence("一百") == essence("100"), essence("臺灣")
    (True, '台湾')
    """
    return value(one) or match(one)


def contradicts(mask: Mask, one: str) -> bool:
    """Tell whether what a mask leaves readable cannot belong to a value: 李某 and 王五, 20** and 1998.

    >>> contradicts(Mask(Span(0, 2), "李某", "某", 1), "王五"), contradicts(Mask(Span(0, 4), "20**", "*", 2), "2019")
    (True, False)
    """
    hidden = style(mask.text)
    if hidden not in mask.text or len(hidden) != 1 or hidden not in MASK_CHARACTERS:
        return False
    opening, closing = shown(mask.text[: mask.text.index(hidden)]), shown(mask.text[mask.text.rindex(hidden) + 1 :])
    if hidden == "某":
        closing = ""  # 李某1: the figure counts the hidden names
    whole = integer(one) if (opening + closing).isdigit() else None
    written = match(one) if whole is None else str(whole)
    if opening and not opening.isdigit() and len(one) > LONGEST_NAME:
        return True
    return not (
        written.startswith(opening) and written.endswith(closing) and len(written) > len(opening) + len(closing)
    )


def is_numeric(mask: Mask) -> bool:
    """Tell whether only a number can stand behind a mask."""
    return Reading(mask.reading, mask.unit, mask.nature).is_numeric


class Place(NamedTuple):
    """Hold a place of a source with its neighbours, and the names under which its slot may be known."""

    span: Span
    around: Neighbours
    keys: frozenset[object]


def matched(
    wanted: Wanted, slots: Mapping[object, Sequence[int]], places: Iterable[Place], source: str, number: int
) -> Iterator[Shown]:
    """Judge each place with the masks in `slots` that share a key with it, and give what is at least possible.

    A key under which too many different values or masks are found is passed over, so the effort is linear.
    """
    by_key: defaultdict[object, defaultdict[Value | str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        for key in place.keys & slots.keys():
            by_key[key][essence(place.span.of(source))].append(place)
    pairs: dict[tuple[int, Span], Place] = {}
    for key, values in by_key.items():
        if len(values) <= _SEVERAL and len(slots[key]) <= _COMMON:
            some = [place for those in values.values() for place in those[:_MANY]]
            pairs |= {(index, place.span): place for place in some for index in slots[key]}
    for (index, span), place in sorted(pairs.items()):
        if not is_numeric(wanted.masks[index]) or value(span.of(source)) is not None:
            one = wanted.judged(index, place.around, source, number, span)
            if one and one.is_possible:
                yield one


def settled(found: Iterable[Shown]) -> list[tuple[Shown, bool]]:
    """Say of each place whether it is strong; ascending by mask, text and span.

    Where different values stand in neighbourhoods that agree equally well with one mask's, and its width fits
    them alike, the neighbourhood names no slot, and none of them is strong; else the value that agrees best is.
    Of many places that show one value, and of many values that are only possible, the nearest are kept.
    """
    by_mask: defaultdict[int, dict[Value | str, list[Shown]]] = defaultdict(lambda: defaultdict(list))
    for one in set(found):
        by_mask[one.mask][essence(one.value)].append(one)
    result: list[tuple[Shown, bool]] = []
    for index in sorted(by_mask):
        values = {name: sorted(some, key=lambda one: (-one.agreement, one)) for name, some in by_mask[index].items()}
        best = {name: (those[0].agreement, those[0].fits) for name, those in values.items() if those[0].is_strong}
        most = max(best.values(), default=(0, False))
        winners = [name for name, rank in best.items() if rank == most]
        nearest = sorted(values, key=lambda name: (-values[name][0].agreement, values[name][0]))
        for name in nearest[:_SEVERAL]:
            clear = winners == [name]
            result += [(one, clear and one.is_strong) for one in values[name][:_MANY]]
    return sorted(result)
