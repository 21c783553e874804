"""Values of the model as JSON values: what the contracts share, and the page.

The way back is `fields`. Knows no contract: `codec` and its like say which fields there are.
"""

from enum import StrEnum

from difftool.model.span import Span

__all__ = ["plain"]


def plain(value: object) -> object:
    """Turn a value of the model into what JSON knows: a span into a pair, a named tuple into an object.

    >>> plain((Span(0, 2), None))
    [[0, 2], None]
    """
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        fields: tuple[str, ...] | None = getattr(value, "_fields", None)
        if fields is None:
            return [plain(item) for item in value]
        return {name: plain(item) for name, item in zip(fields, value, strict=True)}
    return value
