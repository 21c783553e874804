"""Track a text: a new version of a document, a known one that is back, or nothing new.

Compares before it writes; what is written is written in one short transaction, after a look whether another process
was faster. Knows no file and no command.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from difftool.errors import RefusedChange
from difftool.model import Document, Settings
from difftool.model.lineages import Delta, Outcome, Sighting, State, Tracked
from difftool.store import comparing, joining, proposing
from difftool.store.adding import add_sighting, add_version
from difftool.store.contents import digest_of
from difftool.store.curating import forgotten
from difftool.store.dating import MAKESHIFT, latest, written_in
from difftool.store.finding import identity
from difftool.store.lineages import Known, Version, known, labels
from difftool.store.locking import steady, written
from difftool.store.names import MARK
from difftool.store.rows import added
from difftool.store.sketches import signs
from difftool.store.texts import document_of

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
    signs: Sequence[int] = ()
    pair: comparing.Pair | None = None
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
    made_by = comparing.maker(settings, version)
    if proposes and lineage is None:
        proposed = proposing.proposal(db, arrival.document)
        taken = takes and proposed is not None and not proposed.others
        name = proposed.name if proposed and taken else name
    elif lineage is not None:
        likely = proposing.pending(db, lineage)
        if likely and (takes or not proposes):
            return _settled(db, (name, likely), arrival, settings, made_by, takes=takes)
    likely = proposed.name if proposed and not (taken or proposed.others) else ""
    while True:
        step = _looked(db, name, arrival, settings, made_by)
        with written(db):
            if _wrote(db, name, arrival, step, (made_by, likely)):
                return Tracked(name, step.number, step.outcome, step.delta, proposed, taken)


def _settled(  # noqa: PLR0913 - as above
    db: sqlite3.Connection,
    names: tuple[str, str],
    arrival: Arrival,
    settings: Settings,
    made_by: bytes,
    *,
    takes: bool,
) -> Tracked:
    """Settle the proposal that one document is another, and track the text: both, or nothing.

    Others wait as long as the text is compared: seldom, and once for a document.
    """
    name, likely = names
    with written(db):
        name = joining.settled(db, name, likely, takes=takes)
        step = _looked(db, name, arrival, settings, made_by)
        _wrote(db, name, arrival, step, (made_by, ""))
    return Tracked(name, step.number, step.outcome, step.delta, None, takes and name == likely)


def _looked(db: sqlite3.Connection, name: str, arrival: Arrival, settings: Settings, made_by: bytes) -> _Step:
    """Find out what the text is to the document, without writing."""
    with steady(db):
        lineage = identity(db, name)
        if lineage is None:
            return _Step(None, (0, 0), 1, Outcome.ADDED, turns=True, signs=signs(arrival.document.text))
        there, trace = known(db, lineage), _trace(db, lineage)
        text, before = digest_of(arrival.text), _before(there.states, arrival)
        number = next((one.number for one in there.versions.values() if one.text == text), None)
        if number is None:
            last = max(*there.versions, forgotten(db, lineage))
            step = _Step(lineage, trace, last + 1, Outcome.ADDED, turns=True)
            step = step._replace(signs=signs(arrival.document.text))
        else:
            turns = _turns(db, there, number, arrival)
            is_dated = arrival.given and all(one.origin in MAKESHIFT for one in there.states if one.version == number)
            is_back = turns and not is_dated and before is not None and before.version != number
            step = _Step(lineage, trace, number, Outcome.RETURNED if is_back else Outcome.UNCHANGED, turns)
        _refuse_taken_label(there.labels, name, arrival.label, step.number)
        if before is None or step.outcome is Outcome.UNCHANGED:
            return step
        pair = there.versions[before.version].text, text
        step = step._replace(pair=pair, delta=comparing.known(db, pair, made_by, before.version))
        older = document_of(db, name, there.versions[before.version], before.sighting)
    newer = arrival.document._replace(name=f"{name}{MARK}{step.number}")
    return step._replace(delta=step.delta or comparing.counted(older, newer, settings, before.version))


def _before(states: Sequence[State], arrival: Arrival) -> State | None:
    """Find the state that a new one comes after."""
    date = arrival.given or arrival.promulgated or written_in(arrival.label) or latest(states, arrival.seen)
    return next((state for state in reversed(states) if state.date <= date), None)


def _turns(db: sqlite3.Connection, there: Known, number: int, arrival: Arrival) -> bool:
    """Tell whether a known text is a state of its own: the user gives it another date, or its file had changed since.

    What came from no file has changed if its source had, or what came from nowhere. A text that dates itself stays
    what it is, wherever it is found, but where its file held another text of that date.
    """
    if arrival.given:
        return all(state.date != arrival.given for state in there.states if state.version == number)
    row = db.execute(
        "SELECT version FROM sighting WHERE lineage = ?1 AND path = ?2 AND (?2 <> '' OR source = ?3)"
        " ORDER BY id DESC LIMIT 1",
        (there.versions[number].lineage, arrival.path, arrival.source),
    ).fetchone()
    if row is None or row[0] == number:
        return False
    return not arrival.promulgated or there.versions[row[0]].promulgated == arrival.promulgated


def _wrote(db: sqlite3.Connection, name: str, arrival: Arrival, step: _Step, more: tuple[bytes, str]) -> bool:
    """Write what was found out, in the caller's transaction.

    Tells whether it was written, and not when another process wrote to the document meanwhile. `more` is what the
    counts were made by, and the document that a new one is likely a version of.
    """
    made_by, likely = more
    lineage = identity(db, name)
    if lineage != step.lineage or (lineage is not None and _trace(db, lineage) != step.trace):
        return False
    if lineage is None:
        lineage = added(db, "lineage", (name, arrival.seen))
        proposing.proposed(db, lineage, likely)
    _refuse_taken_label(labels(db, lineage), name, arrival.label, step.number)
    _add_version(db, lineage, arrival, step)
    if step.delta and step.pair:
        comparing.remembered(db, step.pair, made_by, step.delta)
    return True


def _add_version(db: sqlite3.Connection, lineage: int, arrival: Arrival, step: _Step) -> None:
    document = arrival.document
    if step.outcome is Outcome.ADDED:
        digest, date = digest_of(arrival.text), arrival.promulgated or None
        version = Version(lineage, step.number, digest, document.length, date)
        add_version(db, version, arrival.text, step.signs)
    raw = digest_of(arrival.content).hex()
    read = (document.media_type, document.encoding, document.notes)
    seen = Sighting(step.number, raw, arrival.path, arrival.source, *read, arrival.seen, arrival.given, step.turns)
    add_sighting(db, lineage, seen, arrival.content)
    if arrival.label:
        added(db, "label", (lineage, arrival.label, step.number), replaces=True)


def _refuse_taken_label(labels: Mapping[str, int], name: str, label: str, number: int) -> None:
    has = labels.get(label, number)
    if has != number:
        message = f"the label {label} is that of {name}{MARK}{has}"
        raise RefusedChange(message, hint="choose another label, or take it away: difftool tag NAME LABEL --remove")


def _trace(db: sqlite3.Connection, lineage: int) -> tuple[int, int]:
    """Give two numbers that are others once anybody has tracked or forgotten a text of the document."""
    found = db.execute("SELECT count(*), coalesce(max(id), 0) FROM sighting WHERE lineage = ?", (lineage,))
    count, last = found.fetchone()
    return int(count), int(last)
