"""From the names of documents to paths that any file system takes, each its own.

Asked by `repository`. Knows no file.
"""

import re
from hashlib import sha256
from itertools import count
from unicodedata import normalize

__all__ = ["Paths"]

# Bytes. Most file systems allow a name 255; macOS allows a path 1,024, and it stands in a folder.
_LONGEST, _LONGEST_PATH = 255, 800
_DIGITS = 8  # of a digest that tells two names apart
_LONGEST_SUFFIX = 16
# Controls, and what Windows allows in no name.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f"*:<>?\\|]')
# What HFS+ does not see: .g\u200cit is .git there.
_UNSEEN = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")
# What git or a checkout would obey, as a short name of Windows too; and devices of Windows.
_OBEYED = re.compile(r"\.git.*|gi.{0,6}~\d+|(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\..*)?", re.DOTALL)


class Paths:
    """Give each name a path: the name itself where that is safe, else what is nearest to it.

    A path is relative, no part of it is a name of git's or of a device or longer than 255 bytes, and no two differ
    by case alone or stand in each other's way; what must be told apart or cut gets a digest. The same names in the
    same order always have the same paths.

    >>> paths = Paths()
    >>> [paths.path(name) for name in ("a/law.txt", "../A/LAW.txt", "A/LAW.txt", "/.Git/config", "a", "a/law.txt")]
    ['a/law.txt', '__/A/LAW.txt', 'A/LAW~0e627971.txt', '_.Git/config', 'a~ca978112', 'a/law.txt']
    """

    def __init__(self) -> None:
        """Begin without names."""
        self._paths: dict[str, str] = {}
        self._files, self._folders = set[str](), set[str]()

    def path(self, name: str) -> str:
        """Give the path of a name."""
        if name not in self._paths:
            parts = _parts(name)
            found = next(path for turn in count() if self._is_free(path := self._tried(name, parts, turn)))
            self._paths[name] = "/".join(found)
            *folders, file = _prefixes(found)
            self._files.add(file)
            self._folders.update(folders)
        return self._paths[name]

    def _tried(self, name: str, parts: list[str], turn: int) -> list[str]:
        """Mark what stands in the way of another path; a folder always the same, so that its files stay together."""
        path = list(parts)
        for at in range(len(path) - 1):
            if _folded("/".join(path[: at + 1])) in self._files:
                path[at] = _marked(path[at], "/".join(parts[: at + 1]), turn)
        whole = _folded("/".join(path))
        if turn or whole in self._files or whole in self._folders:
            path[-1] = _marked(path[-1], name, turn)
        return path

    def _is_free(self, path: list[str]) -> bool:
        *folders, file = _prefixes(path)
        return file not in self._files and file not in self._folders and self._files.isdisjoint(folders)


def _parts(name: str) -> list[str]:
    """Part a name at its slashes, and make each part safe."""
    parts = [_safe(part) for part in name.split("/") if part not in {"", "."}] or ["_"]
    return parts if len("/".join(parts).encode()) <= _LONGEST_PATH else [_marked(parts[-1], name, 0)]


def _safe(part: str) -> str:
    part = _UNSAFE.sub("_", part)
    bare = part.rstrip(". ")  # Windows drops them
    part = bare + "_" * (len(part) - len(bare))
    if _OBEYED.fullmatch(_folded(part)):
        part = f"_{part}"
    return part if len(part.encode()) <= _LONGEST else _marked(part, part, 0)


def _marked(part: str, told: str, turn: int) -> str:
    """Put a digest into a part of a path, before its suffix, and cut it to what fits."""
    digest = sha256(f"{told}/{turn}".encode() if turn else told.encode()).hexdigest()[:_DIGITS]
    stem, dot, suffix = part.rpartition(".")
    if not stem or len(suffix.encode()) > _LONGEST_SUFFIX:
        stem, dot, suffix = part, "", ""
    end = f"~{digest}{dot}{suffix}"
    return stem.encode()[: _LONGEST - len(end.encode())].decode(errors="ignore") + end


def _prefixes(path: list[str]) -> list[str]:
    """List the folders that a path goes through, and itself, as they are compared."""
    return [_folded("/".join(path[: at + 1])) for at in range(len(path))]


def _folded(path: str) -> str:
    """Write a path as the least exact of file systems compares it."""
    return _UNSEEN.sub("", normalize("NFKD", normalize("NFKD", path).casefold()))
