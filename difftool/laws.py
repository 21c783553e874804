"""What every comparison promises, checked on request (`compare --check`) and by the tests.

Stands above `compare`, which it runs again. Knows nothing of how a result was found: each law reads
the two texts and the result alone, by the slow and obvious way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from difftool.compare import compare
from difftool.errors import BrokenLaw
from difftool.model import Change, Comparison, Document, Kind, Link, LinkKind, RelationKind, Side, Span
from difftool.model.codec import from_json, to_json
from difftool.view.tokens import boundaries

_HINT = "this is a bug of difftool; please report it with the two files"
_MIRRORED_DETAILS = {
    one: other
    for pair in (("applied", "revealed"), ("added", "removed"), ("filled", "blanked"))
    for one, other in (pair, pair[::-1])
}


def check(left: Document, right: Document, comparison: Comparison) -> None:
    """Raise `BrokenLaw` with the name of the first law that a comparison of the two documents breaks.

    Costs as much as three more comparisons.

    >>> from difftool.model import document
    >>> one, other = document("甲乙丙丁"), document("甲乙丙戊")
    >>> check(one, other, compare(one, other))
    """
    for law in LAWS:
        fault = law(left, right, comparison)
        if fault:
            message = f"the law “{law.__name__.replace('_', ' ')}” does not hold: {fault}"
            raise BrokenLaw(message, hint=_HINT)


def every_paragraph_is_linked_once(left: Document, right: Document, comparison: Comparison) -> str:
    """Every paragraph of either side stands in exactly one link, and a link's are consecutive."""
    for document, side, count in (
        (left, "left", len(comparison.left.paragraphs)),
        (right, "right", len(comparison.right.paragraphs)),
    ):
        indices = [index for link in comparison.links for index in (link.left if side == "left" else link.right)]
        if sorted(indices) != list(range(count)):
            return f"paragraphs of {document.name}"
        for link in comparison.links:
            mine = link.left if side == "left" else link.right
            if mine and list(mine) != list(range(mine[0], mine[-1] + 1)):
                return f"paragraphs {mine} of {document.name} are not consecutive"
    return ""


def what_did_not_move_is_in_order(_left: Document, _right: Document, comparison: Comparison) -> str:
    """Links that are not called moved ascend on the left as they do on the right."""
    staying = [link for link in comparison.links if link.is_paired and link.kind is not LinkKind.MOVED]
    for before, after in pairwise(sorted(staying, key=lambda link: link.right)):
        if after.left < before.left:
            return f"paragraph {after.left[0]} of left comes after {before.left[0]}"
    return ""


def paragraphs_cover_the_text(left: Document, right: Document, comparison: Comparison) -> str:
    """All that stands outside paragraphs is white space."""
    for document, paragraphs in ((left, comparison.left.paragraphs), (right, comparison.right.paragraphs)):
        at = 0
        for span in (*paragraphs, Span(len(document.text), len(document.text))):
            if span.start < at or document.text[at : span.start].strip():
                return f"{document.name} at {at}"
            at = span.end
    return ""


def changes_rebuild_the_right_text(left: Document, right: Document, comparison: Comparison) -> str:
    """A link's changes, applied to its left stretch, give its right stretch exactly."""
    inside = _by_link(comparison)
    for index, link in enumerate(comparison.links):
        if not link.is_paired:
            continue
        here, there = _stretch(comparison.left, link.left), _stretch(comparison.right, link.right)
        rebuilt, at = [], here.start
        for change in inside.get(index, []):
            rebuilt += [left.text[at : change.left.start], change.right_text]
            at = change.left.end
        if "".join([*rebuilt, left.text[at : here.end]]) != there.of(right.text):
            return f"link {index}"
    return ""


def changes_are_ascending_and_disjoint(_left: Document, _right: Document, comparison: Comparison) -> str:
    """In a link, each change starts where the one before it has ended, or later, on both sides."""
    for changes in _by_link(comparison).values():
        for before, after in pairwise(changes):
            if after.left.start < before.left.end or after.right.start < before.right.end:
                return f"{before.id} and {after.id}"
    return ""


def changes_quote_the_texts(left: Document, right: Document, comparison: Comparison) -> str:
    """The texts of a change are what its spans point at, and differ unless it is a move."""
    for change in comparison.changes:
        if change.left.of(left.text) != change.left_text or change.right.of(right.text) != change.right_text:
            return change.id
        if change.kind is not Kind.MOVE and change.left_text == change.right_text:
            return f"{change.id} changes nothing"
    return ""


def no_change_cuts_a_token(left: Document, right: Document, comparison: Comparison) -> str:
    """No change starts or ends inside a number, a word, a mask or a grapheme cluster."""
    for document, side in ((left, Side.LEFT), (right, Side.RIGHT)):
        paragraphs = (comparison.left if side is Side.LEFT else comparison.right).paragraphs
        inner: set[int] = set()
        styles = comparison.settings.masks
        for start, end in paragraphs:
            for token_start, token_end in boundaries(document.text, start, end, styles):
                inner.update(range(token_start + 1, token_end))
        for change in comparison.changes:
            span = change.left if side is Side.LEFT else change.right
            if not span.is_empty and (span.start in inner or span.end in inner):
                return f"{change.id} in {document.name}"
    return ""


def json_is_the_identity(_left: Document, _right: Document, comparison: Comparison) -> str:
    """What is written as JSON and read again is written the same."""
    written = to_json(comparison, "0")
    return "" if to_json(from_json(written), "0") == written else "JSON"


def the_same_call_gives_the_same(left: Document, right: Document, comparison: Comparison) -> str:
    """A second comparison is equal to the first."""
    return "" if compare(left, right, comparison.settings) == comparison else "second run"


def swapping_the_sides_mirrors(left: Document, right: Document, comparison: Comparison) -> str:
    """Comparing right with left swaps everything; ids and order aside, nothing else differs."""
    swapped = compare(right, left, comparison.settings)
    one = sorted((link.kind, link.left, link.right, link.score) for link in comparison.links)
    other = sorted((link.kind, link.left, link.right, link.score) for link in map(_mirrored, swapped.links))
    if one != other:
        return "links"
    first = sorted(map(_essence, comparison.changes))
    second = sorted(_swapped(_essence(change)) for change in swapped.changes)
    if first != second:
        return f"changes: {_first_difference(first, second)}"
    # Their texts tell what was and what is, and turn with the sides.
    ours = sorted((one.kind, one.significance, one.left, one.right) for one in comparison.findings)
    theirs = sorted((one.kind, one.significance, one.right, one.left) for one in swapped.findings)
    if ours != theirs:
        return "findings"
    kinds = comparison.relation.kind, swapped.relation.kind
    return "" if kinds[0] is kinds[1] else f"relation: {kinds}"


def equal_texts_have_no_change(left: Document, right: Document, comparison: Comparison) -> str:
    """Two equal texts are identical and have no change; unequal ones are not."""
    if left.text != right.text:
        return "" if comparison.relation.kind is not RelationKind.IDENTICAL else "called identical"
    clean = comparison.relation.kind is RelationKind.IDENTICAL and not comparison.changes
    equal = all(link.kind is LinkKind.EQUAL for link in comparison.links)
    return "" if clean and equal else "equal texts"


LAWS: tuple[Callable[[Document, Document, Comparison], str], ...] = (
    every_paragraph_is_linked_once,
    what_did_not_move_is_in_order,
    paragraphs_cover_the_text,
    changes_rebuild_the_right_text,
    changes_are_ascending_and_disjoint,
    changes_quote_the_texts,
    no_change_cuts_a_token,
    json_is_the_identity,
    the_same_call_gives_the_same,
    swapping_the_sides_mirrors,
    equal_texts_have_no_change,
)

_Essence = tuple[str, str, str, Span, Span, bool]


def _essence(change: Change) -> _Essence:
    return (
        change.kind.value,
        change.detail or "",
        change.significance.value,
        change.left,
        change.right,
        change.block is not None,
    )


def _swapped(essence: _Essence) -> _Essence:
    kind, detail, significance, left, right, block = essence
    return kind, _MIRRORED_DETAILS.get(detail, detail), significance, right, left, block


def _mirrored(link: Link) -> Link:
    return link.mirrored


def _first_difference(first: Iterable[_Essence], second: Iterable[_Essence]) -> _Essence:
    return min(set(first) ^ set(second))


def _by_link(comparison: Comparison) -> dict[int, list[Change]]:
    """Gather the changes of paired links, moves left out, in left order."""
    found: dict[int, list[Change]] = {}
    for change in comparison.changes:
        if change.kind is not Kind.MOVE and comparison.links[change.link].is_paired:
            found.setdefault(change.link, []).append(change)
    return {index: sorted(changes, key=lambda one: (one.left, one.right)) for index, changes in found.items()}


def _stretch(document: Document, indices: tuple[int, ...]) -> Span:
    return Span(document.paragraphs[indices[0]].start, document.paragraphs[indices[-1]].end)
