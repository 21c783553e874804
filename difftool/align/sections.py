"""The parts of a compilation: from its table of contents, or from headings that repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from difftool.model import Document, Section, Side
from difftool.view.folds import match

# How parts of a document are numbered, the coarsest first; the first style with two headings or more decides.
_HEADINGS = (
    r"#(?!#)\s*\S",
    r"第[〇零一二三四五六七八九十百千\d]+[篇编部卷回]",
    r"(?:附件|案例|范文|文章|part|book|chapter|article|appendix)\s*[〇零一二三四五六七八九十百\d]+",
    r"第[〇零一二三四五六七八九十百千\d]+章",
    r"\*{1,3}\s*\d+\s+\S",
    r"##(?!#)\s*\S",
)
# A title is no longer than a line of print, and ends like no sentence.
_LONGEST_TITLE = 80
_SENTENCE_ENDS = tuple("。；;!！?？，,、：:")
_NUMBER = (
    r"^[#\s]*(?:[(（]?(?:\d+|[一二三四五六七八九十百]+)[)）.．、:：\s]"
    r"|第[〇零一二三四五六七八九十百\d]+[篇编部卷章节]|[-*•●○]\s)\s*"
)
# Dots and the page number that lead a line of a table of contents to its end.
_LEADER = r"[.…·\s]*\d*$"
_FEWEST_ENTRIES = 2
# Between a table of contents and the first heading stand a preface's lines at most.
_FARTHEST_FROM_CONTENTS = 12


def section_at(document: Document, first: int, stop: int, side: Side) -> Section | None:
    r"""Name the section that holds the paragraphs `[first, stop)`: its title, its ordinal and how many there are.

    A table of contents decides where there is one: lines that come again as headings, in
    the same order. Else headings of one style, else titles set off by blank lines. The
    section is the one whose heading is the last at or before `first`; none where
    the stretch runs over several sections. Linear in the document.

    >>> from difftool.model import document
    >>> text = document("1.甲文\n2.乙文\n甲文\n正文一。\n乙文\n正文二。")
    >>> section_at(text, 5, 6, Side.RIGHT)
    Section(side=<Side.RIGHT: 'right'>, ordinal=2, of=2, title='乙文', span=Span(start=18, end=20))
    """
    for headings in _ways(document):
        if len(headings) < _FEWEST_ENTRIES:
            continue
        before = [index for index in headings if index <= first]
        inside = [index for index in headings if first < index < stop]
        if before and not inside:
            span = document.paragraphs[before[-1]]
            return Section(side, len(before), len(headings), _title(span.of(document.text)), span)
    return None


def _ways(document: Document) -> Iterator[list[int]]:
    """Go through the ways to find headings, each tried only if those before it found none."""
    yield _contents(document)
    lines = [match(document.text[start : min(end, start + _LONGEST_TITLE)]) for start, end in document.paragraphs]
    for style in _HEADINGS:
        yield [index for index, line in enumerate(lines) if re.match(style, line)]
    yield _set_off(document)


def _title(text: str) -> str:
    return text.lstrip("# \u3000").strip()


def _plain(text: str) -> str:
    """Fold a line to what its entry in the contents and its heading share."""
    return "".join(re.sub(_LEADER, "", re.sub(_NUMBER, "", match(text))).split())


def _contents(document: Document) -> list[int]:
    """List the headings that a table of contents announces: lines that all come again, in order, right behind it."""
    plain = [
        ""
        if span.length > _LONGEST_TITLE or span.of(document.text).endswith(_SENTENCE_ENDS)
        else span.of(document.text)
        for span in document.paragraphs
    ]
    plain = [_plain(line) for line in plain]
    homes: dict[str, list[int]] = {}
    for index, line in enumerate(plain):
        if line:
            homes.setdefault(line, []).append(index)
    best: list[int] = []
    index = 0
    while index < len(plain):
        run = _run(plain, homes, index)
        if len(run) > len(best) and run[0] - (index + len(run)) <= _FARTHEST_FROM_CONTENTS:
            best = run
        index += max(1, len(run))
    return best


def _run(plain: Sequence[str], homes: dict[str, list[int]], start: int) -> list[int]:
    """Follow lines from `start` on while each comes again, behind the run and with text between one and the next."""
    found: list[int] = []
    index = start
    while index < len(plain) and plain[index]:
        again = [home for home in homes[plain[index]] if home > (found[-1] + 1 if found else index)]
        if not again or (found and index >= found[0]):
            break
        found.append(again[0])
        index += 1
    return found if found and found[0] >= start + len(found) else []


def _set_off(document: Document) -> list[int]:
    """List the short lines that end like no sentence and have two blank lines before them."""
    found: list[int] = []
    for index, span in enumerate(document.paragraphs):
        before = document.text[document.paragraphs[index - 1].end : span.start] if index else "\n\n\n"
        text = span.of(document.text)
        if before.count("\n") > 2 and span.length <= _LONGEST_TITLE and not text.endswith(_SENTENCE_ENDS):  # noqa: PLR2004 - two blank lines are three line ends
            found.append(index)
    return found
