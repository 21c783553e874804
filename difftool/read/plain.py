r"""Read plain text and Markdown: the text is the file, sign by sign.

Stands among the readers. Knows nothing of what Markdown means: `\*` and `**`
may be masks, so nothing is rendered and nothing unescaped.
"""

from __future__ import annotations

from hashlib import sha256

from difftool.model import Document, paragraph_spans
from difftool.read.encoding import decode


def read_plain(content: bytes, name: str, encoding: str | None) -> Document:
    r"""Make a document of a plain text.

    Errors are those of `decode`. A file without any text is a document without paragraphs, and says so.

    >>> read_plain("一\r\n二".encode("gbk"), "a.txt", "gbk").paragraphs
    (Span(start=0, end=1), Span(start=3, end=4))
    """
    return _document(content, name, encoding, "text/plain")


def read_markdown(content: bytes, name: str, encoding: str | None) -> Document:
    """Make a document of a Markdown source, unrendered.

    >>> read_markdown(b"# **a**", "a.md", None).media_type
    'text/markdown'
    """
    return _document(content, name, encoding, "text/markdown")


def _document(content: bytes, name: str, encoding: str | None, media_type: str) -> Document:
    text, codec, notes = decode(content, encoding, name=name)
    paragraphs = paragraph_spans(text)
    if not paragraphs:
        notes = (*notes, "there is only white space in the file" if text else "the file is empty")
    return Document(
        name=name,
        text=text,
        paragraphs=paragraphs,
        media_type=media_type,
        encoding=codec,
        sha256=sha256(content).hexdigest(),
        length=len(text),
        notes=notes,
    )
