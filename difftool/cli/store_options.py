"""The words of the commands that work on a store, each with its help."""

from typing import Annotated

from typer import Argument, Option

from difftool.cli.options import output_of

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
LogListing = Annotated[list[str] | None, output_of("the list", ".json or .txt")]
VerifyListing = Annotated[list[str] | None, output_of("what was found", ".json or .txt")]
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
