"""The page's templates, ready to be filled.

Compiling them takes 40 ms, as long as comparing the texts; so each lies in the package
compiled, beside its source, and is compiled anew only under another release of
jinja2. A test holds the two together. Knows nothing of what a template says.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from importlib import import_module
from typing import Any

from jinja2 import BaseLoader, Environment, Template, __version__

__all__ = ["FOLDER", "NAMES", "compiled_source", "template"]

FOLDER = __file__.removesuffix("templating.py") + "templates"
NAMES = ("bar", "changes", "facts", "head", "help", "panels", "report", "text")


class _Loader(BaseLoader):
    """Load a template compiled if it was compiled by the jinja2 at hand, else from its source."""

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - jinja2's name
    ) -> Template:
        """Give the template of that file name."""
        module = import_module(f"difftool.render.templates.compiled.{name.removesuffix('.html.j2')}")
        if module.jinja_version == __version__:
            return Template.from_module_dict(environment, vars(module), globals or {})
        return super().load(environment, name, globals)

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Give the source of the template of that file name."""
        return _source(template.removesuffix(".html.j2")), None, None


def _environment() -> Environment:
    """Make the environment that both ways share: everything is escaped, blocks leave no blank lines."""
    return Environment(
        loader=_Loader(), autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


def template() -> Template:
    """Give the template of the page.

    >>> template().name
    'report.html.j2'
    """
    return _environment().get_template("report.html.j2")


def _source(name: str) -> str:
    with open(f"{FOLDER}/{name}.html.j2", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - pathlib takes 8 ms to load
        return file.read()


def compiled_source(name: str) -> str:
    """Write the module that one of `NAMES` compiles to under the jinja2 at hand.

    `pytest tests/render/test_templating.py --accept` puts it in its place.
    """
    from hashlib import sha256  # noqa: PLC0415 - only who changes a template comes here

    source = _source(name)
    code = _environment().compile(source, f"{name}.html.j2", None, raw=True, defer_init=True)
    head = f'"""Compiled from {name}.html.j2 by jinja2 {__version__}; do not edit."""\n\n'
    digest = sha256(source.encode()).hexdigest()
    return f"{head}{code.rstrip()}\njinja_version = {__version__!r}\nsource_digest = {digest!r}\n"
