"""What a comparison finds of what was planted: exact spans, names, masks, and the classes of what went wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import plants_close
import plants_edges
import plants_forms
import plants_masks
import plants_words
from planting import Pair, pairs

from difftool import compare, document

PLANTS = (*plants_masks.PLANTS, *plants_forms.PLANTS, *plants_words.PLANTS, *plants_close.PLANTS, *plants_edges.PLANTS)


class Figures(NamedTuple):
    """Hold counts over many pairs; `failures` counts each class of failure, a short text."""

    planted: int
    found: int
    exact: int
    named: int
    masks_planted: int
    masks_found: int
    masks_exact: int
    failures: Counter[str]

    @property
    def f1(self) -> float:
        """Give the F1 of pairs of spans that are equal on both sides."""
        return 2 * self.exact / (self.planted + self.found)

    @property
    def names(self) -> float:
        """Give the share of right kind, detail and significance among the edits found."""
        return self.named / self.exact

    @property
    def mask_recall(self) -> float:
        """Give the share of the masks, planted and untouched, that the inventories list."""
        return self.masks_exact / self.masks_planted

    @property
    def mask_precision(self) -> float:
        """Give the share of the listed masks that are masks."""
        return self.masks_exact / self.masks_found

    def __str__(self) -> str:
        """Tell the figures and the most frequent classes of failure."""
        told = "\n".join(f"{count:5} {what}" for what, count in self.failures.most_common(30))
        return (
            f"{self.planted} edits: F1 {self.f1:.4f}, names {self.names:.4f}; {self.masks_planted} masks:"
            f" recall {self.mask_recall:.4f}, precision {self.mask_precision:.4f}\n{told}"
        )


def score(some: Iterable[Pair]) -> Figures:
    """Compare each pair and count what was found of what was planted."""
    planted = found = exact = named = 0
    masks = [0, 0, 0]
    failures: Counter[str] = Counter()
    for pair in some:
        result = compare(document(pair.left), document(pair.right))
        names = {
            (*one.left, *one.right): (one.kind.value, one.detail, one.significance.value) for one in result.changes
        }
        both = names.keys() & pair.edits.keys()
        planted, found, exact = planted + len(pair.edits), found + len(names), exact + len(both)
        named += sum(names[spans] == pair.edits[spans] for spans in both)
        failures.update(
            f"named {names[spans]} not {pair.edits[spans]}" for spans in both if names[spans] != pair.edits[spans]
        )
        failures.update(f"missed {pair.edits[spans]}" for spans in pair.edits.keys() - both)
        failures.update(f"invented {names[spans]}" for spans in names.keys() - both)
        for text, due, listed in (
            (pair.left, pair.left_masks, result.left_masks),
            (pair.right, pair.right_masks, result.right_masks),
        ):
            spans = {(one.span.start, one.span.end) for one in listed}
            masks = [masks[0] + len(due), masks[1] + len(spans), masks[2] + len(due & spans)]
            failures.update(f"mask missed {text[slice(*one)]}" for one in due - spans)
            failures.update(f"no mask {text[slice(*one)]}" for one in spans - due)
    return Figures(planted, found, exact, named, masks[0], masks[1], masks[2], failures)


def measured(seed: int, count: int) -> Figures:
    """Score so many generated pairs."""
    return score(pairs(seed, count, PLANTS))
