"""Files become documents; what cannot be read says why and what to do."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from difftool.errors import InvalidSettings, UnreadableFile
from difftool.model import Span
from difftool.read import READERS, read, read_bytes

SEED = min((Path(__file__).parents[2] / "seeds").glob("000_*.txt"))


def test_a_seed_is_read_whole() -> None:
    document = read(str(SEED))
    content = SEED.read_bytes()
    assert document.name == SEED.name
    assert document.text == content.decode("utf-8")
    assert document.length == len(document.text)
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert (document.media_type, document.encoding, document.notes) == ("text/plain", "utf-8", ())
    assert len(document.paragraphs) == 13


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("A.TXT", "text/plain"),
        ("a.text", "text/plain"),
        ("a", "text/plain"),
        ("-", "text/plain"),
        ("a.log", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.Markdown", "text/markdown"),
    ],
)
def test_the_suffix_chooses_the_reader(name: str, media_type: str) -> None:
    document = read_bytes(b"# **20 years**\r\n\r\nb", name)
    assert document.media_type == media_type
    assert document.text == "# **20 years**\r\n\r\nb"
    assert document.paragraphs == (Span(0, 14), Span(18, 19))


def test_the_table_is_what_the_issue_lists() -> None:
    assert sorted(READERS) == ["", ".markdown", ".md", ".text", ".txt"]


def test_name_and_encoding_are_the_callers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Ã".encode("gbk", "ignore") + "中文".encode("gbk"))
    document = read(str(tmp_path / "a.txt"), encoding="gbk", name="left")
    assert (document.name, document.text, document.encoding) == ("left", "中文", "gb18030")


def test_a_given_name_does_not_hide_the_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    assert read(str(tmp_path / "a.md"), name="left").media_type == "text/markdown"


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t", "there is only white space in the file"),
        (b"\xef\xbb\xbf", "the file is empty"),
    ],
)
def test_a_file_without_text_is_a_document(content: bytes, note: str) -> None:
    document = read_bytes(content, "a.txt")
    assert document.paragraphs == ()
    assert document.notes[-1] == note


def test_one_line_of_50_megabytes() -> None:
    document = read_bytes("中a".encode() * 12_500_000, "a.txt")
    assert document.paragraphs == (Span(0, 25_000_000),)


def test_a_missing_file(tmp_path: Path) -> None:
    path = str(tmp_path / "no.txt")
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    assert str(caught.value) == f"{path} does not exist"
    assert caught.value.hint == "check the spelling; a relative path starts from the current folder"


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(str(tmp_path))
    assert str(caught.value) == f"{tmp_path} is a folder"
    assert caught.value.hint == "name a file inside it"


def test_a_file_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    with pytest.raises(UnreadableFile, match="a part of its path is a file, not a folder"):
        read(str(tmp_path / "a.txt" / "b.txt"))


def test_no_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")  # root may read everything, so that a real file would not do

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(UnreadableFile, match=r"^a\.txt may not be read$") as caught:
        read("a.txt")
    assert "permission" in caught.value.hint


@pytest.mark.parametrize(
    ("path", "message"),
    [("", "'' is no name of a file"), ("a\0b", r"'a\x00b' is no name of a file"), ("x" * 5000, "file name too long")],
)
def test_names_that_cannot_be(path: str, message: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    assert message in str(caught.value)
    assert caught.value.hint


def test_a_name_that_is_no_text_is_shown_readably(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xd6\xd0.txt")
    Path(path).write_bytes(b"a")
    assert read(path).name == "\ufffd\ufffd.txt"


@pytest.mark.parametrize(
    ("content", "name", "what"),
    [
        (b"PK\x03\x04\x14\0\6\0", "a.docx", "a word processor file"),
        (b"PK\x03\x04\x14\0\6\0", "a.zip", "a ZIP archive"),
        (b"%PDF-1.4\n", "a.pdf", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "x.png", "a picture (PNG)"),
    ],
)
def test_documents_of_other_programs_are_refused_by_name(content: bytes, name: str, what: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(content, name)
    assert str(caught.value) == f"{name} is no text document but {what}"
    assert caught.value.hint


def test_an_unknown_encoding() -> None:
    with pytest.raises(InvalidSettings, match="'klingon' is no encoding of text"):
        read_bytes(b"a", "a.txt", encoding="klingon")
