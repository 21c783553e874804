"""Inventories of masks: what is promised of every one, and that each output obeys the schema."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from difftool import document, masks
from difftool.model.inventory import to_json
from difftool.read import read
from difftool.render.columns import aligned
from difftool.render.inventory import as_csv, pieces
from difftool.render.pieces import plain
from difftool.view.masks import mask_spans
from difftool.view.vanished import vanished

SEEDS = sorted((Path(__file__).parents[1] / "seeds").iterdir())
TEXTS = st.text("*xX×□_某20年月多人次第个甲王 \n\r[略]{a}，=", max_size=40)


def lines(text: str) -> list[str]:
    """Cut a text at its line ends, the slow way."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(TEXTS, max_size=3))
@example(["**年\r\n\r\n**月\r第**条\n选派多人次"])
def test_every_entry_stands_where_it_says(texts: list[str]) -> None:
    found = masks([document(text, f"{at}.txt") for at, text in enumerate(texts)])
    assert [[one.mask.span for one in found.masks if one.spot.document == at] for at in range(len(texts))] == [
        mask_spans(text) for text in texts
    ]
    assert len(found.vanished) == sum(len(vanished(text)) for text in texts)
    entries = [(one.spot, one.mask.span) for one in found.masks] + [(one.spot, one.span) for one in found.vanished]
    for spot, span in entries:
        text = texts[spot.document]
        paragraph = document(text).paragraphs[spot.paragraph - 1]
        assert paragraph.start <= span.start <= span.end <= paragraph.end
        assert len(lines(text[: span.start])) == spot.line
        around = spot.before + span.of(text) + spot.after
        assert around in lines(text)[spot.line - 1]
    for spots in ([one.spot for one in found.masks], [one.spot for one in found.vanished]):
        assert all(one.document <= other.document for one, other in pairwise(spots))
    assert sum(found.by_style.values()) == sum(found.by_reading.values()) == len(found.masks)


def test_every_output_obeys_the_schema() -> None:
    schema = json.loads((files("difftool.model") / "inventory.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    found = [
        masks([read(str(path), name=path.name) for path in SEEDS]),
        masks([]),
        masks([document("第三条 【略】王○明{name}20**年____元，选派多人次")]),
    ]
    outputs = [json.loads(json.dumps(to_json(one, "0.1.0"))) for one in found]
    assert [output["summary"]["masks"] for output in outputs] == [40, 0, 5]
    assert [output["summary"]["vanished"] for output in outputs] == [1, 0, 1]
    for output in outputs:
        validator.validate(output)
        for name in ("masks", "vanished", "summary", "documents"):
            assert not validator.is_valid({**output, name: None})
    wrong = outputs[2]["masks"][0]
    assert not validator.is_valid({**outputs[2], "masks": [{**wrong, "reading": ""}]})
    assert not validator.is_valid({**outputs[2], "masks": [{**wrong, "nature": "shy"}]})
    assert not validator.is_valid({**outputs[2], "masks": [{**wrong, "line": 0}]})


def test_the_texts_are_let_go() -> None:
    found = masks([document("****年")])
    assert [one.text for one in found.documents] == [""]
    assert [one.length for one in found.documents] == [5]


def test_signs_that_steer_a_terminal_are_shown() -> None:
    assert "\x1b" not in plain(pieces(masks([document("\x1b[2J**年\u202e", "a\x1b.txt")])))


def test_a_table_leaves_out_what_is_empty_and_counts_cells() -> None:
    assert list(aligned([("a", "b"), ("é\u0301", "甲"), ("甲", "")])) == ["a   b", "é\u0301   甲", "甲"]


def test_a_csv_holds_a_row_for_each_entry() -> None:
    found = masks([document('"x",**年\n选派多人次')])
    assert len(as_csv(found).splitlines()) == 1 + 2
