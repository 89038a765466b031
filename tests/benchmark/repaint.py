"""Milliseconds until a page is drawn again after a filter was changed, against a bare page and the questions."""

import pickle
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import urlencode

import polars as pl

from etl.warehouse.published import open_published
from pages import PLAN
from pages.queries.ask import Connection
from pages.queries.choices import years_reported
from pages.queries.selection import Selection
from tests.benchmark.pages import first_state
from tests.benchmark.recorded import DASHBOARD, Question, Screen, screen_of
from tests.benchmark.visitor import Visitor, running

CHANGES: Final = 80
"""Filters chosen on each page, at most: no two are alike, so that no answer is there already."""
_WARMING: Final = 8
"""The first of them, which find both servers with code that has never run; they are not counted."""
OURS, BARE = 8786, 8787
_BARE_PAGE: Final = Path(__file__).with_name("bare_page.py")


@dataclass(frozen=True, slots=True)
class Repaint:
    """One page: our milliseconds, those of two bare pages with the same charts and tables, those of the questions.

    `bare` makes its figures as is usual, `least` has them made already. Medians over the changes, the ratios too: of
    each change, ours to the bare page and the questions right after it.
    """

    name: str
    ours: float
    bare: float
    least: float
    questions: float
    ratio: float
    ratio_to_least: float


def repaints(data_dir: Path, folder: Path, only: str = "") -> Iterator[Repaint]:
    """One for each page whose script has `only` in its name; `folder` is for files that are needed on the way."""
    connection = open_published(data_dir).connection
    years = [str(year) for year in years_reported(connection)["year"]]
    filters = [list(some) for size in (3, 4, 2, 5) for some in combinations(years, size)][: CHANGES + 1]
    pages = [(page, first_state(connection, page.script)) for page in PLAN if only in page.script]
    screens = [screen_of(page.script, data_dir, **state, year=filters[0]) for page, state in pages]
    held = folder / "ready-made.pickle"
    held.write_bytes(pickle.dumps([_handed_over(screen) for screen in screens]))
    for number, (page, state) in enumerate(pages):
        bare_pages = [(BARE, "", f"screen={number}&figures={how}") for how in ("usual", "ready")]
        opened = ((OURS, page.address, urlencode(state)), *bare_pages)
        asked = _Asked(connection, screens[number].questions, _selection(filters[0]))
        with (
            running(DASHBOARD, OURS, GONGKAI_DATA_DIR=str(data_dir)),
            running(_BARE_PAGE, BARE, GONGKAI_READY_MADE=str(held)),
        ):
            each = _changed(opened, asked, filters[1:])
        ours, bare, least, questions = (median(times) for times in zip(*each, strict=True))
        ratio = median(one[0] / (one[1] + one[3]) for one in each)
        ratio_to_least = median(one[0] / (one[2] + one[3]) for one in each)
        yield Repaint(Path(page.script).stem, ours, bare, least, questions, ratio, ratio_to_least)


def _selection(years: list[str]) -> Selection:
    return Selection(years=tuple(sorted(map(int, years))))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The questions of a page that a filter changes: those about what was `chosen` when they were noted down."""

    connection: Connection
    questions: Sequence[Question]
    chosen: Selection

    def again(self, years: list[str]) -> float:
        """The milliseconds of all of them about these years instead, without any cache."""
        now = _selection(years)
        about = [
            replace(question, values=tuple(now if value == self.chosen else value for value in question.values))
            for question in self.questions
            if self.chosen in question.values
        ]
        began = time.perf_counter()
        for question in about:
            question.answer(self.connection)
        return (time.perf_counter() - began) * 1000


def _handed_over(screen: Screen) -> dict[str, list[Any]]:
    """What a bare page shows: figures as they are described, and frames as the questions answer them."""
    return {"figures": [figure.to_dict() for figure in screen.figures], "frames": [*map(pl.DataFrame, screen.frames)]}


def _changed(
    opened: Sequence[tuple[int, str, str]], asked: _Asked, changes: list[list[str]]
) -> list[tuple[float, ...]]:
    """For each change its milliseconds: of the pages, opened by port, address and query, and of the questions.

    They take turns, so that what else the machine does slows them all alike.
    """
    visitors = [Visitor(port) for port, _, _ in opened]
    for visitor, (_, address, query) in zip(visitors, opened, strict=True):
        visitor.open(address, query)
    every = [(*(visitor.choose(years) for visitor in visitors), asked.again(years)) for years in changes]
    for visitor in visitors:
        visitor.close()
    return every[min(_WARMING, len(every) // 2) :]
