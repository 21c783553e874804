"""White space outside of paragraphs, which no change covers, and sides that hold nothing else.

Stands below the answer, which must not say that nothing else differs where it does. Knows
nothing of changes.
"""

from __future__ import annotations

from difftool.model import Comparison, Document, RelationKind, Side
from difftool.render.words import listed

__all__ = ["PLACES", "loose_places", "white_space", "without_text"]

PLACES = ("between paragraphs", "at the start", "at the end")


def white_space(comparison: Comparison) -> str:
    """Name the white space outside of paragraphs that differs; at the ends only where they answer each other."""
    places = loose_places(comparison)
    return f"the white space {listed(places)} differs" if places else ""


def loose_places(comparison: Comparison) -> list[str]:
    """List where that white space differs, of `PLACES`."""
    between, start, end = PLACES
    places = [between] if comparison.relation.layout_differs else []
    left, right = comparison.left, comparison.right
    if comparison.relation.kind in {RelationKind.EQUIVALENT, RelationKind.REVISION} and not without_text(comparison):
        places += [start] if _head(left) != _head(right) else []
        places += [end] if _tail(left) != _tail(right) else []
    return places


def _head(document: Document) -> str | int:
    """Take the white space before the first paragraph; its length where the text is not at hand."""
    end = document.paragraphs[0].start
    return document.text[:end] if document.has_text else end


def _tail(document: Document) -> str | int:
    """Take the white space after the last paragraph; its length where the text is not at hand."""
    start = document.paragraphs[-1].end
    return document.text[start:] if document.has_text else document.length - start


def without_text(comparison: Comparison) -> list[Side]:
    """List the sides without a paragraph: nothing is a version of nothing, nor like it."""
    return [side for side in Side if not (comparison.left if side is Side.LEFT else comparison.right).paragraphs]
