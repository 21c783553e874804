"""A comparison as JSON values and back: the contract `difftool.comparison/1`.

The shape is written down in `comparison.schema.json` beside this module, and a
test validates every output against it. Knows nothing of files or of text
encodings: what is read and written here are dictionaries, lists, strings, numbers.
"""

from collections.abc import Iterable, Iterator

from difftool.errors import UnknownFormat
from difftool.model.comparison import Comparison, Fact, Finding, Group, Limit, Link, Relation, Side, Summary
from difftool.model.document import Document, described
from difftool.model.edit import Change
from difftool.model.fields import Node
from difftool.model.mask import Mask
from difftool.model.plain import plain
from difftool.model.settings import Settings
from difftool.model.span import Span

__all__ = ["SCHEMA", "from_json", "streamed", "to_json"]

SCHEMA = "difftool.comparison/1"
_Flat = Link | Group | Mask | Fact | Finding | Limit
_HINT = "take the JSON as difftool compare LEFT RIGHT --format json wrote it"


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
    return {name: plain(value) for name, value in streamed(comparison, version).items()}


def streamed(comparison: Comparison, version: str) -> dict[str, object]:
    """Write a comparison as `to_json` does for one that goes through it once: a long list makes its things when asked.

    Such a list is an iterator; tuples stay, as JSON writes them as lists, and the strings of enumerations.

    >>> from difftool.model import LinkKind, RelationKind, document
    >>> same = Relation(RelationKind.IDENTICAL, None, Span(0, 1), Span(0, 1), 1.0, 1.0, 1.0, layout_differs=False)
    >>> comparison = Comparison(document("一"), document("一"), Settings(), same, (Link(LinkKind.EQUAL, (0,), ()),), ())
    >>> next(streamed(comparison, "0.1.0")["links"])["left"]
    (0,)
    """
    return {
        "schema": SCHEMA,
        "tool": {"name": "difftool", "version": version},
        "settings": plain(comparison.settings),
        "left": _document(comparison.left),
        "right": _document(comparison.right),
        "relation": plain(comparison.relation),
        "links": (  # as `_objects` would, but a book has very many
            {"kind": kind, "left": left, "right": right, "score": score}
            for kind, left, right, score in comparison.links
        ),
        "changes": (_change(comparison, change) for change in comparison.changes),
        "groups": _objects(comparison.groups),
        "masks": {"left": _objects(comparison.left_masks), "right": _objects(comparison.right_masks)},
        "facts": {"left": _objects(comparison.left_facts), "right": _objects(comparison.right_facts)},
        "findings": _objects(comparison.findings),
        "limits": _objects(comparison.limits),
        "notes": comparison.notes,
        "summary": _summary(comparison.summary),
    }


def _objects(values: Iterable[_Flat]) -> Iterator[dict[str, object]]:
    """Write each of some values that hold no named tuples but spans."""
    return (value._asdict() for value in values)


def _change(comparison: Comparison, change: Change) -> dict[str, object]:
    """Write a change, and where it stands as people cite it: derived, so that no reader has to join tables."""
    fields = change._asdict()
    fields["left_place"] = comparison.place(change, Side.LEFT)
    fields["right_place"] = comparison.place(change, Side.RIGHT)
    return fields


def _document(document: Document) -> dict[str, object]:
    """Describe a document without its text."""
    return {
        **described(document),
        "paragraphs": document.paragraphs,
        "notes": document.notes,
        "addresses": document.addresses,
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
    whole = Node(data, "comparison", _HINT)
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


def _without_text(node: Node) -> Document:
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
