"""A store as lines: the contract `difftool.store/1`, written one line after the other.

The way back is `importing`. Holds one text in memory at a time, and of each document and each content little more
than its digest. Knows no file.
"""

import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import NamedTuple

from difftool.store.covering import Concealed, Concealer
from difftool.store.exchange import as_content, as_end, as_header, as_line
from difftool.store.extracting import Extract, Seen
from difftool.store.locking import steady
from difftool.store.progress import Following, quietly
from difftool.store.salvaging import Salvage

__all__ = ["ALL", "Wanted", "exported"]


class Wanted(NamedTuple):
    """Say what is to leave a store: the documents chosen by their numbers, or all where none is.

    With `conceal`, values are covered. With `tell`, what is damaged is left out, and it is called with each loss;
    without, `DamagedStore` is raised.
    """

    chosen: tuple[int, ...] = ()
    conceal: Concealer | None = None
    tell: Callable[[str], None] | None = None

    def extract(self, db: sqlite3.Connection) -> Extract | Concealed:
        """Begin to read it, inside a transaction of the caller."""
        found = Salvage(db, self.chosen, self.tell) if self.tell else Extract(db, self.chosen)
        return Concealed(found, self.conceal) if self.conceal else found


ALL = Wanted()


def exported(
    db: sqlite3.Connection, version: str, wanted: Wanted = ALL, following: Following[Seen] = quietly
) -> Iterator[bytes]:
    """Write documents line after line, as of one moment.

    `version` is the tool's. The same documents always give the same bytes. Raises `DamagedStore`, after which the
    lines are without an end.

    >>> from tempfile import TemporaryDirectory
    >>> from difftool import Store
    >>> with TemporaryDirectory() as folder, Store.open(f"{folder}/store.db") as store, store.at_work() as db:
    ...     lines = list(exported(db, "0.1.0"))
    >>> len(lines), lines[-1][:24]
    (2, b'{"type":"end","lines":1,')
    """
    digest, count = sha256(), 0
    with steady(db):
        found = wanted.extract(db)
        for line in _lines(found, version, following, concealed=wanted.conceal is not None):
            digest.update(line)
            count += 1
            yield line
    yield as_end(count, digest.hexdigest())


def _lines(found: Extract | Concealed, version: str, following: Following[Seen], *, concealed: bool) -> Iterator[bytes]:
    counts = found.counts()
    yield as_header(counts, version, concealed=concealed)
    written = set[str]()
    for seen in following(found.sightings(), counts["sighting"]):
        if seen.opens:
            yield as_line(seen.opens)
        for line, digest in ((seen.adds, seen.adds and seen.adds.text), (seen.sighting, seen.sighting.raw)):
            if line and digest and digest not in written:
                yield as_content(seen.content(digest))
                written.add(digest)
            if line:
                yield as_line(line)
    yield from map(as_line, found.lines())
