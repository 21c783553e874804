"""What the two sides are called, and whether they can be two sides at all."""

from __future__ import annotations

import os
from pathlib import PurePath

from difftool.errors import InvalidSettings, UnreadableFile

STANDARD_INPUT = "-"


def names(left: str, right: str) -> tuple[str, str]:
    """Name each side by its file, and by its folder as well when the files are named alike.

    Never by the whole path: a report must not tell where a machine keeps its files.

    >>> names("a/law.txt", "b/law-2020.txt")
    ('law.txt', 'law-2020.txt')
    >>> names("a/law.txt", "b/law.txt")
    ('a/law.txt', 'b/law.txt')
    """
    short = _tail(left, 1), _tail(right, 1)
    return short if short[0] != short[1] else (_tail(left, 2), _tail(right, 2))


def refuse_bad_pair(left: str, right: str) -> None:
    """Raise an error for two sides that cannot be read as two texts.

    `InvalidSettings` when both are standard input, `UnreadableFile` when one
    or both are folders.
    """
    if left == right == STANDARD_INPUT:
        message = "both texts are to be read from standard input"
        raise InvalidSettings(message, hint="name one of the two as a file")
    # Not by pathlib: it takes the empty name for the current folder, and raises for one that is too long.
    folders = [side for side in (left, right) if side != STANDARD_INPUT and os.path.isdir(side)]  # noqa: PTH112
    if len(folders) == len((left, right)):
        message = f"{left} and {right} are folders"
        raise UnreadableFile(message, hint="name two files: folders are not compared yet")
    if folders:
        (folder,) = folders
        other = right if folder == left else left
        message = f"{folder} is a folder, and {other} is none"
        raise UnreadableFile(message, hint=f"name a file in {folder}")


def _tail(path: str, parts: int) -> str:
    if path == STANDARD_INPUT:
        return "standard input"
    pieces = [part for part in PurePath(path).parts if part != PurePath(path).anchor]
    # A name that is no UTF-8 comes as lone surrogates, which no report can hold.
    return "/".join(pieces[-parts:]).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
