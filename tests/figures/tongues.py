"""Invented prose in several languages: what a paragraph, a heading and a sentence end look like, and how to edit it."""

import random
from collections.abc import Callable
from typing import NamedTuple

from strangers import Plant, characters, words

from prose import OBJECTS, english_sentence, sentence, traditional


class Language(NamedTuple):
    """Hold how a language is written: `stop` ends sentences, `glue` joins them, `scale` is letters per Han sign."""

    body: Callable[[random.Random], str]
    heading: Callable[[random.Random], str]
    boilerplate: str
    plant: Plant
    stop: str = "。"
    glue: str = ""
    scale: int = 1
    numbered: bool = True


def _body(chance: random.Random) -> str:
    start = chance.choice(["", "", "", "会议指出，", "各单位要按照职责分工，", "违反前款规定的，"])
    return start + "".join(sentence(chance) for _ in range(chance.randint(1, 5)))


def _heading(chance: random.Random) -> str:
    return chance.choice(["总体要求", "工作措施", "组织保障"]) + chance.choice(
        ["", "", f"（{chance.choice(OBJECTS)}）"]
    )


def chinese() -> Language:
    """Write Simplified Chinese."""
    return Language(_body, _heading, "以上意见，请结合实际认真贯彻执行。", characters)


def taiwanese() -> Language:
    """Write the same prose in Traditional characters."""
    return Language(
        lambda chance: traditional(_body(chance)),
        lambda chance: traditional(_heading(chance)),
        traditional("以上意见，请结合实际认真贯彻执行。"),
        characters,
        numbered=False,
    )


def english() -> Language:
    """Write English of one to five sentences a paragraph."""
    return Language(
        lambda chance: " ".join(english_sentence(chance) for _ in range(chance.randint(1, 5))),
        lambda chance: chance.choice(["General provisions", "Measures", "Organisation and control"]),
        "The parties shall act in good faith at all times.",
        words,
        stop=".",
        glue=" ",
        scale=3,
        numbered=False,
    )
