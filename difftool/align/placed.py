"""Links between an inner text and one place of an outer one: the ends of the place set right by paragraphs.

Knows nothing of how the place was found, nor of other places.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from difftool.align.anchors import Pair
from difftool.align.gaps import LIKE_ANYWHERE
from difftool.align.likeness import Essence, Paragraphs, Views, likeness
from difftool.align.locate import paragraphs_at
from difftool.align.paragraphs import link
from difftool.model import Document, Edit, Link, LinkKind, Span

# So much may have been put in between the place and what is missing of its ends: half of some paragraphs, and no more
# than a quarter of the text, or the next copy would lend its end.
_PUT_IN, _SMALL_PART = 200, 8
# What was moved to an end of the place is looked for so many paragraphs beyond it, one of them put in beside it; it
# must be nearly unchanged, or a neighbour on the same template would do.
_FARTHEST_MOVED = 12
_PUT_BESIDE = 1
SHORTEST_MOVED = 12
COPY = 0.9


class Linker(NamedTuple):
    """Hold two texts whose paragraphs are to be linked, which of them surely answer, and views known of them.

    `links` keeps what was linked, by the outer paragraphs, where nothing is known to answer.
    """

    inner: Document
    outer: Document
    work_limit: int
    known: tuple[Edit, ...] = ()
    views: tuple[Views, Views] | None = None
    links: dict[tuple[Span, ...], list[Link]] | None = None

    def between(self, first: int, stop: int) -> list[Link]:
        """Link all inner paragraphs with the outer ones `[first, stop)`."""
        spans = tuple(self.outer.paragraphs[first:stop])
        links = self.links.get(spans) if self.links is not None and not self.known else None
        if links is None:
            views = self.views or (None, None)
            here = Paragraphs(self.inner, self.inner.paragraphs, views[0])
            there = Paragraphs(self.outer, spans, views[1])
            links = link(here, there, self.work_limit, self._pairs(here, there) if self.known else ())
            if self.links is not None and not self.known:
                self.links[spans] = links
        if not first:
            return list(links)
        return [one._replace(right=tuple([index + first for index in one.right])) for one in links]

    def _pairs(self, here: Paragraphs, there: Paragraphs) -> list[Pair]:
        homes = [{span: at for at, span in enumerate(side.spans)} for side in (here, there)]
        known = [one for one in self.known if one.left in homes[0] and one.right in homes[1]]
        return [Pair(homes[0][one.left], homes[1][one.right]) for one in known]

    def at(self, span: Span) -> list[Link]:
        r"""Link the inner paragraphs to those at a place; where an end stays alone, try with a wider place.

        >>> from difftool.model import document
        >>> [one.right for one in Linker(document("二"), document("一\n二\n三"), 100).at(Span(2, 3)) if one.is_paired]
        [(1,)]
        """
        first, stop = paragraphs_at(self.outer, span)
        links = self.between(first, stop)
        missing = self._missing_ends(links)
        here = self._staying(links)
        ends = max(here[0], missing[0]), min(here[1] + 1, len(self.inner.paragraphs) - missing[1])
        # First the nearest paragraphs alone: among equal headings, the nearest is the one.
        for reach in (0, 1):
            if any(self._missing_ends(links)):
                wider = self.between(*self._widened((first, stop), missing, reach))
                kept = [piece for one in wider for piece in self._kept(one, Span(first, stop), missing, ends)]
                links = _restored(kept, links)
        return outside(links, len(self.outer.paragraphs))

    def _kept(self, one: Link, place: Span, missing: tuple[int, int], ends: tuple[int, int]) -> list[Link]:
        """Take a link apart that stands outside a place, but those of the inner text's missing ends.

        `place` counts outer paragraphs, `missing` those of each end, `ends` says where in the inner text they are.
        Right beside the place whatever answers by its order is kept, farther off only what is half alike.
        """
        if not one.is_paired or (one.right[-1] >= place.start and one.right[0] < place.end):
            return [one]
        if one.right[-1] < place.start:
            is_end, is_beside = one.left[-1] < ends[0], one.right[-1] >= place.start - missing[0]
        else:
            is_end, is_beside = one.left[0] >= ends[1], one.right[0] < place.end + missing[1]
        if is_end and (is_beside or self._likeness(one) >= LIKE_ANYWHERE):
            return [one]
        return _taken_apart(one)

    def _staying(self, links: Sequence[Link]) -> tuple[int, int]:
        """Give the first and the last inner paragraph that has an answer in order; all of them if none has."""
        staying = [index for one in links if one.is_paired and one.kind is not LinkKind.MOVED for index in one.left]
        return min(staying, default=0), max(staying, default=len(self.inner.paragraphs) - 1)

    def _missing_ends(self, links: Sequence[Link]) -> tuple[int, int]:
        """Count the inner paragraphs before the first and behind the last in order that have no answer."""
        first, last = self._staying(links)
        alone = [index for one in links if not one.is_paired for index in one.left]
        before, after = sum(index < first for index in alone), sum(index > last for index in alone)
        # Of two equal headings either may be the one that has no answer.
        paragraphs, text = self.inner.paragraphs, self.inner.text
        twins = {paragraphs[index].of(text) for index in alone}
        shared = [paragraphs[index].of(text) in twins for index in (first, last)] if paragraphs else [False, False]
        return before or int(shared[0]), after or int(shared[1])

    def _widened(self, place: tuple[int, int], missing: tuple[int, int], reach: int) -> tuple[int, int]:
        """Widen a place by as many paragraphs as are missing; with `reach`, by more, for what was put in between.

        Headings that differ in every word are found only by their place: one more than is missing on each side.
        """
        inner, outer = self.inner.paragraphs, self.outer.paragraphs
        first, stop = place
        before, after = missing
        room = 0, 0
        if reach:
            spare = min(_PUT_IN, len(self.inner.text) // _SMALL_PART)
            sizes = [
                sum(span.length for span in side) + spare for side in (inner[:before], inner[len(inner) - after :])
            ]
            room = _reached(outer[:first][::-1], sizes[0]), _reached(outer[stop:], sizes[1])
        return (
            max(0, first - max(before + reach, room[0])) if before else first,
            min(len(outer), stop + max(after + reach, room[1])) if after else stop,
        )

    def with_moved_to_ends(self, links: list[Link]) -> list[Link]:
        """Add what moved before or behind all that stands at the place, if it is nearly unchanged there."""
        alone = {at for one in links if not one.is_paired for at in one.left}
        known = {(one.left, one.right) for one in links if one.is_paired}
        if not alone or not known:
            return links
        reach = min(len(alone) + _PUT_BESIDE, _FARTHEST_MOVED)
        first = max(0, min(right[0] for _, right in known) - reach)
        stop = min(len(self.outer.paragraphs), max(right[-1] for _, right in known) + 1 + reach)
        wider = self._replace(known=()).between(first, stop)
        if not known <= {(one.left, one.right) for one in wider}:
            return links
        new = [one for one in wider if one.is_paired and (one.left, one.right) not in known]
        unsure = {one for one in new if not self._is_copy(one)}
        kept = [piece for one in wider for piece in (_taken_apart(one) if one in unsure else [one])]
        return outside(kept, len(self.outer.paragraphs)) if len(unsure) < len(new) else links

    def _essences(self, one: Link) -> tuple[Essence, Essence]:
        here, there = (
            Essence(Span(side.paragraphs[indices[0]].start, side.paragraphs[indices[-1]].end).of(side.text))
            for side, indices in ((self.inner, one.left), (self.outer, one.right))
        )
        return here, there

    def _likeness(self, one: Link) -> float:
        return likeness(*self._essences(one))

    def _is_copy(self, one: Link) -> bool:
        """Tell whether the paragraphs of a link are nearly the same text, too long to be a phrase of a template."""
        here, there = self._essences(one)
        return min(here.size, there.size) >= SHORTEST_MOVED and likeness(here, there, COPY) >= COPY


def _taken_apart(one: Link) -> list[Link]:
    """Leave each paragraph of a link alone."""
    left = [Link(LinkKind.DELETED, (at,), ()) for at in one.left]
    return left + [Link(LinkKind.INSERTED, (), (at,)) for at in one.right]


def _restored(links: list[Link], before: Sequence[Link]) -> list[Link]:
    """Put links back that were there before and of which every paragraph is alone now: it was lost to a sister.

    What then stands in another order than the rest moved.
    """
    left = {at for one in links if not one.is_paired for at in one.left}
    right = {at for one in links if not one.is_paired for at in one.right}
    lost = [one for one in before if one.is_paired and left.issuperset(one.left) and right.issuperset(one.right)]
    paired = {(at,) for one in lost for at in one.left}, {(at,) for one in lost for at in one.right}
    staying = [one for one in links if one.is_paired and one.kind is not LinkKind.MOVED]
    lost = [one._replace(kind=LinkKind.MOVED) if _crosses(one, staying) else one for one in lost]
    return [one for one in links if one.left not in paired[0] and one.right not in paired[1]] + lost


def _crosses(link: Link, staying: Iterable[Link]) -> bool:
    return any((link.left < one.left) is not (link.right < one.right) for one in staying)


def _reached(paragraphs: Sequence[Span], missing: int) -> int:
    """Count the paragraphs that may hold what is missing, and as much that was put in before it."""
    count, room = 0, 2 * missing
    while room > 0 and count < len(paragraphs):
        room -= paragraphs[count].length
        count += 1
    return count


def outside(links: Sequence[Link], count: int) -> list[Link]:
    """Call outside what lies before the first and behind the last linked paragraph of the outer text."""
    linked = [index for one in links if one.is_paired for index in one.right]
    if not linked:
        return list(links)
    low, high = min(linked), max(linked)
    kept = [one for one in links if one.left or low < one.right[0] < high]
    rest = [index for index in range(count) if not low <= index <= high]
    return kept + [Link(LinkKind.OUTSIDE, (), (index,)) for index in rest]
