"""The words of the command line: what `compare` takes, and often other commands, each with its help.

Those of the other commands stand in `listing_options` and `store_options`: laying out a word takes time.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option
from typer.models import OptionInfo

from difftool.cli.targets import Format
from difftool.model import Settings

if TYPE_CHECKING:
    from difftool.model.rules import Wish

Left = Annotated[str, Argument(help="One text: a file, or - for standard input.")]
Right = Annotated[str, Argument(help="The other text: a file, or - for standard input.")]
Output = Annotated[
    list[str] | None,
    Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write a report to FILE, in the format of its suffix; - is standard output. May be repeated.",
    ),
]
Form = Annotated[Format | None, Option("--format", help="Write this format, whatever the suffix says.")]
Open = Annotated[bool, Option("--open", help="Show the HTML report in the browser.")]
Stat = Annotated[bool, Option("--stat", help="Print the answer and the counts only; write no report.")]
Quiet = Annotated[
    bool, Option("--quiet", "-q", help="Print nothing and write no report but those named; the exit code tells.")
]
Conceal = Annotated[
    bool, Option("--conceal-values", help="Print no value that a mask hides, wherever a text shows it.")
]
Only = Annotated[
    list[str] | None, Option("--only", metavar="KIND,…", help="Count these kinds of changes and no other.")
]
Ignore = Annotated[list[str] | None, Option("--ignore", metavar="KIND,…", help="Do not count these kinds of changes.")]
NoOutside = Annotated[bool, Option("--no-outside", help="Leave out of a report what lies outside the part found.")]
Context = Annotated[
    int | None,
    Option(
        "--context",
        metavar="N",
        min=0,
        help="Leave out of the page what is unchanged and farther than N paragraphs from a change.",
    ),
]
Language = Annotated[
    Literal["en", "zh"] | None,
    Option("--lang", help="The language of the page, which can be switched, and of a table."),
]
Encoding = Annotated[str | None, Option("--encoding", metavar="NAME", help="Read both texts in this encoding.")]
EncodingLeft = Annotated[str | None, Option("--encoding-left", metavar="NAME", help="Read LEFT in this encoding.")]
EncodingRight = Annotated[str | None, Option("--encoding-right", metavar="NAME", help="Read RIGHT in this encoding.")]
Terms = Annotated[
    list[str] | None,
    Option("--term", metavar="TERM", help="Take TERM (五个一工程) for a fixed term, no amount. May be repeated."),
]
Config = Annotated[
    str | None,
    Option("--config", metavar="FILE", help="Take the rules from FILE, not from the nearest difftool.toml."),
]
NoConfig = Annotated[bool, Option("--no-config", help="Take no rules from a file.")]
ExitZero = Annotated[bool, Option("--exit-zero", help="Exit with 0 when there are changes, too.")]
Check = Annotated[bool, Option("--check", help="Verify the promises of the comparison on these texts.")]
Traceback = Annotated[bool, Option("--traceback", help="Show where in the program an error arose.")]


def output_of(what: str, suffixes: str) -> OptionInfo:
    """Make the option that says where a result goes."""
    told = f"Write {what} to FILE, as {suffixes}. May be repeated."
    option: OptionInfo = Option("--output", "-o", metavar="FILE", help=told)
    return option


def settings(  # noqa: PLR0913 - each is an option
    only: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    terms: Sequence[str] | None = None,
    *,
    outside: bool = True,
    conceal: bool = False,
    config: str | None = None,
    no_config: bool = False,
) -> Settings:
    """Make the settings of a command: those of the rule file and the environment, then those that its options name."""
    from difftool.cli.configuration import in_force  # noqa: PLC0415 - `--help` and a wrong call do without

    return in_force(wishes(only, ignore, terms, outside=outside, conceal=conceal), config, no_config=no_config)


def wishes(
    only: Sequence[str] | None,
    ignore: Sequence[str] | None,
    terms: Sequence[str] | None,
    *,
    outside: bool = True,
    conceal: bool = False,
) -> "list[Wish]":
    """List what the options say: a setting, its value, the option. Raises `InvalidSettings` for no kind of change."""
    from difftool.cli.configuration import kinds  # noqa: PLC0415 - as above

    found: list[Wish] = []
    found += [("only", kinds(only, "--only"), "--only")] if only else []
    found += [("ignore", kinds(ignore, "--ignore"), "--ignore")] if ignore else []
    found += [("terms", term.strip(), "--term") for term in terms or () if term.strip()]
    found += [("outside", False, "--no-outside")] if not outside else []
    return found + ([("conceal", True, "--conceal-values")] if conceal else [])
