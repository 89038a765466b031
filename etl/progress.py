"""How far a long command is: a bar on a terminal, a line now and then elsewhere."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from tqdm import tqdm

_LINES: Final = 10

Thing = TypeVar("Thing")
Advance = Callable[[int], None]
"""Called with the number of things done since the last call."""


@contextmanager
def progress(label: str, total: int, unit: str) -> Iterator[Advance]:
    """A function to call with every step done; shown on stderr until the block ends."""
    if sys.stderr.isatty():
        with tqdm(total=total, desc=label, unit=unit, file=sys.stderr) as bar:

            def advance(steps: int) -> None:
                bar.update(steps)

            yield advance
    else:
        yield _lines(label, total, unit)


def counted(label: str, things: Iterable[Thing], unit: str) -> Iterable[Thing]:
    """The things as they come, counted on a terminal; for what has no known end."""
    return tqdm(things, desc=label, unit=unit, file=sys.stderr) if sys.stderr.isatty() else things


def _lines(label: str, total: int, unit: str) -> Advance:
    """About ten lines over the whole, for logs."""
    done = told = 0

    def advance(steps: int) -> None:
        nonlocal done, told
        if not steps:
            return
        done += steps
        if done == total or (done - told) * _LINES >= total:
            told = done
            sys.stderr.write(f"{label} {done}/{total} {unit}\n")
            sys.stderr.flush()

    return advance
