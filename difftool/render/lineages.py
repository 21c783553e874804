"""Tracked documents for people: what tracking a text came to, the list of documents, the history of one.

Knows no database and no terminal's width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from difftool.model import RelationKind
from difftool.model.lineages import Delta, History, Lineage, Outcome, State, Tracked
from difftool.render.columns import aligned
from difftool.render.pieces import Piece
from difftool.render.visible import in_line
from difftool.render.words import counted, percent

__all__ = ["log", "overview", "proposed", "tracked"]

_STATES = ("version", "date", "from", "label", "characters", "seen", "source", "against", "changes")
_DOCUMENTS = ("document", "versions", "newest", "date", "from", "characters", "last seen")
# What two versions are to each other, where that is no revision.
_TOLD = {
    RelationKind.CONTAINED: "one is part of the other",
    RelationKind.OVERLAPPING: "they only overlap",
    RelationKind.UNRELATED: "another text",
}


def tracked(found: Tracked) -> Iterator[Piece]:
    r"""Say in a line what tracking a text came to.

    >>> "".join(piece.text for piece in tracked(Tracked("law.txt", 2, Outcome.UNCHANGED)))
    'law.txt@2: nothing changed\n'
    """
    yield Piece(f"{in_line(found.name)}@{found.version}", "head" if found.outcome is not Outcome.UNCHANGED else "")
    if found.taken:
        yield Piece(" (as proposed)", "quiet")
    if found.outcome is Outcome.UNCHANGED:
        yield Piece(": nothing changed\n", "quiet")
    elif found.outcome is Outcome.RETURNED:
        yield Piece(": the text is that of this version again\n")
    elif found.delta is None:
        yield Piece(": the first version\n" if found.version == 1 else ": older than all others\n")
    else:
        yield Piece(f": against @{found.delta.against}, {changes(found.delta)}\n")


def proposed(found: Tracked, path: str) -> Iterator[str]:
    """Say on two lines of which other document a text is likely a version, and how it becomes one."""
    proposal = found.proposal
    if proposal is None:
        return
    name, likely = in_line(found.name), in_line(proposal.name)
    alike = f"{percent(proposal.similarity)} alike" if proposal.similarity < 1 else "the same words"
    if proposal.others:
        yield f"note:   {name} reads like {likely} and {counted(proposal.others, 'other document')} ({alike})"
        yield f"hint:   if it is a version of one of them: difftool rename {name} NAME --join"
    else:
        yield f"note:   {name} is likely a version of {likely} ({alike}); until you say so it is tracked on its own"
        yield f"hint:   if it is one: difftool track {in_line(path)} --yes"


def overview(documents: Sequence[Lineage]) -> Iterator[Piece]:
    """List all tracked documents: a line each, by name."""
    if not documents:
        yield Piece("nothing is tracked yet\n", "head")
        return
    yield Piece(f"{counted(len(documents), 'document')}\n\n", "head")
    rows = [
        (
            in_line(one.name),
            f"{one.versions:,}",
            f"@{one.newest}",
            _moment(one.date),
            one.origin,
            f"{one.characters:,}",
            _moment(one.last_seen),
        )
        for one in documents
    ]
    yield from _table([_DOCUMENTS, *rows])


def log(history: History) -> Iterator[Piece]:
    """Tell the history of a document: a line for each state, the newest first."""
    count = len({state.version for state in history.states})
    yield Piece(f"{in_line(history.name)}: {counted(count, 'version')}, the newest first\n\n", "head")
    yield from _table([_STATES, *(_row(state, history) for state in history.states)])
    if history.viewed:
        yield Piece(f"\nviewed up to @{history.viewed}\n", "quiet")


def changes(delta: Delta) -> str:
    """Count what changed, by significance and kind; what weighs is told even where it is nothing.

    >>> from difftool.model import Kind
    >>> changes(Delta(1, RelationKind.REVISION, .9, 3, 1, 0, 2, 0, {Kind.NUMBER: 1, Kind.WIDTH: 2}, 0, 0))
    '3 changes: 1 substantive, 0 doubtful, 2 accidental (1 number, 2 width)'
    """
    if delta.relation in _TOLD:
        told = f"{_TOLD[delta.relation]}; {counted(delta.changes, 'change')}"
    else:
        told = counted(delta.changes, "change")
    if delta.changes:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in delta.by_kind.items())
        levels = f"{delta.substantive:,} substantive, {delta.doubtful:,} doubtful, {delta.accidental:,} accidental"
        told += f": {levels} ({kinds})"
    told += f"; {delta.ignored:,} ignored" if delta.ignored else ""
    told += f"; {counted(delta.findings, 'finding')}" if delta.findings else ""
    return told + (f"; cut short at {counted(delta.limits, 'place')}" if delta.limits else "")


def _row(state: State, history: History) -> Sequence[str]:
    delta = state.delta
    labels = ", ".join(map(in_line, state.labels))
    if state.again:
        labels = ", ".join(filter(None, ["again", labels]))
    times = f" ({counted(state.sightings, 'time')})" if state.sightings > 1 and not state.again else ""
    return (
        f"@{state.version}{'*' if state.version == history.viewed else ''}",
        _moment(state.date),
        state.origin,
        labels,
        f"{state.characters:,}",
        f"{_moment(state.sighting.seen)}{times}",
        in_line(state.sighting.source),
        f"@{delta.against}" if delta else "",
        changes(delta) if delta else "",
    )


def _table(rows: Sequence[Sequence[str]]) -> Iterator[Piece]:
    for line, style in zip(aligned(rows), ["quiet"] + [""] * (len(rows) - 1), strict=True):
        yield Piece(line + "\n", style)


def _moment(date: str) -> str:
    """Write a moment without its seconds; a date as it is.

    >>> _moment("2026-11-22T18:05:36Z"), _moment("2016")
    ('2026-11-22 18:05 UTC', '2016')
    """
    day, mark, time = date.partition("T")
    return f"{day} {time[:5]} UTC" if mark else day
