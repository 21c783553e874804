"""Documents out of bytes: one reader per format, found by the suffix.

Stands beside `compare`, first in the flow: bytes go in, a `Document` comes out.
Knows nothing of a second document, nor of what its text will be compared with.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from difftool.errors import UnreadableFile
from difftool.model import Document
from difftool.read.plain import read_markdown, read_plain

__all__ = ["READERS", "load", "read", "read_bytes"]

Reader = Callable[[bytes, str, str | None], Document]

# The table of readers. A new format is a module and a row; what stands in no row is tried as plain text.
READERS: dict[str, Reader] = {
    "": read_plain,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".text": read_plain,
    ".txt": read_plain,
}


def read(path: str, *, encoding: str | None = None, name: str | None = None) -> Document:
    """Read one file as a document, called `name` or else by its base name.

    Spans of the document count code points of its text as decoded. Raises `UnreadableFile` when the file
    cannot be opened or holds no text, `InvalidSettings` when `encoding` names none. Linear in the file.

    >>> read("no such file.txt")
    Traceback (most recent call last):
    ...
    difftool.errors.UnreadableFile: no such file.txt does not exist
    """
    content = load(path)
    shown = _printable(name or os.path.basename(path))  # noqa: PTH119 - as above
    return _reader(path)(content, shown, encoding)


def load(path: str) -> bytes:
    """Read the bytes of a file. Raises `UnreadableFile` when it cannot be opened."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib is not imported for one call
            return file.read()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def read_bytes(content: bytes, name: str, *, encoding: str | None = None) -> Document:
    """Read bytes that are at hand, such as standard input, by the suffix of `name`.

    Raises as `read` does.

    >>> read_bytes(b"a", "a.md").media_type
    'text/markdown'
    """
    return _reader(name)(content, name, encoding)


def _reader(path: str) -> Reader:
    """Find the reader for a suffix; plain text for those that nobody knows."""
    return READERS.get(os.path.splitext(path)[1].lower(), read_plain)  # noqa: PTH122 - as above


def _printable(path: str) -> str:
    """Show a name that is no valid text in the file system's encoding."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _unreadable(path: str, error: OSError | ValueError) -> UnreadableFile:
    """Say why a file could not be opened, and what to do."""
    shown = _printable(path)
    match error:
        case FileNotFoundError() if path:
            message = f"{shown} does not exist"
            hint = "check the spelling; a relative path starts from the current folder"
        case IsADirectoryError():
            message, hint = f"{shown} is a folder", "name a file inside it"
        case PermissionError():
            message, hint = (
                f"{shown} may not be read",
                "ask its owner for read permission, or copy it to a place of yours",
            )
        case NotADirectoryError():
            message = f"{shown} does not exist: a part of its path is a file, not a folder"
            hint = "check the path"
        case OSError(strerror=str(reason)) if path:
            message, hint = (
                f"{shown} cannot be read: {reason.lower()}",
                "check the path and the disk, or copy the file elsewhere",
            )
        case _:
            message, hint = f"{shown!r} is no name of a file", "give the path of a text file"
    return UnreadableFile(message, hint=hint)
