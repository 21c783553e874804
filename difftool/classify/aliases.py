"""Names and masks that do not answer each other one to one: a name under two masks, a mask over two names.

Asked by `check`. Knows the masks that leave a part of a name readable, as 李某 does; `xx` may be anyone.
"""

from __future__ import annotations

from collections import defaultdict

from difftool.classify.exposures import Evidence, in_order
from difftool.classify.masks import shown
from difftool.classify.neighbours import STRONG, Neighbours, neighbours
from difftool.classify.wanted import essence
from difftool.model import Mask
from difftool.model.check import Exposure, Flaw, Role, Spot, Strength
from difftool.view.folds import match
from difftool.view.numerals import Value

__all__ = ["aliases"]


def aliases(evidence: Evidence) -> list[Exposure]:
    """List the slots that are masked as two names, then the masks that hide two.

    Two masks of one slot are strong where a comparison pairs them, possible where eight of twelve neighbours
    agree: two people may stand in the same words.

    >>> said = "，因犯诈骗罪被判处有期徒刑三年。"
    >>> text = f"经审理查明，被告人李某{said}后经复核，被告人王某{said}"
    >>> [(one.flaw.value, one.strength.value) for one in aliases(Evidence.of([text], 1))]
    [('two-masks', 'possible')]
    """
    return [*_two_masks(evidence), *_two_names(evidence)]


def _is_name(mask: Mask) -> bool:
    """Tell whether a mask leaves a part of a name readable."""
    readable = shown(mask.text)
    return mask.reading == "person" and readable != "" and not readable.isdigit()


def _two_masks(evidence: Evidence) -> list[Exposure]:
    found = [
        _both(Strength.STRONG, one.mask, Spot(one.text, one.mask.span, Role.MASKED), (one.other, one.facing), None)
        for one in evidence.conflicts
        if _is_name(one.mask) and _is_name(one.facing)
    ]
    known = {frozenset(one.spots) for one in found}
    places: list[tuple[int, Mask, Neighbours]] = []
    for text, masks in enumerate(evidence.masks):
        places += [(text, mask, neighbours(evidence.texts[text], mask.span)) for mask in masks if _is_name(mask)]
    nearest: defaultdict[object, list[int]] = defaultdict(list)
    for index, (_, _, around) in enumerate(places):
        nearest[around.before[:2], around.after[:2]].append(index)
    for those in nearest.values():
        for at, first in enumerate(those):
            for second in those[at + 1 :]:
                (text, mask, around), (other, facing, there) = places[first], places[second]
                agreement = sum(around.agreement(there))
                if match(mask.text) == match(facing.text) or agreement < STRONG or min(text, other) >= evidence.checked:
                    continue
                masked = Spot(text, mask.span, Role.MASKED)
                one = _both(Strength.POSSIBLE, mask, masked, (other, facing), agreement)
                if frozenset(one.spots) not in known:
                    found.append(one)
    return sorted(found, key=lambda one: (one.strength is not Strength.STRONG, one.spots))


def _both(strength: Strength, mask: Mask, spot: Spot, facing: tuple[int, Mask], agreement: int | None) -> Exposure:
    spots = in_order([spot, Spot(facing[0], facing[1].span, Role.MASKED)])
    rule = "aligned" if agreement is None else "neighbours"
    return Exposure(Flaw.TWO_MASKS, strength, rule, mask.reading, mask.unit, (), spots, agreement)


def _two_names(evidence: Evidence) -> list[Exposure]:
    """Gather the names that stand behind one text of a mask, in one document."""
    names: defaultdict[tuple[int, str], dict[Value | str, list[tuple[Spot, Spot, str]]]] = defaultdict(dict)
    rules: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    units: dict[tuple[int, str], Mask] = {}
    for text, mask, other, span, value, rule in [
        *[(one.text, one.mask, one.other, one.span, one.value, "aligned") for one in evidence.aligned],
        *[
            (text, mask, one.text, one.span, one.value, "neighbours")
            for text, mask, one, yes in evidence.neighbouring
            if yes
        ],
    ]:
        if _is_name(mask):
            spots = Spot(text, mask.span, Role.MASKED), Spot(other, span, Role.SHOWN)
            names[text, match(mask.text)].setdefault(essence(value), []).append((*spots, value))
            rules[text, match(mask.text)].add(rule)
            units.setdefault((text, match(mask.text)), mask)
    found = [
        Exposure(
            Flaw.TWO_NAMES,
            Strength.STRONG,
            min(rules[key]),
            units[key].reading,
            units[key].unit,
            tuple(dict.fromkeys(value for those in by_name.values() for *_, value in those)),
            in_order(spot for those in by_name.values() for masked, showing, _ in those for spot in (masked, showing)),
        )
        for key, by_name in names.items()
        if len(by_name) > 1
    ]
    return sorted(found, key=lambda one: one.spots)
