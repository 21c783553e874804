"""A document as read: where it came from, its text as decoded, its paragraphs."""

import re
from typing import NamedTuple

from difftool.model.span import Span

_LINE_END = re.compile("\n")


class Document(NamedTuple):
    """Hold one witness: its text as decoded, never normalised, and its paragraphs.

    `length` and every span count code points of `text`; a byte order mark is
    not part of it, line ends are as in the file. `sha256` is of the bytes.
    `paragraphs` ascend and are disjoint; what lies between them is white space.
    `notes` tell what the reader could not do. `addresses`, one for each
    paragraph once the document was compared, tell where it stands as people
    cite it (第十七条第二款); empty where there is nothing to say.

    A document that came back from JSON knows its `length` but has no text:
    `text` is then empty (`has_text` is false).
    """

    name: str
    text: str
    paragraphs: tuple[Span, ...]
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    sha256: str = ""
    length: int = 0
    notes: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def has_text(self) -> bool:
        """Tell whether the text is here, or only its description."""
        return len(self.text) == self.length


def paragraph_spans(text: str) -> tuple[Span, ...]:
    r"""Find the paragraphs: runs between line ends, without the white space around them.

    Line ends are `\n`, `\r\n` and `\r`; empty lines are no paragraphs. Linear in the text.

    >>> paragraph_spans("一 \r\n\r\n  二三\r四")
    (Span(start=0, end=1), Span(start=8, end=10), Span(start=11, end=12))
    """
    found: list[Span] = []
    start = 0
    for end in (*[line.start() for line in _LINE_END.finditer(text.replace("\r", "\n"))], len(text)):
        if start < end:
            if not text[start].isspace() and not text[end - 1].isspace():
                found.append(Span(start, end))
            elif stripped := text[start:end].strip():
                start += len(text[start:end]) - len(text[start:end].lstrip())
                found.append(Span(start, start + len(stripped)))
        start = end + 1
    return tuple(found)


def document(text: str, name: str = "text") -> Document:
    r"""Make a document of a text that is at hand, as the readers do of bytes.

    >>> document("一\n二").paragraphs
    (Span(start=0, end=1), Span(start=2, end=3))
    """
    return Document(name=name, text=text, paragraphs=paragraph_spans(text), length=len(text))


def described(one: Document) -> dict[str, object]:
    """Write what every JSON output says of a document.

    >>> described(document("一", "a.txt"))["length"]
    1
    """
    return {
        "name": one.name,
        "media_type": one.media_type,
        "encoding": one.encoding,
        "sha256": one.sha256,
        "length": one.length,
    }
