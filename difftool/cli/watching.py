"""The work behind `watch`: look at files every few seconds, and track those that changed.

A command imports it when it runs and not before.
"""

import os
from collections.abc import Sequence
from time import sleep

from difftool.cli import tracking, writing
from difftool.cli.tracking import Said
from difftool.errors import UnreadableFile
from difftool.model.lineages import Outcome
from difftool.store import Store

__all__ = ["watch"]

# What tells that a file was written: its moment, its size, its number on the disk. None: it is not there.
_Trace = tuple[int, int, int] | None


def watch(store: Store, paths: Sequence[str], said: Said, pace: tuple[float, int | None], *, quiet: bool) -> None:
    """Track what is there, then each file that changes, or is new, once two looks find it the same.

    `pace` is the seconds between two looks, and how many looks there are in all (None: until an interrupt).
    Files that come and go are no failure. Raises `UnreadableFile` when none of the paths is there at the
    beginning, and what `Store.track` raises.
    """
    if not any(os.path.exists(path) for path in paths):  # noqa: PTH110 - as in `sources`
        message = f"{paths[0]} does not exist"
        raise UnreadableFile(message, hint="name a file or a folder that is there")
    seconds, rounds = pace
    done: dict[str, _Trace] = {}
    last: dict[str, _Trace] = {}
    look = 0
    while rounds is None or look < rounds:
        if look:
            sleep(seconds)
        now = {file.path: _trace(file.path) for file in tracking.listed(paths, said, quiet=bool(look) or quiet)}
        for path, trace in now.items():
            if trace == done.get(path) or (look and trace != last.get(path)):
                continue
            if trace is not None:
                _keep(store, path, said, quiet=quiet)
            done[path] = trace  # as it was before it was read: what is written meanwhile is seen next time
        gone = [path for path in done if now.get(path) is None and done[path] is not None]
        for path in gone:
            done[path] = None
            if not quiet:
                writing.say(f"note:   {path} is gone; what was tracked stays")
        last = now
        look += 1


def _keep(store: Store, path: str, said: Said, *, quiet: bool) -> None:
    """Track one file and tell what changed; one that cannot be read now is told, and no failure."""
    try:
        found = tracking.keep(store, path, said)
    except UnreadableFile as failure:
        if not quiet:
            writing.say(f"note:   not tracked: {failure}")
        return
    if not quiet and found.outcome is not Outcome.UNCHANGED:
        tracking.tell(found, path)


def _trace(path: str) -> _Trace:
    try:
        found = os.stat(path)  # noqa: PTH116 - as in `sources`
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
