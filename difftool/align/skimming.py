"""The stretches of a very long text in which another may stand, found without reading it letter by letter.

Asked before `locate`, which reads what is left. Knows only phrases that are written alike in every copy.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from difftool.align.letters import LONG
from difftool.model import Span
from difftool.view.data import script_table
from difftool.view.folds import match
from difftool.view.places import places

# Shorter texts, and those not so many times as long as what is sought, are read as fast.
_LONG, _MANY_TIMES = LONG, 20
# So many phrases are looked for, each so long: a place that holds a third of the text holds some of them.
_MOST_PHRASES, _FEWEST_PHRASES = 16, 10
_SHORTEST_PHRASE, _LONGEST_PHRASE = 5, 8
# Where those are common: pieces of a folded text, so long that an edit spoils two of five, and three times as many.
_LINE, _MOST_LINES = re.compile("[一-鿿,.:;]{12}"), 48
# A phrase that stands in more places tells none of them.
_COMMON = 60
# The marks that copies write in two widths.
_HALVES = {"，": ",", "。": ".", "；": ";", "：": ":"}
_HALF = str.maketrans(_HALVES)
# So many different phrases near each other are worth reading what is around them.
_TOGETHER = 3


def skimmed(inner: str, outer: str) -> list[Span] | None:
    """List the stretches of `outer` in which a third of `inner` or more may stand, ascending and disjoint.

    None where all must be read: short texts, texts without Chinese phrases, phrases that stand everywhere. Looked for
    are phrases of characters that Simplified and Traditional copies share, so that a place in another script is found
    as well; where they are common, as on a template, what stands around a mark; and where that is common, too, longer
    pieces of both texts folded. Some 30 searches in `outer`, or 80 and a fold, at the speed of memory.

    >>> skimmed("有志者事竟成也是千古名言", "天地玄黄" * 9) is None
    True
    """
    if len(outer) < max(_LONG, _MANY_TIMES * len(inner)):
        return None
    for text, phrases in _tries(inner, outer):
        found = _found(text, phrases)
        if found is not None:
            stretches = _gathered(sorted(found), 2 * len(inner), len(outer))
            return stretches if 2 * sum(span.length for span in stretches) < len(outer) else None
    return None


def _tries(inner: str, outer: str) -> Iterator[tuple[str, list[str]]]:
    """Give what to look for and where: nothing is folded as long as phrases tell places."""
    for pattern in (_phrase(), _joint()):
        phrases = _phrases(inner, pattern, _MOST_PHRASES)
        if len(phrases) >= _FEWEST_PHRASES:
            yield outer, phrases
    lines = _phrases(match(inner), _LINE, _MOST_LINES)
    if len(lines) >= _FEWEST_PHRASES:
        yield match(outer), lines


@cache
def _constant() -> str:
    """Write the class of Chinese characters that no other one folds to, and that fold to no other."""
    changing = "".join(sorted({*script_table.FORMS, *script_table.SIMPLIFIED}))
    return f"(?:(?![{re.escape(changing)}某])[一-鿿])"


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(f"{_constant()}{{{_SHORTEST_PHRASE},{_LONGEST_PHRASE}}}")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(f"{_constant()}{{2,4}}[{''.join(_HALVES)}]{_constant()}{{2,4}}")


def _phrases(text: str, pattern: re.Pattern[str], most: int) -> list[str]:
    """Choose phrases from all over a text."""
    every = list(dict.fromkeys(pattern.findall(text)))
    step = max(1, len(every) // most)
    return every[::step][:most]


def _found(outer: str, phrases: Sequence[str]) -> list[tuple[int, int]] | None:
    """List where phrases stand, each place with the number of its phrase; None where most stand everywhere."""
    found: list[tuple[int, int]] = []
    common = 0
    for number, phrase in enumerate(phrases):
        half = phrase.translate(_HALF)
        forms = dict.fromkeys((phrase, half))
        # One place more than is of use ends the search.
        stands = [place for form in forms for place in islice(places(outer, form), _COMMON + 1)]
        if len(stands) > _COMMON:
            common += 1
            if len(phrases) - common < _FEWEST_PHRASES:
                return None
        else:
            found += [(place, number) for place in stands]
    return found


def _gathered(found: Sequence[tuple[int, int]], reach: int, length: int) -> list[Span]:
    """Join what lies around some different phrases that stand near each other."""
    stretches: list[Span] = []
    near: deque[tuple[int, int]] = deque()
    for place, number in found:
        near.append((place, number))
        while place - near[0][0] > reach:
            near.popleft()
        if len({one for _, one in near}) >= _TOGETHER:
            span = Span(max(0, near[0][0] - reach), min(length, place + reach))
            if stretches and span.start <= stretches[-1].end:
                span = Span(stretches.pop().start, span.end)
            stretches.append(span)
    return stretches
