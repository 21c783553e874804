"""Each folder in `cases` is one behaviour: two texts, and the relation, the changes and the findings expected of them.

`pytest tests/test_cases.py --accept` writes what comes out now; read the difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from difftool import compare, read
from difftool.laws import check
from difftool.model import Kind

CASES = sorted((Path(__file__).parent / "cases").iterdir())


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: Path, request: pytest.FixtureRequest) -> None:
    left, right = read(str(folder / "left.txt")), read(str(folder / "right.txt"))
    found = compare(left, right)
    check(left, right, found)
    said = {
        "relation": found.relation.kind,
        "changes": [
            [one.kind, one.detail, one.significance, one.left_text, one.right_text, one.rule] for one in found.changes
        ],
        "findings": [[one.kind, one.text] for one in found.findings],
    }
    expected = folder / "changes.json"
    if request.config.getoption("--accept"):
        lines = ",\n  ".join(json.dumps(change, ensure_ascii=False) for change in said["changes"])
        told = json.dumps(said["findings"], ensure_ascii=False)
        more = f', "findings": {told}' if said["findings"] else ""
        expected.write_text(
            f'{{"relation": "{said["relation"]}", "changes": [\n  {lines}\n]{more}}}\n', encoding="utf-8"
        )

    assert said == {"findings": [], **json.loads(expected.read_text(encoding="utf-8"))}


def test_every_kind_has_a_case() -> None:
    kinds = {
        change[0] for folder in CASES for change in json.loads((folder / "changes.json").read_text("utf-8"))["changes"]
    }

    assert kinds == {kind.value for kind in Kind}
