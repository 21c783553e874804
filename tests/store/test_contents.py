"""Bytes found by their digest: given back exactly, packed against what they are like, by short ways only."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unhurried import opened

from difftool.errors import DamagedStore
from difftool.store.contents import DEEPEST, content, digest_of, dropped, kept
from difftool.store.locking import written
from prose import paragraph, planted


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with opened(tmp_path / "store.db") as store, store.at_work() as lent:
        yield lent


def editions(seed: int, count: int) -> list[bytes]:
    """Make a text and so many that each have some edits more than the one before."""
    chance = random.Random(seed)
    texts = ["\n".join(paragraph(chance) for _ in range(12))]
    while len(texts) < count:
        found = planted(chance, texts[-1], 3).right
        texts += [] if found in texts else [found]
    return [text.encode() for text in texts]


def chained(db: sqlite3.Connection, contents: list[bytes]) -> list[bytes]:
    """Keep each against the one before, and give their digests."""
    digests: list[bytes] = []
    with written(db):
        for one in contents:
            digests.append(kept(db, one, digests[-1] if digests else None))
    return digests


def steps(db: sqlite3.Connection, digest: bytes) -> int:
    """Count what must be unpacked before a content; each must say that it is deeper than the next."""
    count, depth, at = 0, None, digest
    while True:
        ((base, here),) = db.execute("SELECT base, depth FROM content WHERE digest = ?", (at,))
        assert depth is None or here < depth
        if base is None:
            return count
        count, depth, at = count + 1, here, base


def test_no_way_is_longer_than_the_longest_and_long_ones_are_taken(db: sqlite3.Connection) -> None:
    contents = editions(1, 100)
    digests = chained(db, contents)
    assert [content(db, digest) for digest in digests] == contents
    assert max(steps(db, digest) for digest in digests) == DEEPEST
    alone = [steps(db, digest) for digest in digests].count(0)
    assert alone == -(-100 // (DEEPEST + 1))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_whatever_is_forgotten_the_others_are_whole_and_near(db: sqlite3.Connection, seed: int) -> None:
    chance = random.Random(seed)
    contents = editions(chance.randrange(3), 70)
    digests = chained(db, contents)
    left = dict(zip(digests, contents, strict=True))
    while left:
        gone = set(chance.sample(sorted(left), chance.randint(1, len(left))))
        packed = {digest: frame for digest, frame in db.execute("SELECT digest, packed FROM content")}  # noqa: C416 - no dict()
        with written(db):
            dropped(db, gone)
        left = {digest: whole for digest, whole in left.items() if digest not in gone}
        assert {digest for (digest,) in db.execute("SELECT digest FROM content")} == left.keys()
        for digest, whole in left.items():
            assert content(db, digest) == whole
            assert steps(db, digest) <= DEEPEST
        frames = {frame for (frame,) in db.execute("SELECT packed FROM content")}
        assert frames.isdisjoint(packed[digest] for digest in gone)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(whole=st.binary(max_size=300), base=st.binary(max_size=300), at=st.integers(0, 300), repeats=st.integers(1, 40))
def test_any_bytes_are_given_back(db: sqlite3.Connection, whole: bytes, base: bytes, at: int, repeats: int) -> None:
    base = base * repeats
    for one in (whole, base[:at] + whole + base[at:], whole + base):
        with written(db):
            digest = kept(db, one, kept(db, base))
            assert kept(db, one, kept(db, base)) == digest == digest_of(one)
        assert content(db, digest) == one
    ((size,),) = db.execute("SELECT size FROM content WHERE digest = ?", (digest,))
    assert size == len(whole + base)


def test_what_is_not_alike_is_packed_on_its_own(db: sqlite3.Connection) -> None:
    one, other = (random.Random(at).randbytes(4_000) for at in range(2))
    assert steps(db, chained(db, [one, other])[1]) == 0
    assert steps(db, chained(db, [one, one + b"!"])[1]) == 1


def test_an_edit_in_a_large_text_costs_what_was_edited(db: sqlite3.Connection) -> None:
    # Beyond the window of eight megabytes that this level of zstd has by itself.
    large = random.Random(3).randbytes(12_000_000)
    edited = large[:100] + b"inserted" + large[100:-50]
    digest = chained(db, [large, edited])[1]
    ((size,),) = db.execute("SELECT length(packed) FROM content WHERE digest = ?", (digest,))
    print(f"12 MB edited in two places: {size:,} bytes")  # noqa: T201 - a figure
    assert size < 100_000
    assert content(db, digest) == edited


def test_what_others_have_stays(tmp_path: Path) -> None:
    with opened(tmp_path / "store.db") as store:
        from difftool import document  # noqa: PLC0415 - one test works with whole documents

        text = document("第一条　各地机关依法加强档案管理。")
        store.track(text, "one")
        store.track(text, "other")
        store.forget("one")
        assert store.version("other").text == text.text


DAMAGES = {
    "its frame is cut": "packed = substr(packed, 1, length(packed) - 3)",
    "its frame is another's": "packed = (SELECT packed FROM content WHERE depth = 2)",
    "its size is another one": "size = size + 1",
    "its base is gone": "base = zeroblob(32)",
    "its base is another one": "base = (SELECT digest FROM content WHERE depth = 4)",
    "it is packed against itself": "base = digest",
    "it says that it stands alone": "base = NULL, depth = 0",
}


@pytest.mark.parametrize("change", DAMAGES.values(), ids=DAMAGES.keys())
def test_damage_is_told_and_never_given_out(db: sqlite3.Connection, change: str) -> None:
    contents = editions(2, 6)
    digests = chained(db, contents)
    db.execute("PRAGMA foreign_keys = OFF")
    assert db.execute(f"UPDATE content SET {change} WHERE depth = 3").rowcount == 1  # noqa: S608 - words of this file
    for at, (digest, whole) in enumerate(zip(digests, contents, strict=True)):
        if at < 3:
            assert content(db, digest) == whole
        else:
            with pytest.raises(DamagedStore, match=digest.hex()[:12]):
                content(db, digest)


def test_a_frame_that_promises_much_is_refused_before_it_is_unpacked(db: sqlite3.Connection) -> None:
    import zstandard  # noqa: PLC0415 - the store's own library, to make what it would not

    digest = chained(db, [b"small"])[0]
    bomb = zstandard.ZstdCompressor(level=1).compress(bytes(200_000_000))
    db.execute("UPDATE content SET packed = ?", (bomb,))
    with pytest.raises(DamagedStore, match="its size is another one"):
        content(db, digest)


def test_nothing_is_packed_against_what_is_damaged(db: sqlite3.Connection) -> None:
    contents = editions(4, 3)
    first, second = chained(db, contents[:2])
    db.execute("UPDATE content SET packed = zeroblob(9) WHERE digest = ?", (second,))
    with written(db):
        third = kept(db, contents[2], second)
    assert (content(db, first), content(db, third)) == (contents[0], contents[2])
