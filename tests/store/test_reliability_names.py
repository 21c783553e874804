"""Names, labels and sources of any signs: they work, or are refused in clear words, and none is taken for SQL."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from difftool import document
from difftool.errors import InvalidSettings
from difftool.store import Store
from shelf import held, verification

Run = Callable[..., subprocess.CompletedProcess[str]]
TEXTS = ["第一条　共3个部门。", "第一条　共5个部门。"]

NAMES = {
    "quotes": "'a' \"b\" `c` “d”",
    "slashes": "a/b\\c//d/",
    "dots": "../../etc/passwd",
    "line ends": "a\nb\r\nc\u2028d",
    "emoji": "🙂👩‍👩‍👧‍👦",
    "300 characters": "长" * 300,
    "dash": "-rf",
    "dashes": "--help",
    "at": "a@b",
    "at and a number": "a@1",
    "ats": "@@2016@",
    "SQL": "x'; DROP TABLE version; --",
    "SQL in double quotes": 'x"; DELETE FROM lineage; --',
    "wildcards": "%_*?[a-z]",
    "parameters": "?1 :name $x",
    "escape": "\x1b[31mred\u202e",
    "percent": "a%00b%2e",
    "space": " a ",
    "combined and composed": "e\u0301é",
}
REFUSED = {
    "": "it is empty",
    " \n": "it is empty",
    "a\0b": "it holds the character NUL",
    "a\ud800": "it is not in UTF-8",
    "长" * 1001: "it has 1,001 characters, and 1,000 are allowed",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_document_of_any_name_is_tracked_found_renamed_and_forgotten(tmp_path: Path, name: str) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        store.track(document(TEXTS[0]), "another")
        for text in TEXTS:
            store.track(document(text), name, source=name)
        assert store.version(name).text == TEXTS[1]
        assert store.version(f"{name}@1").text == TEXTS[0]
        store.tag(f"{name}@1", "first edition")
        assert store.version(f"{name}@first edition").text == TEXTS[0]
        assert store.history(name).states[0].sighting.source == name
        store.rename("another", f"{name}{name}")
        assert sorted(held(store)) == sorted([name, f"{name}{name}"])
        store.forget(name)
        assert list(held(store)) == [f"{name}{name}"]
    assert verification(path).is_sound


@pytest.mark.parametrize(("name", "cause"), REFUSED.items(), ids=["empty", "blank", "NUL", "surrogate", "long"])
def test_what_cannot_be_a_name_is_refused_and_nothing_is_kept(tmp_path: Path, name: str, cause: str) -> None:
    with Store.open(tmp_path / "store.db") as store:
        store.track(document(TEXTS[0]), "law")
        with pytest.raises(InvalidSettings, match=cause):
            store.track(document(TEXTS[0], name), name)
        with pytest.raises(InvalidSettings, match=cause):
            store.rename("law", name)
        assert list(held(store)) == ["law"]


@pytest.mark.parametrize("label", NAMES.values(), ids=NAMES)
def test_a_label_of_any_signs_works_or_is_refused(tmp_path: Path, label: str) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        store.track(document(TEXTS[0]), "law", source=label)
        try:
            store.track(document(TEXTS[1]), "law", label=label)
        except InvalidSettings as failure:
            assert failure.hint  # noqa: PT017 - only some are refused
            assert list(held(store)["law"]) == [1]
        else:
            assert store.version(f"law@{label}").text == TEXTS[1]
            store.untag("law", label)
    assert verification(path).is_sound


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_files_of_any_name_are_tracked_under_it(difftool: Run, tmp_path: Path) -> None:
    names = [name.replace("/", "／") for name in NAMES.values() if len(name.encode()) < 255]
    for text in TEXTS:
        for name in names:
            (tmp_path / name).write_text(f"{name}\n{text}", "utf-8")
        done = difftool("track", "--", *names)
        assert done.returncode == 0, done.stderr
        assert "\x1b" not in done.stdout + done.stderr

    with Store.open(tmp_path / ".difftool" / "store.db") as store:
        found = {name: [version.text for version in versions.values()] for name, versions in held(store).items()}
    assert found == {name: [f"{name}\n{text}" for text in TEXTS] for name in names}
    for name in ("-rf", "a@1", "a\nb\r\nc\u2028d"):
        assert difftool("show", "--", f"{name}@1").stdout.endswith(TEXTS[0])
        assert difftool("log", "--", name).returncode == 0
    assert verification(tmp_path / ".difftool" / "store.db").is_sound


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are no Unicode")
def test_a_file_whose_name_is_no_unicode_is_tracked_under_one_that_is(difftool: Run, tmp_path: Path) -> None:
    path = os.fsdecode(b"\xff.txt")
    with (tmp_path / path).open("w", encoding="utf-8") as file:
        file.write(TEXTS[0])
    done = difftool("track", path, "--source", path)
    assert (done.returncode, done.stdout) == (0, "\\udcff.txt@1: the first version\n")
    assert difftool("show", path).stdout == difftool("show", "\\udcff.txt").stdout == TEXTS[0]
    for words in (["show", f"law{path}"], ["show", f"{path}@{path}"], ["forget", f"{path}@{path}", "--yes"]):
        done = difftool(*words)
        assert done.returncode == 2
        assert "internal error" not in done.stderr
