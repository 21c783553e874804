"""The date of a document's state: what the user gave, what the text tells of itself, its label, the day of tracking.

The order in which they count is that of `Origin`. Knows no database.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from operator import itemgetter

from difftool.classify import document_facts
from difftool.errors import InvalidSettings
from difftool.model import Document
from difftool.model.lineages import Origin, Sighting, State

__all__ = ["MAKESHIFT", "asked", "dated", "in_order", "latest", "moment", "promulgated", "written_in"]

# What dates a text until the user gives its date.
MAKESHIFT = frozenset((Origin.LABEL, Origin.TRACKING))
# The facts that date a text: it stands as the last of these left it. Coming into force may be long after.
_DATING = ("adoption-date", "approval-date", "signing-date", "publication-date", "amendment")
_DATE = re.compile(r"(\d{4})(?:\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*日?|\s*月)?|\s*年)?", re.ASCII)
_FACT = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


def promulgated(document: Document) -> str:
    r"""Give the date that a text tells of itself: of the last of its adoption, publication and amendments; or nothing.

    >>> from difftool.model import document
    >>> law = "某某条例\n（2004年4月30日公布 根据2012年11月9日《某决定》修订）\n第一条 为了某事。"
    >>> promulgated(document(law)), promulgated(document("一封信"))
    ('2012-11-09', '')
    """
    values = [fact.value for fact in document_facts(document) if fact.name in _DATING]
    return max((found[0] for found in map(_FACT.match, values) if found), default="")


def dated(seen: Sighting, promulgated: str | None, labels: Iterable[str]) -> tuple[str, Origin]:
    """Give the date of a state that begins with a sighting, and where it comes from; `labels` are the version's."""
    if seen.given:
        return seen.given, Origin.GIVEN
    if promulgated:
        return promulgated, Origin.PROMULGATION
    labelled = next(filter(None, map(written_in, labels)), "")
    return (labelled, Origin.LABEL) if labelled else (seen.seen, Origin.TRACKING)


def in_order(states: Sequence[State]) -> list[State]:
    """Sort states by date, those of one date as they come, and leave out a text that is back and was never away.

    A moment of tracking never stands before that of an older sighting: clocks go back, and sightings do not.
    """
    kept: list[State] = []
    met: set[int] = set()
    keys: list[str] = []
    tracked = ""
    for state in states:
        tracked = max(tracked, state.date) if state.origin is Origin.TRACKING else tracked
        keys.append(tracked if state.origin is Origin.TRACKING else state.date)
    for _, state in sorted(zip(keys, states, strict=True), key=itemgetter(0)):
        again = state.version in met
        # What came between was forgotten, or is of another date.
        if not (again and not state.sighting.given and kept[-1].version == state.version):
            kept.append(state._replace(again=True) if again else state)
        met.add(state.version)
    return kept


def latest(states: Iterable[State], moment: str) -> str:
    """Give the latest of a moment and those at which states were tracked that have no other date."""
    return max([moment, *(state.date for state in states if state.origin is Origin.TRACKING)])


def asked(text: str) -> str:
    """Read a date that the user gives, a year, month or day, and write it as ISO 8601 does.

    Raises `InvalidSettings` for what is no date.

    >>> asked("2022-3-29"), asked("2016年"), asked("1872")
    ('2022-03-29', '2016', '1872')
    """
    found = written_in(text)
    if not found:
        message = f"--date: {text!r} is no date"
        raise InvalidSettings(message, hint="write it as 2022-03-29, 2022-03 or 2022")
    return found


def written_in(label: str) -> str:
    """Read a label that is a date; nothing where it is none.

    >>> written_in("2016年2月"), written_in("2nd edition"), written_in("2016-13")
    ('2016-02', '', '')
    """
    found = _DATE.fullmatch(label.strip())
    if not found:
        return ""
    parts = [int(part) for part in found.groups() if part]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return ""
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def moment(now: datetime | None = None) -> str:
    """Write a moment in UTC, the present one unless another is given.

    >>> moment(datetime(2026, 11, 22, 18, 5, 36, tzinfo=UTC))
    '2026-11-22T18:05:36Z'
    """
    found = (now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    return f"{found.isoformat()}Z"
