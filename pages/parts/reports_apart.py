"""The reports that count for no agency and year, since one of the two is not known: how many, and their list."""

from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import COLUMN_DIVISION, COLUMN_PATH, COLUMN_TITLE, COLUMN_YEAR, UNKNOWN_REGION, UNNAMED
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.coverage import (
    APART_ALT,
    APART_BOTH,
    APART_DO,
    APART_TITLE,
    APART_UNKNOWN,
    COLUMN_AGENCY_NAME,
)
from pages.parts.going import to_report
from pages.parts.in_words import or_word
from pages.parts.panel import Whole, download
from pages.parts.table import Shown, pick_row
from pages.parts.view import View
from pages.queries.agency_years import reports_apart

LISTED: Final = 200
COLUMNS: Final = (
    Shown("agency", COLUMN_AGENCY_NAME),
    Shown("place", COLUMN_DIVISION),
    Shown("year_word", COLUMN_YEAR),
    Shown("title", COLUMN_TITLE),
    Shown("path", COLUMN_PATH),
)


def show_apart(view: View) -> None:
    """How many there are under the filters, and on a click their list; nothing when there are none."""
    found = view.ask(reports_apart, view.selection, LISTED)
    if found.is_empty():
        return
    matching, rows, title = int(found["matching"][0]), _in_words(view, found), _title(view, found)
    whole = Whole(matching, lambda: _in_words(view, view.ask_once(reports_apart, view.selection)))
    with st.expander(title, icon=":material/help_center:"):
        st.caption(view.say(APART_DO))
        picked = pick_row(view, "reports apart", rows, COLUMNS, view.say(APART_ALT))
        download(view, "reports-apart", whole, COLUMNS, title)
    if picked is not None:
        to_report(rows["report_id"][picked])


def _title(view: View, found: pl.DataFrame) -> str:
    every, years, names = found.select("matching", "without_year", "without_name").row(0)
    n, of_year, of_name, lack_both = (cell_number(x) for x in (every, years, names, years + names - every))
    both = view.say(APART_BOTH, n=lack_both) if years + names > every else ""
    return view.say(APART_TITLE, n=n, years=of_year, names=of_name, both=both)


def _in_words(view: View, reports: pl.DataFrame) -> pl.DataFrame:
    """The reports with words for agencies, places and years that are not known."""
    names = [or_word("agency", view.say(UNNAMED)), or_word("place", view.say(UNKNOWN_REGION))]
    year = pl.col("year").cast(pl.String).fill_null(view.say(APART_UNKNOWN)).alias("year_word")
    return reports.with_columns(year, *names)
