"""Signs of a text by which another version of it is found among a hundred thousand documents.

Of all stretches of six letters the sixteen with the smallest digests: two texts that share most of their stretches
share most of these (bottom-k sketch; Broder, "On the resemblance and containment of documents", 1997). What they
find is only a candidate, to be compared. Knows no database.
"""

from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from zlib import crc32

from difftool.view.folds import match

__all__ = ["ENOUGH", "signs"]

_LENGTH, _COUNT = 6, 16
# Texts that share two signs are worth a look: with one letter in ten changed they share six on average.
ENOUGH = 2
_READ = 100_000  # code points: versions of a longer text are alike in their beginnings, too


@lru_cache(maxsize=1)  # a new document is looked up, and then kept
def signs(text: str) -> list[int]:
    """Give the signs of a text, at most 16 whole numbers of 64 bits, the same on every machine; linear in the text.

    Letters only, folded: script, case, punctuation, numbers and masks do not count.

    >>> signs("國家郵政局，****年的工作要點。") == signs("国家邮政局20年的工作要点")
    True
    """
    letters = "".join(filter(str.isalpha, match(text[:_READ]).replace("x", "").replace("某", "")))
    if not letters:
        return []
    # Four bytes a letter: a stretch is a slice.
    laid, size = letters.encode("utf-32-le"), 4 * _LENGTH
    found = {crc32(laid[at : at + size]): at for at in range(0, max(0, len(laid) - size) + 1, 4)}
    chosen = [laid[found[one] : found[one] + size] for one in nsmallest(_COUNT, found)]
    return [int.from_bytes(blake2b(one, digest_size=8).digest(), "big", signed=True) for one in chosen]
