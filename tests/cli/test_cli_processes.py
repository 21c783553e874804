"""Large work is spread over processes: the same bytes come out, and nothing is left running however it ends."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from difftool import inside
from difftool.cli import main, processes, reporting
from difftool.errors import LostWorker, UnreadableFile
from prose import article, planted


@pytest.fixture
def spread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "WORTH_IT", 1)
    monkeypatch.setattr(processes, "_processors", lambda: 3)


def doubled(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


def failing(number: int) -> int:
    if number == 2:
        message = "there is no two"
        raise UnreadableFile(message, hint="name another number")
    return number


def dying(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.usefixtures("spread")
def test_results_come_in_order_from_other_processes() -> None:
    found = list(processes.each(doubled, range(20), 100))

    assert [result for result, _ in found] == [2 * number for number in range(20)]
    assert os.getpid() not in {process for _, process in found}


def test_little_work_stays_in_this_process() -> None:
    assert {process for _, process in processes.each(doubled, range(5), 100)} == {os.getpid()}


@pytest.mark.usefixtures("spread")
def test_a_failure_is_raised_at_its_turn_with_its_hint() -> None:
    results = processes.each(failing, range(5), 100)

    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(UnreadableFile, match="there is no two") as caught:
        next(results)
    assert caught.value.hint == "name another number"


@pytest.mark.usefixtures("spread")
def test_a_killed_process_is_told() -> None:
    with pytest.raises(LostWorker):
        list(processes.each(dying, range(5), 100))


@pytest.mark.usefixtures("spread")
def test_what_is_not_asked_for_ends_the_processes() -> None:
    results = processes.each(doubled, range(500), 1000)
    _, process = next(results)

    results.close()  # type: ignore[attr-defined]

    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@pytest.mark.usefixtures("spread")
def test_a_comparison_is_the_same_whoever_names_its_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = planted(random.Random(8), "\n".join(article(random.Random(7), 40)), 90, 9)
    for name, text in (("left.txt", pair.left), ("right.txt", pair.right)):
        (tmp_path / name).write_text(text, "utf-8")
    words = ["compare", str(tmp_path / "left.txt"), str(tmp_path / "right.txt"), "--quiet", "-o"]
    each, sent = processes.each, list[int]()

    def counted(work: Callable[[object], object], items: Sequence[object], size: int) -> Iterator[object]:
        sent.append(len(items))
        return each(work, items, size)

    here = main([*words, str(tmp_path / "here.json")])
    monkeypatch.setattr(reporting, "_LONG", 0)
    monkeypatch.setattr(inside, "_PART", 1_000)
    monkeypatch.setattr(processes, "each", counted)

    there = main([*words, str(tmp_path / "there.json")])

    assert (here, there) == (1, 1)
    assert sent[0] > 3
    assert (tmp_path / "here.json").read_bytes() == (tmp_path / "there.json").read_bytes()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder of four files with more than three million bytes of text, one file that cannot be read."""
    folder = tmp_path_factory.mktemp("large")
    for number in range(4):
        chance = random.Random(number)
        signs = [chr(0x4E00 + at) for at in range(3_000)]
        lines = ["".join(chance.choices(signs, k=60)) + "。" for _ in range(5_000)]
        lines[7] = f"第{number}号文件于****年印发，共有xx个部门。"
        (folder / f"{number}.txt").write_text("\n".join(lines), "utf-8")
    (folder / "none.txt").write_bytes(b"\x00\x01\x02" * 100)
    return folder


def run(words: list[str], *, processors: str | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the tool; with `processors`, on those only."""
    before = partial(os.sched_setaffinity, 0, {int(processors)}) if processors else None
    return subprocess.run(
        [sys.executable, "-m", "difftool", *words],
        capture_output=True,
        check=False,
        timeout=300,
        preexec_fn=before,
    )


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="processors cannot be chosen here")
@pytest.mark.parametrize("command", ["locate", "masks", "check"])
def test_the_same_bytes_come_out_of_one_process_and_of_several(command: str, large: Path, tmp_path: Path) -> None:
    texts = large
    if command == "check":  # every pair is compared: smaller ones do
        texts = tmp_path / "texts"
        texts.mkdir()
        for number in range(5):
            (texts / f"{number}.txt").write_text((large / "0.txt").read_text("utf-8")[: 40_000 + number], "utf-8")
    needle = tmp_path / "needle.txt"
    needle.write_text((large / "2.txt").read_text("utf-8")[100:3_000], "utf-8")
    words = [command, *([str(needle)] if command == "locate" else []), str(texts), "--format", "json"]
    one_processor = str(min(os.sched_getaffinity(0)))

    many, one = run(words), run(words, processors=one_processor)

    assert many.stdout == one.stdout
    assert (many.returncode, many.stderr) == (one.returncode, one.stderr)
    assert many.returncode in (0, 1)
    assert len(many.stdout) > 500


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes cannot be listed here")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_nothing_is_left_running(how: signal.Signals, large: Path, tmp_path: Path) -> None:
    needle = tmp_path / "needle.txt"
    needle.write_text((large / "2.txt").read_text("utf-8")[100:3_000], "utf-8")
    started = subprocess.Popen(
        [sys.executable, "-m", "difftool", "locate", str(needle), *[str(large)], "-q"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread runs in a test
    )
    wait(lambda: len(in_session(started.pid)) >= min(3, 1 + len(os.sched_getaffinity(0))))

    started.send_signal(how)

    _, told = started.communicate(timeout=60)
    wait(lambda: not in_session(started.pid))
    # After a kill, Python's own tracker tells what it cleaned up.
    assert told == b"" or how is signal.SIGKILL
    assert started.returncode == (130 if how is signal.SIGINT else -signal.SIGKILL)


def in_session(leader: int) -> list[int]:
    """List the processes of a session that still run."""
    found: list[int] = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, session = path.read_text("utf-8").rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(session) == leader and state != "Z":
            found.append(int(path.parent.name))
    return found


def wait(until: object) -> None:
    end = time.monotonic() + 30
    assert callable(until)
    while not until():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
