"""What was decided of the changes of a comparison, for people: the counts, the comments, what is open.

Stands beside `terminal`, whose two lines a change it shows. Knows no file; the JSON is the model's.
"""

from collections.abc import Iterator

from difftool.model.review import Reviewed
from difftool.model.verdicts import Decision
from difftool.render.entries import Entry, entries, ignored
from difftool.render.pieces import Piece
from difftool.render.terminal import readings
from difftool.render.visible import in_line
from difftool.render.words import counted

__all__ = ["pieces", "sentence", "unknown"]


def sentence(found: Reviewed) -> str:
    """Answer in one sentence: how many changes there are, and what was decided of them."""
    tally = found.tally
    said = ", ".join(f"{number:,} {name}" for name, number in tally._asdict().items() if name != "unknown")
    more = f"; {unknown(tally.unknown)}" if tally.unknown else ""
    return f"{counted(len(found.decisions), 'change')}: {said}{more}"


def unknown(number: int) -> str:
    """Say how many verdicts belong to no change."""
    return f"{counted(number, 'verdict')} {'is' if number == 1 else 'are'} on no change of these texts as read here"


def pieces(found: Reviewed) -> Iterator[Piece]:
    """Write the answer, then each change with a comment, then what is open, as pieces with their styles."""
    comparison = found.comparison
    yield Piece(f"{in_line(comparison.left.name)} → {in_line(comparison.right.name)}: {sentence(found)}\n", "head")
    every = [*entries(comparison, comparison.left, comparison.right)]
    every += ignored(comparison, comparison.left, comparison.right)
    drawn = {entry.change.id: entry for entry in every}
    still = {change.id for change in found.open}
    for change, decision in zip(comparison.changes, found.decisions, strict=True):
        if decision.comment or change.id in still:
            yield Piece("\n")
            yield from _change(drawn[change.id], decision)
    for decision in found.unknown:
        yield Piece(f"\n{in_line(decision.key)}  {decision.verdict or 'open'}", "head")
        yield Piece("  on no change of these texts\n", "quiet")
        yield from _comment(decision)


def _change(entry: Entry, decision: Decision) -> Iterator[Piece]:
    """Write a change on two lines, as a comparison does, and what was said of it."""
    change = entry.change
    said = decision.verdict or ("ignored" if change.ignored else "open")
    yield Piece(f"{change.id}  {said}", "warning" if said == "open" else "head")
    yield Piece(f"  {change.kind}  {change.significance}  {entry.place}  {entry.note}\n", "quiet")
    yield from readings(entry)
    yield from _comment(decision)


def _comment(decision: Decision) -> Iterator[Piece]:
    for line in decision.comment.splitlines():
        yield Piece(f"    | {in_line(line)}\n")
