"""An edit (where two texts differ) and a change (an edit with its kind)."""

from enum import StrEnum
from typing import NamedTuple

from difftool.model.span import Span


class Shape(StrEnum):
    """The form of an edit, derived from its two spans."""

    INSERTION = "insertion"
    DELETION = "deletion"
    REPLACEMENT = "replacement"
    MOVE = "move"


class Significance(StrEnum):
    """Textual scholarship's two levels, and the one between them."""

    SUBSTANTIVE = "substantive"
    DOUBTFUL = "doubtful"
    ACCIDENTAL = "accidental"


class Kind(StrEnum):
    """The sort of a difference, in the order of display.

    One word each: JSON value, CSS class, filter name and legend entry alike.
    """

    MASK = "mask"
    NUMBER = "number"
    WORDING = "wording"
    MOVE = "move"
    RENUMBERING = "renumbering"
    NUMERAL = "numeral"
    SCRIPT = "script"
    WIDTH = "width"
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPACE = "space"
    NOISE = "noise"


class Edit(NamedTuple):
    """Pair the two spans of one difference; an empty one stands where the text would go.

    >>> Edit(Span(3, 3), Span(3, 7)).shape
    <Shape.INSERTION: 'insertion'>
    """

    left: Span
    right: Span

    @property
    def shape(self) -> Shape:
        """Name the form that the spans give."""
        if self.left.is_empty:
            return Shape.INSERTION
        return Shape.DELETION if self.right.is_empty else Shape.REPLACEMENT

    @property
    def mirrored(self) -> "Edit":
        """Swap the sides."""
        return Edit(self.right, self.left)


class Change(NamedTuple):
    """Hold an edit with its kind and the name of the rule that decided.

    `link` indexes `Comparison.links`; `group` names systematic replacements,
    `block` consecutive moved paragraphs. `key` survives another run of the
    tool, `id` does not.
    """

    id: str
    key: str
    kind: Kind
    detail: str | None
    shape: Shape
    significance: Significance
    left: Span
    right: Span
    left_text: str
    right_text: str
    link: int
    rule: str
    group: str | None = None
    block: str | None = None
    ignored: bool = False
