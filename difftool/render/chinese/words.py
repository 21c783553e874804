"""Kinds, details and the like in Chinese, and numbers with their measures.

The twin of `render.words`, in the terms of Chinese collation and editing. Knows no sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from difftool.classify.site import USER_RULE
from difftool.model import Change, Comparison, Kind, LinkKind, Nature, RelationKind, Side, Significance
from difftool.model.comparison import DAMAGE, FACT, LEAK, STALE
from difftool.model.mask import Fit
from difftool.render import words

__all__ = [
    "DETAILS",
    "FACTS",
    "FINDINGS",
    "FITS",
    "KINDS",
    "LINKS",
    "NATURES",
    "READINGS",
    "RELATIONS",
    "SIDES",
    "SIGNIFICANCES",
    "counted",
    "explain",
    "listed",
    "note",
    "percent",
    "tally",
]

# Each with its short name and what it means.
KINDS: dict[Kind, tuple[str, str]] = {
    Kind.MASK: ("遮蔽", "以占位符代替隐去的内容，见于一侧或两侧"),
    Kind.NUMBER: ("数值", "数值、界限、单位或日期不同"),
    Kind.WORDING: ("文字", "字词不同"),
    Kind.MOVE: ("移位", "段落移至他处"),
    Kind.RENUMBERING: ("编号顺延", "编号因增删、移位而顺延"),
    Kind.NUMERAL: ("数字写法", "数值相同，写法不同"),
    Kind.SCRIPT: ("简繁异体", "简体与繁体之别，或异体字之别"),
    Kind.WIDTH: ("全半角", "全角与半角之别"),
    Kind.CASE: ("大小写", "字母大写与小写之别"),
    Kind.PUNCTUATION: ("标点", "标点符号不同"),
    Kind.SPACE: ("空白", "空白、换行或分段不同"),
    Kind.NOISE: ("转换噪声", "转换、抓取留下的痕迹，不属正文"),
}

SIGNIFICANCES: dict[Significance, tuple[str, str]] = {
    Significance.SUBSTANTIVE: ("实质", "含义不同"),
    Significance.DOUBTFUL: ("存疑", "须人工判断"),
    Significance.ACCIDENTAL: ("形式", "仅形式不同"),
}

DETAILS: dict[tuple[Kind, str], str] = {
    (Kind.MASK, "restyled"): "两侧均遮蔽，样式不同",
    (Kind.MASK, "remasked"): "两侧均遮蔽，范围不同",
    (Kind.MASK, "applied"): "左文明示，右文遮蔽",
    (Kind.MASK, "revealed"): "左文遮蔽，右文明示",
    (Kind.MASK, "emptied"): "数值缺失，且无占位符",
    (Kind.MASK, "added"): "仅右文有此遮蔽",
    (Kind.MASK, "removed"): "仅左文有此遮蔽",
    (Kind.MASK, "filled"): "左文留空，右文已填",
    (Kind.MASK, "blanked"): "左文已填，右文留空",
    (Kind.WORDING, "term"): "固定提法不同",
    (Kind.WORDING, "regional"): "地区用词不同",
    (Kind.WORDING, "confusable"): "形近易混字",
    (Kind.WORDING, "order"): "名单次序不同",
    (Kind.WORDING, "variant-word"): "异形词",
    (Kind.SCRIPT, "wrong-form"): "字形疑误",
    (Kind.SCRIPT, "name"): "人名用字",
    (Kind.NOISE, "composed"): "字符组合方式不同",
    (Kind.NOISE, "damage"): "文字损坏",
    (Kind.NOISE, "gloss"): "夹注拼音",
    (Kind.NOISE, "marker"): "下载页标记",
    (Kind.NOISE, "tag"): "网页标签",
    (Kind.NOISE, "entity"): "网页字符实体",
    (Kind.NOISE, "invisible"): "不可见字符",
    (Kind.NOISE, "mojibake"): "乱码",
    (Kind.NOISE, "page"): "页码",
    (Kind.NOISE, "head"): "页眉",
    (Kind.NOISE, "advertising"): "推广文字",
}

READINGS: dict[str, str] = {
    "year": "年份",
    "month": "月份",
    "day": "日",
    "century": "世纪",
    "anniversary": "周年",
    "ordinal": "序号",
    "count": "数量",
    "amount": "金额",
    "percent": "百分比",
    "document-number": "文号",
    "phone": "电话",
    "id": "证件号",
    "person": "人名",
    "place": "地名",
    "organization": "机构名",
    "sector": "行业领域",
    "word": "词语",
    "unknown": "未详",
}

NATURES: dict[Nature, str] = {
    Nature.HIDDEN: "隐去",
    Nature.BLANK: "待填空白",
    Nature.LACUNA: "阙文",
    Nature.ELISION: "省略",
    Nature.UNKNOWN: "未详",
}

# Whether the width of a mask admits the value: behind the head 字数相合.
FITS: dict[Fit, str] = {Fit.YES: "是", Fit.NO: "否", Fit.SILENT: "无从判断"}

RELATIONS: dict[RelationKind, str] = {
    RelationKind.IDENTICAL: "完全相同",
    RelationKind.EQUIVALENT: "实质相同",
    RelationKind.REVISION: "同文异版",
    RelationKind.CONTAINED: "包含",
    RelationKind.OVERLAPPING: "部分重合",
    RelationKind.UNRELATED: "无关",
}

# What a row is, where its two cells do not say it themselves; `equal` and `changed` rows need no sign.
LINKS: dict[str, str] = {
    "moved away": "由此移出",
    "moved here": "移至此处",
    LinkKind.SPLIT: "拆分",
    LinkKind.MERGED: "合并",
    "only in right": "仅见于右文",
    "only in left": "仅见于左文",
}

SIDES: dict[Side, str] = {Side.LEFT: "左文", Side.RIGHT: "右文"}

FINDINGS: dict[str, str] = {STALE: "引用失准", LEAK: "遮蔽泄露", DAMAGE: "文字损坏", FACT: "公文要素"}

_FACTS = {
    "title": "标题",
    "number": "文号",
    "issuer": "制发机关",
    "adoption-date": "通过日期",
    "approval-date": "批准日期",
    "signing-date": "成文日期",
    "publication-date": "公布日期",
    "effective-date": "施行日期",
    "amendment": "修改情况",
    "repeal": "废止情况",
    "note": "题注",
}
# As the model names them, and as findings write them.
FACTS: dict[str, str] = {**_FACTS, **{name.replace("-", " "): word for name, word in _FACTS.items()}}

# A noun with its measure, behind a number.
_MEASURES = {
    "change": "处变更",
    "ignored change": "处已忽略的变更",
    "character": "字",
    "paragraph": "段",
    "place": "处",
    "other place": "处",
    "replacement": "种替换",
    "more replacement": "种替换",
    "fact": "项公文要素",
    "finding": "项提示",
    "mask": "处遮蔽",
}


def note(comparison: Comparison, change: Change, reading: str) -> str:
    """Say in a phrase what a change is, as `render.entries.note` does."""
    link = comparison.links[change.link]
    said = explain(change)
    if change.kind is Kind.WORDING and change.detail is None and not link.is_paired:
        said = f"仅{SIDES[Side.LEFT if link.left else Side.RIGHT]}有的段落"
    if change.kind is Kind.MASK and reading not in {"", "unknown"}:
        said = f"{said}（{READINGS.get(reading, reading)}）"
    if not change.ignored:
        return said
    own = change.rule.removeprefix(USER_RULE)
    return f"{said}；按规则“{own}”忽略" if own != change.rule else f"{said}；按对“{KINDS[change.kind][0]}”的设定忽略"


def counted(number: int, noun: str) -> str:
    """Put a number before what it counts, with its measure; a noun that is not known stays as it is.

    >>> counted(2, "change"), counted(3171, "character"), counted(1, "paragraph")
    ('2 处变更', '3,171 字', '1 段')
    """
    return f"{number:,} {_MEASURES.get(noun, noun)}"


def explain(change: Change) -> str:
    """Say in a phrase what the change is.

    >>> from difftool.model import Shape, Span
    >>> at = Span(0, 1)
    >>> explain(Change("c1", "", Kind.MASK, "applied", Shape.REPLACEMENT, Significance.SUBSTANTIVE,
    ...                at, at, "5", "*", 0, "mask"))
    '左文明示，右文遮蔽'
    """
    detail = change.detail or ""
    return DETAILS.get((change.kind, detail)) or detail.replace("-", " ") or KINDS[change.kind][1]


def listed(parts: Sequence[str]) -> str:
    """Join the parts of an enumeration.

    >>> listed(["甲"]), listed(["甲", "乙"]), listed(["甲", "乙", "丙"])
    ('甲', '甲和乙', '甲、乙和丙')
    """
    return "和".join(filter(None, ["、".join(parts[:-1]), *parts[-1:]]))


def tally(changes: Iterable[Change]) -> str:
    """Count changes by kind, in the order of display: `遮蔽 2、数值 1`."""
    kinds = [change.kind for change in changes]
    return "、".join(f"{name} {kinds.count(kind):,}" for kind, (name, _) in KINDS.items() if kind in kinds)


def percent(share: float) -> str:
    """Write a share as per cent, never rounded up to all nor down to nothing.

    >>> percent(1.0), percent(0.9996), percent(0.0004)
    ('100%', '99.9%', '0.1%')
    """
    return words.percent(share).replace(" ", "")
