"""References that say what they said while their clause went elsewhere: what is found, and what is none."""

from __future__ import annotations

from difftool import compare, document
from difftool.classify import relate
from difftool.laws import check
from difftool.model import Finding, Link, LinkKind, RelationKind, Significance, Span
from difftool.view.numerals import chinese

RIGHTS = "　为了保护公民的合法权益，根据宪法，制定本法。"
OPEN = "　各级机关应当公开办事程序，并接受社会监督。"
TAXES = "　企业应当依法缴纳税款，不得拖欠职工的工资。"
ORDER = "　违反{}规定的，由主管部门责令改正，并处罚款。"
LICENCE = "有前款行为，情节严重的，吊销许可证件。"
START = "　本法自公布之日起施行，具体办法由国务院规定。"
NEW = "　国家鼓励科学研究和技术开发，奖励有贡献的人员。"
ITEMS = ("年满十八周岁", "有固定的住所", "没有犯罪的记录")


def law(*articles: str) -> str:
    """Write articles under their numbers, the first 第一条."""
    return "\n".join(f"第{chinese(number)}条{text}" for number, text in enumerate(articles, 1))


def listed(*items: str) -> str:
    """Make an article of items."""
    lines = [f"（{chinese(number)}）{item}；" for number, item in enumerate(items, 1)]
    return "\n".join(["　申请人应当具备下列条件：", *lines])


def found(left: str, right: str) -> list[str]:
    """Compare, check the laws, and tell what is stale."""
    one, other = document(left), document(right)
    comparison = compare(one, other)
    check(one, other, comparison)
    stale = [one for one in comparison.findings if one.kind == "stale-reference"]
    for finding in stale:
        assert finding.significance is Significance.SUBSTANTIVE
        assert finding.left[0].of(left).replace("三", "3") == finding.right[0].of(right).replace("三", "3")
    if stale:
        assert comparison.relation.kind is not RelationKind.EQUIVALENT
    return [finding.text for finding in stale]


def test_an_article_put_in_leaves_references_behind() -> None:
    order = ORDER.format("第三条")
    left, right = law(RIGHTS, OPEN, TAXES, order, START), law(RIGHTS, OPEN, NEW, TAXES, order, START)
    assert found(left, right) == [
        "第五条: “违反第三条规定的” still says 第三条, but that clause is now 第四条 (第三条 is new)"
    ]
    assert found(right, left) == [
        "第四条: “违反第三条规定的” still says 第三条, but that clause is gone (第三条 was 第四条)"
    ]


def test_an_article_that_is_gone_leaves_nothing_to_point_at() -> None:
    left = law(RIGHTS, ORDER.format("第五条"), OPEN, TAXES, START)
    right = law(RIGHTS, ORDER.format("第五条"), TAXES, START)
    assert found(left, right) == [
        "第二条: “违反第五条规定的” still says 第五条, but that clause is now 第四条 (there is no 第五条)"
    ]
    assert found(right, left) == [
        "第二条: “违反第五条规定的” still says 第五条, which named nothing (第五条 was 第四条)"
    ]


def test_articles_that_changed_places() -> None:
    left = law(RIGHTS, OPEN, TAXES, ORDER.format("第三条和本法第二条"), START)
    right = law(RIGHTS, TAXES, OPEN, ORDER.format("第三条和本法第二条"), START)
    assert found(left, right) == [
        "第四条: “违反第三条和本法第二条” still says 第三条, but that clause is now 第二条 (第三条 was 第二条)",
        "第四条: “第三条和本法第二条规定的” still says 第二条, but that clause is now 第三条 (第二条 was 第三条)",
    ]


def test_a_paragraph_put_in_between_takes_what_the_next_one_says() -> None:
    order = ORDER.format("第二条") + "\n"
    public = "主管部门应当将处罚决定向社会公告，并告知举报人。\n"
    left, right = law(RIGHTS, OPEN, order + LICENCE, START), law(RIGHTS, OPEN, order + public + LICENCE, START)
    assert found(left, right) == [
        "第三条第三款: “有前款行为” still says 前款, which meant 第三条第一款 and now means 第三条第二款 (new)"
    ]
    assert found(right, left) == [
        "第三条第二款: “有前款行为” still says 前款, which meant 第三条第二款 (gone) and now means 第三条第一款"
    ]
    both = LICENCE.replace("前款", "前两款")
    assert len(found(law(RIGHTS, order + public + both), law(RIGHTS, order + public + f"{OPEN.strip()}\n" + both))) == 1


def test_items_shift_too() -> None:
    rule = "　不符合第一条第（三）项条件的，不得批准；符合前条第二项的，应当登记；第一条第一项的条件除外。"
    left = law(listed(*ITEMS), rule)
    right = law(listed(ITEMS[0], "身体健康并通过考试", *ITEMS[1:]), rule)
    third, second = found(left, right)
    assert third == (
        "第二条: “不符合第一条第（三）项条件的” still says 第一条第（三）项, but that clause is now 第一条第（四）项 "
        "(第一条第（三）项 was 第一条第（二）项)"
    )
    assert second == (
        "第二条: “符合前条第二项的” still says 前条第二项, which meant 第一条第（二）项 (now 第一条第（三）项) "
        "and now means 第一条第（二）项 (new)"
    )


def test_other_numerals_say_the_same() -> None:
    left = law(RIGHTS, OPEN, TAXES, ORDER.format("第三条"), START)
    right = law(RIGHTS, OPEN, NEW, TAXES, ORDER.format("第3条"), START)
    assert found(left, right) == [
        "第五条: “违反第3条规定的” still says 第3条, but that clause is now 第四条 (第三条 is new)"
    ]


def test_what_is_edited_or_rewritten_where_it_stands_is_found() -> None:
    order = ORDER.format("第三条")
    left = law(RIGHTS, OPEN, TAXES, order, START)
    assert found(left, law(RIGHTS, OPEN, TAXES.replace("职工", "劳动者"), order, START)) == []
    assert found(left, law(RIGHTS, OPEN, NEW, order, START)) == []
    assert found(left, law(RIGHTS, OPEN, TAXES.replace("，", "。\n"), order, START)) == []


def test_half_of_an_article_cut_in_two_may_be_meant() -> None:
    order, both = ORDER.format("第三条"), TAXES + "\n" + NEW.strip() + "\n" + LICENCE
    left = law(RIGHTS, OPEN, both, order, START)
    right = law(RIGHTS, OPEN, TAXES, f"　{NEW.strip()}\n{LICENCE}", order, START)
    assert found(left, right) == []
    # What is only given away is not.
    right = law(RIGHTS, OPEN, f"{OPEN.replace('公开', '编制')}{RIGHTS}\n{NEW.strip()}", f"{TAXES}\n{LICENCE}", order)
    before, order_told = found(left, right)
    assert before.endswith("still says 前款, which meant 第三条第二款 and now means 第四条第一款 (was 第三条第一款)")
    assert order_told.endswith("still says 第三条, but that clause is now 第四条 (第三条 is mostly new)")


def test_other_laws_shift_nothing() -> None:
    order = ORDER.format("《税收征收法》第三条、第二条和刑法第三条")
    assert found(law(RIGHTS, OPEN, TAXES, order), law(RIGHTS, NEW, OPEN, TAXES, order)) == []


def test_what_lies_outside_is_not_missed() -> None:
    rest = [f"{text}{RIGHTS}" for text in (OPEN, TAXES, NEW, START) for _ in range(3)]
    part = law(RIGHTS, TAXES, ORDER.format("第九条"), f"　{LICENCE}{NEW}", START)
    whole = part + "\n" + "\n".join(f"第{chinese(at)}条{text}" for at, text in enumerate(rest, 6))
    comparison = compare(document(part), document(whole))
    assert comparison.relation.kind is RelationKind.CONTAINED
    assert comparison.findings == ()


def test_a_list_that_one_side_does_not_read_as_one_says_nothing() -> None:
    rule = "　不符合第一条第三项条件的，不得批准。"
    left = law(listed(*ITEMS), rule, START)
    right = left.replace("；\n（三）", "；（三）").replace("：\n（一）", "：（一）").replace("；\n（二）", "；（二）")
    assert found(left, right + "\n第四条" + NEW) == []


def test_a_finding_refuses_equivalence() -> None:
    one = document("第一条　甲。")
    finding = Finding("stale-reference", Significance.SUBSTANTIVE, (Span(0, 1),), (Span(0, 1),), "x")
    other, links = document("第一条 甲。"), [Link(LinkKind.CHANGED, (0,), (0,))]
    assert relate(one, other, links, (), (), ()).kind is RelationKind.EQUIVALENT
    assert relate(one, other, links, (), (finding,), ()).kind is RelationKind.REVISION
