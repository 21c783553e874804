"""A comparison in a form to look at or to pass on: the table of renderers.

Stands behind `compare`, in front of the command line: takes a comparison and the
two texts, gives one string. Knows no file, no terminal's width and no clock: the
same comparison gives the same characters, on every machine.
"""

from __future__ import annotations

from collections.abc import Callable

from difftool.errors import InvalidSettings, UnknownFormat
from difftool.model import Comparison, Document, Side

__all__ = ["FORMATS", "SUFFIXES", "render"]


def _json(comparison: Comparison, _left: Document, _right: Document, version: str) -> str:
    """Write the JSON of the contract."""
    from difftool.model.codec import to_json  # noqa: PLC0415 - only this format needs it
    from difftool.render.json import as_text  # noqa: PLC0415 - as above

    return as_text(to_json(comparison, version))


def _html(comparison: Comparison, left: Document, right: Document, version: str) -> str:
    """Write the report as one page."""
    from difftool.render.html import page  # noqa: PLC0415 - a template engine is loaded only when used

    return page(comparison, left, right, version)


def _text(comparison: Comparison, left: Document, right: Document, _version: str) -> str:
    """Write the view of the terminal without colour, and with every change."""
    from difftool.render.pieces import plain  # noqa: PLC0415 - each format loads its own
    from difftool.render.terminal import pieces  # noqa: PLC0415 - as above

    return plain(pieces(comparison, left, right))


FORMATS: dict[str, Callable[[Comparison, Document, Document, str], str]] = {
    "html": _html,
    "json": _json,
    "text": _text,
}

SUFFIXES = {".htm": "html", ".html": "html", ".json": "json", ".txt": "text"}


def render(comparison: Comparison, left: Document, right: Document, form: str, *, version: str) -> str:
    """Write the comparison in one of `FORMATS`; `left` and `right` hold the texts compared.

    `version` is the tool's. Where the settings say so, recovered values are concealed.
    The result can be encoded as UTF-8 whatever the texts hold.
    Raises `UnknownFormat` for another name, `InvalidSettings` for texts that were not the ones compared.

    >>> from difftool.model import Relation, RelationKind, Settings, Span, document
    >>> text, whole = document("一"), Span(0, 1)
    >>> same = Relation(RelationKind.IDENTICAL, None, whole, whole, 1.0, 1.0, 1.0, layout_differs=False)
    >>> comparison = Comparison(text, text, Settings(), same, (), ())
    >>> render(comparison, text, text, "pdf", version="0.1.0")
    Traceback (most recent call last):
    difftool.errors.UnknownFormat: no format is called pdf
    """
    for side, given, compared in ((Side.LEFT, left, comparison.left), (Side.RIGHT, right, comparison.right)):
        if not given.has_text or (given.length, given.sha256) != (compared.length, compared.sha256):
            message = f"the text given for {side} is not the one compared"
            raise InvalidSettings(message, hint="compare the two files again")
    if form not in FORMATS:
        message = f"no format is called {form}"
        raise UnknownFormat(message, hint=f"choose one of {', '.join(sorted(FORMATS))}")
    if comparison.settings.conceal:
        from difftool.render.concealing import concealed  # noqa: PLC0415 - few reports conceal anything

        comparison, left, right = concealed(comparison, left, right)
    return FORMATS[form](comparison, left, right, version)
