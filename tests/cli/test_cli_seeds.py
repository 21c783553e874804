"""The main job on the seed documents, as a user runs it."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Seed = Callable[[int], Path]

PAIRS = list(itertools.permutations(range(5), 2))


def test_seed_000_is_article_3_of_5_in_seed_001_and_two_masks_differ(difftool: Run, seed: Seed) -> None:
    done = difftool("compare", seed(0), seed(1), "--format", "json", "-o", "-", "--check")
    assert (done.returncode, done.stderr) == (1, "check:  every law holds\n")
    result = json.loads(done.stdout)
    relation, links = result["relation"], result["links"]
    assert (relation["kind"], relation["inner"], relation["right"]) == ("contained", "left", [6906, 10075])
    assert (relation["section"]["ordinal"], relation["section"]["of"]) == (3, 5)
    assert relation["left_coverage"] == 1.0
    paired = [(link["left"], link["right"]) for link in links if link["left"] and link["right"]]
    assert paired == [([number], [39 + number]) for number in range(13)]
    assert sum(link["kind"] == "outside" for link in links) == result["summary"]["outside"]["right"] == 81
    told = [(change["kind"], change["detail"], change["left"], change["right"]) for change in result["changes"]]
    assert told == [
        ("mask", "restyled", [519, 523], [7425, 7429]),
        ("mask", "restyled", [1455, 1457], [8361, 8363]),
    ]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_laws_hold_on_every_pair_of_seeds(difftool: Run, seed: Seed, left: int, right: int) -> None:
    done = difftool("compare", seed(left), seed(right), "--check", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "check:  every law holds\n")
    relation = json.loads(done.stdout)["relation"]["kind"]
    assert relation == ("contained" if {left, right} == {0, 1} else "unrelated")


@pytest.mark.parametrize("number", range(5))
def test_a_seed_against_itself_has_no_change(difftool: Run, seed: Seed, number: int) -> None:
    done = difftool("compare", seed(number), seed(number), "--check")
    assert done.returncode == 0
    assert done.stdout.startswith("left and right are identical")
    assert done.stderr.splitlines()[0] == "check:  every law holds"


def test_contained_verbatim_is_no_change(difftool: Run, seed: Seed, tmp_path: Path) -> None:
    whole = seed(1).read_text("utf-8")
    (tmp_path / "part.txt").write_text(whole[6906:10075], "utf-8")
    done = difftool("compare", "part.txt", seed(1), "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["relation"]["kind"]) == (0, "contained")
