"""The user's wishes on differences that have their names: which are ignored, and by which rule.

Asked last, on runs of changes with the equal text around them, so that nothing has been cut too
small for a rule: 其它 against 其他 differs in one character. A wish proves nothing: what it
ignores stays listed and keeps its weight. Knows no files and no displays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from difftool.align import stretches
from difftool.classify.site import USER_RULE, Named
from difftool.model import Change, Document, Edit, Equivalence, Kind, Link, Settings, Span
from difftool.view.patterns import compiled
from difftool.view.tokens import boundaries

# So many changes may be one difference to a rule (第3页共9页), and so much equal text is looked at around
# and between them. No reading longer than this is asked: rules are about words, not about paragraphs.
_RUN, _SIGHT, _LONGEST = 8, 64, 400
_PARAGRAPH = 1_000  # code points of a paragraph in which its scope is looked for


def wished(
    left: Document, right: Document, links: Sequence[Link], named: Sequence[Sequence[Named]], settings: Settings
) -> list[list[Named]]:
    """Mark what the user's equivalences make equal: the first that does is the `rule`, kind and detail follow its kind.

    `named[i]` ascends and belongs to `links[i]`; what lies between two changes is the same text on both
    sides. Linear in the changes, with the number of rules as a factor. Masks keep their kind, for
    the inventory must not lose one. Raises `InvalidSettings` for a pattern without a bound.

    >>> from difftool.model import LinkKind, Significance, document
    >>> one = Named(Edit(Span(1, 2), Span(1, 2)), Kind.WORDING, None, Significance.SUBSTANTIVE, "wording")
    >>> house = Settings(equivalences=(Equivalence("other", ("其它", "其他")),))
    >>> pair = document("其它人"), document("其他人")
    >>> wished(*pair, [Link(LinkKind.CHANGED, (0,), (0,))], [[one]], house)[0][0].rule
    'user:other'
    """
    rules = [rule for rule in settings.equivalences if _is_for(rule.files, (left.name, right.name))]
    found = []
    for link, stretch, ones in zip(links, stretches(left, right, links), named, strict=True):
        granted = list(ones)
        for rule in rules if granted else ():
            if not rule.paragraphs or _in_scope(rule.paragraphs, left, right, link):
                _grant(rule, left.text, right.text, stretch, granted)
        found.append(granted)
    return found


def ignored_notes(changes: Sequence[Change], settings: Settings) -> Iterator[str]:
    """Say what was ignored, how often, by which wish and why; nothing where nothing was.

    >>> list(ignored_notes([], Settings(ignore=(Kind.SPACE,))))
    []
    """
    ignored = [change for change in changes if change.ignored]
    for rule in settings.equivalences:
        number = sum(change.rule == USER_RULE + rule.name for change in ignored)
        if number:
            reason = f": {rule.reason}" if rule.reason else ""
            what = "" if rule.name in told(rule) else f" ({told(rule)})"
            yield f"{_counted(number)} ignored by your rule “{rule.name}”{what}{reason}"
    kinds = [change.kind for change in ignored if not change.rule.startswith(USER_RULE)]
    for kind in Kind:
        if kind in kinds:
            why = f"you ignore {kind}" if kind in settings.ignore else f"you count only {', '.join(settings.only)}"
            yield f"{_counted(kinds.count(kind))} of kind {kind} ignored: {why}"


def told(rule: Equivalence) -> str:
    """Say in a few words what counts as one.

    >>> told(Equivalence("other", ("其它", "其他"))), told(Equivalence("page", pattern=r"第[0-9]页"))
    ('其它 = 其他', '/第[0-9]页/')
    """
    if rule.texts:
        return " = ".join(text or "nothing" for text in rule.texts)
    return f"/{rule.pattern}/" + (f" read as {rule.replacement}" if rule.replacement else "")


def _counted(number: int) -> str:
    return f"{number:,} change" + ("s" if number > 1 else "")


def _is_for(glob: str, names: Sequence[str]) -> bool:
    """Tell whether one of the documents is named so, with its folder or without, and so is its version `NAME@3`."""
    if not glob:
        return True
    from fnmatch import fnmatchcase  # noqa: PLC0415 - few rules name files

    whole = [one for name in names for one in (name, name.rpartition("@")[0])]
    return any(fnmatchcase(name, glob) or fnmatchcase(name.rpartition("/")[2], glob) for name in whole)


def _in_scope(pattern: str, left: Document, right: Document, link: Link) -> bool:
    """Tell whether a paragraph of the link, on either side, holds the pattern near its beginning."""
    spans = [(left.text, left.paragraphs[at]) for at in link.left] + [
        (right.text, right.paragraphs[at]) for at in link.right
    ]
    return any(compiled(pattern).search(text[start : min(end, start + _PARAGRAPH)]) for text, (start, end) in spans)


def _grant(rule: Equivalence, left: str, right: str, stretch: Edit, named: list[Named]) -> None:
    """Ask a rule for the changes of one stretch, the longest run first, and mark in place what it takes."""
    asked = _Asked(rule, left, right, stretch, [one.edit for one in named])
    at = 0
    while at < len(named):
        last = -1 if named[at].rule.startswith(USER_RULE) else asked.furthest(at)
        for index in range(at, last + 1):
            one = named[index]
            if not one.rule.startswith(USER_RULE):
                kept = rule.kind is None or one.kind in {Kind.MASK, rule.kind}
                renamed = one if kept else one._replace(kind=rule.kind or one.kind, detail=None)
                named[index] = renamed._replace(rule=USER_RULE + rule.name)
        at = max(at, last) + 1


class _Asked:
    """Ask one rule about runs of the edits of one stretch."""

    def __init__(self, rule: Equivalence, left: str, right: str, stretch: Edit, edits: Sequence[Edit]) -> None:
        self.rule, self.left, self.right = rule, left, right
        self.stretch, self.edits = stretch, edits
        self.pattern = compiled(rule.pattern) if rule.pattern else None
        self.pairs = [*permutations(dict.fromkeys(rule.texts), 2)]

    def furthest(self, first: int) -> int:
        """Give the last edit of the longest run from `first` on that the rule makes equal, else -1."""
        if not self._may(self.edits[first]):
            return -1
        last = first
        while last + 1 < min(len(self.edits), first + _RUN) and self._gap(last + 1) <= _SIGHT:
            last += 1
        return next((at for at in range(last, first - 1, -1) if self._equal(first, at)), -1)

    def _may(self, edit: Edit) -> bool:
        """Tell cheaply whether the rule can have to do with an edit."""
        if max(edit.left.length, edit.right.length) > _LONGEST:
            return False
        if self.pattern is None:
            was, now = edit.left.of(self.left), edit.right.of(self.right)
            return any(was in one and now in other for one, other in self.pairs)
        whole = (self.left, edit.left, self.stretch.left), (self.right, edit.right, self.stretch.right)
        return any(
            found.start() <= span.end and found.end() >= span.start
            for text, span, (low, high) in whole
            for found in self._matches(text, max(low, span.start - _SIGHT), min(high, span.end + _SIGHT))
        )

    def _gap(self, index: int) -> int:
        """Count the equal code points before an edit, back to the one before it."""
        floor = self.edits[index - 1].left.end if index else self.stretch.left.start
        return self.edits[index].left.start - floor

    def _equal(self, first: int, last: int) -> bool:
        """Tell whether the rule makes the texts from one edit to another equal, with the equal text around them."""
        edits = self.edits
        left = Span(edits[first].left.start, edits[last].left.end)
        right = Span(edits[first].right.start, edits[last].right.end)
        if max(left.length, right.length) > _LONGEST:
            return False
        ceiling = edits[last + 1].left.start if last + 1 < len(edits) else self.stretch.left.end
        around = min(_SIGHT, self._gap(first)), min(_SIGHT, ceiling - left.end)
        if self.pattern is None:
            return any(self._paired(one, other, left, right, around) for one, other in self.pairs)
        return self._read(self.left, left, around, self.stretch.left.end) == self._read(
            self.right, right, around, self.stretch.right.end
        )

    def _paired(self, one: str, other: str, left: Span, right: Span, around: tuple[int, int]) -> bool:
        """Tell whether exactly these two texts stand here, with the same text before and behind."""
        shared = len(one) - left.length
        if shared < 0 or shared != len(other) - right.length:
            return False
        for back in range(max(0, shared - around[1]), min(shared, around[0]) + 1):
            here = Span(left.start - back, left.end + shared - back)
            there = Span(right.start - back, right.end + shared - back)
            if here.of(self.left) == one and there.of(self.right) == other:
                whole = ((self.left, here), (self.right, there))
                return not any(_is_cut(text, at) for text, span in whole for at in span)
        return False

    def _read(self, text: str, span: Span, around: tuple[int, int], end: int) -> str:
        """Read a place with its surroundings, the pattern's matches replaced; what follows is seen, not replaced."""
        start, stop = span.start - around[0], span.end + around[1]
        pieces = []
        for found in self._matches(text, start, min(end, stop + _SIGHT)):
            if found.end() > stop:
                break
            pieces += [text[start : found.start()], found.expand(self.rule.replacement)]
            start = found.end()
        return "".join([*pieces, text[start:stop]])

    def _matches(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text, start, end) if self.pattern else iter(())


def _is_cut(text: str, at: int) -> bool:
    """Tell whether a number, a word or a character with its marks goes on across a place."""
    inside = 0 < at < len(text) and not text[at - 1].isspace() and not text[at].isspace()
    return inside and len(boundaries(text, at - 1, at + 1)) == 1
