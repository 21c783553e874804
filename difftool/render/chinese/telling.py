"""What the core told in English, in Chinese: its notes, limits and findings.

Each sentence of the core has a row: a sign by which it is known, its pattern, and what it says in Chinese. Quoted
text stays as it is. Knows nothing of how a text came to be told; what it does not know it leaves in English.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from difftool.render.chinese.references import stale
from difftool.render.chinese.words import FACTS, FINDINGS, KINDS, SIDES, SIGNIFICANCES

__all__ = ["told"]

_Say = Callable[[re.Match[str]], str]

# What stands before a colon.
_HEADS = {**{side.value: word for side, word in SIDES.items()}, "characters": "逐字比对", "sentences": "逐句比对"}
_FIXED = {
    **_HEADS,
    **{kind.replace("-", " "): word for kind, word in FINDINGS.items()},
    "limit": "未比完",
    "too large and too unlike to be compared character by character": "篇幅过大且差异过多，未能逐字比对",
    "the byte order mark (BOM) at the start is not part of the text": "文首的字节顺序标记（BOM）不计入正文",
    "there is only white space in the file": "文件中只有空白",
    "the file is empty": "文件为空",
    "a hidden value is shown elsewhere": "所遮蔽的内容见于他处",
    "a concealed value stands in it": "其中有不予显示的值",
    "values that a mask hides are concealed: ▒ stands for each of their characters": (
        "遮蔽所隐的值不予显示：每字以 ▒ 代替"
    ),
}

_COUNT = r"([\d,]+)"
_QUOTE = "(“.*”)"


def told(text: str) -> str:
    """Say in Chinese what a note, a limit or a finding says in English; a text that is not known stays as it is.

    >>> told("white space between paragraphs differs in 3 places")
    '段间空白有 3 处不同'
    >>> told("left: the file is empty")
    '左文：文件为空'
    >>> told("quite another text")
    'quite another text'
    """
    known = _FIXED.get(text)
    if known:
        return known
    for sign, pattern, say in _ROWS:
        if sign in text:
            found = re.compile(pattern, re.DOTALL).fullmatch(text)
            if found:
                return say(found)
    return _headed(text)


def _headed(text: str) -> str:
    """Say what stands behind a head of its own: a fact's name, a side, a step of the comparison."""
    head, _, rest = text.partition(": ")
    if head in FACTS and (" → " in rest or rest in _FIXED):
        return f"{FACTS[head]}：{_fact(rest)}"
    return f"{_HEADS[head]}：{told(rest)}" if rest and head in _HEADS else text


def _fact(readings: str) -> str:
    """Say the two readings of a fact; all but the two words that stand for a reading is quoted."""
    words = {"none": "无", "on publication": "自公布之日"}
    if readings in _FIXED:
        return _FIXED[readings]
    first = next((word for word in words if readings.startswith(f"{word} → ")), readings.rpartition(" → ")[0])
    last = readings[len(first) + len(" → ") :]
    return f"{words.get(first, first)} → {words.get(last, last)}"


def _stale(found: re.Match[str]) -> str:
    return stale(found[0])


def _misread(found: re.Match[str]) -> str:
    expected = f"；依损坏规律当作{found[3]}" if found[3] else ""
    return f"无法辨读：{found[1]}，对应{found[2]}{expected}"


def _by_rule(found: re.Match[str]) -> str:
    """Say what a rule of the user ignored; its texts and its reason are quoted."""
    what = _counted_as_one(found[3]) if found[3] else ""
    reason = f"：{found[4]}" if found[4] else ""
    return f"按规则“{found[2]}”忽略 {found[1]} 处变更{what}{reason}"


def _counted_as_one(rule: str) -> str:
    """Say what a rule counts as one."""
    head, read_as, last = rule.rpartition("/ read as ")
    if read_as:
        return f"（{head}/ 读作 {last}）"
    return f"（{' = '.join('空' if one == 'nothing' else one for one in rule.split(' = '))}）"


def _by_kind(found: re.Match[str]) -> str:
    """Say of which kind the ignored changes are, and by which wish."""
    wish = f"按设定不计{_kind(found[3])}" if found[3] else f"按设定只计{'、'.join(map(_kind, found[4].split(', ')))}"
    return f"忽略 {found[1]} 处{_kind(found[2])}变更：{wish}"


def _kind(name: str) -> str:
    return {kind.value: word for kind, (word, _) in KINDS.items()}.get(name, name)


def _level(found: re.Match[str]) -> str:
    names = {level.value: word for level, (word, _) in SIGNIFICANCES.items()}
    return f"{told(found[1])}，{names[found[2]]}"


_ROWS: tuple[tuple[str, str, _Say], ...] = (
    (" still says ", r".* still says .*", _stale),
    (" hides what ", rf"{_QUOTE} hides what {_QUOTE} shows", lambda found: f"{found[1]}所遮蔽的内容，见于{found[2]}"),
    ("unread in both", rf"unread in both: {_QUOTE}", lambda found: f"两侧均无法辨读：{found[1]}"),
    ("unread: ", rf"unread: {_QUOTE} against (“.*?”)(?:; expected {_QUOTE})?", _misread),
    ("unread: ", rf"unread: {_QUOTE}", lambda found: f"无法辨读：{found[1]}"),
    (
        "white space between",
        rf"white space between paragraphs differs in {_COUNT} places?",
        lambda found: f"段间空白有 {found[1]} 处不同",
    ),
    (
        " ignored by your rule ",
        rf"{_COUNT} changes? ignored by your rule “(.*?)”(?: \((.*?)\))?(?:: (.*))?",
        _by_rule,
    ),
    (
        " of kind ",
        rf"{_COUNT} changes? of kind (\S+) ignored: you (?:ignore (\S+)|count only (.+))",
        _by_kind,
    ),
    (" as you wished", rf"{_COUNT} changes? ignored as you wished", lambda found: f"按设定忽略 {found[1]} 处变更"),
    (
        "is a guess",
        r"the encoding is a guess \((\S+)\): if the text looks wrong, name another with --encoding",
        lambda found: f"编码 {found[1]} 系推测：如文字有误，请以 --encoding 另行指定",
    ),
    (
        " or else ",
        r"the encoding is (\S+) or else (\S+): if the text looks wrong, name it with --encoding",
        lambda found: f"编码为 {found[1]}，亦可能是 {found[2]}：如文字有误，请以 --encoding 指定",
    ),
    (
        " could not be decoded ",
        rf"{_COUNT} places? could not be decoded as (\S+) and (?:is|are) shown as U\+FFFD",
        lambda found: f"有 {found[1]} 处无法按 {found[2]} 解码，显示为 U+FFFD",
    ),
    (" NUL ", rf"{_COUNT} NUL characters? stands? in the text", lambda found: f"正文中有 {found[1]} 个 NUL 字符"),
    (", ", r"([a-z ]+), (substantive|doubtful|accidental)", _level),
)
