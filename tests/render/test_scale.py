"""Ten thousand changes in one page: what a reviewer waits for, and how large the file is."""

from __future__ import annotations

import random
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest
from drawn import Sample
from opened import CHROMIUM, Opened, write

from difftool.compare import compare
from difftool.model import document

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHANGES = 10_000
# In milliseconds; what else the machine does only ever adds, so there is a second try.
FIRST_PAINT, JUMP, TRIES = 1_000, 100, 7
TIMES, FIXED = 6, 150_000


@pytest.fixture(scope="module")
def sample() -> Sample:
    """Compare two texts of ten thousand short paragraphs, each with its own edit: much markup for little text."""
    chance = random.Random(3)
    signs = [chr(0x4E00 + at) for at in range(2_000)]
    left, right = [], []
    for _ in range(CHANGES):
        line = chance.choices(signs, k=40)
        left.append("".join(line) + "。")
        line[20:22] = chance.choices(signs, k=2)
        right.append("".join(line) + "。")
    one, other = document("\n".join(left), "a.txt"), document("\n".join(right), "b.txt")
    return Sample(compare(one, other), one, other)


@pytest.mark.slow
@pytest.mark.quiet
@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)")
def test_ten_thousand_changes_are_read_without_waiting(sample: Sample, browser: Browser, tmp_path: Path) -> None:
    assert len(sample.comparison.counted) >= CHANGES - 20
    file = write(tmp_path, sample)
    given = len(sample.left.text.encode()) + len(sample.right.text.encode())
    assert file.stat().st_size <= TIMES * given + FIXED
    paints: list[float] = []
    for _ in range(2):
        one = Opened(browser, file)
        one.page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        paints.append(
            one.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")  # of the page
        )
        one.page.wait_for_timeout(2_000)  # the list is made
        jumps = [one.page.evaluate(JUMPING, f"#c{1 + number * 1_300}") for number in range(TRIES)]
        steps = [one.page.evaluate(STEPPING) for _ in range(TRIES)]
        assert one.complaints == []
        one.context.close()
        if min(paints) <= FIRST_PAINT and max(median(jumps), median(steps)) <= JUMP:
            break
    print("size", file.stat().st_size, "of", given, "paint", paints, "jumps", jumps, "steps", steps)  # noqa: T201 - shown by pytest -rP
    assert min(paints) <= FIRST_PAINT
    assert median(jumps) <= JUMP
    assert median(steps) <= JUMP


# Until the frame that shows the change was made.
JUMPING = """async (hash) => {
  const start = performance.now();
  location.hash = hash;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
STEPPING = """async () => {
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "n", bubbles: true}));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
