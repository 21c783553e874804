"""Differences of form: the fold that makes both readings equal names them.

Asked by `rules`. The folds are cumulative, in their order, so that what needs two of them takes the
later one. Knows no meaning: what a fold cannot prove the same is left to other rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from difftool.classify.site import Site, Verdict
from difftool.model import Kind, Significance
from difftool.view import folds
from difftool.view.data import script_table
from difftool.view.guards import SHY_SURNAMES, SURNAMES, is_digit, is_han

_SIGHT = 120  # how far the neighbourhood of a character tells in which script it is written
_LAYOUT = re.compile(r"\s*(?:#{1,6}|>+|[-*+•●○■□◆◇▪·])?\s*")
_CLAUSE_END = "。；：;:.！？!?"
_NUMBERED = re.compile(r"\s*(?:第[〇零一二三四五六七八九十百千\d]+[条條]|[（(]?[一二三四五六七八九十\d]+[）)、.．])")
_DAMAGE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
# They steer how the text is read or shaped, so dropping one may be seen.
_STEERING = re.compile("[\u200c\u200d\u202a-\u202e\u2066-\u2069]")
_MARKER = re.compile(r"##\w{1,40}##|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]{0,200})?/?>")
_GLOSS = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜɡ]{1,6}[)）]")
_LONGEST_DAMAGE = 16  # beyond that the words around it differ as well
_MANY_GLOSSES = 5  # design §5: fewer may be a genuine 行(xíng)
_SEPARATORS = ".,:/-"
_NO_MARKS = "%‰‱％&＆@§#*†‡＃＠＊"
_SHAPES = ((re.compile(r"(?:…|⋯|\.){2,}|…"), "…"), (re.compile(r"[—―─]+|--+"), "—"))
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
_scripts = cumulative("width", "script")
_cases = cumulative("width", "script", "case")
_noises = cumulative("width", "script", "case", "noise")
_marks = cumulative("width", "script", "case", "noise", "punctuation")


def space(site: Site) -> Verdict | None:
    """Accept white space, wrapping and layout marks at a line's start."""
    if folds.space(site.was) == folds.space(site.now):
        if folds.space(site.was):
            same = _words_apart(site.was) == _words_apart(site.now)
            return _space(Significance.ACCIDENTAL if same else Significance.SUBSTANTIVE)
        return _space(_break(site) if site.was and site.now else _gap(site))
    marks = all(_LAYOUT.fullmatch(one) for one in (site.was, site.now))
    return _space(Significance.ACCIDENTAL) if marks and _starts_lines(site) and _leaves_words(site) else None


def _space(significance: Significance) -> Verdict:
    return Verdict(Kind.SPACE, None, significance)


def _words_apart(text: str) -> str:
    """Keep only the white space that parts two words or digits, as one blank."""
    return re.sub(r"\s+", lambda found: " " if _parts(text, found) else "", text)


def _parts(text: str, found: re.Match[str]) -> bool:
    """Tell whether white space stands between words, or inside what may be one number (`1, 000`)."""
    head, tail = text[: found.start()], text[found.end() :]
    if head[-1:] in _SEPARATORS and head:
        return head[-2:-1].isdigit() and tail[:1].isdigit()
    if tail[:1] in _SEPARATORS and tail:
        return head[-1:].isdigit() and tail[1:2].isdigit()
    return bool(head and tail) and all(one.isalnum() and not is_han(one) for one in (head[-1], tail[0]))


def _starts_lines(site: Site) -> bool:
    return all(not head.rpartition("\n")[2].rpartition("\r")[2].strip() for head in site.heads(40))


def _leaves_words(site: Site) -> bool:
    """Tell that a hyphen or star at the start is a mark of layout: white space or Chinese text follows it."""
    signs = (site.was + site.now).strip(" \t")
    follows = all(one == "" or one.isspace() or is_han(one) for one in site.after)
    return follows or not (set(signs) & set("-+*#>") and not re.search(r"\s", site.was + site.now))


def _gap(site: Site) -> Significance:
    """Weigh white space against none by what it separates."""
    before, after = site.before[0], site.after[0]
    if is_han(before) or is_han(after) or not before or not after:
        return _break(site)
    letters = before.isalpha() and after.isalpha()
    if before.isdigit() and after.isdigit():
        return Significance.SUBSTANTIVE
    if letters:
        spaced = all(unicodedata.category(one) != "Lo" or "֐" <= one < "฀" for one in (before, after))
        return Significance.SUBSTANTIVE if spaced else Significance.DOUBTFUL
    inside = site.heads(2)[0][:1].isdigit() and after.isdigit() and before in _SEPARATORS
    inside |= before.isdigit() and after in _SEPARATORS and site.tails(2)[0][1:].isdigit()
    mixed = before.isalnum() and after.isalnum()
    return Significance.DOUBTFUL if inside or mixed else _break(site)


def _break(site: Site) -> Significance:
    """Weigh a paragraph break that only one side has: inside a numbered clause the clauses are counted by it."""
    broken = [re.search(r"[\r\n]", one) is not None for one in (site.was, site.now)]
    if broken[0] == broken[1] or not site.before[0] or site.before[0] not in _CLAUSE_END:
        return Significance.ACCIDENTAL
    head = site.heads(2000)[0 if not broken[0] else 1].rpartition("\n")[2].rpartition("\r")[2]
    return Significance.DOUBTFUL if _NUMBERED.match(head) else Significance.ACCIDENTAL


def width(site: Site) -> Verdict | None:
    """Accept full-width against half-width forms."""
    equal = _widths(site.was) == _widths(site.now)
    return Verdict(Kind.WIDTH, None, Significance.ACCIDENTAL) if equal else None


def script(site: Site) -> Verdict | None:
    """Accept Simplified against Traditional and true variants; doubtful where the pair alone proves nothing."""
    was, now = _widths(site.was), _widths(site.now)
    if len(was) != len(now) or _scripts(was) != _scripts(now):
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
        return None
    if _in_name(site, at):
        return "name"
    forms = (site.left, site.edit.left.start + at), (site.right, site.edit.right.start + at)
    scripts = [_script_of(text, place) for text, place in forms]
    expected = ["traditional" if one != simple else "simplified" for one in (was, now)]
    return None if scripts == expected else "wrong-form"


def _script_of(text: str, at: int) -> str:
    """Tell in which script the neighbourhood is written; a text without any sign of it counts as Simplified."""
    around = text[max(0, at - _SIGHT) : at] + text[at + 1 : at + 1 + _SIGHT]
    traditional = sum(one in _traditional() for one in around)
    plain = sum(one in _simplified() for one in around)
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
        if is_han(before) or not given:
            return False
    return True


def case(site: Site) -> Verdict | None:
    """Accept Latin letter case; doubtful in a unit after a number (mW/MW)."""
    if _cases(site.was) != _cases(site.now):
        return None
    after_number = any(is_digit(one.rstrip()[-1:]) for one in site.heads(2))
    doubtful = after_number and site.was.lower() in _UNITS
    return Verdict(Kind.CASE, None, Significance.DOUBTFUL if doubtful else Significance.ACCIDENTAL)


@lru_cache(maxsize=4)
def _gloss_count(text: str) -> int:
    return len(_GLOSS.findall(text))


def noise(site: Site) -> Verdict | None:
    """Accept what conversion leaves behind; accidental only where stripping it gives the other side."""
    was, now = site.was, site.now
    accidental, doubtful = Significance.ACCIDENTAL, Significance.DOUBTFUL
    if max(len(was), len(now)) <= _LONGEST_DAMAGE and (_DAMAGE.search(was) or _DAMAGE.search(now)):
        return Verdict(Kind.NOISE, "damage", doubtful)
    extra = (was or now) if not (was and now) else ""
    if _GLOSS.fullmatch(extra) and is_han(site.before[0]) and is_han(site.before[1]):
        many = _gloss_count(site.left if was else site.right) >= _MANY_GLOSSES
        return Verdict(Kind.NOISE, "gloss", accidental if many else doubtful)
    if _MARKER.fullmatch(extra.strip()):
        return Verdict(Kind.NOISE, "marker", doubtful if extra.strip().startswith("<") else accidental)
    if _noises(was) != _noises(now):
        return None
    steering = _STEERING.search(was) or _STEERING.search(now)
    glosses = _GLOSS.search(was) or _GLOSS.search(now)
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
        text = pattern.sub(one, text)
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
