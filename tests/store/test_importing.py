"""An export is taken in whole or not at all: what is cut, altered or hostile is refused, what fits is added."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storehouse import LONG, Act, ended, into, out, played, plays, stores

from difftool import document
from difftool.errors import DifftoolError
from difftool.store import Store
from difftool.store.verifying import verified

PLAY = [
    Act("law.txt", LONG, "utf-8", "2016", path="law.txt"),
    Act("a/b", "another", "utf-16", date="1872"),
    Act("law.txt", LONG + "。", "gb18030", source="by post", views=True),
    Act("law.txt", LONG, path="law.txt"),
]
Fields = dict[str, Any]


@pytest.fixture
def export(tmp_path: Path) -> list[bytes]:
    """Give the lines of an export, without its end."""
    with stores(tmp_path, "one.db") as (store,):
        played(store, PLAY)
        store.track(document(LONG + "!"), path="copy.txt")
        store.track(document(LONG + "?"), path="copy.txt")
        store.forget("copy.txt@2")
        return out(store).splitlines(keepends=True)[:-1]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a store that has a document of its own."""
    with stores(tmp_path, "other.db") as (store,):
        played(store, [Act("mine.txt", "mine")])
        yield store


def refusal(store: Store, export: bytes) -> str:
    """Import what must be refused, and leave the store as it was; gives what is said."""
    before = out(store)
    with pytest.raises(DifftoolError) as caught:
        into(store, export)
    assert out(store) == before
    assert caught.value.hint
    return str(caught.value)


def test_an_export_cut_at_any_line_or_byte_is_refused(store: Store, export: list[bytes]) -> None:
    whole = ended(export)
    for at in range(len(export) + 1):
        message = refusal(store, b"".join(whole.splitlines(keepends=True)[:at]))
        assert message == (f"export.jsonl is cut off after line {at}" if at else "export.jsonl is empty")
    for at in range(1, len(whole) - 1, 7):
        refusal(store, whole[:at])
    into(store, whole[:-1])


def test_an_export_altered_at_any_line_or_byte_is_refused(store: Store, export: list[bytes]) -> None:
    whole = ended(export)
    lines = whole.splitlines(keepends=True)
    for at in range(len(lines)):
        refusal(store, b"".join([*lines[:at], *lines[at + 1 :]]))
        refusal(store, b"".join([*lines[: at + 1], *lines[at:]]))
    before = out(store)
    for at in range(0, len(whole) - 1, 3):
        with pytest.raises(DifftoolError):
            into(store, whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
    assert out(store) == before
    refusal(store, whole.replace(b"\n", b"\r\n"))
    refusal(store, whole + b"\n")
    into(store, whole)


def test_lines_without_what_others_need_or_in_another_order_are_refused_even_with_a_right_end(
    store: Store, export: list[bytes]
) -> None:
    tried = 0
    for at, line in enumerate(map(json.loads, export)):
        if line.get("type") in {"content", "lineage", "version"}:
            header = json.loads(export[0])
            if line["type"] != "content":
                header["counts"][line["type"]] -= 1
            rest = [json.dumps(header).encode() + b"\n", *export[1:at], *export[at + 1 :]]
            for lines in (rest, [*export[:at], export[at + 1], export[at], *export[at + 2 :]]):
                assert refusal(store, ended(lines)).startswith("export.jsonl:")
                tried += 1
    assert tried > 12


def changed(**fields: object) -> Callable[[Fields], Fields]:
    return lambda line: line | fields


def without(name: str) -> Callable[[Fields], Fields]:
    return lambda line: {key: value for key, value in line.items() if key != name}


@pytest.mark.parametrize(
    ("kind", "change", "told"),
    [
        ("lineage", changed(name=""), "cannot be the name of a document: it is empty"),
        ("lineage", changed(name="x" * 1001), "1,001 characters"),
        ("lineage", changed(name="a\0"), "NUL"),
        ("lineage", changed(name="\ud800"), "half a character"),
        ("lineage", changed(name=["law.txt"]), "lineage.name is not a string"),
        ("lineage", changed(created="yesterday"), "'yesterday' is no moment"),
        ("lineage", changed(created="2026-02-30T00:00:00Z"), "is no moment"),
        ("lineage", without("created"), "the field created is missing"),
        ("lineage", changed(id=1), "the field 'id' is not known"),
        ("lineage", changed(type="tree"), "'tree' is no type of a line"),
        ("lineage", without("type"), "it has no type"),
        ("content", changed(sha256="0" * 64), "the bytes are not those of the digest"),
        ("content", changed(text=5), "content.text is not a string"),
        ("content", changed(base64="AA=="), "the field 'base64' is not known"),
        ("content", changed(text="x", sha256=sha256(b"x").hexdigest()), "does not need"),
        ("version", changed(number=0), "versions are numbered from 1"),
        ("version", changed(number=-1), "is not a whole number"),
        ("version", changed(number=True), "is not a whole number"),
        ("version", changed(number=1.5), "is no whole number"),
        ("version", changed(number=1_000_000_000), "is too large"),
        ("version", changed(number=float("inf")), "is no whole number"),
        ("version", changed(characters=7), "are no text of 7 characters"),
        ("version", changed(lineage="other.txt"), "this is no version of it"),
        ("version", changed(text="0" * 64), "does not need"),
        ("version", changed(promulgated="2004-4-30"), "'2004-4-30' is no date"),
        ("sighting", changed(turns=False), "not its first sighting"),
        ("sighting", changed(turns=1), "sighting.turns is not true or false"),
        ("sighting", changed(version=2), "not its first sighting"),
        ("sighting", changed(given="2016-13"), "is no date"),
        ("sighting", changed(notes="none"), "sighting.notes is not a list"),
        ("sighting", changed(notes=[["nested"]]), "sighting.notes[0] is not a string"),
        ("sighting", changed(raw="F" * 64), "is no digest"),
        ("sighting", changed(path="\udcff"), "half a character"),
        ("label", changed(name="12"), "it is the number of a version"),
        ("label", changed(name="a@b"), "stands before a label"),
        ("label", changed(version=9), "the version law.txt@9 does not stand above"),
        ("label", changed(lineage="mine.txt"), "the document mine.txt does not stand above"),
        ("viewing", changed(version=9), "the version law.txt@9 does not stand above"),
        ("viewing", changed(seen="2026-01-01 00:00:00"), "is no moment"),
        ("forgotten", changed(number=0), "versions are numbered from 1"),
        ("forgotten", changed(lineage="mine.txt"), "the document mine.txt does not stand above"),
        ("proposal", changed(likely="copy.txt"), "no version of itself"),
        ("proposal", changed(likely="mine.txt"), "the document mine.txt does not stand above"),
    ],
    ids=lambda value: value if isinstance(value, str) else "changed",
)
def test_a_line_that_no_store_would_write_is_refused_by_its_number(
    store: Store, export: list[bytes], kind: str, change: Callable[[Fields], Fields], told: str
) -> None:
    at = next(at for at, line in enumerate(export) if json.loads(line).get("type") == kind)
    lines = [*export[:at], json.dumps(change(json.loads(export[at]))).encode() + b"\n", *export[at + 1 :]]
    message = refusal(store, ended(lines))
    assert told in message
    assert message.startswith((f"export.jsonl:{at + 1}:", f"export.jsonl:{at + 2}:"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"\n", "no JSON"),
        (b"nonsense\n", "no JSON"),
        (b"[" * 200_000 + b"\n", "nested too deeply"),
        (b'{"type":' * 200_000 + b"\n", "nested too deeply"),
        (b'["type"]\n', "it is no object"),
        (b"\xff\xfe\n", "not in UTF-8"),
        (b'{"type":"label","type":"label"}\n', "a field stands in it twice"),
        (b'{"type":"content","sha256":"","base64":"%s"}\n' % (b"A" * 10_000_000), "not those of the digest"),
        (b'{"type":"content","sha256":"","base64":"A"}\n', "no base64"),
        (b'{"type":"content","sha256":"","base64":"\xc3\xa9A=="}\n', "base64"),
        (b'{"type":{}}\n', "no type of a line"),
        (b'{"type":"label","version":NaN}\n', "no whole number"),
        (b"1" * 100_000 + b"\n", "too large"),
        (b'{"type":"version","number":-%s}\n' % (b"9" * 5_000), "too large"),
    ],
    ids=lambda value: str(value[:40]),
)
def test_hostile_lines_are_refused(store: Store, export: list[bytes], line: bytes, told: str) -> None:
    for at in (1, len(export)):
        message = refusal(store, ended([*export[:at], line, *export[at:]]))
        assert message.startswith(f"export.jsonl:{at + 1}: ")
        assert told in message


def test_what_is_no_export_of_ours_is_refused(store: Store, export: list[bytes]) -> None:
    header = json.loads(export[0])
    for first, told in (
        (b"\x1f\x8b\x08", "is no export of a store"),
        (b"{}\n", "is no export of a store"),
        (b'{"schema":7}\n', "is no export of a store"),
        (json.dumps(header | {"schema": "difftool.comparison/1"}).encode(), "is no export of a store"),
        (json.dumps(header | {"schema": "difftool.store/2"}).encode(), "only difftool.store/1 is known"),
        (json.dumps(header | {"concealed": True}).encode(), "concealed values"),
        (json.dumps(header | {"concealed": 0}).encode(), "export.jsonl:1: "),
        (json.dumps(header | {"counts": []}).encode(), "export.jsonl:1: "),
        (json.dumps(header | {"counts": header["counts"] | {"label": 9}}).encode(), "the header tells of 9 label"),
    ):
        assert told in refusal(store, ended([first.rstrip() + b"\n", *export[1:]]))


def test_bytes_that_are_no_text_are_no_version(store: Store, export: list[bytes]) -> None:
    bad = bytes([255]) * 8
    digest = sha256(bad).hexdigest()
    lines = [json.loads(line) for line in export]
    at = next(at for at, line in enumerate(lines) if line.get("type") == "version")
    lines[at - 1] = {"type": "content", "sha256": digest, "base64": b64encode(bad).decode()}
    lines[at] |= {"text": digest, "characters": 8}
    assert "are no text of 8 characters" in refusal(store, ended([json.dumps(line).encode() + b"\n" for line in lines]))


def test_a_text_tracked_again_after_it_was_forgotten_is_refused_where_it_was_not(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db", "other.db") as (one, other):
        for store in (one, other):
            played(store, [Act("law.txt", LONG), Act("law.txt", LONG + "。")])
        played(one, [Act("law.txt", LONG, forgets=True), Act("law.txt", LONG)])

        assert "version 3 here is version 1 there" in refusal(other, out(one))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plays, st.integers(0, 14))
def test_what_is_missing_is_added_and_nothing_is_doubled(acts: list[Act], at: int) -> None:
    # What was forgotten since is refused where it stands: the test above.
    there = {act.name for act in acts[:at]}
    acts = [
        act._replace(views=False, forgets=act.forgets and (number < at or act.name not in there))
        for number, act in enumerate(acts)
    ]
    with TemporaryDirectory() as folder, stores(folder, "one.db", "other.db") as (one, other):
        for store in (one, other):
            last = played(store, acts[:at])
        earlier = out(other)
        played(one, acts[at:], last)
        later = out(one)
        into(other, later)
        assert out(other) == later, "a copy that lies behind catches up"
        assert tuple(into(one, earlier)) == (0, 0, 0, 0)
        assert out(one) == later


def test_documents_that_are_not_one_are_refused_by_name(tmp_path: Path) -> None:
    first, second, third = LONG, LONG + "。", LONG + "！"
    for mine, theirs, told in (
        ([first], [second], "version 1 is not the same here and there"),
        ([first, second], [first, third], "version 2 is not the same"),
        ([second, first], [first, third], "version 1 is not the same"),
        ([first, second], [first, third, second], "version 2 is not the same"),
    ):
        with TemporaryDirectory(dir=tmp_path) as folder, stores(folder, "one.db", "other.db") as (one, other):
            played(one, [Act("mine.txt", "mine"), *(Act("law.txt", text) for text in mine)])
            played(other, [Act("a.txt", "new"), *(Act("law.txt", text) for text in theirs)])
            message = refusal(one, out(other))
            assert "law.txt" in message
            assert told in message


def test_a_label_of_another_version_is_refused_and_a_forgotten_version_stays_forgotten(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db", "other.db") as (one, other):
        acts = [Act("law.txt", text) for text in (LONG, LONG + "。", LONG + "！")]
        for store in (one, other):
            played(store, acts)
        one.tag("law.txt@1", "first")
        other.tag("law.txt@2", "first")
        assert "first is the label of version 2 here, 1 there" in refusal(one, out(other))
        one.untag("law.txt", "first")
        assert into(one, out(other)).labels == 1
        one.forget("law.txt@2")
        assert "version 2 is not the same" in refusal(one, out(other))
        assert "between its versions" in refusal(other, out(one))


def test_sightings_that_are_alike_are_counted_and_not_joined(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db", "other.db") as (one, other):
        twins = [Act("law.txt", LONG, seconds=0)] * 3
        played(other, twins[:2])
        played(one, twins)
        for expected in (1, 0):
            assert into(other, out(one)).sightings == expected
        assert [lineage.sightings for lineage in other.names()] == [3]


def test_the_number_of_a_forgotten_version_stays_taken(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db", "other.db", "third.db") as (one, other, third):
        for text in (LONG, f"{LONG}!", f"{LONG}?"):
            one.track(document(text), "law.txt")
        into(third, out(one))
        one.forget("law.txt@3")
        for store in (other, third):
            into(store, out(one))
        assert other.track(document(f"{LONG}."), "law.txt").version == 4
        third.forget("law.txt@3")
        assert third.track(document(f"{LONG}."), "law.txt").version == 4


def test_a_proposal_that_was_settled_does_not_come_back(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db", "other.db") as (one, other):
        played(one, [Act("law.txt", LONG)])
        one.track(document(LONG + "!"), path="copy.txt")
        export = out(one)
        into(other, export)
        assert out(other) == export
        assert b'"likely":"law.txt"' in export
        other.track(document(LONG + "!"), "copy.txt")
        settled = out(other)
        assert b'"likely"' not in settled
        into(other, export)
        assert out(other) == settled


def test_a_document_grows_on_from_an_import_as_from_tracking(tmp_path: Path) -> None:
    with stores(tmp_path, "one.db", "other.db") as (one, other):
        played(one, [Act("law.txt", LONG, path="law.txt")])
        into(other, out(one))
        found = other.track(document(LONG.replace("条例", "办法")), path="copy.txt")
        assert found.proposal
        assert found.proposal.name == "law.txt"
        assert other.track(document(LONG + "。"), "law.txt").version == 2
        assert other.history("law.txt").states[0].delta


def export_of_many(folder: Path) -> bytes:
    """Make an export of some megabytes."""
    with stores(folder, "many.db") as (store,), store.at_work():
        played(store, [Act(f"{at}.txt", f"{at}\n" + LONG * 300) for at in range(120)])
        return out(store)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["SIGKILL", "SIGINT", "a closed pipe"])
def test_an_import_that_ends_in_the_middle_leaves_the_store_as_it_was(tmp_path: Path, how: str) -> None:
    export, file = export_of_many(tmp_path), tmp_path / "store.db"
    with Store.open(file) as store:
        played(store, PLAY)
        before = out(store)
    command = [sys.executable, "-m", "difftool", "import", "-", "--store", str(file), "--quiet"]
    for share in (0.2, 0.5, 0.9):
        with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert running.stdin
            # More than a pipe holds, so that the rest was read.
            running.stdin.write(export[: int(len(export) * share)])
            running.stdin.flush()
            if how == "a closed pipe":
                running.stdin.close()
            else:
                running.send_signal(getattr(signal, how, signal.SIGTERM))
            code = running.wait()
        assert code == {"SIGKILL": -9, "SIGINT": 130, "a closed pipe": 2}[how]
        with Store.open(file) as store, store.at_work() as db:
            assert out(store) == before
            assert verified(db, file.name).is_sound
    done = subprocess.run(command, input=export, check=False, timeout=600)
    assert done.returncode == 0
    with Store.open(file) as store:
        assert len(store.names()) == 122


# Started by a small process, as what a process says of its peak begins with what the one that started it had.
MEASURED = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "difftool", *sys.argv[1:]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no such figure")
def test_neither_way_needs_memory_for_all_texts_at_once(tmp_path: Path) -> None:
    file, peaks = tmp_path / "export.jsonl", []
    for count in (2, 60):
        one, other = tmp_path / f"{count}.db", tmp_path / f"other-{count}.db"
        with Store.open(one) as store:
            played(store, [Act(f"{at}.txt", f"{at}{os.urandom(20_000).hex() * 20}") for at in range(count)])
        for words in (["export", "-o", file, "--store", one], ["import", file, "--store", other, "--quiet"]):
            command = [sys.executable, "-c", MEASURED, *map(str, words)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            peaks.append(int(done.stderr.split()[-1]) >> 10)
    assert peaks[2] - peaks[0] < 16, "the texts are 48 MB, and packed they are few: SQLite may hold 64 MB of its pages"
    assert peaks[3] - peaks[1] < 16
