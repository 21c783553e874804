"""Named edits become the changes of a comparison: numbered, keyed, in order."""

from collections import Counter
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
    seen: Counter[str] = Counter()
    in_order = sorted(
        placed, key=lambda one: (one.named.edit.right, one.named.edit.left, one.named.kind is not Kind.MOVE)
    )
    for number, one in enumerate(in_order, 1):
        edit, kind = one.named.edit, one.named.kind
        texts = edit.left.of(left.text), edit.right.of(right.text)
        around = [*context(left.text, *edit.left), *context(right.text, *edit.right)]
        name = key(kind, *texts, around)
        seen[name] += 1
        found.append(
            Change(
                id=f"c{number}",
                key=name if seen[name] == 1 else f"{name}-{seen[name]}",
                kind=kind,
                detail=one.named.detail,
                shape=Shape.MOVE if kind is Kind.MOVE else edit.shape,
                significance=one.named.significance,
                left=edit.left,
                right=edit.right,
                left_text=texts[0],
                right_text=texts[1],
                link=one.link,
                rule=one.named.rule,
                block=one.block,
                ignored=settings.ignores(kind) or one.named.rule.startswith(USER_RULE),
            )
        )
    return tuple(found)


def answered(masks: Sequence[Mask], found: Sequence[Change], *, left: bool) -> tuple[Mask, ...]:
    """Tell each mask the id of the change that it stands in, the innermost if it stands in a move as well."""
    spans = sorted(
        ((change.left if left else change.right), change.id) for change in found if change.kind is not Kind.MOVE
    )
    answered: list[Mask] = []
    at = 0
    for mask in masks:
        while at < len(spans) and spans[at][0].end <= mask.span.start:
            at += 1
        inside = at < len(spans) and spans[at][0].contains(mask.span)
        answered.append(mask._replace(change=spans[at][1] if inside else None))
    return tuple(answered)
