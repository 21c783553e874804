"""Values of JSON as text: one way for every output of the kind."""

from collections.abc import Callable

__all__ = ["as_text"]

_DEEPEST = 2  # objects inside objects that have a line for each field


def as_text(value: object) -> str:
    r"""Write a value of JSON on lines: each field of the whole and of what describes a part, each object of a list.

    All else stands on the line of its field, as a line for each number of a book's paragraphs helps nobody. An unpaired
    surrogate is escaped, so that the text can be encoded.

    >>> print(as_text({"text": "文", "links": [{"left": [0, 1]}, {"left": [2]}]}), end="")
    {
     "text": "文",
     "links": [
      {"left": [0, 1]},
      {"left": [2]}
     ]
    }
    """
    import json  # noqa: PLC0415 - only this format needs it
    import re  # noqa: PLC0415 - as above

    encode = json.JSONEncoder(ensure_ascii=False).encode
    text = _on_lines(value, encode, 1)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)
    return text + "\n"


def _on_lines(value: object, encode: Callable[[object], str], depth: int) -> str:
    """Write a value, on lines where it is a list of objects, or an object not far inside."""
    ends = "\n" + " " * depth, "\n" + " " * (depth - 1)
    if isinstance(value, dict) and value and depth <= _DEEPEST:
        fields = [f"{encode(name)}: {_on_lines(one, encode, depth + 1)}" for name, one in value.items()]
        return "{" + ends[0] + f",{ends[0]}".join(fields) + ends[1] + "}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[" + ends[0] + f",{ends[0]}".join(map(encode, value)) + ends[1] + "]"
    return encode(value)
