"""A text read in the wrong encoding: what it looks like then, and whether two readings are the same bytes.

Asked by `classify`, with a clean reading and a damaged one. Knows nothing of documents or significance, as
`damage`; nothing here repairs a text.
"""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from functools import lru_cache

# Encodings in which a text was written, and those in which it was read by mistake (Python's names). cp1252 stands
# for both ways of reading its five unused bytes. `anchors/ecosystem.md` §2 names those met in the wild.
_WRITTEN = ("utf-8", "gbk", "big5")
_WIDE = ("gbk", "big5")
_MISREAD = ("latin-1", "cp1252", *_WIDE)
# From here on no character is in an encoding of single bytes.
_FIRST_WIDE = "\u2e80"
# Two bytes of one encoding may be another common character of the other, so that fewer characters prove nothing.
_FEWEST_DOUBLE = 3


def is_misread(clean: str, damaged: str) -> bool:
    """Tell whether `damaged` is exactly what `clean` becomes when its bytes are read in a wrong encoding, once or more.

    Nothing is lost on such a way: both readings are the same bytes, so that no other clean text gives the same
    damaged one. UTF-8 read as Latin-1, cp1252, GBK or Big5, and GBK and Big5 as any other of these;
    from one double-byte encoding to another at least three characters.

    >>> is_misread("国家", "鍥藉"), is_misread("café", "cafÃ©"), is_misread("国家", "国土")
    (False, True, False)
    >>> is_misread("你好", "浣犲ソ")
    True
    """
    if damaged.isascii() or clean.isascii() or not _may_begin(clean[0], damaged[0]):
        return False
    known = [(name, written) for name in _WRITTEN if (written := _encoded(clean, name)) is not None]
    layers = list(_layers(damaged)) if known else []
    return any(_is_way(clean, name, written, read) for name, written in known for read in layers)


def _may_begin(clean: str, damaged: str) -> bool:
    """Tell by the first character of each reading whether they may be the same bytes: most pairs of words cannot."""
    return not _becoming(clean).isdisjoint(_come_from(damaged)) or _may_be_utf8(damaged)


@lru_cache(maxsize=4096)
def _becoming(character: str) -> frozenset[tuple[str, bytes]]:
    """Give the encodings in which a character may be read by mistake, with the first bytes that are met there."""
    written = [(name, one) for name in _WRITTEN if (one := _encoded(character, name))]
    return frozenset(
        (read, one[:size]) for name, one in written for read in _MISREAD if read != name for size in (1, 2)
    )


@lru_cache(maxsize=4096)
def _come_from(character: str) -> frozenset[tuple[str, bytes]]:
    """Give the encodings in which a character may have been read by mistake, with its first bytes, two at most."""
    return frozenset((name, written[:2]) for name in _MISREAD if (written := _encoded(character, name)))


@lru_cache(maxsize=4096)
def _may_be_utf8(character: str) -> bool:
    """Tell whether the bytes of a character may begin a text in UTF-8, which was then misread twice."""
    for name in _MISREAD:
        written = _encoded(character, name)
        try:
            if written is not None:
                getincrementaldecoder("utf-8")().decode(written)
                return True
        except UnicodeDecodeError:
            continue
    return False


def _is_way(clean: str, name: str, written: bytes, read: tuple[str, bytes]) -> bool:
    wide = name != "utf-8" and read[0] in _WRITTEN
    return name != read[0] and written == read[1] and not (wide and len(clean) < _FEWEST_DOUBLE)


def _layers(damaged: str) -> Iterator[tuple[str, bytes]]:
    """Write the damaged reading back in each encoding in which it may have been read; through UTF-8 a second time."""
    for misread in _MISREAD if damaged[0] < _FIRST_WIDE else _WIDE:
        written = _encoded(damaged, misread)
        if written is None:
            continue
        yield misread, written
        try:
            again = _encoded(written.decode("utf-8"), misread)
        except UnicodeDecodeError:
            continue
        if again is not None:
            yield misread, again


def _encoded(text: str, name: str) -> bytes | None:
    """Encode strictly, None where a character is not in the encoding; cp1252 with its unused bytes as they are."""
    try:
        return text.encode(name)
    except UnicodeEncodeError:
        if name != "cp1252":
            return None
    try:
        return b"".join(one.encode("latin-1" if "\x80" <= one < "\xa0" else name) for one in text)
    except UnicodeEncodeError:
        return None
