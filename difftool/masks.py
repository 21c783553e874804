"""The recipe of an inventory: documents in, their masks out, each with its place and the reading of its slot.

Stands beside `compare`. Knows nothing of files, nor how an inventory is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difftool.model import Document, MaskStyle
    from difftool.model.inventory import Inventory

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
    return gathered(taken(document, styles) for document in documents)


def taken(document: Document, styles: tuple[MaskStyle, ...]) -> Inventory:
    """Take the inventory of one document: the part of `masks` that needs no other."""
    from difftool.classify.inventory import masks_of  # noqa: PLC0415 - `compare` opens this door and does not go through
    from difftool.model.inventory import Inventory, Listed, Spot, Vanished  # noqa: PLC0415 - as above
    from difftool.model.surroundings import surroundings  # noqa: PLC0415 - as above
    from difftool.view.outline import cited, outline  # noqa: PLC0415 - as above
    from difftool.view.vanished import vanished  # noqa: PLC0415 - as above

    own, missing = masks_of(document.text, {}, styles), vanished(document.text)
    bare = document._replace(text="")
    if not (own or missing):
        return Inventory((bare,), (), ())
    addressed = document._replace(addresses=tuple(cited(outline(document))))
    around = surroundings(addressed, _AROUND)
    listed = [Listed(Spot(0, *around(mask.span)), mask) for mask in own]
    gone = [Vanished(Spot(0, *around(one.span)), one.span, one.reading, one.unit) for one in missing]
    return Inventory((bare,), tuple(listed), tuple(gone))


def gathered(inventories: Iterable[Inventory]) -> Inventory:
    """Make one of inventories of a document each, in their order."""
    from difftool.model.inventory import Inventory  # noqa: PLC0415 - as above

    every = list(inventories)
    placed = [
        [one._replace(spot=one.spot._replace(document=at)) for one in some.masks] for at, some in enumerate(every)
    ]
    gone = [
        [one._replace(spot=one.spot._replace(document=at)) for one in some.vanished] for at, some in enumerate(every)
    ]
    documents = tuple([document for one in every for document in one.documents])
    return Inventory(documents, tuple(chain.from_iterable(placed)), tuple(chain.from_iterable(gone)))
