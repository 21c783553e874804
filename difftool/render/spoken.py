"""In which language and direction each side is written, as a browser wants to know it.

For fonts, hyphens and voices: Chinese is told from Japanese and Korean, Traditional from Simplified, and what runs
from right to left. Which language of an alphabet a text is in, nobody asks.
"""

from difftool.view.folds import script

__all__ = ["spoken"]

_SAMPLE = 4_000  # code points of each side
_MOST = 0.5
_SHARE = 0.05  # of kana in a Japanese text there are far more, in a Chinese one that quotes them far fewer


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
    letters = [sign for sign in text if sign.isalpha()]
    if _share(letters, ("\u3040", "\u30ff")) > _SHARE:  # hiragana, katakana
        return "ja"
    if _share(letters, ("\uac00", "\ud7a3")) > _SHARE:  # hangul
        return "ko"
    if _share(letters, ("\u4e00", "\u9fff")) < _MOST:
        return "und"
    plain = "".join(letters)
    # Signs that a fold to Simplified changes are the Traditional ones.
    changed = sum(one != other for one, other in zip(plain, script(plain), strict=False))
    return "zh-Hant" if changed > _SHARE * len(letters) else "zh-Hans"


def _direction(text: str) -> str:
    """Tell the direction of most letters: Hebrew, Arabic and their neighbours run from right to left."""
    letters = [sign for sign in text if sign.isalpha()]
    backwards = _share(letters, ("\u0590", "\u08ff")) + _share(letters, ("\ufb1d", "\ufefc"))
    return "rtl" if backwards > _MOST else "ltr"


def _share(letters: list[str], block: tuple[str, str]) -> float:
    """Count the letters of a block of Unicode, as a share of all."""
    return sum(block[0] <= sign <= block[1] for sign in letters) / max(len(letters), 1)
