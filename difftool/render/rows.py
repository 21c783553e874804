"""What every side-by-side display draws: rows of paragraphs that answer each other, cut into runs.

Takes a comparison and the two texts. All decisions are made here, so that a
template only loops and escapes. Knows nothing of colours, HTML or terminals.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from difftool.model import Change, Comparison, Document, Kind, Link, LinkKind, Side, Span
from difftool.render.visible import in_line

__all__ = ["CONTEXT", "Cell", "Fold", "Row", "Run", "label", "rows"]

CONTEXT = 1  # unchanged paragraphs shown beside a changed one; as in the best report seen (anchors: ecosystem §5)
_LEAST_FOLD = 3  # folding fewer hides no more than the fold's own line takes


class Run(NamedTuple):
    """Hold a stretch of one side that stands in one change, or in none.

    An empty text marks the place where the other side has more. `is_target`
    holds for the first run of its change: a link to the change leads there.
    """

    text: str
    change: Change | None = None
    is_target: bool = False


class Cell(NamedTuple):
    """Hold one side of a row: the numbers of its paragraphs, from 1, their text, and their address as cited."""

    label: str
    runs: tuple[Run, ...]
    address: str = ""


class Row(NamedTuple):
    """Hold paragraphs that answer each other, or those of one side alone.

    `moves` are the move changes that span it. A moved paragraph comes twice:
    whole where the right side has it, and with its left side alone
    (`is_origin`) where the left side has it.
    """

    kind: LinkKind
    left: Cell | None
    right: Cell | None
    moves: tuple[Change, ...] = ()
    is_origin: bool = False

    @property
    def changes(self) -> tuple[Change, ...]:
        """List the changes drawn in the row, each once."""
        cells = [cell for cell in (self.left, self.right) if cell]
        runs = [run.change for cell in cells for run in cell.runs if run.change]
        return tuple({change.id: change for change in (*self.moves, *runs)}.values())

    @property
    def is_quiet(self) -> bool:
        """Tell whether nothing in the row counts as a change."""
        return all(change.ignored for change in self.changes)


class Fold(NamedTuple):
    """Hold rows that are folded away: unchanged ones, or what lies outside the part compared.

    `left` and `right` count paragraphs. `rows` are none where the settings leave the outside out.
    """

    reason: str
    left: int
    right: int
    rows: tuple[Row, ...]


def rows(
    comparison: Comparison, left: Document, right: Document, context: int = CONTEXT, *, left_out: bool = False
) -> list[Row | Fold]:
    r"""List what is to be drawn, in the order of the right side; nothing of either side is missing.

    `left` and `right` hold the texts; the paragraphs are those of the comparison.
    Paragraphs of the left alone come after their predecessor. Unchanged rows
    farther than `context` from a changed one are folded, and all that is outside; `left_out` keeps their counts only.
    Linear in the text, but for sorting.

    >>> from difftool.model import Relation, RelationKind, Settings, document
    >>> one = document("一\n二")
    >>> whole = Span(0, 3)
    >>> same = Relation(RelationKind.IDENTICAL, None, whole, whole, 1.0, 1.0, 1.0, layout_differs=False)
    >>> links = tuple(Link(LinkKind.EQUAL, (index,), (index,), 1.0) for index in range(2))
    >>> [row.left.runs[0].text for row in rows(Comparison(one, one, Settings(), same, links, ()), one, one)]
    ['一', '二']
    """
    drawn = list(_drawn(comparison, left.text, right.text))
    states = _states(drawn, context)
    result: list[Row | Fold] = []
    for state, numbered in groupby(enumerate(drawn), key=lambda pair: states[pair[0]]):
        links_and_rows = [pair for _, pair in numbered]
        stretch = tuple([row for _, row in links_and_rows])
        if state == "shown" or (state == "unchanged" and len(stretch) < _LEAST_FOLD and not left_out):
            result += stretch
            continue
        kept = not left_out and (comparison.settings.outside or state != "outside")
        left_count = sum(len(link.left) for link, _ in links_and_rows)
        right_count = sum(len(link.right) for link, _ in links_and_rows)
        result.append(Fold(state, left_count, right_count, stretch if kept else ()))
    return result


def label(paragraphs: Sequence[int]) -> str:
    """Write the numbers of paragraphs as people do, from 1.

    >>> label((3,)), label((3, 4, 5)), label(())
    ('4', '4–6', '')
    """
    if not paragraphs:
        return ""
    first, last = paragraphs[0] + 1, paragraphs[-1] + 1
    return str(first) if first == last else f"{first}–{last}"


def _states(drawn: Sequence[tuple[Link, Row]], context: int) -> list[str]:
    """Decide for each row whether it is shown, or folded and why."""
    states = ["outside" if row.kind is LinkKind.OUTSIDE else "unchanged" for _, row in drawn]
    loud = [at for at, (_, row) in enumerate(drawn) if not row.is_quiet]
    for at in loud:
        for near in range(max(at - context, 0), min(at + context + 1, len(drawn))):
            if near == at or states[near] != "outside":
                states[near] = "shown"
    return states


def _drawn(comparison: Comparison, left: str, right: str) -> Iterator[tuple[Link, Row]]:
    """Make the rows in the order of display; a moved one also where it came from."""
    by_link: defaultdict[int, list[Change]] = defaultdict(list)
    for change in comparison.changes:
        by_link[change.link].append(change)
    origins = _origins(comparison.links)
    seen: set[str] = set()
    for at in range(-1, len(comparison.links)):
        if at >= 0:
            link = comparison.links[at]
            yield link, _row(comparison, link, by_link[at], (left, right), seen)
        for origin in origins.get(at, ()):
            yield Link(LinkKind.MOVED, (), ()), _origin_row(comparison, origin, by_link, left)


def _origins(links: Sequence[Link]) -> dict[int, list[int]]:
    """Tell after which link (-1: before all) the moved paragraphs stood on the left, in left order."""
    places: dict[int, list[int]] = {}
    home, in_left_order = -1, [(link.left, at) for at, link in enumerate(links) if link.left]
    for _, at in sorted(in_left_order):
        if links[at].kind is LinkKind.MOVED:
            places.setdefault(home, []).append(at)
        else:
            home = at
    return places


def _row(comparison: Comparison, link: Link, changes: Sequence[Change], texts: tuple[str, str], seen: set[str]) -> Row:
    """Make the row of a link; `seen` are the changes that have their target already."""
    moves = tuple(change for change in changes if change.kind is Kind.MOVE)
    seen.update(change.id for change in moves)
    inner = [change for change in changes if change.kind is not Kind.MOVE]
    left = _cell(comparison.left, link.left, texts[0], _cuts(inner, Side.LEFT), seen)
    right = _cell(comparison.right, link.right, texts[1], _cuts(inner, Side.RIGHT), seen)
    return Row(link.kind, left, right, moves)


def _origin_row(comparison: Comparison, at: int, by_link: dict[int, list[Change]], text: str) -> Row:
    """Make the row that shows a moved paragraph where it stood, its edits marked there too."""
    changes = by_link.get(at, [])
    inner = [change for change in changes if change.kind is not Kind.MOVE]
    every = {change.id for change in changes}
    left = _cell(comparison.left, comparison.links[at].left, text, _cuts(inner, Side.LEFT), every)
    moves = tuple(change for change in changes if change.kind is Kind.MOVE)
    return Row(LinkKind.MOVED, left, None, moves, is_origin=True)


def _cuts(changes: Iterable[Change], side: Side) -> list[tuple[Span, Change]]:
    """List the spans of the changes on a side, in its order."""
    cuts: list[tuple[Span, Change]] = []
    for change in changes:
        insort(cuts, (change.left if side is Side.LEFT else change.right, change), key=lambda cut: cut[0])
    return cuts


def _cell(
    document: Document, paragraphs: Sequence[int], text: str, cuts: Iterable[tuple[Span, Change]], seen: set[str]
) -> Cell | None:
    """Cut the text from the first to the last paragraph into runs.

    Spans are kept inside the stretch and in order whatever they say: a faulty
    comparison draws a faulty row, and loses no text.
    """
    if not paragraphs:
        return None
    at, end = document.paragraphs[paragraphs[0]].start, document.paragraphs[paragraphs[-1]].end
    runs: list[Run] = []
    for span, change in cuts:
        start = min(max(span.start, at), end)
        stop = min(max(span.end, start), end)
        if at < start:
            runs.append(Run(text[at:start]))
        runs.append(Run(text[start:stop], change, change.id not in seen))
        seen.add(change.id)
        at = stop
    if at < end:
        runs.append(Run(text[at:end]))
    return Cell(label(paragraphs), tuple(runs), _address(document, paragraphs))


def _address(document: Document, paragraphs: Sequence[int]) -> str:
    """Cite the first paragraph and, where it is cited otherwise, the last; nothing where there are no addresses."""
    cited = [in_line(document.addresses[index]) for index in (paragraphs[0], paragraphs[-1]) if document.addresses]
    return " – ".join(filter(None, dict.fromkeys(cited)))
