"""That the answers of both languages say the same of a comparison: in just the same cases, with the same numbers."""

from __future__ import annotations

import re
from collections import Counter

from difftool.model import Comparison
from difftool.model.comparison import FACT
from difftool.render import answer as english
from difftool.render.chinese import FACTS, FINDINGS, KINDS, answer

# What the two languages say in just the same cases, and just as often.
TWINS = (
    ("nothing else differs", "别无其他差异"),
    ("are identical", "完全相同|文字相同"),
    ("are equivalent", "实质相同"),
    ("equivalent but for what both hide", "除两侧均遮蔽之处外"),
    ("differ in form only", "仅形式不同"),
    ("versions of one text", "同一文本的不同版本"),
    ("overlap:", "部分重合"),
    ("stands inside| is article", "见于.文之中| 篇中的第"),
    ("are unrelated", "两文无关"),
    ("holds? (?:no|any) text", "无文字"),
    (r"no change\b(?! (?:was|left))", "(?<!发现)(?<!的)无变更"),
    ("no change was found", "未发现变更"),
    ("no change left to report", "没有须报告的变更"),
    ("cannot be compared", "其值无从比对"),
    ("masked alike", "遮蔽样式相同"),
    ("more places? (?:is|are) masked alike", "另有 [0-9,]+ 处两侧遮蔽样式相同"),
    (r"substantive\b", "实质(?!相同)"),
    (r"doubtful\b", "存疑"),
    (r"accidental\b", "形式(?!不同)"),
    ("the white space", "的空白不同"),
    ("facts? differs?", "公文要素不同"),
    ("findings? to look at", "提示须查看"),
    ("ignored as you wished", "按设定忽略"),
    ("cut short", "未能比完"),
)
NUMBER = r"[0-9][0-9,.]*"


def agree(comparison: Comparison) -> None:
    """Assert that both languages say the same of a comparison."""
    one, other = english.answer(comparison), answer(comparison)
    for said, own in TWINS:
        assert len(re.findall(said, one)) == len(re.findall(own, other)), (said, one, other)
    # "all 3 places" says once more how many changes there are.
    numbers = re.findall(NUMBER, re.sub(f"all {NUMBER} places", "", one))
    assert Counter(numbers) == Counter(re.findall(NUMBER, other)), (one, other)
    names = {kind.value: word for kind, (word, _) in KINDS.items()}
    names |= {kind.replace("-", " "): word for kind, word in FINDINGS.items() if kind != FACT}
    counts = Counter((names[name], number) for number, name in re.findall(rf"({NUMBER}) ({'|'.join(names)})\b", one))
    assert counts == Counter(re.findall(rf"({'|'.join(names.values())}) ({NUMBER})", other)), (one, other)
    if not comparison.limits:
        facts = [FACTS[name] for name in re.findall(r"(?:differs?: |, )(title|effective date)\b", one)]
        assert all(name in other for name in facts), (one, other)
    assert not other.endswith("。")
    assert not re.search(r"[A-Za-z]{3,}", re.sub(r"\b(?:utf|gb|cp|big)[\w-]*|（.*?），以下", "", other)), other
