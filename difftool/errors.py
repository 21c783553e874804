"""The family of errors, each with the next step for the person who meets it.

::

    DifftoolError            something the caller can mend; never a bug of ours
    ├── UnreadableFile       a file is missing, no file, or holds no text
    ├── UnknownFormat        no reader or no renderer answers to that name
    ├── UnwritableReport     the report cannot be written where it was wanted
    ├── InvalidSettings      an option or a setting has no meaning
    ├── ForeignVerdicts      verdicts were given on other texts
    ├── LostWorker           a worker that did part of the work was killed
    ├── UnusableStore        a store is missing, locked, full, read-only, or none
    ├── DamagedStore         what a store gives is not what was put in
    ├── UnknownVersion       no tracked document or version answers to that name
    ├── RefusedChange        a store does not take what would lose something
    └── BrokenLaw            a comparison broke one of its own promises (`compare --check`)

Stands below everything and knows nothing of documents, files or terminals.
"""

from functools import partial


class DifftoolError(Exception):
    """Say what failed and why, and in `hint` what to do next.

    Messages are sentences in lower case without a final stop, so that the
    command line can frame them.

    >>> str(UnreadableFile("a.txt is a folder", hint="name a file inside it"))
    'a.txt is a folder'
    >>> UnreadableFile("a.txt is a folder", hint="name a file inside it").hint
    'name a file inside it'
    """

    def __init__(self, message: str, *, hint: str) -> None:
        """Keep the message for `str()` and the hint beside it."""
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Say how to make it again elsewhere."""
        return partial(type(self), hint=self.hint), self.args


class UnreadableFile(DifftoolError):  # noqa: N818 - it names a state of the file, not a fault of the program
    """A file is missing, is no file, or holds no text."""


class UnknownFormat(DifftoolError):  # noqa: N818 - as above
    """No reader or no renderer answers to that name."""


class UnwritableReport(DifftoolError):  # noqa: N818 - as above
    """The report cannot be written where it was wanted."""


class InvalidSettings(DifftoolError):  # noqa: N818 - as above
    """An option or a setting has no meaning."""


class ForeignVerdicts(DifftoolError):  # noqa: N818 - as above
    """Verdicts were given on other texts than those at hand."""


class LostWorker(DifftoolError):  # noqa: N818 - as above
    """A worker that did part of the work was killed."""


class UnusableStore(DifftoolError):  # noqa: N818 - as above
    """A store is missing, locked, full, read-only, of a newer schema, or no store at all."""


class DamagedStore(DifftoolError):  # noqa: N818 - as above
    """What a store gives is not what was put in."""


class UnknownVersion(DifftoolError):  # noqa: N818 - as above
    """No tracked document or version answers to that name, or several do."""


class RefusedChange(DifftoolError):  # noqa: N818 - as above
    """A store does not take what would lose or confuse something."""


class BrokenLaw(DifftoolError):  # noqa: N818 - as above
    """A comparison broke one of its own promises: a bug of ours, shown with the two files."""
