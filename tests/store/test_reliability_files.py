"""What is no store is refused and left as it is; a file beside a store, or in its place, loses nothing of it."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from difftool import document
from difftool.errors import UnusableStore
from difftool.store import Store
from difftool.store.migrations import APPLICATION, LATEST
from shelf import BESIDE, held, verification

Run = Callable[..., subprocess.CompletedProcess[str]]
TEXT = "第一条　共3个部门。"


def database(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    for statement in ("CREATE TABLE note (text TEXT)", "INSERT INTO note VALUES ('keep')", *statements):
        db.execute(statement)
    db.close()


def newer(path: Path) -> None:
    with Store.open(path) as store, store.at_work() as db:
        store.track(document(TEXT), "law")
        db.execute(f"PRAGMA user_version = {LATEST + 1}")


# What stands where a store should, and what is said of it.
WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer": (newer, f"{{}} was written by a newer difftool: its schema is {LATEST + 1}, and this one knows {LATEST}"),
    "another's database": (database, "{} is a database of another program"),
    "another's with a log": (
        lambda path: database(path, "PRAGMA journal_mode = WAL"),
        "{} is a database of another program",
    ),
    "another's with our number": (
        lambda path: database(path, "PRAGMA user_version = 1"),
        "{} is a database of another program",
    ),
    "text": (lambda path: path.write_text(TEXT * 99, "utf-8"), "{} is no store of difftool"),
    "a letter": (lambda path: path.write_text("a"), "{} is no store of difftool"),
    "a head": (lambda path: path.write_bytes(b"SQLite format 3\0"), "{} is no store of difftool"),
    "folder": (Path.mkdir, "{} is a folder, and a store is a file"),
    "dangling link": (lambda path: path.symlink_to("nowhere"), "{} is a link to nowhere, which is not there"),
    "pipe": (os.mkfifo, "{} is no file that can be kept"),
}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() if path.is_file() else b"" for path in sorted(folder.iterdir())}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither such links nor such pipes")
@pytest.mark.parametrize("what", WRONG)
def test_what_is_no_store_is_refused_in_clear_words_and_left_as_it_is(difftool: Run, tmp_path: Path, what: str) -> None:
    make, message = WRONG[what]
    make(tmp_path / "it")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    before = contents(tmp_path)

    for words in (["track", "a.txt"], ["log"], ["verify"], ["tag", "a.txt", "x"]):
        done = difftool(*words, "--store", "it")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"error: {message.format('it')}\nhint:  ")
    assert contents(tmp_path) == before


def test_an_empty_file_becomes_a_store_by_tracking_only(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "it").touch()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    for words in (["log"], ["verify"], ["show", "a.txt"]):
        done = difftool(*words, "--store", "it")
        assert done.returncode == 2
        assert done.stderr.startswith("error: it is empty, and no store yet\n")
    assert contents(tmp_path)["it"] == b""
    assert difftool("track", "a.txt", "--store", "it").returncode == 0
    assert difftool("verify", "--store", "it").returncode == 0


def test_other_tables_than_ours_in_a_file_marked_as_ours_are_damage(difftool: Run, tmp_path: Path) -> None:
    path = tmp_path / "it"
    database(path, f"PRAGMA application_id = {APPLICATION}", "PRAGMA user_version = 1")
    done = difftool("verify", "--store", "it")
    assert done.returncode == 1
    assert done.stdout.startswith("it is damaged, and no version can be found\n")
    assert difftool("log", "--store", "it").returncode == 2


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a store as a killed process leaves it: one version in the file, another one in the log."""
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        store.track(document(TEXT), "law")
    script = (
        "import os, sys; from difftool import document; from difftool.store import Store\n"
        "Store.open(sys.argv[1]).track(document(sys.argv[2]), 'law'); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, path, TEXT + "二"], check=False)
    assert Path(f"{path}-wal").stat().st_size > 0
    return path


@pytest.mark.parametrize("index", [b"", b"x", random.Random(1).randbytes(32768)], ids=["empty", "short", "noise"])
def test_a_damaged_index_of_the_log_is_made_anew(path: Path, index: bytes) -> None:
    Path(f"{path}-shm").write_bytes(index)
    assert verification(path).checked.versions == 2


@pytest.mark.parametrize("log", [None, b"", random.Random(1).randbytes(50_000)], ids=["gone", "empty", "noise"])
def test_without_its_log_a_store_is_what_it_was_before(path: Path, log: bytes | None) -> None:
    if log is None:
        Path(f"{path}-wal").unlink()
    else:
        Path(f"{path}-wal").write_bytes(log)
    found = verification(path)
    assert found.is_sound
    assert found.checked.versions == 1


def test_any_bit_of_the_log_may_turn_and_the_store_is_sound_with_whole_versions(path: Path, tmp_path: Path) -> None:
    there = {suffix: Path(f"{path}{suffix}").read_bytes() for suffix in BESIDE if Path(f"{path}{suffix}").exists()}
    chance = random.Random(1)
    for at in range(60):
        copy = tmp_path / f"{at}.db"
        for suffix, content in there.items():
            Path(f"{copy}{suffix}").write_bytes(content)
        log = bytearray(there["-wal"])
        log[chance.choice([at, chance.randrange(len(log))])] ^= 1 << chance.randrange(8)
        Path(f"{copy}-wal").write_bytes(log)
        found = verification(copy)
        assert found.is_sound
        assert found.checked.versions in {1, 2}


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
@pytest.mark.parametrize("how", ["moved", "deleted", "replaced", "folder moved"])
def test_nothing_is_tracked_into_a_store_that_is_not_in_its_place_any_more(tmp_path: Path, how: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path, away = folder / "store.db", tmp_path / "away"
    with Store.open(path) as store:
        store.track(document(TEXT), "law")
        if how == "folder moved":
            folder.rename(away)
        else:
            path.rename(away)
        if how == "deleted":
            away.unlink()
        elif how == "replaced":
            path.write_bytes(away.read_bytes())
        with pytest.raises(UnusableStore, match="was moved, deleted or replaced while it was open"):
            store.track(document(TEXT + "二"), "law")
    if how in {"moved", "replaced"}:
        away.rename(path)
        assert list(held(Store.open(path))["law"]) == [1]
    elif how == "folder moved":
        assert list(held(Store.open(away / "store.db"))["law"]) == [1]


def test_a_store_behind_a_link_is_one_store(tmp_path: Path) -> None:
    path, link = tmp_path / "far" / "store.db", tmp_path / "link.db"
    path.parent.mkdir()
    Store.open(path).close()
    try:
        link.symlink_to(path)
    except OSError:  # Windows allows it to few
        return
    with Store.open(path) as store, Store.open(link) as same:
        store.track(document(TEXT), "law")
        same.track(document(TEXT + "二"), "law")
        assert held(store) == held(same)
    assert [found.name for found in link.parent.iterdir() if found.name.startswith("link")] == ["link.db"]
    assert verification(link).checked.versions == 2


@pytest.mark.parametrize(
    "text",
    ["", "\0", "a\0b\n\0", "\ud800", "a\udfffb", "\ufeffa", "\r", "\u2028", "e\u0301" * 99, "🙂" * 3000],
    ids=["empty", "NUL", "NULs", "surrogate", "surrogates", "BOM", "CR", "separator", "marks", "emoji"],
)
def test_any_text_comes_back_as_it_went_in(tmp_path: Path, text: str) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        for version in (text, f"{text}x", f"y{text}x"):
            store.track(document(version), "law")
        assert [store.version(f"law@{number}").text for number in (1, 2, 3)] == [text, f"{text}x", f"y{text}x"]
        assert store.original("law@1") == text.encode("utf-8", "surrogatepass")
        assert len(store.history("law").states) == 3
    assert verification(path).is_sound


def test_a_large_text_is_kept_and_what_is_like_it_costs_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    text = "".join(map(chr, random.Random(1).choices(range(0x4E00, 0x9FA6), k=3_000_000)))
    with Store.open(path) as store:
        store.track(document(text), "law")
        before = Path(f"{path}-wal").stat().st_size
        # Another document, for comparing such texts takes long.
        store.track(document(text), "copy", content=f"{text}\n".encode())
        assert store.version("law").text == text
        assert store.original("copy") == f"{text}\n".encode()
    assert path.stat().st_size < before + 100_000
    assert verification(path).is_sound
