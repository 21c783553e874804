"""What is in force: a table for people, and JSON.

Knows no file and no terminal's width.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from difftool.classify.wishes import told
from difftool.model import Equivalence
from difftool.render.columns import aligned
from difftool.render.pieces import Piece
from difftool.render.visible import in_line

if TYPE_CHECKING:
    from difftool.model.rules import InForce

__all__ = ["pieces"]

_COLUMNS = ("setting", "value", "from", "reason")


def pieces(rules: Sequence[InForce]) -> Iterator[Piece]:
    """Write the table, as stretches of text with the names of their styles.

    >>> from difftool.model.rules import InForce
    >>> from difftool.render.pieces import plain
    >>> print(plain(pieces([InForce("terms", "五个一工程", "option", "--term")])), end="")
    setting  value       from
    terms    五个一工程  --term
    """
    rows = [_COLUMNS, *[_row(rule) for rule in rules]]
    for line, style in zip(aligned(rows), ["quiet"] + [""] * len(rules), strict=True):
        yield Piece(line + "\n", style)


def _row(rule: InForce) -> Sequence[str]:
    reason = str(rule.value.get("reason", "")) if isinstance(rule.value, Mapping) else ""
    return rule.setting, in_line(_value(rule.value)), in_line(rule.place or rule.source), in_line(reason)


def _value(value: object) -> str:
    """Say a value on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return _entry(value) if isinstance(value, Mapping) else str(value)


def _entry(value: Mapping[str, object]) -> str:
    """Say what counts as one, or what counts as a mask, with its name and its limits."""
    fields = {name: str(value.get(name, "")) for name in ("name", "pattern", "replacement")}
    texts = value.get("texts")
    if not isinstance(texts, list):
        what, extras = f"/{fields['pattern']}/", [f"reading {value['reading']}"] if value.get("reading") else []
    else:
        what = told(Equivalence(fields["name"], tuple(texts), fields["pattern"], fields["replacement"]))
        limits = (("kind", "as {}"), ("paragraphs", "in paragraphs with /{}/"), ("files", "in files {}"))
        extras = [how.format(value[name]) for name, how in limits if value.get(name)]
    named = what if fields["name"] in what else f"{fields['name']}: {what}"
    return ", ".join([named, *extras])
