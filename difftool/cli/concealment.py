"""What a document shows where values are concealed: in none of its versions what another one hides.

A command imports it when it runs and not before.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement
from typing import NamedTuple

from difftool.compare import compare
from difftool.masks import taken
from difftool.model import Document, Settings, Span
from difftool.render.concealing import concealed
from difftool.render.veil import SIGN, Veil, covered, merged
from difftool.view.candidates import BOXES, CIRCLES, CROSSES, EXES, STARS

__all__ = ["Covering", "covering"]

_NUMBER = re.compile(r"\d+")
_SHOWN = re.compile(f"{SIGN}+")
# What may be a mask once another version shows a value there; the letter x only where it stands alone.
_MAYBE = re.compile(rf"[{STARS}{CROSSES}{BOXES}{CIRCLES}_某]|(?<![A-Za-zＡ-Ｚａ-ｚ])[{EXES}](?![A-Za-zＡ-Ｚａ-ｚ])")


class Covering(NamedTuple):
    """Say what is shown of one document: of its texts by number, and of what people say of it.

    `is_cut_short` tells that a comparison was, so that a value may have been missed.
    """

    hidden: dict[int, list[Span]]
    names: Veil
    is_cut_short: bool

    def text(self, number: int, text: str) -> str:
        """Cover the text of a version."""
        return covered(text, self.hidden[number])

    def words(self, words: str) -> str:
        """Cover words: a name, a label, a source."""
        return self.names.over(words)


def covering(documents: Mapping[int, Document], settings: Settings) -> Covering:
    r"""Find what to cover in the versions of a document, given by number in their order.

    Versions that follow on each other are compared, and each that may have a mask with every other and with itself;
    what one such comparison conceals is concealed, and each of these values wherever it stands, in any version. In
    words it is concealed without the unit that follows it in the text. Quadratic in the versions that may have masks.

    >>> from difftool.model import document
    >>> texts = {1: document("共20个部门。"), 2: document("共**个部门。"), 3: document("共**个部门。\n另20个部门。")}
    >>> found = covering(texts, Settings())
    >>> [found.text(number, one.text) for number, one in texts.items()], found.words("law-20.txt")
    (['共▒▒个部门。', '共**个部门。', '共**个部门。\n另▒▒个部门。'], 'law-▒▒.txt')
    """
    wish = settings._replace(conceal=True)
    hidden: dict[int, list[Span]] = {number: [] for number in documents}
    is_cut_short = False
    for left, right in _pairs(documents, settings):
        pair = documents[left], documents[right]
        comparison, *shown = concealed(compare(*pair, wish), *pair)
        is_cut_short |= bool(comparison.limits)
        for number, before, after in zip((left, right), pair, shown, strict=True):
            if after.text != before.text:
                hidden[number] += [Span(*found.span()) for found in _SHOWN.finditer(after.text)]
    values = {value for number, spans in hidden.items() for value in _values(documents[number].text, spans)}
    veil = Veil.of(sorted(values))
    for number, document in documents.items():
        hidden[number] = merged([*hidden[number], *veil.spans(document.text)])
    return Covering(hidden, Veil.of(sorted({(value, "") for value, _ in values})), is_cut_short)


def _pairs(documents: Mapping[int, Document], settings: Settings) -> Iterator[tuple[int, int]]:
    hiding = {number for number, one in documents.items() if _may_hide(one, settings)}
    order = {number: at for at, number in enumerate(documents)}
    for left, right in combinations_with_replacement(documents, 2):
        if left in hiding or right in hiding or order[right] - order[left] == 1:
            yield left, right


def _may_hide(document: Document, settings: Settings) -> bool:
    """Tell whether a text has masks, numbers that are gone, or what another text may show to be a mask."""
    found = taken(document, settings.masks)
    return bool(found.masks or found.vanished or _MAYBE.search(document.text))


def _values(text: str, spans: list[Span]) -> Iterator[tuple[str, str]]:
    """Give what is hidden in a text, each with the character that follows it; the numbers in it by themselves, too."""
    for start, end in merged(spans):
        numbers = [found.span() for found in _NUMBER.finditer(text, start, end)]
        yield from ((text[begin:stop], text[stop : stop + 1].strip()) for begin, stop in {(start, end), *numbers})
