"""The words of the command line: each argument and option once, with its help."""

from collections.abc import Sequence
from typing import Annotated, Literal

from typer import Argument, Option

from difftool.cli.targets import Format
from difftool.errors import InvalidSettings
from difftool.model import Kind, Settings

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

Needle = Annotated[str, Argument(metavar="NEEDLE", help="The text to look for: a file, or - for standard input.")]
Haystacks = Annotated[list[str], Argument(metavar="HAYSTACK...", help="Where to look: files, or folders of files.")]
AtLeast = Annotated[
    float, Option("--at-least", metavar="SHARE", help="List places that hold this share of the needle; 1 is all of it.")
]
Listing = Annotated[
    list[str] | None,
    Option("--output", "-o", metavar="FILE", help="Write the places to FILE, as .json or .txt. May be repeated."),
]
ListingForm = Annotated[
    Literal["json", "text"] | None, Option("--format", help="Write this format, whatever the suffix says.")
]
EncodingOfAll = Annotated[str | None, Option("--encoding", metavar="NAME", help="Read all texts in this encoding.")]
QuietListing = Annotated[bool, Option("--quiet", "-q", help="Print nothing; the exit code tells.")]

Only = Annotated[
    list[str] | None, Option("--only", metavar="KIND,…", help="Count these kinds of changes and no other.")
]
Ignore = Annotated[list[str] | None, Option("--ignore", metavar="KIND,…", help="Do not count these kinds of changes.")]
NoOutside = Annotated[bool, Option("--no-outside", help="Leave out of a report what lies outside the part found.")]

Encoding = Annotated[str | None, Option("--encoding", metavar="NAME", help="Read both texts in this encoding.")]
EncodingLeft = Annotated[str | None, Option("--encoding-left", metavar="NAME", help="Read LEFT in this encoding.")]
EncodingRight = Annotated[str | None, Option("--encoding-right", metavar="NAME", help="Read RIGHT in this encoding.")]

Terms = Annotated[
    list[str] | None,
    Option("--term", metavar="TERM", help="Take TERM (五个一工程) for a fixed term, no amount. May be repeated."),
]

ExitZero = Annotated[bool, Option("--exit-zero", help="Exit with 0 when there are changes, too.")]
Check = Annotated[bool, Option("--check", help="Verify the promises of the comparison on these texts.")]
Traceback = Annotated[bool, Option("--traceback", help="Show where in the program an error arose.")]


def settings(
    only: Sequence[str] | None, ignore: Sequence[str] | None, terms: Sequence[str] | None, *, outside: bool
) -> Settings:
    """Make the settings that the options of a command name."""
    named = tuple(dict.fromkeys(term.strip() for term in terms or () if term.strip()))
    return Settings(only=kinds(only, "--only"), ignore=kinds(ignore, "--ignore"), outside=outside, terms=named)


def kinds(words: Sequence[str] | None, option: str) -> tuple[Kind, ...]:
    """Read the kinds named by an option: joined by commas, the option repeated, or both.

    Raises `InvalidSettings`, which lists the kinds, for a word that is none.

    >>> kinds(["space,width", "case"], "--ignore") == (Kind.SPACE, Kind.WIDTH, Kind.CASE)
    True
    """
    known = {kind.value: kind for kind in Kind}
    named = [word.strip().lower() for part in words or () for word in part.split(",")]
    for word in named:
        if word not in known:
            message = f"{option}: {word or 'an empty word'} is no kind of change"
            raise InvalidSettings(message, hint=f"the kinds are {', '.join(known)}")
    return tuple(dict.fromkeys(known[word] for word in named))
