"""The work behind `log`, `show` and `diff`: ask the store, show or write.

A command imports it when it runs and not before.
"""

from collections.abc import Callable, Sequence
from functools import partial

from difftool import __version__
from difftool.cli import delivering, listing, storing, targets, writing
from difftool.cli.sources import names
from difftool.cli.targets import LISTING, Target
from difftool.errors import InvalidSettings, UnusableStore
from difftool.model import Document, Settings
from difftool.model.lineages import to_json
from difftool.render import lineages as drawing
from difftool.store import Store
from difftool.store.names import MARK

__all__ = ["documents", "list_all", "note_view", "pair", "places", "reports", "show", "tell"]

_TEXT = "txt"

# The spelling of two versions, the left one first.
Pair = tuple[str, str]


def reports(store: Store, outputs: Sequence[str], form: str | None) -> tuple[Target, ...]:
    """List where a listing goes. Raises as `targets` does, and `UnwritableReport` for the store itself."""
    asked = targets.targets(outputs, form, LISTING)
    refuse_bad_places(store, asked)
    return asked


def refuse_bad_places(store: Store, asked: Sequence[Target]) -> None:
    """Raise `UnwritableReport` when a report would replace the store, or has no folder."""
    storing.refuse_bad_places(store.path, asked)


def list_all(store: Store, asked: Sequence[Target], *, quiet: bool) -> None:
    """Show or write the list of all tracked documents."""
    found = store.names(listing.following("reading", quiet=quiet))
    views = delivering.Views(lambda: drawing.overview(found), lambda: to_json(found, __version__))
    delivering.deliver(views, asked, quiet=quiet)


def tell(store: Store, name: str, settings: Settings, asked: Sequence[Target], *, quiet: bool) -> None:
    """Show or write the history of one document."""
    found = store.history(name, settings, listing.following("comparing", quiet=quiet))
    views = delivering.Views(lambda: drawing.log(found), lambda: to_json(found, __version__))
    delivering.deliver(views, asked, quiet=quiet)


def show(store: Store, spelled: str, outputs: Sequence[str], *, original: bool) -> None:
    """Write the text of a version in UTF-8, or the bytes of its file, and note that it was looked at."""
    asked = targets.targets(outputs or [targets.STANDARD_OUTPUT], _TEXT)
    refuse_bad_places(store, asked)
    view: Callable[[], str | bytes] = (
        partial(store.original, spelled) if original else lambda: store.version(spelled).text
    )
    delivering.put(asked, {_TEXT: view})
    note_view(store, (spelled, spelled))


def pair(store: Store, spelled: Sequence[str], *, since_viewed: bool) -> Pair:
    """Name the two versions to compare, each as `NAME@3`.

    Raises `UnknownVersion`, and `InvalidSettings` where there is nothing to compare with.
    """
    if len(spelled) > len(("left", "right")):
        message = f"{len(spelled)} versions are named, and two can be compared"
        raise InvalidSettings(message, hint="name one or two: difftool diff NAME@2 NAME@5")
    first = store.meant(spelled[0])
    if since_viewed and (first.version or spelled[1:]):
        message = "a version is named, and --since-viewed says from which one to begin"
        raise InvalidSettings(message, hint=f"name the document only: {first.name}")
    if spelled[1:]:
        return store.resolved(spelled[0]).spelled, store.resolved(spelled[1]).spelled
    states = store.states(first.name)
    newest = f"{first.name}{MARK}{states[-1].version}"
    if since_viewed:
        return f"{first.name}{MARK}{_viewed(store, first.name)}", newest
    if first.version:
        return first.spelled, newest
    if len(states) == 1:
        message = f"{first.name} has been in one state only, {newest}"
        raise InvalidSettings(message, hint="track it again when it has changed")
    return f"{first.name}{MARK}{states[-2].version}", newest


def _viewed(store: Store, name: str) -> int:
    number = store.viewed(name)
    if number is None:
        message = f"nothing of {name} was looked at yet"
        raise InvalidSettings(message, hint="'difftool show' and 'difftool diff' show it, and from then on it is known")
    return number


def places(store: Store, pair: Pair, asked: Sequence[Target], *, page: bool) -> Sequence[Target]:
    """List the reports to write: those asked for, and if wanted a page. Raises as `refuse_bad_places`."""
    every = targets.with_page_of(asked, *names(*pair)) if page else asked
    refuse_bad_places(store, every)
    return every


def documents(store: Store, pair: Pair) -> tuple[Document, Document]:
    """Give both versions, named without the folders that they need not be told apart by."""
    left, right = (store.version(one) for one in pair)
    left_name, right_name = names(*pair)
    return left._replace(name=left_name), right._replace(name=right_name)


def note_view(store: Store, pair: Pair) -> None:
    """Note that versions were looked at; where the store may not be written, say that it is not noted."""
    try:
        for spelled in dict.fromkeys(pair):
            store.view(spelled)
    except UnusableStore as failure:
        writing.say(f"note:   not noted as viewed: {failure}")
