"""The command `verify`: what it says of a store, in which format, and with which exit code."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import difftool.model
from difftool import document
from difftool.store import Store

Run = Callable[..., subprocess.CompletedProcess[str]]

SCHEMA = json.loads(Path(difftool.model.__file__).with_name("verification.schema.json").read_text("utf-8"))
SOUND = "store.db is sound: 2 documents, 4 versions, 4 sightings, 1 label; 4 contents of 120 bytes were proved\n"
DAMAGED = """\
store.db is damaged: 2 of 4 versions cannot be read

document  versions                              because
law.txt   @1        can be read
law.txt   @2        cannot be read              of the content {0}, its size is another one
law.txt   @3        cannot be read              of the content {1}, its size is another one
note↵               its history cannot be told  a label is not what was put in
note↵     @1        can be read

all other documents can be read as a whole

damage     label: rows that are not what was put in: 1 of 1
damage     content: of the content {0}, its size is another one
damage     content: of the content {1}, its size is another one
note       the signs by which copies are found are not those of the texts in 2 of 2 documents

to save what can be read: difftool export --skip-damaged -o FILE, and import FILE into a new store
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        for number in (3, 5, 7):
            store.track(document(f"第一条　共{number}个部门。"), "law.txt")
        store.track(document("一封信，说的是别的事情。"), "note\n", label="first")
    return path


@pytest.fixture
def damaged(path: Path) -> list[str]:
    """Damage it, and give the beginnings of the digests of the texts that are lost: the third stands on the second."""
    db = sqlite3.connect(path, isolation_level=None)
    digests = [digest for (digest,) in db.execute("SELECT text FROM version WHERE number > 1 ORDER BY number")]
    db.execute("UPDATE content SET size = 7 WHERE digest = ?", digests[:1])
    db.execute("UPDATE label SET seal = 0")
    db.execute("DELETE FROM sketch")
    db.close()
    return [digest.hex()[:12] for digest in digests]


def test_a_sound_store_is_told_to_be_and_the_exit_code_is_0(difftool: Run, path: Path) -> None:
    done = difftool("verify", "--store", path.name)
    assert (done.returncode, done.stdout, done.stderr) == (0, SOUND, "")
    done = difftool("verify", "-q", "--store", path.name)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_damage_is_told_with_what_can_be_read_and_the_exit_code_is_1(
    difftool: Run, path: Path, damaged: list[str]
) -> None:
    done = difftool("verify", "--store", path.name)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == DAMAGED.format(*damaged)
    done = difftool("verify", "-q", "--store", path.name)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


@pytest.mark.parametrize("is_damaged", [False, True])
def test_the_json_fits_its_schema(
    difftool: Run, path: Path, request: pytest.FixtureRequest, *, is_damaged: bool
) -> None:
    if is_damaged:
        request.getfixturevalue("damaged")
    done = difftool("verify", "--store", path.name, "--format", "json")
    value = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(value)
    assert done.returncode == is_damaged
    assert (value["sound"], value["checked"]["versions"]) == (not is_damaged, 4)
    assert [one["name"] for one in value["documents"]] == (["law.txt", "note\n"] if is_damaged else [])


def test_it_is_written_to_files_and_never_over_the_store(difftool: Run, path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    done = difftool("verify", "--store", path.name, "-o", "a.txt", "-o", "a.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "a.txt").read_text("utf-8") == SOUND
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["schema"] == "difftool.verify/1"
    done = difftool("verify", "--store", path.name, "-o", path.name, "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: store.db is the store, or belongs to it\n")
    assert path.read_bytes() == before


def test_a_file_that_sqlite_cannot_make_sense_of_is_damage(difftool: Run, path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    done = difftool("verify", "--store", path.name, "--format", "json")
    value = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(value)
    assert (done.returncode, done.stderr, value["sound"]) == (1, "", False)


def test_without_a_store_it_is_trouble(difftool: Run) -> None:
    done = difftool("verify")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: there is no store here, nor in a folder above\n")
    done = difftool("verify", "--store", "none.db")
    assert (done.returncode, done.stderr) == (
        2,
        "error: there is no store none.db\nhint:  'difftool track FILE' makes one; or name another with --store\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_a_bar_is_drawn_on_a_terminal_and_not_in_the_answer(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db") as store:
        for number in range(12):
            store.track(document(f"第{number}条"), f"{number}")
    import pty  # noqa: PLC0415 - Windows has none

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "difftool", "verify", "--store", str(tmp_path / "store.db")]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, check=True, env={**os.environ, "TERM": "xterm"}
    )
    os.close(theirs)
    assert b"verifying" in os.read(ours, 10_000)
    os.close(ours)
    assert done.stdout.decode().count("\n") == 1
