"""Searches: a copy is found to the code point wherever and however it stands, and what is no copy is not found."""

from __future__ import annotations

import json
import random
from importlib.resources import files
from pathlib import Path

import opencc
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from difftool import compare, locate
from difftool.align import skimming
from difftool.errors import InvalidSettings
from difftool.model import Document, RelationKind, Span, document
from difftool.model.places import Search, to_json
from prose import article, planted, sentence


def sister(chance: random.Random, lines: list[str], share: float) -> str:
    """Write another article on the template of one: its headings, so much of its sentences, and others."""
    written: list[str] = []
    for line in lines:
        parts = [part + "。" for part in line.split("。") if part]
        new = [part if chance.random() < share else sentence(chance) for part in parts]
        written.append(line if "。" not in line else "".join(new))
    return "\n".join(written)


def compiled(parts: list[str], joint: str = "\n") -> tuple[Document, list[Span]]:
    """Join articles to a compilation, and say where each stands."""
    spans: list[Span] = []
    at = 0
    for part in parts:
        spans.append(Span(at, at + len(part)))
        at += len(part) + len(joint)
    return document(joint.join(parts), "compilation.txt"), spans


def edited_inside(chance: random.Random, text: str, count: int, distance: int = 6) -> str:
    """Edit a text but for its first and last signs: what is put in before a text is no part of it."""
    return text[:4] + planted(chance, text[4:-4], count, distance).right + text[-4:]


def strangers(chance: random.Random, count: int) -> list[str]:
    return ["\n".join(article(chance, chance.randint(3, 9))) for _ in range(count)]


def hidden(chance: random.Random, copies: list[str], parts: list[str]) -> tuple[Document, list[Span]]:
    """Put copies between the parts of a compilation, and say where they stand."""
    for copy in copies:
        parts.insert(chance.randint(0, len(parts)), copy)
    haystack, spans = compiled(parts)
    return haystack, [span for span, part in zip(spans, parts, strict=True) if part in copies]


def skim_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let texts be skimmed that are too short for it."""
    monkeypatch.setattr(skimming, "_LONG", 1_000)
    monkeypatch.setattr(skimming, "_MANY_TIMES", 3)


def tried(needle: str, haystack: str) -> list[tuple[str, bool]]:
    """List what is looked through one after the other, and whether that tells places; nothing else tells how far."""
    sample = skimming._sampled(haystack)  # noqa: SLF001 - see above
    tries = skimming._tries(needle, haystack, sample)  # noqa: SLF001 - see above
    return [(text, skimming._found(text, phrases, sample) is not None) for text, phrases in tries]  # noqa: SLF001 - see above


def found(needle: str, haystack: Document) -> list[Span]:
    return [place.span for place in locate(document(needle, "needle.txt"), [haystack]).places]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["\n", "\r\n", "", "\n\n\n"]))
def test_a_copy_is_found_with_exactly_its_span(seed: int, joint: str) -> None:
    chance = random.Random(seed)
    needle = "\n".join(article(chance, chance.randint(1, 8)))
    parts = strangers(chance, 3)
    at = chance.randint(0, 3)
    parts.insert(at, needle)
    own = joint[:2] if "\r" in joint else joint[:1]
    haystack, spans = compiled([part.replace("\n", own) for part in parts], joint)

    search = locate(document(needle), [haystack])

    assert [place.span for place in search.places] == [spans[at]]
    assert search.places[0].coverage == 1.0
    assert joint == "" or search.places[0].similarity == 1.0


ENDS = {
    "start masked": lambda text: "****" + text[4:],
    "end masked": lambda text: text[:-5] + "****。",
    "start replaced": lambda text: "鼋鼍鼐" + text[3:],
    "end replaced": lambda text: text[:-4] + "鼋鼍鼐。",
    "start lost": lambda text: text[3:],
}


@pytest.mark.parametrize("edit", ENDS)
@pytest.mark.parametrize("seed", range(500, 505))
def test_edited_ends_are_found_inside_one_long_line(edit: str, seed: int) -> None:
    chance = random.Random(seed)
    needle = "".join(article(chance, 4))
    parts = ["".join(article(chance, 5)), ENDS[edit](needle), "".join(article(chance, 5))]
    haystack, spans = compiled(parts, "")
    assert len(haystack.paragraphs) == 1

    assert found(needle, haystack) == [spans[1]]


@pytest.mark.parametrize("same_in_both", [True, False])
@pytest.mark.parametrize("seed", range(600, 606))
def test_a_long_haystack_is_skimmed_and_gives_the_same_places(
    seed: int,
    same_in_both: bool,  # noqa: FBT001 - drawn
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(seed)
    seeds = [path.read_text("utf-8").strip() for path in sorted(Path("seeds").glob("*.txt"))]
    needle = seeds[0]
    form = opencc.OpenCC("s2t")
    copies = [edited_inside(chance, needle, 30), form.convert(needle), edited_inside(chance, needle, 80, 4)]
    parts = "\n".join(seeds[2:]).split("\n") * 12
    chance.shuffle(parts)
    haystack, spans = hidden(chance, copies, parts)
    whole = found(needle, haystack)
    skim_all(monkeypatch)
    if not same_in_both:  # then phrases of characters that copies write in several ways must do
        monkeypatch.setattr(skimming, "_changing", lambda: frozenset(map(ord, needle)))

    stretches = skimming.skimmed(needle, haystack.text)

    assert tried(needle, haystack.text)[0] == (haystack.text, True)
    assert stretches is not None
    assert found(needle, haystack) == whole
    assert sorted(whole) == spans


@pytest.mark.parametrize("seed", range(700, 706))
def test_a_long_haystack_of_set_phrases_is_skimmed_for_longer_ones(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    needle = "\n".join("".join(sentence(chance) for _ in range(3)) for _ in range(16))
    copies = [edited_inside(chance, needle, 30), opencc.OpenCC("s2t").convert(needle), needle]
    parts = ["".join(sentence(chance) for _ in range(3)) for _ in range(1_200)]
    haystack, spans = hidden(chance, copies, parts)
    whole = found(needle, haystack)
    skim_all(monkeypatch)
    monkeypatch.setattr(skimming, "_COMMON", 6)
    monkeypatch.setattr(skimming, "_MOST_FORMS", 2)

    *plain, folded = tried(needle, haystack.text)
    stretches = skimming.skimmed(needle, haystack.text)

    assert plain == [(haystack.text, False)] * 2
    assert folded[1]
    assert stretches is not None
    assert found(needle, haystack) == whole
    assert sorted(whole) == spans


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9))
@example(13)
@example(619)  # a half sister and the edited copy behind it were one place
@example(1413)  # a part of the half sister is a place of its own
def test_a_copy_wins_over_an_edited_one_and_both_over_sisters(seed: int) -> None:
    chance = random.Random(seed)
    lines = article(chance, 6)
    needle = "\n".join(lines)
    edited = edited_inside(chance, needle, len(needle) // 60 + 1)
    other = edited_inside(chance, needle, len(needle) // 12, 4)
    parts = {"copy": needle, "edited": edited, "sister": other, "half": sister(chance, lines, 0.4)}
    order = chance.sample(sorted(parts), 4)
    haystack, spans = compiled([parts[name] for name in order])

    places = found(needle, haystack)

    assert [order[spans.index(place)] for place in places[:2]] == ["copy", "edited"]
    relation = compare(document(needle), haystack).relation
    assert relation.right == spans[order.index("copy")]
    assert [hit.right for hit in relation.hits][:2] == places[:2]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9))
def test_places_are_disjoint_and_best_first(seed: int) -> None:
    chance = random.Random(seed)
    needle = "\n".join(article(chance, 2))
    # Copies of a line or two that stand side by side lend each other their edited ends.
    assume(len(needle) >= 150)
    copies = [edited_inside(chance, needle, chance.randint(1, 6)) for _ in range(5)]
    haystack, spans = compiled([*copies[:3], *strangers(chance, 1), *copies[3:]])

    places = locate(document(needle), [haystack]).places

    assert sorted(place.span for place in places) == [*spans[:3], *spans[4:]]
    ranks = [place.coverage * place.similarity for place in places]
    assert ranks == sorted(ranks, reverse=True)


@pytest.mark.parametrize("seed", range(700, 708))
def test_what_is_not_there_is_not_found(seed: int) -> None:
    chance = random.Random(seed)
    lines = article(chance, 8)
    needle = "\n".join(lines)
    haystack, _ = compiled([*strangers(chance, 2), sister(chance, lines, 0.2), sister(chance, lines, 0.3)])

    search = locate(document(needle), [haystack])

    assert search.places == ()
    relation = compare(document(needle), haystack).relation
    assert relation.kind is not RelationKind.CONTAINED
    assert relation.hits == ()
    assert compare(haystack, document(needle)).relation.kind is relation.kind


def test_a_sentence_is_found_among_many() -> None:
    chance = random.Random(3)
    text = "\n".join(strangers(chance, 2))
    haystack = document(text)
    sentences = [part + "。" for part in text.replace("\n", "。").split("。") if len(part) > 15]
    for needle in chance.sample(sentences, 20):
        places = found(needle, haystack)
        assert places[0].of(text) == needle
        assert {place.of(text) for place in places if place.length == len(needle)} >= {needle}


def test_script_line_ends_and_wrapping_do_not_matter() -> None:
    needle = "國務院關於加強檔案管理的決定，報請審議。\n各級機關應當依法登記，並向社會公開。"
    plain = "国务院关于加强档案管理的决定，报请审议。\r\n各级机关应当依法\r\n登记，并向社会公开。"
    text = f"第一篇\r\n甲乙丙丁戊己庚辛\r\n{plain}\r\n第三篇\r\n子丑寅卯"

    (place,) = locate(document(needle), [document(text)]).places

    assert place.span.of(text) == plain
    assert place.coverage == 1.0
    assert place.lines == (3, 5)


def test_a_part_of_the_needle_is_found_and_its_share_is_told() -> None:
    chance = random.Random(8)
    lines = [sentence(chance) for _ in range(10)]
    part = "\n".join(lines[:6])

    search = locate(document("\n".join(lines)), [document(part)])

    assert search.places[0].span == Span(0, len(part))
    assert search.places[0].coverage == pytest.approx(len(part.replace("\n", "")) / sum(map(len, lines)), abs=1e-6)
    assert locate(document("\n".join(lines)), [document(part)], at_least=0.8).places == ()


def test_a_text_in_itself_and_a_text_without_letters() -> None:
    text = document("一二三四五。\n六七八九十。")
    same = locate(text, [text])
    assert [place.span for place in same.places] == [Span(0, len(text.text))]
    assert same.notes == ("text: this is the needle itself, or a copy of the file",)
    assert found("****", document("甲****乙****丙")) == [Span(1, 5), Span(6, 10)]
    assert found("。", document("")) == []


def test_many_copies_are_cut_off_aloud() -> None:
    search = locate(document("各地机关依法登记。"), [document("各地机关依法登记。甲乙丙丁。\n" * 60)])
    assert len(search.places) == 50
    assert search.notes == ("text: only 50 places are listed, there may be more",)


def test_the_order_of_haystacks_does_not_matter() -> None:
    chance = random.Random(5)
    needle = "\n".join(article(chance, 2))
    many = [document(f"{'甲' * count}\n{needle}\n乙", f"{name}.txt") for name, count in (("c", 3), ("a", 9), ("b", 1))]
    one, other = locate(document(needle), many), locate(document(needle), many[::-1])
    assert one == other
    assert [one.haystacks[place.haystack].name for place in one.places] == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize("share", [0.0, -1.0, 1.5, float("nan")])
def test_a_share_that_is_none_is_refused(share: float) -> None:
    with pytest.raises(InvalidSettings, match="is no share of a text"):
        locate(document("一"), [], share)


def test_an_empty_needle_is_refused() -> None:
    with pytest.raises(InvalidSettings, match="holds no text to look for"):
        locate(document(" \n"), [])


def searches() -> list[Search]:
    chance = random.Random(11)
    lines = article(chance, 3)
    needle = document("\n".join(lines))
    there = document("第一章\n甲乙\n第二章\n" + needle.text)
    return [
        locate(needle, [there, document("", "empty.txt")]),
        locate(needle, [document(sister(chance, lines, 0.3))]),
        locate(needle, []),
    ]


def test_every_output_obeys_the_schema() -> None:
    schema = json.loads((files("difftool.model") / "places.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    outputs = [json.loads(json.dumps(to_json(search, "0.1.0"))) for search in searches()]
    assert [len(output["places"]) for output in outputs] == [1, 0, 0]
    assert outputs[0]["places"][0]["section"]["title"] == "第二章"
    assert outputs[1]["runner_up"] is not None
    for output in outputs:
        validator.validate(output)
        output["places"] = None
        assert not validator.is_valid(output)
