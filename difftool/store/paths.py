"""From the names of documents to paths that any file system takes, each its own.

Asked by `repository`. Knows no file.
"""

import re
from hashlib import sha256
from itertools import accumulate, chain, count
from unicodedata import normalize

__all__ = ["Paths"]

# Most file systems allow a name 255 bytes; macOS allows a path 1,024.
_LONGEST, _LONGEST_PATH = 255, 900
_DIGITS = 8  # of a digest that tells two names apart
# What Windows allows in no name, and separators of its own; controls, and what stands alone and has no UTF-8.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f"*:<>?\\|\ud800-\udfff]')
# Signs that HFS+ does not see: .g\u200cit is .git there.
_UNSEEN = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")
# Names of git's own, which a checkout would obey, and of devices of Windows.
_GITS = re.compile(r"\.git|git~\d")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)")
_STAND_IN = "_"


class Paths:
    """Give each name a path: the name itself where that is safe, else what is nearest to it.

    A path is relative, its parts are no names of git's or of a device, none is longer than 255 bytes, and no two
    differ by case alone. What cannot be told apart so has a digest in it. The same names in the same order always
    have the same paths.

    >>> paths = Paths()
    >>> [paths.path(name) for name in ("a/law.txt", "../A/LAW.txt", "/.Git/config", "a", "a/law.txt")]
    ['a/law.txt', '_/A/LAW~2e37c1d7.txt', '_.Git/config', 'a~ca978112', 'a/law.txt']
    """

    def __init__(self) -> None:
        """Begin without names."""
        self._paths: dict[str, str] = {}
        self._files = set[str]()
        self._folders = set[str]()

    def path(self, name: str) -> str:
        """Give the path of a name."""
        if name not in self._paths:
            self._paths[name] = self._free(name)
        return self._paths[name]

    def _free(self, name: str) -> str:
        """Find a path that no other file is in the way of."""
        for turn in count():
            mark = sha256(f"{turn}/{name}".encode() if turn else b"")....
