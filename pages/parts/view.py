"""What a page is given: language, filters, the open build; and how it asks questions."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Concatenate, Final, ParamSpec, TypeVar, cast

import polars as pl
import streamlit as st
from cachetools import LRUCache, cached

from etl.vocabulary.labels import Text
from etl.warehouse.published import Published, open_published, published_path
from pages.parts.answers import Asked, answer, ask_ahead
from pages.queries.ask import Connection
from pages.queries.selection import EVERYTHING, Selection

_KEY: Final = "view of this run"
_LAST: Final = "view of the last run of each page"
_PICTURES_KEPT: Final = 256

Parameters = ParamSpec("Parameters")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Data:
    """The published build, open; `key` names it among all builds of all folders."""

    key: str
    connection: Connection


@dataclass(frozen=True, slots=True)
class View:
    """One reader's view in one run; `area` is the chosen area in words, `area_level` its level (None: everything).

    `about` is the one agency that a page is about, in words; "" on all other pages. `is_filtered`: whether the page
    shows what the filters leave. `asked` fills while the page asks.
    """

    language: str
    data: Data
    selection: Selection = EVERYTHING
    area: str = ""
    area_level: str | None = None
    about: str = ""
    is_filtered: bool = True
    asked: list[Asked] = field(default_factory=list, compare=False)

    def say(self, text: Text, **values: object) -> str:
        """A text of the interface in the reader's language."""
        return text.say(self.language, **values)

    def ask(
        self,
        question: Callable[Concatenate[Connection, Parameters], Answer],
        *values: Parameters.args,
        **named: Parameters.kwargs,
    ) -> Answer:
        """The answer to a question of `pages.queries`, kept for the next reader of the same build who asks it.

        What is kept is shared: nobody may change it.
        """
        asked = Asked(question, values, named)
        self.asked.append(asked)
        return cast("Answer", answer(self.data.key, self.data.connection, asked))

    def ask_once(
        self,
        question: Callable[Concatenate[Connection, Parameters], Answer],
        *values: Parameters.args,
        **named: Parameters.kwargs,
    ) -> Answer:
        """The answer to a question for a file, such as all rows there are: too large to be kept for the next reader."""
        return question(self.data.connection, *values, **named)


def drawn(chart: Callable[Parameters, Answer], *values: Parameters.args, **named: Parameters.kwargs) -> Answer:
    """What a chart makes of these frames and words, kept for the next reader who sees the same.

    Building a figure costs more than asking for its rows. What is kept is shared: nobody may change it. Frames are
    handed over as they are, never inside other values.
    """
    told = [_print(value) if isinstance(value, pl.DataFrame) else value for value in (*values, *named.values())]
    return cast("Answer", _picture(repr((_name(chart), list(named), told)), chart, values, named))


def open_current() -> Data | None:
    """The build that is published now, opened once for all readers; None when there is none.

    Asked in every run, so a new build is picked up without a restart.
    """
    folder = data_dir()
    path = published_path(folder)
    if path is None:
        return None
    published = _opened(str(folder), path.name)
    return Data(f"{folder}/{published.build}", published.connection)


def data_dir() -> Path:
    """The data folder: $GONGKAI_DATA_DIR, or `data` where the dashboard was started."""
    return Path(os.environ.get("GONGKAI_DATA_DIR") or "data")


def ask_again(data: Data, page: str, selection: Selection) -> None:
    """Has what the page asked in its last run asked ahead, now about this selection: it most likely will ask that.

    One about another region it asks in another way.
    """
    last = _last_views(data).get(page)
    if last and last.selection != selection and last.selection.region == selection.region:
        again = (asked.about(last.selection, selection) for asked in last.asked)
        ask_ahead(data.key, data.connection, filter(None, again))


def begin(view: View, page: str) -> None:
    """Leaves the view of this run for the page that is about to be drawn."""
    st.session_state[_KEY] = view
    st.session_state[_LAST] = {**_last_views(view.data), page: view}


def _last_views(data: Data) -> dict[str, View]:
    """The view of the last run of each page; builds gone by are let go of."""
    kept: dict[str, View] = st.session_state.get(_LAST, {})
    return {name: last for name, last in kept.items() if last.data.key == data.key}


def current_view() -> View:
    """The view that the frame left for the page; a page that was started without its frame goes to the front page."""
    if _KEY not in st.session_state:
        st.switch_page("dashboard.py")
    return cast("View", st.session_state[_KEY])


@st.cache_resource(max_entries=3, show_spinner=False)
def _opened(folder: str, build: str) -> Published:  # noqa: ARG001  # the build is the key: a new one is opened anew
    return open_published(Path(folder))


def _print(frame: pl.DataFrame) -> str:
    """The fingerprint of a whole frame, names and types of its columns included."""
    return blake2b(frame.write_ipc_stream(None).getvalue(), digest_size=16).hexdigest()


# Streamlit's own cache tells frames from another by their first and last rows, and takes long to do it.


@cached(LRUCache(_PICTURES_KEPT), key=lambda told, *_: told, lock=Lock())
def _picture(
    told: str,  # noqa: ARG001  # the key of the cache
    chart: Callable[..., object],
    values: tuple[object, ...],
    named: dict[str, object],
) -> object:
    return chart(*values, **named)


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"
