"""A mask: a placeholder run that stands for a hidden value."""

from enum import StrEnum
from typing import NamedTuple

from difftool.model.span import Span

# What a mask's slot can be read as (design §6).
READINGS = (
    *("year", "month", "day", "century", "anniversary", "ordinal", "count", "amount", "percent"),
    *("document-number", "phone", "id", "person", "place", "organization", "sector", "word", "unknown"),
)


class Nature(StrEnum):
    """Why a placeholder stands where it stands."""

    HIDDEN = "hidden"
    BLANK = "blank"
    LACUNA = "lacuna"
    ELISION = "elision"
    UNKNOWN = "unknown"


class Fit(StrEnum):
    """Whether a value shown elsewhere could be the hidden one, as far as the width tells."""

    YES = "yes"
    NO = "no"
    SILENT = "silent"


class Mask(NamedTuple):
    """Describe one mask of one document.

    `style` is the mask character or the wrapped form's name, `width` its
    number of mask characters, `shown` what the run leaves readable, `reading`
    names the slot (year, person, …) and never guesses the value. `change` is
    the id of the change that it stands in, `value` what the other side shows.
    """

    span: Span
    text: str
    style: str
    width: int
    shown: str = ""
    reading: str = "unknown"
    unit: str = ""
    nature: Nature = Nature.UNKNOWN
    change: str | None = None
    value: str | None = None
    fit: Fit = Fit.SILENT
