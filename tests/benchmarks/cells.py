"""What is measured: a pair of texts, the programs that read it, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from checking import Score, scored
from corpora import Planted
from peers import Peer
from timing import Run, timed

LIMIT = 60.0  # seconds after which a peer is cut
OURS = 600.0  # this tool is not cut so soon: how long it takes is what is asked


_RECALL = 0.95


class Cell(NamedTuple):
    """Hold what programs took for one pair; `score` is this tool's, `size` counts both texts' UTF-8 bytes."""

    name: str
    size: int
    runs: dict[str, list[Run]]
    score: Score

    def seconds(self, peer: str) -> float | None:
        """Give the median of a program's wall seconds; None where it was not run or was cut."""
        runs = self.runs.get(peer, [])
        return median([run.seconds for run in runs]) if runs and not any(run.is_cut for run in runs) else None

    def peak(self, peer: str) -> int:
        """Give the most memory that a program took, in bytes."""
        return max(run.peak for run in self.runs[peer])

    def ratio(self, peer: str, other: str) -> float | None:
        """Give how many times as long one took as the other: the median of the ratios of each round."""
        pairs = list(zip(self.runs.get(peer, []), self.runs.get(other, []), strict=False))
        if not pairs or any(run.is_cut for pair in pairs for run in pair):
            return None
        return median([one.seconds / other.seconds for one, other in pairs])


def measured(name: str, pair: Planted, programs: Sequence[Peer], rounds: int, where: Path) -> Cell:
    """Write a pair to files, run the programs in turn, and check the result of the first, which is this tool.

    Raises `AssertionError` where a result is wrong: an exit code, a law, or too few of the planted edits.
    """
    left, right = where / "left.txt", where / "right.txt"
    left.write_bytes(pair.left.encode())
    right.write_bytes(pair.right.encode())
    runs: dict[str, list[Run]] = {}
    for _ in range(rounds):
        for peer in programs:
            known = runs.setdefault(peer.name, [])
            if not any(run.is_cut for run in known):
                known.append(_run(peer, left, right, where, OURS if peer is programs[0] else LIMIT))
    score = scored(pair, where / "0.json")
    if pair.edits and score.recall < _RECALL:
        message = f"{name}: {score.recall:.3f} of the planted edits, and {_RECALL} is asked for"
        raise AssertionError(message)
    return Cell(name, left.stat().st_size + right.stat().st_size, runs, score)


def _run(peer: Peer, left: Path, right: Path, where: Path, limit: float) -> Run:
    out = where / "0"
    command = peer.command(left, right, out)
    run = timed(command, None if peer.writes else out, limit, where)
    if not run.is_cut and run.code not in {0, 1}:
        message = f"{peer.name} ended with {run.code}: {' '.join(map(str, command[:4]))}"
        raise AssertionError(message)
    return run
