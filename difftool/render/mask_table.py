"""The masks of both sides as rows of a table: what stands in the same slot side by side.

Knows nothing of how a mask is found.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from difftool.model import Comparison, Document, Fit, LinkKind, Mask, Side, Span
from difftool.model.comparison import LEAK
from difftool.render.bilingual import Pair
from difftool.render.rows import label
from difftool.render.visible import clip, in_line

__all__ = ["MaskRow", "MaskTable", "mask_table"]

_MOST = 500  # rows of the page; the JSON lists all
_LONGEST = 40  # code points of a reading


class MaskRow(NamedTuple):
    """Describe one slot: where it stands, what each side has there, its reading, whether the value fits, its leak."""

    place: str
    left: str
    right: str
    reading: Pair
    fit: Pair
    leak: Pair
    change: str


class MaskTable(NamedTuple):
    """Hold the rows shown, how many slots there are in all, and how many of them are not shown."""

    rows: tuple[MaskRow, ...]
    total: int
    more: int


def mask_table(comparison: Comparison) -> MaskTable:
    """List the slots in the order of the text: those of a change once, with both readings; unchanged ones paired.

    >>> from difftool import compare
    >>> from difftool.model import document
    >>> table = mask_table(compare(document("于****年印发"), document("于2020年印发")))
    >>> [(row.left, row.right, row.reading[0], row.fit[0]) for row in table.rows]
    [('****', '2020', 'year', 'yes')]
    """
    slots = _slots(comparison)
    return MaskTable(tuple([_row(comparison, *slot) for slot in slots[:_MOST]]), len(slots), max(0, len(slots) - _MOST))


def _slots(comparison: Comparison) -> list[tuple[Mask | None, Mask | None]]:
    """Pair the masks of both sides: by their change, else, where nothing changed, by their order."""
    left = _inside(comparison, Side.LEFT)
    answers = _answers(comparison)
    there = {mask.span: mask for mask in _inside(comparison, Side.RIGHT)}
    slots: list[tuple[Mask | None, Mask | None]]
    slots = [(mask, there.pop(_shifted(mask.span, answers), None)) for mask in left]
    slots += [(None, mask) for mask in there.values()]
    changed = {mask.change: mask for mask in comparison.left_masks if mask.change}
    others = {mask.change: mask for mask in comparison.right_masks if mask.change}
    slots += [(changed.get(name), others.get(name)) for name in {**changed, **others}]
    return sorted(slots, key=_order)


def _inside(comparison: Comparison, side: Side) -> list[Mask]:
    """List the masks of a side that stand in no change, but for those outside the part compared."""
    is_left = side is Side.LEFT
    spans = (comparison.left if is_left else comparison.right).paragraphs
    outside = [
        spans[at]
        for link in comparison.links
        if link.kind is LinkKind.OUTSIDE
        for at in (link.left if is_left else link.right)
    ]
    outside.sort()
    found: list[Mask] = []
    for mask in comparison.left_masks if is_left else comparison.right_masks:
        at = bisect_right(outside, (mask.span.start, float("inf"))) - 1
        if mask.change is None and not (at >= 0 and outside[at].contains(mask.span)):
            found.append(mask)
    return found


def _answers(comparison: Comparison) -> list[tuple[int, int]]:
    """List where on the left something starts that stands unchanged on the right, with how far that is shifted."""
    found: list[tuple[int, int]] = []
    for link in comparison.links:
        if link.is_paired:
            at, there = comparison.left.paragraphs[link.left[0]].start, comparison.right.paragraphs[link.right[0]].start
            found.append((at, there - at))
    found += [
        (change.left.end, change.right.end - change.left.end) for change in comparison.changes if change.kind != "move"
    ]
    return sorted(found)


def _shifted(span: Span, answers: Sequence[tuple[int, int]]) -> Span:
    """Give the span on the right of what stands unchanged on the left."""
    at = bisect_right(answers, (span.start, float("inf"))) - 1
    shift = answers[at][1] if at >= 0 else 0
    return Span(span.start + shift, span.end + shift)


def _order(slot: tuple[Mask | None, Mask | None]) -> tuple[int, int, int]:
    """Order by place on the right, else where the left one is."""
    left, right = slot
    return (
        right.span.start if right else left.span.start if left else 0,
        int(right is None),
        left.span.start if left else 0,
    )


def _row(comparison: Comparison, left: Mask | None, right: Mask | None) -> MaskRow:
    from difftool.render.chinese import LABELS, READINGS  # noqa: PLC0415 - a terminal does without

    mask = left or right
    assert mask is not None  # noqa: S101 - a slot has a mask
    name = (left.change if left else None) or (right.change if right else None) or ""
    side = Side.LEFT if left else Side.RIGHT
    # A mask that faces a value or nothing: the other side's reading is the change's.
    readings = [in_line(clip(one.text if one else mask.value or "", _LONGEST)) for one in (left, right)]
    fit = (
        mask.fit.value
        if mask.value is not None or (left and right and mask.fit is not Fit.SILENT)
        else Fit.SILENT.value
    )
    return MaskRow(
        _place(comparison.left if left else comparison.right, mask.span),
        readings[0],
        readings[1],
        (in_line(mask.reading), READINGS.get(mask.reading, in_line(mask.reading))),
        (fit, LABELS.get(fit, fit)),
        _leak(comparison, side, mask.span),
        name,
    )


def _place(document: Document, span: Span) -> str:
    """Cite the paragraph in which a mask stands."""
    at = bisect_right(document.paragraphs, (span.start, float("inf"))) - 1
    cited = in_line(document.addresses[at]) if 0 <= at < len(document.addresses) else ""
    return f"¶{label((max(at, 0),))} {cited}".rstrip()


def _leak(comparison: Comparison, side: Side, span: Span) -> Pair:
    """Give what a finding says of a value that is shown elsewhere; nothing where none does."""
    from difftool.render.chinese import told  # noqa: PLC0415 - as above

    texts: Iterable[str] = (
        finding.text
        for finding in comparison.findings
        if finding.kind == LEAK
        and any(
            one.start <= span.start and span.end <= one.end
            for one in (finding.left if side is Side.LEFT else finding.right)
        )
    )
    found = next(iter(texts), "")
    return in_line(clip(found, 2 * _LONGEST)), in_line(clip(told(found), 2 * _LONGEST))
