"""JSON values read back as values of the model, one field at a time: what the contracts share.

The way there is `plain`. Knows no contract: `codec` and `verdicts` say which fields there are.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

from difftool.errors import UnknownFormat
from difftool.model.span import Span

__all__ = ["Node"]

_OBJECT, _LIST, _PAIR = "an object", "a list", "a pair [start, end]"

_Value = TypeVar("_Value")
_PLAIN: dict[object, str] = {
    str: "a string",
    int: "a whole number from 0",
    float: "a share from 0 to 1",
    bool: "true or false",
}


class Node(NamedTuple):
    """Hold one JSON value, the path to it, so that a complaint can name the place, and the hint of all complaints.

    Each reading raises `UnknownFormat` for what has no meaning there.

    >>> Node({"span": [2, 1]}, "change", "make it again").at("span").read(Span)
    Traceback (most recent call last):
    difftool.errors.UnknownFormat: change.span is not a pair [start, end]
    """

    value: object
    path: str
    hint: str

    def at(self, name: str, default: object = None) -> "Node":
        """Step to the field `name`; where there is none, to a default if one is given."""
        if not isinstance(self.value, dict):
            raise self.is_not(_OBJECT)
        value = self.value.get(name, default)
        if value is None and name not in self.value:
            raise self.lacks(name)
        return self._replace(value=value, path=f"{self.path}.{name}")

    def read(self, kind: type[_Value]) -> _Value:
        """Read the value as one of `kind`: a named tuple of the model, a word of it, or a plain value."""
        return cast("_Value", self.read_annotated(kind))

    def read_annotated(self, kind: object) -> object:
        """Read the value as an annotation of the model says: a class, a tuple of one, or one or nothing."""
        arguments = get_args(kind)
        if get_origin(kind) is tuple:
            return self.read_all(arguments[0])
        if get_origin(kind) is UnionType:
            return None if self.value is None else self.read_annotated(arguments[0])
        if kind is Span:
            return self.read_span()
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self.read_word(kind)
        return self.read_plain(kind) if kind in _PLAIN else self.read_fields(cast("Callable[..., object]", kind))

    def read_span(self) -> Span:
        """Read a pair of ends in order."""
        ends = self.read_all(int)
        if len(ends) != len(Span._fields) or ends[0] > ends[1]:
            raise self.is_not(_PAIR)
        return Span(*ends)

    def read_word(self, words: type[StrEnum]) -> StrEnum:
        """Read one of the words of an enumeration."""
        if self.value not in list(words):
            raise self.is_not("one of " + ", ".join(words))
        return words(str(self.value))

    def read_plain(self, kind: object) -> object:
        """Read a string, a truth value, a whole number from 0, or a share, which may be written `1`."""
        value = float(self.value) if kind is float and type(self.value) is int else self.value
        if type(value) is not kind or (isinstance(value, int) and value < 0):
            raise self.is_not(_PLAIN[kind])
        if isinstance(value, float) and not 0 <= value <= 1:
            raise self.is_not(_PLAIN[kind])
        return value

    def read_fields(self, kind: Callable[..., object]) -> object:
        """Read each field of a named tuple by its annotation."""
        return kind(**{name: self.at(name).read_annotated(hint) for name, hint in _annotations(kind).items()})

    def read_all(self, kind: type[_Value]) -> tuple[_Value, ...]:
        """Read a list of values of `kind`."""
        return tuple([one.read(kind) for one in self.each()])

    def each(self) -> "list[Node]":
        """Step to each value of a list."""
        if not isinstance(self.value, list):
            raise self.is_not(_LIST)
        return [Node(item, f"{self.path}[{index}]", self.hint) for index, item in enumerate(self.value)]

    def is_not(self, expected: str) -> UnknownFormat:
        """Say what stands here instead of `expected`."""
        return UnknownFormat(f"{self.path} is not {expected}", hint=self.hint)

    def lacks(self, name: str) -> UnknownFormat:
        """Say that the field `name` is not there."""
        return UnknownFormat(f"{self.path}.{name} is missing", hint=self.hint)


@cache
def _annotations(kind: Callable[..., object]) -> dict[str, object]:
    """Resolve the annotations of a named tuple of the model."""
    return dict(get_type_hints(kind))
