"""The command `rules`: the rule file, the environment and options in, what is in force out."""

from difftool.cli import listing_options as ls
from difftool.cli import options as o
from difftool.cli.targets import LISTING, targets


def rules(  # noqa: PLR0913 - each option is an argument
    *,
    only: o.Only = None,
    ignore: o.Ignore = None,
    term: o.Terms = None,
    no_outside: o.NoOutside = False,
    config: o.Config = None,
    no_config: o.NoConfig = False,
    output: ls.RuleListing = None,
    form: ls.ListingForm = None,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Show what is in force for a comparison made here, and where each rule comes from.

    Options are taken as `compare` takes them; before them count the environment (DIFFTOOL_IGNORE
    and its like), the nearest difftool.toml or pyproject.toml, and what is built in.
    """
    reports = targets(output or (), form, LISTING)
    from difftool.cli import rulebook  # noqa: PLC0415 - `--help` and a wrong call do without

    wishes = o.wishes(only, ignore, term, outside=not no_outside)
    found = rulebook.gathered(wishes, config, no_config=no_config)
    rulebook.refuse_bad_places(reports, found)
    rulebook.deliver(found, reports)
    return 0
