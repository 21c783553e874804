# ruff: noqa: S608 - the words of these questions are the schema's own and those of this file
"""The schema says what each column is, refuses wrong rows, and its seals notice any cell that changed."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from unhurried import opened

import difftool
from difftool import document
from difftool.errors import DamagedStore
from difftool.store import Store
from difftool.store.rows import SEALED, selected

SCHEMA = (Path(difftool.__file__).parent / "store/schema.sql").read_text("utf-8")
LINES = SCHEMA.splitlines()
# Each table with its columns: number, name, type, whether it must hold something, default, place in the key.
Column = tuple[int, str, str, int, str | None, int]


def columns_of(db: sqlite3.Connection) -> dict[str, list[Column]]:
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    return {name: list(db.execute(f"PRAGMA table_info({name})")) for name in tables if not name.startswith("sqlite_")}


def made() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.executescript(SCHEMA)
    return db


TABLES = columns_of(made())
CELLS = [(table, column) for table, columns in TABLES.items() for column in columns]
# The number of a row is under the seal with its cells; a tally changes with every row of its document.
UNSEALED = {"id", "tally", "seal"}
SEALED_CELLS = [(table, column[1]) for table, column in CELLS if table in SEALED and column[1] not in UNSEALED - {"id"}]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a store that has rows in every table, to be copied."""
    path = tmp_path_factory.mktemp("whole") / "store.db"
    with opened(path) as kept:
        text = "第一条　各地机关依法加强档案管理，接受群众监督。\n第二条　共3个部门。"
        kept.track(document(text), "law.txt", label="2016", date="2016", path="law.txt", source="web")
        kept.track(document(text.replace("3", "5")), "law.txt", label="draft")
        kept.track(document(text.replace("3", "9"), "copy.txt"))
        kept.track(document(text.replace("3", "8")), "law.txt")
        kept.forget("law.txt@3")
        kept.history("law.txt")
        kept.view("law.txt")
    return path


@pytest.fixture
def store(whole: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(whole, tmp_path / "store.db")
    with opened(tmp_path / "store.db") as kept:
        yield kept


@pytest.fixture
def db(store: Store) -> Iterator[sqlite3.Connection]:
    with store.at_work() as lent:
        yield lent


def test_the_store_of_these_tests_has_rows_in_every_table(db: sqlite3.Connection) -> None:
    assert {table: bool(db.execute(f"SELECT 1 FROM {table}").fetchone()) for table in TABLES} == dict.fromkeys(
        TABLES, True
    )


@pytest.mark.parametrize(("table", "column"), CELLS, ids=lambda cell: cell if isinstance(cell, str) else cell[1])
def test_every_column_has_a_comment_on_its_line(table: str, column: Column) -> None:
    start = next(at for at, line in enumerate(LINES) if line.startswith(f"CREATE TABLE {table} ("))
    end = next(at for at, line in enumerate(LINES) if at > start and line.startswith(")"))
    (line,) = [line for line in LINES[start + 1 : end] if re.match(rf" +{column[1]} ", line)]
    assert re.search(r" -- \w.{5,}", line), line


@pytest.mark.parametrize("at", [at for at, line in enumerate(LINES) if line.startswith("CREATE ")])
def test_every_table_and_index_has_a_comment_above_it(at: int) -> None:
    # Triggers that do the same for several tables share one.
    above = next(line for line in reversed(LINES[:at]) if not re.match("CREATE TRIGGER|  |END;", line))
    assert re.match(r"-- .+[.:]$", above if LINES[at].startswith("CREATE TRIGGER") else LINES[at - 1]), LINES[at]


def test_every_index_and_table_stands_in_this_file_and_is_strict() -> None:
    db = made()
    tables = {name: strict for _, name, kind, _, _, strict in db.execute("PRAGMA table_list") if kind == "table"}
    assert {name: tables[name] for name in TABLES} == dict.fromkeys(TABLES, 1)
    made_here = len([line for line in LINES if line.startswith("CREATE ")])
    ((count,),) = db.execute("SELECT count(*) FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    assert count == made_here


@pytest.mark.parametrize(("table", "column"), CELLS, ids=lambda cell: cell if isinstance(cell, str) else cell[1])
def test_a_cell_of_another_type_is_refused(db: sqlite3.Connection, table: str, column: Column) -> None:
    _, name, sort, must, _, _ = column
    wrong: list[object] = [{"TEXT": b"\xff", "BLOB": "words", "INTEGER": "words"}[sort]]
    wrong += [None] if must and not (sort == "INTEGER" and name == "id") else []
    for cell in wrong:
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(f"UPDATE {table} SET {name} = ?", (cell,))


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("content", "digest = x'00'"),
        ("content", "size = -1"),
        ("content", "depth = -1, base = NULL"),
        ("content", "depth = 0 WHERE base IS NOT NULL"),
        ("content", "depth = 1 WHERE base IS NULL"),
        ("content", "base = zeroblob(32), depth = 1"),
        ("content", "digest = (SELECT digest FROM content LIMIT 1)"),
        ("lineage", "name = ''"),
        ("lineage", "name = 'the same'"),
        ("version", "number = 0"),
        ("version", "number = number + 7"),
        ("version", "lineage = 77"),
        ("version", "text = zeroblob(32)"),
        ("version", "text = (SELECT text FROM version LIMIT 1)"),
        ("version", "characters = -1"),
        ("sighting", "version = 77"),
        ("sighting", "lineage = 77"),
        ("sighting", "raw = zeroblob(32)"),
        ("sighting", "turns = 2"),
        ("label", "name = ''"),
        ("label", "name = 'the same'"),
        ("label", "version = 77"),
        ("label", "lineage = 77"),
        ("viewing", "version = 77"),
        ("viewing", "lineage = 77"),
        ("forgotten", "lineage = 77"),
        ("forgotten", "number = 0"),
        ("proposal", "lineage = 77"),
        ("proposal", "likely = 77"),
        ("comparison", "left = zeroblob(32)"),
        ("comparison", "right = zeroblob(32)"),
        ("sketch", "lineage = 77"),
    ],
)
def test_a_row_that_cannot_be_is_refused(db: sqlite3.Connection, table: str, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"CHECK|FOREIGN KEY|UNIQUE"):
        db.execute(f"UPDATE {table} SET {change}")


def test_what_others_need_cannot_be_deleted(db: sqlite3.Connection) -> None:
    digests = {digest for (digest,) in db.execute("SELECT digest FROM content")}
    assert digests
    for digest in digests:
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            db.execute("DELETE FROM content WHERE digest = ?", (digest,))


def test_all_of_a_document_goes_with_it(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM lineage")
    db.execute("UPDATE content SET base = NULL, depth = 0")
    db.execute("DELETE FROM content")
    assert [table for table in TABLES if db.execute(f"SELECT 1 FROM {table}").fetchone()] == []


def test_every_column_is_under_its_seal() -> None:
    for table, cells in SEALED.items():
        assert {column[1] for column in TABLES[table]} - UNSEALED == set(cells)
    assert {table for table, column in CELLS if column[1] == "seal"} == SEALED.keys()
    # A content is proved by its digest, and a sketch may be made anew.
    assert TABLES.keys() - SEALED.keys() == {"content", "sketch"}


@pytest.mark.parametrize(("table", "column"), SEALED_CELLS)
def test_a_seal_notices_a_changed_cell(db: sqlite3.Connection, table: str, column: str) -> None:
    assert selected(db, table, "TRUE")
    damage(db, table, column)
    with pytest.raises(DamagedStore, match=f"a {table} is not what was put in"):
        selected(db, table, "TRUE")


def damage(db: sqlite3.Connection, table: str, column: str) -> None:
    """Change one sign or number of a cell, or put something where nothing was."""
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA ignore_check_constraints = ON")
    kind = {name: sort for _, name, sort, *_ in TABLES[table]}[column]
    other = {
        "INTEGER": f"{column} + 1",
        "TEXT": f"coalesce({column}, '') || '!'",
        "BLOB": f"zeroblob(length({column}))",
    }
    key = next(name for _, name, *_, place in TABLES[table] if place)
    last = f"(SELECT max({key}) FROM {table})"
    done = db.execute(f"UPDATE {table} SET {column} = {other[kind]} WHERE {key} = {last}")
    assert done.rowcount


@pytest.mark.parametrize(
    ("table", "column"), [cell for cell in SEALED_CELLS if cell[0] not in {"lineage", "proposal", "comparison"}]
)
def test_no_history_is_told_from_a_changed_cell(store: Store, table: str, column: str) -> None:
    with store.at_work() as db:
        damage(db, table, column)
    with pytest.raises(DamagedStore, match="is damaged"):
        _ = [store.history(name) for name in ("law.txt", "copy.txt")]


@pytest.mark.parametrize("column", ["name", "created"])
def test_no_list_of_documents_is_told_from_a_changed_cell(store: Store, column: str) -> None:
    with store.at_work() as db:
        damage(db, "lineage", column)
    with pytest.raises(DamagedStore):
        store.names()


@pytest.mark.parametrize("change", ["counts = '{}'", "counts = replace(counts, '1', '2')", "seal = 0", "counts = 'x'"])
def test_counts_that_were_changed_are_made_anew(store: Store, change: str) -> None:
    before = store.history("law.txt")
    with store.at_work() as db:
        assert db.execute(f"UPDATE comparison SET {change}").rowcount
    assert store.history("law.txt") == before


def test_a_text_that_is_another_one_is_noticed(store: Store) -> None:
    with store.at_work() as db:
        digest = selected(db, "version", "number = 1")[0][2]
        (packed,) = db.execute("SELECT packed FROM content WHERE digest = ?", (digest,)).fetchone()
        for at in range(len(packed)):
            changed = packed[:at] + bytes([packed[at] ^ 1]) + packed[at + 1 :]
            db.execute("UPDATE content SET packed = ? WHERE digest = ?", (changed, digest))
            with pytest.raises(DamagedStore):
                store.version("law.txt@1")
