"""The history of a document: its states in order, each with what changed from the one before.

Knows what was compared before, and compares the rest. Knows no command.
"""

import sqlite3
from contextlib import suppress

from difftool.errors import DamagedStore
from difftool.model import Document, Settings
from difftool.model.lineages import Delta, History, Sighting, State
from difftool.store import comparing, curating
from difftool.store.lineages import Version, first_seen, version_of
from difftool.store.locking import steady, written
from difftool.store.progress import Following, quietly
from difftool.store.resolving import Named, recalled
from difftool.store.texts import document_of

__all__ = ["document", "first", "history", "state"]


def history(
    db: sqlite3.Connection,
    found: Named,
    settings: Settings,
    version: str,
    following: Following[State] = quietly,
) -> History:
    """Tell the states of a document, the newest first, each with what changed from the one before.

    What was never compared with these settings by this `version` of the tool is compared now, and the counts are kept.
    """
    with steady(db):
        known, viewed = recalled(db, found), curating.viewed(db, found.lineage)
    made_by = comparing.maker(settings, version)
    told: list[State] = []
    for one in following(known.states, len(known.states)):
        counts = _delta(db, found, (told[-1], one), known.versions, (settings, made_by)) if told else None
        told.append(one._replace(delta=counts))
    return History(found.name, tuple(reversed(told)), viewed)


def state(db: sqlite3.Connection, found: Named) -> State:
    """Give the first state of a version, or the newest of a document."""
    states = recalled(db, found).states
    return next((one for one in states if one.version == found.version), states[-1])


def first(db: sqlite3.Connection, found: Named) -> tuple[Version, Sighting]:
    """Give a version, or the newest one, and its first sighting."""
    with steady(db):
        number = found.version or state(db, found).version
        version = version_of(db, found.lineage, number)
        if version is None:
            version = recalled(db, found._replace(version=number)).versions[number]
        return version, first_seen(db, version)


def document(db: sqlite3.Connection, found: Named) -> Document:
    """Give a version, or the newest one, as a document named `NAME@3`."""
    with steady(db):
        version, seen = first(db, found)
        return document_of(db, found.name, version, seen)


def _delta(
    db: sqlite3.Connection,
    found: Named,
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
        try:
            left, right = (document_of(db, found.name, known[one.version], one.sighting) for one in states)
        except DamagedStore:
            for one in states:
                recalled(db, found._replace(version=one.version))
            raise
        counts = comparing.counted(left, right, settings, before.version)
        # Only a shorter way next time: a store that may not be written, or is damaged where the counts are kept, is
        # read all the same, and a text that was forgotten meanwhile stays so.
        with suppress(sqlite3.DatabaseError), written(db):
            comparing.remembered(db, pair, made_by, counts)
    return counts
