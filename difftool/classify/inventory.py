"""The masks of two documents as values: what each looks like, names and faces.

Called at the end, when every change has its kind. Knows nothing of other copies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from difftool.classify.masks import is_run, shown, style, width
from difftool.classify.numbers import is_number
from difftool.classify.readings import Reading, reading
from difftool.classify.site import Named
from difftool.model import Fit, Kind, Mask, MaskStyle, Nature, Span
from difftool.view.numerals import integer
from difftool.view.tokens import masks_in, styled

# From so many masks on, and so large a share of one width, the width is a habit and no evidence.
_ENOUGH, _HABIT = 3, 0.6
_SHOWN_RIGHT, _SHOWN_LEFT = frozenset(("revealed", "filled")), frozenset(("applied", "blanked"))
_DIGITS = "〇一二三四五六七八九"


def inventory(
    left: str, right: str, named: Sequence[Named], styles: tuple[MaskStyle, ...] = ()
) -> tuple[list[Mask], list[Mask]]:
    """List the masks of both texts with the value that the other side shows for each.

    Besides what is a mask on its own or of the user's `styles`, the list has what only the pair showed to be one.
    Ascending; `change` is filled in when the changes have their ids. Linear in the texts.

    >>> from difftool.model import Edit, Significance
    >>> edit = Edit(Span(1, 3), Span(1, 3))
    >>> one = Named(edit, Kind.MASK, "applied", Significance.SUBSTANTIVE, "mask")
    >>> [mask.value for mask in inventory("共20个", "共xx个", [one])[1]]
    ['20']
    """
    edits = [(one.edit, one.detail) for one in named if one.kind is Kind.MASK]
    runs = [edit for edit, _ in edits if not edit.left.is_empty and not edit.right.is_empty]
    here: dict[Span, str | None] = {edit.left: None for edit in runs if is_run(edit.left.of(left))}
    there: dict[Span, str | None] = {edit.right: None for edit in runs if is_run(edit.right.of(right))}
    here |= {edit.left: edit.right.of(right) for edit, detail in edits if detail in _SHOWN_RIGHT}
    there |= {edit.right: edit.left.of(left) for edit, detail in edits if detail in _SHOWN_LEFT}
    return masks_of(left, here, styles), masks_of(right, there, styles)


def masks_of(text: str, values: Mapping[Span, str | None], styles: tuple[MaskStyle, ...] = ()) -> list[Mask]:
    """List the masks of one text, ascending; each key of `values` is one too, and its value what it hides if known.

    `styles` are the user's own.

    >>> [(mask.text, mask.reading, mask.unit) for mask in masks_of("20**年共xx个部门", {})]
    [('20**', 'year', '年'), ('xx', 'count', '个')]
    """
    own = dict(styled(text, 0, len(text), styles)) if styles else {}
    spans = sorted({*masks_in(text, 0, len(text), styles), *values})
    habit = is_habit(_look(span.of(text))[1] for span in spans if span not in own)
    return [
        _own(text, span, own[span], values.get(span))
        if span in own
        else _mask(text, span, values.get(span), habit=habit)
        for span in spans
    ]


def _own(text: str, span: Span, style: MaskStyle, value: str | None) -> Mask:
    """Describe a mask of the user's own style: it has no width, and shows nothing."""
    slot = reading(text, span)
    named = style.reading or slot.slot
    return Mask(span, span.of(text), style.name, 0, "", named, slot.unit, Nature.HIDDEN, value=value)


def is_habit(widths: Iterable[int]) -> bool:
    """Tell whether most masks of a document share one width, so that it is a habit and no evidence.

    >>> is_habit([2, 2, 2, 4]), is_habit([2, 4])
    (True, False)
    """
    counts = Counter(widths)
    return counts.total() >= _ENOUGH and max(counts.values()) > _HABIT * counts.total()


def _mask(text: str, span: Span, value: str | None, *, habit: bool) -> Mask:
    slot = reading(text, span)
    source = span.of(text)
    form, signs, readable = _look(source)
    return Mask(
        span=span,
        text=source,
        style=form,
        width=signs,
        shown=readable,
        reading=slot.slot,
        unit=slot.unit,
        nature=slot.nature,
        value=value,
        fit=fit(source, slot, value, habit=habit),
    )


@lru_cache(maxsize=1024)
def _look(source: str) -> tuple[str, int, str]:
    """Describe a mask by its style, its width and what it leaves readable: most masks of a text look alike."""
    return style(source), width(source), _shown(source)


def _shown(source: str) -> str:
    """Keep what is readable as it stands in the source."""
    if source[:1] in "[【（({［":
        return ""
    hidden = style(source)
    return "".join(
        one for at, one in enumerate(source) if shown(source[: at + 1]) != shown(source[:at]) and one != hidden
    )


def fit(source: str, slot: Reading, value: str | None, *, habit: bool) -> Fit:
    """Tell whether a value could be the hidden one: by what is shown, and for numbers by the width.

    The width is tried over every way of writing (100 is three characters or two);
    with `habit`, one width for most masks of the document, it says nothing.

    >>> year = reading("共二○××年", Span(1, 5))
    >>> fit("二○××", year, "1998", habit=True), fit("二○××", year, "2016", habit=False)
    (<Fit.NO: 'no'>, <Fit.YES: 'yes'>)
    """
    if value is None or not is_number(value):
        return Fit.SILENT
    number = integer(value)
    if number is None:
        return Fit.SILENT
    written = str(number)
    visible = shown(source)
    if visible.isdigit():
        opening, closing = _ends(source)
        if not (written.startswith(opening) and written.endswith(closing)):
            return Fit.NO
    if habit or not slot.is_numeric or width(source) == 0:
        return Fit.SILENT
    positional = "".join(_DIGITS[int(one)] for one in written)
    lengths = {len(written), len(value), len(positional), len(_spoken(number))}
    return Fit.YES if len(shown(source)) + width(source) in lengths else Fit.NO


def _ends(source: str) -> tuple[str, str]:
    """Give the shown digits before and after the hidden ones."""
    hidden = style(source)
    return shown(source[: source.index(hidden)]), shown(source[source.rindex(hidden) + 1 :])


def _spoken(number: int) -> str:
    """Write a number below ten thousand in spoken Chinese; greater ones as their digits."""
    if number >= 10_000:  # noqa: PLR2004 - 万
        return str(number)
    written, zero = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("〇" if zero and written else "") + _DIGITS[digit] + unit
            zero = False
        else:
            zero = True
    return written.removeprefix("一") if written.startswith("一十") else written or "〇"
