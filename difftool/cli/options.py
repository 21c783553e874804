"""The words of the command line: each argument and option once, with its help."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option
from typer.models import OptionInfo

from difftool.cli.targets import Format
from difftool.model import Settings

if TYPE_CHECKING:
    from difftool.model.rules import Wish


def _output(what: str, suffixes: str) -> OptionInfo:
    """Make the option that says where a result goes."""
    told = f"Write {what} to FILE, as {suffixes}. May be repeated."
    option: OptionInfo = Option("--output", "-o", metavar="FILE", help=told)
    return option


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
Listing = Annotated[list[str] | None, _output("the places", ".json or .txt")]
ListingForm = Annotated[
    Literal["json", "text"] | None, Option("--format", help="Write this format, whatever the suffix says.")
]
EncodingOfAll = Annotated[str | None, Option("--encoding", metavar="NAME", help="Read all texts in this encoding.")]
Files = Annotated[
    list[str], Argument(metavar="FILE...", help="Texts: files, folders of files, or - for standard input.")
]
MaskListing = Annotated[list[str] | None, _output("the masks", ".csv, .json or .txt")]
MaskListingForm = Annotated[
    Literal["csv", "json", "text"] | None, Option("--format", help="Write this format, whatever the suffix says.")
]
Against = Annotated[
    list[str] | None,
    Option("--against", metavar="COPY", help="A copy that may show what the texts hide, or a folder. May be repeated."),
]
CheckListing = Annotated[list[str] | None, _output("the findings", ".json or .txt")]
Conceal = Annotated[
    bool, Option("--conceal-values", help="Print no value that a mask hides, wherever a text shows it.")
]
QuietListing = Annotated[bool, Option("--quiet", "-q", help="Print nothing; the exit code tells.")]

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
RuleListing = Annotated[list[str] | None, _output("the rules", ".json or .txt")]

ExitZero = Annotated[bool, Option("--exit-zero", help="Exit with 0 when there are changes, too.")]
Check = Annotated[bool, Option("--check", help="Verify the promises of the comparison on these texts.")]
Traceback = Annotated[bool, Option("--traceback", help="Show where in the program an error arose.")]

VerdictFile = Annotated[
    str, Argument(metavar="VERDICTS", help="The verdicts that the page exported: a file, or - for standard input.")
]
ReviewedLeft = Annotated[
    str | None,
    Argument(metavar="LEFT", help="The left text; else looked for by its name, here and beside VERDICTS."),
]
ReviewedRight = Annotated[str | None, Argument(metavar="RIGHT", help="The right text, as LEFT.")]
Apply = Annotated[bool, Option("--apply", help="Write the text that follows: left, with what was accepted.")]
ReviewOutput = Annotated[
    list[str] | None,
    Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the summary to FILE, as .json or .txt, or with --apply the text, under any name. May be repeated.",
    ),
]
QuietReview = Annotated[
    bool, Option("--quiet", "-q", help="Print nothing but the text that is asked for; the exit code tells.")
]


StoreFile = Annotated[
    str | None,
    Option(
        "--store",
        metavar="FILE",
        envvar="DIFFTOOL_STORE",
        help="The store; else .difftool/store.db, the nearest from here upwards.",
    ),
]
As = Annotated[
    str | None, Option("--as", metavar="NAME", help="Track as versions of NAME, whatever the files are called.")
]
Label = Annotated[str | None, Option("--label", metavar="LABEL", help="Call the version so: NAME@LABEL.")]
Date = Annotated[
    str | None, Option("--date", metavar="DATE", help="The date of the text: 2022-03-29, 2022-03 or 2022.")
]
Source = Annotated[str | None, Option("--source", metavar="WORDS", help="Where the text comes from, in any words.")]
TakeProposals = Annotated[
    bool, Option("--yes", help="Track what is likely a version of a document of another name as one.")
]
QuietTracking = Annotated[bool, Option("--quiet", "-q", help="Print nothing.")]
Watched = Annotated[list[str], Argument(metavar="PATH...", help="What to watch: files, or folders of files.")]
Interval = Annotated[
    float, Option("--interval", metavar="SECONDS", min=0.05, help="How long to wait between two looks.")
]
Rounds = Annotated[int | None, Option("--rounds", metavar="N", min=1, help="Stop after N looks.")]
DocumentName = Annotated[
    str | None, Argument(metavar="NAME", help="The document; without one, all that are tracked are listed.")
]
LogListing = Annotated[list[str] | None, _output("the list", ".json or .txt")]
VerifyListing = Annotated[list[str] | None, _output("what was found", ".json or .txt")]
VersionName = Annotated[
    str, Argument(metavar="NAME[@VERSION]", help="A version by its number or label, or a document.")
]
Versions = Annotated[
    list[str], Argument(metavar="NAME[@VERSION]...", help="A document, or one or two versions by number or label.")
]
SinceViewed = Annotated[
    bool, Option("--since-viewed", help="Compare what `show` or `diff` showed last with the newest version.")
]
Original = Annotated[bool, Option("--original", help="Write the bytes of the file, not the text in UTF-8.")]
TextOutput = Annotated[
    list[str] | None, Option("--output", "-o", metavar="FILE", help="Write to FILE, under any name. May be repeated.")
]
TagLabel = Annotated[str, Argument(metavar="LABEL", help="The label: a year, a date, a few words.")]
RemoveTag = Annotated[bool, Option("--remove", help="Take the label away.")]
OldName = Annotated[str, Argument(metavar="NAME", help="The document.")]
NewName = Annotated[str, Argument(metavar="NEW", help="Its new name; with --join, the document to join.")]
Join = Annotated[bool, Option("--join", help="NEW is tracked as well: make all of it one document, called NEW.")]
Yes = Annotated[bool, Option("--yes", help="Do it without asking.")]
Exported = Annotated[list[str] | None, Argument(metavar="NAME", help="The documents; without one, all of them.")]
ExportOutput = Annotated[
    str | None, Option("--output", "-o", metavar="FILE", help="Write to FILE; else to standard output, as - does.")
]
GitFolder = Annotated[
    str | None, Option("--git", metavar="DIR", help="Make a git repository in DIR, with a commit for each version.")
]
SkipDamaged = Annotated[bool, Option("--skip-damaged", help="Leave out what cannot be read, and say what that is.")]
ExportFile = Annotated[str, Argument(metavar="FILE", help="What `export` wrote: a file, or - for standard input.")]


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
