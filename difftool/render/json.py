"""Values of JSON as text: one way for every output of the kind."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

__all__ = ["Pieces", "as_text", "pieces"]

_DEEPEST = 2  # objects inside objects that have a line for each field
# Things of a list that are encoded in one call: a call for each takes four times as long (measured), and all at once
# ten times the memory of the text.
_AT_ONCE = 500
_LONG = 1 << 16  # characters of a piece, about


def as_text(value: object) -> str:
    r"""Write a value of JSON on lines: each field of the whole and of what describes a part, each object of a list.

    All else stands on the line of its field, as a line for each number of a book's paragraphs helps nobody. An unpaired
    surrogate is escaped, so that the text can be encoded. The things of a list are all objects, or none is.

    >>> print(as_text({"text": "文", "links": [{"left": [0, 1]}, {"left": [2]}]}), end="")
    {
     "text": "文",
     "links": [
      {"left": [0, 1]},
      {"left": [2]}
     ]
    }
    """
    return b"".join(pieces(value)).decode()


class Pieces:
    """Hold a value of JSON that is made and written anew each time one goes through its pieces."""

    def __init__(self, value: Callable[[], object]) -> None:
        """Keep what makes the value, as `pieces` takes it."""
        self.value = value

    def __iter__(self) -> Iterator[bytes]:
        """Write the value piece by piece."""
        return pieces(self.value())


def pieces(value: object) -> Iterator[bytes]:
    r"""Write a value as `as_text` does, in UTF-8 and piece by piece: a long one is never held as a text.

    An iterator or a tuple is written as a list, a string of an enumeration as a string.

    >>> b"".join(pieces({"links": iter([(0, 1), (2,)])}))
    b'{\n "links": [[0, 1], [2]]\n}\n'
    """
    import json  # noqa: PLC0415 - only this format needs it

    # Nothing of ours holds itself; to look for that takes a tenth of the time.
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    waiting: list[str] = []
    length = 0
    for piece in _on_lines(value, encode, 1):
        waiting.append(piece)
        length += len(piece)
        if length >= _LONG:
            yield "".join(waiting).encode("utf-8", "backslashreplace")  # of a surrogate that is its escape in JSON
            waiting, length = [], 0
    yield "".join([*waiting, "\n"]).encode("utf-8", "backslashreplace")


def _on_lines(value: object, encode: Callable[[object], str], depth: int) -> Iterator[str]:
    """Write a value, on lines where it is a list of objects, or an object not far inside."""
    ends = "\n" + " " * depth, "\n" + " " * (depth - 1)
    if isinstance(value, dict) and value and depth <= _DEEPEST:
        before = "{" + ends[0]
        for name, one in value.items():
            yield f"{before}{encode(name)}: "
            yield from _on_lines(one, encode, depth + 1)
            before = "," + ends[0]
        yield ends[1] + "}"
    elif isinstance(value, list | tuple | Iterator):
        yield from _listed(value, encode, ends)
    else:
        yield encode(value)


def _listed(values: Iterable[object], encode: Callable[[object], str], ends: tuple[str, str]) -> Iterator[str]:
    """Write a list, on lines where it is one of objects."""
    waiting = iter(values)
    some = list(islice(waiting, _AT_ONCE))
    has_lines = bool(some) and isinstance(some[0], dict)
    between = "," + ends[0] if has_lines else ", "
    yield "[" + ends[0] if has_lines else "["
    while some:
        yield _joined(some, encode, between)
        some = list(islice(waiting, _AT_ONCE))
        if some:
            yield between
    yield ends[1] + "]" if has_lines else "]"


def _joined(values: list[object], encode: Callable[[object], str], between: str) -> str:
    """Encode the things of a list with what is to stand between them."""
    text = encode(values)[1:-1]
    if between == ", ":
        return text
    # These stand between any two objects, and nowhere else unless in a string or between objects further inside.
    if text.count("}, {") == len(values) - 1:
        return text.replace("}, {", "}" + between + "{")
    return between.join(map(encode, values))
