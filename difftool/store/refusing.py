"""What no store would have written: lines in another order, names, labels, digests and moments that are none.

Asked by `incoming` before a line is given on. Each refusal is a `ValueError` that says what is wrong.
"""

import re
from datetime import datetime
from functools import lru_cache

from difftool.store.dating import written_in
from difftool.store.exchange import (
    ForgottenLine,
    LabelLine,
    Line,
    LineageLine,
    ProposalLine,
    SightingLine,
    VersionLine,
    ViewingLine,
)
from difftool.store.names import refuse_bad_label, refuse_bad_name

__all__ = ["encoded", "refuse", "refuse_bad_fields", "refuse_bad_order"]

_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
# A text may tell of the 13th month.
_PROMULGATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)

_UNNUMBERED = "versions are numbered from 1"


def refuse(is_wrong: bool, cause: str) -> None:  # noqa: FBT001 - reads as a sentence
    """Raise `ValueError` if something is wrong."""
    if is_wrong:
        raise ValueError(cause)


def refuse_bad_order(before: Line | None, line: Line | None) -> None:
    """Refuse a document that comes without its first version, and a version without its first sighting."""
    if isinstance(before, LineageLine):
        told = isinstance(line, VersionLine) and line.lineage == before.name
        refuse(not told, "the line before names a document, and this is no version of it")
    if isinstance(before, VersionLine):
        told = isinstance(line, SightingLine) and line[:2] == before[:2] and line.turns
        refuse(not told, "the line before tells of a version, and this is not its first sighting")


def refuse_bad_fields(line: Line) -> None:
    """Refuse what no store would have written: names, labels, digests, dates."""
    for text in line:
        encoded("".join(text) if isinstance(text, tuple) else str(text))
    match line:
        case LineageLine():
            refuse_bad_name(line.name)
            _refuse_bad_moment(line.created)
        case VersionLine():
            refuse(line.number < 1, _UNNUMBERED)
            _refuse_bad_digest(line.text)
            refuse(not _PROMULGATED.fullmatch(line.promulgated or "2000"), f"{line.promulgated!r} is no date")
        case SightingLine():
            _refuse_bad_digest(line.raw)
            _refuse_bad_moment(line.seen)
            refuse(line.given is not None and written_in(line.given) != line.given, f"{line.given!r} is no date")
        case LabelLine():
            refuse_bad_label(line.name)
        case ViewingLine():
            _refuse_bad_moment(line.seen)
        case ForgottenLine():
            refuse(line.number < 1, _UNNUMBERED)
        case ProposalLine():
            refuse(line.lineage == line.likely, "a document is no version of itself")


def encoded(text: str) -> bytes:
    """Give the UTF-8 of a text that has one. Raises `ValueError`."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        message = "half a character stands in it, which has no UTF-8"
        raise ValueError(message) from None


def _refuse_bad_digest(text: str) -> None:
    refuse(not _DIGEST.fullmatch(text), f"{text[:70]!r} is no digest")


@lru_cache
def _refuse_bad_moment(text: str) -> None:
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")
        is_moment = bool(_MOMENT.fullmatch(text))
    except ValueError:
        is_moment = False
    refuse(not is_moment, f"{text[:40]!r} is no moment")
