"""The rule file: TOML to wishes, every fault with its line and column.

A command imports it when there is a file to read. Knows no place where files are looked for.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from difftool.cli.keys import Path, key_places
from difftool.errors import InvalidSettings
from difftool.model import Equivalence, Kind, MaskStyle
from difftool.model.mask import READINGS
from difftool.model.rules import Wish
from difftool.view.patterns import fault, template_fault

__all__ = ["nearest", "wishes_in"]

# An equivalence may not call a change one of these: they say more of it than a word.
_PROVED = frozenset((Kind.MASK, Kind.MOVE))
_LONGEST = 400  # code points of a text of an equivalence; rules are about words, not about paragraphs


def wishes_in(text: str, name: str, *, is_project: bool) -> list[Wish]:
    r"""Read the wishes of a rule file called `name`, in their order; a project's stand in its table `tool.difftool`.

    Raises `InvalidSettings` with `name`, line and column, counted from 1, for what is no TOML, for an
    unknown key, for a value of the wrong sort, and for a pattern that `view.patterns` refuses.

    >>> wishes_in('# ours\nterms = ["五个一工程"]', "difftool.toml", is_project=False)
    [('terms', '五个一工程', 'difftool.toml:2')]
    """
    file = _File(text, name)
    table: object = file.values
    path: Path = ()
    for key in ("tool", "difftool") if is_project else ():
        table, path = table.get(key, {}) if isinstance(table, dict) else {}, (*path, key)
    found: list[Wish] = []
    for key, value in file.table(table, path, _SETTINGS):
        found += [(key, one, file.origin(at)) for at, one in _SETTINGS[key](file, (*path, key), value)]
    return found


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word was perhaps meant, and which there are.

    >>> nearest("ignor", ["ignore", "only"])
    'did you mean ignore? There are ignore, only'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    names = list(known)
    close = get_close_matches(word.lower().replace("-", "_"), names, 1)
    return (f"did you mean {close[0]}? There are " if close else "there are ") + ", ".join(names)


class _File:
    """Hold a rule file with the places of its keys, to read from and to complain of."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        try:
            self.values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as failure:
            cause, _, where = str(failure).rpartition(" (at ")
            where = where.rstrip(")")
            if where.startswith("line"):
                line, column = (word.rpartition(" ")[2] for word in where.split(","))
                at = f"{line}:{column}"
            else:
                at = f"{self._line(len(text))}:{len(text) - text.rfind(chr(10))}"
            message = f"{name}:{at}: {(cause or str(failure)).lower()}"
            raise InvalidSettings(message, hint="mend the file, or call with --no-config") from None

    @cached_property
    def _places(self) -> Mapping[Path, tuple[int, int, int]]:
        return key_places(self.text.replace("\r\n", " \n"))  # as long, and its lines end as the reader expects

    def _line(self, at: int) -> int:
        return self.text.count("\n", 0, at) + 1

    def _place(self, path: Path) -> tuple[int, int, int]:
        """Find a key, or what it stands in."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, (0, 0, 0))

    def origin(self, path: Path) -> str:
        """Name the file and the line of a key."""
        return f"{self.name}:{self._line(self._place(path)[0])}"

    def refused(self, path: Path, message: str, hint: str, part: str | None = None, offset: int = 0) -> InvalidSettings:
        """Complain of a key, or of the `offset` of a part of its value."""
        at, start, end = self._place(path)
        if part is not None:
            found = self.text.find(part, start, end)
            at = start if found < 0 else found + offset
        column = at - (self.text.rfind("\n", 0, at) + 1) + 1
        return InvalidSettings(f"{self.name}:{self._line(at)}:{column}: {message}", hint=hint)

    def table(self, value: object, path: Path, known: Iterable[str]) -> Iterator[tuple[str, object]]:
        """List the keys of a table with their values; each must be known."""
        if not isinstance(value, dict):
            raise self.refused(path, f"{_dotted(path)} is no table", "write its keys below a head in brackets")
        for key, inner in value.items():
            if key not in known:
                raise self.refused((*path, key), f"{key} is no setting", nearest(key, known))
            yield key, inner

    def plain(self, value: object, path: Path, sort: type, what: str) -> object:
        """Give a value that is of the sort wanted; true is no number."""
        if type(value) is not sort:
            raise self.refused(path, f"{_dotted(path[-1:])} is not {what}", f"write {what}", "")
        return value

    def text_at(self, value: object, path: Path) -> str:
        return str(self.plain(value, path, str, "a text in quotes"))

    def texts_at(self, value: object, path: Path) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.refused(
                path, f"{_dotted(path[-1:])} is not a list of texts", 'write it as ["one", "other"]', " "
            )
        return value

    def kind(self, word: str, path: Path) -> Kind:
        if word not in list(Kind):
            raise self.refused(path, f"{word!r} is no kind of change", nearest(word, list(Kind)), word)
        return Kind(word)

    def pattern(self, value: object, path: Path) -> str:
        """Give a pattern that has a bound."""
        pattern = self.text_at(value, path)
        found = fault(pattern)
        if found:
            raise self.refused(path, f"the pattern {found.message}", found.hint, pattern, found.at)
        return pattern


def _dotted(path: Sequence[str | int]) -> str:
    return ".".join(map(str, path)) or "the file"


_Read = Iterator[tuple[Path, object]]


def _kinds(file: _File, path: Path, value: object) -> _Read:
    yield path, tuple(dict.fromkeys(file.kind(word, path) for word in file.texts_at(value, path)))


def _terms(file: _File, path: Path, value: object) -> _Read:
    for term in file.texts_at(value, path):
        if not term.strip():
            raise file.refused(path, "a fixed term is empty", "leave it out", "")
        yield path, term.strip()


def _truth(file: _File, path: Path, value: object) -> _Read:
    yield path, file.plain(value, path, bool, "true or false")


def _count(file: _File, path: Path, value: object) -> _Read:
    number = file.plain(value, path, int, "a whole number from 0")
    if isinstance(number, int) and number < 0:
        raise file.refused(path, f"{path[-1]} is less than 0", "write a whole number from 0", "")
    yield path, number


def _rows(file: _File, path: Path, value: object, known: Sequence[str]) -> Iterator[tuple[Path, dict[str, object]]]:
    """List the tables of a list, each with its path."""
    if not isinstance(value, list):
        raise file.refused(path, f"{_dotted(path[-1:])} is no list of tables", f"write [[{_dotted(path)}]] above each")
    for index, row in enumerate(value):
        yield (*path, index), dict(file.table(row, (*path, index), known))


def _equivalences(file: _File, path: Path, value: object) -> _Read:
    names: set[str] = set()
    for at, row in _rows(file, path, value, Equivalence._fields):
        rule = _equivalence(file, at, row)
        if rule.name in names:
            raise file.refused((*at, "name"), f"two equivalences are called {rule.name}", "name each otherwise")
        names.add(rule.name)
        yield at, rule


def _equivalence(file: _File, path: Path, row: Mapping[str, object]) -> Equivalence:
    texts = tuple(dict.fromkeys(file.texts_at(row.get("texts", []), (*path, "texts"))))
    if ("texts" in row) == ("pattern" in row):
        raise file.refused(path, "an equivalence has either texts or a pattern", 'write texts = ["其它", "其他"]')
    if "texts" in row and (len(texts) < 2 or max(map(len, texts)) > _LONGEST):  # noqa: PLR2004 - one is like nothing
        hint = f"name two or more, of at most {_LONGEST} characters"
        raise file.refused((*path, "texts"), "the texts of an equivalence are not two short ones", hint, "")
    read = {key: file.text_at(row.get(key, ""), (*path, key)) for key in ("name", "replacement", "files", "reason")}
    pattern = file.pattern(row["pattern"], (*path, "pattern")) if "pattern" in row else ""
    scope = file.pattern(row["paragraphs"], (*path, "paragraphs")) if "paragraphs" in row else ""
    wrong = template_fault(pattern, read["replacement"]) if pattern else None
    if wrong or (read["replacement"] and not pattern):
        message = f"the replacement {wrong.message}" if wrong else "a replacement needs a pattern"
        hint = wrong.hint if wrong else "leave it out: texts stand for each other"
        raise file.refused((*path, "replacement"), message, hint, read["replacement"], wrong.at if wrong else 0)
    if not read["reason"].strip():
        raise file.refused(path, "an equivalence has no reason", 'write reason = "…": every report tells it')
    kind = file.kind(file.text_at(row["kind"], (*path, "kind")), (*path, "kind")) if "kind" in row else None
    if kind in _PROVED:
        hint = f"name another of {', '.join(one for one in Kind if one not in _PROVED)}"
        raise file.refused((*path, "kind"), f"an equivalence cannot call a change {kind}", hint, str(kind))
    name = read["name"].strip() or " = ".join(text or "nothing" for text in texts) or pattern
    return Equivalence(name, texts, pattern, read["replacement"], kind, scope, read["files"], read["reason"].strip())


def _masks(file: _File, path: Path, value: object) -> _Read:
    for at, row in _rows(file, path, value, MaskStyle._fields):
        if "pattern" not in row:
            raise file.refused(at, "a style of mask has no pattern", "write pattern = '【隐去[0-9]+字】'")
        read = {key: file.text_at(row.get(key, ""), (*at, key)).strip() for key in ("name", "reading", "reason")}
        pattern = file.pattern(row["pattern"], (*at, "pattern"))
        if read["reading"] and read["reading"] not in READINGS:
            message = f"{read['reading']!r} is no reading of a mask"
            raise file.refused((*at, "reading"), message, nearest(read["reading"], READINGS), read["reading"])
        yield at, MaskStyle(read["name"] or pattern, pattern, read["reading"], read["reason"])


_SETTINGS: dict[str, Callable[[_File, Path, object], _Read]] = {
    "ignore": _kinds,
    "only": _kinds,
    "terms": _terms,
    "work_limit": _count,
    "outside": _truth,
    "conceal": _truth,
    "equivalences": _equivalences,
    "masks": _masks,
}
