"""The work behind `rules`: gather what is in force, show or write it.

A command imports it when it runs and not before.
"""

from collections.abc import Sequence

from difftool import __version__
from difftool.cli import delivering, targets
from difftool.cli.configuration import ADDED, wishes
from difftool.cli.targets import Target
from difftool.model import Equivalence, MaskStyle, Settings
from difftool.model.rules import InForce, Wish, to_json
from difftool.render import rules as drawing

__all__ = ["deliver", "gathered", "refuse_bad_places"]


def gathered(options: Sequence[Wish], config: str | None, *, no_config: bool) -> list[InForce]:
    """List what is in force, in the order of the settings. Raises `InvalidSettings`."""
    said = wishes(options, config, no_config=no_config)
    found: list[InForce] = []
    for name, default in Settings()._asdict().items():
        ours = [wish for wish in said if wish[0] == name]
        if name in ADDED:
            first = {str(value): (name, value, place) for _, value, place in reversed(ours)}
            found += [_in_force(wish) for wish in ours if first[str(wish[1])] == wish]
        else:
            found.append(_in_force(ours[-1]) if ours else InForce(name, _plain(default), "built in", ""))
    return found


def _in_force(wish: Wish) -> InForce:
    name, value, place = wish
    source = "option" if place.startswith("--") else "file" if ":" in place else "environment"
    return InForce(name, _plain(value), source, place)


def _plain(value: object) -> object:
    """Turn a value into what JSON knows."""
    if isinstance(value, Equivalence | MaskStyle):
        return {name: _plain(inner) for name, inner in value._asdict().items() if inner is not None}
    return [str(one) for one in value] if isinstance(value, tuple) else value


def refuse_bad_places(reports: Sequence[Target], rules: Sequence[InForce]) -> None:
    """Raise `UnwritableReport` when a listing would replace the rule file, or has no folder to stand in."""
    files = {rule.place.rpartition(":")[0] for rule in rules if rule.source == "file"}
    targets.refuse_bad_places(reports, sorted(files), "the rule file")


def deliver(rules: Sequence[InForce], reports: Sequence[Target]) -> None:
    """Print the table, or write the listings asked for."""
    views = delivering.Views(lambda: drawing.pieces(rules), lambda: to_json(rules, __version__))
    delivering.deliver(views, reports)
