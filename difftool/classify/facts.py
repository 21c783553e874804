"""The facts of an official document that differ: a date, a number, a body, a note of amendment.

Asked by `compare`. Knows nothing of how the texts answer each other but by their links, and of how a fact is
found but by `view.facts`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from difftool.model import Change, Document, Fact, Finding, Link, LinkKind, Significance, Span
from difftool.model.comparison import FACT
from difftool.view.facts import NAMES, facts

__all__ = ["document_facts", "fact_findings"]

# Of these an official document has several; what stands on one side only is no other form of what the other has.
_MANY = frozenset({"amendment", "repeal"})
# What a reader compares as written; a date is shown as its value.
_AS_WRITTEN = frozenset({"title", "number", "issuer", "amendment", "repeal", "note"})
_LONGEST = 100  # code points of a fact in the text of a finding

_Pair = tuple[Fact | None, Fact | None]


def document_facts(document: Document) -> tuple[Fact, ...]:
    r"""List the facts of a document in the order of their spans.

    >>> from difftool.model import document
    >>> law = document("某某条例\n第一条 为了某事。\n第二条 本条例自2004年7月1日起施行。")
    >>> [fact.name for fact in document_facts(law)]
    ['title', 'effective-date']
    """
    return tuple(facts(document))


def fact_findings(
    left: Document,
    right: Document,
    links: Sequence[Link],
    facts: tuple[Sequence[Fact], Sequence[Fact]],
    changes: Sequence[Change],
) -> list[Finding]:
    r"""List the facts that differ, as substantive findings of the kind `fact`, by name and place.

    Facts answer each other inside their links, in order; what is left over answers what is left over of the same
    name, or nothing. Equal paragraphs, and what lies outside the part compared, are passed over, and so is a
    masked fact that the other side's could be: the mask's own change tells that. Where no change but of form
    touches either, one of them was read otherwise, and nothing differs.

    >>> from difftool.model import document
    >>> one = document("第二条 本条例自2004年7月1日起施行。")
    >>> other = document("第二条 本条例自2005年7月1日起施行。")
    >>> both = document_facts(one), document_facts(other)
    >>> from difftool import compare
    >>> changes = compare(one, other).changes
    >>> [found.text for found in fact_findings(one, other, [Link(LinkKind.CHANGED, (0,), (0,))], both, changes)]
    ['effective date: 2004-07-01 → 2005-07-01']
    """
    if not any(facts) or not any(link.is_paired for link in links):
        return []
    homes = _homes(left, facts[0]), _homes(right, facts[1])
    pairs: list[_Pair] = []
    alone: tuple[list[Fact], list[Fact]] = ([], [])
    framed: set[tuple[str, str, bool]] = set()
    for link in links:
        here = [fact for index in link.left for fact in homes[0].get(index, ())]
        there = [fact for index in link.right for fact in homes[1].get(index, ())]
        if not (here or there) or link.kind in {LinkKind.EQUAL, LinkKind.OUTSIDE}:
            continue
        if link.is_paired:
            here, there = _completed(left, right, link, here, there)
        for pair in _paired(here, there):
            if pair[0] and pair[1]:
                pairs.append(pair)
            elif _stands_there(left, right, link, pair):
                framed.update((fact.name, fact.value, fact is pair[0]) for fact in pair if fact)
            else:
                alone[pair[0] is None].extend([fact for fact in pair if fact])
    # What the other side has in another frame may be what stands elsewhere on this one.
    here = [fact for fact in alone[0] if (fact.name, fact.value, False) not in framed]
    there = [fact for fact in alone[1] if (fact.name, fact.value, True) not in framed]
    pairs += _left_over(here, there)
    differing = [pair for pair in pairs if not _is_same(*pair) and _is_touched(pair, changes)]
    differing = [pair for pair in differing if not _is_told(pair, differing)]
    order = sorted(
        differing, key=lambda pair: (NAMES.index(_name(pair)), *[(fact.span if fact else (0, 0)) for fact in pair])
    )
    return [_finding(*pair) for pair in order]


def _homes(document: Document, facts: Sequence[Fact]) -> dict[int, list[Fact]]:
    """Sort the facts by the paragraph in which they begin."""
    starts = [span.start for span in document.paragraphs]
    homes: dict[int, list[Fact]] = {}
    for fact in facts:
        homes.setdefault(bisect_right(starts, fact.span.start) - 1, []).append(fact)
    return homes


def _completed(
    left: Document, right: Document, link: Link, here: list[Fact], there: list[Fact]
) -> tuple[list[Fact], list[Fact]]:
    """Look on the other side for a fact that only one has: there it may stand where no head is looked for."""
    from difftool.view.facts import paragraph_facts  # noqa: PLC0415 - only documents with facts that differ need it

    both = here, there
    for mine, other, document, indices in ((0, 1, right, link.right), (1, 0, left, link.left)):
        names = {fact.name for fact in both[mine]} - {fact.name for fact in both[other]}
        for name in sorted(names):
            spans = [document.paragraphs[index] for index in indices]
            found = [fact for span in spans for fact in paragraph_facts(document.text, span, name)]
            both[other].extend(found)
    return both


def _paired(here: Sequence[Fact], there: Sequence[Fact]) -> Iterator[_Pair]:
    """Pair the facts of each name: equal values first, then in order; what is over stays alone."""
    for name in NAMES:
        ours = [fact for fact in here if fact.name == name]
        theirs = [fact for fact in there if fact.name == name]
        if not (ours or theirs):
            continue
        for fact in list(ours):
            equal = next((one for one in theirs if one.value == fact.value), None)
            if equal:
                ours.remove(fact)
                theirs.remove(equal)
        yield from zip(ours, theirs, strict=False)
        both = min(len(ours), len(theirs))
        yield from [(fact, None) for fact in ours[both:]]
        yield from [(None, fact) for fact in theirs[both:]]


def _stands_there(left: Document, right: Document, link: Link, pair: _Pair) -> bool:
    """Tell whether the words of a fact that one side has alone stand on the other side too, in another frame."""
    if not link.is_paired:
        return False
    from difftool.view.fact_lines import folded  # noqa: PLC0415 - only documents with facts that differ need it

    fact = next(fact for fact in pair if fact)
    document, indices = (right, link.right) if pair[0] else (left, link.left)
    stretch = Span(document.paragraphs[indices[0]].start, document.paragraphs[indices[-1]].end)
    return folded(fact.text) in folded(stretch.of(document.text))


def _left_over(here: Sequence[Fact], there: Sequence[Fact]) -> Iterator[_Pair]:
    """Pair what no link paired; facts of which a document has several only with their equals."""
    for one, other in _paired(here, there):
        if one and other and one.name in _MANY and not _is_same(one, other):
            yield one, None
            yield None, other
        else:
            yield one, other


def _is_same(one: Fact | None, other: Fact | None) -> bool:
    """Tell whether two facts are one, or may be one where a side is masked."""
    if one is None or other is None:
        return False
    return one.value == other.value or _admits(one, other) or _admits(other, one)


def _admits(masked: Fact, shown: Fact) -> bool:
    """Tell whether what a mask hides may be what the other shows: 20xx-04-** admits 2021-04-29, not 1999-04-29."""
    from difftool.view.dates import MASKS  # noqa: PLC0415 - only values that differ need it
    from difftool.view.masks import mask_spans  # noqa: PLC0415 - only values that differ need it

    pieces: list[str] = []
    if masked.name not in _AS_WRITTEN:
        parts = re.findall(r"[\d-]+|[^\d-]+", masked.value)
        is_masked = masked.value[:2].isdecimal() or masked.value[:1] in MASKS  # else it is words: on publication
        pieces = [re.escape(part) if part[0] in "0123456789-" else ".*" for part in parts]
        return is_masked and re.fullmatch("".join(pieces), shown.value) is not None
    spans = mask_spans(masked.text)
    if not spans:
        return False
    from difftool.view.fact_lines import folded  # noqa: PLC0415 - as above

    at = 0
    for span in spans:
        pieces += [re.escape(folded(masked.text[at : span.start])), ".*"]
        at = span.end
    pieces.append(re.escape(folded(masked.text[at:])))
    return re.fullmatch("".join(pieces), folded(shown.text)) is not None


def _is_touched(pair: _Pair, changes: Sequence[Change]) -> bool:
    """Tell whether a change that is more than one of form touches one of two facts."""
    return any(
        span.start <= fact.span.end and fact.span.start <= span.end
        for change in changes
        if change.significance is not Significance.ACCIDENTAL
        for fact, span in zip(pair, (change.left, change.right), strict=True)
        if fact
    )


def _is_told(pair: _Pair, differing: Sequence[_Pair]) -> bool:
    """Tell whether a note differs only in facts that are told themselves."""
    if _name(pair) != "note":
        return False
    inside = [fact.span for other in differing if _name(other) != "note" for fact in other if fact]
    return any(fact.span.contains(span) for fact in pair if fact for span in inside)


def _name(pair: _Pair) -> str:
    """Name the sort of fact that a pair is of."""
    return next(fact.name for fact in pair if fact)


def _finding(one: Fact | None, other: Fact | None) -> Finding:
    """Tell in words what differs; `none` stands for a fact that a side lacks."""
    name = _name((one, other)).replace("-", " ")
    readings = [_reading(fact) if fact else "none" for fact in (one, other)]
    left, right = (tuple([fact.span for fact in (side,) if fact]) for side in (one, other))
    return Finding(FACT, Significance.SUBSTANTIVE, left, right, f"{name}: {readings[0]} → {readings[1]}")


def _reading(fact: Fact) -> str:
    """Write a fact for a reader, on one line."""
    written = " ".join(fact.text.split()) if fact.name in _AS_WRITTEN else fact.value
    return written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…"
