"""The command `check`: texts in, the places where they say what they hide and an exit code out."""

from difftool.cli import listing_options as ls
from difftool.cli import options as o
from difftool.cli.targets import LISTING, targets


def check(  # noqa: PLR0913 - each option is an argument
    file: ls.Files,
    *,
    against: ls.Against = None,
    conceal_values: o.Conceal = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
    output: ls.CheckListing = None,
    form: ls.ListingForm = None,
    encoding: ls.EncodingOfAll = None,
    quiet: ls.QuietListing = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Say where texts show what they hide.

    Lists values masked here and shown there, names under two masks, masks over two names, and
    masks over what is no secret. Exits with 1 when something is found, with 0 when these rules find none.
    """
    settings = o.settings(conceal=conceal_values, config=config, no_config=no_config)
    from difftool.cli import checking, listing  # noqa: PLC0415 - `--help` and a wrong call do without

    reports = targets(output or (), form, LISTING)
    named, copies = checking.listed(file, against or (), quiet=quiet)
    listing.refuse_bad_places(reports, [*named, *copies])
    audit = checking.audit(named, copies, settings, encoding, quiet=quiet)
    checking.deliver(audit, reports, quiet=quiet)
    return 1 if audit.findings else 0
