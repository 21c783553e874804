"""What the title of an official document and the names of public bodies look like.

Asked by `facts`. Reads the first lines of a head; knows nothing of what else stands there but by the facts given.
"""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model import Fact, Span
from difftool.view.folds import script

__all__ = ["BODIES", "is_body", "title"]

# Titles stand at the very start, after a number or a masthead at most; the longest of State Council documents
# of 2012–2022 that were looked at has 56 characters.
_PARAGRAPHS, _LENGTH, _BODY_LENGTH = 6, 60, 45
# Simplified: lines are folded before they are looked at.
_GENRES = (
    *("法", "法典", "条例", "规定", "规则", "办法", "细则", "规程", "章程", "决定", "决议", "命令", "通知", "公告"),
    *("通告", "通报", "意见", "批复", "解释", "准则", "公约", "协定", "修正案"),
)  # fmt: skip
_ENGLISH = ("Act", "Ordinance", "Regulation", "Regulations", "Law", "Directive", "Code", "Treaty", "Rules")
_NO_LAW = (
    "方法",
    "看法",
    "想法",
    "说法",
    "做法",
    "写法",
    "用法",
    "书法",
    "语法",
    "手法",
    "魔法",
    "军法",
    "兵法",
    "算法",
)
BODIES = (
    *("部", "委", "局", "厅", "院", "府", "会", "社", "办", "署", "处", "校", "行"),
    *("中心", "公司", "集团", "大学", "办公室", "领导小组", "协会", "党组", "党委"),
)  # fmt: skip
_MARKS = "#* \t\u3000"
_BRACKETS = "()（）[]【】〔〕 \t\u3000"


def title(text: str, head: Sequence[Span], found: Sequence[Fact], *, is_law: bool) -> list[Fact]:
    r"""Find the line that names the document: a short one with the name of a genre at its end, at the very start.

    It must be shown to be one: by other facts `found` in the head, by articles that follow (`is_law`), by 关于 or
    by the state's name. A body on the line above is part of it.

    >>> title("国务院\n关于某事的通知", [Span(0, 3), Span(4, 11)], [], is_law=False)[0].value
    '国务院关于某事的通知'
    """
    taken = {fact.span.start for fact in found}
    for index, span in enumerate(head[:_PARAGRAPHS]):
        if span.length > 2 * _LENGTH:
            continue
        line = script(span.of(text)).strip(_MARKS)
        if span.start in taken or not _is_title(line, is_shown=bool(found) or is_law):
            continue
        from difftool.view.fact_lines import folded  # noqa: PLC0415 - few documents have one

        start = _behind_marks(text, span)
        if index and line.startswith("关于") and is_body(text, head[index - 1]):
            start = _behind_marks(text, head[index - 1])
        whole = Span(start, span.end)
        return [Fact("title", whole, whole.of(text), folded(whole.of(text)))]
    return []


def _is_title(line: str, *, is_shown: bool) -> bool:
    """Tell whether a line names a document; `is_shown` when something else says that this is one."""
    if any(sign in line for sign in "。！？；，：;:!?") or line[:1] in "（(":
        return False
    if line.isascii():
        words = [word for word in line.split() if not word.isdecimal()]
        return is_shown and len(words) > 1 and words[-1] in _ENGLISH and words[0][:1].isupper()
    core = line.rstrip(_BRACKETS)
    if line.endswith(("）", ")")):  # （试行）, （2019年修订）
        core = line[: max(line.rfind("（"), line.rfind("("))].rstrip(_BRACKETS)
    if len(line) > _LENGTH or not core.endswith(_GENRES) or core.endswith(_NO_LAW):
        return False
    return is_shown or core.startswith(("中华人民共和国", "中华民国")) or "关于" in line


def _behind_marks(text: str, span: Span) -> int:
    """Find where a line begins behind Markdown's signs."""
    return span.end - len(span.of(text).lstrip(_MARKS))


def is_body(text: str, span: Span) -> bool:
    """Tell whether a line is the name of a public body.

    >>> is_body("国 务 院", Span(0, 5)), is_body("我们", Span(0, 2))
    (True, False)
    """
    line = script("".join(span.of(text).split()))
    return 1 < len(line) <= _BODY_LENGTH and line.isalpha() and not line.isascii() and line.endswith(BODIES)
