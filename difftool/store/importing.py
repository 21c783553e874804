"""An export taken into a store: all of it or nothing. Knows no file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from difftool.store.incoming import Entry, Incoming
from difftool.store.intake import Imported, Intake
from difftool.store.locking import written
from difftool.store.progress import Following, quietly

__all__ = ["imported"]

_CACHE = 64 * 1024  # KiB of pages that are held: sketches go to all ends of their table


def imported(db: sqlite3.Connection, incoming: Incoming, following: Following[Entry] = quietly) -> Imported:
    """Take in an export whose header was read, in one transaction, and count what was new.

    A document of a name that is tracked already is gone on with: its versions must begin as the tracked ones do, or
    these as they do, and no label may be another version's. What is missing is added, sightings that are there stay
    single. Raises `UnknownFormat` for a file that is wrong, with the line, and `RefusedChange` for a document that
    cannot be gone on with; then the store is as it was.
    """
    with _roomy(db), written(db):
        intake = Intake(db, incoming)
        for entry in following(incoming.entries(), sum(incoming.counts.values())):
            intake.take(entry)
        return intake.end()


@contextmanager
def _roomy(db: sqlite3.Connection) -> Iterator[None]:
    (before,) = db.execute("PRAGMA cache_size").fetchone()
    db.execute(f"PRAGMA cache_size = -{_CACHE}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {before}")
