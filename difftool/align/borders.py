"""Where exactly the inner text starts and ends in the outer one, edited ends and masks there included.

Knows nothing of paragraphs: a border is a point of the outer text.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from difftool.align.ends import common_prefix
from difftool.align.letters import Letters
from difftool.align.likeness import matched
from difftool.model import Document, Span
from difftool.view.folds import match

# A border is looked for by so many letters that stand alike on both sides, the first or last such; of a short
# text by fewer, as each edit spoils one look.
_PROBE = 12
_FEWEST = 2
# So far from the rough border, and so deep in the inner text, is looked; a sixth of the text where that is more.
_REACH = 200
_DEPTH = 240
# A border is believed where so many letters beside it are half alike: else only the middle of something moved there.
_GLANCE = 40
# So many cells take as long as three hundred glances.
_MANY_CELLS = 8_000
# What may have been put in before the probe and is still of the inner text.
_SPARE = 60
# Prices of an alignment: masks and figures answer each other cheaply, a replaced sign costs less than one
# dropped, and a border is drawn to where paragraphs and sentences start, never through a number or a word.
_FIGURES = frozenset("0123456789〇零一二三四五六七八九十百千万*x×╳✕□■▇█○●◇_#")
_REPLACED, _ADDED, _DROPPED, _FIGURE = 3, 3, 4, 1
_AT_PARAGRAPH, _AT_SENTENCE, _IN_WORD = 6, 4, 6
_ENDS = frozenset(".。!?;:…\"'》）)】」』”’")


class _Field(NamedTuple):
    """Hold folded text without white space, and where each sign of it stands in the source."""

    text: str
    homes: Sequence[int]

    @classmethod
    def of(cls, text: str, span: Span) -> "_Field":
        folded = match(span.of(text))
        kept = [at for at, sign in enumerate(folded) if not sign.isspace()]
        return cls("".join([folded[at] for at in kept]), [span.start + at for at in kept])


def start_of(inner: Document, outer: Document, near: int, sought: Letters, there: Letters) -> int:
    """Give where in the outer text the inner one starts, some letters off `near`; -1 if nothing of its start is there.

    `sought` and `there` are the letters of the two. Looks at some hundred letters.

    >>> from difftool.align.letters import letters
    >>> from difftool.model import document
    >>> one, other = document("****年新冠肺炎疫情发生后"), document("甲乙丙。2020年新冠肺炎疫情发生后。")
    >>> start_of(one, other, 6, letters(one), letters(other))
    4
    """
    length, around = len(sought.text), there.near(near)
    looks = [(depth, depth, around + depth, size) for depth, size in _looks(length)]
    best = _least_displaced(sought.text, there.text, looks)
    if best is None:
        return -1
    depth, found, size = best
    stop_here, stop_there = sought.home(depth + size - 1) + 1, there.home(found + size - 1) + 1
    wanted = _Field.of(inner.text, Span(inner.paragraphs[0].start, stop_here))
    spare = there.home(max(0, found - depth - _SPARE)) if found > depth + _SPARE else 0
    field = _Field.of(outer.text, Span(max(spare, stop_there - 4 * (len(wanted.text) + _SPARE)), stop_there))
    glances = ((at, at + _GLANCE) for at in range(there.near(field.homes[0]), there.near(stop_there) + 1))
    if _is_long(wanted, field) and not _is_any_like(sought.text[:_GLANCE], there.text, glances):
        return -1
    rest = _aligned(wanted.text[::-1], field.text[::-1], _bonuses(outer, field, starts=True)[::-1])
    point = field.homes[len(field.homes) - rest] if rest else stop_there
    at = there.near(point)
    return point if _is_like(sought.text[:_GLANCE], there.text[at : at + _GLANCE]) else -1


def end_of(inner: Document, outer: Document, near: int, sought: Letters, there: Letters) -> int:
    """Give where in the outer text the inner one ends, as `start_of` does for its start.

    >>> from difftool.align.letters import letters
    >>> from difftool.model import document
    >>> one, other = document("成立一百周年！"), document("成立一百周年!第二篇")
    >>> end_of(one, other, 7, letters(one), letters(other))
    7
    """
    length, around = len(sought.text), there.near(near)
    looks = [(depth, length - depth - size, around - depth - size, size) for depth, size in _looks(length)]
    best = _least_displaced(sought.text, there.text, looks)
    if best is None:
        return -1
    at, found, _ = best
    from_here, from_there = sought.home(at), there.home(found)
    wanted = _Field.of(inner.text, Span(from_here, inner.paragraphs[-1].end))
    most = len(wanted.text) + _SPARE
    field = _Field.of(outer.text, Span(from_there, min(len(outer.text), from_there + 4 * most)))
    field = _Field(field.text[:most], field.homes[:most])
    stops = range(there.near(from_there), there.near(field.homes[-1] + 1) + 1)
    glances = ((max(0, stop - _GLANCE), stop) for stop in stops)
    if _is_long(wanted, field) and not _is_any_like(sought.text[-_GLANCE:], there.text, glances):
        return -1
    rest = _aligned(wanted.text, field.text, _bonuses(outer, field, starts=False))
    point = field.homes[rest - 1] + 1 if rest else from_there
    stop = there.near(point)
    return point if _is_like(sought.text[-_GLANCE:], there.text[max(0, stop - _GLANCE) : stop]) else -1


def _is_long(wanted: _Field, field: _Field) -> bool:
    """Tell whether aligning these takes longer than looking whether any border of the field would be believed."""
    return len(wanted.text) * len(field.text) > _MANY_CELLS


def _is_any_like(end: str, there: str, glances: Iterable[tuple[int, int]]) -> bool:
    """Tell whether one of some stretches of letters may be the same end of a text; of a sister none is, mostly."""
    return any(_is_like(end, there[start:stop]) for start, stop in glances)


def _is_like(one: str, other: str) -> bool:
    """Tell whether so much of the first and of the other is the same that they may be the same end of a text."""
    return 2 * matched(one, other) >= min(len(one), len(other))


def _least_displaced(
    sought: str, there: str, looks: Sequence[tuple[int, int, int, int]]
) -> tuple[int, int, int] | None:
    """Give the probe that stands nearest to where it is expected: its place in both texts and its size; None if none.

    A look is the depth, the probe's place, where it is expected, its size. A probe in its place ends
    the search; another one is worth less the deeper it was taken.
    """
    reach = _reach(len(sought))
    best: tuple[int, int, int, int] | None = None
    for depth, at, expected, size in looks:
        found = _nearest(there, sought[at : at + size], expected, reach + depth)
        if found < 0:
            continue
        displaced = abs(found - expected) + depth // 2
        if best is None or displaced < best[0]:
            best = (displaced, at, found, size)
        if displaced <= _FEWEST:
            break
    return best and best[1:]


def _reach(length: int) -> int:
    """Give how far from where it is expected a probe of a text of so many letters is looked for, its depth aside."""
    return max(min(_REACH, length // 2), length // 6)


def reach_of(inner: Document, sought: Letters) -> int:
    """Bound how many letters on each side of a rough border are looked at.

    A probe is looked for from its depth and as far from there, and as much of the inner text as it is deep is aligned
    with what stands beside it, sign by sign.
    """
    last = len(sought.text) - 1
    deepest = min(last, _DEPTH + _PROBE)
    if deepest < 0:
        return 0
    signs = max(
        sought.home(deepest) - inner.paragraphs[0].start, inner.paragraphs[-1].end - sought.home(last - deepest)
    )
    return _reach(last + 1) + 3 * (_DEPTH + _PROBE) + signs + _SPARE + _GLANCE


def _looks(length: int) -> list[tuple[int, int]]:
    """List where to look for a probe, as depth from the end of a text and size; nowhere in a text without letters."""
    if not length:
        return []
    size = min(length, max(_FEWEST, min(_PROBE, length // 4)))
    return [(depth, size) for depth in range(0, min(length - size, _DEPTH) + 1, max(1, size // 2))]


def _nearest(text: str, probe: str, expected: int, reach: int) -> int:
    """Find the probe where it stands nearest to `expected`, and no farther than `reach` from there; -1 if nowhere."""
    before = text.rfind(probe, max(0, expected - reach), max(0, expected + len(probe)))
    behind = text.find(probe, max(0, expected), max(0, expected + reach + len(probe)))
    if min(before, behind) < 0:
        return max(before, behind)
    return before if expected - before <= behind - expected else behind


def _bonuses(outer: Document, field: _Field, *, starts: bool) -> list[int]:
    """Rate each point between two signs of the field as a border: one more than the field has signs."""
    text = outer.text
    points = [*field.homes, field.homes[-1] + 1] if starts else [field.homes[0], *[home + 1 for home in field.homes]]
    rated: list[int] = []
    for point in points:
        before, after = text[max(0, point - 1) : point], text[point : point + 1]
        if not before or not after or "\n" in before + after or "\r" in before + after:
            rated.append(_AT_PARAGRAPH)
        elif match(before) in _ENDS or before.isspace():
            rated.append(_AT_SENTENCE)
        else:
            inside = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
            rated.append(-_IN_WORD if inside else 0)
    return rated


def _aligned(wanted: str, field: str, bonuses: Sequence[int]) -> int:
    """Give how many signs of `field`, from its first on, answer the whole of `wanted` at the least cost.

    The first signs of both answer each other. In `len(wanted) * len(field)` steps, or
    in one where the field begins with what is wanted.
    """
    same = common_prefix(wanted, field)
    if same == len(wanted):
        return same
    if same:  # no way of answering the rest is cheaper than this one for what is equal
        return same + _aligned(wanted[same:], field[same:], bonuses[same:])
    skips = [_FIGURE if sign in _FIGURES else _ADDED for sign in field]
    row = list(accumulate([0, *skips]))
    for sign in wanted:
        figure = sign in _FIGURES
        dropped = _FIGURE + 1 if figure else _DROPPED
        exchanges = (
            [_FIGURE if skip == _FIGURE else _REPLACED for skip in skips] if figure else [_REPLACED] * len(field)
        )
        corner, cheapest = row[0], row[0] + dropped
        fresh = [cheapest]
        for other, above, exchange, skip in zip(field, islice(row, 1, None), exchanges, skips, strict=True):
            cheapest += skip
            replaced = corner if sign == other else corner + exchange
            if replaced < cheapest:  # noqa: PLR1730 - `min` takes twice as long, here and below
                cheapest = replaced
            if above + dropped < cheapest:  # noqa: PLR1730 - as above
                cheapest = above + dropped
            corner = above
            fresh.append(cheapest)
        row = fresh
    return min(range(len(row)), key=lambda at: (row[at] - bonuses[at], at))
