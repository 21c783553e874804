"""Paragraphs are found by their line ends; the definition, as a pattern, says where they are."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from difftool.model import paragraph_spans

# A paragraph starts and ends with a character that is no white space and has no line end inside.
DEFINITION = re.compile(r"\S(?:[^\r\n]*\S)?")
SIGNS = st.sampled_from("一a \r\n\t\v\u001c\u0085\u00a0\u2028\u3000") | st.characters()


@given(st.text(SIGNS, max_size=40))
def test_paragraphs_are_those_of_the_definition(text: str) -> None:
    assert list(paragraph_spans(text)) == [found.span() for found in DEFINITION.finditer(text)]
