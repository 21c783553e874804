"""The report in a real browser: keys, filters, folds, links, and that nothing runs or leaves the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from amended import PLACES, amended
from drawn import nasty, seed_pair
from opened import CHROMIUM, CONTRAST, CURRENT, Opened, in_view, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    one = Opened(browser, write(tmp_path, seed_pair()))
    yield one
    assert one.complaints == []
    assert one.requests == [one.file.as_uri()]
    one.context.close()


@pytest.fixture
def hostile(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    one = Opened(browser, write(tmp_path, nasty()))
    yield one
    assert one.complaints == []
    assert one.requests == [one.file.as_uri()]
    one.context.close()


def test_both_masks_are_found_by_their_text(opened: Opened) -> None:
    marks = opened.page.locator(".cell del.mask, .cell ins.mask")
    texts = [re.sub(r"^(deleted|inserted), mask: ", "", text) for text in marks.all_text_contents()]
    assert texts == ["****", "xxxx", "**", "xx"]


def test_the_key_for_next_reaches_both_masks_and_stays_at_the_last(opened: Opened) -> None:
    opened.page.keyboard.press("n")
    assert opened.marked() == ["****", "xxxx"]
    assert opened.status() == "change 1 of 2, mask"
    assert opened.page.url.endswith("#c1")
    opened.page.wait_for_timeout(50)
    assert in_view(opened.page, CURRENT)
    opened.page.keyboard.press("j")
    assert opened.marked() == ["**", "xx"]
    assert opened.status() == "change 2 of 2, mask"
    opened.page.wait_for_timeout(50)
    assert in_view(opened.page, CURRENT)
    opened.page.keyboard.press("n")
    assert opened.marked() == ["**", "xx"]
    assert opened.status() == "no change after this one"
    opened.page.keyboard.press("p")
    assert opened.marked() == ["****", "xxxx"]
    opened.page.keyboard.press("k")
    assert opened.status() == "no change before this one"


@pytest.fixture
def law(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    one = Opened(browser, write(tmp_path, amended()))
    yield one
    assert one.complaints == []
    assert one.requests == [one.file.as_uri()]
    assert one.page.title() != "ran"
    one.context.close()


def test_the_facts_that_differ_stand_in_a_table_above_the_text_and_lead_to_it(law: Opened) -> None:
    table = law.page.get_by_role("table", name="2 facts that differ")
    assert table.get_by_role("columnheader").all_inner_texts() == ["fact", "left", "right"]
    assert table.get_by_role("rowheader").all_inner_texts() == ["effective date", "amendment"]
    begins = table.get_by_role("row").nth(1)
    assert begins.get_by_role("cell").all_inner_texts() == ["2004年7月1日", "2005年7月1日"]
    assert table.get_by_role("row").nth(2).get_by_role("cell").first.inner_text() == "not in left"
    box, text = table.bounding_box(), law.page.locator("#text").bounding_box()
    assert box
    assert text
    assert box["y"] + box["height"] < text["y"]
    begins.get_by_role("link").click()
    assert law.marked() == ["2004", "2005"]


def test_a_replacement_is_walked_place_by_place_and_round(law: Opened) -> None:
    group = law.page.locator(".groups li").first
    assert group.locator("b").inner_text() == f"×{PLACES}"
    forward, back = (group.get_by_role("button", name=f"{way} place") for way in ("next", "previous"))
    for number in range(1, PLACES + 1):
        forward.click()
        assert law.status() == f"place {number} of {PLACES}, wording"
    forward.click()
    assert law.status() == f"place 1 of {PLACES}, wording"
    back.click()
    assert law.status() == f"place {PLACES} of {PLACES}, wording"
    law.page.wait_for_timeout(50)
    assert in_view(law.page, CURRENT)
    group.locator("summary").click()
    group.get_by_role("link", name="第三条").click()
    law.page.wait_for_timeout(50)
    assert in_view(law.page, CURRENT)
    assert "第三条" in law.page.locator(".entry [aria-current]").inner_text()


def test_the_buttons_do_what_the_keys_do(opened: Opened) -> None:
    opened.page.click("#next")
    assert opened.marked() == ["****", "xxxx"]
    opened.page.click("#next")
    opened.page.click("#previous")
    assert opened.marked() == ["****", "xxxx"]


def test_a_filter_hides_its_kind_and_a_second_click_shows_it_again(opened: Opened) -> None:
    chip, entry = opened.page.locator('[data-filter="mask"]'), opened.page.locator("#changes .entry").first
    plain = opened.page.locator(".cell del.mask").first
    amber = plain.evaluate("one => getComputedStyle(one).backgroundColor")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    assert not entry.is_visible()
    assert plain.evaluate("one => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert plain.evaluate("one => getComputedStyle(one).borderTopStyle") == "none"
    assert opened.status() == "0 of 2 shown"
    opened.page.keyboard.press("n")
    assert opened.marked() == []
    opened.page.keyboard.press("0")
    assert entry.is_visible()
    assert plain.evaluate("one => getComputedStyle(one).backgroundColor") == amber
    opened.page.click('[data-filter="accidental"]')
    assert not entry.is_visible()


def test_walking_passes_over_what_a_filter_hides(hostile: Opened) -> None:
    hostile.page.click('[data-filter="wording"]')
    seen = []
    for _ in range(2):
        hostile.page.keyboard.press("n")
        seen.append(hostile.status())
    assert seen == ["change 1 of 2, space", "change 2 of 2, move"]


def test_folds_open_one_by_one_and_all_at_once(opened: Opened) -> None:
    inside = opened.page.locator("details.outside .cell p").first
    assert not inside.is_visible()
    opened.page.click("details.outside summary >> nth=0")
    assert inside.is_visible()
    last = opened.page.locator("details.outside .cell p").last
    assert not last.is_visible()
    opened.page.keyboard.press("o")
    assert last.is_visible()
    opened.page.keyboard.press("o")
    assert not inside.is_visible()


def test_a_permalink_leads_to_its_change(browser: Browser, tmp_path: Path) -> None:
    file = write(tmp_path, seed_pair())
    one = Opened(browser, file)
    one.page.goto(f"{file.as_uri()}#c2")
    one.page.wait_for_timeout(50)
    assert one.marked() == ["**", "xx"]
    assert one.status() == "change 2 of 2, mask"
    assert in_view(one.page, "#c2")
    one.page.click('#changes a[href="#c1"]')
    assert one.marked() == ["****", "xxxx"]
    assert one.complaints == []
    one.context.close()


@pytest.mark.parametrize("fragment", ["c99", "%", "%E0%A4%A", "text", ""])
def test_an_address_that_names_no_change_does_no_harm(browser: Browser, tmp_path: Path, fragment: str) -> None:
    file = write(tmp_path, seed_pair())
    one = Opened(browser, file)
    one.page.goto(f"{file.as_uri()}#{fragment}")
    one.page.reload()
    assert one.status() == "2 changes"
    one.page.keyboard.press("n")
    assert one.status() == "change 1 of 2, mask"
    assert one.complaints == []
    one.context.close()


def test_without_script_it_still_reads_links_and_folds(browser: Browser, tmp_path: Path) -> None:
    one = Opened(browser, write(tmp_path, seed_pair()), java_script_enabled=False)
    one.page.click('#changes a[href="#c2"]')
    assert one.page.url.endswith("#c2")
    one.page.click("details.outside summary >> nth=0")
    assert one.page.locator("details.outside .cell p").first.is_visible()
    one.context.close()


def test_hostile_documents_run_nothing_ask_for_nothing_and_show_as_text(hostile: Opened) -> None:
    page = hostile.page
    page.keyboard.press("o")
    for _ in range(8):
        page.keyboard.press("n")
    assert "ran" not in page.title().replace("document.title='ran'", "")
    assert page.locator("img").count() == 0
    assert page.locator("#text script").count() == 0
    shown = page.locator(".row.changed .cell.left p").first.text_content()
    assert "<img src=x onerror=" in (shown or "")
    # What the page itself would do with planted code: the policy stops it.
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
    page.wait_for_timeout(100)
    assert page.title() != "1"
    assert any("Content Security Policy" in complaint for complaint in hostile.complaints)
    assert hostile.answered == hostile.requests[:1]
    hostile.complaints.clear()
    del hostile.requests[1:]


def test_a_move_is_walked_to_and_links_both_ways(hostile: Opened) -> None:
    page = hostile.page
    page.click('.origin a[href="#c6"]')
    assert hostile.status() == "change 6 of 7, move"
    page.click('a[href="#c6-origin"]')
    assert page.url.endswith("#c6-origin")
    assert in_view(page, ".origin")


def test_help_opens_by_key_and_closes_by_escape(opened: Opened) -> None:
    dialog = opened.page.locator("#keys")
    opened.page.keyboard.press("?")
    assert dialog.is_visible()
    opened.page.keyboard.press("n")
    assert opened.marked() == []
    opened.page.keyboard.press("Escape")
    assert not dialog.is_visible()
    opened.page.click("#help")
    assert dialog.is_visible()
    opened.page.click("#keys button")
    assert not dialog.is_visible()


def test_print_opens_the_folds_and_drops_the_chrome(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    assert opened.page.locator("details.outside .cell p").first.is_visible()
    assert not opened.page.locator(".bar").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_can_be_read_in_both_schemes(browser: Browser, tmp_path: Path, scheme: str) -> None:
    one = Opened(browser, write(tmp_path, nasty()), color_scheme=scheme)
    for selector in (
        ".cell del.wording",
        ".cell ins.wording",
        "h1",
        ".note",
        ".about",
        ".tally",
        ".entry .place",
        ".sign a",
        "#decided",
        ".panel summary",
    ):
        ratio = one.page.eval_on_selector(selector, CONTRAST)
        assert ratio >= 4.5, (selector, ratio)  # WCAG 2.2 AA
    one.context.close()


@pytest.mark.parametrize("width", [390, 800, 1280])
def test_nothing_is_wider_than_the_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    one = Opened(browser, write(tmp_path, nasty()))
    one.page.set_viewport_size({"width": width, "height": 800})
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width
    one.context.close()


def test_copied_text_is_the_text(opened: Opened) -> None:
    opened.page.keyboard.press("n")
    copied = opened.page.evaluate(
        """() => {
          getSelection().selectAllChildren(document.getElementById("c1").closest("p"));
          return getSelection().toString();
        }"""
    )
    sample = seed_pair()
    assert copied.strip() == sample.left.paragraphs[3].of(sample.left.text)
