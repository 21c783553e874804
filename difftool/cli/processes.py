"""The same work for many things, in several processes where it is long enough; the results come in order.

Knows nothing of texts. A command imports it when it runs and not before. What is sent to a process and what comes
back must be picklable: a function of a module, values.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from difftool.errors import LostWorker

__all__ = ["each", "spread"]

Item = TypeVar("Item")
Result = TypeVar("Result")

# Microseconds of work, or bytes, below which starting processes (a quarter of a second) costs more than it saves.
WORTH_IT = 1_500_000
# More processes than this wait for the disk, and each holds a text.
_MOST = 8

_begun: list[Callable[[Any], Any]] = []  # what a process is for, in that process


def each(work: Callable[[Item], Result], items: Sequence[Item], size: int) -> Iterator[Result]:
    """Do the work for each item, in order; in as many processes as there are processors if `size` is worth it.

    Raises what the work raises, at the item's turn, and `LostWorker` when a process was killed. Each process ends
    with this one, however that ends.

    >>> list(each(len, ["a", "bc"], 3))
    [1, 2]
    """
    count = min(len(items), _processors(), _MOST)
    if count < 2 or size < WORTH_IT:  # noqa: PLR2004 - one process is this one
        yield from map(work, items)
        return
    # 20 ms that only long work needs. Not forked: a thread or a lock of this process would be copied half.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - see above
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    # The work goes to each process once: it may hold whole texts.
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin, initargs=(work,))
    try:
        with _uninterrupted():
            results = pool.map(_do, items)
        yield from results
    except BrokenProcessPool as failure:
        message = "a worker that did part of the work was killed"
        raise LostWorker(
            message, hint="most often memory ran out; give it fewer or smaller files at a time"
        ) from failure
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put an interrupt off until the end: half started, processes can be neither used nor ended."""
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


def spread(size: int) -> Callable[[Callable[[Item], Result], Iterable[Item]], Iterator[Result]]:
    """Give a `map` for work of this size in all."""
    return lambda work, items: each(work, list(items), size)


def _processors() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _do(item: Any) -> Any:  # noqa: ANN401 - whatever the work takes and makes
    """Do in a process what it was begun for."""
    return _begun[0](item)


def _begin(work: Callable[[Any], Any]) -> None:
    """Make a process quiet when it is interrupted, and end it when the one that started it is gone."""
    from multiprocessing import parent_process  # noqa: PLC0415 - as in `each`
    from threading import Thread  # noqa: PLC0415 - as above

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _begun.append(work)
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()
