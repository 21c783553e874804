"""The findings of a check: a list for people, and JSON.

One list of styled pieces feeds the plain and the coloured form, so they say the same. Knows no file
and no terminal's width. Never says that a text is safe.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from difftool.model.check import Flaw, Role, Strength, line_of, paragraph_of
from difftool.model.span import Span
from difftool.render.pieces import Piece, draw
from difftool.render.visible import clip, in_line
from difftool.render.words import counted, listed

if TYPE_CHECKING:
    from rich.console import Console

    from difftool.model.check import Audit, Exposure, Spot

__all__ = ["as_json", "concealed", "pieces", "plain", "sentence", "show"]

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
    audit = concealed(audit)
    yield Piece(sentence(audit) + "\n", "head")
    for number, one in enumerate(audit.findings, 1):
        yield from _finding(number, one, audit)
    if audit.notes:
        yield Piece("\n")
    for note in audit.notes:
        yield Piece(f"note  {in_line(note)}\n", "quiet")


def plain(audit: Audit) -> str:
    """Write the list without colour."""
    return "".join([piece.text for piece in pieces(audit)])


def show(audit: Audit, console: Console) -> None:
    """Print the list on a console of rich."""
    draw(pieces(audit), console)


def as_json(audit: Audit, version: str) -> str:
    """Write the JSON of the contract `difftool.check/1`."""
    from difftool.model.check import to_json  # noqa: PLC0415 - only this format needs it
    from difftool.render.json import as_text  # noqa: PLC0415 - as above

    return as_text(to_json(concealed(audit), version))


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


def _finding(number: int, one: Exposure, audit: Audit) -> Iterator[Piece]:
    slot = "" if one.reading == "unknown" else f" ({in_line(one.reading)})"
    values = ", ".join(in_line(clip(value, _LONGEST)) for value in one.values)
    yield Piece(f"\n{number}  {one.flaw}", "head")
    yield Piece(f"  {one.strength}  {_FLAWS[one.flaw]}{slot}: {_RULES[one.rule].format(one.agreement)}\n", "quiet")
    if values:
        yield Piece(f"    {values}\n", "mask")
    many = len(audit.documents) > 1
    for spot in one.spots:
        yield Piece(f"    {spot.role}  ", "left" if spot.role is Role.MASKED else "right")
        yield from _place(spot, audit, many=many)


def _place(spot: Spot, audit: Audit, *, many: bool) -> Iterator[Piece]:
    """Write where a place is, and what stands there."""
    document, span = audit.documents[spot.document], spot.span
    at = paragraph_of(document, span)
    whole = document.paragraphs[at]
    name = f"{in_line(document.name)}  " if many else ""
    address = f" {in_line(document.addresses[at])}" if document.addresses and document.addresses[at] else ""
    yield Piece(
        f"{name}¶{at + 1}{address}, line {line_of(document.text, span.start)}, [{span.start}, {span.end})  ", "quiet"
    )
    before = Span(max(whole.start, span.start - _NEAR), span.start).of(document.text)
    after = Span(span.end, min(max(whole.end, span.end), span.end + _NEAR)).of(document.text)
    yield Piece(in_line(before))
    yield Piece(f"[{in_line(clip(span.of(document.text), _LONGEST))}]", "mask" if spot.role is Role.MASKED else "right")
    yield Piece(in_line(after) + "\n")
