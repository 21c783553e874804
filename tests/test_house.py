"""The rules of the house, as far as a machine can see them."""

from __future__ import annotations

import ast
import hashlib
import importlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports
from typer.core import TyperGroup
from typer.main import get_command

import difftool

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "difftool").rglob("*.py"))
PACKAGES = [module for module in MODULES if module.name == "__init__.py"]
HARD_LIMIT, SOFT_LIMIT = 400, 250

# Modules over the soft limit, each with the reason why it stays in one piece.
LONGER: dict[str, str] = {}

SEEDS = {
    "000_f1b9194e709dd5ed.txt": "bab403aa63e09d5d95a1e67d2475068ab42372816f86284015bfb5ea6c5a5578",
    "001_016b616b6490f3df.txt": "24c2e990c09659f1cb520b06de025b023fd4f4f395b3543b46d3e6a2beaa11c6",
    "002_68f5bfb4aa03b941.txt": "78759ea4eee2289251747bb83cff7208275eed53579d3518f0b2b6b758753245",
    "003_6dd187c4af8fa78a.txt": "71b92947979c1f0aee994a328726a8326eeed9c7f6e7e2703a8e3946fe444ed9",
    "004_d944897f4eedaedc.txt": "f87ebeb5c2f656d18ec8bb061bc341cb32c2789aca7eaad5219365fddc96b9c6",
}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_modules_are_small() -> None:
    sizes = {
        relative(path): len(path.read_text("utf-8").splitlines()) for path in [*MODULES, *ROOT.glob("tests/**/*.py")]
    }
    assert {path: size for path, size in sizes.items() if size > HARD_LIMIT} == {}
    soft = {path for path, size in sizes.items() if size > SOFT_LIMIT and path.startswith("difftool/")}
    assert soft == set(LONGER), "a module over 250 lines is split, or its reason stands in LONGER"


def test_layers_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = grimp.build_graph("difftool", cache_dir=None)
    done: set[str] = set()

    def walk(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " > ".join((*trail[trail.index(module) :], module))
        if module not in done:
            for imported in sorted(graph.find_modules_directly_imported_by(module)):
                walk(imported, (*trail, module))
            done.add(module)

    for module in sorted(graph.modules):
        walk(module, ())


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_every_module_says_what_it_is_in_words_of_the_house(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    banned = {"util", "utils", "helper", "helpers", "manager", "process", "handle", "data"}
    named = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    words = {word for name in [path.stem, *named] for word in re.findall(r"[A-Z]?[a-z]+", name)}
    assert {word.lower() for word in words} & banned == set()


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_module_defines_dataclasses(path: Path) -> None:
    imports = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom | ast.Import)
    ]
    names = {alias.name for node in imports for alias in node.names} | {
        node.module for node in imports if isinstance(node, ast.ImportFrom)
    }
    assert names & {"dataclasses", "numpy", "importlib.resources"} == set()


@pytest.mark.parametrize("path", PACKAGES, ids=relative)
def test_every_package_says_what_it_does_not_know(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    assert re.search(r"\b(?:[Kk]nows?|[Cc]omputes) (?:nothing|neither|no|only)\b|\bnot know", docstring), docstring


@pytest.mark.parametrize("path", PACKAGES, ids=relative)
def test_public_names_are_sorted_and_there(path: Path) -> None:
    name = ".".join(path.parent.relative_to(ROOT).parts)
    module = importlib.import_module(name)
    public = getattr(module, "__all__", [])
    # As ruff's RUF022 has it: constants, classes, functions.
    assert list(public) == sorted(public, key=lambda name: (not name.isupper(), name[0].islower(), name))
    assert [missing for missing in public if not hasattr(module, missing)] == []


def loaded_after(statement: str, cwd: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{statement}\nprint(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        check=True,
        cwd=cwd,
        text=True,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


LATE = {"rich", "jinja2", "rapidfuzz", "charset_normalizer", "numpy", "docx", "lxml"}


def test_the_command_line_starts_without_the_engine(tmp_path: Path) -> None:
    loaded = loaded_after("from difftool.cli import main; main(['--version']); main(['compare', '--help'])", tmp_path)
    assert "typer" in loaded
    assert loaded & {*LATE, "diff_match_patch", "fast_diff_match_patch"} == set()


def test_a_comparison_into_a_pipe_loads_no_terminal_library(tmp_path: Path) -> None:
    seeds = [str(ROOT / "seeds" / name) for name in sorted(SEEDS)[:2]]
    loaded = loaded_after(f"from difftool.cli import main; main(['compare', *{seeds}])", tmp_path)
    assert "jinja2" in loaded, "the report was not drawn, and this test shows nothing"
    assert loaded & (LATE - {"jinja2", "rapidfuzz"}) == set()


def test_commands_and_options_have_help_and_stand_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    from difftool.cli.app import app  # noqa: PLC0415 - the tests above look at what is loaded, this one at what it says

    group = get_command(app())
    assert isinstance(group, TyperGroup)
    assert group.commands
    for name, command in group.commands.items():
        assert command.help
        assert f"difftool {name}" in readme
    for command in [group, *group.commands.values()]:
        for parameter in command.params:
            assert getattr(parameter, "help", None), parameter.name
            names = parameter.opts if parameter.param_type_name == "option" else [str(parameter.name).upper()]
            for spelling in names:
                assert spelling in readme, spelling


def test_commands_are_short() -> None:
    from difftool.cli.app import app  # noqa: PLC0415 - as above

    for command in app().registered_commands:
        assert command.callback is not None
        code = command.callback.__code__
        source = Path(code.co_filename).read_text("utf-8")
        (function,) = [
            node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == code.co_name
        ]
        first = function.body[1]
        assert function.end_lineno is not None
        assert function.end_lineno - first.lineno + 1 <= 25


def test_seeds_are_byte_for_byte() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").iterdir()}
    assert found == SEEDS


def test_the_wheel_carries_all_that_is_no_code(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("difftool/")}
    here = {
        relative(path) for path in (ROOT / "difftool").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    assert packed == here
    assert {"difftool/py.typed", "difftool/model/comparison.schema.json"} <= packed
    assert {"difftool/render/templates/report.html.j2", "difftool/view/data/NOTICE.md"} <= packed
    assert difftool.__file__ is not None
