"""What a check knows of its texts, and the leaks that follow from it.

Asked by `check`. Knows texts by their numbers; the comparisons come from above.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from difftool.classify.figures import figures
from difftool.classify.inventory import masks_of
from difftool.classify.neighbours import neighbours
from difftool.classify.showing import anchored
from difftool.classify.wanted import Shown, Wanted, essence, is_secret, settled
from difftool.model import Comparison, Kind, Mask, Significance, Span
from difftool.model.check import Exposure, Flaw, Role, Spot, Strength
from difftool.model.settings import MaskStyle


class Aligned(NamedTuple):
    """Pair a mask of one text with the value that another shows in the same slot."""

    text: int
    mask: Mask
    other: int
    span: Span
    value: str


class Conflict(NamedTuple):
    """Pair two masks of one slot whose shown parts belong to different names."""

    text: int
    mask: Mask
    other: int
    facing: Mask


class Evidence:
    """Gather what the texts of a check and their comparisons say; the first `checked` are those in question.

    >>> evidence = Evidence.of(["共20**年"], 1)
    >>> [mask.text for mask in evidence.masks[0]]
    ['20**']
    """

    def __init__(self, texts: Sequence[str], checked: int, masks: Sequence[dict[Span, Mask]]) -> None:
        """Keep the texts and the masks that each has on its own."""
        self.texts = texts
        self.checked = checked
        self.aligned: list[Aligned] = []
        self.conflicts: list[Conflict] = []
        self._masks = masks

    @classmethod
    def of(cls, texts: Sequence[str], checked: int, styles: tuple[MaskStyle, ...] = ()) -> "Evidence":
        """Take the texts and find their masks; `styles` are the user's own."""
        return cls(texts, checked, [{mask.span: mask for mask in masks_of(text, {}, styles)} for text in texts])

    @property
    def masks(self) -> list[list[Mask]]:
        """List the masks of each text, ascending, with those that only a comparison showed."""
        return [[some[span] for span in sorted(some)] for some in self._masks]

    def add(self, left: int, right: int, comparison: Comparison) -> None:
        """Take what a comparison of two of the texts shows; its masks have the spans of the texts."""
        sides = (
            {mask.change: mask for mask in comparison.left_masks},
            {mask.change: mask for mask in comparison.right_masks},
        )
        for change in comparison.changes:
            if change.kind is not Kind.MASK:
                continue
            one, other = sides[0].get(change.id), sides[1].get(change.id)
            if change.detail == "revealed" and one and change.right_text.strip():
                self._align(left, one, Aligned(left, one, right, change.right, change.right_text))
            elif change.detail == "applied" and other and change.left_text.strip():
                self._align(right, other, Aligned(right, other, left, change.left, change.left_text))
            elif change.detail == "remasked" and change.significance is Significance.SUBSTANTIVE and one and other:
                self.conflicts.append(Conflict(left, one, right, other))

    def _align(self, text: int, mask: Mask, aligned: Aligned) -> None:
        self._masks[text].setdefault(mask.span, mask)
        self.aligned.append(aligned)

    @cached_property
    def neighbouring(self) -> list[tuple[int, Mask, Shown, bool]]:
        """List the places whose neighbourhood is a mask's: the mask's text, the mask, the place, whether it is strong.

        A mask whose value is clear has no places that show another value.
        """
        found: list[tuple[int, Mask, Shown, bool]] = []
        for text, masks in enumerate(self.masks):
            wanted = Wanted.of(self.texts[text], masks, [index for index, mask in enumerate(masks) if is_secret(mask)])
            sources = range(len(self.texts) if text < self.checked else self.checked)
            places = [
                (masks[index], one, strong)
                for one, strong in settled(self._places(wanted, sources))
                for index in wanted.alike[one.mask]
            ]
            clear = {mask.span: essence(one.value) for mask, one, strong in places if strong}
            clear |= {one.mask.span: essence(one.value) for one in self.aligned if one.text == text}
            told = {(one.mask.span, one.other, one.span) for one in self.aligned if one.text == text}
            for mask, one, strong in places:
                name = essence(one.value)
                if (mask.span, one.text, one.span) not in told and clear.get(mask.span, name) == name:
                    found.append((text, mask, one, strong or (mask.span in clear and one.is_strong)))
        return found

    def _places(self, wanted: Wanted, sources: Iterable[int]) -> Iterator[Shown]:
        for source in sources:
            yield from anchored(wanted, self.texts[source], source)
            yield from figures(wanted, self.texts[source], source)


class _Slot(NamedTuple):
    """Hold what makes places one finding: the surroundings of the mask, the value, how sure it is."""

    around: object
    value: object
    strength: Strength


def leaks(evidence: Evidence) -> list[Exposure]:
    """List the values that are masked in one place and shown in another, the strong first, then by place.

    One finding for one slot and value, with all the places that hide it and all that show it.

    >>> [(one.values, one.rule, one.agreement) for one in leaks(Evidence.of([
    ...     "庆祝中国共产党成立xxx周年，出版图书。今年是中国共产党成立一百周年，也是开局之年。"], 1))]
    [(('一百',), 'neighbours', 9)]
    """
    groups: defaultdict[_Slot, list[tuple[Spot, Spot, Mask, str, int | None]]] = defaultdict(list)
    for one in evidence.aligned:
        slot = _Slot(neighbours(evidence.texts[one.text], one.mask.span), essence(one.value), Strength.STRONG)
        spots = Spot(one.text, one.mask.span, Role.MASKED), Spot(one.other, one.span, Role.SHOWN)
        groups[slot].append((*spots, one.mask, one.value, None))
    for text, mask, shown, strong in evidence.neighbouring:
        strength = Strength.STRONG if strong else Strength.POSSIBLE
        slot = _Slot(neighbours(evidence.texts[text], mask.span), essence(shown.value), strength)
        spots = Spot(text, mask.span, Role.MASKED), Spot(shown.text, shown.span, Role.SHOWN)
        groups[slot].append((*spots, mask, shown.value, shown.agreement))
    found: list[Exposure] = []
    for slot, those in groups.items():
        agreements = [agreement for *_, agreement in those if agreement is not None]
        found.append(
            Exposure(
                Flaw.LEAK,
                slot.strength,
                "neighbours" if len(agreements) == len(those) else "aligned",
                those[0][2].reading,
                those[0][2].unit,
                tuple(dict.fromkeys(value for _, _, _, value, _ in those)),
                in_order(spot for masked, shown, *_ in those for spot in (masked, shown)),
                max(agreements, default=None),
            )
        )
    return sorted(found, key=lambda one: (one.strength is not Strength.STRONG, one.spots))


def in_order(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """List places, each once: the masked before the shown, then by document and place."""
    return tuple(sorted(set(spots), key=lambda one: (one.role is not Role.MASKED, one)))
