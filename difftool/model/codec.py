"""A comparison as JSON values and back: the contract `difftool.comparison/1`.

The shape is written down in `comparison.schema.json` beside this module, and a
test validates every output against it. Knows nothing of files or of text
encodings: what is read and written here are dictionaries, lists, strings, numbers.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import NamedTuple, TypeVar, cast, get_args, get_origin, get_type_hints

from difftool.errors import UnknownFormat
from difftool.model.comparison import Comparison, Fact, Finding, Group, Limit, Link, Relation, Side, Summary
from difftool.model.document import Document, described
from difftool.model.edit import Change
from difftool.model.mask import Mask
from difftool.model.settings import Settings
from difftool.model.span import Span

__all__ = ["SCHEMA", "from_json", "to_json"]

SCHEMA = "difftool.comparison/1"
_OBJECT, _LIST, _PAIR = "an object", "a list", "a pair [start, end]"
_HINT = "take the JSON as difftool compare LEFT RIGHT --format json wrote it"

_Value = TypeVar("_Value")
_PLAIN: dict[object, str] = {
    str: "a string",
    int: "a whole number from 0",
    float: "a share from 0 to 1",
    bool: "true or false",
}


def to_json(comparison: Comparison, version: str) -> dict[str, object]:
    """Write a comparison as the JSON object of the contract; `version` is the tool's.

    Spans are `[start, end]` in code points. The texts are not part of it, only their description; the summary is.

    >>> from difftool.model import RelationKind, document
    >>> nowhere = Span(0, 0)
    >>> same = Relation(RelationKind.IDENTICAL, None, nowhere, nowhere, 0.0, 0.0, 1.0, layout_differs=False)
    >>> empty = Comparison(document(""), document(""), Settings(), same, (), ())
    >>> to_json(empty, "0.1.0")["tool"]
    {'name': 'difftool', 'version': '0.1.0'}
    >>> from_json(to_json(empty, "0.1.0")) == empty
    True
    """
    relation = comparison.relation
    return {
        "schema": SCHEMA,
        "tool": {"name": "difftool", "version": version},
        "settings": {name: _plain(value) for name, value in comparison.settings._asdict().items()},
        "left": _document(comparison.left),
        "right": _document(comparison.right),
        "relation": _plain(relation),
        "links": [  # as `_plain` would, but a book has very many
            {"kind": kind.value, "left": list(left), "right": list(right), "score": score}
            for kind, left, right, score in comparison.links
        ],
        "changes": [_change(comparison, change) for change in comparison.changes],
        "groups": [_plain(group) for group in comparison.groups],
        "masks": {
            "left": [_plain(mask) for mask in comparison.left_masks],
            "right": [_plain(mask) for mask in comparison.right_masks],
        },
        "facts": {
            "left": [_plain(fact) for fact in comparison.left_facts],
            "right": [_plain(fact) for fact in comparison.right_facts],
        },
        "findings": [_plain(finding) for finding in comparison.findings],
        "limits": [_plain(limit) for limit in comparison.limits],
        "notes": list(comparison.notes),
        "summary": _summary(comparison.summary),
    }


def _plain(value: object) -> object:
    """Turn a value of the model into what JSON knows: a span into a pair, a named tuple into an object."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        fields: tuple[str, ...] | None = getattr(value, "_fields", None)
        if fields is None:
            return [_plain(item) for item in value]
        return {name: _plain(item) for name, item in zip(fields, value, strict=True)}
    return value


def _change(comparison: Comparison, change: Change) -> object:
    """Write a change, and where it stands as people cite it: derived, so that no reader has to join tables."""
    fields: dict[str, object] = {name: _plain(value) for name, value in change._asdict().items()}
    return fields | {f"{side}_place": comparison.place(change, side) for side in Side}


def _document(document: Document) -> dict[str, object]:
    """Describe a document without its text."""
    return {
        **described(document),
        "paragraphs": [list(span) for span in document.paragraphs],
        "notes": list(document.notes),
        "addresses": list(document.addresses),
    }


def _summary(summary: Summary) -> dict[str, object]:
    """Write the counts, what lies outside under its side."""
    return {
        "changes": summary.changes,
        "substantive": summary.substantive,
        "doubtful": summary.doubtful,
        "accidental": summary.accidental,
        "ignored": summary.ignored,
        "by_kind": {kind.value: number for kind, number in summary.by_kind.items()},
        "outside": {"left": summary.outside_left, "right": summary.outside_right},
    }


def from_json(data: object) -> Comparison:
    """Read a comparison back from the JSON object of the contract.

    The documents come back without text. Fields that this version does not know
    are passed over; the summary is derived again. Raises `UnknownFormat` when the
    schema is another one, or when a field is missing or has no meaning; the
    message names the field.

    >>> from_json({"schema": "difftool.comparison/1", "masks": {}, "facts": {}})
    Traceback (most recent call last):
    difftool.errors.UnknownFormat: comparison.left is missing
    """
    whole = _Node(data, "comparison")
    schema = whole.at("schema").read(str)
    if schema != SCHEMA:
        message = f"a comparison of schema {schema!r}, and only {SCHEMA} is known"
        raise UnknownFormat(message, hint="make it again with this version: difftool compare LEFT RIGHT --format json")
    masks = whole.at("masks")
    facts = whole.at("facts")
    return Comparison(
        left=_without_text(whole.at("left")),
        right=_without_text(whole.at("right")),
        settings=whole.at("settings").read(Settings),
        relation=whole.at("relation").read(Relation),
        links=whole.at("links").read_all(Link),
        changes=whole.at("changes").read_all(Change),
        groups=whole.at("groups").read_all(Group),
        left_masks=masks.at("left").read_all(Mask),
        right_masks=masks.at("right").read_all(Mask),
        left_facts=facts.at("left").read_all(Fact),
        right_facts=facts.at("right").read_all(Fact),
        findings=whole.at("findings").read_all(Finding),
        limits=whole.at("limits").read_all(Limit),
        notes=whole.at("notes").read_all(str),
    )


def _without_text(node: "_Node") -> Document:
    """Read what is said of a document."""
    return Document(
        name=node.at("name").read(str),
        text="",
        paragraphs=node.at("paragraphs").read_all(Span),
        media_type=node.at("media_type").read(str),
        encoding=node.at("encoding").read(str),
        sha256=node.at("sha256").read(str),
        length=node.at("length").read(int),
        notes=node.at("notes").read_all(str),
        addresses=node.at("addresses").read_all(str),
    )


class _Node(NamedTuple):
    """Hold one JSON value and the path to it, so that a complaint can name the place."""

    value: object
    path: str

    def at(self, name: str) -> "_Node":
        """Step to the field `name`."""
        if not isinstance(self.value, dict):
            raise self.is_not(_OBJECT)
        if name not in self.value:
            raise self.lacks(name)
        return _Node(self.value[name], f"{self.path}.{name}")

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
        if not isinstance(self.value, list):
            raise self.is_not(_LIST)
        return tuple([_Node(item, f"{self.path}[{index}]").read(kind) for index, item in enumerate(self.value)])

    def is_not(self, expected: str) -> UnknownFormat:
        """Say what stands here instead of `expected`."""
        return UnknownFormat(f"{self.path} is not {expected}", hint=_HINT)

    def lacks(self, name: str) -> UnknownFormat:
        """Say that the field `name` is not there."""
        return UnknownFormat(f"{self.path}.{name} is missing", hint=_HINT)


@cache
def _annotations(kind: Callable[..., object]) -> dict[str, object]:
    """Resolve the annotations of a named tuple of the model."""
    return dict(get_type_hints(kind))
