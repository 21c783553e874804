"""The command `check`: what it lists, how it ends, and that it keeps values to itself when asked."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

MASKED = "全市围绕庆祝中国共产党成立xxx周年，组织出版图书。\n第二段没有什么可说的内容。\n"
LISTED = """\
1 leak, 1 of 1 strong: 1 file with 1 mask against 1 copy

1  leak  strong  a value is masked here and shown there (anniversary): the same slot of two copies
    一百
    masked  masked.txt  ¶1, line 1, [13, 16)  绕庆祝中国共产党成立[xxx]周年，组织出版图书。
    shown  copy.txt  ¶1, line 1, [13, 15)  绕庆祝中国共产党成立[一百]周年，组织出版图书。
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Lay out a masked text and a copy that shows the value."""
    (tmp_path / "masked.txt").write_text(MASKED, "utf-8")
    (tmp_path / "copy.txt").write_text(MASKED.replace("xxx", "一百"), "utf-8")
    (tmp_path / "quiet.txt").write_text("第二段没有什么可说的内容。\n", "utf-8")
    return tmp_path


def test_a_leak_by_a_copy_is_listed_and_ends_with_one(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("check", "masked.txt", "--against", "copy.txt")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == LISTED


def test_none_found_ends_with_zero_and_promises_nothing(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("check", "masked.txt", "quiet.txt")
    assert (done.returncode, done.stdout) == (0, "none found by these rules: 2 files with 1 mask\n")
    assert "safe" not in difftool("check", "--help").stdout


def test_values_are_kept_back_when_asked(difftool: Run, desk: Path) -> None:
    words = ["check", "masked.txt", "--against", "copy.txt", "-o", "found.json", "-o", "found.txt"]
    assert difftool(*words).returncode == 1
    assert "一百" in (desk / "found.json").read_text("utf-8")
    assert difftool(*words, "--conceal-values").returncode == 1
    for name in ("found.json", "found.txt"):
        written = (desk / name).read_text("utf-8")
        assert "一百" not in written
        assert "▒▒" in written
    found = json.loads((desk / "found.json").read_text("utf-8"))
    assert found["settings"] == {"conceal": True}
    assert found["findings"][0]["values"] == ["▒▒"]
    assert [file["sha256"] == "" for file in (*found["files"], *found["against"])] == [False, True]


def test_compare_keeps_values_back_in_every_output(difftool: Run, desk: Path) -> None:
    names = ["out.html", "out.json", "out.txt"]
    words = ["compare", "masked.txt", "copy.txt", *[word for name in names for word in ("-o", name)]]
    for options, shown in ([], True), (["--conceal-values"], False):
        assert difftool(*words, *options).returncode == 1
        assert [("一百" in (desk / name).read_text("utf-8")) for name in names] == [shown] * 3
    assert "一百" not in difftool("compare", "masked.txt", "copy.txt", "--conceal-values").stdout
    assert "一百" in difftool("compare", "masked.txt", "copy.txt").stdout


def test_locate_keeps_titles_back_that_the_needle_does_not_have(difftool: Run, desk: Path) -> None:
    body = "各地机关依法加强档案管理，由专人负责。\n港口每年向委员会报告财务制度，共检查36个项目。\n"
    (desk / "needle.txt").write_text(body, "utf-8")
    (desk / "many.txt").write_text(f"第一章 河南省\n学校与企业各负其责\n第二章 云南省\n{body}", "utf-8")
    assert "云南省" in difftool("locate", "needle.txt", "many.txt").stdout
    done = difftool("locate", "needle.txt", "many.txt", "--conceal-values")
    assert done.returncode == 0
    assert "云南省" not in done.stdout
    assert "▒▒▒" in done.stdout


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["missing.txt"], "error: missing.txt does not exist"),
        (["-", "--against", "-"], "error: standard input is to be both"),
        (["masked.txt", "-o", "masked.txt"], "error: masked.txt is one of the files read"),
        (["masked.txt", "-o", "found.pdf"], "error: found.pdf does not tell"),
        (["masked.txt", "--against", "missing.txt"], "error: missing.txt does not exist"),
    ],
)
def test_trouble_is_told_and_ends_with_two(difftool: Run, desk: Path, words: list[str], error: str) -> None:
    assert desk
    done = difftool("check", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(error)
    assert "\nhint:" in done.stderr


def test_a_file_is_no_copy_of_itself(difftool: Run, desk: Path) -> None:
    done = difftool("check", "masked.txt", "--against", ".", "--format", "json")
    assert desk
    found = json.loads(done.stdout)
    assert [Path(file["name"]).name for file in found["against"]] == ["copy.txt", "quiet.txt"]
