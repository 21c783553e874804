"""The list of commands, and what all of them have in common."""

from typing import Annotated

from typer import Exit, Option, Typer, echo

from difftool import __version__
from difftool.cli.compare import compare
from difftool.cli.locate import locate

app = Typer(
    help="Tell exactly how two near-identical documents differ, and what kind each difference is.",
    epilog="Exit codes: 0 no change or found, 1 changes or not found, 2 trouble, 130 interrupted.",
    # Plain help and plain messages: Typer's own drawing loads rich, which takes longer than a comparison.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if wanted:
        echo(f"difftool {__version__}")
        raise Exit


@app.callback()
def common(
    *,
    _version: Annotated[
        bool, Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Tell exactly how two near-identical documents differ, and what kind each difference is."""


app.command()(compare)
app.command()(locate)
