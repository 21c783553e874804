"""What needs more than one edit: renumbering, references, moves, and the masks of both documents."""

from __future__ import annotations

from raw_edits import raw_edits

from difftool.classify import Named, inventory, move_edits, name_edits, renumber
from difftool.classify.answering import Sides
from difftool.model import Edit, Fit, Kind, Link, LinkKind, Mask, Nature, Significance, Span, document
from difftool.view.outline import outline


def shifted(left: str, right: str, pairs: list[tuple[int, int]]) -> list[list[tuple[str, str, str]]]:
    """Name each pair of paragraphs, renumber, and give kind and texts."""
    one, other = document(left), document(right)
    links = [Link(LinkKind.CHANGED, (a,), (b,)) for a, b in pairs]
    named: list[list[Named]] = []
    for a, b in pairs:
        here, there = one.paragraphs[a], other.paragraphs[b]
        edits = [
            Edit(
                Span(edit.left.start + here.start, edit.left.end + here.start),
                Span(edit.right.start + there.start, edit.right.end + there.start),
            )
            for edit in raw_edits(here.of(left), there.of(right))
        ]
        named.append(name_edits(left, right, edits))
    return [
        [(row.kind.value, row.edit.left.of(left), row.edit.right.of(right)) for row in some]
        for some in renumber(one, other, links, named, lambda: Sides(one, other, links, (outline(one), outline(other))))
    ]


def test_an_insertion_shifts_what_follows() -> None:
    left = "第十二条 甲。\n第十三条 乙。\n第十四条 丙。"
    right = "第十二条 甲。\n第十三条 新。\n第十四条 乙。\n第十五条 丙。"
    found = shifted(left, right, [(0, 0), (1, 2), (2, 3)])
    assert found == [[], [("renumbering", "十三", "十四")], [("renumbering", "十四", "十五")]]


def test_lists_and_brackets_shift_too() -> None:
    assert shifted("1、甲\n2、乙", "1、丙\n2、甲\n3、乙", [(0, 1), (1, 2)]) == [
        [("renumbering", "1", "2")],
        [("renumbering", "2", "3")],
    ]
    assert shifted("（一）甲\n（二）乙\n（三）丙", "（一）甲\n（二）丙", [(0, 0), (2, 1)])[1] == [
        ("renumbering", "三", "二")
    ]


def test_a_number_changed_with_nothing_shifted_stays_a_number() -> None:
    left, right = "第一条 甲。\n第二条 乙。", "第一条 甲。\n第三条 乙。"
    assert shifted(left, right, [(0, 0), (1, 1)])[1] == [("number", "二", "三")]


def test_a_document_that_begins_elsewhere_proves_nothing() -> None:
    assert shifted("第十三条 甲。", "第十四条 甲。", [(0, 0)]) == [[("number", "十三", "十四")]]


def test_a_number_in_the_text_is_no_marker() -> None:
    left, right = "一、甲\n二、乙共3人", "一、甲\n二、新\n三、乙共4人"
    assert shifted(left, right, [(0, 0), (1, 2)])[1] == [("renumbering", "二", "三"), ("number", "3", "4")]


def test_a_reference_follows_its_target_only() -> None:
    left = "第一条 甲。\n第二条 乙。\n第三条 依照第二条办理。"
    right = "第一条 甲。\n第二条 新。\n第三条 乙。\n第四条 依照第三条办理。"
    pairs = [(0, 0), (1, 2), (2, 3)]
    assert shifted(left, right, pairs)[2] == [("renumbering", "三", "四"), ("renumbering", "二", "三")]
    wrong = right.replace("依照第三条", "依照第一条")
    assert shifted(left, wrong, pairs)[2] == [("renumbering", "三", "四"), ("number", "二", "一")]
    foreign = left.replace("依照", "依照《民法典》"), right.replace("依照", "依照《民法典》")
    assert shifted(*foreign, pairs)[2] == [("renumbering", "三", "四"), ("number", "二", "三")]


def test_a_reference_follows_through_its_levels() -> None:
    last = "\n丁。\n第二条 依照前条第{}款和第一条第一款第（{}）项办理。"
    left = "第一条 甲：\n（一）乙；\n（二）丙。" + last.format("二", "二")
    right = "第一条 甲：\n（一）乙；\n（二）新；\n（三）丙。\n戊。" + last.format("三", "三")
    pairs = [(0, 0), (1, 1), (2, 3), (3, 5), (4, 6)]
    assert shifted(left, right, pairs)[4] == [("renumbering", "二", "三"), ("renumbering", "二", "三")]
    wrong = right.replace("（三）项", "（二）项").replace("前条第三款", "前条第一款")
    assert shifted(left, wrong, pairs)[4] == [("number", "二", "一")]


def test_a_reference_to_half_of_an_article_is_no_renumbering() -> None:
    left = "第一条 甲。\n第二条 乙。\n丙。\n第三条 依照第二条办理。"
    right = "第一条 甲。\n第二条 乙。\n第三条 丙。\n第四条 依照第三条办理。"
    pairs = [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert shifted(left, right, pairs)[3] == [("renumbering", "三", "四"), ("number", "二", "三")]


def test_consecutive_moves_share_a_block() -> None:
    spans = [Span(at * 3, at * 3 + 2) for at in range(5)]
    links = [
        Link(LinkKind.MOVED, (2,), (0,)),
        Link(LinkKind.MOVED, (3,), (1,)),
        Link(LinkKind.EQUAL, (0,), (2,)),
        Link(LinkKind.MOVED, (1,), (4,)),
    ]
    assert move_edits(links, spans, spans) == [
        (0, Edit(Span(6, 8), Span(0, 2)), "b1"),
        (1, Edit(Span(9, 11), Span(3, 5)), "b1"),
        (3, Edit(Span(3, 5), Span(12, 14)), "b2"),
    ]


def listed(left: str, right: str) -> tuple[list[Mask], list[Mask]]:
    return inventory(left, right, name_edits(left, right, raw_edits(left, right)))


def test_masks_are_listed_with_all_their_fields() -> None:
    left, _ = listed("二○××年共**个部门", "1998年共xx个部门")
    assert left == [
        Mask(Span(0, 4), "二○××", "×", 2, "二○", "year", "年", Nature.HIDDEN, None, "1998", Fit.NO),
        Mask(Span(6, 8), "**", "*", 2, "", "count", "个", Nature.HIDDEN, None, None, Fit.SILENT),
    ]


def test_the_other_side_gives_the_value() -> None:
    _, right = listed("第七次西藏工作会议。海关改革。", "第七次xx工作会议。xx改革。")
    assert [(mask.value, mask.reading) for mask in right] == [("西藏", "sector"), ("海关", "sector")]


def test_masks_decided_on_the_pair_are_listed() -> None:
    left, right = listed("某地的人", "西藏的人")
    assert [(mask.text, mask.value) for mask in left] == [("某地", "西藏")]
    assert right == []


def test_width_is_evidence_over_every_way_of_writing() -> None:
    for value in ("100", "一百"):
        assert listed("成立xxx周年", f"成立{value}周年")[0][0].fit is Fit.YES
    assert listed("成立xxxxx周年", "成立100周年")[0][0].fit is Fit.NO


def test_one_width_everywhere_is_no_evidence() -> None:
    left, _ = listed("xx个、xx人、xx次", "5个、100人、20次")
    assert {mask.fit for mask in left} == {Fit.SILENT}


def test_readings_and_natures() -> None:
    text = "**月**日**%，第x条，**世纪，张**同志，**省，**公司，____元，（略），[REDACTED]"
    left, _ = listed(text, text)
    assert [mask.reading for mask in left][:8] == [
        "month",
        "day",
        "percent",
        "ordinal",
        "century",
        "person",
        "place",
        "organization",
    ]
    assert [mask.nature for mask in left][-3:] == [Nature.BLANK, Nature.ELISION, Nature.HIDDEN]


def test_moves_among_the_names_hide_no_value() -> None:
    edit = Edit(Span(1, 3), Span(1, 3))
    inner = Named(edit, Kind.MASK, "applied", Significance.SUBSTANTIVE, "mask")
    whole = Named(Edit(Span(0, 4), Span(0, 4)), Kind.MOVE, None, Significance.SUBSTANTIVE, "move")
    assert [mask.value for mask in inventory("共20个", "共xx个", [whole, inner])[1]] == ["20"]
