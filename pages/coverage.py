"""Who reported: which agency has a report for which year and which has none, by region; who has none for one year."""

from functools import partial
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.agencies import KINDS
from etl.vocabulary.labels import COLUMN_DIVISION, FIND_PLACEHOLDER, KIND, NOT_REPORTED, UNKNOWN_REGION, UNNAMED, Text
from etl.vocabulary.page_labels.coverage import (
    COLUMN_AGENCY_NAME,
    COLUMN_ALL_REPORTS,
    COLUMN_LAST_YEAR,
    COLUMN_MISSING,
    COLUMN_UNDATED,
    COVERAGE,
    COVERAGE_PURPOSE,
    FIND_IN_BOARD,
    HAS_REPLACED,
    HAS_REPORT,
    MISSING_YEAR,
    NOBODY_FOLLOWED,
    SHOW_ALL,
    SHOW_SHORT,
    SHOWN,
    SIGNS,
    WHO_IS_KNOWN,
)
from pages.charts.agency_board import agency_board, missing_bars
from pages.charts.board import coverage_board
from pages.charts.rows import with_parts
from pages.parts import columns
from pages.parts.choosing.address import YEAR_WIDE, Choice, Option, choose_one, choose_switch, options_of, type_text
from pages.parts.frame import open_page
from pages.parts.going import to_agency
from pages.parts.panel import Whole, show_panel
from pages.parts.plain import escaped
from pages.parts.reports_apart import show_apart
from pages.parts.table import WHOLE_NUMBER, YEAR, Shown
from pages.parts.taking.called import Called
from pages.parts.view import View, current_view, drawn
from pages.queries.agency_years import agencies_by_year, agencies_without
from pages.queries.coverage import coverage_by_part
from pages.queries.places import parts_below

LISTED: Final = 200
"""Agencies in a table on the screen; the file has all."""
WHO: Final = (Shown("agency", COLUMN_AGENCY_NAME), Shown("region", COLUMN_DIVISION))
MISSING_COLUMNS: Final = (
    *WHO,
    Shown("kind_label", KIND),
    Shown("last_year", COLUMN_LAST_YEAR, YEAR),
    Shown("reports", COLUMN_ALL_REPORTS, WHOLE_NUMBER),
)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(COVERAGE), view.say(COVERAGE_PURPOSE)):
        return
    st.caption(escaped(view.say(WHO_IS_KNOWN)))
    show_apart(view)
    coverage = view.ask(coverage_by_part, view.selection, parts_below(view.area_level))
    years = sorted(set(coverage["year"].to_list()))
    if not years:
        st.info(view.say(NOBODY_FOLLOWED))
        return
    show_parts(view, coverage)
    show_board(view, years)
    show_missing(view, coverage, years)


def show_parts(view: View, coverage: pl.DataFrame) -> None:
    """How many of each part have reported, year by year."""
    rows = partial(with_parts, coverage, view.language)
    show_panel(view, "parts-by-year", drawn(coverage_board, coverage, view.language), rows, columns.REPORTED)


def show_board(view: View, years: list[int]) -> None:
    """Agencies against years, those that miss most first."""
    find, show = st.columns([0.5, 0.5])
    with find:
        part = type_text("board_find", view.say(FIND_IN_BOARD), view.say(FIND_PLACEHOLDER))
    with show:
        options = options_of({"all": SHOW_ALL, "short": SHOW_SHORT}, view.language)
        only_short = choose_switch(Choice("board_show", view.say(SHOWN), options)) == "short"

    def everybody() -> pl.DataFrame:
        found = view.ask_once(agencies_by_year, view.selection, years, part, None, only_short=only_short)
        return board_rows(view, found, years)

    found = view.ask(agencies_by_year, view.selection, years, part, LISTED, only_short=only_short)
    picture = drawn(agency_board, found, years, view.area, view.language)
    whole = Whole(_matching(found, only_short=only_short), everybody)
    columns = board_columns(years)
    rows, named = partial(board_rows, view, found, years), Called(years=tuple(years))
    picked = show_panel(view, "agencies-by-year", picture, rows, columns, pick="agency_id", whole=whole, called=named)
    if picked is not None:
        to_agency(picked)


def show_missing(view: View, coverage: pl.DataFrame, years: list[int]) -> None:
    """Who has no report for one year, the last that anybody misses: how many in each part, and their list."""
    options = [Option(year, str(year)) for year in reversed(years)]
    gaps = set(coverage.filter(pl.col("reported") < pl.col("known"))["year"])
    first = next((k for k, option in enumerate(options) if option.code in gaps), 0)
    year = choose_one(Choice("missing_year", view.say(MISSING_YEAR), options, width=YEAR_WIDE), first)
    found = view.ask(agencies_without, view.selection, year, LISTED)
    picture = drawn(missing_bars, coverage, year, view.language)
    height = int(found["matching"][0]) if found.height else 0
    whole = Whole(height, lambda: missing_rows(view, view.ask_once(agencies_without, view.selection, year)))
    if not height:
        st.info(escaped(picture.title), icon=":material/done_all:")
        return
    key, rows = f"no-report-{year}", partial(missing_rows, view, found)
    named = Called(years=(year,))
    picked = show_panel(view, key, picture, rows, MISSING_COLUMNS, pick="agency_id", whole=whole, called=named)
    if picked is not None:
        to_agency(picked)


def board_columns(years: list[int]) -> tuple[Shown, ...]:
    """The columns of the board as a table: one for each year."""
    of_years = (Shown(str(year), Text(str(year), str(year))) for year in years)
    more = (Shown("missing", COLUMN_MISSING, WHOLE_NUMBER), Shown("undated", COLUMN_UNDATED, WHOLE_NUMBER))
    return (*WHO, *of_years, *more)


def board_rows(view: View, agencies: pl.DataFrame, years: list[int]) -> pl.DataFrame:
    """The board as a table: a sign and a word for each agency and year."""
    none, report, replaced = (
        pl.lit(f"{SIGNS[text]} {view.say(text)}") for text in (NOT_REPORTED, HAS_REPORT, HAS_REPLACED)
    )
    return _named(view, agencies).with_columns(
        pl.when(~pl.col("years").list.contains(year))
        .then(none)
        .when(pl.col("replaced").list.contains(year))
        .then(replaced)
        .otherwise(report)
        .alias(str(year))
        for year in years
    )


def missing_rows(view: View, agencies: pl.DataFrame) -> pl.DataFrame:
    """The agencies with their kind in words."""
    kinds = {kind.name: kind.label(view.language) for kind in KINDS}
    return _named(view, agencies).with_columns(pl.col("kind").replace(kinds).alias("kind_label"))


def _named(view: View, agencies: pl.DataFrame) -> pl.DataFrame:
    name, place = pl.col("name"), pl.col("place")
    return agencies.with_columns(
        pl.when(name == "").then(pl.lit(view.say(UNNAMED))).otherwise(name).alias("agency"),
        pl.when(place == "").then(pl.lit(view.say(UNKNOWN_REGION))).otherwise(place).alias("region"),
    )


def _matching(agencies: pl.DataFrame, *, only_short: bool) -> int:
    if agencies.is_empty():
        return 0
    return int(agencies["short" if only_short else "matching"][0])


show(current_view())
