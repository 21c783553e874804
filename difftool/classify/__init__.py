"""Names: what kind each edit is, how much it weighs, and what its masks are.

Stands above `align` and below `compare`: takes raw edits with the two texts, gives
edits cut where their kind changes, each named by the first rule of an ordered table
(`rules.RULES`). Knows nothing of how the edits were found, nor of how they are shown.
"""

from difftool.classify.changes import Placed, answered, changes
from difftool.classify.containment import located
from difftool.classify.cutting import mirrored, name_edits, name_whole
from difftool.classify.damage import damage_findings
from difftool.classify.facts import document_facts, fact_findings
from difftool.classify.groups import grouped
from difftool.classify.inventory import inventory
from difftool.classify.leaks import leak_findings
from difftool.classify.moves import move_edits
from difftool.classify.relation import coverage, is_unrelated, layout_differences, relate, scored
from difftool.classify.renumbering import may_shift, renumber
from difftool.classify.rules import RULES, Rule
from difftool.classify.site import Named, Site, Verdict

__all__ = [
    "RULES",
    "Named",
    "Placed",
    "Rule",
    "Site",
    "Verdict",
    "answered",
    "changes",
    "coverage",
    "damage_findings",
    "document_facts",
    "fact_findings",
    "grouped",
    "inventory",
    "is_unrelated",
    "layout_differences",
    "leak_findings",
    "located",
    "may_shift",
    "mirrored",
    "move_edits",
    "name_edits",
    "name_whole",
    "relate",
    "renumber",
    "scored",
]
