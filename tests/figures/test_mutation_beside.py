"""No judgement on leaks, names under masks and the user's wishes can be switched off unseen.

As in `test_mutation`, judges are found, not listed: each function that answers yes or no is made to say no, and
to say yes. What a check or a comparison with wishes tells of a row here must then come out otherwise.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator

import pytest
from test_mutation import BESIDE_CHANGES, answering

from difftool import Equivalence, Settings, check, compare, document
from difftool.model import Kind

SAID = "，因犯诈骗罪被判处有期徒刑三年，并处罚金。"
ARTICLE = (
    "各单位庆祝中国共产党成立xxx周年，出版图书，并向社会公开。\n"
    "银行会同有关部门登记水利工程，由专人负责，不得拖延。\n"
    "学校每年检查财务制度，发现问题及时报告，确保按期完成。"
)
ELSEWHERE = (
    "各地庆祝中国共产党成立一百周年，出版图书，举行座谈。\n"
    "港口扩大道路运输，医院加强卫生服务，法院公布审理的案件。\n"
    "乡镇组织干部培训，研究所支持科技创新，接受群众监督。"
)
# Texts to check, each against the copies behind it.
CHECKS: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("庆祝中国共产党成立xxx周年，出版图书。今年是中国共产党成立一百周年，也是开局之年。",), ()),
    # The bare value elsewhere, a mask in the place of the mask, marks, blanks and half of a number are no leak.
    (("庆祝中国共产党成立xxx周年，出版图书。今年是中国共产党成立ｘｘ周年，也是开局之年，有一百人。",), ()),
    (("庆祝中国共产党成立xxx周年，出版图书。今年是中国共产党成立，一，周年，也是开局之年。",), ()),
    (("各地共同组织**个部门参加会议。", "各地共同组织____个部门参加会议，各地共同组织20个部门参加会议。"), ()),
    (("自20**年起开始施行这个办法。自1998年起开始施行这个办法。",), ()),
    (("自20**年起开始施行这个办法。自2008年起开始施行这个办法。",), ()),
    (("共有**个单位参加了今年会议。共有几十个单位参加了今年会议。",), ()),
    ((f"经审理查明，被告人李某{SAID}后经复核，被告人王某{SAID}",), ()),
    ((f"经审理查明，被告人xx{SAID}后经复核，被告人**{SAID}",), ()),
    ((f"被告人李某{SAID}原告李某要求赔偿损失五万元。",), (f"被告人李明{SAID}原告李华要求赔偿损失五万元。",)),
    ((f"被告人李某{SAID}", f"被告人王某{SAID}"), ()),
    (("李某（李明）到庭。“**五”规划提出。20**年（2019年）开工。",), ()),
    (("王某（张三）到庭。共**人（二十人）。",), ()),
    (("今年共**个部门参加。",), ("今年共20个部门参加。",)),
    # What another article of the compilation shows is none of the comparison's business.
    ((ARTICLE,), (f"{ELSEWHERE}\n{ARTICLE}\n{ELSEWHERE[::-1]}",)),
]
# A wrong yes of it costs time and finds nothing more.
ONLY_SAVING = "leaks._may_be_shown"
WISHES = Settings(
    equivalences=(
        Equivalence("other", ("其它", "其他"), reason="one word"),
        Equivalence("pages", pattern=r"第\d+页", paragraphs="^附件", reason="pages"),
        Equivalence("files", ("账", "帐"), kind=Kind.SCRIPT, files="a*.txt", reason="one word"),
        Equivalence("nothing", ("号", ""), reason="no matter"),
        Equivalence("cut", ("a cat", "a dog"), reason="no end of another word"),
    )
)
PAIRS = [
    ("其它人员共20人。\n第2页说明。", "其他人员共30人。\n第3页说明。"),
    ("附件一第2页说明。\n对账单。", "附件一第3页说明。\n对帐单。"),
    ("An extra cat sat there.", "An extra dog sat there."),
    ("三号楼办公。", "三楼办公。"),
]


def told() -> list[object]:
    """Tell all that the rows show: of checks, of the leaks of comparisons, of wishes."""
    rows: list[object] = []
    for texts, copies in CHECKS:
        every = [document(text) for text in texts]
        others = [document(text) for text in copies]
        rows += [(one.flaw, one.strength, one.rule, one.values, one.spots) for one in check(every, others).findings]
        for other in [*every, *others]:
            rows.append(sorted((one.kind, one.left, one.right) for one in compare(every[0], other).findings))
    for left, right in PAIRS:
        for name in ("a.txt", "b.txt"):
            found = compare(document(left, name), document(right, name), WISHES)
            rows.append([(one.kind, one.rule, one.ignored) for one in found.changes])
    return rows


EXPECTED = told()


def judges() -> Iterator[tuple[str, Callable[..., object]]]:
    for name in sorted(BESIDE_CHANGES):
        module = importlib.import_module(f"difftool.classify.{name}")
        for word, found in vars(module).items():
            own = inspect.isfunction(inspect.unwrap(found)) and found.__module__ == module.__name__
            if own and found.__annotations__.get("return") in {"bool", bool}:
                yield f"{name}.{word}", found


JUDGES = dict(judges())


def is_noticed() -> bool:
    try:
        return told() != EXPECTED
    except (AssertionError, AttributeError, IndexError, TypeError, ValueError):
        return True


def test_nothing_is_noticed_where_nothing_was_switched_off() -> None:
    assert JUDGES
    assert not is_noticed()


@pytest.mark.parametrize("answer", [False, True])
@pytest.mark.parametrize("judge", JUDGES)
def test_no_judgement_beside_the_changes_is_idle(judge: str, answer: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - what it says
    answering(JUDGES[judge], answer, monkeypatch)
    assert is_noticed() != (judge == ONLY_SAVING and answer)
