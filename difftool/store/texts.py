"""The text of a version, proved, and the document that it makes. Knows no state."""

import sqlite3

from difftool.model import Document, paragraph_spans
from difftool.model.lineages import Sighting
from difftool.store.contents import Near, content
from difftool.store.lineages import Version
from difftool.store.names import MARK
from difftool.store.rows import damage

__all__ = ["document_of", "text_of"]


def text_of(db: sqlite3.Connection, version: Version, near: Near | None = None) -> str:
    """Give the text of a version; `near` is as in `content`. Raises `DamagedStore`."""
    try:
        text = content(db, version.text, near).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = ""
    if len(text) != version.characters:
        cause = f"the text of version {version.number} is not what was put in"
        raise damage(cause)
    return text


def document_of(db: sqlite3.Connection, name: str, version: Version, seen: Sighting) -> Document:
    """Make the document of a version, as it was read when it was seen."""
    text = text_of(db, version)
    return Document(
        name=f"{name}{MARK}{version.number}",
        text=text,
        paragraphs=paragraph_spans(text),
        media_type=seen.media_type,
        encoding=seen.encoding,
        sha256=seen.sha256,
        length=len(text),
        notes=seen.notes,
    )
