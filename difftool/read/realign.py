"""Decode damaged bytes so that the text beyond the damage is right again.

Stands below `encoding`, for encodings in which one lost byte shifts all that
follows: a codec alone turns the rest of a Chinese line into other characters.
Knows nothing of which encoding is right: it is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from difftool.read.sniff import common_characters

# A dropped byte costs as much as four rare characters, private use two: in shifted GBK more than half of
# the characters are rare, so the true reading wins within some eight characters of the damage.
# A byte is most often missing at the very end, where a file was cut.
_DROPPED, _TRUNCATED, _PRIVATE, _RARE = 12, 6, 6, 3
# The search for the best reading costs 5 µs a byte. Longer lines and further damage are decoded as they stand.
_LONGEST_LINE = 16_384
_WORK_LIMIT = 262_144
_BLOCK = 64
# Seed 002 has two such characters in earnest.
_SHIFTED = 3

# The only two that HKSCS writes together with their letter, two code points in one unit.
_COMBINING = ("\u0304", "\u030c")
_UNITS = {"gb18030": (1, 2, 4), "euc_jp": (1, 2, 3)}


def realign(content: bytes, codec: str) -> str:
    r"""Decode, with every byte that fits nowhere as U+FFFD and the rest as it was meant.

    For multi-byte encodings each line with bad bytes gets the cheapest reading, found by dynamic programming
    over byte positions (Viterbi 1967): linear in the line, with a fixed limit on the whole. In UTF-16, one
    lost byte is found by bisection. All others decode as they stand. Never raises.

    >>> realign(b"\xff" + "全国人民代表大会".encode("gbk")[1:] + b"\n", "gb18030")
    '\ufffd\ufffd国人民代表大会\n'
    >>> realign("中文".encode("gbk")[:3], "cp1252")
    'ÖÐÎ'
    """
    if codec.startswith("utf-16"):
        return _rejoin(content, codec) if len(content) % 2 else content.decode(codec, "replace")
    if codec not in {"gb18030", "big5hkscs", "cp950", "cp932", "euc_jp", "cp949"}:
        return content.decode(codec, "replace")
    return "".join(_lines(content, codec))


def is_shifted(text: str) -> bool:
    r"""Tell whether a text has so much private use that bytes are probably missing before it.

    GB18030 has a character for nearly every pair of bytes, so that a shifted line often decodes
    without complaint; only its private use gives it away, one character in ten.

    >>> is_shifted("\ue49d纹"), is_shifted("裁矗\ue0ef谑贾胀\ue0ed韵敖\ue3d1")
    (False, True)
    """
    private = re.finditer("[\ue000-\uf8ff]", text)
    return sum(1 for _ in islice(private, _SHIFTED)) == _SHIFTED


def _lines(content: bytes, codec: str) -> Iterator[str]:
    """Decode line by line; a line end is never part of a character in these encodings."""
    left = _WORK_LIMIT
    cost = _costs(codec)
    for line in content.splitlines(keepends=True):
        try:
            text = line.decode(codec)
        except UnicodeDecodeError:
            text = ""
        if text and not is_shifted(text):
            yield text
        elif len(line) > min(_LONGEST_LINE, left):
            yield line.decode(codec, "replace")
        else:
            left -= len(line)
            yield _cheapest(line, codec, cost)


def _costs(codec: str) -> Callable[[bytes], int | None]:
    """Make the price of one unit of bytes: low for an ordinary character, none for no character."""
    known: dict[bytes, int | None] = {}
    common = common_characters("big5hkscs" if codec == "cp950" else codec)

    def cost(unit: bytes) -> int | None:
        if unit not in known:
            known[unit] = _price(unit, codec, common)
        return known[unit]

    return cost


def _price(unit: bytes, codec: str, common: frozenset[str]) -> int | None:
    try:
        text = unit.decode(codec)
    except UnicodeDecodeError:
        return None
    if len(text) > 1 and text[1:] not in _COMBINING:
        return None  # several units, not one
    if text in common or text < "\x80":
        return 0
    return _PRIVATE if "\ue000" <= text <= "\uf8ff" else _RARE


def _cheapest(line: bytes, codec: str, cost: Callable[[bytes], int | None]) -> str:
    """Find the reading of one line that costs least; of equal ones, the one with the longer last unit."""
    units = _UNITS.get(codec, (1, 2))
    total = [0] * (len(line) + 1)
    step = [0] * (len(line) + 1)
    for end in range(1, len(line) + 1):
        best, taken = total[end - 1] + (_TRUNCATED if end == len(line) else _DROPPED), 0
        for length in units:
            if length <= end and (price := cost(line[end - length : end])) is not None:
                price += total[end - length]
                if price <= best:
                    best, taken = price, length
        total[end], step[end] = best, taken
    pieces, end = [], len(line)
    while end:
        taken = step[end]
        pieces.append(line[end - taken : end].decode(codec) if taken else "\ufffd")
        end -= taken or 1
    return "".join(reversed(pieces))


def _rejoin(content: bytes, codec: str) -> str:
    """Decode UTF-16 with an odd number of bytes: bisect for the block where the other alignment reads better."""
    common = common_characters("utf-8")

    def fit(piece: bytes) -> int:
        return sum(map(common.__contains__, piece.decode(codec, "ignore")))

    low, high = 0, len(content) // _BLOCK + 1
    while high - low > 1:
        middle = (low + high) // 2
        block = content[middle * _BLOCK : (middle + 1) * _BLOCK + 1]
        if fit(block[1:]) > fit(block[:-1]):
            high = middle
        else:
            low = middle
    start, end = max(low - 1, 0) * _BLOCK, min((low + 2) * _BLOCK + 1, len(content))
    window = content[start : end if (end - start) % 2 else end - 1]
    lost = start + max(reversed(range(0, len(window), 2)), key=lambda at: fit(window[:at]) + fit(window[at + 1 :]))
    return content[:lost].decode(codec, "replace") + "\ufffd" + content[lost + 1 :].decode(codec, "replace")
