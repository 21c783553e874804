"""Everything that can alter a result, in one value."""

from typing import NamedTuple

from difftool.model.edit import Kind

# Cells of an edit matrix. The leaf engine does some 2e8 of them a second, so one residue
# cannot hold a comparison up for longer than a few seconds, on any machine alike.
DEFAULT_WORK_LIMIT = 400_000_000


class Settings(NamedTuple):
    """Hold the choices of a comparison; hashable, passed explicitly, never global.

    `work_limit` bounds the cells of an edit matrix for one dissimilar stretch (one of up
    to four million is always compared); there is no clock anywhere. `ignore` names
    kinds whose changes stay listed but do not count; with `only`, all other kinds
    are ignored. `outside` false leaves what lies outside the located part out of a report.
    `terms` are fixed terms with numerals in them (五个一工程) that are no amounts, besides the shipped ones.

    >>> Settings(only=(Kind.MASK,)).ignores(Kind.SPACE)
    True
    """

    work_limit: int = DEFAULT_WORK_LIMIT
    ignore: tuple[Kind, ...] = ()
    only: tuple[Kind, ...] = ()
    outside: bool = True
    terms: tuple[str, ...] = ()

    def ignores(self, kind: Kind) -> bool:
        """Tell whether changes of `kind` are not to count."""
        return kind in self.ignore or (bool(self.only) and kind not in self.only)
