"""Two versions of a statute: articles put in and dropped, numbers shifted, references shifted along or forgotten."""

import random
from typing import NamedTuple

from drafts import UNEDITED
from editions import numeral
from strangers import characters
from tongues import chinese
from truth import Draft, Piece, Planted, Range, Truth, truth

from prose import MODES, OBJECTS, SUBJECTS, VERBS

# Wordings of a reference to another article of the same law, and one to another law that no map may touch.
_WAYS = ("依照本法第{}条的规定，", "违反第{}条规定的，", "除第{}条另有规定外，", "根据本法第{}条，")
_ELSEWHERE = "依照《行政程序法》第{}条的规定，"


class _Paragraph(NamedTuple):
    """Hold a paragraph: its number's place, where its text begins, and the article that it refers to, with where."""

    text: str
    number: Planted | None = None
    begins: int = 0
    target: int = -1
    reference: Range = (0, 0)


class _Article(NamedTuple):
    clause: list[_Paragraph]
    items: list[str]


class Statutes(NamedTuple):
    """Hold what is true of two versions, and the references (第三条) that now point elsewhere, on both sides."""

    truth: Truth
    stale: set[tuple[Range, Range]]


def statutes(seed: int) -> Statutes:
    """Make two versions of a law of 12 to 60 articles."""
    return _Drafting(random.Random(seed)).drafted()


class _Drafting:
    """Hold one law while its second version is written."""

    def __init__(self, chance: random.Random) -> None:
        """Decide what stays, what goes, and what comes behind which article."""
        self.chance = chance
        count = chance.randint(12, 60)
        free = list(range(2, count - 2, 3))
        chance.shuffle(free)
        cuts = chance.randint(0, 3), chance.randint(4, 7)
        self.dropped, self.behind = set(free[: cuts[0]]), set(free[cuts[0] : cuts[1]])
        self.numbers: dict[int, int] = {}
        clause = 0
        for at in range(count):
            clause += at not in self.dropped
            if at not in self.dropped:
                self.numbers[at] = clause
            clause += at in self.behind
        self.articles = [self._article(at, count) for at in range(count)]
        self.left: list[str] = []
        self.right: list[list[Piece]] = []
        self.forgotten: list[tuple[int, int, Range]] = []

    def drafted(self) -> Statutes:
        """Write both versions."""
        for at, article in enumerate(self.articles):
            for paragraph in article.clause:
                self._carry(at, paragraph)
            self._list(at, article.items)
            if at in self.behind:
                number = numeral(self._next(at))
                self._new(f"第{number}条　{chinese().body(self.chance)}{chinese().body(self.chance)}")
        found = truth(Draft(self.left, self.right))
        return Statutes(found, {self._placed(found, *one) for one in self.forgotten})

    def _next(self, at: int) -> int:
        return max([number for old, number in self.numbers.items() if old <= at], default=0) + 1

    def _article(self, at: int, count: int) -> _Article:
        chance = self.chance
        head = f"第{numeral(at + 1)}条　"
        clause = []
        for index in range(chance.choice([1, 1, 2, 3])):
            start = head if not index else ""
            target = chance.randrange(count) if chance.random() < 0.3 else -1
            way = chance.choice(_WAYS)
            if target in {at, -1} or target in self.dropped:
                target = -1
                way = _ELSEWHERE if chance.random() < 0.1 else ""
            written = way.format(numeral(target + 1 if target >= 0 else chance.randint(1, count)))
            text = start + written + chinese().body(chance)
            place = text.find("第", len(start))
            reference = (place, text.find("条", place) + 1) if target >= 0 else (0, 0)
            number = Planted(1, len(head) - 2, "", "renumbering") if not index else None
            clause.append(_Paragraph(text, number, len(start) + len(written), target, reference))
        items = [self._item() for _ in range(chance.choice([0, 0, 0, chance.randint(3, 8)]))]
        if items:
            clause[-1] = clause[-1]._replace(text=clause[-1].text[:-1] + "，包括下列事项：")
        return _Article(clause, items)

    def _item(self) -> str:
        one = self.chance
        return (
            f"{one.choice(SUBJECTS)}{one.choice(MODES)}{one.choice(VERBS)}的{one.choice(SUBJECTS)}{one.choice(OBJECTS)}"
        )

    def _carry(self, at: int, paragraph: _Paragraph) -> None:
        """Put a paragraph into the left version, and into the right one with its numbers shifted."""
        source = len(self.left)
        self.left.append(paragraph.text)
        if at in self.dropped:
            return
        edits: list[Planted] = []
        if paragraph.number and self.numbers[at] != at + 1:
            edits.append(paragraph.number._replace(new=numeral(self.numbers[at])))
        if paragraph.target >= 0 and self.numbers[paragraph.target] != paragraph.target + 1:
            start, end = paragraph.reference
            if self.chance.random() < 0.7:
                edits.append(Planted(start + 1, end - 1, numeral(self.numbers[paragraph.target]), "reference"))
            else:
                self.forgotten.append((source, len(self.right), paragraph.reference))
        if self.chance.random() < 0.3:
            stop = len(paragraph.text) - UNEDITED
            planted = characters(self.chance, paragraph.text, paragraph.begins + UNEDITED, stop, 20)
            edits += planted[: max(1, len(paragraph.text) // 20)]
        self.right.append([Piece(source, source, 0, len(paragraph.text), tuple(edits))])

    def _list(self, at: int, items: list[str]) -> None:
        """Give the items consecutive numbers on both sides; now and then one goes or comes in the middle."""
        change = self.chance.choice(["", "", "drop", "insert"]) if len(items) > 4 and at not in self.dropped else ""
        number = 0
        for index, item in enumerate(items):
            mark = "。" if index == len(items) - 1 else "；"
            head, text = numeral(index + 1), f"（{numeral(index + 1)}）{item}{mark}"
            source = len(self.left)
            self.left.append(text)
            if at in self.dropped or (change == "drop" and index == 2):
                continue
            number += 1
            new = numeral(number)
            edits = (Planted(1, 1 + len(head), new, "renumbering"),) if new != head else ()
            self.right.append([Piece(source, source, 0, len(text), edits)])
            if change == "insert" and index == 1:
                number += 1
                self._new(f"（{numeral(number)}）{self._item()}，并{self._item()}；")

    def _new(self, text: str) -> None:
        self.right.append([Piece(-1 - len(self.right), None, text=text)])

    def _placed(self, found: Truth, source: int, paragraph: int, reference: Range) -> tuple[Range, Range]:
        """Find a forgotten reference in both texts."""
        here = sum(len(text) + 1 for text in self.left[:source]) + reference[0]
        lines = found.right.split("\n")
        text = self.left[source][slice(*reference)]
        there = sum(len(line) + 1 for line in lines[:paragraph])
        there = found.right.index(text, there + (lines[paragraph].find("　") + 1 if "　" in lines[paragraph] else 0))
        length = reference[1] - reference[0]
        return (here, here + length), (there, there + length)
