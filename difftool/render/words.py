"""The words of every display: kinds and details explained, numbers with their nouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from difftool.model import Change, Kind, Section, Side, Significance

__all__ = ["KINDS", "SIGNIFICANCES", "article", "counted", "explain", "listed", "percent", "tally"]

KINDS: dict[Kind, str] = {
    Kind.MASK: "a placeholder stands for a hidden value, on one side or on both",
    Kind.NUMBER: "a value, bound, unit or date differs",
    Kind.WORDING: "words differ",
    Kind.MOVE: "a paragraph stands elsewhere",
    Kind.RENUMBERING: "a number follows from what was inserted, deleted or moved",
    Kind.NUMERAL: "the same value, written otherwise",
    Kind.SCRIPT: "Simplified against Traditional, or variants of one character",
    Kind.WIDTH: "full width against half width",
    Kind.CASE: "capital against small letters",
    Kind.PUNCTUATION: "punctuation marks differ",
    Kind.SPACE: "white space, line ends or paragraph breaks differ",
    Kind.NOISE: "damage of a conversion, not part of the text",
}

SIGNIFICANCES: dict[Significance, str] = {
    Significance.SUBSTANTIVE: "the meaning differs",
    Significance.DOUBTFUL: "a person must look",
    Significance.ACCIDENTAL: "only the form differs",
}

_DETAILS: dict[tuple[Kind, str], str] = {
    (Kind.MASK, "restyled"): "masked on both sides, in another style",
    (Kind.MASK, "remasked"): "masked on both sides, not to the same extent",
    (Kind.MASK, "applied"): "right hides what left shows",
    (Kind.MASK, "revealed"): "left hides what right shows",
    (Kind.MASK, "emptied"): "a value is gone, and no placeholder stands for it",
    (Kind.MASK, "added"): "only right has the mask",
    (Kind.MASK, "removed"): "only left has the mask",
    (Kind.MASK, "filled"): "right fills a blank of left",
    (Kind.MASK, "blanked"): "right has a blank for what left fills in",
    (Kind.WORDING, "term"): "a fixed term differs",
    (Kind.WORDING, "regional"): "the word of another region",
    (Kind.WORDING, "confusable"): "characters that are easily mistaken",
    (Kind.WORDING, "order"): "names changed places",
    (Kind.WORDING, "variant-word"): "two spellings of one word",
}


def explain(change: Change) -> str:
    """Say in a phrase what the change is.

    >>> from difftool.model import Shape, Span
    >>> at = Span(0, 1)
    >>> explain(Change("c1", "", Kind.MASK, "applied", Shape.REPLACEMENT, Significance.SUBSTANTIVE,
    ...                at, at, "5", "*", 0, "mask"))
    'right hides what left shows'
    """
    detail = change.detail or ""
    return _DETAILS.get((change.kind, detail)) or detail.replace("-", " ") or KINDS[change.kind]


def counted(number: int, noun: str) -> str:
    """Put a number before its noun, the plural by `s`.

    >>> counted(1, "change"), counted(3171, "character"), counted(0, "mask")
    ('1 change', '3,171 characters', '0 masks')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(parts: Sequence[str]) -> str:
    """Join the parts of an enumeration.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def tally(changes: Iterable[Change]) -> str:
    """Count changes by kind, in the order of display: `2 mask, 1 number`."""
    kinds = [change.kind for change in changes]
    return ", ".join(f"{kinds.count(kind):,} {kind}" for kind in Kind if kind in kinds)


def percent(share: float) -> str:
    """Write a share as per cent, never rounded up to all nor down to nothing.

    >>> percent(1.0), percent(0.9996), percent(0.184), percent(0.0004), percent(0.0)
    ('100 %', '99.9 %', '18 %', '0.1 %', '0 %')
    """
    shown = share * 100
    if 0 < shown < 1 or 99 < shown < 100:  # noqa: PLR2004 - where whole per cents would say nothing or all
        return f"{min(max(shown, 0.1), 99.9):.1f} %"
    return f"{round(shown)} %"


def article(section: Section, whole: Side) -> str:
    """Name the part of a compilation.

    >>> from difftool.model import Span
    >>> article(Section(Side.RIGHT, 3, 5, "title", Span(0, 5)), Side.RIGHT)
    'article 3 of 5 of right'
    """
    return f"article {section.ordinal:,} of {section.of:,} of {whole}"
