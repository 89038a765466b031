"""Helpers for what is the same for many texts: processes for what only Python can do, threads for what Polars does."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from etl.errors import LoadError

Part = TypeVar("Part")
Result = TypeVar("Result")


class Crew:
    """So many helpers; none are started before there are several parts of a work, nor for a crew of one."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._processes: Executor | None = None

    def each(self, work: Callable[[Part], Result], parts: Sequence[Part]) -> list[Result]:
        """The results for all parts in their order, worked out in processes of their own."""
        if self._jobs < 2 or len(parts) < 2:
            return list(map(work, parts))
        if self._processes is None:
            self._processes = ProcessPoolExecutor(self._jobs, multiprocessing.get_context("spawn"))
        try:
            return list(self._processes.map(work, parts))
        except BrokenProcessPool as fault:
            raise LoadError("比对文字的进程中断，可加 --jobs 1 再试（a process comparing texts ended）") from fault

    def together(self, work: Callable[[Part], Result], parts: Sequence[Part]) -> list[Result]:
        """The results for all parts in their order, worked out side by side in this process."""
        if self._jobs < 2 or len(parts) < 2:
            return list(map(work, parts))
        with ThreadPoolExecutor(self._jobs) as threads:
            return list(threads.map(work, parts))

    def close(self) -> None:
        """No more work."""
        if self._processes is not None:
            self._processes.shutdown(cancel_futures=True)


@contextmanager
def a_crew(jobs: int) -> Iterator[Crew]:
    """A crew that is gone at the end of the block."""
    crew = Crew(jobs)
    try:
        yield crew
    finally:
        crew.close()
