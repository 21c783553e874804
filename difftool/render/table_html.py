"""The table of clauses as one page that needs nothing but itself, to be read on a screen and printed on A4 across.

Draws what `table` decided: loops and escapes. Its policy allows the one style whose digest it names: no script, no
request. Knows no comparison.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape

from difftool.render.table import ClauseRow, Line, Rest, Table

__all__ = ["page"]

# Black on white, so that it prints as it is seen; the underline alone tells what changed. Contrast is 7:1 or more.
_STYLE = """
@page { size: A4 landscape; margin: 16mm 14mm 18mm; @bottom-center { content: counter(page) " / " counter(pages);
  font: 9pt serif; color: #444; } }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.4rem 2rem 3rem; max-width: 84rem; background: #fff; color: #111;
  font: 1rem/1.75 "Times New Roman", "Songti SC", SimSun, "Noto Serif CJK SC", "Source Han Serif SC", serif;
  line-break: strict; overflow-wrap: anywhere; }
:lang(zh-Hant) { font-family: "Times New Roman", "Songti TC", PMingLiU, "Noto Serif CJK TC", serif; }
h1, th, b { font-family: Arial, "Heiti SC", SimHei, "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei",
  sans-serif; }
h1 { margin: 0 0 .9rem; font-size: 1.55rem; line-height: 1.4; font-weight: 600; text-align: center;
  text-wrap: balance; }
p { margin: 0; white-space: pre-wrap; }
.sources { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 2.4rem; margin: 0 0 1rem; color: #444;
  font-size: .92rem; }
.sources div { display: flex; min-width: 0; }
.sources dt { flex: none; }
.sources dt::after { content: "："; }
:lang(en) > .sources dt::after { content: ":\\00a0"; }
.sources dd { margin: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; border: 1.5px solid #222; }
.text { width: 41.5%; }
thead { display: table-header-group; }
th, td { padding: .5rem .75rem; border: 1px solid #777; vertical-align: top; text-align: left; }
thead th { border-bottom: 1.5px solid #222; background: #efefec; font-weight: 600; text-align: center;
  letter-spacing: .12em; }
:lang(en) > table thead th { letter-spacing: normal; }
b { font-weight: 600; }
del, ins { text-decoration: underline; text-decoration-thickness: .09em; text-underline-offset: .22em;
  text-decoration-skip-ink: none; }
td p + p { margin-top: .2rem; }
.notes { font-size: .95em; }
.kinds { margin-top: .25rem; color: #555; font-size: .86em; }
.rest td { padding: .3rem .75rem; background: #f7f7f5; color: #444; font-size: .92em; text-align: center; }
.heading th { border-color: #777; background: #fff; font-weight: 600; text-align: center; }
.remarks { margin: .8rem 0 0; padding: 0; color: #444; font-size: .88em; list-style: none; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.55; }
  thead th, .rest td { print-color-adjust: exact; }
  .rest, .heading { break-inside: avoid; }
  .heading { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  .remarks { break-inside: avoid; }
}
@media (max-width: 44rem) { body { padding: 1rem .6rem; font-size: .86rem; } th, td { padding: .35rem .4rem; } }
"""


def page(table: Table, version: str) -> str:
    """Write the table as one self-contained HTML page; `version` is the tool's.

    The same table gives the same characters. Deleted words are `del` and inserted ones `ins`, both underlined.
    """
    return "".join(_page(table, version))


def _page(table: Table, version: str) -> Iterator[str]:
    digest = b64encode(sha256(_STYLE.encode()).digest()).decode()
    heading = escape(table.title)
    yield f'<!DOCTYPE html>\n<html lang="{table.language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    yield f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">\n"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f'<meta name="generator" content="difftool {escape(version)}">\n'
    yield f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{heading}</h1>\n"
    yield '<dl class="sources">'
    yield from [f"<div><dt>{escape(head)}</dt><dd>{escape(name)}</dd></div>" for head, name in table.sources]
    yield '</dl>\n<table>\n<colgroup><col class="text"><col class="text"><col></colgroup>\n<thead>\n<tr>'
    yield from [f'<th scope="col">{escape(head)}</th>' for head in table.heads]
    yield "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows:
        yield from _rest(row) if isinstance(row, Rest) else _clause(row, table.languages)
    yield "</tbody>\n</table>\n"
    if table.remarks:
        yield '<ul class="remarks">\n'
        yield from [f"<li>{escape(remark)}</li>\n" for remark in table.remarks]
        yield "</ul>\n"
    yield "</body>\n</html>\n"


def _rest(row: Rest) -> Iterator[str]:
    """Write a row over all columns."""
    if row.is_heading:
        yield f'<tr class="heading"><th colspan="3" scope="rowgroup">{escape(row.text)}</th></tr>\n'
    else:
        yield f'<tr class="rest"><td colspan="3">{escape(row.text)}</td></tr>\n'


def _clause(row: ClauseRow, languages: tuple[str, str]) -> Iterator[str]:
    """Write the row of a clause."""
    yield "<tr>"
    yield from _cell(row.left, "del", languages[0])
    yield from _cell(row.right, "ins", languages[1])
    yield '<td class="notes">'
    yield from [f"<p>{escape(note)}</p>" for note in row.notes]
    if row.kinds:
        yield f'<p class="kinds">{escape(row.kinds)}</p>'
    yield "</td></tr>\n"


def _cell(lines: Sequence[Line], mark: str, language: str) -> Iterator[str]:
    """Write one side of a clause, a paragraph each line; words that changed stand in `mark`."""
    yield f'<td lang="{language}">'
    for line in lines:
        yield "<p>"
        for words in line:
            text = escape(words.text)
            text = f"<b>{text}</b>" if words.is_number else text
            yield f"<{mark}>{text}</{mark}>" if words.is_changed else text
        yield "</p>"
    yield "</td>"
