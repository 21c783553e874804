"""What documents, labels and versions may be called, and how a version is named: NAME, NAME@3, NAME@label.

Knows no database: which names there are, `lineages` says.
"""

import os
from pathlib import Path, PurePath
from unicodedata import category

from difftool.errors import InvalidSettings

__all__ = ["MARK", "derived", "in_unicode", "is_number", "refuse_bad_label", "refuse_bad_name", "split"]

MARK = "@"
# Code points. A name is mostly a path, and systems allow those a thousand bytes or four.
_LONGEST_NAME, _LONGEST_LABEL = 1000, 200
# A label of fewer digits would be taken for the number of a version.
_NUMBER_DIGITS = 3


def derived(path: str, root: Path) -> str:
    """Name a file by its path from the folder of the store, or by its whole path where it lies outside.

    Always with `/`, and in Unicode; links are followed up to the folder that the file stands in, and not the file
    itself.

    >>> derived("/a/b/law.txt", Path("/a")), derived("/c/law.txt", Path("/a"))
    ('b/law.txt', '/c/law.txt')
    """
    folder, name = os.path.split(path)
    whole = PurePath(os.path.realpath(folder or "."), name)
    home = PurePath(os.path.realpath(root))
    return in_unicode((whole.relative_to(home) if whole.is_relative_to(home) else whole).as_posix())


def in_unicode(text: str) -> str:
    r"""Write out what has no UTF-8, as a file's name may, and what is typed.

    >>> print(in_unicode("\udcff.txt"))
    \udcff.txt
    """
    return text.encode("utf-8", "backslashreplace").decode()


def refuse_bad_name(name: str) -> None:
    r"""Raise `InvalidSettings` for what cannot be the name of a document: nothing, no Unicode, or too long.

    Quotes, slashes, line ends and emoji are names like any other.

    >>> refuse_bad_name("“a”/b\n🙂")
    """
    cause = ""
    if not name.strip():
        cause = "it is empty"
    elif len(name) > _LONGEST_NAME:
        cause = f"it has {len(name):,} characters, and {_LONGEST_NAME:,} are allowed"
    elif "\0" in name:
        cause = "it holds the character NUL"
    elif _is_no_unicode(name):
        cause = "it is not in UTF-8"
    if cause:
        shown = name[:40].encode("utf-8", "backslashreplace").decode()
        message = f"{shown!r} cannot be the name of a document: {cause}"
        raise InvalidSettings(message, hint="give it another name with --as NAME")


def refuse_bad_label(label: str) -> None:
    """Raise `InvalidSettings` for what cannot be a label.

    >>> refuse_bad_label("2016 修订")
    >>> refuse_bad_label("12")
    Traceback (most recent call last):
    ...
    difftool.errors.InvalidSettings: '12' cannot be a label: it is the number of a version
    """
    cause = ""
    if not label or label != label.strip():
        cause = "it is empty, or begins or ends with a space"
    elif is_number(label):
        cause = "it is the number of a version"
    elif MARK in label:
        cause = f"{MARK} stands before a label, not in it"
    elif any(category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in label):
        cause = "it holds a control character"
    elif len(label) > _LONGEST_LABEL:
        cause = f"it has {len(label):,} characters, and {_LONGEST_LABEL} are allowed"
    if cause:
        shown = label[:40].encode("utf-8", "backslashreplace").decode()
        message = f"{shown!r} cannot be a label: {cause}"
        raise InvalidSettings(message, hint="choose another: a year, a date or a few words")


def is_number(text: str) -> bool:
    """Tell what can be the number of a version, and never a label.

    >>> is_number("12"), is_number("2016")
    (True, False)
    """
    return text.isdecimal() and len(text) <= _NUMBER_DIGITS


def split(spelled: str) -> tuple[str, str]:
    """Part the name of a document from what names its version, which may be empty.

    >>> split("law.txt@2016"), split("law.txt")
    (('law.txt', '2016'), ('law.txt', ''))
    """
    name, mark, version = spelled.rpartition(MARK)
    return (name, version) if mark else (spelled, "")


def _is_no_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return True
    return False
