"""Time difftool and its peers on the same texts in the same run, and write what came of it to `reports/benchmark.md`.

    python tests/benchmarks/run.py [--quick] [--prosediff PROGRAM] [--output FILE]

Needs git; `prosediff` is taken where it is found on PATH or named, as it needs an environment of its own. Makes its
texts itself from a seed and from the clauses of `seeds/`; asks no network. A full run takes a quarter of an hour.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from cells import Cell, measured
from corpora import SEEDS, Planted, planted
from hard_cases import HARD
from inside import aligning, searching
from minimal import excess
from peers import Peer, git, others, ours
from report import Findings, written

_ROOT = Path(__file__).resolve().parents[2]
_SIZES = (3_000, 30_000, 300_000, 3_000_000)
_RATES = (0.001, 0.01, 0.1)
_LARGEST = 30_000_000
_HARD_SIZE, _REWRITTEN = 300_000, 3_000_000
_SEED = 20_261


def main() -> int:
    """Measure all, or with `--quick` what takes a minute, and write the report."""
    options = _options()
    programs = [ours(), git(), *others(options.prosediff)]
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        plain = [
            _cell(size, rate, programs, options.quick, where)
            for size in (_SIZES[:3] if options.quick else _SIZES)
            for rate in _RATES
        ]
        if not options.quick:
            plain.append(_cell(_LARGEST, 0.01, programs[:2], options.quick, where))
        found = Findings(
            _machine(),
            plain,
            [_hard(name, size, where) for name in HARD for size in _hard_sizes(name, quick=options.quick)],
            _seed_pair(options, where),
            aligning(_SEED),
            searching(_SEED, where, 2_000_000 if options.quick else 20_000_000),
            excess(_SEED),
        )
    text = written(found)
    options.output.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="leave out what takes more than some seconds")
    parser.add_argument("--prosediff", help="the program, where it is not on PATH")
    parser.add_argument("--output", type=Path, default=_ROOT / "reports" / "benchmark.md")
    return parser.parse_args()


def _cell(size: int, rate: float, programs: list[Peer], quick: bool, where: Path) -> Cell:  # noqa: FBT001 - one caller
    _tell(f"{size:,} characters, {rate:.1%}")
    pair = planted(_SEED, size, rate)
    rounds = 3 if quick or size > _SIZES[2] else 5
    return measured(f"{size:,} × {rate:.1%}", pair, programs, 1 if size == _LARGEST else rounds, where)


def _hard_sizes(name: str, *, quick: bool) -> list[int]:
    """Give the sizes at which a bad case is measured: two editions of a book are compared, too."""
    return [_HARD_SIZE, _REWRITTEN] if "third" in name and not quick else [_HARD_SIZE]


def _hard(name: str, size: int, where: Path) -> Cell:
    _tell(f"{name}, {size:,}")
    return measured(f"{name}, {size:,}", HARD[name](_SEED, size), [ours(), git()], 1, where)


def _seed_pair(options: argparse.Namespace, where: Path) -> Cell:
    """Time the pair of seeds with the page, as a user first runs it."""
    names = sorted(SEEDS.glob("00[01]*.txt"))
    pair = Planted(names[0].read_text("utf-8"), names[1].read_text("utf-8"), [])
    page = ours("difftool, page", ".html")
    peers = [ours(), page, *[peer for peer in others(options.prosediff) if peer.name == "prosediff"]]
    return measured("the pair of seeds", pair, peers, 5, where)


def _machine() -> str:
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"


def _tell(what: str) -> None:
    sys.stderr.write(f"{what} …\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
