"""What a page asks and draws: the page is run as a reader would, and every question, chart and table is noted down."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import streamlit as st
from streamlit.testing.v1 import AppTest

from pages import PLAN
from pages.parts import panel
from pages.parts.view import View
from pages.queries.ask import Connection

DASHBOARD: Final = Path(__file__).parents[2] / "dashboard.py"
_PATIENCE: Final = 600


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the values it was asked with."""

    function: Callable[..., object]
    values: tuple[object, ...]
    named: dict[str, object]

    def __str__(self) -> str:
        """The question in short."""
        told = [*map(repr, self.values), *(f"{name}={value!r}" for name, value in self.named.items())]
        return f"{self.function.__name__}({', '.join(told)})"

    def answer(self, connection: Connection) -> object:
        """The answer, without any cache of the dashboard."""
        return self.function(connection, *self.values, **self.named)


@dataclass(slots=True)
class Screen:
    """What one page asked and drew in one run: each question once, charts and tables as they were handed over."""

    questions: list[Question] = field(default_factory=list)
    figures: list[Any] = field(default_factory=list)
    frames: list[Any] = field(default_factory=list)

    def note(self, question: Question) -> None:
        """One more question; one that was asked before is answered from the cache."""
        if str(question) not in map(str, self.questions):
            self.questions.append(question)


def screen_of(script: str, data_dir: Path, **address: str | list[str]) -> Screen:
    """What the page asks and draws over a data folder; `address` holds filters and choices by their parameter."""
    os.environ["GONGKAI_DATA_DIR"] = str(data_dir)
    app = AppTest.from_file(str(DASHBOARD), default_timeout=_PATIENCE)
    is_front = script == PLAN[0].script
    for name, value in address.items():
        app.query_params[name] = value
    if not is_front:
        app.run()
    with _noted() as screen:
        (app if is_front else app.switch_page(script)).run()
    if app.exception:
        raise RuntimeError(f"{script}: {app.exception[0].value}")
    return screen


@contextmanager
def _noted() -> Iterator[Screen]:
    """A screen that fills while pages run, with every table there is on them, also behind a tab that is closed."""
    screen, chart, table = Screen(), st.plotly_chart, st.dataframe

    def ask(view: View, question: Callable[..., object], *values: object, **named: object) -> object:
        asked = Question(question, values, named)
        screen.note(asked)
        return asked.answer(view.data.connection)

    def draw(figure: object, **looks: object) -> object:
        screen.figures.append(figure)
        return chart(figure, **looks)  # type: ignore[call-overload]  # passed on as it came

    def show(frame: object, **looks: object) -> object:
        screen.frames.append(frame)
        return table(frame, **looks)  # type: ignore[call-overload]  # passed on as it came

    with (
        patch.object(View, "ask", ask),
        patch.object(st, "plotly_chart", draw),
        patch.object(st, "dataframe", show),
        patch.object(panel, "is_open", lambda _: True),
    ):
        yield screen
