"""The laws of applying verdicts, each checked by the slow and obvious way: what `following` may write, and what not."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise, takewhile

from difftool.following import following
from difftool.model import Change, Comparison, Document, Kind, Link, LinkKind, Side, paragraph_spans


def every(comparison: Comparison) -> set[str]:
    return {change.id for change in comparison.changes}


def some(comparison: Comparison, seed: int) -> set[str]:
    """Take about a half of the changes, or few, or most."""
    chance = random.Random(seed)
    share = chance.choice([0.1, 0.5, 0.9])
    return {change.id for change in comparison.changes if chance.random() < share}


def stretch(document: Document, indices: tuple[int, ...]) -> str:
    return document.text[document.paragraphs[indices[0]].start : document.paragraphs[indices[-1]].end]


def replaced(text: str, changes: list[Change]) -> str:
    """Apply edits to the left text, the last one first: slow and obvious."""
    for change in sorted(changes, key=lambda one: (one.left, one.right), reverse=True):
        text = text[: change.left.start] + change.right_text + text[change.left.end :]
    return text


def expected(comparison: Comparison, accepted: set[str]) -> dict[Link, str]:
    """Say what is to be written for each link that is there."""
    found: dict[Link, str] = {}
    for index, link in enumerate(comparison.links):
        taken = [one for one in comparison.changes if one.link == index and one.id in accepted]
        if link.left and (link.right or not taken):
            edits = [change for change in taken if change.kind is not Kind.MOVE and link.right]
            start = comparison.left.paragraphs[link.left[0]].start
            end = comparison.left.paragraphs[link.left[-1]].end
            longer = sum(len(change.right_text) - len(change.left_text) for change in edits)
            found[link] = replaced(comparison.left.text, edits)[start : end + longer]
        elif not link.left and taken:
            found[link] = stretch(comparison.right, link.right)
    return found


def gaps_of(document: Document) -> list[str]:
    """List the white space around paragraphs, that of the ends of the text first and last."""
    spans = document.paragraphs
    inside = [document.text[one.end : other.start] for one, other in pairwise(spans)]
    return [document.text[: spans[0].start], *inside, document.text[spans[-1].end :]] if spans else [document.text]


def is_laid_out_alike(comparison: Comparison) -> bool:
    """Tell whether links, and ends of the texts, that are neighbours on both sides have the same between them there."""
    here, there = gaps_of(comparison.left), gaps_of(comparison.right)
    ends = {-1: -1, len(comparison.left.paragraphs): len(comparison.right.paragraphs)}
    lasts = {one.left[-1]: one.right[-1] for one in comparison.links if one.is_paired} | ends
    firsts = {one.left[0]: one.right[0] for one in comparison.links if one.is_paired} | ends
    return all(
        here[last + 1] == there[lasts[last] + 1]
        for last in lasts
        if last + 1 in firsts and lasts[last] + 1 == firsts[last + 1]
    )


def has_outside(comparison: Comparison) -> bool:
    return any(link.kind is LinkKind.OUTSIDE for link in comparison.links)


def shared(one: str, other: str) -> int:
    """Count the signs that both texts begin with."""
    return sum(takewhile(bool, (here == there for here, there in zip(one, other, strict=False))))


def words(text: str) -> str:
    return "".join(text.split())


def check_ends(comparison: Comparison) -> None:
    """Check that nothing accepted is left, and all accepted is right."""
    assert following(comparison, set()) == comparison.left.text
    if has_outside(comparison):
        return
    whole = following(comparison, every(comparison))
    assert words(whole) == words(comparison.right.text)
    if is_laid_out_alike(comparison):
        assert whole == comparison.right.text


def check_nothing_is_lost(comparison: Comparison, accepted: set[str]) -> None:
    """Check that each link that is to be there is there, with its accepted edits, and glued to no other."""
    written = following(comparison, accepted)
    wanted = expected(comparison, accepted)
    for text in wanted.values():
        assert text in written
    assert Counter(words(written)) == Counter(words("".join(wanted.values())))
    whole = all("\n" in gap or "\r" in gap for side in Side for gap in gaps_of(getattr(comparison, side))[1:-1])
    if whole:
        lines = [span.of(text) for text in wanted.values() for span in paragraph_spans(text)]
        assert sorted(span.of(written) for span in paragraph_spans(written)) == sorted(lines)


def check_one_more(comparison: Comparison, accepted: set[str], change: Change) -> None:
    """Check that one change more alters what it speaks of, and nothing else."""
    before, after = following(comparison, accepted - {change.id}), following(comparison, accepted | {change.id})
    link = comparison.links[change.link]
    if change.kind is Kind.MOVE:
        assert Counter(words(before)) == Counter(words(after))
    elif link.is_paired:
        old, new = change.left_text, change.right_text
        places = range(shared(before, after), -1, -1)
        assert any(before.startswith(old, at) and before[:at] + new + before[at + len(old) :] == after for at in places)
    else:
        text = words(change.left_text + change.right_text)
        longer, shorter = (before, after) if link.left else (after, before)
        start = shared(words(longer), words(shorter))
        assert any(
            words(longer)[:at] + words(longer)[at + len(text) :] == words(shorter)
            and words(longer).startswith(text, at)
            for at in range(start, -1, -1)
        )


def check_alone(comparison: Comparison, change: Change) -> None:
    """Check that one accepted edit alone gives left with it, sign by sign, and that a paragraph comes or goes whole."""
    link = comparison.links[change.link]
    if link.is_paired and change.kind is not Kind.MOVE:
        assert following(comparison, {change.id}) == replaced(comparison.left.text, [change])
    else:
        check_one_more(comparison, set(), change)


def places(comparison: Comparison, written: str, accepted: set[str]) -> dict[Link, int]:
    """Find each link that is there by its text; those whose text is not the only one are passed over."""
    wanted = expected(comparison, accepted)
    return {link: written.index(text) for link, text in wanted.items() if written.count(text) == 1}


def check_order(comparison: Comparison, accepted: set[str]) -> None:
    """Check that what left places is in its order; what did not move and what right places is in right's."""
    found = places(comparison, following(comparison, accepted), accepted)
    moved = {comparison.links[one.link] for one in comparison.changes if one.kind is Kind.MOVE and one.id in accepted}
    by_left = [link for link in found if link.left and link not in moved]
    assert sorted(by_left, key=lambda link: link.left) == sorted(by_left, key=found.__getitem__)
    by_right = [link for link in found if link in moved or (link.is_paired and link.kind is not LinkKind.MOVED)]
    assert sorted(by_right, key=lambda link: link.right) == sorted(by_right, key=found.__getitem__)
    # An insertion comes after what stands before it on the right, wherever that is.
    there = sorted((link for link in expected(comparison, accepted) if link.right), key=lambda link: link.right)
    for before, after in pairwise(there):
        if not after.left and before in found and after in found:
            assert found[before] < found[after]


def check_all(comparison: Comparison, seed: int, singles: int = 6) -> None:
    """Check every law on one comparison, with a mix made from the seed, and so many changes alone."""
    check_ends(comparison)
    accepted = some(comparison, seed)
    check_nothing_is_lost(comparison, accepted)
    check_order(comparison, accepted)
    chosen = list(comparison.changes)
    random.Random(seed).shuffle(chosen)
    for change in chosen[:singles]:
        check_one_more(comparison, accepted, change)
        check_alone(comparison, change)
        check_order(comparison, {change.id})
    for change in comparison.changes:
        if change.kind is Kind.MOVE:
            check_order(comparison, {change.id})
