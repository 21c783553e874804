"""The words of the report in Chinese: the answer, the kinds, what the core told, the labels of the page.

Stands beside `answer` and `words`, whose twins are here, in front of the page that shows
them. Knows nothing of HTML, and decides nothing: what is said, and what must not be, is told by `saying`.
"""

from __future__ import annotations

from difftool.render.chinese.labels import LABELS
from difftool.render.chinese.sentence import answer
from difftool.render.chinese.telling import told
from difftool.render.chinese.words import (
    DETAILS,
    FACTS,
    FINDINGS,
    FITS,
    KINDS,
    LINKS,
    NATURES,
    READINGS,
    RELATIONS,
    SIDES,
    SIGNIFICANCES,
    counted,
    explain,
    note,
    percent,
)

__all__ = [
    "DETAILS",
    "FACTS",
    "FINDINGS",
    "FITS",
    "KINDS",
    "LABELS",
    "LINKS",
    "NATURES",
    "READINGS",
    "RELATIONS",
    "SIDES",
    "SIGNIFICANCES",
    "answer",
    "counted",
    "explain",
    "note",
    "percent",
    "told",
]
