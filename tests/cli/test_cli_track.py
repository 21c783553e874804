"""The commands `track` and `watch`: what is kept, what is proposed, and what they say."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

FIRST = (
    "邮政工作要点\n各地机关依法加强档案管理，由专人负责，并于每年三月报告。\n"
    "港口每年向委员会报告财务制度，共检查36个项目。\n"
)
SECOND = FIRST.replace("36", "**")
OTHER = "关于防汛的通知\n汛期将至，请各单位检查堤坝与排水设施，发现险情立即上报。\n"


def states(difftool: Run, name: str) -> list[dict[str, object]]:
    done = difftool("log", name, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)["states"]
    return found


def documents(difftool: Run) -> dict[str, int]:
    listed = json.loads(difftool("log", "--format", "json").stdout)["lineages"]
    return {one["name"]: one["versions"] for one in listed}


def test_a_file_is_tracked_and_its_changes_are_told(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    done = difftool("track", "a.txt")
    assert (done.returncode, done.stdout) == (0, "a.txt@1: the first version\n")
    assert done.stderr == "store:  .difftool/store.db was made\n"
    done = difftool("track", "a.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "a.txt@1: nothing changed\n", "")
    (tmp_path / "a.txt").write_text(SECOND, "utf-8")
    done = difftool("track", "a.txt")
    said = "a.txt@2: against @1, 1 change: 1 substantive, 0 doubtful, 0 accidental (1 mask)\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")


def test_the_same_text_in_other_bytes_is_a_sighting_and_both_are_kept(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    difftool("track", "a.txt")
    (tmp_path / "a.txt").write_bytes(FIRST.encode("gb18030"))
    done = difftool("track", "a.txt")
    assert done.stdout == "a.txt@1: nothing changed\n"
    (state,) = states(difftool, "a.txt")
    assert state["sightings"] == 2


def test_a_file_that_changed_back_is_not_said_to_be_unchanged(difftool: Run, tmp_path: Path) -> None:
    for text in (FIRST, SECOND, FIRST):
        (tmp_path / "a.txt").write_text(text, "utf-8")
        done = difftool("track", "a.txt")
    assert done.stdout == "a.txt@1: the text is that of this version again\n"
    assert [(one["version"], one["again"]) for one in states(difftool, "a.txt")] == [(1, True), (2, False), (1, False)]


def test_files_are_named_from_the_folder_of_the_store(difftool: Run, tmp_path: Path) -> None:
    deep = tmp_path / "docs" / "deep"
    deep.mkdir(parents=True)
    (tmp_path / "first.txt").write_text(OTHER, "utf-8")
    (deep / "a.txt").write_text(FIRST, "utf-8")
    difftool("track", "first.txt")
    done = difftool("track", "a.txt", cwd=deep)
    assert (done.stdout, done.stderr) == ("docs/deep/a.txt@1: the first version\n", "")
    assert documents(difftool) == {"docs/deep/a.txt": 1, "first.txt": 1}
    for spelled, folder in (("a.txt", deep), ("deep/a.txt", tmp_path), ("docs/deep/a.txt", tmp_path)):
        assert difftool("show", spelled, cwd=folder).stdout == FIRST


def test_a_folder_and_a_pattern_track_each_of_their_files(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(FIRST, "utf-8")
    (tmp_path / "docs" / "b.md").write_text(OTHER, "utf-8")
    (tmp_path / "docs" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    done = difftool("track", "docs")
    assert (done.returncode, done.stdout) == (0, "docs/a.txt@1: the first version\ndocs/b.md@1: the first version\n")
    assert "note:   not tracked: docs/picture.png is no text" in done.stderr
    done = difftool("track", "docs/*.txt")
    assert done.stdout == "docs/a.txt@1: nothing changed\n"
    done = difftool("track", "docs/*.pdf")
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "error: no file fits docs/*.pdf")


def test_versions_are_tracked_in_the_order_named(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "z.txt").write_text(FIRST, "utf-8")
    (tmp_path / "a.txt").write_text(SECOND, "utf-8")
    done = difftool("track", "z.txt", "a.txt", "--as", "law")
    assert done.stdout.splitlines()[0] == "law@1: the first version"
    assert difftool("show", "law@1").stdout == FIRST
    # Known by their paths from then on.
    assert difftool("track", "z.txt", "a.txt").stdout == "law@2: nothing changed\nlaw@1: nothing changed\n"
    assert difftool("show", "a.txt").stdout == SECOND


def test_what_is_said_of_a_version_is_kept(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    (tmp_path / "b.txt").write_text(SECOND, "utf-8")
    difftool("track", "a.txt", "--as", "law", "--label", "draft", "--date", "2016年3月", "--source", "gazette, p. 3")
    difftool("track", "b.txt", "--as", "law", "--label", "2014")
    newest, oldest = states(difftool, "law")
    assert (newest["date"], newest["origin"], newest["labels"]) == ("2016-03", "given", ["draft"])
    assert (oldest["date"], oldest["origin"]) == ("2014", "label")
    sighting = newest["sighting"]
    assert isinstance(sighting, dict)
    assert (sighting["source"], sighting["path"], sighting["given"]) == ("gazette, p. 3", "a.txt", "2016-03")


def test_a_text_from_standard_input_needs_a_name(difftool: Run) -> None:
    done = difftool("track", "-", stdin=FIRST.encode())
    assert (done.returncode, done.stderr.splitlines()[1]) == (2, "hint:  name its document with --as NAME")
    done = difftool("track", "-", "--as", "note", stdin=FIRST.encode("utf-16"))
    assert done.stdout == "note@1: the first version\n"
    assert difftool("show", "note").stdout == FIRST


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["a.txt", "--as", ""], "'' cannot be the name of a document: it is empty"),
        (["docs", "--as", "law"], "--as names one document, and docs is a folder"),
        (["a.txt", "--date", "2016-02-30"], "--date: '2016-02-30' is no date"),
        (["a.txt", "--label", "12"], "'12' cannot be a label: it is the number of a version"),
        (["a.txt", "a.txt", "--as", "law", "--label", "x"], "one label cannot name 2 versions of law"),
        (["missing.txt"], "missing.txt does not exist"),
        (["a.txt", "--store", "docs"], "docs is a folder"),
    ],
)
def test_bad_wishes_are_refused_and_nothing_is_tracked(
    difftool: Run, tmp_path: Path, words: list[str], complaint: str
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    done = difftool("track", *words)
    assert done.returncode == 2
    error, hint = done.stderr.splitlines()[-2:]
    assert complaint in error
    assert error.startswith("error: ")
    assert hint.startswith("hint:  ")
    store = tmp_path / ".difftool" / "store.db"
    assert not store.exists() or documents(difftool) == {}


def test_a_likely_version_is_proposed_and_taken_only_with_yes(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    (tmp_path / "b.txt").write_text(SECOND, "utf-8")
    difftool("track", "a.txt")
    done = difftool("track", "b.txt")
    assert (done.returncode, done.stdout) == (0, "b.txt@1: the first version\n")
    assert done.stderr.startswith("note:   b.txt is likely a version of a.txt (")
    assert done.stderr.endswith("hint:   if it is one: difftool track b.txt --yes\n")
    assert documents(difftool) == {"a.txt": 1, "b.txt": 1}
    done = difftool("track", "b.txt", "--yes")
    assert done.stdout == "a.txt@2 (as proposed): nothing changed\n"
    assert documents(difftool) == {"a.txt": 2}
    (tmp_path / "c.txt").write_text(SECOND.replace("专人", "一人"), "utf-8")
    assert difftool("track", "c.txt", "--yes").stdout.startswith("a.txt@3 (as proposed): against @2, 1 change")


def test_a_proposal_that_is_declined_does_not_come_back(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    (tmp_path / "b.txt").write_text(SECOND, "utf-8")
    difftool("track", "a.txt", "b.txt")
    assert difftool("track", "b.txt", "--as", "b.txt").stdout == "b.txt@1: nothing changed\n"
    assert difftool("track", "b.txt", "--yes").stdout == "b.txt@1: nothing changed\n"
    assert documents(difftool) == {"a.txt": 1, "b.txt": 1}


def test_two_documents_as_like_are_both_named_and_none_is_taken(difftool: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(FIRST, "utf-8")
        difftool("track", f"{name}.txt", "--as", name)
    (tmp_path / "c.txt").write_text(SECOND, "utf-8")
    done = difftool("track", "c.txt", "--yes")
    assert done.stdout == "c.txt@1: the first version\n"
    assert "c.txt reads like a and 1 other document" in done.stderr
    assert documents(difftool) == {"a": 1, "b": 1, "c.txt": 1}


def test_the_store_may_be_named(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    assert difftool("track", "a.txt", "--store", "deep/x.db").returncode == 0
    assert difftool("show", "a.txt", env={"DIFFTOOL_STORE": "deep/x.db"}).stdout == FIRST
    done = difftool("log")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "error: there is no store here, nor in a folder above",
    )
    assert difftool("log", "--store", "y.db").returncode == 2
    assert not (tmp_path / "y.db").exists()


_WATCH = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from difftool.cli import run; run()"


def watched(folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        # A shell that runs the tests in the background makes its children deaf to an interrupt.
        [sys.executable, "-c", _WATCH, "watch", ".", "--interval", "0.1", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_watch_tracks_what_changes_and_what_is_new_until_it_is_interrupted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    watching = watched(tmp_path)
    assert watching.stdout
    assert watching.stdout.readline() == "a.txt@1: the first version\n"
    (tmp_path / "a.txt").write_text(SECOND, "utf-8")
    assert watching.stdout.readline().startswith("a.txt@2: against @1, 1 change")
    (tmp_path / "b.txt").write_text(OTHER, "utf-8")
    assert watching.stdout.readline() == "b.txt@1: the first version\n"
    os.utime(tmp_path / "a.txt")  # touched, and nothing in it changed
    (tmp_path / "b.txt").unlink()
    time.sleep(1)
    watching.send_signal(signal.SIGINT)
    out, err = watching.communicate(timeout=30)
    assert (watching.returncode, out) == (130, "")
    assert err.splitlines()[1:] == ["note:   ./b.txt is gone; what was tracked stays"]


def test_watch_waits_until_a_file_has_stopped_changing(difftool: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FIRST, "utf-8")
    watching = watched(tmp_path)
    assert watching.stdout
    watching.stdout.readline()
    for at in range(60):  # a slow writer: never two looks alike
        path.write_text(FIRST + "改" * at, "utf-8")
        time.sleep(0.02)
    path.write_text(SECOND, "utf-8")
    line = watching.stdout.readline()
    watching.send_signal(signal.SIGINT)
    watching.communicate(timeout=30)
    assert line.startswith("a.txt@2: against @1, 1 change")
    assert difftool("show", "a.txt").stdout == SECOND


def test_watch_ends_after_as_many_looks_as_asked(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    assert difftool("watch", "a.txt", "--rounds", "2", "--interval", "0.05").returncode == 0
    assert documents(difftool) == {"a.txt": 1}
    done = difftool("watch", "missing.txt", "--rounds", "1")
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "error: missing.txt does not exist")
