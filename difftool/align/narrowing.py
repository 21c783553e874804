"""The part of a stretch that differs, with as much around it as a border may depend on.

So a changed word costs what the word costs, not its paragraph. Knows which places no token and no mask
can cross; what a token is, `view.tokens` says.
"""

from difftool.align.ends import common_ends
from difftool.model import Edit, Span
from difftool.view.candidates import CHINESE_DIGITS
from difftool.view.folds import match
from difftool.view.pieces import are_lone

# No token and no mask goes on from one of these characters to another of them; numerals and 某 do.
_NO_PLAIN = frozenset(CHINESE_DIGITS + "百千万亿萬億某兩两廿卅")
_OPENING, _CLOSING = "[【［（({", "]】］）)}\n"
_BRACKETS = frozenset(_OPENING)
# Words and slots in brackets, which may be masks, are no longer than this.
_LONGEST_BRACKET = 40
# Where no place to cut is near, the whole stretch is as good.
_FARTHEST = 80
# Longer stretches are the engines', which have a limit.
_LONGEST_PLAIN = 500


def narrowed(left: str, right: str, stretch: Edit, ends: tuple[int, int]) -> Edit:
    """Leave off the common ends of a stretch, as far as no token, mask or border could reach into them.

    `ends` are their lengths. A run that stands on one side only may slide over what is like it: what is kept at
    each end has a character that the differing part lacks.

    >>> one, other = "各单位要在今年之内报送材料", "各单位要在明年之内报送材料"
    >>> edit = narrowed(one, other, Edit(Span(0, len(one)), Span(0, len(other))), (5, 7))
    >>> edit.left.of(one), edit.right.of(other)
    ('要在今年之', '要在明年之')
    """
    one, other = stretch.left.of(left), stretch.right.of(right)
    start, end = ends
    differing = one[start : len(one) - end] + other[start : len(other) - end]
    before = _last_seam(one, start, differing)
    after = _first_seam(one, len(one) - end, differing)
    dropped = len(one) - after
    return Edit(
        Span(stretch.left.start + before, stretch.left.start + after),
        Span(stretch.right.start + before, stretch.right.end - dropped),
    )


def plain_edit(left: str, right: str, stretch: Edit) -> Edit | None:
    """Find the one edit of a stretch where it is plain to see, as it mostly is between paragraphs; else None.

    Each character is a token there, so that the common ends are equal tokens; what differs has no token in common,
    and where it stands on one side only, it can slide nowhere.

    >>> tuple(plain_edit("今年之内", "明年之内", Edit(Span(0, 4), Span(0, 4))).left)
    (0, 1)
    """
    one, other = stretch.left.of(left), stretch.right.of(right)
    if max(len(one), len(other)) > _LONGEST_PLAIN or not (are_lone(one) and are_lone(other)):
        return None
    start, end = common_ends(one, other)
    here, there = match(one[start : len(one) - end]), match(other[start : len(other) - end])
    if here and there:
        plain = set(here).isdisjoint(there)
    else:
        # It slides forth over what it begins with, and back over what it ends with.
        alone, ahead = here or there, match(one[len(one) - end :][:1])
        plain = alone != "" and alone[0] != ahead and alone[-1] != match(one[start - 1 : start] if start else "")
    if not plain:
        return None
    return Edit(
        Span(stretch.left.start + start, stretch.left.end - end),
        Span(stretch.right.start + start, stretch.right.end - end),
    )


def _last_seam(text: str, at: int, differing: str) -> int:
    """Find the last place before `at` where a text may be cut; in between is a character that what differs lacks."""
    fresh = False
    for place in range(at - 1, max(at - _FARTHEST, 0), -1):
        if not fresh:
            fresh = text[place] not in differing and not text[place].isspace()
        elif _is_plain(text[place]) and _is_plain(text[place - 1]) and not _is_open(text, place):
            return place
    return 0


def _first_seam(text: str, at: int, differing: str) -> int:
    """Find the first place behind `at`, as `_last_seam`."""
    fresh = False
    for place in range(at + 1, min(at + _FARTHEST, len(text))):
        if not fresh:
            fresh = text[place - 1] not in differing and not text[place - 1].isspace()
        elif _is_plain(text[place]) and _is_plain(text[place - 1]) and not _is_open(text, place):
            return place
    return len(text)


def _is_plain(char: str) -> bool:
    """Tell whether it is a Chinese character that is a token by itself, whatever stands beside it."""
    return "\u4e00" <= char <= "\u9fff" and char not in _NO_PLAIN


def _is_open(text: str, place: int) -> bool:
    """Tell whether a bracket is open there that may be a mask's."""
    before = text[max(0, place - _LONGEST_BRACKET) : place]
    if _BRACKETS.isdisjoint(before):
        return False
    return max(map(before.rfind, _OPENING)) > max(map(before.rfind, _CLOSING))
