"""What a rule sees and what it answers.

Stands below every rule of `classify`. Knows nothing of the order in which rules are asked.
"""

from typing import NamedTuple

from difftool.model import Edit, Kind, Settings, Significance
from difftool.view.folds import script

NO_WISHES = Settings()


# What the rule of a change that the user wished away begins with.
USER_RULE = "user:"


# These may be numbers, parts of numbers, or masks.
_NO_WORDS = frozenset("〇零一二三四五六七八九十百千万亿萬億两兩廿卅壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟某半")


def are_words(text: str) -> bool:
    """Tell whether a reading is of Chinese characters alone, none of which may be a numeral or a mask.

    >>> are_words("社会"), are_words("二十大"), are_words("")
    (True, False, False)
    """
    return text != "" and min(text) >= "一" and max(text) <= "鿿" and _NO_WORDS.isdisjoint(text)


class Verdict(NamedTuple):
    """Name the sort of a difference and how much it weighs."""

    kind: Kind
    detail: str | None
    significance: Significance


class Named(NamedTuple):
    """Hold an edit with its kind and the name of the rule that decided."""

    edit: Edit
    kind: Kind
    detail: str | None
    significance: Significance
    rule: str


class Site:
    """Show one edit with the two whole texts around it; what lies beyond may belong to other edits.

    >>> from difftool.model import Span
    >>> site = Site("共20个", "共30个", Edit(Span(1, 3), Span(1, 3)))
    >>> site.was, site.now, site.before, site.after
    ('20', '30', ('共', '共'), ('个', '个'))
    """

    def __init__(self, left: str, right: str, edit: Edit, settings: Settings = NO_WISHES) -> None:
        """Keep the texts, the edit, both readings and what the user wishes; all else is derived when asked for."""
        self.left = left
        self.right = right
        self.edit = edit
        self.settings = settings
        self.was = edit.left.of(left)
        self.now = edit.right.of(right)

    @property
    def before(self) -> tuple[str, str]:
        """Give the character before the edit on each side, empty at a beginning."""
        left, right = self.edit.left.start, self.edit.right.start
        return self.left[left - 1 : left] if left else "", self.right[right - 1 : right] if right else ""

    @property
    def after(self) -> tuple[str, str]:
        """Give the character after the edit on each side, empty at an end."""
        left, right = self.edit.left.end, self.edit.right.end
        return self.left[left : left + 1], self.right[right : right + 1]

    @property
    def are_words(self) -> bool:
        """Tell whether both readings are Chinese words, without numeral and 某, that have no character in common.

        >>> from difftool.model import Span
        >>> [Site(one, "国家", Edit(Span(0, 2), Span(0, 2))).are_words for one in ("社会", "國土", "二十")]
        [True, False, False]
        """
        return are_words(self.was) and are_words(self.now) and set(script(self.was)).isdisjoint(script(self.now))

    def heads(self, length: int) -> tuple[str, str]:
        """Give up to `length` characters before the edit on each side."""
        left, right = self.edit.left.start, self.edit.right.start
        return self.left[max(0, left - length) : left], self.right[max(0, right - length) : right]

    def tails(self, length: int) -> tuple[str, str]:
        """Give up to `length` characters after the edit on each side."""
        left, right = self.edit.left.end, self.edit.right.end
        return self.left[left : left + length], self.right[right : right + length]


class Texts(NamedTuple):
    """Hold the two texts of a comparison and what the user wishes, from which every site is made.

    >>> from difftool.model import Span
    >>> Texts("共20个", "共30个").site(Edit(Span(1, 3), Span(1, 3))).now
    '30'
    """

    left: str
    right: str
    settings: Settings = NO_WISHES

    @property
    def mirrored(self) -> "Texts":
        """Swap the sides."""
        return Texts(self.right, self.left, self.settings)

    def site(self, edit: Edit) -> Site:
        """Show one edit with the texts around it."""
        return Site(self.left, self.right, edit, self.settings)
