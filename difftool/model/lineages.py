"""What a store knows of a tracked document: its versions, where they were seen, how they follow on each other.

The answer of `log`, and its JSON, the contract `difftool.log/1`, written down in `log.schema.json` beside this module.
Knows no database.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from difftool.model.comparison import LEAK, Comparison, RelationKind
from difftool.model.edit import Kind, Significance
from difftool.model.plain import plain

__all__ = [
    "SCHEMA",
    "Delta",
    "History",
    "Lineage",
    "Origin",
    "Outcome",
    "Proposal",
    "Sighting",
    "State",
    "Tracked",
    "delta",
    "to_json",
]

SCHEMA = "difftool.log/1"


class Origin(StrEnum):
    """Where the date of a state comes from, the weightiest first."""

    GIVEN = "given"
    PROMULGATION = "promulgation"
    LABEL = "label"
    TRACKING = "tracking"


class Sighting(NamedTuple):
    """Say that a text was seen: as which bytes, where, and when.

    `sha256` is of the bytes, `path` the name of the file that held them (empty for a text that came from none),
    `source` what the user says of it, `seen` a moment in UTC, `given` the date that the user gave it or empty.
    `turns` tells that the document was in another state before.
    """

    version: int
    sha256: str
    path: str
    source: str
    media_type: str
    encoding: str
    notes: tuple[str, ...]
    seen: str
    given: str
    turns: bool


class Delta(NamedTuple):
    """Count what changed from another version to this one, as `compare` does.

    `against` is the other version's number. `findings` are the substantive and doubtful ones that are no change;
    `limits` counts the places where the work was cut short.
    """

    against: int
    relation: RelationKind
    similarity: float
    changes: int
    substantive: int
    doubtful: int
    accidental: int
    ignored: int
    by_kind: dict[Kind, int]
    findings: int
    limits: int


class State(NamedTuple):
    """Hold one state of a document: a version at a date.

    `date` is a year, a month, a day or a moment in UTC, in the order of ISO 8601. `again` tells that an older
    state had the same text, `sightings` counts how often the version was seen in all, `last_seen` is the last time.
    `delta` is None for the first state.
    """

    version: int
    date: str
    origin: Origin
    labels: tuple[str, ...]
    again: bool
    sighting: Sighting
    sightings: int
    last_seen: str
    characters: int
    delta: Delta | None = None


class History(NamedTuple):
    """Hold the states of a tracked document, the newest first; `viewed` is the version last looked at, or None."""

    name: str
    states: tuple[State, ...]
    viewed: int | None = None


class Lineage(NamedTuple):
    """Tell in short of a tracked document: how many versions it has, and of the newest its number and date."""

    name: str
    versions: int
    sightings: int
    newest: int
    date: str
    origin: Origin
    characters: int
    last_seen: str


class Outcome(StrEnum):
    """What tracking a text came to: a new version, a text known before that is back, or nothing new."""

    ADDED = "added"
    RETURNED = "returned"
    UNCHANGED = "unchanged"


class Proposal(NamedTuple):
    """Name a tracked document of which a text is likely a version: the one that is most like it, and how alike.

    `others` counts the documents that are about as like it, so that none can be chosen without asking.
    """

    name: str
    version: int
    relation: RelationKind
    similarity: float
    others: int = 0


class Tracked(NamedTuple):
    """Say what tracking a text came to.

    `delta` counts what changed against the state before, and is None for a first state or where nothing changed.
    `proposal` is a document of another name of which the text is likely a version; `taken` tells that it was
    tracked as such.
    """

    name: str
    version: int
    outcome: Outcome
    delta: Delta | None = None
    proposal: Proposal | None = None
    taken: bool = False


def delta(comparison: Comparison, against: int) -> Delta:
    """Count a comparison whose left is the version `against`.

    >>> from difftool import compare, document
    >>> found = delta(compare(document("共3个部门"), document("共5个部门")), 1)
    >>> found.changes, {kind.value: count for kind, count in found.by_kind.items()}
    (1, {'number': 1})
    """
    summary, relation = comparison.summary, comparison.relation
    return Delta(
        against,
        relation.kind,
        relation.similarity,
        summary.changes,
        summary.substantive,
        summary.doubtful,
        summary.accidental,
        summary.ignored,
        summary.by_kind,
        sum(one.kind != LEAK and one.significance is not Significance.ACCIDENTAL for one in comparison.findings),
        len(comparison.limits),
    )


def to_json(found: History | Sequence[Lineage], version: str) -> dict[str, object]:
    """Write a history, or the list of all tracked documents, as the JSON object of the contract.

    `version` is the tool's.

    >>> to_json([], "0.1.0")["lineages"]
    []
    """
    head: dict[str, object] = {"schema": SCHEMA, "tool": {"name": "difftool", "version": version}}
    if not isinstance(found, History):
        return head | {"lineages": [plain(one) for one in found]}
    states = [_state(one) for one in found.states]
    return head | {"name": found.name, "viewed": found.viewed, "states": states}


def _state(state: State) -> object:
    counts = state.delta and {
        **{name: plain(value) for name, value in state.delta._asdict().items()},
        "by_kind": {kind.value: count for kind, count in state.delta.by_kind.items()},
    }
    plainly = plain(state._replace(delta=None))
    return {**plainly, "delta": counts} if isinstance(plainly, dict) else plainly
