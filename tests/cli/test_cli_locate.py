"""The command `locate`: what it lists, how it ends, and what it says of files that it cannot read."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

NEEDLE = "各地机关依法加强档案管理，由专人负责。\n港口每年向委员会报告财务制度，共检查36个项目。\n"
EDITED = NEEDLE.replace("36", "**")
TABLE = """\
needle.txt was found at 2 places in 2 of 3 files, 1 of them word for word

   file                span      lines  coverage  similarity  section
1  folder/b.txt        [20, 64)  4–5    100 %     100 %       2 of 2: 第二章 管理
2  folder/deep/甲.txt  [5, 49)   2–3    100 %     95 %
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Lay out a folder with two copies, a stranger, a picture, a hidden file and the needle itself."""
    deep = tmp_path / "folder" / "deep"
    deep.mkdir(parents=True)
    (tmp_path / "needle.txt").write_text(NEEDLE, "utf-8")
    (tmp_path / "empty.txt").write_text("\n", "utf-8")
    (tmp_path / "folder" / "b.txt").write_text(f"第一章 总则\n学校与企业\n第二章 管理\n{NEEDLE}", "utf-8")
    (tmp_path / "folder" / "c.txt").write_text("全文另行公布，敬请期待。\n", "utf-8")
    (tmp_path / "folder" / ".hidden.txt").write_text(NEEDLE, "utf-8")
    (tmp_path / "folder" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (deep / "甲.txt").write_bytes(f"前文如下\n{EDITED}".encode("gb18030"))
    return tmp_path


def test_the_places_in_a_folder_are_listed_best_first(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("locate", "needle.txt", "folder")
    assert (done.returncode, done.stdout) == (0, TABLE)
    assert done.stderr == "note:   not searched: folder/picture.png is no text document but a picture (PNG)\n"


def test_the_order_of_the_files_does_not_matter(difftool: Run, desk: Path) -> None:
    files = ["folder/b.txt", "folder/c.txt", "folder/deep/甲.txt"]
    assert desk
    for words in (files, files[::-1], ["folder/deep", *files]):
        done = difftool("locate", "needle.txt", *words)
        assert (done.returncode, done.stdout, done.stderr) == (0, TABLE, "")


def test_what_is_not_there_is_said_in_words(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("locate", "needle.txt", "folder/c.txt")
    said = "needle.txt was not found in 1 file; nothing there comes near it\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, said, "")
    (desk / "half.txt").write_text("甲乙丙丁\n" + NEEDLE.splitlines()[0] + "\n戊己庚辛\n", "utf-8")
    done = difftool("locate", "needle.txt", "half.txt", "--at-least", "0.9")
    assert done.returncode == 1
    assert done.stdout == (
        "needle.txt was not found in 1 file; nearest is half.txt [5, 24), line 2: coverage 44 %, similarity 100 %\n"
    )
    assert difftool("locate", "needle.txt", "half.txt", "--at-least", "0.4").returncode == 0


def test_the_needle_comes_from_standard_input(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("locate", "-", "folder/b.txt", stdin="由专人负责。".encode())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("standard input was found at 1 place in 1 of 1 file, word for word\n")


def test_the_needle_s_own_file_in_a_folder_is_passed_over_aloud(difftool: Run, desk: Path) -> None:
    assert desk
    (desk / "folder" / "needle.txt").write_text(NEEDLE, "utf-8")
    done = difftool("locate", "folder/needle.txt", "folder")
    assert "note:   folder/needle.txt is the needle itself and was not searched\n" in done.stderr
    assert "folder/needle.txt" not in done.stdout
    # Named itself it is searched; a copy under another name is told.
    done = difftool("locate", "folder/needle.txt", "folder/needle.txt", "needle.txt", "--format", "json")
    notes = [
        f"{name}: this is the needle itself, or a copy of the file" for name in ("folder/needle.txt", "needle.txt")
    ]
    assert (done.returncode, json.loads(done.stdout)["notes"]) == (0, notes)


def test_listings_are_written_in_the_format_of_their_suffix(difftool: Run, desk: Path) -> None:
    done = difftool("locate", "needle.txt", "folder", "-o", "places.json", "-o", "places.txt", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (desk / "places.txt").read_text("utf-8") == TABLE
    written = json.loads((desk / "places.json").read_text("utf-8"))
    assert written["schema"] == "difftool.places/1"
    assert [(place["file"], place["span"]) for place in written["places"]] == [
        ("folder/b.txt", [20, 64]),
        ("folder/deep/甲.txt", [5, 49]),
    ]
    assert [one["name"] for one in written["unread"]] == ["folder/picture.png"]
    printed = difftool("locate", "needle.txt", "folder", "--format", "json")
    assert json.loads(printed.stdout) == written


def test_colour_says_the_same(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("locate", "needle.txt", "folder", env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b[1m" in done.stdout
    for line in TABLE.split("\n"):
        assert line in done.stdout


TROUBLE = [
    (
        "locate missing.txt folder",
        "missing.txt does not exist",
        "check the spelling; a relative path starts from the current folder",
    ),
    (
        "locate needle.txt missing.txt",
        "missing.txt does not exist",
        "check the spelling; a relative path starts from the current folder",
    ),
    (
        "locate needle.txt folder/picture.png",
        "folder/picture.png is no text document but a picture (PNG)",
        "there is no text recognition here: compare a transcript of it",
    ),
    ("locate folder needle.txt", "folder is a folder", "name a file inside it"),
    ("locate empty.txt folder", "empty.txt holds no text to look for", "name a file with a sentence or more in it"),
    ("locate needle.txt -", "only the needle can be read from standard input", "name the files to search"),
    (
        "locate needle.txt folder --at-least 2",
        "2 is no share of a text",
        "a share is more than 0 and at most 1; 0.5 is half of the text",
    ),
    (
        "locate needle.txt folder -o folder/b.txt",
        "folder/b.txt is one of the texts searched",
        "name another file with -o; a source is never overwritten",
    ),
    (
        "locate needle.txt folder -o places.html",
        "places.html does not tell by its suffix which format it is to have",
        "end it in .json, .txt, or add --format",
    ),
]


@pytest.mark.parametrize(("words", "error", "hint"), TROUBLE, ids=[words for words, _, _ in TROUBLE])
def test_trouble_is_told_in_two_lines(difftool: Run, desk: Path, words: str, error: str, hint: str) -> None:
    before = (desk / "folder" / "b.txt").read_bytes()
    done = difftool(*words.split(" "))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"error: {error}\nhint:  {hint}\n")
    assert (desk / "folder" / "b.txt").read_bytes() == before
