"""Systematic replacements: each planted one is one phrase with all its places, whatever its pieces and neighbours."""

from __future__ import annotations

import random

from difftool import compare
from difftool.classify.phrases import phrases
from difftool.model import Comparison, document
from prose import paragraph

# Held out: the seeds that no one looked at while the rules were written.
SEEDS = range(7_300, 7_360)
PAIRS = [
    ("道路运输管理机构", "交通运输主管部门"),
    ("工商行政管理部门", "市场监督管理部门"),
    ("国土资源主管部门", "自然资源主管部门"),
    ("质量技术监督局", "市场监督管理局"),
    ("环境保护行政主管部门", "生态环境主管部门"),
    ("安全生产监督管理部门", "应急管理部门"),
    ("文化行政部门", "文化和旅游主管部门"),
    ("卫生和计划生育委员会", "卫生健康委员会"),
    ("广播电影电视总局", "广播电视总局"),
    ("出入境检验检疫机构", "海关"),
]
FRAMES = (
    "由{}负责解释。",
    "应当报{}备案。",
    "{}可以责令改正。",
    "接受{}的监督检查。",
    "经{}批准后实施。",
    "会同{}制定办法。",
)


def planted(chance: random.Random) -> tuple[Comparison, str, tuple[str, str], int]:
    """Make two texts that differ in one replacement, at several places, sometimes with more before it."""
    old, new = chance.choice(PAIRS)
    left, right, number = [], [], chance.randint(4, 15)
    for _ in range(number):
        body, frame = paragraph(chance, 2), chance.choice(FRAMES)
        more = chance.choice(("", "", "县级以上", "人民政府"))
        left.append(body + frame.format(old))
        right.append(body + frame.format(more + new))
    one, other = document("\n".join(left)), document("\n".join(right))
    return compare(one, other), one.text, (old, new), number


def test_planted_replacements_are_one_phrase_with_nearly_all_their_places() -> None:
    gathered = whole = wanted = 0
    for seed in SEEDS:
        comparison, text, (old, new), number = planted(random.Random(seed))
        most = phrases(comparison.counted, text)[0]
        # The phrase may leave out what both have at an end; put into the old words it gives the new ones.
        assert most.left_text in old
        assert old.replace(most.left_text, most.right_text, 1).endswith(new)
        assert len(most.places) <= number
        whole += len(most.places) == number
        gathered, wanted = gathered + len(most.places), wanted + number
    print(f"{gathered} of {wanted} places, {whole} of {len(SEEDS)} whole")  # noqa: T201 - the figure
    assert gathered >= 0.9 * wanted
    assert whole >= 0.8 * len(SEEDS)


def said(left: str, right: str) -> list[tuple[str, str, int]]:
    """List what repeats."""
    one, other = document(left), document(right)
    return [
        (each.left_text, each.right_text, len(each.places)) for each in phrases(compare(one, other).counted, one.text)
    ]


def test_insertions_have_their_words_around_them() -> None:
    lines = [f"第{number}条 报交通主管部门备案，{tail}。" for number, tail in zip("一二三四", "甲乙丙丁", strict=True)]
    assert said("\n".join(lines), "\n".join(lines).replace("交通主管", "交通运输主管")) == [
        ("交通主管", "交通运输主管", 4)
    ]


def test_two_replacements_far_apart_are_two() -> None:
    text = "工人应当按照规定的时间和地点参加每年一次的培训，会长应当到场。\n" * 3
    new = text.replace("工人", "职员").replace("会长", "主席")
    assert said(text, new) == [("工人", "职员", 3), ("会长", "主席", 3)]


def test_masks_are_gathered_by_how_they_look() -> None:
    left = "".join(f"{name}同志于****年参加工作。\n" for name in ("张三", "李四", "王五"))
    assert said(left, left.replace("****", "xxxx")) == [("****", "xxxx", 3)]
