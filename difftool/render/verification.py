"""Whether a store is sound: an answer and tables for people.

Knows no file and no terminal's width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from difftool.model.verification import Impaired, Part, Verification
from difftool.render.columns import aligned
from difftool.render.pieces import Piece
from difftool.render.visible import in_line
from difftool.render.words import counted

__all__ = ["pieces", "sentence"]

_COLUMNS = ("document", "versions", "", "because")
_RESCUE = "to save what can be read: difftool export --skip-damaged -o FILE, and import FILE into a new store"
_LOST = {Part.TEXT: "cannot be read", Part.ORIGINAL: "the original bytes cannot be read"}


def pieces(found: Verification) -> Iterator[Piece]:
    """Write the answer, which versions can be read, and what is damaged, as stretches of text with their styles."""
    yield Piece(sentence(found) + "\n", "head")
    if found.documents:
        rows = [_COLUMNS, *[row for document in found.documents for row in _rows(document)]]
        yield Piece("\n")
        for line, style in zip(aligned(rows), ["quiet"] + [""] * len(rows), strict=False):
            yield Piece(line + "\n", style)
        yield Piece("\nall other documents can be read as a whole\n")
    if found.damage:
        yield Piece("\n")
    for one in found.damage:
        yield Piece("damage     ", "warning")
        yield Piece(f"{in_line(one.place)}: {in_line(one.cause)}\n")
    for note in found.notes:
        yield Piece(f"note       {in_line(note)}\n", "quiet")
    if not found.is_sound and found.checked.versions:
        yield Piece(f"\n{_RESCUE}\n")


def sentence(found: Verification) -> str:
    """Answer in one sentence: whether the store is sound, and what was looked at or is lost.

    >>> from difftool.model.verification import Checked
    >>> sentence(Verification("store.db", Checked(1, 2, 3, 0, 2, 4096)))
    'store.db is sound: 1 document, 2 versions, 3 sightings, 0 labels; 2 contents of 4,096 bytes were proved'
    """
    store, checked = in_line(found.store), found.checked
    if not found.is_sound:
        if not checked.versions:
            return f"{store} is damaged, and no version can be found"
        count = f"{found.unreadable:,}" if found.unreadable else "none"
        return f"{store} is damaged: {count} of {counted(checked.versions, 'version')} cannot be read"
    named = {
        "document": checked.documents,
        "version": checked.versions,
        "sighting": checked.sightings,
        "label": checked.labels,
    }
    told = ", ".join(counted(count, noun) for noun, count in named.items())
    contents = f"{counted(checked.contents, 'content')} of {counted(checked.size, 'byte')}"
    return f"{store} is sound: {told}; {contents} {'was' if checked.contents == 1 else 'were'} proved"


def _rows(document: Impaired) -> Iterator[Sequence[str]]:
    """List the versions that can be read, then those that cannot, by what is lost and why."""
    name = in_line(document.name) or "(its name is lost)"
    if document.history:
        yield name, "", "its history cannot be told", in_line(document.history)
    if document.readable:
        yield name, _ranges(document.readable), "can be read", ""
    lost: dict[tuple[Part, str], list[int]] = {}
    for one in document.lost:
        lost.setdefault((one.part, one.cause), []).append(one.version)
    for (part, cause), numbers in lost.items():
        yield name, _ranges(sorted(set(numbers))), _LOST[part], in_line(cause)


def _ranges(numbers: Sequence[int]) -> str:
    """Write ascending numbers of versions.

    >>> _ranges([1, 2, 3, 5])
    '@1–3, @5'
    """
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"@{run[0]}" if len(run) == 1 else f"@{run[0]}–{run[-1]}" for run in runs)
