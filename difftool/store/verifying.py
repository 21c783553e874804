"""Whether a store still gives what was put in: every version and every content is read and proved, and told.

What is damaged stops nothing: the rest is read all the same, in the ways in which `Store` reads it. Each content is
unpacked once, for what is packed against it stands next to it. Changes nothing. Knows no command.
"""

import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter

from difftool.model.verification import Checked, Impaired, Lost, Part, Verification
from difftool.store import contents, lineages
from difftool.store.curating import viewed
from difftool.store.finding import identity
from difftool.store.inspecting import Findings, attempted, inspected
from difftool.store.locking import steady
from difftool.store.names import is_number
from difftool.store.progress import Following, quietly
from difftool.store.rows import damage, sealed
from difftool.store.sketches import signs
from difftool.store.texts import text_of

__all__ = ["verified"]

# A version: the number of its document, and its own.
Step = tuple[int, int]

_NEAR, _FEW = 1 << 26, 4  # bytes of what was unpacked last that are held, and how many texts even if they are more
_SIGNED = 4_000_000  # code points: signs of more texts would take longer than all the rest
_BOTH_WAYS = ("NOT INDEXED", "INDEXED BY sqlite_autoindex_lineage_1")


def verified(db: sqlite3.Connection, store: str, following: Following[Step] = quietly) -> Verification:
    """Read all of a store, as of one moment, and tell what of it is damaged and what can be read.

    `store` is its name. Time is linear in the store; of texts, a few are held at once.
    """
    strict = db.text_factory
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        with steady(db):
            return _Reading(db).told(store, following)
    finally:
        db.text_factory = strict


class _Near(OrderedDict[bytes, tuple[int, bytes]]):
    """Hold what was unpacked last, as much as `_NEAR` says."""

    held = 0

    def __setitem__(self, digest: bytes, found: tuple[int, bytes]) -> None:
        super().__setitem__(digest, found)
        self.held += len(found[1])
        while self.held > _NEAR and len(self) > _FEW:
            _, (_, gone) = self.popitem(last=False)
            self.held -= len(gone)


class _Reading:
    """Read a store from one end to the other."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._found: Findings = inspected(db)
        self._near = _Near()
        self._proved: dict[bytes, str] = {}
        self._unsigned = self._unsearched = 0
        self._left = _SIGNED

    def told(self, store: str, following: Following[Step]) -> Verification:
        names = self._names()
        numbers = self._numbers(names)
        count = sum(map(len, numbers.values()))
        steps = ((lineage, number) for lineage in sorted(numbers) for number in sorted(numbers[lineage]))
        empty = [lineage for lineage in sorted(numbers) if not numbers[lineage]]
        read = [self._document(lineage, names.get(lineage, ""), iter(())) for lineage in empty]
        for lineage, versions in groupby(following(steps, count), itemgetter(0)):
            read.append(self._document(lineage, names.get(lineage, ""), map(itemgetter(1), versions)))
        size = self._contents()
        for some, what in ((self._unsigned, "are not those of the texts"), (self._unsearched, "were not checked")):
            if some:
                told = f"the signs by which copies are found {what} in {some:,} of {len(numbers):,} documents"
                self._found.notes.append(told)
        rows = self._found.rows
        return Verification(
            store,
            Checked(len(numbers), count, rows["sighting"], rows["label"], len(self._proved), size),
            tuple(self._found.damage),
            tuple(one for one in read if one.history or one.lost),
            tuple(self._found.notes),
        )

    def _names(self) -> dict[int, str]:
        """Gather the names of documents from the table and from its index."""
        found = defaultdict[int, dict[str, None]](dict)
        for way in _BOTH_WAYS:
            question = f"SELECT id, name FROM lineage {way}"  # noqa: S608 - words of ours
            for number, name in self._found.asked(self._db, "lineage", question):
                if isinstance(number, int):
                    found[number] |= {name: None} if isinstance(name, str) else {}
        return {number: self._sealed(number, list(names)) for number, names in found.items()}

    def _sealed(self, lineage: int, names: list[str]) -> str:
        """Give the name that a document had when its row was sealed, or any where that cannot be known."""
        question = "SELECT created, seal FROM lineage NOT INDEXED WHERE id = ?"
        for created, seal in self._found.asked(self._db, "lineage", question, (lineage,)) if names[1:] else ():
            names = [name for name in names if sealed("lineage", (lineage, name, created)) == seal] or names
        return names[0] if names else ""

    def _numbers(self, names: Iterable[int]) -> dict[int, set[int]]:
        """Gather the numbers of all versions that there are or were, by document."""
        found: dict[int, set[int]] = {lineage: set() for lineage in names}
        for table, column in (("version", "number"), ("sighting", "version")):
            question = f"SELECT lineage, {column} FROM {table}"  # noqa: S608 - as above
            for lineage, number in self._found.asked(self._db, table, question):
                if isinstance(lineage, int) and isinstance(number, int):
                    found.setdefault(lineage, set()).add(number)
        return found

    def _document(self, lineage: int, name: str, numbers: Iterator[int]) -> Impaired:
        """Read all versions of a document, and what they were read from."""
        _, unreached = attempted(partial(self._reach, lineage, name))
        _, untold = attempted(partial(self._history, lineage))
        readable: list[int] = []
        lost: list[Lost] = []
        newest = None
        for number in numbers:
            text, cause = attempted(partial(self._text, lineage, number))
            if unreached or cause:
                lost.append(Lost(number, Part.TEXT, unreached or cause))
            else:
                readable.append(number)
            newest = text if text is not None else newest
            question = "SELECT DISTINCT raw FROM sighting WHERE lineage = ? AND version = ?"
            for (raw,) in self._found.asked(self._db, "sighting", question, (lineage, number)):
                why = self._proof(raw) if isinstance(raw, bytes) else "its row is not what was put in"
                # Most texts are kept as the bytes that they were read from.
                lost += [Lost(number, Part.ORIGINAL, why)] if why not in {"", cause} else []
        if newest is not None:
            self._search(lineage, newest)
        return Impaired(name, unreached or untold, tuple(readable), tuple(lost))

    def _reach(self, lineage: int, name: str) -> None:
        """Find a document by its name. Raises `DamagedStore` where that fails."""
        if not name or identity(self._db, name) != lineage:
            cause = "the document is not found by its name" if name else "the name of the document is lost"
            raise damage(cause)

    def _history(self, lineage: int) -> None:
        """Read the states of a document. Raises `DamagedStore`."""
        viewed(self._db, lineage)
        if not lineages.known(self._db, lineage).states:
            cause = "the document has no version"
            raise damage(cause)

    def _text(self, lineage: int, number: int) -> str:
        """Read the text of a version as it is read by its number. Raises `DamagedStore`."""
        version = lineages.version_of(self._db, lineage, number)
        if version is None:
            cause = "its row is not there"
            raise damage(cause)
        lineages.first_seen(self._db, version)
        if not is_number(str(number)):
            lineages.labelled(self._db, lineage, str(number))
        cause = self._proof(version.text)
        if cause:
            raise damage(cause)
        return text_of(self._db, version, self._near)

    def _proof(self, digest: bytes) -> str:
        """Prove a content, once; says why it is damaged, nothing where it is not."""
        if digest not in self._proved:
            _, self._proved[digest] = attempted(partial(contents.content, self._db, digest, self._near))
        return self._proved[digest]

    def _contents(self) -> int:
        """Prove the contents that no version has, and count the bytes of all."""
        size = orphans = 0
        for digest, length, depth in self._found.asked(self._db, "content", "SELECT digest, size, depth FROM content"):
            if not (isinstance(digest, bytes) and isinstance(length, int) and isinstance(depth, int)):
                self._found.found("content", "a row is not what was put in")
                continue
            size += length
            orphans += digest not in self._proved
            cause = self._proof(digest)
            if cause:
                self._found.found("content", cause)
            if depth > contents.DEEPEST:
                self._found.found("content", f"the content {digest.hex()[:12]} is packed deeper than any")
        if orphans:
            self._found.notes.append(f"no version has {orphans:,} of the contents")
        return size

    def _search(self, lineage: int, text: str) -> None:
        """Look whether a document's newest text can be found by its signs, as long as that does not take too long."""
        if self._left < 0:
            self._unsearched += 1
            return
        self._left -= len(text)
        question = "SELECT 1 FROM sketch WHERE sign = ? AND lineage = ?"
        there = [list(self._found.asked(self._db, "sketch", question, (sign, lineage))) for sign in signs(text)]
        self._unsigned += not all(there)
