"""A comparison with the verdicts on its changes and the text that follows; its JSON, the contract `difftool.review/1`.

The shape of the JSON is written down in `review.schema.json` beside this module; the text is no part of it.
"""

from typing import NamedTuple

from difftool.model.comparison import Comparison, Side
from difftool.model.document import described
from difftool.model.edit import Change
from difftool.model.plain import plain
from difftool.model.verdicts import Decision, Verdict

__all__ = ["SCHEMA", "Reviewed", "Tally", "to_json"]

SCHEMA = "difftool.review/1"
_FIELDS = ("id", "key", "kind", "detail", "significance", "left", "right", "left_text", "right_text", "ignored")


class Tally(NamedTuple):
    """Count the changes of a comparison by what was decided, and the verdicts that are of none of them.

    What the settings ignore counts as ignored as long as no verdict says otherwise.
    """

    accepted: int
    rejected: int
    ignored: int
    open: int
    unknown: int


class Reviewed(NamedTuple):
    """Hold the text that follows from the verdicts on a comparison, whose changes have a decision each, in order.

    `unknown` are decisions whose key no change has. The comparison is as the page showed it: where its settings
    conceal values, `text` has them and the comparison has not.
    """

    text: str
    comparison: Comparison
    decisions: tuple[Decision, ...]
    unknown: tuple[Decision, ...] = ()

    @property
    def open(self) -> tuple[Change, ...]:
        """List the changes that nothing was decided of."""
        pairs = zip(self.comparison.changes, self.decisions, strict=True)
        return tuple([change for change, one in pairs if one.verdict is None and not change.ignored])

    @property
    def is_decided(self) -> bool:
        """Tell whether each change has its verdict, and each verdict its change."""
        return not (self.open or self.unknown)

    @property
    def tally(self) -> Tally:
        """Count what was decided."""
        said = [one.verdict for one in self.decisions]
        accepted, rejected, still = said.count(Verdict.ACCEPTED), said.count(Verdict.REJECTED), len(self.open)
        return Tally(accepted, rejected, len(said) - accepted - rejected - still, still, len(self.unknown))


def to_json(reviewed: Reviewed, version: str) -> dict[str, object]:
    """Write a review as the JSON object of the contract; `version` is the tool's. Spans are in code points.

    >>> from difftool.model import Relation, RelationKind, Settings, Span, document
    >>> nowhere = Span(0, 0)
    >>> same = Relation(RelationKind.IDENTICAL, None, nowhere, nowhere, 0.0, 0.0, 1.0, layout_differs=False)
    >>> empty = Comparison(document(""), document(""), Settings(), same, (), ())
    >>> to_json(Reviewed("", empty, ()), "0.1.0")["summary"]
    {'changes': 0, 'accepted': 0, 'rejected': 0, 'ignored': 0, 'open': 0, 'unknown': 0}
    """
    comparison = reviewed.comparison
    pairs = zip(comparison.changes, reviewed.decisions, strict=True)
    return {
        "schema": SCHEMA,
        "tool": {"name": "difftool", "version": version},
        "settings": plain(comparison.settings),
        "left": described(comparison.left),
        "right": described(comparison.right),
        "changes": [_change(comparison, change, decision) for change, decision in pairs],
        "unknown": plain(reviewed.unknown),
        "summary": {"changes": len(reviewed.decisions), **reviewed.tally._asdict()},
    }


def _change(comparison: Comparison, change: Change, decision: Decision) -> object:
    """Write a change with what was decided of it; all else about it stands in the comparison."""
    fields: dict[str, object] = {name: plain(getattr(change, name)) for name in _FIELDS}
    places = {f"{side}_place": comparison.place(change, side) for side in Side}
    return fields | places | {"verdict": plain(decision.verdict), "comment": decision.comment}
