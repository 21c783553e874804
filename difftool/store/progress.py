"""How far long work is: said to a caller, who may show it. Knows no work."""

from collections.abc import Callable, Iterable
from typing import TypeVar

__all__ = ["Following", "quietly"]

Item = TypeVar("Item")

# Is given what there is to go through and how much that is, and gives it on; may show how far it is.
Following = Callable[[Iterable[Item], int], Iterable[Item]]


def quietly(items: Iterable[Item], _count: int) -> Iterable[Item]:
    """Show nothing.

    >>> list(quietly("ab", 2))
    ['a', 'b']
    """
    return items
