"""A figure with its table behind it: a title that says what is seen, two tabs, the rows as a file, the definitions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import polars as pl
import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.elements.lib.mutable_tab_container import TabContainer
from streamlit.elements.plotly_chart import FigureOrData

from etl.vocabulary.labels import (
    ABOUT,
    CHART,
    DOWNLOAD_CSV,
    DOWNLOAD_HELP,
    DOWNLOAD_XLSX,
    DOWNLOAD_XLSX_HELP,
    NOTHING_TO_DRAW,
    ROWS_CUT,
    SOURCE,
    TABLE,
    joined,
)
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.words import Word
from pages.parts.plain import escaped
from pages.parts.table import Shown, pick_row, show_table
from pages.parts.taking.called import AS_THEY_SAY, Called, called_after
from pages.parts.taking.extract import Explained, Extract, Taken
from pages.parts.taking.files import FORMATS, facts, file_name, offer
from pages.parts.taking.picture_file import InWords, offer_picture
from pages.parts.view import View

_ON_HOVER = 3
PLOTLY_CONFIG = {"displayModeBar": False, "displaylogo": False, "responsive": True}


@dataclass(frozen=True, slots=True)
class Whole:
    """All the rows where a panel shows only the first: how many, and how to ask for them once a file is written."""

    height: int
    rows: Callable[[], pl.DataFrame]


Rows = pl.DataFrame | Callable[[], pl.DataFrame]
"""The rows of a table, or how to make them once somebody looks."""


class Drawn(InWords, Protocol):
    """What a chart hands over: a figure, and what it says in words."""

    @property
    def ready_made(self) -> FigureOrData:
        """The figure."""

    @property
    def hint(self) -> str:
        """What can be done with it on the screen; may be empty."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it has a value."""

    @property
    def why_empty(self) -> str | None:
        """Why not; "" where the title says so, None for the usual reason."""


def show_panel(  # noqa: PLR0913, PLR0917  # a figure, its rows and its words are told together
    view: View,
    key: str,
    drawn: Drawn,
    rows: Rows,
    columns: Sequence[Shown],
    words: Sequence[Word] = (),
    pick: str = "",
    whole: Whole | None = None,
    called: Called = AS_THEY_SAY,
) -> str | None:
    """Chart and table as two tabs of the same thing; `key` names the panel and the file it gives.

    With `whole` the file has all those rows, else `rows`; `called` says what its name lacks else.

    With `pick`, a column of `rows`, points and rows can be picked: the value of that column in what the reader picked
    comes back, None until something is. Each point of the chart then carries it as the first of its `customdata`.
    """
    with st.container(border=True, height="stretch"):
        st.subheader(escaped(drawn.title), anchor=False, help=_in_brief(view, words))
        name = called_after(view, key, words, called) or file_name(view, drawn.title)
        names = [view.say(text) for text in (CHART, TABLE, ABOUT)]
        chart, table, *about = st.tabs(names if words else names[:2], key=f"tabs {key}", on_change="rerun")
        with chart:
            picked = _show_chart(view, key, drawn, name, can_pick=bool(pick))
        for tab in filter(is_open, (table, *about)):
            with tab:
                if tab is table:
                    there = rows() if callable(rows) else rows
                    picked = _show_rows(view, key, drawn, there, columns, pick) or picked
                    taken = whole or there
                    if taken.height > there.height:
                        told = {"shown": cell_number(there.height), "rows": cell_number(taken.height)}
                        st.caption(escaped(view.say(ROWS_CUT, **told)))
                    _offer_files(view, key, _extract(view, name, drawn.title, taken, columns, words), taken.height)
                else:
                    _define(view, words)
    return picked


def is_open(tab: TabContainer | ExpanderContainer) -> bool:
    """Whether the reader looks at this tab or fold: what he does not look at is neither made nor sent."""
    return bool(tab.open)


def download(
    view: View,
    key: str,
    rows: pl.DataFrame | Whole,
    columns: Sequence[Shown],
    title: str = "",
    words: Sequence[Word] = (),
) -> None:
    """Buttons that give exactly these rows as CSV or as an Excel workbook, prepared on click."""
    name = called_after(view, key, words) or file_name(view, title or key)
    _offer_files(view, key, _extract(view, name, title or key, rows, columns, words), rows.height)


def _extract(  # rows, what they are and what they are called go into one file
    view: View, name: str, title: str, rows: pl.DataFrame | Whole, columns: Sequence[Shown], words: Sequence[Word]
) -> Extract:
    return Extract(
        name=name,
        title=title,
        language=view.language,
        columns=tuple(_taken(view, column) for column in columns),
        batches=lambda: iter([rows.rows() if isinstance(rows, Whole) else rows]),
        facts=facts(view),
        words=tuple(Explained(w.label(view.language), w.explanation(view.language), w.source) for w in words),
    )


def _offer_files(view: View, key: str, extract: Extract, height: int) -> None:
    with st.container(horizontal=True, gap="small"):
        for code, label, told in (("csv", DOWNLOAD_CSV, DOWNLOAD_HELP), ("xlsx", DOWNLOAD_XLSX, DOWNLOAD_XLSX_HELP)):
            offer(
                extract,
                FORMATS[code],
                view.say(label),
                f"{code} {key}",
                help=view.say(told, rows=cell_number(height)),
            )


def _taken(view: View, column: Shown) -> Taken:
    meaning = view.say(column.help) if column.help else ""
    return Taken(column.name, view.say(column.heading), column.kind, meaning=meaning)


def _in_brief(view: View, words: Sequence[Word]) -> str | None:
    """What stands on the hover beside the title: the first definitions; the tab has all."""
    told = (f"**{escaped(w.label(view.language))}** {escaped(w.explanation(view.language))}" for w in words[:_ON_HOVER])
    return "\n\n".join(told) or None


def _define(view: View, words: Sequence[Word]) -> None:
    """Each word with its definition and source; all in one element, since every element costs time."""
    told = (
        f"**{escaped(word.label(view.language))}**　{escaped(word.explanation(view.language))}  \n"
        f":small[:gray[{escaped(view.say(SOURCE, source=word.source))}]]"
        for word in words
    )
    st.markdown("\n\n".join(told))


def _show_rows(
    view: View, key: str, drawn: Drawn, rows: pl.DataFrame, columns: Sequence[Shown], pick: str
) -> str | None:
    """The table, and the value of the column `pick` in the row that was picked."""
    if not pick:
        show_table(view, rows, columns, drawn.alt)
        return None
    row = pick_row(view, f"rows {key}", rows, columns, drawn.alt)
    return None if row is None else rows[pick][row]


def _show_chart(view: View, key: str, drawn: Drawn, name: str, *, can_pick: bool) -> str | None:
    """The chart, and what the point that was picked carries."""
    if drawn.is_empty:
        _say_why_empty(view, drawn.why_empty)
        return None
    looks: dict[str, Any] = {"config": PLOTLY_CONFIG, "alt": f"{drawn.title}. {drawn.alt}"}
    figure, picked = drawn.ready_made, None
    if can_pick:
        event = st.plotly_chart(figure, key=f"chart {key}", on_select="rerun", selection_mode="points", **looks)
        picked = next((point["customdata"][0] for point in event["selection"]["points"] if "customdata" in point), None)
    else:
        st.plotly_chart(figure, key=f"chart {key}", **looks)
    if drawn.note or drawn.hint:
        st.caption(escaped(joined([drawn.note, drawn.hint], view.language)))
    offer_picture(view, key, drawn, name)
    return picked


def _say_why_empty(view: View, why: str | None) -> None:
    told = view.say(NOTHING_TO_DRAW) if why is None else why
    if told:
        st.info(escaped(told))
