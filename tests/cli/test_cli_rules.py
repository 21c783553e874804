"""The rule file, the environment and the options: what is in force, what is refused, and what a report says of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import difftool.model

Run = Callable[..., subprocess.CompletedProcess[str]]

SCHEMA = json.loads(Path(difftool.model.__file__).with_name("rules.schema.json").read_text("utf-8"))
RULES = """\
# ours
ignore = ["space",
  "width"]
terms = ["五个一工程"]

[[equivalences]]
name = "other"
texts = ["其它", "其他"]
kind = "script"
paragraphs = "人员"
reason = "house style"

[[equivalences]]
pattern = '第\\d+页(共\\d+页)?'
files = "*.txt"
reason = "pages of the print"

[[masks]]
pattern = '【隐去\\d+字】'
reading = "person"
"""
LEFT = "其它人员，第3页共9页，证人【隐去3字】说  了情况。\n"
RIGHT = "其他人员,第4页共12页，证人欧阳锋说 了情况。\n"
NOTES = [
    "1 change ignored by your rule “other” (其它 = 其他): house style",
    "2 changes ignored by your rule “第\\d+页(共\\d+页)?”: pages of the print",
    "1 change of kind width ignored: you ignore width",
    "1 change of kind space ignored: you ignore space",
]
TABLE = """\
setting       value                                                     from              reason
work_limit    400,000,000                                               built in
ignore        mask                                                      DIFFTOOL_IGNORE
only          none                                                      built in
outside       no                                                        --no-outside
terms         五个一工程                                                difftool.toml:4
terms         二孩                                                      --term
conceal       no                                                        built in
equivalences  other: 其它 = 其他, as script, in paragraphs with /人员/  difftool.toml:6   house style
equivalences  /第\\d+页(共\\d+页)?/, in files *.txt                       difftool.toml:13  pages of the print
masks         /【隐去\\d+字】/, reading person                           difftool.toml:18
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(LEFT, "utf-8")
    (tmp_path / "b.txt").write_text(RIGHT, "utf-8")
    (tmp_path / "difftool.toml").write_text(RULES, "utf-8")
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("form", "note"), [("text", "ignored by your rule “other”"), ("html", "ignored by your rule “other”")]
)
def test_what_was_ignored_stays_listed_with_the_wish_that_says_so(difftool: Run, form: str, note: str) -> None:
    shown = difftool("compare", "a.txt", "b.txt", "--format", form).stdout

    assert shown.count(note) >= 1 + (form == "text")  # among the notes of the text as well
    assert shown.count("ignored by your wish on width") == 1
    assert shown.count("ignored by your wish on space") == 1


@pytest.mark.usefixtures("desk")
def test_every_output_says_what_was_ignored_by_which_rule_and_why(difftool: Run) -> None:
    text = difftool("compare", "a.txt", "b.txt", "--check", "--format", "text").stdout
    page = difftool("compare", "a.txt", "b.txt", "--format", "html").stdout
    value = json.loads(difftool("compare", "a.txt", "b.txt", "--format", "json").stdout)

    assert [note for note in NOTES if f"note      {note}\n" in text] == NOTES
    assert value["notes"] == NOTES
    assert [note for note in NOTES if note in page] == NOTES
    assert value["summary"]["ignored"] == 5
    assert [(one["rule"], one["ignored"]) for one in value["changes"] if one["rule"].startswith("user:")] == [
        ("user:other", True),
        ("user:第\\d+页(共\\d+页)?", True),
        ("user:第\\d+页(共\\d+页)?", True),
    ]
    assert [rule["name"] for rule in value["settings"]["equivalences"]] == ["other", "第\\d+页(共\\d+页)?"]
    assert [(mask["text"], mask["reading"]) for mask in value["masks"]["left"]] == [("【隐去3字】", "person")]


def test_all_that_a_wish_ignores_leaves_no_change_to_report_and_no_equivalence(difftool: Run, desk: Path) -> None:
    (desk / "a.txt").write_text("其它人员。\n", "utf-8")
    (desk / "b.txt").write_text("其他人员。\n", "utf-8")

    done = difftool("compare", "a.txt", "b.txt", "--stat")

    assert done.returncode == 0
    assert "revision" in done.stdout
    assert "equivalent" not in done.stdout
    assert difftool("compare", "a.txt", "b.txt", "--no-config", "-q").returncode == 1


@pytest.mark.usefixtures("desk")
def test_rules_shows_what_is_in_force_and_where_it_comes_from(difftool: Run) -> None:
    words = ("rules", "--no-outside", "--term", "二孩", "--term", "五个一工程")
    env = {"DIFFTOOL_IGNORE": "mask", "DIFFTOOL_ONLY": ""}

    assert difftool(*words, env=env).stdout == TABLE
    value = json.loads(difftool(*words, "--format", "json", env=env).stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(value)
    assert [(rule["setting"], rule["source"]) for rule in value["rules"]] == [
        ("work_limit", "built in"),
        ("ignore", "environment"),
        ("only", "built in"),
        ("outside", "option"),
        ("terms", "file"),
        ("terms", "option"),
        ("conceal", "built in"),
        ("equivalences", "file"),
        ("equivalences", "file"),
        ("masks", "file"),
    ]


def in_force(difftool: Run, *words: str | Path, **how: object) -> dict[str, object]:
    done = difftool("rules", "--format", "json", *words, **how)
    assert done.returncode == 0, done.stderr
    return {rule["setting"]: rule["value"] for rule in json.loads(done.stdout)["rules"]}


def test_the_file_the_environment_and_the_options_count_in_this_order(difftool: Run, desk: Path) -> None:
    env = {"DIFFTOOL_IGNORE": "case", "DIFFTOOL_WORK_LIMIT": "5", "DIFFTOOL_CONCEAL": "yes"}

    assert in_force(difftool)["ignore"] == ["space", "width"]
    assert in_force(difftool, env=env)["ignore"] == ["case"]
    assert in_force(difftool, "--ignore", "noise,mask", env=env)["ignore"] == ["noise", "mask"]
    assert in_force(difftool, "--no-config", env=env) | {"only": 0} == {
        "work_limit": 5,
        "ignore": ["case"],
        "only": 0,
        "outside": True,
        "conceal": True,
    }
    (desk / "other.toml").write_text("work_limit = 7\nconceal = false\n", "utf-8")
    assert in_force(difftool, "--config", "other.toml")["work_limit"] == 7
    assert in_force(difftool, env={"DIFFTOOL_CONFIG": "other.toml"})["work_limit"] == 7
    assert in_force(difftool, env={"DIFFTOOL_NO_CONFIG": "1"})["ignore"] == []


def test_the_nearest_file_counts_and_a_project_that_does_not_name_us_is_passed_over(difftool: Run, desk: Path) -> None:
    deep = desk / "one" / "two"
    deep.mkdir(parents=True)
    (deep / "pyproject.toml").write_text('[project]\nname = "difftool-notes"\n', "utf-8")
    assert in_force(difftool, cwd=deep)["ignore"] == ["space", "width"]

    (desk / "one" / "pyproject.toml").write_text(
        '[tool.other]\nx = """\n[tool.difftool]"""\n[tool."difftool"] # ours\nignore = ["case"]\n', "utf-8"
    )
    assert in_force(difftool, cwd=deep)["ignore"] == ["case"]
    assert "../pyproject.toml:5" in difftool("rules", cwd=deep).stdout

    (desk / "one" / "difftool.toml").write_bytes(b'\xef\xbb\xbfignore = ["mask"]\r\n')
    assert in_force(difftool, cwd=deep)["ignore"] == ["mask"]


# A rule file, where its fault stands, and what is told of it and to do.
BROKEN = [
    ("ignor = 1", "1:1", "ignor is no setting", "did you mean ignore?"),
    ("[[masks]]\npattern = 'a'\nreadin = 'x'", "3:1", "readin is no setting", "did you mean reading?"),
    ("terms = ['a']\nignore = 'space'", "2:10", "ignore is not a list of texts", "write it as"),
    ("terms = [1]", "1:9", "terms is not a list of texts", "write it as"),
    ("ignore = ['mask',\n  'spce']", "2:4", "'spce' is no kind of change", "did you mean space?"),
    ("work_limit = true", "1:14", "work_limit is not a whole number", "write"),
    ("work_limit = -1", "1:14", "work_limit is less than 0", "write"),
    ("conceal = 'yes'", "1:11", "conceal is not true or false", "write"),
    ("masks = 3", "1:1", "masks is no list of tables", "[[masks]]"),
    ("[[masks]]\nname = 'x'", "1:1", "has no pattern", "pattern ="),
    ("[[masks]]\npattern = 'a'\nreading = 'persn'", "3:12", "'persn' is no reading", "did you mean person?"),
    ("[[masks]]\npattern = '(a+)+$'", "2:16", "a repeat inside a repeat", "a+ for (a+)+"),
    ("[[masks]]\npattern = '甲[乙'", "2:13", "is no regular expression: unterminated character set", "re module"),
    ('[[masks]]\npattern = "\\\\d["', "2:15", "unterminated character set", "re module"),
    ('[[masks]]\npattern = "\\u7532["', "2:11", "unterminated character set", "re module"),
    ("[[equivalences]]\ntexts = ['a', 'b']", "1:1", "has no reason", "every report tells it"),
    ("[[equivalences]]\nreason = 'x'", "1:1", "either texts or a pattern", "texts ="),
    ("[[equivalences]]\ntexts = ['a', 'a']\nreason = 'x'", "2:9", "not two short ones", "two or more"),
    ("[[equivalences]]\ntexts = ['a', 'b']\nreason = 'x'\nkind = 'mask'", "4:9", "cannot call a change mask", "number"),
    (
        "[[equivalences]]\npattern = '(a)'\nreplacement = '\\2'\nreason = 'x'",
        "3:17",
        "invalid group reference 2",
        "\\\\",
    ),
    (
        "[[equivalences]]\ntexts = ['a', 'b']\nreplacement = 'x'",
        "3:16",
        "a replacement needs a pattern",
        "leave it out",
    ),
    (
        "equivalences = [\n{name = 'n', texts = ['a', 'b'], reason = 'x'},\n{name = 'n', pattern = 'a', reason = 'x'}]",
        "1:1",
        "two equivalences are called n",
        "name each otherwise",
    ),
    ("equivalences = [{texts = ['a', 'b'], reson = 'x'}]", "1:1", "reson is no setting", "did you mean reason?"),
    ("a = \n", "1:5", "invalid value", "--no-config"),
    ("# 甲\nx = 'abc", "2:9", "expected", "--no-config"),
]


@pytest.mark.parametrize(("source", "place", "told", "hint"), BROKEN)
def test_a_broken_rule_file_is_told_with_line_and_column(  # noqa: PLR0913, PLR0917 - two fixtures and a row
    difftool: Run, desk: Path, source: str, place: str, told: str, hint: str
) -> None:
    (desk / "broken.toml").write_text(source, "utf-8")

    done = difftool("compare", "a.txt", "b.txt", "--config", "broken.toml")

    error, help_, *rest = done.stderr.splitlines()
    assert (done.returncode, done.stdout, rest) == (2, "", [])
    assert error.startswith(f"error: broken.toml:{place}: "), error
    assert told in error
    assert help_.startswith("hint:  ")
    assert hint in help_


def test_a_fault_in_a_project_is_told_where_it_stands(difftool: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\n[tool.difftool]\n\nonly = ["mask", "nmber"]\n', "utf-8"
    )

    assert difftool("rules").stderr.startswith("error: pyproject.toml:5:18: 'nmber' is no kind of change\n")


@pytest.mark.parametrize(
    ("env", "words", "told"),
    [
        ({"DIFFTOOL_IGNOR": "mask"}, (), "the environment sets DIFFTOOL_IGNOR, which is no setting"),
        ({"DIFFTOOL_ONLY": "mask,x"}, (), "DIFFTOOL_ONLY: x is no kind of change"),
        ({"DIFFTOOL_WORK_LIMIT": "-1"}, (), "DIFFTOOL_WORK_LIMIT: -1 is no whole number from 0"),
        ({"DIFFTOOL_CONCEAL": "perhaps"}, (), "DIFFTOOL_CONCEAL: perhaps is neither yes nor no"),
        ({}, ("--config", "no.toml"), "cannot read the rule file no.toml: no such file or directory"),
        ({}, ("--config", "."), "cannot read the rule file .: is a directory"),
        ({}, ("--config", "gbk.toml"), "the rule file gbk.toml is not in UTF-8"),
        ({}, ("-o", "difftool.toml", "--format", "text"), "difftool.toml is the rule file"),
        ({}, ("--ignore", "x"), "--ignore: x is no kind of change"),
    ],
)
def test_other_trouble_is_told(
    difftool: Run, desk: Path, env: dict[str, str], words: tuple[str, ...], told: str
) -> None:
    (desk / "gbk.toml").write_bytes("terms = ['五个一工程']".encode("gbk"))

    done = difftool("rules", *words, env=env)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {told}\nhint:  ")
    assert (desk / "difftool.toml").read_text("utf-8") == RULES


def test_a_variable_that_is_not_ours_is_left_alone(difftool: Run) -> None:
    assert difftool("rules", env={"DIFFTOOL_CACHE_FOLDER": "x"}).returncode == 0


@pytest.mark.usefixtures("desk")
def test_a_listing_is_written_where_it_is_wanted(difftool: Run, desk: Path) -> None:
    assert difftool("rules", "-o", "rules.json", "-o", "rules.txt").stdout == ""
    assert json.loads((desk / "rules.json").read_text("utf-8"))["schema"] == "difftool.rules/1"
    assert (desk / "rules.txt").read_text("utf-8").startswith("setting ")
