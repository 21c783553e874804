"""The recipe of a check: texts in, the places where they say what they hide out.

Stands above `compare`, which it asks for what two copies show. Knows nothing of files, nor how
findings are shown; and what it does not find may be there all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difftool.model import Comparison, Document, Settings
    from difftool.model.check import Audit

    Each = Callable[
        [Callable[[tuple[Document, Document]], Comparison], Iterable[tuple[Document, Document]]], Iterable[Comparison]
    ]

__all__ = ["check"]


def check(
    documents: Sequence[Document],
    against: Sequence[Document] = (),
    settings: Settings | None = None,
    *,
    each: Each = map,
) -> Audit:
    """Say where documents show what they hide: each in itself, in the others, and in copies that are at hand.

    Leaks are strong or possible as design §6 says: the same slot of two copies, or neighbours that agree.
    Besides, names under two masks, masks over two names, and masks over what is no secret. What the
    copies `against` show of themselves is not asked. Every document is compared with every other, so
    the effort grows with their square; `settings.work_limit` bounds it, and what it cut is noted.
    `each` does the same work for many pairs: `map`, or one that spreads it over processes.
    Raises `InvalidSettings` when there is no document.

    >>> from difftool.model import document
    >>> text = document("庆祝中国共产党成立xxx周年，出版图书。今年是中国共产党成立一百周年，也是开局之年。")
    >>> [(one.flaw.value, one.strength.value, one.values) for one in check([text]).findings]
    [('leak', 'strong', ('一百',))]
    """
    from difftool.classify.aliases import aliases  # noqa: PLC0415 - `compare` opens this door and does not go through
    from difftool.classify.exposures import Evidence, leaks  # noqa: PLC0415 - as above
    from difftool.classify.overmasked import overmasked  # noqa: PLC0415 - as above
    from difftool.errors import InvalidSettings  # noqa: PLC0415 - as above
    from difftool.model import Settings  # noqa: PLC0415 - as above
    from difftool.model.check import Audit  # noqa: PLC0415 - as above
    from difftool.view.address import cited  # noqa: PLC0415 - as above
    from difftool.view.outline import outline  # noqa: PLC0415 - as above

    if not documents:
        message = "there is no text to check"
        raise InvalidSettings(message, hint="name a file")
    settings = settings or Settings()
    every = [*documents, *against]
    evidence = Evidence.of([one.text for one in every], len(documents), settings.masks)
    notes: list[str] = []
    pairs = [(left, right) for left in range(len(documents)) for right in range(left + 1, len(every))]
    shown = each(partial(_shown, settings), [(every[left], every[right]) for left, right in pairs])
    for (left, right), comparison in zip(pairs, shown, strict=True):
        evidence.add(left, right, comparison)
        notes += [f"{every[left].name}, {every[right].name}: {limit.text}" for limit in comparison.limits]
    found = leaks(evidence)
    addressed = [one._replace(addresses=tuple(cited(outline(one)))) if one.paragraphs else one for one in every]
    return Audit(
        documents=tuple(addressed),
        checked=len(documents),
        masks=tuple([len(some) for some in evidence.masks]),
        findings=(*found, *aliases(evidence), *overmasked(evidence, found)),
        conceal=settings.conceal,
        notes=tuple(dict.fromkeys(notes)),
    )


def _shown(settings: Settings, pair: tuple[Document, Document]) -> Comparison:
    """Compare two of the texts and keep what their masks show and what was cut short."""
    from difftool.compare import compare  # noqa: PLC0415 - as above
    from difftool.model import Kind  # noqa: PLC0415 - as above

    found = compare(*pair, settings)
    masks = tuple([change for change in found.changes if change.kind is Kind.MASK])
    bare = [side._replace(text="", paragraphs=()) for side in (found.left, found.right)]
    return found._replace(left=bare[0], right=bare[1], links=(), changes=masks)
