"""In which language and direction a text is written, as browsers and office documents want to know it.

For fonts, hyphens and voices: Chinese is told from Japanese and Korean, Traditional from Simplified, and what runs
from right to left. Which language of an alphabet a text is in, nobody asks.
"""

from bisect import bisect_left, bisect_right

from difftool.view.folds import script

__all__ = ["language", "spoken"]

_SAMPLE = 1_000  # code points: enough to know a language, and soon read
_MOST = 0.5
_SHARE = 0.05  # of kana in a Japanese text there are far more, in a Chinese one that quotes them far fewer

_KANA, _HANGUL, _HAN = "\u3040\u30ff", "\uac00\ud7a3", "\u4e00\u9fff"  # blocks of Unicode, first and last
_HEBREW_TO_ARABIC, _THEIR_FORMS = "\u0590\u08ff", "\ufb1d\ufefc"


def spoken(left: str, right: str) -> dict[str, str]:
    """Give the attributes of the whole text, and of a cell of each side where they are others; no quotes to escape.

    >>> spoken("国家邮政局", "國家郵政局")
    {'text': ' lang=zh-Hans dir=ltr', 'left': '', 'right': ' lang=zh-Hant'}
    """
    sides = [(language(text), _direction(text)) for text in (left, right)]
    whole = f" lang={sides[0][0]} dir={sides[0][1]}"
    other = "".join(
        f" {name}={there}" for name, here, there in zip(("lang", "dir"), *sides, strict=True) if here != there
    )
    return {"text": whole, "left": "", "right": other}


def language(text: str) -> str:
    """Tell what the voice and the fonts must know of a text, by its beginning; undetermined (BCP 47) for alphabets.

    >>> language("第一条 甲方"), language("第一條 總則與國際法"), language("Article 1"), language("")
    ('zh-Hans', 'zh-Hant', 'und', 'und')
    """
    letters = _letters(text)
    if _share(letters, _HANGUL) > _SHARE:
        return "ko"
    if _share(letters, _KANA) > _SHARE:
        return "ja"
    if _share(letters, _HAN) <= _MOST:
        return "und"
    # Signs that a fold to Simplified changes are the Traditional ones.
    changed = sum([one != other for one, other in zip(letters, script(letters), strict=True)])
    return "zh-Hant" if changed > _SHARE * len(letters) else "zh-Hans"


def _direction(text: str) -> str:
    """Tell the direction of most letters."""
    letters = _letters(text)
    return "rtl" if _share(letters, _HEBREW_TO_ARABIC) + _share(letters, _THEIR_FORMS) > _MOST else "ltr"


def _letters(text: str) -> str:
    """Take the letters of the beginning, sorted."""
    return "".join(sorted(filter(str.isalpha, text[:_SAMPLE])))


def _share(letters: str, block: str) -> float:
    """Count the letters of a block among sorted ones, as a share of all."""
    return (bisect_right(letters, block[1]) - bisect_left(letters, block[0])) / max(len(letters), 1)
