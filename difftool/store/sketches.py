"""Signs of a text by which another version of it is found among a hundred thousand documents.

Of all stretches of eight letters the sixteen with the smallest digests: two texts that share most of their stretches
share most of these (bottom-k sketch; Broder, "On the resemblance and containment of documents", 1997). What they
find is only a candidate, to be compared. Knows no database.
"""

from hashlib import blake2b
from heapq import nsmallest
from zlib import crc32

from difftool.view.folds import match

__all__ = ["ENOUGH", "signs"]

_LENGTH, _COUNT = 8, 16
# Texts that share two signs are worth a look: with one letter in ten changed they share four on average.
ENOUGH = 2
_READ = 100_000  # code points: versions of a longer text are alike in their beginnings, too


def signs(text: str) -> list[int]:
    """Give the signs of a text, at most 16 whole numbers of 64 bits, the same on every machine; linear in the text.

    Letters only, folded: script, case, punctuation, numbers and masks do not count.

    >>> signs("國家郵政局，****年的工作要點。") == signs("国家邮政局20年的工作要点")
    True
    """
    letters = "".join(filter(str.isalpha, match(text[:_READ]).replace("x", "").replace("某", "")))
    stretches = {letters[at : at + _LENGTH].encode() for at in range(max(0, len(letters) - _LENGTH + 1))}
    if not stretches and letters:
        stretches = {letters.encode()}
    chosen = nsmallest(_COUNT, stretches, key=lambda one: (crc32(one), one))
    return [int.from_bytes(blake2b(one, digest_size=8).digest(), "big", signed=True) for one in chosen]
