"""The documents read, in worker processes when there are many, so that one bad document stops nothing.

Only a `Rejection` says something of the document and lasts. Any other fault (of the disk, the memory, the clock or the
program) rejects it in this load and is tried again in the next. A worker that dies takes its batch with it: the batch
is halved until the one document that kills is alone.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from etl.errors import LoadError, Rejection
from etl.readings.rows import Rows
from etl.readings.shards import write_shard
from etl.recognising.report import Report

BATCH: Final = 250
LONGEST_SECONDS: Final = 60
_WORTH_A_WORKER: Final = 120
_SHARES_PER_WORKER: Final = 4

Reader = Callable[[bytes, str], tuple[str, Report]]
"""Bytes and name of a document to its media type and report; raises Rejection. Importable, so that workers find it."""


class OutOfTime(Exception):
    """A document took too long. No TimeoutError: that is an OSError, which readers take for a damaged archive."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """One document to read: its id, where the original lies, and the name it came under."""

    document_id: str
    original: Path
    name: str


Batch = tuple[ToRead, ...]


def read_all(
    documents: Sequence[ToRead], reader: Reader, store: Path, jobs: int, advance: Callable[[int], None]
) -> None:
    """Every document as a row of some shard in the store; `advance` is told how many were done."""
    if jobs == 1 or len(documents) < _WORTH_A_WORKER:
        for batch in _batches(documents, BATCH):
            advance(read_batch(batch, reader, store))
        return
    size = min(BATCH, -(-len(documents) // (jobs * _SHARES_PER_WORKER)))
    suspects = list(_read_in_workers(_batches(documents, size), reader, store, jobs, advance))
    while suspects:
        suspects = [*_retried(suspects.pop(), reader, store, advance), *suspects]


def read_batch(batch: Batch, reader: Reader, store: Path) -> int:
    """How many documents were read; they are one shard now, and a second one where faults will pass."""
    lasting, passing = Rows(), Rows()
    for document in batch:
        try:
            data = document.original.read_bytes()
        except OSError as fault:
            passing.add_rejection(document.document_id, Rejection("no_access", fault.strerror or ""))
        else:
            _read_one(document, data, reader, lasting, passing)
    for rows, is_passing in ((lasting, False), (passing, True)):
        if rows.of["readings"]:
            write_shard(store, rows.frames(), passing=is_passing)
    return len(batch)


def _read_one(document: ToRead, data: bytes, reader: Reader, lasting: Rows, passing: Rows) -> None:
    """One document read into `lasting`; into `passing` when something went wrong that may not be its own."""
    try:
        with _time_limit():
            media_type, report = reader(data, document.name)
        lasting.add_report(document.document_id, media_type, report)
    except Rejection as rejection:
        lasting.add_rejection(document.document_id, rejection)
    except Exception as fault:  # noqa: BLE001 - whatever a document does to the reader, the run goes on
        detail = f"{type(fault).__name__} {fault}"[:200]
        passing.add_rejection(document.document_id, Rejection("reading_failed", detail))


@contextmanager
def _time_limit() -> Iterator[None]:
    """OutOfTime raised inside the block when it takes too long; where the system knows no alarms, no limit."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _out_of_time)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _out_of_time(*_: object) -> None:
    raise OutOfTime(f"{LONGEST_SECONDS} s")


def _batches(documents: Sequence[ToRead], size: int) -> list[Batch]:
    return [tuple(documents[start : start + size]) for start in range(0, len(documents), size)]


def _read_in_workers(
    batches: list[Batch], reader: Reader, store: Path, jobs: int, advance: Callable[[int], None]
) -> Iterator[Batch]:
    """The batches under way whenever a worker died; all others are read. A broken pool is replaced."""
    waiting = list(reversed(batches))
    while waiting:
        under_way: dict[Future[int], Batch] = {}
        with _pool(min(jobs, len(waiting))) as pool:
            _require_workers(pool)
            try:
                while waiting or under_way:
                    while waiting and len(under_way) < jobs:
                        under_way[pool.submit(read_batch, waiting[-1], reader, store)] = waiting[-1]
                        waiting.pop()
                    for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                        advance(future.result())
                        del under_way[future]
            except BrokenProcessPool:
                yield from under_way.values()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _retried(batch: Batch, reader: Reader, store: Path, advance: Callable[[int], None]) -> list[Batch]:
    """The halves of a batch that killed a worker again; a single document that does is rejected."""
    with _pool(1) as pool:
        _require_workers(pool)
        try:
            advance(pool.submit(read_batch, batch, reader, store).result())
        except BrokenProcessPool:
            if len(batch) > 1:
                return [batch[: len(batch) // 2], batch[len(batch) // 2 :]]
            rows = Rows()
            rows.add_rejection(batch[0].document_id, Rejection("reading_failed", "读取进程被系统终止"))
            write_shard(store, rows.frames(), passing=True)
            advance(1)
    return []


def _pool(workers: int) -> ProcessPoolExecutor:
    """Fresh processes (spawned: a forked one would inherit the threads of Polars in an undefined state)."""
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_stay_with_parent)


def _require_workers(pool: ProcessPoolExecutor) -> None:
    """Raise unless workers start at all: otherwise every document would look like one that kills its worker."""
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool as fault:
        raise LoadError("读取进程无法启动，可加 --jobs 1 再试（worker processes cannot start）") from fault


def _stay_with_parent() -> None:
    """A worker that leaves Ctrl-C to its parent and ends when the parent does, however that ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
