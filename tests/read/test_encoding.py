"""The encoding is found whatever a text was written in, and damage stays where it is."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from languages import CODE, ENGLISH, FRENCH, GERMAN, JAPANESE, KOREAN, LEDGER, MASKED, RUSSIAN, VERSE
from opencc import OpenCC

from difftool.errors import InvalidSettings, UnreadableFile
from difftool.read import encoding as module
from difftool.read.encoding import decode
from difftool.read.realign import realign

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
# How a text is written, and what the report may call that.
NAMES = {
    "utf-8": {"utf-8"},
    "utf-8-sig": {"utf-8"},
    "utf-16": {"utf-16-le", "utf-16-be"},
    "utf-16-le": {"utf-16-le"},
    "utf-16-be": {"utf-16-be"},
    "utf-32": {"utf-32-le", "utf-32-be"},
    "utf-32-le": {"utf-32-le"},
    "utf-32-be": {"utf-32-be"},
    "gb18030": {"gb18030"},
    "gbk": {"gb18030"},
    "big5": {"cp950", "big5hkscs"},
    "big5hkscs": {"cp950", "big5hkscs"},
}
everywhere = pytest.mark.parametrize("codec", NAMES)
on_seeds = pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
of_seeds = settings(deadline=None, derandomize=True)


@cache
def readable(path: Path, codec: str) -> str:
    """Give a seed in the characters that the encoding has: Traditional ones for Big5."""
    text = path.read_bytes().decode("utf-8")
    if codec.startswith("big5"):
        text = OpenCC("s2t").convert(text)
    return text.encode(codec, "ignore").decode(codec)


def windows(text: str, size: int, count: int = 12) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text) - size, (len(text) - size) // count)]


def outside_damage(original: str, found: str) -> int:
    """Count the characters between the beginning and the end that both have."""
    shorter = min(len(original), len(found))
    start = next((at for at in range(shorter) if original[at] != found[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if original[-1 - at] != found[-1 - at]), rest)
    return max(len(original), len(found)) - start - end


def spoil(content: bytes, place: int, how: str) -> bytes:
    return content[:place] + (b"\xff" if how == "replaced" else b"") + content[place + 1 :]


@everywhere
@on_seeds
def test_whole_seeds_come_back_exactly(seed: Path, codec: str) -> None:
    text = readable(seed, codec)
    found = decode(text.encode(codec))
    assert found.encoding in NAMES[codec]
    assert found.text == text
    assert bool(found.notes) == (codec in {"utf-8-sig", "utf-16", "utf-32"})


@pytest.mark.parametrize("size", [200, 60])
@everywhere
@on_seeds
def test_windows_of_seeds_come_back_exactly(seed: Path, codec: str, size: int) -> None:
    for text in windows(readable(seed, codec), size):
        found = decode(text.encode(codec))
        assert found.encoding in NAMES[codec]
        assert found.text == text


@pytest.mark.parametrize("how", ["replaced", "deleted"])
@pytest.mark.parametrize("size", [None, 200, 60])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "big5"])
@on_seeds
def test_one_damaged_byte_spoils_its_neighbourhood_only(seed: Path, codec: str, size: int | None, how: str) -> None:
    choose = random.Random(f"{seed.name}{codec}{size}{how}")
    text = readable(seed, codec)
    reached = []
    for piece in [text] * 3 if size is None else windows(text, size, 6):
        content = piece.encode(codec)
        found = decode(spoil(content, choose.randrange(4, len(content)), how))
        assert found.encoding in NAMES[codec]
        reached.append(outside_damage(piece, found.text))
        lost = found.text.count("\ufffd")
        told = [note for note in found.notes if note.endswith("shown as U+FFFD")]
        # U+FFFD is a character of UTF-16, and a damaged byte may happen to write it.
        if told or not found.encoding.startswith("utf-16"):
            assert [int(note.split()[0]) for note in told] == [lost][: lost and 1]
    # A lost byte of GBK may go unnoticed up to the end of a sentence.
    assert max(reached) <= 60


@pytest.mark.parametrize("codec", [name for name in NAMES if name not in {"utf-32", "utf-32-le", "utf-32-be"}])
@on_seeds
def test_a_truncated_tail_costs_the_last_character(seed: Path, codec: str) -> None:
    text = readable(seed, codec)[:300].rstrip() + "完"
    found = decode(text.encode(codec)[:-1])
    assert found.encoding in NAMES[codec]
    assert found.text[:-1] == text[:-1]
    assert found.text[-1] == "\ufffd"
    assert found.notes[-1].startswith("1 place could not be decoded")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs"])
@pytest.mark.parametrize("sample", [CODE, MASKED, LEDGER, VERSE], ids=["code", "masked", "ledger", "verse"])
def test_ascii_masks_and_verse_are_no_obstacle(sample: str, codec: str) -> None:
    text = OpenCC("s2t").convert(sample) if codec == "big5hkscs" else sample
    found = decode(text.encode(codec))
    assert found.encoding in NAMES[codec]
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (FRENCH, "cp1252", "cp1252"),
        (GERMAN, "cp1252", "cp1252"),
        (ENGLISH, "cp1252", "cp1252"),
        (GERMAN[:80], "latin-1", "cp1252"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (KOREAN, "euc_kr", "cp949"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp1251", "cp1251"),
    ],
)
def test_other_languages(text: str, codec: str, name: str) -> None:
    found = decode(text.encode(codec))
    assert (found.encoding, found.text) == (name, text)


@pytest.mark.parametrize("how", ["replaced", "deleted"])
@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [(JAPANESE, "shift_jis", "cp932"), (JAPANESE, "euc_jp", "euc_jp"), (KOREAN, "euc_kr", "cp949")],
)
def test_damage_in_other_languages(text: str, codec: str, name: str, how: str) -> None:
    content = text.encode(codec)
    for place in range(10, len(content), 37):
        found = decode(spoil(content, place, how))
        assert found.encoding == name
        assert outside_damage(text, found.text) <= 30


def test_a_guess_of_the_library_says_so() -> None:
    note = "the encoding is a guess (koi8-r): if the text looks wrong, name another with --encoding"
    assert decode(RUSSIAN.encode("koi8-r")).notes == (note,)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "gb18030", "big5"])
def test_line_ends_are_kept(codec: str) -> None:
    text = OpenCC("s2t").convert(VERSE).replace("。", "。\r\n").replace("，", "，\r").replace("山", "山\n")
    text = text.encode(codec, "ignore").decode(codec)
    found = decode(text.encode(codec))
    assert found.text == text


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("中文文本".encode() + b"\xff", "1 place"),
        (b"\xff" + "中文文本中文文本".encode() + b"\xff", "2 places"),
        ("中\ufffd文文本".encode() + b"\xff", "1 place"),
    ],
)
def test_the_note_counts_what_was_lost_and_not_what_was_there(content: bytes, count: str) -> None:
    (note,) = decode(content).notes
    be = "is" if count == "1 place" else "are"
    assert note == f"{count} could not be decoded as utf-8 and {be} shown as U+FFFD"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030"])
def test_a_byte_order_mark_is_told_and_dropped_once(codec: str) -> None:
    found = decode("\ufeff\ufeff中".encode(codec))
    assert found.text == "\ufeff中"
    assert found.encoding == codec
    assert found.notes == ("the byte order mark (BOM) at the start is not part of the text",)


@pytest.mark.parametrize(
    ("named", "used"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("big5", "cp950"), ("Shift-JIS", "cp932"), ("utf-8-sig", "utf-8")],
)
def test_a_named_encoding_is_read_as_its_superset(named: str, used: str) -> None:
    found = decode("日本".encode(used), named)
    assert (found.text, found.encoding) == ("日本", used)


def test_a_named_encoding_overrides_what_the_bytes_say() -> None:
    assert decode("é".encode(), "latin-1").text == "Ã©"
    assert decode("一\r二".encode("gbk"), "gbk").text == "一\r二"


def test_hong_kong_characters_choose_hong_kongs_superset() -> None:
    text = OpenCC("s2t").convert(VERSE) + "喺啲嘅咗𨋢"
    found = decode(text.encode("big5hkscs"))
    assert (found.encoding, found.text) == ("big5hkscs", text)


@pytest.mark.parametrize(
    "named", ["", "klingon", "hex", "rot13", "utf-7", "idna", "unicode_escape", "undefined", "a\0b"]
)
def test_an_unknown_encoding_is_a_setting_without_meaning(named: str) -> None:
    with pytest.raises(InvalidSettings, match="is no encoding of text that is known here") as caught:
        decode(b"text", named)
    assert caught.value.hint.startswith("try utf-8, gb18030")


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "x is no text document but a picture (PNG)", "transcript"),
        (b"%PDF-1.7\n", "x is no text document but a PDF", "pdftotext"),
        (b"PK\x03\x04\x14\0", "x is no text document but a ZIP archive", "unpack"),
        (b"\x7fELF\x02\x01\x01", "x is no text document but a program", "plain text file"),
        (b"{\\rtf1\\ansi", "x is no text document but an RTF document", "save it as plain text"),
        (b"\0" * 9, "x holds no text: all its 9 bytes are NUL", "another copy"),
        (b"\xfe\xff\0\0", "x holds no text: 1 of its 1 characters are NUL", "another copy"),
        (
            bytes(range(32)) * 4,
            "x is no text document: 100 of its 128 bytes are control characters",
            "--encoding utf-16",
        ),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, message: str, hint: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(content, name="x")
    assert str(caught.value) == message
    assert hint in caught.value.hint


def test_random_bytes_are_refused() -> None:
    content = random.Random(1).randbytes(5_000)
    with pytest.raises(UnreadableFile, match="control characters"):
        decode(content)


def test_padding_with_nuls_leaves_a_text_a_text() -> None:
    found = decode(b"a line of text\n" * 9 + b"\0" * 20)
    assert found.text.endswith("\n" + "\0" * 20)
    assert found.notes == ("20 NUL characters stand in the text",)


def test_utf8_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    for name in ("_guessed", "_with_nulls", "_by_library"):
        monkeypatch.setattr(module, name, fail)
    assert decode("中文 text".encode()).text == "中文 text"
    with pytest.raises(AssertionError):
        decode("中文".encode("gbk"))


def test_a_lost_byte_that_the_codec_accepts_is_noticed_by_private_use() -> None:
    text = readable(SEEDS[1], "gbk")
    line = next(line for line in text.splitlines() if line.startswith("总书记") or len(line) > 300)
    content = (line + "到xx").encode("gbk")
    found = decode(content[:30] + content[31:])
    assert outside_damage(line + "到xx", found.text) <= 10
    assert found.notes == ("1 place could not be decoded as gb18030 and is shown as U+FFFD",)


def test_private_use_in_earnest_is_kept() -> None:
    text = VERSE.replace("，", "\ue000")
    assert decode(text.encode("gb18030")) == (text, "gb18030", ())


def test_a_long_damaged_line_is_decoded_as_it_stands() -> None:
    content = "国家".encode("gbk") * 10_000
    assert realign(content + b"\xff", "gb18030") == "国家" * 10_000 + "\ufffd"


def text_or_hint(content: bytes, named: str | None = None) -> str:
    try:
        return decode(content, named).text
    except UnreadableFile as refused:
        return refused.hint


@of_seeds
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused_with_a_hint(content: bytes) -> None:
    assert text_or_hint(content).encode("utf-8") or not content.strip(b"\xef\xbb\xbf\xff\xfe\0\x84\x31\x95\x33")


@of_seeds
@given(st.binary(max_size=200), st.sampled_from(["utf-8", "gb18030", "big5", "cp932", "euc_kr", "koi8-r"]))
def test_any_bytes_in_a_named_encoding(content: bytes, named: str) -> None:
    assert bool(text_or_hint(content, named)) == bool(content.removeprefix("\ufeff".encode(named, "ignore")))


@of_seeds
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_utf8_round_trip_is_the_identity(text: str) -> None:
    content = text.encode()
    if not text.startswith(("\ufeff", "%PDF-", "{\\rtf", "PK\x03\x04", "PK\x05\x06", "GIF87a", "GIF89a", "\x7fELF")):
        assert decode(content) == (text, "utf-8", ())


@of_seeds
@given(
    st.text(st.sampled_from("的一是不国家，。aé7 \n龘𠮷"), max_size=80), st.sampled_from(["gb18030", "euc_jp", "cp932"])
)
def test_realigning_changes_nothing_that_is_whole(text: str, codec: str) -> None:
    content = text.encode(codec, "ignore")
    assert realign(content, codec) == content.decode(codec)
