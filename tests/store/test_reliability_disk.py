"""A full disk, and a store that may only be read: what is there is read, nothing is lost, and the error is clear."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import difftool
import stranger

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such rights and mounts on Windows")

Run = Callable[..., subprocess.CompletedProcess[str]]
FULL = "error: cannot use the store {}: the disk is full\nhint:  make room and do it again; what was tracked before is"
MOUNT, UMOUNT = "/bin/mount", "/bin/umount"
TEXTS = 30
LIMITED = """
import sqlite3, sys
from difftool.cli import main
connect = sqlite3.connect
def limited(*words, **named):
    db = connect(*words, **named)
    db.execute(f"PRAGMA max_page_count = {sys.argv[1]}")
    return db
sqlite3.connect = limited
sys.exit(main(sys.argv[2:]))
"""


def mounted(folder: Path, how: str) -> bool:
    """Mount a disk of memory; tells whether that is allowed here."""
    folder.mkdir(exist_ok=True)
    command = [MOUNT, "-t", "tmpfs", "-o", how, "none", str(folder)]
    return os.geteuid() == 0 and subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(TEXTS):
        signs = random.Random(number).choices(range(0x4E00, 0x9FA6), k=5000)
        (folder / f"{number:02}.txt").write_text(f"第{number}号\n{''.join(map(chr, signs))}", "utf-8")
    return folder


class Little:
    """A place with little room for a store, and later with much: a small disk, or SQLite's own limit."""

    def __init__(self, folder: Path, difftool: Run, way: str) -> None:
        """Take the tool; where nothing may be mounted, there is the limit."""
        self.store, self._difftool = folder / "store.db", difftool
        self.is_disk = way == "disk" and mounted(folder, "size=400k")
        self._is_little, self.pages = True, 45
        folder.mkdir(exist_ok=True)

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run the tool there."""
        words = (*words, "--store", self.store)
        if self.is_disk or not self._is_little:
            return self._difftool(*words)
        command = [sys.executable, "-c", LIMITED, str(self.pages), *map(str, words)]
        return subprocess.run(command, capture_output=True, check=False, encoding="utf-8")

    def fill(self) -> None:
        """Take away the rest of the room."""
        if self.is_disk:
            try:
                with (self.store.parent / "rest").open("wb", buffering=0) as rest:
                    while rest.write(bytes(512)):
                        pass
            except OSError:
                return

    def make_room(self) -> None:
        """Give it much room."""
        self._is_little = False
        if self.is_disk:
            subprocess.run([MOUNT, "-o", "remount,size=8m", self.store.parent], check=True)

    def leave(self) -> None:
        """Take the disk away."""
        if self.is_disk:
            subprocess.run([UMOUNT, "--lazy", self.store.parent], check=True)


@pytest.fixture(params=["disk", "limit"])
def little(request: pytest.FixtureRequest, tmp_path: Path, difftool: Run) -> Iterator[Little]:
    place = Little(tmp_path / "little", difftool, request.param)
    yield place
    place.leave()


def test_on_a_full_disk_tracking_says_so_and_goes_on_once_there_is_room(little: Little, texts: Path) -> None:
    assert little.run("track", texts / "00.txt").returncode == 0

    done = little.run("track", texts)

    assert done.returncode == 2
    assert done.stderr.startswith(FULL.format(little.store))
    there = json.loads(little.run("log", "--format", "json").stdout)["lineages"]
    assert 1 < len(there) < TEXTS
    assert f"{len(there) - 1:02}.txt@1: the first version" in done.stdout, "what was said to be tracked is not there"
    for is_full in (False, True):
        if is_full:
            little.fill()
        for one in (there[0], there[-1]):
            shown = little.run("show", one["name"], "--original")
            assert (shown.returncode, shown.stdout) == (0, Path(one["name"]).read_text("utf-8"))
        assert little.run("verify").returncode == 0

    little.make_room()
    assert little.run("track", texts).returncode == 0
    assert len(json.loads(little.run("log", "--format", "json").stdout)["lineages"]) == TEXTS
    assert little.run("verify").returncode == 0


def test_where_no_byte_is_left_a_store_is_not_made_and_says_why(little: Little, texts: Path) -> None:
    little.fill()
    little.pages = 8
    done = little.run("track", texts / "00.txt")
    assert done.returncode == 2
    assert done.stderr.startswith(FULL.format(little.store))
    little.make_room()
    assert little.run("track", texts / "00.txt").returncode == 0
    assert little.run("verify").returncode == 0


# Numbers of users that no system gives to anybody; without the rights of root, both are the one who runs this.
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
OWNER, STRANGER = (61_001, 61_002) if IS_ROOT else (0, 0)
READING = ["log", "log law", "show law@1", "show law", "diff law --stat", "verify"]


class Shown:
    """A store of one user that another one may read."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        """Make it: two versions of one text."""
        self.folder, self.store, self._scratch = folder, folder / "store.db", scratch
        for number in range(4):
            (folder / f"{number}.txt").write_text(f"第一条　共{number}个部门。", "utf-8")
        for path in (folder, *folder.iterdir()):
            if OWNER:
                os.chown(path, OWNER, OWNER)
        for number in range(2):
            ((code, _, _),) = self.run(OWNER, f"track {folder}/{number}.txt --as law")
            assert code == 0

    def run(self, user: int, *commands: str) -> list[tuple[int, str, str]]:
        """Run commands as a user, each with its exit code, its output and its messages."""
        words = [[*command.split(), "--store", str(self.store)] for command in commands]
        command = [sys.executable, stranger.__file__, str(user), str(self._scratch), json.dumps(words)]
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
        return [(code, printed, complained) for code, printed, complained in json.loads(done.stdout)]

    def die(self) -> None:
        """Track a third version as the owner, and die before the store is closed."""
        words = json.dumps([["die", str(self.store), f"{self.folder}/2.txt"]])
        command = [sys.executable, stranger.__file__, str(OWNER), str(self._scratch), words]
        assert subprocess.run(command, check=False).returncode == -9
        assert Path(f"{self.store}-wal").stat().st_size > 0

    def digests(self) -> dict[str, str]:
        """Give digests of all files but the index of the log, in which readers mark what they read."""
        files = [path for path in self.folder.iterdir() if not path.name.endswith("-shm")]
        return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}

    def protect(self, way: str) -> None:
        """Let nobody else write the file, the folder, or the whole disk."""
        self.folder.chmod({"file": 0o777, "folder": 0o755 if OWNER else 0o555, "disk": 0o777}[way])
        for path in self.folder.iterdir():
            path.chmod(0o644 if OWNER else 0o444)
        if way == "disk":
            self.remount("ro")

    def remount(self, how: str) -> None:
        """Change what the disk allows, where it is one."""
        if os.path.ismount(self.folder):
            subprocess.run([MOUNT, "-o", f"remount,{how}", self.folder], check=True)

    def free(self) -> None:
        """Let the owner write again."""
        self.remount("rw")
        self.folder.chmod(0o777)
        for path in self.folder.iterdir():
            path.chmod(0o644)


def may_be_entered(path: Path) -> bool:
    """Tell whether other users may read what lies in a folder."""
    return all(above.stat().st_mode & 0o005 == 0o005 for above in (path, *path.parents))


@pytest.fixture
def shown() -> Iterator[Shown]:
    if OWNER and not may_be_entered(Path(difftool.__file__).parent):
        pytest.skip("other users may not enter the folder of difftool")
    # Not in `tmp_path`, which other users may not enter.
    with TemporaryDirectory() as outer, TemporaryDirectory() as scratch:
        Path(outer).chmod(0o755)
        folder = Path(outer, "store")
        is_disk = mounted(folder, "size=4m")
        try:
            yield Shown(folder, Path(scratch))
        finally:
            if is_disk:
                subprocess.run([UMOUNT, "--lazy", folder], check=True)


@pytest.mark.parametrize("is_left", [False, True], ids=["closed", "left by a killed writer"])
@pytest.mark.parametrize("way", ["file", "folder", "disk"])
def test_a_store_that_may_only_be_read_is_read_and_not_changed(shown: Shown, way: str, *, is_left: bool) -> None:
    if is_left:
        shown.die()
    newest = "第一条　共2个部门。" if is_left else "第一条　共1个部门。"
    shown.protect(way)
    before = shown.digests()

    *read, written = shown.run(STRANGER, *READING, f"track {shown.folder}/3.txt --as law")

    assert [code for code, _, _ in read] == [0, 0, 0, 0, 1, 0], read
    assert [read[2][1], read[3][1]] == ["第一条　共0个部门。", newest]
    assert written[0] == 2
    assert written[2].startswith(f"error: cannot use the store {shown.store}: it may only be read\nhint:  ")
    assert shown.digests() == before
    shown.free()
    assert [code for code, _, _ in shown.run(OWNER, f"track {shown.folder}/3.txt --as law", "verify")] == [0, 0]


def test_a_log_without_its_index_where_nothing_can_be_written_is_told(shown: Shown) -> None:
    shown.die()
    Path(f"{shown.store}-shm").unlink()
    shown.protect("folder")
    before = shown.digests()

    for code, printed, complained in shown.run(STRANGER, *READING):
        assert (code, printed) == (2, "")
        assert "store.db-wal holds what is not in it yet" in complained
        assert "hint:  copy both files" in complained
    assert shown.digests() == before
    shown.free()
    assert shown.run(OWNER, "show law")[0][1] == "第一条　共2个部门。"
