"""Where a text was found: the answer of `locate`, and its JSON, the contract `difftool.places/1`.

The shape of the JSON is written down in `places.schema.json` beside this module.
"""

from typing import NamedTuple

from difftool.model.comparison import Section
from difftool.model.document import Document, described
from difftool.model.span import Span

__all__ = ["SCHEMA", "Finds", "Location", "Ranked", "Search", "Unread", "to_json"]

SCHEMA = "difftool.places/1"


class Location(NamedTuple):
    """Name one place: in which haystack (an index), where in its text, and how much of the needle stands there.

    `span` counts code points, `lines` is a range `[first, last]` of lines counted from 1.
    `coverage` is the share of the needle's paragraph code points that answer there, `similarity`
    1 minus the edited code points over those linked.
    """

    haystack: int
    span: Span
    lines: tuple[int, int]
    section: Section | None
    coverage: float
    similarity: float


# A place and what it is ranked by, the best first.
Ranked = tuple[tuple[object, ...], Location]


class Finds(NamedTuple):
    """Hold what one haystack, whose text is not kept, has of the needle: its places by their rank, and notes on it."""

    haystack: Document
    places: tuple[Ranked, ...]
    runner_up: Ranked | None
    notes: tuple[str, ...]


class Unread(NamedTuple):
    """Name a file of a folder that was passed over, and say why."""

    name: str
    reason: str


class Search(NamedTuple):
    """Hold where a needle stands in haystacks, whose texts are not kept: places are listed the best first.

    `runner_up` is what comes nearest of all that is not listed.
    """

    needle: Document
    haystacks: tuple[Document, ...]
    at_least: float
    places: tuple[Location, ...]
    runner_up: Location | None = None
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()


def to_json(search: Search, version: str) -> dict[str, object]:
    """Write a search as the JSON object of the contract; `version` is the tool's. Spans are in code points.

    >>> from difftool.model import document
    >>> found = Search(document("一"), (document("二"),), 0.5, ())
    >>> to_json(found, "0.1.0")["places"]
    []
    """
    return {
        "schema": SCHEMA,
        "tool": {"name": "difftool", "version": version},
        "settings": {"at_least": search.at_least},
        "needle": _document(search.needle),
        "haystacks": [_document(haystack) for haystack in search.haystacks],
        "places": [_location(place, search) for place in search.places],
        "runner_up": _location(search.runner_up, search) if search.runner_up else None,
        "unread": [unread._asdict() for unread in search.unread],
        "notes": list(search.notes),
    }


def _document(document: Document) -> dict[str, object]:
    return {**described(document), "notes": list(document.notes)}


def _location(place: Location, search: Search) -> dict[str, object]:
    section = place.section
    return {
        "file": search.haystacks[place.haystack].name,
        "haystack": place.haystack,
        "span": list(place.span),
        "lines": list(place.lines),
        "section": section
        and {"ordinal": section.ordinal, "of": section.of, "title": section.title, "span": list(section.span)},
        "coverage": place.coverage,
        "similarity": place.similarity,
    }
