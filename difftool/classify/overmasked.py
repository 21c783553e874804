"""Masks over what is no secret: shown right beside them, a fixed term, or repeated in the open.

Asked by `check`. Knows single masks with their surroundings, and the leaks found before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from difftool.classify.exposures import Evidence, in_order
from difftool.classify.masks import shown
from difftool.classify.neighbours import neighbours
from difftool.classify.showing import is_value
from difftool.classify.terms import REACH, shipped
from difftool.classify.wanted import LONGEST_NAME, contradicts, is_numeric, is_secret
from difftool.model import Mask, Span
from difftool.model.check import Exposure, Flaw, Role, Spot, Strength
from difftool.view.numerals import value

__all__ = ["overmasked"]

# From so many places on that show a value in the same words, it is public.
_OFTEN = 3
_NUMERALS = "一二三四五六七八九十"


def overmasked(evidence: Evidence, leaks: Sequence[Exposure]) -> list[Exposure]:
    """List the masks that hide no secret, by place.

    `beside`: the value stands in brackets behind the mask, or before the mask in brackets (strong). `term`:
    with a numeral in the mask's place its neighbours make a fixed term (possible). `repeated`: the value
    stands in the same words at three places or more (possible).

    >>> found = overmasked(Evidence.of(["李某（李明）到庭。“**五”规划提出。"], 1), [])
    >>> [(one.rule, one.values) for one in found]
    [('beside', ('李明',)), ('term', ())]
    """
    found: list[Exposure] = []
    for text in range(evidence.checked):
        for mask in evidence.masks[text]:
            if is_secret(mask):
                found += _beside(evidence.texts[text], text, mask) or _term(evidence.texts[text], text, mask)
    for one in leaks:
        hiding = [spot for spot in one.spots if spot.role is Role.MASKED]
        showing = len(one.spots) - len(hiding)
        if showing >= _OFTEN and one.rule == "neighbours" and one.strength is Strength.STRONG:
            found.append(one._replace(flaw=Flaw.OVER_MASKING, strength=Strength.POSSIBLE, rule="repeated"))
    return sorted(found, key=lambda one: (one.strength is not Strength.STRONG, one.spots))


def _exposure(text: int, mask: Mask, strength: Strength, rule: str, spans: Sequence[tuple[Span, str]]) -> Exposure:
    spots = in_order([Spot(text, mask.span, Role.MASKED), *(Spot(text, span, Role.SHOWN) for span, _ in spans)])
    values = tuple(dict.fromkeys(one for _, one in spans))
    return Exposure(Flaw.OVER_MASKING, strength, rule, mask.reading, mask.unit, values, spots)


def _beside(source: str, text: int, mask: Mask) -> list[Exposure]:
    """Find the value in brackets behind a mask, or right before a mask that stands in brackets."""
    for span in _candidates(source, mask):
        one = span.of(source)
        fits = is_value(one) and not contradicts(mask, one)
        if is_numeric(mask):
            fits = fits and value(one) is not None
        else:
            fits = fits and shown(mask.text) != "" and len(one) <= LONGEST_NAME
        if fits:
            return [_exposure(text, mask, Strength.STRONG, "beside", [(span, one)])]
    return []


def _candidates(source: str, mask: Mask) -> Iterator[Span]:
    end = mask.span.end + len(mask.unit) if source.startswith(mask.unit, mask.span.end) else mask.span.end
    behind = _opening().match(source, end)
    if behind:
        # The unit may be said again: 20**年（2019年）.
        start, stop = behind.span(1)
        again = mask.unit and source[start:stop].endswith(mask.unit)
        yield Span(start, stop - len(mask.unit) if again else stop)
    before = _defined().search(source, max(0, mask.span.start - 24), mask.span.start)
    if before and source[end : end + 1] in {"）", ")"}:
        for length in range(2, LONGEST_NAME + 1):
            yield Span(max(0, before.start() - length), before.start())


def _term(source: str, text: int, mask: Mask) -> list[Exposure]:
    """Try the numerals of one sign in the mask's place; whatever it hides, the term is known."""
    around = neighbours(source, mask.span)
    if not (around.before and around.after) or shown(mask.text):
        return []
    head, tail = (
        source[max(0, mask.span.start - REACH) : mask.span.start],
        source[mask.span.end : mask.span.end + REACH],
    )
    for sign in _NUMERALS:
        for found in shipped().finditer(head + sign + tail):
            inside = found.start() <= len(head) and len(head) + 1 < found.end()
            # 规模**大, **个服务 and **风 are no terms for certain.
            numbered = found[0].endswith(("中全会", "五")) or head.endswith(("党的", "“", "「", "《"))
            certain = numbered and found[0].endswith(("中全会", "五", "大"))
            if inside and certain:
                return [_exposure(text, mask, Strength.POSSIBLE, "term", [])]
    return []


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"[（(](?:即|也就是|原名|真名|实名|系|指)?([^（()）\n\r]{1,16})[）)]")


@cache
def _defined() -> re.Pattern[str]:
    return re.compile(r"[（(](?:以下(?:简称|称)?|下称|化名|简称|又称)?$")
