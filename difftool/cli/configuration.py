"""What is in force: the rule file, then the environment, then the options; what comes later wins.

Fixed terms, equivalences and styles of mask are added up, everything else is replaced.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from difftool.errors import InvalidSettings
from difftool.model import Kind, Settings

if TYPE_CHECKING:
    from difftool.model.rules import Wish

__all__ = ["BUILT_IN", "in_force", "kinds", "wishes"]

RULES, PROJECT = "difftool.toml", "pyproject.toml"
BUILT_IN = "built in"
_ENVIRONMENT = "DIFFTOOL_"
# What a later source adds to, and does not replace.
ADDED = ("terms", "equivalences", "masks")
_TRUTHS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
_CONFIG, _NO_CONFIG = "DIFFTOOL_CONFIG", "DIFFTOOL_NO_CONFIG"
_STORE = "DIFFTOOL_STORE"  # no setting of a comparison: an option reads it


def in_force(options: Sequence[Wish], config: str | None, *, no_config: bool) -> Settings:
    """Make the settings of a call from all sources. Raises `InvalidSettings`."""
    found: dict[str, object] = {}
    for name, value, _ in wishes(options, config, no_config=no_config):
        before = found.get(name, ())
        if name not in ADDED:
            found[name] = value
        elif isinstance(before, tuple) and value not in before:
            found[name] = (*before, value)
    return Settings._make([found.get(name, default) for name, default in Settings()._asdict().items()])


def wishes(options: Sequence[Wish], config: str | None, *, no_config: bool) -> list[Wish]:
    """List what each source says, the weakest first: a setting, its value (of those that add up, one), its origin.

    The rule file is `config`, else the nearest from the working directory upwards: difftool.toml, or
    pyproject.toml with a table [tool.difftool]; with `no_config` there is none. Raises `InvalidSettings`.
    """
    environment = {name: value for name, value in os.environ.items() if name.startswith(_ENVIRONMENT)}
    path = config or environment.get(_CONFIG)
    if not config and (no_config or (_NO_CONFIG in environment and _truth(_NO_CONFIG, environment[_NO_CONFIG]))):
        path = None
    elif not path:
        path = _nearest(os.getcwd())  # noqa: PTH109 - pathlib takes 8 ms to load
    found = _from_file(path) if path else []
    return [*found, *_from_environment(environment), *options]


def kinds(words: Sequence[str] | None, option: str) -> tuple[Kind, ...]:
    """Read the kinds named by an option: joined by commas, the option repeated, or both.

    Raises `InvalidSettings`, which lists the kinds, for a word that is none.

    >>> kinds(["space,width", "case"], "--ignore") == (Kind.SPACE, Kind.WIDTH, Kind.CASE)
    True
    """
    known = {kind.value: kind for kind in Kind}
    named = [word.strip().lower() for part in words or () for word in part.split(",")]
    for word in named:
        if word not in known:
            message = f"{option}: {word or 'an empty word'} is no kind of change"
            raise InvalidSettings(message, hint=f"the kinds are {', '.join(known)}")
    return tuple(dict.fromkeys(known[word] for word in named))


def _nearest(folder: str) -> str | None:
    """Find the nearest rule file from a folder upwards."""
    while True:
        for name in (RULES, PROJECT):
            path = os.path.join(folder, name)  # noqa: PTH118 - as above
            if os.path.isfile(path) and (name == RULES or _names_us(path)):  # noqa: PTH113 - as above
                return path
        above = os.path.dirname(folder)  # noqa: PTH120 - as above
        if above == folder:
            return None
        folder = above


def _names_us(path: str) -> bool:
    """Tell cheaply whether a project's file can have our table: a TOML reader takes 5 ms to load."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            squeezed = file.read().translate(None, b" \t\"'")
    except OSError:
        return False  # it is nobody's wish that we read it
    return b"tool.difftool" in squeezed or (b"\n[tool]" in b"\n" + squeezed and b"\ndifftool" in squeezed)


def _from_file(path: str) -> list[Wish]:
    """Read a rule file; it is named as it is seen from the working directory."""
    from difftool.cli.rulefile import wishes_in  # noqa: PLC0415 - most calls have no rule file

    name = os.path.relpath(path)
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:  # noqa: PTH123 - as above
            text = file.read()
    except OSError as failure:
        message = f"cannot read the rule file {name}: {(failure.strerror or type(failure).__name__).lower()}"
        raise InvalidSettings(message, hint="name another with --config, or call with --no-config") from None
    except ValueError:
        message = f"the rule file {name} is not in UTF-8"
        raise InvalidSettings(message, hint="save it in UTF-8: TOML has no other encoding") from None
    return wishes_in(text, name, is_project=os.path.basename(path) == PROJECT)  # noqa: PTH119 - as above


def _from_environment(environment: Mapping[str, str]) -> list[Wish]:
    """Read what the environment says; variables that are not ours, but nearly so, are mistakes."""
    found: list[Wish] = []
    for variable in sorted(environment.keys() - {_CONFIG, _NO_CONFIG, _STORE}):
        value, name = environment[variable], variable.removeprefix(_ENVIRONMENT).lower()
        if not value.strip():
            continue  # as if it were not set
        if name in {"ignore", "only"}:
            found.append((name, kinds([value], variable), variable))
        elif name == "terms":
            found += [(name, term.strip(), variable) for term in value.split(",") if term.strip()]
        elif name in {"outside", "conceal"}:
            found.append((name, _truth(variable, value), variable))
        elif name == "work_limit":
            if not value.strip().isdecimal():
                message = f"{variable}: {value} is no whole number from 0"
                raise InvalidSettings(message, hint="write its digits only")
            found.append((name, int(value), variable))
        else:
            _refuse_misspelt(variable)
    return found


def _refuse_misspelt(variable: str) -> None:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    names = ("IGNORE", "ONLY", "TERMS", "WORK_LIMIT", "OUTSIDE", "CONCEAL", "CONFIG", "NO_CONFIG", "STORE")
    for meant in get_close_matches(variable.removeprefix(_ENVIRONMENT), names, 1):
        message = f"the environment sets {variable}, which is no setting"
        raise InvalidSettings(message, hint=f"did you mean {_ENVIRONMENT}{meant}?")


def _truth(variable: str, value: str) -> bool:
    if value.strip().lower() not in _TRUTHS:
        message = f"{variable}: {value} is neither yes nor no"
        raise InvalidSettings(message, hint=f"write one of {', '.join(_TRUTHS)}")
    return _TRUTHS[value.strip().lower()]
