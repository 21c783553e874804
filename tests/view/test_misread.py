"""What was read in a wrong encoding, beside a slow way that writes both readings in every encoding."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.view.misread import is_misread

WRITTEN, READ = ("utf-8", "gbk", "big5"), ("latin-1", "cp1252", "gbk", "big5")
SIGNS = st.text(
    st.sampled_from([*"国家图书馆國圖機關的一二，。“”…", *"aé°ÃÂ©â‰ÿŸ€\x81", *"かナ한я"]), min_size=1, max_size=5
)


def encoded(text: str, name: str) -> bytes | None:
    """Encode a text; of cp1252 the unused bytes stand for themselves."""
    try:
        if name == "cp1252":
            return b"".join(one.encode("latin-1" if "\x80" <= one < "\xa0" else name) for one in text)
        return text.encode(name)
    except UnicodeEncodeError:
        return None


def decoded(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except UnicodeDecodeError:
        return None


def slow_is_misread(clean: str, damaged: str) -> bool:
    """Try every way, and every way through UTF-8 a second time."""
    if clean.isascii() or damaged.isascii():
        return False
    for name, read in product(WRITTEN, READ):
        if name == read or (name != "utf-8" and read in WRITTEN and len(clean) < 3):
            continue
        written, once = encoded(clean, name), encoded(damaged, read)
        between = decoded(once, "utf-8") if once else None
        twice = encoded(between, read) if between else None
        if written is not None and written in (once, twice):
            return True
    return False


@settings(max_examples=2000, deadline=None)
@given(SIGNS, st.sampled_from(WRITTEN), st.lists(st.sampled_from(READ), min_size=1, max_size=2), SIGNS)
def test_what_was_misread_is_told_as_in_the_slow_way(clean: str, name: str, ways: list[str], other: str) -> None:
    damaged: str | None = clean
    for read, written in zip(ways, (name, "utf-8"), strict=False):
        raw = encoded(damaged, written) if damaged else None
        damaged = decoded(raw, read) if raw else None

    for one in {damaged or other, other, other + (damaged or "")}:
        assert is_misread(clean, one) == slow_is_misread(clean, one)
        assert is_misread(one, clean) == slow_is_misread(one, clean)


def test_the_slow_way_finds_some() -> None:
    assert slow_is_misread("你好", "浣犲ソ")
    assert slow_is_misread("é", "ÃƒÂ©")
    assert not slow_is_misread("国家", "国土")
