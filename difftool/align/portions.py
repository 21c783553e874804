"""Parts of paragraphs that moved, and the cuts that make paragraphs of them.

Called when whole paragraphs are linked. Knows sentences, and nothing of what differs inside one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from difftool.align.anchors import Pair, heaviest_chain
from difftool.align.cuts import cut_at
from difftool.align.hiding import SHORTEST
from difftool.align.likeness import Essence, is_sure
from difftool.align.sentences import Placed, Sentences, joined, without_ends
from difftool.model import Document, Edit, Link, LinkKind, Span


class Cut(NamedTuple):
    """Hold both documents cut into finer paragraphs, and which of those are the parts that moved."""

    left: Document
    right: Document
    moved: tuple[Edit, ...]


def cut_moved(
    left: Document, right: Document, links: Sequence[Link], hiding: Container[int], work_limit: int
) -> Cut | None:
    r"""Cut both documents' paragraphs where a part of one moved into another, or changed its place inside one.

    The sentences of the links numbered in `hiding`, which may hide such a part, are linked
    with each other; what is off the heaviest chain, long and like enough, and
    not made of whole paragraphs on both sides, moved. None where nothing is to be
    cut. Bounds: those of `link`, over these sentences.

    >>> from difftool.model import document
    >>> half = "会议要求各单位在年底之前报送全部材料并说明理由和依据。"
    >>> left = document(f"甲乙丙丁戊己庚辛的第一段。{half}\n子丑寅卯辰巳午未的第二段。\n天地玄黄宇宙洪荒的第三段。")
    >>> right = document(f"甲乙丙丁戊己庚辛的第一段。\n子丑寅卯辰巳午未的第二段。\n天地玄黄宇宙洪荒的第三段。{half}")
    >>> links = [Link(LinkKind.CHANGED, (at,), (at,)) for at in range(3)]
    >>> [len(one.paragraphs) for one in cut_moved(left, right, links, {0, 1, 2}, 1000)[:2]]
    [4, 4]
    """
    pieces, found, staying = Sentences(left, right), list[Placed](), list[Placed]()
    for number, lefts, rights in _in_runs(links):
        one = links[number]
        here, there = [left.paragraphs[at] for at in lefts], [right.paragraphs[at] for at in rights]
        if number in hiding:
            ends, *rest = without_ends(left.text, right.text, here, there)
            pieces.add(number, *rest)
            staying += [Placed(edit, (number, number)) for edit in ends]
        elif one.is_paired:
            found.append(Placed(Edit(joined(here), joined(there)), (number, number)))
    parts = [*pieces.linked(work_limit), *staying]
    found = sorted([*_gathered(found, parts, links), *parts])
    torn = {home for one in found if not one.stayed and _is_sure(left, right, one.edit) for home in one.homes}
    gone = {number for number, one in enumerate(links) if one.kind is LinkKind.MOVED} - torn
    kept, off = _parted(found, gone)
    moved = [part for part in _parts(left, right, off) if _is_sure(left, right, part)]
    if not moved:
        return None
    left_points = _points(left, moved, kept)
    right_points = _points(right, [part.mirrored for part in moved], [pair.mirrored for pair in kept])
    pieces_left = cut_at(left, {*left_points[0], *right_points[1]})
    pieces_right = cut_at(right, {*right_points[0], *left_points[1]})
    return None if (pieces_left, pieces_right) == (left, right) else Cut(pieces_left, pieces_right, tuple(moved))


def _in_runs(links: Sequence[Link]) -> Iterator[tuple[int, Sequence[int], Sequence[int]]]:
    """Go through the links, each by its number and its paragraphs; of equal ones that follow each other only the ends.

    Nothing moved into the middle of such a run, and a book has few of them.
    """
    borders = [
        number
        for number, (last, one) in enumerate(pairwise(links), 1)
        if not (
            last.kind is one.kind is LinkKind.EQUAL
            and last.left[0] + 1 == one.left[0]
            and last.right[0] + 1 == one.right[0]
        )
    ]
    for start, stop in pairwise([0, *borders, len(links)]):
        first, last = links[start], links[stop - 1]
        if stop - start == 1:
            yield start, first.left, first.right
        else:
            yield start, first.left + last.left, first.right + last.right


def _gathered(stays: Sequence[Placed], parts: Sequence[Placed], links: Sequence[Link]) -> list[Placed]:
    """Make one of links that follow each other in order, with no part between them on either side: it weighs the same.

    What may have moved is then judged against a few long stretches and not against each paragraph of a book.
    """
    lefts, rights = sorted(one.edit.left.start for one in parts), sorted(one.edit.right.start for one in parts)
    gathered: list[Placed] = []
    borders = (0, 0)
    can_join = False
    for one in stays:
        here = bisect_left(lefts, one.edit.left.start), bisect_left(rights, one.edit.right.start)
        staying = links[one.homes[0]].kind is not LinkKind.MOVED
        last = gathered[-1] if gathered else None
        if last and staying and can_join and here == borders and last.edit.left.end <= one.edit.left.start:
            edit = Edit(Span(last.edit.left.start, one.edit.left.end), Span(last.edit.right.start, one.edit.right.end))
            gathered[-1] = last._replace(edit=edit)
        else:
            gathered.append(one)
        borders, can_join = here, staying
    return gathered


def _parted(found: Sequence[Placed], gone: Container[int]) -> tuple[list[Edit], list[Edit]]:
    """Part what stands in its place from what does not; what went with its whole paragraph, by a link in `gone`, does.

    What stayed in its paragraph holds the chain together; which of two crossing
    parts is the one that moved is judged when both are paragraphs.
    """
    staying = [one for one in found if not (one.stayed and one.homes[0] in gone)]
    starts = [Pair(one.edit.left.start, one.edit.right.start) for one in staying]
    weights = [(one.edit.left.length, 0) if one.stayed else (0, 1) for one in staying]
    in_order = {staying[at] for at in heaviest_chain(starts, weights)}
    kept = [one.edit for one in found if one in in_order or one.homes[0] in gone]
    return kept, [one.edit for one in staying if one not in in_order]


def _parts(left: Document, right: Document, off: Sequence[Edit]) -> list[Edit]:
    """Join displaced sentences that follow each other on both sides inside one paragraph of each."""
    homes = [[span.start for span in side.paragraphs] for side in (left, right)]
    parts: list[Edit] = []
    for pair in sorted(off):
        last = parts[-1] if parts else None
        if last and all(
            bisect_right(homes[side], before.start) == bisect_right(homes[side], after.start)
            and 0 <= after.start - before.end <= SHORTEST
            for side, (before, after) in enumerate(zip(last, pair, strict=True))
        ):
            parts[-1] = Edit(Span(last.left.start, pair.left.end), Span(last.right.start, pair.right.end))
        else:
            parts.append(pair)
    return parts


def _is_sure(left: Document, right: Document, part: Edit) -> bool:
    return is_sure(Essence(part.left.of(left.text)), Essence(part.right.of(right.text)))


def _points(document: Document, moved: Sequence[Edit], kept: Sequence[Edit]) -> tuple[list[int], list[int]]:
    """List where this side is to be cut, and the other where a part went from the middle of what stays.

    `moved` and `kept` have this side first.
    """
    starts = [span.start for span in document.paragraphs]
    homes = [pair.left.start for pair in kept]
    here: list[int] = []
    there: list[int] = []
    for part in moved:
        here += part.left
        paragraph = document.paragraphs[bisect_right(starts, part.left.start) - 1]
        at = bisect_left(homes, part.left.start)
        before = kept[at - 1] if at and kept[at - 1].left.start >= paragraph.start else None
        after = kept[at] if at < len(kept) and kept[at].left.end <= paragraph.end else None
        if before and after:
            there.append(after.right.start)
    return here, there
