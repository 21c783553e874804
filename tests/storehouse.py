"""Stores of invented documents for the tests of what leaves a store and comes in again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from difftool import __version__, document
from difftool.errors import RefusedChange, UnknownVersion
from difftool.store import Store
from difftool.store.exchange import as_end
from difftool.store.exporting import ALL, Wanted, exported
from difftool.store.importing import imported
from difftool.store.incoming import Incoming
from difftool.store.intake import Imported

BEGIN = datetime(2026, 1, 31, 23, 59, 58, tzinfo=UTC)
NAMES = [
    "law.txt",
    "LAW.TXT",
    "a",
    "a/b",
    "/etc/a “b” 'c' \"d\"",
    "../名\n稱\t🙂@3",
    ".git/config",
    "長" * 300,
    "🙂" * 300,
]
LONG = "第一条　为了规范行政工作，根据有关法律，制定本条例。\n第二条　各级机关应当依法办事，接受群众的监督。\n"
TEXTS = [
    "",
    LONG,
    LONG.replace("群众", "社会"),
    LONG.replace("第二条", "第三条"),
    f"{LONG}（2004年4月30日公布 根据2012年11月9日《某决定》修订）",
    "naïve\0\u2028\x85\r\nend",
    "half \ud83d of one",
]
ENCODINGS = ["utf-8", "utf-8", "gb18030", "utf-16", "utf-8-sig"]
LABELS = ["", "", "", "2016", "2019-05", "draft 🙂", "“final”"]


class Act(NamedTuple):
    """Say what is done to a store: a text is tracked, perhaps looked at, perhaps its document's newest is forgotten."""

    name: str
    text: str
    encoding: str = "utf-8"
    label: str = ""
    date: str = ""
    source: str = ""
    path: str = ""
    seconds: int = 1
    views: bool = False
    forgets: bool = False


names = st.sampled_from(NAMES) | st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1).filter(
    str.strip
)
acts = st.builds(
    Act,
    names,
    st.sampled_from(TEXTS) | st.text(max_size=40),
    st.sampled_from(ENCODINGS),
    st.sampled_from(LABELS),
    st.sampled_from(["", "", "1872", "2018-03-01"]),
    st.sampled_from(["", "from “me”,\nby post"]),
    st.sampled_from(["", "law.txt", "copy\t.txt"]),
    st.sampled_from([0, 1, 86_400]),
    st.booleans(),
    st.sampled_from([False] * 5 + [True]),
)
plays = st.lists(acts, max_size=14)


def played(store: Store, acts: Sequence[Act], begin: datetime = BEGIN) -> datetime:
    """Do one act after the other, and give the moment of the last."""
    moment = begin
    for act in acts:
        moment += timedelta(seconds=act.seconds)
        content = act.text.encode(act.encoding, "surrogatepass" if act.encoding != "gb18030" else "backslashreplace")
        text = document(act.text, act.name)._replace(encoding=act.encoding, notes=("a note\n",) if act.source else ())
        # A label may be that of another text.
        with suppress(RefusedChange):
            store.track(
                text,
                act.name,
                label=act.label,
                date=act.date,
                source=act.source,
                content=content,
                path=act.path,
                now=moment,
            )
        if act.views:
            with suppress(UnknownVersion):
                store.view(act.name, moment)
        if act.forgets:
            newest = next((one.newest for one in store.names() if one.name == act.name), None)
            _ = newest and store.forget(f"{act.name}@{newest}")
    return moment


def out(store: Store, wanted: Wanted = ALL) -> bytes:
    """Export a store."""
    with store.at_work() as db:
        return b"".join(exported(db, __version__, wanted))


def into(store: Store, export: bytes) -> Imported:
    """Import an export."""
    incoming = Incoming(BytesIO(export), "export.jsonl")
    incoming.header()
    with store.at_work() as db:
        return imported(db, incoming)


def ended(lines: Sequence[bytes]) -> bytes:
    """Give lines another end, so that only what is wrong with them is."""
    whole = b"".join(lines)
    return whole + as_end(len(lines), sha256(whole).hexdigest())


@contextmanager
def stores(folder: Path | str, *files: str) -> Iterator[list[Store]]:
    """Open new stores in a folder."""
    opened = [Store.open(Path(folder, file)) for file in files]
    try:
        yield opened
    finally:
        for store in opened:
            store.close()
