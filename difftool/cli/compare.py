"""The command `compare`: two texts in, reports and an exit code out."""

from difftool.cli import options as o
from difftool.cli.sources import refuse_bad_pair
from difftool.cli.targets import refuse_bad_places, targets, with_page


def compare(  # noqa: PLR0913 - each option is an argument
    left: o.Left,
    right: o.Right,
    *,
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
    encoding: o.Encoding = None,
    encoding_left: o.EncodingLeft = None,
    encoding_right: o.EncodingRight = None,
    exit_zero: o.ExitZero = False,
    check: o.Check = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - `entry` looks for it itself: it is for failures outside, too
) -> int:
    """Compare two texts, and say what kind each difference is.

    Prints the answer and the changes, and writes an HTML report to
    reports/LEFT__RIGHT.html. With -o or --format, only what they ask for is written.
    """
    settings = o.settings(
        only, ignore, term, outside=not no_outside, conceal=conceal_values, config=config, no_config=no_config
    )
    asked = targets(output or (), form)
    plain = not (asked or stat or quiet)
    reports = with_page(asked, left, right) if plain or open_ else asked
    refuse_bad_pair(left, right)
    refuse_bad_places(reports, (left, right))
    from difftool.cli import reporting  # noqa: PLC0415 - `--help` and a wrong call do without

    sides = reporting.read_both(left, right, encoding_left or encoding, encoding_right or encoding)
    comparison = reporting.compare(*sides, settings)
    if check:
        reporting.verify(*sides, comparison, quiet=quiet)
    if not (asked or quiet):
        reporting.show(comparison, *sides, counts_only=stat)
    reporting.write(comparison, *sides, reports, look=reporting.Look(lang, context))
    if not quiet:
        reporting.mention(comparison, [report for report in reports if report not in asked])
    if open_:
        reporting.open_page(reports)
    return 0 if exit_zero else reporting.exit_code(comparison)
