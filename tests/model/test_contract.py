"""The JSON contract on real outputs: each derived field is computed again, from the output and the two texts alone."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from difftool.compare import compare
from difftool.model import Document, Kind, Settings, document
from difftool.read import read
from difftool.render import render
from prose import article, paragraph

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SIDES = ("left", "right")
Json = dict[str, Any]


class Output(NamedTuple):
    """Hold what the tool printed, with both texts."""

    json: Json
    text: dict[str, str]

    @classmethod
    def of(cls, left: Document, right: Document, settings: Settings | None = None) -> Output:
        """Compare two documents and read what is printed."""
        printed = render(compare(left, right, settings), left, right, "json", version="0")
        return cls(json.loads(printed), {"left": left.text, "right": right.text})

    def stretch(self, link: Json, side: str) -> list[int]:
        """Give the span from the first to the last paragraph of a link."""
        spans = self.json[side]["paragraphs"]
        return [spans[link[side][0]][0], spans[link[side][-1]][1]]


def rewritten(seed: int) -> tuple[str, str]:
    """Make an article and a revision of it: paragraphs moved, split, merged, dropped, added, repeated, edited."""
    chance = random.Random(seed)
    old = article(chance, chance.randint(1, 12))
    new = [paragraph(chance) for _ in range(chance.choice([0, 0, 25]))] + old
    for _ in range(6):
        at = chance.randrange(len(new))
        match chance.randrange(7):
            case 0:
                new.insert(chance.randrange(len(new)), new.pop(at))
            case 1:
                new[at : at + 1] = new[at].partition("。")[::2] if new[at].count("。") > 1 else [new[at]]
            case 2:
                new[at : at + 2] = ["".join(new[at : at + 2])]
            case 3 if len(new) > 1:
                del new[at]
            case 4:
                new.insert(at, paragraph(chance))
            case 5:
                new.insert(chance.randrange(len(new)), new[at])
            case _:
                new[at] = new[at].replace("个项目", "****个项目").replace("落实", "落實").replace("检查", "抽查")
    return "\n".join(old), chance.choice(["\n", "\r\n", "\n\n"]).join(new)


BY_HAND = [
    ("", ""),
    ("", "甲乙丙丁"),
    (" \n", "\n"),
    ("甲乙丙丁\n子丑寅卯", "甲乙丙丁\n子丑寅卯"),
    ("甲乙丙丁", "The quick brown fox."),
    ("共20个部门，****年", "共xx个部门，2020年"),
]


@pytest.fixture(scope="module")
def outputs() -> list[Output]:
    """Compare every sort of pair, both ways."""
    seeds = [read(str(path)) for path in SEEDS]
    made = [(document(one), document(other)) for one, other in [*BY_HAND, *[rewritten(seed) for seed in range(60)]]]
    pairs = list(product(seeds[:3], seeds[:3]))
    pairs += [*made, *[(right, left) for left, right in made]]
    ignoring = Settings(ignore=(Kind.WORDING, Kind.SPACE))
    return [Output.of(left, right, ignoring if at % 5 == 0 else None) for at, (left, right) in enumerate(pairs)]


def test_the_pairs_are_of_every_sort(outputs: list[Output]) -> None:
    assert {one.json["relation"]["kind"] for one in outputs} == {
        "identical",
        "equivalent",
        "revision",
        "contained",
        "overlapping",
        "unrelated",
    }
    assert {link["kind"] for one in outputs for link in one.json["links"]} == {
        *("equal", "changed", "split", "merged", "moved", "inserted", "deleted", "outside")
    }


def test_links_stand_in_right_order_and_left_only_ones_after_their_predecessor(outputs: list[Output]) -> None:
    for one in outputs:
        links = one.json["links"]
        rights = [link["right"][0] for link in links if link["right"]]
        assert rights == sorted(rights)
        home = {index: at for at, link in enumerate(links) for index in link["left"]}
        for at, link in enumerate(links):
            if link["left"] and not link["right"]:
                first = link["left"][0]
                before = home[first - 1] if first else -1
                assert before < at
                assert not any(between["right"] for between in links[before + 1 : at])


def test_links_have_the_numbers_of_paragraphs_that_their_kind_means(outputs: list[Output]) -> None:
    fits: dict[str, Callable[[int, int], bool]] = {
        "equal": lambda left, right: left == right == 1,
        "changed": lambda left, right: left == right > 0,
        "split": lambda left, right: right > left > 0,
        "merged": lambda left, right: left > right > 0,
        "moved": lambda left, right: left > 0 < right,
        "inserted": lambda left, right: (left, right) == (0, 1),
        "deleted": lambda left, right: (left, right) == (1, 0),
        "outside": lambda left, right: left + right == 1,
    }
    for one in outputs:
        for link in one.json["links"]:
            assert fits[link["kind"]](len(link["left"]), len(link["right"])), link


def test_changes_stand_in_order_and_are_named_once(outputs: list[Output]) -> None:
    for one in outputs:
        changes = one.json["changes"]
        places = [(change["right"], change["left"]) for change in changes]
        assert places == sorted(places)
        for field in ("id", "key"):
            assert len({change[field] for change in changes}) == len(changes)


def test_shapes_follow_from_the_spans(outputs: list[Output]) -> None:
    for one in outputs:
        for change in one.json["changes"]:
            (start, end), (there, stop) = change["left"], change["right"]
            shape = "insertion" if start == end else "deletion" if there == stop else "replacement"
            assert change["shape"] == ("move" if change["kind"] == "move" else shape)


def test_whole_paragraphs_point_at_the_end_of_the_linked_one_before(outputs: list[Output]) -> None:
    for one in outputs:
        links = one.json["links"]
        for change in one.json["changes"]:
            link = links[change["link"]]
            if link["kind"] not in {"inserted", "deleted"}:
                continue
            here, there = ("right", "left") if link["kind"] == "inserted" else ("left", "right")
            assert change[here] == one.stretch(link, here)
            paired = [other for other in links if other["left"] and other["right"]]
            before = [other for other in paired if other[here][-1] < link[here][0]]
            last = max(before, key=lambda other: other[here], default=None)
            assert change[there] == ([one.stretch(last, there)[1]] * 2 if last else [0, 0])


def test_moves_span_their_paragraphs_and_have_a_block(outputs: list[Output]) -> None:
    for one in outputs:
        moves = [change for change in one.json["changes"] if change["kind"] == "move"]
        for change in moves:
            link = one.json["links"][change["link"]]
            assert link["kind"] == "moved"
            assert [change[side] for side in SIDES] == [one.stretch(link, side) for side in SIDES]
            assert change["block"]
        assert len(moves) == sum(link["kind"] == "moved" for link in one.json["links"])


def test_groups_and_masks_point_at_changes_that_point_back(outputs: list[Output]) -> None:
    for one in outputs:
        changes = {change["id"]: change for change in one.json["changes"]}
        members: set[str] = set()
        for group in one.json["groups"]:
            for change in map(changes.__getitem__, group["changes"]):
                assert change["group"] == group["id"]
                assert all(change[field] == group[field] for field in ("kind", "left_text", "right_text"))
            members.update(group["changes"])
        assert members == {change["id"] for change in changes.values() if change["group"]}
        for side in SIDES:
            masks = one.json["masks"][side]
            assert [mask["span"] for mask in masks] == sorted(mask["span"] for mask in masks)
            for mask in masks:
                start, end = mask["span"]
                assert one.text[side][start:end] == mask["text"]
                if mask["change"] is not None:
                    around = changes[mask["change"]][side]
                    assert around[0] <= start < end <= around[1]


def test_coverage_and_similarity_are_what_they_are_said_to_be(outputs: list[Output]) -> None:
    for one in outputs:
        links, relation = one.json["links"], one.json["relation"]
        paired = [link for link in links if link["left"] and link["right"]]
        for side in SIDES:
            size = [end - start for start, end in one.json[side]["paragraphs"]]
            answered = sum(size[index] for link in paired for index in link[side])
            assert relation[f"{side}_coverage"] == pytest.approx(answered / sum(size) if size else 0, abs=1e-6)
        linked = sum(end - start for link in paired for start, end in [one.stretch(link, side) for side in SIDES])
        changed = sum(
            end - start
            for change in one.json["changes"]
            if change["kind"] != "move" and links[change["link"]] in paired
            for start, end in [change[side] for side in SIDES]
        )
        nothing = float(not any(one.json[side]["paragraphs"] for side in SIDES))
        assert relation["similarity"] == pytest.approx(1 - changed / linked if linked else nothing, abs=1e-6)


def test_the_kind_of_the_relation_keeps_its_borders(outputs: list[Output]) -> None:
    for one in outputs:
        relation, kind = one.json["relation"], one.json["relation"]["kind"]
        assert (kind == "identical") == (one.text["left"] == one.text["right"])
        if kind == "unrelated":
            assert max(relation["left_coverage"], relation["right_coverage"]) < 0.1
            assert {link["kind"] for link in one.json["links"]} <= {"inserted", "deleted"}
        if kind == "equivalent":
            assert {change["significance"] for change in one.json["changes"]} <= {"accidental"}
        if kind != "contained":
            assert (relation["inner"], relation["section"], relation["hits"]) == (None, None, [])
            continue
        inner = relation["inner"]
        outer = SIDES[inner == "left"]
        size = {side: sum(end - start for start, end in one.json[side]["paragraphs"]) for side in SIDES}
        assert relation[f"{inner}_coverage"] >= 0.8
        assert size[outer] >= 1.5 * size[inner]
        shares = [hit[f"{inner}_coverage"] for hit in relation["hits"]]
        assert shares == sorted(shares, reverse=True)
        assert shares[-1] >= 0.5
        assert not relation["runner_up"] or relation["runner_up"][f"{inner}_coverage"] < 0.5
        if relation["section"]:
            start, end = relation["section"]["span"]
            assert relation["section"]["side"] == outer
            assert relation["section"]["title"] in one.text[outer][start:end]


def test_the_summary_counts_what_is_listed(outputs: list[Output]) -> None:
    assert any(one.json["summary"]["ignored"] for one in outputs)
    for one in outputs:
        summary = one.json["summary"]
        counted = [change for change in one.json["changes"] if not change["ignored"]]
        assert (summary["changes"], summary["ignored"]) == (len(counted), len(one.json["changes"]) - len(counted))
        levels = [change["significance"] for change in counted]
        assert all(summary[level] == levels.count(level) for level in ("substantive", "doubtful", "accidental"))
        kinds = [change["kind"] for change in counted]
        assert summary["by_kind"] == {kind: kinds.count(kind) for kind in kinds}
        outside = [link for link in one.json["links"] if link["kind"] == "outside"]
        assert summary["outside"] == {side: sum(len(link[side]) for link in outside) for side in SIDES}
