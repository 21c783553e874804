"""The command `verify`: a store in, what of it is sound and an exit code out."""

from difftool.cli import listing_options as ls
from difftool.cli import options as o
from difftool.cli import store_options as s


def verify(
    *,
    output: s.VerifyListing = None,
    form: ls.ListingForm = None,
    store: s.StoreFile = None,
    quiet: ls.QuietListing = False,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Check that a store still gives what was put in.

    Reads and proves everything: the file, every row, every version by its digest. Tells what is damaged, and
    which versions can still be read. Exits with 0 when all is sound, with 1 when something is damaged.
    """
    from difftool.cli import verifying  # noqa: PLC0415 - `--help` and a wrong call do without

    return 0 if verifying.verify(store, output or (), form, quiet=quiet).is_sound else 1
