"""The table of clauses as a page and as an office document: read back, opened by real programs, always the same."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pytest
from drawn import Sample, nasty
from opened import CONTRAST, Opened
from test_table import AMENDED, LAW, clauses, of, plain, rests, underlined

from difftool.compare import compare
from difftool.model import Settings, document
from difftool.render import render
from difftool.render.table import table
from difftool.render.table_docx import office_document
from difftool.render.table_html import page

if TYPE_CHECKING:
    from docx.document import Document as Office
    from docx.table import Table as Grid
    from docx.table import _Cell as Cell
    from playwright.sync_api import Browser

SOFFICE, CHROMIUM = shutil.which("soffice"), shutil.which("chromium")
Run = Callable[..., subprocess.CompletedProcess[str]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def law(**wishes: object) -> Sample:
    left, right = document("\n".join(LAW), "旧.txt"), document("\n".join(AMENDED), "新.txt")
    return Sample(compare(left, right, Settings(**wishes)), left, right)  # type: ignore[arg-type]  # fields of it


def huge() -> Sample:
    """Compare lines of 1 MB, hostile at their ends."""
    line = "第一条 " + "甲乙丙丁" * 250_000
    left, right = document(f"{line}<b>\x00\ufffe\u202e子"), document(f"{line}<b>\x00\ufffe\u202e丑")
    return Sample(compare(left, right), left, right)


def opened(sample: Sample) -> Office:
    return docx.Document(io.BytesIO(render(*sample, "table-docx", version="0")))


def grid(sample: Sample) -> Grid:
    (found,) = opened(sample).tables
    return found


def marked(cell: Cell) -> str:
    return "".join(run.text for paragraph in cell.paragraphs for run in paragraph.runs if run.underline)


@pytest.mark.parametrize("sample", [law(), nasty(), huge()], ids=["law", "nasty", "huge"])
def test_the_document_holds_the_table_and_underlines_what_changed_and_nothing_else(sample: Sample) -> None:
    made, rows = table(*sample), grid(sample).rows
    assert [cell.text for cell in rows[0].cells] == list(made.heads)
    assert len(rows) == len(made.rows) + 1
    drawn = [row.cells for row in list(rows)[1:] if row.cells[0]._tc is not row.cells[1]._tc]  # noqa: SLF001 - merged
    for cells, row in zip(drawn, clauses(made), strict=True):
        assert [cell.text for cell in cells[:2]] == [plain(row.left), plain(row.right)]
        assert [marked(cell) for cell in cells] == ["".join(underlined(row.left)), "".join(underlined(row.right)), ""]
        assert cells[2].text == "\n".join([*row.notes, row.kinds] if row.kinds else row.notes)


def test_the_document_is_a4_across_repeats_its_heads_and_is_set_in_song() -> None:
    made = opened(law())
    section = made.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [297, 210]
    with zipfile.ZipFile(io.BytesIO(office_document(of(LAW, AMENDED)))) as archive:
        parts = {name: ET.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith("xml")}  # noqa: S314 - our own
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    body = parts["word/document.xml"]
    heads = body.find(f".//{W}tr/{W}trPr/{W}tblHeader")
    assert heads is not None
    fonts = parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert fonts is not None
    assert fonts.attrib[f"{W}eastAsia"] == "宋体"
    assert made.core_properties.author == ""
    assert {style.name for style in made.styles} >= {"Clause Title", "Clause Number"}


@pytest.mark.parametrize("form", ["table-docx", "table-html"])
def test_the_same_comparison_gives_the_same_bytes_on_another_day(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(LAW), "utf-8")
    (tmp_path / "b.txt").write_text("\n".join(AMENDED), "utf-8")
    script = (
        "import sys, time; time.time = lambda: float(sys.argv[1]); real = time.localtime\n"
        "time.localtime = lambda *at: real(float(sys.argv[1]))\n"
        "from difftool.cli import main\n"
        f"main(['compare', 'a.txt', 'b.txt', '--format', '{form}', '-o', sys.argv[2]])"
    )
    for day, name, zone in (("1e9", "one", "UTC"), ("17e8", "other", "Asia/Shanghai")):
        env = os.environ | {"TZ": zone, "PYTHONHASHSEED": str(len(name))}
        subprocess.run([sys.executable, "-c", script, day, name], check=True, cwd=tmp_path, env=env)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice-writer)")
@pytest.mark.parametrize("sample", [law(), nasty()], ids=["law", "nasty"])
def test_a_real_office_program_opens_the_document_and_finds_every_word(sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "table.docx").write_bytes(render(*sample, "table-docx", version="0"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "table.docx"]
    subprocess.run(command, check=True, cwd=tmp_path, capture_output=True, timeout=120)
    text = re.sub(r"\s", "", (tmp_path / "table.txt").read_text("utf-8-sig"))
    made = table(*sample)
    for row in clauses(made):
        for lines in (row.left, row.right):
            assert re.sub(r"\s", "", plain(lines)) in text
        assert all(re.sub(r"\s", "", note) in text for note in row.notes)
    assert all(re.sub(r"\s", "", rest) in text for rest in rests(made))


def test_a_huge_hostile_line_is_valid_in_both(tmp_path: Path) -> None:
    sample = huge()
    made = table(*sample)
    written = page(made, "0")
    assert "<del>子</del>" in written
    assert "&lt;b&gt;⟨U+0000⟩⟨U+FFFE⟩⟨U+202E⟩<ins>丑</ins>" in written
    (tmp_path / "table.docx").write_bytes(office_document(made))
    with zipfile.ZipFile(tmp_path / "table.docx") as archive:
        assert archive.testzip() is None
        body = archive.read("word/document.xml").decode()
    assert not set(body) & {"\x00", "\ufffe", "\u202e"}
    assert "⟨U+0000⟩⟨U+FFFE⟩⟨U+202E⟩" in body


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)")
@pytest.mark.parametrize("sample", [law(), nasty()], ids=["law", "nasty"])
def test_the_page_shows_the_table_runs_nothing_and_asks_for_nothing(
    browser: Browser, sample: Sample, tmp_path: Path
) -> None:
    made = table(*sample)
    (tmp_path / "table.html").write_text(page(made, "0"), "utf-8", newline="\n")
    one = Opened(browser, tmp_path / "table.html")
    shown = one.page
    assert shown.title() == made.title
    assert (shown.locator("script").count(), shown.locator("img").count()) == (0, 0)
    assert shown.locator("thead th").all_text_contents() == list(made.heads)
    rows = shown.locator("tbody tr:not(.rest):not(.heading)")
    for at, row in enumerate(clauses(made)):
        cells = rows.nth(at).locator("td")
        for side, (mark, lines) in enumerate((("del", row.left), ("ins", row.right))):
            assert "\n".join(cells.nth(side).locator("p").all_text_contents()) == plain(lines)
            assert cells.nth(side).locator(mark).all_text_contents() == underlined(lines)
            assert cells.nth(side).locator("del" if side else "ins").count() == 0
    for mark in ("del", "ins"):
        line = shown.locator(mark).first.evaluate("one => getComputedStyle(one).textDecorationLine")
        assert line == "underline"
    for selector in ("del", ".kinds", ".rest td", ".sources dt", ".remarks li", "thead th"):
        assert shown.eval_on_selector(selector, CONTRAST) >= 4.5
    shown.set_viewport_size({"width": 390, "height": 800})
    assert shown.evaluate("document.documentElement.scrollWidth") <= 390
    assert shown.locator("html").get_attribute("lang") == "zh-Hans"
    assert (one.complaints, one.requests) == ([], [one.file.as_uri()])
    one.context.close()


def test_concealed_values_are_in_neither() -> None:
    left, right = document("第一条 共有七百八十九个部门参加。"), document("第一条 共有xxx个部门参加。")
    comparison = compare(left, right, Settings(conceal=True))
    for form in ("table-docx", "table-html"):
        made = render(comparison, left, right, form, version="0")
        if isinstance(made, bytes):
            made = "".join(cell.text for row in grid(Sample(comparison, left, right)).rows for cell in row.cells)
        plain_text = re.sub("<[^>]*>", "", made)
        assert "七百八十九" not in plain_text
        assert "共有▒▒▒▒▒个部门" in plain_text


def test_the_document_goes_to_a_file_and_into_a_pipe_as_bytes(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(LAW), "utf-8")
    (tmp_path / "b.txt").write_text("\n".join(AMENDED), "utf-8")
    assert difftool("compare", "a.txt", "b.txt", "-o", "t.docx").returncode == 1
    piped = subprocess.run(
        [sys.executable, "-m", "difftool", "compare", "a.txt", "b.txt", "--format", "table-docx"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )
    assert (piped.returncode, piped.stderr) == (1, b"")
    assert piped.stdout == (tmp_path / "t.docx").read_bytes()
    done = difftool("compare", "a.txt", "b.txt", "--format", "table-html")
    assert (done.returncode, "条文对照表" in done.stdout) == (1, True)
    refused = difftool("compare", "a.txt", "b.txt", "--format", "table-docx", "-o", ".")
    assert refused.returncode == 2
    assert "report.docx" in refused.stderr


def test_the_document_is_not_printed_on_a_terminal(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    (tmp_path / "a.txt").write_text("第一条 甲", "utf-8")
    outer, inner = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "difftool", "compare", "a.txt", "a.txt", "--format", "table-docx"],
        check=False,
        cwd=tmp_path,
        stdout=inner,
        stderr=subprocess.PIPE,
    )
    os.close(inner)
    os.close(outer)
    assert done.returncode == 2
    assert re.fullmatch(rb"error: [^\n]+\nhint:  [^\n]+-o[^\n]+\n", done.stderr)


def test_no_other_format_loads_the_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("第一条 甲", "utf-8")
    script = (
        "import sys; from difftool.cli import main\n"
        "main(['compare', 'a.txt', 'a.txt', '-o', 'a.html', '-o', 'a.json', '-o', 'a.txt.txt'])\n"
        "print([name for name in sys.modules if name.startswith(('docx', 'lxml', 'difftool.render.table'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert done.stdout == "[]\n"
