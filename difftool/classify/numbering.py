"""The number at the head of a paragraph, written in another style.

Asked by `rules`; how a number is read is told by `view.markers`. Knows single paragraphs, no sequence.
"""

from __future__ import annotations

from difftool.classify.site import Site, Verdict
from difftool.model import Kind, Significance, Span
from difftool.view import markers
from difftool.view.markers import Marker

__all__ = ["Marker", "marker_at", "restyled"]

_SIGHT = 30


def marker_at(text: str, start: int) -> Marker | None:
    """Read the number at the head of the paragraph at `start`, unless it is one put in between two of its sequence.

    第一百二十条之一 shifts no number behind it, and takes none.

    >>> marker_at("第十三条 甲", 0).value, marker_at("第十三条之一 甲", 0)
    (13, None)
    """
    found = markers.marker_at(text, start)
    return None if found is None or found.more else found


def _head(text: str, span: Span) -> int:
    """Find where the paragraph around a span starts, or -1 beyond the reach of any marker."""
    line = text[max(0, span.start - _SIGHT) : span.start]
    if "\n" in line or "\r" in line:
        line = line.rpartition("\n")[2].rpartition("\r")[2]
    if len(line) == _SIGHT:
        return -1
    return span.start - len(line.lstrip())


def restyled(site: Site) -> Verdict | None:
    """Accept another style of the same number at a paragraph's head; another level is doubtful.

    The edit lies inside the marker on both sides: `3、` for `三、`, `（一）` for `一、`.
    """
    start = _head(site.left, site.edit.left)
    left = marker_at(site.left, start) if start >= 0 else None
    if left is None:
        return None
    start = _head(site.right, site.edit.right)
    right = marker_at(site.right, start) if start >= 0 else None
    if right is None or left.value != right.value or left.style == right.style:
        return None
    if not (left.span.contains(site.edit.left) and right.span.contains(site.edit.right)):
        return None
    same_level = left.style.strip("9一") == right.style.strip("9一")
    return Verdict(Kind.RENUMBERING, None, Significance.ACCIDENTAL if same_level else Significance.DOUBTFUL)
