"""The report: one page that needs nothing but itself, and lets nothing in.

Gathers what the template loops over, every text already made visible, and seals
the page: a content security policy allows the one style and the one script whose
digests it names, and no request at all.
"""

from functools import partial
from typing import TYPE_CHECKING

from difftool.model import Comparison, Document, Kind, LinkKind, Side, Significance
from difftool.model.comparison import FACT
from difftool.render.answer import answer
from difftool.render.bilingual import Bilingual, Pair, counting
from difftool.render.entries import often_replaced
from difftool.render.evidence import evidence
from difftool.render.head import fact_name, facts, file, notes, official, tallies, warnings
from difftool.render.mask_table import mask_table
from difftool.render.rows import CONTEXT, Fold, Row, rows
from difftool.render.spoken import spoken
from difftool.render.visible import clip, in_line, marked, visible
from difftool.render.words import KINDS, SIGNIFICANCES
from difftool.render.worklist import SECTIONS, worklist

if TYPE_CHECKING:
    from markupsafe import Markup

    from difftool.render.facts import FactRow

__all__ = ["page"]

_FOLDER = __file__.removesuffix("html.py") + "templates"
# The parts of the script, in the order in which they are joined.
SCRIPTS = ("state", "words", "walk", "filters", "list", "verdicts", "views", "map", "start")
_LONGEST = 10_000  # code points in one text of the page; a line of a megabyte takes minutes, in such pieces seconds
_BATCH = 20  # rows; some three screens
_MOST_REPEATS = 20  # above the list of changes, the most frequent; the text lists them all


def page(  # noqa: PLR0913 - what is shown, and how
    comparison: Comparison,
    left: Document,
    right: Document,
    version: str,
    *,
    language: str | None = None,
    context: int | None = None,
    command: str = "compare",
) -> str:
    """Write the report of a comparison as one self-contained HTML page.

    The same comparison gives the same characters: no date, no path. The page has no inline handler and no style
    attribute, and its policy forbids both and all requests.
    `language` is `en` or `zh` and can be switched. With `context`, unchanged paragraphs farther than so many from a
    changed one are left out, not folded. `command` made the comparison.
    """
    from difftool.render import chinese  # noqa: PLC0415 - a terminal does without
    from difftool.render.templating import template  # noqa: PLC0415 - jinja2 takes as long to load as a comparison

    style, script = _asset("report.css"), _script()
    words = Bilingual(language or "en")
    names: dict[str, Pair] = {kind: (kind.value, chinese.KINDS[kind][0]) for kind in Kind}
    names |= {level: (level.value, chinese.SIGNIFICANCES[level][0]) for level in Significance}
    meanings: dict[str, Pair] = {kind: (KINDS[kind], chinese.KINDS[kind][1]) for kind in Kind}
    meanings |= {level: (SIGNIFICANCES[level], chinese.SIGNIFICANCES[level][1]) for level in Significance}
    counted, often = comparison.counted, often_replaced(comparison, left)
    differing = _differing(comparison, left, right)
    levels = [change.significance for change in counted]
    by_kind = comparison.summary.by_kind
    words.labels |= dict(meanings.values())
    return template().render(
        version=version,
        style=style,
        script=script,
        policy=_policy(style, script),
        words=words,
        t=words.label,
        say=words.say,
        plain=words.plain,
        name=lambda one: words.say(*names[one]),
        title=f"{in_line(clip(left.name, 80))} · {in_line(clip(right.name, 80))}",
        answer=(f"{answer(comparison)}.", f"{chinese.answer(comparison)}。"),
        facts=facts(comparison),
        tallies=tallies(comparison),
        counts=[(level, levels.count(level), words.pick(meanings[level])) for level in Significance],
        kinds=[(kind, words.pick(meanings[kind]), by_kind.get(kind, 0)) for kind in Kind],
        meanings=meanings,
        files=[file(comparison, side) for side in Side],
        warnings=warnings(comparison),
        notes=notes(comparison),
        masks=mask_table(comparison),
        official=official(comparison),
        evidence=evidence(comparison, command),
        entries=comparison.changes,
        count_of_changes=counting(len(counted), "change"),
        differing=differing,
        facts_that_differ=_that_differ(len(differing)),
        fact_name=fact_name,
        repeats=[{**one._asdict(), "count": counting(len(one.places), "place")} for one in often[:_MOST_REPEATS]],
        more_repeats=max(0, len(often) - _MOST_REPEATS),
        batches=_batches(
            rows(comparison, left, right, CONTEXT if context is None else context, left_out=context is not None)
        ),
        folded=_folded,
        spoken=spoken(left.text, right.text),
        heard={"del": words.plain("deleted"), "ins": words.plain("inserted")}
        | {side.value: words.plain(side) for side in Side}
        | {kind.value: words.pick(names[kind]) for kind in Kind},
        made_by=_made_by(version),
        island=partial(_island, comparison, words, names, version),
        visible=lambda text: _in_pieces(visible(text)),
        marked=lambda text: _in_pieces(marked(text)),
        sign=_sign,
    )


def _island(comparison: Comparison, words: Bilingual, names: dict[str, Pair], version: str) -> dict[str, object]:
    """Gather what the script needs; asked last, when all that the page says is known."""
    from difftool.model.plain import plain  # noqa: PLC0415 - only a page needs it
    from difftool.render.chinese import LABELS  # noqa: PLC0415 - as in `page`

    every = worklist(comparison)
    return {
        "tool": {"name": "difftool", "version": version},
        "left": {"name": comparison.left.name, "sha256": comparison.left.sha256},
        "right": {"name": comparison.right.name, "sha256": comparison.right.sha256},
        "settings": {name: plain(value) for name, value in comparison.settings._asdict().items()},
        "language": words.language,
        "texts": words.texts,
        "labels": words.labels | {label: LABELS.get(label, label) for label in (*_SAID_BY_SCRIPT, *SECTIONS)},
        "kinds": [names[kind] for kind in Kind],
        "levels": [names[level] for level in Significance],
        "sections": SECTIONS,
        "notes": every.notes,
        "changes": every.changes,
    }


# What the script says by itself; `{…}` is filled in.
_SAID_BY_SCRIPT = (
    *("change {n} of {m}, {kind}", "place {n} of {m}, {kind}", "{n} of {m} shown", "{n} of {m} decided"),
    *("no change after this one", "no change before this one", "no change shown", "{n} changes", "1 change"),
    *("open all", "close all", "all is decided", "accepted", "rejected", "ignored", "open", "left", "right"),
    *("these verdicts are of other files", "this is no file of verdicts", "{n} verdicts taken over"),
    *("saved in this browser only", "forget all verdicts of this page?", "deleted", "inserted"),
)


def _made_by(version: str) -> Pair:
    english = f"Made by difftool {version}. Positions count paragraphs from 1."
    own = f"由 difftool {version} 生成。段落从 1 计数。本页自含全部内容，不访问任何网络。"
    return f"{english} This page holds all it shows and asks nothing of any network.", own


def _that_differ(number: int) -> Pair:
    english, own = counting(number, "fact")
    return f"{english} that {'differs' if number == 1 else 'differ'}", f"{own}不同"


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


def _script() -> str:
    """Join the parts of the script: one scope, so that nothing of it is seen from outside."""
    parts = [_asset(f"script/{name}.js") for name in SCRIPTS]
    return '"use strict";\n(() => {\n' + "".join(parts) + "})();\n"


def _policy(style: str, script: str) -> str:
    """Write the content security policy: nothing but the style and the script with these digests."""
    from binascii import b2a_base64  # noqa: PLC0415 - only a page needs them
    from hashlib import sha256  # noqa: PLC0415 - as above

    digests = [
        "sha256-" + b2a_base64(sha256(text.encode()).digest(), newline=False).decode() for text in (style, script)
    ]
    return (
        f"default-src 'none'; style-src '{digests[0]}'; script-src '{digests[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _in_pieces(text: str) -> "str | Markup":
    """Cut a very long text into elements: a browser takes quadratic time for one that is whole."""
    if len(text) <= _LONGEST:
        return text
    from markupsafe import Markup, escape  # noqa: PLC0415 - comes with jinja2

    pieces = [text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST)]
    return Markup("").join([Markup("<span>{}</span>").format(escape(piece)) for piece in pieces])


def _batches(stretches: list[Row | Fold]) -> list[list[Row] | Fold]:
    """Put rows that follow each other into batches: a browser lays out those on the screen, and asks of each."""
    found: list[list[Row] | Fold] = []
    for one in stretches:
        last = found[-1] if found else None
        if isinstance(one, Fold):
            found.append(one)
        elif isinstance(last, list) and len(last) < _BATCH:
            last.append(one)
        else:
            found.append([one])
    return found


def _folded(fold: Fold) -> Pair:
    """Say what a fold hides."""
    outside = fold.reason == "outside"
    if fold.left and fold.right:
        english, own = counting(fold.left, "paragraph")
        if fold.left != fold.right:
            english, own = f"{english} of left, {fold.right:,} of right", f"左文 {own}、右文 {fold.right:,} 段"
    else:
        english, own = counting(fold.left or fold.right, "paragraph")
        english, own = f"{english} of {'left' if fold.left else 'right'}", f"{'左文' if fold.left else '右文'} {own}"
    rest = "" if fold.rows else ", left out of this report", "" if fold.rows else "，本报告未收"
    return (
        f"{english} {'outside the compared part' if outside else 'unchanged'}{rest[0]}",
        f"{own}{'不在比对范围' if outside else '未变'}{rest[1]}",
    )


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
