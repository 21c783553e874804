"""The table of renderers: every format of every sample, and what is refused."""

from __future__ import annotations

import json

import pytest
from drawn import Sample, nasty, seed_pair

from difftool.errors import InvalidSettings, UnknownFormat
from difftool.model import document
from difftool.model.codec import from_json, to_json
from difftool.render import FORMATS, SUFFIXES, render

SAMPLES = {"seed": seed_pair(), "nasty": nasty()}


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_each_format_can_be_encoded_and_is_the_same_each_time(sample: Sample, form: str) -> None:
    once, again = render(*sample, form, version="0.1.0"), render(*sample, form, version="0.1.0")
    assert once == again
    if isinstance(once, str):
        assert once.encode()
        assert once.endswith("\n")


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_json_gives_the_comparison_back_even_with_unpaired_surrogates(sample: Sample) -> None:
    read = json.loads(render(*sample, "json", version="0.1.0").encode())
    assert read == json.loads(json.dumps(to_json(sample.comparison, "0.1.0")))
    assert from_json(read).changes == sample.comparison.changes


def test_every_suffix_leads_to_a_format() -> None:
    # A page is the report, where --format does not ask for the table.
    assert set(SUFFIXES.values()) == set(FORMATS) - {"table-html"}
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in SUFFIXES)


def test_an_unknown_format_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(UnknownFormat, match="pdf") as caught:
        render(*seed_pair(), "pdf", version="0.1.0")
    assert caught.value.hint == f"choose one of {', '.join(sorted(FORMATS))}"


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_texts_that_were_not_compared_are_refused(form: str) -> None:
    sample = seed_pair()
    with pytest.raises(InvalidSettings, match="left"):
        render(sample.comparison, document("else"), sample.right, form, version="0.1.0")
    with pytest.raises(InvalidSettings, match="right"):
        render(sample.comparison, sample.left, sample.right._replace(text=""), form, version="0.1.0")
