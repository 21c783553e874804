"""The commands `tag`, `rename` and `forget`: what people do to what is tracked."""

from difftool.cli import options as o
from difftool.cli import store_options as s


def tag(
    version: s.VersionName,
    label: s.TagLabel,
    *,
    remove: s.RemoveTag = False,
    store: s.StoreFile = None,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Give a version a label, by which NAME@label names it.

    A label belongs to one version of a document; one that is a date (2016, 2016-02) dates a text that has no other.
    """
    from difftool.cli import storing  # noqa: PLC0415 - `--help` and a wrong call do without

    with storing.reading(store) as kept:
        if remove:
            kept.untag(version, label)
        else:
            kept.tag(version, label)
    return 0


def rename(
    name: s.OldName,
    new: s.NewName,
    *,
    join: s.Join = False,
    store: s.StoreFile = None,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Give a tracked document another name, or with --join make its versions those of another document."""
    from difftool.cli import curating, storing  # noqa: PLC0415 - as above

    with storing.reading(store) as kept:
        if join:
            curating.join(kept, name, new)
        else:
            kept.rename(name, new)
    return 0


def forget(
    version: s.VersionName,
    *,
    yes: s.Yes = False,
    store: s.StoreFile = None,
    traceback: o.Traceback = False,  # noqa: ARG001 - as in `compare`
) -> int:
    """Forget a document, or one version of it, for good.

    Says what goes and asks first; --yes answers. What is forgotten is overwritten in the store's file.
    """
    from difftool.cli import curating, storing  # noqa: PLC0415 - as above

    with storing.reading(store) as kept:
        curating.forget(kept, version, is_sure=yes)
    return 0
