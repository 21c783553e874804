"""What is open above a line of a text: headings, articles, lists, each with its address.

Asked by `outline`, which opens and closes them. Knows no document.
"""

from collections.abc import Callable
from typing import NamedTuple

from difftool.view.address import Address, Step
from difftool.view.clauses import is_next
from difftool.view.heads import DIVISIONS, Head, as_roman


class Level(NamedTuple):
    """Hold the style of what is open, as written, and its address."""

    style: str
    address: Address


class Levels:
    """Hold what is open, the outermost first, and which styles were seen inside which.

    >>> open_ = Levels()
    >>> open_.push("一、", Step("一、", (1,), "一、"))
    (Step(style='一、', value=(1,), text='一、'),)
    >>> open_.first(lambda style: style == "9."), len(open_.levels)
    (1, 1)
    """

    def __init__(self) -> None:
        """Open nothing."""
        self.levels: list[Level] = []
        self._inside: set[tuple[str, str]] = set()  # pairs of styles, the first seen to hold the second

    @property
    def above(self) -> Address:
        """Give the address of the innermost level."""
        return self.levels[-1].address if self.levels else ()

    def push(self, style: str, step: Step, above: Address | None = None) -> Address:
        """Open a level below all that is open; `above` is the address of what holds it, if cited otherwise there."""
        if self.levels and (self.levels[-1].style, style) not in self._inside:
            self._inside.update((holder, style) for holder, _ in self.levels if (style, holder) not in self._inside)
        self.levels.append(Level(style, (*(self.above if above is None else above), step)))
        return self.above

    def first(self, closes: Callable[[str], bool]) -> int:
        """Find the outermost level of such a style; how many are open where there is none."""
        return next((at for at, (style, _) in enumerate(self.levels) if closes(style)), len(self.levels))

    def home(self, head: Head, least: int) -> tuple[int, Head]:
        """Find how many levels, `least` or more, stay open above an item, and read it as what it then is."""
        found = list(enumerate(self.levels))[least:]
        roman = as_roman(head)
        if roman and not any(is_next(head, *one) for _, one in found):
            head = roman
        for at, one in reversed(found):
            if one.style == head.style or (is_next(head, *one) and one.style.strip("9一") == head.style.strip("9一")):
                return at, head
        lists = [at for at, (style, _) in found if head.style in DIVISIONS and style not in DIVISIONS]
        at = min(lists, default=len(self.levels))
        while at > least and (head.style, self.levels[at - 1].style) in self._inside:
            at -= 1
        if head.style.startswith("1.1"):
            at = next((at for at, (style, _) in found if style.startswith("1.1") and len(style) >= len(head.style)), at)
        return at, head

    def follows(self, head: Head) -> bool:
        """Tell whether a number goes on with what is open, or begins a list: then a wrapped line may begin with it."""
        return head.style[0] in "第#附" or head.value[-1] == 1 or any(is_next(head, *one) for one in self.levels)
