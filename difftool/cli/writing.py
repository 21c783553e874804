"""Put text where it was wanted: messages, standard output, files whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from difftool.errors import UnwritableReport

_OUTPUT = "standard output"


def say(line: str) -> None:
    """Print a message on one line of standard error, where there is one that takes it.

    Names of files come from strangers: what would steer the terminal is shown as a sign.
    A message that nobody can receive changes no exit code.
    """
    from difftool.render.visible import in_line  # noqa: PLC0415 - loaded by then, but where nothing was compared

    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{in_line(line)}\n")
        sys.stderr.flush()
    except OSError:
        _send_nowhere(2)


def encoded(text: str | bytes) -> bytes:
    r"""Encode a report as UTF-8; a lone surrogate, which has no UTF-8, becomes its escape. Bytes stay as they are.

    >>> encoded("文\udc80")
    b'\xe6\x96\x87\\udc80'
    """
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")


def put_out(text: str | bytes) -> bool:
    """Write a report or a view to standard output, as UTF-8 whatever the locale says; an office document as it is.

    A reader that has gone is no failure: the rest is dropped, and the exit
    code still tells the answer; False says that this is so. Raises
    `UnwritableReport` when the output is closed or full.
    """
    if sys.stdout is None:
        message = f"{_OUTPUT} is closed"
        raise UnwritableReport(message, hint="name a file with -o")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(encoded(text))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        abandon_output()
        return False
    except OSError as failure:
        abandon_output()
        raise _unwritable(_OUTPUT, failure) from failure
    return True


def flush() -> None:
    """Write what is still held back, so that a failure is met here and not while Python ends."""
    if sys.stdout is not None:
        put_out("")


def abandon_output() -> None:
    """Send the rest of standard output nowhere, so that Python's own flush at the end stays quiet.

    The way that the documentation of `signal` gives (note on SIGPIPE).
    """
    _send_nowhere(1)


def _send_nowhere(channel: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, channel)
    finally:
        os.close(nowhere)


def write_file(path: Path, text: str | bytes) -> None:
    """Write a file whole or not at all: to a new file beside it, which then takes its name.

    A link keeps pointing where it points; what is no regular file (`/dev/null`,
    a pipe) is written into. Raises `UnwritableReport` and leaves no new file behind.
    """
    write_pieces(path, (encoded(text),))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file as `write_file` does, piece by piece; where making one fails, nothing was written."""
    try:
        # Asked of the name as given: that of an open pipe (/dev/stdout, /dev/fd/63) resolves to no file.
        if path.exists() and not path.is_file():
            with path.open("wb") as into:
                into.writelines(pieces)
        else:
            _replace(path.resolve(), pieces)
    except OSError as failure:
        raise _unwritable(str(path), failure) from failure


def make_folder(path: Path) -> None:
    """Make a folder for reports where there is none."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise _unwritable(str(path), failure) from failure


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    # Not `tempfile`: it costs 8 ms to import, and makes files that only their owner can read.
    fresh = target.with_name(f".difftool-{os.getpid()}.tmp")
    try:
        with fresh.open("xb") as into:
            if target.exists():  # a report that was kept from other eyes stays so
                fresh.chmod(target.stat().st_mode & 0o777)
            into.writelines(pieces)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _unwritable(place: str, failure: OSError) -> UnwritableReport:
    cause = (failure.strerror or type(failure).__name__).lower()
    return UnwritableReport(f"cannot write {place}: {cause}", hint="name another place with -o")
