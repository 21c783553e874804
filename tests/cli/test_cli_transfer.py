"""`export` and `import` as a user calls them: what is written where, what is told, and what stays concealed."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from difftool import Comparison, Document, Span, compare, document
from difftool.cli import concealment
from difftool.cli.concealment import covering
from difftool.model import Settings
from difftool.model.comparison import Limit
from difftool.store import Store
from prose import sentence

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXTS = (
    "第一条　于2020年选派20人次参加。\n第二条　照此办理。\n",
    "第一条　于****年选派**人次参加。\n第二条　照此办理。\n",
)


@pytest.fixture
def desk(difftool: Run, tmp_path: Path) -> Path:
    """Give a folder with a store of two documents."""
    for at, text in enumerate(TEXTS):
        (tmp_path / "law.txt").write_bytes(text.encode("gb18030"))
        said = ["--source", "20人次的名单"] if at else ["--label", "2020"]
        assert difftool("track", "law.txt", *said).returncode == 0
    (tmp_path / "b.txt").write_text("b\n", "utf-8")
    assert difftool("track", "b.txt").returncode == 0
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_store_goes_out_and_comes_in_again(difftool: Run, desk: Path) -> None:
    printed = difftool("export")
    assert (printed.returncode, printed.stderr) == (0, "")
    assert json.loads(printed.stdout.splitlines()[0])["schema"] == "difftool.store/1"
    for words in (["-o", "all.jsonl"], ["-o", "all.jsonl", "-q"], ["--output", "-", "b.txt", "law.txt"]):
        written = difftool("export", *words)
        assert (written.returncode, written.stderr) == (0, "")
    assert (desk / "all.jsonl").read_text("utf-8") == written.stdout == printed.stdout
    taken = difftool("import", "all.jsonl", "--store", "new/store.db")
    assert (taken.returncode, taken.stdout) == (0, "imported: 2 documents, 3 versions, 3 sightings and 1 label\n")
    assert taken.stderr == "store:  new/store.db was made\n"
    assert difftool("export", "--store", "new/store.db").stdout == printed.stdout
    again = difftool("import", "-", "--store", "new/store.db", stdin=printed.stdout.encode())
    assert (again.returncode, again.stdout, again.stderr) == (0, "imported: nothing that was not there\n", "")
    assert difftool("import", "all.jsonl", "-q").stdout == ""
    with Store.open(desk / "new/store.db") as store:
        assert store.original("law.txt@1") == TEXTS[0].encode("gb18030")


def test_only_the_documents_named_are_exported(difftool: Run, desk: Path) -> None:
    assert desk
    lines = [json.loads(line) for line in difftool("export", "b.txt").stdout.splitlines()]
    assert [line["name"] for line in lines if line.get("type") == "lineage"] == ["b.txt"]
    for name, told in (
        ("nope", "no document nope is tracked"),
        ("law.txt@1", "is a version, and a document is wanted"),
    ):
        refused = difftool("export", "b.txt", name, "-o", "x.jsonl")
        assert refused.returncode == 2
        assert told in refused.stderr
    assert not (desk / "x.jsonl").exists()


def test_nothing_is_written_where_the_store_stands_or_nothing_can(difftool: Run, desk: Path) -> None:
    before, store = files(desk), Path(".difftool/store.db")
    content = (desk / store).read_bytes()
    link = desk / "link.db"
    link.symlink_to(desk / store)
    for words, told in (
        (["-o", store], "is the store, or belongs to it"),
        (["-o", "link.db"], "is the store, or belongs to it"),
        (["-o", f"{store}-wal"], "belongs to it"),
        (["-o", f"{store}-shm"], "belongs to it"),
        (["--git", f"{store}-wal"], "belongs to it"),
        (["--git", ".difftool"], "not empty"),
        (["--git", "law.txt"], "no folder"),
        (["-o", "."], "it is a folder"),
        (["-o", "missing/x"], "there is no folder missing"),
        (["--git", "missing/x"], "there is no folder missing"),
        (["-o", "x", "--git", "y"], "two places"),
        (["--store", "none.db"], "there is no store none.db"),
    ):
        refused = difftool("export", *words)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert told in refused.stderr
        assert "hint:  " in refused.stderr
    link.unlink()
    assert files(desk) == before
    assert (desk / store).read_bytes() == content


def test_a_repository_is_made(difftool: Run, desk: Path) -> None:
    done = difftool("export", "--git", "out")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (desk / "out/law.txt").read_bytes() == TEXTS[1].encode("gb18030")
    git = shutil.which("git") or "git"
    log = subprocess.run(
        [git, "log", "--format=%s"], cwd=desk / "out", capture_output=True, text=True, check=True
    ).stdout
    assert log.splitlines() == ["b.txt@1", "law.txt@2", "law.txt@1"]


def test_a_wrong_file_is_refused_with_its_line_and_no_store_is_made(difftool: Run, desk: Path) -> None:
    lines = difftool("export").stdout.splitlines(keepends=True)
    (desk / "bad.jsonl").write_text("".join([*lines[:3], "{\n", *lines[3:]]), "utf-8")
    before = (desk / ".difftool/store.db").read_bytes()
    refused = difftool("import", "bad.jsonl")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("error: bad.jsonl:4: it is no JSON")
    assert "\nhint:  nothing was imported" in refused.stderr
    assert (desk / ".difftool/store.db").read_bytes() == before
    for file, told in (
        ("law.txt", "law.txt is no export of a store"),
        ("none", "cannot read none"),
        (".", "cannot read ."),
    ):
        refused = difftool("import", file, "--store", "new.db")
        assert refused.returncode == 2
        assert told in refused.stderr
    cut = difftool("import", "-", "--store", "new.db", stdin="".join(lines[:-1]).encode())
    assert cut.stderr.splitlines()[-2] == f"error: standard input is cut off after line {len(lines) - 1}"
    with Store.open(desk / "new.db") as store:
        assert store.names() == []


def test_what_is_damaged_is_left_out_when_that_is_wished(difftool: Run, desk: Path) -> None:
    db = sqlite3.connect(desk / ".difftool/store.db")
    db.execute("UPDATE version SET seal = 1 WHERE number = 2")
    db.commit()
    db.close()
    refused = difftool("export", "-o", "all.jsonl")
    assert refused.returncode == 2
    assert refused.stderr.startswith("error: the store ")
    assert "hint:  with --skip-damaged" in refused.stderr
    assert not (desk / "all.jsonl").exists()
    for words in (["-o", "all.jsonl"], ["--git", "out"]):
        done = difftool("export", "--skip-damaged", *words)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("note:   not exported: law.txt@2: ")
        assert len(done.stderr.splitlines()) == 1
    assert (desk / "out/law.txt").read_bytes() == TEXTS[0].encode("gb18030")
    assert difftool("import", "all.jsonl", "--store", "new.db").stdout == (
        "imported: 2 documents, 2 versions, 2 sightings and 1 label\n"
    )
    assert difftool("export", "--skip-damaged", "-q", "-o", "all.jsonl").stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_goes_is_no_failure(desk: Path) -> None:
    command = [sys.executable, "-m", "difftool", "export"]
    with subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def everything(difftool: Run, desk: Path, *words: str, env: dict[str, str] | None = None) -> str:
    """Export in every format, and give all that can be read there."""
    lines = difftool("export", *words, env=env).stdout
    folder = desk / "concealed"
    assert difftool("export", "--git", folder, *words, env=env).returncode == 0
    git = shutil.which("git") or "git"
    objects = subprocess.run(
        [git, "cat-file", "--batch-all-objects", "--batch"], cwd=folder, capture_output=True, check=True
    ).stdout.decode("utf-8", "replace")
    shutil.rmtree(folder)
    return lines + objects


def test_concealed_values_stand_nowhere_nor_any_digest_of_what_has_them(difftool: Run, desk: Path) -> None:
    assert "2020" in everything(difftool, desk)
    (desk / "difftool.toml").write_text("conceal = true\n", "utf-8")
    told = everything(difftool, desk)
    (desk / "difftool.toml").unlink()
    assert everything(difftool, desk, "--conceal-values") == told
    assert everything(difftool, desk, env={"DIFFTOOL_CONCEAL": "yes"}) == told
    assert "选派▒▒人次" in told
    assert '"source":"▒▒人次的名单"' in told
    assert '"name":"▒▒▒▒"' in told
    assert "2020" not in told
    assert "20人次" not in told
    for text in TEXTS:
        assert sha256(text.encode("gb18030")).hexdigest() not in told
    assert sha256(TEXTS[0].encode()).hexdigest() not in told
    assert sha256(TEXTS[1].encode()).hexdigest() in told, "it shows nothing that another hides"
    lines = difftool("export", "--conceal-values").stdout
    assert json.loads(lines.splitlines()[0])["concealed"] is True
    refused = difftool("import", "-", stdin=lines.encode())
    assert refused.returncode == 2
    assert "it is for reading" in refused.stderr


def test_a_date_that_is_hidden_is_not_told_as_that_of_the_version(difftool: Run, desk: Path) -> None:
    for date in ("2004年4月30日", "****年*月**日"):
        (desk / "act.txt").write_text(f"某某条例\n（{date}公布）\n第一条　为了某事。\n", "utf-8")
        assert difftool("track", "act.txt").returncode == 0
    assert difftool("tag", "act.txt@1", "2004-04").returncode == 0
    assert difftool("track", "act.txt", "--date", "2004-04-30").returncode == 0
    assert '"promulgated":"2004-04-30"' in difftool("export", "act.txt").stdout
    told = everything(difftool, desk, "act.txt", "--conceal-values")
    assert "2004" not in told


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9))
def test_no_version_shows_what_another_hides(seed: int) -> None:
    chance = random.Random(seed)
    secrets = {"七百八十九": "个部门", "86753091": "个部门", "鼋鼍": "省", "饕餮": "省"}
    clauses = [f"{sentence(chance)[:-1]}，共有{{}}{unit}参加。{sentence(chance)}" for unit in secrets.values()]
    again = [f"{sentence(chance)[:-1]}，另{value}{unit}。" for value, unit in secrets.items()]
    versions = []
    for at in range(4):
        shown = [chance.choice(("xx", "***")) if at == kept else value for kept, value in enumerate(secrets)]
        lines = [clause.format(value) for clause, value in zip(clauses, shown, strict=True)]
        lines += [line for line in again if chance.random() < 0.3] + [sentence(chance) for _ in range(at)]
        versions.append("\n".join(lines))
    chance.shuffle(versions)
    texts = {3 * at + 1: document(text) for at, text in enumerate(versions)}
    found = covering(texts, Settings())
    for number, one in texts.items():
        covered = found.text(number, one.text)
        assert len(covered) == len(one.text)
        assert [value for value in secrets if value in covered] == []
    assert [value for value in secrets if value in found.words(" ".join(secrets))] == []


def test_a_mask_that_only_another_version_shows_to_be_one_is_found_far_away() -> None:
    texts = {1: "某地的李×同志报告。\n", 2: "各位同志报告完毕。\n", 3: "北京的李明同志报告。\n"}
    found = covering({number: document(text) for number, text in texts.items()}, Settings())
    assert found.text(3, texts[3]) == "▒▒的李▒同志报告。\n"


def test_a_comparison_cut_short_is_told_for_it_may_have_missed_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_short(left: Document, right: Document, wish: Settings) -> Comparison:
        return compare(left, right, wish)._replace(limits=(Limit("characters", Span(0, 1), Span(0, 1), "too large"),))

    texts = {number: document(text) for number, text in enumerate(TEXTS)}
    assert not covering(texts, Settings()).is_cut_short
    monkeypatch.setattr(concealment, "compare", cut_short)
    assert covering(texts, Settings()).is_cut_short
