"""The commands `export` and `import`: a store out, and in again."""

from difftool.cli import options as o
from difftool.cli import store_options as s


def export(  # noqa: PLR0913 - each option is an argument
    name: s.Exported = None,
    *,
    output: s.ExportOutput = None,
    git: s.GitFolder = None,
    skip_damaged: s.SkipDamaged = False,
    conceal_values: o.Conceal = False,
    store: s.StoreFile = None,
    config: o.Config = None,
    no_config: o.NoConfig = False,
    quiet: s.QuietTracking = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Write tracked documents with all of their versions, as lines of JSON that `import` takes.

    The same documents always give the same bytes. With concealed values, what is written is for reading only.
    Exits with 1 when something damaged was left out.
    """
    from difftool.cli import storing, transferring  # noqa: PLC0415 - `--help` and a wrong call do without

    settings = o.settings(conceal=conceal_values, config=config, no_config=no_config)
    path = storing.located(store)
    target = transferring.target(path, output, git)
    with storing.reading(store) as kept:
        leaving = transferring.Leaving(kept, settings, skips=skip_damaged, quiet=quiet)
        return leaving.export(name or (), target)


def import_(
    file: s.ExportFile,
    *,
    store: s.StoreFile = None,
    quiet: s.QuietTracking = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Take in what `export` wrote: all of it, or nothing.

    A document that is tracked already is gone on with, if its versions begin as those of the file do, or these
    as they do. Where there is no store, it is made here.
    """
    from difftool.cli import tracking, transferring  # noqa: PLC0415 - as above

    with transferring.reading(file) as incoming, tracking.opened(store, quiet=quiet) as kept:
        transferring.take(kept, incoming, quiet=quiet)
    return 0
