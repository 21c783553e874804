"""What a reviewer does with the page, most of it by keys alone: find, filter, decide, keep, hand over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import axe_playwright_python
import pytest
from amended import PLACES, amended
from drawn import Sample, nasty, seed_pair
from jsonschema import Draft202012Validator
from opened import CHROMIUM, CURRENT, Opened, in_view, write

from difftool.compare import compare
from difftool.model import document, verdicts
from difftool.render import Look

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)")

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
SCHEMA = Path(verdicts.__file__).with_name("verdicts.schema.json")


@pytest.fixture
def law(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    one = Opened(browser, write(tmp_path, amended()))
    yield one
    assert one.complaints == []
    assert set(one.requests) == {one.file.as_uri()}
    assert one.page.title() != "ran"
    one.context.close()


def press(page: Opened, keys: str) -> None:
    for key in keys:
        page.page.keyboard.press(key)


def test_the_list_is_a_worklist_by_section(law: Opened) -> None:
    sections = law.page.locator("#list h3").all_inner_texts()
    assert [text.split("\n")[0].split(" ")[0] for text in sections] == sorted(
        [text.split("\n")[0].split(" ")[0] for text in sections],
        key=["wording", "names", "numbers", "references", "doubtful", "form", "ignored"].index,
    )
    counts = [int(one.inner_text()) for one in law.page.locator("#list h3 b").all()]
    assert sum(counts) == law.page.locator("#list .entry").count() > PLACES


def test_a_review_by_keys_alone_is_kept_over_a_reload(law: Opened) -> None:
    total = law.page.locator("#list .entry").count()
    press(law, "nanrc")
    law.page.keyboard.type("ask the office")
    law.page.keyboard.press("Enter")
    assert law.page.inner_text("#decided") == f"2 of {total} decided"
    assert law.page.locator(".entry.accepted").count() == 1
    law.page.reload()
    assert law.page.inner_text("#decided") == f"2 of {total} decided"
    assert law.page.locator(".entry.accepted, .entry.rejected, .entry.ignored").count() == 2
    assert law.page.locator(".entry .comment").all_inner_texts() == ["ask the office"]
    press(law, "d")
    assert law.page.url.endswith("#c3")
    press(law, "a")
    assert law.page.inner_text("#decided") == f"3 of {total} decided"
    press(law, "a")
    assert law.page.inner_text("#decided") == f"2 of {total} decided"
    press(law, "d")
    assert law.page.url.endswith("#c4")


def test_a_verdict_shows_at_the_marks_and_on_the_buttons(law: Opened) -> None:
    press(law, "nr")
    assert law.page.locator(f"{CURRENT}.is-rejected").count() >= 1
    assert law.page.get_attribute('[data-verdict="rejected"]', "aria-pressed") == "true"
    law.page.click('[data-verdict="accepted"]')
    assert law.page.get_attribute('[data-verdict="rejected"]', "aria-pressed") == "false"
    assert law.page.locator(f"{CURRENT}.is-accepted").count() >= 1


def test_a_whole_group_is_decided_at_once(law: Opened) -> None:
    law.page.locator('.groups li [data-all="accepted"]').first.click()
    assert law.page.inner_text("#decided").startswith(f"{PLACES} of ")
    law.page.locator('.groups li [data-all="accepted"]').first.click()
    assert law.page.inner_text("#decided").startswith("0 of ")


def exported(page: Opened, folder: Path) -> Path:
    with page.page.expect_download() as coming:
        page.page.click("#export")
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def test_what_is_exported_keeps_the_contract_and_comes_back(law: Opened, tmp_path: Path, browser: Browser) -> None:
    press(law, "nanr")
    file = exported(law, tmp_path)
    found = json.loads(file.read_text("utf-8"))
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(found)
    assert verdicts.from_json(found).left.sha256 == found["left"]["sha256"]
    assert [one["verdict"] for one in found["verdicts"]] == ["accepted", "rejected"]
    keys = {change.key for change in amended().comparison.changes}
    assert {one["key"] for one in found["verdicts"]} <= keys

    other = Opened(browser, law.file)  # a context of its own: nothing is kept there
    assert other.page.inner_text("#decided").startswith("0 of ")
    other.page.set_input_files("#file", file)
    other.page.wait_for_function("document.getElementById('decided').textContent.startsWith('2 of')")
    assert other.status() == "2 verdicts taken over"
    other.page.on("dialog", lambda dialog: dialog.accept())
    other.page.click("#clear")
    assert other.page.inner_text("#decided").startswith("0 of ")
    assert other.complaints == []
    other.context.close()


@pytest.mark.parametrize("content", ["{", "[]", '{"schema": "difftool.verdicts/1", "left": {"sha256": "x"}}', "null"])
def test_other_files_verdicts_and_damaged_ones_are_refused(law: Opened, tmp_path: Path, content: str) -> None:
    file = tmp_path / "some.json"
    file.write_text(content, "utf-8")
    law.page.set_input_files("#file", file)
    law.page.wait_for_function("document.getElementById('status').textContent.startsWith('th')")
    assert law.status() in {"this is no file of verdicts", "these verdicts are of other files"}
    assert law.page.inner_text("#decided").startswith("0 of ")


def test_search_and_side_filter_the_list_the_marks_and_the_walk(law: Opened) -> None:
    total = law.page.locator("#list .entry").count()
    press(law, "/")
    law.page.keyboard.type("2005")
    law.page.keyboard.press("Enter")
    assert law.page.locator("#list .entry").count() == 1 < total
    press(law, "n")
    assert "2005" in law.marked()
    assert law.page.url.endswith("&find=2005")
    law.page.reload()
    assert law.page.locator("#list .entry").count() == 1
    assert "2005" in law.marked()
    press(law, "0")
    assert law.page.locator("#list .entry").count() == total
    law.page.select_option("#sides", "right")
    only_right = law.page.locator("#list .entry").count()
    assert 0 < only_right < total
    assert law.page.locator("#list .entry del").count() == 0


def test_filters_stand_in_the_address_and_are_taken_from_it(law: Opened) -> None:
    law.page.click('[data-filter="wording"]')
    assert law.page.url.endswith("#&hide=wording")
    law.page.goto(f"{law.file.as_uri()}#c1&hide=wording,nonsense&side=left&find=%E0%A4")
    law.page.reload()
    assert law.page.get_attribute('[data-filter="wording"]', "aria-pressed") == "false"
    assert law.page.input_value("#sides") == "left"


def test_inline_shows_both_readings_in_one_text_and_walks_it(law: Opened) -> None:
    press(law, "nu")
    assert law.page.url.endswith("&view=inline")
    law.page.wait_for_timeout(50)
    merged = law.page.locator(".merged:visible").first
    assert merged.locator("del").count() >= 1
    assert merged.locator("ins").count() >= 1
    assert not law.page.locator(".row.changed .cell.left p").first.is_visible()
    press(law, "n")
    law.page.wait_for_timeout(50)
    assert in_view(law.page, ".merged .here")
    press(law, "u")
    assert law.page.locator(".row.changed .cell.left p").first.is_visible()


def test_the_inline_text_of_a_side_is_the_text_of_the_side(law: Opened) -> None:
    law.page.evaluate("document.querySelectorAll('#text i').forEach(one => one.remove())")  # what is only heard
    before = law.page.locator(".row.changed .cell p").all_text_contents()
    press(law, "u")
    rows = law.page.evaluate(
        """() => [...document.querySelectorAll('.row.changed')].map(row => {
          const read = (gone) => { const copy = row.querySelector('.merged').cloneNode(true);
            copy.querySelectorAll(gone).forEach(one => one.remove()); return copy.textContent; };
          return [read('ins'), read('del')]; })"""
    )
    assert [text for row in rows for text in row] == before


def test_the_page_speaks_chinese_and_english(browser: Browser, tmp_path: Path) -> None:
    one = Opened(browser, write(tmp_path, seed_pair()))
    english = one.page.inner_text("body")
    press(one, "nl")
    assert one.page.get_attribute("html", "lang") == "zh"
    assert one.page.inner_text("h1").startswith("左文为右文 5 篇中的第 3 篇")
    assert "遮蔽" in one.status()
    assert "变更" in one.page.inner_text("#listed")
    assert one.page.get_attribute("#next", "title") != "next change (n, j)"
    press(one, "l")
    one.page.click("#help")
    one.page.keyboard.press("Escape")
    press(one, "p")
    assert one.page.get_attribute("html", "lang") == "en"
    assert one.page.inner_text("h1") == english.split("\n")[english.split("\n").index(one.page.inner_text("h1"))]
    assert one.complaints == []
    one.context.close()


def test_a_page_made_in_chinese_is_the_page_switched_to_it(browser: Browser, tmp_path: Path) -> None:
    one = Opened(browser, write(tmp_path, amended(), Look(language="zh")))
    made = one.page.inner_text("body")
    press(one, "l")
    assert one.page.inner_text("body") != made
    press(one, "l")
    assert one.page.inner_text("body") == made
    words = [word for word in made.split() if word.isascii() and word.isalpha() and len(word) > 3]
    assert set(words) <= {"difftool", "English", "utf", "inline"}, words
    one.context.close()


def test_red_and_green_are_kept_in_this_browser(law: Opened) -> None:
    mark = law.page.locator(".cell ins.wording").first
    blue = mark.evaluate("one => getComputedStyle(one).backgroundColor")
    press(law, "t")
    green = mark.evaluate("one => getComputedStyle(one).backgroundColor")
    assert green != blue
    law.page.reload()
    assert mark.evaluate("one => getComputedStyle(one).backgroundColor") == green
    press(law, "t")
    assert mark.evaluate("one => getComputedStyle(one).backgroundColor") == blue


def test_a_click_on_the_map_goes_to_the_nearest_change(law: Opened) -> None:
    box = law.page.locator("#map").bounding_box()
    assert box
    law.page.mouse.click(box["x"] + 6, box["y"] + box["height"] - 4)
    last = law.page.url
    law.page.mouse.click(box["x"] + 6, box["y"] + 2)
    assert law.page.url != last
    assert law.status().startswith("change ")
    law.page.wait_for_timeout(50)
    assert in_view(law.page, CURRENT)


def test_masks_and_evidence_are_tables_to_open(browser: Browser, tmp_path: Path) -> None:
    one = Opened(browser, write(tmp_path, seed_pair()))
    one.page.click("#masks summary")
    rows = [row.inner_text().split("\t") for row in one.page.locator("#masks tbody tr").all()]
    assert [row[1:4] for row in rows if row[1] != row[2]] == [["****", "xxxx", "year"], ["**", "xx", "count"]]
    one.page.locator("#masks tbody a").first.click()
    assert one.marked() == ["****", "xxxx"]
    one.page.click("#evidence summary")
    assert "difftool compare " in one.page.inner_text("#evidence code >> nth=0")
    one.context.close()


def test_marks_and_cells_are_told_to_those_who_listen(law: Opened) -> None:
    press(law, "n")
    law.page.wait_for_timeout(100)
    session = law.context.new_cdp_session(law.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    said = [node.get("name", {}).get("value", "") for node in nodes]
    assert any(text.startswith("deleted, wording:") for text in said)
    assert any(text.startswith("inserted, number:") for text in said)
    assert any(text.startswith("right, 4:") for text in said)
    roles = {node.get("role", {}).get("value", "") for node in nodes}
    assert {"insertion", "deletion"} <= roles
    press(law, "l")
    heard = law.page.locator("#text ins > i").first.text_content()
    assert heard
    assert "inserted" not in heard
    assert law.page.locator("#text p > i").first.text_content() != "left, 1: "


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sample", [seed_pair, amended, nasty], ids=["seed", "law", "nasty"])
def test_axe_finds_nothing_serious(browser: Browser, tmp_path: Path, sample: object, scheme: str) -> None:
    assert callable(sample)
    one = Opened(browser, write(tmp_path, sample()), color_scheme=scheme)
    for keys in ("nar", "tu", "l?"):
        press(one, keys)
        one.page.evaluate(AXE.read_text("utf-8"))
        found = one.page.evaluate("axe.run()")["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found if rule["impact"] in SERIOUS] == []
    one.context.close()


SERIOUS = {"serious", "critical"}


def test_where_nothing_can_be_kept_the_page_still_works(browser: Browser, tmp_path: Path) -> None:
    one = Opened(browser, write(tmp_path, seed_pair()))
    one.page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})")
    one.page.reload()
    press(one, "na")
    assert one.page.inner_text("#decided") == "1 of 2 decided"
    assert one.complaints == []
    one.context.close()


def test_with_context_what_is_unchanged_is_left_out(tmp_path: Path) -> None:
    left = document("\n".join(f"第{number}段的文字没有改动。" for number in range(300)), "a.txt")
    right = document(left.text.replace("第150段的文字", "第150段的字"), "b.txt")
    sample = compare(left, right), left, right
    whole = write(tmp_path, Sample(*sample)).stat().st_size
    file = write(tmp_path, Sample(*sample), Look(context=1))
    text = file.read_text("utf-8")
    assert file.stat().st_size < whole - 20_000
    assert "第149段的文字没有改动" in text
    assert "第148段的文字没有改动" not in text
    assert "149 paragraphs unchanged, left out of this report" in text


def test_a_line_of_a_megabyte_full_of_traps_is_text(browser: Browser, tmp_path: Path) -> None:
    traps = "<script>document.title='ran'</script></style><svg onload=\"document.title='ran'\">\u202e\x00&lt;"
    line = (traps + "正文") * (1_000_000 // (len(traps) + 2))
    one, other = document(f"标题\n{line}甲方\n{traps}", "<b>a</b>.txt"), document(f"标题\n{line}乙方\n{traps}", "b.txt")
    opened = Opened(browser, write(tmp_path, Sample(compare(one, other), one, other)))
    press(opened, "nuoal")
    opened.page.wait_for_timeout(300)
    assert opened.page.title() == "<b>a</b>.txt · b.txt"
    assert opened.page.locator("#text script, #text svg").count() == 0
    assert opened.requests == [opened.file.as_uri()]
    assert opened.complaints == []
    opened.context.close()
