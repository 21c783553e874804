"""In which language and direction each side is written, as a browser wants to know it.

For fonts, hyphens and voices: Chinese is told from Japanese and Korean, Traditional from Simplified, and what runs
from right to left. Which language of an alphabet a text is in, nobody asks.
"""

from difftool.view.folds import script

__all__ = ["spoken"]

_SAMPLE = 400  # code points of each side
_MOST = 0.5
_SHARE = 0.05  # of kana in a Japanese text there are far more, in a Chinese one that quotes them far fewer

_KANA, _HANGUL, _HAN = "\u3040\u30ff", "\uac00\ud7a3", "\u4e00\u9fff"  # blocks of Unicode, first and last
_HEBREW_TO_ARABIC, _THEIR_FORMS = "\u0590\u08ff", "\ufb1d\ufefc"


def spoken(left: str, right: str) -> dict[str, str]:
    """Give the attributes of the whole text, and of a cell of each side where they are others; no quotes to escape.

    >>> spoken("国家邮政局", "國家郵政局")
    {'text': ' lang=zh-Hans dir=ltr', 'left': '', 'right': ' lang=zh-Hant'}
    """
    sides = [(_language(text[:_SAMPLE]), _direction(text[:_SAMPLE])) for text in (left, right)]
    whole = f" lang={sides[0][0]} dir={sides[0][1]}"
    other = "".join(
        f" {name}={there}" for name, here, there in zip(("lang", "dir"), *sides, strict=True) if here != there
    )
    return {"text": whole, "left": "", "right": other}


def _language(text: str) -> str:
    """Tell what the voice and the fonts must know; undetermined (BCP 47) for alphabets."""
    if _share(text, _HAN) < _MOST:
        return "ko" if _share(text, _HANGUL) > _SHARE else "ja" if _share(text, _KANA) > _SHARE else "und"
    if _share(text, _KANA) > _SHARE:
        return "ja"
    # Signs that a fold to Simplified changes are the Traditional ones.
    changed = sum(one != other for one, other in zip(text, script(text), strict=False))
    return "zh-Hant" if changed > _SHARE * len(text) else "zh-Hans"


def _direction(text: str) -> str:
    """Tell the direction of most letters."""
    return "rtl" if _share(text, _HEBREW_TO_ARABIC) + _share(text, _THEIR_FORMS) > _MOST else "ltr"


def _share(text: str, block: str) -> float:
    """Count the signs of a block, as a share of all letters and digits."""
    return sum([block[0] <= sign <= block[1] for sign in text]) / max(sum(map(str.isalnum, text)), 1)
