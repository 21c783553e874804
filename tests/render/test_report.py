"""The page as text: sealed, escaped, whole; what it does in a browser is tested beside this."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from drawn import HOSTILE, Sample, made, nasty, relation, seed_pair

from difftool.model import Kind, LinkKind, RelationKind, Settings, document
from difftool.render import html, render
from difftool.render.answer import answer

SAMPLES = {"seed": seed_pair(), "nasty": nasty()}
TEMPLATES = Path(html.__file__).parent / "templates"
VOID = {"meta", "link", "rect", "img", "br", "input"}


class Page(HTMLParser):
    """Collect tags, attributes and text of a page, and check that every tag is closed."""

    def __init__(self, source: str) -> None:
        """Read the whole page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that must be closed."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text, that of the script and the style apart."""
        inside = self.open[-1] if self.open else ""
        (self.raw.get(inside, self.text)).append(data)


def page(sample: Sample) -> tuple[str, Page]:
    source = render(*sample, "html", version="0.1.0")
    return source, Page(source)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_the_policy_allows_the_page_s_own_style_and_script_and_nothing_else(sample: Sample) -> None:
    source, parsed = page(sample)
    policy = next(a["content"] for tag, a in parsed.tags if tag == "meta" and "http-equiv" in a)
    own = {}
    for tag in ("style", "script"):
        text = re.findall(rf"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert len(text) == 1
        own[tag] = b64encode(sha256(text[0].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{own['style']}'; script-src 'sha256-{own['script']}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_no_inline_handler_no_style_attribute_no_address(sample: Sample) -> None:
    _, parsed = page(sample)
    for tag, attributes in parsed.tags:
        for name, value in attributes.items():
            assert name != "style"
            assert not name.startswith("on")
            if name in {"src", "href"}:
                assert value is not None
                assert value.startswith("#") or value == "data:,", (tag, value)
    names = [tag for tag, _ in parsed.tags]
    assert not {"img", "iframe", "object", "base"} & set(names)
    assert names.count("script") == 2
    assert names.count("style") == 1


def test_hostile_text_is_text_wherever_it_stands() -> None:
    source, parsed = page(SAMPLES["nasty"])
    assert "<img" not in source
    assert not set(source) & {"\x00", "\x1b", "\u202e", "\u2066", "\u2028", "\ue49d", "\ud800"}
    shown = "".join(parsed.text)
    # Names, a note, a finding, a limit, a detail, both texts, the title and the sentence.
    assert shown.count("<script>document.title='ran'</script>") >= 9
    assert "⟨U+0000⟩⟨U+001B⟩[31m⟨U+202E⟩drow⟨U+2066⟩⟨U+D800⟩⟨U+E49D⟩" in shown
    assert "{{ 7*7 }}" in shown
    assert HOSTILE not in source
    assert "</script" not in "".join(parsed.raw["script"]).replace("\\u003c", "<").split('"use strict"')[1]


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_ids_are_unique_and_every_link_inside_the_page_has_its_target(sample: Sample) -> None:
    _, parsed = page(sample)
    ids = [a["id"] for _, a in parsed.tags if "id" in a]
    assert len(ids) == len(set(ids))
    links = [a["href"] or "" for tag, a in parsed.tags if tag == "a"]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert {f"#{change.id}" for change in sample.comparison.counted} <= set(links)


def test_the_seed_report_says_what_the_issue_asks_for() -> None:
    sample = SAMPLES["seed"]
    source, parsed = page(sample)
    text = "".join(parsed.text)
    assert answer(sample.comparison) in text
    for said in ("utf-8", "3,171 characters, 13 paragraphs", sample.left.sha256, sample.right.sha256, "contained"):
        assert said in text
    assert "39 paragraphs of right outside the compared part" in text
    assert "42 paragraphs of right outside the compared part" in text
    assert re.search(r'<del class="mask accidental" id="c1"><i>deleted, mask: </i>\*\*\*\*</del>', source)
    assert re.search(r'<ins class="mask accidental" data-change="c2"><i>inserted, mask: </i>xx</ins>', source)
    # Both texts are in it whole.
    for span in sample.right.paragraphs:
        assert span.of(sample.right.text).split("xx")[0].replace('"', "&#34;")[:60] in source


def test_what_is_outside_can_be_left_out() -> None:
    sample = SAMPLES["seed"]
    without = Sample(sample.comparison._replace(settings=Settings(outside=False)), sample.left, sample.right)
    source, parsed = page(without)
    assert "outside the compared part, left out of this report" in "".join(parsed.text)
    outside = [at for link in sample.comparison.links if link.kind is LinkKind.OUTSIDE for at in link.right]
    texts = [sample.right.paragraphs[at].of(sample.right.text) for at in outside]
    long = [text for text in texts if len(text) > 40]
    whole, part = "".join(page(sample)[1].text), "".join(parsed.text)
    assert [text for text in long if text not in whole] == []
    assert [text for text in long if text in part] == []
    assert len(source) < len(render(*sample, "html", version="0.1.0")) - sum(map(len, texts)) - 100 * len(texts)


def test_every_kind_is_in_the_legend_and_nothing_is_listed_of_none() -> None:
    text = document("一")
    empty = made(left=text, right=text, links=(), relation=relation(RelationKind.IDENTICAL))
    source, _ = page(Sample(empty, text, text))
    for kind in Kind:
        assert f'<div class="{kind}">' in source
    assert "data-filter" not in source.split("<script", maxsplit=1)[0]
    assert "Nothing to list." in source


def test_a_replacement_that_comes_once_is_no_group() -> None:
    assert "Same replacement" not in page(SAMPLES["seed"])[0]


def test_the_parts_keep_their_size() -> None:
    assert len(html._script().splitlines()) < 700  # noqa: SLF001 - the whole script, as it stands in the page
    assert len((TEMPLATES / "report.css").read_text(encoding="utf-8").splitlines()) < 250
