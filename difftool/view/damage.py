"""A model of damaged bytes: what a text looks like after a glossing search-and-replace.

Asked by `classify`, with a clean reading and a damaged one. Knows nothing of documents or significance: it
answers whether the model turns the one into exactly the other. Nothing here repairs a text.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from difftool.view.candidates import is_han
from difftool.view.folds import GLOSS, script

# What a decoder leaves for a byte that it could not read.
LOST = "?\ufffd"
# Marks that a scrape narrows by replacing the two bytes of the wide one, A3 and the byte of the ASCII mark plus 0x80.
_NARROWED = "!(),:;"
# A stretch of damage ends at the next ASCII byte at the latest; longer ones are no stretch but another text.
LONGEST = 200
# Characters tried for one stretch; the seed's two places take 30 each.
_TRIES = 4_000
_FIRST_LEAD = 0x81
# Bytes and what a scrape put in their place, in its order.
_Table = tuple[tuple[bytes, bytes], ...]


@lru_cache(maxsize=8)
def glosses(text: str) -> Mapping[str, tuple[str, int]]:
    """Map each character that always has the same gloss behind it to the gloss and how often it stands there.

    Linear in the text, with one count of the text for each glossed character.

    >>> glosses("企業(yè)和業(yè)務，行(xíng)人，行李")
    {'業': ('(yè)', 2)}
    """
    found = Counter((text[one.start() - 1 : one.start()], one.group()) for one in re.finditer(GLOSS, text))
    return {one: (gloss, times) for (one, gloss), times in found.items() if is_han(one) and text.count(one) == times}


@lru_cache(maxsize=8)
def _tables(text: str) -> tuple[_Table, ...]:
    """List what the scrape of `text` replaced, as its own glosses and narrow marks show it, in both orders."""
    glossed = [(one.encode("gb18030"), (one + gloss).encode("gb18030")) for one, (gloss, _) in glosses(text).items()]
    narrow = [one for one in _NARROWED if one in text and chr(ord(one) + 0xFEE0) not in text]
    marks = [(bytes([0xA3, ord(one) + 0x80]), one.encode()) for one in narrow]
    return ((*glossed, *marks), (*marks, *glossed)) if glossed else ()


@cache
def _forms() -> Mapping[str, str]:
    """Map each Simplified character to all characters of GBK that fold to it."""
    from difftool.view.data import script_table  # noqa: PLC0415 - only a damaged place needs it

    found: dict[str, str] = {}
    for form, simple in zip(script_table.FORMS, script_table.SIMPLIFIED, strict=True):
        if _gbk(form):
            found[simple] = found.get(simple, "") + form
    return found


def _gbk(character: str) -> bytes:
    """Encode as GBK with its user-defined areas, nothing where it has no such character."""
    written = character.encode("gb18030", "replace")
    return written if len(written) < 3 else b""  # noqa: PLR2004 - four bytes are beyond GBK


class _Decoder(NamedTuple):
    """Name how a scrape read GBK: the user's areas as private use or as nothing, torn lead bytes with a bracket or not.

    In every case a lead byte without a trail is lost alone, and the next byte begins a character.
    """

    codec: str
    swallows: bool

    def read(self, written: bytes) -> str:
        """Read bytes, ? for each that is lost."""
        found: list[str] = []
        at = 0
        while at < len(written):
            lead, pair = written[at], written[at : at + 2]
            if lead < _FIRST_LEAD:
                found.append(chr(lead))
                at += 1
                continue
            known = pair[1:] >= b"\x40" and _character(pair, self.codec)
            found.append(known or LOST[0])
            at += 2 if known or (self.swallows and pair[1:] == b"(") else 1
        return "".join(found)


@lru_cache(maxsize=4096)
def _character(pair: bytes, codec: str) -> str:
    try:
        return pair.decode(codec)
    except UnicodeDecodeError:
        return ""


@cache
def _decoders() -> tuple[_Decoder, ...]:
    return tuple(_Decoder(codec, swallows) for codec in ("gb18030", "gbk") for swallows in (True, False))


def _same(predicted: str, damaged: str) -> bool:
    """Compare, where what could not be read may stand as either sign."""
    return predicted == damaged.replace(LOST[1], LOST[0])


def is_torn(clean: str, damaged: str, text: str) -> bool:
    r"""Tell whether the replacements that `text` shows turn `clean` into exactly `damaged`, its characters torn.

    `damaged` is a stretch of `text`, in which each character of a table was replaced by itself and its
    gloss, byte by byte in GBK, also where its two bytes belonged to two characters. `clean`, at most 200 code points,
    may be Simplified where `damaged` was Traditional: each of its characters is tried in every form, up to
    4,000 trials each way. A byte that is lost as ? proves nothing of its own value (measured and explained on seed
    002: `anchors/ecosystem.md` §2).

    >>> text = "。".join(["人數(shù)"] * 5)
    >>> is_torn("當的政治品格,", "當?shù)恼\ue49d纹犯?,", text)
    True
    >>> is_torn("當的法治品格,", "當?shù)恼\ue49d纹犯?,", text)
    False
    """
    if not clean or max(len(clean), len(damaged)) > LONGEST:
        return False
    ways = ((table, decoder) for table in _tables(text) for decoder in _decoders())
    return any(_leads_to(clean, damaged, table, decoder) for table, decoder in ways)


def _torn(written: bytes, table: _Table, decoder: _Decoder) -> str:
    for pair, other in table:
        written = written.replace(pair, other)
    return decoder.read(written)


def _leads_to(clean: str, damaged: str, table: _Table, decoder: _Decoder) -> bool:
    """Try the forms of each character in turn, and follow only those that begin as the damaged stretch does."""
    waiting = [(0, b"")]
    tries = 0
    while waiting:
        at, written = waiting.pop()
        tries += 1
        predicted = _torn(written, table, decoder)
        if at == len(clean):
            if _same(predicted, damaged):
                return True
            continue
        # The last lead byte may still find its trail, and a pair its replacement.
        settled = len(predicted) - 2
        if tries > _TRIES or (settled > 0 and not _same(predicted[:settled], damaged[:settled])):
            continue
        waiting += [(at + 1, written + _gbk(form)) for form in _candidates(clean[at]) if _gbk(form)]
    return False


def _candidates(character: str) -> str:
    return character + _forms().get(script(character), "")


def expected(clean: str, damaged: str, text: str) -> str:
    """Say what the model makes of `clean`, in the forms that the damaged text uses; empty where `text` shows no model.

    >>> expected("的治", "?shù)恼", "。".join(["人數(shù)"] * 5))
    '的治'
    """
    tables = _tables(text)
    if not tables:
        return ""
    forms = [
        next((form for there in (damaged, text) for form in _candidates(one) if form in there), one) for one in clean
    ]
    return _torn(b"".join(map(_gbk, forms)), tables[0], _decoders()[0])
