"""What is in force and where it comes from: the answer of `rules`, and its JSON, the contract `difftool.rules/1`.

The shape of the JSON is written down in `rules.schema.json` beside this module.
"""

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["SCHEMA", "InForce", "Wish", "to_json"]

SCHEMA = "difftool.rules/1"
# What a source says: a setting, its value (of those that add up, one), and the source.
Wish = tuple[str, object, str]


class InForce(NamedTuple):
    """Hold one setting that is in force, or one entry of a setting that lists several, and where it comes from.

    `value` is what JSON knows; `place` is a file with a line, a variable or an option, empty for what is built in.
    """

    setting: str
    value: object
    source: str
    place: str


def to_json(rules: Sequence[InForce], version: str) -> dict[str, object]:
    """Write what is in force as the JSON object of the contract; `version` is the tool's.

    >>> to_json([InForce("terms", "五个一工程", "option", "--term")], "0.1.0")["rules"]
    [{'setting': 'terms', 'value': '五个一工程', 'source': 'option', 'place': '--term'}]
    """
    return {
        "schema": SCHEMA,
        "tool": {"name": "difftool", "version": version},
        "rules": [rule._asdict() for rule in rules],
    }
