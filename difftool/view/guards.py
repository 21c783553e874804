"""What looks like a mask and is none: small named guards in a fixed order; the first with an opinion decides.

Asked by `masks` for each run of mask characters. Knows nothing of the other document: what only
a partner can tell (`某地` facing a name) is decided in `classify`. A guard looks at most `SIGHT`
characters to either side, so that a text of one endless line costs no more than another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from difftool.view.candidates import (
    BOXES,
    CHINESE_DIGITS,
    CIRCLES,
    CROSSES,
    EXES,
    SIGHT,
    STARS,
    SURNAMES,
    UNITS,
    Candidate,
    expects_value,
    is_digit,
    is_han,
    is_latin,
    is_surname_at,
)

_PLAIN_MOU = "种些人日个一类时处方项次天事物位種個類時處項"
_ROMAN = r"(?<![A-Za-z])(?:I{2,3}|IV|VI{0,3}|IX|XI{1,3}|XIV|XVI{0,3})(?![A-Za-z])"
_X_TERMS = ("光", "射线", "射線", "轴", "軸", "染色", "型", "综合征", "档案", "文件格式")


@cache
def _url() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Za-z][A-Za-z+.-]*://|www\.)[!-~]*$")


def word(found: Candidate) -> bool | None:
    """Refuse the x inside a Latin word: next, XXL, foo_x."""
    if not is_latin(found.before) and not is_latin(found.after):
        return None
    ordinal = found.tail[:2] in {"th", "st", "nd", "rd"} and not is_latin(found.tail[2:3])
    if ordinal and not is_latin(found.before) and not found.is_single:
        return None  # the XXth anniversary
    return False if any(one in found.run for one in EXES) else None


def rule_line(found: Candidate) -> bool | None:
    """Refuse a Markdown rule, a line of three or more stars or underscores only; and the stars that head a line."""
    if found.made_of("*") and found.after == " " and not found.head.strip() and found.tail.strip():
        first = found.tail.lstrip()[0]
        around = found.text[max(0, found.start - 10 * SIGHT) : found.end + 10 * SIGHT]
        alone = first in UNITS or (is_latin(first) and len(re.findall(r"(?m)^\*+ \S", around)) < 2)  # noqa: PLR2004 - one more
        return None if alone else False
    ruled = found.made_of("*_") and len(found.run) > 1 and not (found.head + found.tail).strip(" *_")
    return False if ruled and found.run + found.tail.strip() != "**" else None


def emphasis(found: Candidate) -> bool | None:
    """Refuse `**bold**` and `__bold__`: a pair of runs hugging the words between, where no value is expected."""
    if found.run not in {"**", "***", "__", "___"} or expects_value(found):
        return None
    mark = re.escape(found.run)
    edge = re.escape(found.run[0])
    inside = rf"(?![\s{edge}])[^\r\n{edge}]*[^\s{edge}]"
    opens = re.match(rf"{inside}{mark}(?!{edge})", found.tail)
    closes = re.search(rf"(?<!{edge}){mark}{inside}$", found.head)
    if not opens and not closes:
        return None
    name = is_surname_at(found.text, found.start - 1)
    other = found.tail[opens.end() - len(found.run) - 1 : opens.end() - len(found.run)] if opens else ""
    if name and (closes or other in SURNAMES):
        return None  # 张**和李**: two names
    if closes and found.head[: closes.start()].endswith("第"):
        return None
    following = found.head[closes.start() + len(found.run) :][:1] if closes and not opens else ""
    return None if following and following in UNITS else False


def address(found: Candidate) -> bool | None:
    """Refuse what stands in a URL, a path or a glob."""
    if not found.run.isascii():
        return None
    if ("://" in (head := found.head) or "www." in head) and _url().search(head):
        return False
    if not found.made_of("*"):
        return None
    glob = found.after in {"/", "\\"} or found.before in {"/", "\\"}
    return False if glob or (found.after == "." and is_latin(found.tail[1:2])) else None


def identifier(found: Candidate) -> bool | None:
    """Refuse the underscores of an identifier, and Latin words made decent with stars."""
    left, right = is_latin(found.before), is_latin(found.after)
    if "_" in found.run and (left or right or (is_digit(found.before) and is_digit(found.after))):
        return len(found.run) > 3 and not (left and right)  # noqa: PLR2004 - a form's blank is longer than any dunder
    if found.made_of(STARS) and left and right:
        return "@" in found.tail.split(" ")[0]
    return None


def star_term(found: Candidate) -> bool | None:
    """Refuse *ST康美 and the footnote signs of statistics (`*P<0.05`), powers (`2**3`) and C comments."""
    if not found.made_of(STARS):
        return None
    if re.match(r"ST|[Pp]\s*[<>=＜＞＝]", found.tail):
        return False
    power = len(found.run) == 2 and found.before.isalnum() and found.after.isalnum()  # noqa: PLR2004 - `**`
    if power and found.before.isascii() and found.after.isascii():
        head, tail = re.search(r"\d*$", found.head), re.match(r"\d*", found.tail)
        longest = max(len(head.group()) if head else 0, len(tail.group()) if tail else 0)
        return None if longest > 2 else False  # noqa: PLR2004 - 138**5678 is a telephone
    return None


def half_masked(found: Candidate) -> bool | None:
    """Accept one sign after digits before 年 月 人 余 %: `201x年`; refuse it between digits, letters or units."""
    if not found.is_single or not found.made_of(STARS + EXES + CROSSES):
        return None
    if is_digit(found.before):
        return found.after != "" and found.after in "年月人余%％"
    return False if is_digit(found.after) or is_latin(found.after) or is_latin(found.before) else None


def checksum(found: Candidate) -> bool | None:
    """Refuse the X that closes an identity card's number or an ISBN."""
    closing = found.is_single and found.made_of(EXES)
    return False if closing and re.search(r"\d(?:[-‐ ]?\d){7,}[-‐ ]?$", found.head) else None


def x_term(found: Candidate) -> bool | None:
    """Refuse X光, X射线, x轴, XX染色体, X型 and their like."""
    return False if found.made_of(EXES) and len(found.run) <= 3 and found.tail.startswith(_X_TERMS) else None  # noqa: PLR2004 - XXY染色体


def roman(found: Candidate) -> bool | None:
    """Refuse X, XX, XXX where the neighbourhood counts in Roman numerals."""
    if not found.made_of("X") or len(found.run) > 3:  # noqa: PLR2004 - no Roman numeral repeats a sign four times
        return None
    around = found.text[max(0, found.start - 10 * SIGHT) : found.end + 10 * SIGHT]
    return False if len(set(re.findall(_ROMAN, around))) > 1 else None


def zero(found: Candidate) -> bool | None:
    """Refuse ○ beside a Chinese digit: it is the zero of 二○二○."""
    digits = set(CHINESE_DIGITS) - {"十"}
    return False if found.made_of("○") and (found.before in digits or found.after in digits) else None


def bullet(found: Candidate) -> bool | None:
    """Refuse ●■○◇□ at the start of a paragraph, check boxes, ratings and bars."""
    if not found.made_of(BOXES + CIRCLES):
        return None
    line = found.head + found.run + found.tail
    if found.is_single and not found.head.strip() and found.after not in {"年", "月"}:
        return False
    if found.is_single and re.search(
        rf"[{BOXES}](?:是|有|男|同意|合格|通过)[ 　/、]*[{BOXES}](?:否|无|無|女|不)", line
    ):
        return False
    if re.search(r"[☐☑☒✓✔√░▒★☆]", line):
        return False
    if found.is_single and found.run in BOXES and found.after not in {"年", "月", "日"}:
        return None if not re.search(rf"(?:^|[\s，。；：、,;:（(])[{BOXES}](?![{BOXES}])", line) else False
    return False if len(set(found.run)) > 1 and set(found.run) <= set("●○■□") else None


def anonymous(found: Candidate) -> bool | None:
    """Accept 李某 and 某某; leave 某种, 某些, 某地 to the partner."""
    if "某" not in found.run:
        return None
    named = is_surname_at(found.text, found.start - 1)
    person = (
        named and found.before != "何" and found.after in {"时", "時", "处", "處", "天"}
    )  # 会见李某时, but 任何某时
    if found.after != "" and found.after in _PLAIN_MOU and found.run == "某" and not person:
        return False
    return len(found.run) > 1 or named


def lone(found: Candidate) -> bool | None:
    """Accept one sign only where a value is expected: `*月`, `第x条`, 王○明, a □ inside old text."""
    if not found.is_single:
        return None
    if found.run in BOXES and found.after not in {"年", "月", "日"}:
        return is_han(found.before) and is_han(found.after)
    if found.run in CIRCLES and is_surname_at(found.text, found.start - 1) and is_han(found.after):
        return True
    return expects_value(found)


# In the order of design §6, but the checksum before the half-masked number that it looks like.
# What no guard refuses is a mask.
GUARDS: tuple[tuple[str, Callable[[Candidate], bool | None]], ...] = (
    ("word", word),
    ("rule-line", rule_line),
    ("emphasis", emphasis),
    ("address", address),
    ("identifier", identifier),
    ("star-term", star_term),
    ("checksum", checksum),
    ("half-masked", half_masked),
    ("x-term", x_term),
    ("roman", roman),
    ("zero", zero),
    ("bullet", bullet),
    ("anonymous", anonymous),
    ("lone", lone),
)


def is_mask(found: Candidate) -> bool:
    """Judge a run of mask characters by the first guard that has an opinion.

    >>> is_mask(Candidate("7×24小时", 1, 2)), is_mask(Candidate("7月××日", 2, 4))
    (False, True)
    """
    return next((verdict for _, guard in GUARDS if (verdict := guard(found)) is not None), True)
