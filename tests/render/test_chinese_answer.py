"""The one sentence in Chinese: what it says in each case, and that it says neither more nor less than the English."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest
from agreeing import agree
from drawn import NOWHERE, SEEDS, change, made, masks_only, relation, seed_pair
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool import compare, read
from difftool.model import (
    Change,
    Comparison,
    Document,
    Finding,
    Hit,
    Kind,
    Limit,
    Mask,
    Nature,
    RelationKind,
    Section,
    Side,
    Significance,
    Span,
    document,
)
from difftool.render.chinese import answer

CASES = sorted((Path(__file__).parents[1] / "cases").iterdir())
ACCIDENTAL, DOUBTFUL, SUBSTANTIVE = Significance.ACCIDENTAL, Significance.DOUBTFUL, Significance.SUBSTANTIVE
REVISION = "左右两文为同一文本的不同版本，相似度 98%"
HIDDEN = Mask(Span(1, 3), "**", "*", 2, nature=Nature.HIDDEN)
STALE = Finding("stale-reference", SUBSTANTIVE, (), (), "第三条")
LEAK = STALE._replace(kind="leak", significance=DOUBTFUL)
DATE = Finding("fact", SUBSTANTIVE, (), (), "effective date: 2004-07-01 → 2005-07-01")
LIMIT = Limit("characters", NOWHERE, NOWHERE, "too large and too unlike to be compared character by character")


def word(kind: Kind = Kind.WORDING, significance: Significance = SUBSTANTIVE, **more: object) -> Change:
    plain = change(1, kind, ((0, 1), (0, 1)), significance=significance)
    return plain._replace(**more)  # type: ignore[arg-type]  # fields of a change


def of_kind(kind: RelationKind, **more: object) -> Comparison:
    return made(relation=relation(kind, **more))


def files(**more: object) -> Comparison:
    """Make two texts that are one, in files that are not."""
    same = of_kind(RelationKind.IDENTICAL)
    return same._replace(right=same.right._replace(sha256="f" * 64, **more))  # type: ignore[arg-type]  # fields of a document


MIXED = [
    word(Kind.NOISE, DOUBTFUL),
    word(),
    word(Kind.NUMBER),
    word(),
    *[word(Kind.MASK, ACCIDENTAL, detail="restyled")] * 2,
]
EQUIVALENT, CONTAINED = RelationKind.EQUIVALENT, RelationKind.CONTAINED
OVERLAPPING, UNRELATED = RelationKind.OVERLAPPING, RelationKind.UNRELATED
TWO_HITS = (Hit(NOWHERE, NOWHERE, 1.0, 1.0, 1.0),) * 2

# Each branch, as a Chinese editor would have it.
SAID: list[tuple[Comparison, str]] = [
    # What the two are to each other.
    (of_kind(RelationKind.IDENTICAL), "左右两文完全相同"),
    (files(), "两文文字相同，文件字节不同"),
    (files(encoding="gb18030"), "两文文字相同，仅文件编码不同（左 utf-8，右 gb18030）"),
    (
        of_kind(EQUIVALENT)._replace(changes=(word(Kind.WIDTH, ACCIDENTAL),)),
        "左右两文实质相同，仅形式不同；1 处变更，属形式差异（全半角 1）；别无其他差异",
    ),
    (of_kind(EQUIVALENT, layout_differs=True), "左右两文实质相同，仅段间的空白不同"),
    (
        masks_only(2, relation=relation(EQUIVALENT)),
        "除两侧均遮蔽之处外，左右两文实质相同；2 处变更，均为两侧同遮而样式不同，其值无从比对；别无其他差异",
    ),
    (
        made(left_masks=(HIDDEN,), relation=relation(EQUIVALENT)),
        "除两侧均遮蔽之处外，左右两文实质相同；无变更；有 1 处两侧遮蔽样式相同，其值无从比对",
    ),
    (of_kind(RelationKind.REVISION), f"{REVISION}；无变更"),
    (of_kind(CONTAINED, inner=Side.LEFT), "左文见于右文之中，3/3 段相对应；无变更"),
    (
        of_kind(CONTAINED, inner=Side.RIGHT, section=Section(Side.LEFT, 1, 12, "t", NOWHERE)),
        "右文为左文 12 篇中的第 1 篇，3/3 段相对应；无变更",
    ),
    (
        of_kind(CONTAINED, inner=Side.LEFT, hits=TWO_HITS),
        "左文见于右文之中，3/3 段相对应，另有 1 处重见；无变更",
    ),
    (
        of_kind(OVERLAPPING)._replace(changes=(word(),)),
        "左右两文部分重合：左文 3/3 段、右文 3/3 段相对应，此外各有大量对方所无的内容；1 处变更，属实质差异（文字 1）",
    ),
    (
        of_kind(UNRELATED, left_coverage=0.0, right_coverage=0.034)._replace(changes=(word(),)),
        "左右两文无关：仅左文的 0%、右文的 3% 彼此对应，其间差异没有意义",
    ),
    (of_kind(UNRELATED, left_coverage=0.0, right_coverage=0.0), "左右两文无关：彼此没有对应的内容"),
    (of_kind(UNRELATED)._replace(left=document("")), "左文无文字，无从比对"),
    (of_kind(EQUIVALENT)._replace(right=document("\n")), "右文无文字，无从比对"),
    (of_kind(EQUIVALENT)._replace(left=document("\n"), right=document(" ")), "左右两文均无文字"),
    # The changes.
    (made([word()]), f"{REVISION}；1 处变更，属实质差异（文字 1）；别无其他差异"),
    (made([word(Kind.PUNCTUATION, DOUBTFUL)] * 2), f"{REVISION}；2 处变更，均属存疑差异（标点 2）；别无其他差异"),
    (
        made(MIXED),
        (
            f"{REVISION}；6 处变更：实质 3（数值 1、文字 2），存疑 1（转换噪声 1），形式 2（遮蔽 2）；"
            "其中 2 处两侧均遮蔽，其值无从比对；别无其他差异"
        ),
    ),
    # Masks: whether what both hide is the same, nobody knows.
    (masks_only(1), f"{REVISION}；1 处变更，两侧同遮而样式不同，其值无从比对；别无其他差异"),
    (masks_only(3, "remasked"), f"{REVISION}；3 处变更，均为两侧同遮而范围不同，其值无从比对；别无其他差异"),
    (
        made(masks_only(1).changes + masks_only(1, "remasked").changes),
        f"{REVISION}；2 处变更，均为两侧同遮而样式、范围不同，其值无从比对；别无其他差异",
    ),
    (
        made([word(Kind.MASK, detail="remasked")]),
        f"{REVISION}；1 处变更，属实质差异（遮蔽 1）；其中 1 处两侧均遮蔽，其值无从比对；别无其他差异",
    ),
    (
        made(masks_only(2).changes, left_masks=(HIDDEN,)),
        f"{REVISION}；2 处变更，均为两侧同遮而样式不同，其值无从比对；另有 1 处两侧遮蔽样式相同，其值无从比对",
    ),
    # What speaks against "nothing else".
    (
        made([word()], findings=(STALE, STALE, LEAK)),
        f"{REVISION}；1 处变更，属实质差异（文字 1）；3 项提示须查看（引用失准 2、遮蔽泄露 1）",
    ),
    (made(findings=(DATE,)), f"{REVISION}；无变更；1 项公文要素不同：施行日期"),
    (
        made(findings=(DATE, DATE._replace(text="title: 甲 → 乙"), LEAK)),
        f"{REVISION}；无变更；2 项公文要素不同：施行日期、标题；1 项提示须查看（遮蔽泄露 1）",
    ),
    (made(relation=relation(layout_differs=True)), f"{REVISION}；无变更；段间的空白不同"),
    (
        made([word(Kind.WIDTH, ignored=True)] * 2),
        f"{REVISION}；没有须报告的变更；按设定忽略 2 处变更（全半角 2）",
    ),
    (
        made([word(), word(Kind.SPACE, ignored=True)]),
        f"{REVISION}；1 处变更，属实质差异（文字 1）；按设定忽略 1 处变更（空白 1）",
    ),
    # Limits come first.
    (
        made(limits=(LIMIT,)),
        f"有 1 处未能比完（篇幅过大且差异过多，未能逐字比对），以下结果并不完整：{REVISION}；未发现变更",
    ),
    (
        made([word()], limits=(LIMIT, LIMIT, LIMIT._replace(text="x"))),
        (
            f"有 3 处未能比完（篇幅过大且差异过多，未能逐字比对；x），以下结果并不完整：{REVISION}；"
            "1 处变更，属实质差异（文字 1）"
        ),
    ),
    # Real texts.
    (
        seed_pair().comparison,
        ("左文为右文 5 篇中的第 3 篇，13/13 段相对应；2 处变更，均为两侧同遮而样式不同，其值无从比对；别无其他差异"),
    ),
    (compare(document("\n甲乙丙丁"), document(" 甲乙丙丁\n")), "左右两文实质相同，仅文首和文末的空白不同"),
]


@pytest.mark.parametrize(("comparison", "sentence"), SAID, ids=range(len(SAID)))
def test_each_branch_has_its_sentence(comparison: Comparison, sentence: str) -> None:
    assert answer(comparison) == sentence
    agree(comparison)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_of_every_case_both_languages_say_the_same(folder: Path) -> None:
    agree(compare(read(str(folder / "left.txt")), read(str(folder / "right.txt"))))


def test_of_the_seeds_both_languages_say_the_same() -> None:
    seeds = [read(str(path)) for path in sorted(SEEDS.iterdir())]
    for left, right in product(seeds, repeat=2):
        agree(compare(left, right))


some: st.SearchStrategy[Sequence[Change]] = st.lists(
    st.builds(
        word,
        st.sampled_from([kind for kind in Kind if kind is not Kind.MOVE]),
        st.sampled_from(Significance),
        detail=st.sampled_from([None, "restyled", "remasked", "applied"]),
        ignored=st.booleans(),
    ),
    max_size=6,
)
texts = st.sampled_from([made().left, document(""), document("一二三\n四五六\n七八九\n")])


@settings(deadline=None, derandomize=True, max_examples=400)
@given(
    some,
    st.builds(
        relation,
        st.sampled_from(RelationKind),
        inner=st.sampled_from([None, *Side]),
        layout_differs=st.booleans(),
        left_coverage=st.sampled_from([0.0, 0.034, 1.0]),
        similarity=st.sampled_from([0.0, 0.9996, 0.5]),
        hits=st.sampled_from([(), TWO_HITS]),
    ),
    st.lists(st.sampled_from([STALE, LEAK, DATE, DATE._replace(text="title: a → b")]), max_size=3),
    st.lists(st.just(LIMIT), max_size=2),
    st.lists(st.sampled_from([HIDDEN, HIDDEN._replace(nature=Nature.BLANK)]), max_size=2),
    texts,
)
def test_both_languages_say_the_same(  # noqa: PLR0913, PLR0917 - each is drawn
    changes: Sequence[Change],
    related: object,
    findings: list[Finding],
    limits: list[Limit],
    masks: list[Mask],
    right: Document,
) -> None:
    agree(
        made(
            changes,
            relation=related,
            findings=tuple(findings),
            limits=tuple(limits),
            left_masks=tuple(masks),
            right=right,
        )
    )
