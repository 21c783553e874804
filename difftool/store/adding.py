"""Versions and sightings as they are added to a document, in the caller's transaction.

Each text is packed against the one before. Asked by `tracking` and `importing`. Knows not where a text comes from.
"""

import json
import sqlite3
from collections.abc import Sequence

from difftool.model.lineages import Sighting
from difftool.store.contents import kept
from difftool.store.lineages import Version
from difftool.store.proposing import recorded
from difftool.store.rows import Cell, added

__all__ = ["add_sighting", "add_version", "cells_of"]


def add_version(db: sqlite3.Connection, version: Version, content: bytes, signs: Sequence[int]) -> None:
    """Add a version to its document, the text as the bytes that are kept of it, and the signs by which it is found."""
    asked = "SELECT text FROM version WHERE lineage = ? ORDER BY number DESC LIMIT 1"
    row = db.execute(asked, (version.lineage,)).fetchone()
    kept(db, content, row and row[0])
    added(db, "version", version)
    recorded(db, version.lineage, signs)


def add_sighting(db: sqlite3.Connection, lineage: int, seen: Sighting, content: bytes | None) -> None:
    """Add a sighting of a version that is there; no `content` says that its bytes are."""
    if content is not None:
        # The bytes are most often those of the text; where they are not, they are like those of the version before.
        asked = "SELECT raw FROM sighting WHERE lineage = ? ORDER BY version DESC, id LIMIT 1"
        row = db.execute(asked, (lineage,)).fetchone()
        if row is None:
            asked = "SELECT text FROM version WHERE lineage = ? AND number = ?"
            row = db.execute(asked, (lineage, seen.version)).fetchone()
        kept(db, content, row[0])
    added(db, "sighting", cells_of(lineage, seen))


def cells_of(lineage: int, seen: Sighting) -> tuple[Cell, ...]:
    """Give the row of a sighting; `lineages.sighting` is the way back."""
    notes = json.dumps(seen.notes, ensure_ascii=False)
    raw, given = bytes.fromhex(seen.sha256), seen.given or None
    said = (seen.path, seen.source, seen.media_type, seen.encoding, notes)
    return (lineage, seen.version, raw, *said, seen.seen, given, int(seen.turns))
