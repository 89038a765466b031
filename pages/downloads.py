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
    FILE_FORMAT,
    NOT_APPLICABLE,
    TABLE,
)
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.downloads import (
    COLUMNS_OF,
    DOWNLOAD_ROWS,
    DOWNLOADS,
    DOWNLOADS_PURPOSE,
    EXCEL_IS_SLOW,
    FIRST_ROWS,
    FORMAT_HELP,
    HEADINGS,
    HEADINGS_CODES,
    HEADINGS_HELP,
    HEADINGS_LABELS,
    MEANING,
    NOT_FILTERED,
    ONLY_CURRENT,
    REJECTED_OUTSIDE,
)
from etl.vocabulary.tables import TABLE_BY_NAME, TABLES, Table
from pages.charts.bars import row_bars
from pages.parts.choosing.address import Choice, choose_one, choose_switch, option_of, options_of
from pages.parts.frame import open_page
from pages.parts.panel import show_panel
from pages.parts.table import WHOLE_NUMBER, YEAR, Shown, show_table
from pages.parts.taking.called import Called
from pages.parts.taking.extract_button import offer_table
from pages.parts.taking.files import FORMATS, Format
from pages.parts.taking.table_extract import sample_of, table_columns, table_extract
from pages.parts.taking.workbook import minutes_to_write
from pages.parts.view import View, current_view, drawn
from pages.queries.extracts import ALL_VERSIONS, row_count, rows_by_year

PREVIEW_ROWS: Final = 50
FIRST_TABLE: Final = "indicators"
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
    table, for_people, form = choose(view)
    total = view.ask(row_count, view.selection, table.name)
    told = remarks(view, table)
    st.write(table.word.explanation(view.language))
    for line in told:
        st.caption(line)
    extract = table_extract(view, table, told, for_people=for_people)
    if slow := slowness(view, form, total, len(extract.columns)):
        st.caption(slow)
    label = view.say(DOWNLOAD_ROWS, form=view.say(form.label), n=cell_number(total))
    offer_table(view, extract, form, label, (table.name, for_people))
    rows = view.ask(rows_by_year, view.selection, table.name)
    name = table.word.label(view.language)
    picture = drawn(row_bars, rows, name, total, view.language)
    show_panel(view, f"rows-by-year-{table.name}", picture, rows, YEAR_COLUMNS, called=Called(name))
    show_first_rows(view, table, total, for_people=for_people)
    show_columns(view, table)


def choose(view: View) -> tuple[Table, bool, Format]:
    """The table chosen, whether it is for people (or for programs), and the kind of file."""
    options = [option_of(table.word, view.language) for table in TABLES]
    first = [option.code for option in options].index(FIRST_TABLE)
    left, middle, right = st.columns([0.5, 0.22, 0.28], vertical_alignment="bottom")
    with left:
        name = choose_one(Choice("table", view.say(TABLE), options), first)
    with middle:
        switch = options_of({"labels": HEADINGS_LABELS, "codes": HEADINGS_CODES}, view.language)
        kind = choose_switch(Choice("headings", view.say(HEADINGS), switch, help=view.say(HEADINGS_HELP)))
    with right:
        forms = options_of({code: form.label for code, form in FORMATS.items()}, view.language)
        form = choose_switch(Choice("format", view.say(FILE_FORMAT), forms, help=view.say(FORMAT_HELP)))
    return TABLE_BY_NAME[name], kind == "labels", FORMATS[form]


def remarks(view: View, table: Table) -> list[str]:
    """What the reader must know about how the filters touch this table."""
    names = {column.name for column in table.columns}
    if not names & {"report_id", "agency_id", "region_code"}:
        return [view.say(NOT_FILTERED)]
    if table.name == "documents" and not view.selection.is_everything:
        return [view.say(REJECTED_OUTSIDE)]
    return [view.say(ONLY_CURRENT)] if "report_id" in names and table.name not in ALL_VERSIONS else []


def slowness(view: View, form: Format, rows: int, columns: int) -> str:
    """What the reader should know before he waits for a workbook; nothing when it is soon done."""
    minutes = minutes_to_write(rows, columns) if form is FORMATS["xlsx"] else 0
    return view.say(EXCEL_IS_SLOW, cells=cell_number(rows * columns), minutes=minutes) if minutes else ""


def show_first_rows(view: View, table: Table, total: int, *, for_people: bool) -> None:
    """The first rows as they will stand in the file."""
    rows = sample_of(view, table, PREVIEW_ROWS, for_people=for_people)
    title = view.say(FIRST_ROWS, n=cell_number(rows.height), all=cell_number(total))
    columns = table_columns(table, view.language, for_people=for_people)
    st.subheader(title, anchor=False)
    st.dataframe(
        rows.to_arrow(),
        hide_index=True,
        column_config={c.name: st.column_config.Column(c.heading, help=c.meaning or None) for c in columns},
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
