"""Where an official document says what it is: its title, number, issuers, dates and notes.

Asked by `classify`. Looks at the head, down to the first article or heading of the body, and at the last paragraphs;
what a line tells is read by `fact_lines`, which is loaded only for a line that looks like one. Knows one text.
"""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model import Document, Fact, Span
from difftool.view.folds import script
from difftool.view.titles import BODIES, is_body, title

__all__ = ["NAMES", "facts", "paragraph_facts"]

# The names of all facts, in the order of display.
NAMES = (
    "title",
    "number",
    "issuer",
    "adoption-date",
    "approval-date",
    "signing-date",
    "publication-date",
    "effective-date",
    "amendment",
    "repeal",
    "note",
)

# The bounds of the search. The longest head seen has some thirty lines (an order, its law, every amendment), and
# the note of the Criminal Law, with eleven amendments, about 900 code points.
_LONGEST = 5  # code points of a word with which the body begins
_HEAD_PARAGRAPHS, _HEAD_LENGTH, _TAIL_PARAGRAPHS = 40, 4_000, 10
_NOTE_LENGTH, _LINE_LENGTH, _SHORT = 2_000, 120, 45

# Simplified: lines are folded before they are looked at.
_BODY = ("第一条", "第 1 条", "第1条", "第一章", "第 一 章", "第一编", "目录", "目 录", "一、")
_ARTICLES = 3  # of these the first are articles
_VERBS = ("通过", "批准", "公布", "发布", "颁布", "修订", "修正", "修改", "废止", "施行")
_FORCE = ("施行", "实施", "生效", "执行")
_LABELS = ("日期", "字号", "文号", "机关", "名称", "案号", "单位")
_ENGLISH = ("Act ", "Law ", "ffective", "nacted", "into force", "ssented", "dopted", "Regulation", "ommencement", "EU)")


def facts(document: Document) -> list[Fact]:
    r"""List the facts of a document, in the order of their spans; none where the head is no official document's.

    Looks at 40 paragraphs and 4,000 code points at most from the start and at the last 10 paragraphs.

    >>> from difftool.model import document
    >>> text = "某某管理条例\n（2004年4月30日国务院令第406号公布）\n第一条 为了某事，制定本条例。"
    >>> [(fact.name, fact.value) for fact in facts(document(text)) if fact.name != "note"]
    [('title', '某某管理条例'), ('publication-date', '2004-04-30'), ('number', '国务院令第406号')]
    """
    text, paragraphs = document.text, document.paragraphs
    head = _head(text, paragraphs)
    found = [fact for span in paragraphs[:head] for fact in _line_facts(text, span, is_head=True)]
    if not any(fact.name == "title" for fact in found):
        found += title(text, paragraphs[:head], found, is_law=_is_law(text, paragraphs, head))
    last = max(0, len(paragraphs) - _TAIL_PARAGRAPHS)
    found += [fact for span in paragraphs[max(head, last) :] for fact in _line_facts(text, span, is_head=False)]
    found += _signature(text, paragraphs[last:], found)
    return sorted(dict.fromkeys(found), key=lambda fact: (fact.span, NAMES.index(fact.name)))


def paragraph_facts(text: str, span: Span, name: str) -> list[Fact]:
    """List the facts of a name in one paragraph, wherever in its document it stands.

    A title or a body is the whole of its line.

    >>> [fact.value for fact in paragraph_facts("某某办法", Span(0, 4), "title")]
    ['某某办法']
    """
    from difftool.view.fact_lines import effective, folded, signed  # noqa: PLC0415 - few documents need it

    found = _line_facts(text, span, is_head=True)
    if name in {"signing-date", "issuer"} and span.length <= _SHORT:
        found = [*found, *signed(text, span)]
    if name == "effective-date":
        found = [*found, *effective(text, span)]
    named = [fact for fact in dict.fromkeys(found) if fact.name == name]
    if not named and name in {"title", "issuer"} and span.length <= _LINE_LENGTH:
        return [Fact(name, span, span.of(text), folded(span.of(text)))]
    return named


def _head(text: str, paragraphs: Sequence[Span]) -> int:
    """Count the paragraphs before the first article or heading of the body."""
    for index, span in enumerate(paragraphs[:_HEAD_PARAGRAPHS]):
        at = span.start
        if text[at] == "#":
            at = span.end - len(span.of(text).lstrip("# "))
        if at > _HEAD_LENGTH or (index and script(text[at : at + _LONGEST]).startswith(_BODY)):
            return index
    return min(len(paragraphs), _HEAD_PARAGRAPHS)


def _line_facts(text: str, span: Span, *, is_head: bool) -> list[Fact]:
    """Read what a line tells, if it looks like one that does: cheap tests come first, for most lines tell nothing."""
    if span.length > _NOTE_LENGTH:
        return []
    line = script(span.of(text))
    found: list[Fact] = []
    is_short = len(line) <= _LINE_LENGTH
    begins = ("日起" in line or "日施行" in line) and any(word in line for word in _FORCE)
    if begins and "自" in line and ("本" in line or "现予" in line):
        from difftool.view.fact_lines import effective  # noqa: PLC0415 - few documents need it

        found += effective(text, span)
    is_dated = ("年" in line and "月" in line) or line.lstrip("(（#* ")[:4].isdecimal()
    if is_head and is_dated and line.rstrip(")） 　。.；;】]").endswith(_VERBS):
        from difftool.view.fact_lines import noted  # noqa: PLC0415 - as above

        found += noted(text, span)
    if is_head and is_short and "号" in line and not found and len(line) <= _SHORT:
        from difftool.view.fact_lines import numbered  # noqa: PLC0415 - as above

        found += numbered(text, span)
    if is_head and (":" in line or "：" in line) and is_short and any(word in line for word in _LABELS):
        from difftool.view.fact_lines import labelled  # noqa: PLC0415 - as above

        found += labelled(text, span)
    if line[:1].isascii() and any(word in line for word in _ENGLISH):
        from difftool.view.fact_lines import english  # noqa: PLC0415 - as above

        found += english(text, span)
    return found


def _is_law(text: str, paragraphs: Sequence[Span], head: int) -> bool:
    """Tell whether articles begin where the head ends; a chapter's heading or two are looked through."""
    return any(
        script(span.of(text).lstrip("# ")[:_LONGEST]).startswith(_BODY[:_ARTICLES])
        for span in paragraphs[head : head + 3]
    )


def _signature(text: str, tail: Sequence[Span], found: Sequence[Fact]) -> list[Fact]:
    """Find the one date that stands alone at the end, and the bodies above it that sign."""
    alone = [
        index
        for index, span in enumerate(tail)
        if span.length <= _SHORT and text[span.end - 1] in "日)）" and "年" in span.of(text) and "月" in span.of(text)
    ]
    if not alone:
        return []
    from difftool.view.fact_lines import folded, signed  # noqa: PLC0415 - few documents are signed

    dated = [(index, read) for index in alone if (read := signed(text, tail[index]))]
    if len(dated) != 1:  # a chronicle has many
        return []
    index, read = dated[0]
    bodies: list[Fact] = []
    for above in reversed(tail[max(0, index - 3) : index]):
        if not is_body(text, above):
            break
        bodies.append(Fact("issuer", above, above.of(text), folded(above.of(text))))
    is_signed = bool(bodies or found) and (len(read) == 1 or read[0].value.endswith(BODIES))
    return [*bodies, *read] if is_signed else []
