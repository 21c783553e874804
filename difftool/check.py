"""The recipe of a check: texts in, the places where they say what they hide out.

Stands above `compare`, which it asks for what two copies show. Knows nothing of files, nor how
findings are shown; and what it does not find may be there all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difftool.model import Document, Settings
    from difftool.model.check import Audit

__all__ = ["check"]


def check(documents: Sequence[Document], against: Sequence[Document] = (), settings: Settings | None = None) -> Audit:
    """Say where documents show what they hide: each in itself, in the others, and in copies that are at hand.

    Leaks are strong or possible as design §6 says: the same slot of two copies, or neighbours that agree.
    Besides, names under two masks, masks over two names, and masks over what is no secret. What the
    copies `against` show of themselves is not asked. Every document is compared with every other, so
    the effort grows with their square; `settings.work_limit` bounds it, and what it cut is noted.
    Raises `InvalidSettings` when there is no document.

    >>> from difftool.model import document
    >>> text = document("庆祝中国共产党成立xxx周年，出版图书。今年是中国共产党成立一百周年，也是开局之年。")
    >>> [(one.flaw.value, one.strength.value, one.values) for one in check([text]).findings]
    [('leak', 'strong', ('一百',))]
    """
    from difftool.classify.aliases import aliases  # noqa: PLC0415 - `compare` opens this door and does not go through
    from difftool.classify.exposures import Evidence, leaks  # noqa: PLC0415 - as above
    from difftool.classify.overmasked import overmasked  # noqa: PLC0415 - as above
    from difftool.compare import compare  # noqa: PLC0415 - as above
    from difftool.errors import InvalidSettings  # noqa: PLC0415 - as above
    from difftool.model import Settings  # noqa: PLC0415 - as above
    from difftool.model.check import Audit  # noqa: PLC0415 - as above
    from difftool.view.address import cite  # noqa: PLC0415 - as above
    from difftool.view.outline import outline  # noqa: PLC0415 - as above

    if not documents:
        message = "there is no text to check"
        raise InvalidSettings(message, hint="name a file")
    settings = settings or Settings()
    every = [*documents, *against]
    evidence = Evidence.of([one.text for one in every], len(documents), settings.masks)
    notes: list[str] = []
    for left in range(len(documents)):
        for right in range(left + 1, len(every)):
            comparison = compare(every[left], every[right], settings)
            evidence.add(left, right, comparison)
            notes += [f"{every[left].name}, {every[right].name}: {limit.text}" for limit in comparison.limits]
    found = leaks(evidence)
    addressed = [
        one._replace(addresses=tuple([cite(address) for address in outline(one)])) if one.paragraphs else one
        for one in every
    ]
    return Audit(
        documents=tuple(addressed),
        checked=len(documents),
        masks=tuple([len(some) for some in evidence.masks]),
        findings=(*found, *aliases(evidence), *overmasked(evidence, found)),
        conceal=settings.conceal,
        notes=tuple(dict.fromkeys(notes)),
    )
