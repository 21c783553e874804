"""The table of clauses that drafters of laws hand in: current, amended, notes; one row for each clause that changed.

Takes a comparison and the two texts, and decides every row, word and note, each made visible already. Knows nothing of
pages and office documents: `table_html` and `table_docx` draw what it gives.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from difftool.model import Change, Comparison, Document, Kind, Side
from difftool.render import spoken
from difftool.render.table_clauses import Pair, pairs
from difftool.render.table_lines import Line, Lines, Words
from difftool.render.table_notes import Shift, named, notes, rest
from difftool.render.table_remarks import remarks, sources, title
from difftool.render.table_words import Phrases, phrases
from difftool.render.visible import in_line

__all__ = ["ClauseRow", "Line", "Rest", "Table", "Words", "table"]

_LONGEST_HEADING = 80  # code points; longer ones are sentences
_DIVISIONS = ("编", "編", "篇", "部", "部分", "卷", "章", "节", "節", "”")
_LATIN_DIVISIONS = frozenset({"Part", "Title", "Chapter"})


class ClauseRow(NamedTuple):
    """Hold a clause on both sides, a line for each paragraph, what happened to it, and its changes by kind.

    A side that has no such clause has no lines.
    """

    left: tuple[Line, ...]
    right: tuple[Line, ...]
    notes: tuple[str, ...]
    kinds: str = ""


class Rest(NamedTuple):
    """Hold a row over all columns: clauses without a change, or the heading of the clauses that follow."""

    text: str
    is_heading: bool = False


class Table(NamedTuple):
    """Hold the whole table; languages are tags (BCP 47), `und` where unknown.

    `sources` name the two documents, each with its head; `remarks` stand under the table.
    """

    language: str
    languages: tuple[str, str]
    title: str
    sources: tuple[tuple[str, str], tuple[str, str]]
    heads: tuple[str, str, str]
    rows: tuple[ClauseRow | Rest, ...]
    remarks: tuple[str, ...]


def table(comparison: Comparison, left: Document, right: Document, language: str | None = None) -> Table:
    """Lay a comparison out as a table of clauses; `left` and `right` hold the texts.

    The table's own words are in `language`, `zh` or `en`; without one in Chinese where the left text is mostly Han.
    Words are changed where a counted change says so, and where a paragraph answers one of another clause.
    Linear in the text, but for sorting. Raises `InvalidSettings` for another language.

    >>> from difftool.compare import compare
    >>> from difftool.model import document
    >>> one, other = document("第一条 付款三次。"), document("第一条 付款四次。")
    >>> (row,) = table(compare(one, other), one, other).rows
    >>> [words.text for words in row.left[0] if words.is_changed], row.notes, row.kinds
    (['三'], ('修改',), '数值 1')
    """
    languages = spoken.language(left.text), spoken.language(right.text)
    said = phrases(language or ("zh" if languages[0].startswith("zh") else "en"), languages[0])
    rows = tuple(_Rows(comparison, left.text, right.text, said).drawn())
    heading, both, under = title(comparison, said), sources(comparison, said), tuple(remarks(comparison, said))
    return Table(said.language, languages, heading, both, said.heads, rows, under)


class _Rows:
    """Hold what is looked up for each row."""

    def __init__(self, comparison: Comparison, left: str, right: str, said: Phrases) -> None:
        self.comparison, self.said = comparison, said
        self.left, self.right = Lines(comparison, left, Side.LEFT), Lines(comparison, right, Side.RIGHT)
        self.pairs = pairs(comparison)
        self.changes: defaultdict[int, list[Change]] = defaultdict(list)
        for change in comparison.changes:
            self.changes[change.link].append(change)
        # In which row either side of a link stands.
        self.lefts = {self.left.links[at]: row for row, pair in enumerate(self.pairs) for at in _lefts(pair)}
        self.rights = {self.right.links[at]: row for row, pair in enumerate(self.pairs) for at in _rights(pair)}

    def drawn(self) -> Iterator[ClauseRow | Rest]:
        """Draw the rows: those where something counts, and one for each run of others between them."""
        rows = [(row, pair, self._shift(row, pair)) for row, pair in enumerate(self.pairs)]
        for is_quiet, some in groupby(rows, key=lambda one: self._is_quiet(*one[1:])):
            stretch = list(some)
            if not is_quiet:
                yield from [self._clause_row(pair, shift) for _, pair, shift in stretch]
            elif len(stretch) == len(rows):
                yield Rest(self._unchanged([]))
            else:
                is_last = stretch[-1][0] == len(rows) - 1
                yield from self._quiet([pair for _, pair, _ in stretch], is_last=is_last)

    def _quiet(self, run: list[Pair], *, is_last: bool) -> Iterator[Rest]:
        """Draw a run without a change; its last headings by themselves, for changed clauses come under them."""
        ends = [at + 1 for at, pair in enumerate(run) if self._heading(pair)]
        end = ends[-1] if ends and not is_last else 0
        start = end
        while start and self._heading(run[start - 1]):
            start -= 1
        if start:
            yield Rest(self._unchanged(run[:start]))
        yield from [Rest(self._heading(pair), is_heading=True) for pair in run[start:end]]
        if run[end:]:
            yield Rest(self._unchanged(run[end:]))

    def _unchanged(self, run: list[Pair]) -> str:
        """Say that some clauses are unchanged, or that all are."""
        ignored = sum(len(self.changes[link]) for pair in run or self.pairs for link in self._own(pair))
        return rest(self.said, run, ignored)

    def _heading(self, pair: Pair) -> str:
        """Write the heading that a pair is; nothing where it is none."""
        document, indices = self.comparison.right, _rights(pair)
        if not pair.left or len(indices) != 1 or pair.right[0].clauses or indices[0] >= len(document.addresses):
            return ""
        address, text = document.addresses[indices[0]], document.paragraphs[indices[0]].of(self.right.text)
        word = address.rpartition(", ")[2].partition(" ")[0]
        is_division = address.endswith(_DIVISIONS) or word in _LATIN_DIVISIONS
        return in_line(text.strip("#* \t\u3000")) if is_division and len(text) <= _LONGEST_HEADING else ""

    def _own(self, pair: Pair) -> list[int]:
        """List the links whose changes count in this row: those of its right, and those that its left has alone."""
        rights = [self.right.links[at] for at in _rights(pair)]
        lefts = [self.left.links[at] for at in _lefts(pair)]
        return list(dict.fromkeys([*rights, *[at for at in lefts if not self.comparison.links[at].right]]))

    def _shift(self, row: int, pair: Pair) -> Shift:
        """Find what counts in a row: its changes, and the paragraphs that answer those of another."""
        changes = [change for link in self._own(pair) for change in self.changes[link] if not change.ignored]
        gone = {at: self.rights.get(self.left.links[at], row) for at in _lefts(pair)}
        come = {at: self.lefts.get(self.right.links[at], row) for at in _rights(pair)}
        return Shift(
            tuple(changes),
            frozenset(at for at, there in gone.items() if there != row),
            frozenset(at for at, there in come.items() if there != row),
            self._others(row, gone.values(), Side.RIGHT),
            self._others(row, come.values(), Side.LEFT),
        )

    def _others(self, row: int, there: Iterable[int], side: Side) -> tuple[str, ...]:
        """Name the other rows that paragraphs answer, each once."""
        return tuple(dict.fromkeys([named(self.pairs[at], side, self.said) for at in there if at != row]))

    def _is_quiet(self, pair: Pair, shift: Shift) -> bool:
        """Tell whether nothing in a row counts as a change; a side alone does, unless it was ignored."""
        if shift.changes or shift.gone or shift.come:
            return False
        return bool(pair.left and pair.right) or any(self.changes[link] for link in self._own(pair))

    def _clause_row(self, pair: Pair, shift: Shift) -> ClauseRow:
        """Draw a clause in which something counts."""
        is_paired = bool(pair.left and pair.right)
        # A side alone of which no change tells: a comparison made by hand.
        is_whole = not (is_paired or shift.changes)
        left = self.left.of(pair.left, _lefts(pair) if is_whole else shift.gone)
        right = self.right.of(pair.right, _rights(pair) if is_whole else shift.come)
        kinds = [change for change in shift.changes if not (pair.is_moved and change.kind is Kind.MOVE)]
        return ClauseRow(left, right, notes(pair, shift, self.said), self.said.tally(kinds) if is_paired else "")


def _lefts(pair: Pair) -> list[int]:
    """List the paragraphs of a pair on the left."""
    return [at for unit in pair.left for at in unit.paragraphs]


def _rights(pair: Pair) -> list[int]:
    """List the paragraphs of a pair on the right."""
    return [at for unit in pair.right for at in unit.paragraphs]
