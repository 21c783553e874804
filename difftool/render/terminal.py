"""The comparison on a terminal: a summary, then each change on a line of its own with a little context.

One list of styled pieces feeds both the plain text and the coloured one, so they
say the same. Knows nothing of the screen's width: long lines are the terminal's.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from difftool.model import Comparison, Document, Kind, Shape, Significance
from difftool.model.comparison import FACT
from difftool.render.answer import answer
from difftool.render.entries import Entry, entries, ignored, often_replaced
from difftool.render.pieces import Piece
from difftool.render.spaces import without_text
from difftool.render.visible import in_line
from difftool.render.words import counted, percent, tally

if TYPE_CHECKING:
    from difftool.render.repeats import Repeat

__all__ = ["MOST", "pieces", "readings"]

MOST = 40  # changes on a terminal: some three screens; the report has them all
_MOST_REPEATS = 10  # replacements shown with their count above them
_FIRST = 5  # places of a replacement, for a reader to look one up


def pieces(comparison: Comparison, left: Document, right: Document, most: int | None = None) -> Iterator[Piece]:
    """Write the whole view, line ends included; at most `most` changes, all when it is None.

    Where the settings say so, recovered values are concealed.
    """
    if comparison.settings.conceal:
        from difftool.render.concealing import concealed  # noqa: PLC0415 - few views conceal anything

        comparison, left, right = concealed(comparison, left, right)
    yield Piece(answer(comparison) + "\n", "head")
    yield Piece("\n")
    yield from _summary(comparison)
    every, often = entries(comparison, left, right), often_replaced(comparison, left)
    if most == 0:  # counts only
        return
    yield from _repeats(often, len(often) if most is None else _MOST_REPEATS)
    # A screen shows each replacement once; a file has every change.
    again = {one for repeat in often for ids, _ in repeat.places[1:] for one in ids} if most is not None else set()
    listed = [entry for entry in every if entry.change.id not in again][:most]
    for entry in listed:
        yield Piece("\n")
        yield from _change(entry)
    if len(every) > len(listed):
        yield Piece(f"\n… and {counted(len(every) - len(listed), 'more change')}\n", "quiet")
    aside = ignored(comparison, left, right) if comparison.summary.ignored else []
    room = len(aside) if most is None else max(0, most - len(listed))
    for entry in aside[:room]:
        yield Piece("\n")
        yield from _change(entry)
    if len(aside) > room:
        yield Piece(f"\n… and {counted(len(aside) - room, 'ignored change')}\n", "quiet")


def _summary(comparison: Comparison) -> Iterator[Piece]:
    """Write the files, the relation and the counts, a line each."""
    for side, document in (("left", comparison.left), ("right", comparison.right)):
        yield _name(side)
        paragraphs = counted(len(document.paragraphs), "paragraph")
        size = f"{in_line(document.encoding)}, {counted(document.length, 'character')}, {paragraphs}"
        yield Piece(f"{in_line(document.name)}  ({size})\n")
    relation, summary = comparison.relation, comparison.summary
    yield _name("relation")
    cover = f", coverage {percent(relation.left_coverage)} of left, {percent(relation.right_coverage)} of right"
    figures = "" if without_text(comparison) else f"{cover}, similarity {percent(relation.similarity)}"
    yield Piece(f"{relation.kind}{figures}\n")
    if relation.section is not None:
        yield _name("section")
        section = relation.section
        yield Piece(f"{section.ordinal} of {section.of}: {in_line(section.title)}\n")
    yield _name("changes")
    levels = ", ".join(f"{getattr(summary, level)} {level}" for level in Significance)
    kinds = f"  ({tally(comparison.counted)})" if summary.changes else ""
    yield Piece(f"{summary.changes}: {levels}{kinds}\n")
    outside = [("left", summary.outside_left), ("right", summary.outside_right)]
    for side, number in outside:
        if number:
            yield _name("outside")
            yield Piece(f"{counted(number, 'paragraph')} of {side}\n")
    notes = [*comparison.notes]
    notes += [f"left: {note}" for note in comparison.left.notes]
    notes += [f"right: {note}" for note in comparison.right.notes]
    for heading, style, lines in (
        ("fact", "warning", [finding.text for finding in comparison.findings if finding.kind == FACT]),
        ("limit", "warning", [f"{limit.step}: {limit.text}" for limit in comparison.limits]),
        (
            "finding",
            "warning",
            [
                f"{finding.kind} ({finding.significance}): {finding.text}"
                for finding in comparison.findings
                if finding.kind != FACT
            ],
        ),
        ("note", "quiet", notes),
    ):
        for line in lines:
            yield _name(heading)
            yield Piece(in_line(line) + "\n", style)


def _repeats(often: Sequence["Repeat"], most: int) -> Iterator[Piece]:
    """Write each replacement that comes often on a line: its readings, how often, and its first places."""
    if often:
        yield Piece("\n")
    for one in often[:most]:
        yield _name("repeated")
        mask = "mask" if one.kind == Kind.MASK else ""
        if one.left:
            yield Piece(f"[-{one.left}-]", mask or "left")
        if one.right:
            yield Piece(f"{{+{one.right}+}}", mask or "right")
        where = ", ".join(dict.fromkeys([place for _, place in one.places[:_FIRST]]))
        more = ", …" if len(one.places) > _FIRST else ""
        yield Piece(f"  × {len(one.places):,}  {one.kind}  ({where}{more})\n", "quiet")
    if len(often) > most:
        yield Piece(f"… and {counted(len(often) - most, 'more replacement')}\n", "quiet")


def _name(heading: str) -> Piece:
    """Write the name of a line of the summary."""
    return Piece(f"{heading:<10}", "quiet")


def _change(entry: Entry) -> Iterator[Piece]:
    """Write a change on two lines: what it is and where, then both readings."""
    change = entry.change
    yield Piece(f"{change.id}  {change.kind}", "head")
    yield Piece(f"  {change.significance}  {entry.place}  {entry.note}\n", "quiet")
    yield from readings(entry)


def readings(entry: Entry) -> Iterator[Piece]:
    """Write both readings of a change on a line, with what stands around them."""
    change = entry.change
    yield Piece(f"    {entry.before}")
    if change.shape is Shape.MOVE:
        yield Piece(f"{{>{entry.right}<}}")
    mask = "mask" if change.kind.value == "mask" else ""
    if change.shape not in {Shape.MOVE, Shape.INSERTION}:
        yield Piece(f"[-{entry.left}-]", mask or "left")
    if change.shape not in {Shape.MOVE, Shape.DELETION}:
        yield Piece(f"{{+{entry.right}+}}", mask or "right")
    yield Piece(f"{entry.after}\n")
