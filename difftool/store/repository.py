"""A store as a git repository: each version a commit, in the order of tracking.

Made by git itself, through `git fast-import`. Nothing of the user's own settings counts, so that the same documents
always make the same commits. Knows no rule of comparison.
"""

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryFile
from typing import IO, cast

from difftool.errors import UnwritableReport
from difftool.store.contents import digest_of
from difftool.store.covering import Concealed
from difftool.store.exporting import ALL, Wanted
from difftool.store.extracting import Extract, Said, Seen
from difftool.store.locking import steady
from difftool.store.names import MARK
from difftool.store.paths import Paths
from difftool.store.progress import Following, quietly

__all__ = ["committed"]

_BRANCH = "refs/heads/main"
_WHO = "difftool <difftool@localhost>"
# Whatever a file is called that stands beside them: bytes are checked out as they are.
_ATTRIBUTES = "* -text -ident -filter -working-tree-encoding\n"
_HINT = "name another folder with --git; it is made, or must be empty"
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def committed(db: sqlite3.Connection, folder: Path, wanted: Wanted = ALL, following: Following[Seen] = quietly) -> int:
    """Make a repository in a folder that is not there or empty, and give the number of its commits.

    It is made beside and renamed, so that it is there as a whole or not at all. A file has the bytes that its version
    was first seen as; `Paths` says where it stands. Author and date are those of tracking: the same documents have
    the same commits. Raises `UnwritableReport` where git is missing or fails, or the folder holds anything, and
    `DamagedStore`.
    """
    place = folder.resolve()
    with _made(place, folder) as fresh:
        git = _Git(fresh)
        git.run("init", "--quiet", "--template=")
        git.run("symbolic-ref", "HEAD", _BRANCH)
        (fresh / ".git" / "info").mkdir(exist_ok=True)
        (fresh / ".git" / "info" / "attributes").write_text(_ATTRIBUTES, "ascii")
        with steady(db), git.fed("fast-import", "--quiet", "--done") as stream:
            count = _written(stream, wanted.extract(db), following)
        if count:
            git.run("reset", "--quiet", "--hard")
    return count


@contextmanager
def _made(place: Path, told: Path) -> Iterator[Path]:
    """Lend a new folder beside a place, which then takes it; raises `UnwritableReport`, and leaves nothing behind."""
    fresh = place.with_name(f".difftool-{os.getpid()}.tmp")
    try:
        if place.exists() and not (place.is_dir() and not any(place.iterdir())):
            message = f"cannot write {told}: it is {'not empty' if place.is_dir() else 'no folder'}"
            raise UnwritableReport(message, hint=_HINT)
        fresh.mkdir()
        try:
            yield fresh
            with suppress(FileNotFoundError):
                place.rmdir()
            fresh.rename(place)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
    except OSError as failure:
        message = f"cannot write {told}: {(failure.strerror or type(failure).__name__).lower()}"
        raise UnwritableReport(message, hint=_HINT) from failure


class _Git:
    """Run git in a folder, as if it had just been installed."""

    def __init__(self, folder: Path) -> None:
        found = shutil.which("git")
        if found is None:
            message = "git is not installed"
            raise UnwritableReport(message, hint="install it, or export to a file with -o")
        self._git, self._folder = found, folder
        nowhere = str(folder / ".git" / "nowhere")
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_DEFAULT_HASH": "sha1",
            "HOME": nowhere,
            "XDG_CONFIG_HOME": nowhere,
            "LC_ALL": "C",
        }

    def run(self, *words: str) -> None:
        """Run a command to its end. Raises `UnwritableReport` where it fails."""
        with self.fed(*words):
            pass

    @contextmanager
    def fed(self, *words: str) -> Iterator[IO[bytes]]:
        """Run a command that reads what is written into it. Raises `UnwritableReport` where it fails."""
        with TemporaryFile() as said:
            command = [self._git, *words]
            running = subprocess.Popen(  # noqa: S603 - git itself, with words of ours
                command, cwd=self._folder, env=self._environment, stdin=PIPE, stdout=said, stderr=said
            )
            stream, is_cut = cast("IO[bytes]", running.stdin), False
            try:
                yield stream
                stream.close()
            except BrokenPipeError:
                is_cut = True  # it says why
            except BaseException:
                running.kill()
                raise
            finally:
                with suppress(OSError):
                    stream.close()
                code = running.wait()
            if code or is_cut:
                said.seek(0)
                told = said.read().decode(errors="replace").strip().splitlines()
                message = f"git {words[0]} failed: {told[0] if told else f'exit code {code}'}"
                raise UnwritableReport(message, hint="check the disk and the version of git")


def _written(stream: IO[bytes], extract: Extract | Concealed, following: Following[Seen]) -> int:
    """Write the commits for `git fast-import`, and count them."""
    paths, count = Paths(), 0
    for seen in following(extract.sightings(), extract.counts()["sighting"]):
        if not seen.adds:
            continue
        content = seen.content(seen.sighting.raw)
        message = _message(seen, extract.said(seen), content).encode()
        who = f"{_WHO} {_seconds(seen.sighting.seen)} +0000\n"
        stream.write(f"commit {_BRANCH}\nauthor {who}committer {who}data {len(message)}\n".encode())
        stream.write(message)
        stream.write(f"\nM 100644 inline {paths.path(seen.sighting.lineage)}\ndata {len(content)}\n".encode())
        stream.write(content)
        stream.write(b"\n")
        count += 1
    stream.write(b"done\n")
    return count


def _message(seen: Seen, said: Said, content: bytes) -> str:
    """Say in a commit which version it is, what it is called, and where it comes from."""
    told = [("label", label) for label in said.labels]
    told += [("date", said.date), ("source", seen.sighting.source), ("sha256", digest_of(content).hex())]
    lines = "".join(f"{name}: {_in_line(text)}\n" for name, text in told if text)
    return f"{_in_line(seen.sighting.lineage)}{MARK}{seen.sighting.version}\n\n{lines}"


def _in_line(text: str) -> str:
    return _CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _seconds(moment: str) -> int:
    """Count the seconds since 1970; git knows no moment before."""
    return max(0, int(datetime.fromisoformat(moment).timestamp()))
