"""An export read line by line: each line checked by itself, and with those around it.

What is wrong is told with the file and the line. Holds one line and the bytes that it needs, however long the file.
Knows no database.
"""

from binascii import a2b_base64
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from difftool.errors import DifftoolError, UnknownFormat
from difftool.model.fields import Node
from difftool.store.contents import digest_of
from difftool.store.exchange import (
    SCHEMA,
    TYPES,
    Line,
    SightingLine,
    VersionLine,
    parsed,
)
from difftool.store.refusing import encoded, refuse, refuse_bad_fields, refuse_bad_order

__all__ = ["Entry", "Incoming"]

_HINT = "nothing was imported; take the file as 'difftool export' wrote it"
# A gigabyte, the most that a store takes, in base64; anything longer would only fill the memory.
_LONGEST = 3 << 29
# Types of which the exports of earlier versions have no line, and no count.
_LATER = {"forgotten": 0}

_NOT_NEEDED = "the line before has bytes that this one does not need"

_Fields = dict[str, object]


class Entry(NamedTuple):
    """Hold a line with its number, and the bytes that it is the first to need."""

    at: int
    line: Line
    content: bytes | None


class Incoming:
    """Read an export: first `header`, then `entries` to the end, which proves that all of it was there."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        """Take the bytes of a file, and its name for complaints."""
        self._stream, self.name = stream, name
        self.counts = dict.fromkeys(TYPES, 0)
        self._met = dict.fromkeys(TYPES, 0)
        self._at = 0
        self._digest = sha256()
        self._before: Line | None = None
        self._content: tuple[str, bytes] | None = None

    def wrong(self, at: int, cause: str, hint: str = _HINT) -> UnknownFormat:
        """Make the error that says what is wrong with a line."""
        return UnknownFormat(f"{self.name}:{at}: {cause}", hint=hint)

    def header(self) -> None:
        """Read the first line, and learn `counts`, those of the lines by type.

        Raises `UnknownFormat` for what is no export, is of another schema, or has its values concealed.
        """
        raw = self._next()
        try:
            fields = parsed(raw)
        except ValueError:
            fields = {}
        schema = fields.get("schema")
        if not isinstance(schema, str) or not schema.startswith(SCHEMA.rstrip("0123456789")):
            message = f"{self.name} is {'no export of a store' if raw else 'empty'}"
            raise UnknownFormat(message, hint="'difftool export -o FILE' writes what can be imported")
        if schema != SCHEMA:
            message = f"{self.name} is an export of schema {schema}, and only {SCHEMA} is known"
            raise UnknownFormat(message, hint="update difftool; nothing was imported")
        self._digest.update(raw)
        try:
            header = Node(fields, "the header", _HINT)
            is_concealed = header.at("concealed").read(bool)
            counts = header.at("counts")
            self.counts = {kind: counts.at(kind, _LATER.get(kind)).read(int) for kind in TYPES}
        except DifftoolError as failure:
            raise self.wrong(1, str(failure)) from None
        if is_concealed:
            message = f"{self.name} was exported with concealed values: it is for reading, and not what was tracked"
            raise UnknownFormat(message, hint="export the store again without --conceal-values")

    def entries(self) -> Iterator[Entry]:
        """Read line after line. Raises `UnknownFormat` where one has no meaning, is missing or was altered."""
        while raw := self._next():
            try:
                fields = parsed(raw)
                kind = fields.pop("type", None)
                if kind == "end":
                    self._end(fields)
                    return
                entry = self._entry(kind, fields)
            except (ValueError, DifftoolError) as failure:
                raise self.wrong(self._at, str(failure)) from None
            self._digest.update(raw)
            if entry:
                yield entry
        message = f"{self.name} is cut off after line {self._at}"
        raise UnknownFormat(message, hint=_HINT)

    def _next(self) -> bytes:
        raw = self._stream.readline(_LONGEST)
        self._at += bool(raw)
        if len(raw) == _LONGEST:
            raise self.wrong(self._at, "the line is too long")
        return raw

    def _entry(self, kind: object, fields: _Fields) -> Entry | None:
        """Make the entry of a line; None for bytes, which wait for the next one. Raises `ValueError`."""
        if kind == "content":
            refuse(self._content is not None, _NOT_NEEDED)
            self._content = _content(fields)
            return None
        known = TYPES.get(kind) if isinstance(kind, str) else None
        if known is None:
            message = "it has no type" if kind is None else f"{str(kind)[:40]!r} is no type of a line"
            raise ValueError(message)
        _refuse_other_fields(fields, known._fields)
        line = Node(fields, str(kind), _HINT).read(known)
        refuse_bad_fields(line)
        refuse_bad_order(self._before, line)
        content, self._content = self._content, None
        refuse(content is not None and content[0] != _needed(line), _NOT_NEEDED)
        self._before = line
        self._met[str(kind)] += 1
        return Entry(self._at, line, content and content[1])

    def _end(self, fields: _Fields) -> None:
        """Prove that all of the file was there, as it was written. Raises `ValueError`."""
        _refuse_other_fields(fields, ("lines", "sha256"))
        refuse(self._content is not None, _NOT_NEEDED)
        refuse_bad_order(self._before, None)
        lines = Node(fields, "end", _HINT).at("lines").read(int)
        refuse(lines != self._at - 1, f"{self._at - 1:,} lines stand before it, and not {lines:,}")
        refuse(fields["sha256"] != self._digest.hexdigest(), "the file is not what was exported: a line was altered")
        for kind, count in self._met.items():
            refuse(count != self.counts[kind], f"the header tells of {self.counts[kind]:,} {kind} lines, not {count:,}")
        refuse(bool(self._stream.read(1)), "something stands after the end")


def _content(fields: _Fields) -> tuple[str, bytes]:
    """Read bytes, proved by their digest, which comes with them."""
    form = "text" if "text" in fields else "base64"
    _refuse_other_fields(fields, ("sha256", form))
    value = Node(fields, "content", _HINT).at(form).read(str)
    content = encoded(value) if form == "text" else _decoded(value)
    digest = digest_of(content).hex()
    refuse(digest != fields["sha256"], "the bytes are not those of the digest")
    return digest, content


def _decoded(text: str) -> bytes:
    try:
        return a2b_base64(text, strict_mode=True)
    except ValueError:
        message = "content.base64 is no base64"
        raise ValueError(message) from None


def _needed(line: Line) -> str:
    """Give the digest of the bytes that a line speaks of."""
    return line.text if isinstance(line, VersionLine) else line.raw if isinstance(line, SightingLine) else ""


def _refuse_other_fields(fields: _Fields, known: Sequence[str]) -> None:
    missing, unknown = [name for name in known if name not in fields], fields.keys() - set(known)
    refuse(bool(missing), f"the field {next(iter(missing), '')} is missing")
    refuse(bool(unknown), f"the field {min(unknown, default='')[:40]!r} is not known")
