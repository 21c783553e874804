"""The answer in one Chinese sentence.

The twin of `render.answer`: the same parts in the same order, decided by `saying`, so that neither language
says more than the other. Knows no other words of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from difftool.model import Change, Comparison, RelationKind, Side
from difftool.render.chinese.telling import told
from difftool.render.chinese.words import FACTS, FINDINGS, SIDES, SIGNIFICANCES, counted, listed, percent, tally
from difftool.render.saying import (
    both_masked,
    facts_and_kinds,
    hidden_by_both,
    is_all,
    is_answered,
    is_masked_otherwise,
    is_only_layout,
    is_only_masks,
    levels,
    masked_alike,
    share,
)
from difftool.render.spaces import PLACES, loose_places, without_text
from difftool.render.visible import in_line

__all__ = ["answer"]

_PLACES = dict(zip(PLACES, ("段间", "文首", "文末"), strict=True))
_HIDDEN = "其值无从比对"


def answer(comparison: Comparison) -> str:
    """Say in one sentence, without a final stop, how left and right relate and what differs.

    Order, and where 别无其他差异 is said, are those of `render.answer.answer`.
    """
    parts = [_related(comparison)]
    if is_answered(comparison):
        parts += [_changes(comparison), _alike_masks(comparison)]
    parts += [_findings(comparison), _layout(comparison), _ignored(comparison)]
    if is_all(comparison):
        parts.append("别无其他差异")
    sentence = "；".join(filter(None, parts))
    if comparison.limits:
        cut = "；".join(dict.fromkeys(in_line(told(limit.text)) for limit in comparison.limits))
        places = counted(len(comparison.limits), "place")
        sentence = f"有 {places}未能比完（{cut}），以下结果并不完整：{sentence}"
    return sentence


def _related(comparison: Comparison) -> str:
    """Say what the two documents are to each other."""
    if without_text(comparison) and comparison.relation.kind is not RelationKind.IDENTICAL:
        return _without_text(comparison)
    return _RELATED[comparison.relation.kind](comparison)


def _identical(comparison: Comparison) -> str:
    """Say that the texts are one, and whether the files are."""
    left, right = comparison.left, comparison.right
    if left.sha256 == right.sha256:
        return "左右两文完全相同"
    if left.encoding == right.encoding:
        return "两文文字相同，文件字节不同"
    return f"两文文字相同，仅文件编码不同（左 {in_line(left.encoding)}，右 {in_line(right.encoding)}）"


def _equivalent(comparison: Comparison) -> str:
    """Say that only the form differs, unless both hide something that may differ."""
    if hidden_by_both(comparison):
        return "除两侧均遮蔽之处外，左右两文实质相同"
    if is_only_layout(comparison):
        return f"左右两文实质相同，仅{_layout_places(comparison)}的空白不同"
    return "左右两文实质相同，仅形式不同"


def _revision(comparison: Comparison) -> str:
    """Say how like two versions of one text are."""
    return f"左右两文为同一文本的不同版本，相似度 {percent(comparison.relation.similarity)}"


def _overlapping(comparison: Comparison) -> str:
    """Say what the two share."""
    shares = "、".join(f"{SIDES[side]} {_share(comparison, side)}" for side in Side)
    return f"左右两文部分重合：{shares}相对应，此外各有大量对方所无的内容"


def _contained(comparison: Comparison) -> str:
    """Say where the inner document stands, how much of it, and how often."""
    relation = comparison.relation
    inner = relation.inner or Side.LEFT
    outer = SIDES[inner.other]
    place = f"见于{outer}之中"
    if relation.section is not None:
        place = f"为{outer} {relation.section.of:,} 篇中的第 {relation.section.ordinal:,} 篇"
    again = len(relation.hits) - 1
    more = f"，另有 {counted(again, 'other place')}重见" if again > 0 else ""
    return f"{SIDES[inner]}{place}，{_share(comparison, inner)}相对应{more}"


def _without_text(comparison: Comparison) -> str:
    """Say that there is nothing to compare, for a side holds no text."""
    first, *more = without_text(comparison)
    return "左右两文均无文字" if more else f"{SIDES[first]}无文字，无从比对"


def _unrelated(comparison: Comparison) -> str:
    """Say how little the two have in common."""
    relation = comparison.relation
    if not relation.left_coverage and not relation.right_coverage:
        return "左右两文无关：彼此没有对应的内容"
    shares = f"左文的 {percent(relation.left_coverage)}、右文的 {percent(relation.right_coverage)}"
    return f"左右两文无关：仅{shares} 彼此对应，其间差异没有意义"


_RELATED: dict[RelationKind, Callable[[Comparison], str]] = {
    RelationKind.IDENTICAL: _identical,
    RelationKind.EQUIVALENT: _equivalent,
    RelationKind.REVISION: _revision,
    RelationKind.CONTAINED: _contained,
    RelationKind.OVERLAPPING: _overlapping,
    RelationKind.UNRELATED: _unrelated,
}


def _share(comparison: Comparison, side: Side) -> str:
    """Count the paragraphs of a side that are answered, among all: `2/3 段`."""
    answered, every = share(comparison, side)
    return f"{answered:,}/{counted(every, 'paragraph')}"


def _changes(comparison: Comparison) -> str:
    """Count the changes, by significance and kind, and name the masks among them that hide on both sides."""
    changes = comparison.counted
    if not changes:
        return _no_change(comparison)
    head = counted(len(changes), "change")
    masked = both_masked(changes)
    if is_only_masks(changes):
        return f"{head}，{'' if len(masked) == 1 else '均为'}两侧同遮而{_masked_style(masked)}，{_HIDDEN}"
    present = levels(changes)
    if len(present) == 1:
        level, some = present[0]
        counts = f"{head}，{'属' if len(some) == 1 else '均属'}{SIGNIFICANCES[level][0]}差异（{tally(some)}）"
    else:
        by_level = [f"{SIGNIFICANCES[level][0]} {len(some):,}（{tally(some)}）" for level, some in present]
        counts = f"{head}：{'，'.join(by_level)}"
    return f"{counts}；其中 {counted(len(masked), 'place')}两侧均遮蔽，{_HIDDEN}" if masked else counts


def _masked_style(masked: Sequence[Change]) -> str:
    """Say in what masks against masks differ."""
    details = {change.detail for change in masked}
    if details == {"restyled"}:
        return "样式不同"
    return "范围不同" if details == {"remasked"} else "样式、范围不同"


def _no_change(comparison: Comparison) -> str:
    """Say that nothing differs, where nothing was ignored or cut short."""
    if comparison.relation.kind is RelationKind.IDENTICAL or is_only_layout(comparison):
        return ""
    if any(change.ignored for change in comparison.changes):
        return "没有须报告的变更"
    return "未发现变更" if comparison.limits else "无变更"


def _alike_masks(comparison: Comparison) -> str:
    """Count the masks that look alike on both sides: no change, and yet nothing is known of the values."""
    number = masked_alike(comparison)
    if not number:
        return ""
    more = "另有" if is_masked_otherwise(comparison) else "有"
    return f"{more} {counted(number, 'place')}两侧遮蔽样式相同，{_HIDDEN}"


def _findings(comparison: Comparison) -> str:
    """Name the facts that differ, and count the other findings by kind."""
    facts, kinds = facts_and_kinds(comparison)
    names = "、".join(FACTS.get(name, name) for name in dict.fromkeys(facts))
    said = [f"{counted(len(facts), 'fact')}不同：{names}"] if facts else []
    if kinds:
        sorts = [f"{_finding(kind)} {kinds.count(kind):,}" for kind in dict.fromkeys(kinds)]
        said.append(f"{counted(len(kinds), 'finding')}须查看（{'、'.join(sorts)}）")
    return "；".join(said)


def _finding(kind: str) -> str:
    """Name a kind of findings."""
    return FINDINGS.get(kind) or in_line(kind).replace("-", " ")


def _layout_places(comparison: Comparison) -> str:
    """Name where white space outside of paragraphs differs."""
    return listed([_PLACES[place] for place in loose_places(comparison)])


def _layout(comparison: Comparison) -> str:
    """Say that white space outside of paragraphs differs, unless the relation has said it."""
    places = "" if is_only_layout(comparison) else _layout_places(comparison)
    return f"{places}的空白不同" if places else ""


def _ignored(comparison: Comparison) -> str:
    """Name what was left out of the count by the user's wish."""
    ignored = [change for change in comparison.changes if change.ignored]
    return f"按设定忽略 {counted(len(ignored), 'change')}（{tally(ignored)}）" if ignored else ""
