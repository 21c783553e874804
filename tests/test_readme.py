"""The README tells the truth: its commands run here, and print what stands there.

`pytest tests/test_readme.py --accept` writes what the commands print now into it.
"""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from difftool.cli.rulefile import wishes_in
from difftool.model import Kind

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
Run = Callable[..., subprocess.CompletedProcess[str]]

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Lay the seed documents where the examples look for them."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def blocks(language: str) -> list[str]:
    return [text for name, text in FENCE.findall(README.read_text("utf-8")) if name == language]


def transcript(block: str, difftool: Run, desk: Path) -> str:
    """Run the commands of a block, and write what a person would see; `$?` is the exit code."""
    seen, code = [], 0
    for line in re.findall(r"^\$ .*$", block, re.MULTILINE):
        seen.append(line)
        name, *words = shlex.split(line.removeprefix("$ "))
        if name == "echo":
            seen.append(str(code))
            continue
        assert name == "difftool", line
        done = difftool(*words, cwd=desk)
        code = done.returncode
        assert code in {0, 1, 2}
        seen += (done.stdout + done.stderr).splitlines()
    return "\n".join(seen) + "\n"


def test_examples_print_what_the_readme_says(difftool: Run, desk: Path, request: pytest.FixtureRequest) -> None:
    shown = blocks("console")
    assert shown
    printed = [transcript(block, difftool, desk) for block in shown]
    if request.config.getoption("--accept"):
        text = README.read_text("utf-8")
        for old, new in zip(shown, printed, strict=True):
            text = text.replace(f"```console\n{old}```", f"```console\n{new}```")
        README.write_text(text, "utf-8")
        shown = blocks("console")
    assert printed == shown


def test_python_examples_give_what_the_readme_says(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks("pycon")), {}, "README.md", "README.md", 0)
    assert examples.examples
    told: list[str] = []
    assert doctest.DocTestRunner().run(examples, out=told.append).failed == 0, "".join(told)


def test_the_two_commands_do_what_the_files_of_this_tree_allow() -> None:
    commands = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("python3 -m venv")]
    use, check = commands
    for seed in re.findall(r"seeds/\S+", use):
        assert (ROOT / seed).is_file()
    assert "pip install . " in use
    assert "difftool compare seeds/000" in use
    assert ".[test]" in check
    assert check.endswith("-m pytest"), "`.ci/run` looks for this line"


def test_the_rule_file_shown_can_be_read() -> None:
    (block,) = blocks("toml")
    wishes = wishes_in(block, "README.md", is_project=False)
    assert {name for name, _, _ in wishes} >= {"ignore", "terms", "equivalences", "masks"}


def test_every_link_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", README.read_text("utf-8"))
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_kind_stands_in_the_table() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", README.read_text("utf-8"), re.MULTILINE)
    assert rows == [kind.value for kind in Kind]


def test_the_sample_reports_are_fresh(difftool: Run, tmp_path: Path) -> None:
    (line,) = [line for block in blocks("sh") for line in block.splitlines() if " -o reports/" in line]
    name, *words = shlex.split(line)
    assert name == "difftool"
    reports = [word for word in words if word.startswith("reports/")]
    assert [Path(report).suffix for report in reports] == [".html", ".json"]
    (tmp_path / "reports").mkdir()
    done = difftool(*[tmp_path / word if word in reports else word for word in words], cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    for report in reports:
        assert (ROOT / report).read_bytes() == (tmp_path / report).read_bytes(), f"stale; rebuild it by: {line}"
