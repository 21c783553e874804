"""The work behind `export` and `import`: say what goes where, show how far it is, tell what was left out.

A command imports it when it runs and not before.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from difftool import __version__
from difftool.cli import listing, storing, writing
from difftool.cli.sources import STANDARD_INPUT
from difftool.cli.targets import STANDARD_OUTPUT, Target
from difftool.errors import DamagedStore, InvalidSettings, UnreadableFile
from difftool.model import Document, Settings
from difftool.render.words import counted, listed
from difftool.store import Store
from difftool.store.covering import Cover
from difftool.store.exporting import Wanted, exported
from difftool.store.extracting import Seen
from difftool.store.importing import imported
from difftool.store.incoming import Incoming
from difftool.store.locking import steady
from difftool.store.progress import Following
from difftool.store.resolving import lineage_named

__all__ = ["Leaving", "reading", "take", "target"]

_PIECE = 1 << 16  # bytes that are put out at once
_LINES, _GIT = "jsonl", "git"


def target(store: Path, output: str | None, git: str | None) -> Target:
    """Say where an export goes: to a file, into a git repository, or to standard output.

    Raises `InvalidSettings` where both are named, and `UnwritableReport` for a place that is the store's own.
    """
    if output and git:
        message = "-o and --git name two places"
        raise InvalidSettings(message, hint="export to one, then to the other")
    found = Target(Path(git), _GIT) if git else Target(_file(output), _LINES)
    if not (git and Path(git).is_dir()):
        storing.refuse_bad_places(store, [found])
    return found


def _file(output: str | None) -> Path | None:
    return Path(output) if output and output != STANDARD_OUTPUT else None


class Leaving(NamedTuple):
    """Hold what leaves which store, and how: with values concealed, without what is damaged."""

    store: Store
    settings: Settings
    skips: bool
    quiet: bool

    def export(self, names: Sequence[str], target: Target) -> int:
        """Write the documents of these names, or all, and give the exit code: 1 where something was left out.

        Raises `UnknownVersion` and `UnwritableReport`, and `DamagedStore` where nothing may be left out.
        """
        lost: list[str] = []
        following: Following[Seen] = listing.following("exporting", quiet=self.quiet)
        with self._hinted(), self.store.at_work() as db, steady(db):
            chosen = tuple(lineage_named(self.store.meant(name)).lineage for name in names)
            conceal = self._covered if self.settings.conceal else None
            wanted = Wanted(chosen, conceal, lost.append if self.skips else None)
            if target.format == _GIT:
                from difftool.store.repository import committed  # noqa: PLC0415 - subprocess takes time to load

                committed(db, cast("Path", target.path), wanted, following)
            elif target.path:
                writing.write_pieces(target.path, exported(db, __version__, wanted, following))
            else:
                all(map(writing.put_out, _gathered(exported(db, __version__, wanted, following))))
        for one in () if self.quiet else lost:
            writing.say(f"note:   not exported: {one}")
        return 1 if lost else 0

    def _covered(self, documents: Mapping[int, Document]) -> Cover:
        from difftool.cli.concealment import covering  # noqa: PLC0415 - compares, and few exports need that

        found = covering(documents, self.settings)
        if found.is_cut_short and not self.quiet:
            name = next(iter(documents.values())).name
            writing.say(f"limit:  {name} and its other versions were not compared to the end; a value may show")
        return found

    @contextmanager
    def _hinted(self) -> Iterator[None]:
        """Say of a damaged store how the rest can be exported."""
        try:
            yield
        except DamagedStore as failure:
            hint = failure.hint if self.skips else "with --skip-damaged, all that can be read is exported"
            raise DamagedStore(str(failure), hint=hint) from failure


def _gathered(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Join lines to pieces that are worth writing."""
    waiting: list[bytes] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= _PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


@contextmanager
def reading(file: str) -> Iterator[Incoming]:
    """Open an export, and read its first line; `-` is standard input. Raises `UnreadableFile` and `UnknownFormat`."""
    name = "standard input" if file == STANDARD_INPUT else file
    stream = _stream(file, name)
    try:
        incoming = Incoming(stream, name)
        incoming.header()
        yield incoming
    finally:
        stream.close()


def _stream(file: str, name: str) -> BinaryIO:
    if file == STANDARD_INPUT and sys.stdin is None:
        message = f"{name} is closed"
        raise UnreadableFile(message, hint="pipe an export into it, or name a file")
    try:
        return sys.stdin.buffer if file == STANDARD_INPUT else Path(file).open("rb")
    except (OSError, ValueError) as failure:
        message = f"cannot read {name}: {(getattr(failure, 'strerror', None) or str(failure)).lower()}"
        raise UnreadableFile(message, hint="give the path of a file that 'difftool export -o FILE' wrote") from failure


def take(store: Store, incoming: Incoming, *, quiet: bool) -> None:
    """Take an export into a store, and say what was new. Raises as `imported` does."""
    with store.at_work() as db:
        found = imported(db, incoming, listing.following("importing", quiet=quiet))
    if not quiet:
        new = [counted(count, noun.removesuffix("s")) for noun, count in found._asdict().items() if count]
        writing.put_out(f"imported: {listed(new) if new else 'nothing that was not there'}\n")
