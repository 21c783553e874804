"""Labels, names, what was looked at, and what is forgotten."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from unhurried import opened

from difftool import document
from difftool.errors import InvalidSettings, RefusedChange, UnknownVersion
from difftool.model.lineages import Outcome
from difftool.store import Store
from difftool.store.contents import DEEPEST, pack
from prose import paragraph, planted

NOW = datetime(2026, 11, 22, 18, 5, 36, tzinfo=UTC)
TEXTS = [f"第一条　各地机关依法加强档案管理。\n第二条　共{at}个部门，接受群众监督。" for at in range(6)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a store with a document of three versions, the second labelled."""
    with opened(tmp_path / "store.db") as kept:
        for at in range(3):
            kept.track(document(TEXTS[at]), "law", now=NOW + timedelta(hours=at), path="law.txt")
        kept.tag("law@2", "draft")
        yield kept


def held(path: Path) -> bytes:
    """Read the file and its log."""
    log = Path(f"{path}-wal")
    return path.read_bytes() + (log.read_bytes() if log.exists() else b"")


def test_a_version_has_many_labels_and_a_label_one_version(store: Store) -> None:
    store.tag("law@2", "second edition")
    store.tag("law@draft", "draft")
    store.tag("law", "final")
    assert [state.labels for state in store.states("law")] == [(), ("draft", "second edition"), ("final",)]
    with pytest.raises(RefusedChange, match="the label draft is that of law@2"):
        store.tag("law@3", "draft")
    store.untag("law", "draft")
    store.tag("law@3", "draft")
    assert store.resolved("law@draft").version == 3


def test_a_label_that_is_not_there_cannot_be_taken_away(store: Store) -> None:
    with pytest.raises(UnknownVersion, match="law has no label final"):
        store.untag("law", "final")
    with pytest.raises(UnknownVersion, match="is a version, and a document is wanted"):
        store.untag("law@2", "draft")


@pytest.mark.parametrize("label", ["7", "", " a", "a@b", "a\nb", "l" * 201])
def test_what_cannot_be_a_label_is_refused(store: Store, label: str) -> None:
    with pytest.raises(InvalidSettings):
        store.tag("law", label)


def test_a_label_that_is_a_date_dates_its_version(store: Store) -> None:
    store.tag("law@3", "2016")
    assert [(state.version, state.origin.value) for state in store.states("law")] == [
        (3, "label"),
        (1, "tracking"),
        (2, "tracking"),
    ]
    store.untag("law", "2016")
    assert [state.version for state in store.states("law")] == [1, 2, 3]


def test_a_document_that_is_renamed_keeps_all_that_it_has(store: Store) -> None:
    store.view("law@2")
    before = store.history("law")
    store.rename("law", "a/“b” 'c'\n🙂.txt")
    assert store.history("a/“b” 'c'\n🙂.txt") == before._replace(name="a/“b” 'c'\n🙂.txt")
    with pytest.raises(UnknownVersion):
        store.history("law")
    store.track(document(TEXTS[4]), "law")
    with pytest.raises(RefusedChange, match="law is tracked already"):
        store.rename("a/“b” 'c'\n🙂.txt", "law")
    store.rename("law", "law")
    assert store.version("law").text == TEXTS[4]


def test_only_what_is_newer_counts_as_looked_at(store: Store) -> None:
    assert store.viewed("law") is None
    for look, viewed in ((2, 2), (1, 2), (3, 3), (2, 3)):
        store.view(f"law@{look}")
        assert store.viewed("law") == viewed
    # Tracked later and older by its date.
    store.track(document(TEXTS[4]), "law", date="2012")
    store.view("law@4")
    assert store.viewed("law") == 3


def test_a_text_that_is_back_is_new_to_who_looked_at_what_came_between(store: Store) -> None:
    store.view("law@3")
    store.track(document(TEXTS[0]), "law", path="law.txt", now=NOW + timedelta(days=1))
    assert store.resolved("law").version == 1
    assert store.viewed("law") == 3
    store.view("law")
    assert store.viewed("law") == 1


def test_the_newest_is_looked_at_where_no_version_is_named(store: Store) -> None:
    store.view("law")
    assert store.viewed("law") == 3


def test_what_was_looked_at_stays_so_as_far_as_it_is_there(store: Store) -> None:
    store.view("law@2")
    store.forget("law@3")
    assert store.viewed("law") == 2
    store.forget("law@2")
    assert store.viewed("law") == 1
    store.track(document(TEXTS[4]), "law", now=NOW + timedelta(days=1))
    store.forget("law@1")
    assert store.viewed("law") is None


def test_the_number_of_a_forgotten_version_is_given_to_no_other(store: Store) -> None:
    store.forget("law@3")
    store.forget("law@1")
    assert store.track(document(TEXTS[4]), "law").version == 4
    store.rename("law", "act")
    store.forget("act@4")
    store.track(document(TEXTS[5]), "other")
    assert store.join("other", "act") == {1: 5}


def test_nothing_is_forgotten_that_was_not_spoken_of(store: Store) -> None:
    said = store.loss("law")
    store.track(document(TEXTS[4]), "law")
    with pytest.raises(RefusedChange, match="law was tracked or changed meanwhile, and nothing was forgotten"):
        store.forget("law", said)
    assert store.version("law").text == TEXTS[4]
    assert store.forget("law", store.loss("law")).is_all


def test_what_lingers_in_the_log_while_another_reads_is_told_and_goes_with_it(store: Store) -> None:
    packed = pack(TEXTS[2].encode())
    with Store.open(store.path, create=False) as other, other.at_work() as db:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM version").fetchone()
        assert store.forget("law@3").lingers
        db.rollback()
    store.close()
    assert packed not in held(store.path)
    with opened(store.path) as again:
        assert not again.forget("law@1").lingers


def test_what_goes_is_said_before_and_after(store: Store) -> None:
    store.track(document(TEXTS[1]), "law", content=TEXTS[1].encode("gb18030"))
    said = store.loss("law@2")
    assert (said.name, said.versions, said.sightings, said.labels, said.is_all) == ("law", (2,), 2, ("draft",), False)
    assert said.characters == len(TEXTS[1])
    assert store.loss("law@draft") == said
    assert store.forget("law@2") == said
    rest = store.loss("law")
    assert (rest.versions, rest.sightings, rest.labels, rest.is_all) == ((1, 3), 2, (), True)
    assert store.forget("law") == rest
    assert store.names() == []


def test_the_last_version_takes_its_document_with_it(store: Store) -> None:
    for number, is_all in ((1, False), (3, False), (2, True)):
        assert store.forget(f"law@{number}").is_all is is_all
    for asked in (store.history, store.version, store.loss, store.forget):
        with pytest.raises(UnknownVersion):
            asked("law")


def test_nothing_of_what_is_forgotten_is_left_in_the_file(tmp_path: Path) -> None:
    path, chance = tmp_path / "store.db", random.Random(4)
    words = {f"{name}@{at}": random.Random(f"{name}{at}").randbytes(12).hex() for name in "ab" for at in range(1, 9)}
    with Store.open(path) as store, Store.open(path):  # the other one keeps the log from being deleted
        text = paragraph(chance)
        for spelled, word in words.items():
            text = planted(chance, text, 2).right
            store.track(
                document(f"{text}\n{word}"),
                spelled[0],
                content=f"{text}\n{word}\n".encode("utf-16"),
                label=f"label {word}",
                source=f"source {word}",
                path=f"path {word}",
            )
        store.history("a")
        left = dict(words)
        for spelled in chance.sample(sorted(words), len(words)):
            word = left.pop(spelled)
            # In the file a word stands in the text, unless zstd has found a shorter way to write it.
            assert f"label {word}".encode() in held(path)
            store.forget(spelled)
            assert word.encode() not in held(path), spelled
            assert word.encode("utf-16-le") not in held(path), spelled
            for other, kept in left.items():
                assert store.version(other).text.endswith(kept)
        assert Path(f"{path}-wal").stat().st_size == 0


@pytest.mark.parametrize("seed", range(2))
def test_ways_stay_short_whatever_is_forgotten(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    texts = [paragraph(chance, 9)]
    while len(texts) < 50:
        texts.append(planted(chance, texts[-1], 2).right + f"{len(texts)}")
    with opened(tmp_path / "store.db") as store:
        for text in texts:
            store.track(document(text), "law")
        left = dict(enumerate(texts, 1))
        for number in chance.sample(sorted(left), 40):
            store.forget(f"law@{number}")
            del left[number]
            with store.at_work() as db:
                depths = [depth for (depth,) in db.execute("SELECT depth FROM content")]
            assert len(depths) == len(left)
            assert max(depths) <= DEEPEST
        assert {number: store.version(f"law@{number}").text for number in left} == left


def test_the_number_of_a_forgotten_version_is_not_given_to_one_between(store: Store) -> None:
    store.forget("law@2")
    for text, number in ((TEXTS[4], 4), (TEXTS[1], 5)):
        assert store.track(document(text), "law", now=NOW + timedelta(days=1)).version == number
    assert [state.version for state in store.states("law")] == [1, 3, 4, 5]


def test_a_text_that_was_forgotten_is_new_again(store: Store) -> None:
    store.forget("law@2")
    done = store.track(document(TEXTS[1]), "law", path="law.txt")
    assert (done.outcome, done.version) == (Outcome.ADDED, 4)


def test_what_came_between_is_forgotten_and_the_text_was_never_away(store: Store) -> None:
    store.track(document(TEXTS[1]), "law", path="law.txt", now=NOW + timedelta(days=1))
    assert [(state.version, state.again) for state in store.states("law")] == [
        (1, False),
        (2, False),
        (3, False),
        (2, True),
    ]
    store.forget("law@3")
    (_, state) = store.states("law")
    assert (state.version, state.again, state.sightings) == (2, False, 2)
