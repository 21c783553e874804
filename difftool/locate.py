"""The recipe of a search: one text and many in, the places out, the best first.

Stands beside `compare`. Knows nothing of files, nor how places are shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difftool.align.choosing import Hit
    from difftool.model import Document
    from difftool.model.places import Finds, Location, Ranked, Search

__all__ = ["locate"]

# A place that holds less than half of the needle is no hit.
_AT_LEAST = 0.5


def locate(
    needle: Document, haystacks: Iterable[Document], at_least: float = _AT_LEAST, work_limit: int | None = None
) -> Search:
    """Say where a text stands in others: every place with its span, section, coverage and similarity.

    A place counts when it covers `at_least` of the needle (more than 0, at most 1) and
    reads nearly alike there; what comes nearest of the rest is the runner-up. The
    order of the haystacks does not matter, and their texts are let go one by one.
    Raises `InvalidSettings` for another share and for a needle without text.
    Linear in each haystack, but for what `work_limit` bounds.

    >>> from difftool.model import document
    >>> needle = document("第二篇讲的是国家邮政局。")
    >>> found = locate(needle, [document("甲乙丙。第二篇讲的是国家邮政局。丁", "a.txt")])
    >>> [(place.span, place.coverage) for place in found.places]
    [(Span(start=4, end=16), 1.0)]
    """
    from difftool.model import Settings  # noqa: PLC0415 - `compare` opens this door and does not go through

    limit = Settings().work_limit if work_limit is None else work_limit
    return gathered(needle, (searched(haystack, needle, at_least, limit) for haystack in haystacks), at_least)


def searched(haystack: Document, needle: Document, at_least: float, work_limit: int) -> Finds:
    """Search one haystack: the part of `locate` that needs no other."""
    from difftool.align.linking import hits  # noqa: PLC0415 - as above
    from difftool.align.locate import MOST_PLACES  # noqa: PLC0415 - as above
    from difftool.model.places import Finds  # noqa: PLC0415 - as above

    found = hits(needle, haystack, work_limit)
    notes: list[str] = []
    if len(found) >= MOST_PLACES:
        notes.append(f"only {MOST_PLACES} places are listed, there may be more")
    if haystack.text == needle.text:
        notes.append("this is the needle itself, or a copy of the file")
    copies = [hit for hit in found if hit.is_copy(at_least)]
    below = [hit for hit in found if hit not in copies][:1]
    ranked = _ranked([*copies, *below], haystack)
    runner_up = ranked[-1] if below else None
    return Finds(haystack._replace(text=""), ranked[: len(copies)], runner_up, tuple(notes))


def gathered(needle: Document, finds: Iterable[Finds], at_least: float) -> Search:
    """Put together what was found in many haystacks, in any order. Raises `InvalidSettings` as `locate` does."""
    from difftool.model.places import Search  # noqa: PLC0415 - as above

    _refuse(needle, at_least)
    every = sorted(finds, key=lambda one: (one.haystack.name, one.haystack.sha256))
    rows = [(rank, place._replace(haystack=at)) for at, one in enumerate(every) for rank, place in one.places]
    below = [
        (one.runner_up[0], one.runner_up[1]._replace(haystack=at)) for at, one in enumerate(every) if one.runner_up
    ]
    return Search(
        needle=needle._replace(text=""),
        haystacks=tuple([one.haystack for one in every]),
        at_least=at_least,
        places=tuple([place for _, place in sorted(rows, key=lambda row: row[0])]),
        runner_up=min(below, key=lambda row: row[0])[1] if below else None,
        notes=tuple([f"{name}: {note}" for name, note in sorted((o.haystack.name, n) for o in every for n in o.notes)]),
    )


def _refuse(needle: Document, at_least: float) -> None:
    from difftool.errors import InvalidSettings  # noqa: PLC0415 - as above

    if not 0 < at_least <= 1:
        message = f"{at_least:g} is no share of a text"
        raise InvalidSettings(message, hint="a share is more than 0 and at most 1; 0.5 is half of the text")
    if not needle.paragraphs:
        message = f"{needle.name} holds no text to look for"
        raise InvalidSettings(message, hint="name a file with a sentence or more in it")


def _ranked(hits: list[Hit], haystack: Document) -> tuple[Ranked, ...]:
    """Write hits as places of a haystack, by rank, then by the file's name, then by place."""
    return tuple(
        [
            ((*hit.rank[:3], haystack.name, haystack.sha256, hit.outer), place)
            for hit, place in zip(hits, _locations(hits, haystack), strict=True)
        ]
    )


def _locations(hits: list[Hit], haystack: Document) -> list[Location]:
    """Write hits as places of a haystack, with their lines and their sections."""
    from bisect import bisect_left  # noqa: PLC0415 - as above

    from difftool.model import Side  # noqa: PLC0415 - as above
    from difftool.model.places import Location  # noqa: PLC0415 - as above
    from difftool.model.surroundings import line_numbers  # noqa: PLC0415 - as above
    from difftool.view.sections import Sections  # noqa: PLC0415 - as above

    if not hits:
        return []
    spans, line = haystack.paragraphs, line_numbers(haystack.text)
    sections = Sections(haystack)
    found: list[Location] = []
    for hit in hits:
        start, end = hit.outer
        first = bisect_left(spans, start + 1, key=lambda span: span.end)
        stop = bisect_left(spans, end, key=lambda span: span.start)
        lines = line(start), line(end - 1)
        section = sections.at(first, stop, Side.RIGHT)
        found.append(Location(0, hit.outer, lines, section, hit.coverage, hit.similarity))
    return found
