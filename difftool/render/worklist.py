"""The changes as a worklist: in which order a reviewer takes them, and what the page's script needs to know of each.

The texts of a change are not repeated here: the script reads them from the page.
"""

from typing import NamedTuple

from difftool.model import Change, Comparison, Kind, Significance
from difftool.render.bilingual import Pair
from difftool.render.entries import note, readings
from difftool.render.visible import in_line

__all__ = ["SECTIONS", "Worklist", "section", "worklist"]

# In this order: what changes the meaning before what a person must look at before what is form.
SECTIONS = ("wording", "names and order", "numbers", "references", "doubtful", "form only", "ignored")
_OF_KIND = {Kind.MASK: 2, Kind.NUMBER: 2, Kind.NUMERAL: 2, Kind.MOVE: 1, Kind.RENUMBERING: 3}
_NAMES = frozenset({"person", "place", "organization"})


class Worklist(NamedTuple):
    """Hold what there is to know of each change, in the order of the text: tuples of numbers, so that it stays small.

    `changes` are `(number of the id, kind, significance, section, note, key)`, kinds, significances, sections and
    notes being places in their lists; `notes` say in both languages what a change is.
    """

    notes: tuple[Pair, ...]
    changes: tuple[tuple[int, int, int, int, int, str], ...]


def section(change: Change, reading: str = "") -> int:
    """Give the place in `SECTIONS` of a change; `reading` is that of the mask in it.

    >>> from difftool.model import Shape, Span
    >>> at = Span(0, 1)
    >>> shape, level = Shape.REPLACEMENT, Significance.SUBSTANTIVE
    >>> one = Change("c1", "", Kind.NUMBER, None, shape, level, at, at, "5", "6", 0, "number")
    >>> SECTIONS[section(one)], SECTIONS[section(one._replace(significance=Significance.DOUBTFUL))]
    ('numbers', 'doubtful')
    """
    if change.ignored:
        return 6
    if change.significance is not Significance.SUBSTANTIVE:
        return 4 if change.significance is Significance.DOUBTFUL else 5
    if change.detail == "order" or reading in _NAMES:
        return 1
    return _OF_KIND.get(change.kind, 0)


def worklist(comparison: Comparison) -> Worklist:
    """List what the script needs to know of each change. Linear in them."""
    kinds, levels = list(Kind), list(Significance)
    known = readings(comparison)
    notes: dict[Pair, int] = {}
    rows = [
        (
            int(change.id[1:]),
            kinds.index(change.kind),
            levels.index(change.significance),
            section(change, known.get(change.id, "")),
            notes.setdefault(_both(comparison, change, known.get(change.id, "")), len(notes)),
            change.key,
        )
        for change in comparison.changes
    ]
    return Worklist(tuple(notes), tuple(rows))


def _both(comparison: Comparison, change: Change, reading: str) -> Pair:
    """Say in a phrase what a change is, in both languages."""
    from difftool.render import chinese  # noqa: PLC0415 - a terminal does without

    return note(comparison, change, reading), in_line(chinese.note(comparison, change, reading))
