"""Turn bytes into text, whatever they were written in.

Stands between the readers and Python's codecs, in the order byte order mark,
UTF-8, a guess by ordinary characters, charset-normalizer, Windows-1252. Knows
nothing of paragraphs, nor of what a format means by its text.
"""

import codecs
from typing import NamedTuple

from difftool.errors import InvalidSettings, UnreadableFile
from difftool.read.binary import refuse_controls, refuse_signature

# The longer marks first: that of UTF-32-LE starts with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# What files call themselves is mostly less than what they hold.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
}
# No encodings of documents: escapes of programs, host names, and one that yields lone surrogates.
_REFUSED = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "utf-7", "undefined"})
# So many good characters beyond ASCII must stand against each bad mark for a text to be UTF-8 still: one damaged
# byte leaves up to three marks. In texts of other encodings the bad marks are far more than the good characters.
_GOOD_PER_BAD = 2
# Fewer characters than this beside each NUL are no text.
_TEXT_BYTES_PER_NUL = 10
# charset-normalizer decodes all that it is given several times over.
_LIBRARY_SIZE = 65_536
# Where it is unsure among Western encodings (on short texts always), this one is right nearly always.
_WESTERN = frozenset({"cp1252", "cp1257", "cp437", "cp775", "cp850", "cp858", "hp-roman8", "iso8859-10", "iso8859-13"})
_HINT = "try utf-8, gb18030, big5, utf-16, shift_jis, euc_kr or cp1252, or leave --encoding out"


class Decoded(NamedTuple):
    """Hold a text, the canonical name of its encoding, and sentences on what was met on the way."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(content: bytes, encoding: str | None = None, *, name: str = "the file") -> Decoded:
    r"""Decode bytes of unknown encoding, or of the one named.

    The text has no byte order mark and is otherwise as decoded, line ends too. Undecodable bytes become
    U+FFFD, and a note has their count: nothing fails for them. Encodings are read as their superset
    (gb2312 as gb18030), which is then the one named. UTF-8 costs one decode; all else is linear too.
    Raises `UnreadableFile` for what is no text, `InvalidSettings` for an unknown encoding; `name` is the
    document's in the message.

    >>> decode("联合部门".encode("gbk"))
    Decoded(text='联合部门', encoding='gb18030', notes=())
    >>> decode(b"\xef\xbb\xbfa\xff").notes[1]
    '1 place could not be decoded as utf-8 and is shown as U+FFFD'
    """
    refuse_signature(content, name)
    if encoding is not None:
        found = _decoded(content, _canonical(encoding))
    elif marked := next((codec for mark, codec in _MARKS if content.startswith(mark)), None):
        found = _decoded(content, marked)
    else:
        found = _unmarked(content, name)
    return _checked(found, name)


def _unmarked(content: bytes, name: str) -> Decoded:
    """Decode bytes that say nothing about themselves; strict UTF-8 first, which nearly all are."""
    if b"\x00" in content:
        return _with_nulls(content, name)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(content, name)


def _with_nulls(content: bytes, name: str) -> Decoded:
    """Decode bytes that are UTF-16, UTF-32, a text with stray NULs, or no text."""
    from difftool.read.sniff import guess, sample  # noqa: PLC0415 - UTF-8 shall not pay for it

    if not content.strip(b"\x00"):
        refuse_controls(content, name)
    if found := guess(sample(content), wide_only=True):
        return _decoded(content, found.encoding)
    refuse_controls(content, name)
    return _guessed(content, name)


def _guessed(content: bytes, name: str) -> Decoded:
    """Decode bytes that are no clean UTF-8."""
    from difftool.read.sniff import guess, is_western, sample  # noqa: PLC0415 - UTF-8 shall not pay for it

    if _is_nearly_utf8(content):
        return _decoded(content, "utf-8")
    blocks = sample(content)
    if is_western(blocks):
        return _decoded(content, "cp1252")
    if found := guess(blocks):
        return _decoded(content, found.encoding, rival=found.rival)
    refuse_controls(content, name)
    codec = _by_library(content)
    note = f"the encoding is a guess ({codec}): if the text looks wrong, name another with --encoding"
    return _decoded(content, codec, notes=(note,))


def _decoded(content: bytes, codec: str, *, rival: str = "", notes: tuple[str, ...] = ()) -> Decoded:
    """Decode in a known encoding: mark off, damage contained and counted."""
    if codec == "big5hkscs":
        codec = _big5(content)
    if rival:
        notes = (*notes, f"the encoding is {codec} or else {rival}: if the text looks wrong, name it with --encoding")
    text, lost = _mended(content, codec)
    if lost:
        places, are = ("1 place", "is") if lost == 1 else (f"{lost} places", "are")
        notes = (*notes, f"{places} could not be decoded as {codec} and {are} shown as U+FFFD")
    if text.startswith("\ufeff"):
        text = text[1:]
        notes = ("the byte order mark (BOM) at the start is not part of the text", *notes)
    return Decoded(text, codec, notes)


def _mended(content: bytes, codec: str) -> tuple[str, int]:
    """Decode, and count the places that could not be."""
    from difftool.read.realign import is_shifted, realign  # noqa: PLC0415 - clean UTF-8 does not come here

    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        pass
    else:
        if codec != "gb18030" or not is_shifted(text):
            return text, 0
    genuine = content.decode(codec, "ignore").count("\ufffd")
    text = realign(content, codec)
    return text, max(text.count("\ufffd") - genuine, 0)


def _checked(found: Decoded, name: str) -> Decoded:
    """Refuse a text of NULs, and tell of single ones."""
    nulls = found.text.count("\x00")
    if not nulls:
        return found
    kept = found.text.rstrip("\x00")
    if not kept or kept.count("\x00") * _TEXT_BYTES_PER_NUL > len(kept):
        hint = (
            "the file was probably never written out, or its encoding is another: take another copy, or try --encoding"
        )
        message = f"{name} holds no text: {nulls} of its {len(found.text)} characters are NUL"
        raise UnreadableFile(message, hint=hint)
    note = f"{nulls} NUL character{'s stand' if nulls > 1 else ' stands'} in the text"
    return found._replace(notes=(*found.notes, note))


def _canonical(encoding: str) -> str:
    """Name the codec that reads what the user calls by that name, or raise `InvalidSettings`."""
    try:
        codec = codecs.lookup(encoding).name
        b"\n".decode(codec, "replace")
    except (LookupError, ValueError):
        codec = "undefined"
    if codec in _REFUSED:
        message = f"{encoding!r} is no encoding of text that is known here"
        raise InvalidSettings(message, hint=_HINT)
    return "utf-8" if codec == "utf-8-sig" else _SUPERSETS.get(codec, codec)


def _big5(content: bytes) -> str:
    """Choose between the two supersets of Big5: Microsoft's, or Hong Kong's where that reads more."""
    lost = {codec: content.decode(codec, "replace").count("\ufffd") for codec in ("cp950", "big5hkscs")}
    return "big5hkscs" if lost["big5hkscs"] < lost["cp950"] else "cp950"


def _is_nearly_utf8(content: bytes) -> bool:
    """Tell whether only few bytes keep the content from being UTF-8; a truncated tail is fine."""
    read = len(content.decode("utf-8", "ignore"))
    bad = len(content.decode("utf-8", "replace")) - read
    ascii_bytes = len(content.translate(None, bytes(range(128, 256))))
    return read - ascii_bytes >= bad * _GOOD_PER_BAD


def _by_library(content: bytes) -> str:
    """Ask charset-normalizer, for Cyrillic, Greek, Arabic, Thai and the like; Windows-1252 when it is at a loss."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 30 ms that only such a file shall cost

    cut = content[:_LIBRARY_SIZE]
    best = from_bytes(cut).best()
    codec = codecs.lookup(best.encoding).name if best else "cp1252"
    return "cp1252" if codec in _WESTERN or codec.startswith("utf") else _SUPERSETS.get(codec, codec)
