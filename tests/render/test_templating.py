"""The compiled templates are the templates; under another jinja2 the sources are compiled."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from drawn import seed_pair
from jinja2 import __version__

from difftool.render import render, templating

COMPILED = Path(templating.FOLDER) / "compiled"


@pytest.mark.parametrize("name", templating.NAMES)
def test_the_compiled_template_is_fresh(name: str, request: pytest.FixtureRequest) -> None:
    module = COMPILED / f"{name}.py"
    fresh = templating.compiled_source(name)
    if request.config.getoption("--accept"):
        module.write_text(fresh, encoding="utf-8")
    *code, version, digest = module.read_text(encoding="utf-8").splitlines()
    *fresh_code, fresh_version, fresh_digest = fresh.splitlines()

    assert digest == fresh_digest, "the template has changed: run this with --accept"
    if version == fresh_version:
        assert code == fresh_code


def test_every_template_is_compiled() -> None:
    sources = {path.name.removesuffix(".html.j2") for path in Path(templating.FOLDER).glob("*.html.j2")}

    assert sources == set(templating.NAMES) == {path.stem for path in COMPILED.glob("[!_]*.py")}


def test_both_ways_draw_the_same_page(monkeypatch: pytest.MonkeyPatch) -> None:
    page = render(*seed_pair(), "html", version="0")
    for name in templating.NAMES:
        module = import_module(f"difftool.render.templates.compiled.{name}")
        assert module.jinja_version == __version__
        monkeypatch.setattr(module, "jinja_version", "another")

    assert page == render(*seed_pair(), "html", version="0")
