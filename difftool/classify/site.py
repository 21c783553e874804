"""What a rule sees and what it answers.

Stands below every rule of `classify`. Knows nothing of the order in which rules are asked.
"""

from typing import NamedTuple

from difftool.model import Edit, Kind, Settings, Significance
from difftool.view.folds import has_noise, match, script, space

NO_WISHES = Settings()


# What the rule of a change that the user wished away begins with.
USER_RULE = "user:"


# These may be numbers, parts of numbers, or masks; 両壱弐韆 in Japan.
_NO_WORDS = frozenset("〇零一二三四五六七八九十百千万亿萬億两兩廿卅壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟両壱弐韆某半")


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

    __slots__ = (
        *("left", "right", "edit", "settings", "was", "now", "before", "after"),
        *("_alike", "_bare", "_scripts", "_words"),
    )

    def __init__(self, left: str, right: str, edit: Edit, settings: Settings = NO_WISHES) -> None:
        """Keep the texts, the edit, both readings and what is beside them; all else is derived when asked for, once.

        `before` and `after` are the characters beside the edit on each side, empty at a beginning and at an end.
        """
        self.left = left
        self.right = right
        self.edit = edit
        self.settings = settings
        (start, end), (first, last) = edit
        self.was = left[start:end]
        self.now = right[first:last]
        self.before = left[start - 1 : start] if start else "", right[first - 1 : first] if first else ""
        self.after = left[end : end + 1], right[last : last + 1]
        self._alike: bool | None = None
        self._bare: tuple[str, str] | None = None
        self._scripts: tuple[str, str] | None = None
        self._words: bool | None = None

    @property
    def mirrored(self) -> "Site":
        """Swap the sides; what is known of both is kept.

        >>> from difftool.model import Span
        >>> Site("共20个", "共30个", Edit(Span(1, 3), Span(1, 3))).mirrored.was
        '30'
        """
        site = Site(self.right, self.left, self.edit.mirrored, self.settings)
        site._words = self._words
        site._alike = self._alike
        site._bare = self._bare and self._bare[::-1]
        site._scripts = self._scripts and self._scripts[::-1]
        return site

    @property
    def are_words(self) -> bool:
        """Tell whether both readings are Chinese words, without numeral and 某, that have no character in common.

        >>> from difftool.model import Span
        >>> [Site(one, "国家", Edit(Span(0, 2), Span(0, 2))).are_words for one in ("社会", "國土", "二十")]
        [True, False, False]
        """
        if self._words is None:
            words = are_words(self.was) and are_words(self.now)
            self._words = words and set(self.scripts[0]).isdisjoint(self.scripts[1])
        return self._words

    @property
    def scripts(self) -> tuple[str, str]:
        """Give both readings in Simplified characters."""
        if self._scripts is None:
            self._scripts = script(self.was), script(self.now)
        return self._scripts

    @property
    def bare(self) -> tuple[str, str]:
        """Give both readings without white space."""
        if self._bare is None:
            self._bare = space(self.was), space(self.now)
        return self._bare

    @property
    def are_alike(self) -> bool:
        """Tell whether both readings are one under all folds that keep offsets: if not, they are so under none.

        >>> from difftool.model import Span
        >>> [Site(one, "Ａ，", Edit(Span(0, 2), Span(0, 2))).are_alike for one in ("a,", "a、")]
        [True, False]
        """
        if self._alike is None:
            self._alike = len(self.was) == len(self.now) and match(self.was) == match(self.now)
        return self._alike

    @property
    def has_noise(self) -> bool:
        """Tell whether the fold of noise may drop a character of either reading."""
        return has_noise(self.was) or has_noise(self.now)

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
