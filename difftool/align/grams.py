"""The k-grams of a text, each by what tells it from others.

Knows nothing of what is looked up by them.
"""

import re
import sys
from collections.abc import Hashable

# A run of letters itself, or the number that its code units make: of four letters, none of which is wider than sixteen
# bits.
Gram = Hashable

# So many letters of sixteen bits are a number of 64; numbers are had in half the time of slices, and are smaller.
_LETTERS_OF_A_NUMBER = 4
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_UTF_16 = f"utf-16-{sys.byteorder[0]}e"


def grams(text: str, size: int) -> set[Gram]:
    """Gather the runs of `size` letters of a text; of any two texts, equal runs are equal. Linear.

    >>> grams("一二三四五", 4) & grams("〇一二三四", 4) == grams("一二三四", 4)
    True
    """
    return set(listed(text, size))


def listed(text: str, size: int) -> list[Gram]:
    """List the runs of `size` letters of a text in order, as `grams` gathers them.

    >>> listed("abcdef", 5)
    ['abcde', 'bcdef']
    """
    count = max(0, len(text) - size + 1)
    if size != _LETTERS_OF_A_NUMBER or not count:
        return [text[at : at + size] for at in range(count)]
    wide: list[int] = []
    units = memoryview(text.encode(_UTF_16, "surrogatepass"))
    if len(units) > 2 * len(text):
        wide = [one.start() for one in _WIDE.finditer(text)]
        units = memoryview(_WIDE.sub("?", text).encode(_UTF_16, "surrogatepass"))
    found: list[Gram] = [0] * count
    for phase in range(min(size, count)):
        # Every fourth run begins where the one before it ends.
        start = 2 * phase
        found[phase::size] = units[start : start + 8 * ((len(text) - phase) // size)].cast("Q")
    for place in wide:
        for at in range(max(0, place - size + 1), min(count, place + 1)):
            found[at] = text[at : at + size]
    return found
