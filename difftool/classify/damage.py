"""Places of a text that nobody can read any more, as findings.

Asked by `compare`. Knows the damage by its signs, and what was verified against the other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from difftool.model import Change, Document, Finding, Kind, Significance, Span
from difftool.model.comparison import DAMAGE
from difftool.view.folds import match

_UNREAD = "\ufffd"
_CONTEXT = 8
# Of the characters that the model expects, so many must stand in the damaged place to be worth telling.
_NEAR = 0.5


def damage_findings(left: Document, right: Document, changes: Sequence[Change]) -> list[Finding]:
    r"""List the unread places as findings of the kind `damage`: what was not proved, and what both sides have lost.

    A damaged change that the other side verified is no finding. Where the text shows how its bytes were
    damaged, the finding says what the other side's reading would have become, if that is near. Linear
    in the texts where one has U+FFFD, else in the changes.

    >>> from difftool.model import document
    >>> one = document("甲\ufffd乙")
    >>> [(found.text, found.left) for found in damage_findings(one, one, [])]
    [('unread in both: “甲\ufffd乙”', (Span(start=1, end=2),))]
    """
    found = [
        Finding(DAMAGE, one.significance, (one.left,), (one.right,), _told(left.text, right.text, one))
        for one in changes
        if one.kind is Kind.NOISE and one.detail == "damage" and one.significance is Significance.DOUBTFUL
    ]
    if _UNREAD in left.text and _UNREAD in right.text:
        found += _lost_in_both(left.text, right.text, changes)
    return found


def _told(left: str, right: str, change: Change) -> str:
    was, now = change.left_text, change.right_text
    if not (was and now):
        return f"unread: “{was or now}”"
    # The damaged side is the one with more signs of damage; a character before and after may share its bytes.
    is_left = (_signs(was), was) >= (_signs(now), now)
    sides = (was, left, change.left), (now, right, change.right)
    (damaged, text, place), (clean, other, span) = sides if is_left else sides[::-1]
    from difftool.view.damage import expected  # noqa: PLC0415 - few comparisons have a damaged place

    model = expected(other[max(0, span.start - 1) : span.end + 1], text[max(0, place.start - 1) : place.end + 1], text)
    shared = sum(one in damaged for one in model)
    near = any(one in model for one in "?!") and shared >= _NEAR * max(len(model), len(damaged))
    more = f"; expected “{model}”" if near else ""
    return f"unread: “{damaged}” against “{clean}”{more}"


def _signs(text: str) -> int:
    return sum(one in "?\ufffd" or "\ue000" <= one <= "\uf8ff" for one in text)


def _lost_in_both(left: str, right: str, changes: Sequence[Change]) -> Iterator[Finding]:
    """Find what both texts lost in the same words: nothing says that it was the same there."""
    there: dict[str, list[Span]] = {}
    for span in _places(right, [one.right for one in changes if one.kind is not Kind.MOVE]):
        there.setdefault(match(_around(right, span)), []).append(span)
    for span in _places(left, [one.left for one in changes if one.kind is not Kind.MOVE]):
        words = _around(left, span)
        places = there.get(match(words))
        if places:
            yield Finding(DAMAGE, Significance.DOUBTFUL, (span,), (places.pop(0),), f"unread in both: “{words}”")


def _places(text: str, changed: Sequence[Span]) -> Iterator[Span]:
    """List the runs of unread characters in which no change stands."""
    waiting = sorted(changed, reverse=True)
    start = text.find(_UNREAD)
    while start >= 0:
        end = start + 1
        while text[end : end + 1] == _UNREAD:
            end += 1
        while waiting and waiting[-1].end <= start:
            waiting.pop()
        if not waiting or waiting[-1].start >= end:
            yield Span(start, end)
        start = text.find(_UNREAD, end)


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - _CONTEXT) : span.end + _CONTEXT].strip()
