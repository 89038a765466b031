"""Downloads: every row of any table under the current filters, prepared on click."""

from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import (
    COLUMN_CODE,
    COLUMN_ITEM,
    COLUMN_ROWS,
    COLUMN_UNIT,
    COLUMN_YEAR,
    EMPTY_CELL,
    NOT_APPLICABLE,
)
from etl.vocabulary.page_labels.downloads import (
    ADDED_AGENCY,
    ADDED_REGION,
    ADDED_YEAR,
    COLUMNS_OF,
    DOWNLOAD_ROWS,
    DOWNLOADS,
    DOWNLOADS_PURPOSE,
    FIRST_ROWS,
    HEADINGS,
    HEADINGS_CODES,
    HEADINGS_HELP,
    HEADINGS_LABELS,
    MEANING,
    NOT_FILTERED,
    ONLY_CURRENT,
    REJECTED_OUTSIDE,
    WHICH_TABLE,
)
from etl.vocabulary.tables import TABLE_BY_NAME, TABLES, Table
from pages.charts.bars import row_bars
from pages.parts.address import Choice, Option, choose_one, choose_switch
from pages.parts.csv_file import csv_bytes
from pages.parts.frame import open_page
from pages.parts.panel import show_panel
from pages.parts.table import WHOLE_NUMBER, YEAR, Shown, show_table
from pages.parts.view import View, current_view, drawn
from pages.queries.extracts import ADDED, ALL_VERSIONS, all_rows, first_rows, row_count, rows_by_year

PREVIEW_ROWS: Final = 200
FIRST_TABLE: Final = "indicators"
LABELS, CODES = "labels", "codes"
ADDED_LABELS: Final = dict(zip(ADDED, (ADDED_AGENCY, ADDED_REGION, ADDED_YEAR), strict=True))
MEANING_COLUMNS: Final = (
    Shown("name", COLUMN_CODE),
    Shown("label", COLUMN_ITEM),
    Shown("unit", COLUMN_UNIT),
    Shown("meaning", MEANING),
)
YEAR_COLUMNS: Final = (Shown("year", COLUMN_YEAR, YEAR), Shown("rows", COLUMN_ROWS, WHOLE_NUMBER))


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(DOWNLOADS), view.say(DOWNLOADS_PURPOSE)):
        return
    table, kind = choose_table(view)
    headings, named = table_headings(view, table, kind), kind == LABELS
    total = view.ask(row_count, view.selection, table.name)
    st.write(table.word.explanation(view.language))
    for line in remarks(view, table):
        st.caption(line)
    offer(view, table, headings, total, named=named)
    rows = view.ask(rows_by_year, view.selection, table.name)
    name = table.word.label(view.language)
    show_panel(view, f"{table.name}-by-year", drawn(row_bars, rows, name, total, view.language), rows, YEAR_COLUMNS)
    show_first_rows(view, table, headings, total, named=named)
    show_columns(view, table)


def choose_table(view: View) -> tuple[Table, str]:
    """The table chosen, and which headings it shall have."""
    words = {table.name: table.word for table in TABLES}
    options = [Option(name, word.label(view.language), (word.label_zh, word.label_en)) for name, word in words.items()]
    first = [option.code for option in options].index(FIRST_TABLE)
    left, right = st.columns([0.6, 0.4], vertical_alignment="bottom")
    with left:
        chosen = choose_one(Choice("table", view.say(WHICH_TABLE), options), first)
    kinds = ((LABELS, HEADINGS_LABELS), (CODES, HEADINGS_CODES))
    with right:
        switch = [Option(code, view.say(text), (text.zh, text.en)) for code, text in kinds]
        kind = choose_switch(Choice("headings", view.say(HEADINGS), switch, help=view.say(HEADINGS_HELP)))
    return TABLE_BY_NAME[chosen], kind


def table_headings(view: View, table: Table, kind: str) -> dict[str, str]:
    """The heading of each column, those added included: its label or its code name; no two alike."""
    if kind == CODES:
        return {column.name: column.name for column in table.columns}
    labels = {column.name: column.word.label(view.language) for column in table.columns}
    labels |= {name: view.say(text) for name, text in ADDED_LABELS.items()}
    twice = {label for label in labels.values() if list(labels.values()).count(label) > 1}
    return {name: f"{label} [{name}]" if label in twice else label for name, label in labels.items()}


def remarks(view: View, table: Table) -> list[str]:
    """What the reader must know about how the filters touch this table."""
    names = {column.name for column in table.columns}
    if not names & {"report_id", "agency_id", "region_code"}:
        return [view.say(NOT_FILTERED)]
    if table.name == "documents" and not view.selection.is_everything:
        return [view.say(REJECTED_OUTSIDE)]
    return [view.say(ONLY_CURRENT)] if "report_id" in names and table.name not in ALL_VERSIONS else []


def offer(view: View, table: Table, headings: dict[str, str], total: int, *, named: bool) -> None:
    """The button that gives all rows."""

    def prepared() -> bytes:
        return csv_bytes(all_rows(view.data.connection, view.selection, table.name, named=named), headings)

    st.download_button(
        view.say(DOWNLOAD_ROWS, n=f"{total:,}"),
        data=prepared,
        file_name=f"{table.name}.csv",
        mime="text/csv",
        key="csv whole table",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )


def show_first_rows(view: View, table: Table, headings: dict[str, str], total: int, *, named: bool) -> None:
    """The first rows as they will stand in the file."""
    rows = view.ask(first_rows, view.selection, table.name, PREVIEW_ROWS, named=named)
    title = view.say(FIRST_ROWS, n=f"{rows.height:,}", all=f"{total:,}")
    helps = {column.name: column.word.explanation(view.language) for column in table.columns}
    st.subheader(title, anchor=False)
    st.dataframe(
        rows,
        hide_index=True,
        column_config={name: st.column_config.Column(headings[name], help=helps.get(name)) for name in rows.columns},
        placeholder=view.say(EMPTY_CELL),
        alt=title,
        height=320,
    )


def show_columns(view: View, table: Table) -> None:
    """What each column means."""
    with st.expander(view.say(COLUMNS_OF)):
        show_table(view, column_meanings(view, table), MEANING_COLUMNS, view.say(COLUMNS_OF))


def column_meanings(view: View, table: Table) -> pl.DataFrame:
    """One row per column of a table; columns: name, label, unit (不适用 where it measures nothing), meaning."""
    language, none = view.language, view.say(NOT_APPLICABLE)
    rows = [(c.name, c.word.label(language), c.word.unit or none, c.word.explanation(language)) for c in table.columns]
    return pl.DataFrame(rows, schema=dict.fromkeys(("name", "label", "unit", "meaning"), pl.String), orient="row")


show(current_view())
