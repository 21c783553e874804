"""What is written where: the terminal, the default report, and the places that options name."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from difftool.cli.targets import Format
from difftool.render import FORMATS

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("国务院各部门\n第一条\n", "utf-8")
    (tmp_path / "b.txt").write_text("国务院各机构\n第一条\n", "utf-8")
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_formats_offered_are_those_that_are_drawn() -> None:
    assert {form.value for form in Format} == set(FORMATS)


def test_without_options_the_changes_are_printed_and_the_page_is_written(difftool: Run, desk: Path) -> None:
    done = difftool("compare", "a.txt", "b.txt")
    assert (done.returncode, done.stderr) == (1, "report: reports/a__b.html\n")
    assert "[-部门-]{+机构+}" in done.stdout
    assert "\x1b" not in done.stdout
    assert files(desk) == ["a.txt", "b.txt", "reports/a__b.html"]
    page = (desk / "reports/a__b.html").read_text("utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")


def test_colour_is_asked_for_and_refused_by_the_usual_variables(difftool: Run, desk: Path) -> None:
    assert desk
    coloured = difftool("compare", "a.txt", "b.txt", env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b[" in coloured.stdout
    assert "部门" in coloured.stdout
    assert coloured.returncode == 1
    plain = difftool("compare", "a.txt", "b.txt", env={"FORCE_COLOR": "1", "NO_COLOR": "1"})
    assert "\x1b" not in plain.stdout


def test_any_locale_prints_utf8(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("compare", "a.txt", "b.txt", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert "[-部门-]{+机构+}" in done.stdout


def test_only_what_is_named_is_written(difftool: Run, desk: Path) -> None:
    done = difftool("compare", "a.txt", "b.txt", "-o", "r.html", "-o", "r.json", "-o", "r.txt")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert files(desk) == ["a.txt", "b.txt", "r.html", "r.json", "r.txt"]
    assert json.loads((desk / "r.json").read_bytes())["schema"] == "difftool.comparison/1"
    assert difftool("compare", "a.txt", "b.txt", "-o", "-").stdout == (desk / "r.txt").read_text("utf-8")


def test_a_format_alone_goes_to_standard_output_and_outweighs_a_suffix(difftool: Run, desk: Path) -> None:
    printed = difftool("compare", "a.txt", "b.txt", "--format", "json")
    assert (printed.returncode, printed.stderr) == (1, "")
    assert difftool("compare", "a.txt", "b.txt", "--format", "json", "-o", "r.html").returncode == 1
    assert (desk / "r.html").read_text("utf-8") == printed.stdout
    assert files(desk) == ["a.txt", "b.txt", "r.html"]


def test_counts_only_and_nothing_at_all(difftool: Run, desk: Path) -> None:
    whole = difftool("compare", "a.txt", "b.txt", "-o", "-")
    counts = difftool("compare", "a.txt", "b.txt", "--stat")
    assert counts.returncode == 1
    assert counts.stdout
    assert whole.stdout.startswith(counts.stdout)
    assert "(1 wording)" in counts.stdout
    assert "机构" not in counts.stdout
    quiet = difftool("compare", "a.txt", "b.txt", "-q")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (1, "", "")
    assert files(desk) == ["a.txt", "b.txt"]


def test_exit_codes_follow_what_counts(difftool: Run, desk: Path) -> None:
    assert desk
    for words, code in (
        (["a.txt", "a.txt"], 0),
        (["a.txt", "b.txt"], 1),
        (["a.txt", "b.txt", "--exit-zero"], 0),
        (["a.txt", "b.txt", "--ignore", "wording"], 0),
        (["a.txt", "b.txt", "--ignore", "mask,space"], 1),
        (["a.txt", "b.txt", "--only", "mask", "--only", "space"], 0),
        (["a.txt", "missing.txt", "--exit-zero"], 2),
    ):
        assert difftool("compare", "-q", *words).returncode == code, words


def test_ignored_changes_stay_listed(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("compare", "a.txt", "b.txt", "--ignore", "wording", "--format", "json")
    result = json.loads(done.stdout)
    assert (done.returncode, result["summary"]["changes"], result["summary"]["ignored"]) == (0, 0, 1)
    assert [change["ignored"] for change in result["changes"]] == [True]


def test_one_side_comes_from_standard_input(difftool: Run, desk: Path) -> None:
    content = (desk / "b.txt").read_bytes()
    for sides in (("a.txt", "-"), ("-", "a.txt")):
        done = difftool("compare", *sides, "--format", "json", stdin=content)
        assert done.returncode == 1
        result = json.loads(done.stdout)
        assert {result["left"]["name"], result["right"]["name"]} == {"a.txt", "standard input"}
    done = difftool("compare", "a.txt", "-", stdin=content)
    assert done.stderr == "report: reports/a__standard-input.html\n"


def test_names_alike_are_told_apart_by_their_folders(difftool: Run, desk: Path) -> None:
    for folder, source in (("old", "a.txt"), ("new", "b.txt")):
        (desk / folder).mkdir()
        (desk / source).rename(desk / folder / "law.txt")
    done = difftool("compare", "old/law.txt", "new/law.txt", "--format", "json")
    result = json.loads(done.stdout)
    assert (result["left"]["name"], result["right"]["name"]) == ("old/law.txt", "new/law.txt")
    assert str(desk) not in done.stdout
    assert difftool("compare", "old/law.txt", "new/law.txt").stderr == "report: reports/old-law__new-law.html\n"


def test_each_side_may_have_its_encoding(difftool: Run, desk: Path) -> None:
    text = (desk / "a.txt").read_text("utf-8")
    (desk / "gbk.txt").write_bytes(text.encode("gbk"))
    (desk / "big5.txt").write_bytes("國務院".encode("big5"))
    for words in (
        ["--encoding-left", "utf-8", "--encoding-right", "gbk"],
        ["--encoding", "utf-8", "--encoding-right", "gbk"],
    ):
        assert difftool("compare", "a.txt", "gbk.txt", "-q", *words).returncode == 0
    assert difftool("compare", "gbk.txt", "gbk.txt", "-q", "--encoding", "gbk").returncode == 0
    wrong = difftool("compare", "a.txt", "gbk.txt", "--encoding", "utf-8", "--format", "json")
    assert wrong.returncode == 1
    assert "U+FFFD" in " ".join(json.loads(wrong.stdout)["right"]["notes"])


def test_names_that_are_long_or_no_utf8_do_no_harm(difftool: Run, desk: Path) -> None:
    long = "法" * 80 + ".txt"
    (desk / "a.txt").rename(desk / long)
    done = difftool("compare", long, "b.txt")
    assert done.returncode == 1
    report = done.stderr.removeprefix("report: ").rstrip()
    assert (desk / report).is_file()
    odd = os.fsencode(desk) + b"/\xff\xfe.txt"
    with open(odd, "wb") as file:  # noqa: PTH123 - no Path holds this name
        file.write(b"text")
    done = difftool("compare", os.fsdecode(odd), "b.txt", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["left"]["name"].endswith(".txt")


def test_links_devices_and_rights_survive_writing(difftool: Run, desk: Path) -> None:
    (desk / "real.json").write_text("old", "utf-8")
    (desk / "link.json").symlink_to("real.json")
    words = ["compare", "a.txt", "b.txt"]
    assert difftool(*words, "-o", "link.json", "-o", "new.json").returncode == 1
    assert (desk / "link.json").is_symlink()
    assert (desk / "real.json").read_bytes() == (desk / "new.json").read_bytes()
    umask = os.umask(0)
    os.umask(umask)
    assert (desk / "new.json").stat().st_mode & 0o777 == 0o666 & ~umask
    (desk / "new.json").chmod(0o600)
    assert difftool(*words, "-o", "new.json").returncode == 1
    assert (desk / "new.json").stat().st_mode & 0o777 == 0o600
    assert difftool(*words, "-o", os.devnull, "--format", "json").returncode == 1
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("words", [[], ["-o", "r.html"], ["-q"]], ids=str)
def test_open_shows_the_page_in_the_browser(difftool: Run, desk: Path, words: list[str]) -> None:
    browser = desk / "browser"
    browser.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\npathlib.Path('opened').write_text(sys.argv[1])\n", "utf-8"
    )
    browser.chmod(0o755)
    done = difftool("compare", "a.txt", "b.txt", "--open", *words, env={"BROWSER": f"{browser} %s"})
    assert done.returncode == 1
    page = desk / ("r.html" if "-o" in words else "reports/a__b.html")
    assert (desk / "opened").read_text("utf-8") == page.resolve().as_uri()
    assert page.is_file()


def test_what_lies_outside_can_be_left_out(difftool: Run, seed: Callable[[int], Path]) -> None:
    words = ["compare", seed(0), seed(1), "--format", "html"]
    whole, part = difftool(*words), difftool(*words, "--no-outside")
    assert (whole.returncode, part.returncode) == (1, 1)
    assert len(part.stdout) < len(whole.stdout) * 0.8


def test_the_same_call_writes_the_same_bytes(difftool: Run, seed: Callable[[int], Path], tmp_path: Path) -> None:
    for form in Format:
        for salt in "12":
            words = ["compare", seed(0), seed(1), "--format", form, "-o", tmp_path / salt]
            assert difftool(*words, env={"PYTHONHASHSEED": salt}).returncode == 1
        assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes(), form


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system names no open files in /dev/fd")
def test_an_open_pipe_is_written_into(desk: Path) -> None:
    # What a shell gives for `-o >(gzip > report.gz)`, and /dev/stdout in a pipe: a name that resolves to no file.
    reading, writing = os.pipe()
    done = subprocess.run(
        [sys.executable, "-m", "difftool", "compare", "a.txt", "b.txt", "--format", "text", "-o", f"/dev/fd/{writing}"],
        capture_output=True,
        check=False,
        cwd=desk,
        pass_fds=[writing],
    )
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert "[-部门-]{+机构+}".encode() in pipe.read()
    assert (done.returncode, done.stderr) == (1, b"")


def test_quiet_is_quiet_with_every_option(difftool: Run, desk: Path) -> None:
    assert desk
    for more in (["--check"], ["--stat"], ["--check", "--stat", "--exit-zero"]):
        done = difftool("compare", "a.txt", "b.txt", "-q", *more)
        assert (done.stdout, done.stderr) == ("", "")
        assert done.returncode == int("--exit-zero" not in more)


def test_counts_only_say_nothing_of_changes_left_out(difftool: Run, desk: Path) -> None:
    assert desk
    assert "more change" not in difftool("compare", "a.txt", "b.txt", "--stat").stdout


@pytest.mark.parametrize(
    ("name", "report"),
    [
        (".hidden.txt", "hidden__b"),
        ("-dash.txt", "dash__b"),
        ("...", "text__b"),
        ("tab\tand space.txt", "tab-and-space__b"),
        ("turned\u202etxt.txt", "turned-txt__b"),
        ("bell\x07\x1b[31m.txt", "bell--[31m__b"),
        ("表情😀“引”.txt", "表情😀“引”__b"),
    ],
)
def test_a_report_is_named_so_that_it_can_be_typed(difftool: Run, desk: Path, name: str, report: str) -> None:
    (desk / "a.txt").rename(desk / name)
    assert difftool("compare", "--", name, "b.txt").stderr == f"report: reports/{report}.html\n"
    assert (desk / f"reports/{report}.html").is_file()


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-256color", "COLUMNS": "10", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
    ],
    ids=str,
)
def test_a_real_terminal_shows_what_a_pipe_gets(desk: Path, env: dict[str, str], coloured: bool) -> None:  # noqa: FBT001 - a case
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    outer, inner = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    done = subprocess.run(
        [sys.executable, "-m", "difftool", "compare", "a.txt", "b.txt"],
        check=False,
        cwd=desk,
        env=clean | env,
        stdout=inner,
        stderr=subprocess.PIPE,
    )
    os.close(inner)
    shown = os.read(outer, 65536).decode("utf-8")
    os.close(outer)
    assert (done.returncode, done.stderr) == (1, b"report: reports/a__b.html\n")
    assert ("\x1b[" in shown) == coloured
    piped = subprocess.run(
        [sys.executable, "-m", "difftool", "compare", "a.txt", "b.txt", "-o", "-"],
        capture_output=True,
        check=False,
        cwd=desk,
    )
    assert re.sub("\x1b\\[[0-9;]*m", "", shown).replace("\r\n", "\n") == piped.stdout.decode("utf-8")
