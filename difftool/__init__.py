"""Tell exactly how two near-identical documents differ, and what kind each difference is.

This page is the map of the code. Data flows one way::

    bytes ─read→ Document ─view, align→ Link*, Edit* ─classify→ Change* → Comparison ─render→ html, json, text

==============  =============================================================================
`errors`        the family of errors, each with a hint
`model`         the values: Span, Document, Edit, Change, Mask, Link, Comparison; JSON (codec)
`view`          folded texts, masks, tokens and outline of one text
`align`         where one document stands in another, which paragraphs answer which, edits
`classify`      what sort of difference each edit is, what the documents are to each other
`read`          bytes of any encoding and format to a Document
`compare`       the recipe: the only place that knows the order of the steps
`inside`        one of them: edits of linked paragraphs, found and named, if need be side by side
`locate`        the other recipe: where one text stands in many
`masks`         the third: which masks texts have, where, and what each stands for
`check`         the recipe above both: what texts show of what they hide
`following`     the text that a comparison becomes when some of its changes are accepted
`review`        the recipe above both: verdicts on the changes in, the text that follows out
`laws`          what every comparison promises, checked on request
`render`        a Comparison as HTML, JSON or text
`store`         versions of documents over time, in one file
`cli`           the command line
==============  =============================================================================

This room knows nothing of its own: it only opens the doors.

>>> from difftool import Settings, compare, document
>>> result = compare(document("共****个部门。"), document("共xxxx个部门。"), Settings())
>>> result.relation.kind.value, [change.kind.value for change in result.changes]
('equivalent', ['mask'])
"""

from typing import TYPE_CHECKING

from difftool.check import check
from difftool.compare import compare
from difftool.errors import DifftoolError
from difftool.locate import locate
from difftool.masks import masks
from difftool.model import (
    Change,
    Comparison,
    Document,
    Equivalence,
    Kind,
    Mask,
    MaskStyle,
    Settings,
    Significance,
    Span,
    document,
)
from difftool.read import read, read_bytes
from difftool.review import review
from difftool.version import __version__

if TYPE_CHECKING:
    from difftool.store import Store

__all__ = [
    "Change",
    "Comparison",
    "DifftoolError",
    "Document",
    "Equivalence",
    "Kind",
    "Mask",
    "MaskStyle",
    "Settings",
    "Significance",
    "Span",
    "Store",
    "__version__",
    "check",
    "compare",
    "document",
    "locate",
    "masks",
    "read",
    "read_bytes",
    "review",
]


def __getattr__(name: str) -> object:
    """Open the store's door when it is asked for: SQLite takes 15 ms to load, and a comparison needs none."""
    if name == "Store":
        from difftool.store import Store as Opened  # noqa: PLC0415 - see above

        return Opened
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
