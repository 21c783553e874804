"""What the words beside a slot tell of it: read off the tables of `slot_words`.

Asked by `readings`. Tables of words and no patterns: a pattern takes longer to compile than a document's masks
to read. Knows no mask.
"""

from __future__ import annotations

from functools import cache

from difftool.classify.slot_words import FOLLOWING, HEADINGS, HEADS, LABELS, WORDS_AFTER, WORDS_BEFORE

__all__ = ["compound", "following", "following_word", "preceding", "preceding_word"]

_BREAKS = frozenset("的在是了对向与要把被将为以于和及、，。；：！？（）()《》“”\"'〔〕[] \t\n\r,.;:!?")
_HEAD_LENGTHS = (3, 2, 1)
_LONGEST_COMPOUND = 7  # code points from the slot to the end of the word that heads it
_COLONS = "：:"


@cache
def _rows() -> dict[str, list[tuple[str, tuple[str, ...], tuple[str, ...]]]]:
    """Put the rows under the first sign of their words: the words there, the longest first, and what they are not."""
    rows: dict[str, list[tuple[str, tuple[str, ...], tuple[str, ...]]]] = {}
    for slot, words, but in FOLLOWING:
        alike, others = _by_sign(words), _by_sign(but)
        for sign, here in alike.items():
            longest = sorted(here, key=len, reverse=True)
            rows.setdefault(sign, []).append((slot, tuple(longest), tuple(others.get(sign, ()))))
    return rows


def _by_sign(words: str) -> dict[str, list[str]]:
    signs: dict[str, list[str]] = {}
    for word in words.split():
        signs.setdefault(word[0], []).append(word)
    return signs


@cache
def _before() -> dict[str, list[tuple[str, str, bool]]]:
    """Put the labels under their last sign: slot, label, and whether it needs a colon."""
    labels: dict[str, list[tuple[str, str, bool]]] = {}
    for table, bound in ((LABELS, False), (HEADINGS, True)):
        for slot, words in table.items():
            for word in words.split():
                labels.setdefault(word[-1], []).append((slot, word, bound))
    return labels


@cache
def _words(after: bool) -> dict[str, str]:  # noqa: FBT001 - one of two tables
    table = WORDS_AFTER if after else WORDS_BEFORE
    return {word.replace("-", " "): slot for slot, words in table.items() for word in words.split()}


@cache
def _heads() -> frozenset[str]:
    return frozenset(HEADS.split())


def following(plain: str) -> tuple[str, int]:
    """Read the slot from the Simplified text after it, and count the code points of the word that tells; unknown, 0.

    >>> following("个部门"), following("部门"), following("万元")
    (('count', 1), ('unknown', 0), ('amount', 2))
    """
    times = len(plain) - len(plain.lstrip("百千万亿"))
    if times:
        for currency in ("元", "美元", "港元", "欧元", "日元", "英镑", "人民币"):
            if plain.startswith(currency, times):
                return "amount", times + len(currency)
        if plain[times - 1] in "万亿" and not plain.startswith(("万达", "万科", "万象")):
            return "count", times
        return "unknown", 0
    for slot, words, but in _rows().get(plain[:1], ()):
        if plain.startswith(words) and not plain.startswith(but):
            return slot, next(len(word) for word in words if plain.startswith(word))
    return "unknown", 0


def preceding(head: str) -> tuple[str, bool]:
    """Read the slot from the Simplified text before it, and tell whether a colon stood between; unknown, False.

    >>> preceding("联系电话："), preceding("占比百分之"), preceding("工作单位")
    (('phone', True), ('percent', False), ('unknown', False))
    """
    label = head.rstrip(" \u3000").rstrip(_COLONS)
    colon = label != head.rstrip(" \u3000")
    label = label.rstrip(" \u3000")
    stated = colon or label.endswith(("为", "是", "于"))
    bare = label if colon else label[:-1] if stated else label
    for slot, word, bound in _before().get(bare[-1:], ()):
        if bare.endswith(word) and (stated or not bound):
            return slot, colon
    return "unknown", False


def compound(plain: str) -> str:
    """Find the abstract noun that heads the compound which the slot begins; empty where none does.

    >>> compound("巡视巡察工作高质量发展"), compound("的工作"), compound("走来走去")
    ('巡视', '', '')
    """
    end = next((at for at, sign in enumerate(plain) if sign in _BREAKS), len(plain))
    within = plain[: min(end, _LONGEST_COMPOUND)]
    heads = _heads()
    for at in range(len(within)):
        for length in _HEAD_LENGTHS:
            if within[at : at + length] in heads:
                return within[at : at + length]
    return ""


def following_word(tail: str) -> tuple[str, int]:
    """Read the slot from the English word after it, and count the code points up to its end; unknown, 0.

    >>> following_word(" percent of"), following_word("th anniversary"), following_word(" walks")
    (('percent', 8), ('anniversary', 14), ('unknown', 0))
    """
    low = tail.lower()
    suffix = low[:2] in {"th", "st", "nd", "rd"} and not low[2:3].isalpha()
    start = 2 if suffix else 0
    while low[start : start + 1] in {" ", "-"}:
        start += 1
    end = start
    while end < len(low) and low[end].isascii() and low[end].isalpha():
        end += 1
    slot = _words(after=True).get("per cent" if low.startswith("per cent", start) else low[start:end], "unknown")
    if slot != "unknown":
        return slot, end
    return ("ordinal", 2) if suffix else ("unknown", 0)


def preceding_word(head: str) -> str:
    """Read the slot from the one or two English words before it; unknown where they say nothing.

    >>> preceding_word("see Section "), preceding_word("the City of "), preceding_word("and ")
    ('ordinal', 'place', 'unknown')
    """
    words = head.lower().replace(".", " ").replace(":", " ").replace("#", " ").split()
    if not words:
        return "unknown"
    table = _words(after=False)
    return table.get(" ".join(words[-2:])) or table.get(words[-1], "unknown")
