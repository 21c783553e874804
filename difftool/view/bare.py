"""A line without what sets it out: what its entry in a table of contents and its heading share.

Asked by `sections`, of each short line. Knows one line and no document.
"""

import re
from collections.abc import Callable

from difftool.view.folds import match

__all__ = ["bare"]

_NUMERALS, _BEHIND_NUMBER = "一二三四五六七八九十百", frozenset(")）.．、:：")
_ORDINALS, _PARTS, _BULLETS, _BRACKETS = (
    f"〇零{_NUMERALS}",
    frozenset("篇编部卷章节"),
    frozenset("-*•●○"),
    frozenset("(（"),
)
# What a line must begin with to have such a number; it is looked for only then.
_NUMBERED = frozenset("#(（第-*•●○0123456789一二三四五六七八九十百 \t\u3000")
# Dots and the page number that lead a line of a table of contents to its end.
_LEADER = r"[.…·\s]*\d*$"
_LED = frozenset("0123456789.…· \t\u3000")


def bare(text: str) -> str:
    """Fold a line, and leave off its number or bullet, the dots and the page number at its end, and white space.

    >>> bare("第二章 总则 …… 12"), bare("二、总则")
    ('总则', '总则')
    """
    line = match(text)
    if line[:1] in _NUMBERED:
        line = _unnumbered(line)
    if line[-1:] in _LED:
        line = re.sub(_LEADER, "", line)
    return "".join(line.split())


def _unnumbered(line: str) -> str:
    """Leave off the number or the bullet that a line begins with; a pattern would take longer to compile than this."""
    at = _run_of(line, 0, lambda sign: sign == "#" or sign.isspace())
    first = at + (line[at : at + 1] in _BRACKETS)
    end = _run_of(line, first, str.isdecimal)
    end = _run_of(line, first, _NUMERALS.__contains__) if end == first else end
    behind = line[end : end + 1]
    if end > first and (behind.isspace() or behind in _BEHIND_NUMBER):
        return line[end + 1 :].lstrip()
    end = _run_of(line, at + 1, lambda sign: sign in _ORDINALS or sign.isdecimal())
    if line[at : at + 1] == "第" and end > at + 1 and line[end : end + 1] in _PARTS:
        return line[end + 1 :].lstrip()
    if line[at : at + 1] in _BULLETS and line[at + 1 : at + 2].isspace():
        return line[at + 2 :].lstrip()
    return line


def _run_of(line: str, start: int, belongs: Callable[[str], bool]) -> int:
    """Give the end of the run of signs that begins at `start`."""
    return next((at for at in range(start, len(line)) if not belongs(line[at])), max(start, len(line)))
