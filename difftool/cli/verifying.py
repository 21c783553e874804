"""The work behind `verify`: open the store as far as that is possible, verify it, show or write what was found.

A command imports it when it runs and not before.
"""

from collections.abc import Sequence

from difftool import __version__
from difftool.cli import delivering, listing, storing, targets
from difftool.cli.targets import LISTING
from difftool.errors import DamagedStore
from difftool.model.verification import Checked, Damage, Verification, to_json
from difftool.render import verification as drawing
from difftool.store import Store
from difftool.store.inspecting import FILE
from difftool.store.verifying import verified

__all__ = ["verify"]


def verify(store: str | None, outputs: Sequence[str], form: str | None, *, quiet: bool) -> Verification:
    """Verify a store, and show what was found or write it as asked for.

    Raises `UnusableStore` for what is no store, and as `targets` does. That SQLite cannot make sense of the file is an
    answer.
    """
    path = storing.located(store)
    asked = targets.targets(outputs, form, LISTING)
    storing.refuse_bad_places(path, asked)
    try:
        with Store.open(path, create=False) as kept:
            found = _verified(kept, quiet=quiet)
    except DamagedStore as failure:
        found = Verification(str(path), Checked(), (Damage(FILE, str(failure)),))
    views = delivering.Views(lambda: drawing.pieces(found), lambda: to_json(found, __version__))
    delivering.deliver(views, asked, quiet=quiet)
    return found


def _verified(kept: Store, *, quiet: bool) -> Verification:
    with kept.at_work() as db:
        return verified(db, str(kept.path), listing.following("verifying", quiet=quiet))
