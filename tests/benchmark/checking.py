"""What checking costs beside reading: seconds of the processor for each, in one load with one process."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from etl import pipeline

READING: Final = "read_new"
CHECKING: Final = ("check", "check_texts", "check_reports_together")
"""The functions of the pipeline in which documents are read, and those in which reports are checked."""


def seconds_by_stage(corpus: Path, data_dir: Path) -> dict[str, float]:
    """Seconds of the processor by function, all threads together; whatever else the machine does leaves them alike."""
    spent = dict.fromkeys((READING, *CHECKING), 0.0)

    def timed(name: str) -> Callable[..., Any]:
        inner = getattr(pipeline, name)

        def run(*given: object) -> object:
            began = time.process_time()
            try:
                return inner(*given)
            finally:
                spent[name] += time.process_time() - began

        return run

    with ExitStack() as stack:
        for name in spent:
            stack.enter_context(patch.object(pipeline, name, timed(name)))
        pipeline.load([corpus], data_dir, jobs=1)
    return spent
