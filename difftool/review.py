"""The recipe of a review: two texts and the verdicts on their changes in, the text that follows out.

Stands above `compare`, which it asks for the changes anew. Knows nothing of files, nor how verdicts are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difftool.model import Comparison, Document
    from difftool.model.review import Reviewed
    from difftool.model.settings import Settings
    from difftool.model.verdicts import Verdicts

    Shown = tuple[Comparison, Document, Document]

__all__ = ["review"]


def review(
    left: Document,
    right: Document,
    verdicts: Verdicts,
    *,
    shown: Callable[[Comparison, Document, Document], Shown] | None = None,
) -> Reviewed:
    """Apply verdicts to the texts that they were given on: accepted changes read as right has them, all others as left.

    The comparison is made anew with the settings of the verdicts, and `following` says which text follows.
    `shown` turns a comparison and its texts into what the page showed of them, where that is not all
    (`render.concealing.concealed`): keys and digests are then those of the page. The order of the verdicts
    does not matter; one whose key no change has does nothing and is listed.
    Raises `ForeignVerdicts` when they were given on other texts, `InvalidSettings` for settings that have no meaning.

    >>> from difftool.compare import compare
    >>> from difftool.model import Settings, document
    >>> from difftool.model.verdicts import Decision, Verdict, Verdicts, Witness
    >>> left, right = document("共3个部门，加强检查。"), document("共5个部门，加强抽查。")
    >>> number, wording = compare(left, right).changes
    >>> yes = Verdicts(Witness("text"), Witness("text"), Settings(), (Decision(number.key, Verdict.ACCEPTED),))
    >>> found = review(left, right, yes)
    >>> found.text, found.tally.accepted, found.tally.open
    ('共5个部门，加强检查。', 1, 1)
    """
    from difftool.compare import compare  # noqa: PLC0415 - the façade opens this door and does not go through
    from difftool.following import following  # noqa: PLC0415 - as above
    from difftool.model.review import Reviewed  # noqa: PLC0415 - as above
    from difftool.model.verdicts import Decision, Verdict  # noqa: PLC0415 - as above

    _refuse_bad_replacements(verdicts.settings)
    found = compare(left, right, verdicts.settings)
    seen, *texts = shown(found, left, right) if shown else (found, left, right)
    _refuse_other_texts(texts, verdicts)
    told = {one.key: one for one in verdicts.decisions}
    decisions = [told.pop(change.key, Decision(change.key)) for change in seen.changes]
    _refuse_unverified((left, right), verdicts, told)
    accepted = {
        change.id for change, one in zip(found.changes, decisions, strict=True) if one.verdict is Verdict.ACCEPTED
    }
    return Reviewed(following(found, accepted), seen, tuple(decisions), tuple(told.values()))


def _refuse_bad_replacements(settings: Settings) -> None:
    """Raise `InvalidSettings` for a replacement that its pattern cannot make; who reads patterns tells bad ones."""
    for rule in settings.equivalences:
        if not rule.pattern:
            continue
        from difftool.errors import InvalidSettings  # noqa: PLC0415 - few comparisons have rules
        from difftool.view.patterns import template_fault  # noqa: PLC0415 - as above

        wrong = template_fault(rule.pattern, rule.replacement)
        if wrong:
            message = f"the replacement {rule.replacement!r} {wrong.message}"
            raise InvalidSettings(message, hint=wrong.hint)


def _refuse_other_texts(texts: Sequence[Document], verdicts: Verdicts) -> None:
    """Raise `ForeignVerdicts` when the digest of a text is another one than that of the text reviewed."""
    from difftool.errors import ForeignVerdicts  # noqa: PLC0415 - the façade opens this door and does not go through

    named = verdicts.left, verdicts.right
    digests = [one.sha256 for one in texts]
    if digests == [one.sha256 for one in named]:
        return
    if digests[::-1] == [one.sha256 for one in named]:
        message = f"the verdicts are on {named[0].name} against {named[1].name}, and not the other way round"
        raise ForeignVerdicts(message, hint="swap the two texts")
    other = [one.name for one, digest in zip(named, digests, strict=True) if digest != one.sha256]
    message = f"the verdicts were not given on this {' and this '.join(other)}: the digest differs"
    raise ForeignVerdicts(message, hint="name the two files as they were when the page was made, or review them anew")


def _refuse_unverified(texts: Sequence[Document], verdicts: Verdicts, unknown: Collection[str]) -> None:
    """Raise `ForeignVerdicts` when keys are unknown and a concealed text has no digest to know it by."""
    named = verdicts.left, verdicts.right
    if unknown and any(text.sha256 and not one.sha256 for text, one in zip(texts, named, strict=True)):
        from difftool.errors import ForeignVerdicts  # noqa: PLC0415 - as above

        count = f"{len(unknown)} change{'' if len(unknown) == 1 else 's'}"
        message = f"the verdicts speak of {count} that {named[0].name} and {named[1].name} do not have"
        raise ForeignVerdicts(message, hint="name the two files as they were when the page was made")
