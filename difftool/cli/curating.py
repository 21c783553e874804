"""The work behind `rename` and `forget`: say what goes, ask, do it, say what went.

A command imports it when it runs and not before.
"""

import sys

from difftool.cli import writing
from difftool.errors import InvalidSettings
from difftool.render.visible import in_line
from difftool.render.words import counted, listed
from difftool.store import Store
from difftool.store.curating import Loss
from difftool.store.names import MARK

__all__ = ["forget", "join"]


def join(store: Store, name: str, into: str) -> None:
    """Make the versions of a document those of another, and say which became which."""
    for old, new in store.join(name, into).items():
        writing.put_out(f"{in_line(name)}{MARK}{old} is now {in_line(into)}{MARK}{new}\n")


def forget(store: Store, spelled: str, *, is_sure: bool) -> None:
    """Forget a document or a version, once it is sure. Raises `InvalidSettings` where nobody can be asked."""
    loss = store.loss(spelled)
    going = what_goes(loss)
    if not is_sure:
        if sys.stdin is None or not sys.stdin.isatty():
            message = f"forgetting is for good, and nobody is here to be asked: {going} would go"
            raise InvalidSettings(message, hint="say --yes if that is what you want")
        from typer import confirm  # noqa: PLC0415 - only a person is asked

        if not confirm(f"{going} will go for good. Forget?", err=True):
            writing.say("nothing was forgotten")
            return
    gone = store.forget(spelled, loss)
    writing.put_out(f"forgotten: {going}\n")
    if gone.lingers:
        writing.say(
            f"note:   another process is reading {store.path}; until it ends, the text stays in the log beside it"
        )


def what_goes(loss: Loss) -> str:
    """Say what forgetting takes away.

    >>> what_goes(Loss("law.txt", (2,), 3, ("2016",), 1234, False))
    'law.txt@2 (1,234 characters, seen 3 times, label 2016)'
    """
    name = in_line(loss.name)
    if loss.is_all:
        whole = f"{name} with {counted(len(loss.versions), 'version')}"
    else:
        whole = listed([f"{name}{MARK}{number}" for number in loss.versions])
    labels = f", label{'s' if len(loss.labels) > 1 else ''} {listed([in_line(one) for one in loss.labels])}"
    seen = f"seen {counted(loss.sightings, 'time')}"
    return f"{whole} ({counted(loss.characters, 'character')}, {seen}{labels if loss.labels else ''})"
