"""A report opened in Chromium: the page, and all that it asked for or complained about."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from difftool.render import Look, render

if TYPE_CHECKING:
    from drawn import Sample
    from playwright.sync_api import Browser, Page, ViewportSize

CHROMIUM = shutil.which("chromium")
SIZE: ViewportSize = {"width": 1280, "height": 800}
CURRENT = ".cell > p .here"


class Opened:
    """Hold a page and all that it asked for or complained about."""

    def __init__(self, browser: Browser, file: Path, **options: object) -> None:
        """Open the file in a context of its own."""
        self.file = file
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.context = browser.new_context(viewport=SIZE, **options)  # type: ignore[arg-type]  # the caller's options
        self.answered: list[str] = []
        self.context.on("requestfinished", lambda request: self.answered.append(request.url))
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri())

    def marked(self) -> list[str]:
        """List the texts of the current change's marks, without the words that are only heard."""
        texts: list[str] = self.page.eval_on_selector_all(
            CURRENT,
            "all => all.map(one => [...one.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(''))",
        )
        return texts

    def status(self) -> str:
        """Read what is told of the current change."""
        return self.page.inner_text("#status")


def write(folder: Path, sample: Sample, look: Look | None = None) -> Path:
    file = folder / "report.html"
    text = render(*sample, "html", version="0.1.0", look=look or Look())
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def in_view(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    return box is not None and 0 < box["y"] < SIZE["height"] - box["height"]


# The contrast ratio of WCAG 2.2 between an element's text and the first background behind it.
CONTRAST = """one => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  let behind = one;
  while (parts(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const pair = [getComputedStyle(one).color, getComputedStyle(behind).backgroundColor].map(parts).map(light).sort();
  return (Math.max(...pair) + .05) / (Math.min(...pair) + .05);
}"""
