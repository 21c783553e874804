"""Versions of documents over time, in one file of SQLite that loses nothing.

Stands beside `render`: documents go in, versions and histories come out, and comparisons between them. `keeping` is
the door; behind it `tracking` puts texts in, `lineages` reads them back in the order of their dates, `resolving`
finds what a person means, `proposing` which document a new text may belong to, `curating` labels, renames and
forgets, `verifying` reads and proves everything. Below lie `finding`, `contents` (bytes by digest), `rows` (cells
under a seal), `opening`, `migrations` and `locking`.

Knows nothing of how a comparison is drawn, and no command.
"""

from difftool.store.keeping import Store

__all__ = ["Store"]
