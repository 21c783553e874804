"""The laws of applying verdicts on pairs with planted masks."""

from __future__ import annotations

import pytest
from applying import check_all
from planting import pairs
from plants_masks import PLANTS

from difftool import compare, document


@pytest.mark.parametrize("seed", range(4))
def test_the_laws_hold_on_planted_masks(seed: int) -> None:
    for number, pair in enumerate(pairs(seed, 30, PLANTS)):
        check_all(compare(document(pair.left), document(pair.right)), number)
