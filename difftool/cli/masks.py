"""The command `masks`: files in, the inventory of their masks out."""

from difftool.cli import listing_options as ls
from difftool.cli import options as o
from difftool.cli.targets import targets


def masks(  # noqa: PLR0913 - each option is an argument
    file: ls.Files,
    *,
    output: ls.MaskListing = None,
    form: ls.MaskListingForm = None,
    encoding: ls.EncodingOfAll = None,
    conceal_values: o.Conceal = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
    quiet: ls.QuietListing = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """List the masks of texts, and the numbers that are gone without one.

    Each mask with its place, style, width, what it leaves readable, and what it stands for by
    its neighbours: a year, a person, a place. Exits with 0, masks or none.
    """
    from difftool.cli import listing, stocktaking  # noqa: PLC0415 - `--help` and a wrong call do without

    reports = targets(output or (), form, stocktaking.SUFFIXES)
    named = listing.listed(file, quiet=quiet)
    listing.refuse_bad_places(reports, named)
    settings = o.settings(conceal=conceal_values, config=config, no_config=no_config)
    inventory = stocktaking.take_stock(named, encoding, settings, quiet=quiet)
    stocktaking.deliver(inventory, reports, quiet=quiet)
    return 0
