"""The commands `log`, `show` and `diff`: what the store knows of a document over time."""

from difftool.cli import listing_options as ls
from difftool.cli import options as o
from difftool.cli import store_options as s
from difftool.cli.targets import targets


def log(  # noqa: PLR0913 - each option is an argument
    name: s.DocumentName = None,
    *,
    output: s.LogListing = None,
    form: ls.ListingForm = None,
    only: o.Only = None,
    ignore: o.Ignore = None,
    config: o.Config = None,
    no_config: o.NoConfig = False,
    store: s.StoreFile = None,
    quiet: s.QuietTracking = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """List what is tracked, or the history of one document.

    The newest state stands first: its version, its date and where that comes from, its labels, and how many
    changes of which kind it brought.
    """
    from difftool.cli import recalling, storing  # noqa: PLC0415 - `--help` and a wrong call do without

    settings = o.settings(only, ignore, config=config, no_config=no_config)
    with storing.reading(store) as kept:
        reports = recalling.reports(kept, output or (), form)
        if name is None:
            recalling.list_all(kept, reports, quiet=quiet)
        else:
            recalling.tell(kept, name, settings, reports, quiet=quiet)
    return 0


def show(
    version: s.VersionName,
    *,
    original: s.Original = False,
    output: s.TextOutput = None,
    store: s.StoreFile = None,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Print the text of a version: NAME@3, NAME@label, or NAME for the newest.

    With --original, the bytes of the file as it was tracked.
    """
    from difftool.cli import recalling, storing  # noqa: PLC0415 - as above

    with storing.reading(store) as kept:
        recalling.show(kept, version, output or (), original=original)
    return 0


def diff(  # noqa: PLR0913 - as above
    version: s.Versions,
    *,
    since_viewed: s.SinceViewed = False,
    store: s.StoreFile = None,
    output: o.Output = None,
    form: o.Form = None,
    open_: o.Open = False,
    stat: o.Stat = False,
    quiet: o.Quiet = False,
    only: o.Only = None,
    ignore: o.Ignore = None,
    term: o.Terms = None,
    config: o.Config = None,
    no_config: o.NoConfig = False,
    no_outside: o.NoOutside = False,
    context: o.Context = None,
    lang: o.Language = None,
    conceal_values: o.Conceal = False,
    exit_zero: o.ExitZero = False,
    check: o.Check = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Compare two versions, as `compare` does two files.

    NAME: the last two states. NAME@2: from that version to the newest. NAME@2 NAME@5: those two; NAME@label
    names a version as well.
    """
    settings = o.settings(
        only, ignore, term, outside=not no_outside, conceal=conceal_values, config=config, no_config=no_config
    )
    from difftool.cli import recalling, reporting, storing  # noqa: PLC0415 - as above

    with storing.reading(store) as kept:
        pair = recalling.pair(kept, version, since_viewed=since_viewed)
        asked = targets(output or (), form)
        reports = recalling.places(kept, pair, asked, page=open_ or not (asked or stat or quiet))
        sides = recalling.documents(kept, pair)
        comparison = reporting.compare(*sides, settings)
        if check:
            reporting.verify(*sides, comparison, quiet=quiet)
        if not (asked or quiet):
            reporting.show(comparison, *sides, counts_only=stat)
        reporting.write(comparison, *sides, reports, look=reporting.Look(lang, context, "diff"))
        if not quiet:
            reporting.mention(comparison, [report for report in reports if report not in asked])
        if open_:
            reporting.open_page(reports)
        if asked or not quiet:
            recalling.note_view(kept, pair)
    return 0 if exit_zero else reporting.exit_code(comparison)
