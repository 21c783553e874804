"""Whether a store still gives what was put in: the answer of `verify`, and its JSON, the contract `difftool.verify/1`.

The shape of the JSON is written down in `verification.schema.json` beside this module. Knows no database.
"""

from enum import StrEnum
from typing import NamedTuple

from difftool.model.plain import plain

__all__ = ["SCHEMA", "Checked", "Damage", "Impaired", "Lost", "Part", "Verification", "to_json"]

SCHEMA = "difftool.verify/1"


class Part(StrEnum):
    """What of a version can be lost: its text, or the bytes of a file that it was read from."""

    TEXT = "text"
    ORIGINAL = "original"


class Checked(NamedTuple):
    """Count what was looked at; `size` is in bytes, unpacked."""

    documents: int = 0
    versions: int = 0
    sightings: int = 0
    labels: int = 0
    contents: int = 0
    size: int = 0


class Damage(NamedTuple):
    """Say what is not as it was written, and in which part of the store: a table, or `file` for SQLite's own."""

    place: str
    cause: str


class Lost(NamedTuple):
    """Say which part of a version cannot be read any more, and why."""

    version: int
    part: Part
    cause: str


class Impaired(NamedTuple):
    """Tell of a document with damage which versions can still be read.

    `name` is empty where it is lost. `history` says why the document's history cannot be told, and is empty where it
    can be.
    """

    name: str
    history: str
    readable: tuple[int, ...]
    lost: tuple[Lost, ...]


class Verification(NamedTuple):
    """Hold what `verify` found; a document that is not listed can be read as a whole.

    `damage` is what was put in and is another now, or what SQLite finds wrong. `notes` tell of what can be made
    anew or harms nothing.
    """

    store: str
    checked: Checked
    damage: tuple[Damage, ...] = ()
    documents: tuple[Impaired, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing is damaged."""
        return not (self.damage or self.documents)

    @property
    def unreadable(self) -> int:
        """Count the versions whose text cannot be read."""
        return sum(one.part is Part.TEXT for document in self.documents for one in document.lost)


def to_json(found: Verification, version: str) -> dict[str, object]:
    """Write what was found as the JSON object of the contract; `version` is the tool's.

    >>> to_json(Verification("store.db", Checked()), "0.1.0")["sound"]
    True
    """
    fields = plain(found)
    return {
        "schema": SCHEMA,
        "tool": {"name": "difftool", "version": version},
        "sound": found.is_sound,
        "unreadable": found.unreadable,
        **(fields if isinstance(fields, dict) else {}),
    }
