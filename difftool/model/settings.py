"""Everything that can alter a result, in one value."""

from typing import NamedTuple

from difftool.model.edit import Kind

# Cells of an edit matrix. The leaf engine does some 2e8 of them a second, so one residue
# cannot hold a comparison up for longer than a few seconds, on any machine alike.
DEFAULT_WORK_LIMIT = 400_000_000


class Equivalence(NamedTuple):
    """Wish that a difference be ignored, with the reason; it stays listed, and proves nothing.

    Either `texts`, any two of which count as one (其它, 其他; an empty one may be missing), or `pattern`:
    a difference that is gone once its matches are replaced by `replacement`. `kind` renames such
    changes. It is asked only in paragraphs where `paragraphs` is found, and of documents one of
    which has a name like the glob `files`; empty, they limit nothing.
    """

    name: str
    texts: tuple[str, ...] = ()
    pattern: str = ""
    replacement: str = ""
    kind: Kind | None = None
    paragraphs: str = ""
    files: str = ""
    reason: str = ""


class MaskStyle(NamedTuple):
    """Take what `pattern` matches for a mask; `reading` names the slot, empty leaves it to the neighbours."""

    name: str
    pattern: str
    reading: str = ""
    reason: str = ""


class Settings(NamedTuple):
    """Hold the choices of a comparison; hashable, passed explicitly, never global.

    `work_limit` bounds the cells of an edit matrix for one dissimilar stretch (one of up
    to four million is always compared); there is no clock anywhere. `ignore` names
    kinds whose changes stay listed but do not count; with `only`, all other kinds
    are ignored. `outside` false leaves what lies outside the located part out of a report.
    `terms` are fixed terms with numerals in them (五个一工程) that are no amounts, besides the shipped ones.
    `conceal` true keeps every value that a mask hides out of what is written.
    `equivalences` are asked in their order, of `masks` the first that matches counts.

    >>> Settings(only=(Kind.MASK,)).ignores(Kind.SPACE)
    True
    """

    work_limit: int = DEFAULT_WORK_LIMIT
    ignore: tuple[Kind, ...] = ()
    only: tuple[Kind, ...] = ()
    outside: bool = True
    terms: tuple[str, ...] = ()
    conceal: bool = False
    equivalences: tuple[Equivalence, ...] = ()
    masks: tuple[MaskStyle, ...] = ()

    def ignores(self, kind: Kind) -> bool:
        """Tell whether changes of `kind` are not to count."""
        return kind in self.ignore or (bool(self.only) and kind not in self.only)
