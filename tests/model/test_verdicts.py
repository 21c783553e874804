"""The contracts of verdicts and of a review: there and back is the identity, and every output answers to its schema."""

from __future__ import annotations

import copy
import json
import random
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from difftool import Equivalence, Kind, MaskStyle, Settings, compare, document, review
from difftool.errors import ForeignVerdicts, InvalidSettings, UnknownFormat
from difftool.model import review as reviewing
from difftool.model.verdicts import Decision, Verdict, Verdicts, Witness, from_json, to_json
from difftool.render.concealing import concealed

CONTRACTS = {
    name: json.loads((files("difftool.model") / f"{name}.schema.json").read_text("utf-8"))
    for name in ("comparison", "review", "verdicts")
}
VERDICTS, REVIEW = (Draft202012Validator(CONTRACTS[name]) for name in ("verdicts", "review"))

digests = st.text("0123456789abcdef", min_size=64, max_size=64) | st.just("")
witnesses = st.builds(Witness, st.text(), digests)
choices = st.builds(
    Settings,
    st.integers(0, 10**9),
    ignore=st.lists(st.sampled_from(Kind), max_size=2).map(tuple),
    terms=st.lists(st.text(), max_size=2).map(tuple),
    conceal=st.booleans(),
    equivalences=st.lists(
        st.builds(Equivalence, st.text(), kind=st.none() | st.sampled_from(Kind), reason=st.text()), max_size=2
    ).map(tuple),
    masks=st.lists(st.builds(MaskStyle, st.text(), st.text()), max_size=2).map(tuple),
)
decided = st.lists(
    st.builds(Decision, st.text(min_size=1), st.none() | st.sampled_from(Verdict), st.text()),
    unique_by=lambda one: one.key,
    max_size=4,
).map(tuple)


@settings(deadline=None)
@given(st.builds(Verdicts, witnesses, witnesses, choices, decided))
def test_there_and_back_is_the_identity(verdicts: Verdicts) -> None:
    written = to_json(verdicts, "0.1.0")
    VERDICTS.validate(written)
    assert from_json(json.loads(json.dumps(written))) == verdicts


def test_the_schemas_are_valid_and_share_their_definitions() -> None:
    for contract in CONTRACTS.values():
        Draft202012Validator.check_schema(contract)
    shared = ("kind", "settings", "equivalence", "mask_style")
    for name in ("verdicts", "review"):
        assert {one: CONTRACTS[name]["$defs"][one] for one in shared} == {
            one: CONTRACTS["comparison"]["$defs"][one] for one in shared
        }


def sample() -> dict[str, Any]:
    some = Verdicts(
        Witness("a.txt", "0" * 64),
        Witness("b.txt"),
        Settings(),
        (Decision("k1", Verdict.REJECTED, "no"), Decision("k2")),
    )
    return json.loads(json.dumps(to_json(some, "0.1.0")))  # type: ignore[no-any-return]


def paths(value: object, trail: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """List the paths to every field and item."""
    found: list[tuple[str | int, ...]] = []
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        found += [(*trail, name), *paths(one, (*trail, name))]
    return found


@pytest.mark.parametrize("path", [path for path in paths(sample()) if isinstance(path[-1], str)], ids=str)
def test_a_field_that_is_missing_or_wrong_is_named(path: tuple[str | int, ...]) -> None:
    values: list[Any] = [None, 7.5, "?", [], {}, -1]
    for wrong in values:
        damaged: Any = sample()
        at = damaged
        for step in path[:-1]:
            at = at[step]
        if wrong is None:
            del at[path[-1]]
        else:
            at[path[-1]] = wrong
        try:
            VERDICTS.validate(damaged)
        except Exception:  # noqa: BLE001 - whatever the schema says against it, reading says too
            with pytest.raises(UnknownFormat):
                from_json(damaged)
        else:
            from_json(damaged)


def test_what_no_schema_can_say_is_refused() -> None:
    twice = sample()
    twice["verdicts"].append(copy.deepcopy(twice["verdicts"][0]))
    with pytest.raises(UnknownFormat, match=r"verdicts\.verdicts\[2\]\.key is k1, which has a verdict above"):
        from_json(twice)
    later = sample() | {"schema": "difftool.verdicts/2"}
    with pytest.raises(UnknownFormat, match=r"verdicts of schema 'difftool\.verdicts/2', and only"):
        from_json(later)
    unknown = sample()
    unknown["verdicts"][0]["verdict"] = "maybe"
    with pytest.raises(UnknownFormat, match=r"verdicts\[0\]\.verdict is not one of accepted, rejected, ignored"):
        from_json(unknown)
    others: list[Any] = [None, [], "text", 3]
    for value in others:
        with pytest.raises(UnknownFormat, match="verdicts is not an object"):
            from_json(value)


def told(*decisions: Decision, left: Witness | None = None, of: Settings | None = None) -> Verdicts:
    return Verdicts(left or Witness("a"), Witness("b"), of or Settings(), decisions)


ONE, OTHER = document("共3个部门，加强检查。\n甲。"), document("共5个部门，加强抽查。\n甲。")


def test_a_review_keeps_its_contract() -> None:
    for of in (Settings(), Settings(ignore=(Kind.NUMBER,)), Settings(terms=("五个一工程",))):
        number, wording = compare(ONE, OTHER, of).changes
        for verdict in (*Verdict, None):
            found = review(ONE, OTHER, told(Decision(wording.key, verdict, "so"), Decision("elsewhere"), of=of))
            written = json.loads(json.dumps(reviewing.to_json(found, "0.1.0")))
            REVIEW.validate(written)
            assert written["summary"]["changes"] == sum(
                written["summary"][name] for name in reviewing.Tally._fields[:4]
            )
            assert [one["verdict"] for one in written["changes"]] == [None, verdict]
            assert written["unknown"] == [{"key": "elsewhere", "verdict": None, "comment": ""}]
            assert not found.is_decided
            assert (number in found.open) == (not number.ignored)


def test_what_the_settings_ignore_is_ignored_unless_it_is_decided() -> None:
    of = Settings(ignore=(Kind.NUMBER,))
    number, wording = compare(ONE, OTHER, of).changes
    found = review(ONE, OTHER, told(Decision(wording.key, Verdict.ACCEPTED), of=of))
    assert (found.text, found.tally, found.is_decided) == ("共3个部门，加强抽查。\n甲。", (1, 0, 1, 0, 0), True)
    found = review(ONE, OTHER, told(Decision(number.key, Verdict.ACCEPTED), of=of))
    assert (found.text, found.tally) == ("共5个部门，加强检查。\n甲。", (1, 0, 0, 1, 0))


def test_verdicts_on_other_texts_are_refused() -> None:
    left, right = ONE._replace(sha256="1" * 64), OTHER._replace(sha256="2" * 64)
    both = Verdicts(Witness("a", "1" * 64), Witness("b", "2" * 64), Settings())
    assert review(left, right, both).text == left.text
    with pytest.raises(ForeignVerdicts, match="not the other way round"):
        review(right, left, both)
    with pytest.raises(ForeignVerdicts, match="not given on this b: the digest differs"):
        review(left, right._replace(sha256="3" * 64), both)
    with pytest.raises(ForeignVerdicts, match="not given on this a and this b: the digest differs"):
        review(ONE, OTHER, both)


def test_verdicts_given_on_a_concealed_page_are_applied() -> None:
    of = Settings(conceal=True)
    left = document("共20个部门参加，加强检查。")._replace(sha256="1" * 64)
    right = document("共**个部门参加，加强抽查。")._replace(sha256="2" * 64)
    shown = concealed(compare(left, right, of), left, right)
    keys = [change.key for change in shown[0].changes]
    assert keys != [change.key for change in compare(left, right, of).changes]
    named = Witness("a", shown[1].sha256), Witness("b", shown[2].sha256)
    assert named == (Witness("a"), Witness("b", "2" * 64))
    accepted = Verdicts(*named, of, (Decision(keys[1], Verdict.ACCEPTED),))
    found = review(left, right, accepted, shown=concealed)
    assert found.text == "共20个部门参加，加强抽查。"
    assert "20" not in json.dumps(reviewing.to_json(found, "0.1.0")["changes"])
    foreign = accepted._replace(decisions=(Decision("elsewhere"),))
    with pytest.raises(ForeignVerdicts, match="speak of 1 change that a and b do not have"):
        review(left, right, foreign, shown=concealed)


@pytest.mark.parametrize(
    "of",
    [
        Settings(equivalences=(Equivalence("a", pattern="("),)),
        Settings(equivalences=(Equivalence("a", pattern="(甲)", replacement=r"\2"),)),
        Settings(equivalences=(Equivalence("a", pattern="(a+)+$"),)),
        Settings(masks=(MaskStyle("a", "["),)),
    ],
    ids=str,
)
def test_rules_without_a_meaning_are_refused(of: Settings) -> None:
    with pytest.raises(InvalidSettings):
        review(ONE, OTHER, told(of=of))


def test_random_damage_is_never_a_crash() -> None:
    whole = json.dumps(sample())
    chance = random.Random(7)
    for _ in range(500):
        at = chance.randrange(len(whole))
        text = whole[:at] + chance.choice(['"', "{", "0", "null", "", "]"]) + whole[at + chance.randint(0, 3) :]
        try:
            value = json.loads(text)
        except ValueError:
            continue
        try:
            from_json(value)
        except UnknownFormat:
            continue
