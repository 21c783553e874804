"""Where the keys of a TOML text stand, so that a complaint can point at one.

The standard library reads the values and tells no places. Called on a text that it has
read, so nothing is checked here. Knows no settings.
"""

from typing import NamedTuple

Path = tuple[str | int, ...]

_QUOTES = ('"""', "'''", '"', "'")


class Place(NamedTuple):
    """Hold where a key begins, and the range of its value, in code points of the text."""

    key: int
    start: int
    end: int


def key_places(text: str) -> dict[Path, Place]:
    r"""Find the keys and tables of a TOML text; tables of a list are counted from 0.

    What an inline table holds has no place of its own. Linear in the text.

    >>> sorted(key_places('a = 1\n[[b]]\nc.d = "x"'))
    [('a',), ('b', 0), ('b', 0, 'c', 'd')]
    """
    found: dict[Path, Place] = {}
    tables: dict[Path, int] = {}
    prefix: Path = ()
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif text[at] == "#":
            at = _line_end(text, at)
        elif text[at] == "[":
            start = at
            is_list = text.startswith("[[", at)
            names, at = _names(text, at + 1 + is_list, "]")
            prefix = _opened(names, tables, is_list=is_list)
            at = _line_end(text, at)
            found[prefix] = Place(start, start, at)
        else:
            names, value = _names(text, at, "=")
            value += len(text[value:]) - len(text[value:].lstrip(" \t"))
            end = _value_end(text, value)
            found[*prefix, *names] = Place(at, value, end)
            at = end
    return found


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _opened(names: tuple[str, ...], tables: dict[Path, int], *, is_list: bool) -> Path:
    """Give the path of a table from its head: a list that was opened before stands for its last table."""
    path: Path = ()
    for name in names[:-1] if is_list else names:
        path = (*path, name)
        if path in tables:
            path = (*path, tables[path])
    if is_list:
        path = (*path, names[-1])
        tables[path] = tables.get(path, -1) + 1
        path = (*path, tables[path])
    return path


def _names(text: str, at: int, stop: str) -> tuple[tuple[str, ...], int]:
    """Read a dotted key up to `stop`; gives its names and the place behind `stop`."""
    names = [""]
    while text[at] != stop:
        if text[at] in "\"'":
            end = _string_end(text, at)
            names[-1] += text[at + 1 : end - 1]
            at = end
            continue
        if text[at] == ".":
            names.append("")
        elif not text[at].isspace():
            names[-1] += text[at]
        at += 1
    return tuple(names), at + 1


def _string_end(text: str, at: int) -> int:
    """Give the place behind the string that begins at `at`."""
    quote = next(one for one in _QUOTES if text.startswith(one, at))
    at += len(quote)
    while not text.startswith(quote, at):
        at += 1 + (text[at] == "\\" and quote[0] == '"')
    at += len(quote)
    while len(quote) > 1 and text.startswith(quote[0], at):  # a quote may stand before the last three
        at += 1
    return at


def _value_end(text: str, at: int) -> int:
    """Give the place behind the value that begins at `at`: the end of its line, or of what it opens."""
    depth = 0
    while at < len(text):
        if text[at] in "\"'":
            at = _string_end(text, at)
            continue
        if text[at] == "#":
            at = _line_end(text, at)
            if not depth:
                return at
            continue
        if text[at] == "\n" and not depth:
            return at
        depth += (text[at] in "[{") - (text[at] in "]}")
        at += 1
    return at
