"""Fixed terms with numerals in them (二十大, 十四五, 两会): names, no amounts.

Asked by `numbers`. Knows the shipped list and the user's; the list's source stands with it.
"""

from __future__ import annotations

import re
from functools import cache

from difftool.classify.site import Site
from difftool.view.data.word_tables import TERMS

# No shipped term reaches farther beyond the numeral in it.
REACH = 6
_NUMERALS = frozenset("一二三四五六七八九十两双")


@cache
def shipped() -> re.Pattern[str]:
    """Give the pattern of the terms that are shipped, compiled once."""
    return re.compile("|".join(TERMS))


def in_fixed_term(site: Site) -> bool:
    """Tell whether either reading lies inside a fixed term, a shipped one or the user's.

    >>> from difftool.model import Edit, Settings, Span
    >>> in_fixed_term(Site("党的二十大", "党的十九大", Edit(Span(2, 4), Span(2, 4))))
    True
    >>> in_fixed_term(Site("共二十个", "共三十个", Edit(Span(1, 3), Span(1, 3)), Settings(terms=("共三十",))))
    True
    """
    for text, span in ((site.left, site.edit.left), (site.right, site.edit.right)):
        if span.is_empty:
            continue
        start, end = span
        low, high = max(0, start - REACH), min(len(text), end + REACH)
        # Each shipped term has a numeral.
        if not _NUMERALS.isdisjoint(text[low:high]) and any(
            found.start() <= start and end <= found.end() for found in shipped().finditer(text, low, high)
        ):
            return True
        for term in site.settings.terms:
            at = text.find(term, max(0, span.end - len(term)), span.start + len(term))
            if 0 <= at <= span.start and span.end <= at + len(term):
                return True
    return False
