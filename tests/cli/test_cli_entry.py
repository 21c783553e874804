"""Every way that a run can end, and the exit code that it ends with."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from difftool import __version__
from difftool.cli import app as commands
from difftool.cli import main
from difftool.errors import BrokenLaw, UnreadableFile

Run = Callable[..., subprocess.CompletedProcess[str]]

AGAIN = "run it again with --traceback and report what it prints"

FAILURES = [
    (UnreadableFile("a.txt is missing", hint="look again"), "a.txt is missing", "look again"),
    (BrokenLaw("cover", hint="keep both"), "cover", "keep both"),
    (MemoryError(), "not enough memory", "compare smaller parts, or run it on a machine with more"),
    (
        OSError(5, "Input/output error"),
        "input/output error",
        "check the disk and its rights; --traceback shows where it arose",
    ),
    (RecursionError("too deep"), "internal error: RecursionError: too deep", AGAIN),
    (EOFError("end"), "internal error: EOFError: end", AGAIN),
    (KeyError("x"), "internal error: KeyError: 'x'", AGAIN),
]


@pytest.mark.parametrize(("failure", "error", "hint"), FAILURES, ids=[type(row[0]).__name__ for row in FAILURES])
def test_no_failure_passes_for_changes(
    failure: Exception, error: str, hint: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_words: object) -> None:
        raise failure

    monkeypatch.setattr(commands, "app", fail)
    told = f"error: {error}\nhint:  {hint}\n"
    assert main(["compare", "a", "b"]) == 2
    assert capsys.readouterr() == ("", told)
    assert main(["compare", "a", "b", "--traceback"]) == 2
    traced = capsys.readouterr().err
    assert traced.startswith("Traceback (most recent call last):\n")
    assert traced.endswith(told)


def test_an_interrupt_while_loading_is_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "app", interrupt)
    assert main(["compare", "a", "b"]) == 130
    assert capsys.readouterr() == ("", "")


def test_an_interrupted_process_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一", "utf-8")
    words = [sys.executable, "-m", "difftool", "compare", "a.txt", "-"]
    with subprocess.Popen(words, cwd=tmp_path, stdin=subprocess.PIPE, stdout=-1, stderr=-1) as process:
        time.sleep(1.5)  # it now waits for standard input, which nobody writes
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


USAGE = [
    (["compare", "a.txt"], "error: missing argument 'right'", "difftool compare"),
    (["compare", "a.txt", "b.txt", "c.txt"], "error: got unexpected extra argument(s) (c.txt)", "difftool compare"),
    (["compare", "a.txt", "b.txt", "--colour"], "error: no such option: --colour", "difftool compare"),
    (["compare", "--format", "pdf", "a", "b"], "error: invalid value for '--format': 'pdf' is not", "difftool compare"),
    (["merge"], "error: no such command 'merge'", "difftool"),
]


@pytest.mark.parametrize(("words", "error", "command"), USAGE, ids=lambda value: " ".join(value)[:30])
def test_usage_errors_are_errors_like_any_other(difftool: Run, words: list[str], error: str, command: str) -> None:
    done = difftool(*words)
    assert (done.returncode, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert first.lower().startswith(error)
    assert second == f"hint:  '{command} --help' lists what it takes"


def test_the_version_is_that_of_the_package(difftool: Run) -> None:
    assert __version__ == version("difftool")
    done = difftool("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"difftool {__version__}\n", "")


@pytest.mark.parametrize("words", [[], ["--help"], ["compare", "--help"]], ids=str)
def test_help_goes_to_standard_output(difftool: Run, words: list[str]) -> None:
    done = difftool(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: difftool ")


def _into(stdout: int, *words: str, cwd: Path, closes: tuple[int, ...] = ()) -> subprocess.CompletedProcess[str]:
    def close() -> None:
        for number in closes:
            os.close(number)

    return subprocess.run(
        [sys.executable, "-m", "difftool", *words],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        check=False,
        preexec_fn=close,
    )


@pytest.mark.parametrize(
    "words", [["--help"], ["compare", "a.txt", "b.txt"], ["compare", "a.txt", "b.txt", "-o", "-"]], ids=" ".join
)
def test_a_closed_pipe_is_quiet_and_keeps_the_answer(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "a.txt").write_text("一二三", "utf-8")
    (tmp_path / "b.txt").write_text("一二四", "utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = _into(writing, *words, cwd=tmp_path)
    os.close(writing)
    assert done.returncode == (0 if words == ["--help"] else 1)
    assert done.stderr.replace("report: reports/a__b.html\n", "") == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device /dev/full, which Linux has")
@pytest.mark.parametrize("words", [["--help"], ["compare", "a.txt", "b.txt", "--format", "json"]], ids=" ".join)
def test_a_full_disk_behind_standard_output_is_trouble(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "a.txt").write_text("一二三", "utf-8")
    (tmp_path / "b.txt").write_text("一二四", "utf-8")
    with Path("/dev/full").open("wb") as full:
        done = _into(full.fileno(), *words, cwd=tmp_path)
    assert done.returncode == 2
    error, hint = done.stderr.splitlines()
    assert re.fullmatch(r"error: (cannot write standard output: )?no space left on device", error)
    assert hint.startswith("hint:  ")


def test_closed_standard_streams_are_no_crash(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一二三", "utf-8")
    done = _into(subprocess.PIPE, "compare", "a.txt", "a.txt", cwd=tmp_path, closes=(1,))
    assert (done.returncode, done.stderr) == (
        2,
        "error: standard output is closed\nhint:  name a file with -o\n",
    )
    assert _into(subprocess.PIPE, "compare", "a.txt", "a.txt", cwd=tmp_path, closes=(2,)).returncode == 0
    done = _into(subprocess.PIPE, "compare", "a.txt", "-", cwd=tmp_path, closes=(0,))
    assert (done.returncode, done.stderr) == (
        2,
        "error: standard input is closed\nhint:  pipe a text into it, or name a file\n",
    )
