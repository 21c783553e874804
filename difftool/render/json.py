"""Values of JSON as text: one way for every output of the kind."""

__all__ = ["as_text"]


def as_text(value: object) -> str:
    r"""Write a value of JSON on lines; an unpaired surrogate is escaped, so that the text can be encoded.

    >>> as_text({"text": "文"})
    '{\n "text": "文"\n}\n'
    """
    import json  # noqa: PLC0415 - only this format needs it
    import re  # noqa: PLC0415 - as above

    text = json.dumps(value, ensure_ascii=False, indent=1)
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
