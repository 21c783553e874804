"""A store of an older schema is led to the newest as a whole or not at all: by a schema that is invented here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import climbing
from climbing import HIGH, LOW, NEW, OLD, STEPS, height
from difftool.errors import DamagedStore, UnusableStore
from difftool.store import Store, migrations
from mortal import track
from shelf import PATIENCE, held, verification


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a store, and then a newer schema the tool's."""
    path = tmp_path / "store.db"
    track(path, climbing.TEXTS, bool)
    climbing.write_steps(tmp_path, STEPS)
    for name in ("_FOLDER", "LATEST"):
        monkeypatch.setattr(migrations, name, getattr(migrations, name))
    climbing.take_steps(tmp_path)
    return path


def test_an_older_store_is_led_to_the_newest_schema_and_has_what_it_had(old: Path) -> None:
    assert height(old) == LOW
    with Store.open(old, create=False) as store:
        assert {one.text for versions in held(store).values() for one in versions.values()} == {
            one.text for one in climbing.TEXTS
        }
    assert height(old) == HIGH
    assert verification(old).is_sound


def test_a_store_led_to_a_schema_is_like_one_made_by_it(old: Path, tmp_path: Path) -> None:
    Store.open(old).close()
    Store.open(tmp_path / "new.db").close()
    # `verify` holds every store against `schema.sql`.
    assert verification(old).damage == verification(tmp_path / "new.db").damage == ()


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_leaves_the_store_as_it_was(old: Path, tmp_path: Path, step: int) -> None:
    climbing.write_steps(tmp_path, {step: STEPS[step] + "DROP TABLE nowhere;\n"})
    with pytest.raises(DamagedStore, match="no such table: nowhere"):
        Store.open(old)
    assert height(old) == LOW
    climbing.write_steps(tmp_path, STEPS)
    Store.open(old).close()
    assert height(old) == HIGH


def test_a_store_that_may_only_be_read_is_not_led_anywhere(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As for a user without the right to write.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnusableStore, match=f"it may only be read, and its schema {OLD} has to be led to {NEW}"):
        Store.open(old)
    assert height(old) == LOW


def test_an_older_tool_refuses_what_was_led_on(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(old).close()
    monkeypatch.setattr(migrations, "LATEST", OLD)
    with pytest.raises(UnusableStore, match=f"its schema is {NEW}, and this one knows {OLD}"):
        Store.open(old)
    assert height(old) == HIGH


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, so that many die quickly")
def test_killed_on_the_way_or_with_eight_at_once_a_store_is_old_or_new(tmp_path: Path) -> None:
    command = [sys.executable, climbing.__file__, str(tmp_path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=PATIENCE)
    found = json.loads(done.stdout)
    assert found["points"] > 20
    assert found["low"] > 0
    assert found["high"] > 0
    assert found["codes"] == [0] * 80
