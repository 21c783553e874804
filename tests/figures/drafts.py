"""Two editions of one document from a seed: paragraphs dropped, put in, split, merged, moved, halved and edited."""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from editions import numeral
from tongues import Language, chinese
from truth import Draft, Piece, Planted, Truth, is_plain, truth

# A half that moves, and the half that stays, have so many letters at least.
_HALF = 25
UNEDITED = 3

Unit = list[list[Piece]]


class Plan(NamedTuple):
    """Say how large a draft is and how much happens in it; ranges are inclusive.

    `edited` is the share of edited paragraphs, `sparse` the most characters between two of their edits.
    """

    paragraphs: tuple[int, int] = (15, 70)
    moves: tuple[int, int] = (0, 5)
    block: tuple[int, int] = (1, 3)
    halves: tuple[int, int] = (0, 0)
    others: tuple[int, int] = (0, 3)
    edited: float = 0.35
    sparse: int = 30
    numbered: float = 0.4
    headings: bool = True


def drafted(seed: int, plan: Plan | None = None, language: Language | None = None) -> tuple[Draft, Truth]:
    """Draft two editions; drawn again until the planted moves are the only smallest explanation of the order."""
    for turn in range(200):
        draft = _Drafting(random.Random(1_000 * seed + turn), plan or Plan(), language or chinese()).draft()
        found = truth(draft)
        moved = sum(
            len(link[0]) + len(link[1])
            for link in found.links
            if link[0]
            and link[1]
            and (*link[0][0][:1], *link[0][-1][1:], *link[1][0][:1], *link[1][-1][1:]) in found.moves
        )
        if is_plain(found, moved):
            return draft, found
    message = f"no draft from seed {seed}"
    raise ValueError(message)


class _Drafting:
    """Hold what is decided so far about one draft: the left paragraphs and the units of the right edition."""

    def __init__(self, chance: random.Random, plan: Plan, language: Language) -> None:
        self.chance, self.plan, self.language = chance, plan, language
        self.numbered = language.numbered and chance.random() < plan.numbered
        count = chance.randint(*plan.paragraphs)
        self.headings: set[int] = set()
        bodies: list[str] = []
        every = chance.randint(4, 8)
        for at in range(count):
            if not self.numbered and plan.headings and at % every == 0:
                self.headings.add(at)
                bodies.append(language.heading(chance))
            elif not self.numbered and plan.headings and chance.random() < 0.05:
                self.headings.add(at)
                bodies.append(language.boilerplate)
            else:
                bodies.append(language.body(chance))
        self.left = [f"第{numeral(at)}条　{body}" for at, body in enumerate(bodies, 1)] if self.numbered else bodies
        # Where the text of each paragraph begins, behind its number.
        self.begins = [text.find("　") + 1 if self.numbered else 0 for text in self.left]
        self.links = count
        self.moved: set[int] = set()
        # Paragraphs beside which nothing else may happen.
        self.used: set[int] = set()

    def draft(self) -> Draft:
        plan, chance = self.plan, self.chance
        blocks = self._blocks(chance.randint(*plan.moves))
        dropped = self._free(chance.randint(*plan.others))
        units: list[Unit] = []
        joined: set[int] = set()
        split = self._free(chance.randint(*plan.others), lambda at: self._cut(at, 12) > 0)
        merged = (
            set() if self.numbered else self._free(chance.randint(*plan.others), lambda at: at + 1 < len(self.left))
        )
        moving = {at for block in blocks for at in block}
        for at in range(len(self.left)):
            if at in dropped or at in moving or at in joined:
                continue
            if at in split:
                units.append([[self._piece(at, 0, self._cut(at, 12))], [self._piece(at, self._cut(at, 12, skip=True))]])
            elif at in merged and at + 1 not in moving | dropped | split | self.headings:
                joined.add(at + 1)
                units.append([[self._piece(at), self._piece(at + 1)._replace(link=at)]])
            else:
                units.append([[self._piece(at)]])
        for block in blocks:
            self._put(units, block)
        for _ in range(chance.randint(*plan.halves)):
            self._halve(units)
        for _ in range(chance.randint(*plan.others)):
            self._insert(units)
        right = [self._finished(paragraph) for unit in units for paragraph in unit]
        if self.numbered:
            right = self._renumbered(right)
        return Draft(self.left, right, frozenset(self.moved), glue=self.language.glue)

    def _free(self, count: int, fits: Callable[[int], bool] = lambda _: True) -> set[int]:
        """Choose paragraphs away from all that happened, and from both ends."""
        found: set[int] = set()
        for _ in range(4 * count):
            at = self.chance.randrange(2, len(self.left) - 2)
            if len(found) < count and at not in self.headings and not self._near(at, 1, 2) and fits(at):
                found.add(at)
                self.used |= {at, at + 1}
        return found

    def _near(self, start: int, size: int, reach: int) -> bool:
        return any(at in self.used for at in range(start - reach, start + size + reach))

    def _blocks(self, count: int) -> list[list[int]]:
        """Choose blocks to be moved; one with headings starts with one."""
        blocks: list[list[int]] = []
        for _ in range(6 * count):
            size = self.chance.randint(*self.plan.block)
            start = self.chance.randrange(2, max(3, len(self.left) - size - 2))
            block = list(range(start, start + size))
            if (
                len(blocks) < count
                and block[-1] < len(self.left) - 2
                and not self._near(start, size, 4)
                and block[-1] not in self.headings
                and not self._slides(self.left, block)
                and 4 * (size + sum(map(len, blocks))) < len(self.left)
            ):
                blocks.append(block)
                self.used |= set(block)
                self.moved |= set(block)
        return blocks

    def _slides(self, texts: Sequence[str], block: Sequence[int]) -> bool:
        """Tell whether a block that starts or ends one paragraph farther on reads the same."""
        before, after = block[0] - 1, block[-1] + 1
        return texts[before] == texts[block[-1]] or (after < len(texts) and texts[after] == texts[block[0]])

    def _cut(self, at: int, least: int, *, skip: bool = False, first: bool = True) -> int:
        """Find a border of sentences with so many letters on both sides, else 0; `skip` passes the space behind it."""
        text, begins = self.left[at], self.begins[at]
        mark = self.language.stop
        cuts = [cut + len(mark) for cut in range(len(text)) if text.startswith(mark, cut)]
        cuts = [cut for cut in cuts if min(cut - begins, len(text) - cut) >= least * self.language.scale]
        if not cuts:
            return 0
        cut = cuts[0] if first else cuts[-1]
        return cut + len(self.language.glue) if skip else cut

    def _piece(self, at: int, start: int = 0, end: int | None = None) -> Piece:
        return Piece(at, at, start, len(self.left[at]) if end is None else end)

    def _put(self, units: list[Unit], block: list[int]) -> None:
        """Put a block farther away than it is long."""
        home = sum(1 for unit in units if (unit[0][0].source or 0) < block[0])
        far = [
            place
            for place in range(1, len(units))
            if abs(place - home) > len(block) + 3
            and units[place][0][0].link not in self.moved
            and self.left[units[place][0][0].link] != self.left[block[0]]
            and self.left[units[place - 1][-1][-1].link] != self.left[block[-1]]
        ]
        place = self.chance.choice(far or [1])
        units[place:place] = [[[self._piece(at)]] for at in block]

    def _halve(self, units: list[Unit]) -> None:
        """Move half of a paragraph to the end or the start of another, to a place of its own, or swap two."""
        whole = [
            at
            for at, unit in enumerate(units)
            if len(unit) == len(unit[0]) == 1
            and unit[0][0].link not in self.moved | self.headings
            # A paragraph is halved once: what was cut already has no other half here.
            and unit[0][0] == self._piece(unit[0][0].link)
        ]
        halves = [at for at in whole if self._cut(units[at][0][0].link, _HALF)]
        if not halves:
            return
        at = self.chance.choice(halves)
        others = [other for other in whole if abs(other - at) > 4 and 1 < other < len(units) - 1]
        swaps = [other for other in halves if abs(other - at) > 4]
        if not others or not 1 < at < len(units) - 1:
            return
        stays, half = self._halves(units[at][0][0].link, second=self.numbered or self.chance.random() < 0.6)
        way = self.chance.choice(["end", "own"] if self.numbered else ["end", "start", "own", "swap"])
        units[at] = [[stays]]
        if way == "swap" and swaps:
            other = self.chance.choice(swaps)
            left, gone = self._halves(units[other][0][0].link, second=half.start > 0)
            units[at] = [[stays, gone] if half.start else [gone, stays]]
            units[other] = [[left, half] if half.start else [half, left]]
        elif way == "own":
            other = self.chance.choice(others)
            units[other:other] = [[[half]]]
        else:
            other = self.chance.choice(others)
            units[other] = [[*units[other][0], half] if way != "start" else [half, *units[other][0]]]

    def _halves(self, at: int, *, second: bool) -> tuple[Piece, Piece]:
        """Cut a paragraph in two: the half that stays and the one that moves, which has a link of its own."""
        first = self.chance.random() < 0.5
        cut, behind = self._cut(at, _HALF, first=first), self._cut(at, _HALF, first=first, skip=True)
        one, other = self._piece(at, 0, cut), self._piece(at, behind)
        stays, half = (one, other) if second else (other, one)
        self.links += 1
        self.moved.add(self.links)
        return stays, half._replace(link=self.links)

    def _insert(self, units: list[Unit]) -> None:
        """Put in a new paragraph where nothing else happened."""
        chance = self.chance
        for _ in range(9):
            place = chance.randint(2, len(units) - 2)
            before, after = units[place - 1][-1][-1], units[place][0][0]
            if before.source is not None and after.source == before.source + 1:
                self.links += 1
                text = self.language.body(chance) + self.language.glue + self.language.body(chance)
                units[place:place] = [[[Piece(self.links, None, text=text)]]]
                return

    def _finished(self, paragraph: list[Piece]) -> list[Piece]:
        """Plant edits in some of the pieces, three characters away from their ends at least."""
        plan, finished = self.plan, []
        for piece in paragraph:
            if piece.source is None or piece.source in self.headings or self.chance.random() >= plan.edited:
                finished.append(piece)
                continue
            start = max(piece.start, self.begins[piece.source]) + UNEDITED
            sparse = self.chance.choice([6, plan.sparse, plan.sparse])
            edits = self.language.plant(self.chance, self.left[piece.source], start, piece.end - UNEDITED, sparse)
            # No paragraph changes so much that it is another one.
            most = max(1, (piece.end - piece.start) // (15 * self.language.scale))
            first = self.chance.randrange(max(1, len(edits) - most + 1))
            finished.append(piece._replace(edits=edits[first : first + most]))
        return finished

    def _renumbered(self, right: list[list[Piece]]) -> list[list[Piece]]:
        """Give the clauses of the right edition consecutive numbers."""
        clause, numbered = 0, []
        for paragraph in right:
            head = paragraph[0]
            if head.source is None:
                clause += 1
                head = head._replace(text=f"第{numeral(clause)}条　{head.text}")
            elif head.start == 0:
                clause += 1
                old, new = numeral(head.source + 1), numeral(clause)
                if old != new:
                    edit = Planted(1, 1 + len(old), new, "renumbering")
                    head = head._replace(edits=(edit, *head.edits))
            numbered.append([head, *paragraph[1:]])
        return numbered
