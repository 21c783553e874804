"""The command `review`: verdicts in, what was decided or the text that follows out, and an exit code."""

from difftool.cli import listing_options as ls
from difftool.cli import options as o


def review(  # noqa: PLR0913 - each option is an argument
    verdicts: ls.VerdictFile,
    left: ls.ReviewedLeft = None,
    right: ls.ReviewedRight = None,
    *,
    apply: ls.Apply = False,
    output: ls.ReviewOutput = None,
    form: ls.ListingForm = None,
    encoding: o.Encoding = None,
    encoding_left: o.EncodingLeft = None,
    encoding_right: o.EncodingRight = None,
    quiet: ls.QuietReview = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Say what was decided of the changes of two texts, or with --apply write the text that follows.

    VERDICTS is what the page of a comparison exported. Accepted changes read as RIGHT has them, all others
    as LEFT. Exits with 0 when all is decided, with 1 when changes are open.
    """
    from difftool.cli import reviewing  # noqa: PLC0415 - `--help` and a wrong call do without

    reports = reviewing.places(output or (), form, apply=apply)
    reviewing.refuse_bad_names(verdicts, left, right)
    told = reviewing.read_verdicts(verdicts)
    places = reviewing.found_texts(verdicts, left, right, told)
    reviewing.refuse_bad_places(reports, [verdicts, *(place.path for place in places)], "one of the files read")
    found = reviewing.reviewed(places, (encoding_left or encoding, encoding_right or encoding), told)
    if apply:
        reviewing.write(found, reports, quiet=quiet)
    else:
        reviewing.deliver(found, reports, quiet=quiet)
    return 0 if found.is_decided else 1
