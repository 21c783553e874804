"""The history of a document: its states in order, each with what changed from the one before.

Knows what was compared before, and compares the rest. Knows no command.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress

from difftool.model import Document, Settings
from difftool.model.lineages import Delta, History, State
from difftool.store import comparing, curating
from difftool.store.lineages import Version, document_of, timeline, versions
from difftool.store.locking import written
from difftool.store.resolving import Named

__all__ = ["document", "history", "state"]


def history(
    db: sqlite3.Connection,
    found: Named,
    settings: Settings,
    version: str,
    following: Callable[[list[State]], Iterator[State]] = iter,
) -> History:
    """Tell the states of a document, the newest first, each with what changed from the one before.

    What was never compared with these settings by this `version` of the tool is compared now, and the counts are kept.
    """
    states, known = timeline(db, found.lineage), versions(db, found.lineage)
    made_by = comparing.maker(settings, version)
    told: list[State] = []
    for one in following(states):
        counts = _delta(db, found.name, (told[-1], one), known, (settings, made_by)) if told else None
        told.append(one._replace(delta=counts))
    return History(found.name, tuple(reversed(told)), curating.viewed(db, found.lineage))


def state(db: sqlite3.Connection, found: Named) -> State:
    """Give the first state of a version, or the newest of a document."""
    states = timeline(db, found.lineage)
    return next((one for one in states if one.version == found.version), states[-1])


def document(db: sqlite3.Connection, found: Named) -> Document:
    """Give a version, or the newest one, as a document named `NAME@3`."""
    one = state(db, found)
    return document_of(db, found.name, versions(db, found.lineage)[one.version], one.sighting)


def _delta(
    db: sqlite3.Connection,
    name: str,
    states: tuple[State, State],
    known: dict[int, Version],
    made: tuple[Settings, bytes],
) -> Delta:
    """Give the counts from one state to the next, and keep them where the store may be written."""
    before, after = states
    pair = known[before.version].text, known[after.version].text
    settings, made_by = made
    counts = comparing.known(db, pair, made_by, before.version)
    if counts is None:
        left, right = (document_of(db, name, known[one.version], one.sighting) for one in states)
        counts = comparing.counted(left, right, settings, before.version)
        # Only a shorter way next time: a store that may not be written is read all the same.
        with suppress(sqlite3.OperationalError), written(db):
            comparing.remembered(db, pair, made_by, counts)
    return counts
