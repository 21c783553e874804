"""What makes a report evidence: the command that makes it again, the settings, and what was not read.

Knows no file and no path: a document has the name that it was given.
"""

from typing import NamedTuple

from difftool.model import Comparison, Settings, Side
from difftool.render.bilingual import Pair
from difftool.render.visible import clip, in_line

__all__ = ["Evidence", "evidence"]

_LONGEST = 200  # code points of a setting, whole in the JSON
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./,=+:@%")


class Evidence(NamedTuple):
    """Hold the command, the settings that are no plain comparison's, and what was not read or not compared."""

    command: str
    settings: tuple[tuple[str, str], ...]
    unread: tuple[Pair, ...]


def evidence(comparison: Comparison, command: str = "compare") -> Evidence:
    """Gather what a reader needs to make the same report from the same two files.

    `command` is the one of the tool that compared them. What options can say is named with it; rules that come
    from a file are listed with the settings.

    >>> from difftool import compare
    >>> from difftool.model import document
    >>> evidence(compare(document("一", "a b.txt"), document("二", "b.txt"))).command
    "difftool compare 'a b.txt' b.txt"
    """
    from difftool.render.chinese import SIDES, told  # noqa: PLC0415 - a terminal does without

    plain, own = Settings(), comparison.settings
    changed = [
        (name, in_line(clip(str(getattr(own, name)), _LONGEST)))
        for name in own._fields
        if getattr(own, name) != getattr(plain, name)
    ]
    notes = [(side, note) for side in Side for note in _side(comparison, side)]
    unread = [(f"{side}: {in_line(note)}", f"{SIDES[side]}：{in_line(told(note))}") for side, note in notes]
    unread += [
        (in_line(f"{one.step}: {one.text}"), in_line(f"{told(one.step)}：{told(one.text)}"))
        for one in comparison.limits
    ]
    return Evidence(_command(comparison, command), tuple(changed), tuple(unread))


def _side(comparison: Comparison, side: Side) -> tuple[str, ...]:
    return comparison.left.notes if side is Side.LEFT else comparison.right.notes


def _command(comparison: Comparison, command: str) -> str:
    """Write the command as a shell takes it."""
    own = comparison.settings
    words = ["difftool", command, comparison.left.name, comparison.right.name]
    for name, kinds in (("--only", own.only), ("--ignore", own.ignore)):
        if kinds:
            words += [name, ",".join(kinds)]
    for term in own.terms:
        words += ["--term", term]
    words += [] if own.outside else ["--no-outside"]
    words += ["--conceal-values"] if own.conceal else []
    return " ".join([_quoted(in_line(word)) for word in words])


def _quoted(word: str) -> str:
    r"""Quote a word for a shell where it has more than plain signs.

    >>> _quoted("a.txt"), _quoted("it's")
    ('a.txt', "'it'\\''s'")
    """
    if word and _PLAIN.issuperset(word):
        return word
    return "'" + word.replace("'", "'\\''") + "'"
