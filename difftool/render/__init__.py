"""A comparison in a form to look at or to pass on: the table of renderers.

Stands behind `compare`, in front of the command line: takes a comparison and the
two texts, gives one string, or the bytes of an office document. Knows no file, no terminal's width and no clock: the
same comparison gives the same characters and bytes, on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple, overload

from difftool.errors import InvalidSettings, UnknownFormat
from difftool.model import Comparison, Document, Side

if TYPE_CHECKING:
    from difftool.render.json import Pieces

__all__ = ["FORMATS", "LANGUAGES", "SUFFIXES", "Look", "json_pieces", "render"]

LANGUAGES = ("en", "zh")


class Look(NamedTuple):
    """Say how a report is to look, where its format has a choice.

    `language` is one of `LANGUAGES`: without one, the page is in English and a table in the language of the left text.
    With `context`, unchanged paragraphs farther than so many from a changed one are left out of the page. `command`
    is the one that makes the report again from the names of the two documents.
    """

    language: str | None = None
    context: int | None = None
    command: str = "compare"


_PLAIN = Look()


def _json(comparison: Comparison, _left: Document, _right: Document, version: str, _look: Look) -> str:
    """Write the JSON of the contract."""
    from difftool.model.codec import streamed  # noqa: PLC0415 - only this format needs it
    from difftool.render.json import as_text  # noqa: PLC0415 - as above

    return as_text(streamed(comparison, version))


def _html(comparison: Comparison, left: Document, right: Document, version: str, look: Look) -> str:
    """Write the report as one page."""
    from difftool.render.html import page  # noqa: PLC0415 - a template engine is loaded only when used

    return page(comparison, left, right, version, **look._asdict())


def _text(comparison: Comparison, left: Document, right: Document, _version: str, _look: Look) -> str:
    """Write the view of the terminal without colour, and with every change."""
    from difftool.render.pieces import plain  # noqa: PLC0415 - each format loads its own
    from difftool.render.terminal import pieces  # noqa: PLC0415 - as above

    return plain(pieces(comparison, left, right))


def _table_docx(comparison: Comparison, left: Document, right: Document, _version: str, look: Look) -> bytes:
    """Write the table of clauses as an office document."""
    from difftool.render.table import table  # noqa: PLC0415 - each format loads its own
    from difftool.render.table_docx import office_document  # noqa: PLC0415 - as above

    return office_document(table(comparison, left, right, look.language))


def _table_html(comparison: Comparison, left: Document, right: Document, version: str, look: Look) -> str:
    """Write the table of clauses as one page."""
    from difftool.render.table import table  # noqa: PLC0415 - each format loads its own
    from difftool.render.table_html import page  # noqa: PLC0415 - as above

    return page(table(comparison, left, right, look.language), version)


FORMATS: dict[str, Callable[[Comparison, Document, Document, str, Look], str | bytes]] = {
    "html": _html,
    "json": _json,
    "table-docx": _table_docx,
    "table-html": _table_html,
    "text": _text,
}

SUFFIXES = {".docx": "table-docx", ".htm": "html", ".html": "html", ".json": "json", ".txt": "text"}


@overload
def render(
    comparison: Comparison,
    left: Document,
    right: Document,
    form: Literal["html", "json", "table-html", "text"],
    *,
    version: str,
    look: Look = ...,
) -> str: ...
@overload
def render(
    comparison: Comparison,
    left: Document,
    right: Document,
    form: Literal["table-docx"],
    *,
    version: str,
    look: Look = ...,
) -> bytes: ...
@overload
def render(
    comparison: Comparison, left: Document, right: Document, form: str, *, version: str, look: Look = ...
) -> str | bytes: ...
def render(  # noqa: PLR0913 - what is written, and how
    comparison: Comparison, left: Document, right: Document, form: str, *, version: str, look: Look = _PLAIN
) -> str | bytes:
    """Write the comparison in one of `FORMATS`; `left` and `right` hold the texts compared.

    `version` is the tool's, `look` says what a format leaves open. Where the settings say so,
    recovered values are concealed.
    A string can be encoded as UTF-8 whatever the texts hold; an office document is bytes.
    Raises `UnknownFormat` for another name, `InvalidSettings` for texts that were not the ones compared.

    >>> from difftool.model import Relation, RelationKind, Settings, Span, document
    >>> text, whole = document("一"), Span(0, 1)
    >>> same = Relation(RelationKind.IDENTICAL, None, whole, whole, 1.0, 1.0, 1.0, layout_differs=False)
    >>> comparison = Comparison(text, text, Settings(), same, (), ())
    >>> render(comparison, text, text, "pdf", version="0.1.0")
    Traceback (most recent call last):
    difftool.errors.UnknownFormat: no format is called pdf
    """
    _refuse_others(comparison, left, right)
    if form not in FORMATS:
        message = f"no format is called {form}"
        raise UnknownFormat(message, hint=f"choose one of {', '.join(sorted(FORMATS))}")
    return FORMATS[form](*_seen(comparison, left, right), version, look)


def json_pieces(comparison: Comparison, left: Document, right: Document, *, version: str) -> Pieces:
    """Write the comparison as `render` does in the format json, in UTF-8 and piece by piece.

    The text of a book's changes is as long as the book, or many times that.
    """
    from difftool.model.codec import streamed  # noqa: PLC0415 - only this format needs it
    from difftool.render.json import Pieces  # noqa: PLC0415 - as above

    _refuse_others(comparison, left, right)
    return Pieces(partial(streamed, _seen(comparison, left, right)[0], version))


def _refuse_others(comparison: Comparison, left: Document, right: Document) -> None:
    """Raise `InvalidSettings` for texts that were not the ones compared."""
    for side, given, compared in ((Side.LEFT, left, comparison.left), (Side.RIGHT, right, comparison.right)):
        if not given.has_text or (given.length, given.sha256) != (compared.length, compared.sha256):
            message = f"the text given for {side} is not the one compared"
            raise InvalidSettings(message, hint="compare the two files again")


def _seen(comparison: Comparison, left: Document, right: Document) -> tuple[Comparison, Document, Document]:
    """Conceal what the settings want concealed."""
    if not comparison.settings.conceal:
        return comparison, left, right
    from difftool.render.concealing import concealed  # noqa: PLC0415 - few reports conceal anything

    return concealed(comparison, left, right)
