"""The recipe of an inventory: documents in, their masks out, each with its place and the reading of its slot.

Stands beside `compare`. Knows nothing of files, nor how an inventory is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difftool.model import Document, MaskStyle, Span
    from difftool.model.inventory import Inventory, Spot

__all__ = ["masks"]

_AROUND = 12  # code points of the paragraph to either side, enough to know a sentence by


def masks(documents: Iterable[Document], styles: tuple[MaskStyle, ...] = ()) -> Inventory:
    """List the masks of documents, and the places where a number is gone without a placeholder.

    By document in the order given, then by span; `styles` are masks of the user's own. What only a
    partner's value would show to be a mask is not listed. The texts are let go one by one. Linear in each.

    >>> from difftool.model import document
    >>> found = masks([document("第三条 于****年选派多人次。")])
    >>> [(one.mask.text, one.mask.reading, one.spot.address) for one in found.masks]
    [('****', 'year', '第三条')]
    >>> [(one.span.start, one.unit) for one in found.vanished]
    [(12, '多人次')]
    """
    from difftool.classify.inventory import masks_of  # noqa: PLC0415 - `compare` opens this door and does not go through
    from difftool.model.inventory import Inventory, Listed, Vanished  # noqa: PLC0415 - as above
    from difftool.view.vanished import vanished  # noqa: PLC0415 - as above

    described: list[Document] = []
    listed: list[Listed] = []
    gone: list[Vanished] = []
    for index, document in enumerate(documents):
        own, missing = masks_of(document.text, {}, styles), vanished(document.text)
        spots = _Spots(document, index) if own or missing else None
        if spots:
            listed += [Listed(spots.at(mask.span), mask) for mask in own]
            gone += [Vanished(spots.at(one.span), one.span, one.reading, one.unit) for one in missing]
        described.append(document._replace(text=""))
    return Inventory(tuple(described), tuple(listed), tuple(gone))


class _Spots:
    """Know the paragraphs, lines and addresses of one document."""

    def __init__(self, document: Document, index: int) -> None:
        """Count the lines and read the outline, once."""
        import re  # noqa: PLC0415 - as below

        from difftool.view.outline import cite, outline  # noqa: PLC0415 - only a document with masks needs it

        self.document, self.index = document, index
        self.addresses = [cite(address) for address in outline(document)]
        self.ends = [found.start() for found in re.finditer(r"\r\n?|\n", document.text)]

    def at(self, span: Span) -> Spot:
        """Say where a span stands."""
        from bisect import bisect_left  # noqa: PLC0415 - as above

        from difftool.model.inventory import Spot  # noqa: PLC0415 - as above

        paragraphs, text = self.document.paragraphs, self.document.text
        # An empty span at the end of a paragraph belongs to it.
        number = min(bisect_left(paragraphs, max(span.end, 1), key=lambda one: one.end), len(paragraphs) - 1)
        paragraph = paragraphs[number]
        return Spot(
            document=self.index,
            paragraph=number + 1,
            line=bisect_left(self.ends, span.start) + 1,
            address=self.addresses[number],
            before=text[max(paragraph.start, span.start - _AROUND) : span.start],
            after=text[span.end : min(paragraph.end, span.end + _AROUND)],
        )
