"""Simplified against Traditional: where the pair proves one word, and where it proves nothing.

Asked by `rules`. Knows characters and the script of their neighbourhood, no vocabulary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from difftool.classify.site import Site, Verdict
from difftool.classify.surface import cumulative
from difftool.model import Kind, Significance
from difftool.view import folds
from difftool.view.candidates import MASK_CHARACTERS, SHY_SURNAMES, SURNAMES
from difftool.view.data import script_table

_SIGHT = 120  # how far the neighbourhood of a character tells in which script it is written
_widths = cumulative("width")
_scripts = cumulative("width", "script")


def script(site: Site) -> Verdict | None:
    """Accept Simplified against Traditional and true variants; doubtful where the pair alone proves nothing."""
    if not site.are_alike:
        return None
    was, now = _widths(site.was), _widths(site.now)
    if _scripts(was) != _scripts(now):
        return None
    details = [_script_detail(site, at) for at in range(len(was)) if was[at] != now[at]]
    found = next(filter(None, details), None)
    return Verdict(Kind.SCRIPT, found, Significance.DOUBTFUL if found else Significance.ACCIDENTAL)


@cache
def _standards() -> dict[str, str]:
    table = dict(zip(script_table.VARIANTS, script_table.STANDARD, strict=True))
    return {one: table.get(standard, standard) for one, standard in table.items()}


@cache
def _shared() -> frozenset[str]:
    return frozenset(script_table.SHARED)


@cache
def _traditional() -> frozenset[str]:
    return frozenset(script_table.FORMS)


def _script_detail(site: Site, at: int) -> str | None:
    """Say why the pair proves nothing: `wrong-form` where both sides write one script, `name` in a name."""
    was, now = site.was[at], site.now[at]
    left, right = (_standards().get(one, unicodedata.normalize("NFC", one)) for one in (was, now))
    if left == right:
        return None
    simple = folds.script(was)
    if simple not in {was, now}:
        return "wrong-form"  # 髮/發
    if simple not in _shared():
        return "wrong-form" if simple in _ambiguous() and _is_stray(site, at, simple) else None
    if _in_name(site, at):
        return "name"
    forms = (site.left, site.edit.left.start + at), (site.right, site.edit.right.start + at)
    scripts = [_script_of(text, place) for text, place in forms]
    expected = ["traditional" if one != simple else "simplified" for one in (was, now)]
    return None if scripts == expected else "wrong-form"


@cache
def _ambiguous() -> frozenset[str]:
    """List the Simplified characters that stand for several Traditional words: 发 is 發 or 髮."""
    words: dict[str, set[str]] = {}
    for form, simple in zip(script_table.FORMS, script_table.SIMPLIFIED, strict=True):
        words.setdefault(simple, set()).add(_standards().get(form, form))
    return frozenset(simple for simple, standards in words.items() if len(standards) > 1)


def _is_stray(site: Site, at: int, simple: str) -> bool:
    """Tell whether the Traditional one of the two forms stands alone in Simplified text."""
    if site.was[at] == simple:
        return _script_of(site.right, site.edit.right.start + at) == "simplified"
    return _script_of(site.left, site.edit.left.start + at) == "simplified"


def _script_of(text: str, at: int) -> str:
    """Tell in which script the neighbourhood is written; a text without any sign of it counts as Simplified."""
    around = text[max(0, at - _SIGHT) : at] + text[at + 1 : at + 1 + _SIGHT]
    traditional = len(_traditional().intersection(around))
    plain = len(_simplified().intersection(around))
    if traditional == plain == 0:
        return "unknown"
    return "traditional" if traditional > plain else "simplified"


@cache
def _simplified() -> frozenset[str]:
    return frozenset(script_table.SIMPLIFIED) - _shared() - _traditional()


def _in_name(site: Site, at: int) -> bool:
    """Tell whether the character stands where a surname does: alone, before one or two characters."""
    if folds.script(site.was[at]) not in SURNAMES + SHY_SURNAMES + "于范姜余沈岳游郁曲朱":
        return False
    for text, place in ((site.left, site.edit.left.start + at), (site.right, site.edit.right.start + at)):
        before = text[place - 1 : place] if place else ""
        given = re.match(r"[㐀-鿿]{1,2}(?=[^㐀-鿿]|同志|先生|女士|[、，]|$)", text[place + 1 : place + 6])
        if before.isalnum() or (before and before in MASK_CHARACTERS) or not given:
            return False
    return True
