"""The parts of a compilation: from its table of contents, or from headings that repeat.

Asked by `compare` in which part another document stands, and by `outline` where the parts begin. Knows documents
and no comparison.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from difftool.model import Document, Section, Side, Span
from difftool.view.bare import bare
from difftool.view.folds import match
from difftool.view.markers import marker_at

# How parts of a document are numbered, the coarsest first; the first style with two headings or more decides.
_HEADINGS = (
    r"#(?!#)\s*\S",
    r"第[〇零一二三四五六七八九十百千\d]+[篇编部卷回]",
    r"(?:附件|案例|范文|文章|part|book|chapter|article|appendix)\s*[〇零一二三四五六七八九十百\d]+",
    r"第[〇零一二三四五六七八九十百千\d]+章",
    r"\*{1,3}\s*\d+\s+\S",
    r"##(?!#)\s*\S",
)
_FIRSTS = frozenset("#*第附案范文pbca")  # what these begin with, folded
# A title is no longer than a line of print, and ends like no sentence.
LONGEST_TITLE = 80
_SENTENCE_ENDS = frozenset("。；;!！?？，,、：:")
_FEWEST_ENTRIES = 2
# Between a table of contents and the first heading stand a preface's lines at most.
_FARTHEST_FROM_CONTENTS = 12
_CONTENTS = frozenset({"目录", "目次", "contents", "tableofcontents"})
_LAST_OF_CONTENTS = frozenset("录錄次sS")
_SAYS_CONTENTS = 20  # a line that announces a table of contents holds nothing else


class Parts(NamedTuple):
    """Hold the paragraphs that are lines of a table of contents `[start, end)`, and those that head a part."""

    contents: Span
    headings: tuple[int, ...]


class Sections:
    r"""Name the sections of a document, whose headings are looked for once.

    A table of contents decides where there is one: lines that come again as headings, in
    the same order. Else headings of one style, else titles set off by blank lines. Linear in the document.

    >>> from difftool.model import document
    >>> sections = Sections(document("1.甲文\n2.乙文\n甲文\n正文一。\n乙文\n正文二。"))
    >>> sections.at(5, 6, Side.RIGHT)
    Section(side=<Side.RIGHT: 'right'>, ordinal=2, of=2, title='乙文', span=Span(start=18, end=20))
    """

    def __init__(self, document: Document) -> None:
        """Take the document; nothing is looked for before it is asked for."""
        self._document = document
        self._waiting = _ways(document)
        self._known: list[Sequence[int]] = []

    def at(self, first: int, stop: int, side: Side) -> Section | None:
        """Name the section that holds the paragraphs `[first, stop)`: its title, its ordinal and how many there are.

        It is the one whose heading is the last at or before `first`; none where
        the stretch runs over several sections.
        """
        for headings in self._ways():
            if len(headings) < _FEWEST_ENTRIES:
                continue
            before, inside = bisect_right(headings, first), bisect_left(headings, stop)
            if before and inside <= before:
                span = self._document.paragraphs[headings[before - 1]]
                return Section(side, before, len(headings), _title(span.of(self._document.text)), span)
        return None

    def _ways(self) -> Iterator[Sequence[int]]:
        yield from self._known
        for headings in self._waiting:
            self._known.append(headings)
            yield headings


def parts(document: Document) -> Parts:
    r"""Find the table of contents and the headings of the articles of a compilation, which have no number of their own.

    Top Markdown headings decide, else what a table of contents announces, else titles set off by two blank
    lines with text under each. No headings where there are fewer than two. Linear in the document.

    >>> from difftool.model import document
    >>> parts(document("1.甲文\n2.乙文\n甲文\n正文一。\n乙文\n正文二。"))
    Parts(contents=Span(start=0, end=2), headings=(2, 4))
    """
    text, paragraphs = document.text, document.paragraphs
    marked = [(index, start) for index, (start, _) in enumerate(paragraphs) if text[start] == "#"]
    tops = [index for index, start in marked if text.startswith(("# ", "#\u3000"), start)]
    titles = _like_titles(document) if len(tops) < _FEWEST_ENTRIES else []
    start, found = _contents(document, titles)
    contents = _announced(document) or (
        Span(start, start + len(found)) if len(found) >= _FEWEST_ENTRIES else Span(0, 0)
    )
    set_off = _set_off(document, titles) if not tops and len(found) < _FEWEST_ENTRIES else []
    for headings in (tops, found, set_off):
        own = [index for index in headings if _numbered(document, index)]
        if len(headings) >= _FEWEST_ENTRIES and not own and _has_text_under_each(document, headings):
            return Parts(contents, tuple(headings))
    return Parts(contents, ())


def _numbered(document: Document, index: int) -> bool:
    """Tell whether a heading has a number of its own, which then is its address."""
    text, start = document.text, document.paragraphs[index].start
    while text[start : start + 1] in {"#", " ", "\u3000"}:
        start += 1
    return marker_at(text, start) is not None


def _has_text_under_each(document: Document, headings: Sequence[int]) -> bool:
    """Tell whether something that is no heading stands behind each of them."""
    stops = [*headings[1:], len(document.paragraphs)]
    return all(stop - index > 1 for index, stop in zip(headings, stops, strict=True))


def _announced(document: Document) -> Span | None:
    """Find the lines between 目录 and the second time that its first entry comes."""
    spans, text = document.paragraphs, document.text
    short = [
        index
        for index, (start, end) in enumerate(spans[:-1])
        if end - start <= _SAYS_CONTENTS and text[end - 1] in _LAST_OF_CONTENTS
    ]
    for index in short:
        if "".join(match(spans[index].of(text)).strip("#").split()).lower() not in _CONTENTS:
            continue
        entry = _bare(spans[index + 1].of(text))
        again = [at for at in range(index + 2, len(spans)) if entry and _begins(text, spans[at], entry)]
        return Span(index, again[0]) if again else None
    return None


def _begins(text: str, span: Span, entry: str) -> bool:
    """Tell whether a line is the heading that an entry announces; most lines are told apart by their length."""
    return span.length <= LONGEST_TITLE and _bare(span.of(text)) == entry


def _bare(text: str) -> str:
    """Fold a line to what an entry and its heading share, its number among it where there is nothing else."""
    return bare(text) or "".join(match(text).split())


def _ways(document: Document) -> Iterator[Sequence[int]]:
    """Go through the ways to find headings, each tried only if those before it found none."""
    titles = _like_titles(document)
    yield _contents(document, titles)[1]
    text, paragraphs = document.text, document.paragraphs
    # Of a book, few lines begin as one of the styles does.
    heads = [text[start] for start, _ in paragraphs]
    firsts = {first for first in set(heads) if match(first) in _FIRSTS}
    lines = [
        (index, match(text[start : min(end, start + LONGEST_TITLE)]))
        for index, (start, end) in [(index, paragraphs[index]) for index, head in enumerate(heads) if head in firsts]
    ]
    for style in _HEADINGS:
        yield [index for index, line in lines if re.match(style, line)]
    yield _set_off(document, titles)


def _title(text: str) -> str:
    return text.lstrip("# \u3000").strip()


def _contents(document: Document, titles: Sequence[int]) -> tuple[int, list[int]]:
    """Tell where a table of contents begins, and list the headings that it announces, among what is like a title.

    Its lines all come again, in order, right behind it.
    """
    text, paragraphs = document.text, document.paragraphs
    lines = [(index, bare(paragraphs[index].of(text))) for index in titles]
    plain = {index: line for index, line in lines if line}
    homes: dict[str, list[int]] = {}
    for index, line in plain.items():
        homes.setdefault(line, []).append(index)
    start, best = 0, list[int]()
    read = 0
    for index, line in plain.items():
        if index < read or len(homes[line]) == 1:
            continue
        run = _run(plain, homes, index)
        if len(run) > len(best) and run[0] - (index + len(run)) <= _FARTHEST_FROM_CONTENTS:
            start, best = index, run
        read = index + max(1, len(run))
    return start, best


def _like_titles(document: Document) -> list[int]:
    """List the lines that are no longer than a title and end like no sentence."""
    text = document.text
    return [
        index
        for index, (start, end) in enumerate(document.paragraphs)
        if end - start <= LONGEST_TITLE and text[end - 1] not in _SENTENCE_ENDS
    ]


def _run(plain: Mapping[int, str], homes: dict[str, list[int]], start: int) -> list[int]:
    """Follow lines from `start` on while each comes again, behind the run and with text between one and the next."""
    found: list[int] = []
    index = start
    while index in plain:
        after = found[-1] + 1 if found else index
        rest = homes[plain[index]]
        at = bisect_right(rest, after)
        if at == len(rest) or (found and index >= found[0]):
            break
        found.append(rest[at])
        index += 1
    return found if found and found[0] >= start + len(found) else []


def _set_off(document: Document, titles: Sequence[int]) -> list[int]:
    """List what is like a title and has two blank lines before it."""
    found: list[int] = []
    text, paragraphs = document.text, document.paragraphs
    for index in titles:
        before = text[paragraphs[index - 1].end : paragraphs[index].start] if index else "\n\n\n"
        if before.count("\n") > 2:  # noqa: PLR2004 - two blank lines are three line ends
            found.append(index)
    return found
