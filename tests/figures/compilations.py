"""Compilations that hold an edited copy of an article among sisters on its template, and where exactly it stands."""

import random

from drafts import Plan, drafted
from strangers import CLOSEST
from tongues import Language
from truth import Draft, Piece, Truth, truth

from prose import MODES, OBJECTS, VERBS, paragraph

SHAPES = ("before", "after", "both", "start", "end", "untitled", "one line", "crlf", "wrapped")
# Of the characters of a sister so many are others (issue C).
_OTHERS = 0.12
_WIDTH = 34
_QUIET = Plan(paragraphs=(12, 40), moves=(0, 2), others=(0, 2), edited=0.3)
_PLAIN = _QUIET._replace(moves=(0, 0), others=(0, 0))
_POOL = "".join([*MODES, *VERBS, *OBJECTS])


def compiled(seed: int, shape: str, language: Language | None = None) -> Truth:
    """Say what is true of an article and a compilation of the given shape; `place` is the copy's exact span."""
    return truth(compilation(seed, shape, language))


def compilation(seed: int, shape: str, language: Language | None = None) -> Draft:
    """Put an edited copy of an article into a compilation of the given shape."""
    chance = random.Random(seed)
    plan = _PLAIN if shape == "one line" else _QUIET
    draft = titled(drafted(seed, plan, language)[0], f"关于2019年{chance.choice(OBJECTS)}工作情况的报告")
    if shape == "untitled":
        draft = _untitled(draft)
    paragraphs = truth(draft).right.split("\n")
    lines = {at: sister(chance, paragraphs, 2018 - at) for at in range(2)}
    other = [paragraph(chance) for _ in range(12)]
    before, after = {
        "before": ([*other, *lines[0]], other),
        "after": (other, [*lines[0], *other]),
        "start": ([], [*lines[0], *lines[1]]),
        "end": ([*other, *lines[1], *lines[0]], []),
    }.get(shape, (lines[0], lines[1]))
    joint = "" if shape == "one line" else "\r\n" if shape == "crlf" else "\n"
    gap = joint if shape in {"one line", "untitled"} else 3 * joint
    if shape == "wrapped":
        draft = _wrapped(draft)
        before, after = ([line for text in some for line in _lines(text)] for some in (before, after))
    if shape == "one line":
        draft = draft._replace(right=[[piece._replace(link=0) for some in draft.right for piece in some]])
    head, tail = joint.join(before), joint.join(after)
    return draft._replace(right_joint=joint, before=head + gap if before else "", after=gap + tail if after else "")


def copies(seed: int) -> tuple[Truth, list[tuple[int, int]]]:
    """Put three copies of an article into one compilation; give their spans, the least edited first."""
    chance = random.Random(seed)
    draft = titled(drafted(seed, _QUIET._replace(moves=(0, 0), edited=0.1))[0], "关于2019年工作情况的报告")
    paragraphs = truth(draft).right.split("\n")
    parts = {0: paragraphs, 1: sister(chance, paragraphs, 2019, 0.05), 2: sister(chance, paragraphs, 2019, 0.12)}
    order = chance.sample([0, 1, 2], 3)
    text, spans = "", {}
    for at in order:
        text += "\n\n".join([paragraph(chance) for _ in range(3)]) + "\n\n\n"
        spans[at] = (len(text), len(text) + len("\n".join(parts[at])))
        text += "\n".join(parts[at]) + "\n\n\n"
    found = truth(draft._replace(before=text[: spans[0][0]], after=text[spans[0][1] :]))
    return found, [spans[at] for at in range(3)]


def titled(draft: Draft, title: str) -> Draft:
    """Put a title before the paragraphs of both sides."""
    shifted = [
        [
            piece._replace(link=piece.link + 1, source=None if piece.source is None else piece.source + 1)
            for piece in some
        ]
        for some in draft.right
    ]
    first = Piece(0, 0, 0, len(title))
    return draft._replace(
        left=[title, *draft.left], right=[[first], *shifted], moved=frozenset(one + 1 for one in draft.moved)
    )


def _untitled(draft: Draft) -> Draft:
    """Take the title off again."""
    shifted = [
        [piece._replace(source=None if piece.source is None else piece.source - 1) for piece in some]
        for some in draft.right[1:]
    ]
    return draft._replace(left=draft.left[1:], right=shifted)


def sister(chance: random.Random, paragraphs: list[str], year: int, others: float = _OTHERS) -> list[str]:
    """Write a report on the same template: the same headings, another year, so many other characters."""
    written = []
    for text in paragraphs:
        letters = list(text.replace("2019", str(year)))
        if len(letters) > 20:
            for _ in range(max(1, round(len(letters) * others / 2))):
                at = chance.randrange(len(letters) - 1)
                if letters[at].isalpha() and letters[at + 1].isalpha():
                    letters[at : at + 2] = chance.sample(_POOL, 2)
        written.append("".join(letters))
    return written


def _lines(text: str) -> list[str]:
    return [text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH)]


def _wrapped(draft: Draft) -> Draft:
    """Break each right paragraph into lines, never within three characters of an edit."""
    right: list[list[Piece]] = []
    link = -1
    for pieces in draft.right:
        for at, piece in enumerate(pieces):
            if at and piece.link == pieces[0].link:
                # Two paragraphs that were merged stand on lines of their own again.
                link -= 1
                piece = piece._replace(link=link)  # noqa: PLW2901 - the same piece under another link
            if piece.source is None:
                for line in _lines(piece.text):
                    link -= 1
                    right.append([piece._replace(link=link, text=line)])
                continue
            start = piece.start
            for cut in range(piece.start + _WIDTH, piece.end - CLOSEST, _WIDTH):
                in_number = draft.left[piece.source][cut - 1 : cut + 1].isdigit()
                if not in_number and all(
                    cut <= edit.start - CLOSEST or cut >= edit.end + CLOSEST for edit in piece.edits
                ):
                    right.append([_part(piece, start, cut)])
                    start = cut
            right.append([_part(piece, start, piece.end)])
    return draft._replace(right=right)


def _part(piece: Piece, start: int, end: int) -> Piece:
    return piece._replace(
        start=start, end=end, edits=tuple(edit for edit in piece.edits if start <= edit.start and edit.end <= end)
    )
