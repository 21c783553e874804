"""The answer in one sentence: what stands above every display.

It never says more than the comparison proves: what was cut short comes first,
what was ignored is named, and two masks are never called equal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from difftool.model import Change, Comparison, RelationKind, Side
from difftool.render.saying import (
    both_masked,
    facts_and_kinds,
    hidden_by_both,
    is_all,
    is_answered,
    is_masked_otherwise,
    is_only_layout,
    is_only_masks,
    levels,
    masked_alike,
    share,
)
from difftool.render.spaces import white_space, without_text
from difftool.render.visible import in_line
from difftool.render.words import article, counted, listed, percent, tally

__all__ = ["answer"]


def answer(comparison: Comparison) -> str:
    """Say in one sentence, without a final stop, how left and right relate and what differs.

    Order: what a limit cut short, the relation, the changes, masks that cannot be
    compared, findings, layout, what was ignored. Says "nothing else differs" only
    where no ignored change, finding, difference of layout or limit speaks against it.
    """
    parts = [_related(comparison)]
    if is_answered(comparison):
        parts += [_changes(comparison), _alike_masks(comparison)]
    parts += [_findings(comparison), _layout(comparison), _ignored(comparison)]
    if is_all(comparison):
        parts.append("nothing else differs")
    sentence = "; ".join(filter(None, parts))
    if comparison.limits:
        cut = list(dict.fromkeys(in_line(limit.text) for limit in comparison.limits))
        places = counted(len(comparison.limits), "place")
        sentence = f"cut short at {places} ({'; '.join(cut)}), so not everything was compared: {sentence}"
    return sentence


def _related(comparison: Comparison) -> str:
    """Say what the two documents are to each other."""
    if without_text(comparison) and comparison.relation.kind is not RelationKind.IDENTICAL:
        return _without_text(comparison)
    return _RELATED[comparison.relation.kind](comparison)


def _identical(comparison: Comparison) -> str:
    """Say that the texts are one, and whether the files are."""
    left, right = comparison.left, comparison.right
    if left.sha256 == right.sha256:
        return "left and right are identical"
    if left.encoding == right.encoding:
        return "the texts are identical, the bytes of the files are not"
    encodings = f"{in_line(left.encoding)} against {in_line(right.encoding)}"
    return f"the texts are identical, only the files are encoded otherwise ({encodings})"


def _equivalent(comparison: Comparison) -> str:
    """Say that only the form differs, unless both hide something that may differ."""
    if hidden_by_both(comparison):
        return "left and right are equivalent but for what both hide"
    if is_only_layout(comparison):
        return f"left and right are equivalent: only {white_space(comparison)}"
    return "left and right are equivalent: they differ in form only"


def _revision(comparison: Comparison) -> str:
    """Say how like two versions of one text are."""
    return f"left and right are versions of one text, {percent(comparison.relation.similarity)} alike"


def _overlapping(comparison: Comparison) -> str:
    """Say what the two share."""
    shares = listed([f"{_share(comparison, side)} of {side}" for side in Side])
    return f"left and right overlap: they share {shares}, and each has much that the other lacks"


def _contained(comparison: Comparison) -> str:
    """Say where the inner document stands, how much of it, and how often."""
    relation = comparison.relation
    inner = relation.inner or Side.LEFT
    outer = inner.other
    place = f"{inner} stands inside {outer}"
    if relation.section is not None:
        place = f"{inner} is {article(relation.section, outer)}"
    again = len(relation.hits) - 1
    more = f", and again at {counted(again, 'other place')}" if again > 0 else ""
    return f"{place}, {_share(comparison, inner)}{more}"


def _without_text(comparison: Comparison) -> str:
    """Say that there is nothing to compare, for a side holds no text."""
    first, *more = without_text(comparison)
    return "neither left nor right holds any text" if more else f"{first} holds no text, so there is nothing to compare"


def _unrelated(comparison: Comparison) -> str:
    """Say how little the two have in common."""
    relation = comparison.relation
    if not relation.left_coverage and not relation.right_coverage:
        return "left and right are unrelated: nothing in one answers the other"
    shares = f"{percent(relation.left_coverage)} of left and {percent(relation.right_coverage)} of right"
    return f"left and right are unrelated: only {shares} answer each other, so their differences mean nothing"


_RELATED: dict[RelationKind, Callable[[Comparison], str]] = {
    RelationKind.IDENTICAL: _identical,
    RelationKind.EQUIVALENT: _equivalent,
    RelationKind.REVISION: _revision,
    RelationKind.CONTAINED: _contained,
    RelationKind.OVERLAPPING: _overlapping,
    RelationKind.UNRELATED: _unrelated,
}


def _share(comparison: Comparison, side: Side) -> str:
    """Count the paragraphs of a side that are answered, among all."""
    answered, every = share(comparison, side)
    return f"{answered:,} of {counted(every, 'paragraph')}"


def _changes(comparison: Comparison) -> str:
    """Count the changes, by significance and kind, and name the masks among them that hide on both sides."""
    changes = comparison.counted
    if not changes:
        return _no_change(comparison)
    masked = both_masked(changes)
    head = counted(len(changes), "change")
    if is_only_masks(changes):
        return f"{head}: {_masked_only(masked)}"
    present = levels(changes)
    if len(present) == 1:
        level, some = present[0]
        all_of_it = level if len(some) == 1 else f"all {level}"
        counts = f"{head}, {all_of_it} ({tally(some)})"
    else:
        counts = f"{head}: " + ", ".join(f"{len(some):,} {level} ({tally(some)})" for level, some in present)
    if not masked:
        return counts
    one = len(masked) == 1
    places = "1 place is" if one else f"{len(masked):,} places are"
    values = "its value" if one else "their values"
    return f"{counts}; {places} masked on both sides, so {values} cannot be compared"


def _masked_only(masked: Sequence[Change]) -> str:
    """Say of changes that are all masks against masks that nothing can be known of their values."""
    style = "in another style"
    if any(change.detail == "remasked" for change in masked):
        style = "not to the same extent" if all(change.detail == "remasked" for change in masked) else "differently"
    if len(masked) == 1:
        return f"a place masked on both sides {style}, so its value cannot be compared"
    both = "both places" if len(masked) == 2 else f"all {len(masked):,} places"  # noqa: PLR2004 - two are both
    return f"{both} masked on both sides {style}, so their values cannot be compared"


def _no_change(comparison: Comparison) -> str:
    """Say that nothing differs, where nothing was ignored or cut short."""
    if comparison.relation.kind is RelationKind.IDENTICAL or is_only_layout(comparison):
        return ""
    if any(change.ignored for change in comparison.changes):
        return "no change left to report"
    return "no change was found" if comparison.limits else "no change"


def _alike_masks(comparison: Comparison) -> str:
    """Count the masks that look alike on both sides: no change, and yet nothing is known of the values."""
    number = masked_alike(comparison)
    if not number:
        return ""
    more = " more" if is_masked_otherwise(comparison) else ""
    places = f"1{more} place is" if number == 1 else f"{number:,}{more} places are"
    values = "its value" if number == 1 else "their values"
    return f"{places} masked alike on both sides, so {values} cannot be compared"


def _findings(comparison: Comparison) -> str:
    """Name the facts that differ, and count the other findings by kind."""
    facts, kinds = facts_and_kinds(comparison)
    told = f"{counted(len(facts), 'fact')} differ{'s' if len(facts) == 1 else ''}: {', '.join(dict.fromkeys(facts))}"
    if not kinds:
        return told if facts else ""
    sorts = listed([f"{kinds.count(kind):,} {in_line(kind).replace('-', ' ')}" for kind in dict.fromkeys(kinds)])
    looked_at = f"{counted(len(kinds), 'finding')} to look at ({sorts})"
    return f"{told}; {looked_at}" if facts else looked_at


def _layout(comparison: Comparison) -> str:
    """Say that white space outside of paragraphs differs, unless the relation has said it."""
    return "" if is_only_layout(comparison) else white_space(comparison)


def _ignored(comparison: Comparison) -> str:
    """Name what was left out of the count by the user's wish."""
    ignored = [change for change in comparison.changes if change.ignored]
    return f"{counted(len(ignored), 'change')} ignored as you wished ({tally(ignored)})" if ignored else ""
