"""Common ends of two sequences, found by comparing memory."""

from __future__ import annotations

from sys import modules

_ENGINE = "rapidfuzz.distance"


def common_prefix(left: str, right: str) -> int:
    """Count the equal items at the start, by doubling slices: memory is compared, not items one by one.

    >>> common_prefix("abcd", "abxd"), common_prefix("ab", "abc"), common_prefix("", "a")
    (2, 2, 0)
    """
    high = min(len(left), len(right))
    if left[:high] == right[:high]:
        return high
    low, step = 0, 64
    while low + step < high and left[low : low + step] == right[low : low + step]:
        low += step
        step *= 2
    high = min(high, low + step)
    while high - low > 1:
        middle = (low + high) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle
    return low


def common_suffix(left: str, right: str) -> int:
    """Count the equal items at the end.

    >>> common_suffix("abcd", "abxd"), common_suffix("bc", "abc")
    (1, 2)
    """
    step = min(len(left), len(right), 4096)
    found = 0
    while True:
        one, other = (
            left[len(left) - found - step : len(left) - found],
            right[len(right) - found - step : len(right) - found],
        )
        same = common_prefix(one[::-1], other[::-1])
        found += same
        if same < step or not step:
            return found
        step = min(len(left) - found, len(right) - found, step * 2)


def common_ends(left: str, right: str) -> tuple[int, int]:
    """Count the equal items at the start, and those at the end of what is left then.

    >>> common_ends("abcd", "abxd"), common_ends("aba", "a")
    ((2, 1), (1, 0))
    """
    # Where an engine is asked for likenesses, it answers this in a tenth of the time; to load it for this alone takes
    # as long as two thousand answers.
    engine = modules.get(_ENGINE)
    # Another thread may be loading it just now.
    prefix, postfix = getattr(engine, "Prefix", None), getattr(engine, "Postfix", None)
    if prefix and postfix:
        start = int(prefix.similarity(left, right))
        return start, int(postfix.similarity(left[start:], right[start:]))
    start = common_prefix(left, right)
    return start, common_suffix(left[start:], right[start:])
