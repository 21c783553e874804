"""What changed between versions: compared once, the counts kept.

The counts depend on the texts, the settings and the tool; only the same three find them again. Knows no name.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from typing import cast

from difftool.compare import compare
from difftool.errors import DamagedStore
from difftool.model import Document, Kind, RelationKind, Settings
from difftool.model.lineages import Delta, delta
from difftool.model.plain import plain
from difftool.store.rows import Cell, added, selected

__all__ = ["Pair", "counted", "known", "maker", "remembered"]

# The digests of two texts, the older one first.
Pair = tuple[bytes, bytes]


def maker(settings: Settings, version: str) -> bytes:
    """Give a digest of all that decides the counts besides the texts: the settings and the tool's version."""
    text = json.dumps([version, plain(settings)], sort_keys=True)
    return blake2b(text.encode(), digest_size=16).digest()


def known(db: sqlite3.Connection, pair: Pair, made_by: bytes, against: int) -> Delta | None:
    """Give the counts of a comparison that was made before, or None."""
    # What is damaged here can be made again.
    with suppress(DamagedStore, sqlite3.DatabaseError, ValueError, KeyError, TypeError):
        for row in selected(db, "comparison", "left = ? AND right = ? AND maker = ?", (*pair, made_by)):
            return _read(str(row[-1]), against)
    return None


def counted(left: Document, right: Document, settings: Settings, against: int) -> Delta:
    """Compare two versions and count what changed; `against` is the number of the left one."""
    return delta(compare(left, right, settings), against)


def remembered(db: sqlite3.Connection, pair: Pair, made_by: bytes, found: Delta) -> None:
    """Keep the counts of a comparison, in the caller's transaction."""
    cells: tuple[Cell, ...] = (*pair, made_by, _written(found))
    added(db, "comparison", cells, replaces=True)


def _written(found: Delta) -> str:
    fields = found._asdict() | {"by_kind": {kind.value: count for kind, count in found.by_kind.items()}}
    del fields["against"]
    return json.dumps(fields)


def _read(text: str, against: int) -> Delta:
    fields: dict[str, object] = json.loads(text)
    kinds = cast("dict[str, int]", fields["by_kind"])
    fields["by_kind"] = {Kind(kind): count for kind, count in kinds.items()}
    fields["relation"] = RelationKind(str(fields["relation"]))
    return cast("Callable[..., Delta]", Delta)(against=against, **fields)
