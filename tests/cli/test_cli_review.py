"""The command `review`: what it says and writes, how it ends, and what it says of verdicts that do not fit."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

LEFT = "总　则\r\n本办法适用于3个部门。\r\n旧的条款已经废止。\r\n各地机关依法加强档案管理，由专人负责。\r\n"
RIGHT = "总　则\r\n本办法适用于5个部门。\r\n各地机关依法加强档案管理，由专人办理。\r\n新的条款自下月起施行。\r\n"
SUMMARY = """\
a.txt → b.txt: 4 changes: 1 accepted, 1 rejected, 0 ignored, 2 open

c1  accepted  number  substantive  ¶2  a value, bound, unit or date differs
    本办法适用于[-3-]{+5+}个部门。
    | five it is
    | see the annex

c3  open  wording  substantive  ¶4 → ¶3  words differ
    加强档案管理，由专人[-负责-]{+办理+}。

c4  open  wording  substantive  ¶4 of right  a paragraph that only right has
    {+新的条款自下月起施行。+}
"""


def exported(folder: Path, run: Run, *words: str) -> dict[str, Any]:
    """Export verdicts as the page does, nothing decided yet."""
    made = json.loads(run("compare", "a.txt", "b.txt", "--format", "json", *words, cwd=folder).stdout)
    return {
        "schema": "difftool.verdicts/1",
        "tool": made["tool"],
        "left": {name: made["left"][name] for name in ("name", "sha256")},
        "right": {name: made["right"][name] for name in ("name", "sha256")},
        "settings": made["settings"],
        "verdicts": [{"key": change["key"], "verdict": None, "comment": ""} for change in made["changes"]],
    }


@pytest.fixture
def desk(tmp_path: Path, difftool: Run) -> Path:
    """Lay out two texts and the verdicts on them: one change accepted, one rejected, two open."""
    (tmp_path / "a.txt").write_bytes(LEFT.encode("gb18030"))
    (tmp_path / "b.txt").write_bytes(RIGHT.encode())
    told = exported(tmp_path, difftool)
    told["verdicts"][0] |= {"verdict": "accepted", "comment": "five it is\nsee the annex"}
    told["verdicts"][1] |= {"verdict": "rejected"}
    write(tmp_path, told)
    return tmp_path


def write(folder: Path, told: object, name: str = "v.json") -> None:
    (folder / name).write_text(json.dumps(told, ensure_ascii=False), "utf-8")


def read(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "v.json").read_text("utf-8"))  # type: ignore[no-any-return]


def decide(folder: Path, *verdicts: str | None) -> None:
    told = read(folder)
    for one, verdict in zip(told["verdicts"], verdicts, strict=True):
        one["verdict"] = verdict
    write(folder, told)


def test_the_summary_lists_comments_and_what_is_open(difftool: Run, desk: Path) -> None:
    assert desk
    done = difftool("review", "v.json")
    assert (done.returncode, done.stdout, done.stderr) == (1, SUMMARY, "")
    assert difftool("review", "v.json", "a.txt", "b.txt").stdout == SUMMARY
    assert difftool("review", "-", stdin=(desk / "v.json").read_bytes()).stdout == SUMMARY
    coloured = difftool("review", "v.json", env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b[" in coloured.stdout
    quiet = difftool("review", "v.json", "-q")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (1, "", "")


def test_all_decided_ends_with_0(difftool: Run, desk: Path) -> None:
    decide(desk, "accepted", "rejected", "ignored", "accepted")
    done = difftool("review", "v.json", "-o", "summary.json", "-o", "summary.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    said = "a.txt → b.txt: 4 changes: 2 accepted, 1 rejected, 1 ignored, 0 open\n"
    assert (desk / "summary.txt").read_text("utf-8").startswith(said)
    written = json.loads((desk / "summary.json").read_text("utf-8"))
    assert (written["schema"], written["summary"]["accepted"]) == ("difftool.review/1", 2)
    assert json.loads(difftool("review", "v.json", "--format", "json").stdout) == written


def test_the_text_that_follows_is_written(difftool: Run, desk: Path) -> None:
    done = difftool("review", "v.json", "--apply", "-o", "new.md")
    said = "note:   kept as left has it: 2 open changes\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)
    assert (desk / "new.md").read_bytes() == LEFT.replace("3", "5").encode()

    decide(desk, "accepted", "accepted", "accepted", "accepted")
    done = difftool("review", "v.json", "--apply", "-o", "new.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (desk / "new.md").read_bytes() == RIGHT.encode()

    decide(desk, "rejected", "rejected", "ignored", "rejected")
    done = difftool("review", "v.json", "--apply", "-o", "new.md", "-o", "-")
    said = "note:   kept as left has it: 1 ignored change\n"
    assert (done.returncode, done.stderr) == (0, said)
    assert done.stdout.encode() == (desk / "new.md").read_bytes() == LEFT.encode()

    decide(desk, None, "rejected", "ignored", "rejected")
    done = difftool("review", "v.json", "--apply", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (1, LEFT, "")


def test_the_texts_are_found_here_or_beside_the_verdicts(difftool: Run, desk: Path) -> None:
    (desk / "away").mkdir()
    (desk / "b.txt").rename(desk / "away" / "b.txt")
    (desk / "v.json").rename(desk / "away" / "v.json")
    (desk / "b.txt").write_text("another text", "utf-8")
    done = difftool("review", "away/v.json")
    assert (done.returncode, done.stdout) == (1, SUMMARY)
    before = listing(desk)
    done = difftool("review", "away/v.json", "--apply", "-o", "away/b.txt")
    hint = "name another file with -o; a source is never overwritten"
    assert (done.returncode, done.stderr) == (2, f"error: away/b.txt is one of the files read\nhint:  {hint}\n")
    assert listing(desk) == before


def test_settings_and_names_are_those_of_the_verdicts(difftool: Run, desk: Path) -> None:
    rules = '[[equivalences]]\ntexts = ["负责", "办理"]\nfiles = "a.*"\nreason = "the same"\n'
    (desk / "difftool.toml").write_text(rules, "utf-8")
    told = exported(desk, difftool, "--ignore", "number")
    (desk / "difftool.toml").unlink()
    write(desk, told)
    (desk / "a.txt").rename(desk / "other.txt")
    done = difftool("review", "v.json", "other.txt", "b.txt")
    assert done.stdout.startswith("a.txt → b.txt: 4 changes: 0 accepted, 0 rejected, 2 ignored, 2 open\n")


def test_a_verdict_on_no_change_is_counted(difftool: Run, desk: Path) -> None:
    decide(desk, "accepted", "accepted", "accepted", "accepted")
    told = read(desk)
    told["verdicts"].append({"key": "nowhere\x1b[31m", "verdict": "accepted", "comment": "what?"})
    write(desk, told)
    done = difftool("review", "v.json")
    assert done.returncode == 1
    assert "0 open; 1 verdict is on no change of these texts as read here\n" in done.stdout
    assert "nowhere⟨U+001B⟩[31m  accepted  on no change of these texts\n    | what?\n" in done.stdout
    done = difftool("review", "v.json", "--apply")
    said = "note:   1 verdict is on no change of these texts as read here\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, RIGHT, said)


def test_verdicts_on_a_concealed_page_are_applied(difftool: Run, desk: Path) -> None:
    (desk / "a.txt").write_text("共20个部门参加，加强检查。\n", "utf-8")
    (desk / "b.txt").write_text("共**个部门参加，加强抽查。\n", "utf-8")
    told = exported(desk, difftool, "--conceal-values")
    assert told["left"]["sha256"] == ""
    told["verdicts"][1]["verdict"] = "accepted"
    write(desk, told)
    done = difftool("review", "v.json")
    assert (done.returncode, "20" in done.stdout, "▒▒" in done.stdout) == (1, False, True)
    assert difftool("review", "v.json", "--apply").stdout == "共20个部门参加，加强抽查。\n"


def test_a_closed_pipe_is_quiet(desk: Path) -> None:
    for words in (["review", "v.json"], ["review", "v.json", "--apply", "-q"]):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-m", "difftool", *words], stdout=writing, stderr=subprocess.PIPE, cwd=desk, check=False
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (1, b"")


def test_help_says_what_it_does(difftool: Run) -> None:
    done = difftool("review", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Say what was decided of the changes of two texts" in done.stdout


HINT = "take the file as the page of the comparison exported it"
BOTH = "name both texts: difftool review v.json LEFT RIGHT"
TROUBLE: list[tuple[str, Callable[[dict[str, Any]], object], str, str]] = [
    ("v.json", lambda told: told | {"schema": "difftool.verdicts/2"}, ("verdicts of schema 'difftool.verdicts/2', and "
     "only difftool.verdicts/1 is known"), "make the page again with this version, and export them from it"),
    ("v.json", lambda told: told["verdicts"][0].update(verdict="maybe"), ("verdicts.verdicts[0].verdict is not one of "
     "accepted, rejected, ignored"), HINT),
    ("v.json", lambda told: told["verdicts"][0].pop("key"), "verdicts.verdicts[0].key is missing", HINT),
    ("v.json", lambda told: told["verdicts"][1].update(key=told["verdicts"][0]["key"]),
     "verdicts.verdicts[1].key is KEY, which has a verdict above", "leave one verdict for each change"),
    ("v.json", lambda told: told.pop("settings"), "verdicts.settings is missing", HINT),
    ("v.json", lambda told: told["left"].update(sha256="0"), ("verdicts.left.sha256 is not a SHA-256 of 64 hexadecimal "
     "digits"), HINT),
    ("v.json", lambda told: told["left"].update(sha256="0" * 64), "a.txt is not the text reviewed: the digest differs",
     BOTH),
    ("v.json a.txt b.txt", lambda told: told["left"].update(sha256="0" * 64),
     "the verdicts were not given on this a.txt: the digest differs",
     "name the two files as they were when the page was made, or review them anew"),
    ("v.json b.txt a.txt", dict, "the verdicts are on a.txt against b.txt, and not the other way round",
     "swap the two texts"),
    ("v.json", lambda told: told["left"].update(name="gone.txt"), "gone.txt is not in the current folder", BOTH),
    ("v.json", lambda told: told["left"].update(name="/dev/zero"), "/dev/zero is not in the current folder", BOTH),
    ("v.json", lambda told: told["left"].update(name=""), "a text without a name is not in the current folder", BOTH),
    ("v.json a.txt", dict, "a.txt is named, and the other text is not", "name both texts, left first, or none"),
    ("- - b.txt", dict, "both the verdicts and a text are to be read from standard input",
     "name one of the two as a file"),
    ("missing.json", dict, "missing.json does not exist",
     "check the spelling; a relative path starts from the current folder"),
    ("a.txt", dict, "a.txt is no JSON: expecting value in line 1, column 1", HINT),
    ("v.json --format json --apply", dict, "--format is for the summary, and --apply writes the text",
     "leave out one of the two"),
    ("v.json -o v.json", dict, "v.json is one of the files read",
     "name another file with -o; a source is never overwritten"),
    ("v.json --apply -o a.txt", dict, "a.txt is one of the files read",
     "name another file with -o; a source is never overwritten"),
    ("v.json --apply -o nowhere/a.txt", dict, "cannot write nowhere/a.txt: there is no folder nowhere",
     "make the folder first, or name another place with -o"),
    ("v.json -o summary.html", dict, "summary.html does not tell by its suffix which format it is to have",
     "end it in .json, .txt, or add --format"),
    ("v.json", lambda told: told["settings"].update(masks=[{"name": "a", "pattern": "(a+)+$", "reading": "",
     "reason": ""}]), "the pattern '(a+)+$' has a repeat inside a repeat at position 5", "HINT"),
]  # fmt: skip


def listing(folder: Path) -> dict[str, str]:
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("words", "damage", "error", "hint"), TROUBLE, ids=[error for _, _, error, _ in TROUBLE])
def test_trouble_is_told_in_two_lines_and_writes_nothing(  # noqa: PLR0913, PLR0917 - a case
    difftool: Run, desk: Path, words: str, damage: Callable[[dict[str, Any]], object], error: str, hint: str
) -> None:
    told = read(desk)
    changed = damage(told)
    write(desk, changed if isinstance(changed, dict) and "verdicts" in changed else told)
    before = listing(desk)
    done = difftool("review", *words.split(" "))
    key = told["verdicts"][0].get("key", "")
    assert (done.returncode, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert first == f"error: {error.replace('KEY', key)}"
    assert hint == "HINT" or second == f"hint:  {hint}"
    assert listing(desk) == before


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (b"", "expecting value in line 1, column 1"),
        (b'{"schema": ', "expecting value in line 1, column 12"),
        (b'{"a": 1, "a": 2}', "the field 'a' stands twice in an object"),
        (b"[" * 100_000, "it is nested too deeply"),
    ],
)
def test_damaged_json_is_refused(difftool: Run, desk: Path, text: bytes, cause: str) -> None:
    (desk / "v.json").write_bytes(text)
    done = difftool("review", "v.json", "--apply", "-o", "new.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: v.json is no JSON: {cause}\nhint:  {HINT}\n"
    assert not (desk / "new.txt").exists()
