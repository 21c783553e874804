"""JSON piece by piece, beside the plain way to write the same: each part encoded for itself, the whole as one text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from drawn import seed_pair
from hypothesis import given
from hypothesis import strategies as st

from difftool import __version__
from difftool.cli import reporting
from difftool.cli.targets import Target
from difftool.model import Span
from difftool.model.codec import to_json
from difftool.render.json import as_text, pieces

if TYPE_CHECKING:
    import pytest

# Signs by which parts of the text could be mistaken for others, a surrogate among them.
TEXTS = st.text('}, {[]"\\:\n文\ud800é😀', max_size=12)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS
FLAT = st.dictionaries(TEXTS, PLAIN, max_size=3)
OBJECTS = st.dictionaries(TEXTS, PLAIN | FLAT | st.lists(PLAIN, max_size=3) | st.lists(FLAT, max_size=3), max_size=4)
VALUES = st.recursive(
    PLAIN | st.lists(OBJECTS, max_size=5) | st.lists(PLAIN, max_size=5) | st.lists(st.lists(PLAIN), max_size=3),
    lambda inner: st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def reference(value: object, depth: int = 1) -> str:
    """Write a value on lines, each part encoded for itself."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    ends = "\n" + " " * depth, "\n" + " " * (depth - 1)
    if isinstance(value, dict) and value and depth <= 2:
        fields = [f"{encode(name)}: {reference(one, depth + 1)}" for name, one in value.items()]
        return "{" + ends[0] + f",{ends[0]}".join(fields) + ends[1] + "}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[" + ends[0] + f",{ends[0]}".join(map(encode, value)) + ends[1] + "]"
    return encode(value)


def whole(value: object) -> str:
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", reference(value)) + "\n"


@given(VALUES)
def test_any_value_is_written_as_part_by_part(value: object) -> None:
    assert as_text(value) == whole(value)


@given(OBJECTS, st.integers(0, 1700))
def test_a_long_list_is_written_as_part_by_part(one: dict[str, object], often: int) -> None:
    links, texts = [one] * often, [*one] * often
    written = whole({"links": links, "texts": texts})
    assert as_text({"links": links, "texts": texts}) == written
    assert as_text({"links": iter(links), "texts": tuple(texts)}) == written


def test_no_piece_is_long_and_none_but_the_last_short() -> None:
    lengths = [len(piece) for piece in pieces({"spans": (Span(at, at + 1) for at in range(100_000))})]
    assert max(lengths) < 1 << 17
    assert all(length >= 1 << 16 for length in lengths[:-1])


def test_two_files_and_the_output_have_the_same_bytes(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    sample = seed_pair()
    files = tmp_path / "one.json", tmp_path / "two.json"
    reporting.write(*sample, [Target(None, "json"), *[Target(path, "json") for path in files]], look=reporting.Look())
    written = [capfdbinary.readouterr().out, *[path.read_bytes() for path in files]]
    assert len(set(written)) == 1
    assert written[0].decode() == as_text(to_json(sample.comparison, __version__))
