"""The ordered table of rules: the first that accepts an edit names it.

The heart of `classify`: a new kind is a function, a row here and a case in the tests. Knows nothing
of links and documents; a rule sees one edit with the texts around it.
"""

from __future__ import annotations

from collections.abc import Callable

from difftool.classify.masks import mask
from difftool.classify.noise import noise
from difftool.classify.numbering import restyled
from difftool.classify.numbers import number, numeral, term
from difftool.classify.scripts import script
from difftool.classify.site import Named, Site, Verdict
from difftool.classify.spacing import space
from difftool.classify.surface import case, punctuation, width
from difftool.classify.wording import wording

Rule = Callable[[Site], Verdict | None]

# Design §5. A mask first, for what it hides no fold can know; then the folds, each proving sameness
# by less than the next; then numbers; wording is what nothing settled.
RULES: tuple[tuple[str, Rule], ...] = (
    ("mask", mask),
    ("space", space),
    ("width", width),
    ("script", script),
    ("case", case),
    ("noise", noise),
    ("renumbering", restyled),
    ("numeral", numeral),
    ("term", term),
    ("number", number),
    ("punctuation", punctuation),
    ("wording", wording),
)


# Two Chinese words without numerals and without a character in common, in whatever script, are no mask and no values,
# and no fold makes them one.
_NOT_OF_WORDS = frozenset(("mask", "space", "width", "script", "case", "numeral", "term", "punctuation"))
_FOR_WORDS = tuple([row for row in RULES if row[0] not in _NOT_OF_WORDS])


def name(site: Site) -> Named:
    """Name an edit by the first rule that accepts it.

    >>> from difftool.model import Edit, Span
    >>> name(Site("20", "二十", Edit(Span(0, 2), Span(0, 2)))).kind
    <Kind.NUMERAL: 'numeral'>
    """
    for rule, judge in _FOR_WORDS if site.are_words else RULES:
        verdict = judge(site)
        if verdict is not None:
            return Named(site.edit, verdict.kind, verdict.detail, verdict.significance, rule)
    message = "the last rule accepts everything"
    raise AssertionError(message)
