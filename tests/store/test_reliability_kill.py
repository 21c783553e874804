"""kill -9 while a store is written, and Ctrl-C: what was tracked is there as a whole or not at all."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pytest

import mortal
from difftool import document
from difftool.store import Store
from difftool.store.locking import written
from shelf import PATIENCE, copies, held, kept, verification, wanted

MEMORY = "/dev/shm"  # noqa: S108 - the folder in it is made by `tempfile`
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, so that hundreds die quickly")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one: who is killed loses nothing of what was written to any file."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


def started(mode: str, folder: Path, *words: str) -> subprocess.Popen[str]:
    folder.mkdir()
    return subprocess.Popen([sys.executable, mortal.__file__, mode, folder, *words], stdout=subprocess.PIPE, text=True)


def answer(process: subprocess.Popen[str]) -> dict[str, object]:
    told, _ = process.communicate(timeout=2 * PATIENCE)
    assert process.returncode == 0, "what was found is told above"
    found: dict[str, object] = json.loads(told)
    return found


@needs_fork
@pytest.mark.slow
def test_killed_at_200_random_moments_a_store_is_sound_with_each_version_whole_or_not_at_all(tmp_path: Path) -> None:
    # Each kill counted hit a process after its first commit and before the last of 100 texts; after each,
    # `mortal` verifies the store, holds it against the texts, and the next process goes on.
    both = [started("random", tmp_path / f"{seed}", "100", f"{seed}") for seed in (1, 2)]
    found = [answer(one) for one in both]
    assert [one["killed"] for one in found] == [100, 100]
    places = {place for one in found for place in cast("list[int]", one["places"])}
    assert len(places) > 30, "the kills hit few places"
    assert len([place for place in places if place > 50]) > 10, "the kills hit the beginning only"


@needs_fork
def test_killed_while_a_transaction_is_half_written_a_store_has_what_it_had_before(memory: Path) -> None:
    assert answer(started("commits", memory / "k", "5", "3"))["torn"] == 5


@needs_fork
@pytest.mark.parametrize("work", mortal.WORKS)
def test_killed_at_every_statement_a_work_is_done_or_not_begun(memory: Path, work: str) -> None:
    found = answer(started("each", memory / "k", work))

    assert cast("int", found["points"]) > 25
    assert found["partly"] == 0
    assert found["changes"] == (1 if work == "making" else 2), "the work changes nothing, and this shows nothing"


LOOP = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from shelf import copies
from difftool.store import Store
with Store.open(sys.argv[1]) as store:
    for one in copies(10, 10):
        one.put(store)
        sys.stdout.write(".")
        sys.stdout.flush()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize("count", [1, 7, 23])
def test_ctrl_c_leaves_each_version_whole_or_not_at_all(tmp_path: Path, count: int) -> None:
    path = tmp_path / "store.db"
    command = [sys.executable, "-c", LOOP, str(path), str(Path(mortal.__file__).parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.read(count)
        process.send_signal(signal.SIGINT)
        told = count + len(process.communicate(timeout=PATIENCE)[0])

    assert process.returncode not in {0, -signal.SIGKILL}
    with Store.open(path) as store:
        there = kept(store)
        assert there == wanted(copies(10, 10)[: len(there)])
        assert told <= len(there) <= told + 1
    assert verification(path).is_sound


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_ctrl_c_is_heard_while_another_process_writes(tmp_path: Path) -> None:
    path, text = tmp_path / "store.db", tmp_path / "a.txt"
    text.write_text("第一条　共3个部门。", "utf-8")
    with Store.open(path) as store, store.at_work() as db:
        store.track(document("一"), "one")
        with written(db):
            command = [sys.executable, "-m", "difftool", "track", str(text), "--store", str(path)]
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
                time.sleep(1.5)
                assert process.poll() is None, "it did not wait"
                process.send_signal(signal.SIGINT)
                assert process.wait(timeout=5) == 130
        assert list(held(store)) == ["one"]
