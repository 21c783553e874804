"""A process of another user: does what it is told on the command line of difftool, with the rights of that user.

All that the commands load is loaded before the user is changed, for the new one may not be allowed to read it. Run as
a program with the number of a user (0 leaves it as it is), a folder to practise in, and commands in JSON; writes in
JSON to which exit code and output each came. After the command `die` it dies as by kill -9, with its store open.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from pathlib import Path

from difftool.cli import main
from difftool.store import Store

PRACTICE = ["track a.txt --as law", "track b.txt --as law", "log", "log law", "show law@1", "diff law --stat", "verify"]


def said(words: list[str]) -> tuple[int, str, str]:
    """Run a command, and give its exit code, what it printed and what it complained of."""
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2)]
    with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
        code = main(words)
    for stream in streams:
        stream.flush()
    printed, complained = (stream.buffer.getvalue().decode() for stream in streams)
    return code, printed, complained


def practise(folder: Path) -> None:
    for number, name in enumerate(("a.txt", "b.txt")):
        (folder / name).write_text(f"第一条　共{number}个部门。", "utf-8")
    for line in PRACTICE:
        words = [str(folder / word) if word.endswith(".txt") else word for word in line.split()]
        said([*words, "--store", str(folder / "store.db")])
    said(["log", "nothing", "--store", str(folder / "nothing.db")])


def become(user: int) -> None:
    if user:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)


def run(user: str, folder: str, commands: str) -> None:
    practise(Path(folder))
    become(int(user))
    os.chdir("/")
    with ExitStack() as stack:
        told: list[object] = []
        for words in json.loads(commands):
            if words[0] == "die":
                store = stack.enter_context(Store.open(words[1]))
                store.track(words[2], "law")
                os.kill(os.getpid(), signal.SIGKILL)
            told.append(said(words))
        sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    run(*sys.argv[1:])
