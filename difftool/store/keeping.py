"""The store as a value to work with: open it, track, ask what was, compare.

The only room of the package that others need. Knows no command and prints nothing.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from difftool.compare import compare
from difftool.model import Document, Settings
from difftool.store import contents, curating, histories, joining, lineages, tracking
from difftool.store.dating import asked, moment, promulgated
from difftool.store.finding import identity
from difftool.store.locking import guarded, steady
from difftool.store.names import derived, in_unicode, refuse_bad_label, refuse_bad_name
from difftool.store.opening import mark, opened, refuse_moved, root
from difftool.store.progress import Following, quietly
from difftool.store.resolving import Named, home, lineage_named, version_named
from difftool.version import __version__

if TYPE_CHECKING:
    from types import TracebackType

    from difftool.model import Comparison
    from difftool.model.lineages import History, Lineage, State, Tracked

__all__ = ["Store"]


class Store:
    """Keep versions of documents over time, in one file of SQLite.

    A document is tracked under a name; each text that it ever had is a version: `NAME@1`, `NAME@2`. Each call writes
    all of what it should or nothing, any number of processes may use one store, and every text that is read is proved.
    All raise `UnusableStore` where the file cannot be used, `DamagedStore` where it does not give what was put in.

    >>> from difftool import document
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, Store.open(f"{folder}/store.db") as store:
    ...     first = store.track(document("共3个部门。"), "law", label="2016")
    ...     second = store.track(document("共5个部门。"), "law", label="2022")
    ...     again = store.track(document("共5个部门。"), "law")
    ...     newest, oldest = store.history("law").states
    ...     change = store.compare("law@2016", "law").changes[0]
    >>> second.outcome.value, again.outcome.value, newest.version, newest.date, newest.sightings
    ('added', 'unchanged', 2, '2022', 2)
    >>> newest.delta.by_kind == {change.kind: 1}, change.left_text, change.right_text
    (True, '3', '5')
    """

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        """Take a connection of `opened`; use `Store.open`."""
        self._db, self._path, self._mark = db, path, mark(path)

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = True) -> Self:
        """Open the store in a file, and make it where there is none, if `create` is true."""
        place = Path(path)
        return cls(opened(place, create=create), place)

    @property
    def path(self) -> Path:
        """Give the file."""
        return self._path

    def close(self) -> None:
        """Close the file."""
        with guarded(str(self._path)):
            self._db.close()

    def __enter__(self) -> Self:
        """Give itself, to be closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def named(self, path: str) -> str:
        """Give the name under which a file is tracked if no other is given: its path from the folder of the store."""
        return derived(path, root(self._path))

    def track(  # noqa: PLR0913 - each is said of the text
        self,
        text: Document | str | os.PathLike[str],
        name: str = "",
        *,
        label: str = "",
        date: str = "",
        source: str = "",
        encoding: str | None = None,
        settings: Settings | None = None,
        takes: bool = False,
        now: datetime | None = None,
        content: bytes | None = None,
        path: str = "",
    ) -> Tracked:
        """Track a document, or the file of a path, and say what came of it.

        Without a name, a file is tracked as the document that it was tracked as before, else under `named(path)`. If
        a new one is likely a version of another document, the answer proposes that, and with `takes` it is tracked
        so. `date` is a year, month or day, `source` any words. `content` are the bytes that a Document was read from
        and `path` names their file; without them, its text in UTF-8 is kept. `now` is the moment of tracking.
        Raises `InvalidSettings` for a bad name, label or date, `UnreadableFile` as `read` does, `UnknownVersion`
        for a file of several documents, `RefusedChange` for a label that is another version's.
        """
        if not isinstance(text, Document):
            from difftool.store.arriving import arrived  # noqa: PLC0415 - a Document needs no file

            path = self.named(os.fspath(text))
            text, content = arrived(os.fspath(text), encoding)
        proposes = not name
        if label:
            refuse_bad_label(label)
        arrival = tracking.Arrival(
            text,
            text.text.encode("utf-8", "surrogatepass") if content is None else content,
            in_unicode(path),
            moment(now),
            promulgated(text),
            asked(date) if date else "",
            label,
            in_unicode(source),
        )
        with self.at_work() as db:
            name = name or (self._home(in_unicode(path)) if path else text.name)
            refuse_bad_name(name)
            return tracking.track(
                db, name, arrival, settings or Settings(), __version__, proposes=proposes, takes=takes
            )

    def names(self, following: Following[tuple[int, lineages.Known]] = quietly) -> list[Lineage]:
        """Tell of all tracked documents in short, by name; `following` may show how far it is."""
        with self.at_work() as db, steady(db):
            return lineages.overview(db, following)

    def history(
        self,
        name: str,
        settings: Settings | None = None,
        following: Following[State] = quietly,
    ) -> History:
        """Tell the states of a document, the newest first, each with what changed from the one before.

        What was never compared is compared now, and the counts are kept; `following` is given the states to go
        through, and may show how far it is. Raises `UnknownVersion`.
        """
        with self.at_work() as db:
            return histories.history(db, self._lineage(name), settings or Settings(), __version__, following)

    def version(self, spelled: str) -> Document:
        """Give a version as a document: `NAME@3`, `NAME@label`, or the newest of `NAME`. Raises `UnknownVersion`."""
        with self.at_work() as db, steady(db):
            return histories.document(db, self.meant(spelled))

    def original(self, spelled: str) -> bytes:
        """Give the bytes that a version was first seen as. Raises `UnknownVersion`."""
        with self.at_work() as db, steady(db):
            _, seen = histories.first(db, self.meant(spelled))
            return contents.content(db, bytes.fromhex(seen.sha256))

    def compare(self, left: str, right: str, settings: Settings | None = None) -> Comparison:
        """Compare two versions, spelled as in `version`; neither counts as looked at. Raises as that."""
        return compare(self.version(left), self.version(right), settings)

    def meant(self, spelled: str) -> Named:
        """Find what is meant, with the number of a version if one is named; a path of a tracked file names it, too.

        Raises `UnknownVersion`.
        """
        with self.at_work() as db, steady(db):
            paths = [] if "\0" in spelled else [self.named(spelled)]
            return version_named(db, in_unicode(spelled), paths)

    def resolved(self, spelled: str) -> Named:
        """Find the version that is meant, the newest where none is named. Raises `UnknownVersion`."""
        with self.at_work() as db, steady(db):
            found = self.meant(spelled)
            return found if found.version else found._replace(version=histories.state(db, found).version)

    def states(self, name: str) -> list[State]:
        """List the states of a document, the oldest first, without what changed. Raises `UnknownVersion`."""
        with self.at_work() as db, steady(db):
            return lineages.timeline(db, self._lineage(name).lineage)

    def viewed(self, name: str) -> int | None:
        """Give the number of the newest version that was looked at, None where none was. Raises `UnknownVersion`."""
        with self.at_work() as db, steady(db):
            return curating.viewed(db, self._lineage(name).lineage)

    def view(self, spelled: str, now: datetime | None = None) -> None:
        """Note that a version was looked at, for `--since-viewed`. Raises `UnknownVersion`."""
        with self.at_work() as db:
            curating.view(db, self.resolved(spelled), moment(now))

    def tag(self, spelled: str, label: str) -> None:
        """Give a version a label. Raises `UnknownVersion`, `InvalidSettings` and `RefusedChange`."""
        refuse_bad_label(label)
        with self.at_work() as db:
            curating.tag(db, self.resolved(spelled), label)

    def untag(self, name: str, label: str) -> None:
        """Take a label away from a document. Raises `UnknownVersion`."""
        with self.at_work() as db:
            curating.untag(db, self._lineage(name), label)

    def rename(self, name: str, new: str) -> None:
        """Give a document another name. Raises `UnknownVersion`, `InvalidSettings` and `RefusedChange`."""
        refuse_bad_name(new)
        with self.at_work() as db:
            curating.rename(db, self._lineage(name), new)

    def join(self, name: str, into: str) -> dict[int, int]:
        """Make a document's versions another's; give their new numbers. Raises `UnknownVersion`, `RefusedChange`."""
        with self.at_work() as db:
            return joining.join(db, self._lineage(name), self._lineage(into))

    def loss(self, spelled: str) -> curating.Loss:
        """Say what `forget` would take away. Raises `UnknownVersion`."""
        with self.at_work() as db, steady(db):
            return curating.loss(db, self.meant(spelled))

    def forget(self, spelled: str, expected: curating.Loss | None = None) -> curating.Loss:
        """Forget a document, or a version, for good. Raises `UnknownVersion`, `RefusedChange` if not as `expected`."""
        with self.at_work() as db:
            return curating.forget(db, self.meant(spelled), expected)

    @contextmanager
    def at_work(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection to the other rooms of the package, with SQLite's failures told as ours."""
        refuse_moved(self._mark)
        with guarded(str(self._path)):
            yield self._db

    def _home(self, path: str) -> str:
        """Name the document of a file: of its own name, else the one as which it was tracked before."""
        return path if identity(self._db, path) else home(self._db, path) or path

    def _lineage(self, name: str) -> Named:
        return lineage_named(self.meant(name))
