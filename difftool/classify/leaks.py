"""Values that are masked in one place and shown in another.

Asked by `compare` for two texts that answer each other. Never says that a text is safe.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from difftool.model import Document, Finding, Link, Mask, Significance, Span
from difftool.model.comparison import LEAK
from difftool.view.candidates import MASK_CHARACTERS

if TYPE_CHECKING:
    from difftool.classify.wanted import Shown, Wanted

# Code points of a place shown on either side in a finding's text.
_AROUND = 8
# Fewer masks are looked at one by one before the search is loaded: it finds no longer value than this.
_FEW, _WINDOW = 48, 52
# No value has any of them.
_MARKS = frozenset("，。；：、？！“”《》（）\n\r")


def leak_findings(
    left: Document, right: Document, links: Sequence[Link], masks: tuple[Sequence[Mask], Sequence[Mask]]
) -> list[Finding]:
    """List the masks whose value another place of either document shows strongly, as findings of the kind `leak`.

    Both places stand in paragraphs that answer the other document. What the aligned changes show is
    their business: a mask with a `value` is passed over. One finding for one neighbourhood and
    value: its spans are the masks and the places that show it. Linear in the texts; without masks
    nothing is done.

    >>> from difftool.model import LinkKind, document
    >>> from difftool.classify.inventory import inventory
    >>> one = document("庆祝中国共产党成立xxx周年，出版图书。今年是中国共产党成立一百周年，也是开局之年。")
    >>> masks = inventory(one.text, one.text, [])
    >>> [found.text for found in leak_findings(one, one, [Link(LinkKind.EQUAL, (0,), (0,), 1.0)], masks)]
    ['“祝中国共产党成立xxx周年，出版图书。” hides what “是中国共产党成立一百周年，也是开局之” shows']
    """
    if not (masks[0] or masks[1]):
        return []
    inside = (
        _linked(left, [link.left for link in links if link.right]),
        _linked(right, [link.right for link in links if link.left]),
    )
    sought = [
        [index for index, mask in enumerate(some) if mask.value is None and _is_in(mask.span, spans)]
        for some, spans in zip(masks, inside, strict=True)
    ]
    texts = left.text, right.text
    if sum(map(len, sought)) < _FEW and not any(
        _may_be_shown(texts[side], masks[side][index].span, texts) for side in (0, 1) for index in sought[side]
    ):
        return []
    from difftool.classify.framing import framed, frames, occurrences  # noqa: PLC0415 - few texts have masks
    from difftool.classify.wanted import Wanted, is_secret, settled  # noqa: PLC0415 - as above

    wanted = [
        Wanted.of(texts[side], masks[side], [index for index in sought[side] if is_secret(masks[side][index])])
        for side in (0, 1)
    ]
    there = occurrences(left, right, links, {*frames(wanted[0]), *frames(wanted[1])})
    found: list[tuple[int, Wanted, Shown]] = []
    for side, one in enumerate(wanted):
        places = [place for number in (0, 1) for place in framed(one, texts[number], number, there[number])]
        known = [place for place in places if _is_in(place.span, inside[place.text])]
        found += [(side, one, place) for place, strong in settled(known) if strong]
    return _gathered(found, texts)


def _may_be_shown(text: str, span: Span, texts: tuple[str, str]) -> bool:
    """Tell whether the two signs before a mask and the two behind it stand around anything else in one of the texts."""
    left, right = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    for source in texts if left and right else ():
        at = source.find(left) + len(left)
        while at >= len(left):
            end = source.find(right, at + 1, at + _WINDOW)
            if end >= 0 and source[at:end].strip(MASK_CHARACTERS) and _MARKS.isdisjoint(source[at:end]):
                return True
            at = source.find(left, at) + len(left)
    return False


def _gathered(found: Sequence[tuple[int, Wanted, Shown]], texts: tuple[str, str]) -> list[Finding]:
    """Make one finding of the places that have one neighbourhood and one value."""
    from difftool.classify.wanted import essence  # noqa: PLC0415 - as above

    groups: defaultdict[object, tuple[tuple[set[Span], set[Span]], tuple[set[Span], set[Span]]]] = defaultdict(
        lambda: ((set(), set()), (set(), set()))
    )
    for side, wanted, one in found:
        hiding, showing = groups[wanted.slots[one.mask], essence(one.value)]
        hiding[side].update(wanted.masks[index].span for index in wanted.alike[one.mask])
        showing[one.text].add(one.span)
    findings: list[Finding] = []
    for hiding, showing in groups.values():
        left, right = (tuple(sorted(hiding[side] | showing[side])) for side in (0, 1))
        told = leak_text(texts, (left, right), hiding)
        findings.append(Finding(LEAK, Significance.DOUBTFUL, left, right, told))
    return sorted(findings, key=lambda one: (one.left or one.right, one.right))


def leak_text(
    texts: tuple[str, str],
    spans: tuple[Sequence[Span], Sequence[Span]],
    masks: tuple[Collection[Span], Collection[Span]],
) -> str:
    """Quote the first mask of a leak and the first place that shows its value, left before right."""
    hiding = [_quoted(texts[side], span) for side in (0, 1) for span in spans[side] if span in masks[side]]
    showing = [_quoted(texts[side], span) for side in (0, 1) for span in spans[side] if span not in masks[side]]
    return f"{hiding[0]} hides what {showing[0]} shows" if hiding and showing else "a hidden value is shown elsewhere"


def _quoted(text: str, span: Span) -> str:
    start, end = max(0, span.start - _AROUND), span.end + _AROUND
    before = text[start : span.start].rpartition("\n")[2].rpartition("\r")[2]
    after = text[span.end : end].partition("\n")[0].partition("\r")[0]
    return f"“{before}{span.of(text)}{after}”"


def _linked(document: Document, indices: Sequence[tuple[int, ...]]) -> list[Span]:
    """List the paragraphs of a side that are answered, ascending."""
    return sorted([document.paragraphs[index] for some in indices for index in some])


def _is_in(span: Span, paragraphs: Sequence[Span]) -> bool:
    """Tell whether a span lies inside one of some ascending paragraphs."""
    at = bisect_right(paragraphs, (span.start, len(paragraphs) and paragraphs[-1].end)) - 1
    return at >= 0 and paragraphs[at].contains(span)
