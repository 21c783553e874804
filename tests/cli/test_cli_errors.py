"""Trouble with files: golden messages, exit 2, never a traceback, never an exit code that means "changes"."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from difftool.cli import main, writing
from difftool.errors import UnwritableReport

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "一九八一年\n国务院\n"

KINDS = (
    "the kinds are mask, number, wording, move, renumbering, numeral, script, width, case, punctuation, space, noise"
)

# (arguments, what is told). The files are made by `desk`.
GOLDEN = [
    (
        "compare missing.txt a.txt",
        "missing.txt does not exist",
        "check the spelling; a relative path starts from the current folder",
    ),
    (
        "compare missing\x1b[31m\u202e a.txt",
        "missing⟨U+001B⟩[31m⟨U+202E⟩ does not exist",
        "check the spelling; a relative path starts from the current folder",
    ),
    ("compare  a.txt", "'' is no name of a file", "give the path of a text file"),
    (
        f"compare {'n' * 300} a.txt",
        f"{'n' * 300} cannot be read: file name too long",
        "check the path and the disk, or copy the file elsewhere",
    ),
    (
        f"compare a.txt b.txt -o {'n' * 300}.html",
        f"cannot write {'n' * 300}.html: file name too long",
        "name another place with -o",
    ),
    ("compare folder a.txt", "folder is a folder, and a.txt is none", "name a file in folder"),
    ("compare a.txt folder", "folder is a folder, and a.txt is none", "name a file in folder"),
    ("compare folder folder", "folder and folder are folders", "name two files: folders are not compared yet"),
    ("compare - -", "both texts are to be read from standard input", "name one of the two as a file"),
    (
        "compare nul.txt a.txt",
        "nul.txt holds no text: all its 4096 bytes are NUL",
        "the file was probably never written out; take another copy of it",
    ),
    (
        "compare a.txt picture.txt",
        "picture.txt is no text document but a picture (PNG)",
        "there is no text recognition here: compare a transcript of it",
    ),
    (
        "compare a.txt b.txt --only mask,colour",
        "--only: colour is no kind of change",
        KINDS,
    ),
    (
        "compare a.txt b.txt --ignore mask,",
        "--ignore: an empty word is no kind of change",
        KINDS,
    ),
    (
        "compare a.txt b.txt --encoding klingon",
        "'klingon' is no encoding of text that is known here",
        "try utf-8, gb18030, big5, utf-16, shift_jis, euc_kr or cp1252, or leave --encoding out",
    ),
    (
        "compare a.txt b.txt -o a.txt",
        "a.txt is one of the two texts compared",
        "name another file with -o; a source is never overwritten",
    ),
    (
        "compare a.txt b.txt -o linked.html",
        "linked.html is one of the two texts compared",
        "name another file with -o; a source is never overwritten",
    ),
    (
        "compare a.txt b.txt -o report.pdf",
        "report.pdf does not tell by its suffix which format it is to have",
        "end it in .docx, .htm, .html, .json, .txt, or add --format",
    ),
    (
        "compare a.txt b.txt -o nowhere/r.html",
        "cannot write nowhere/r.html: there is no folder nowhere",
        "make the folder first, or name another place with -o",
    ),
    (
        "compare a.txt b.txt -o folder --format json",
        "cannot write folder: it is a folder",
        "name a file in it: -o folder/report.json",
    ),
    (
        "compare a.txt b.txt -o a.txt/r.html",
        "cannot write a.txt/r.html: there is no folder a.txt",
        "make the folder first, or name another place with -o",
    ),
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Lay out the files that the golden messages speak of."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("国务院", "国务部"), "utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "nul.txt").write_bytes(bytes(4096))
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    # Bytes without a signature that no encoding explains.
    noise = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(256))
    (tmp_path / "noise.bin").write_bytes(noise)
    (tmp_path / "folder").mkdir()
    os.link(tmp_path / "b.txt", tmp_path / "linked.html")
    return tmp_path


def listing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(("words", "error", "hint"), GOLDEN, ids=[words for words, _, _ in GOLDEN])
def test_trouble_is_told_in_two_lines_and_writes_nothing(
    difftool: Run, desk: Path, words: str, error: str, hint: str
) -> None:
    before = listing(desk)
    done = difftool(*words.split(" "))
    assert done.stderr == f"error: {error}\nhint:  {hint}\n"
    assert (done.returncode, done.stdout) == (2, "")
    assert listing(desk) == before
    assert not (desk / "reports").exists()


def test_binary_without_a_signature_is_refused(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("compare", "noise.bin", "a.txt")
    assert (done.returncode, done.stdout) == (2, "")
    error, hint = done.stderr.splitlines()
    assert error.startswith("error: noise.bin is no text document: ")
    assert hint.startswith("hint:  ")


def test_an_empty_file_is_a_text_without_paragraphs(difftool: Run, desk: Path) -> None:
    assert desk
    same = difftool("compare", "empty.txt", "empty.txt", "--check", "--format", "json")
    assert (same.returncode, json.loads(same.stdout)["relation"]["kind"]) == (0, "identical")
    for sides in (("empty.txt", "a.txt"), ("a.txt", "empty.txt")):
        other = difftool("compare", *sides, "--check", "--format", "json")
        assert (other.returncode, other.stderr) == (1, "check:  every law holds\n")
        assert {change["shape"] for change in json.loads(other.stdout)["changes"]} <= {"insertion", "deletion"}


def test_an_unreadable_file_is_told(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # A fault and not a mode: root may read anything.
    def refuse(path: str, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.chdir(desk)
    monkeypatch.setattr("builtins.open", refuse)
    assert main(["compare", "a.txt", "b.txt"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("error: a.txt may not be read\nhint:  ")


@pytest.mark.parametrize("step", ["write", "replace"])
def test_a_failing_disk_leaves_the_old_report_and_nothing_else(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    monkeypatch.chdir(desk)
    Path("old.html").write_text("old", "utf-8")
    before = listing(desk)
    failure = OSError(28, "No space left on device")

    def fail(*_: object) -> None:
        raise failure

    if step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    else:
        opened = Path.open

        def half(path: Path, mode: str = "r") -> object:
            file = opened(path, mode)
            if "x" in mode:
                file.close()  # what is written into it now fails, after it has come into being
            return file

        monkeypatch.setattr(Path, "open", half)
    with pytest.raises((UnwritableReport, ValueError)):
        writing.write_file(Path("old.html"), "new")
    assert listing(desk) == before
    if step == "replace":
        assert main(["compare", "a.txt", "b.txt", "-o", "old.html"]) == 2
        assert capsys.readouterr() == (
            "",
            "error: cannot write old.html: no space left on device\nhint:  name another place with -o\n",
        )
        assert listing(desk) == before


def test_a_read_only_place_is_told(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.chdir(desk)
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert main(["compare", "a.txt", "b.txt"]) == 2
    told = capsys.readouterr().err
    assert told == "error: cannot write reports: permission denied\nhint:  name another place with -o\n"


def test_damage_in_a_text_is_a_note_and_no_crash(difftool: Run, desk: Path) -> None:
    (desk / "damaged.txt").write_bytes(("文件精神" * 50).encode() + b"\xff" + ("文件精神" * 50).encode())
    done = difftool("compare", "damaged.txt", "damaged.txt", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "U+FFFD" in " ".join(json.loads(done.stdout)["left"]["notes"])


@pytest.mark.slow
def test_fifty_megabytes_in_one_line_are_compared(difftool: Run, desk: Path) -> None:
    sentence = "第{}条国务院各部门应当依照本办法的规定履行职责。"
    line = "".join(sentence.format(number) for number in range(700_000))
    cut = line.index("。", len(line) // 2)
    (desk / "long.txt").write_text(line, "utf-8")
    (desk / "longer.txt").write_text(f"{line[:cut]}，另有规定的除外{line[cut:]}", "utf-8")
    assert (desk / "long.txt").stat().st_size > 50_000_000
    done = difftool("compare", "long.txt", "longer.txt", "--format", "json")
    assert done.returncode == 1, done.stderr
    result = json.loads(done.stdout)
    assert [(change["left_text"], change["right_text"]) for change in result["changes"]] == [("", "，另有规定的除外")]
    assert (result["relation"]["kind"], result["limits"]) == ("revision", [])


def test_a_name_with_a_line_end_stays_on_its_line(difftool: Run, desk: Path) -> None:
    (desk / "two\nlines.txt").write_text(TEXT, "utf-8")
    assert difftool("compare", "no\nsuch.txt", "a.txt").stderr.splitlines()[0] == "error: no↵such.txt does not exist"
    assert difftool("compare", "two\nlines.txt", "b.txt").stderr == "report: reports/two-lines__b.html\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_messages_that_nobody_can_receive_change_no_exit_code(desk: Path) -> None:
    for words, code in (("missing.txt a.txt", 2), ("a.txt b.txt", 1), ("a.txt a.txt --check", 0)):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "difftool", "compare", *words.split()],
                check=False,
                cwd=desk,
                stdout=subprocess.DEVNULL,
                stderr=full,
            )
        assert done.returncode == code, words


def test_a_source_on_standard_input_is_not_overwritten(desk: Path) -> None:
    source = desk / "b.txt"
    for output in ("b.txt", "linked.html"):
        with source.open("rb") as stdin:
            done = subprocess.run(
                [sys.executable, "-m", "difftool", "compare", "a.txt", "-", "--format", "json", "-o", output],
                capture_output=True,
                check=False,
                cwd=desk,
                stdin=stdin,
            )
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(f"error: {output} is one of the two texts compared\n".encode())
        assert source.read_text("utf-8") == TEXT.replace("国务院", "国务部")
