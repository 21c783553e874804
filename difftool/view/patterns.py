"""The user's patterns: regular expressions whose cost has a bound, whatever the text.

Asked where a rule of the user's has a pattern. Python's engine tries every way in which a pattern can
match, so a pattern that repeats a repeat could run for ever on forty characters. Such
patterns are refused, and a repeat without an end gets one. Knows no rules and no files.
"""

import re
import warnings
from functools import lru_cache
from typing import NamedTuple

from difftool.errors import InvalidSettings

# A repeat without an end ends after so many; a place in prose that a rule means is shorter.
OPEN = 64
# A pattern may match in so many ways from one place: two repeats without an end (65 x 65) and two
# choices of two, but no third repeat; a fifth of a second for the hardest place of an edit.
_WAYS = 20_000
_LONGEST = 1_000
_GROUPS = ("?:", "?=", "?!", "?<=", "?<!")
_REPEAT = r"\{(\d+)\}|\{(\d*),(\d*)\}"


class Fault(NamedTuple):
    """Say what is wrong with a pattern, at which of its code points, and what to write instead."""

    at: int
    message: str
    hint: str


class _Refused(Exception):  # noqa: N818 - it carries a fault and never leaves this room
    def __init__(self, at: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.fault = Fault(at, message, hint)


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    r"""Compile a pattern whose repeats all have an end. Raises `InvalidSettings` for one that `fault` refuses.

    >>> compiled(r"【隐去\d+字】").fullmatch("【隐去12字】") is not None
    True
    >>> compiled("(a+)+$")
    Traceback (most recent call last):
    difftool.errors.InvalidSettings: the pattern '(a+)+$' has a repeat inside a repeat at position 5
    """
    found = fault(pattern)
    if found:
        message = f"the pattern {pattern!r} {found.message} at position {found.at + 1}"
        raise InvalidSettings(message, hint=found.hint)
    return re.compile(_Reader(pattern).read(), re.MULTILINE)


@lru_cache(maxsize=256)
def fault(pattern: str) -> Fault | None:
    """Find what is wrong with a pattern: what no regular expression has, or what would cost too much.

    >>> fault("[0-9").message
    'is no regular expression: unterminated character set'
    >>> fault("甲|乙") is None
    True
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(pattern)
            bounded = re.compile(_Reader(pattern).read())
        except _Refused as refused:
            return refused.fault
        except (re.error, Warning, OverflowError, RecursionError) as failure:
            at = getattr(failure, "pos", None) or 0
            cause = getattr(failure, "msg", None) or str(failure) or type(failure).__name__
            return Fault(at, f"is no regular expression: {cause}", "write it as Python's re module wants it")
    if bounded.match(""):
        return Fault(0, "matches where nothing stands", "let it match one character at least")
    return None


def template_fault(pattern: str, replacement: str) -> Fault | None:
    r"""Find what is wrong with the text that is to stand for a match: a group that the pattern has not.

    >>> template_fault("(甲)", r"\2").message
    'is no replacement: invalid group reference 2'
    """
    try:
        compiled(pattern).sub(replacement, "")
    except (re.error, IndexError) as failure:
        cause = getattr(failure, "msg", None) or str(failure)
        return Fault(getattr(failure, "pos", None) or 0, f"is no replacement: {cause}", "write \\\\ for a backslash")
    return None


class _Reader:
    """Read a pattern from left to right: write it with bounded repeats, and count the ways it can match."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def read(self) -> str:
        """Give the pattern with bounded repeats; raise `_Refused` for one that has no bound."""
        flags = "(?i)" if self.pattern.startswith("(?i)") else ""
        self.at = len(flags)
        written, _ = self._alternatives()
        return flags + written + self.pattern[self.at :]

    def _alternatives(self) -> tuple[str, int]:
        """Read up to the end of the group: the ways of its branches add up."""
        written, ways = self._sequence()
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            more, further = self._sequence()
            written, ways = f"{written}|{more}", ways + further
        return written, ways

    def _sequence(self) -> tuple[str, int]:
        """Read one branch: the ways of what follows each other multiply."""
        written, ways = [], 1
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            start = self.at
            atom, own = self._atom()
            repeat, own = self._repeated(own)
            written.append(atom + repeat)
            ways *= own
            if ways > _WAYS:
                hint = "give its repeats an end, such as {1,8}, or make two rules of it"
                raise _Refused(start, "can match in too many ways", hint)
        return "".join(written), ways

    def _atom(self) -> tuple[str, int]:
        """Read a character, a class or a group."""
        pattern, start = self.pattern, self.at
        self.at += 1
        if pattern[start] == "(":
            return self._group(start)
        if pattern[start] == "[":
            self.at += pattern[self.at] == "^"
            self.at += 1  # a bracket that stands first is one of the class
            while pattern[self.at] != "]":
                self.at += 1 + (pattern[self.at] == "\\")
            self.at += 1
        elif pattern[start] == "\\":
            if pattern[self.at] in "123456789":
                raise _Refused(start, "refers back to a group", "write out what it is to match")
            self.at = pattern.index("}", self.at) + 1 if pattern[self.at] == "N" else self.at + 1
        return pattern[start : self.at], 1

    def _group(self, start: int) -> tuple[str, int]:
        """Read a group whose bracket stands at `start`."""
        opening = next((one for one in _GROUPS if self.pattern.startswith(one, self.at)), "")
        if not opening and self.pattern.startswith("?P<", self.at):
            opening = self.pattern[self.at : self.pattern.index(">", self.at) + 1]
        if not opening and self.pattern.startswith("?", self.at):
            raise _Refused(
                start, "has a group of an unknown sort", "the sorts are () (?:) (?P<name>) (?=) (?!) (?<=) (?<!)"
            )
        self.at += len(opening)
        inner, ways = self._alternatives()
        self.at += 1
        return f"({opening}{inner})", ways

    def _repeated(self, ways: int) -> tuple[str, int]:
        """Read the repeat behind an atom, if there is one, and give it an end."""
        pattern, start = self.pattern, self.at
        found = re.compile(_REPEAT).match(pattern, start)
        if found and found.group() == "{,}":
            low, high, self.at = 0, OPEN, found.end()
        elif found:
            exact, least, most = found.groups()
            low = int(exact or least or 0)
            high, self.at = int(exact or most or low + OPEN), found.end()
        elif pattern[start : start + 1] in {"*", "+", "?"}:
            low, high = {"*": (0, OPEN), "+": (1, OPEN), "?": (0, 1)}[pattern[start]]
            self.at += 1
        else:
            return "", ways
        lazy = pattern[self.at : self.at + 1] in {"?", "+"}
        self.at += lazy
        if high > 1 and ways > 1:
            hint = "repeat what is one way only: a+ for (a+)+, [甲乙]+ for (甲|乙)+"
            raise _Refused(start, "has a repeat inside a repeat", hint)
        if high > _LONGEST:
            raise _Refused(start, "repeats too often", f"{_LONGEST:,} times is the most")
        return f"{{{low},{high}}}{pattern[self.at - lazy : self.at]}", high - low + 1 if ways == 1 else ways + (
            low == 0
        )
