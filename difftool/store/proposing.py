"""Which tracked document a text of another name is likely a version of.

Looks signs up among all documents, and compares with the few that share some. Changes nothing, and chooses nothing
where two documents are as like. Knows no command.
"""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress

from difftool.classify.relation import similarity
from difftool.compare import compare
from difftool.errors import DamagedStore
from difftool.model import Comparison, Document, Kind, RelationKind
from difftool.model.lineages import Proposal
from difftool.store.finding import identity
from difftool.store.lineages import known
from difftool.store.locking import steady
from difftool.store.rows import added, selected
from difftool.store.sketches import ENOUGH, signs
from difftool.store.texts import document_of

__all__ = ["pending", "proposal", "proposed", "recorded"]

# A sign that more documents have than these tells nothing.
_COMMON = 64
_COMPARED = 3
# The share of each that the other has, and how alike that reads: below, another document on one template is likelier.
_COVERAGE, _SIMILARITY = 0.7, 0.7
_KINDS = frozenset((RelationKind.IDENTICAL, RelationKind.EQUIVALENT, RelationKind.REVISION))
# The best must differ half as much as the next, or both are named.
_AHEAD = 2


def proposal(db: sqlite3.Connection, document: Document) -> Proposal | None:
    """Name the document of which a text is likely a version, if there is one."""
    found: list[tuple[Proposal, float, float]] = []
    for name, number, there in _candidates(db, document.text):
        compared = compare(there, document)
        relation, alike = compared.relation, _alike(compared)
        covered = min(relation.left_coverage, relation.right_coverage)
        if relation.kind in _KINDS and covered >= _COVERAGE and alike >= _SIMILARITY:
            found.append((Proposal(name, number, relation.kind, alike), 1 - alike, 1 - relation.similarity))
    if not found:
        return None
    (best, *differ), *others = sorted(found, key=lambda one: (*one[1:], one[0].name))
    return best._replace(others=sum(_is_near(differ, other) for _, *other in others))


def _alike(found: Comparison) -> float:
    """Tell how alike two texts read: masks, noise, marks and another script do not make another text of one."""
    telling = [change for change in found.changes if change.kind in {Kind.WORDING, Kind.NUMBER}]
    return similarity(found.left, found.right, found.links, telling)


def _is_near(best: Sequence[float], other: Sequence[float]) -> bool:
    """Tell whether another text differs about as little: in how it reads, or, where neither does, in any sign."""
    differ = next(((one, two) for one, two in zip(best, other, strict=True) if one or two), (0, 0))
    return differ[1] < _AHEAD * differ[0] or not any(differ)


def recorded(db: sqlite3.Connection, lineage: int, signs: Sequence[int]) -> None:
    """Keep the signs of a text of a document, in the caller's transaction."""
    rows = [(sign, lineage) for sign in signs]
    db.executemany("INSERT OR IGNORE INTO sketch (sign, lineage) VALUES (?, ?)", rows)


def proposed(db: sqlite3.Connection, lineage: int, likely: str) -> None:
    """Keep the name of a document that another one is likely a version of, in the caller's transaction."""
    other = identity(db, likely) if likely else None
    if other is not None:
        added(db, "proposal", (lineage, other))


def pending(db: sqlite3.Connection, lineage: int) -> str:
    """Give the name of the document that this one is likely a version of, nothing where none is or it was settled."""
    for _, likely in selected(db, "proposal", "lineage = ?", (lineage,)):
        return str(db.execute("SELECT name FROM lineage WHERE id = ?", (likely,)).fetchone()[0])
    return ""


def _candidates(db: sqlite3.Connection, text: str) -> list[tuple[str, int, Document]]:
    """List the documents that share the most signs with a text: name, number of the newest version, its text."""
    found: list[tuple[str, int, Document]] = []
    with steady(db):
        for lineage in _nearest(db, text):
            # One that is damaged cannot be proposed, and keeps nothing from being tracked.
            with suppress(DamagedStore):
                found.append(_newest(db, lineage))
    return found


def _newest(db: sqlite3.Connection, lineage: int) -> tuple[str, int, Document]:
    (name, _), *_ = selected(db, "lineage", "id = ?", (lineage,))
    there = known(db, lineage)
    newest = there.states[-1]
    found = document_of(db, str(name), there.versions[newest.version], newest.sighting)
    return str(name), newest.version, found


def _nearest(db: sqlite3.Connection, text: str) -> list[int]:
    """List the documents that share the most signs with a text, by number."""
    shared = Counter[int]()
    here = signs(text)
    for sign in here:
        rows = db.execute("SELECT lineage FROM sketch WHERE sign = ? LIMIT ?", (sign, _COMMON + 1)).fetchall()
        if len(rows) <= _COMMON:
            shared.update(lineage for (lineage,) in rows)
    enough = min(ENOUGH, len(here))
    near = [lineage for lineage, count in shared.items() if count >= enough]
    return sorted(near, key=lambda one: (-shared[one], one))[:_COMPARED]
