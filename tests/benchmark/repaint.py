"""Milliseconds until a page is drawn again after a filter was changed, against the least that takes."""

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import urlencode

import polars as pl
from plotly.basedatatypes import BaseFigure

from etl.warehouse.published import open_published
from pages import PLAN
from pages.queries.choices import years_reported
from pages.queries.selection import Selection
from tests.benchmark.pages import first_state, timed
from tests.benchmark.recorded import DASHBOARD, Screen, screen_of
from tests.benchmark.visitor import Visitor, running

CHANGES: Final = 80
"""Filters chosen on each page, at most: no two are alike, so that no answer is there already."""
_WARMING: Final = 8
"""The first of them, which find both servers with code that has never run; they are not counted."""
OURS, BARE = 8786, 8787
_BARE_PAGE: Final = Path(__file__).with_name("bare_page.py")


@dataclass(frozen=True, slots=True)
class Repaint:
    """One page: our milliseconds, those of a bare page with the same charts and tables, those of the questions."""

    name: str
    ours: float
    bare: float
    questions: float

    @property
    def ratio(self) -> float:
        """Ours to the least: a bare page and the questions."""
        return self.ours / (self.bare + self.questions)


def repaints(data_dir: Path, folder: Path, only: str = "") -> Iterator[Repaint]:
    """One for each page whose script has `only` in its name; `folder` is for files that are needed on the way."""
    connection = open_published(data_dir).connection
    years = [str(year) for year in years_reported(connection)["year"]]
    filters = [list(some) for size in (3, 4, 2, 5) for some in combinations(years, size)][: CHANGES + 1]
    pages = [(page, first_state(connection, page.script)) for page in PLAN if only in page.script]
    screens = [screen_of(page.script, data_dir, **state, year=filters[0]) for page, state in pages]
    chosen = Selection(years=tuple(map(int, filters[0])))
    asked = [[q for q in screen.questions if chosen in q.values] for screen in screens]
    questions = [timed(connection, some)[0] if some else 0.0 for some in asked]
    held = folder / "ready-made.pickle"
    held.write_bytes(pickle.dumps([_handed_over(screen) for screen in screens]))
    for number, (page, state) in enumerate(pages):
        opened = ((OURS, page.address, urlencode(state)), (BARE, "", f"screen={number}"))
        with (
            running(DASHBOARD, OURS, GONGKAI_DATA_DIR=str(data_dir)),
            running(_BARE_PAGE, BARE, GONGKAI_READY_MADE=str(held)),
        ):
            ours, bare = _changed(opened, filters[1:])
        yield Repaint(Path(page.script).stem, ours, bare, questions[number])


def _handed_over(screen: Screen) -> dict[str, list[Any]]:
    """What a bare page shows: figures as they are described, and frames as the questions answer them."""
    return {"figures": [*map(_described, screen.figures)], "frames": [*map(pl.DataFrame, screen.frames)]}


def _described(figure: BaseFigure) -> dict[str, Any]:
    """What a page would write to make this figure: its traces and its layout, without the theme that Streamlit adds."""
    described = figure.to_dict()
    return {**described, "layout": {name: v for name, v in described["layout"].items() if name != "template"}}


def _changed(opened: Sequence[tuple[int, str, str]], changes: list[list[str]]) -> list[float]:
    """The median of the milliseconds after each change, of each page that is opened by its port, address and query.

    The pages take turns, so that what else the machine does slows them all alike.
    """
    visitors = [Visitor(port) for port, _, _ in opened]
    for visitor, (_, address, query) in zip(visitors, opened, strict=True):
        visitor.open(address, query)
    every = [[visitor.choose(years) for visitor in visitors] for years in changes]
    milliseconds = every[min(_WARMING, len(every) // 2) :]
    for visitor in visitors:
        visitor.close()
    return [median(times) for times in zip(*milliseconds, strict=True)]
