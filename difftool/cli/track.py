"""The commands `track` and `watch`: files in, versions of documents in the store."""

from difftool.cli import listing_options as ls
from difftool.cli import options as o
from difftool.cli import store_options as s


def track(  # noqa: PLR0913 - each option is an argument
    file: ls.Files,
    *,
    as_: s.As = None,
    label: s.Label = None,
    date: s.Date = None,
    source: s.Source = None,
    yes: s.TakeProposals = False,
    encoding: ls.EncodingOfAll = None,
    store: s.StoreFile = None,
    config: o.Config = None,
    no_config: o.NoConfig = False,
    quiet: s.QuietTracking = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Track texts: keep each as a version of its document, or say that nothing changed.

    A document is named by its path from the folder of the store, or with --as. The store is
    .difftool/store.db, the nearest from here upwards; where there is none, it is made here.
    """
    from difftool.cli import listing, tracking  # noqa: PLC0415 - `--help` and a wrong call do without

    settings = o.settings(config=config, no_config=no_config)
    said = tracking.Said(encoding, settings, as_, label or "", date or "", source or "", yes)
    files = tracking.listed(file, said, quiet=quiet)
    with tracking.opened(store, quiet=quiet) as kept:
        unread = tracking.track(kept, files, said, quiet=quiet)
    listing.tell_unread(unread, "tracked")
    return 0


def watch(  # noqa: PLR0913 - as above
    path: s.Watched,
    *,
    interval: s.Interval = 2.0,
    rounds: s.Rounds = None,
    yes: s.TakeProposals = False,
    encoding: ls.EncodingOfAll = None,
    store: s.StoreFile = None,
    config: o.Config = None,
    no_config: o.NoConfig = False,
    quiet: s.QuietTracking = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Track texts as their files change, until it is interrupted with Ctrl-C.

    Looks at the files every few seconds; what changed is tracked once it has stopped changing, and
    files that are new in a folder are tracked, too.
    """
    from difftool.cli import tracking, watching  # noqa: PLC0415 - as above

    said = tracking.Said(encoding, o.settings(config=config, no_config=no_config), takes=yes)
    with tracking.opened(store, quiet=quiet) as kept:
        watching.watch(kept, path, said, (interval, rounds), quiet=quiet)
    return 0
