"""One run of a program as a process: how long it took, and how much memory it held at most."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_KIB = 1024


class Run(NamedTuple):
    """Hold one run: wall and processor seconds, peak memory in bytes, exit code; `is_cut` where it took too long."""

    seconds: float
    busy: float
    peak: int
    code: int
    is_cut: bool = False


def timed(command: Sequence[str], output: Path | None, limit: float, where: Path) -> Run:
    """Run a command and wait for it, at most `limit` seconds; `output` takes its standard output.

    The memory is that of the process and its children (`wait4`), in a locale of UTF-8.
    """
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    with open(output or os.devnull, "wb") as stream, open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - devnull
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=stream, stderr=nowhere, cwd=where, env=environment)
        killer = threading.Timer(limit, process.kill)
        killer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        killer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)  # or Popen would wait for it again
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KIB, process.returncode, seconds >= limit)
