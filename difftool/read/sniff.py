"""Guess which encoding bytes are in, by how ordinary their text would be.

Stands below `encoding`, which asks here only when the bytes are no UTF-8.
Knows nothing of files, and never sees more than 8 kB of a document.
"""

import re
from functools import cache
from typing import NamedTuple

# 8 kB decide: on the seeds, 400 bytes were right in every undamaged window already.
SAMPLE_SIZE = 8192
# Small blocks, each read at both alignments, so that one lost byte spoils one block and not the rest.
_BLOCK, _SMALLEST = 128, 16
# An ordinary share near 1, plus a bonus for frequent characters: right guesses score 1.1 and more on 60 characters of
# Chinese prose, and .5 with two damaged bytes among 20. Cyrillic, Arabic and Thai read as GBK reach .86, but hold at
# most 4 % frequent characters where prose holds 11 % at least; so few of them are believed in the shortest texts only.
_ACCEPTED, _SHORT_ACCEPTED = 0.5, 0.85
_FREQUENT, _SHORT = 0.05, 20
# ASCII letters read as UTF-16 are Han characters, up to .6 of them ordinary.
_WIDE_ACCEPTED = 0.7
# A runner-up this near is told to the user.
_DOUBTFUL = 0.15
# Of Japanese a fifth at least is kana, of Korean a tenth these syllables; English with curly
# apostrophes reads as rare kanji and has none.
_RIVAL_FREQUENT = 0.1
# Western letters stand between ASCII letters: at most this share of the signs beyond ASCII are two letters together.
_LATIN_PAIRS = 0.2
_LATIN_TYPICAL = 0.95

_HAN = (
    "的一是不在人有我他这这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种"
    "事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日"
    "這個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣開從實，。、：；（）《》“”「」"
)
_KANA = "".join(map(chr, range(0x3041, 0x3094))) + "、。ー"
_HANGUL = "이다의는에가을로고하지한으사도기리를나은인서어과정해"
_WESTERN = "àáâäãåæçèéêëìíîïñòóôöõøœùúûüßÀÁÂÄÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜ«»“”‘’„‚–—…€°§·¡¿\xa0©®™£•º´"


class Guess(NamedTuple):
    """Name an encoding that was chosen, and the runner-up where that came near."""

    encoding: str
    rival: str = ""


class _Candidate(NamedTuple):
    """Describe one encoding: its codec, what is ordinary in it, what frequent, and the least share of that."""

    codec: str
    common: frozenset[str]
    frequent: frozenset[str]
    least: float = _FREQUENT
    accepted: float = _ACCEPTED
    counts_ascii: bool = False


def sample(content: bytes) -> tuple[bytes, ...]:
    r"""Cut at most 8 kB out of the bytes: small blocks, spread, each where non-ASCII starts.

    Every block starts at a multiple of four from the start, for UTF-16 and UTF-32. Linear in the bytes.

    >>> sample(b"abcdefg\xe9")
    (b'abcdefg\xe9',)
    >>> sum(map(len, sample(b"\xce\xc4" * 1_000_000)))
    8192
    """
    if len(content) <= SAMPLE_SIZE:
        size = max(_SMALLEST, min(_BLOCK, len(content) // 8 & ~3))
        return tuple(content[at : at + size] for at in range(0, len(content), size))
    high = re.compile(rb"[\x80-\xff]")
    step = len(content) // (SAMPLE_SIZE // _BLOCK)
    blocks, free = [], 0
    for wanted in range(0, len(content) - _BLOCK, step):
        found = high.search(content, max(wanted, free))
        if not found:
            break
        start = found.start() & ~3
        free = start + _BLOCK
        blocks.append(content[start:free])
    return tuple(blocks[: SAMPLE_SIZE // _BLOCK]) or (content[:SAMPLE_SIZE],)


def common_characters(codec: str) -> frozenset[str]:
    """List what is ordinary in a text of that encoding: level 1 of its national standard, and signs.

    Derived from Python's own codecs: GB 2312 rows 16-55, Big5 A440-C67E, JIS X 0208 rows 16-47,
    KS X 1001 rows 16-40. Unicode encodings and GB18030 hold texts of more than one of them.

    >>> "的" in common_characters("gb18030"), "龘" in common_characters("gb18030")
    (True, False)
    """
    for candidate in _candidates():
        if candidate.codec == codec:
            return candidate.common
    return common_characters("utf-8") if codec.startswith("utf") else frozenset()


def is_western(blocks: tuple[bytes, ...]) -> bool:
    r"""Tell whether the bytes look like a Western European text in Windows-1252.

    Its letters beyond ASCII are few, well known, and stand alone between ASCII ones.

    >>> is_western((b"L'\xe9t\xe9 \xe0 la plage",)), is_western(("联合部门".encode("gbk"),))
    (True, False)
    """
    content = b"".join(blocks)
    if re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", content):
        return False
    high = len(re.findall(rb"[\x80-\xff]", content))
    paired = sum(len(run) for run in re.findall(rb"[\xc0-\xff]{2,}", content))
    typical = sum(map(_western().__contains__, content.decode("cp1252", "replace")))
    return paired <= high * _LATIN_PAIRS and typical >= high * _LATIN_TYPICAL


def guess(blocks: tuple[bytes, ...], *, wide_only: bool = False) -> Guess | None:
    """Choose the encoding in which the sample reads most like a text, or none.

    Scores Chinese, Japanese, Korean and Unicode encodings by the share of ordinary characters; the
    others are not known here. With `wide_only` only UTF-16 and UTF-32, for bytes with NULs.
    At most 11 decodes of 8 kB at two alignments.

    >>> guess(("在全国范围内开展" * 3).encode("gbk") and (("在全国范围内开展" * 3).encode("gbk"),))
    Guess(encoding='gb18030', rival='')
    >>> guess((b"abc",)) is None
    True
    """
    scores = sorted(
        (
            (-_score(candidate, blocks), order, candidate.codec)
            for order, candidate in enumerate(_candidates())
            if candidate.counts_ascii or not wide_only
        ),
    )
    (best, _, codec), (second, _, rival) = scores[:2]
    if not best:
        return None
    return Guess(codec, rival if second - best < _DOUBTFUL and second else "")


def _score(candidate: _Candidate, blocks: tuple[bytes, ...]) -> float:
    """Average the blocks' characters, 1 for ordinary, 1 more for frequent, -2 for bad; 0 if that convinces nobody."""
    common = frequent = bad = length = 0
    for place, block in enumerate(blocks):
        best = _tally(candidate, block)
        if place:
            best = max(best, _tally(candidate, block[1:]))
        common, frequent, bad, length = common + best[1], frequent + best[2], bad + best[3], length + best[4]
    if not length:
        return 0.0
    score = (common + frequent - 2 * bad) / length
    if frequent < length * candidate.least:
        return score if length < _SHORT and candidate.least <= _FREQUENT and score >= _SHORT_ACCEPTED else 0.0
    return score if score >= candidate.accepted else 0.0


def _tally(candidate: _Candidate, block: bytes) -> tuple[float, int, int, int, int]:
    """Count one block: its score, its ordinary, frequent and bad characters, its length without ASCII."""
    # The last two characters may be cut by the block's end.
    text = block.decode(candidate.codec, "replace")
    text = text[:-2] if text[-2:].count("\ufffd") else text
    counted = text if candidate.counts_ascii else "".join(filter(_is_wide, text))
    common = sum(map(candidate.common.__contains__, counted))
    frequent = sum(map(candidate.frequent.__contains__, counted))
    bad = sum(map(_is_bad, text))
    length = max(len(counted), 1)
    return (common + frequent - 2 * bad) / length, common, frequent, bad, len(counted)


def _is_wide(char: str) -> bool:
    return char > "\x7f"


def _is_bad(char: str) -> bool:
    """Tell whether a character stands in no sane text: control, private use, replacement."""
    return (char < "\x1b" and char not in "\t\n\v\f\r") or "\ue000" <= char <= "\uf8ff" or char == "\ufffd"


@cache
def _western() -> frozenset[str]:
    return frozenset(_WESTERN)


def _rows(codec: str, leads: range, trails: range) -> frozenset[str]:
    """Decode a block of a double-byte code table; what is unassigned there is left out."""
    cells = b"".join(bytes((lead, trail)) for lead in leads for trail in trails)
    return frozenset(cells.decode(codec, "ignore"))


@cache
def _candidates() -> tuple[_Candidate, ...]:
    """Make the table of encodings, in the order that wins a tie."""
    signs = frozenset(map(chr, (*range(0x2010, 0x2030), *range(0x3000, 0x3020), *range(0xFF01, 0xFF5F)))) | set("·×℃")
    gb = _rows("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF)) | signs
    big5 = _rows("big5", range(0xA4, 0xC7), range(0x40, 0xFF)) | signs
    jis = _rows("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF)) | signs | set(_KANA)
    jis |= frozenset(map(chr, range(0x30A1, 0x30F7)))
    korean = _rows("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)) | signs
    latin = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x180), *range(0x391, 0x3CA), *range(0x410, 0x450))))
    every = gb | big5 | jis | korean | latin | set("\t\n\r")
    han, kana, hangul = frozenset(_HAN), frozenset(_KANA), frozenset(_HANGUL)
    known = han | kana | hangul
    return (
        _Candidate("utf-8", every, known),
        # Traditional texts come in GBK as well, so that both level 1 are ordinary there; kana are not.
        _Candidate("gb18030", (gb | big5) - kana | signs, han),
        _Candidate("big5hkscs", big5, han),
        _Candidate("utf-16-le", every, known, least=0, accepted=_WIDE_ACCEPTED, counts_ascii=True),
        _Candidate("utf-16-be", every, known, least=0, accepted=_WIDE_ACCEPTED, counts_ascii=True),
        _Candidate("utf-32-le", every, known, least=0, counts_ascii=True),
        _Candidate("utf-32-be", every, known, least=0, counts_ascii=True),
        _Candidate("cp932", jis, kana, least=_RIVAL_FREQUENT),
        _Candidate("euc_jp", jis, kana, least=_RIVAL_FREQUENT),
        _Candidate("cp949", korean, hangul, least=_RIVAL_FREQUENT),
    )
