"""White space, wrapping and layout marks: what they part tells how much they weigh.

Asked by `rules`. Knows no words, only whether letters, digits or Chinese characters stand beside a blank.
"""

from __future__ import annotations

import re
import unicodedata

from difftool.classify.site import Site, Verdict
from difftool.model import Kind, Significance
from difftool.view.candidates import MASK_CHARACTERS, is_han

_LAYOUT = r"\s*(?:#{1,6}|>+|[-*+•●○■□◆◇▪·])?\s*"
_SIGNS = "#>-*+•●○■□◆◇▪·"
_CLAUSE_END = "。；：;:.！？!?"
_NUMBERED = r"\s*(?:第[〇零一二三四五六七八九十百千\d]+[条條]|[（(]?[一二三四五六七八九十\d]+[）)、.．])"
_SEPARATORS = ".,:/-"
# Hard-wrapped lines: as far as they are looked at, how narrow, how ragged (a number or a word is not cut).
_LONGEST_LINES, _NARROWEST, _RAGGED = 400, 12, 2


def space(site: Site) -> Verdict | None:
    """Accept white space, wrapping and layout marks at a line's start."""
    was, now = site.bare
    if was == now:
        if was:
            if set(was) <= set(MASK_CHARACTERS):
                return _space(_in_mask(site))
            same = _words_apart(site.was) == _words_apart(site.now)
            wrapped = any(_is_wrapped(site, side, 0) for side in (0, 1))  # a copy cut every so many characters
            apart = Significance.DOUBTFUL if wrapped else Significance.SUBSTANTIVE
            return _space(Significance.ACCIDENTAL if same else apart)
        return _space(_break(site) if site.was and site.now else gap(site))
    # Each is one sign or none, of one sort: the first tells most edits apart.
    marks = was[:1] in _SIGNS and now[:1] in _SIGNS and all(re.fullmatch(_LAYOUT, one) for one in (site.was, site.now))
    if not marks or not _starts_lines(site) or not _leaves_words(site):
        return None
    return _space(Significance.DOUBTFUL if _is_ticked(site) else Significance.ACCIDENTAL)


def _in_mask(site: Site) -> Significance:
    """Weigh white space inside a mask: a line's end may cut one, a blank may make two of it."""
    blanks = re.findall(r"\s+", site.was + site.now)
    return Significance.ACCIDENTAL if all(re.search(r"[\r\n]", one) for one in blanks) else Significance.DOUBTFUL


def _is_ticked(site: Site) -> bool:
    """Tell whether an empty box faces a full one: bullets may be boxes to tick."""
    boxes = [set(one) & set("□■○●◇◆") for one in (site.was, site.now)]
    return boxes[0] != boxes[1] and all(boxes)


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
    return all(not head.rpartition("\n")[2].rpartition("\r")[2].strip(" \t\u3000#>") for head in site.heads(40))


def _leaves_words(site: Site) -> bool:
    """Tell that each sign at the start is a mark of layout: what could be a sign of arithmetic has a blank after it."""
    for reading, head, tail in zip((site.was, site.now), site.heads(8), site.tails(8), strict=True):
        sign = (reading.strip() or head.strip())[-1:]
        if sign not in {"-", "+", "*", "#", ">"}:
            continue
        rest = tail.lstrip("#>")
        blank = reading[-1:].isspace() or rest[:1].isspace()
        if not blank or (sign in "-+" and rest.lstrip()[:1].isdigit()):
            return False
    return True


def gap(site: Site) -> Significance:
    """Weigh white space against none by what it separates.

    >>> from difftool.model import Edit, Span
    >>> gap(Site("1 0", "10", Edit(Span(1, 2), Span(1, 1)))).value
    'substantive'
    """
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
    if _is_wrapped(site, 0 if broken[0] else 1, _RAGGED):
        return Significance.ACCIDENTAL
    head = site.heads(2000)[0 if not broken[0] else 1].rpartition("\n")[2].rpartition("\r")[2]
    return Significance.DOUBTFUL if re.match(_NUMBERED, head) else Significance.ACCIDENTAL


def _is_wrapped(site: Site, side: int, ragged: int) -> bool:
    """Tell whether a break belongs to hard-wrapped text: a line beside it is as wide and ends inside a sentence."""
    found = re.search(r"\r\n|\r|\n", (site.was, site.now)[side])
    if not found:
        return False
    reading = (site.was, site.now)[side]
    before = (site.heads(_LONGEST_LINES)[side] + reading[: found.start()]).splitlines()
    after = (reading[found.end() :] + site.tails(_LONGEST_LINES)[side]).splitlines()
    width = len(before[-1].strip()) if before else 0
    beside = [line.strip() for line in (*before[-3:-1], *after[:1])]
    alike = any(line and abs(len(line) - width) <= ragged and line[-1] not in _CLAUSE_END for line in beside)
    return width >= _NARROWEST and alike
