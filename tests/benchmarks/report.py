"""What was measured, as a page of Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cells import LIMIT, Cell
from inside import Searching

_OURS, _GIT = "difftool, JSON", "git word diff"
_MEGABYTE = 1_000_000


class Findings(NamedTuple):
    """Hold all that one run of the benchmark found."""

    machine: str
    plain: Sequence[Cell]
    hard: Sequence[Cell]
    seeds: Cell
    aligning: float
    searching: Searching
    excess: Sequence[tuple[float, float]]


def written(found: Findings) -> str:
    """Write the page."""
    peers = list(dict.fromkeys(name for cell in found.plain for name in cell.runs))
    lines = [
        "# Benchmark",
        "",
        f"{found.machine}. Whole processes, medians of runs taken in turn; every edit named, JSON written; the laws",
        "hold for each result, and what was planted was found, before a time counts. A program that passes",
        f"{LIMIT:.0f} s is cut. Made by `python tests/benchmarks/run.py`.",
        "",
        "## Editions of one text",
        "",
        *_table(
            ["characters × edits", *peers, "× git", "peak MB", "MB allowed", "found", "F1"],
            [_plain_row(cell, peers) for cell in found.plain],
        ),
        "",
        _growth(found.plain),
        "",
        "## Hard cases",
        "",
        *_table(
            ["pair", "seconds", "× plain 1 %", "changes"],
            [_hard_row(cell, found.plain) for cell in found.hard],
        ),
        "",
        "## An article and its compilation",
        "",
        *_seed_lines(found.seeds),
        f"- 8,000 characters in 40,000: {found.aligning:.3f} s of aligning.",
        _search_line(found.searching),
        "",
        "## Cost of the edit script over the shortest one, 30,000 characters",
        "",
        *[f"- {rate:.1%}: {share:.4f}" for rate, share in found.excess],
        "",
    ]
    return "\n".join(lines)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]


def _plain_row(cell: Cell, peers: Sequence[str]) -> list[str]:
    return [
        cell.name,
        *[_seconds(cell, name) for name in peers],
        _times(cell.ratio(_OURS, _GIT)),
        f"{cell.peak(_OURS) / _MEGABYTE:.0f}",
        f"{60 + 8 * cell.size / _MEGABYTE:.0f}",
        f"{cell.score.recall:.1%}",
        f"{cell.score.f1:.3f}",
    ]


def _hard_row(cell: Cell, plain: Sequence[Cell]) -> list[str]:
    base = next(one for one in plain if one.name == "300,000 × 1.0%").seconds(_OURS)
    taken = cell.seconds(_OURS)
    return [
        cell.name,
        _seconds(cell, _OURS),
        _times(taken / base if taken and base else None),
        f"{cell.score.found:,}",
    ]


def _search_line(found: Searching) -> str:
    told = (
        f"- 3,000 characters in a compilation: reading both {found.reading:.2f} s, with finding {found.finding:.2f} s"
    )
    return f"{told}, {found.finding / found.reading:.1f} ×."


def _seed_lines(cell: Cell) -> list[str]:
    page, other = "difftool, page", "prosediff"
    told = f"- The pair of seeds with its page: {_seconds(cell, page)} s"
    ratio = cell.ratio(page, other)
    return [f"{told}, {ratio:.2f} × prosediff's {_seconds(cell, other)} s." if ratio else f"{told}."]


def _seconds(cell: Cell, name: str) -> str:
    if name not in cell.runs:
        return "–"
    taken = cell.seconds(name)
    return f"> {LIMIT:.0f} s" if taken is None else f"{taken:.2f}" if taken < 10 else f"{taken:.1f}"


def _times(ratio: float | None) -> str:
    return "–" if ratio is None else f"{ratio:.1f}"


def _growth(cells: Sequence[Cell]) -> str:
    """Tell how the time grows with the size, as the exponent between 300,000 characters and the most, at 1 %."""
    known = [cell for cell in cells if cell.name.endswith("× 1.0%") and cell.size >= _MEGABYTE]
    if len(known) < 2:
        return "Growth is measured from 300,000 characters on."
    first, last = known[0], known[-1]
    told = []
    for name in (_OURS, _GIT):
        one, other = first.seconds(name), last.seconds(name)
        if one and other:
            told.append(f"{name} {math.log(other / one) / math.log(last.size / first.size):.2f}")
    return f"Growth exponent from {first.name} to {last.name}: {', '.join(told)}."
