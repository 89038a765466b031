"""Out of line: whose refusal, correction or carry-over rate is out of line given its volume."""

from functools import partial
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.agencies import KINDS
from etl.vocabulary.indicators import INDICATOR_BY_NAME
from etl.vocabulary.labels import (
    COLUMN_AGENCY,
    COLUMN_DENOMINATOR,
    COLUMN_NUMERATOR,
    COLUMN_RATE,
    KIND,
    LIST_MARK,
    REGION,
    UNKNOWN_REGION,
    UNNAMED,
)
from etl.vocabulary.origins import rates_alike
from etl.vocabulary.page_labels.outliers import (
    COLUMN_DISTANCE,
    COLUMN_HIGH,
    COLUMN_LOW,
    COLUMN_POSITION,
    CONTROL_LIMITS,
    DISTANCE_HELP,
    INTERVAL_HELP,
    KINDS_MIXED,
    OUT_OF_LINE,
    OUTLIERS,
    OUTLIERS_PURPOSE,
    POSITIONS,
    WILSON_INTERVAL,
)
from pages.charts.funnel import Whole, funnel
from pages.parts.choosing.rate_choice import choose_rate_and_year, pair_of
from pages.parts.frame import open_page
from pages.parts.going import to_agency
from pages.parts.panel import show_panel
from pages.parts.plain import escaped
from pages.parts.table import AMOUNT, PERCENT, WHOLE_NUMBER, Shown
from pages.parts.taking.called import Called
from pages.parts.view import View, current_view, drawn
from pages.queries.outliers import limits_along, rates_by_agency

FIRST: Final = "refusal_rate"
NO_SHARES: Final = ("dispute_rate",)
"""Rates whose numerator may exceed the denominator: a funnel of shares does not fit them."""
RATES: Final = tuple(rate for rate in rates_alike("requests", "outcomes", "reviews") if rate.name not in NO_SHARES)
COLUMNS: Final = (
    Shown("agency", COLUMN_AGENCY),
    Shown("region", REGION),
    Shown("kind_label", KIND),
    Shown("rate", COLUMN_RATE, PERCENT),
    Shown("numerator", COLUMN_NUMERATOR, WHOLE_NUMBER),
    Shown("denominator", COLUMN_DENOMINATOR, WHOLE_NUMBER),
    Shown("position_label", COLUMN_POSITION),
    Shown("distance", COLUMN_DISTANCE, AMOUNT, DISTANCE_HELP),
    Shown("low_95", COLUMN_LOW, PERCENT, INTERVAL_HELP),
    Shown("high_95", COLUMN_HIGH, PERCENT, INTERVAL_HELP),
)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(OUTLIERS), view.say(OUTLIERS_PURPOSE)):
        return
    rate, of_year = choose_rate_and_year(view, ("funnel_rate", "funnel_year"), RATES, FIRST)
    if of_year is not None:
        show_funnel(view, Whole(rate, of_year["year"], of_year["numerator"], of_year["denominator"], of_year["rate"]))


def show_funnel(view: View, whole: Whole) -> None:
    """The funnel, and the way to the agency that is picked in it."""
    rate = whole.rate
    agencies = view.ask(rates_by_agency, view.selection, pair_of(rate), whole.year)
    warn_of_mixed_kinds(view, agencies)
    largest = int(agencies["denominator"].max() or 0)  # type: ignore[arg-type]  # a column of integers
    picture = drawn(funnel, agencies, limits_along(whole.overall, largest), whole, view.language)
    counted = [INDICATOR_BY_NAME[name] for name in pair_of(rate)]
    words = (rate, OUT_OF_LINE, CONTROL_LIMITS, WILSON_INTERVAL, *counted)
    rows, named = partial(_rows, view, agencies), Called(years=(whole.year,))
    picked = show_panel(view, "out-of-line", picture, rows, COLUMNS, words, pick="agency_id", called=named)
    if picked is not None:
        to_agency(picked, rate.name)


def warn_of_mixed_kinds(view: View, agencies: pl.DataFrame) -> None:
    """A note where governments, departments and townships stand in one picture."""
    found = agencies["kind"].unique()
    mixed = [kind.label(view.language) for kind in KINDS if kind.name in found]
    if len(mixed) > 1:
        st.info(escaped(view.say(KINDS_MIXED, kinds=view.say(LIST_MARK).join(mixed))), icon=":material/diversity_2:")


def _rows(view: View, agencies: pl.DataFrame) -> pl.DataFrame:
    """The agencies with words for what has no number."""
    kinds = {kind.name: kind.label(view.language) for kind in KINDS}
    positions = {name: text.say(view.language) for name, text in POSITIONS.items()}
    name, place = pl.col("name"), pl.col("place")
    return agencies.with_columns(
        pl.when(name == "").then(pl.lit(view.say(UNNAMED))).otherwise(name).alias("agency"),
        pl.when(place == "").then(pl.lit(view.say(UNKNOWN_REGION))).otherwise(place).alias("region"),
        pl.col("kind").replace(kinds).alias("kind_label"),
        pl.col("position").replace(positions).alias("position_label"),
        pl.col("distance").round(2),
    )


show(current_view())
