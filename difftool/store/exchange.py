"""The contract `difftool.store/1`: a store as lines of JSON in UTF-8, written down in `export.schema.json`.

::

    {"schema":"difftool.store/1","tool":{…},"concealed":false,"counts":{"lineage":1,"version":1,…}}
    {"type":"lineage","name":"law.txt","created":"2026-11-22T18:05:36Z"}
    {"type":"content","sha256":"…","text":"…"}
    {"type":"version","lineage":"law.txt","number":1,"text":"…","characters":12,"promulgated":null}
    {"type":"sighting","lineage":"law.txt","version":1,"raw":"…","path":"law.txt",…,"turns":true}
    {"type":"label","lineage":"law.txt","name":"2016","version":1}
    {"type":"viewing","lineage":"law.txt","version":1,"seen":"2026-11-22T18:05:36Z"}
    {"type":"forgotten","lineage":"law.txt","number":3}
    {"type":"proposal","lineage":"copy.txt","likely":"law.txt"}
    {"type":"end","lines":10,"sha256":"…"}

A document is told by its name, a version by its number, bytes by their SHA-256. Sightings stand in the order of
tracking; a document stands before its first version, and a version right before its first sighting, which turns.
Bytes stand once, right before the first line that needs them: as `text` if they are UTF-8, else in `base64`. The
last line counts the lines before it, and has the SHA-256 of all bytes before it.

Exports from before schema 2 of the store have no line and no count of what was forgotten, and are taken in as well.

Knows what a line looks like, and no database: what it refers to, `importing` looks up.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import NamedTuple, NoReturn, cast

from difftool.model.plain import plain
from difftool.store.contents import digest_of

__all__ = [
    "SCHEMA",
    "TYPES",
    "ForgottenLine",
    "LabelLine",
    "Line",
    "LineageLine",
    "ProposalLine",
    "SightingLine",
    "VersionLine",
    "ViewingLine",
    "as_content",
    "as_end",
    "as_header",
    "as_line",
    "parsed",
]

SCHEMA = "difftool.store/1"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DIGITS = 9  # of a whole number; no store comes near


class LineageLine(NamedTuple):
    """Name a document, and the moment when it was first tracked."""

    name: str
    created: str


class VersionLine(NamedTuple):
    """Say that a document has a text; `text` is the digest of it in UTF-8."""

    lineage: str
    number: int
    text: str
    characters: int
    promulgated: str | None


class SightingLine(NamedTuple):
    """Say that a version was seen; `raw` is the digest of the bytes that it was seen as."""

    lineage: str
    version: int
    raw: str
    path: str
    source: str
    media_type: str
    encoding: str
    notes: tuple[str, ...]
    seen: str
    given: str | None
    turns: bool


class LabelLine(NamedTuple):
    """Give a version a label."""

    lineage: str
    name: str
    version: int


class ViewingLine(NamedTuple):
    """Say which version of a document was looked at last, and when."""

    lineage: str
    version: int
    seen: str


class ForgottenLine(NamedTuple):
    """Say which number a forgotten version of a document had, the highest of them."""

    lineage: str
    number: int


class ProposalLine(NamedTuple):
    """Say that a document is likely a version of another one."""

    lineage: str
    likely: str


Line = LineageLine | VersionLine | SightingLine | LabelLine | ViewingLine | ForgottenLine | ProposalLine

TYPES: dict[str, type[Line]] = {
    "lineage": LineageLine,
    "version": VersionLine,
    "sighting": SightingLine,
    "label": LabelLine,
    "viewing": ViewingLine,
    "forgotten": ForgottenLine,
    "proposal": ProposalLine,
}
_NAMES = {kind: name for name, kind in TYPES.items()}


def as_header(counts: Mapping[str, int], version: str, *, concealed: bool) -> bytes:
    """Write the first line; `version` is the tool's, `counts` are those of the lines by type."""
    tool = {"name": "difftool", "version": version}
    return _written({"schema": SCHEMA, "tool": tool, "concealed": concealed, "counts": dict(counts)})


def as_line(line: Line) -> bytes:
    r"""Write a line.

    >>> as_line(LabelLine("law.txt", "2016", 1))
    b'{"type":"label","lineage":"law.txt","name":"2016","version":1}\n'
    """
    return _written({"type": _NAMES[type(line)], **cast("dict[str, object]", plain(line))})


def as_content(content: bytes) -> bytes:
    r"""Write bytes as a line.

    >>> as_content(bytes([255])).partition(b'"base64"')[2]
    b':"/w=="}\n'
    """
    digest = digest_of(content).hex()
    try:
        return _written({"type": "content", "sha256": digest, "text": content.decode()})
    except UnicodeDecodeError:
        return _written({"type": "content", "sha256": digest, "base64": b64encode(content).decode()})


def as_end(lines: int, digest: str) -> bytes:
    """Write the last line: how many stand before it, and the digest of their bytes."""
    return _written({"type": "end", "lines": lines, "sha256": digest})


def _written(fields: Mapping[str, object]) -> bytes:
    return _ENCODER.encode(fields).encode() + b"\n"


def parsed(raw: bytes) -> dict[str, object]:
    """Read the fields of a line, whatever they are. Raises `ValueError`, which says what is wrong.

    >>> parsed(b'{"a": 1, "a": 2}')
    Traceback (most recent call last):
    ...
    ValueError: a field stands in it twice
    """
    try:
        found = json.loads(
            raw.decode(), object_pairs_hook=_object, parse_int=_whole, parse_float=_no_whole, parse_constant=_no_whole
        )
    except UnicodeDecodeError:
        message = "it is not in UTF-8"
        raise ValueError(message) from None
    except json.JSONDecodeError as failure:
        message = f"it is no JSON: {failure.msg.lower()} at character {failure.pos + 1:,}"
        raise ValueError(message) from None
    except RecursionError:
        message = "it is nested too deeply"
        raise ValueError(message) from None
    if not isinstance(found, dict):
        message = "it is no object"
        raise ValueError(message)  # noqa: TRY004 - it is a value of the file, and not of the caller
    return found


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        message = "a field stands in it twice"
        raise ValueError(message)
    return found


def _whole(text: str) -> int:
    if len(text) > _DIGITS:
        message = f"the number {text[:_DIGITS]}… is too large"
        raise ValueError(message)
    return int(text)


def _no_whole(text: str) -> NoReturn:
    message = f"{text[:20]} is no whole number"
    raise ValueError(message)
