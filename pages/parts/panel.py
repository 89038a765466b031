"""A figure with its table behind it: a title that says what is seen, two tabs, the rows as a file, the definitions."""

from collections.abc import Sequence
from typing import Protocol

import polars as pl
import streamlit as st
from streamlit.elements.plotly_chart import FigureOrData

from etl.vocabulary.labels import (
    ABOUT,
    CHART,
    DOWNLOAD_CSV,
    DOWNLOAD_HELP,
    NOTHING_TO_DRAW,
    SOURCE,
    TABLE,
)
from etl.vocabulary.words import Word
from pages.parts.csv_file import csv_bytes
from pages.parts.plain import escaped
from pages.parts.table import Shown, headings, show_table
from pages.parts.view import View

_ON_HOVER = 3
PLOTLY_CONFIG = {"displayModeBar": False, "displaylogo": False, "responsive": True}


class Drawn(Protocol):
    """What a chart hands over."""

    @property
    def figure(self) -> FigureOrData:
        """The Plotly figure."""

    @property
    def title(self) -> str:
        """What is seen."""

    @property
    def alt(self) -> str:
        """The same for those who cannot see it."""

    @property
    def note(self) -> str:
        """How to read it; may be empty."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it has a value."""


def show_panel(
    view: View, key: str, drawn: Drawn, rows: pl.DataFrame, columns: Sequence[Shown], words: Sequence[Word] = ()
) -> None:
    """Chart and table as two tabs of the same thing; `key` names the panel and the file it gives."""
    with st.container(border=True, height="stretch"):
        st.subheader(escaped(drawn.title), anchor=False, help=_in_brief(view, words))
        names = [view.say(text) for text in (CHART, TABLE, ABOUT)]
        chart, table, *about = st.tabs(names if words else names[:2])
        with chart:
            _show_chart(view, key, drawn)
        with table:
            show_table(view, rows, columns, drawn.alt)
            download(view, key, rows, columns)
        for tab in about:
            with tab:
                _define(view, words)


def download(view: View, key: str, rows: pl.DataFrame, columns: Sequence[Shown]) -> None:
    """A button that gives exactly these rows as CSV, prepared on click."""
    shown = rows.select(column.name for column in columns)
    st.download_button(
        view.say(DOWNLOAD_CSV),
        data=lambda: csv_bytes([shown], headings(view, columns)),
        file_name=f"{key}.csv",
        mime="text/csv",
        key=f"csv {key}",
        on_click="ignore",
        icon=":material/download:",
        help=view.say(DOWNLOAD_HELP, rows=f"{rows.height:,}"),
    )


def _in_brief(view: View, words: Sequence[Word]) -> str | None:
    """What stands on the hover beside the title: the first definitions; the tab has all."""
    told = (f"**{escaped(w.label(view.language))}** {escaped(w.explanation(view.language))}" for w in words[:_ON_HOVER])
    return "\n\n".join(told) or None


def _define(view: View, words: Sequence[Word]) -> None:
    """Each word with its definition and source."""
    for word in words:
        st.markdown(f"**{escaped(word.label(view.language))}**　{escaped(word.explanation(view.language))}")
        st.caption(escaped(view.say(SOURCE, source=word.source)))


def _show_chart(view: View, key: str, drawn: Drawn) -> None:
    if drawn.is_empty:
        st.info(view.say(NOTHING_TO_DRAW))
        return
    st.plotly_chart(drawn.figure, key=f"chart {key}", config=PLOTLY_CONFIG, alt=f"{drawn.title}. {drawn.alt}")
    if drawn.note:
        st.caption(escaped(drawn.note))
