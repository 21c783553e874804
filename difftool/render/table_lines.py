"""The paragraphs of a clause as lines of words, those that changed told apart.

Asked by `table`. Knows the changes of one link at a time, and nothing of what they mean.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from difftool.model import Comparison, Kind, Side, Span
from difftool.render.table_clauses import Unit
from difftool.render.visible import visible

__all__ = ["Line", "Lines", "Words"]

_NUMBER = (
    r"[#*\s]*(?:第[^第。，；]{1,12}?[条條](?:\s*之\s*[〇○零一二三四五六七八九十百\d]+)?"
    r"|(?i:article|section)\s+\w+|§\s*\w+)"
)


class Words(NamedTuple):
    """Hold words of a clause, ready to show: whether they changed, and whether they are the clause's own number."""

    text: str
    is_changed: bool = False
    is_number: bool = False


Line = tuple[Words, ...]


class Lines:
    """Hold a side of a comparison, whose clauses are drawn one by one."""

    def __init__(self, comparison: Comparison, text: str, side: Side) -> None:
        """Sort the spans of the changes that count by their links."""
        is_left = side is Side.LEFT
        self.text = text
        self.document = comparison.left if is_left else comparison.right
        self.links = {
            index: at for at, link in enumerate(comparison.links) for index in (link.left if is_left else link.right)
        }
        self.cuts: defaultdict[int, list[Span]] = defaultdict(list)
        for change in comparison.counted:
            span = change.left if is_left else change.right
            if change.kind is not Kind.MOVE and not span.is_empty:
                self.cuts[change.link].append(span)
        for cuts in self.cuts.values():
            cuts.sort()

    def of(self, units: Sequence[Unit], whole: Collection[int]) -> tuple[Line, ...]:
        """Draw the paragraphs of some units, a line each; of those in `whole` every word is changed.

        Lines of the text that one link has at one address are one paragraph, wrapped, and put together.
        """
        lines: list[list[Words]] = []
        before = -1
        for unit in units:
            for at, index in enumerate(unit.paragraphs):
                words = list(self._words(index, is_first=bool(unit.clauses) and not at, is_whole=index in whole))
                if lines and self._goes_on(before, index):
                    lines[-1] += [Words(_joint(lines[-1][-1].text, words[0].text)), *words]
                else:
                    lines.append(words)
                before = index
        return tuple([tuple([words for words in line if words.text]) for line in lines])

    def _words(self, index: int, *, is_first: bool, is_whole: bool) -> Iterator[Words]:
        """Cut a paragraph where changes begin and end, and behind the number of the clause that it begins."""
        span = self.document.paragraphs[index]
        found = _number().match(self.text, *span) if is_first else None
        number = found.end() if found else span.start
        cuts = [span] if is_whole else self._inside(span, self.cuts.get(self.links[index], []))
        at = span.start
        for cut in [*cuts, Span(span.end, span.end)]:
            yield from self._cut(Span(at, cut.start), number, is_changed=False)
            yield from self._cut(cut, number, is_changed=True)
            at = cut.end

    def _cut(self, span: Span, number: int, *, is_changed: bool) -> Iterator[Words]:
        """Cut words where the number of the clause ends."""
        border = min(max(number, span.start), span.end)
        for one in (Span(span.start, border), Span(border, span.end)):
            if not one.is_empty:
                yield Words(visible(one.of(self.text)), is_changed, one.end <= number)

    @staticmethod
    def _inside(span: Span, cuts: Sequence[Span]) -> list[Span]:
        """Keep what of the cuts lies inside the span, in order whatever they say: a faulty comparison loses no text."""
        kept: list[Span] = []
        at = span.start
        first = max(0, bisect_right(cuts, Span(span.start, span.start)) - 1)
        for cut in cuts[first:]:
            if cut.start >= span.end:
                break
            one = Span(max(cut.start, at), min(cut.end, span.end))
            if one.start < one.end:
                kept.append(one)
                at = one.end
        return kept

    def _goes_on(self, before: int, index: int) -> bool:
        """Tell whether a paragraph goes on with the one before: one link has both, and they stand at one address."""
        addresses = self.document.addresses
        is_same = self.links[before] == self.links[index] and index < len(addresses)
        return is_same and addresses[before] == addresses[index] != ""


def _joint(before: str, after: str) -> str:
    """Put a space between wrapped lines of a script that has spaces."""
    return " " if before[-1:].isascii() and after[:1].isascii() else ""


@cache
def _number() -> re.Pattern[str]:
    """Compile what finds the number of a clause, when it is first needed."""
    return re.compile(_NUMBER)
