"""The findings of a check: a list for people, and JSON.

One list of styled pieces feeds the plain and the coloured form, so they say the same. Knows no file
and no terminal's width. Never says that a text is safe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from difftool.model.check import Flaw, Role, Strength
from difftool.model.surroundings import surroundings
from difftool.render.pieces import Piece
from difftool.render.visible import clip, in_line
from difftool.render.words import counted, listed

if TYPE_CHECKING:
    from difftool.model import Span
    from difftool.model.check import Audit, Exposure, Spot
    from difftool.model.surroundings import Surroundings

    _Around = Sequence[Callable[[Span], Surroundings]]

__all__ = ["concealed", "pieces", "sentence"]

_NEAR = 10  # code points of context in a line, as in the list of changes
_LONGEST = 40  # of a place's own text
_FLAWS = {
    Flaw.LEAK: "a value is masked here and shown there",
    Flaw.TWO_MASKS: "one slot is masked as two names",
    Flaw.TWO_NAMES: "one mask hides two names",
    Flaw.OVER_MASKING: "a mask hides what is no secret",
}
_PLURALS = {
    Flaw.LEAK: ("leak", "leaks"),
    Flaw.TWO_MASKS: ("name under two masks", "names under two masks"),
    Flaw.TWO_NAMES: ("mask over two names", "masks over two names"),
    Flaw.OVER_MASKING: ("case of over-masking", "cases of over-masking"),
}
_RULES = {
    "aligned": "the same slot of two copies",
    "neighbours": "{} of the 12 signs around agree",
    "beside": "it stands beside its mask",
    "term": "the signs around make a fixed term",
    "repeated": "the value stands in these words at many places",
}


def pieces(audit: Audit) -> Iterator[Piece]:
    """Write the answer, then each finding with its places, as stretches of text with the names of their styles."""
    around = [surroundings(document, _NEAR) for document in audit.documents]
    yield Piece(sentence(audit) + "\n", "head")
    for number, one in enumerate(audit.findings, 1):
        yield from _finding(number, one, audit, around)
    if audit.notes:
        yield Piece("\n")
    for note in audit.notes:
        yield Piece(f"note  {in_line(note)}\n", "quiet")


def sentence(audit: Audit) -> str:
    """Answer in one sentence: how much was found, or that these rules found none.

    >>> from difftool.model import document
    >>> from difftool.model.check import Audit
    >>> sentence(Audit((document("一", "a.txt"),), 1, (0,), ()))
    'none found by these rules: 1 file with 0 masks'
    """
    files = counted(audit.checked, "file")
    against = len(audit.documents) - audit.checked
    copies = f" against {against:,} {'copy' if against == 1 else 'copies'}" if against else ""
    over = f"{files} with {counted(sum(audit.masks[: audit.checked]), 'mask')}{copies}"
    if not audit.findings:
        return f"none found by these rules: {over}"
    flaws = [one.flaw for one in audit.findings]
    sorts = [f"{flaws.count(flaw):,} {_PLURALS[flaw][flaws.count(flaw) > 1]}" for flaw in Flaw if flaw in flaws]
    strong = sum(one.strength is Strength.STRONG for one in audit.findings)
    return f"{listed(sorts)}, {strong:,} of {len(flaws):,} strong: {over}"


def concealed(audit: Audit) -> Audit:
    """Give a check without the values that it recovered, if it asks for that; else as it is.

    Concealed are the places that show a value, and every place of any of the texts where the same value
    stands with the same unit. Each character becomes `▒`; a text with such a place loses its digest.
    Doing it twice changes nothing.

    >>> from difftool.check import check
    >>> from difftool.model import Settings, document
    >>> found = check([document("李某（李明）到庭，李明陈述。")], settings=Settings(conceal=True))
    >>> concealed(found).documents[0].text, concealed(found).findings[0].values
    ('李某（▒▒）到庭，▒▒陈述。', ('▒▒',))
    """
    from difftool.render.concealing import NOTE  # noqa: PLC0415 - few checks conceal anything
    from difftool.render.veil import SIGN, Veil, covered, merged  # noqa: PLC0415 - as above

    if not audit.conceal or NOTE in audit.notes:
        return audit
    spots = [(one, spot) for one in audit.findings for spot in one.spots if spot.role is Role.SHOWN]
    texts = [document.text for document in audit.documents]
    veil = Veil.of(
        (spot.span.of(text), one.unit or text[spot.span.end : spot.span.end + 1].strip())
        for one, spot in spots
        for text in [texts[spot.document]]
    )
    documents = list(audit.documents)
    for number, text in enumerate(texts):
        hidden = merged([*veil.spans(text), *(spot.span for _, spot in spots if spot.document == number)])
        if hidden:
            addresses = tuple([veil.over(address) for address in documents[number].addresses])
            documents[number] = documents[number]._replace(text=covered(text, hidden), sha256="", addresses=addresses)
    findings = [
        one._replace(values=tuple(dict.fromkeys(SIGN * len(value) for value in one.values))) for one in audit.findings
    ]
    notes = (*map(veil.over, audit.notes), NOTE)
    return audit._replace(documents=tuple(documents), findings=tuple(findings), notes=notes)


def _finding(number: int, one: Exposure, audit: Audit, around: _Around) -> Iterator[Piece]:
    slot = "" if one.reading == "unknown" else f" ({in_line(one.reading)})"
    values = ", ".join(in_line(clip(value, _LONGEST)) for value in one.values)
    yield Piece(f"\n{number}  {one.flaw}", "head")
    yield Piece(f"  {one.strength}  {_FLAWS[one.flaw]}{slot}: {_RULES[one.rule].format(one.agreement)}\n", "quiet")
    if values:
        yield Piece(f"    {values}\n", "mask")
    many = len(audit.documents) > 1
    for spot in one.spots:
        yield Piece(f"    {spot.role}  ", "left" if spot.role is Role.MASKED else "right")
        yield from _place(spot, audit, around, many=many)


def _place(spot: Spot, audit: Audit, around: _Around, *, many: bool) -> Iterator[Piece]:
    """Write where a place is, and what stands there."""
    document, span = audit.documents[spot.document], spot.span
    where = around[spot.document](span)
    name = f"{in_line(document.name)}  " if many else ""
    address = f" {in_line(where.address)}" if where.address else ""
    yield Piece(f"{name}¶{where.paragraph}{address}, line {where.line}, [{span.start}, {span.end})  ", "quiet")
    yield Piece(in_line(where.before))
    yield Piece(f"[{in_line(clip(span.of(document.text), _LONGEST))}]", "mask" if spot.role is Role.MASKED else "right")
    yield Piece(in_line(where.after) + "\n")
