"""One run of a program as a process: how long it took, and how much memory it held at most."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_KIB = 1024
# A small process starts the program and waits for it: the peak that the system tells counts what the starter held.
_STARTER = """
import json, os, subprocess, sys, threading, time
output, limit, where, *command = json.loads(sys.argv[1])
with open(output or os.devnull, "wb") as stream, open(os.devnull, "wb") as nowhere:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=stream, stderr=nowhere, cwd=where)
    killer = threading.Timer(limit, process.kill)
    killer.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    killer.cancel()
told = [seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status), seconds >= limit]
sys.stdout.write(json.dumps(told))
sys.stdout.flush()
os._exit(0)
"""


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
    told = json.dumps([str(output) if output else "", limit, str(where), *command])
    done = subprocess.run(
        [sys.executable, "-I", "-c", _STARTER, told],
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    seconds, busy, peak, code, is_cut = json.loads(done.stdout)
    return Run(seconds, busy, peak * _KIB, code, is_cut)
