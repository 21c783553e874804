"""The programs that are timed, each as a whole process that reads two files and writes what it finds."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

# The anchors of the field: what each does by its own defaults, but for limits that would make its answer wrong.
_LINES = """
import sys
from diff_match_patch import diff_match_patch
left, right = (open(name, encoding="utf-8", newline="").read() for name in sys.argv[1:3])
engine = diff_match_patch()
engine.Diff_Timeout = 0
found = engine.diff_main(left, right, checklines=True)
open(sys.argv[3], "w", encoding="utf-8", newline="").writelines(f"{sign:+d}{text!r}\\n" for sign, text in found)
sys.exit(int(left != right))
"""
_TABLE = """
import difflib, sys
left, right = (open(name, encoding="utf-8").read().splitlines() for name in sys.argv[1:3])
open(sys.argv[3], "w", encoding="utf-8").write(difflib.HtmlDiff().make_file(left, right))
sys.exit(int(left != right))
"""


class Peer(NamedTuple):
    """Hold a program: its name in the report, and the command that compares two files and writes a third.

    The exit code is 0 for equal texts and 1 for others; `writes` tells whether the command itself writes the
    file, else its standard output is sent there.
    """

    name: str
    command: Callable[[Path, Path, Path], Sequence[str]]
    writes: bool = True


def ours(name: str = "difftool, JSON", suffix: str = ".json") -> Peer:
    """Give this tool as it is installed beside the Python that runs here, writing one format."""
    program = Path(sys.executable).with_name("difftool")
    return Peer(
        name, lambda left, right, out: [str(program), "compare", str(left), str(right), "-q", "-o", f"{out}{suffix}"]
    )


def git() -> Peer:
    """Give git's word diff with each character a word."""
    options = ["git", "diff", "--no-index", "--word-diff=porcelain", "--word-diff-regex=."]
    return Peer("git word diff", lambda left, right, _: [*options, str(left), str(right)], writes=False)


def others(prosediff: str | None) -> list[Peer]:
    """Give the peers that can be run here; `prosediff` is the path of that program, if it is not on PATH."""
    found = [
        Peer(
            "diff-match-patch", lambda left, right, out: [sys.executable, "-c", _LINES, *map(str, (left, right, out))]
        ),
        Peer("HtmlDiff", lambda left, right, out: [sys.executable, "-c", _TABLE, *map(str, (left, right, out))]),
    ]
    program = prosediff or shutil.which("prosediff")
    if program:
        found.insert(
            0,
            Peer(
                "prosediff",
                lambda left, right, out: [program, "--files", str(left), str(right), "-o", f"{out}.html"],
            ),
        )
    return found
