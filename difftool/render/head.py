"""The head of the page: what both files are, the counts, what to look at first, the notes; in both languages.

Takes a comparison. Knows nothing of the text below it.
"""

from collections import defaultdict
from typing import NamedTuple

from difftool.model import Comparison, Fact, Kind, Side, Significance
from difftool.model.comparison import FACT
from difftool.render.bilingual import Pair, counting, same
from difftool.render.strip import Strip, strip
from difftool.render.visible import clip, in_line
from difftool.render.words import percent

__all__ = ["File", "Official", "fact_name", "facts", "file", "notes", "official", "tallies", "warnings"]

_LONGEST = 160  # code points of a fact in its table, as in that of those that differ


class File(NamedTuple):
    """Describe one of the two documents."""

    side: Side
    name: str
    facts: tuple[tuple[str, Pair], ...]
    strip: Strip


class Official(NamedTuple):
    """Put what both documents say of themselves under one name side by side."""

    name: Pair
    left: str
    right: str
    differs: bool


def facts(comparison: Comparison) -> list[Pair]:
    """List the relation's figures in a few words each."""
    from difftool.render import chinese  # noqa: PLC0415 - a terminal does without

    relation, summary = comparison.relation, comparison.summary
    found: list[Pair] = [(relation.kind.value, chinese.RELATIONS[relation.kind])]
    if relation.section is not None:
        found.append(same(in_line(relation.section.title)))
    found.append((f"similarity {percent(relation.similarity)}", f"相似度 {percent(relation.similarity)}"))
    for side, number in ((Side.LEFT, summary.outside_left), (Side.RIGHT, summary.outside_right)):
        if number:
            english, own = counting(number, "paragraph")
            found.append((f"{english} of {side} outside", f"{chinese.SIDES[side]}另有 {own}不在比对范围"))
    return found


def tallies(comparison: Comparison) -> list[tuple[Significance, int, list[tuple[Kind, int]]]]:
    """Count the changes by significance, and by kind inside each."""
    counts: defaultdict[Significance, defaultdict[Kind, int]] = defaultdict(lambda: defaultdict(int))
    for change in comparison.counted:
        counts[change.significance][change.kind] += 1
    return [
        (level, sum(counts[level].values()), [(kind, counts[level][kind]) for kind in Kind if kind in counts[level]])
        for level in Significance
        if level in counts
    ]


def file(comparison: Comparison, side: Side) -> File:
    """Describe a document as it was read."""
    from difftool.render import chinese  # noqa: PLC0415 - a terminal does without

    is_left = side is Side.LEFT
    document = comparison.left if is_left else comparison.right
    relation = comparison.relation
    coverage = percent(relation.left_coverage if is_left else relation.right_coverage)
    characters, paragraphs = counting(document.length, "character"), counting(len(document.paragraphs), "paragraph")
    answered = (f"{coverage} by {side.other}", f"{coverage} 与{chinese.SIDES[side.other]}对应")
    return File(
        side,
        in_line(document.name),
        (
            ("encoding", same(in_line(document.encoding))),
            ("length", (f"{characters[0]}, {paragraphs[0]}", f"{characters[1]}，{paragraphs[1]}")),
            ("answered", answered if document.paragraphs else ("no text to answer", "没有文字")),
            ("SHA-256", same(document.sha256) if document.sha256 else ("not known", "未知")),
        ),
        strip(comparison, side),
    )


def warnings(comparison: Comparison) -> list[tuple[Pair, Pair]]:
    """List what a reader must know before trusting the rest: limits first, then findings."""
    from difftool.render import chinese  # noqa: PLC0415 - as above

    found: list[tuple[Pair, Pair]] = [
        (("limit", chinese.told("limit")), _told(f"{limit.step}: {limit.text}")) for limit in comparison.limits
    ]
    for finding in comparison.findings:
        if finding.kind != FACT:  # facts have a table of their own
            kind = in_line(finding.kind.replace("-", " "))
            level = chinese.SIGNIFICANCES[finding.significance][0]
            found.append(((f"{kind}, {finding.significance}", f"{chinese.told(kind)}，{level}"), _told(finding.text)))
    return found


def notes(comparison: Comparison) -> list[Pair]:
    """List the notes of the comparison and of both readers, and what was ignored."""
    from difftool.render import chinese  # noqa: PLC0415 - as above

    found: list[Pair] = []
    if number := comparison.summary.ignored:
        english, own = counting(number, "change")
        found.append((f"{english} ignored as you wished", f"按设定忽略 {own}"))
    found += [_told(note) for note in comparison.notes]
    for side, some in ((Side.LEFT, comparison.left.notes), (Side.RIGHT, comparison.right.notes)):
        found += [
            (f"{side}: {in_line(note)}", f"{chinese.SIDES[side]}：{in_line(chinese.told(note))}") for note in some
        ]
    return found


def official(comparison: Comparison) -> list[Official]:
    """Put the facts of both documents side by side, in the order of each: those of one name answer in order."""
    found: list[Official] = []
    sides = _by_name(comparison.left_facts), _by_name(comparison.right_facts)
    for name in dict.fromkeys([*sides[0], *sides[1]]):
        left, right = sides[0].get(name, []), sides[1].get(name, [])
        for at in range(max(len(left), len(right))):
            one, other = (some[at] if at < len(some) else None for some in (left, right))
            differs = one is None or other is None or one.value != other.value
            found.append(Official(fact_name(name.replace("-", " ")), _written(one), _written(other), differs))
    return found


def fact_name(name: str) -> Pair:
    """Name a fact in both languages."""
    from difftool.render.chinese import FACTS  # noqa: PLC0415 - as above

    return in_line(name), FACTS.get(name.replace(" ", "-"), in_line(name))


def _by_name(facts: tuple[Fact, ...]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.name, []).append(fact)
    return found


def _written(fact: Fact | None) -> str:
    return in_line(clip(" ".join(fact.text.split()), _LONGEST)) if fact else "—"


def _told(text: str) -> Pair:
    from difftool.render.chinese import told  # noqa: PLC0415 - as above

    return in_line(text), in_line(told(text))
