"""The command `locate`: a text and files in, its places and an exit code out."""

from difftool.cli import listing_options as ls
from difftool.cli import options as o
from difftool.cli.targets import LISTING, targets


def locate(  # noqa: PLR0913 - each option is an argument
    needle: ls.Needle,
    haystack: ls.Haystacks,
    *,
    at_least: ls.AtLeast = 0.5,
    conceal_values: o.Conceal = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
    output: ls.Listing = None,
    form: ls.ListingForm = None,
    encoding: ls.EncodingOfAll = None,
    quiet: ls.QuietListing = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Say where a text stands in others, the best place first.

    Lists each place with its file, span, lines, coverage, similarity and section; where there is
    none, what comes nearest. Exits with 0 when it was found, 1 when not.
    """
    conceal = o.settings(conceal=conceal_values, config=config, no_config=no_config).conceal
    reports = targets(output or (), form, LISTING)
    from difftool.cli import listing, searching  # noqa: PLC0415 - `--help` and a wrong call do without

    files = searching.listed(needle, haystack, quiet=quiet)
    listing.refuse_bad_places(reports, [listing.File(needle, is_named=True), *files], "one of the texts searched")
    search = searching.search(needle, files, at_least, encoding, conceal=conceal, quiet=quiet)
    searching.deliver(search, reports, quiet=quiet)
    return 0 if search.places else 1
