"""The words of the commands that list something: where they look, and where the list goes, each with its help."""

from typing import Annotated, Literal

from typer import Argument, Option

from difftool.cli.options import output_of

Needle = Annotated[str, Argument(metavar="NEEDLE", help="The text to look for: a file, or - for standard input.")]
Haystacks = Annotated[list[str], Argument(metavar="HAYSTACK...", help="Where to look: files, or folders of files.")]
AtLeast = Annotated[
    float, Option("--at-least", metavar="SHARE", help="List places that hold this share of the needle; 1 is all of it.")
]
Listing = Annotated[list[str] | None, output_of("the places", ".json or .txt")]
ListingForm = Annotated[
    Literal["json", "text"] | None, Option("--format", help="Write this format, whatever the suffix says.")
]
EncodingOfAll = Annotated[str | None, Option("--encoding", metavar="NAME", help="Read all texts in this encoding.")]
Files = Annotated[
    list[str], Argument(metavar="FILE...", help="Texts: files, folders of files, or - for standard input.")
]
MaskListing = Annotated[list[str] | None, output_of("the masks", ".csv, .json or .txt")]
MaskListingForm = Annotated[
    Literal["csv", "json", "text"] | None, Option("--format", help="Write this format, whatever the suffix says.")
]
Against = Annotated[
    list[str] | None,
    Option("--against", metavar="COPY", help="A copy that may show what the texts hide, or a folder. May be repeated."),
]
CheckListing = Annotated[list[str] | None, output_of("the findings", ".json or .txt")]
QuietListing = Annotated[bool, Option("--quiet", "-q", help="Print nothing; the exit code tells.")]
RuleListing = Annotated[list[str] | None, output_of("the rules", ".json or .txt")]
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
