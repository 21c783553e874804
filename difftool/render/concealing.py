"""A comparison without the values that its masks hide, for a report that is no leak itself.

Stands in front of every format: what it gives is rendered like any comparison. Knows no format.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from difftool.classify.groups import context, key
from difftool.classify.leaks import leak_text
from difftool.model import Change, Comparison, Document, Fact, Finding, Fit, Group, Kind, Mask, Span
from difftool.model.comparison import FACT, LEAK
from difftool.render.veil import SIGN, Veil, covered, merged

__all__ = ["NOTE", "concealed"]

NOTE = f"values that a mask hides are concealed: {SIGN} stands for each of their characters"
# Changes of these kinds put other words for some.
_WORDS = frozenset((Kind.WORDING, Kind.NUMBER, Kind.NUMERAL))
# The details of masks whose value the left shows, and the right.
_SHOWN = frozenset(("applied", "blanked", "emptied")), frozenset(("revealed", "filled", "emptied"))


def concealed(comparison: Comparison, left: Document, right: Document) -> tuple[Comparison, Document, Document]:
    """Give a comparison and its texts without the recovered values, if its settings ask for it; else as they are.

    Concealed are what one side shows where the other has a mask (a replaced stretch with a mask in it or
    at it as a whole), the places that show the value of a leak, and every place of either text where the same value
    stands with the same unit. Each of their characters becomes `▒`, so all spans stay valid. Keys are
    made anew, and a text with concealed places loses its digest: who knows the rest of a text could
    find a short value by trying. Linear in the texts and the changes. Doing it twice changes nothing.

    >>> from difftool.compare import compare
    >>> from difftool.model import Settings, document
    >>> one, other = document("共20个部门参加。次年，20个部门又来。"), document("共**个部门参加。次年，20个部门又来。")
    >>> shown, there, _ = concealed(compare(one, other, Settings(conceal=True)), one, other)
    >>> there.text, shown.changes[0].left_text, shown.right_masks[0].value
    ('共▒▒个部门参加。次年，▒▒个部门又来。', '▒▒', '▒▒')
    """
    if not comparison.settings.conceal or NOTE in comparison.notes:
        return comparison, left, right
    texts = left.text, right.text
    slots = _slots(comparison)
    veil = Veil.of(
        (span.of(text), unit)
        for text, some in zip(texts, slots, strict=True)
        for span, unit in some
        if unit is not None
    )
    hidden = tuple(
        merged([*(span for span, _ in some), *veil.spans(text)]) for text, some in zip(texts, slots, strict=True)
    )
    one = _Concealed(veil, texts, (covered(texts[0], hidden[0]), covered(texts[1], hidden[1])), (hidden[0], hidden[1]))
    changes = one.changes(comparison)
    pairs = {was.id: (was, now) for was, now in zip(comparison.changes, changes, strict=True) if was != now}
    relation = comparison.relation
    section = relation.section and relation.section._replace(title=veil.over(relation.section.title))
    result = comparison._replace(
        left=one.document(comparison.left, 0),
        right=one.document(comparison.right, 1),
        relation=relation._replace(section=section),
        changes=changes,
        groups=tuple([one.group(group, pairs) for group in comparison.groups]),
        left_masks=tuple([_unvalued(mask) for mask in comparison.left_masks]),
        right_masks=tuple([_unvalued(mask) for mask in comparison.right_masks]),
        left_facts=tuple([one.fact(fact, 0) for fact in comparison.left_facts]),
        right_facts=tuple([one.fact(fact, 1) for fact in comparison.right_facts]),
        findings=tuple([one.finding(finding, comparison) for finding in comparison.findings]),
        notes=(*map(veil.over, comparison.notes), NOTE),
    )
    return result, one.document(left, 0), one.document(right, 1)


_Slot = tuple[Span, str | None]


def _slots(comparison: Comparison) -> tuple[list[_Slot], list[_Slot]]:
    """List the recovered places of both sides, each with what follows its value; None where it is no single value."""
    masks = comparison.left_masks, comparison.right_masks
    units = {mask.change: mask.unit for mask in (*masks[0], *masks[1])}
    changed = tuple({mask.change for mask in some} for some in masks)
    hiding = tuple({mask.span for mask in some} for some in masks)
    shown: tuple[list[_Slot], list[_Slot]] = [], []
    for side, text in ((0, comparison.left.text), (1, comparison.right.text)):
        for run in _runs(comparison.changes):
            # Words that stand where a mask stands, and where no one can tell which of them it hides, all say it.
            told = any(change.id in changed[1 - side] - changed[side] for change in run)
            for change in run:
                span = change.right if side else change.left
                if change.kind is Kind.MASK and change.detail in _SHOWN[side]:
                    shown[side].append((span, units.get(change.id) or _next(text, span)))
                elif told and change.kind in _WORDS:
                    shown[side].append((span, None))
        for finding in comparison.findings:
            if finding.kind == LEAK:
                spans = finding.right if side else finding.left
                shown[side].extend((span, _next(text, span)) for span in spans if span not in hiding[side])
    return shown


def _runs(changes: tuple[Change, ...]) -> Iterator[list[Change]]:
    """Gather changes with nothing unchanged between them; a move stands alone."""
    run: list[Change] = []
    for change in sorted(changes, key=lambda one: (one.kind is Kind.MOVE, one.link, one.left, one.right)):
        last = run[-1] if run else None
        if last and (last.link, last.left.end, last.right.end) != (change.link, change.left.start, change.right.start):
            yield run
            run = []
        run.append(change)
    if run:
        yield run


def _next(text: str, span: Span) -> str:
    """Take what stands behind a value that has no unit."""
    return text[span.end : span.end + 1].strip()


def _unvalued(mask: Mask) -> Mask:
    """Take the value from a mask, and what its width says of it."""
    return mask if mask.value is None else mask._replace(value=SIGN * len(mask.value), fit=Fit.SILENT)


class _Concealed(NamedTuple):
    """Hold both texts as they are and as they are shown, and the places where they differ."""

    veil: Veil
    texts: tuple[str, str]
    shown: tuple[str, str]
    hidden: tuple[list[Span], list[Span]]

    def document(self, document: Document, side: int) -> Document:
        """Put the text that is shown into a document."""
        if not self.hidden[side]:
            return document
        addresses = tuple([self.veil.over(address) for address in document.addresses])
        return document._replace(text=self.shown[side], sha256="", addresses=addresses)

    def changes(self, comparison: Comparison) -> tuple[Change, ...]:
        """Quote the texts that are shown, and make the keys of them."""
        seen: Counter[str] = Counter()
        found: list[Change] = []
        for change in comparison.changes:
            texts = change.left.of(self.shown[0]), change.right.of(self.shown[1])
            around = [*context(self.shown[0], *change.left), *context(self.shown[1], *change.right)]
            name = key(change.kind, *texts, around)
            seen[name] += 1
            name = name if seen[name] == 1 else f"{name}-{seen[name]}"
            found.append(change._replace(left_text=texts[0], right_text=texts[1], key=name))
        return tuple(found)

    def group(self, group: Group, pairs: Mapping[str, tuple[Change, Change]]) -> Group:
        """Quote what is shown of a group; what its changes conceal is no part of its texts."""
        left, right = self.veil.over(group.left_text), self.veil.over(group.right_text)
        for was, now in (pairs[name] for name in group.changes if name in pairs):
            left = left.replace(was.left_text, now.left_text) if was.left_text else left
            right = right.replace(was.right_text, now.right_text) if was.right_text else right
        return group._replace(left_text=left, right_text=right)

    def fact(self, fact: Fact, side: int) -> Fact:
        """Conceal a fact in which a value stands; its normal form says no more than its text."""
        if not self._touches(fact.span, side):
            return fact._replace(text=self.veil.over(fact.text), value=self.veil.over(fact.value))
        return fact._replace(text=fact.span.of(self.shown[side]), value=SIGN * len(fact.value))

    def finding(self, finding: Finding, comparison: Comparison) -> Finding:
        """Tell a finding without the values that stand in it."""
        if finding.kind == LEAK and (finding.left or finding.right):
            masks = {mask.span for mask in comparison.left_masks}, {mask.span for mask in comparison.right_masks}
            return finding._replace(text=leak_text(self.shown, (finding.left, finding.right), masks))
        touched = any(self._touches(span, 0) for span in finding.left) or any(
            self._touches(span, 1) for span in finding.right
        )
        name = f"{finding.text.partition(': ')[0]}: " if finding.kind == FACT else ""
        told = f"{name}a concealed value stands in it"
        return finding._replace(text=told if touched else self.veil.over(finding.text))

    def _touches(self, span: Span, side: int) -> bool:
        return any(span.overlaps(one) for one in self.hidden[side])
