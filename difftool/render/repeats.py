"""What is replaced at many places, shown once with its count and its places."""

from typing import NamedTuple

from difftool.classify.phrases import phrases
from difftool.model import Change, Comparison, Document, Kind, Side
from difftool.render.rows import label
from difftool.render.visible import clip, in_line, marked

__all__ = ["Repeat", "repeats"]

_READING = 40  # code points of a text; the changes themselves are shown whole


class Repeat(NamedTuple):
    """Hold one replacement with all its places, ready to show.

    A place is the ids of its changes and where it stands; the first id is the one to go to.
    """

    kind: Kind
    left: str
    right: str
    places: tuple[tuple[tuple[str, ...], str], ...]


def repeats(comparison: Comparison, left: Document) -> list[Repeat]:
    """List the replacements, insertions and deletions that come at two places or more, the most frequent first.

    `left` holds the text of the left side.
    """
    known = {change.id: change for change in comparison.counted}
    return [
        Repeat(
            one.kind,
            _reading(one.left_text),
            _reading(one.right_text),
            tuple([(place, _place(comparison, known[place[0]])) for place in one.places]),
        )
        for one in phrases(comparison.counted, left.text)
    ]


def _place(comparison: Comparison, change: Change) -> str:
    """Cite the paragraph, on the right where it has one; by its number where nobody cites it."""
    link = comparison.links[change.link]
    side = Side.RIGHT if link.right else Side.LEFT
    return in_line(comparison.place(change, side)) or f"¶{label((link.right or link.left)[:1])}"


def _reading(text: str) -> str:
    """Show a text on one line."""
    return marked(clip(text, _READING)).replace("\n", "")
