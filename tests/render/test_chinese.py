"""The words of the report in Chinese: nothing that the code can say is without its twin."""

from __future__ import annotations

import ast
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from agreeing import agree
from drawn import SEEDS, change
from editions import editions
from hypothesis import given
from hypothesis import strategies as st
from soiling import soiled

import difftool
from difftool import Comparison, Settings, compare, document, read
from difftool.classify.stale import Stale, _Told
from difftool.model import Equivalence, Finding, Kind, LinkKind, Nature, RelationKind, Side, Significance, Span
from difftool.model import comparison as model
from difftool.model.mask import READINGS as READ
from difftool.model.mask import Fit
from difftool.read import read_bytes
from difftool.render import chinese, words
from difftool.render.concealing import NOTE, concealed
from difftool.view.facts import NAMES

PACKAGE = Path(difftool.__file__).parent
TEMPLATES = PACKAGE / "render" / "templates"
CASES = sorted((Path(__file__).parents[1] / "cases").iterdir())


def is_chinese(text: str) -> bool:
    """Tell whether no English word is left, names of standards and what is quoted aside."""
    own = re.sub(
        r"“.*?”|\{\w+\}|--encoding|U\+|SHA-256|difftool|Esc\b|BOM|NUL|(?:utf|gb|big|cp|euc)[\w-]*\d+", "", text
    )
    return re.search(r"[A-Za-z]{3,}", own) is None and re.search("[一-鿿]", text) is not None


# Words.


def details() -> set[tuple[Kind, str]]:
    """List what the code can say of a kind: from the table of words, from the rules, from the cases."""
    found = set(words._DETAILS)  # noqa: SLF001 - the table whose twin is tested
    for path in (PACKAGE / "classify").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                continue
            strings = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            kinds = [one.attr for one in call.args if isinstance(one, ast.Attribute) and one.attr in Kind.__members__]
            if call.func.id == "Verdict" and strings:
                found.add((Kind[kinds[0]], strings[0]))
            elif call.func.id in {"_noise", "_verdict"} and strings:
                found.add((Kind.NOISE if call.func.id == "_noise" else Kind.MASK, strings[0]))
    for folder in CASES:
        found |= {(one.kind, one.detail) for one in compared(folder).changes if one.detail}
    # Names that a rule gives by way of a variable.
    found |= {(Kind.SCRIPT, "wrong-form"), (Kind.SCRIPT, "name"), (Kind.NOISE, "page"), (Kind.NOISE, "head")}
    return found


def compared(folder: Path) -> Comparison:
    return compare(read(str(folder / "left.txt")), read(str(folder / "right.txt")))


def test_every_kind_detail_and_level_has_a_word_of_its_own() -> None:
    assert list(chinese.KINDS) == list(Kind)
    assert list(chinese.SIGNIFICANCES) == list(Significance)
    assert chinese.DETAILS.keys() >= details()
    assert chinese.RELATIONS.keys() == set(RelationKind)
    assert chinese.READINGS.keys() == set(READ)
    assert chinese.NATURES.keys() == set(Nature)
    assert chinese.FITS.keys() == set(Fit)
    assert chinese.SIDES.keys() == set(Side)
    assert chinese.FACTS.keys() >= {*NAMES, *(name.replace("-", " ") for name in NAMES)}
    assert chinese.FINDINGS.keys() == {model.STALE, model.LEAK, model.DAMAGE, model.FACT}
    for table in (chinese.KINDS, chinese.SIGNIFICANCES):
        names = [name for name, _ in table.values()]
        assert len({*names}) == len(names)
        assert all(is_chinese(one) for pair in table.values() for one in pair)
    for one in (chinese.READINGS, chinese.NATURES, chinese.RELATIONS, chinese.FACTS, chinese.DETAILS, chinese.FITS):
        assert all(map(is_chinese, one.values()))


def test_every_sign_of_a_row_has_its_word() -> None:
    from difftool.render.html import _sign  # noqa: PLC0415 - loaded here, so that only this test needs it
    from difftool.render.rows import Row  # noqa: PLC0415 - as above

    said = {_sign(Row(kind, None, None, is_origin=origin)) for kind, origin in product(LinkKind, (False, True))}
    assert said - {""} == chinese.LINKS.keys()
    assert all(map(is_chinese, chinese.LINKS.values()))


def test_explain_says_each_detail_and_else_the_kind() -> None:
    for (kind, detail), said in chinese.DETAILS.items():
        assert chinese.explain(change(1, kind, ((0, 1), (0, 1)), detail=detail)) == said
    for kind, (_, meaning) in chinese.KINDS.items():
        assert chinese.explain(change(1, kind, ((0, 1), (0, 1)))) == meaning
    assert chinese.explain(change(1, Kind.NOISE, ((0, 1), (0, 1)), detail="quite-new")) == "quite new"


def test_what_is_counted_has_its_measure() -> None:
    sources = [
        path.read_text("utf-8") for folder in ("", "templates") for path in (PACKAGE / "render" / folder).glob("*.*")
    ]
    in_page = [one for one in sources if "counting(" in one or "html.j2" in one]
    nouns = {
        noun
        for one in in_page
        for noun in re.findall(r"""count(?:ed|ing)\([^()]+(?:\(.*?\))?, ?["']([a-z ]+)["']\)""", one)
    }
    assert nouns >= {"change", "paragraph", "character", "fact", "place"}
    assert [noun for noun in nouns if not is_chinese(chinese.counted(3, noun))] == []
    assert chinese.counted(12345, "paragraph") == "12,345 段"


# Labels.


def labels() -> Iterator[tuple[str, str]]:
    """List the fixed texts of the templates: those asked for by name, and those that stand there as they are."""
    for path in sorted((TEMPLATES / "script").glob("*.js")):
        yield from [(path.name, one) for one in re.findall(r'(?<![\w.])t\("([^"]*)"', path.read_text("utf-8"))]
    for path in sorted(TEMPLATES.glob("*.j2")):
        text = re.sub(r"\{#.*?#\}|<style>.*?</style>|<script.*?</script>", "", path.read_text("utf-8"), flags=re.DOTALL)
        for asked in re.findall(r"\b(?:t|plain)\('([^']*)'( ~)?", text):
            yield from [(path.name, f"{asked[0]}{side}") for side in Side] if asked[1] else [(path.name, asked[0])]
        for both in re.findall(r"\bt\('([^']*)' if [^)]*? else '([^']*)'\)", text):
            yield from [(path.name, one) for one in both]
        bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "\0", text, flags=re.DOTALL)
        shown = [*re.findall(r">([^<\0]+)<", bare), *re.findall(r'(?:title|aria-label|placeholder)="([^"\0]+)"', bare)]
        yield from [(path.name, one.strip()) for one in shown if re.search(r"[a-z]{2}", one)]


NAMES_OF_THEIR_OWN = {"difftool", "Esc", "n", "p"}


def test_every_fixed_text_of_the_page_has_its_twin() -> None:
    asked = set(labels())
    assert asked
    assert [one for one in asked if one[1] not in chinese.LABELS and one[1] not in NAMES_OF_THEIR_OWN] == []


def test_labels_are_chinese_and_fill_in_what_the_english_does() -> None:
    for english, own in chinese.LABELS.items():
        assert is_chinese(own) or english == own == "SHA-256", english
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", own)), english


def test_from_each_label_a_way_leads_back() -> None:
    back = {own: english for english, own in chinese.LABELS.items()}
    assert [one for one, own in chinese.LABELS.items() if back[own].lower() != one.lower()] == []


# What the core told.


def tidings(comparison: Comparison) -> Iterator[str]:
    """List all that the core says of a comparison in words."""
    yield from comparison.notes
    yield from comparison.left.notes
    yield from comparison.right.notes
    for limit in comparison.limits:
        yield from (limit.text, limit.step, f"{limit.step}: {limit.text}")
    for finding in comparison.findings:
        yield from (
            finding.text,
            finding.kind.replace("-", " "),
            f"{finding.kind.replace('-', ' ')}, {finding.significance}",
        )


def check(comparison: Comparison) -> list[Finding]:
    """Assert that all of it can be said in Chinese; a fact's own words are quoted without quotation marks."""
    for text in tidings(comparison):
        said = chinese.told(text)
        head, colon, _ = said.partition("：")
        assert is_chinese(head if colon and head in chinese.FACTS.values() else said), (text, said)
        assert re.findall("“.*?”", said) == re.findall("“.*?”", text)
    return [*comparison.findings]


def test_what_the_core_tells_of_the_cases_and_the_seeds() -> None:
    seeds = [read(str(path)) for path in sorted(SEEDS.iterdir())]
    pairs = [compare(left, right) for left, right in product(seeds, repeat=2)]
    pairs += [compared(folder) for folder in CASES]
    kinds = {finding.kind for one in pairs for finding in check(one)}
    assert kinds >= {model.STALE, model.FACT, model.DAMAGE}


@pytest.mark.parametrize("seed", range(12))
def test_what_the_core_tells_of_generated_pairs(seed: int) -> None:
    made, chance = editions(seed, numbered=seed % 2 == 0), random.Random(seed)
    left, right = "\n".join(made.left), "\n".join(made.right)
    for text in (right, soiled(chance, right), right.replace("。", "\ufffd", 3)):
        found = compare(document(left), document(text))
        check(found)
        agree(found)


RULES = (
    Equivalence("other", ("其它", "其他"), reason="house style"),
    Equivalence("page", pattern=r"第(\d+)页", replacement="第页"),
)
GONE = Equivalence("gone", ("（略）", ""))


@pytest.mark.parametrize(
    ("settings", "texts", "said"),
    [
        (
            Settings(equivalences=RULES),
            ("其它人员。", "其他人员。"),
            "按规则“other”忽略 1 处变更（其它 = 其他）：house style",
        ),
        (
            Settings(equivalences=RULES),
            ("见第3页。", "见第4页。"),
            r"按规则“page”忽略 1 处变更（/第(\d+)页/ 读作 第页）",
        ),
        (
            Settings(equivalences=(GONE,)),
            ("名单（略）如下。", "名单如下。"),
            "按规则“gone”忽略 1 处变更（（略） = 空）",
        ),
        (Settings(ignore=(Kind.SPACE,)), ("甲 乙丙丁", "甲乙丙丁"), "忽略 1 处空白变更：按设定不计空白"),
        (
            Settings(only=(Kind.MASK, Kind.NUMBER)),
            ("甲乙丙丁，共三人", "甲乙丙戊，共三人"),
            "忽略 1 处文字变更：按设定只计遮蔽、数值",
        ),
        (Settings(), ("甲乙丙\n丁戊己", "甲乙丙\n\n丁戊己"), "段间空白有 1 处不同"),
    ],
)
def test_notes_of_a_comparison(settings: Settings, texts: tuple[str, str], said: str) -> None:
    found = compare(document(texts[0]), document(texts[1]), settings)
    assert [chinese.told(note) for note in found.notes] == [said]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "文件为空"),
        (b" \n", "文件中只有空白"),
        (b"\xef\xbb\xbfa\xff", "文首的字节顺序标记（BOM）不计入正文"),
        ("在全国范围内开展，甲乙丙丁".encode() + b"\xff", "有 1 处无法按 utf-8 解码，显示为 U+FFFD"),
        ("在全国范围内开展\0甲乙丙丁".encode(), "正文中有 1 个 NUL 字符"),
        ("Съешь же ещё этих мягких французских булок, да выпей чаю. ".encode("koi8-r") * 3, "编码 koi8-r 系推测"),
    ],
)
def test_notes_of_a_reader(content: bytes, said: str) -> None:
    notes = read_bytes(content, "a.txt").notes
    assert any(chinese.told(note).startswith(said) for note in notes), notes
    assert chinese.told(f"left: {notes[0]}") == f"左文：{chinese.told(notes[0])}"


def test_a_doubtful_encoding() -> None:
    note = "the encoding is gb18030 or else big5hkscs: if the text looks wrong, name it with --encoding"
    source = (PACKAGE / "read" / "encoding.py").read_text("utf-8")
    assert 'f"the encoding is {codec} or else {rival}: if the text looks wrong, name it with --encoding"' in source
    assert chinese.told(note) == "编码为 gb18030，亦可能是 big5hkscs：如文字有误，请以 --encoding 指定"


def test_a_limit() -> None:
    from difftool.align.characters import _TOO_LARGE  # noqa: PLC0415 - the only text of a limit

    assert chinese.told(_TOO_LARGE) == "篇幅过大且差异过多，未能逐字比对"
    assert chinese.told(f"characters: {_TOO_LARGE}") == "逐字比对：篇幅过大且差异过多，未能逐字比对"
    steps = re.findall(r'Limit\("([a-z]+)"', "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py")))
    assert steps
    assert [step for step in steps if not is_chinese(chinese.told(step))] == []


def test_findings() -> None:
    leak = "“祝中国共产党成立xxx周年” hides what “是中国共产党成立一百周年” shows"
    assert chinese.told(leak) == "“祝中国共产党成立xxx周年”所遮蔽的内容，见于“是中国共产党成立一百周年”"
    assert chinese.told("unread in both: “甲\ufffd乙”") == "两侧均无法辨读：“甲\ufffd乙”"
    assert chinese.told("unread: “\ufffd”") == "无法辨读：“\ufffd”"
    assert chinese.told("unread: “?!” against “。《”") == "无法辨读：“?!”，对应“。《”"
    expected = "unread: “?!” against “。《”; expected “?!稐”"
    assert chinese.told(expected) == "无法辨读：“?!”，对应“。《”；依损坏规律当作“?!稐”"
    assert chinese.told("effective date: none → on publication") == "施行日期：无 → 自公布之日"
    assert chinese.told("title: 甲 → 乙 → none") == "标题：甲 → 乙 → 无"
    assert chinese.told("stale reference, substantive") == "引用失准，实质"
    assert chinese.told(NOTE) == "遮蔽所隐的值不予显示：每字以 ▒ 代替"


def test_a_concealed_report() -> None:
    left = document("第一条 为了某事。\n本条例自2004年7月1日起施行，共20个部门。")
    right = document("第一条 为了某事。\n本条例自2005年**月1日起施行，共**个部门。")
    found, *_ = concealed(compare(left, right, Settings(conceal=True)), left, right)
    check(found)


# How a clause is told to be: none, elsewhere, where it was, gone, mostly gone.
clauses = st.sampled_from(["", "第三条", "第十二条之一第（二）项", "第三条第二款"])
told_of = st.builds(
    _Told,
    st.just(Span(0, 1)),
    st.sampled_from(["第三条", "前款", "前两条"]),
    st.sampled_from(["", "第九条", "第九条第二款"]),
    st.just("违反第三条规定的"),
    clauses,
    clauses,
    st.booleans(),
)


@given(told_of, told_of, st.booleans())
def test_each_sentence_of_a_stale_reference(was: _Told, now: _Told, is_relative: bool) -> None:  # noqa: FBT001 - drawn
    said = chinese.told(Stale(was, now, is_relative).finding.text)
    assert is_chinese(said), said
    for clause in (was.clause, now.clause):
        assert clause in said or not (clause and is_relative)


def test_a_stale_reference_as_an_editor_reads_it() -> None:
    for told, own in (
        (
            "第五条: “违反第三条规定的” still says 第三条, but that clause is now 第四条 (第三条 is new)",
            "第五条：“违反第三条规定的”仍称第三条，而所指条款现为第四条（第三条系新增）",
        ),
        (
            "“违反第三条规定的” still says 第三条, but that clause is gone (there is no 第三条)",
            "“违反第三条规定的”仍称第三条，而所指条款已删去（现无第三条）",
        ),
        (
            "第五条: “前款” still says 前款, which meant nothing and now means 第五条第一款 (new)",
            "第五条：“前款”仍称前款，原无所指，现指第五条第一款（系新增）",
        ),
    ):
        assert chinese.told(told) == own


@given(st.text(max_size=20))
def test_what_is_not_known_comes_back_unchanged(text: str) -> None:
    for strange in (f"Z{text}", f"{text} still says ", f"unread: {text}Z", f"3 changes {text}Z", f"title: {text}Z"):
        if " → " not in strange:
            assert chinese.told(strange) == strange


def test_loading_takes_no_time_and_no_library() -> None:
    script = (
        "import re, sys, difftool.render.saying, difftool.render.words, difftool.render.spaces\n"
        "before = {*sys.modules}\n"
        "import difftool.render.chinese; print(*({*sys.modules} - before))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert all(name.startswith("difftool.render.chinese") for name in done.stdout.split()), done.stdout
