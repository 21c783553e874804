"""The facts that differ, as rows of a table and as words."""

from typing import NamedTuple

from difftool.model import Comparison, Document, Finding, Span
from difftool.model.comparison import FACT
from difftool.render.visible import clip, in_line

__all__ = ["FactRow", "fact_name", "fact_rows"]

_LONGEST = 160  # code points of a fact in the table: a title or a note of amendment, whole


class FactRow(NamedTuple):
    """Hold one fact that differs, ready to show; `change` is the first change in it, empty where there is none."""

    name: str
    left: str
    right: str
    change: str


def fact_name(finding: Finding) -> str:
    """Name the fact that a finding of the kind `fact` tells of.

    >>> from difftool.model import Significance
    >>> fact_name(Finding(FACT, Significance.SUBSTANTIVE, (), (), "effective date: none → 2016-02-06"))
    'effective date'
    """
    return in_line(finding.text.partition(": ")[0])


def fact_rows(comparison: Comparison, left: Document, right: Document) -> list[FactRow]:
    """List the facts that differ, as they are written on either side; nothing stands for what a side lacks."""
    return [
        FactRow(
            fact_name(finding),
            _written(left, finding.left),
            _written(right, finding.right),
            _change(comparison, finding),
        )
        for finding in comparison.findings
        if finding.kind == FACT
    ]


def _written(document: Document, spans: tuple[Span, ...]) -> str:
    """Show what stands at the spans, on one line."""
    return in_line(clip(" ".join(" ".join(span.of(document.text) for span in spans).split()), _LONGEST))


def _change(comparison: Comparison, finding: Finding) -> str:
    """Find the change that made the fact differ: the first that touches it on a side."""
    for change in comparison.counted:
        for spans, at in ((finding.left, change.left), (finding.right, change.right)):
            if any(at.start <= span.end and span.start <= at.end for span in spans):
                return change.id
    return ""
