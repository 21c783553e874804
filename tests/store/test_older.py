"""Stores and exports as older schemas wrote them: `older/schema-N.db`, and what that tool exported of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from storehouse import into, out

from difftool import document
from difftool.store import Store
from difftool.store.migrations import LATEST, schema_of
from shelf import verification

OLDER = sorted(Path(__file__).parent.glob("older/*.db"))


def lines_of(export: bytes) -> list[bytes]:
    """List the lines between the first and the last, which tell of the tool and of the counts."""
    return export.splitlines()[1:-1]


def test_every_older_schema_has_a_store_here() -> None:
    assert [path.stem for path in OLDER] == [f"schema-{number}" for number in range(1, LATEST)]


@pytest.mark.parametrize("path", OLDER, ids=lambda path: path.stem)
def test_a_store_of_an_older_schema_has_what_it_had(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "store.db")
    with Store.open(tmp_path / "store.db") as store:
        with store.at_work() as db:
            assert schema_of(db, "store.db") == LATEST
        assert verification(tmp_path / "store.db").is_sound
        assert lines_of(out(store)) == lines_of(path.with_suffix(".jsonl").read_bytes())
        (law,) = (one for one in store.names() if one.name == "law.txt")
        store.forget(f"law.txt@{law.newest}")
        assert store.track(document("another text\n"), "law.txt").version == law.newest + 1
    assert verification(tmp_path / "store.db").is_sound


@pytest.mark.parametrize("path", OLDER, ids=lambda path: path.stem)
def test_an_export_of_an_older_schema_is_taken_in_whole(path: Path, tmp_path: Path) -> None:
    export = path.with_suffix(".jsonl").read_bytes()
    with Store.open(tmp_path / "store.db") as store:
        into(store, export)
        assert lines_of(out(store)) == lines_of(export)
