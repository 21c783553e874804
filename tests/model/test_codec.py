"""The JSON contract: there and back is the identity, and every output answers to the shipped schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import difftool.model
from difftool.errors import UnknownFormat
from difftool.model import (
    Change,
    Comparison,
    Document,
    Equivalence,
    Fact,
    Finding,
    Group,
    Hit,
    Kind,
    Limit,
    Link,
    LinkKind,
    Mask,
    MaskStyle,
    Relation,
    RelationKind,
    Section,
    Settings,
    Shape,
    Side,
    Significance,
    Span,
)
from difftool.model.codec import SCHEMA, from_json, to_json
from difftool.model.mask import Fit, Nature

SCHEMA_FILE = Path(difftool.model.__file__).with_name("comparison.schema.json")
CONTRACT = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(CONTRACT)

counts = st.integers(0, 10**7)
ratios = st.floats(0, 1)
spans = st.tuples(counts, counts).map(lambda ends: Span(min(ends), max(ends)))


def few(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(values, max_size=2).map(tuple)


documents = st.builds(
    Document,
    name=st.text(),
    text=st.just(""),
    paragraphs=few(spans),
    media_type=st.text(),
    encoding=st.text(),
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64) | st.just(""),
    length=counts,
    notes=few(st.text()),
    addresses=few(st.text()),
)
hits = st.builds(Hit, spans, spans, ratios, ratios, ratios)
sections = st.builds(Section, st.sampled_from(Side), counts, counts, st.text(), spans)
relations = st.builds(
    Relation,
    st.sampled_from(RelationKind),
    st.none() | st.sampled_from(Side),
    spans,
    spans,
    ratios,
    ratios,
    ratios,
    st.booleans(),
    section=st.none() | sections,
    hits=few(hits),
    runner_up=st.none() | hits,
)
links = st.builds(Link, st.sampled_from(LinkKind), few(counts), few(counts), ratios)
maybe_text = st.none() | st.text()
changes = st.builds(
    Change,
    st.text(),
    st.text(),
    st.sampled_from(Kind),
    maybe_text,
    st.sampled_from(Shape),
    st.sampled_from(Significance),
    spans,
    spans,
    st.text(),
    st.text(),
    counts,
    st.text(),
    group=maybe_text,
    block=maybe_text,
    ignored=st.booleans(),
)
groups = st.builds(Group, st.text(), st.sampled_from(Kind), st.text(), st.text(), few(st.text()))
masks = st.builds(
    Mask,
    spans,
    st.text(),
    st.text(),
    counts,
    shown=st.text(),
    reading=st.text(),
    unit=st.text(),
    nature=st.sampled_from(Nature),
    change=maybe_text,
    value=maybe_text,
    fit=st.sampled_from(Fit),
)
findings = st.builds(Finding, st.text(), st.sampled_from(Significance), few(spans), few(spans), st.text())
facts = st.builds(Fact, st.text(), spans, st.text(), st.text())
limits = st.builds(Limit, st.text(), spans, spans, st.text())
kinds = few(st.sampled_from(Kind))
comparisons = st.builds(
    Comparison,
    documents,
    documents,
    st.builds(
        Settings,
        work_limit=counts,
        ignore=kinds,
        only=kinds,
        outside=st.booleans(),
        equivalences=few(
            st.builds(
                Equivalence,
                st.text(),
                few(st.text()),
                st.text(),
                kind=st.none() | st.sampled_from(Kind),
                paragraphs=st.text(),
                reason=st.text(),
            )
        ),
        masks=few(st.builds(MaskStyle, st.text(), st.text(), st.text())),
    ),
    relations,
    few(links),
    few(changes),
    groups=few(groups),
    left_masks=few(masks),
    right_masks=few(masks),
    left_facts=few(facts),
    right_facts=few(facts),
    findings=few(findings),
    limits=few(limits),
    notes=few(st.text()),
)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(comparisons)
def test_there_and_back_is_the_identity_and_answers_to_the_schema(comparison: Comparison) -> None:
    written = to_json(comparison, "1.2.3")
    VALIDATOR.validate(written)
    through = json.loads(json.dumps(written))
    assert through == written
    assert from_json(through) == comparison
    assert to_json(from_json(through), "1.2.3") == written


def test_the_schema_is_a_schema_and_ships_beside_the_module() -> None:
    jsonschema.Draft202012Validator.check_schema(CONTRACT)
    assert CONTRACT["$id"] == SCHEMA


@pytest.fixture
def sample() -> dict[str, object]:
    whole = Span(0, 4)
    change = Change(
        "c1",
        "k",
        Kind.MASK,
        "restyled",
        Shape.REPLACEMENT,
        Significance.ACCIDENTAL,
        whole,
        whole,
        "****",
        "xxxx",
        0,
        "mask",
    )
    comparison = Comparison(
        Document("a.txt", "****", (whole,), length=4, sha256="0" * 64, addresses=("一、",)),
        Document("b.txt", "xxxx", (whole,), length=4, sha256="f" * 64),
        Settings(ignore=(Kind.SPACE,)),
        Relation(RelationKind.REVISION, None, whole, whole, 1.0, 1.0, 0.0, layout_differs=False),
        (Link(LinkKind.CHANGED, (0,), (0,), 0.5),),
        (change,),
        left_masks=(Mask(whole, "****", "*", 4, change="c1"),),
        right_facts=(Fact("title", whole, "xxxx", "xxxx"),),
        limits=(Limit("characters", whole, whole, "one residue"),),
    )
    return to_json(comparison, "0.1.0")


def test_the_contract_of_the_design_holds_field_by_field(sample: dict[str, object]) -> None:
    assert list(sample) == (
        [
            "schema",
            "tool",
            "settings",
            "left",
            "right",
            "relation",
            "links",
            "changes",
            "groups",
            "masks",
            "facts",
            "findings",
            "limits",
            "notes",
            "summary",
        ]
    )
    assert sample["left"] == {
        "name": "a.txt",
        "media_type": "text/plain",
        "encoding": "utf-8",
        "sha256": "0" * 64,
        "length": 4,
        "paragraphs": [[0, 4]],
        "notes": [],
        "addresses": ["一、"],
    }
    settings = {
        "work_limit": 400_000_000,
        "ignore": ["space"],
        "only": [],
        "outside": True,
        "terms": [],
        "conceal": False,
    }
    settings |= {"equivalences": [], "masks": []}
    assert sample["settings"] == settings
    assert sample["summary"] == {
        "changes": 1,
        "substantive": 0,
        "doubtful": 0,
        "accidental": 1,
        "ignored": 0,
        "by_kind": {"mask": 1},
        "outside": {"left": 0, "right": 0},
    }


def paths(value: object) -> list[tuple[str | int, ...]]:
    """List the way to every field and list element below `value`."""
    if isinstance(value, dict):
        return [path for key, item in value.items() for path in [(key,), *((key, *rest) for rest in paths(item))]]
    if isinstance(value, list):
        return [path for key, item in enumerate(value) for path in [(key,), *((key, *rest) for rest in paths(item))]]
    return []


def replaced(value: object, path: tuple[str | int, ...], new: object) -> object:
    """Copy `value` with the place at `path` made `new`, or left out when `new` is `...`."""
    key, *rest = path
    if isinstance(value, dict):
        if not rest and new is ...:
            return {name: item for name, item in value.items() if name != key}
        return {
            name: (replaced(item, tuple(rest), new) if rest else new) if name == key else item
            for name, item in value.items()
        }
    assert isinstance(value, list)
    return [
        (replaced(item, tuple(rest), new) if rest else new) if index == key else item
        for index, item in enumerate(value)
    ]


# What is not read back: the tool's name, the counts and the places of changes, which are derived.
DERIVED = {"tool", "summary", "left_place", "right_place"}


def test_a_missing_field_is_named_here_and_refused_by_the_schema(sample: dict[str, object]) -> None:
    tried = [path for path in paths(sample) if isinstance(path[-1], str)]
    assert len(tried) > 60
    for path in tried:
        broken = replaced(sample, path, ...)
        if path != ("summary", "by_kind", "mask"):
            assert not VALIDATOR.is_valid(broken), path
        if not DERIVED & set(path):
            with pytest.raises(UnknownFormat) as caught:
                from_json(broken)
            assert f".{path[-1]} is missing" in str(caught.value)
            assert caught.value.hint


@pytest.mark.parametrize("nonsense", [object, -1, "nonsense", {}, True, [1], [2, 1]], ids=repr)
def test_a_value_of_another_sort_is_refused_wherever_the_schema_refuses_it(
    sample: dict[str, object], nonsense: object
) -> None:
    refused = 0
    for path in paths(sample):
        broken = replaced(sample, path, None if nonsense is object else nonsense)
        if DERIVED & set(path) or VALIDATOR.is_valid(broken) or path[-1] == "sha256":
            continue
        refused += 1
        with pytest.raises(UnknownFormat):
            from_json(broken)
    assert refused > 20


@pytest.mark.parametrize("data", [None, [], "x", 1, {}, {"schema": 1}])
def test_what_is_no_comparison_is_refused(data: object) -> None:
    with pytest.raises(UnknownFormat):
        from_json(data)


def test_another_schema_number_is_refused_with_a_next_step(sample: dict[str, object]) -> None:
    with pytest.raises(UnknownFormat, match=r"difftool\.comparison/2") as caught:
        from_json({**sample, "schema": "difftool.comparison/2"})
    assert "--format json" in caught.value.hint


def test_a_field_that_this_version_does_not_know_is_passed_over(sample: dict[str, object]) -> None:
    assert from_json({**sample, "later": 1}) == from_json(sample)
    VALIDATOR.validate({**sample, "later": 1})
