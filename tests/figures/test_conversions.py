"""Copies of the seeds that differ in form only: in script (OpenCC), width, wrapping, encoding and noise, and in all.

None may show a substantive change. Where a doubtful one remains, the table says how many and why.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from opencc import OpenCC

from difftool import Comparison, Significance, compare, document, read_bytes
from difftool.model import RelationKind
from difftool.view.tokens import boundaries

SEEDS = {path.name[:3]: path for path in sorted((Path(__file__).parents[2] / "seeds").iterdir())}
FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
HALF = {ord(full): half for full, half in zip("，；：？！（）％", ",;:?!()%", strict=True)}
COLUMNS = 32
# What a typesetter lets begin no line, and end no line.
NO_START, NO_END = set("，。、；：？！）》”’」』】…—,.;:?!)"), set("（《“‘「『【(")


@cache
def text(number: str) -> str:
    return SEEDS[number].read_text(encoding="utf-8-sig")


@cache
def converted(name: str, source: str) -> str:
    return str(OpenCC(name).convert(source))


def wrapped(source: str, columns: int = COLUMNS) -> str:
    """Wrap hard as a typesetter does: no word, number or mask is cut, and no mark begins a line."""
    return "\n".join(line for long in source.split("\n") for line in lines(long, columns))


def lines(long: str, columns: int) -> list[str]:
    """Cut one line where a typesetter may."""
    cuts = [start for start, _ in boundaries(long, 0, len(long))]
    allowed = [at for at in cuts if at and long[at] not in NO_START and long[at - 1] not in NO_END]
    start, found = 0, []
    while len(long) - start > columns:
        fitting = [at for at in allowed if start + columns // 2 < at <= start + columns]
        if not fitting:
            break
        found.append(long[start : fitting[-1]])
        start = fitting[-1]
    return [*found, long[start:]]


def unwrapped(source: str) -> str:
    """Put on one line what stands between empty lines, or between two lines that end a sentence."""
    return re.sub(r"(?<![。：；\n])\n(?!\n)", "", wrapped(source))


def as_html(source: str) -> str:
    """Write each line as a paragraph of HTML, with entities for quotation marks, commas and wide blanks."""
    marks = source.replace("&", "&amp;").translate({ord(one): f"&#{ord(one)};" for one in "“”，\u3000"})
    return re.sub("(?m)^(.*\\S.*)$", r"<p>\1</p>", marks)


def paged(source: str) -> str:
    """Put a page number after every second line that is not empty."""
    numbers = itertools.count(1)
    lines = [line for line in source.splitlines() if line.strip()]
    return "".join(f"{line}\n— {next(numbers)} —\n" if at % 2 else f"{line}\n" for at, line in enumerate(lines))


COPIES: dict[str, Callable[[str], str]] = {
    "s2t": lambda source: converted("s2t", source),
    "t2s": lambda source: converted("t2s", source),
    "s2tw": lambda source: converted("s2tw", source),
    "s2hk": lambda source: converted("s2hk", source),
    "half-width marks": lambda source: source.translate(HALF),
    "full-width letters, digits, marks": lambda source: source.translate(FULL),
    "full-width digits": lambda source: re.sub("[0-9]", lambda one: chr(ord(one.group()) + 0xFEE0), source),
    "wrapped": wrapped,
    "wrapped at 20": lambda source: wrapped(source, 20),
    "wrapped and unwrapped": unwrapped,
    "blank lines doubled": lambda source: source.replace("\n", "\n\n"),
    "CRLF": lambda source: source.replace("\n", "\r\n"),
    "indented": lambda source: re.sub("(?m)^(?=.)", "\u3000\u3000", source),
    "s2t, half-width": lambda source: converted("s2t", source).translate(HALF),
    "s2t, wrapped": lambda source: wrapped(converted("s2t", source)),
    "s2tw, half-width, wrapped, CRLF": lambda source: wrapped(converted("s2tw", source).translate(HALF)).replace(
        "\n", "\r\n"
    ),
    "s2hk, full-width, wrapped": lambda source: wrapped(converted("s2hk", source).translate(FULL)),
    "t2s, full-width, indented": lambda source: re.sub("(?m)^(?=.)", "  ", converted("t2s", source).translate(FULL)),
    "as HTML": as_html,
    "paged": paged,
    "zero-width spaces": lambda source: re.sub("(?<=[。，])(?=[㐀-鿿])", "\u200b", source),
}

# Seed 002 is Traditional with Simplified remains (模范機關, 干部): a converter that mends them leaves both sides
# Traditional, and 范 against 範 there is what the design calls doubtful.
MENDED = {("002", name): 13 for name in COPIES if name.startswith(("s2t", "s2hk"))}
# What hides behind a mask is told by the word after it, and that word is read in Simplified characters only.
READ_OTHERWISE = {("001", "s2hk, full-width, wrapped"): 3}
# Breaks after 。 inside a numbered clause: one narrow line whose neighbours are shorter, and the paragraphs that
# unwrapping itself made, as any tool that trusts 。 does.
BROKEN = {("003", "wrapped at 20"): 1, ("004", "wrapped and unwrapped"): 6}
DOUBTFUL = MENDED | READ_OTHERWISE | BROKEN


def levels(found: Comparison, level: Significance) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.left_text, one.right_text) for one in found.changes if one.significance is level]


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize("number", SEEDS)
def test_a_converted_copy_has_no_substantive_change(number: str, name: str) -> None:
    source = text(number)
    found = compare(document(source), document(COPIES[name](source)))

    assert levels(found, Significance.SUBSTANTIVE) == []
    doubtful = levels(found, Significance.DOUBTFUL)
    assert len(doubtful) <= DOUBTFUL.get((number, name), 0), doubtful
    expected = {RelationKind.REVISION} if doubtful else {RelationKind.IDENTICAL, RelationKind.EQUIVALENT}
    assert found.relation.kind in expected


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig", "big5hkscs"])
@pytest.mark.parametrize("number", SEEDS)
def test_a_copy_in_another_encoding_is_the_same(number: str, encoding: str) -> None:
    source = text(number)
    if encoding == "big5hkscs":
        source = converted("s2hk", source)
        # What Big5 has no place for would become something else before difftool sees it.
        source = "".join(one for one in source if encodable(one, encoding))
    copy = read_bytes(source.encode(encoding), name="copy.txt")

    assert compare(document(source), copy).relation.kind is RelationKind.IDENTICAL
    folded = compare(document(text(number)), copy)
    if encoding != "big5hkscs":
        assert folded.relation.kind is RelationKind.IDENTICAL


def encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def test_a_wrapper_cuts_nothing_that_a_typesetter_keeps_whole() -> None:
    copy = wrapped(text("001"))

    assert "".join(copy.split()) == "".join(text("001").split())
    assert max(map(len, copy.splitlines())) <= COLUMNS
    assert not any(line[0] in NO_START for line in copy.splitlines() if line) or copy == text("001")
    assert len(copy.splitlines()) > 2 * len(text("001").splitlines())


@pytest.mark.parametrize("columns", [20, 32, 38])
@pytest.mark.parametrize("number", SEEDS)
def test_a_copy_cut_blindly_has_no_substantive_change(number: str, columns: int) -> None:
    """Cut every so many characters, through marks, masks and all; in these texts no number or word comes to the cut."""
    source = text(number)
    copy = [long[at : at + columns] for long in source.split("\n") for at in range(0, len(long), columns)]

    found = compare(document(source), document("\n".join(copy)))

    assert levels(found, Significance.SUBSTANTIVE) == []
