"""The address of each paragraph: where it stands, as people cite it.

Asked by `compare` for the places of a report. Headings and numbers are read by `heads`, lines by `lines`, the
articles of a compilation by `sections`; here they are put under each other. Knows one document at a time.
"""

from itertools import compress

from difftool.model import Document
from difftool.view.address import COUNTED, Address, Step, cite, cited
from difftool.view.clauses import LEVELS, is_article, is_list, is_next, is_set_apart, is_taiwanese, is_titled, level
from difftool.view.heads import FIRST_SIGNS, Head, head_at
from difftool.view.levels import Levels
from difftool.view.lines import Lines, is_ended, lines
from difftool.view.sections import LONGEST_TITLE, Parts, parts

__all__ = ["Address", "Step", "cite", "cited", "outline"]

# What is numbered through holds no list, and lies in one of a lower rank.
_UNITS = ("附件", "卷", "编 篇 部", "部分 分编", "章 回 课 讲", "节")
_RANKS = {unit: rank for rank, units in enumerate(_UNITS) for unit in units.split()}
_GATHERING = frozenset(_RANKS) - {"附件"}
_DEEPEST = len(_UNITS)
_CLAUSE = "¶"  # the style of a 款 among those open; no head has it
_COMMENT = "<!--"
_SHOWN_TITLE = 12  # code points of a heading without a number, enough to know it by


def outline(document: Document) -> list[Address]:
    r"""Give each paragraph its address; an empty one to titles, tables of contents, and texts without any order.

    In a statute (第X条) paragraphs are 款, counted anew in each article, and lists 项 and 目; a single 款 has a
    step with no text. Elsewhere lists nest in the order in which their styles come under each other, and
    paragraphs are counted since the last heading (style 段). A piece of a line, and a line that goes on
    with the one before, have its address. Linear in the document.

    >>> from difftool.model import document
    >>> [cite(one) for one in outline(document("第三条 甲方：\n（一）交货；\n（二）付款。\n乙方同意。"))]
    ['第三条第一款', '第三条第一款第（一）项', '第三条第一款第（二）项', '第三条第二款']
    """
    found = lines(document)
    whole = document if len(found.spans) == len(document.paragraphs) else document._replace(paragraphs=found.spans)
    writer = _Outline(whole, found, parts(whole))
    if not writer.headings and not any(writer.heads):
        return [()] * len(found.of)
    addresses = writer.addresses()
    has_order = any(address and address[0].style != COUNTED for address in addresses)
    return [addresses[line] for line in found.of] if has_order else [()] * len(found.of)


class _Outline:
    """Walk through the lines with what is open above each: headings, articles, lists."""

    def __init__(self, document: Document, found: Lines, divided: Parts) -> None:
        self.text = document.text
        self.lines = found
        self.contents = divided.contents
        self.headings = {index: at + 1 for at, index in enumerate(divided.headings)}
        text = document.text
        self.heads = [head_at(text, span) if text[span.start] in FIRST_SIGNS else None for span in found.spans]
        sample = document.text[:2000:5]
        self.is_chinese = 10 * sum("\u4e00" <= sign <= "\u9fff" for sign in sample) > len(sample)
        self.open = Levels()
        self.tally: dict[Address, int] = {}
        self.done: list[Address] = []
        self.count = 0  # paragraphs since the last heading or item
        self.clauses = 0  # 款 in the article
        self.article = -1  # where the article stands in `open`
        self.first_line = 0  # of the article
        self.article_text = ""
        self.last_article: tuple[int, ...] = (0,)
        self.is_taiwanese = is_taiwanese(self.text, self.heads)
        self.in_title = True
        tops = sorted(head.style for head in self.heads if head and head.style[0] == "#")
        self.title = tops[0] if tops and tops.count(tops[0]) == 1 else ""  # the style of the document's own title

    def addresses(self) -> list[Address]:
        """Walk once from the first line to the last."""
        line = 0
        for stop in (*self._standing_out(), len(self.heads)):
            while line < stop and (self.article >= 0 or self.in_title):
                self.done.append(self._unnumbered(line))
                line += 1
            self.done += self._counted(stop - line)
            if stop < len(self.heads):
                self.done.append(self._address(stop, self.heads[stop]))
            line = stop + 1
        self._close_article()
        return self.done

    def _standing_out(self) -> list[int]:
        """List the lines that are no plain paragraph of their own: a book has few of them."""
        found = {*self.headings, *range(*self.contents), *compress(range(len(self.heads)), self.lines.goes_on)}
        found.update([line for line, head in enumerate(self.heads) if head is not None])
        if _COMMENT in self.text:
            found.update([line for line, (start, _) in enumerate(self.lines.spans) if self._is_comment(start)])
        return sorted(found)

    def _counted(self, number: int) -> list[Address]:
        """Count so many plain paragraphs, behind the title and in no article."""
        above, first = self.open.above, self.count + 1
        label = "第%d段" if self.is_chinese else "para. %d"
        self.count += max(0, number)
        return [(*above, Step(COUNTED, (at,), label % at)) for at in range(first, self.count + 1)]

    def _is_comment(self, start: int) -> bool:
        return self.text.startswith(_COMMENT, start)

    def _address(self, line: int, head: Head | None) -> Address:
        if self.contents.start <= line < self.contents.end:
            return ()
        if line in self.headings:
            return self._article_of_many(self.headings[line])
        if head is None or (self.lines.goes_on[line] and not self.open.follows(head)):
            return self._unnumbered(line)
        if head.style == "第条":
            return self._clause(line, head)
        if head.style[0] in "第附":
            return self._division(line, head)
        return self._heading(head) if head.style[0] == "#" else self._item(line, head)

    def _article_of_many(self, number: int) -> Address:
        """Begin the next article of a compilation, whose clauses are counted anew."""
        self._cut(0)
        self.last_article = (0,)
        return self._push("part", Step("part", (number,), f"第{number}篇" if self.is_chinese else f"part {number}"))

    def _push(self, style: str, step: Step, above: Address | None = None) -> Address:
        """Open a level, behind which paragraphs are counted anew."""
        self.count, self.in_title = 0, False
        return self.open.push(style, step, above)

    def _cut(self, length: int) -> None:
        """Close all but the outermost `length` levels."""
        if self.article >= length:
            self._close_article()
        del self.open.levels[length:]

    def _close_article(self) -> None:
        """Leave the number of its only 款 uncited."""
        if self.article >= 0 and self.clauses == 1:
            at = self.article + 1
            for line in range(self.first_line, len(self.done)):
                address = self.done[line]
                if len(address) > at:
                    self.done[line] = (*address[:at], address[at]._replace(text=""), *address[at + 1 :])
        self.article = -1

    def _unnumbered(self, line: int) -> Address:
        """Count a paragraph, or go on with the one before."""
        span = self.lines.spans[line]
        if self.lines.goes_on[line] and self.done:
            return self.done[-1]
        if self.article >= 0:
            return self._open_clause()
        is_title = self.in_title and span.length <= LONGEST_TITLE and not is_ended(self.text, span)
        if is_title or self._is_comment(span.start):
            return ()
        self.in_title = False
        return self._counted(1)[0]

    def _open_clause(self) -> Address:
        """Begin the next 款 of the article."""
        self._cut(self.article + 1)
        self.clauses += 1
        return self._push(_CLAUSE, level(0, (self.clauses,), "", self.article_text, taiwanese=self.is_taiwanese))

    def _clause(self, line: int, head: Head) -> Address:
        """Open an article; the text behind its number is its first 款, a title is not."""
        span = self.lines.spans[line]
        if not is_article(self.text, span, head, self.last_article):
            return self._unnumbered(line)
        at = self.open.first(lambda style: style == "第条")
        while at == len(self.open.levels) and at and is_list(self.open.levels[-1].style) and self.count:
            at -= 1
            self._cut(at)
        self._cut(at)
        # Articles are numbered through: what they are gathered in is not cited with them.
        above = tuple([step._replace(text="") if step.style in _GATHERING else step for step in self.open.above])
        address = self._push("第条", Step("条", head.value, head.text), above)
        self.article, self.first_line, self.clauses = len(self.open.levels) - 1, line, 0
        self.article_text, self.last_article = head.text, head.value
        after = self.heads[line + 1 : line + 2]
        return address if is_titled(self.text, span, head, after) else self._open_clause()

    def _division(self, line: int, head: Head) -> Address:
        """Open 第二章 and its like, unless a sentence only begins so."""
        if not is_set_apart(self.text, self.lines.spans[line], head):
            return self._unnumbered(line)
        unit = head.style.removeprefix("第")
        self._cut(self.open.first(lambda style: style != "part" and _rank(style) >= _RANKS[unit]))
        if unit == "附件":
            self.last_article = (0,)
        return self._push(head.style, Step(unit, head.value, head.text))

    def _heading(self, head: Head) -> Address:
        """Open a heading of Markdown that has no number; the only one of the top level is the document's title."""
        if head.style == self.title and not self.open.levels:
            return ()
        self._cut(self.open.first(lambda style: is_list(style) or style == "第条" or head.style <= style <= "#6"))
        above = self.open.above
        number = self.tally[above] = self.tally.get(above, 0) + 1
        title = head.text if len(head.text) <= _SHOWN_TITLE else head.text[:_SHOWN_TITLE] + "…"
        return self._push(head.style, Step("#", (number,), f"“{title}”"))

    def _item(self, line: int, head: Head) -> Address:
        """Put an item under what is open, beside its like."""
        least = 0
        if self.article >= 0 and not self._closes_article(head):
            if not self.clauses:
                self._open_clause()
            least = self.article + 2
        at, head = self.open.home(head, least)
        self._cut(at)
        above = self.open.above
        if head.style.startswith("1.1"):  # 1.2.3 says by itself where it stands
            above = tuple([step if step.style == "part" else step._replace(text="") for step in above])
        depth = at - self.article if self.article >= 0 else 0
        if 0 < depth <= LEVELS:
            numeral = head.text.rstrip("、.)")
            step = level(depth - 1, head.value, numeral, self.article_text, taiwanese=self.is_taiwanese)
        else:
            step = Step(head.style, head.value, head.text)
        address, span = self._push(head.style, step, above), self.lines.spans[line]
        self.count = int(span.length > LONGEST_TITLE or is_ended(self.text, span) or self.text[span.end - 1] in "，,、")
        return address

    def _closes_article(self, head: Head) -> bool:
        """Tell whether an item goes on with a list that the article itself lies in."""
        outer, inner = self.open.levels[: self.article], self.open.levels[self.article + 1 :]
        return any(is_next(head, *frame) for frame in outer) and not any(is_next(head, *frame) for frame in inner)


def _rank(style: str) -> int:
    """Give the rank of what is gathered under such a head; the lowest to a list."""
    return _RANKS.get(style.removeprefix("第"), _DEEPEST)
