"""Where the process begins and ends: failures become messages and exit codes."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from difftool.cli import writing
from difftool.errors import DifftoolError

TROUBLE = 2  # as `diff`, `cmp` and `grep` have it; 1 means "there are changes" and nothing else
INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it

_REPORT = "run it again with --traceback and report what it prints"


def run() -> NoReturn:
    """Run a command as the only thing that this process does, and end it at once with its exit code.

    No garbage is looked for (the values of a comparison are tuples and make no cycles), and the
    modules are not taken apart at the end: together a tenth of a short run. Nothing waits for
    an orderly end: files are written whole before `main` returns.
    """
    gc.disable()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 no change, 1 changes, 2 trouble, 130 interrupted.

    Nothing is raised: a failure is told on standard error in two lines, `error:`
    and `hint:`, and with `--traceback` among the arguments after its traceback.
    A reader that closes the pipe is no failure.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run(words)
        writing.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit:
        # Typer leaves so, without being asked, when the reader of the help text has gone.
        writing.abandon_output()
        return 0
    except Exception as failure:  # noqa: BLE001 - whatever it is, it must not pass for "there are changes"
        return _tell(failure, traceback="--traceback" in words)
    return code


def _run(words: list[str]) -> int:
    # Here and not above, so that Ctrl-C is quiet while Typer and the commands load, half of a short run.
    from difftool.cli.app import app  # noqa: PLC0415 - see above

    answer = app(words)(args=words or ["--help"], prog_name="difftool", standalone_mode=False)
    return answer if isinstance(answer, int) else 0


def _tell(failure: Exception, *, traceback: bool) -> int:
    if traceback:
        from traceback import format_exception  # noqa: PLC0415 - 3 ms that only a failure needs

        for line in "".join(format_exception(failure)).splitlines():
            writing.say(line)
    message, hint = _explain(failure)
    writing.say(f"error: {message}")
    writing.say(f"hint:  {hint}")
    return TROUBLE


def _explain(failure: Exception) -> tuple[str, str]:
    """Say what failed and what to do next."""
    if isinstance(failure, DifftoolError):
        return str(failure), failure.hint
    if isinstance(failure, MemoryError):
        return "not enough memory", "compare smaller parts, or run it on a machine with more"
    if isinstance(failure, OSError) and failure.strerror:
        place = f"{failure.filename}: " if failure.filename else ""
        return f"{place}{failure.strerror.lower()}", "check the disk and its rights; --traceback shows where it arose"
    usage = getattr(failure, "format_message", None)
    if callable(usage):  # Typer's usage errors; their class moved from one package to another in 0.26
        context = getattr(failure, "ctx", None)
        command = getattr(context, "command_path", "difftool")
        return _sentence(str(usage())), f"'{command} --help' lists what it takes"
    return f"internal error: {type(failure).__name__}: {failure}", _REPORT


def _sentence(text: str) -> str:
    """Write a message of Typer as ours are: small first letter, no final stop."""
    line = " ".join(text.split()).removesuffix(".")
    return line[:1].lower() + line[1:]
