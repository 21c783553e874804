"""Track a text: a new version of a document, a known one that is back, or nothing new.

Compares before it writes; what is written is written in one short transaction, after a look whether another process
was faster. Knows no file and no command.
"""

import json
import sqlite3
from typing import NamedTuple

from difftool.errors import RefusedChange
from difftool.model import Document, Settings
from difftool.model.lineages import Delta, Outcome, State, Tracked
from difftool.store import comparing, joining, proposing
from difftool.store.contents import digest_of, kept
from difftool.store.dating import written_in
from difftool.store.lineages import Version, document_of, identity, labels, timeline, versions
from difftool.store.locking import written
from difftool.store.names import MARK
from difftool.store.rows import added

__all__ = ["Arrival", "track"]


class Arrival(NamedTuple):
    """Hold a text that comes in, and all that is said of it.

    `path` is the name of its file, `seen` the moment; `promulgated` is the date that it tells of itself, `given` the
    date that the user gives it and `label` what to call it, all of them maybe empty.
    """

    document: Document
    content: bytes
    path: str
    seen: str
    promulgated: str = ""
    given: str = ""
    label: str = ""
    source: str = ""

    @property
    def text(self) -> bytes:
        """Give the text as it is kept."""
        return self.document.text.encode("utf-8", "surrogatepass")


class _Step(NamedTuple):
    """Hold what was found out before writing: the state of the store, and what is to be written."""

    lineage: int | None
    trace: tuple[int, int]
    number: int
    outcome: Outcome
    turns: bool
    base: Version | None = None
    delta: Delta | None = None


def track(  # noqa: PLR0913 - what comes in, where to, and how
    db: sqlite3.Connection,
    name: str,
    arrival: Arrival,
    settings: Settings,
    version: str,
    *,
    proposes: bool,
    takes: bool,
) -> Tracked:
    """Track a text as a version of the document `name`.

    Where no such document is tracked and `proposes`, one of another name is looked for of which the text is likely a
    version. With `takes`, the text is tracked as that one's, if there is but one; else as a document of its own, and
    the proposal stands until it is taken, or the name is given and not looked for. `version` is the tool's.
    Raises `RefusedChange` for a label that another version has.
    """
    lineage, proposed, taken = identity(db, name), None, False
    if proposes and lineage is None:
        proposed = proposing.proposal(db, arrival.document)
        taken = takes and proposed is not None and not proposed.others
        name = proposed.name if proposed and taken else name
    elif lineage is not None:
        likely = proposing.pending(db, lineage)
        taken = takes and likely is not None
        name = joining.settled(db, name, likely, takes=taken) if likely and (taken or not proposes) else name
    made_by = comparing.maker(settings, version)
    likely = proposed.name if proposed and not (taken or proposed.others) else ""
    step = None
    while step is None or not _wrote(db, name, arrival, step, (made_by, likely)):
        step = _looked(db, name, arrival, settings, made_by)
    return Tracked(name, step.number, step.outcome, step.delta, proposed, taken)


def _looked(db: sqlite3.Connection, name: str, arrival: Arrival, settings: Settings, made_by: bytes) -> _Step:
    """Find out what the text is to the document, without writing."""
    lineage = identity(db, name)
    if lineage is None:
        return _Step(None, (0, 0), 1, Outcome.ADDED, turns=True)
    known, states = versions(db, lineage), timeline(db, lineage)
    trace = _trace(db, lineage)
    text = digest_of(arrival.text)
    number = next((one.number for one in known.values() if one.text == text), None)
    if number is None:
        number = max(known) + 1
        step = _Step(lineage, trace, number, Outcome.ADDED, turns=True, base=known[max(known)])
        before = _before(states, arrival)
        pair = before and (known[before.version].text, text)
        if before and pair:
            found = comparing.known(db, pair, made_by, before.version)
            if found is None:
                there = document_of(db, name, known[before.version], before.sighting)
                here = arrival.document._replace(name=f"{name}{MARK}{number}")
                found = comparing.counted(there, here, settings, before.version)
            step = step._replace(delta=found)
    else:
        turns = _turns(db, lineage, states, number, arrival)
        outcome = Outcome.RETURNED if turns else Outcome.UNCHANGED
        step = _Step(lineage, trace, number, outcome, turns)
    _refuse_taken_label(db, lineage, name, arrival.label, number)
    return step


def _before(states: list[State], arrival: Arrival) -> State | None:
    """Find the state that a new one comes after."""
    date = arrival.given or arrival.promulgated or written_in(arrival.label) or arrival.seen
    return next((state for state in reversed(states) if state.date <= date), None)


def _turns(db: sqlite3.Connection, lineage: int, states: list[State], number: int, arrival: Arrival) -> bool:
    """Tell whether a known text is a state of its own: the user gives it another date, or its file had changed since.

    A text that dates itself stays what it is, wherever it is found.
    """
    ours = [state for state in states if state.version == number]
    if arrival.given:
        return all(state.date != arrival.given for state in ours)
    if arrival.promulgated or not arrival.path:
        return False
    row = db.execute(
        "SELECT version FROM sighting WHERE lineage = ? AND path = ? ORDER BY id DESC LIMIT 1", (lineage, arrival.path)
    ).fetchone()
    return row is not None and row[0] != number


def _wrote(db: sqlite3.Connection, name: str, arrival: Arrival, step: _Step, more: tuple[bytes, str]) -> bool:
    """Write what was found out; tell when another process wrote to the document meanwhile, and nothing was written.

    `more` is what the counts were made by, and the document that a new one is likely a version of.
    """
    made_by, likely = more
    with written(db):
        lineage = identity(db, name)
        if lineage != step.lineage or (lineage is not None and _trace(db, lineage) != step.trace):
            return False
        if lineage is None:
            lineage = added(db, "lineage", (name, arrival.seen))
            proposing.proposed(db, lineage, likely)
        _add_version(db, lineage, arrival, step)
        if step.delta and step.base:
            before = versions(db, lineage)[step.delta.against]
            comparing.remembered(db, (before.text, digest_of(arrival.text)), made_by, step.delta)
    return True


def _add_version(db: sqlite3.Connection, lineage: int, arrival: Arrival, step: _Step) -> None:
    document = arrival.document
    if step.outcome is Outcome.ADDED:
        digest = kept(db, arrival.text, step.base.text if step.base else None)
        added(db, "version", (lineage, step.number, digest, document.length, arrival.promulgated or None))
        proposing.recorded(db, lineage, document.text)
    # The bytes are most often those of the text; where they are not, they are like those of the version before.
    row = db.execute(
        "SELECT raw FROM sighting WHERE lineage = ? ORDER BY version DESC, id LIMIT 1", (lineage,)
    ).fetchone()
    raw = kept(db, arrival.content, row[0] if row else digest_of(arrival.text))
    notes = json.dumps(document.notes, ensure_ascii=False)
    cells = (document.media_type, document.encoding, notes, arrival.seen, arrival.given or None, int(step.turns))
    added(db, "sighting", (lineage, step.number, raw, arrival.path, arrival.source, *cells))
    if arrival.label:
        added(db, "label", (lineage, arrival.label, step.number), replaces=True)


def _refuse_taken_label(db: sqlite3.Connection, lineage: int, name: str, label: str, number: int) -> None:
    has = labels(db, lineage).get(label, number) if label else number
    if has != number:
        message = f"the label {label} is that of {name}{MARK}{has}"
        raise RefusedChange(message, hint="choose another label, or take it away: difftool tag NAME LABEL --remove")


def _trace(db: sqlite3.Connection, lineage: int) -> tuple[int, int]:
    """Give two numbers that are others once anybody has tracked or forgotten a text of the document."""
    found = db.execute("SELECT count(*), coalesce(max(id), 0) FROM sighting WHERE lineage = ?", (lineage,))
    count, last = found.fetchone()
    return int(count), int(last)
