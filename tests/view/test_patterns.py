"""The user's patterns: what is refused, what a bound does, and that no pattern can run for ever."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.errors import InvalidSettings
from difftool.view.patterns import OPEN, compiled, fault, template_fault

# A pattern, the place of its fault, and what is told of it.
REFUSED = [
    ("(a+)+$", 4, "a repeat inside a repeat"),
    ("(?:a|a)*$", 7, "a repeat inside a repeat"),
    ("(?:a?){30}a{30}", 6, "a repeat inside a repeat"),
    ("(?:(?:ab?)c)+", 12, "a repeat inside a repeat"),
    ("a?" * 15 + "a", 28, "too many ways"),
    (".*甲.*乙.*丙", 6, "too many ways"),
    ("(a|b)" * 15, 70, "too many ways"),
    (r"(甲)\1", 3, "refers back"),
    ("(?x)a", 0, "unknown sort"),
    ("(?>a)b", 0, "unknown sort"),
    ("a{1001}", 1, "too often"),
    ("[甲", 0, "unterminated"),
    ("甲)", 1, "unbalanced"),
    ("a**", 2, "multiple repeat"),
    ("甲*", 0, "nothing stands"),
    ("", 0, "nothing stands"),
    ("^", 0, "nothing stands"),
]
ALLOWED = [
    (r"第\d+页(?:共\d+页)?", "第3页共12页"),
    (r"【隐去\d+字】", "【隐去12字】"),
    (r"N\.N\.", "N.N."),
    (r"\bJohn Doe\b", "John Doe"),
    (r"[]a]+", "]a]"),
    (r"[^]甲]", "乙"),
    (r"\N{DIGIT ONE}{2,}", "111"),
    (r"(?i)page [0-9]{1,4}", "PAGE 12"),
    (r"(?P<one>甲)|乙", "乙"),
    (r"(?<=第)三(?=条)|三", "三"),
    ("甲{乙", "甲{乙"),
    ("(?:甲乙)+?丙", "甲乙甲乙丙"),
    ("a{,3}b", "aab"),
]


@pytest.mark.parametrize(("pattern", "at", "told"), REFUSED)
def test_what_has_no_bound_or_no_meaning_is_refused_with_its_place(pattern: str, at: int, told: str) -> None:
    found = fault(pattern)

    assert found is not None
    assert (found.at, told in found.message) == (at, True), found
    with pytest.raises(InvalidSettings, match=f"position {at + 1}"):
        compiled(pattern)


@pytest.mark.parametrize(("pattern", "text"), ALLOWED)
def test_what_has_a_bound_matches_as_python_does(pattern: str, text: str) -> None:
    assert fault(pattern) is None
    assert compiled(pattern).fullmatch(text)
    assert re.fullmatch(pattern, text)


def test_a_repeat_without_an_end_gets_one() -> None:
    assert compiled("a+").findall("a" * (OPEN + 1)) == ["a" * OPEN, "a"]
    assert compiled("a{3,}b*").fullmatch("a" * (OPEN + 3) + "b" * OPEN)
    assert not compiled("a{3,}b*").fullmatch("a" * (OPEN + 4))


def test_line_ends_are_ends() -> None:
    assert compiled("^乙$").findall("甲\n乙\n丙") == ["乙"]


def test_a_replacement_names_only_groups_that_there_are() -> None:
    assert template_fault("(甲)乙", r"\1") is None
    assert template_fault("(甲)乙", r"\2") is not None
    assert template_fault("甲", r"\g<name>") is not None


@pytest.mark.parametrize("pattern", ["a*a*b", "a{1,90}a{1,90}b", "(?:a|aa)" * 14 + "b", "a+?a+?b", "(?:aa)*a*b"])
def test_the_hardest_patterns_that_are_allowed_are_slow_and_no_worse(pattern: str) -> None:
    start = time.perf_counter()

    assert compiled(pattern).search("a" * 600) is None

    assert time.perf_counter() - start < 5  # seconds; a pattern without a bound would take years


ATOMS = st.sampled_from(["a", "b", "[ab]", "[^a]", ".", "\\w", "(", "(?:", ")", "|", "甲"])
REPEATS = st.sampled_from(["", "", "", "*", "+", "?", "{2}", "{1,3}", "{,2}", "{2,}", "*?", "++"])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(ATOMS, REPEATS), max_size=6), st.text("ab甲", max_size=20))
def test_the_bounded_pattern_finds_what_the_pattern_finds(parts: list[tuple[str, str]], text: str) -> None:
    pattern = "".join(atom + (repeat if atom not in {"(", "(?:", "|"} else "") for atom, repeat in parts)
    if fault(pattern) is None:
        plain = re.compile(pattern, re.MULTILINE)
        assert [one.span() for one in compiled(pattern).finditer(text)] == [one.span() for one in plain.finditer(text)]
