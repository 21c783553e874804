"""The commands `log`, `show`, `diff`, `tag`, `rename` and `forget`: what the store tells, and what people do to it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import difftool.model

Run = Callable[..., subprocess.CompletedProcess[str]]

SCHEMA = json.loads(Path(difftool.model.__file__).with_name("log.schema.json").read_text("utf-8"))
TEXTS = [
    "某地管理办法\n第一条 为了加强管理，制定本办法。\n"
    f"第二条 设{count}个部门，由专人负责。\n第三条 自公布之日起施行。\n"
    for count in ("3", "5", "**")
]


@pytest.fixture
def law(difftool: Run, tmp_path: Path) -> Path:
    """Track three versions of a law."""
    for at, (text, label) in enumerate(zip(TEXTS, ("2016", "2019", "2022"), strict=True), 1):
        path = tmp_path / f"v{at}.txt"
        path.write_text(text, "utf-8")
        assert difftool("track", path, "--as", "law", "--label", label, "--source", f"gazette {at}").returncode == 0
    return tmp_path


def test_a_history_is_told_newest_first(difftool: Run, law: Path) -> None:
    assert law
    difftool("tag", "law@2", "修订")
    done = difftool("log", "law")
    assert (done.returncode, done.stderr) == (0, "")
    told = [line.split() for line in done.stdout.splitlines()[2:]]
    assert [row[0] for row in told] == ["version", "@3", "@2", "@1"]
    assert "2019, 修订" in done.stdout
    assert "gazette 3" in done.stdout
    assert "@1       1 change: 1 substantive, 0 doubtful, 0 accidental (1 number)" in done.stdout


def test_the_json_of_both_lists_keeps_the_contract(difftool: Run, law: Path) -> None:
    assert law
    for words in (["log"], ["log", "law"]):
        Draft202012Validator(SCHEMA).validate(json.loads(difftool(*words, "--format", "json").stdout))
    (one,) = json.loads(difftool("log", "--format", "json").stdout)["lineages"]
    assert (one["name"], one["versions"], one["newest"], one["date"]) == ("law", 3, 3, "2022")


def test_the_counts_of_a_log_are_those_of_compare(difftool: Run, law: Path) -> None:
    states = json.loads(difftool("log", "law", "--format", "json").stdout)["states"]
    for newer, older in pairwise(states):
        pair = [law / f"v{state['version']}.txt" for state in (older, newer)]
        summary = json.loads(difftool("compare", *pair, "--format", "json").stdout)["summary"]
        assert newer["delta"]["by_kind"] == summary["by_kind"]
        assert [newer["delta"][name] for name in ("changes", "substantive", "doubtful", "accidental")] == [
            summary[name] for name in ("changes", "substantive", "doubtful", "accidental")
        ]


def test_rules_of_the_user_count_in_the_log(difftool: Run, law: Path) -> None:
    assert law
    newest = json.loads(difftool("log", "law", "--ignore", "mask", "--format", "json").stdout)["states"][0]
    assert (newest["delta"]["changes"], newest["delta"]["ignored"]) == (0, 1)


def test_a_version_is_shown_as_text_and_as_the_file_was(difftool: Run, law: Path) -> None:
    (law / "gbk.txt").write_bytes(TEXTS[0].replace("某地", "本市").encode("gbk"))
    difftool("track", law / "gbk.txt")
    assert difftool("show", "gbk.txt").stdout == TEXTS[0].replace("某地", "本市")
    assert difftool("show", "gbk.txt@1", "--original", "-o", "back.txt").returncode == 0
    assert (law / "back.txt").read_bytes() == (law / "gbk.txt").read_bytes()
    assert [difftool("show", spelled).stdout for spelled in ("law@1", "law@2019", "law")] == TEXTS


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        (["law"], ("law@2", "law@3")),
        (["law@1"], ("law@1", "law@3")),
        (["law@1", "law@2019"], ("law@1", "law@2")),
        (["law@2022", "law@2016"], ("law@3", "law@1")),
        (["law@2", "law"], ("law@2", "law@3")),
    ],
)
def test_versions_are_compared_as_files_are(difftool: Run, law: Path, words: list[str], sides: tuple[str, str]) -> None:
    done = difftool("diff", *words, "--format", "json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["left"]["name"], found["right"]["name"]) == (1, *sides)
    files = [law / f"v{side[-1]}.txt" for side in sides]
    plain = json.loads(difftool("compare", *files, "--format", "json").stdout)
    for one in (found, plain):
        del one["left"]["name"], one["right"]["name"]
    assert found == plain


def test_a_diff_writes_a_page_whose_command_makes_it_again(difftool: Run, law: Path) -> None:
    done = difftool("diff", "law")
    assert done.returncode == 1
    assert done.stdout.startswith("left and right are versions of one text")
    assert done.stderr == "report: reports/law@2__law@3.html\n"
    assert "difftool diff law@2 law@3" in (law / "reports" / "law@2__law@3.html").read_text("utf-8")
    assert difftool("diff", "law", "--ignore", "mask", "-q").returncode == 0
    assert difftool("diff", "law", "--exit-zero", "--stat", "--check").returncode == 0


def test_since_viewed_begins_at_the_newest_version_looked_at(difftool: Run, law: Path) -> None:
    def since() -> tuple[int, str, str]:
        done = difftool("diff", "law", "--since-viewed", "--format", "json")
        found = json.loads(done.stdout)
        return done.returncode, found["left"]["name"], found["right"]["name"]

    done = difftool("diff", "law", "--since-viewed")
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "error: nothing of law was looked at yet")
    difftool("show", "law@1")
    assert since() == (1, "law@1", "law@3")
    assert since() == (0, "law@3", "law@3")
    difftool("show", "law@1")  # an old one again: what was seen stays seen
    assert since() == (0, "law@3", "law@3")
    (law / "v4.txt").write_text(TEXTS[2].replace("专人", "两人"), "utf-8")
    difftool("track", law / "v4.txt", "--as", "law", "--label", "2024")
    assert difftool("diff", "law", "-q").returncode == 1  # nothing was shown
    assert since() == (1, "law@3", "law@4")


def test_a_file_that_changed_back_since_it_was_looked_at_has_not_changed(difftool: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for text in TEXTS[:2]:
        path.write_text(text, "utf-8")
        difftool("track", path)
        if text == TEXTS[0]:
            difftool("show", "a.txt")
    assert difftool("diff", "a.txt", "--since-viewed", "-q").returncode == 1
    path.write_text(TEXTS[0], "utf-8")
    difftool("track", path)
    assert difftool("diff", "a.txt", "--since-viewed", "-q").returncode == 0
    names = [
        json.loads(difftool("diff", "a.txt", "--format", "json").stdout)[side]["name"] for side in ("left", "right")
    ]
    assert names == ["a.txt@2", "a.txt@1"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["log", "lwa"], "no document lwa is tracked"),
        (["log", "law@2"], "law@2 is a version, and a document is wanted"),
        (
            ["show", "law@9"],
            "law has no version 9: it has 3 versions, the newest is law@3; its labels are 2016, 2019, 2022",
        ),
        (["diff", "law@1", "law@2", "law@3"], "3 versions are named, and two can be compared"),
        (["diff", "law@1", "--since-viewed"], "a version is named, and --since-viewed says from which one to begin"),
        (
            ["diff", "law", "-o", ".difftool/store.db", "--format", "html"],
            ".difftool/store.db is the store, or belongs to it",
        ),
        (["show", "law", "-o", ".difftool/store.db"], ".difftool/store.db is the store, or belongs to it"),
        (["tag", "law@1", "2019"], "the label 2019 is that of law@2"),
        (["tag", "law", "nix", "--remove"], "law has no label nix"),
        (["rename", "law", ""], "'' cannot be the name of a document: it is empty"),
        (["forget", "law@2"], "forgetting is for good, and nobody is here to be asked: law@2 "),
    ],
)
def test_what_cannot_be_is_refused_with_the_next_step(
    difftool: Run, law: Path, words: list[str], complaint: str
) -> None:
    before = difftool("log", "law", "--format", "json").stdout
    done = difftool(*words)
    error, hint = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert error.startswith(f"error: {complaint}")
    assert hint.startswith("hint:  ")
    assert difftool("log", "law", "--format", "json").stdout == before
    assert law


def test_labels_come_and_go(difftool: Run, law: Path) -> None:
    assert law
    assert difftool("tag", "law@2", "修订").returncode == 0
    assert difftool("show", "law@修订").stdout == TEXTS[1]
    assert difftool("tag", "law", "修订", "--remove").returncode == 0
    assert difftool("show", "law@修订").returncode == 2


def test_a_document_is_renamed_and_joined(difftool: Run, law: Path) -> None:
    assert difftool("rename", "law", "办法 “2016”").returncode == 0
    assert difftool("show", "办法 “2016”@1").stdout == TEXTS[0]
    (law / "v4.txt").write_text(TEXTS[0].replace("专人", "两人"), "utf-8")
    difftool("track", law / "v4.txt", "--as", "law")
    done = difftool("rename", "law", "办法 “2016”")
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "error: 办法 “2016” is tracked already")
    done = difftool("rename", "law", "办法 “2016”", "--join")
    assert (done.returncode, done.stdout) == (0, "law@1 is now 办法 “2016”@4\n")
    assert json.loads(difftool("log", "--format", "json").stdout)["lineages"][0]["versions"] == 4


def test_what_is_forgotten_is_gone(difftool: Run, law: Path) -> None:
    done = difftool("forget", "law@2019", "--yes")
    said = "forgotten: law@2 (56 characters, seen 1 time, label 2019)\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
    assert difftool("show", "law@2").returncode == 2
    assert [difftool("show", spelled).stdout for spelled in ("law@1", "law@3")] == [TEXTS[0], TEXTS[2]]
    assert difftool("forget", "law", "--yes").returncode == 0
    assert difftool("log").stdout == "nothing is tracked yet\n"
    assert law


def test_forgetting_asks_who_sits_at_the_terminal(difftool: Run, law: Path) -> None:
    def answered(word: str) -> str:
        ours, theirs = pty.openpty()
        asking = subprocess.Popen(
            [sys.executable, "-m", "difftool", "forget", "law@3"],
            cwd=law,
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        os.write(ours, f"{word}\n".encode())
        out, err = asking.communicate(timeout=30)
        os.close(ours)
        os.close(theirs)
        assert "law@3 (57 characters, seen 1 time, label 2022) will go for good. Forget?" in err
        assert asking.returncode == 0
        return out

    assert answered("n").strip() == ""
    assert difftool("show", "law@3").stdout == TEXTS[2]
    assert answered("y").strip().startswith("forgotten: law@3 ")
    assert difftool("show", "law@3").returncode == 2


def test_what_was_decided_on_a_diff_is_applied_without_naming_the_texts(difftool: Run, law: Path) -> None:
    made = json.loads(difftool("diff", "law@1", "law@3", "--format", "json").stdout)
    verdicts = [{"key": change["key"], "verdict": "accepted", "comment": ""} for change in made["changes"]]
    sides = {side: {name: made[side][name] for name in ("name", "sha256")} for side in ("left", "right")}
    told = {"schema": "difftool.verdicts/1", "tool": made["tool"], "settings": made["settings"], "verdicts": verdicts}
    (law / "verdicts.json").write_text(json.dumps(told | sides), "utf-8")
    done = difftool("review", "verdicts.json", "--apply")
    assert (done.returncode, done.stdout) == (0, TEXTS[2])
    difftool("forget", "law@3", "--yes")
    assert difftool("review", "verdicts.json", "--apply").returncode == 2
