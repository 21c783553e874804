"""Differences of form: the fold that makes both readings equal names them.

Asked by `rules`. The folds are cumulative, in their order, so that what needs two of them takes the
later one. Knows no meaning: what a fold cannot prove the same is left to other rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from difftool.classify.site import Site, Verdict
from difftool.model import Kind, Significance
from difftool.view import folds
from difftool.view.candidates import is_digit, is_han

_DAMAGE = "[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]"
# They steer how the text is read or shaped, so dropping one may be seen.
_STEERING = "[\u200c\u200d\u202a-\u202e\u2066-\u2069]"
_MARKER = r"##\w{1,40}##|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]{0,200})?/?>"
_GLOSS = r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜɡ]{1,6}[)）]"
_LONGEST_DAMAGE = 16  # beyond that the words around it differ as well
_MANY_GLOSSES = 5  # design §5: fewer may be a genuine 行(xíng)
_NO_MARKS = "%‰‱％&＆@§#*†‡＃＠＊"
_SHAPES = ((r"(?:…|⋯|\.){2,}|…", "…"), (r"[—―─]+|--+", "—"))
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
_noises = cumulative("width", "script", "case", "noise")
_marks = cumulative("width", "script", "case", "noise", "punctuation")


def width(site: Site) -> Verdict | None:
    """Accept full-width against half-width forms."""
    equal = _widths(site.was) == _widths(site.now)
    return Verdict(Kind.WIDTH, None, Significance.ACCIDENTAL) if equal else None


def case(site: Site) -> Verdict | None:
    """Accept Latin letter case; doubtful in a unit after a number (mW/MW)."""
    if _cases(site.was) != _cases(site.now):
        return None
    after_number = any(is_digit(one.rstrip()[-1:]) for one in site.heads(2))
    doubtful = after_number and site.was.lower() in _UNITS
    return Verdict(Kind.CASE, None, Significance.DOUBTFUL if doubtful else Significance.ACCIDENTAL)


@lru_cache(maxsize=4)
def _gloss_count(text: str) -> int:
    return len(re.findall(_GLOSS, text))


def noise(site: Site) -> Verdict | None:
    """Accept what conversion leaves behind; accidental only where stripping it gives the other side."""
    was, now = site.was, site.now
    accidental, doubtful = Significance.ACCIDENTAL, Significance.DOUBTFUL
    if max(len(was), len(now)) <= _LONGEST_DAMAGE and (re.search(_DAMAGE, was) or re.search(_DAMAGE, now)):
        return Verdict(Kind.NOISE, "damage", doubtful)
    extra = (was or now) if not (was and now) else ""
    if re.fullmatch(_GLOSS, extra) and is_han(site.before[0]) and is_han(site.before[1]):
        many = _gloss_count(site.left if was else site.right) >= _MANY_GLOSSES
        return Verdict(Kind.NOISE, "gloss", accidental if many else doubtful)
    if re.fullmatch(_MARKER, extra.strip()):
        return Verdict(Kind.NOISE, "marker", doubtful if extra.strip().startswith("<") else accidental)
    if _noises(was) != _noises(now):
        return None
    steering = re.search(_STEERING, was) or re.search(_STEERING, now)
    glosses = re.search(_GLOSS, was) or re.search(_GLOSS, now)
    return Verdict(Kind.NOISE, "invisible", doubtful if steering or glosses else accidental)


def is_mark(text: str) -> bool:
    """Tell whether the reading is punctuation only.

    >>> is_mark("……"), is_mark("‰"), is_mark("")
    (True, False, False)
    """
    return text != "" and all(
        (unicodedata.category(one).startswith("P") or one in "~～`") and one not in _NO_MARKS for one in text
    )


def _shape(text: str) -> str:
    for pattern, one in _SHAPES:
        text = re.sub(pattern, one, text)
    return _marks(text)


def punctuation(site: Site) -> Verdict | None:
    """Accept marks against marks or nothing; accidental where it is one mark in two shapes."""
    was, now = folds.space(site.was), folds.space(site.now)
    if site.was and site.now and _marks(site.was) == _marks(site.now):
        return Verdict(Kind.PUNCTUATION, None, Significance.ACCIDENTAL)
    if not all(one == "" or is_mark(one) for one in (was, now)):
        return None
    same = was != "" and now != "" and _shape(was) == _shape(now)
    proved = same or _closes(site, was + now) or _between_quotes(site, was + now) or _lengthens(site, was + now)
    return Verdict(Kind.PUNCTUATION, None, Significance.ACCIDENTAL if proved else Significance.DOUBTFUL)


def _lengthens(site: Site, marks: str) -> bool:
    """Tell whether it is more of the dash or the ellipsis that stands beside it on both sides."""
    beside = any(set(one) == set(marks) for one in (site.before, site.after))
    return len(set(marks)) == 1 and marks[0] in "—─…⋯" and not (site.was and site.now) and beside


def _closes(site: Site, marks: str) -> bool:
    """Tell whether it is the final 。 of a paragraph on one side and nothing on the other."""
    ends = all(re.match(r"[ \t\u3000]*(?:[\r\n]|$)", tail) for tail in site.tails(8))
    return ends and marks in {"。", "．", ".", "｡"}


def _between_quotes(site: Site, marks: str) -> bool:
    """Tell whether it is 、 between a closing and an opening quotation mark."""
    edges = zip(site.before, site.after, strict=True)
    return marks == "、" and all(one and other and one in _CLOSING and other in _OPENING for one, other in edges)
