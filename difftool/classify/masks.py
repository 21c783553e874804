"""What it means when a mask faces a mask, a value or nothing.

Asked by `rules`, first of all. Knows one pair of readings and their neighbours; which masks a text
has on its own is `view.masks`' business.
"""

from __future__ import annotations

import re

from difftool.classify.numbers import MULTIPLIERS, is_figure, is_number
from difftool.classify.readings import reading
from difftool.classify.site import Site, Verdict
from difftool.model import Kind, MaskStyle, Nature, Significance, Span
from difftool.view.candidates import CHINESE_DIGITS, DIGITS, MASK_CHARACTERS, UNITS, Candidate, is_han
from difftool.view.folds import match, script
from difftool.view.guards import GUARDS
from difftool.view.masks import mask_spans
from difftool.view.tokens import masks_in, styled

# The detail when the sides are swapped; the others are their own mirror.
_OPPOSITES = (("applied", "revealed"), ("added", "removed"), ("filled", "blanked"))
MIRRORED = {one: other for pair in _OPPOSITES for one, other in (pair, pair[::-1])}
_PLACELESS = frozenset(("person", "place", "organization", "sector", "word"))
# What a mask is made of, begins with, or is written with where words were left out.
_SIGNS = frozenset(f"{MASK_CHARACTERS}[【［（({{…⋯.")
_ELISION = r"[…⋯.。]{1,8}"
# What 某 may face without hiding a value: 某种 became 这种.
_DEMONSTRATIVES = frozenset("这那各哪某每一该此本任何有的两几上下前后别另同多数")
_LONGEST_NAME = 16
# Guards whose refusal stands against any partner; the others judge what a partner knows better.
_CERTAIN = frozenset(
    ("word", "address", "identifier", "star-term", "half-masked", "checksum", "x-term", "roman", "zero")
)
_COUNTERS = (
    "个個名人位家项項条條次种種期门門件份篇部場场戶户年月日号號时時分元万亿萬億余餘多%％届屆章节節款岁歲周世"
    "吨米亩台辆所座起例批"
)


def whole_mask(text: str, span: Span, styles: tuple[MaskStyle, ...] = ()) -> bool:
    """Tell whether the span is one mask of its text, judged with its neighbours; `styles` are the user's own.

    >>> whole_mask("共**个", Span(1, 3)), whole_mask("共**个", Span(0, 3))
    (True, False)
    """
    return not span.is_empty and masks_in(text, *span, styles) == [span]


def is_multiplier(text: str) -> bool:
    """Tell whether it multiplies or bounds a number beside it, so that a mask may hide it with the digits.

    >>> is_multiplier("亿"), is_multiplier("多"), is_multiplier("个")
    (True, True, False)
    """
    return text in MULTIPLIERS or text in {"约", "約", "近", "超", "多", "余", "餘"}


def is_run(text: str) -> bool:
    """Tell whether it is one sign of a mask, twice or more, whatever it would be without a partner.

    >>> is_run("**"), is_run("*"), is_run("某某")
    (True, False, False)
    """
    return len(text) > 1 and len(set(text)) == 1 and text[0] in MASK_CHARACTERS and text[0] not in "_某"


def mask(site: Site) -> Verdict | None:
    """Accept an edit that is a mask on one side at least, or a value that vanished without one."""
    if site.was and site.bare[0] == site.bare[1]:
        return None
    styles = site.settings.masks
    if not styles and _SIGNS.isdisjoint(site.was) and _SIGNS.isdisjoint(site.now):
        return _emptied(site)  # as most edits: only a sign of a mask or of an elision could be anything else
    left, right = whole_mask(site.left, site.edit.left, styles), whole_mask(site.right, site.edit.right, styles)
    if (left or _is_run_by_pair(site.left, site.edit.left)) and (right or _is_run_by_pair(site.right, site.edit.right)):
        return _masked(site) if left or right else None
    if left or right:
        return _against(site, right=right)
    return _extent(site) or _paired(site) or _elided(site) or _emptied(site)


def _verdict(detail: str, significance: Significance = Significance.SUBSTANTIVE) -> Verdict:
    return Verdict(Kind.MASK, detail, significance)


def _against(site: Site, *, right: bool) -> Verdict:
    """Name a mask on one side (`right` says which) against a value or nothing on the other."""
    text, span = (site.right, site.edit.right) if right else (site.left, site.edit.left)
    facing = site.was if right else site.now
    if not facing.strip():
        return _verdict("added" if right else "removed")
    if reading(text, span).nature is Nature.BLANK:
        return _verdict("blanked" if right else "filled")
    return _verdict("applied" if right else "revealed")


def shown(text: str) -> str:
    """Keep what a mask leaves readable, Chinese digits as Arabic ones.

    >>> shown("二○××"), shown("138****5678"), shown("[REDACTED]")
    ('20', '1385678', '')
    """
    if text[:1] in "[【（({［":
        return ""
    digits = "〇一二三四五六七八九"
    kept = [one for at, one in enumerate(text) if one not in MASK_CHARACTERS or _is_zero(text, at)]
    return match("".join("0" if one in "○◯零" else str(digits.find(one)) if one in digits else one for one in kept))


def _is_zero(text: str, at: int) -> bool:
    """Tell whether ○ is the zero of half-shown Chinese digits: a digit that is no ○ stands before its run."""
    head = text[:at].rstrip("○")
    return text[at] == "○" and head != "" and head[-1] in CHINESE_DIGITS


def style(text: str) -> str:
    """Name a mask's style: its mask character, or a wrapped form as it stands.

    >>> style("20**"), style("[REDACTED]"), style("{name}")
    ('*', '[REDACTED]', '{}')
    """
    if text[:1] == "{":
        return "{}"
    if text[:1] in "[【（(［":
        return text
    return next((one for at, one in enumerate(text) if one in MASK_CHARACTERS and not _is_zero(text, at)), text[:1])


def width(text: str) -> int:
    """Count a mask's mask characters; a wrapped form has none.

    >>> width("20**"), width("二○××"), width("【略】")
    (2, 2, 0)
    """
    if text[:1] in "[【（({［":
        return 0
    return sum(one in MASK_CHARACTERS and not _is_zero(text, at) for at, one in enumerate(text))


def _masked(site: Site) -> Verdict:
    """Judge two masks: restyled, or remasked with or without a conflict."""
    was, now = site.was, site.now
    styles = site.settings.masks
    if styles and (styled(site.left, *site.edit.left, styles) or styled(site.right, *site.edit.right, styles)):
        return _verdict("remasked", Significance.DOUBTFUL)  # that both hide is the user's word, and proves nothing
    one, other = shown(was), shown(now)
    if one and other and one != other and _conflict(was, now):
        return _verdict("remasked")
    slots = reading(site.left, site.edit.left), reading(site.right, site.edit.right)
    same_slot = slots[0].slot == slots[1].slot and match(slots[0].unit) == match(slots[1].unit)
    same_width = width(was) == width(now) > 0
    free = slots[0].slot in _PLACELESS and "某" not in was + now
    if one == other and same_slot and (same_width or free):
        return _verdict("restyled", Significance.ACCIDENTAL)
    return _verdict("remasked", Significance.DOUBTFUL)


def _conflict(was: str, now: str) -> bool:
    """Tell whether no value could hide behind both masks; where widths differ, different parts do conflict."""
    if len(was) != len(now):
        return True
    pairs = [(shown(one), shown(other)) for one, other in zip(was, now, strict=True) if one != "○" != other]
    return any(one and other and one != other for one, other in pairs)


def _extent(site: Site) -> Verdict | None:
    """Accept masks with units against one mask beside them: xx省xx市 / xx."""
    filled = [one for one in (site.was, site.now) if one]
    if len(filled) != 1:
        return None
    text, span = (site.left, site.edit.left) if site.was else (site.right, site.edit.right)
    masks = mask_spans(text, span.start, span.end)
    plain = sum(one.length for one in masks) + sum(one in UNITS for one in filled[0])
    if not masks or plain < len(filled[0]) or len(filled[0]) > _LONGEST_NAME:
        return None
    places = (site.left, site.edit.left.start), (site.right, site.edit.right.start)
    beside = all(
        any(one.end == at for one in mask_spans(whole, max(0, at - _LONGEST_NAME), at)) for whole, at in places
    )
    return _verdict("remasked", Significance.DOUBTFUL) if beside else None


def _paired(site: Site) -> Verdict | None:
    """Decide on the pair: a lone sign facing a number, 某 with its noun facing a name."""
    sides = (site.left, site.edit.left, site.now, "revealed"), (site.right, site.edit.right, site.was, "applied")
    for text, span, now, detail in sides:
        was = span.of(text)
        if _is_run_by_pair(text, span) and (is_number(now) or (_is_name(now) and _inside_words(site))):
            return _verdict(detail)  # `**` alone could be Markdown, but words never turn into its marks
        lone = len(was) == 1 and was in MASK_CHARACTERS and was != "某" and not _is_told(text, span)
        if lone and (is_number(now) or (was in "xXｘＸ*＊×□○●■█" and _is_name(now) and _inside_words(site))):
            return _verdict(detail)
        if was.startswith("某") and len(was) <= 5 and _faces_value(was, now, site):  # noqa: PLR2004 - 某有限公司
            return _verdict(detail)
    return None


def _is_run_by_pair(text: str, span: Span) -> bool:
    return is_run(span.of(text)) and not _is_told(text, span)


def _is_told(text: str, span: Span) -> bool:
    """Tell whether a sign is certainly something else (X光, 7×24, a URL), whatever stands on the other side."""
    found = Candidate(text, *span)
    return any(guard(found) is False for name, guard in GUARDS if name in _CERTAIN)


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and all(is_han(one) or one in "·•" for one in text)


def _inside_words(site: Site) -> bool:
    """Tell whether Chinese text goes on at both ends, so that the sign is no bullet and no operator."""
    return all(is_han(one) for one in (*site.before, *site.after) if one)


def _faces_value(was: str, now: str, site: Site) -> bool:
    """Tell whether what stands against 某… is a value: a number, or a name that is no demonstrative."""
    if not now or "某" in now or not all(is_han(one) for one in was):
        return False
    if is_number(now) or (now[0] in DIGITS and now[-1:] == was[-1:]):
        return now not in {"一", "两"} and site.after[0] not in {"个", "些", "种", "個", "種"}
    named = _is_name(now) and script(now)[0] not in _DEMONSTRATIVES
    return named and not (was == "某" and site.after[0] != "" and site.after[0] in "种些个类时处方项天种個類時處項")


def _elided(site: Site) -> Verdict | None:
    """Accept …… against words."""
    for was, now, detail in ((site.was, site.now, "revealed"), (site.now, site.was, "applied")):
        dots = was.strip()
        dotted = "…" in dots or "⋯" in dots or dots == "..."
        if dotted and re.fullmatch(_ELISION, dots) and any(map(str.isalnum, now)):
            return _verdict(detail)
    return None


def _emptied(site: Site) -> Verdict | None:
    """Accept a number that vanished before its counter, nothing standing for it: 20个部门 / 个部门."""
    if site.was and site.now:
        return None
    value = site.was or site.now
    if not is_number(value) or script(value) in {"一", "两", "万", "亿", "十", "百", "千"} or value[0] in "①②③④⑤⑥⑦⑧⑨":
        return None
    after = site.after[0] or site.after[1]
    if after == "" or after not in _COUNTERS:
        return None
    counted = any(is_figure(one) or one in "这那哪各每几" for one in site.before if one)
    return None if counted else _verdict("emptied")
