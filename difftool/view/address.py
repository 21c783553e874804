"""An address: the levels of a text that lead to a paragraph, each with its number and as people cite it.

Given by `outline`. Knows no document.
"""

from typing import NamedTuple

__all__ = ["Address", "Step", "cite"]


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
    if len(address) == 1:  # as in most texts that have no headings
        return address[0].text
    written, before = "", ""
    for step in address:
        if not step.text:
            continue
        if before == "附件" or (before == "part" and not written[-1].isascii()):
            written += " "
        elif written and (step.text.startswith(("para", "§")) or (step.text[0].isascii() and written[-1].isascii())):
            written += "" if step.text[0] == "(" else ", "
        written += step.text
        before = step.style
    return written
