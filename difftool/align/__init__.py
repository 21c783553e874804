"""Decide what of the left document answers what of the right.

Takes two documents, gives links between their paragraphs and, inside each
link, the edits that turn the left stretch into the right one. Works on folded
views, but all that leaves it are spans of the sources. Knows nothing of kinds:
whether an edit matters is for `classify` to say.
"""

from difftool.align.characters import edits
from difftool.align.linking import Alignment, align
from difftool.align.placing import ordered, stretches

__all__ = ["Alignment", "align", "edits", "ordered", "stretches"]
