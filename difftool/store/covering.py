"""What leaves a store with its values concealed: covered texts, covered words, and no digest of what they cover.

Stands in front of `extracting`. What is covered, a function says that the caller brings along. Knows no mask.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain, count
from typing import NamedTuple, Protocol, cast

from difftool.model import Document, document
from difftool.store.contents import digest_of
from difftool.store.dating import promulgated
from difftool.store.exchange import ForgottenLine, LabelLine, Line, ProposalLine, SightingLine, ViewingLine
from difftool.store.extracting import Extract, Said, Seen
from difftool.store.lineages import Version, version_of
from difftool.store.names import MARK
from difftool.store.texts import text_of

__all__ = ["Concealed", "Concealer", "Cover"]


class Cover(Protocol):
    """Say what is shown of one document where values are concealed."""

    def text(self, number: int, text: str) -> str:
        """Cover the text of a version; its length stays."""

    def words(self, words: str) -> str:
        """Cover words that people say of the document."""


# Takes the versions of a document by number.
Concealer = Callable[[Mapping[int, Document]], Cover]


class _Text(NamedTuple):
    """Hold what is told of a covered text: its digest, and the date that is left in it."""

    digest: str
    promulgated: str | None


class _Shown(NamedTuple):
    """Hold the name that a document is exported by, what covers it, and its covered texts."""

    name: str
    cover: Cover
    texts: dict[int, _Text]


class Concealed:
    """Give what an extract gives, covered.

    A document is covered as a whole: `conceal` is given all of its versions. Names that are alike once they are
    covered are told apart. Moments of tracking stay.
    """

    def __init__(self, extract: Extract, conceal: Concealer) -> None:
        """Take what is to be covered, and how."""
        self._extract, self._conceal = extract, conceal
        self._shown: dict[str, _Shown] = {}
        self._taken = set[str]()

    def counts(self) -> dict[str, int]:
        """Count the lines by type."""
        return self._extract.counts()

    def sightings(self) -> Iterator[Seen]:
        """Go through the sightings; to the end, before `lines` is asked."""
        for seen in self._extract.sightings():
            if seen.opens:
                self._look(seen.opens.name, self._extract.versions(seen.lineage))
            yield self._seen(seen)

    def lines(self) -> Iterator[Line]:
        """Go through what is said of the documents."""
        for line in self._extract.lines():
            match line:
                case LabelLine(lineage, label, number):
                    name, cover, _ = self._shown[lineage]
                    yield LabelLine(name, cover.words(label), number)
                case ViewingLine() | ForgottenLine():
                    yield line._replace(lineage=self._shown[line.lineage].name)
                case ProposalLine(lineage, likely):
                    yield ProposalLine(self._shown[lineage].name, self._shown[likely].name)

    def said(self, seen: Seen) -> Said:
        """Give what a version is called, and its date, unless that is concealed."""
        cover = self._shown[self._extract.names[seen.lineage]].cover
        labels, date = self._extract.said(seen)
        return Said(tuple(map(cover.words, labels)), date if cover.words(date) == date else "")

    def _look(self, name: str, versions: Mapping[int, Version]) -> None:
        """Look at all versions of a document, and find out what is shown of them."""
        texts = {number: text_of(self._extract.db, version) for number, version in versions.items()}
        cover = self._conceal({number: document(text, f"{name}{MARK}{number}") for number, text in texts.items()})
        shown: dict[int, _Text] = {}
        for number, text in texts.items():
            covered = cover.text(number, text)
            date = versions[number].promulgated if covered == text else promulgated(document(covered))
            shown[number] = _Text(digest_of(_encoded(covered)).hex(), date or None)
        title = cover.words(name)
        names = chain([title], (f"{title} ({again})" for again in count(2)))
        self._shown[name] = _Shown(next(one for one in names if one not in self._taken), cover, shown)
        self._taken.add(self._shown[name].name)

    def _seen(self, seen: Seen) -> Seen:
        opens, adds, one = seen.opens, seen.adds, seen.sighting
        name, cover, texts = self._shown[one.lineage]
        digest, date = texts[one.version]
        path, source, *notes = map(cover.words, (one.path, one.source, *one.notes))
        given = one.given if one.given and cover.words(one.given) == one.given else None
        told = (path, source, one.media_type, "utf-8", tuple(notes), one.seen, given, one.turns)
        return Seen(
            seen.lineage,
            opens and opens._replace(name=name),
            adds and adds._replace(lineage=name, text=digest, promulgated=date),
            SightingLine(name, one.version, digest, *told),
            partial(self._content, seen.lineage, one.version, cover),
        )

    def _content(self, lineage: int, number: int, cover: Cover, _digest: str) -> bytes:
        """Give the bytes of a covered text; no other digest is told of the version."""
        version = cast("Version", version_of(self._extract.db, lineage, number))
        return _encoded(cover.text(number, text_of(self._extract.db, version)))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
