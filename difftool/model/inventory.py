"""The masks of documents, each with its place: the answer of `masks`, and its JSON, the contract `difftool.masks/1`.

The shape of the JSON is written down in `inventory.schema.json` beside this module.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from difftool.model.document import Document, described
from difftool.model.mask import Mask
from difftool.model.places import Unread
from difftool.model.span import Span

__all__ = ["SCHEMA", "Inventory", "Listed", "Spot", "Vanished", "masks_json", "to_json", "vanished_json"]

SCHEMA = "difftool.masks/1"


class Spot(NamedTuple):
    """Say where in which document (an index) something stands, and what stands around it.

    Paragraphs and lines count from 1; `address` is the place as people cite it (第三条第二款), empty where the text
    has no order. `before` and `after` are the neighbours in the paragraph, as in the source.
    """

    document: int
    paragraph: int
    line: int
    address: str
    before: str
    after: str


class Listed(NamedTuple):
    """Hold one mask with its place."""

    spot: Spot
    mask: Mask


class Vanished(NamedTuple):
    """Name a place where a number must have stood and nothing stands: the empty span, its reading and unit."""

    spot: Spot
    span: Span
    reading: str
    unit: str


class Inventory(NamedTuple):
    """Hold the masks of documents, whose texts are not kept, and the numbers that are gone, in their order."""

    documents: tuple[Document, ...]
    masks: tuple[Listed, ...]
    vanished: tuple[Vanished, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def by_style(self) -> dict[str, int]:
        """Count the masks by style, the most frequent first."""
        return _counts(one.mask.style for one in self.masks)

    @property
    def by_reading(self) -> dict[str, int]:
        """Count the masks by reading, the most frequent first."""
        return _counts(one.mask.reading for one in self.masks)


def _counts(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items(), key=lambda count: (-count[1], count[0])))


def to_json(inventory: Inventory, version: str) -> dict[str, object]:
    """Write an inventory as the JSON object of the contract; `version` is the tool's. Spans are in code points.

    >>> to_json(Inventory((), (), ()), "0.1.0")["summary"]
    {'masks': 0, 'vanished': 0, 'by_style': {}, 'by_reading': {}}
    """
    return {
        "schema": SCHEMA,
        "tool": {"name": "difftool", "version": version},
        "documents": [{**described(one), "notes": list(one.notes)} for one in inventory.documents],
        "masks": masks_json(inventory),
        "vanished": vanished_json(inventory),
        "summary": {
            "masks": len(inventory.masks),
            "vanished": len(inventory.vanished),
            "by_style": inventory.by_style,
            "by_reading": inventory.by_reading,
        },
        "unread": [unread._asdict() for unread in inventory.unread],
    }


def masks_json(inventory: Inventory) -> list[dict[str, Any]]:
    """Write each mask with its place as a row of the contract."""
    return [
        {
            **_place(one.spot, one.mask.span, inventory),
            "text": one.mask.text,
            "style": one.mask.style,
            "width": one.mask.width,
            "shown": one.mask.shown,
            "reading": one.mask.reading,
            "unit": one.mask.unit,
            "nature": one.mask.nature.value,
            "before": one.spot.before,
            "after": one.spot.after,
        }
        for one in inventory.masks
    ]


def vanished_json(inventory: Inventory) -> list[dict[str, Any]]:
    """Write each number that is gone with its place as a row of the contract."""
    return [
        {
            **_place(one.spot, one.span, inventory),
            "reading": one.reading,
            "unit": one.unit,
            "before": one.spot.before,
            "after": one.spot.after,
        }
        for one in inventory.vanished
    ]


def _place(spot: Spot, span: Span, inventory: Inventory) -> dict[str, object]:
    return {
        "file": inventory.documents[spot.document].name,
        "document": spot.document,
        "span": list(span),
        "paragraph": spot.paragraph,
        "line": spot.line,
        "address": spot.address,
    }
