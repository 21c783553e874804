"""The command `masks`: what it lists, in which formats, how it ends."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TABLE = """\
2 files have 3 masks in 1 of them; 1 number vanished without one

file            para  line  span      address       mask  style  width  shown  reading  unit  nature  context
folder/law.txt  2     3     [8, 12)   第一条第一款  20**  *      2      20     year     年    hidden  第一条 于⟨20**⟩年共xx个部门。
folder/law.txt  2     3     [14, 16)  第一条第一款  xx    x      2             count    个    hidden  于20**年共⟨xx⟩个部门。
folder/law.txt  3     4     [26, 30)  第一条第二款  ____  _      4             unknown        blank   =1+1：⟨____⟩

styles    1 *, 1 _, 1 x
readings  1 count, 1 unknown, 1 year

vanished: a number must have stood here, and nothing stands for it

file            para  line  span      address       reading  unit    context
folder/law.txt  4     5     [34, 34)  第一条第三款  count    多人次  ，选派⟨⟩多人次
"""  # noqa: E501 - as it is printed


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Lay out a folder with a text that has masks, one that has none, a picture and a hidden file."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "law.txt").write_bytes("甲\n\n第一条 于20**年共xx个部门。\n=1+1：____\n，选派多人次\n".encode())
    (folder / "plain.txt").write_text("各地机关依法登记。\n", "utf-8")
    (folder / ".hidden.txt").write_text("****年\n", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    return tmp_path


def test_the_masks_of_a_folder_are_listed_with_their_places(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("masks", "folder")
    assert (done.returncode, done.stdout) == (0, TABLE)
    assert done.stderr == "note:   not read: folder/picture.png is no text document but a picture (PNG)\n"
    again = difftool("masks", "folder/plain.txt", "folder/law.txt", "folder/law.txt")
    assert (again.stdout, again.stderr) == (TABLE, "")


def test_no_mask_is_said_in_words_and_is_no_failure(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("masks", "folder/plain.txt")
    assert (done.returncode, done.stdout) == (0, "folder/plain.txt has no mask that these rules find\n")


def test_a_text_comes_from_standard_input(difftool: Run) -> None:
    done = difftool("masks", "-", stdin="成立xxx周年".encode())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("standard input has 1 mask\n")


def test_inventories_are_written_in_the_format_of_their_suffix(difftool: Run, desk: Path) -> None:
    files = [word for name in ("all.json", "all.csv", "all.txt") for word in ("-o", name)]
    done = difftool("masks", "folder", "-q", *files)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (desk / "all.txt").read_text("utf-8") == TABLE
    written = json.loads((desk / "all.json").read_text("utf-8"))
    assert written["schema"] == "difftool.masks/1"
    assert written["summary"]["by_reading"] == {"count": 1, "unknown": 1, "year": 1}
    assert [one["name"] for one in written["unread"]] == ["folder/picture.png"]
    rows = list(csv.DictReader(io.StringIO((desk / "all.csv").read_bytes().decode("utf-8"), newline="")))
    assert [(row["sort"], row["start"], row["end"], row["text"]) for row in rows] == [
        ("mask", "8", "12", "20**"),
        ("mask", "14", "16", "xx"),
        ("mask", "26", "30", "____"),
        ("vanished", "34", "34", ""),
    ]
    for form in ("json", "csv", "text"):
        printed = difftool("masks", "folder", "-q", "--format", form)
        suffix = {"text": "txt"}.get(form, form)
        assert printed.stdout.encode() == (desk / f"all.{suffix}").read_bytes()


def test_no_cell_begins_a_formula(difftool: Run, desk: Path) -> None:
    (desk / "=bad.txt").write_text("=cmd|'/c'!A0**年\n@SUM(1)xx个\n－1xx个\n甲____+1\n", "utf-8")
    done = difftool("masks", "=bad.txt", "--format", "csv")
    cells = [cell for row in csv.reader(io.StringIO(done.stdout)) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"))] == []
    assert {"'=bad.txt", "'@SUM(1)", "'－", "'+1"} <= set(cells)


def test_a_text_in_another_encoding(difftool: Run, desk: Path) -> None:
    (desk / "gb.txt").write_bytes("联合**个部门".encode("gb18030"))
    done = difftool("masks", "gb.txt", "--encoding", "gb18030", "--format", "json")
    assert json.loads(done.stdout)["masks"][0]["unit"] == "个"


def test_colour_says_the_same(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("masks", "folder", env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b[1m" in done.stdout
    for line in TABLE.split("\n"):
        assert line in done.stdout


MISSING = "check the spelling; a relative path starts from the current folder"
TROUBLE = [
    ("masks missing.txt", "missing.txt does not exist", MISSING),
    (
        "masks folder/picture.png",
        "folder/picture.png is no text document but a picture (PNG)",
        "there is no text recognition here: compare a transcript of it",
    ),
    (
        "masks folder -o folder/law.txt",
        "folder/law.txt is one of the files read",
        "name another file with -o; a source is never overwritten",
    ),
    (
        "masks folder -o all.html",
        "all.html does not tell by its suffix which format it is to have",
        "end it in .csv, .json, .txt, or add --format",
    ),
]


@pytest.mark.parametrize(("words", "error", "hint"), TROUBLE, ids=[words for words, _, _ in TROUBLE])
def test_trouble_is_told_in_two_lines(difftool: Run, desk: Path, words: str, error: str, hint: str) -> None:
    before = (desk / "folder" / "law.txt").read_bytes()
    done = difftool(*words.split(" "))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"error: {error}\nhint:  {hint}\n")
    assert (desk / "folder" / "law.txt").read_bytes() == before


@pytest.mark.parametrize("form", ["csv", "json", "text"])
def test_the_context_is_left_out_on_request(form: str, difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("成立xxx周年之际，今年是成立一百周年，选派多人次。\n", encoding="utf-8")
    shown = difftool("masks", "a.txt", "--format", form, cwd=tmp_path).stdout
    concealed = difftool("masks", "a.txt", "--format", form, "--conceal-values", cwd=tmp_path).stdout
    assert "一百" in shown
    assert "一百" not in concealed
    assert "xxx" in concealed
