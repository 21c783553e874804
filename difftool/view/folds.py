"""One small function per fold: a named normalisation under which two readings count as the same.

Called by `align` to choose partners and by `classify` to name what it hid, from one table, so that
nothing that matching overlooked is lost from the report. Knows nothing of documents or positions:
text goes in and text comes out. `width`, `script`, `case` and `punctuation` keep every character in
its place, so that offsets stay; `space` and `noise` drop characters. Never NFKC: it makes ① 1 and … three points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

from difftool.view.data import script_table

# Where Unicode 15 keeps letters whose small form is one other letter; a test walks the whole of Unicode.
_CASED = (
    (0x41, 0x5B), (0xC0, 0x130), (0x131, 0x588), (0x10A0, 0x1100), (0x13A0, 0x13F8), (0x1C80, 0x1CC0), (0x1E00, 0x2000),
    (0x2100, 0x2190), (0x24B6, 0x24EA), (0x2C00, 0x2D00), (0xA640, 0xA7FF), (0xFF21, 0xFF3B), (0x10400, 0x10600),
    (0x10C80, 0x10CF3), (0x118A0, 0x118E0), (0x16E40, 0x16E80), (0x1E900, 0x1E944),
)  # fmt: skip
# CJK compatibility ideographs: NFC turns each into the one unified character, and changes nothing else here.
_COMPATIBILITY = ((0xF900, 0xFB00), (0x2F800, 0x2FA20))
# Without the sound marks ﾞ and ﾟ, which join the character before them, and ￣, whose ordinary form is two characters.
_KANA_AND_CURRENCIES = (*range(0xFF61, 0xFF9E), 0xFFE0, 0xFFE1, 0xFFE2, 0xFFE4, 0xFFE5, 0xFFE6)
# One row per mark: the shape all are folded to, then its other shapes. Never two different marks in a row
# (，and 、 and ； are three), and hyphens, dashes and minus signs are told apart too.
_MARKS = (
    '"“”„‟「」『』﹁﹂﹃﹄｢｣〝〞〟＂',
    "'‘’‚‛＇",
    "—―─⸺﹘",
    "-‐‑﹣",
    "~〜",
    "…⋯︙",
    "·•・‧∙⋅･",
    ".。｡﹒︒",
    ",﹐︐",
    "、､﹑︑",
    ":﹕︓",
    ";﹔︔",
    "?﹖︖",
    "!﹗︕",
    "(﹙︵",
    ")﹚︶",
    "《︽",
    "》︾",
)
# Texts from this length on are worth a table that needs no look-up in a dictionary: 9 and 16 million
# characters a second (measured on seed 001), but 10 ms to lay out.
_LONG = 200_000

_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffd\ue000-\uf8ff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
GLOSS = r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜɡ]{1,6}[)）]"


@cache
def _width_table() -> Mapping[int, str]:
    narrow = {**{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}, 0x3000: " "}
    # Half-width kana and their marks have full-width forms as their ordinary ones, currency signs narrow ones.
    return narrow | {code: unicodedata.normalize("NFKC", chr(code)) for code in _KANA_AND_CURRENCIES}


def _changed(before: str, after: str) -> dict[int, str]:
    """Pair the characters of two strings of one length that differ."""
    return {ord(one): other for one, other in zip(before, after, strict=True) if one != other}


@cache
def _script_table() -> Mapping[int, str]:
    table = dict(zip(map(ord, script_table.FORMS), script_table.SIMPLIFIED, strict=True))
    for start, end in _COMPATIBILITY:
        block = "".join(map(chr, range(start, end)))
        table.update(_changed(block, unicodedata.normalize("NFC", block).translate(table)))
    return table


@cache
def _case_table() -> Mapping[int, str]:
    table: dict[int, str] = {}
    for start, end in _CASED:
        block = "".join(map(chr, range(start, end)))
        table.update(_changed(block, block.lower()))
    return table


@cache
def _punctuation_table() -> Mapping[int, str]:
    return {ord(shape): marks[0] for marks in _MARKS for shape in marks[1:]}


@cache
def _match_table() -> dict[int, str]:
    # No table changes what another one gives, but for the full-width letters and marks.
    case_table, marks = _case_table(), _punctuation_table()
    halved = {code: shape.translate(case_table).translate(marks) for code, shape in _width_table().items()}
    return {**_script_table(), **case_table, **marks, **halved}


@cache
def _match_list() -> list[int | str]:
    table = _match_table()
    listed: list[int | str] = list(range(max(table) + 1))
    for code, character in table.items():
        listed[code] = character
    return listed


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(f"(?<=[㐀-鿿]){GLOSS}|[{_INVISIBLE}]+")


@cache
def _noisy() -> re.Pattern[str]:
    # A bracket may open a gloss, and no other fold makes or hides an invisible character.
    return re.compile(f"[(（{_INVISIBLE}]")


def width(text: str) -> str:
    """Make full-width forms half-width (U+FF01–FF5E, the ideographic space, ￥), and half-width kana full-width.

    Length and offsets stay.

    >>> width("ＡＢ，１　①")
    'AB,1 ①'
    """
    return text.translate(_width_table())


def script(text: str) -> str:
    """Make Traditional, variant and Japanese forms the Simplified character, one by one.

    Length and offsets stay; by characters only, so 皇后 and 皇後 become alike, and the
    rules of `classify` must tell which such pair proves nothing.

    >>> script("國爲気")
    '国为气'
    """
    return text.translate(_script_table())


def case(text: str) -> str:
    """Make letters small where that takes one letter for one; length and offsets stay.

    >>> case("Ab İ")
    'ab İ'
    """
    return text.translate(_case_table())


def punctuation(text: str) -> str:
    """Give the shapes of one mark one shape; length and offsets stay, and no two marks become alike.

    >>> punctuation("「后」、后。")
    '"后"、后.'
    """
    return text.translate(_punctuation_table())


def space(text: str) -> str:
    r"""Drop white space, as `str.isspace` knows it.

    >>> space(" 一\u3000二\r\n三")
    '一二三'
    """
    return "".join(text.split())


def noise(text: str) -> str:
    r"""Drop what conversion leaves behind: invisible and control characters, U+FFFD, private use, pinyin glosses.

    A gloss is Latin letters with tone marks in brackets after a Chinese character
    (`anchors/ecosystem.md` §2). White space is not dropped.

    >>> noise("業(yè)務\u200b的")
    '業務的'
    """
    return _dropped().sub("", text)


def has_noise(text: str) -> bool:
    """Tell cheaply whether `noise` may drop anything, before or after the other folds; false proves that it does not.

    >>> has_noise("业务"), has_noise("业务（二）")
    (False, True)
    """
    return _noisy().search(text) is not None


def match(text: str) -> str:
    """Apply all folds that keep offsets: what aligning compares.

    `len(match(t)) == len(t)`, and `match(match(t)) == match(t)`. Linear, about 10 million characters a second.

    >>> match("《條例》，ＡＢＣ。")
    '《条例》,abc.'
    """
    return text.translate(_match_list() if len(text) >= _LONG else _match_table())


# In the order of the rules (design §5). Surface kinds are the names of these folds.
FOLDS: dict[str, Callable[[str], str]] = {
    "space": space,
    "width": width,
    "script": script,
    "case": case,
    "noise": noise,
    "punctuation": punctuation,
}
