"""From raw edits to named ones: cut where the kind changes, whole tokens always, neighbours of one kind joined.

Calls the `rules`. Knows no links: it works on the edits of one stretch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from difftool.classify.masks import MIRRORED, is_multiplier
from difftool.classify.noise import noise
from difftool.classify.numbers import CHINESE_NUMERALS, MULTIPLIERS, is_figure
from difftool.classify.pairing import Pair, Piece, paired, paired_by_sort, pieces
from difftool.classify.rules import name
from difftool.classify.site import NO_WISHES, Named, Site, Texts, are_words
from difftool.classify.torn import proved
from difftool.model import Edit, Kind, Settings, Significance, Span
from difftool.view.folds import match

_WHOLE = frozenset((Kind.MASK, Kind.NUMBER, Kind.NUMERAL))
_CIRCLES = frozenset("○◯〇")
_LONGEST_NUMBER = 40


def name_edits(left: str, right: str, edits: Sequence[Edit], settings: Settings = NO_WISHES) -> list[Named]:
    """Cut the raw edits of one link where their kind changes and name each piece.

    `edits` ascend, are disjoint, and what lies between two of them is the same text
    on both sides; so it is of the result, which rebuilds the same right text from the left.
    No piece cuts a mask, a number, a Latin word or a grapheme cluster. An edit of
    n and m tokens costs n·m, above 250,000 n + m. `settings` hold the user's fixed terms and styles of mask.

    >>> found = name_edits("從****，", "从xxxx,", [Edit(Span(0, 6), Span(0, 6))])
    >>> [(one.kind.value, tuple(one.edit.left)) for one in found]
    [('script', (0, 1)), ('mask', (1, 5)), ('width', (5, 6))]
    """
    texts = Texts(left, right, settings)
    named: list[Named] = []
    for one in proved(texts, _whole_numbers(left, right, _merged(edits))):
        named += [one] if isinstance(one, Named) else _named(texts, one)
    return _joined(_with_multipliers(left, right, named))


def name_whole(left: str, right: str, edit: Edit) -> Named:
    """Name a paragraph that only one side has: a marker of a download page is noise, all else wording.

    >>> name_whole("##paidbegin##", "", Edit(Span(0, 13), Span(0, 0))).kind
    <Kind.NOISE: 'noise'>
    """
    if max(edit.left.length, edit.right.length) <= 2 * _LONGEST_NUMBER:
        verdict = noise(Site(left, right, edit))
        if verdict is not None:
            return Named(edit, verdict.kind, verdict.detail, verdict.significance, "noise")
    return Named(edit, Kind.WORDING, None, Significance.SUBSTANTIVE, "wording")


def mirrored(named: Named) -> Named:
    """Swap the sides: what was applied is revealed, what was added is removed.

    >>> edit = Edit(Span(1, 3), Span(1, 1))
    >>> mirrored(Named(edit, Kind.MASK, "removed", Significance.SUBSTANTIVE, "mask")).detail
    'added'
    """
    detail = MIRRORED.get(named.detail, named.detail) if named.kind is Kind.MASK and named.detail else named.detail
    return named._replace(edit=named.edit.mirrored, detail=detail)


def _merged(edits: Sequence[Edit]) -> list[Edit]:
    """Make one of edits that touch on both sides, and drop those that change nothing."""
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if last and last.left.end >= edit.left.start and last.right.end >= edit.right.start:
            merged[-1] = _cover(last, edit)
        else:
            merged.append(edit)
    return merged


def _cover(one: Edit, other: Edit) -> Edit:
    return Edit(Span(one.left.start, other.left.end), Span(one.right.start, other.right.end))


def _whole_numbers(left: str, right: str, edits: list[Edit]) -> list[Edit]:
    """Widen edits that cut a Chinese number written with ○, which a token does not know as a digit."""
    widened: list[Edit] = []
    for at, edit in enumerate(edits):
        inside = edit.left.of(left) + edit.right.of(right)
        if _CIRCLES.isdisjoint(inside) or not CHINESE_NUMERALS.issuperset(inside):
            widened.append(edit)
            continue
        floor = edits[at - 1].left.end if at else 0
        ceiling = edits[at + 1].left.start if at + 1 < len(edits) else len(left)
        back, on = 0, 0
        while edit.left.start - back > floor and left[edit.left.start - back - 1] in CHINESE_NUMERALS:
            back += 1
        while edit.left.end + on < ceiling and left[edit.left.end + on] in CHINESE_NUMERALS:
            on += 1
        widened.append(
            Edit(Span(edit.left.start - back, edit.left.end + on), Span(edit.right.start - back, edit.right.end + on))
        )
    return _merged(widened)


def _with_multipliers(left: str, right: str, named: list[Named]) -> list[Named]:
    """Let a number's digits belong to a change of its 万 or 亿."""
    widened: list[Named] = []
    for one in named:
        if one.kind is not Kind.NUMBER or not MULTIPLIERS.issuperset(one.edit.left.of(left) + one.edit.right.of(right)):
            widened.append(one)
            continue
        floor = widened[-1].edit.left.end if widened else 0
        back = 0
        start = one.edit.left.start
        while start - back > floor and (is_figure(left[start - back - 1]) or left[start - back - 1] in ".,"):
            back += 1
        edit = Edit(Span(start - back, one.edit.left.end), Span(one.edit.right.start - back, one.edit.right.end))
        widened.append(one._replace(edit=edit))
    return widened


def _named(texts: Texts, edit: Edit) -> list[Named]:
    """Name one raw edit, in one orientation, so that swapping the sides swaps the result."""
    was, now = edit.left.of(texts.left), edit.right.of(texts.right)
    if was == now:
        return []
    site = texts.site(edit)
    if not was or not now or len(was) == len(now) == 1:
        return [name(site)]
    if site.bare[0] == site.bare[1]:
        # White space inside what was one token (a mask that a line's end cut): its parts are no tokens of their own.
        return [name(site)]
    if site.are_words and not texts.settings.masks:
        return [name(site)]  # nothing in common to be paired, no number and no mark to be told apart
    if (len(now), now) < (len(was), was):
        return [mirrored(one) for one in _parts(texts.mirrored, site.mirrored)]
    return _parts(texts, site)


def _parts(texts: Texts, site: Site) -> list[Named]:
    """Name one edit, at once where words face what has nothing in common with them, else cut."""
    if not texts.settings.masks and (are_words(site.was) or are_words(site.now)):
        folded = match(site.was), match(site.now)
        # No token answers another one, and no number, mask or sign of one side has its like on the other.
        if set(folded[0]).isdisjoint(folded[1]):
            return [name(site)]
    return list(_cut(texts, site.edit))


def _cut(texts: Texts, edit: Edit) -> Iterator[Named]:
    """Pair the tokens that are one under the folds, name what differs, and glue words that were one edit."""
    one, other = (pieces(*one, texts.settings.masks) for one in ((texts.left, edit.left), (texts.right, edit.right)))
    pairs = paired(one, other)
    pending: Named | None = None
    between: list[Piece] = []
    at_left, at_right = 0, 0
    start_left, start_right = edit.left.start, edit.right.start
    for pair in [*pairs, Pair(len(one), len(other))]:
        last = pair.left == len(one) and pair.right == len(other)
        end_left = edit.left.end if last else one[pair.left].span.start
        end_right = edit.right.end if last else other[pair.right].span.start
        gap = Edit(Span(start_left, end_left), Span(start_right, end_right))
        found = list(_gap(texts, gap, one[at_left : pair.left], other[at_right : pair.right]))
        if not last:
            here = Edit(one[pair.left].span, other[pair.right].span)
            if here.left.of(texts.left) != here.right.of(texts.right):
                found.append(name(texts.site(here)))
            start_left, start_right = here.left.end, here.right.end
            at_left, at_right = pair.left + 1, pair.right + 1
        for named in found:
            if pending is None:
                pending = named
            elif _is_glued(pending, named, between):
                pending = pending._replace(edit=_cover(pending.edit, named.edit), detail=None)
            else:
                yield pending
                pending = named
            between = []
        if not last and not (found and found[-1].edit.left == one[pair.left].span):
            between.append(one[pair.left])
    if pending is not None:
        yield pending


def _is_glued(before: Named, after: Named, between: list[Piece]) -> bool:
    """Tell whether two changes of wording were one edit, with nothing between that must stand alone."""
    worded = before.kind is Kind.WORDING is after.kind and before.significance is after.significance
    return worded and bool(between) and all(piece.sort in "sw" for piece in between)


def _gap(texts: Texts, gap: Edit, one: list[Piece], other: list[Piece]) -> Iterator[Named]:
    """Name what no fold paired: as a whole if a rule takes it, else number by number and mark by mark."""
    if gap.left.is_empty and gap.right.is_empty:
        return
    whole = name(texts.site(gap))
    split = paired_by_sort(one, other)
    value_hidden = any({one[at.left].sort, other[at.right].sort} == {"n", "m"} for at in split) and not (
        whole.kind is Kind.MASK and _is_one_value(texts.left, one) and _is_one_value(texts.right, other)
    )
    if not split or (whole.kind is not Kind.WORDING and not value_hidden) or whole.detail == "term":
        yield whole
        return
    start_left, start_right = gap.left.start, gap.right.start
    for pair in split:
        here = Edit(one[pair.left].span, other[pair.right].span)
        yield from _between(texts, Edit(Span(start_left, here.left.start), Span(start_right, here.right.start)))
        if here.left.of(texts.left) != here.right.of(texts.right):
            yield name(texts.site(here))
        start_left, start_right = here.left.end, here.right.end
    yield from _between(texts, Edit(Span(start_left, gap.left.end), Span(start_right, gap.right.end)))


def _is_one_value(text: str, run: list[Piece]) -> bool:
    """Tell whether a run is a mask alone, words in which a numeral is no number (四川), or a number with 亿 or 多."""
    if len(run) == 1:
        return True
    texts = [piece.span.of(text) for piece in run if piece.sort != "n"]
    if any(piece.sort in "psm" for piece in run):
        return False
    figures = any(character.isdecimal() for piece in run for character in piece.span.of(text))
    return all(is_multiplier(one) for one in texts) or not figures


def _between(texts: Texts, edit: Edit) -> Iterator[Named]:
    if not (edit.left.is_empty and edit.right.is_empty):
        yield name(texts.site(edit))


def _joined(named: list[Named]) -> list[Named]:
    """Join neighbours of one kind that touch on both sides, but for values and masks, each its own."""
    joined: list[Named] = []
    for one in named:
        last = joined[-1] if joined else None
        touching = last and last.edit.left.end == one.edit.left.start and last.edit.right.end == one.edit.right.start
        if last and touching and last.kind not in _WHOLE and last[1:] == one[1:]:
            joined[-1] = last._replace(edit=_cover(last.edit, one.edit))
        else:
            joined.append(one)
    return joined
