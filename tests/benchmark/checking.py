"""What checking costs beside reading: seconds of the processor for each, in one load with one process.

Reading is all that is done with the files until their cells and texts are kept; checking is all from there to the rows
of findings and judgements in the build, the way there and back included.
"""

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from etl import pipeline
from etl.checking import batch

_READING: Final = "read_new"
_CHECKING: Final = "check_reports"
_OF_CHECKING: Final = ("check", "check_across", "check_texts")
"""Parts of checking that are told apart; what is left is laying out and the way to the build and back."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the processor: for reading, for checking, and for some parts of checking by name."""

    reading: float
    checking: float
    parts: dict[str, float]


def seconds_by_stage(corpus: Path, data_dir: Path) -> Spent:
    """Seconds of the processor, all threads together; whatever else the machine does leaves them alike."""
    spent = dict.fromkeys((_READING, _CHECKING, *_OF_CHECKING), 0.0)

    def timed(module: object, name: str) -> Callable[..., Any]:
        inner = getattr(module, name)

        def run(*given: object) -> object:
            began = time.process_time()
            try:
                return inner(*given)
            finally:
                spent[name] += time.process_time() - began

        return run

    with ExitStack() as stack:
        for module, names in ((pipeline, (_READING, _CHECKING)), (batch, _OF_CHECKING)):
            for name in names:
                stack.enter_context(patch.object(module, name, timed(module, name)))
        pipeline.load([corpus], data_dir, jobs=1)
    return Spent(spent.pop(_READING), spent.pop(_CHECKING), spent)
