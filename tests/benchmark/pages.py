"""Milliseconds that a large warehouse takes for everything a page asks in its first state, without any cache."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from etl.warehouse.published import open_published
from pages import PLAN
from pages.queries.ask import Connection, ask
from tests.benchmark.recorded import Question, screen_of

ROUNDS: Final = 11


@dataclass(frozen=True, slots=True)
class PageTime:
    """One page: how many questions it asks, the median of the milliseconds of all together, and each question's."""

    name: str
    milliseconds: float
    questions: tuple[tuple[Question, float], ...]

    @property
    def slowest(self) -> tuple[Question, float]:
        """The question that takes longest, with its milliseconds."""
        return max(self.questions, key=lambda asked: asked[1])


def page_times(data_dir: Path, only: str = "") -> Iterator[PageTime]:
    """One for each page of the plan whose script has `only` in its name."""
    connection = open_published(data_dir).connection
    for page in (page for page in PLAN if only in page.script):
        questions = screen_of(page.script, data_dir, **first_state(connection, page.script)).questions
        yield PageTime(Path(page.script).stem, *timed(connection, questions))


def first_state(connection: Connection, script: str) -> dict[str, str]:
    """What stands in the address of a page that is always led to; empty for a page that opens from the menu."""
    if script == "pages/source.py":
        middle = "SELECT report_id FROM indicators LIMIT 1 OFFSET (SELECT count(*) // 2 FROM indicators)"
        return {"report": str(ask(connection, middle, {}).item()), "cell": "requests:received:total"}
    if script == "pages/pair.py":
        alike = "SELECT report_id AS this, other_report_id AS beside FROM text_matches WHERE kind = 'peer' LIMIT 1"
        return dict(ask(connection, alike, {}).row(0, named=True))
    return {}


def timed(connection: Connection, questions: Sequence[Question]) -> tuple[float, tuple[tuple[Question, float], ...]]:
    """The median of the milliseconds of all questions together, and of each."""
    rounds = [[_milliseconds(question, connection) for question in questions] for _ in range(ROUNDS)]
    each = (median(column) for column in zip(*rounds, strict=True))
    return median(map(sum, rounds)), tuple(zip(questions, each, strict=True))


def _milliseconds(question: Question, connection: Connection) -> float:
    began = time.perf_counter()
    question.answer(connection)
    return (time.perf_counter() - began) * 1000
