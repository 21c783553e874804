"""What stands around the table of clauses: its title, the documents, what is left out.

Asked by `table`. Knows the comparison as a whole, and no clause.
"""

from bisect import bisect_right
from collections.abc import Iterator

from difftool.model import Comparison, Document, RelationKind, Side, Span
from difftool.model.comparison import STALE
from difftool.render.table_words import Phrases
from difftool.render.visible import clip, in_line

__all__ = ["remarks", "sources", "title"]

_LONGEST = 120  # code points of a title or a name
_MOST = 12  # references named one by one


def title(comparison: Comparison, said: Phrases) -> str:
    """Name the table, with the title of the document where both sides have the same."""
    left, right = (_title(comparison, side) for side in Side)
    if not left or left != right:
        return said.title
    quoted = left if said.language == "en" or left.startswith("《") else f"《{left}》"
    return said.title_of.format(quoted)


def sources(comparison: Comparison, said: Phrases) -> tuple[tuple[str, str], tuple[str, str]]:
    """Name both documents below the heads of their columns: the title, unless the table has it, and the name."""
    titles = [_title(comparison, side) for side in Side]
    names = [in_line(clip(document.name, _LONGEST)) for document in (comparison.left, comparison.right)]
    shown = [
        said.source.format(one, name) if one and titles[0] != titles[1] else name
        for one, name in zip(titles, names, strict=True)
    ]
    return (said.heads[0], shown[0]), (said.heads[1], shown[1])


def _title(comparison: Comparison, side: Side) -> str:
    """Take the title of a document out of its facts; empty where it has none."""
    facts = comparison.left_facts if side is Side.LEFT else comparison.right_facts
    return next((in_line(clip(" ".join(fact.text.split()), _LONGEST)) for fact in facts if fact.name == "title"), "")


def remarks(comparison: Comparison, said: Phrases) -> Iterator[str]:
    """Say how the table is to be read, and what it does not show."""
    summary = comparison.summary
    if comparison.relation.kind is RelationKind.UNRELATED:
        yield said.unrelated
    if comparison.limits:
        yield said.limits.format(len(comparison.limits))
    if summary.changes:
        yield said.legend
    outside = zip(said.outside_of, (summary.outside_left, summary.outside_right), strict=True)
    parts = [part.format(number) for part, number in outside if number]
    if parts:
        yield said.outside.format(said.between.join(parts))
    if summary.ignored:
        yield said.ignored.format(summary.ignored)
    if comparison.settings.conceal:
        yield said.concealed
    stale = [
        _cited(comparison.right, span) for one in comparison.findings if one.kind == STALE for span in one.right[:1]
    ]
    if stale:
        shown = list(dict.fromkeys(stale))
        more = ["…"] if len(shown) > _MOST else []
        yield said.stale.format(said.between.join([*shown[:_MOST], *more]))


def _cited(document: Document, span: Span) -> str:
    """Name the place of a reference and its words."""
    at = bisect_right(document.paragraphs, Span(span.start, document.length)) - 1
    address = document.addresses[at] if 0 <= at < len(document.addresses) else ""
    words = f"“{in_line(clip(span.of(document.text), _LONGEST))}”" if document.has_text else ""
    return f"{in_line(address)}{words}"
