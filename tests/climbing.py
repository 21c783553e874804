"""A schema that is two steps newer than ours, invented; and processes that lead a store to it, killed or at once.

Run as a program with a folder it says on standard output, in JSON, what it found.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from functools import partial
from pathlib import Path
from shutil import copyfile

from difftool.store import Store, migrations
from mortal import doomed, forked, track
from shelf import copies, held, take_away, verification

OLD, NEW = migrations.LATEST, migrations.LATEST + 2
COLUMN = "remark TEXT NOT NULL DEFAULT ''"
STEPS = {
    OLD + 1: f"-- A remark.\nALTER TABLE lineage ADD COLUMN {COLUMN};\nUPDATE lineage SET remark = name;\n",
    NEW: "CREATE INDEX lineage_by_remark\n  ON lineage (remark);\nUPDATE lineage SET remark = remark || ';';\n",
}
SEAL = "-- digest of the row\n) STRICT;\n\n-- One text of a tracked"
TEXTS = copies(2, 2)


def write_steps(folder: Path, steps: dict[int, str]) -> None:
    """Write the newer schema, and the way to it."""
    schema = (Path(migrations.__file__).parent / "schema.sql").read_text("utf-8")
    assert schema.count(SEAL) == 1
    wider = schema.replace("  seal INTEGER NOT NULL  ", "  seal INTEGER NOT NULL, ", 1)
    wider = wider.replace(SEAL, SEAL.replace("\n)", f"\n  {COLUMN}\n)")) + STEPS[NEW].partition(";")[0] + ";\n"
    (folder / "migrations").mkdir(exist_ok=True)
    (folder / "schema.sql").write_text(wider, "utf-8")
    for number, text in steps.items():
        (folder / "migrations" / f"{number:04}.sql").write_text(text, "utf-8")


def take_steps(folder: Path) -> None:
    """Make the newer schema that of the tool, in this process."""
    migrations._FOLDER, migrations.LATEST = folder, NEW  # noqa: SLF001 - there is no later schema yet


def height(path: Path) -> tuple[int, bool, bool]:
    """Say what SQLite itself finds: the number of the schema, and whether what its steps bring is there."""
    db = sqlite3.connect(path)
    ((number,),) = db.execute("PRAGMA user_version")
    column = "remark" in [row[1] for row in db.execute("PRAGMA table_info(lineage)")]
    index = db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'lineage_by_remark'").fetchone() is not None
    filled = column and all(one == f"{name};" for name, one in db.execute("SELECT name, remark FROM lineage"))
    db.close()
    return number, column, index and filled


LOW, HIGH = (OLD, False, False), (NEW, True, True)


def at_each_statement(start: Path, path: Path) -> dict[str, int]:
    """Kill a process at each statement of its way up; what it leaves goes up all the same."""
    points, heights = 0, [0, 0]
    while True:
        take_away(path)
        copyfile(start, path)
        death = forked(partial(doomed, path, lambda _: None, points))
        found = height(path)
        assert found in {LOW, HIGH}, found
        heights[found == HIGH] += 1
        with Store.open(path) as store:
            assert held(store)
        assert height(path) == HIGH
        assert verification(path).is_sound
        if not death.killed:
            return {"points": points, "low": heights[0], "high": heights[1]}
        points += 1


def at_once(path: Path, count: int) -> list[int]:
    """Let several processes open a store at once, and give their exit codes."""
    children: list[int] = []
    reader, writer = os.pipe()
    for _ in range(count):
        child = os.fork()
        if not child:
            os.close(writer)
            os.read(reader, 1)  # until all are there
            try:
                Store.open(path).close()
                os._exit(0)
            finally:
                os._exit(1)
        children.append(child)
    os.close(writer)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def main(folder: Path) -> None:
    start, path = folder / "start.db", folder / "store.db"
    track(start, TEXTS, bool)
    assert height(start) == LOW
    write_steps(folder, STEPS)
    take_steps(folder)
    found: dict[str, object] = dict(at_each_statement(start, path))
    codes: list[int] = []
    for _ in range(10):
        take_away(path)
        copyfile(start, path)
        codes += at_once(path, 8)
        assert height(path) == HIGH
    found["codes"] = codes
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
