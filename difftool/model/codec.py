"""A comparison as JSON values and back: the contract `difftool.comparison/1`.

The shape is written down in `comparison.schema.json` beside this module, and a
test validates every output against it. Knows nothing of files or of text
encodings: what is read and written here are dictionaries, lists, strings, numbers.
"""

from difftool.errors import UnknownFormat
from difftool.model.comparison import Comparison, Fact, Finding, Group, Limit, Link, Relation, Side, Summary
from difftool.model.document import Document, described
from difftool.model.edit import Change
from difftool.model.fields import Node
from difftool.model.mask import Mask
from difftool.model.plain import plain
from difftool.model.settings import Settings
from difftool.model.span import Span

__all__ = ["SCHEMA", "from_json", "to_json"]

SCHEMA = "difftool.comparison/1"
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
    relation = comparison.relation
    return {
        "schema": SCHEMA,
        "tool": {"name": "difftool", "version": version},
        "settings": {name: plain(value) for name, value in comparison.settings._asdict().items()},
        "left": _document(comparison.left),
        "right": _document(comparison.right),
        "relation": plain(relation),
        "links": [  # as `plain` would, but a book has very many
            {"kind": kind.value, "left": list(left), "right": list(right), "score": score}
            for kind, left, right, score in comparison.links
        ],
        "changes": [_change(comparison, change) for change in comparison.changes],
        "groups": [plain(group) for group in comparison.groups],
        "masks": {
            "left": [plain(mask) for mask in comparison.left_masks],
            "right": [plain(mask) for mask in comparison.right_masks],
        },
        "facts": {
            "left": [plain(fact) for fact in comparison.left_facts],
            "right": [plain(fact) for fact in comparison.right_facts],
        },
        "findings": [plain(finding) for finding in comparison.findings],
        "limits": [plain(limit) for limit in comparison.limits],
        "notes": list(comparison.notes),
        "summary": _summary(comparison.summary),
    }


def _change(comparison: Comparison, change: Change) -> object:
    """Write a change, and where it stands as people cite it: derived, so that no reader has to join tables."""
    fields: dict[str, object] = {name: plain(value) for name, value in change._asdict().items()}
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
