"""The stretches of a very long text in which another may stand, found without reading it letter by letter.

Asked before `locate`, which reads what is left. Knows only phrases that copies write alike, or in a few ways.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product
from math import prod
from typing import TypeVar

from difftool.align.letters import LONG
from difftool.model import Span
from difftool.view.data import script_table
from difftool.view.folds import match
from difftool.view.places import places

# Shorter texts, and those not so many times as long as what is sought, are read as fast.
_LONG, _MANY_TIMES = LONG, 20
# So many phrases are looked for, each so long: a place that holds a third of the text holds some of them.
_MOST_PHRASES, _FEWEST_PHRASES = 16, 10
_PHRASE = re.compile("[一-鿿]{5,8}")
# Where those are common: pieces of a folded text, so long that an edit spoils two of five, and three times as many.
_LINE, _MOST_LINES = re.compile("[一-鿿,.:;]{12}"), 48
# A phrase that stands in more places tells none of them.
_COMMON = 60
# The marks that copies write in two widths.
_HALVES = {"，": ",", "。": ".", "；": ";", "：": ":"}
_JOINT = re.compile(f"[一-鿿]{{2,4}}[{''.join(_HALVES)}][一-鿿]{{2,4}}")
# A phrase that copies write in so many ways has two characters of two forms each, and a mark of two widths.
_MOST_FORMS = 8
_MASK = "某"
# So many signs of a text tell which are rare: one in so many at most, and not so many times as often in all the text.
_SAMPLE, _RARE, _MORE_THAN_SAMPLED = 20_000, 1_000, 4
# So many different phrases near each other are worth reading what is around them.
_TOGETHER = 3

Phrase = TypeVar("Phrase")
_Forms = tuple[str, ...]  # of one phrase, all equally long


def skimmed(inner: str, outer: str) -> list[Span] | None:
    """List the stretches of `outer` in which a third of `inner` or more may stand, ascending and disjoint.

    None where all must be read: short texts, texts without Chinese phrases, phrases that stand everywhere. Looked for
    are phrases of characters that Simplified and Traditional copies share, so that a place in another script is found
    as well; where they are common, as on a template, what stands around a mark, and then in all the ways that copies
    write it; at last longer pieces of both texts folded. Some 80 searches in `outer`, or 130 and a fold, at the speed
    of memory.

    >>> skimmed("有志者事竟成也是千古名言", "天地玄黄" * 9) is None
    True
    """
    if len(outer) < max(_LONG, _MANY_TIMES * len(inner)):
        return None
    sample = _sampled(outer)
    for text, phrases in _tries(inner, outer, sample):
        found = _found(text, phrases, sample)
        if found is not None:
            stretches = _gathered(sorted(found), 2 * len(inner), len(outer))
            return stretches if 2 * sum(span.length for span in stretches) < len(outer) else None
    return None


def _sampled(outer: str) -> Counter[str]:
    """Count signs from all over a text, to tell which are rare."""
    return Counter(outer[:: max(1, len(outer) // _SAMPLE)])


def _tries(inner: str, outer: str, sample: Counter[str]) -> Iterator[tuple[str, Sequence[_Forms]]]:
    """Give what to look for and where: nothing is folded as long as phrases tell places."""
    # What copies write otherwise stands in no phrase.
    constant = inner.translate(dict.fromkeys(_changing().intersection(map(ord, set(inner))), " "))
    for pattern in (_PHRASE, _JOINT):
        phrases = [_written(phrase) for phrase in _different(constant, pattern)]
        if len(phrases) >= _FEWEST_PHRASES:
            yield outer, _chosen(phrases, _MOST_PHRASES)
    # It does in many more phrases, each with a rare sign: to look for each of many forms takes as long as to fold.
    # Many, for what is rare is masked more often (of copies masked and cut, as many are found as by folding).
    every = [forms for phrase in _different(inner.replace(_MASK, " "), _JOINT) if (forms := _written(phrase))]
    rare = [forms for forms in every if _rarest(forms, sample)[0] <= _SAMPLE // _RARE]
    if len(rare) >= _MOST_PHRASES:
        yield outer, _chosen(rare, _MOST_LINES)
    lines = _chosen(_different(match(inner), _LINE), _MOST_LINES)
    if len(lines) >= _FEWEST_PHRASES:
        yield match(outer), [(line,) for line in lines]


@cache
def _changing() -> frozenset[int]:
    """List the characters that fold to another one, those that others fold to, and what may be a mask."""
    return frozenset(map(ord, f"{script_table.FORMS}{script_table.SIMPLIFIED}{_MASK}"))


@cache
def _shapes() -> dict[str, str]:
    """Map each character that copies write in several ways to all of them, and each mark to its two widths."""
    shapes = {simplified: simplified for simplified in script_table.SIMPLIFIED}
    for form, simplified in zip(script_table.FORMS, script_table.SIMPLIFIED, strict=True):
        shapes[simplified] += form
    shapes |= {form: shapes[one] for form, one in zip(script_table.FORMS, script_table.SIMPLIFIED, strict=True)}
    return shapes | {mark: mark + half for mark, half in _HALVES.items()}


def _written(phrase: str) -> _Forms:
    """List how copies write a phrase; nothing where there are too many ways, or no sign that they all share.

    >>> _written("中国，有")
    ('中国，有', '中国,有', '中國，有', '中國,有')
    """
    shapes = [_shapes().get(sign, sign) for sign in phrase]
    if 1 not in map(len, shapes) or prod(map(len, shapes)) > _MOST_FORMS:
        return ()
    return tuple(map("".join, product(*shapes)))


def _different(text: str, pattern: re.Pattern[str]) -> list[str]:
    """List the phrases of a text, each once."""
    return list(dict.fromkeys(pattern.findall(text)))


def _chosen(every: Sequence[Phrase], most: int) -> Sequence[Phrase]:
    """Choose some from all over."""
    return every[:: max(1, len(every) // most)][:most]


def _found(outer: str, phrases: Sequence[_Forms], sample: Counter[str]) -> list[tuple[int, int]] | None:
    """List where phrases stand, each place with the number of its phrase; None where most stand everywhere."""
    found: list[tuple[int, int]] = []
    common = 0
    for number, forms in enumerate(phrases):
        stands = _stands(outer, forms, sample)
        if len(stands) > _COMMON:
            common += 1
            if len(phrases) - common < _FEWEST_PHRASES:
                return None
        else:
            found += [(place, number) for place in stands]
    return found


def _stands(outer: str, forms: _Forms, sample: Counter[str]) -> list[int]:
    """List where a phrase stands in any of its forms; of more places than are of use, one more than that, or some.

    All forms are found by the rarest sign that they share: memory is searched for one sign three times as fast as for
    a phrase. Where none is rare, each form is looked for.
    """
    rarest, before = _rarest(forms, sample)
    if rarest <= _SAMPLE // _RARE:
        sign = forms[0][before]
        stands: list[int] = []
        place = outer.find(sign, before)
        for _ in range(_MORE_THAN_SAMPLED * len(outer) // _RARE):
            if place < 0 or len(stands) > _COMMON:
                return stands
            if outer.startswith(forms, place - before):
                stands.append(place - before)
            place = outer.find(sign, place + 1)
    return [place for form in forms for place in islice(places(outer, form), _COMMON + 1)]


def _rarest(forms: _Forms, sample: Counter[str]) -> tuple[int, int]:
    """Tell how often the rarest sign that all forms share stands among the sampled ones, and where it is in a form."""
    return min((sample[signs[0]], at) for at, signs in enumerate(zip(*forms, strict=True)) if len(set(signs)) == 1)


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
