"""The strip of a document: where on its length the compared part lies, and where the changes are."""

from typing import NamedTuple

from difftool.model import Comparison, Kind, Side, Span

__all__ = ["WIDTH", "Strip", "Tick", "strip"]

WIDTH = 1000  # units across; more ticks than that could not be told apart


class Tick(NamedTuple):
    """Mark a change on the strip."""

    at: int
    change: str
    kind: Kind


class Strip(NamedTuple):
    """Hold the bands `(start, width)` that the other side answers, and the changes, in units of `WIDTH`."""

    bands: tuple[tuple[int, int], ...]
    ticks: tuple[Tick, ...]


def strip(comparison: Comparison, side: Side) -> Strip:
    """Lay one side out on a strip; changes that fall on one place and are of one kind give one tick."""
    is_left = side is Side.LEFT
    document = comparison.left if is_left else comparison.right
    scale = WIDTH / max(document.length, 1)
    spans = sorted(
        document.paragraphs[index]
        for link in comparison.links
        if link.is_paired
        for index in (link.left if is_left else link.right)
    )
    bands: list[Span] = []
    for span in spans:
        start, end = int(span.start * scale), max(int(span.end * scale), int(span.start * scale) + 1)
        # A gap of two units is the white space between paragraphs, not a part left out.
        if bands and start - bands[-1].end <= 2:  # noqa: PLR2004 - see above
            bands[-1] = Span(bands[-1].start, max(end, bands[-1].end))
        else:
            bands.append(Span(start, end))
    ticks: dict[tuple[int, Kind], Tick] = {}
    for change in comparison.counted:
        at = min(int((change.left if is_left else change.right).start * scale), WIDTH - 1)
        ticks.setdefault((at, change.kind), Tick(at, change.id, change.kind))
    return Strip(tuple((band.start, band.length) for band in bands), tuple(ticks.values()))
