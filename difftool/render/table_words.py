"""The words of the table of clauses, in Chinese and in English: heads, notes, what is left out.

Asked by `table`. Knows phrases, and neither clauses nor changes.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from difftool.errors import InvalidSettings
from difftool.model import Change, Kind
from difftool.render.chinese.words import KINDS

__all__ = ["CHINESE", "ENGLISH", "Phrases", "phrases"]


class Phrases(NamedTuple):
    """Hold the words of one language; `language` is its tag (BCP 47), braces stand for what is named or counted."""

    language: str
    title: str
    title_of: str
    heads: tuple[str, str, str]
    source: str
    between: str
    kind: str
    kinds: dict[Kind, str]
    new: str
    deleted: str
    amended: str
    moved: str
    renumbered: str
    numbers: str
    form: str
    reordered: str
    merged: str
    split: str
    part_from: str
    part_to: str
    paragraph: str
    both: str
    to: str
    paragraphs_to: str
    formerly: str
    unchanged: str
    all_unchanged: str
    not_counted: str
    legend: str
    outside: str
    outside_of: tuple[str, str]
    ignored: str
    limits: str
    unrelated: str
    concealed: str
    stale: str

    def tally(self, changes: Iterable[Change]) -> str:
        """Count changes by kind, in the order of display.

        >>> CHINESE.tally([]), ENGLISH.tally([])
        ('', '')
        """
        kinds = [change.kind for change in changes]
        counts = [(kind, kinds.count(kind)) for kind in Kind if kind in kinds]
        return self.between.join([self.kind.format(self.kinds[kind], count) for kind, count in counts])

    def stretch(self, first: str, last: str) -> str:
        """Name clauses from the first to the last, or the only one.

        >>> CHINESE.stretch("第二条", "第五条"), ENGLISH.stretch("Article 2", "Article 5")
        ('第二条至第五条', 'Articles 2 to 5')
        """
        if first == last:
            return first
        word, _, number = last.rpartition(" ")
        if word in _PLURALS and first.startswith(f"{word} "):
            return self.to.format(f"{_PLURALS[word]} {first.removeprefix(f'{word} ')}", number)
        return self.to.format(first, last)


_PLURALS = {"Article": "Articles", "Section": "Sections", "§": "§§"}

CHINESE = Phrases(
    language="zh-Hans",
    title="条文对照表",
    title_of="{}条文对照表",
    heads=("现行", "修改后", "说明"),
    source="{}（{}）",
    between="，",
    kind="{} {}",
    kinds={kind: name for kind, (name, _) in KINDS.items()},
    new="新增",
    deleted="删除",
    amended="修改",
    moved="移动自{}",
    renumbered="条号顺延",
    numbers="编号相应调整",
    form="仅形式",
    reordered="内部顺序调整",
    merged="合并",
    split="拆分",
    part_from="部分移自{}",
    part_to="部分移至{}",
    paragraph="第{}段",
    both="{}、{}",
    to="{}至{}",
    paragraphs_to="第{}段至第{}段",
    formerly="{}（原{}）",
    unchanged="{}未修改",
    all_unchanged="全文未发现修改",
    not_counted="{}（另有{}处改动按要求不计）",
    legend="“现行”栏加下划线的是删去的文字，“修改后”栏加下划线的是增加的文字。",
    outside="不在比对范围内、未列入本表的有：{}。",
    outside_of=("现行文本{}段", "修改后文本{}段"),
    ignored="有{}处改动按要求不计，未加下划线。",
    limits="比较达到工作量上限，有{}处未全部比较，本表不完整。",
    unrelated="两份文本互不相关，逐条对照没有意义。",
    concealed="被遮蔽的值不予显示，每字以▒代替。",
    stale="以下各处引用的条文已经变动，引用未作相应修改，请核对：{}。",
)

ENGLISH = Phrases(
    language="en",
    title="Comparative table",
    title_of="{}: comparative table",
    heads=("Current", "Amended", "Notes"),
    source="{} ({})",
    between=", ",
    kind="{1} {0}",
    kinds={kind: kind.value for kind in Kind},
    new="new",
    deleted="deleted",
    amended="amended",
    moved="moved from {}",
    renumbered="renumbered",
    numbers="numbers follow",
    form="form only",
    reordered="order changed within",
    merged="merged",
    split="split",
    part_from="part from {}",
    part_to="part to {}",
    paragraph="paragraph {}",
    both="{}, {}",
    to="{} to {}",
    paragraphs_to="Paragraphs {} to {}",
    formerly="{} (formerly {})",
    unchanged="{} unchanged",
    all_unchanged="No change was found",
    not_counted="{} (changes not counted as you wished: {})",
    legend="Underlined words are deleted in the left column, and inserted in the right one.",
    outside="Outside the part compared, and not in this table: {}.",
    outside_of=("paragraphs of the current text: {}", "paragraphs of the amended text: {}"),
    ignored="Changes not counted as you wished, and not underlined: {}.",
    limits="The comparison reached its work limit, so this table is not complete; places cut short: {}.",
    unrelated="The two texts are unrelated, so a comparison by clauses means nothing.",
    concealed="Values that a mask hides are concealed: ▒ stands for each of their characters.",
    stale="References that now point at another clause, to be checked: {}.",
)

# Of the words above; no table of conversion is needed for so few.
_TRADITIONAL = str.maketrans(
    "条对现后说数动异编号写简换声删顺应调仅内并标点处计线栏划围较达两无关义变请范发项显转",
    "條對現後說數動異編號寫簡換聲刪順應調僅內併標點處計線欄劃圍較達兩無關義變請範發項顯轉",
)


def phrases(language: str, of_text: str = "") -> Phrases:
    """Give the words of `zh` or `en`; Traditional ones where that is the script of the text. Raises `InvalidSettings`.

    >>> phrases("zh").heads, phrases("zh", "zh-Hant").heads
    (('现行', '修改后', '说明'), ('現行', '修改後', '說明'))
    """
    known = {"en": ENGLISH, "zh": CHINESE}
    if language not in known:
        message = f"a table of clauses has no words in {language}"
        raise InvalidSettings(message, hint=f"choose one of {', '.join(known)}")
    return _traditional() if (language, of_text) == ("zh", "zh-Hant") else known[language]


def _traditional() -> Phrases:
    """Write the Chinese words in Traditional characters."""
    fields: dict[str, Any] = {name: _translated(value) for name, value in CHINESE._asdict().items()}
    return CHINESE._replace(**fields)._replace(language="zh-Hant")


def _translated(value: object) -> object:
    """Write a phrase, or each of several, in Traditional characters."""
    if isinstance(value, dict):
        return {key: _translated(phrase) for key, phrase in value.items()}
    if isinstance(value, tuple):
        return tuple([_translated(phrase) for phrase in value])
    return str(value).translate(_TRADITIONAL)
