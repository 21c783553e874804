"""The list of changes: each with its place, a little context and both readings, cut to what a line holds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from difftool.classify.site import USER_RULE
from difftool.model import Change, Comparison, Document, Kind, Side, Span
from difftool.render.rows import label
from difftool.render.visible import clip, in_line, marked
from difftool.render.words import explain

if TYPE_CHECKING:
    from difftool.render.repeats import Repeat

__all__ = ["Entry", "entries", "ignored", "note", "often_replaced", "readings"]

_CONTEXT = 10  # code points on either side; enough to know the place again in Chinese
_READING = 60  # code points of a reading; a paragraph is known by its beginning


class Entry(NamedTuple):
    """Describe one change on one line; all texts can be shown as they are."""

    change: Change
    place: str
    before: str
    left: str
    right: str
    after: str
    note: str


def entries(comparison: Comparison, left: Document, right: Document) -> list[Entry]:
    """List the changes that count, in their order, ready to show."""
    return _described(comparison, (left, right), comparison.counted)


def ignored(comparison: Comparison, left: Document, right: Document) -> list[Entry]:
    """List the changes that do not count, for they were wished away: each with the rule that says so."""
    return _described(comparison, (left, right), [change for change in comparison.changes if change.ignored])


def readings(comparison: Comparison) -> dict[str | None, str]:
    """Tell by the ids of changes how the slots of their masks are read."""
    return {mask.change: mask.reading for mask in (*comparison.right_masks, *comparison.left_masks)}


def note(comparison: Comparison, change: Change, reading: str) -> str:
    """Say in a phrase what a change is, with the `reading` of its mask, and the wish that ignores it."""
    link = comparison.links[change.link]
    said = in_line(explain(change))
    if change.kind is Kind.WORDING and change.detail is None and not link.is_paired:
        said = f"a paragraph that only {Side.LEFT if link.left else Side.RIGHT} has"
    if change.kind is Kind.MASK and reading not in {"", "unknown"}:
        said = f"{said} ({in_line(reading)})"
    return f"{said}; ignored by {_wish(change)}" if change.ignored else said


def _described(comparison: Comparison, texts: tuple[Document, Document], changes: Sequence[Change]) -> list[Entry]:
    known = readings(comparison)
    return [_entry(comparison, texts, change, known.get(change.id, "")) for change in changes]


def _wish(change: Change) -> str:
    """Name the wish: a rule of the user's own, or that this kind does not count."""
    own = change.rule.removeprefix(USER_RULE)
    return f"your rule “{in_line(own)}”" if own != change.rule else f"your wish on {change.kind}"


def often_replaced(comparison: Comparison, left: Document) -> list["Repeat"]:
    """List what is replaced at many places; `left` holds the text of its side."""
    if not any(len(group.changes) > 1 for group in comparison.groups):
        return []
    from difftool.render.repeats import repeats  # noqa: PLC0415 - few comparisons have any

    return repeats(comparison, left)


def _entry(comparison: Comparison, texts: tuple[Document, Document], change: Change, reading: str) -> Entry:
    """Describe one change."""
    said = note(comparison, change, reading)
    if change.kind is Kind.MOVE:
        moved = in_line(clip(change.right_text, _READING))
        return Entry(change, _place(comparison, change), "", moved, moved, "", said)
    before, after = _context(comparison, texts, change)
    return Entry(
        change, _place(comparison, change), before, _short(change.left_text), _short(change.right_text), after, said
    )


def _place(comparison: Comparison, change: Change) -> str:
    """Name the paragraphs on both sides, by number and as people cite them."""
    link = comparison.links[change.link]
    left, right = (
        _named(label(link.left), comparison.place(change, Side.LEFT)),
        _named(label(link.right), comparison.place(change, Side.RIGHT)),
    )
    if not link.is_paired:
        return f"{left} of {Side.LEFT}" if link.left else f"{right} of {Side.RIGHT}"
    return left if left == right else f"{left} → {right}"


def _named(number: str, address: str) -> str:
    """Put the address of a paragraph behind its number."""
    return f"¶{number} {in_line(address)}".rstrip()


def _context(comparison: Comparison, texts: tuple[Document, Document], change: Change) -> tuple[str, str]:
    """Take what stands right before and after the change, inside its paragraphs."""
    link = comparison.links[change.link]
    on_left = bool(link.left)
    spans = (comparison.left if on_left else comparison.right).paragraphs
    indices = link.left if on_left else link.right
    if not indices:
        return "", ""
    stretch = Span(spans[indices[0]].start, spans[indices[-1]].end)
    at = change.left if on_left else change.right
    text = texts[0 if on_left else 1].text
    start, end = max(stretch.start, at.start - _CONTEXT), min(stretch.end, at.end + _CONTEXT)
    return in_line(text[start : at.start]), in_line(text[at.end : end])


def _short(text: str) -> str:
    """Show a reading on one line, cut when it is long."""
    return marked(clip(text, _READING)).replace("\n", "")
