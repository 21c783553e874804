"""With concealed values no report says what a mask hides: not in a text, a key, a group, a title or an attribute."""

from __future__ import annotations

import random
import re

import pytest
from drawn import plain, readable
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool import Comparison, Document, Settings, compare, document
from difftool.model import Kind
from difftool.render import FORMATS, render
from difftool.render.concealing import NOTE, concealed
from prose import sentence

CONCEAL = Settings(conceal=True)
# Signs and figures that stand nowhere else, neither in the prose nor in what the tool writes.
NAMES = ("鼋鼍", "魑魅", "饕餮", "貔貅")
NUMBERS = ("七百八十九", "86753091", "四千三百二十一", "9,182,736")


def outputs(comparison: Comparison, left: Document, right: Document) -> dict[str, str]:
    written = {form: readable(render(comparison, left, right, form, version="0")) for form in FORMATS}
    return written | {"terminal": plain(comparison, left, right)}


def pair(chance: random.Random) -> tuple[str, str, set[str]]:
    """Make two copies with slots; either may hide a value, and some values stand elsewhere too."""
    left: list[str] = []
    right: list[str] = []
    secrets: set[str] = set()
    for value in chance.sample([*NAMES, *NUMBERS], 4):
        unit = "省" if value in NAMES else "个部门"
        clause = f"{sentence(chance)[:-1]}，共有{{}}{unit}参加。{sentence(chance)}"
        hidden = chance.choice(("xx", "***", "××"))
        readings = chance.choice(((value, hidden), (hidden, value)))
        left.append(clause.format(readings[0]))
        right.append(clause.format(readings[1]))
        secrets.add(value)
        if chance.random() < 0.5:
            again = f"{sentence(chance)[:-1]}，另{value}{unit}。"
            left.append(again)
            right.append(again)
        left.append(sentence(chance))
        right.append(sentence(chance) if chance.random() < 0.3 else left[-1])
    return "\n".join(left), "\n".join(right), secrets


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_no_format_says_a_recovered_value(seed: int) -> None:
    one, other, secrets = pair(random.Random(seed))
    left, right = document(one, "left.txt"), document(other, "right.txt")
    open_, veiled = compare(left, right), compare(left, right, CONCEAL)
    recovered = {
        text
        for change in open_.changes
        if change.kind is Kind.MASK and change.detail in {"applied", "revealed"}
        for text in (change.left_text, change.right_text)
        if text in secrets
    }

    assert len(recovered) >= 3
    for form, text in outputs(open_, left, right).items():
        assert all(value in text for value in recovered), form
    for form, text in outputs(veiled, left, right).items():
        assert [value for value in recovered if value in text] == [], form
        assert NOTE in text or (form.startswith("table") and "以▒代替" in text), form


def test_another_way_of_writing_is_concealed_before_the_same_unit_and_nowhere_else() -> None:
    left, right = (
        document("今年共120个部门。明年一百二十个部门。另有120人。"),
        document("今年共***个部门。明年一百二十个部门。另有120人。"),
    )
    _, one, other = concealed(compare(left, right, CONCEAL), left, right)
    assert one.text == "今年共▒▒▒个部门。明年▒▒▒▒个部门。另有120人。"
    assert other.text == "今年共***个部门。明年▒▒▒▒个部门。另有120人。"


def test_what_words_with_a_mask_are_replaced_by_is_concealed_whole() -> None:
    left = document("会议要求各地认真落实，由xx同志牵头负责协调各项事务。其余不变，照此办理。")
    right = document("会议要求各地认真落实，请王建国副省长总管一切事务。其余不变，照此办理。")
    _, _, other = concealed(compare(left, right, CONCEAL), left, right)
    assert "王建国" not in other.text


def test_a_text_that_shows_a_value_has_no_digest_and_its_keys_are_made_anew() -> None:
    left, right = document("今年共120个部门。")._replace(sha256="0" * 64), document("今年共***个部门。")
    right = right._replace(sha256="1" * 64)
    found = compare(left, right, CONCEAL)
    shown, one, other = concealed(found, left, right)
    assert (one.sha256, shown.left.sha256) == ("", "")
    assert other.sha256 == shown.right.sha256 == "1" * 64
    assert shown.changes[0].key != found.changes[0].key
    third = document("今年共999个部门。")._replace(sha256="2" * 64)
    assert concealed(compare(third, right, CONCEAL), third, right)[0].changes[0].key == shown.changes[0].key


def test_what_is_not_hidden_stays_as_it_is() -> None:
    left, right = document("今年共120个部门。"), document("今年共130个部门。")
    shown, one, other = concealed(compare(left, right, CONCEAL), left, right)
    assert (one, other) == (left, right)
    assert shown._replace(notes=()) == compare(left, right, CONCEAL)
    assert shown.notes == (NOTE,)
    assert concealed(shown, one, other) == (shown, one, other)


def test_without_the_wish_nothing_is_concealed() -> None:
    left, right = document("今年共120个部门。"), document("今年共***个部门。")
    found = compare(left, right)
    assert concealed(found, left, right) == (found, left, right)


@pytest.mark.parametrize("form", sorted(form for form in FORMATS if not form.startswith("table")))
def test_a_leak_is_told_without_its_value(form: str) -> None:
    text = document(
        "庆祝中国共产党成立xxx周年，出版图书。\n今年是中国共产党成立一百周年，也是开局之年。\n庆祝建党一百周年。"
    )
    bare, veiled = (
        readable(render(compare(text, text, wish), text, text, form, version="0")) for wish in (None, CONCEAL)
    )
    assert "一百" in bare
    assert "一百" not in veiled
    assert re.search("leak", veiled)
    assert "成立▒▒周年" in veiled
