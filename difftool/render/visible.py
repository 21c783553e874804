"""Text made safe to look at: what has no shape of its own, or would move other text, gets one."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["clip", "in_line", "marked", "visible"]

# C0 and C1 controls but tab and line ends, the soft hyphen, zero-width space, directional marks and
# overrides (Trojan Source, CVE-2021-42574), line separators, invisible operators, BOM, interlinear
# marks, the two noncharacters that no XML holds, lone surrogates (no encoder takes them), private use
# (its shape is another in each font), tags.
_UNSEEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def visible(text: str) -> str:
    r"""Show each control, bidirectional, private or unpaired code point as a token; line ends become `\n`.

    The result can be encoded, and cannot steer a terminal or turn the text around it.
    Joiners stay: emoji and many scripts need them.

    >>> visible("a\x00b\u202ec\r\nd\ud800")
    'a⟨U+0000⟩b⟨U+202E⟩c\nd⟨U+D800⟩'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return text
    return _unseen().sub(lambda found: _token(found[0]), text)


def in_line(text: str) -> str:
    r"""Show the text on one line: as `visible`, tabs and line ends as signs too.

    >>> in_line("a\n\tb")
    'a↵⇥b'
    """
    return visible(text).replace("\n", "↵").replace("\t", "⇥")


def marked(text: str) -> str:
    r"""Show the text of a change: as `visible`, a line end with its sign, and white space alone as signs.

    >>> marked(" "), marked("not able"), marked("a\nb"), marked("\u3000")
    ('␣', 'not able', 'a↵\nb', '⟨U+3000⟩')
    """
    if text.isspace():
        signs = {" ": "␣", "\t": "⇥", "\n": "↵\n"}
        spaces = visible(text)
        return "".join([signs.get(sign) or (_token(sign) if sign.isspace() else sign) for sign in spaces])
    return visible(text).replace("\n", "↵\n").replace("\u200c", _token("\u200c")).replace("\u200d", _token("\u200d"))


def clip(text: str, most: int) -> str:
    """Shorten the text to `most` code points, the last a sign of omission.

    >>> clip("一二三四五", 4), clip("一二三四", 4)
    ('一二三…', '一二三四')
    """
    return text if len(text) <= most else text[: most - 1] + "…"


def _token(sign: str) -> str:
    """Draw one code point that has no shape; few fonts have Unicode's own pictures of controls."""
    return f"⟨U+{ord(sign):04X}⟩"


@cache
def _unseen() -> re.Pattern[str]:
    """Compile the class of what is not to be seen as it is, when it is first needed."""
    return re.compile(_UNSEEN)
