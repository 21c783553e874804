"""The list of commands, and what all of them have in common."""

from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Annotated

from typer import Exit, Option, Typer, echo

from difftool import __version__

# In the order of the help text: each command, and the module that has the function of its name.
COMMANDS = {
    "compare": "compare",
    "locate": "locate",
    "masks": "masks",
    "check": "check",
    "review": "review",
    "rules": "rules",
    "track": "track",
    "watch": "track",
    "log": "history",
    "show": "history",
    "diff": "history",
    "tag": "curate",
    "rename": "curate",
    "forget": "curate",
    "export": "transfer",
    "import": "transfer",
    "verify": "verify",
}


def app(words: Sequence[str] = ()) -> Typer:
    """Make the command line, with the one command that the words name, or with all of them.

    Typer lays out every command that it is given, at 3 ms each (measured), and only one is run.
    """
    named = next((word for word in words if not word.startswith("-")), "")
    line = Typer(
        help="Tell exactly how two near-identical documents differ, and what kind each difference is.",
        epilog="Exit codes: 0 no change or found, 1 changes, findings or not found, 2 trouble, 130 interrupted.",
        # Plain help and plain messages: Typer's own drawing loads rich, which takes longer than a comparison.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    line.callback()(common)
    for command in (named,) if named in COMMANDS else COMMANDS:
        module = import_module(f"difftool.cli.{COMMANDS[command]}")
        line.command(command)(getattr(module, f"{command}_" if iskeyword(command) else command))
    return line


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if wanted:
        echo(f"difftool {__version__}")
        raise Exit


def common(
    *,
    _version: Annotated[
        bool, Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Tell exactly how two near-identical documents differ, and what kind each difference is."""
