"""One place of the inner text measured by its own links and edits: how much of it stands there, and how like.

Knows nothing of other places, nor of what the edits mean.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from difftool.align.borders import end_of, start_of
from difftool.align.characters import edits
from difftool.align.choosing import MUCH_LONGER, Hit, best_of
from difftool.align.cuts import cut_at
from difftool.align.letters import Letters
from difftool.align.likeness import Views
from difftool.align.locate import Lettered, Place
from difftool.align.placed import SHORTEST_MOVED, Linker
from difftool.align.placing import ordered, stretches
from difftool.align.windows import Hits
from difftool.model import Document, Edit, Link, LinkKind, Span
from difftool.view.folds import match, noise

# Where less of the inner text stands unchanged, more tries are not worth their time.
_WORTH_MORE = 0.3
# The runs and ratings of the paragraphs of so short a text, and of one place of it, are kept in some megabytes.
_SHORT = 50_000


class Searched(NamedTuple):
    """Hold two texts, their letters and hits, how many code points their paragraphs have, a limit, views.

    `links` and `scripts` keep what was found between some paragraphs: the tries of a place have most in common.
    """

    inner: Document
    outer: Document
    sought: Letters
    there: Letters
    hits: Hits
    inner_size: int
    outer_size: int
    work_limit: int
    views: tuple[Views, Views]
    links: dict[tuple[Span, ...], list[Link]]
    scripts: dict[Edit, list[Edit]]

    @classmethod
    def of(cls, inner: Document, outer: Document, work_limit: int, lettered: Lettered) -> "Searched":
        """Look at two texts once for all their places, by their letters. Linear."""
        sizes = [sum([end - start for start, end in one.paragraphs]) for one in (inner, outer)]
        is_short = len(inner.text) <= _SHORT
        views = (Views({}, {}, {}, {}), Views({}, {}, {})) if is_short else (Views({}, {}), Views({}, {}))
        return cls(inner, outer, *lettered, sizes[0], sizes[1], work_limit, views, {}, {})

    def edits(self, stretch: Edit) -> list[Edit]:
        """Give the edits inside a stretch."""
        if stretch not in self.scripts:
            self.scripts[stretch] = edits(self.inner.text, self.outer.text, stretch, self.work_limit)[0]
        return self.scripts[stretch]

    def forget(self) -> None:
        """Let go what only the tries of one place have in common."""
        for kept in (self.views[0].ratings, self.views[1].grams):
            if kept:
                kept.clear()


def measured_at(searched: Searched, place: Place, room: Span) -> list[Hit]:
    """Cut, link and compare at one place, and give the hit there; none if nothing answers.

    Where the borders found and the rough ones differ, both are tried, and the place without what moved to its ends.
    The wider may add only what is nearly a copy. What is no more than phrases is tried once, as wide as it may be.
    """
    inner, outer = searched.inner, searched.outer
    searched.forget()
    if room.length < len(outer.text):  # a copy beside the room must not lend its ends
        reach = 4 * len(inner.text)
        clipped = Span(max(room.start, place.span.start - reach), min(room.end, place.span.end + reach))
        searched = searched._replace(there=searched.there.within(clipped))
    tries = _rough_tries(searched, place, room)
    verbatim = [hit for hits in tries.values() for hit in hits if hit.is_verbatim]
    if verbatim:
        return verbatim
    if all(hit.unchanged < _WORTH_MORE for hits in tries.values() for hit in hits):
        return best_of([hit for hits in tries.values() for hit in hits], searched.inner_size)
    for hit in [hit for hits in tries.values() for hit in hits]:
        if hit.core not in tries:
            # What moved to the edge may be a sister's end, and the true end farther off.
            tries[hit.core] = _measured_once(searched, hit.core, set(hit.core), room)
    # Or it lies over two copies, and holds the better half of each: either of them alone is tried.
    for near, ends in _halves(searched, [hit.outer for hits in tries.values() for hit in hits]):
        tries[near] = tries.get(near) or _measured_once(searched, near, ends, room)
    found = [hit for hits in tries.values() for hit in hits]
    # Or what is missing moved to an end of the place.
    cores = {hit.core for hit in found if hit.coverage < 1}
    found += [hit for core in sorted(cores) for hit in _measured_once(searched, core, set(core), room, with_ends=True)]
    # Or what stands before the title is the end of the article before.
    titled = {Span(hit.head, hit.outer.end) for hit in found if not hit.begins}
    found += [
        hit
        for span in sorted(titled)
        for hit in _measured_once(searched, span, set(span), Span(span.start, room.end), with_ends=True)
    ]
    return best_of(found, searched.inner_size)


def _rough_tries(searched: Searched, place: Place, room: Span) -> dict[Span, list[Hit]]:
    """Measure at a place and at its dense part, each with the borders found and with the rough ones.

    One try alone is given where it is verbatim, for nothing can be better, and where it is as wide as it may be and
    holds hardly more than phrases, for no part of it holds more.
    """
    tries: dict[Span, list[Hit]] = {}
    is_faint = place.coverage < _WORTH_MORE
    for span in (place.span, place.dense) if place.dense else (place.span,):
        start, end = _ends(searched, span.start, span.end)
        near = Span(start if start >= 0 else span.start, end if end >= 0 else span.end)
        if near.start >= near.end:  # a joint of two copies, whose own places say more
            continue
        wider = Span(min(near.start, span.start), max(near.end, span.end))
        for one in (wider, near) if is_faint else (near, wider):
            tries[one] = found = tries.get(one) or _measured_once(searched, one, {start, end} - {-1}, room)
            is_chance = is_faint and found and all(hit.unchanged < _WORTH_MORE for hit in found)
            if is_chance or any(hit.is_verbatim for hit in found):
                return {one: found}
    return tries


def _halves(searched: Searched, places: Sequence[Span]) -> list[tuple[Span, set[int]]]:
    """Give of places longer than the inner text can be the first and the last so long as it is, with their ends."""
    size = len(searched.inner.text)
    long = [place for place in places if place.length > MUCH_LONGER * size]
    found: list[tuple[Span, set[int]]] = []
    for start, end in sorted(
        {half for one in long for half in ((one.start, one.start + size), (one.end - size, one.end))}
    ):
        first, last = _ends(searched, start, end)
        near = Span(max(first, start - size), end if last < start else last)
        if near.length > 0:
            found.append((near, {first, last} - {-1}))
    return found


def _measured_once(searched: Searched, near: Span, ends: set[int], room: Span, *, with_ends: bool = False) -> list[Hit]:
    """Link and compare at one rough place, cut at `ends` and at the ends of the room.

    Asked `with_ends`, what moved before or behind the place belongs to it.
    """
    inner, outer = searched.inner, searched.outer
    window = cut_at(_window(outer, near, room, len(inner.paragraphs)), {*ends, *room})
    inside = tuple([span for span in window.paragraphs if room.start <= span.start and span.end <= room.end])
    if not inside:
        return []
    window = window._replace(paragraphs=inside)
    linker = Linker(inner, window, searched.work_limit, views=searched.views, links=searched.links)
    links = linker.at(near)
    links = ordered(linker.with_moved_to_ends(links) if with_ends else links)
    paired = [(link, one) for link, one in zip(links, stretches(inner, window, links), strict=True) if link.is_paired]
    if not paired:
        return []
    script = [edit for _, one in paired for edit in searched.edits(one)]
    telling = [edit for edit in script if _folded(edit.left.of(inner.text)) != _folded(edit.right.of(outer.text))]
    linked = sum(one.left.length + one.right.length for _, one in paired)
    here = sum(inner.paragraphs[index].length for link, _ in paired for index in link.left)
    answer = sum(window.paragraphs[index].length for link, _ in paired for index in link.right)
    moved = [one.left.length for link, one in paired if link.kind is LinkKind.MOVED]
    spans = [one.right for _, one in sorted(paired, key=lambda pair: pair[0].left)]
    staying = [one.right for link, one in paired if link.kind is not LinkKind.MOVED]
    staying = staying or spans
    return [
        Hit(
            Span(min(one.left.start for _, one in paired), max(one.left.end for _, one in paired)),
            Span(min(spans).start, max(span.end for span in spans)),
            round(here / searched.inner_size, 6),
            round(answer / searched.outer_size, 6),
            _similarity(script, linked),
            _similarity(telling, linked),
            sum(moved) / searched.inner_size,
            min(moved, default=SHORTEST_MOVED) < SHORTEST_MOVED,
            spans[0].start,
            Span(min(span.start for span in staying), max(span.end for span in staying)),
        )
    ]


def _ends(searched: Searched, start: int, end: int) -> tuple[int, int]:
    """Give where the inner text starts and ends near two points, -1 for what is not found.

    Where they lie much farther apart than the inner text is long, one of them is a sister
    article's, which the true one follows: each is looked for again from the other.
    """
    inner, outer, sought, there, *_ = searched
    first, last = start_of(inner, outer, start, sought, there), end_of(inner, outer, end, sought, there)
    size = len(inner.text)
    if min(first, last) < 0 or last - first <= MUCH_LONGER * size:
        return first, last
    ends = [
        (start_of(inner, outer, max(0, last - size), sought, there), last),
        (first, end_of(inner, outer, min(len(outer.text), first + size), sought, there)),
    ]
    ends = [(one, other) for one, other in ends if 0 <= one < other and other - one <= MUCH_LONGER * size]
    return min(ends, key=lambda pair: abs(pair[1] - pair[0] - size), default=(first, last))


def _similarity(script: Sequence[Edit], linked: int) -> float:
    return max(0.0, round(1 - sum(edit.left.length + edit.right.length for edit in script) / linked, 6))


def _folded(text: str) -> str:
    return "".join(match(noise(text)).split())


def _window(outer: Document, near: Span, room: Span, spare: int) -> Document:
    """Leave of the outer paragraphs those in the room that touch a span, and so many more on each side and one."""
    first = bisect_left(outer.paragraphs, near.start + 1, key=lambda span: span.end) - spare - 1
    stop = bisect_right(outer.paragraphs, near.end - 1, key=lambda span: span.start) + spare + 1
    kept = [span for span in outer.paragraphs[max(0, first) : stop] if span.end > room.start and span.start < room.end]
    return outer._replace(paragraphs=tuple(kept))
