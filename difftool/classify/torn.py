"""Neighbouring edits put together to the damaged stretch that they are pieces of.

Asked by `cutting`, before any rule sees an edit: a stretch of torn or misread bytes proves itself as a whole only.
Knows no rules; what is not proved here is left as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from difftool.classify.site import Named, Texts
from difftool.model import Edit, Kind, Significance, Span
from difftool.view.candidates import is_han
from difftool.view.folds import match, script

# What may stand between two pieces of one stretch: a character that came out alike by chance, or ASCII, which
# every encoding keeps.
_CHANCE, _LONGEST_ASCII = 2, 24
_LONGEST = 2_000
_LONGEST_SIGN = 4
_NUMERALS = "〇零一二三四五六七八九十百千万亿萬億"
_TURNING = frozenset(f"{_NUMERALS}不无無未非没沒否勿莫免禁0123456789")


def proved(texts: Texts, edits: Sequence[Edit]) -> Iterator[Edit | Named]:
    """Give the edits in their order, those that a damage model explains as one named piece of noise.

    Edits near each other are tried together, then in halves, so a group of n edits takes some n log n trials,
    each linear in a stretch of 2,000 code points at most. What is in no such stretch comes back as it went in.

    >>> texts = Texts("他说：你好吗。", "他说：浣犲ソ吗。")
    >>> [one.detail for one in proved(texts, [Edit(Span(3, 5), Span(3, 6))]) if isinstance(one, Named)]
    ['mojibake']
    """
    group: list[Edit] = []
    for edit in edits:
        if group and not _is_near(texts.left, group[-1].left.end, edit.left.start):
            yield from _proved(texts, group)
            group = []
        group.append(edit)
    if group:
        yield from _proved(texts, group)


def _is_near(text: str, end: int, start: int) -> bool:
    between = start - end
    return between <= _CHANCE or (between <= _LONGEST_ASCII and text[end:start].isascii())


def _proved(texts: Texts, group: list[Edit]) -> Iterator[Edit | Named]:
    """Try a group as one stretch, else each half of it, parted where most stands between."""
    first, last = group[0], group[-1]
    cover = first if first is last else Edit(Span(first[0][0], last[0][1]), Span(first[1][0], last[1][1]))
    named = _explained(texts, cover)
    if named or first is last:
        yield from named or group
        return
    islands = [after.left.start - before.left.end for before, after in pairwise(group)]
    most = max(islands)
    widest = [at + 1 for at, island in enumerate(islands) if island == most]
    at = widest[len(widest) // 2]
    yield from _proved(texts, group[:at])
    yield from _proved(texts, group[at:])


def _explained(texts: Texts, edit: Edit) -> list[Edit | Named]:
    """Name a stretch that one of the models explains; nothing if none does."""
    was, now = edit.left.of(texts.left), edit.right.of(texts.right)
    if max(len(was), len(now)) > _LONGEST:
        return []
    if _may_be_misread(was, now) and _is_misread(texts, edit):
        return [_noise(edit, "mojibake")]
    # Few edits have a sign of damage.
    if not ("?" in was or "?" in now or "\ufffd" in was or "\ufffd" in now):
        return []
    if _is_torn(texts.left, edit.left, texts.right, edit.right) or _is_torn(
        texts.right, edit.right, texts.left, edit.left
    ):
        return list(_trimmed(texts, edit))
    return []


def _noise(edit: Edit, detail: str, significance: Significance = Significance.ACCIDENTAL) -> Named:
    return Named(edit, Kind.NOISE, detail, significance, "noise")


def _may_be_misread(was: str, now: str) -> bool:
    """Tell cheaply whether two readings could be the same bytes: most edits are a character or a word."""
    if was.isascii() and now.isascii():
        return False
    shorter, longer = min(len(was), len(now)), max(len(was), len(now))
    if shorter > 1:
        return longer > 2  # noqa: PLR2004 - two characters against two prove nothing in any encoding
    return longer <= 4 * _LONGEST_SIGN and _latin().search(was + now) is not None


@cache
def _latin() -> re.Pattern[str]:
    return re.compile("[\x80-\xff]")


def _is_misread(texts: Texts, edit: Edit) -> bool:
    from difftool.view.misread import is_misread  # noqa: PLC0415 - few edits could be bytes misread

    was, now = edit.left.of(texts.left), edit.right.of(texts.right)
    # Â° against °: the character that came out alike belongs to the stretch.
    after = texts.left[edit.left.end : edit.left.end + 1] if not (was and now) else ""
    same = after == texts.right[edit.right.end : edit.right.end + 1]
    was, now = (was + after, now + after) if same else (was, now)
    return is_misread(was, now) or is_misread(now, was)


def _is_torn(text: str, damaged: Span, other: str, clean: Span) -> bool:
    """Ask the model of replaced bytes, with a character before and after if both sides have the same there."""
    if not clean.length or ("?" not in damaged.of(text) and "\ufffd" not in damaged.of(text)):
        return False
    from difftool.view.damage import is_torn  # noqa: PLC0415 - few edits have a sign of damage

    before = int(damaged.start > 0 and match(text[damaged.start - 1]) == match(other[clean.start - 1 : clean.start]))
    after = int(match(text[damaged.end : damaged.end + 1]) == match(other[clean.end : clean.end + 1]))
    wider = (other[clean.start - before : clean.end + after], text[damaged.start - before : damaged.end + after])
    return is_torn(*wider, text) or is_torn(clean.of(other), damaged.of(text), text)


def _trimmed(texts: Texts, edit: Edit) -> Iterator[Edit | Named]:
    """Give back as edits of their own the characters at both ends that only another form of script tells apart."""
    was, now = edit.left.of(texts.left), edit.right.of(texts.right)
    head = _alike(was, now)
    tail = _alike(was[head:][::-1], now[head:][::-1])
    (start, end), (first, last) = edit.left, edit.right
    for at in range(head):
        yield Edit(Span(start + at, start + at + 1), Span(first + at, first + at + 1))
    core = Edit(Span(start + head, end - tail), Span(first + head, last - tail))
    # A lost byte may have been that of another character: not where so little turns the meaning.
    turns = _TURNING.intersection(core.left.of(texts.left) + core.right.of(texts.right))
    yield _noise(core, "damage", Significance.DOUBTFUL if turns else Significance.ACCIDENTAL)
    for at in range(tail, 0, -1):
        yield Edit(Span(end - at, end - at + 1), Span(last - at, last - at + 1))


def _alike(was: str, now: str) -> int:
    """Count the Chinese characters that both begin with, in whatever script; a numeral is not cut."""
    count = 0
    for one, other in zip(was, now, strict=False):
        if not (is_han(one) and script(one) == script(other)) or one in _NUMERALS:
            break
        count += 1
    return count
