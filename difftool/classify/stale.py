"""References that still say what they said, while the clause they meant stands elsewhere or is gone.

Asked by `compare` for documents with articles or chapters, where clauses shifted. Knows what `answering` tells of the
two documents; says nothing where that cannot be proved.
"""

from collections.abc import Sequence
from typing import NamedTuple

from difftool.classify.answering import Placed, Side, Sides
from difftool.classify.site import Named
from difftool.classify.targets import Key
from difftool.model import Finding, Link, Significance, Span
from difftool.model.comparison import STALE
from difftool.view.address import cite

__all__ = ["Stale", "stale"]

_QUOTED = 6  # code points shown on either side of a reference, within its clause
_STOPS = frozenset("，。；：、,.;:“”‘’（）()《》 \u3000\t\r\n")


class _Told(NamedTuple):
    """Hold what one side tells of a stale reference, all but the span as text.

    `name` is how it reads, `place` where it stands, `clause` what it names (empty where there is no such clause),
    `answer` where the text of that clause stands on the other side (empty where it is gone). It `is_poor` where all
    that is linked of it stands in the clause named there, which is too little of either to be one clause.
    """

    span: Span
    name: str
    place: str
    quote: str
    clause: str
    answer: str
    is_poor: bool


class Stale(NamedTuple):
    """Hold a stale reference, as each side tells it."""

    left: _Told
    right: _Told
    is_relative: bool

    @property
    def mirrored(self) -> "Stale":
        """Swap the sides."""
        return self._replace(left=self.right, right=self.left)

    @property
    def finding(self) -> Finding:
        """Say it to people; the left clause is spoken of as what was, the right one as what is."""
        was, now = self.left, self.right
        if self.is_relative:
            told = f"which meant {_meaning(was, _now(was))} and now means {_meaning(now, _once(now))}"
        else:
            meant = f"but that clause is {_now(was)}" if was.clause else "which named nothing"
            copula = "" if now.answer and not now.is_poor else "is "
            told = f"{meant} ({f'{now.clause} {copula}{_once(now)}' if now.clause else f'there is no {now.name}'})"
        place = f"{now.place}: " if now.place else ""
        text = f"{place}“{now.quote}” still says {now.name}, {told}"
        return Finding(STALE, Significance.SUBSTANTIVE, (was.span,), (now.span,), text)


def _now(told: _Told) -> str:
    if told.is_poor:
        return "mostly gone"
    return f"now {told.answer}" if told.answer else "gone"


def _once(told: _Told) -> str:
    if told.is_poor:
        return "mostly new"
    return f"was {told.answer}" if told.answer else "new"


def _meaning(told: _Told, fate: str) -> str:
    """Cite what a reference means, with its fate where its text does not stand there on both sides."""
    if not told.clause:
        return "nothing"
    return f"{told.clause} ({fate})" if told.is_poor or told.answer != told.clause else told.clause


def stale(sides: Sides, links: Sequence[Link], named: Sequence[Sequence[Named]]) -> list[Stale]:
    """List the references that say the same on both sides and name clauses that do not answer each other.

    `named[i]` belongs to `links[i]`. A reference is stale from left to right just
    where it is from right to left. Nothing is said of a target that was only edited or rewritten where it stands,
    that lies beyond the part compared, or that cannot be told.
    """
    found: list[Stale] = []
    for link, edits in zip(links, named, strict=True):
        if link.is_paired:
            for one, other in sides.pairs(link, [each.edit for each in edits]):
                if one[1].named == other[1].named:
                    found += _judged(sides, one, other)
    return found


def _judged(sides: Sides, here: Placed, there: Placed) -> list[Stale]:
    """Give a reference if it is stale, else nothing; of several clauses that it names, the first that proves it."""
    old = sides.left.clauses.named(here[1], here[0])
    new = sides.right.clauses.named(there[1], there[0])
    if len(old) != len(new):
        return []
    astray = [
        (one, other)
        for one, other in zip(old, new, strict=True)
        if not (any(sides.is_alike(one, each) for each in new) and any(sides.is_alike(each, other) for each in old))
    ]
    for one, other in astray:
        if sides.is_outside(one, other) or sides.is_rewritten(one, other):
            continue
        went, came = sides.gone_to(one, is_left=True), sides.gone_to(other, is_left=False)
        if went is None or came is None or _is_around(went, other) or _is_around(came, one):
            continue
        left = _told(sides.left, here, one, sides.right.clauses.cited(went), is_poor=went == other)
        right = _told(sides.right, there, other, sides.left.clauses.cited(came), is_poor=came == one)
        if left.clause or right.clause:
            return [Stale(left, right, bool(here[1].origin))]
    return []


def _is_around(place: Key, named: Key) -> bool:
    """Tell whether a text is only told to stand in what holds the clause named: a list that is not read as one."""
    holder, (style, _) = named[:-1], named[-1]
    return place != () and place[: len(holder)] == holder and style not in {step[0] for step in place}


def _told(side: Side, where: Placed, key: Key, answer: str, *, is_poor: bool) -> _Told:
    at, reference = where
    clauses = side.clauses
    return _Told(
        reference.span,
        reference.span.of(clauses.document.text),
        cite(clauses.addresses[at]),
        _quoted(clauses.document.text, reference.span, clauses.document.paragraphs[at]),
        clauses.cited(key),
        answer,
        is_poor,
    )


def _quoted(text: str, span: Span, paragraph: Span) -> str:
    """Cut the reference out with the few words around it that no mark parts from it."""
    start, end = span.start, span.end
    while start > max(paragraph.start, span.start - _QUOTED) and text[start - 1] not in _STOPS:
        start -= 1
    while end < min(paragraph.end, span.end + _QUOTED) and text[end] not in _STOPS:
        end += 1
    return text[start:end]
