"""What a check found: places where a text says what it hides, and its JSON, the contract `difftool.check/1`.

The shape of the JSON is written down in `check.schema.json` beside this module. Nothing here ever
says that a text is safe: what was not found by the rules may be there all the same.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from difftool.model.document import Document, described
from difftool.model.span import Span
from difftool.model.surroundings import Surroundings, surroundings

__all__ = ["SCHEMA", "Audit", "Exposure", "Flaw", "Role", "Spot", "Strength", "to_json"]

SCHEMA = "difftool.check/1"
# Code points shown on either side of a place.
_CONTEXT = 10

_Around = Sequence[Callable[[Span], Surroundings]]


class Flaw(StrEnum):
    """The sort of what was found, in the order of display."""

    LEAK = "leak"
    TWO_MASKS = "two-masks"
    TWO_NAMES = "two-names"
    OVER_MASKING = "over-masking"


class Strength(StrEnum):
    """How sure it is that the places are one slot (design §6)."""

    STRONG = "strong"
    POSSIBLE = "possible"


class Role(StrEnum):
    """What stands at a place."""

    MASKED = "masked"
    SHOWN = "shown"


class Spot(NamedTuple):
    """Name a place: the document by its number, the span in its text, and what stands there."""

    document: int
    span: Span
    role: Role


class Exposure(NamedTuple):
    """Hold one finding: its places, the masked ones first, and the values that they show.

    `rule` is aligned (a comparison of two copies pairs the places), neighbours (eight of the twelve
    signs around them agree, or fewer where it is only possible), beside (the value stands next to its mask),
    term (the signs around the mask are those of a fixed term) or repeated (the value stands in the same
    words at many places). `agreement` is the number of neighbours that agree, of twelve; None where they
    were not asked. `unit` is what follows the mask.
    """

    flaw: Flaw
    strength: Strength
    rule: str
    reading: str
    unit: str
    values: tuple[str, ...]
    spots: tuple[Spot, ...]
    agreement: int | None = None


class Audit(NamedTuple):
    """Hold the documents with their texts, the first `checked` of them being those in question, and what was found.

    `masks` counts the masks of each document.
    """

    documents: tuple[Document, ...]
    checked: int
    masks: tuple[int, ...]
    findings: tuple[Exposure, ...]
    conceal: bool = False
    notes: tuple[str, ...] = ()


def to_json(audit: Audit, version: str) -> dict[str, object]:
    """Write a check as the JSON object of the contract; `version` is the tool's. Spans are in code points.

    >>> from difftool.model import document
    >>> to_json(Audit((document("一"),), 1, (0,), ()), "0.1.0")["summary"]
    {'findings': 0, 'strong': 0, 'possible': 0, 'by_kind': {}}
    """
    flaws = [one.flaw for one in audit.findings]
    strengths = [one.strength for one in audit.findings]
    files = [
        {**described(document), "notes": list(document.notes), "masks": count}
        for document, count in zip(audit.documents, audit.masks, strict=True)
    ]
    around = [surroundings(document, _CONTEXT) for document in audit.documents]
    return {
        "schema": SCHEMA,
        "tool": {"name": "difftool", "version": version},
        "settings": {"conceal": audit.conceal},
        "files": files[: audit.checked],
        "against": files[audit.checked :],
        "findings": [_exposure(one, audit, around) for one in audit.findings],
        "notes": list(audit.notes),
        "summary": {
            "findings": len(flaws),
            "strong": strengths.count(Strength.STRONG),
            "possible": strengths.count(Strength.POSSIBLE),
            "by_kind": {flaw.value: flaws.count(flaw) for flaw in Flaw if flaw in flaws},
        },
    }


def _exposure(one: Exposure, audit: Audit, around: _Around) -> dict[str, object]:
    return {
        "kind": one.flaw.value,
        "strength": one.strength.value,
        "rule": one.rule,
        "agreement": one.agreement,
        "reading": one.reading,
        "unit": one.unit,
        "values": list(one.values),
        "places": [_spot(spot, audit, around) for spot in one.spots],
    }


def _spot(spot: Spot, audit: Audit, around: _Around) -> dict[str, object]:
    document = audit.documents[spot.document]
    where = around[spot.document](spot.span)
    return {
        "role": spot.role.value,
        "file": document.name,
        "document": spot.document,
        "span": list(spot.span),
        **where._asdict(),
        "text": spot.span.of(document.text),
    }
