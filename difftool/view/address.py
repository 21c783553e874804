"""An address: the levels of a text that lead to a paragraph, each with its number and as people cite it.

Given by `outline`. Knows no document.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["COUNTED", "Address", "Step", "cite", "cited"]

COUNTED = "段"  # the style of a paragraph that has no number of its own


class Step(NamedTuple):
    """Hold one level of an address: its style, its number, how it is cited (empty where it is not).

    The number is one whole number, or two for what was put in later (第一百二十条之一, § 12a), or the parts of
    a decimal number. In a statute the styles are 编 章 节 条 款 项 目 (in Taiwan's 条 项 款 目), whatever their script.
    """

    style: str
    value: tuple[int, ...]
    text: str


Address = tuple[Step, ...]


def cite(address: Address) -> str:
    """Write an address as people cite it.

    >>> cite((Step("part", (3,), "第3篇"), Step("一、", (1,), "一、"), Step("段", (2,), "第2段")))
    '第3篇 一、第2段'
    >>> cite((Step("section", (4,), "Section 4"), Step("(a)", (1,), "(a)"), Step("段", (2,), "para. 2")))
    'Section 4(a), para. 2'
    """
    written, before = "", ""
    for step in address:
        if step.text:
            written += _joint(written, before, step.text) + step.text
            before = step.style
    return written


def cited(addresses: Iterable[Address]) -> Iterator[str]:
    """Write addresses as `cite` does: those that follow each other under one heading begin alike.

    >>> above = Step("一、", (1,), "一、")
    >>> list(cited([(above, Step("段", (1,), "第1段")), (above, Step("段", (2,), "第2段")), ()]))
    ['一、第1段', '一、第2段', '']
    """
    above: Address | None = None
    begun = sign = ""
    for address in addresses:
        text = address[-1].text if address else ""
        # A paragraph is joined as the last one was: the words of such steps begin alike.
        if not text or address[-1].style != COUNTED:
            yield cite(address)
            continue
        if address[:-1] != above or text[0] != sign:
            above, sign = address[:-1], text[0]
            begun = cite(address).removesuffix(text)
        yield begun + text


def _joint(written: str, before: str, text: str) -> str:
    """Give what stands between what is written, whose last step has the style `before`, and the text of the next."""
    if before == "附件" or (before == "part" and not written[-1].isascii()):
        return " "
    is_word = text.startswith(("para", "§")) or (text[0].isascii() and written[-1:].isascii())
    return ", " if written and is_word and text[0] != "(" else ""
