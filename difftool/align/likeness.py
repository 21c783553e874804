"""How like two paragraphs are, numbers and masks counted as wildcards."""

import re
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise
from types import ModuleType
from typing import NamedTuple

from difftool.align.ends import common_ends
from difftool.align.grams import Gram, grams
from difftool.align.sequence import equal_blocks
from difftool.model import Document, Span
from difftool.view.folds import match
from difftool.view.markers import marker_at
from difftool.view.masks import mask_spans

_NUMBER = r"\d+(?:[.,]\d+)*"
_SPACED_WORD = r"[a-z\u00aa-\u0dff\u10a0-\u10ff\u1200-\u177f\u1800-\u1fff#]+"
_WILD = "#"
# Runs of four Han characters rarely recur by chance; a spaced script needs two words for that.
GRAM_OF_CHARACTERS = 4
GRAM_OF_WORDS = 2
# Common ends of such a share settle the likeness without an engine.
_ENDS_ENOUGH = 0.6
# What stands elsewhere is no phrase by chance if it is this long; of words, fewer are as many.
_SHORTEST = 20
_FEWEST_WORDS = 7
# So like must it be: sentences of one template are two thirds alike by chance, short ones more.
_LIKE = 0.75
_SHORT, _SHORT_LIKE = 40, 0.85
# If one text is so much shorter that no more than this could be common, no threshold is in reach.
_HOPELESS = 0.2
# So many cells take the engine some 20 ms.
_TOO_MANY_CELLS = 100_000_000


class Essence:
    """Hold what of a paragraph counts for likeness: its folded letters, and its words where spaces part them."""

    __slots__ = ("letters", "words")

    def __init__(self, text: str) -> None:
        """Fold the text, put one sign for each number, mask and clause number, drop marks and white space."""
        folded = match(text)
        marker = marker_at(text, 0)
        at = marker.numeral.end if marker else 0
        # A clause is known by what it says and not by its number.
        pieces: list[str] = [folded[: marker.numeral.start], _WILD] if marker else []
        for mask in mask_spans(text):
            if mask.start >= at:
                pieces += (folded[at : mask.start], _WILD)
                at = mask.end
        plain = re.sub(_NUMBER, _WILD, "".join([*pieces, folded[at:]]))
        self.letters = "".join([char for char in plain if char.isalnum() or char == _WILD])
        words = re.findall(_SPACED_WORD, plain)
        spaced = 2 * sum(map(len, words)) > len(self.letters)
        self.words: tuple[str, ...] = tuple(words) if spaced else ()

    @property
    def size(self) -> int:
        """Count the letters."""
        return len(self.letters)

    def grams(self) -> set[Gram]:
        """List the runs that tell this paragraph from others; a short text is one run."""
        if self.words:
            last = max(1, len(self.words) - GRAM_OF_WORDS + 1)
            return {self.words[at : at + GRAM_OF_WORDS] for at in range(last)}
        if len(self.letters) < GRAM_OF_CHARACTERS:
            return {self.letters} if self.letters else set()
        return grams(self.letters, GRAM_OF_CHARACTERS)


def likeness(left: Essence, right: Essence, enough: float = _ENDS_ENOUGH) -> float:
    """Rate two paragraphs from 0 (nothing in common) to 1 (equal): twice the common units over all.

    Common ends that reach `enough` settle it, as does a length that leaves at most 0.2; the rest
    is Indel similarity by rapidfuzz, bit-parallel, in at most n m / 64 steps, where n m is 100 million
    at most; of longer texts what they have between common runs that are no chance, which is no more than that.

    >>> likeness(Essence("共有20个部门参加"), Essence("共有****个部门参加"))
    1.0
    >>> likeness(Essence("一二三四"), Essence("五六七八"))
    0.0
    """
    both_words = bool(left.words) and bool(right.words)
    one: Sequence[str] = left.words if both_words else left.letters
    other: Sequence[str] = right.words if both_words else right.letters
    if one == other:
        return 1.0
    total = len(one) + len(other)
    if 2 * min(len(one), len(other)) <= _HOPELESS * total:
        return 0.0
    if isinstance(one, str) and isinstance(other, str) and (one[0] == other[0] or one[-1] == other[-1]):
        same = sum(common_ends(one, other))
        if 2 * same >= enough * total:
            return 2 * same / total
    if len(one) * len(other) > _TOO_MANY_CELLS and isinstance(one, str) and isinstance(other, str):
        return 2 * sum(block.length for block in equal_blocks(one, other, _TOO_MANY_CELLS)[0]) / total
    return float(_distances().Indel.normalized_similarity(one, other))


def is_sure(left: Essence, right: Essence) -> bool:
    """Tell whether two texts are so long and so like that they are one text, wherever they stand.

    >>> one = "各单位在年底以前把材料报送到档案馆由专人保管和登记"
    >>> is_sure(Essence(one), Essence(one.replace("到", "给")))
    True
    >>> is_sure(Essence("附则"), Essence("附则"))
    False
    """
    if not (is_long(left) and is_long(right)):
        return False
    needed = _LIKE if min(left.size, right.size) >= _SHORT else _SHORT_LIKE
    return likeness(left, right, needed) >= needed


def is_long(text: Essence) -> bool:
    """Tell whether a text is so long that it is no phrase by chance.

    >>> is_long(Essence("附则")), is_long(Essence("各单位在年底以前把材料报送到档案馆由专人保管和登记"))
    (False, True)
    """
    return len(text.words) >= _FEWEST_WORDS if text.words else text.size >= _SHORTEST


def matched(left: str, right: str) -> int:
    """Count the letters that two texts share in order.

    >>> matched("一二三四", "一三四")
    3
    """
    return int(_distances().LCSseq.similarity(left, right))


@cache
def _distances() -> ModuleType:
    """Load the engine: asked for by name each time, it would take as long as a short likeness."""
    from rapidfuzz import distance  # noqa: PLC0415 - 15 ms, and most comparisons settle without

    return distance


# Rates two texts, by `likeness` or by `is_sure`.
Rating = Callable[[Essence, Essence], float]


class Views(NamedTuple):
    """Hold what is known of the paragraphs of one text, by their spans; shared by those who link it again and again.

    `grams`, and `ratings` with paragraphs of the other text, are kept only where a short text is linked so: they take
    much room.
    """

    keys: dict[Span, str]
    essences: dict[Span, Essence]
    grams: dict[Span, set[Gram]] | None = None
    ratings: dict[tuple[Rating, Span, Span], float] | None = None


class Paragraphs:
    """Hold the paragraphs of one side with the views that linking needs, each computed when first asked for."""

    def __init__(self, document: Document, spans: Sequence[Span], views: Views | None = None) -> None:
        """Take the paragraphs at `spans` of the document's text, and its views where some are known."""
        self.document = document
        self.text = document.text
        self.spans = spans
        self._views = Views({}, {}) if views is None else views
        self._masses: Sequence[tuple[int, int]] = ()

    def __len__(self) -> int:
        """Count the paragraphs."""
        return len(self.spans)

    @cached_property
    def sources(self) -> list[str]:
        """Give each paragraph as it stands in the text."""
        return [self.text[start:end] for start, end in self.spans]

    def thinned(self, homes: Sequence[int]) -> "Paragraphs":
        """Give these paragraphs alone, each with the weight of those left out behind it (the first, before it)."""
        thin = Paragraphs(self.document, [self.spans[home] for home in homes], self._views)
        thin.sources = [self.sources[home] for home in homes]
        sizes = list(accumulate((end - start for start, end in self.spans), initial=0))
        borders = [0, *homes[1:], len(self)]
        thin._masses = [(stop - home, sizes[stop] - sizes[home]) for home, stop in pairwise(borders)]
        return thin

    def mass(self, index: int) -> tuple[int, int]:
        """Count the paragraphs that one stands for, and their code points; itself alone if none was left out."""
        return self._masses[index] if self._masses else (1, self.spans[index].length)

    def key(self, index: int) -> str:
        """Give a paragraph folded for matching: marks of one class, masks of one style, no white space."""
        span = self.spans[index]
        found = self._views.keys.get(span)
        if found is None:
            source = self.sources[index]
            folded = match(source)
            masks = mask_spans(source)
            if masks:
                ends = [0, *[mask.end for mask in masks]]
                starts = [*[mask.start for mask in masks], len(source)]
                folded = _WILD.join([folded[end:start] for end, start in zip(ends, starts, strict=True)])
            self._views.keys[span] = found = "".join(folded.split())
        return found

    def essence(self, index: int) -> Essence:
        """Give what of a paragraph counts for likeness."""
        span = self.spans[index]
        found = self._views.essences.get(span)
        if found is None:
            self._views.essences[span] = found = Essence(self.sources[index])
        return found

    def grams(self, index: int) -> set[Gram]:
        """Give the runs that tell a paragraph from others."""
        known = self._views.grams
        if known is None:
            return self.essence(index).grams()
        span = self.spans[index]
        found = known.get(span)
        if found is None:
            known[span] = found = self.essence(index).grams()
        return found

    def rated(self, rate: Rating, index: int, others: "Paragraphs", other: int) -> float:
        """Rate a paragraph and one of others."""
        known = self._views.ratings
        if known is None:
            return rate(self.essence(index), others.essence(other))
        asked = rate, self.spans[index], others.spans[other]
        found = known.get(asked)
        if found is None:
            known[asked] = found = rate(self.essence(index), others.essence(other))
        return found
