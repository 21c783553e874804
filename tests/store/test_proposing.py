"""A text under another name: when it is proposed as a version of a tracked document, and what becomes of that."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unhurried import opened

from difftool import document
from difftool.errors import RefusedChange, UnknownVersion
from difftool.model import RelationKind
from difftool.model.lineages import Outcome, Tracked
from difftool.store import Store
from difftool.store.sketches import ENOUGH, signs
from prose import english_sentence, paragraph, traditional

LAW = "\n".join(paragraph(random.Random(at)) for at in range(6))
OTHER = "\n".join(paragraph(random.Random(at)) for at in range(20, 26))
COPY = LAW.replace("。", "；", 1).replace("依法", "逐步", 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "store.db") as kept:
        kept.track(document(OTHER, "other.txt"))
        kept.track(document(LAW, "law.txt"))
        yield kept


def names(store: Store) -> dict[str, int]:
    return {one.name: one.versions for one in store.names()}


def test_a_copy_under_another_name_is_proposed_and_stays_alone(store: Store) -> None:
    done = store.track(document(COPY, "copy.txt"))
    assert done.proposal
    assert (done.proposal.name, done.proposal.version, done.proposal.others) == ("law.txt", 1, 0)
    assert (done.proposal.relation, done.taken) == (RelationKind.REVISION, False)
    assert 0.9 < done.proposal.similarity < 1
    assert (done.name, done.version, done.outcome, done.delta) == ("copy.txt", 1, Outcome.ADDED, None)
    assert names(store) == {"copy.txt": 1, "law.txt": 1, "other.txt": 1}


def test_a_proposal_is_taken_at_once(store: Store) -> None:
    done = store.track(document(COPY, "copy.txt"), takes=True)
    assert (done.name, done.version, done.taken) == ("law.txt", 2, True)
    assert done.delta
    assert done.delta.against == 1
    assert names(store) == {"law.txt": 2, "other.txt": 1}


def test_a_proposal_is_taken_later_with_all_that_came_meanwhile(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    for text in (COPY, f"{COPY}\n第九条　甲。"):
        file.write_text(text, "utf-8")
        store.track(file, label="b" if text == COPY else "")
    store.view("copy.txt")
    done = store.track(file, takes=True)
    assert (done.name, done.version, done.outcome, done.taken) == ("law.txt", 3, Outcome.UNCHANGED, True)
    assert names(store) == {"law.txt": 3, "other.txt": 1}
    assert store.version("law.txt@b").text == COPY
    assert [state.sightings for state in store.states("law.txt")] == [1, 1, 2]
    # From now on the file is that document's.
    file.write_text(f"{COPY}\n第十条　乙。", "utf-8")
    assert store.track(file)[:2] == ("law.txt", 4)


def test_a_proposal_is_taken_with_the_text_or_not_at_all(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text(COPY, "utf-8")
    store.track(file)
    store.tag("law.txt@1", "first")
    with pytest.raises(RefusedChange, match="the label first is that of"):
        store.track(file, takes=True, label="first")
    assert names(store) == {"copy.txt": 1, "law.txt": 1, "other.txt": 1}
    assert store.track(file, takes=True).taken


def test_what_was_looked_at_is_remembered_where_documents_are_joined(store: Store) -> None:
    store.track(document(COPY), "copy.txt")
    store.view("copy.txt")
    store.join("copy.txt", "law.txt")
    assert store.viewed("law.txt") == 2


def test_a_proposal_ends_with_the_name_that_the_user_gives(store: Store) -> None:
    store.track(document(COPY, "copy.txt"))
    store.track(document(f"{COPY}！"), "copy.txt")
    done = store.track(document(f"{COPY}？", "copy.txt"), takes=True)
    assert (done.name, done.taken) == ("copy.txt", False)
    assert names(store)["copy.txt"] == 3


def test_a_proposal_ends_with_the_document_that_it_is_of(store: Store) -> None:
    store.track(document(COPY, "copy.txt"))
    store.forget("law.txt")
    done = store.track(document(f"{COPY}！", "copy.txt"), takes=True)
    assert (done.name, done.version, done.taken) == ("copy.txt", 2, False)


def test_a_name_that_is_given_or_tracked_is_not_looked_for(store: Store) -> None:
    assert store.track(document(COPY), "copy.txt").proposal is None
    assert store.track(document(LAW, "other.txt")).proposal is None


def test_of_two_that_are_as_alike_none_is_taken(store: Store) -> None:
    store.track(document(LAW.replace("\n", "\r\n")), "law again.txt")
    done = store.track(document(COPY, "copy.txt"), takes=True)
    assert done.proposal
    assert (done.proposal.others, done.taken, done.name) == (1, False, "copy.txt")
    again = store.track(document(f"{COPY}！", "copy.txt"), takes=True)
    assert (again.name, again.taken) == ("copy.txt", False)


def test_one_that_is_much_more_alike_is_taken_before_another(store: Store) -> None:
    far = "".join(
        sentence if at % 5 else paragraph(random.Random(at), 1) for at, sentence in enumerate(LAW.split("。"))
    )
    store.track(document(far), "far.txt")
    done = store.track(document(COPY, "copy.txt"), takes=True)
    assert (done.name, done.taken) == ("law.txt", True)


def test_the_very_text_is_taken_before_one_in_another_script(store: Store) -> None:
    store.track(document(traditional(LAW)), "traditional.txt")
    for text, name in ((LAW, "law.txt"), (traditional(LAW), "traditional.txt")):
        done = store.track(document(text, f"copy of {name}"), takes=True)
        assert (done.name, done.taken, done.outcome) == (name, True, Outcome.UNCHANGED)


FORMS = {
    "byte for byte": (LAW, RelationKind.IDENTICAL),
    "in Traditional characters": (traditional(LAW), RelationKind.EQUIVALENT),
    "in other lines": (LAW.replace("\n", "\r\n"), RelationKind.EQUIVALENT),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_words_are_the_same_words(store: Store, form: str) -> None:
    text, relation = FORMS[form]
    found = store.track(document(text, "copy.txt")).proposal
    assert found
    assert (found.name, found.relation, found.similarity) == ("law.txt", relation, 1)


def test_masked_and_unmasked_copies_are_versions_of_one_text(store: Store) -> None:
    shown = "\n".join(f"2020年，{line}共检查3{at}个项目。" for at, line in enumerate(OTHER.split("\n")))
    hidden = shown.replace("2020", "****").replace("个项目", "xx项目")
    assert store.track(document(hidden, "hidden.txt"), takes=True).name == "other.txt"
    done = store.track(document(shown, "shown.txt"), takes=True)
    assert (done.name, done.taken) == ("other.txt", True)


@pytest.mark.parametrize(("added", "is_proposed"), [(0.2, True), (0.47, False)])
def test_what_has_much_more_is_another_text(store: Store, added: float, is_proposed: bool) -> None:  # noqa: FBT001 - a column
    more = "".join(paragraph(random.Random(at)) for at in range(50, 80))[: round(added * len(LAW))]
    found = store.track(document(f"{LAW}\n{more}", "copy.txt")).proposal
    assert (found is not None) == is_proposed


def test_a_version_that_is_no_more_the_newest_leads_to_its_document(store: Store) -> None:
    store.track(document("\n".join(reversed(LAW.split("\n"))) + "\n附则略。"), "law.txt")
    found = store.track(document(COPY, "copy.txt")).proposal
    assert found
    assert (found.name, found.version) == ("law.txt", 2)


@pytest.mark.parametrize("text", ["", "。", "甲", "甲乙", "共3个", "****", "12345678"])
def test_the_shortest_texts_are_tracked(store: Store, text: str) -> None:
    assert store.track(document(text, "one.txt")).proposal is None
    done = store.track(document(text, "other one.txt"))
    assert (done.name, done.version) == ("other one.txt", 1)


def test_what_everybody_has_tells_nothing(store: Store) -> None:
    form = paragraph(random.Random(77))
    for at in range(70):
        store.track(document(f"{form}\n{at}"), f"{at}.txt")
    assert store.track(document(f"{form}\n71", "new.txt")).proposal is None


def test_a_damaged_document_is_not_proposed_and_keeps_nothing_from_being_tracked(store: Store) -> None:
    with store.at_work() as db:
        db.execute("UPDATE sighting SET seen = seen || '!'")
    done = store.track(document(COPY, "copy.txt"))
    assert (done.outcome, done.proposal) == (Outcome.ADDED, None)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_signs_are_the_same_for_what_reads_the_same(seed: int) -> None:
    chance = random.Random(seed)
    text = paragraph(chance) + english_sentence(chance)
    found = signs(text)
    assert ENOUGH < len(found) == len(set(found)) <= 16
    forms = (
        traditional(text),
        text.upper(),
        text.replace("，", ", "),
        text.replace("。", "。\r\n　　"),
        f"**{text}2016x",
    )
    assert [signs(form) for form in forms] == [found] * len(forms)
    assert all(-(2**63) <= sign < 2**63 for sign in found)


def test_signs_are_those_of_the_stores_that_there_are() -> None:
    # They are kept in files: others would find nothing of what was tracked before.
    assert signs("各地机关依法加强档案管理。")[:2] == [-1307189443430763559, -8455232350036240134]


def joined(store: Store) -> Tracked:
    store.track(document(COPY), "copy.txt", label="b", path="copy.txt")
    return store.track(document(LAW), "copy.txt", label="a", path="copy.txt")


def test_joined_documents_have_all_versions_labels_and_sightings(store: Store) -> None:
    joined(store)
    assert store.join("copy.txt", "law.txt") == {1: 2, 2: 1}
    assert names(store) == {"law.txt": 2, "other.txt": 1}
    assert [store.version(f"law.txt@{label}").text for label in "ab"] == [LAW, COPY]
    # That another file had come to this text is no change of this document.
    assert [state.version for state in store.states("law.txt")] == [1, 2]
    assert {state.version: state.sightings for state in store.states("law.txt")} == {1: 2, 2: 1}
    assert store.track(document(COPY, "third.txt"), takes=True).name == "law.txt"
    with pytest.raises(UnknownVersion):
        store.join("copy.txt", "law.txt")


def test_a_date_that_was_given_stays_with_joined_documents(store: Store) -> None:
    store.track(document(LAW), "copy.txt", date="2012")
    store.join("copy.txt", "law.txt")
    assert [(state.version, state.date) for state in store.states("law.txt")] == [(1, "2012")]


def test_documents_that_cannot_be_joined_stay_as_they_are(store: Store) -> None:
    joined(store)
    store.tag("law.txt", "b")
    before = store.history("copy.txt"), store.history("law.txt")
    with pytest.raises(RefusedChange, match="both documents have the label b, for different texts"):
        store.join("copy.txt", "law.txt")
    with pytest.raises(RefusedChange, match="both names are those of one document"):
        store.join("law.txt", "law.txt")
    assert (store.history("copy.txt"), store.history("law.txt")) == before
