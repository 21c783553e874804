"""The table of clauses: which rows it has, what is underlined in them, and what the notes say."""

from __future__ import annotations

import random

import pytest
from drawn import HOSTILE, made, nasty
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.compare import compare
from difftool.errors import InvalidSettings
from difftool.model import Kind, Settings, document
from difftool.render.table import ClauseRow, Line, Rest, Table, table
from difftool.render.table_clauses import pairs
from difftool.render.visible import visible
from prose import sentence

LAW = [
    "某市犬只管理条例",
    "第一章 总则",
    "第一条 为了加强犬只管理，保障公民人身安全，制定本条例。",
    "第二条 本市行政区域内的犬只饲养及其监督管理，适用本条例。",
    "第三条 市公安机关是犬只管理的主管部门，负责登记和收容。",
    "第四条 饲养犬只应当遵守下列规定：",
    "（一）每户限养一只；",
    "（二）定期接种狂犬病疫苗。",
    "第五条 禁止在公共广场遛犬，违者由公安机关处二百元罚款。",
    "第二章 附则",
    "第六条 军用犬、警用犬的管理不适用本条例的规定。",
    "第七条 城市管理部门应当设置犬只收容场所并公布地址。",
    "第八条 本条例自2012年1月1日起施行。",
]
# Art. 2 is new, so that those after it go up by one; (then) 5 has other words; 5 old is gone; 6 old stands behind 7.
AMENDED = [
    *LAW[:3],
    "第二条 犬只管理坚持养犬人自律、政府监管与社会监督相结合的原则。",
    "第三条 本市行政区域内的犬只饲养及其监督管理，适用本条例。",
    "第四条 市公安机关是犬只管理的主管部门，负责登记和收容。",
    "第五条 饲养犬只应当遵守下列规定：",
    "（一）每户限养两只；",
    LAW[7],
    LAW[9],
    "第六条 城市管理部门应当设置犬只收容场所并公布地址。",
    "第七条 军用犬、警用犬的管理不适用本条例的规定。",
    LAW[12],
]


def of(left: list[str] | str, right: list[str] | str, language: str | None = None, **wishes: object) -> Table:
    one, other = (document(text if isinstance(text, str) else "\n".join(text), "x.txt") for text in (left, right))
    return table(compare(one, other, Settings(**wishes)), one, other, language)  # type: ignore[arg-type]  # fields of it


def plain(lines: tuple[Line, ...]) -> str:
    return "\n".join("".join(words.text for words in line) for line in lines)


def underlined(lines: tuple[Line, ...]) -> list[str]:
    return [words.text for line in lines for words in line if words.is_changed]


def clauses(made: Table) -> list[ClauseRow]:
    return [row for row in made.rows if isinstance(row, ClauseRow)]


def rests(made: Table) -> list[str]:
    return [row.text for row in made.rows if isinstance(row, Rest)]


def test_a_law_amended_has_a_row_for_each_clause_that_changed_with_what_happened() -> None:
    drawn = of(LAW, AMENDED)
    told = [
        (row.text, ()) if isinstance(row, Rest) else (plain(row.right or row.left)[:3], row.notes) for row in drawn.rows
    ]
    assert told == [
        ("第1段未修改", ()),
        ("第一章 总则", ()),
        ("第一条未修改", ()),
        ("第二条", ("新增",)),
        ("第三条", ("条号顺延",)),
        ("第四条", ("条号顺延",)),
        ("第五条", ("修改", "条号顺延")),
        ("第五条", ("删除",)),
        ("第二章 附则", ()),
        ("第六条", ("条号顺延",)),
        ("第七条", ("移动自第六条",)),
        ("第八条未修改", ()),
    ]
    assert (drawn.language, drawn.title, drawn.heads) == (
        "zh-Hans",
        "《某市犬只管理条例》条文对照表",
        ("现行", "修改后", "说明"),
    )


def test_only_what_changed_is_underlined_and_the_clause_stands_whole_on_both_sides() -> None:
    row = next(row for row in clauses(of(LAW, AMENDED)) if "修改" in row.notes)
    assert plain(row.left) == "\n".join(LAW[5:8])
    assert plain(row.right) == "\n".join(AMENDED[6:9])
    assert (underlined(row.left), underlined(row.right)) == (["四", "一"], ["五", "两"])
    assert row.kinds == "数值 1，编号顺延 1"
    assert [words.text for words in row.left[0] if words.is_number] == ["第", "四", "条"]


def test_a_clause_of_one_side_is_underlined_whole_and_the_other_cell_is_empty() -> None:
    new, gone = (next(row for row in clauses(of(LAW, AMENDED)) if row.notes == (note,)) for note in ("新增", "删除"))
    assert ("".join(underlined(new.right)), new.left) == (AMENDED[3], ())
    assert ("".join(underlined(gone.left)), gone.right) == (LAW[8], ())
    assert (new.kinds, gone.kinds) == ("", "")


def test_runs_of_unchanged_clauses_are_one_row_named_from_the_first_to_the_last() -> None:
    clauses = [f"第{number}条 {duty}的规定另行公布执行。" for number, duty in zip("一二三四五六", "甲乙丙丁戊己")]  # noqa: B905, RUF100 - equal
    changed = [*clauses[:4], clauses[4].replace("公布", "发布"), clauses[5]]
    assert rests(of(clauses, changed)) == ["第一条至第四条未修改", "第六条未修改"]
    assert rests(of(clauses, clauses)) == ["全文未发现修改"]


def test_ignored_changes_are_not_underlined_and_are_told() -> None:
    drawn = of(LAW, AMENDED, ignore=frozenset({Kind.RENUMBERING}))
    assert "第三条至第四条（原第二条至第三条）未修改（另有2处改动按要求不计）" in rests(drawn)
    assert all("条号顺延" not in row.notes for row in clauses(drawn))
    row = next(row for row in clauses(drawn) if "修改" in row.notes)
    assert (underlined(row.left), underlined(row.right)) == (["一"], ["两"])
    assert any("按要求不计" in remark for remark in drawn.remarks)


def test_a_change_of_form_alone_is_said_to_be_one() -> None:
    (row,) = clauses(of("第一条 甲方,乙方各执一份。", "第一条 甲方，乙方各执一份。"))
    assert (row.notes, row.kinds) == (("仅形式",), "全半角 1")


def test_without_clauses_each_pair_of_paragraphs_is_a_row() -> None:
    left = ["天气很好，我们都去公园散步。", "第二天下起了小雨，大家留在家里。", "后来再也没有人提起这件事情。"]
    right = [left[0], "第二天下起了大雨，大家留在家里。", left[2]]
    drawn = of(left, right)
    (row,) = clauses(drawn)
    assert rests(drawn) == ["第1段未修改", "第3段未修改"]
    assert (underlined(row.left), underlined(row.right)) == (["小"], ["大"])


def test_the_words_are_english_for_texts_of_other_scripts_or_at_a_wish() -> None:
    left = [
        "Article 1",
        "The seller shall deliver the goods within ten days.",
        "Article 2",
        "The buyer shall inspect the goods on arrival.",
        "Article 3",
        "The buyer shall pay the price in cash.",
    ]
    right = [*left[:5], "The buyer shall pay the price in gold."]
    drawn = of(left, right)
    (row,) = clauses(drawn)
    assert (drawn.language, drawn.heads, rests(drawn)) == (
        "en",
        ("Current", "Amended", "Notes"),
        ["Articles 1 to 2 unchanged"],
    )
    assert (plain(row.left), underlined(row.left), row.notes) == ("\n".join(left[4:]), ["cash"], ("amended",))
    assert of(left, right, "zh").heads == ("现行", "修改后", "说明")
    assert of(LAW, AMENDED, "en").heads[0] == "Current"
    with pytest.raises(InvalidSettings, match="fr"):
        of(LAW, AMENDED, "fr")


def test_traditional_texts_get_traditional_words() -> None:
    drawn = of("第一條 為規定勞動條件，關係雙方應遵守。", "第一條 為規定勞動條件，關係雙方須遵守。")
    assert (drawn.language, drawn.heads) == ("zh-Hant", ("現行", "修改後", "說明"))


def test_a_clause_split_in_two_is_one_row_and_so_is_one_merged_of_two() -> None:
    left = [
        "第一条 甲方应当按时交付全部货物并提供发票。",
        "乙方应当在三日内验收货物并支付价款。",
        "第二条 争议由仲裁解决。",
    ]
    right = [left[0], "第二条 乙方应当在三日内验收货物并支付价款。", "第三条 争议由仲裁解决。"]
    split, merged = clauses(of(left, right))[0], clauses(of(right, left))[0]
    assert (plain(split.left), plain(split.right)) == ("\n".join(left[:2]), "\n".join(right[:2]))
    assert "拆分" in split.notes
    assert (plain(merged.right), "合并" in merged.notes) == ("\n".join(left[:2]), True)


def test_a_paragraph_that_went_to_another_clause_is_underlined_in_both_and_named() -> None:
    moved = "任何单位不得擅自泄露当事人的商业秘密和个人隐私信息。"
    clauses_of = [
        f"第{number}条 {text}"
        for number, text in zip(
            "一二三四五",
            (
                "申请人应当提交书面材料。",
                "受理机关应当当场出具回执。",
                "审查期限为二十个工作日。",
                "决定应当送达申请人本人。",
                "对决定不服的可以申请复议。",
            ),
            strict=True,
        )
    ]
    left = [clauses_of[0], moved, *clauses_of[1:]]
    right = [*clauses_of[:4], moved, clauses_of[4]]
    since, to = clauses(of(left, right))
    assert (since.notes, underlined(since.left), underlined(since.right)) == (("部分移至第四条",), [moved], [])
    assert (to.notes, underlined(to.left), underlined(to.right)) == (("部分移自第一条",), [], [moved])


def test_what_lies_outside_is_left_out_and_said_to_be() -> None:
    inner = [sentence(random.Random(number)) for number in range(30)]
    outer = [sentence(random.Random(number)) for number in range(100, 160)]
    drawn = of([*inner[:-1], "最后一句话完全是另外写的。"], [*outer[:30], *inner, *outer[30:]])
    assert any("修改后文本61段" in remark for remark in drawn.remarks)
    assert all(text not in plain(row.right) for row in clauses(drawn) for text in outer)


def test_hostile_text_is_made_visible_and_a_comparison_by_hand_loses_none() -> None:
    drawn = table(*nasty())
    shown = "\n".join(plain(row.left) + plain(row.right) for row in clauses(drawn))
    everything = shown + drawn.title + "".join(drawn.remarks) + str(drawn.sources) + "".join(rests(drawn))
    assert not set(everything) & {"\x00", "\x1b", "\u202e", "\u2066", "\ud800", "\ue49d", "\u2028"}
    assert visible(HOSTILE.rstrip()) in shown
    assert [row.notes[0] for row in clauses(drawn)] == ["修改", "修改", "删除", "新增", "移动自第2段"]
    assert table(made(), document("一二三\n四五六\n七八九"), document("一二三\n四五六\n七八九")).rows == (
        Rest("全文未发现修改"),
    )


def test_references_that_lost_their_target_are_told_under_the_table() -> None:
    drawn = of(
        [*LAW[2:4], "第三条 违反第二条规定的，责令改正。", *LAW[10:11]],
        [
            LAW[2],
            "第二条 犬只管理坚持自律原则，由主管部门负责。",
            "第三条 " + LAW[3][4:],
            "第四条 违反第二条规定的，责令改正。",
        ],
    )
    assert any("请核对：第四条“第二条”" in remark for remark in drawn.remarks)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9))
def test_each_side_of_each_row_is_the_text_and_no_clause_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    numbers = "一二三四五六七八九"
    bodies = [[sentence(chance) for _ in range(chance.choice((1, 1, 2)))] for _ in numbers]
    left = [f"第{number}条 {body[0]}" for number, body in zip(numbers, bodies, strict=True)]
    edited = [list(body) for body in bodies]
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(edited))
        deed = chance.choice("wdim")
        if deed == "w":
            place = chance.randrange(len(edited[at][0]))
            edited[at][0] = edited[at][0][:place] + chance.choice("甲乙丙，") + edited[at][0][place + 1 :]
        elif deed == "i":
            edited.insert(at, [sentence(chance)])
        elif len(edited) > 3:
            body = edited.pop(at)
            if deed == "m":
                edited.insert(chance.randrange(len(edited) + 1), body)
    one = [line for head, body in zip(left, bodies, strict=True) for line in (head, *body[1:])]
    other = [
        line
        for number, body in zip(
            ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], edited, strict=False
        )
        for line in (f"第{number}条 {body[0]}", *body[1:])
    ]
    a, b = document("\n".join(one)), document("\n".join(other))
    comparison = compare(a, b)
    drawn = table(comparison, a, b)
    paired = pairs(comparison)
    for side, document_ in ((0, comparison.left), (1, comparison.right)):
        held = [index for pair in paired for unit in (pair.left, pair.right)[side] for index in unit.paragraphs]
        assert sorted(held) == list(range(len(document_.paragraphs)))
    for row in clauses(drawn):
        for lines, text in ((row.left, a.text), (row.right, b.text)):
            assert plain(lines) in text
    if not comparison.changes:
        assert clauses(drawn) == []
