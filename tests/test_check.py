"""Checks: what a text shows of what it hides, in itself, in other texts and in copies; and what is no leak."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

import pytest
from hideouts import hideout
from jsonschema import Draft202012Validator

from difftool import Settings, check, compare, document, read
from difftool.classify.neighbours import STRONG, neighbours
from difftool.errors import InvalidSettings
from difftool.model import RelationKind, Significance, Span
from difftool.model.check import Audit, Flaw, Role, Strength, to_json
from difftool.model.comparison import LEAK
from difftool.render.check import concealed, pieces
from difftool.render.json import as_text
from difftool.render.pieces import plain

SCHEMA = json.loads((files("difftool.model") / "check.schema.json").read_text("utf-8"))
SLOT = "全市系统紧紧围绕庆祝中国共产党成立{}周年，组织出版图书。"
SHOWN = "今年是中国共产党成立{}周年，是开局之年。"


def audit(*texts: str, against: Sequence[str] = (), conceal: bool = False) -> Audit:
    copies = [document(text, f"copy{number}.txt") for number, text in enumerate(against)]
    return check([document(text) for text in texts], copies, Settings(conceal=conceal))


def told(found: Audit, flaw: Flaw = Flaw.LEAK) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.strength.value, one.rule, one.values) for one in found.findings if one.flaw is flaw]


def test_the_anniversary_of_seed_001_is_a_strong_leak(seed: Callable[[int], Path]) -> None:
    text = read(str(seed(1)))
    (leak,) = [one for one in check([text]).findings if "一百" in one.values]
    assert (leak.flaw, leak.strength, leak.rule, leak.reading) == (
        Flaw.LEAK,
        Strength.STRONG,
        "neighbours",
        "anniversary",
    )
    masked, shown = leak.spots
    assert [text.text[one.span.start - 2 : one.span.end + 2] for one in (masked, shown)] == [
        "成立xxx周年",
        "成立一百周年",
    ]
    assert leak.agreement == sum(neighbours(text.text, masked.span).agreement(neighbours(text.text, shown.span))) == 9
    # 庆祝建党一百周年活动: the value stands in another neighbourhood, and is no leak.
    assert text.text.count("一百周年") == 2


def test_a_bare_value_elsewhere_is_no_leak() -> None:
    assert told(audit(SLOT.format("xxx") + "到场的有一百人，捐款一百元。")) == []
    assert told(audit(SLOT.format("xxx") + "本校建校一百周年。")) == []


def test_a_value_shown_in_another_text_and_in_a_copy_is_a_leak() -> None:
    around = "先讲堤坝，再讲水库，又讲渠道，还讲闸门和泵站的维护。", "修堤坝要看地形，再备料，后施工，末了派人看守。"
    other = SHOWN.format("一百").join(around)
    assert told(audit(SLOT.format("xxx"), other)) == [("strong", "neighbours", ("一百",))]
    assert told(audit(SLOT.format("xxx"), against=[SLOT.format("一百")])) == [("strong", "aligned", ("一百",))]
    assert told(audit(SLOT.format("一百"), against=[SLOT.format("xxx")])) == [("strong", "aligned", ("一百",))]


def test_what_a_copy_shows_of_itself_is_not_asked() -> None:
    assert told(audit("别的内容，与此无关。", against=[SLOT.format("xxx") + SHOWN.format("一百")])) == []


def test_what_a_mask_shows_of_its_value_speaks_against_another_value() -> None:
    clause = "档案记载这座桥梁始建于{}年并沿用至今未曾改动。"
    assert told(audit(clause.format("19**") + clause.format("1958"))) == [("strong", "neighbours", ("1958",))]
    assert told(audit(clause.format("19**") + clause.format("2008"))) == []


def test_two_values_in_one_neighbourhood_name_no_slot() -> None:
    clause = "经核实该镇当年共有{}名干部参加了此项培训活动。"
    found = audit("".join(clause.format(value) for value in ("xx", "35", "72")))
    assert told(found) == [("possible", "neighbours", ("35",)), ("possible", "neighbours", ("72",))]


def test_the_same_unit_and_four_neighbours_of_one_side_are_possible_only() -> None:
    found = audit("全镇去年共新增设立{}个部门，负责环保。".format("xx") + "本县今年新增设立35个部门管理水利。")
    assert told(found) == [("possible", "neighbours", ("35",))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("原告李某（李明）到庭参加诉讼。", ("李明",)),
        ("原告李明（以下称李某）到庭参加诉讼。", ("李明",)),
        ("该厂建于20**年（2015年）并投产。", ("2015",)),
        ("原告李某（王五）到庭参加诉讼。", None),
        ("原告李某（男）到庭参加诉讼。", None),
    ],
)
def test_a_value_beside_its_mask_is_over_masking(text: str, values: tuple[str, ...] | None) -> None:
    assert told(audit(text), Flaw.OVER_MASKING) == ([("strong", "beside", values)] if values else [])


def test_a_fixed_term_hides_nothing() -> None:
    assert told(audit("“十*五”规划和“**五”规划都已完成。"), Flaw.OVER_MASKING) == [("possible", "term", ())]
    assert told(audit("建立xx个服务站，规模**大。"), Flaw.OVER_MASKING) == []


def test_a_name_under_two_masks() -> None:
    clause = "经审理查明，被告人{}，因犯诈骗罪被判处有期徒刑。"
    assert told(audit(clause.format("李某") + clause.format("王某")), Flaw.TWO_MASKS) == [
        ("possible", "neighbours", ())
    ]
    assert told(audit(clause.format("李某"), clause.format("王某")), Flaw.TWO_MASKS) == [("strong", "aligned", ())]
    assert told(audit(clause.format("李某") + clause.format("李某")), Flaw.TWO_MASKS) == []


def test_two_names_under_one_mask() -> None:
    masked = "原告李某向本院提出诉讼请求。\n第三人李某表示对此并无异议。\n"
    copy = "原告李明向本院提出诉讼请求。\n第三人李华表示对此并无异议。\n"
    assert told(audit(masked, against=[copy]), Flaw.TWO_NAMES) == [("strong", "aligned", ("李明", "李华"))]
    assert told(audit(masked, against=[copy.replace("李华", "李明")]), Flaw.TWO_NAMES) == []


def test_nothing_found_is_never_called_safe() -> None:
    found = audit("今年一切正常，没有遮盖。")
    assert found.findings == ()
    assert plain(pieces(found)) == "none found by these rules: 1 file with 0 masks\n"
    with pytest.raises(InvalidSettings, match="no text to check"):
        check([])


def test_the_json_keeps_its_contract() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for number in range(6):
        one = hideout(random.Random(number))
        found = audit(*one.texts, against=one.copies, conceal=number % 2 == 1)
        for written in (to_json(found, "0.1.0"), json.loads(as_text(to_json(concealed(found), "0.1.0")))):
            Draft202012Validator(SCHEMA).validate(written)
        assert found.findings
        for exposure in found.findings:
            roles = [spot.role for spot in exposure.spots]
            assert roles == sorted(roles, key=lambda role: role is not Role.MASKED)
            assert all(spot.span.of(found.documents[spot.document].text) for spot in exposure.spots)


def test_concealed_findings_show_no_value() -> None:
    secrets = 0
    for number in range(8):
        one = hideout(random.Random(100 + number))
        found = audit(*one.texts, against=one.copies, conceal=True)
        values = {value for exposure in found.findings for value in exposure.values}
        covered = concealed(found)
        for written in (plain(pieces(covered)), as_text(to_json(covered, "0.1.0"))):
            names = [value for value in values if not value.isascii() and len(value) > 1]
            assert [value for value in names if value in written] == []
            secrets += len(names)
        assert concealed(concealed(found)) == concealed(found)
    assert secrets > 50


def test_a_check_is_the_same_twice() -> None:
    one = hideout(random.Random(7))
    assert audit(*one.texts, against=one.copies) == audit(*one.texts, against=one.copies)


def test_a_comparison_lists_a_strong_leak_that_no_change_says() -> None:
    text = document(SLOT.format("xxx") + "\n" + SHOWN.format("一百"))
    same = compare(text, text)
    (leak,) = same.findings
    assert (leak.kind, leak.significance) == (LEAK, Significance.DOUBTFUL)
    assert [span.of(text.text) for span in leak.left] == [span.of(text.text) for span in leak.right] == ["xxx", "一百"]
    assert same.relation.kind is RelationKind.IDENTICAL
    shown = compare(text, document(SLOT.format("一百") + "\n" + SHOWN.format("一百")))
    assert shown.findings == ()
    assert [change.detail for change in shown.changes] == ["revealed"]


def test_outside_the_linked_part_a_comparison_lists_no_leak() -> None:
    body = SLOT.format("xxx")
    left, right = (
        document(body),
        document(f"别的文章，全无关系。\n{SHOWN.format('一百')}\n{body}\n又一篇文章，讲别的事。\n" * 1),
    )
    found = compare(left, right)
    outside = [right.paragraphs[index] for link in found.links if not link.is_paired for index in link.right]
    assert any("一百" in span.of(right.text) for span in outside)
    assert found.findings == ()


def test_neighbours_are_counted_at_their_distance() -> None:
    text = "一二三四五六**七八九十甲乙"
    other = "一二三四丁六88七八九十甲丙"
    agreement = neighbours(text, Span(6, 8)).agreement(neighbours(other, Span(6, 8)))
    assert agreement == (5, 5)
    assert sum(agreement) >= STRONG
