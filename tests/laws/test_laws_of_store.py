"""What a store promises, whatever is done to it: it is used at random beside a slow, obvious model in plain Python."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from unhurried import hurried

from difftool import compare, document
from difftool.errors import RefusedChange, UnknownVersion
from difftool.model.lineages import Outcome, delta
from difftool.store import Store
from difftool.store.contents import DEEPEST, digest_of, pack
from prose import paragraph, planted

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = ["law.txt", "a/“b” 'c'.md", "x@y", "名\n稱🙂"]
LABELS = {"2016": "2016", "2019-05": "2019-05", "draft": "", "second edition": ""}
DATES = ["", "", "", "2016", "2018-03-01", "2030"]
PATHS = ["", "one.txt", "two.txt"]
LAW = "某某条例\n（{}公布）\n第一条　{}"


def _texts() -> dict[str, str]:
    """Make texts, each with the date that it tells of itself and a word that no other has."""
    texts: dict[str, str] = {}
    for at in range(9):
        chance = random.Random(at % 3)
        body = planted(random.Random(at), paragraph(chance, 3), at // 3).right
        word = sha256(bytes([at])).hexdigest()[:20]
        date = ("", "", "2004年4月30日", "2004年4月30日", "2012年11月9日")[at % 5]
        told = {"2004年4月30日": "2004-04-30", "2012年11月9日": "2012-11-09"}.get(date, "")
        texts[f"{LAW.format(date, body) if date else body}\n{word}"] = told
    return texts


TEXTS = _texts()
names, texts = st.sampled_from(NAMES), st.sampled_from(sorted(TEXTS))
labels = st.sampled_from(sorted(LABELS))


class Seen(NamedTuple):
    """Hold a sighting: its version, its bytes, what was said of it, and whether the document came into it here."""

    number: int
    raw: bytes
    path: str
    source: str
    moment: str
    given: str
    turns: bool


class _Told:
    """Model a document: its texts by number, its sightings in order, its labels, the version last looked at."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self.seen: list[Seen] = []
        self.labels: dict[str, int] = {}
        self.viewed: int | None = None
        self.forgotten = 0

    def number(self, text: str) -> int | None:
        return next((number for number, known in self.texts.items() if known == text), None)

    def dated(self, one: Seen, *, first: bool) -> tuple[str, str]:
        """Give the date of a sighting and where it comes from."""
        labels = [LABELS[label] for label in sorted(self.labels) if self.labels[label] == one.number]
        labelled = [date for date in labels if date]
        if one.given:
            return one.given, "given"
        if TEXTS[self.texts[one.number]]:
            return TEXTS[self.texts[one.number]], "promulgation"
        return (labelled[0], "label") if labelled and first else (one.moment, "tracking")

    def states(self) -> list[tuple[str, str, int]]:
        """List the states, the oldest first: date, origin, version."""
        states: list[tuple[str, str, int, int]] = []
        for number in self.texts:
            turns = [(at, one) for at, one in enumerate(self.seen) if one.number == number and one.turns]
            dates = [(at, *self.dated(one, first=index == 0)) for index, (at, one) in enumerate(turns)]
            # A date that was given later takes the place of a makeshift.
            if dates[0][2] in {"label", "tracking"} and any(one.given for _, one in turns):
                del dates[0]
            states += [(date, origin, number, at) for at, date, origin in dates]
        kept: list[tuple[str, str, int]] = []

        def place(state: tuple[str, str, int, int]) -> tuple[str, int]:
            """Give the date at which a state stands: a clock may go back, and sightings do not."""
            earlier = [date for date, origin, _, at in states if origin == "tracking" and at <= state[3]]
            return (max(earlier) if state[1] == "tracking" else state[0]), state[3]

        for date, origin, number, _ in sorted(states, key=place):
            if not (kept and kept[-1][2] == number and origin != "given"):
                kept.append((date, origin, number))
        return kept


class _Kept(RuleBasedStateMachine):
    """Use a store by two hands at once, and a model of it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.file = Path(self.folder.name, "store.db")
        self.model: dict[str, _Told] = {}
        self.moment = BEGIN

    @initialize()
    def opens(self) -> None:
        self.hands = [hurried(Store.open(self.file)) for _ in range(2)]

    def teardown(self) -> None:
        for hand in getattr(self, "hands", []):
            hand.close()
        self.folder.cleanup()

    def hand(self) -> Store:
        """Give one hand, and change hands."""
        self.hands.reverse()
        return self.hands[0]

    @rule()
    def closes_and_reopens(self) -> None:
        for hand in self.hands:
            hand.close()
        self.opens()

    @rule(hours=st.integers(-2, 2))
    def time_goes_by(self, hours: int) -> None:
        self.moment += timedelta(hours=hours)

    @rule(
        name=names,
        text=texts,
        said=st.tuples(st.sampled_from(PATHS), st.sampled_from(["", "web"]), st.sampled_from(DATES)),
        label=st.sampled_from(["", "", *sorted(LABELS)]),
        encoding=st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "gb18030"]),
    )
    def tracks(self, name: str, text: str, said: tuple[str, str, str], label: str, encoding: str) -> None:
        path, source, given = said
        told = self.model.get(name, _Told())
        known = told.number(text)
        number = max([told.forgotten, *told.texts]) + 1 if known is None else known
        raw = text.encode(encoding)

        def tracked() -> tuple[int, Outcome, int | None]:
            store = self.hand()
            found = store.track(
                document(text),
                name,
                path=path,
                source=source,
                date=given,
                label=label,
                content=raw,
                now=self.moment,
            )
            return found.version, found.outcome, found.delta and found.delta.against

        if told.labels.get(label, number) != number:
            with pytest.raises(RefusedChange):
                tracked()
            return
        moment = self.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        moments = [state[0] for state in told.states() if state[1] == "tracking"]
        dates = (given, TEXTS[text], LABELS.get(label, ""), max([moment, *moments]))
        date = next(filter(None, dates))
        before = [state[2] for state in told.states() if state[0] <= date]
        turns = known is None or self.turns(told, known, (path, source, given))
        dated = [one.given for one in told.seen if one.number == known and one.turns and one.given] or TEXTS[text]
        # Until the user gives a date there is only a makeshift, and what takes its place is no return.
        differs = bool(before) and before[-1] != number and not (given and not dated)
        outcome = Outcome.ADDED if known is None else Outcome.RETURNED if turns and differs else Outcome.UNCHANGED
        against = before[-1] if before and outcome is not Outcome.UNCHANGED else None

        assert tracked() == (number, outcome, against)

        self.model[name] = told
        told.texts[number] = text
        told.seen.append(Seen(number, raw, path, source, moment, given, turns))
        if label:
            told.labels[label] = number

    def turns(self, told: _Told, number: int, said: tuple[str, str, str]) -> bool:
        """Tell whether a known text is a state of its own."""
        path, source, given = said
        if given:
            return all(state[0] != given for state in told.states() if state[2] == number)
        there = [one.number for one in told.seen if one.path == path and (path or one.source == source)]
        if not there or there[-1] == number:
            return False
        date = TEXTS[told.texts[number]]
        return not date or TEXTS[told.texts[there[-1]]] == date

    @precondition(lambda self: self.model)
    @rule(pick=st.randoms(use_true_random=False), label=labels)
    def labels_a_version(self, pick: random.Random, label: str) -> None:
        name, number = self.version(pick)
        told = self.model[name]
        if told.labels.get(label, number) == number:
            self.hand().tag(f"{name}@{number}", label)
            told.labels[label] = number
        else:
            with pytest.raises(RefusedChange):
                self.hand().tag(f"{name}@{number}", label)
            self.hand().untag(name, label)
            del told.labels[label]

    @precondition(lambda self: self.model)
    @rule(pick=st.randoms(use_true_random=False), new=st.sampled_from([*NAMES, "new"]))
    def renames(self, pick: random.Random, new: str) -> None:
        name, _ = self.version(pick)
        if new in self.model and new != name:
            with pytest.raises(RefusedChange):
                self.hand().rename(name, new)
            return
        self.hand().rename(name, new)
        self.model[new] = self.model.pop(name)

    @precondition(lambda self: self.model)
    @rule(pick=st.randoms(use_true_random=False))
    def looks_at_a_version(self, pick: random.Random) -> None:
        name, number = self.version(pick)
        self.hand().view(f"{name}@{number}", self.moment)
        told = self.model[name]
        order = {state[2]: at for at, state in enumerate(told.states())}
        if told.viewed is None or order[number] >= order[told.viewed]:
            told.viewed = number

    @precondition(lambda self: self.model)
    @rule(pick=st.randoms(use_true_random=False), is_all=st.booleans())
    def forgets(self, pick: random.Random, *, is_all: bool) -> None:
        name, number = self.version(pick)
        told = self.model[name]
        gone = set(told.texts) if is_all else {number}
        packed = self.packed()
        said = self.hand().loss(name if is_all else f"{name}@{number}")
        lost = self.hand().forget(name if is_all else f"{name}@{number}")
        assert lost == said
        assert (set(lost.versions), lost.sightings) == (gone, sum(one.number in gone for one in told.seen))
        old = {told.texts[one].encode() for one in gone} | {one.raw for one in told.seen if one.number in gone}
        order = [state[2] for state in told.states()]
        if told.viewed in gone:
            older = order[: len(order) - order[::-1].index(told.viewed)]
            told.viewed = next((one for one in reversed(older) if one not in gone), None)
        told.forgotten = max(told.forgotten, number)
        told.texts = {one: text for one, text in told.texts.items() if one not in gone}
        told.seen = [one for one in told.seen if one.number not in gone]
        told.labels = {label: one for label, one in told.labels.items() if one not in gone}
        if not told.texts:
            del self.model[name]
        self.nothing_is_left_of(old, packed)

    def nothing_is_left_of(self, old: set[bytes], packed: dict[bytes, bytes]) -> None:
        log = Path(f"{self.file}-wal")
        held = self.file.read_bytes() + (log.read_bytes() if log.exists() else b"")
        left = self.contents()
        for content in old - left:
            # The word may stand in the same text in another encoding.
            word = content[-20:]
            assert word not in held or any(word in one for one in left)
            assert pack(content) not in held
            assert packed[digest_of(content)] not in held
            assert digest_of(content) not in held

    @precondition(lambda self: self.model)
    @rule(pick=st.randoms(use_true_random=False))
    def tells_what_changed(self, pick: random.Random) -> None:
        name, _ = self.version(pick)
        told = self.model[name]
        newest_first = self.hand().history(name).states
        numbers = [state.version for state in reversed(newest_first)]
        assert numbers == [state[2] for state in told.states()]
        assert newest_first[-1].delta is None
        for before, state in zip(numbers, list(reversed(newest_first))[1:], strict=False):
            sides = document(told.texts[before]), document(told.texts[state.version])
            assert state.delta == delta(compare(*sides), before)

    @invariant()
    def everything_is_there_and_in_order(self) -> None:
        if not hasattr(self, "hands"):
            return
        store = self.hand()
        for name, told in self.model.items():
            states = store.states(name)
            assert [(state.date, state.origin.value, state.version) for state in states] == told.states()
            numbers = [state.version for state in states]
            assert [state.again for state in states] == [one in numbers[:at] for at, one in enumerate(numbers)]
            for state in states:
                seen = [one for one in told.seen if one.number == state.version]
                assert (state.sightings, state.last_seen) == (len(seen), max(one.moment for one in seen))
                assert state.labels == tuple(sorted(one for one, at in told.labels.items() if at == state.version))
            for number, text in told.texts.items():
                assert store.version(f"{name}@{number}").text == text
                first = next(one for one in told.seen if one.number == number)
                assert store.original(f"{name}@{number}") == first.raw
            assert store.viewed(name) == told.viewed
        assert {digest_of(content) for content in self.contents()} == self.packed().keys()
        listed = [(one.name, one.versions, one.sightings, one.newest, one.date) for one in store.names()]
        assert listed == [
            (name, len(told.texts), len(told.seen), told.states()[-1][2], told.states()[-1][0])
            for name, told in sorted(self.model.items())
        ]

    @invariant()
    def what_is_not_there_is_not_found(self) -> None:
        if hasattr(self, "hands"):
            for name in {*NAMES, "new"} - self.model.keys():
                with pytest.raises(UnknownVersion):
                    self.hand().version(name)

    def version(self, pick: random.Random) -> tuple[str, int]:
        name = pick.choice(sorted(self.model))
        return name, pick.choice(sorted(self.model[name].texts))

    def contents(self) -> set[bytes]:
        """Gather what anybody has."""
        return {text.encode() for told in self.model.values() for text in told.texts.values()} | {
            one.raw for told in self.model.values() for one in told.seen
        }

    def packed(self) -> dict[bytes, bytes]:
        with self.hand().at_work() as db:
            rows = db.execute("SELECT digest, packed, depth FROM content").fetchall()
        assert all(depth <= DEEPEST for _, _, depth in rows)
        return {digest: packed for digest, packed, _ in rows}


_Kept.TestCase.settings = settings(
    max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestKept = _Kept.TestCase
