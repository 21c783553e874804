"""The clauses of one document, and what a reference at a place of it points at.

Asked by `answering` with the addresses that `view.outline` gives. Knows one document; where a clause went is told
by `answering`.
"""

from collections.abc import Sequence

from difftool.classify.references import GATHERING, Part, Reference
from difftool.model import Document
from difftool.view.address import Address, Step, cite

__all__ = ["Clauses", "Key"]

# What parts a document into texts whose articles are counted anew.
_SCOPES = frozenset({"part", "附件"})
_STEP = tuple[str, tuple[int, ...]]
Key = tuple[_STEP, ...]
_ARTICLE = "条"


class Clauses:
    r"""Hold each clause of a document, from the chapter down to the item, with its paragraphs.

    A clause's key is its scope (the article of a compilation, the annex), then its levels with their numbers; an
    article's key leaves out the chapter, since articles are numbered through. Linear in the paragraphs.

    >>> from difftool.classify.references import references
    >>> from difftool.model import document
    >>> from difftool.view.outline import outline
    >>> one = document("第一条 甲。\n第二条 乙：\n（一）丙；\n（二）丁。\n违反第一条或者前款第二项的，依照第三条。")
    >>> clauses = Clauses(one, outline(one))
    >>> [[clauses.cited(key) for key in clauses.named(each, 4)] for each in references(one.text)[2:]]
    [['第一条'], ['第二条第一款第（二）项'], ['']]
    """

    def __init__(self, document: Document, addresses: Sequence[Address]) -> None:
        """Put every paragraph into its clauses."""
        self.document = document
        self.addresses = addresses
        self.paragraphs: dict[Key, list[int]] = {}
        self.below: dict[Key, list[Key]] = {}
        self.within: list[list[Key]] = []
        self._depths: dict[Key, int] = {}
        self._repeated: set[Key] = set()
        before: Key = ()
        for at, address in enumerate(addresses):
            keys = _keys(address)
            self.within.append([key for key, _ in keys])
            for key, depth in keys:
                self._add(key, depth, at, before)
            before = keys[-1][0] if keys else before

    def _add(self, key: Key, depth: int, at: int, before: Key) -> None:
        if key not in self.paragraphs:
            self.paragraphs[key], self._depths[key] = [], depth
            self.below.setdefault(key[:-1], []).append(key)
        elif before[: len(key)] != key and key[-1][0] not in GATHERING:
            self._repeated.add(key)  # two laws in one text: no number says which
        self.paragraphs[key].append(at)

    def cited(self, key: Key) -> str:
        """Cite a clause as people do; nothing for one that the document lacks."""
        found = self.paragraphs.get(key)
        return cite(self.addresses[found[0]][: self._depths[key]]) if found else ""

    def place(self, at: int) -> Key:
        """Give the innermost clause of the paragraph `at`."""
        return self.within[at][-1] if self.within[at] else ()

    def beside(self, at: int, key: Key) -> Key:
        """Give the clause of the paragraph `at` on the level of `key`, or the innermost above that level."""
        gathers = key[-1][0] in GATHERING
        depth = len(key) - len(_scope(key))
        alike = [one for one in self.within[at] if (one[-1][0] in GATHERING) is gathers]
        return next((one for one in reversed(alike) if len(one) - len(_scope(one)) <= depth), ())

    def is_head(self, reference: Reference, at: int) -> bool:
        """Tell whether it is no reference but the paragraph's own number."""
        if reference.origin or len(reference.parts) > 1:
            return False
        before = self.document.text[self.document.paragraphs[at].start : reference.span.start]
        own = self.within[at][-1] if self.within[at] else ()
        (part,) = reference.parts
        return not before.strip("#* \u3000\t") and (part.style, part.values[0]) in own

    def named(self, reference: Reference, at: int) -> list[Key]:
        """Give the clauses that a reference in the paragraph `at` names; none where that cannot be told.

        A key that the document lacks is given where its numbers end before it: 第九十条 of 80 articles.
        """
        parts = list(reference.parts)
        bases = self._origins(reference, at)
        while parts and bases:
            part = parts.pop(0)
            bases = [found for base in bases for found in self._under(base, part, at if not base else -1)]
        return [] if any(base in self._repeated for base in bases) else bases

    def _origins(self, reference: Reference, at: int) -> list[Key]:
        """Find from where a reference counts; an empty key where its own numbers say all, or its place."""
        if not reference.origin:
            return [()]
        own = next((key for key in self.within[at] if key[-1][0] == reference.origin), None)
        if own is None:
            return []
        if not reference.back:
            return [own]
        siblings = [key for key in self.below[own[:-1]] if key[-1][0] == reference.origin]
        index = siblings.index(own)
        return siblings[index - reference.back : index] if index >= reference.back else []

    def _under(self, base: Key, part: Part, at: int) -> list[Key]:
        """Find the clauses of one level; for a reference that begins with it, from the paragraph `at`."""
        bases = [base] if at < 0 else self._holders(part, at)
        found: list[Key] = []
        for value in part.values:
            step = (part.style, value)
            key = next((one for holder in bases for one in self._found(holder, step)), None)
            key = key or next((one for holder in bases for one in self._lacking(holder, step, is_bare=at >= 0)), None)
            if key is None:
                return []
            found.append(key)
        return found

    def _holders(self, part: Part, at: int) -> list[Key]:
        """List the clauses in which a bare number may count, the nearest first."""
        place = self.place(at)
        scope = _scope(place)
        if part.style == _ARTICLE or part.style in GATHERING[:2]:
            return [scope[:length] for length in range(len(scope), -1, -1)]
        return [place[:length] for length in range(len(place), len(scope), -1)]

    def _found(self, holder: Key, step: _STEP) -> list[Key]:
        """Find a clause right below another, or the only one of that level and number two levels below.

        第三条第二项 leaves out the 款.
        """
        key = (*holder, step)
        if key in self.paragraphs:
            return [key]
        if step[0] == _ARTICLE:
            return []
        deeper = [(*below, step) for below in self.below.get(holder, ()) if (*below, step) in self.paragraphs]
        return deeper if len(deeper) == 1 else []

    def _lacking(self, holder: Key, step: _STEP, *, is_bare: bool) -> list[Key]:
        """Give the key of a clause that is certainly not there: the numbers of its level end before it.

        An article that has no such level lacks it too, where it is named with its article.
        """
        last = max([key[-1][1] for key in self.below.get(holder, ()) if key[-1][0] == step[0]], default=None)
        if last is None:
            return [] if is_bare or holder == _scope(holder) else [(*holder, step)]
        return [(*holder, step)] if last < step[1] else []


def _scope(key: Key) -> Key:
    return tuple([step for step in key if step[0] in _SCOPES])


def _keys(address: Address) -> list[tuple[Key, int]]:
    """List the keys of the clauses that an address lies in, the innermost last, each with its depth in the address."""
    scope: Key = ()
    gathering: Key = ()
    found: list[tuple[Key, int]] = []
    inside: Key | None = None
    for depth, step in enumerate(address, start=1):
        one = _step(step)
        if inside is not None:
            inside = (*inside, one)
            found.append((inside, depth))
        elif step.style == _ARTICLE:
            inside = (*scope, one)
            found.append((inside, depth))
        elif step.style in _SCOPES:
            scope, gathering = (*scope, one), ()
        elif step.style in GATHERING:
            gathering = (*gathering, one)
            found.append(((*scope, *gathering), depth))
    return found


def _step(step: Step) -> _STEP:
    return step.style, step.value
