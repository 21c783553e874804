"""Places that show what a mask hides: where its neighbours stand around a value.

Asked by `exposures` for the texts of a collection; `framing` is for a comparison's. Knows masks, texts and
neighbours; what two copies show by their alignment is known without it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from difftool.classify.neighbours import POSSIBLE, Neighbours, neighbours
from difftool.classify.wanted import Place, Shown, Wanted, matched
from difftool.model import Span
from difftool.view.candidates import MASK_CHARACTERS, is_han
from difftool.view.folds import match
from difftool.view.numerals import value
from difftool.view.places import places

# The longest value in Chinese characters, and in letters and spaces; a clause is no value.
_LONGEST_HAN, LONGEST, _MOST_WORDS = 16, 48, 5
# The signs next to a slot by which its like is sought; two letters would be found everywhere.
_ANCHOR, _LATIN_ANCHOR = 2, 4
# From so many different anchors on, one pass over the text is faster than a search for each.
_MANY, _SEVERAL = 48, 8
_MARKS = frozenset(MASK_CHARACTERS) - frozenset("xXｘＸ")


def anchored(wanted: Wanted, source: str, number: int = 0) -> Iterator[Shown]:
    """Find the places of a source where eight neighbours of a mask stand around a value, be there gaps among them.

    Four signs before the value with the mask's unit behind it are enough, too. The signs next to the mask are
    sought as they stand, the neighbourhood is compared folded. Linear in the source; `number` names it in what
    is given.

    >>> from difftool.model import Mask, Nature
    >>> text = "庆祝中国共产党成立xxx周年，组织出版。今年是中国共产党成立一百周年，是开局之年。"
    >>> mask = Mask(Span(9, 12), "xxx", "x", 3, "", "anniversary", "周年", Nature.HIDDEN)
    >>> [(one.value, one.before, one.after) for one in anchored(Wanted.of(text, [mask], [0]), text)]
    [('一百', 6, 3)]
    """
    slots: defaultdict[object, list[int]] = defaultdict(list)
    for index, around in wanted.slots.items():
        for key in _keys(around, wanted.masks[index].unit):
            slots[key].append(index)
    yield from matched(wanted, slots, _places(wanted, source), source, number)


def _places(wanted: Wanted, source: str) -> Iterator[Place]:
    """Find the values between signs that stand next to a mask on either side."""
    sought = _anchors(wanted)
    units = {mask.unit for mask in wanted.masks} - {""}
    for begin, left in _found(source, sought):
        window = source[begin : begin + LONGEST + _LATIN_ANCHOR]
        for at in _ends(window, sought[left]):
            if is_value(window[:at], source[begin - 1]):
                span = Span(begin, begin + at)
                around = neighbours(source, span)
                following = ["", *(unit for unit in units if window.startswith(unit, at))]
                keys = {key for unit in following for key in _keys(around, unit)}
                yield Place(span, around, frozenset(keys))


def _keys(around: Neighbours, unit: str) -> Iterator[object]:
    """Name each two pairs of neighbours around a slot, and those before it with its unit."""
    yield from around.pairs()
    if unit and len(around.before) >= POSSIBLE:
        yield around.before[:POSSIBLE], unit


def _anchors(wanted: Wanted) -> dict[str, set[str]]:
    """Gather the signs right behind masks by those right before them."""
    sought: defaultdict[str, set[str]] = defaultdict(set)
    for index in wanted.slots:
        start, end = wanted.masks[index].span
        left = wanted.text[max(0, start - reach_of(wanted.text[start - 1 : start])) : start]
        right = wanted.text[end : end + reach_of(wanted.text[end : end + 1])]
        if left and right:
            sought[left].add(right)
        if left and wanted.masks[index].unit:
            sought[left].add(wanted.masks[index].unit)
    return dict(sought)


def _ends(window: str, rights: set[str]) -> list[int]:
    """Find where a value at the start of a window may end: before the first of any right neighbour."""
    if len(rights) < _SEVERAL:
        return sorted({window.find(right, 1) for right in rights} - {-1})
    lengths = {len(right) for right in rights}
    return [at for at in range(1, len(window)) if any(window[at : at + length] in rights for length in lengths)]


def reach_of(sign: str) -> int:
    """Give how many code points next to a mask, of which one is given, are sought as they stand."""
    return _ANCHOR if (sign and is_han(sign)) or not sign.isascii() else _LATIN_ANCHOR


def _found(source: str, sought: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Find where any of some short strings ends in a source."""
    keys = set(sought)
    if len(keys) >= _MANY:
        for length in sorted({len(key) for key in keys}):
            for at in range(len(source) - length + 1):
                if source[at : at + length] in keys:
                    yield at + length, source[at : at + length]
        return
    for key in sorted(keys):
        yield from ((at + len(key), key) for at in places(source, key))


def is_value(one: str, before: str = "") -> bool:
    """Tell whether a stretch can be a value: a number, or a name or term without marks and masks.

    >>> is_value("一百"), is_value("3.5"), is_value("河南，山东"), is_value("xx"), is_value("20", "1")
    (True, True, False, False, False)
    """
    if not one or one[0].isspace() or one[-1].isspace() or (one[0].isdecimal() and before.isdecimal()):
        return False
    if value(one) is not None:
        return True
    if (
        not all(sign.isalnum() or sign in " .-·•'’" for sign in one)
        or "xx" in match(one)
        or not match(one).strip("x0123456789")
        or not _MARKS.isdisjoint(one)
    ):
        return False
    if any(map(is_han, one)):
        return len(one) <= _LONGEST_HAN
    return len(one) <= LONGEST and len(one.split()) <= _MOST_WORDS
