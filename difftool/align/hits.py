"""Every place of the inner text measured, and the places put in order.

Knows nothing of how a place was found, nor of what its edits mean.
"""

from collections.abc import Sequence

from difftool.align.choosing import Hit
from difftool.align.locate import MOST_PLACES, Lettered, Place, places
from difftool.align.measuring import Searched, measured_at
from difftool.model import Span

# What is left of a place is searched again if it may hold so much of the inner text.
_WORTH_IT = 0.3


def measured(searched: Searched, found: Sequence[Place]) -> list[Hit]:
    """Measure each place, and list those that are no part of a better one, the best first.

    Linear in the outer text's paragraphs once, then in the inner text for each place,
    but for what links and edits take within the work limit.
    """
    whole = Span(0, len(searched.outer.text))
    lettered = Lettered(searched.sought, searched.there, searched.hits)
    kept = _disjoint(searched, [(place, whole) for place in found], [])
    # A rough place may lie over the joint of two copies: what is left of it is searched again.
    tried = {place.span for place in found}
    again = [
        (place, rest)
        for rest in _rests(found, kept, len(searched.inner.text))
        for place in places(lettered, rest)
        if place.coverage >= _WORTH_IT and place.span not in tried
    ]
    return sorted(_disjoint(searched, again, kept), key=lambda hit: hit.rank)[:MOST_PLACES]


def _disjoint(searched: Searched, found: Sequence[tuple[Place, Span]], kept: Sequence[Hit]) -> list[Hit]:
    """Measure places, each in its room, and add to the hits kept those that share nothing with a better one."""
    whole = Span(0, len(searched.outer.text))
    likely = [(place, room) for place, room in found if not place.is_chance]
    hits = [hit for place, room in likely for hit in measured_at(searched, place, room)]
    taken = list(kept)
    for hit in sorted(hits, key=lambda hit: hit.rank):
        room = _room(hit.outer, taken, whole)
        if room.start <= hit.outer.start and hit.outer.end <= room.end:
            taken.append(hit)
        elif room.length:
            taken += measured_at(searched, Place(hit.outer, hit.coverage), room)
    return taken


def _rests(found: Sequence[Place], kept: Sequence[Hit], size: int) -> list[Span]:
    """List what no hit has taken of the places and as much text around them as the inner one has; no crumbs."""
    rests: set[Span] = set()
    for place in found:
        at, stop = place.span.start - size, place.span.end + size
        taken = sorted(hit.outer for hit in kept if hit.outer.end > at and hit.outer.start < stop)
        for span in [*taken, Span(stop, stop)]:
            if span.start - max(at, 0) >= _WORTH_IT * size:
                rests.add(Span(max(at, 0), span.start))
            at = max(at, span.end)
    # Those of neighbouring places overlap: each stretch is searched once, in the widest of them.
    widest = sorted(rests, key=lambda rest: (rest.start, -rest.end))
    return [rest for at, rest in enumerate(widest) if not any(rest.end <= other.end for other in widest[:at])]


def verbatim(searched: Searched) -> list[Hit]:
    """List where the inner text stands sign by sign, the first `MOST_PLACES` at most. Linear."""
    inner, outer = searched.inner, searched.outer
    if not inner.paragraphs:
        return []
    whole = Span(inner.paragraphs[0].start, inner.paragraphs[-1].end)
    hits: list[Hit] = []
    at = outer.text.find(whole.of(inner.text))
    while at >= 0 and len(hits) < MOST_PLACES:
        share = round(min(1.0, searched.inner_size / searched.outer_size), 6)
        hits.append(Hit(whole, Span(at, at + whole.length), 1.0, share, 1.0, 1.0))
        at = outer.text.find(whole.of(inner.text), at + whole.length)
    return hits


def _room(span: Span, taken: Sequence[Hit], whole: Span) -> Span:
    """Give the stretch around the middle of a span that no hit has taken; an empty one if the middle itself is."""
    middle = (span.start + span.end) // 2
    if any(hit.outer.start <= middle < hit.outer.end for hit in taken):
        return Span(middle, middle)
    low = max([hit.outer.end for hit in taken if hit.outer.end <= middle], default=whole.start)
    high = min([hit.outer.start for hit in taken if hit.outer.start > middle], default=whole.end)
    return Span(low, high)
