"""The table of clauses as an office document (docx), ready to be handed in.

Draws what `table` decided, on the page that `office` makes. Knows no comparison.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from difftool.render.office import NUMBER, blank, made, packed, paragraph
from difftool.render.table import ClauseRow, Line, Rest, Table, Words

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

__all__ = ["office_document"]

_TWIPS = 1440 / 25.4  # the format counts in twentieths of a point
_WIDTHS = [round(width * _TWIPS) for width in (111, 111, 45)]  # of A4 across, between margins of 15 mm
_SHADES = "EFEFEC", "F7F7F5"  # of the heads, and of rows without a change
_PADDING = (("top", 30), ("left", 100), ("bottom", 30), ("right", 100))  # of a cell, in the order of the format


def office_document(table: Table) -> bytes:
    """Write the table as a docx: the row of heads on each page, changed words underlined in both columns.

    The same table gives the same bytes, under one release of python-docx.
    """
    document = blank(table.title, table.language, table.languages[0])
    end = document.element.body.sectPr
    for block in _blocks(table):
        end.addprevious(block)
    return packed(document)


def _blocks(table: Table) -> "Iterator[BaseOxmlElement]":
    """Write the title, the names of the documents, the table and the remarks."""
    colon = ": " if table.language == "en" else "："
    yield _paragraph("Clause Title", [Words(table.title)])
    for head, name in table.sources:
        yield _paragraph("Clause Source", [Words(f"{head}{colon}{name}")])
    yield _paragraph("Clause Source", [])
    yield _grid(table)
    yield from [_paragraph("Clause Remark", [Words(remark)]) for remark in table.remarks]


def _grid(table: Table) -> "BaseOxmlElement":
    """Write the table itself, with columns that no text widens."""
    properties = made(
        "w:tblPr",
        made("w:tblStyle", val="TableGrid"),
        made("w:tblW", w=str(sum(_WIDTHS)), type="dxa"),
        made("w:tblLayout", type="fixed"),
        made("w:tblCellMar", *[made(f"w:{side}", w=str(width), type="dxa") for side, width in _PADDING]),
        made("w:tblLook", val="0020"),
        made("w:tblCaption", val=table.title),
    )
    heads = [
        _cell([_paragraph("Clause Head", [Words(head)])], width, shade=_SHADES[0])
        for head, width in zip(table.heads, _WIDTHS, strict=True)
    ]
    rows = [_rest(row) if isinstance(row, Rest) else _clause(row) for row in table.rows]
    columns = made("w:tblGrid", *[made("w:gridCol", w=str(width)) for width in _WIDTHS])
    return made("w:tbl", properties, columns, _row(heads, "w:cantSplit", "w:tblHeader"), *rows)


def _rest(row: Rest) -> "BaseOxmlElement":
    """Write a row over all columns; a heading stays with what follows it."""
    style, shade = ("Clause Head", "") if row.is_heading else ("Clause Rest", _SHADES[1])
    text = _paragraph(style, [Words(row.text)], is_with_next=row.is_heading)
    return _row([_cell([text], sum(_WIDTHS), shade=shade, columns=len(_WIDTHS))], "w:cantSplit")


def _clause(row: ClauseRow) -> "BaseOxmlElement":
    """Write the row of a clause; long ones run over to the next page."""
    notes = [_paragraph("Clause Text", [Words(note)]) for note in row.notes]
    notes += [_paragraph("Clause Kinds", [Words(row.kinds)])] if row.kinds else []
    cells = [_lines(row.left), _lines(row.right), notes]
    return _row([_cell(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True)])


def _lines(lines: Sequence[Line]) -> "list[BaseOxmlElement]":
    """Write one side of a clause, a paragraph each line; a cell without any is not allowed."""
    return [_paragraph("Clause Text", line) for line in lines or [()]]


def _row(cells: "Sequence[BaseOxmlElement]", *properties: str) -> "BaseOxmlElement":
    return made("w:tr", *[made("w:trPr", *map(made, properties))] * bool(properties), *cells)


def _cell(
    paragraphs: "Sequence[BaseOxmlElement]", width: int, *, shade: str = "", columns: int = 1
) -> "BaseOxmlElement":
    properties = [made("w:tcW", w=str(width), type="dxa")]
    properties += [made("w:gridSpan", val=str(columns))] if columns > 1 else []
    properties += [made("w:shd", val="clear", color="auto", fill=shade)] if shade else []
    return made("w:tc", made("w:tcPr", *properties), *paragraphs)


def _paragraph(style: str, line: Iterable[Words], *, is_with_next: bool = False) -> "BaseOxmlElement":
    return paragraph(style, *map(_run, line), is_with_next=is_with_next)


def _run(words: Words) -> "BaseOxmlElement":
    """Write words of one look; a tab is an element of its own."""
    properties = [made("w:rStyle", val=NUMBER.replace(" ", ""))] if words.is_number else []
    properties += [made("w:u", val="single")] if words.is_changed else []
    parts: list[BaseOxmlElement] = []
    for at, part in enumerate(words.text.split("\t")):
        parts += [made("w:tab")] if at else []
        if part:
            text = made("w:t")
            text.text = part
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            parts.append(text)
    return made("w:r", *[made("w:rPr", *properties)] * bool(properties), *parts)
