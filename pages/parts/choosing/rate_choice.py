"""One rate and one year out of those that pages offer; both stand in the address."""

from collections.abc import Sequence
from typing import Any

import polars as pl
import streamlit as st

from etl.vocabulary.indicators import INDICATOR_BY_NAME, Indicator
from etl.vocabulary.labels import COLUMN_RATE, COLUMN_YEAR
from pages.parts.choosing.address import Choice, Option, choose_one, option_of
from pages.parts.view import View
from pages.queries.ratios import Pair, ratios_by_year


def choose_rate(view: View, key: str, rates: Sequence[Indicator], first: str) -> Indicator:
    """The rate chosen; the one named `first` until another is."""
    options = [option_of(rate, view.language) for rate in rates]
    at = next(k for k, rate in enumerate(rates) if rate.name == first)
    return INDICATOR_BY_NAME[choose_one(Choice(key, view.say(COLUMN_RATE), options), at)]


def choose_rate_and_year(
    view: View, keys: tuple[str, str], rates: Sequence[Indicator], first: str
) -> tuple[Indicator, dict[str, Any] | None]:
    """Both, side by side, as `choose_rate` and `choose_year` give them; `keys` are their names in the address."""
    with st.container(horizontal=True):
        rate = choose_rate(view, keys[0], rates, first)
        return rate, choose_year(view, keys[1], rate)


def choose_year(view: View, key: str, rate: Indicator) -> dict[str, Any] | None:
    """The year chosen under the filters, with its row of `ratios_by_year`; None when no year is known there.

    The last year in which anybody has the rate, until another is chosen.
    """
    years = view.ask(ratios_by_year, view.selection, (pair_of(rate),)).sort("year", descending=True)
    if years.is_empty():
        return None
    first = next((k for k, known in enumerate(years["rate"]) if known is not None), 0)
    options = [Option(year, str(year)) for year in years["year"]]
    year = choose_one(Choice(key, view.say(COLUMN_YEAR), options), first)
    return years.row(by_predicate=pl.col("year") == year, named=True)


def pair_of(rate: Indicator) -> Pair:
    """The two columns that a rate divides."""
    return str(rate.numerator), str(rate.denominator)
