"""Comparisons made by hand, so that what is drawn is tested without what finds it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from difftool.model import (
    Change,
    Comparison,
    Document,
    Edit,
    Finding,
    Group,
    Hit,
    Kind,
    Limit,
    Link,
    LinkKind,
    Mask,
    Nature,
    Relation,
    RelationKind,
    Section,
    Settings,
    Shape,
    Side,
    Significance,
    Span,
    document,
)
from difftool.render.pieces import draw
from difftool.render.pieces import plain as written
from difftool.render.terminal import MOST, pieces

if TYPE_CHECKING:
    from rich.console import Console

SEEDS = Path(__file__).parents[2] / "seeds"
NOWHERE = Span(0, 0)


class Sample(NamedTuple):
    """Hold a comparison with its texts."""

    comparison: Comparison
    left: Document
    right: Document


def plain(comparison: Comparison, left: Document, right: Document, most: int | None = None) -> str:
    """Write the view of a terminal without colour."""
    return written(pieces(comparison, left, right, most))


def show(comparison: Comparison, left: Document, right: Document, console: Console, most: int | None = MOST) -> None:
    """Print the view on a console."""
    draw(pieces(comparison, left, right, most), console)


def readable(written: str | bytes) -> str:
    """Give what a format wrote as text: of an office document all its parts, and again without their tags."""
    if isinstance(written, str):
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        parts = "\n".join(archive.read(name).decode() for name in archive.namelist())
    return parts + re.sub("<[^>]*>", "", parts)


def seed(number: int) -> Document:
    """Read a seed document as UTF-8."""
    path = next(SEEDS.glob(f"{number:03}_*.txt"))
    text = path.read_bytes().decode()
    return document(text, path.name)._replace(sha256=path.stem.split("_")[1].ljust(64, "0"))


def change(
    at: int,
    kind: Kind,
    spans: tuple[Span | tuple[int, int], Span | tuple[int, int]],
    link: int = 0,
    texts: tuple[str, str] = ("", ""),
    **more: object,
) -> Change:
    """Make a change whose texts are cut out of `texts`; `more` replaces fields."""
    one, other = Span(*spans[0]), Span(*spans[1])
    shape = Shape.MOVE if kind is Kind.MOVE else Edit(one, other).shape
    level, both = Significance.SUBSTANTIVE, (one.of(texts[0]), other.of(texts[1]))
    plain = Change(f"c{at}", f"key{at}", kind, None, shape, level, one, other, *both, link, kind.value)
    return plain._replace(**more)  # type: ignore[arg-type]  # the caller names fields of a change


def relation(kind: RelationKind = RelationKind.REVISION, **more: object) -> Relation:
    """Make a relation; `more` replaces fields."""
    plain = Relation(kind, None, NOWHERE, NOWHERE, 1.0, 1.0, 0.98, layout_differs=False)
    return plain._replace(**more)  # type: ignore[arg-type]  # the caller names fields of a relation


def masks_only(number: int, detail: str = "restyled", **more: object) -> Comparison:
    """Make a comparison of `number` changes, all masks."""
    changes = tuple(
        change(at, Kind.MASK, ((0, 1), (0, 1)), detail=detail, significance=Significance.ACCIDENTAL)
        for at in range(1, number + 1)
    )
    return made(changes, **more)


def made(changes: Sequence[Change] = (), **more: object) -> Comparison:
    """Make a comparison of two texts of three paragraphs; `more` replaces fields."""
    text = document("一二三\n四五六\n七八九")
    links = tuple(Link(LinkKind.CHANGED, (at,), (at,), 0.5) for at in range(3))
    plain = Comparison(text, text, Settings(), relation(), links, tuple(changes))
    return plain._replace(**more)  # type: ignore[arg-type]  # the caller names fields of a comparison


def seed_pair() -> Sample:
    """Make the comparison of seed 000 with seed 001 as issue A states it."""
    left, right = seed(0), seed(1)
    texts = (left.text, right.text)
    accidental = Significance.ACCIDENTAL
    changes = []
    for at, (one, other) in enumerate((((519, 523), (7425, 7429)), ((1455, 1457), (8361, 8363))), start=1):
        index = next(i for i, span in enumerate(left.paragraphs) if span.contains(Span(*one)))
        link = 39 + index
        made_one = change(at, Kind.MASK, (one, other), link, texts, detail="restyled", significance=accidental)
        changes.append(made_one._replace(group=f"g{at}"))
    changed = {one.link for one in changes}
    links = [Link(LinkKind.OUTSIDE, (), (at,)) for at in range(39)]
    for index in range(13):
        kind = LinkKind.CHANGED if 39 + index in changed else LinkKind.EQUAL
        links.append(Link(kind, (index,), (39 + index,), 0.99 if kind is LinkKind.CHANGED else 1.0))
    links += [Link(LinkKind.OUTSIDE, (), (at,)) for at in range(52, 94)]
    inner, outer = Span(0, 3169), Span(6906, 10075)
    where = Relation(
        RelationKind.CONTAINED,
        Side.LEFT,
        inner,
        outer,
        1.0,
        0.18,
        0.999,
        layout_differs=False,
        section=Section(Side.RIGHT, 3, 5, right.text[6885:6904], Span(6885, 6904)),
        hits=(Hit(inner, outer, 1.0, 0.18, 0.999),),
    )
    groups = tuple(
        Group(f"g{at}", Kind.MASK, one.left_text, one.right_text, (one.id,)) for at, one in enumerate(changes, 1)
    )
    readings = (("year", "年"), ("count", "个"))
    masks = [
        [
            Mask(span, span.of(text), sign, span.length, "", *reading, Nature.HIDDEN, one.id)
            for one, reading in zip(changes, readings, strict=True)
            for span in [one.left if sign == "*" else one.right]
        ]
        for sign, text in zip("*x", texts, strict=True)
    ]
    comparison = Comparison(
        left, right, Settings(), where, tuple(links), tuple(changes), groups, tuple(masks[0]), tuple(masks[1])
    )
    return Sample(comparison, left, right)


HOSTILE = (
    "<script>document.title='ran'</script></script><img src=x onerror=\"document.title='ran'\">"
    "]]>--></style>&amp;'\"{{ 7*7 }}\x00\x1b[31m\u202edrow\u2066\ud800\ue49d\u2028"
)


def nasty() -> Sample:
    """Make a comparison of texts that would break a careless page, with every sort of row."""
    left_parts = [
        f"第一段{HOSTILE}",
        "要移走的一段，里面有字",
        "甲。乙。",
        "没有变的",
        "没有变的二",
        "没有变的三",
        "没有变的四",
        "删掉的整段",
        "末" * 3000,
    ]
    right_parts = [
        f"第二段{HOSTILE}",
        "甲。",
        "乙。",
        "没有变的",
        "没有变的二",
        "没有变的三",
        "没有变的四",
        "插入的整段",
        "末" * 3000,
        "要移走的一段，里面有词",
    ]
    left = document("\n".join(left_parts), f"左{HOSTILE}.txt")._replace(notes=(f"1 bad byte {HOSTILE}",))
    right = document("\n".join(right_parts), f"右{HOSTILE}.txt")
    ls, rs = left.paragraphs, right.paragraphs
    # A line separator ends no paragraph of ours, so the parts are the paragraphs.
    assert (len(ls), len(rs)) == (len(left_parts), len(right_parts))
    links = (
        Link(LinkKind.CHANGED, (0,), (0,), 0.9),
        Link(LinkKind.SPLIT, (2,), (1, 2), 1.0),
        Link(LinkKind.EQUAL, (3,), (3,), 1.0),
        Link(LinkKind.EQUAL, (4,), (4,), 1.0),
        Link(LinkKind.EQUAL, (5,), (5,), 1.0),
        Link(LinkKind.EQUAL, (6,), (6,), 1.0),
        Link(LinkKind.DELETED, (7,), ()),
        Link(LinkKind.INSERTED, (), (7,)),
        Link(LinkKind.EQUAL, (8,), (8,), 1.0),
        Link(LinkKind.MOVED, (1,), (9,), 0.9),
    )
    texts, doubtful, end = (left.text, right.text), Significance.DOUBTFUL, ls[0].end
    changes = (
        change(1, Kind.WORDING, ((1, 2), (1, 2)), 0, texts),
        change(2, Kind.WORDING, ((end - 12, end), (rs[0].end - 12, rs[0].end)), 0, texts, detail=f"x{HOSTILE}"),
        change(3, Kind.SPACE, ((ls[2].start + 2,) * 2, (rs[1].end, rs[2].start)), 1, texts, significance=doubtful),
        change(4, Kind.WORDING, (ls[7], (rs[6].end,) * 2), 6, texts),
        change(5, Kind.WORDING, ((ls[6].end,) * 2, rs[7]), 7, texts),
        change(6, Kind.MOVE, (ls[1], rs[9]), 9, texts),
        change(7, Kind.WORDING, ((ls[1].end - 1, ls[1].end), (rs[9].end - 1, rs[9].end)), 9, texts),
    )
    comparison = Comparison(
        left,
        right,
        Settings(),
        relation(),
        links,
        changes,
        groups=(Group("g1", Kind.WORDING, HOSTILE, HOSTILE, ("c1", "c2")),),
        findings=(Finding(HOSTILE, Significance.SUBSTANTIVE, (ls[3],), (), HOSTILE),),
        limits=(Limit("characters", ls[8], rs[8], HOSTILE),),
        notes=(HOSTILE,),
    )
    return Sample(comparison, left, right)
