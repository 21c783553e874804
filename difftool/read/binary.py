"""Refuse what is no text, and say what to do instead.

Stands below `encoding`, in the reading of one document's bytes. Knows nothing
of encodings: it looks at file signatures and at control characters.
"""

from __future__ import annotations

from difftool.errors import UnreadableFile

_SAVE = "save it as plain text (.txt, UTF-8) in the program that made it, and compare that"
_EXPORT = "export its text to a .txt file, for instance with `pdftotext`, and compare that"
_UNPACK = "unpack it and compare the text files inside"
_PICTURE = "there is no text recognition here: compare a transcript of it"
_OTHER = "name a plain text file (.txt or .md); documents of other programs must be saved as text first"
_FORCE = "if it is text all the same, name its encoding with --encoding, for instance --encoding utf-16"

# Only signatures that no text starts with. (signature, what it is, what to do)
_SIGNATURES = (
    (b"%PDF-", "a PDF", _EXPORT),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .wps, .xls)", _SAVE),
    (b"PK\x03\x04", "a ZIP archive", _UNPACK),
    (b"PK\x05\x06", "an empty ZIP archive", _UNPACK),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh91AY&SY", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf'\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)", _PICTURE),
    (b"\xff\xd8\xff", "a picture (JPEG)", _PICTURE),
    (b"GIF87a", "a picture (GIF)", _PICTURE),
    (b"GIF89a", "a picture (GIF)", _PICTURE),
    (b"\x7fELF", "a program", _OTHER),
    (b"SQLite format 3\x00", "a database", _OTHER),
)
# Zipped documents that people take for text.
_PACKED = (".docx", ".odt", ".epub", ".xlsx", ".pptx", ".wps", ".pages")

# C0 controls without tab, line ends, form feed, escape and the end-of-file sign of DOS.
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
# Compressed bytes have 9 % of these controls, executables more; texts of any legacy encoding none.
_FEW, _SOME, _MANY = 8, 0.02, 0.1


def refuse_signature(content: bytes, name: str) -> None:
    r"""Raise `UnreadableFile` when the first bytes are those of a known format that is no text.

    >>> refuse_signature("一".encode(), "a.txt")
    >>> refuse_signature(b"%PDF-1.7\n", "a.pdf")
    Traceback (most recent call last):
    ...
    difftool.errors.UnreadableFile: a.pdf is no text document but a PDF
    """
    for signature, what, hint in _SIGNATURES:
        if content.startswith(signature):
            packed = signature.startswith(b"PK") and name.lower().endswith(_PACKED)
            message = f"{name} is no text document but {'a word processor file' if packed else what}"
            raise UnreadableFile(message, hint=_SAVE if packed else hint)


def refuse_controls(content: bytes, name: str) -> None:
    r"""Raise `UnreadableFile` when too many bytes are control characters; NULs at the end do not count.

    Linear in the bytes. A file of NULs alone holds no text at all.

    >>> refuse_controls(b"text\x00\x00", "a.txt")
    >>> refuse_controls(b"\x00\x00", "a.txt")
    Traceback (most recent call last):
    ...
    difftool.errors.UnreadableFile: a.txt holds no text: all its 2 bytes are NUL
    """
    kept = content.rstrip(b"\x00")
    if content and not kept:
        hint = "the file was probably never written out; take another copy of it"
        message = f"{name} holds no text: all its {len(content)} bytes are NUL"
        raise UnreadableFile(message, hint=hint)
    controls = len(kept) - len(kept.translate(None, _CONTROLS))
    if controls > len(kept) * (_SOME if controls >= _FEW else _MANY):
        message = f"{name} is no text document: {controls} of its {len(content)} bytes are control characters"
        raise UnreadableFile(message, hint=f"{_OTHER}; {_FORCE}")
