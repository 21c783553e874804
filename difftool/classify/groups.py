"""Names that outlive a run, and the gathering of systematic replacements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from difftool.model import Change, Group, Kind, Shape

# So many code points on each side tell two places apart in nearly all prose.
_CONTEXT = 12


def key(kind: Kind, left: str, right: str, context: Iterable[str]) -> str:
    """Hash what makes a change recognisable in another run: its kind, its texts and what stands around it.

    Sixteen hexadecimal digits of BLAKE2b.

    >>> key(Kind.MASK, "****", "xxxx", ["从", "年"])
    'fc2cede5c9feca3a'
    """
    material = "\x1f".join([kind, left, right, *context])
    return blake2b(material.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Cut the code points before and after a span that go into a key.

    >>> context("abcdef", 2, 3)
    ('ab', 'def')
    """
    return text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]


def grouped(changes: Sequence[Change]) -> tuple[tuple[Change, ...], tuple[Group, ...]]:
    """Gather changes of the same text into the same text; give the changes with their group's id.

    Insertions and deletions too, moves not. A change of which there is only one makes no group, but
    a replaced mask does: masks are gathered by how they look. Groups are numbered in the order of their
    first change. What several changes make together is for `phrases` to say.
    """
    places: dict[tuple[Kind, str, str], list[str]] = {}
    for change in changes:
        if change.shape is not Shape.MOVE:
            places.setdefault((change.kind, change.left_text, change.right_text), []).append(change.id)
    systematic = [
        (what, ids) for what, ids in places.items() if len(ids) > 1 or (what[0] is Kind.MASK and all(what[1:]))
    ]
    groups = [Group(f"g{number}", *what, tuple(ids)) for number, (what, ids) in enumerate(systematic, 1)]
    home = {one: group.id for group in groups for one in group.changes}
    # Most stand in none, and stay the same value.
    told = [change._replace(group=home[change.id]) if change.id in home else change for change in changes]
    return tuple(told), tuple(groups)
