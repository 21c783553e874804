"""The date of a state, and the order of a history whose dates come from different places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unhurried import opened

from difftool import document
from difftool.errors import InvalidSettings
from difftool.model.lineages import Outcome
from difftool.store import Store
from difftool.store.dating import asked, promulgated, written_in

NOW = datetime(2026, 11, 22, 18, 5, 36, tzinfo=UTC)
BODY = "第一条　为了加强档案管理，制定本条例。\n第二条　各地机关应当依法登记。"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "store.db") as kept:
        yield kept


HEADS = {
    "某某条例\n（2004年4月30日公布）": "2004-04-30",
    "某某条例\n（2004年4月30日国务院令第406号公布　根据2012年11月9日《关于修改某某条例的决定》修订）": "2012-11-09",
    "某某法\n（1989年12月26日第七届全国人民代表大会常务委员会第十一次会议通过　2014年4月24日第十二届全国人民代表大会"
    "常务委员会第八次会议修订　自2015年1月1日起施行）": "2014-04-24",
    "某某法\n（1999年6月28日通过　根据2012年11月9日《决定》第一次修正　根据2020年10月17日《决定》"
    "第二次修正）": "2020-10-17",
    "某某法\n（一九七九年七月一日第五届全国人民代表大会第二次会议通过　根据一九九六年三月十七日第八届全国人民代表大会"
    "第四次会议《关于修改〈某某法〉的决定》修正）": "1996-03-17",
    "某省某某办法\n（2001年5月1日某省人民政府令第3号发布　自2001年7月1日起施行）": "2001-05-01",
    "某某條例\n中華民國九十三年四月三十日總統公布\n中華民國一百零一年十一月九日修正公布": "2012-11-09",
    "Pilots Act 2006\nAct No. 12 of 2006\nEnacted: 3 March 2006\nEffective date: January 1st, 2007": "2006-03-03",
    "关于档案工作的一封信": "",
    "某某条例\n（****年4月30日公布）": "",
}


@pytest.mark.parametrize(("head", "date"), HEADS.items(), ids=[head[:12] for head in HEADS])
def test_a_text_is_dated_by_the_last_of_what_its_head_tells(head: str, date: str) -> None:
    assert promulgated(document(f"{head}\n{BODY}")) == date


def test_a_date_in_the_body_does_not_date_a_text() -> None:
    assert (
        promulgated(document(f"某某条例\n（2004年4月30日公布）\n{BODY}\n第三条　2019年5月6日公布的办法废止。"))
        == "2004-04-30"
    )


FORMS = {
    "2022-03-29": "2022-03-29",
    "2022-3-29": "2022-03-29",
    "2022/3/29": "2022-03-29",
    "2022.3.29": "2022-03-29",
    "2022年3月29日": "2022-03-29",
    " 2022 年 3 月 29 日 ": "2022-03-29",
    "2022-03": "2022-03",
    "2022年3月": "2022-03",
    "2022": "2022",
    "2022年": "2022",
    "1859": "1859",
}
NO_DATES = [
    "2022-13",
    "2022-02-30",
    "2022-00",
    "0000",
    "22",
    "20220329",
    "29.3.2022",
    "2nd",
    "二〇二二年",
    "２０２２",
    "2022-3-29Z",
    "2022-",
]


@pytest.mark.parametrize(("form", "date"), FORMS.items())
def test_a_date_is_read_in_the_forms_that_people_write(form: str, date: str) -> None:
    assert (asked(form), written_in(form)) == (date, date)


@pytest.mark.parametrize("text", [*NO_DATES, "", "first edition", "2016 修订"])
def test_what_is_no_date_is_refused_as_one_and_is_only_a_label(store: Store, text: str) -> None:
    with pytest.raises(InvalidSettings, match="is no date") as refused:
        asked(text)
    assert "2022-03-29" in refused.value.hint
    assert written_in(text) == ""
    if text:
        with pytest.raises(InvalidSettings):
            store.track(document("text"), "law", date=text)
        assert store.names() == []


@given(
    st.dates(),
    st.sampled_from(["{:%Y}-{:%m}-{:%d}", "{:%Y}.{:%m}.{:%d}", "{:%Y}年{:%m}月{:%d}日", "{:%Y}/{:%m}/{:%d}"]),
)
@settings(max_examples=200, deadline=None)
def test_every_day_is_read(day: datetime, form: str) -> None:
    assert (
        asked(form.replace("{:%Y}", f"{day.year:04}").format(day, day)) == f"{day.year:04}-{day.month:02}-{day.day:02}"
    )


# What a date comes from, a text, and what is said of it: a date, a label.
GIVEN = ("given", f"{BODY}\n第三条　甲。", "2010-01-01", "")
TOLD = ("promulgation", f"某某条例\n（2004年4月30日公布）\n{BODY}\n第三条　乙。", "", "")
LABELLED = ("label", f"{BODY}\n第三条　丙。", "", "2016年2月")
TRACKED = ("tracking", f"{BODY}\n第三条　丁。", "", "")
ORDERS = list(permutations([GIVEN, TOLD, LABELLED, TRACKED]))


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "".join(one[0][0] for one in order))
def test_whatever_a_date_comes_from_it_decides_the_order(store: Store, order: list[tuple[str, str, str, str]]) -> None:
    for at, (_, text, date, label) in enumerate(order):
        store.track(document(text), "law", date=date, label=label, now=NOW + timedelta(hours=at))
    states = store.history("law").states
    assert [(state.origin.value, state.date[:10]) for state in reversed(states)] == [
        ("promulgation", "2004-04-30"),
        ("given", "2010-01-01"),
        ("label", "2016-02"),
        ("tracking", "2026-11-22"),
    ]
    assert [state.delta is None for state in states] == [False, False, False, True]
    assert [state.delta.against for state in states if state.delta] == [state.version for state in states[1:]]


def test_what_the_user_gives_outweighs_what_the_text_tells_and_that_a_label(store: Store) -> None:
    text = document(f"某某条例\n（2004年4月30日公布）\n{BODY}")
    store.track(text, "law", date="2010", label="2016")
    store.track(text, "other", label="2016")
    ((one,), (other,)) = (store.history(name).states for name in ("law", "other"))
    assert (one.date, one.origin.value, one.labels) == ("2010", "given", ("2016",))
    assert (other.date, other.origin.value, other.labels) == ("2004-04-30", "promulgation", ("2016",))


def test_a_date_that_is_given_later_takes_the_place_of_the_moment_of_tracking(store: Store) -> None:
    older, newer = document(BODY), document(BODY.replace("应当", "必须"))
    for at, one in enumerate((newer, older)):
        store.track(one, "law", now=NOW + timedelta(hours=at), path=f"{at}.txt")
    assert [state.version for state in store.states("law")] == [1, 2]
    for one, date in ((older, "2012"), (newer, "2019")):
        done = store.track(one, "law", date=date, now=NOW + timedelta(days=1))
        assert done.outcome is Outcome.UNCHANGED
    states = store.states("law")
    assert [(state.version, state.date, state.again) for state in states] == [(2, "2012", False), (1, "2019", False)]
    assert [state.sightings for state in states] == [2, 2]


def test_a_coarser_date_stands_before_the_finer_ones_in_it(store: Store) -> None:
    dates = ["2022-03-29", "2022", "2022-03", "2021-12-31", "2022-04"]
    for date in dates:
        store.track(document(f"{BODY}\n{date}"), "law", date=date)
    assert [state.date for state in store.states("law")] == sorted(dates)


def test_of_equal_dates_what_was_tracked_first_stands_first(store: Store) -> None:
    for word in "丙甲乙":
        store.track(document(f"{BODY}\n{word}"), "law", date="2022")
    assert [state.version for state in store.states("law")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("head", "date"), [("", ""), ("某某条例\n（2004年4月30日公布）\n", "2004-04-30")], ids=["undated", "of one date"]
)
def test_a_file_that_changed_back_has_three_states_of_two_versions(
    store: Store, tmp_path: Path, head: str, date: str
) -> None:
    first, second = f"{head}{BODY}", f"{head}{BODY}".replace("应当", "必须")
    file = tmp_path / "law.txt"

    def tracked(text: str) -> tuple[int, Outcome, int | None]:
        file.write_text(text, "utf-8")
        done = store.track(file)
        return done.version, done.outcome, done.delta and done.delta.against

    assert tracked(first) == (1, Outcome.ADDED, None)
    assert tracked(second) == (2, Outcome.ADDED, 1)
    assert tracked(first) == (1, Outcome.RETURNED, 2)
    assert tracked(first) == (1, Outcome.UNCHANGED, None)
    states = store.states("law.txt")
    assert [(state.version, state.again, state.sightings) for state in states] == [
        (1, False, 3),
        (2, False, 1),
        (1, True, 3),
    ]
    assert all(state.date.startswith(date) for state in states)
    assert store.resolved("law.txt").version == 1


def test_an_older_text_in_the_same_file_is_no_new_state_when_it_dates_itself(store: Store, tmp_path: Path) -> None:
    older, newer = (f"某某条例\n（{year}年4月30日公布）\n{BODY}" for year in (2004, 2012))
    file = tmp_path / "law.txt"
    for text in (older, newer, older):
        file.write_text(text, "utf-8")
        done = store.track(file)
    assert (done.version, done.outcome) == (1, Outcome.UNCHANGED)
    assert [state.version for state in store.states("law.txt")] == [1, 2]


def test_tracking_the_same_files_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    files = [tmp_path / f"{at}.txt" for at in range(3)]
    for at, file in enumerate(files):
        file.write_text(f"{BODY}\n第三条　共{at}个部门。", "utf-8")
    assert [store.track(file, "law").outcome for file in files] == [Outcome.ADDED] * 3
    before = store.history("law")
    for order in (files, files[::-1], [*files, *files]):
        assert {store.track(file, "law").outcome for file in order} == {Outcome.UNCHANGED}
    after = store.history("law")
    assert [(one.version, one.date, one.delta) for one in after.states] == [
        (one.version, one.date, one.delta) for one in before.states
    ]
    assert [one.sightings for one in after.states] == [5, 5, 5]


def test_a_source_is_followed_where_there_is_no_file(store: Store) -> None:
    texts = [document(BODY), document(BODY.replace("应当", "必须"))]
    for at in (0, 1, 0):
        done = store.track(texts[at], "law", source="https://example.org/law")
    assert done.outcome is Outcome.RETURNED
    assert [state.version for state in store.states("law")] == [1, 2, 1]
    # What comes from nowhere has but the order in which it comes.
    for at in (0, 1, 0):
        done = store.track(texts[at], "other")
    assert (done.version, done.outcome) == (1, Outcome.RETURNED)
    assert [state.version for state in store.states("other")] == [1, 2, 1]


def test_a_clock_that_went_back_does_not_make_the_newest_text_an_older_one(store: Store) -> None:
    for at, hour in enumerate((12, 9, 10)):
        store.track(document(f"{BODY}{at}"), "law", now=datetime(2026, 1, 1, hour, tzinfo=UTC))
    assert [(state.version, state.date[11:13]) for state in store.states("law")] == [(1, "12"), (2, "09"), (3, "10")]
    newest = store.history("law").states[0]
    assert newest.delta
    assert (newest.version, newest.delta.against) == (3, 2)
