"""How many links are right on generated editions: moves, drops, splits, merges, renumbering, containment."""

from __future__ import annotations

from editions import Editions, compilation, editions

from difftool import compare, document
from difftool.model import Comparison, Kind, LinkKind, RelationKind

# The seeds of the figure; others were used while building.
HELD_OUT = range(50_000, 50_120)


def found_links(found: Comparison, first: int = 0) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Read a comparison's links, right paragraphs counted from `first`."""
    return {
        (link.left, tuple(index - first for index in link.right))
        for link in found.links
        if link.kind is not LinkKind.OUTSIDE
    }


def right_paragraphs(pair: Editions, links: set[tuple[tuple[int, ...], tuple[int, ...]]]) -> tuple[int, int]:
    """Count the paragraphs of both sides, and those whose link is the planted one."""
    right = sum(len(one) + len(other) for one, other in links & pair.links)
    return right, len(pair.left) + len(pair.right)


def test_links_and_moves_of_generated_editions() -> None:
    right = total = planted = exact = 0
    for seed in HELD_OUT:
        pair = editions(seed)
        found = compare(document("\n".join(pair.left)), document("\n".join(pair.right)))
        moved = {index for link in found.links if link.kind is LinkKind.MOVED for index in link.left}
        count = right_paragraphs(pair, found_links(found))
        right, total = right + count[0], total + count[1]
        planted += 1
        exact += moved == pair.moved

    print(f"links right for {right} of {total} paragraphs; moves exact in {exact} of {planted} pairs")  # noqa: T201 - the figure
    assert right >= 0.99 * total
    assert exact == planted


def test_links_and_spans_inside_generated_compilations() -> None:
    right = total = told = exact = 0
    for seed in HELD_OUT[:60]:
        pair, text, span = compilation(seed)
        outer = document(text)
        found = compare(document("\n".join(pair.left)), outer)
        first = next(at for at, one in enumerate(outer.paragraphs) if one.start >= span[0])
        assert found.relation.kind in {RelationKind.CONTAINED, RelationKind.OVERLAPPING}
        # A paragraph put in before the first or behind the last one cannot be told from what lies outside.
        edges = {((), (0,)), ((), (len(pair.right) - 1,))} & pair.links
        told += not edges
        exact += not edges and tuple(found.relation.right) == span
        count = right_paragraphs(pair, found_links(found, first) | edges)
        right, total = right + count[0], total + count[1]

    print(  # noqa: T201 - the figure
        f"in compilations, links right for {right} of {total} paragraphs; places exact in {exact} of {told}"
    )
    assert exact == told
    assert right >= 0.99 * total


def test_shifted_clause_numbers_are_renumberings() -> None:
    """Inserted, dropped and moved clauses shift the numbers behind them; each shifted number is told as such."""
    shifted = told = 0
    for seed in HELD_OUT[::4]:
        pair = editions(seed, numbered=True)
        left, right = document("\n".join(pair.left)), document("\n".join(pair.right))
        found = compare(left, right)
        heads = {
            change.link: change.kind
            for change in found.changes
            if change.kind is not Kind.MOVE and change.left.start in {span.start + 1 for span in left.paragraphs}
        }
        for index, link in enumerate(found.links):
            if link.is_paired and pair.left[link.left[0]].split("条")[0] != pair.right[link.right[0]].split("条")[0]:
                shifted += 1
                told += heads.get(index) is Kind.RENUMBERING

    print(f"{told} of {shifted} shifted clause numbers are renumberings")  # noqa: T201 - the figure
    assert shifted > 500
    assert told >= 0.99 * shifted
