"""What a reviewer decided of each change, and its JSON, the contract `difftool.verdicts/1`.

The page of a comparison writes it, `difftool review` reads it. The shape is written down in
`verdicts.schema.json` beside this module. Knows no comparison: whether a key is one of its changes
is for `review` to say.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from difftool.errors import UnknownFormat
from difftool.model.fields import Node
from difftool.model.plain import plain
from difftool.model.settings import Settings

__all__ = ["SCHEMA", "Decision", "Verdict", "Verdicts", "Witness", "from_json", "to_json"]

SCHEMA = "difftool.verdicts/1"
_HINT = "take the file as the page of the comparison exported it"
_DIGEST = re.compile("(?:[0-9a-f]{64})?")
_TOOL, _SHA256, _KEY = "difftool", "a SHA-256 of 64 hexadecimal digits", "the key of a change"


class Verdict(StrEnum):
    """What is to become of a change: right's reading, left's, or left's because it does not matter."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    IGNORED = "ignored"


class Decision(NamedTuple):
    """Hold what was decided of the change with this key: nothing yet where `verdict` is None."""

    key: str
    verdict: Verdict | None = None
    comment: str = ""


class Witness(NamedTuple):
    """Name one of the texts compared; `sha256` is of its bytes, empty where it was not told."""

    name: str
    sha256: str = ""


class Verdicts(NamedTuple):
    """Hold the decisions of one review, and what it takes to make its comparison anew: the texts and the settings."""

    left: Witness
    right: Witness
    settings: Settings
    decisions: tuple[Decision, ...] = ()


def to_json(verdicts: Verdicts, version: str) -> dict[str, object]:
    """Write verdicts as the JSON object of the contract; `version` is the tool's.

    >>> some = Verdicts(Witness("a.txt"), Witness("b.txt"), Settings(), (Decision("fc2c", Verdict.ACCEPTED, "yes"),))
    >>> to_json(some, "0.1.0")["verdicts"]
    [{'key': 'fc2c', 'verdict': 'accepted', 'comment': 'yes'}]
    >>> from_json(to_json(some, "0.1.0")) == some
    True
    """
    return {
        "schema": SCHEMA,
        "tool": {"name": _TOOL, "version": version},
        "left": plain(verdicts.left),
        "right": plain(verdicts.right),
        "settings": plain(verdicts.settings),
        "verdicts": plain(verdicts.decisions),
    }


def from_json(data: object) -> Verdicts:
    """Read verdicts back from the JSON object of the contract.

    Fields that this version does not know are passed over. Raises `UnknownFormat` when the schema is another
    one, when a field is missing or has no meaning, and when a key stands there twice; the message names the field.

    >>> from_json({"schema": "difftool.verdicts/1", "tool": {"name": "difftool", "version": "0.1.0"}})
    Traceback (most recent call last):
    difftool.errors.UnknownFormat: verdicts.left is missing
    """
    whole = Node(data, "verdicts", _HINT)
    schema = whole.at("schema").read(str)
    if schema != SCHEMA:
        message = f"verdicts of schema {schema!r}, and only {SCHEMA} is known"
        raise UnknownFormat(message, hint="make the page again with this version, and export them from it")
    tool = whole.at("tool")
    tool.at("version").read(str)
    if tool.at("name").read(str) != _TOOL:
        raise tool.at("name").is_not(_TOOL)
    left, right = (_witness(whole.at(side)) for side in ("left", "right"))
    return Verdicts(left, right, whole.at("settings").read(Settings), _decisions(whole.at("verdicts")))


def _witness(node: Node) -> Witness:
    digest = node.at("sha256")
    if not _DIGEST.fullmatch(digest.read(str)):
        raise digest.is_not(_SHA256)
    return node.read(Witness)


def _decisions(node: Node) -> tuple[Decision, ...]:
    """Read the decisions, each of another change."""
    found: dict[str, Decision] = {}
    for one in node.each():
        decision = one.read(Decision)
        if not decision.key:
            raise one.at("key").is_not(_KEY)
        if decision.key in found:
            message = f"{one.path}.key is {decision.key}, which has a verdict above"
            raise UnknownFormat(message, hint="leave one verdict for each change")
        found[decision.key] = decision
    return tuple(found.values())
