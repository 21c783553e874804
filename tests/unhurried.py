"""Stores that do not wait for the disk, for tests of what a store does and not of power cuts: many times as quick."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from difftool.store import Store


def hurried(store: Store) -> Store:
    """Let a store not wait for the disk, and give it."""
    with store.at_work() as db:
        db.execute("PRAGMA synchronous = OFF")
    return store


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Lend a store that does not wait for the disk."""
    with Store.open(path) as store:
        yield hurried(store)
