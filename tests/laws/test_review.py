"""The laws of applying verdicts: what follows when nothing, all, one, or any mix of the changes is accepted."""

from __future__ import annotations

import random
from itertools import accumulate

import pytest
from applying import check_all, every
from editions import compilation, editions
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_laws import documents

from difftool import compare, document, review
from difftool.following import following
from difftool.model import Comparison, Document, Kind, Link, LinkKind, Span
from difftool.model.verdicts import Decision, Verdict, Verdicts, Witness
from prose import sentence

GAPS = ["\n", "\n", "\n", "\r\n", "\n\n", " \n　　", "\r"]
seeds = st.integers(0, 10**6)


def carried(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Carry long sentences from one paragraph into another, so that paragraphs are cut; add one inside, too."""
    moved = list(paragraphs)
    for _ in range(chance.randint(0, 2)):
        home, there = chance.randrange(len(moved)), chance.randrange(len(moved))
        parts = moved[home].split("。")
        at = chance.randrange(len(parts))
        if home != there and len(parts) > 2 and len(parts[at]) > 16:
            taken = parts.pop(at) + "。"
            moved[home] = "。".join(parts)
            cut = moved[there].find("。") + 1
            extra = sentence(chance) if chance.random() < 0.3 else ""
            moved[there] = moved[there][:cut] + extra + taken + moved[there][cut:]
    return moved


def laid_out(chance: random.Random, paragraphs: list[str], gaps: list[str]) -> str:
    """Join paragraphs by white space that is not the same everywhere."""
    ends = ["", "\n", chance.choice(gaps)]
    body = "".join([text + chance.choice(gaps) for text in paragraphs[:-1]]) + paragraphs[-1]
    return chance.choice(ends) + body + chance.choice(ends)


def edition(seed: int) -> Comparison:
    """Compare two generated editions: alike in their layout, or each with its own; some with sentences carried over."""
    chance = random.Random(seed)
    made = editions(seed)
    right = carried(chance, made.right) if chance.random() < 0.5 else made.right
    gaps = chance.choice([["\n"], ["\n\n"], GAPS])
    if chance.random() < 0.5:
        return compare(document("\n".join(made.left)), document("\n".join(right)))
    return compare(document(laid_out(chance, made.left, gaps)), document(laid_out(chance, right, gaps)))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seeds, seeds)
def test_the_laws_hold_on_generated_editions(seed: int, mix: int) -> None:
    check_all(edition(seed), mix)


@settings(max_examples=1_000, deadline=None)
@given(documents(), seeds)
def test_the_laws_hold_on_edited_documents(pair: tuple[Document, Document], mix: int) -> None:
    check_all(compare(*pair), mix)


def test_a_paragraph_between_repeated_ones_moves() -> None:
    one, other = ("\n".join(PARAGRAPHS[name] for name in names) for names in ("AABA", "ABAA"))
    found = compare(document(one), document(other))
    assert [change.kind for change in found.changes] == [Kind.MOVE]
    check_all(found, 0)


@settings(max_examples=1_000, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), seeds)
def test_the_laws_hold_on_any_text(left: str, right: str, mix: int) -> None:
    check_all(compare(document(left), document(right)), mix)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seeds, seeds)
@example(221, 0)  # what stood beside the outside moved away
def test_what_is_outside_stays_on_the_left_and_stays_out_on_the_right(seed: int, mix: int) -> None:
    pair, whole, (start, end) = compilation(seed)
    inner, outer = document("\n".join(pair.left)), document(whole)

    taken_in = compare(inner, outer)
    check_all(taken_in, mix, singles=2)
    if {link.right[0] for link in taken_in.links if link.kind is LinkKind.OUTSIDE} == outside_of(outer, start, end):
        assert following(taken_in, every(taken_in)) == whole[start:end]

    kept = compare(outer, inner)
    check_all(kept, mix, singles=2)
    if {link.left[0] for link in kept.links if link.kind is LinkKind.OUTSIDE} == outside_of(outer, start, end):
        assert following(kept, every(kept)) == whole[:start] + inner.text + whole[end:]


def outside_of(outer: Document, start: int, end: int) -> set[int]:
    return {at for at, span in enumerate(outer.paragraphs) if span.end <= start or span.start >= end}


@settings(max_examples=100, deadline=None)
@given(seeds, seeds)
def test_the_order_of_verdicts_does_not_matter_and_open_is_left(seed: int, mix: int) -> None:
    comparison = edition(seed)
    left, right = (document(one.text) for one in (comparison.left, comparison.right))
    chance = random.Random(mix)
    decisions = [
        Decision(change.key, chance.choice([*Verdict, None]), chance.choice(["", "why"]))
        for change in comparison.changes
    ]
    told = Verdicts(Witness("text"), Witness("text"), comparison.settings, tuple(decisions))

    found = review(left, right, told)

    chance.shuffle(decisions)
    without = [one for one in decisions if one.verdict is not None or one.comment]
    again = review(left, right, told._replace(decisions=(*without, Decision("nowhere", Verdict.ACCEPTED))))
    assert again == found._replace(unknown=(Decision("nowhere", Verdict.ACCEPTED),))
    accepted = {one.key for one in decisions if one.verdict is Verdict.ACCEPTED}
    assert found.text == following(comparison, {one.id for one in comparison.changes if one.key in accepted})
    said = [one.verdict for one in decisions]
    assert found.tally == (*[said.count(one) for one in (*Verdict, None)], 0)
    assert found.is_decided == (None not in said)


PARAGRAPHS = {
    "A": "各地机关依法加强档案管理。",
    "B": "港口每年向委员会报告财务制度。",
    "C": "学校与企业逐步完善干部培训。",
    "D": "银行及时公布卫生服务的开支。",
    "E": "法院会同有关部门审议水利工程。",
    "M": "出版社按照规定登记科技创新成果，并向社会公开。",
    "N": "研究所通过网络移交道路运输资料，接受群众监督。",
    "X": "工会原则上支持环境保护。",
}
# Left, right, the paragraphs whose change is accepted, what follows.
ORDERS = [
    ("ADBC", "AXBC", "X", "ADXBC"),
    ("ADBC", "AXBC", "D", "ABC"),
    ("DABC", "XABC", "X", "DXABC"),
    ("AMBCDE", "ABCDEM", "M", "ABCDEM"),
    ("AMNBCDE", "ABCDEMN", "N", "AMBCDEN"),
    ("AMNBCDE", "ABCDEMN", "M", "ANBCDEM"),
    ("AMNBCDE", "ABCDEMXN", "X", "AMXNBCDE"),
    ("AMNBCDE", "ABCDEMXN", "XN", "AMXBCDEN"),
    ("AMNBCDE", "ABCDEMXN", "XM", "ANBCDEMX"),
    ("ABCDEM", "MABCDE", "M", "MABCDE"),
    ("ABCDEM", "XMABCDE", "X", "XABCDEM"),
    ("", "ABX", "B", "B"),
    ("AD", "", "A", "D"),
]


@pytest.mark.parametrize(("left", "right", "accepted", "follows"), ORDERS, ids=str)
def test_the_order_is_the_one_that_is_written_down(left: str, right: str, accepted: str, follows: str) -> None:
    one, other, wanted = ("\n".join(PARAGRAPHS[name] for name in names) for names in (left, right, follows))
    found = compare(document(one), document(other))
    names = {text: name for name, text in PARAGRAPHS.items()}
    chosen = {change.id for change in found.changes if names[change.left_text or change.right_text] in accepted}
    assert len(chosen) == len(accepted)
    assert following(found, chosen) == wanted


def test_white_space_is_left_s_and_no_paragraph_is_glued_to_another() -> None:
    a, b, c, d, m, x = (PARAGRAPHS[name] for name in "ABCDMX")
    layout = compare(document(f"\n{a}\n\n{b}\n{c}"), document(f"{a}\r\n{x}\r\n{b}\r\n{c}\r\n"))
    assert layout.relation.layout_differs
    assert following(layout, every(layout)) == f"\n{a}\r\n{x}\r\n{b}\n{c}"
    gone = compare(document(f"{a}\n\n{d}\n\n{b}"), document(f"{a}\n{b}"))
    assert following(gone, every(gone)) == f"{a}\n{b}"
    unlike = compare(document(a), document(x))
    (inserted,) = [change.id for change in unlike.changes if not change.left_text]
    assert following(unlike, {inserted}) == f"{a}\n{x}"
    unlike = compare(document(f"{a}\r\n"), document(x))
    (inserted,) = [change.id for change in unlike.changes if not change.left_text]
    assert following(unlike, {inserted}) == f"{a}\r\n{x}"
    rest = "\n".join(PARAGRAPHS[name] for name in "CDE")
    away = compare(document(f"{a}\n\n{m}\n\n\n{b}\n{rest}"), document(f"{a}\n{x}\n{b}\n{rest}\n{m}"))
    (moved,) = [change.id for change in away.changes if change.kind is Kind.MOVE]
    assert following(away, {moved}) == f"{a}\n\n\n{b}\n{rest}\n{m}"


@pytest.mark.parametrize(
    ("left", "right", "follows"),
    [("甲| |乙||丙", "甲||新||丙", "甲 乙新丙"), ("甲| |乙", "甲| |新", "甲 乙\n新")],
    ids=["inside a paragraph", "at the end of one"],
)
def test_pieces_of_a_paragraph_are_joined_only_in_the_middle_of_one(left: str, right: str, follows: str) -> None:
    one, other = (cut(text.split("|")) for text in (left, right))
    whole = compare(document("旧"), document("新"))
    (inserted,) = [change for change in whole.changes if not change.left_text]
    links = [Link(LinkKind.EQUAL, (at,), (at,)) for at in range(len(one.paragraphs))]
    links[1:2] = [Link(LinkKind.DELETED, (1,), ()), Link(LinkKind.INSERTED, (), (1,))]
    found = whole._replace(left=one, right=other, links=tuple(links), changes=(inserted._replace(id="c", link=2),))
    assert following(found, {"c"}) == follows


def cut(pieces: list[str]) -> Document:
    """Make a document of paragraphs and what stands between them, in turn."""
    ends = list(accumulate(map(len, pieces), initial=0))
    spans = [Span(*ends[at : at + 2]) for at in range(0, len(pieces), 2)]
    return document("".join(pieces))._replace(paragraphs=tuple(spans))


def test_keys_are_not_shared() -> None:
    line = "第一条　各地机关依法加强档案管理。"
    found = compare(document("\n".join([line] * 9)), document("\n".join([line.replace("依法", "逐步")] * 9)))
    assert len({change.key for change in found.changes}) == len(found.changes) == 9
