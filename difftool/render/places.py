"""The places of a search: a table for people, and JSON.

One list of styled pieces feeds the plain and the coloured table, so they say the
same. Knows no file and no terminal's width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from difftool.render.columns import aligned
from difftool.render.pieces import Piece
from difftool.render.visible import in_line
from difftool.render.words import counted, percent

if TYPE_CHECKING:
    from difftool.model.places import Location, Search

__all__ = ["concealed", "pieces"]

_COLUMNS = ("", "file", "span", "lines", "coverage", "similarity", "section")


def pieces(search: Search) -> Iterator[Piece]:
    """Write the answer, the table and what comes next, as stretches of text with the names of their styles."""
    yield Piece(sentence(search) + "\n", "head")
    if search.places:
        rows = [_COLUMNS, *[_row(str(rank), place, search) for rank, place in enumerate(search.places, 1)]]
        yield Piece("\n")
        for line, style in zip(aligned(rows), ["quiet"] + [""] * len(search.places), strict=True):
            yield Piece(line + "\n", style)
    if search.places and search.runner_up:
        yield Piece(f"\nrunner-up  {_told(search.runner_up, search)}\n", "quiet")
    for note in search.notes:
        yield Piece(f"note       {in_line(note)}\n", "quiet")


def concealed(search: Search, needle: str) -> Search:
    """Cover the titles that the needle does not have word for word, for they may say what it hides, and note it.

    >>> from difftool.model import Section, Side, Span, document
    >>> from difftool.model.places import Location, Search
    >>> at = Location(0, Span(0, 4), (1, 1), Section(Side.RIGHT, 1, 2, "河南省", Span(0, 3)), 1.0, 1.0)
    >>> found = concealed(Search(document("一"), (document("二"),), 0.5, (at,)), "xx省")
    >>> found.places[0].section.title
    '▒▒▒'
    """
    from difftool.render.concealing import NOTE  # noqa: PLC0415 - few listings conceal anything
    from difftool.render.veil import SIGN  # noqa: PLC0415 - as above

    def cover(place: Location) -> Location:
        section = place.section
        if section is None or section.title in needle:
            return place
        return place._replace(section=section._replace(title=SIGN * len(section.title)))

    nearest = search.runner_up and cover(search.runner_up)
    return search._replace(places=tuple(map(cover, search.places)), runner_up=nearest, notes=(*search.notes, NOTE))


def sentence(search: Search) -> str:
    """Answer in one sentence: where the best place is, or what comes nearest.

    >>> from difftool.model import document
    >>> from difftool.model.places import Search
    >>> sentence(Search(document("一", "a.txt"), (document("二", "b.txt"),), 0.5, ()))
    'a.txt was not found in 1 file; nothing there comes near it'
    """
    name, files = in_line(search.needle.name), counted(len(search.haystacks), "file")
    if search.places:
        holding = len({place.haystack for place in search.places})
        whole = [place for place in search.places if place.coverage == place.similarity == 1.0]
        exact = f", {len(whole):,} of them word for word" if whole else ""
        exact = ", word for word" if whole and len(search.places) == 1 else exact
        return f"{name} was found at {counted(len(search.places), 'place')} in {holding:,} of {files}{exact}"
    if search.runner_up is None:
        return f"{name} was not found in {files}; nothing there comes near it"
    why = ""
    if search.runner_up.coverage >= search.at_least:
        why = ", which answers it by its order and reads otherwise"
    return f"{name} was not found in {files}; nearest is {_told(search.runner_up, search)}{why}"


def _row(rank: str, place: Location, search: Search) -> Sequence[str]:
    first, last = place.lines
    section = place.section
    return (
        rank,
        in_line(search.haystacks[place.haystack].name),
        f"[{place.span.start}, {place.span.end})",
        f"{first}" if first == last else f"{first}–{last}",
        percent(place.coverage),
        percent(place.similarity),
        f"{section.ordinal:,} of {section.of:,}: {in_line(section.title)}" if section else "",
    )


def _told(place: Location, search: Search) -> str:
    """Write a place on one line of running text."""
    _, file, span, lines, coverage, similarity, section = _row("", place, search)
    where = f", {section}" if section else ""
    noun = "line" if place.lines[0] == place.lines[1] else "lines"
    return f"{file} {span}, {noun} {lines}{where}: coverage {coverage}, similarity {similarity}"
