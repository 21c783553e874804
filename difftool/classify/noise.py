"""What conversion, scraping and printing leave behind in a text.

Asked by `rules` for one edit and by `cutting` for a paragraph alone. Accidental only where stripping or decoding it
gives the other side, or where it fits a sequence of pages; all else that looks like noise is doubtful.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from difftool.classify.site import Site, Verdict
from difftool.classify.spacing import space
from difftool.classify.surface import cumulative, punctuation, width
from difftool.model import Edit, Kind, Significance, Span
from difftool.view.candidates import is_han
from difftool.view.folds import GLOSS

# U+FFFD read once more as UTF-8 in GBK is 锟斤拷.
_DAMAGE = "[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]|锟斤拷"
# They steer how the text is read or shaped, so dropping one may be seen; the flag of Wales is made of tags.
_STEERING = "[\u200c\u200d\u202a-\u202e\u2061-\u2069\U000e0020-\U000e007f]"
_MARKER = r"##(?:paid|pay|vip|free)(?:begin|start|end)##"
_TAG = r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]{0,200})?/?>"
# Tags that only lay out text. Not here: sup, sub, del, s and ol, which change what is read; a and img, which
# lead to something that is not in the text.
_LAYOUT = (
    r"(?i:</?(?:br|p|div|span|font|strong|em|b|i|u|center|h[1-6]|section|article|tr|td|tbody|table)"
    r"(?:\s[^<>]{0,200})?/?>)"
)
_BREAKING = r"(?i:</?(?:br|p|div|h[1-6]|section|article|tr|td|tbody|table)\b[^<>]*>)"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8}\d{0,2});"
_LONGEST_DAMAGE = 16  # beyond that the words around it differ as well
_LONGEST_LINE = 80
_MANY_GLOSSES = 5  # design §5: fewer may be a genuine 行(xíng)
# Around an edit; and behind a tag, where its end is looked for.
_CONTEXT, _SIGHT = 40, 400
_noises = cumulative("width", "script", "case", "noise")


@cache
def _damage() -> re.Pattern[str]:
    return re.compile(_DAMAGE)


def noise(site: Site) -> Verdict | None:
    """Accept what conversion leaves behind; accidental only where a proof gives the other side."""
    was, now = site.was, site.now
    if site.are_words:  # no tag, mark or page number, and no fold makes them one
        return _lost(site)
    if was and now and unicodedata.normalize("NFC", was) == unicodedata.normalize("NFC", now):
        return _noise("composed", Significance.ACCIDENTAL)
    return _lost(site) or _marked_up(site) or _extra(site) or _folded(site)


def _noise(detail: str, significance: Significance) -> Verdict:
    return Verdict(Kind.NOISE, detail, significance)


def _lost(site: Site) -> Verdict | None:
    """Accept characters that are lost or have no meaning of their own: a person must look."""
    was, now = site.was, site.now
    damaged = _damage().search
    if max(len(was), len(now)) <= _LONGEST_DAMAGE and (damaged(was) or damaged(now)):
        return _noise("damage", Significance.DOUBTFUL)
    if "?" not in was and "?" not in now:
        return None
    signs, words = sorted((was, now), key=lambda one: one.strip("?") != "")
    if not signs or signs.strip("?") or not words or not all(map(is_han, words)):
        return None
    # One sign for each character or for each byte, and no question: the sentence goes on behind it.
    goes_on = all(map(is_han, site.after)) or len(words) > 1
    fits = len(signs) in {len(words), 2 * len(words)} and goes_on
    return _noise("damage", Significance.DOUBTFUL) if fits else None


def _extra(site: Site) -> Verdict | None:
    """Accept what only one side has: glosses, markers of download pages, page furniture, advertising."""
    extra = (site.was or site.now) if not (site.was and site.now) else ""
    if not extra:
        return _page_changed(site)
    if extra[0] in "(（" and re.fullmatch(GLOSS, extra) and is_han(site.before[0]) and is_han(site.before[1]):
        return _noise("gloss", _glossed(site, extra))
    core = extra.strip()
    if core.startswith("##") and re.fullmatch(_MARKER, core):
        return _noise("marker", Significance.ACCIDENTAL)
    if core.startswith("<") and re.fullmatch(_TAG, core):
        return _noise("tag", Significance.DOUBTFUL)
    if len(core) < 2 or len(core) > _LONGEST_LINE * 2:  # noqa: PLR2004 - a page number has marks on both sides
        return None
    from difftool.classify.furniture import furniture  # noqa: PLC0415 - few edits are lines of their own

    return furniture(site)


def _page_changed(site: Site) -> Verdict | None:
    """Accept another page number in a line that is nothing but one, on both sides."""
    if len(site.was) > _CONTEXT or len(site.now) > _CONTEXT or not any(map(str.isdecimal, site.was)):
        return None
    from difftool.classify.furniture import is_page_line  # noqa: PLC0415 - see `_extra`

    pages = is_page_line(site.left, site.edit.left) and is_page_line(site.right, site.edit.right)
    return _noise("page", Significance.ACCIDENTAL) if pages else None


def _glossed(site: Site, gloss: str) -> Significance:
    """Weigh a gloss: accidental where its character always has it in this text, and often enough."""
    from difftool.view.damage import glosses  # noqa: PLC0415 - few texts have glosses

    side = 0 if site.was else 1
    known, count = glosses((site.left, site.right)[side]).get(site.before[side], ("", 0))
    always = known == gloss and count >= _MANY_GLOSSES
    return Significance.ACCIDENTAL if always else Significance.DOUBTFUL


def _marked_up(site: Site) -> Verdict | None:
    """Accept tags and entities of HTML where the browser shows the other side, at least but for form."""
    was, now = site.was, site.now
    if not ("&" in was or "<" in was or "&" in now or "<" in now):
        return _after_ampersand(site)
    read = _shown(was), _shown(now)
    if read == (was, now):
        return None
    heads, tails = site.heads(_CONTEXT), site.tails(_CONTEXT)
    read = _at_edges(read[0], heads[0], tails[0]), _at_edges(read[1], heads[1], tails[1])
    spans = [Span(len(head), len(head) + len(text)) for head, text in zip(heads, read, strict=True)]
    texts = [head + text + tail for head, text, tail in zip(heads, read, tails, strict=True)]
    shown = Site(texts[0], texts[1], Edit(*spans))
    detail = "entity" if re.search(_ENTITY, f"{was} {now}") else "tag"
    verdict = None if read[0] == read[1] else space(shown) or width(shown) or punctuation(shown)
    if read[0] != read[1] and (verdict is None or verdict.significance is Significance.SUBSTANTIVE):
        return None
    doubtful = _may_compare(site) or (verdict is not None and verdict.significance is Significance.DOUBTFUL)
    return _noise(detail, Significance.DOUBTFUL if doubtful else Significance.ACCIDENTAL)


def _shown(text: str) -> str:
    """Read HTML as a browser shows it: tags of layout gone or a line's end, entities as their characters."""
    text = re.sub(_LAYOUT, "", re.sub(_BREAKING, "\n", text))
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415 - its table of names costs two milliseconds

    def character(found: re.Match[str]) -> str:
        return unescape(found.group())

    # A text that was written twice is read twice: &amp;nbsp;.
    return re.sub(_ENTITY, character, re.sub(_ENTITY, character, text))


def _at_edges(text: str, head: str, tail: str) -> str:
    """Drop the line's ends that tags add where a line begins or ends already."""
    begins, ends = not head.strip(" \t\u3000") or head[-1:] in "\r\n", tail[:1] in "\r\n"
    text = text.lstrip("\r\n") if begins else text
    return text.rstrip("\r\n") if ends else text


def _may_compare(site: Site) -> bool:
    """Tell whether a tag of one letter stands inside a line and is never closed: a<b>c may be two comparisons."""
    for reading, head, tail in zip((site.was, site.now), site.heads(_CONTEXT), site.tails(_SIGHT), strict=True):
        text = head + reading + tail
        for found in re.compile(r"<([A-Za-z])>").finditer(text, len(head), len(head) + len(reading)):
            before = text[: found.start()].rstrip(" \t\u3000")
            if before[-1:] not in {"", "\n", "\r", ">"} and f"</{found[1]}>" not in text[found.end() :]:
                return True
    return False


def _after_ampersand(site: Site) -> Verdict | None:
    """Accept `&amp;` against `&`, which both begin alike."""
    written = "amp;" in (site.was, site.now) and "" in (site.was, site.now) and site.before == ("&", "&")
    return _noise("entity", Significance.ACCIDENTAL) if written else None


def _folded(site: Site) -> Verdict | None:
    """Accept what the fold drops: invisible characters, with doubt about those that steer the reading."""
    was, now = site.was, site.now
    if not (site.has_noise or site.are_alike):
        return None
    if _noises(was) != _noises(now):
        return None
    steering = re.search(_STEERING, was) or re.search(_STEERING, now)
    glosses = re.search(GLOSS, was) or re.search(GLOSS, now)
    return _noise("invisible", Significance.DOUBTFUL if steering or glosses else Significance.ACCIDENTAL)
