"""Regions at a glance: one rate of one year, provinces as tiles, everything below them as nested areas."""

from functools import partial
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.indicators import INDICATOR_BY_NAME, Indicator
from etl.vocabulary.labels import (
    COLUMN_AGENCY,
    COLUMN_CODE,
    COLUMN_DENOMINATOR,
    COLUMN_LEFT_OUT,
    COLUMN_NUMERATOR,
    COLUMN_RATE,
    COLUMN_REPORTS,
    COLUMN_SAMPLE,
    LEFT_OUT_HELP,
    OWN_LEVEL,
    REGION,
    SAMPLE_HELP,
    UNKNOWN_REGION,
    UNNAMED,
)
from etl.vocabulary.origins import rates_alike
from etl.vocabulary.page_labels.regions import COLUMN_LEVEL, REGIONS, REGIONS_PURPOSE
from pages.charts.nested import nested_areas
from pages.charts.rows import with_samples
from pages.charts.tiles import province_tiles
from pages.parts.choosing.address import put_back
from pages.parts.choosing.filters import LEVELS
from pages.parts.choosing.rate_choice import choose_rate_and_year, pair_of
from pages.parts.frame import open_page
from pages.parts.panel import show_panel
from pages.parts.table import PERCENT, WHOLE_NUMBER, Shown
from pages.parts.taking.called import Called
from pages.parts.view import View, current_view, drawn
from pages.queries.choices import regions_reported
from pages.queries.places import BY_AGENCY, parts_below
from pages.queries.ratios import ratios_by_part
from pages.queries.regions import provinces_of, ratios_by_region
from pages.queries.selection import Selection

FIRST: Final = "full_grant_rate"
RATES: Final = rates_alike("requests", "outcomes", "reviews")
COLUMNS: Final = (
    Shown("region", REGION),
    Shown("region_code", COLUMN_CODE),
    Shown("level_label", COLUMN_LEVEL),
    Shown("rate", COLUMN_RATE, PERCENT),
    Shown("numerator", COLUMN_NUMERATOR, WHOLE_NUMBER),
    Shown("denominator", COLUMN_DENOMINATOR, WHOLE_NUMBER),
    Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER),
    Shown("left_out", COLUMN_LEFT_OUT, WHOLE_NUMBER, LEFT_OUT_HELP),
    Shown("sample", COLUMN_SAMPLE, help=SAMPLE_HELP),
)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(REGIONS), view.say(REGIONS_PURPOSE)):
        return
    rate, of_year = choose_rate_and_year(view, ("map_rate", "map_year"), RATES, FIRST)
    if of_year is None:
        return
    left, right = st.columns(2)
    with left:
        show_tiles(view, rate, of_year["year"])
    with right:
        show_nested(view, rate, of_year["year"])


def show_tiles(view: View, rate: Indicator, year: int) -> None:
    """All provinces, whichever is chosen; one that is picked becomes the chosen one."""
    chosen = st.session_state.get("province")
    everywhere = Selection(None, (), view.selection.kinds, view.selection.sectors)
    provinces = provinces_of(view.ask(ratios_by_region, everywhere, pair_of(rate), year))
    picture = drawn(province_tiles, provinces, rate, year, chosen, view.language)
    key = f"by-province-{chosen or 'all'}"  # a new choice is a new chart, in which nothing is picked yet
    rows, named = partial(_rows, view, provinces), Called(years=(year,))
    picked = show_panel(view, key, picture, rows, COLUMNS, _words(rate), pick="region_code", called=named)
    if picked and picked != chosen and picked in set(view.ask(regions_reported)["region_code"]):
        below = {level: None for level in LEVELS if level in st.session_state}
        put_back({**below, "province": picked})


def show_nested(view: View, rate: Indicator, year: int) -> None:
    """The chosen area and everything below it, down to the agencies of one county."""
    regions = view.ask(ratios_by_region, view.selection, pair_of(rate), year)
    if parts_below(view.area_level) == BY_AGENCY:
        regions = pl.concat([regions, agencies_of(view, rate, year)], how="diagonal")
    picture = drawn(nested_areas, regions, rate, year, view.area, view.language)
    named = Called(years=(year,))
    show_panel(view, "by-region", picture, partial(_rows, view, regions), COLUMNS, _words(rate), called=named)


def agencies_of(view: View, rate: Indicator, year: int) -> pl.DataFrame:
    """The agencies of the chosen county as rows of `ratios_by_region`, with level "agency"."""
    chosen = view.selection
    of_year = Selection(chosen.region, (year,), chosen.kinds, chosen.sectors)
    found = view.ask(ratios_by_part, of_year, pair_of(rate), BY_AGENCY)
    numbers = ("is_own", "numerator", "denominator", "rate", "reports", "left_out")
    return found.select(
        pl.col("part_code").alias("region_code"),
        pl.col("part_name").alias("name"),
        pl.col("part_name").alias("place"),
        pl.lit("agency").alias("level"),
        pl.lit(chosen.region).alias("parent_code"),
        *numbers,
    )


def _rows(view: View, regions: pl.DataFrame) -> pl.DataFrame:
    """The regions with words for their names, levels and samples."""
    levels = {name: view.say(text) for name, text in {**LEVELS, "agency": COLUMN_AGENCY}.items()}
    names = [_name(view, *row) for row in regions.select("region_code", "place", "is_own").iter_rows()]
    return with_samples(regions, view.language).with_columns(
        pl.Series("region", names, dtype=pl.String),
        pl.col("level").replace(levels).alias("level_label"),
    )


def _name(view: View, code: str, place: str | None, is_own: bool) -> str:
    if code == "":
        return view.say(UNKNOWN_REGION)
    name = place or view.say(UNNAMED)
    return view.say(OWN_LEVEL, name=name) if is_own else name


def _words(rate: Indicator) -> list[Indicator]:
    return [rate, *(INDICATOR_BY_NAME[name] for name in pair_of(rate))]


show(current_view())
