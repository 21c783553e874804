"""A store becomes a git repository: git agrees with it and gives every byte; the same store gives the same commits."""

from __future__ import annotations

import os
import shutil
import string
import subprocess
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from storehouse import LONG, NAMES, Act, into, out, played, plays, stores

from difftool.errors import DamagedStore, UnwritableReport
from difftool.store import Store
from difftool.store.exporting import Wanted
from difftool.store.paths import Paths
from difftool.store.repository import committed

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def git(folder: Path, *words: str) -> bytes:
    """Run git as anybody would, and give what it prints."""
    command = [shutil.which("git") or "git", *words]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True, timeout=60).stdout


def exported(store: Store, folder: Path, wanted: Wanted | None = None) -> int:
    with store.at_work() as db:
        return committed(db, folder, wanted or Wanted())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plays)
@example([Act(name, f"{at}") for at, name in enumerate(NAMES)])
def test_git_gives_every_version_back_byte_for_byte_in_the_order_of_tracking(acts: list[Act]) -> None:
    with TemporaryDirectory() as folder, stores(folder, "one.db", "other.db") as (one, other):
        played(one, acts)
        count = exported(one, Path(folder, "one"))
        into(other, out(one))
        exported(other, Path(folder, "other"))
        assert count == sum(lineage.versions for lineage in one.names())
        if not count:
            return
        repository = Path(folder, "one")
        assert git(repository, "fsck", "--strict", "--no-dangling") == b""
        assert git(repository, "status", "--porcelain") == b""
        log = git(repository, "log", "--reverse", "--format=%H %ae %at %ct", "main").decode().splitlines()
        assert (
            git(Path(folder, "other"), "log", "--reverse", "--format=%H %ae %at %ct", "main").decode().splitlines()
            == log
        )
        paths, met = Paths(), dict[str, int]()
        names = iter(tracked(one))
        for line in log:
            commit, _, written, committed_at = line.split()
            name, number = next(names)
            seen = one.original(f"{name}@{number}")
            assert git(repository, "show", f"{commit}:{paths.path(name)}", "--") == seen
            assert written == committed_at
            met[name] = number
        for name, number in met.items():
            assert (repository / paths.path(name)).read_bytes() == one.original(f"{name}@{number}"), (
                "checked out as it was"
            )


def tracked(store: Store) -> list[tuple[str, int]]:
    """List the versions in the order in which they were first seen."""
    with store.at_work() as db:
        rows = db.execute(
            "SELECT name, version FROM sighting JOIN lineage ON lineage.id = lineage ORDER BY sighting.id"
        )
        return list(dict.fromkeys((str(name), int(number)) for name, number in rows))


def test_a_commit_says_what_the_store_knows_of_its_version(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db") as (store,):
        played(
            store,
            [Act("a\nb.txt", LONG, "gb18030", "2016", source="from “me”,\nby post"), Act("c.txt", "", date="1872")],
        )
        exported(store, tmp_path / "git")
        raw = store.states("a\nb.txt")[0].sighting.sha256
    told = git(tmp_path / "git", "log", "--reverse", "--format=%an <%ae> %aI%n%B", "main").decode()
    assert told.splitlines() == [
        "difftool <difftool@localhost> 2026-01-31T23:59:59+00:00",
        r"a\nb.txt@1",
        "",
        "label: 2016",
        "date: 2016",
        r"source: from “me”,\nby post",
        f"sha256: {raw}",
        "",
        "difftool <difftool@localhost> 2026-02-01T00:00:00+00:00",
        "c.txt@1",
        "",
        "date: 1872",
        "sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "",
    ]


def test_a_moment_before_git_can_count_is_its_first(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db") as (store,):
        played(store, [Act("a.txt", LONG)], datetime(1872, 1, 1, tzinfo=UTC))
        exported(store, tmp_path / "git")
    told = git(tmp_path / "git", "log", "--format=%at%n%B", "main").decode()
    assert told.splitlines()[:4] == ["0", "a.txt@1", "", "date: 1872-01-01T00:00:01Z"]


def test_nothing_of_the_users_git_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acts = [
        Act("a.txt", "one\r\ntwo $Id$\n"),
        Act(".gitattributes", "* text eol=crlf filter=spy ident\n"),
        Act("b.sh", "x\n"),
    ]
    with stores(tmp_path, "one.db") as (store,):
        played(store, acts)
        exported(store, tmp_path / "plain")
        home, hooks, marker = tmp_path / "home", tmp_path / "hooks", tmp_path / "marker"
        hooks.mkdir()
        (home / "git").mkdir(parents=True)
        for hook in ("post-checkout", "reference-transaction", "post-index-change"):
            (hooks / hook).write_text(f"#!/bin/sh\ntouch '{marker}'\n")
            (hooks / hook).chmod(0o755)
        config = "\n".join(
            [
                f"[core]\nhooksPath = {hooks}\nautocrlf = true\nattributesFile = {home}/attributes",
                f"[init]\ndefaultBranch = x\ntemplateDir = {tmp_path / 'template'}",
                f"[filter \"spy\"]\nsmudge = touch '{marker}'; cat",
                "[user]\nname = Me\n[commit]\ngpgSign = true\n[extensions]\nobjectFormat = sha256\n",
            ]
        )
        shutil.copytree(hooks, tmp_path / "template" / "hooks")
        (home / ".gitconfig").write_text(config)
        (home / "git/config").write_text(config)
        (home / "attributes").write_text("* text eol=crlf filter=spy\n")
        (home / "git/attributes").write_text("* text eol=crlf filter=spy\n")
        for name, value in {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
            "GIT_DIR": str(tmp_path / "elsewhere"),
            "GIT_WORK_TREE": str(tmp_path),
            "GIT_INDEX_FILE": str(tmp_path / "index"),
            "GIT_TEMPLATE_DIR": str(tmp_path / "template"),
            "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
            "GIT_COMMITTER_NAME": "Me",
            "GIT_DEFAULT_HASH": "sha256",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "core.hooksPath",
            "GIT_CONFIG_VALUE_0": str(hooks),
        }.items():
            monkeypatch.setenv(name, value)
        exported(store, tmp_path / "spied")
    assert git(tmp_path / "spied", "rev-parse", "main") == git(tmp_path / "plain", "rev-parse", "main")
    for act in acts:
        (file,) = (tmp_path / "spied").glob(f"*{act.name}")
        assert file.read_bytes() == act.text.encode()
    assert not marker.exists()
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG_COUNT", "GIT_DEFAULT_HASH"):
        monkeypatch.delenv(name)
    (tmp_path / "spied/a.txt").unlink()
    subprocess.run([shutil.which("git") or "git", "checkout", "a.txt"], cwd=tmp_path / "spied", check=True)
    assert (tmp_path / "spied/a.txt").read_bytes() == acts[0].text.encode(), "even where the user's git is asked"
    assert not (tmp_path / "elsewhere").exists()
    assert not (tmp_path / "index").exists()


def test_a_repository_is_made_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "git"
    with stores(tmp_path, "one.db") as (store,):
        played(store, [Act(f"{at}.txt", f"{at}") for at in range(9)])
        before = {path.name for path in tmp_path.iterdir()}
        with monkeypatch.context() as patch:
            patch.setenv("PATH", str(tmp_path))
            with pytest.raises(UnwritableReport, match="git is not installed"):
                exported(store, place)
        with pytest.raises(UnwritableReport, match="no such file"):
            exported(store, tmp_path / "missing" / "git")
        with store.at_work() as db:
            db.execute("UPDATE content SET packed = zeroblob(3) WHERE digest = (SELECT max(digest) FROM content)")
        with pytest.raises(DamagedStore):
            exported(store, place)
        assert {path.name for path in tmp_path.iterdir()} == before
        exported(store, place, Wanted(tell=lambda _: None))
        for there in (place, tmp_path / "one.db"):
            with pytest.raises(UnwritableReport, match=r"not empty|no folder"):
                exported(store, there, Wanted(tell=lambda _: None))
        (tmp_path / "empty").mkdir()
        assert exported(store, tmp_path / "empty", Wanted(tell=lambda _: None)) == 8
        assert len(git(tmp_path / "empty", "log", "--oneline", "main").splitlines()) == 8


nasty = st.text(
    st.sampled_from('aA.~ /\\:*?"<>|\n\t\x1b🙂éÉ長_1') | st.characters(codec="utf-8"), min_size=1, max_size=12
)
DIGRAPHS = ["ﬁ", "fi", "ß", "ss", "é", "e\u0301", "a", "A/B", "a/b/c", "a/b", "a/", "/a"]
GITS = [
    ".git",
    ".GIT/x",
    "x/.git ",
    ".git.",
    ".g\u200cit/hooks",
    "GIT~1",
    "git~1/config",
    ".gitmodules",
    ".gitattributes",
]
OTHERS = [
    ".",
    "..",
    "../..",
    "con",
    "NUL.txt",
    "aux.",
    "C:\\x",
    "x" * 255,
    "x" * 256,
    "a" * 250 + ".md",
    "a" * 260 + ".md",
]
LONG_ONES = ["長" * 300, "長" * 299, "🙂" * 300 + ".txt", "/".join(["長" * 50] * 20)]
known = st.sampled_from([*DIGRAPHS, *GITS, *OTHERS, *LONG_ONES])


@settings(max_examples=400, deadline=None)
@given(st.lists(known | nasty, unique=True, max_size=12))
def test_every_name_has_a_safe_path_of_its_own(names: list[str]) -> None:
    paths = Paths()
    found = [paths.path(name) for name in names]
    assert found == [paths.path(name) for name in names]
    assert found == [again.path(name) for again in [Paths()] for name in names]
    folded = [path.casefold() for path in found]
    assert len(set(folded)) == len(names)
    for path in found:
        parts = path.split("/")
        assert all(len(part.encode()) <= 255 for part in parts)
        assert len(path.encode()) < 1000
        assert not set(path) & {*'\\:*?"<>|', *map(chr, range(32))}
        for part in parts:
            assert part
            assert not part.endswith((".", " "))
            plain = part.casefold().replace("\u200c", "")
            assert not plain.startswith((".git", "git~1"))
            assert plain.partition(".")[0] not in {"con", "nul", "aux"}
    folders = {str(folder) for path in folded for folder in PurePosixPath(path).parents}
    assert not folders & set(folded), "no file is where another needs a folder"


def test_a_safe_name_is_its_own_path() -> None:
    paths = Paths()
    for name in ("law.txt", "a/b c/law (2).txt", "长治市/条例.md", string.ascii_letters, ".hidden", "x.git", "é"):
        assert paths.path(name) == name
