"""What the answer in one sentence has to say, before it is said in any language.

Asked by `answer` and by its twins in other languages, so that no language says more than
another. Knows no words: it counts, chooses and tells whether.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from difftool.model import Change, Comparison, Kind, Link, Nature, RelationKind, Side, Significance
from difftool.model.comparison import FACT
from difftool.render.spaces import loose_places, without_text
from difftool.render.visible import in_line

__all__ = [
    "Share",
    "both_masked",
    "facts_and_kinds",
    "hidden_by_both",
    "is_all",
    "is_answered",
    "is_masked_otherwise",
    "is_only_layout",
    "is_only_masks",
    "levels",
    "masked_alike",
    "share",
]

# Both sides hide: equal or not, nobody can tell from these texts.
_BOTH_MASKED = frozenset({"restyled", "remasked"})
# Only where the whole of a side was compared can the changes be all that differs.
_WHOLE = frozenset({RelationKind.REVISION, RelationKind.CONTAINED, RelationKind.EQUIVALENT})


class Share(NamedTuple):
    """Count the paragraphs of a side that are answered, and all of them."""

    answered: int
    of: int


def is_answered(comparison: Comparison) -> bool:
    """Tell whether the two texts answer each other, so that their changes can be counted at all."""
    return comparison.relation.kind is not RelationKind.UNRELATED and not without_text(comparison)


def is_all(comparison: Comparison) -> bool:
    """Tell whether the changes that count are all that differs: the one case for "nothing else differs".

    No ignored change, finding, difference of layout, mask on both sides or limit may speak against it.
    """
    if not comparison.counted or comparison.relation.kind not in _WHOLE or not is_answered(comparison):
        return False
    ignored = any(change.ignored for change in comparison.changes)
    if ignored or comparison.findings or comparison.limits or loose_places(comparison):
        return False
    return not masked_alike(comparison)


def share(comparison: Comparison, side: Side) -> Share:
    """Count the paragraphs of a side that are answered, among all."""
    paired = sum(len(_of(link, side)) for link in comparison.links if link.is_paired)
    return Share(paired, len((comparison.left if side is Side.LEFT else comparison.right).paragraphs))


def _of(link: Link, side: Side) -> tuple[int, ...]:
    """Take the paragraphs of a side out of a link."""
    return link.left if side is Side.LEFT else link.right


def levels(changes: Sequence[Change]) -> list[tuple[Significance, list[Change]]]:
    """Sort changes by significance, the levels that have any."""
    sorted_out = [(level, [one for one in changes if one.significance is level]) for level in Significance]
    return [(level, some) for level, some in sorted_out if some]


def both_masked(changes: Sequence[Change]) -> list[Change]:
    """List the changes that are masks on both sides."""
    return [change for change in changes if change.kind is Kind.MASK and change.detail in _BOTH_MASKED]


def is_only_masks(changes: Sequence[Change]) -> bool:
    """Tell whether all changes are masks on both sides that tell nothing.

    Shown parts that conflict (20xx, 19xx) do tell something; they are counted like any other change.
    """
    masked = both_masked(changes)
    return len(masked) == len(changes) and not any(one.significance is Significance.SUBSTANTIVE for one in masked)


def hidden_by_both(comparison: Comparison) -> bool:
    """Tell whether both sides hide something that may differ."""
    return is_masked_otherwise(comparison) or masked_alike(comparison) > 0


def is_masked_otherwise(comparison: Comparison) -> bool:
    """Tell whether a change is a mask on both sides, one that looks otherwise on each."""
    return any(change.detail in _BOTH_MASKED for change in comparison.changes)


def masked_alike(comparison: Comparison) -> int:
    """Count the masks that look alike on both sides: no change, and yet nothing is known of the values."""
    changed = {change.id for change in comparison.changes if change.kind is not Kind.MOVE}
    answered = [comparison.left.paragraphs[index] for link in comparison.links if link.is_paired for index in link.left]
    answered.sort()
    number, at = 0, 0
    for mask in sorted(comparison.left_masks, key=lambda mask: mask.span):
        while at < len(answered) and answered[at].end < mask.span.end:
            at += 1
        hidden = mask.nature in {Nature.HIDDEN, Nature.UNKNOWN} and mask.change not in changed
        if hidden and at < len(answered) and answered[at].contains(mask.span):
            number += 1
    return number


def facts_and_kinds(comparison: Comparison) -> tuple[list[str], list[str]]:
    """List the names of the facts that differ, and the kinds of all other findings, one for each finding."""
    facts = [in_line(one.text.partition(": ")[0]) for one in comparison.findings if one.kind == FACT]
    return facts, [finding.kind for finding in comparison.findings if finding.kind != FACT]


def is_only_layout(comparison: Comparison) -> bool:
    """Tell whether white space outside of paragraphs is all that differs, which the relation then says itself."""
    equivalent = comparison.relation.kind is RelationKind.EQUIVALENT and not comparison.changes
    if not equivalent or without_text(comparison):
        return False
    return bool(loose_places(comparison)) and not masked_alike(comparison)
