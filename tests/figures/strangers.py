"""Edits whose borders nobody can doubt: what comes in is strange to the text, what goes out stands once around."""

import random
import re
from collections.abc import Callable

from truth import Planted

# They stand in no generated text and look like none of its characters.
STRANGERS = "鼋鼍鼐鼒鼗鼙鼢鼫"
STRANGE_WORDS = "gryphon zephyr ombudsman quixotry syzygy kumquat hymnal vortex".split()  # noqa: SIM905
# Fewer characters between two edits are not asked for (issue C).
CLOSEST = 3
_AROUND = 12
_WORD = re.compile(r"[A-Za-z]+ ")

Plant = Callable[[random.Random, str, int, int, int], tuple[Planted, ...]]


def characters(chance: random.Random, text: str, start: int, end: int, sparse: int) -> tuple[Planted, ...]:
    """Replace, insert or drop one to three characters in `[start, end)`, with 3 to `sparse` characters between."""
    edits: list[Planted] = []
    at = start + chance.randint(0, sparse)
    while at + CLOSEST < end:
        old = text[at : at + chance.randint(1, 3)]
        new = "".join(chance.sample(STRANGERS, chance.randint(1, 3)))
        around = text[max(0, at - _AROUND) : at] + text[at + len(old) : at + len(old) + _AROUND]
        near = text[max(0, at - 2) : at + len(old) + 2]
        if (
            at + len(old) > end
            or not old.isalpha()
            or len(set(old)) < len(old)
            or set(old) & set(around)
            or any(one.isdigit() for one in near)
        ):
            at += 1
            continue
        shape = chance.choice(["replace", "insert", "drop"])
        edits.append(Planted(at, at + (0 if shape == "insert" else len(old)), "" if shape == "drop" else new))
        at = edits[-1].end + chance.randint(CLOSEST, max(CLOSEST, sparse))
    return tuple(edits)


def words(chance: random.Random, text: str, start: int, end: int, sparse: int) -> tuple[Planted, ...]:
    """Replace, insert or drop a word and the space behind it, with a whole word between two edits at least."""
    edits: list[Planted] = []
    last = start
    for found in _WORD.finditer(text, start, end):
        word = found.group()
        free = found.start() - last >= chance.randint(CLOSEST, max(CLOSEST, 2 * sparse))
        around = text[max(0, found.start() - 40) : found.start()] + text[found.end() : found.end() + 40]
        if not free or word in around or found.start() == start or not word.islower():
            continue
        new = chance.choice(STRANGE_WORDS)
        match chance.choice(["replace", "insert", "drop"]):
            case "replace":
                edits.append(Planted(found.start(), found.end() - 1, new))
            case "insert":
                edits.append(Planted(found.start(), found.start(), new + " "))
            case _:
                edits.append(Planted(found.start(), found.end(), ""))
        last = found.end()
    return tuple(edits)
