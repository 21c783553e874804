"""What the page says, in two languages at once: the words in the page's own, those of the other beside them.

Stands between `html` and the template. Knows nothing of what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from difftool.render.words import counted

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Bilingual", "Pair", "counting", "same"]

# A text in English and in Chinese.
Pair = tuple[str, str]


def same(text: str) -> Pair:
    """Give a text that is the same in every language: a name, a digest.

    >>> same("a.txt")
    ('a.txt', 'a.txt')
    """
    return text, text


def counting(number: int, noun: str) -> Pair:
    """Put a number before its noun, in both languages.

    >>> counting(2, "change")[0]
    '2 changes'
    """
    from difftool.render import chinese  # noqa: PLC0415 - a terminal does without

    return counted(number, noun), chinese.counted(number, noun)


class Bilingual:
    """Write texts in the language of the page, and keep those of the other for the page's script.

    >>> words = Bilingual("zh")
    >>> str(words.say("left", "左")), words.texts
    ('<span data-t="0">左</span>', [('left', '左')])
    """

    def __init__(self, language: str) -> None:
        """Begin with nothing said."""
        self.language = language
        self.other = "zh" if language == "en" else "en"
        self.texts: list[Pair] = []
        self.labels: dict[str, str] = {}
        self._numbers: dict[Pair, int] = {}

    def say(self, english: str, chinese: str) -> Markup | str:
        """Write a text as an element that the script can put into the other language."""
        if english == chinese:
            return english
        from markupsafe import Markup, escape  # noqa: PLC0415 - comes with jinja2

        pair = english, chinese
        number = self._numbers.setdefault(pair, len(self.texts))
        if number == len(self.texts):
            self.texts.append(pair)
        return Markup(f'<span data-t="{number}">{escape(self.pick(pair))}</span>')  # noqa: S704 - the text is escaped

    def label(self, english: str) -> Markup | str:
        """Write a fixed text of the page."""
        return self.say(english, self._chinese(english))

    def plain(self, english: str) -> str:
        """Give a fixed text for an attribute; the script finds it among the labels."""
        self.labels[english] = self._chinese(english)
        return self.pick((english, self.labels[english]))

    def pick(self, pair: Pair) -> str:
        """Choose the text in the page's language."""
        return pair[0 if self.language == "en" else 1]

    def _chinese(self, english: str) -> str:
        from difftool.render.chinese import LABELS  # noqa: PLC0415 - as above

        return LABELS.get(english, english)
