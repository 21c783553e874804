"""Bytes found by their digest, each packed against an older one that it is like.

The newer text takes the older one for its dictionary: near-identical versions then cost what differs between them
(anchors: ecosystem §7). Knows no version and no document.
"""

import sqlite3
from collections.abc import Iterable, MutableMapping
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from difftool.errors import DamagedStore
from difftool.store.rows import damage

if TYPE_CHECKING:
    from zstandard import ZstdCompressionDict

__all__ = ["DEEPEST", "Near", "content", "digest_of", "dropped", "kept"]

# After so many steps a content is packed on its own, so that no reading walks a long way.
DEEPEST = 31
_NO_DEPTH = 1 << 63  # more than SQLite's numbers
_LEVEL = 9  # of zstd; 19 is ten times slower and saves a fiftieth (measured on 200 versions of a seed)
# zstd finds what is like only inside a window. 2^30 is the most that 32-bit builds unpack.
_WIDEST = 30
# From 2^23 bytes on, the tables of this level are too small for what lies far away: with 2^24 entries, an edited text
# of 30 MB takes 3 kB and not 18 MB (measured). An entry takes 8 bytes.
_LARGE, _MOST_MEMORY = 23, 25

# Bytes that were unpacked before, unproved, by their digest, each with its depth.
Near = MutableMapping[bytes, tuple[int, bytes]]


def digest_of(content: bytes) -> bytes:
    """Give the digest by which bytes are found: SHA-256.

    >>> digest_of(b"").hex()[:8]
    'e3b0c442'
    """
    return sha256(content).digest()


def kept(db: sqlite3.Connection, whole: bytes, base: bytes | None = None) -> bytes:
    """Keep bytes, if they are not there yet, and give their digest.

    `base` is the digest of older bytes that these are like; where they are not, or many more would have to be
    unpacked first, or they are damaged, the bytes are packed on their own. Bytes that are there and damaged are made
    whole. Runs in the caller's transaction.
    """
    digest, packed, depth = digest_of(whole), b"", 0
    is_there = db.execute("SELECT 1 FROM content WHERE digest = ?", (digest,)).fetchone() is not None
    with suppress(DamagedStore):
        if is_there:
            _ = content(db, digest)
            return digest
        packed, depth = _packed_against(db, whole, base)
    packed = packed or pack(whole)
    cells = len(whole), base if depth else None, depth, packed, digest
    if is_there:
        db.execute("UPDATE content SET size = ?, base = ?, depth = ?, packed = ? WHERE digest = ?", cells)
    else:
        db.execute("INSERT INTO content (size, base, depth, packed, digest) VALUES (?, ?, ?, ?, ?)", cells)
    return digest


def _packed_against(db: sqlite3.Connection, whole: bytes, base: bytes | None) -> tuple[bytes, int]:
    """Pack bytes against others where that is worth it, else on their own; gives also how deep they lie then."""
    row = db.execute("SELECT depth FROM content WHERE digest = ?", (base,)).fetchone()
    packed = pack(whole)
    if base is None or row is None or row[0] >= DEEPEST:
        return packed, 0
    # Proved: against other bytes than those of the digest, it could not be unpacked once they are made whole.
    against = pack(whole, content(db, base))
    # A long way must be worth it: half of the room, at least.
    return (against, row[0] + 1) if 2 * len(against) < len(packed) else (packed, 0)


def content(db: sqlite3.Connection, digest: bytes, near: Near | None = None) -> bytes:
    """Give the bytes of a digest, proved by it. Raises `DamagedStore` where they are not what was put in.

    What is unpacked on the way is put into `near`, and taken from there.
    """
    found = unpacked(db, digest, near)
    if digest_of(found) != digest:
        raise _damaged(digest, "it is not what was put in")
    return found


def dropped(db: sqlite3.Connection, digests: Iterable[bytes]) -> None:
    """Delete those of these bytes that no version and no sighting has, in the caller's transaction.

    What is packed against them is packed anew before. Raises `DamagedStore` where that cannot be unpacked.
    """
    used = "SELECT EXISTS (SELECT 1 FROM version WHERE text = ?1) OR EXISTS (SELECT 1 FROM sighting WHERE raw = ?1)"
    gone = {digest for digest in digests if not db.execute(used, (digest,)).fetchone()[0]}
    for digest in sorted(gone):
        for (heir,) in db.execute("SELECT digest FROM content WHERE base = ?", (digest,)).fetchall():
            if heir not in gone:
                _pack_anew(db, heir, gone)
    # All at once, from what is packed last to what it is packed against.
    rows = (db.execute("SELECT depth, digest FROM content WHERE digest = ?", (digest,)).fetchone() for digest in gone)
    for _, digest in sorted(filter(None, rows), reverse=True):
        db.execute("DELETE FROM content WHERE digest = ?", (digest,))


def _pack_anew(db: sqlite3.Connection, digest: bytes, gone: set[bytes]) -> None:
    """Pack bytes against the nearest of their bases that stays; its depth is less than theirs, which stays, too."""
    found = content(db, digest)
    ((base, depth),) = db.execute("SELECT base, depth FROM content WHERE digest = ?", (digest,))
    while base in gone:
        ((base,),) = db.execute("SELECT base FROM content WHERE digest = ?", (base,))
    packed = pack(found)
    if base:
        try:
            packed = pack(found, content(db, base))
        except DamagedStore:
            base = None
    db.execute(
        "UPDATE content SET base = ?, depth = ?, packed = ? WHERE digest = ?",
        (base, depth if base else 0, packed, digest),
    )


def unpacked(db: sqlite3.Connection, digest: bytes, near: Near | None = None) -> bytes:
    """Unpack bytes, and before them what they are packed against, unproved; see `content`."""
    met: Near = {} if near is None else near
    chain: list[tuple[int, int, bytes, bytes]] = []
    at: bytes | None = digest
    depth = _NO_DEPTH
    while at is not None and at not in met:
        row = db.execute("SELECT size, base, depth, packed FROM content WHERE digest = ?", (at,)).fetchone()
        if row is None:
            raise _damaged(digest, f"{'it' if at == digest else 'a text that it is packed against'} is not there")
        if row[2] >= depth:
            raise _damaged(digest, "it is packed against what is not older")
        size, base, depth, packed = row
        chain.append((depth, size, at, packed))
        at = base
    before, found = met[at] if at is not None else (-1, b"")
    if before >= depth:
        raise _damaged(digest, "it is packed against what is not older")
    for step, size, one, packed in reversed(chain):
        found = unpack(packed, size, found, digest)
        if near is not None:
            near[one] = step, found
    return found


def pack(content: bytes, base: bytes = b"") -> bytes:
    """Pack bytes as a frame of zstd, with other bytes as its dictionary.

    >>> first = bytes(range(256)) * 40
    >>> len(pack(first + b"!", first)) < 40
    True
    """
    import zstandard as zstd  # noqa: PLC0415 - much that a store is asked needs no text

    if not base:
        return zstd.ZstdCompressor(level=_LEVEL).compress(content)
    reach = (len(base) + len(content)).bit_length()
    asked = {"window_log": max(10, min(_WIDEST, reach))}
    if reach >= _LARGE:
        asked |= {"hash_log": min(_MOST_MEMORY, reach - 1), "chain_log": min(_MOST_MEMORY, reach - 1)}
    how = zstd.ZstdCompressionParameters.from_level(_LEVEL, source_size=len(content), dict_size=len(base), **asked)
    return zstd.ZstdCompressor(dict_data=_dictionary(base), compression_params=how).compress(content)


def unpack(packed: bytes, size: int, base: bytes, digest: bytes) -> bytes:
    """Unpack a frame of zstd to so many bytes; `digest` is for the complaint. Raises `DamagedStore`."""
    import zstandard as zstd  # noqa: PLC0415 - as in `pack`

    try:
        # The frame is asked first: damaged, it could want any amount of memory.
        if zstd.frame_content_size(packed) != size:
            raise _damaged(digest, "its size is another one")
        how = zstd.ZstdDecompressor(dict_data=_dictionary(base)) if base else zstd.ZstdDecompressor()
        return how.decompress(packed, max_output_size=size)
    except zstd.ZstdError as failure:
        raise _damaged(digest, "it cannot be unpacked") from failure


def _dictionary(base: bytes) -> "ZstdCompressionDict":
    import zstandard as zstd  # noqa: PLC0415 - as in `pack`

    return zstd.ZstdCompressionDict(base, dict_type=zstd.DICT_TYPE_RAWCONTENT)


def _damaged(digest: bytes, cause: str) -> DamagedStore:
    return damage(f"of the content {digest.hex()[:12]}, {cause}")
