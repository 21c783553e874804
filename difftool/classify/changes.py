"""Named edits become the changes of a comparison: numbered, keyed, in order."""

from collections.abc import Sequence
from typing import NamedTuple

from difftool.classify.groups import context, key
from difftool.classify.site import USER_RULE, Named
from difftool.model import Change, Document, Kind, Mask, Settings, Shape


class Placed(NamedTuple):
    """Hold a named edit with the index of its link and, of a moved paragraph, its block."""

    named: Named
    link: int
    block: str | None = None


def changes(left: Document, right: Document, placed: Sequence[Placed], settings: Settings) -> tuple[Change, ...]:
    """List the named edits as changes, by right span, then left, each with a key that survives another run.

    Where two changes would share a key (the same texts in the same surroundings), the later one's
    counts how many stand before it. What `settings` ignores, or a rule of the user's, is marked and stays.
    """
    found: list[Change] = []
    seen: dict[str, int] = {}
    ignored = {kind for kind in Kind if settings.ignores(kind)}
    same: dict[str, str] = {}  # equal texts are kept once: most changes of a book are of a few signs
    in_order = sorted(
        placed, key=lambda one: (one.named.edit.right, one.named.edit.left, one.named.kind is not Kind.MOVE)
    )
    for number, (named, link, block) in enumerate(in_order, 1):
        (here, there), kind, detail, significance, rule = named
        was, now = here.of(left.text), there.of(right.text)
        name = key(kind, was, now, (*context(left.text, *here), *context(right.text, *there)))
        times = seen[name] = seen.get(name, 0) + 1
        found.append(
            Change(
                id=f"c{number}",
                key=name if times == 1 else f"{name}-{times}",
                kind=kind,
                detail=detail,
                shape=Shape.MOVE if kind is Kind.MOVE else named.edit.shape,
                significance=significance,
                left=here,
                right=there,
                left_text=same.setdefault(was, was),
                right_text=same.setdefault(now, now),
                link=link,
                rule=rule,
                block=block,
                ignored=kind in ignored or rule.startswith(USER_RULE),
            )
        )
    return tuple(found)


def answered(masks: Sequence[Mask], found: Sequence[Change], *, left: bool) -> tuple[Mask, ...]:
    """Tell each mask the id of the change that it stands in, the innermost if it stands in a move as well."""
    if not masks:
        return ()
    spans = sorted(
        [((change.left if left else change.right), change.id) for change in found if change.kind is not Kind.MOVE]
    )
    answered: list[Mask] = []
    at = 0
    for mask in masks:
        while at < len(spans) and spans[at][0].end <= mask.span.start:
            at += 1
        inside = at < len(spans) and spans[at][0].contains(mask.span)
        answered.append(mask._replace(change=spans[at][1] if inside else None))
    return tuple(answered)
