"""The masks of documents: a table for people, JSON, and rows for spreadsheets.

One list of styled pieces feeds the plain and the coloured table, so they say the
same. Knows no file and no terminal's width.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from difftool.render.columns import aligned
from difftool.render.pieces import Piece
from difftool.render.visible import in_line
from difftool.render.words import counted

if TYPE_CHECKING:
    from difftool.model import Span
    from difftool.model.inventory import Inventory, Spot

__all__ = ["as_csv", "concealed", "pieces"]

_MASKS = (
    "file",
    "para",
    "line",
    "span",
    "address",
    "mask",
    "style",
    "width",
    "shown",
    "reading",
    "unit",
    "nature",
    "context",
)
_VANISHED = ("file", "para", "line", "span", "address", "reading", "unit", "context")
_COLUMNS = (
    *("sort", "file", "start", "end", "paragraph", "line", "address"),
    *("text", "style", "width", "shown", "reading", "unit", "nature", "before", "after"),
)
_NEAR = 8  # code points of context in a table
# What begins a formula in a spreadsheet (OWASP, CSV injection), full width too.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def concealed(inventory: Inventory) -> Inventory:
    """Leave out what stands around masks: it may show a value that another mask hides.

    >>> from difftool import document, masks
    >>> [(one.spot.before, one.spot.after) for one in concealed(masks([document("成立xx年")])).masks]
    [('', '')]
    """
    rows = (
        tuple([one._replace(spot=one.spot._replace(before="", after="")) for one in inventory.masks]),
        tuple([one._replace(spot=one.spot._replace(before="", after="")) for one in inventory.vanished]),
    )
    return inventory._replace(masks=rows[0], vanished=rows[1])


def pieces(inventory: Inventory) -> Iterator[Piece]:
    """Write the answer, the masks, their counts and the numbers that are gone, with the names of their styles."""
    yield Piece(sentence(inventory) + "\n", "head")
    many = len(inventory.documents) > 1
    rows = [
        (
            *_place(one.spot, one.mask.span, inventory, many=many),
            in_line(one.mask.text),
            in_line(one.mask.style),
            f"{one.mask.width}",
            in_line(one.mask.shown),
            one.mask.reading,
            in_line(one.mask.unit),
            one.mask.nature.value,
            _context(one.spot, one.mask.text),
        )
        for one in inventory.masks
    ]
    yield from _table([_MASKS, *rows])
    if rows:
        yield Piece(f"\nstyles    {_tally(inventory.by_style)}\nreadings  {_tally(inventory.by_reading)}\n", "quiet")
    if inventory.vanished:
        yield Piece("\nvanished: a number must have stood here, and nothing stands for it\n", "warning")
    yield from _table(
        [
            _VANISHED,
            *[
                (
                    *_place(one.spot, one.span, inventory, many=many),
                    one.reading,
                    in_line(one.unit),
                    _context(one.spot, ""),
                )
                for one in inventory.vanished
            ],
        ]
    )


def as_csv(inventory: Inventory) -> str:
    """Write a row for each mask and each number that is gone (`vanished` in the column `sort`), RFC 4180.

    No cell begins a formula: where the source does, an apostrophe stands before it.
    """
    import csv  # noqa: PLC0415 - only this format needs it
    from io import StringIO  # noqa: PLC0415 - as above

    from difftool.model.inventory import masks_json, vanished_json  # noqa: PLC0415 - as above

    into = StringIO(newline="")
    table = csv.DictWriter(into, _COLUMNS, restval="", extrasaction="ignore")
    table.writeheader()
    for sort, rows in (("mask", masks_json(inventory)), ("vanished", vanished_json(inventory))):
        for row in rows:
            start, end = row["span"]
            cells = {**row, "sort": sort, "start": start, "end": end}
            table.writerow({name: _safe(cell) for name, cell in cells.items()})
    return into.getvalue()


def sentence(inventory: Inventory) -> str:
    """Answer in one sentence how many masks there are; of none it says by what they were looked for.

    >>> from difftool.model import document
    >>> from difftool.model.inventory import Inventory
    >>> sentence(Inventory((document("一", "a.txt"),), (), ()))
    'a.txt has no mask that these rules find'
    """
    documents = inventory.documents
    one = len(documents) == 1
    where = f"{in_line(documents[0].name)} has" if one else f"{counted(len(documents), 'file')} {_have(len(documents))}"
    gone = f"; {counted(len(inventory.vanished), 'number')} vanished without one" if inventory.vanished else ""
    if not inventory.masks:
        return f"{where} no mask that these rules find{gone}"
    holding = len({one.spot.document for one in inventory.masks})
    spread = "" if one else f" in {holding:,} of them"
    return f"{where} {counted(len(inventory.masks), 'mask')}{spread}{gone}"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _table(rows: list[tuple[str, ...]]) -> Iterator[Piece]:
    if len(rows) > 1:
        yield Piece("\n")
        for at, line in enumerate(aligned(rows)):
            yield Piece(line + "\n", "" if at else "quiet")


def _place(spot: Spot, span: Span, inventory: Inventory, *, many: bool) -> tuple[str, ...]:
    name = in_line(inventory.documents[spot.document].name) if many else ""
    return name, f"{spot.paragraph}", f"{spot.line}", f"[{span.start}, {span.end})", in_line(spot.address)


def _context(spot: Spot, text: str) -> str:
    """Write a place with its nearest neighbours, the mask or the gap between angles."""
    return in_line(f"{spot.before[-_NEAR:].lstrip()}⟨{text}⟩{spot.after[:_NEAR]}")


def _tally(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {in_line(word)}" for word, count in counts.items())


def _safe(cell: object) -> object:
    """Keep a spreadsheet from taking a cell for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULAS) else cell
