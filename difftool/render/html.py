"""The report: one page that needs nothing but itself, and lets nothing in.

Gathers what the template loops over, every text already made visible, and seals
the page: a content security policy allows the one style and the one script whose
digests it names, and no request at all.
"""

from typing import TYPE_CHECKING, NamedTuple

from difftool.model import Comparison, Document, Kind, LinkKind, Side, Significance
from difftool.model.comparison import FACT
from difftool.render.answer import answer
from difftool.render.entries import entries, ignored, often_replaced
from difftool.render.rows import Row, rows
from difftool.render.strip import strip
from difftool.render.visible import clip, in_line, marked, visible
from difftool.render.words import KINDS, SIGNIFICANCES, counted, explain, percent

if TYPE_CHECKING:
    from difftool.render.facts import FactRow

__all__ = ["page"]

_FOLDER = __file__.removesuffix("html.py") + "templates"
_MOST_REPEATS = 20  # above the list of changes, the most frequent; the text lists them all


class _File(NamedTuple):
    """Describe one of the two documents for the head of the page."""

    side: Side
    name: str
    facts: list[tuple[str, str]]
    strip: object


def page(comparison: Comparison, left: Document, right: Document, version: str) -> str:
    """Write the report of a comparison as one self-contained HTML page.

    The same comparison gives the same characters: no date, no path. The page has no
    inline handler and no style attribute, and its policy forbids both and all requests.
    """
    from difftool.render.templating import template  # noqa: PLC0415 - jinja2 takes as long to load as a comparison

    style, script = _asset("report.css"), _asset("report.js")
    every, often = entries(comparison, left, right), often_replaced(comparison, left)
    return template().render(
        version=version,
        style=style,
        script=script,
        policy=_policy(style, script),
        title=f"{in_line(clip(left.name, 80))} · {in_line(clip(right.name, 80))}",
        answer=answer(comparison),
        facts=_facts(comparison),
        counts=_counts(comparison),
        files=[_file(comparison, side) for side in Side],
        warnings=_warnings(comparison),
        notes=_notes(comparison),
        kinds=_kinds(comparison),
        meanings=SIGNIFICANCES,
        entries=every,
        ignored=ignored(comparison, left, right) if comparison.summary.ignored else [],
        differing=_differing(comparison, left, right),
        repeats=often[:_MOST_REPEATS],
        more_repeats=max(0, len(often) - _MOST_REPEATS),
        stretches=rows(comparison, left, right),
        island=[
            [entry.change.id, entry.change.kind, entry.change.significance, entry.note, entry.change.key]
            for entry in every
        ],
        visible=visible,
        marked=marked,
        counted=counted,
        explain=explain,
        sign=_sign,
    )


def _differing(comparison: Comparison, left: Document, right: Document) -> list["FactRow"]:
    """List the facts that differ; few documents have facts at all."""
    if not any(finding.kind == FACT for finding in comparison.findings):
        return []
    from difftool.render.facts import fact_rows  # noqa: PLC0415 - see above

    return fact_rows(comparison, left, right)


def _asset(name: str) -> str:
    """Read a part of the page that is put in as it is."""
    with open(f"{_FOLDER}/{name}", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - pathlib takes 8 ms to load
        return file.read()


def _policy(style: str, script: str) -> str:
    """Write the content security policy: nothing but the style and the script with these digests."""
    from base64 import b64encode  # noqa: PLC0415 - only a page needs them
    from hashlib import sha256  # noqa: PLC0415 - as above

    digests = ["sha256-" + b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src '{digests[0]}'; script-src '{digests[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _facts(comparison: Comparison) -> list[str]:
    """List the relation's figures in a few words each."""
    relation, summary = comparison.relation, comparison.summary
    facts = [relation.kind.value]
    if relation.section is not None:
        facts.append(in_line(relation.section.title))
    facts.append(f"similarity {percent(relation.similarity)}")
    for side, number in (("left", summary.outside_left), ("right", summary.outside_right)):
        if number:
            facts.append(f"{counted(number, 'paragraph')} of {side} outside")
    return facts


def _counts(comparison: Comparison) -> list[tuple[Significance, int, str]]:
    """Count the changes by significance, with the meaning of each."""
    levels = [change.significance for change in comparison.counted]
    return [(level, levels.count(level), SIGNIFICANCES[level]) for level in Significance]


def _file(comparison: Comparison, side: Side) -> _File:
    """Describe a document as it was read."""
    is_left = side is Side.LEFT
    document = comparison.left if is_left else comparison.right
    relation = comparison.relation
    coverage = relation.left_coverage if is_left else relation.right_coverage
    size = f"{counted(document.length, 'character')}, {counted(len(document.paragraphs), 'paragraph')}"
    facts = [
        ("encoding", in_line(document.encoding)),
        ("length", size),
        ("answered", f"{percent(coverage)} by {side.other}" if document.paragraphs else "no text to answer"),
        ("SHA-256", document.sha256 or "not known"),
    ]
    return _File(side, in_line(document.name), facts, strip(comparison, side))


def _warnings(comparison: Comparison) -> list[tuple[str, str]]:
    """List what a reader must know before trusting the rest: limits first, then findings."""
    limits = [("limit", f"{limit.step}: {limit.text}") for limit in comparison.limits]
    findings = [
        (f"{finding.kind.replace('-', ' ')}, {finding.significance}", finding.text)
        for finding in comparison.findings
        if finding.kind != FACT  # facts have a table of their own
    ]
    return [(in_line(name), in_line(text)) for name, text in limits + findings]


def _notes(comparison: Comparison) -> list[str]:
    """List the notes of the comparison and of both readers, and what was ignored."""
    number = comparison.summary.ignored
    wish = [f"{counted(number, 'change')} ignored as you wished"] if number else []
    left = [f"left: {note}" for note in comparison.left.notes]
    right = [f"right: {note}" for note in comparison.right.notes]
    return [in_line(note) for note in [*wish, *comparison.notes, *left, *right]]


def _kinds(comparison: Comparison) -> list[tuple[Kind, str, int]]:
    """List all kinds with their meaning and how often each occurs."""
    by_kind = comparison.summary.by_kind
    return [(kind, meaning, by_kind.get(kind, 0)) for kind, meaning in KINDS.items()]


def _sign(row: Row) -> str:
    """Name what a row is, where its two cells do not say it themselves."""
    if row.is_origin:
        return "moved away"
    words = {
        LinkKind.MOVED: "moved here",
        LinkKind.SPLIT: "split",
        LinkKind.MERGED: "merged",
        LinkKind.INSERTED: "only in right",
        LinkKind.DELETED: "only in left",
    }
    return words.get(row.kind, "")
