"""The work behind `review`: read the verdicts, find the texts, apply, show or write.

A command imports it when it runs and not before.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from difftool import __version__
from difftool.cli import delivering, reporting, targets, writing
from difftool.cli.sources import STANDARD_INPUT, refuse_bad_pair
from difftool.cli.targets import LISTING, Target, refuse_bad_places
from difftool.errors import DifftoolError, ForeignVerdicts, InvalidSettings, UnknownFormat, UnreadableFile
from difftool.model import Document
from difftool.model.review import Reviewed, to_json
from difftool.model.verdicts import Verdicts, Witness, from_json
from difftool.render import review as drawing
from difftool.render.concealing import concealed
from difftool.render.words import counted, listed
from difftool.review import review

__all__ = [
    "deliver",
    "found_texts",
    "places",
    "read_verdicts",
    "refuse_bad_names",
    "refuse_bad_places",
    "reviewed",
    "write",
]

_TEXT = "txt"
_VERSION = "@"  # a text named NAME@3 may be in the store


def places(outputs: Sequence[str], form: str | None, *, apply: bool) -> tuple[Target, ...]:
    """List where the summary goes, or with `apply` the text: to standard output if nothing else is said.

    Raises `InvalidSettings` for a format of the text, which has but one.

    >>> places(["a.md"], None, apply=True)
    (Target(path=PosixPath('a.md'), format='txt', makes_folder=False),)
    """
    if not apply:
        return targets.targets(outputs, form, LISTING)
    if form:
        message = "--format is for the summary, and --apply writes the text"
        raise InvalidSettings(message, hint="leave out one of the two")
    return targets.targets(outputs or [targets.STANDARD_OUTPUT], _TEXT)


def read_verdicts(path: str) -> Verdicts:
    """Read the file that the page exported; `-` is standard input. Raises `UnreadableFile` and `UnknownFormat`."""
    name = "standard input" if path == STANDARD_INPUT else path
    text = reporting.read_one(path, name, None).text
    try:
        value = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as failure:
        cause = "it is nested too deeply"
        if isinstance(failure, json.JSONDecodeError):
            cause = f"{failure.msg.lower()} in line {failure.lineno}, column {failure.colno}"
        elif isinstance(failure, ValueError):
            cause = str(failure)
        message = f"{name} is no JSON: {cause}"
        raise UnknownFormat(message, hint="take the file as the page of the comparison exported it") from failure
    return from_json(value)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object of its fields. Raises `ValueError` where one stands there twice."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        message = f"the field {next(name for name in names if names.count(name) > 1)!r} stands twice in an object"
        raise ValueError(message)
    return fields


def refuse_bad_names(verdicts: str, left: str | None, right: str | None) -> None:
    """Raise an error for files that cannot be read as verdicts and two texts, before any is read.

    `InvalidSettings` where one text is named and the other not, or two files are to be standard input,
    `UnreadableFile` for folders.
    """
    if left is None:
        return
    if right is None:
        message = f"{left} is named, and the other text is not"
        raise InvalidSettings(message, hint="name both texts, left first, or none")
    if verdicts == STANDARD_INPUT and STANDARD_INPUT in {left, right}:
        message = "both the verdicts and a text are to be read from standard input"
        raise InvalidSettings(message, hint="name one of the two as a file")
    refuse_bad_pair(left, right)


class Place(NamedTuple):
    """Name where a text is: in a file, or as a version in the store, which then is here already."""

    path: str
    version: Document | None = None


def found_texts(verdicts: str, left: str | None, right: str | None, told: Verdicts) -> tuple[Place, Place]:
    """Find both texts: those given, else those in the current folder, beside the verdicts, or in the store.

    The latter are found by name and digest. Raises `UnreadableFile` where a text is not found,
    `ForeignVerdicts` where another one is.
    """
    if left is None or right is None:
        return _sought(told.left, verdicts), _sought(told.right, verdicts)
    return Place(left), Place(right)


def _sought(text: Witness, verdicts: str) -> Place:
    """Find the file of a text; a name that leads out of a folder is none, for anyone may have written it."""
    hint = f"name both texts: difftool review {verdicts} LEFT RIGHT"
    parts = PurePath(text.name)
    folders = list(dict.fromkeys(["", os.path.dirname(verdicts)]))  # noqa: PTH120 - as in `sources`
    safe = bool(text.name) and not parts.is_absolute() and ".." not in parts.parts and "\0" not in text.name
    paths = [os.path.join(folder, text.name) for folder in folders if safe]  # noqa: PTH118 - as above
    there = [path for path in paths if os.path.isfile(path)]  # noqa: PTH113 - as above
    for path in there:
        if text.sha256 in {"", _digest(path)}:
            return Place(path)
    version = _tracked(text) if _VERSION in text.name and not there else None
    if version is not None:
        return Place(text.name, version)
    if there:
        message = f"{' and '.join(there)} {'are' if len(there) > 1 else 'is'} not the text reviewed: the digest differs"
        raise ForeignVerdicts(message, hint=hint)
    beside = "" if len(folders) == 1 else f", nor beside {verdicts}"
    message = f"{text.name or 'a text without a name'} is not in the current folder{beside}"
    raise UnreadableFile(message, hint=hint)


def _tracked(text: Witness) -> Document | None:
    """Find a text in the nearest store, by the name and the digest of a version."""
    from difftool.cli.storing import reading  # noqa: PLC0415 - files need no store

    try:
        with reading(None) as store:
            version = store.version(text.name)
    except DifftoolError:
        return None
    return version._replace(name=text.name) if text.sha256 in {"", version.sha256} else None


def _digest(path: str) -> str:
    """Give the digest of a file; none that a text can have where it cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as in `read`
            return sha256(file.read()).hexdigest()
    except OSError:
        return "unread"


def reviewed(places: tuple[Place, Place], encodings: tuple[str | None, str | None], told: Verdicts) -> Reviewed:
    """Read both texts under the names that they were reviewed by, and apply the verdicts. Raises as `review` does."""
    left, right = (
        place.version or reporting.read_one(place.path, witness.name, encoding)
        for place, witness, encoding in zip(places, (told.left, told.right), encodings, strict=True)
    )
    return review(left, right, told, shown=concealed)


def deliver(found: Reviewed, reports: Sequence[Target], *, quiet: bool) -> None:
    """Print the summary, or write it as asked for."""
    views = delivering.Views(lambda: drawing.pieces(found), lambda: to_json(found, __version__))
    delivering.deliver(views, reports, quiet=quiet)


def write(found: Reviewed, reports: Sequence[Target], *, quiet: bool) -> None:
    """Write the text that follows; unless `quiet`, say what stays as left has it."""
    delivering.put(reports, {_TEXT: lambda: found.text})
    tally = found.tally
    kept = [
        counted(number, f"{how} change") for how, number in (("open", tally.open), ("ignored", tally.ignored)) if number
    ]
    notes = [f"kept as left has it: {listed(kept)}"] if kept else []
    notes += [drawing.unknown(tally.unknown)] if tally.unknown else []
    for note in notes if not quiet else ():
        writing.say(f"note:   {note}")
