"""Differences of form: the fold that makes both readings equal names them.

Asked by `rules`. The folds are cumulative, in their order, so that what needs two of them takes the
later one. Knows no meaning: what a fold cannot prove the same is left to other rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from difftool.classify.numbers import is_figure
from difftool.classify.site import Site, Verdict
from difftool.model import Kind, Significance
from difftool.view import folds
from difftool.view.candidates import is_digit
from difftool.view.data.word_tables import CAPITONYMS

_NO_MARKS = "%‰‱％&＆@§#*†‡＃＠＊"
_REPEATED = frozenset("…⋯.—―─-")
_SHAPES = ((r"(?:…|⋯|\.){2,}|…", "…"), (r"[—―─]+|--+", "—"))
# Marks of titles, and the signs that stand for them where a keyboard has no others.
_TITLES = frozenset("〈〉《》")
_ANGLES = _TITLES | frozenset("<>＜＞")
_OPENING, _CLOSING = "“‘「『《〈\"'﹁﹃", "”’」』》〉\"'﹂﹄"
# Symbols of units in which the case of a letter is a power of ten or another unit.
_UNITS = frozenset(("mw", "mb", "gb", "kb", "mv", "mhz", "m", "k", "g", "t", "pa", "mpa", "bps", "mbps"))


def cumulative(*names: str) -> Callable[[str], str]:
    """Compose folds of the one table in the order given."""

    def fold(text: str) -> str:
        for name in names:
            text = folds.FOLDS[name](text)
        return text

    return fold


_widths = cumulative("width")
_cases = cumulative("width", "script", "case")
_marks = cumulative("width", "script", "case", "noise", "punctuation")


def width(site: Site) -> Verdict | None:
    """Accept full-width against half-width forms."""
    equal = (site.are_alike and _widths(site.was) == _widths(site.now)) or _is_kana(site.was, site.now)
    return Verdict(Kind.WIDTH, None, Significance.ACCIDENTAL) if equal else None


def _is_kana(was: str, now: str) -> bool:
    """Tell whether kana differ in width only, where a sound mark (ｶﾞ) is a character of its own."""
    both = was + now
    return ("ﾞ" in both or "ﾟ" in both) and _kana(was) == _kana(now)


def _kana(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", part) for part in re.split("([｡-ﾟ]+)", text))


def case(site: Site) -> Verdict | None:
    """Accept Latin letter case; doubtful in a unit after a number (mW/MW)."""
    if not site.are_alike or _cases(site.was) != _cases(site.now):
        return None
    after_number = any(is_figure(one.rstrip()[-1:]) for one in site.heads(2))
    doubtful = after_number and site.was.lower() in _UNITS
    doubtful |= _is_another_word(site)
    return Verdict(Kind.CASE, None, Significance.DOUBTFUL if doubtful else Significance.ACCIDENTAL)


@cache
def _capitonyms() -> frozenset[str]:
    return frozenset(CAPITONYMS.split())


def _is_another_word(site: Site) -> bool:
    """Tell whether a capital makes it another word, as in US/us, unless a sentence begins there."""
    words = zip(site.was.split(), site.now.split(), strict=False)
    suspects = [one for one, other in words if one != other and one.lower() in _capitonyms()]
    if not suspects:
        return False
    begins = all(not head.strip(" \"'“‘「『《(（") or head.rstrip()[-1:] in ".!?。！？:：\n" for head in site.heads(4))
    titled = all(one in {one.lower(), one.capitalize()} for one in (site.was, site.now))
    return not (begins and titled)


def is_mark(text: str) -> bool:
    """Tell whether the reading is punctuation only.

    >>> is_mark("……"), is_mark("‰"), is_mark("")
    (True, False, False)
    """
    return text != "" and all(map(_is_mark, text))


@lru_cache(maxsize=4096)
def _is_mark(one: str) -> bool:
    return (unicodedata.category(one).startswith("P") or one in "~～`") and one not in _NO_MARKS


def _shape(text: str) -> str:
    for pattern, one in _SHAPES:
        text = re.sub(pattern, one, text)
    return _marks(text)


def punctuation(site: Site) -> Verdict | None:
    """Accept marks against marks or nothing; accidental where it is one mark in two shapes."""
    was, now = site.bare
    if site.was and site.now and _are_shapes(site):
        point = _between_digits(site)
        return Verdict(Kind.PUNCTUATION, None, Significance.DOUBTFUL if point else Significance.ACCIDENTAL)
    if was in _ANGLES and now in _ANGLES and (was in _TITLES) != (now in _TITLES):
        return Verdict(Kind.PUNCTUATION, None, Significance.DOUBTFUL)
    if not ((was == "" or is_mark(was)) and (now == "" or is_mark(now))):
        return None
    same = was != "" and now != "" and _are_one_shape(was, now, site)
    proved = same or _closes(site, was + now) or _between_quotes(site, was + now)
    return Verdict(Kind.PUNCTUATION, None, Significance.ACCIDENTAL if proved else Significance.DOUBTFUL)


def _are_shapes(site: Site) -> bool:
    """Tell whether both readings are one under all folds; what noise drops may hide that from those that keep it."""
    return _marks(site.was) == _marks(site.now) if site.has_noise else site.are_alike


def _are_one_shape(was: str, now: str, site: Site) -> bool:
    """Tell whether two runs of marks are one; known where no mark repeats itself and no white space was dropped."""
    if was == site.was and now == site.now and _REPEATED.isdisjoint(was) and _REPEATED.isdisjoint(now):
        return _are_shapes(site)
    return _shape(was) == _shape(now)


def _between_digits(site: Site) -> bool:
    """Tell whether a mark that changed its shape stands between digits, where it may be a decimal point."""
    inside = any(re.search(r"\d[^\w\s]\d", one) for one in (site.was, site.now))
    around = all(is_digit(one) for one in (*site.before, *site.after))
    return (inside or around) and not any(one in "-—―─~〜" for one in site.was + site.now)


def _closes(site: Site, marks: str) -> bool:
    """Tell whether it is the final 。 of a paragraph on one side and nothing on the other."""
    if marks not in {"。", "．", ".", "｡"}:
        return False
    return all(re.match(r"[ \t\u3000]*(?:[\r\n]|$)", tail) for tail in site.tails(8))


def _between_quotes(site: Site, marks: str) -> bool:
    """Tell whether it is 、 between a closing and an opening quotation mark."""
    if marks != "、":
        return False
    edges = zip(site.before, site.after, strict=True)
    return all(one and other and one in _CLOSING and other in _OPENING for one, other in edges)
