"""What happened to a clause, in a few words, and how it is named.

Asked by `table` for each row. Takes what the row is made of; knows nothing of texts.
"""

from typing import NamedTuple

from difftool.model import Change, Kind, Side, Significance
from difftool.render.table_clauses import Pair, Unit
from difftool.render.table_words import Phrases
from difftool.render.visible import in_line

__all__ = ["Shift", "named", "notes", "rest"]


class Shift(NamedTuple):
    """Hold what makes a row one to show: the changes that count in it, and paragraphs that answer another row's.

    `gone` and `come` are these paragraphs, of the left and of the right, by index; `to` and `since` name the others.
    """

    changes: tuple[Change, ...] = ()
    gone: frozenset[int] = frozenset()
    come: frozenset[int] = frozenset()
    to: tuple[str, ...] = ()
    since: tuple[str, ...] = ()


def named(pair: Pair, side: Side, said: Phrases) -> str:
    """Name the clauses that a pair has on a side, as they are cited, or its first paragraph by its number from 1."""
    units = pair.left if side is Side.LEFT else pair.right
    clauses = _clauses(units)
    if not clauses:
        return said.paragraph.format(units[0].paragraphs[0] + 1) if units else ""
    name = clauses[0]
    for one in clauses[1:]:
        name = said.both.format(name, one)
    return in_line(name)


def notes(pair: Pair, shift: Shift, said: Phrases) -> tuple[str, ...]:
    """Say what happened to a clause: a phrase for each thing, the weightiest first."""
    found: list[str] = []
    if not (pair.left and pair.right):
        found.append(said.deleted if pair.left else said.new)
    else:
        found += _answered(pair, shift, said)
    found += [said.part_from.format(name) for name in shift.since]
    found += [said.part_to.format(name) for name in shift.to]
    return tuple(found)


def _answered(pair: Pair, shift: Shift, said: Phrases) -> list[str]:
    """Say what happened to a clause that both sides have."""
    found: list[str] = []
    counts = len(_clauses(pair.left)) or 1, len(_clauses(pair.right)) or 1
    if pair.is_moved:
        found.append(said.moved.format(named(pair, Side.LEFT, said)))
    if counts[0] != counts[1]:
        found.append(said.merged if counts[0] > counts[1] else said.split)
    # A level of a list that changed is a renumbering too, but one that a person must look at.
    loud = [one for one in shift.changes if one.significance is not Significance.ACCIDENTAL]
    follows = [one for one in shift.changes if one.kind is Kind.RENUMBERING and one not in loud]
    if any(change.kind is not Kind.MOVE for change in loud):
        found.append(said.amended)
    if any(change.kind is Kind.MOVE for change in loud) and not (pair.is_moved or shift.gone or shift.come):
        found.append(said.reordered)
    if follows and not pair.is_moved:
        is_own = named(pair, Side.LEFT, said) != named(pair, Side.RIGHT, said) and _clauses(pair.right)
        found.append(said.renumbered if is_own else said.numbers)
    if len(shift.changes) > len(loud) + len(follows) and said.amended not in found:
        found.append(said.form)
    return found


def rest(said: Phrases, pairs: list[Pair], ignored: int) -> str:
    """Say that clauses did not change, from the first to the last; without any, that none did."""
    if not pairs:
        return said.not_counted.format(said.all_unchanged, ignored) if ignored else said.all_unchanged
    left, right = (_stretch(said, pairs, side) for side in Side)
    name = right or left
    if left and right and left != right and any(_clauses(pair.right) for pair in pairs):
        name = said.formerly.format(right, left)
    text = said.unchanged.format(name)
    return said.not_counted.format(text, ignored) if ignored else text


def _stretch(said: Phrases, pairs: list[Pair], side: Side) -> str:
    """Name the clauses of a side from the first to the last; paragraphs where there are none."""
    sides = [pair.left if side is Side.LEFT else pair.right for pair in pairs]
    clauses = [in_line(one) for units in sides for one in _clauses(units)]
    if clauses:
        return said.stretch(clauses[0], clauses[-1])
    numbers = [index + 1 for units in sides for unit in units for index in unit.paragraphs]
    if not numbers:
        return ""
    if numbers[0] == numbers[-1]:
        name = said.paragraph.format(numbers[0])
        return name[:1].upper() + name[1:]
    return said.paragraphs_to.format(numbers[0], numbers[-1])


def _clauses(units: tuple[Unit, ...]) -> list[str]:
    """List the clauses of units, each once."""
    return list(dict.fromkeys(one for unit in units for one in unit.clauses))
