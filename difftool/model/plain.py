"""Values of the model as JSON values: what the contracts share, and the page.

The way back is `fields`. Knows no contract: `codec` and its like say which fields there are.
"""

from collections.abc import Iterator
from enum import StrEnum

from difftool.model.span import Span

__all__ = ["plain"]


def plain(value: object) -> object:
    """Turn a value of the model into what JSON knows: a span into a pair, a named tuple into an object.

    What an object holds is turned, too, and an iterator becomes a list.

    >>> plain((Span(0, 2), None))
    [[0, 2], None]
    """
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Span):
        return [value.start, value.end]
    fields: tuple[str, ...] | None = getattr(value, "_fields", None) if isinstance(value, tuple) else None
    if fields is not None:
        value = dict(zip(fields, value, strict=True))  # type: ignore[call-overload]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, tuple | Iterator):
        return [plain(item) for item in value]
    return value
