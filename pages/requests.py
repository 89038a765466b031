"""Request outcomes: how many requests came in, how they ended, how rates move over the years, who asked."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.form import APPLICANTS
from etl.vocabulary.indicators import INDICATOR_BY_NAME, Indicator
from etl.vocabulary.labels import (
    COLUMN_ITEM,
    COLUMN_LEFT_OUT,
    COLUMN_RATE,
    COLUMN_YEAR,
    LEFT_OUT_HELP,
    MIX_LEFT_OUT_HELP,
)
from etl.vocabulary.origins import rates_alike
from etl.vocabulary.page_labels.requests import (
    ALL_APPLICANTS,
    APPLICANT,
    COLUMN_FROM,
    COLUMN_NUMBER,
    COLUMN_OF_ON_HAND,
    COLUMN_TO,
    FLOW_YEAR,
    REASON_GROUP,
    REQUESTS,
    REQUESTS_PURPOSE,
    VOLUMES_IN,
)
from etl.vocabulary.rules import RULE_BY_NAME
from pages.charts.flow import flow_rows, request_flow_picture
from pages.charts.rows import trend_rows, with_samples
from pages.charts.shares import applicant_mix, label, outcome_mix, reason_bars
from pages.charts.trend import rate_trend
from pages.charts.wording import count, rests_on
from pages.parts import columns
from pages.parts.choosing.address import YEAR_WIDE, Choice, Option, choose_one, option_of, options_of
from pages.parts.frame import open_page
from pages.parts.panel import show_panel
from pages.parts.table import PERCENT, WHOLE_NUMBER, YEAR, Shown
from pages.parts.taking.called import Called
from pages.parts.view import View, current_view, drawn
from pages.queries.flow import EVERYBODY, request_flow
from pages.queries.mixes import Mix, mixes_by_year
from pages.queries.places import parts_below
from pages.queries.ratios import ratios_by_part, ratios_by_year
from pages.queries.volumes import of_last_year, volumes_by_year

VOLUMES: Final = ("requests_received", "carried_in", "requests_concluded", "carried_out")
RATES: Final = rates_alike("requests", "outcomes", "reviews")
OUTCOMES: Final = ("granted", "granted_in_part", "refused", "unavailable", "not_processed", "other_handled")
REASON_GROUPS: Final = ("refused", "unavailable", "not_processed", "other_handled")
KINDS_OF_APPLICANT: Final = tuple(who for who in APPLICANTS if who.name != EVERYBODY)
RECEIVED_FROM: Final = tuple(f"received_{who.name}" for who in KINDS_OF_APPLICANT)
IN_THE_FLOW: Final = ("requests_on_hand", *OUTCOMES, "carried_out")
ADDING_UP: Final = ("T3.BALANCE", "T3.OUTCOMES")

FLOW_COLUMNS: Final = (
    Shown("source", COLUMN_FROM),
    Shown("target", COLUMN_TO),
    Shown("number", COLUMN_NUMBER, WHOLE_NUMBER),
    Shown("share", COLUMN_OF_ON_HAND, PERCENT),
)
SHARE_COLUMNS: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("item", COLUMN_ITEM),
    *columns.RATE,
    Shown("left_out", COLUMN_LEFT_OUT, WHOLE_NUMBER, MIX_LEFT_OUT_HELP),
    columns.SAMPLE,
)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(REQUESTS), view.say(REQUESTS_PURPOSE)):
        return
    volumes = view.ask(volumes_by_year, view.selection, VOLUMES)
    show_volumes(view, volumes)
    show_trend(view)
    left, right = st.columns(2)
    with left:
        show_outcomes(view)
    with right:
        show_applicants(view)
    show_reasons(view)
    show_flow(view, sorted(set(volumes["year"]), reverse=True))


def show_volumes(view: View, volumes: pl.DataFrame) -> None:
    """What came in, was carried and was concluded in the last year."""
    if volumes.is_empty():
        return
    last = of_last_year(volumes)
    st.subheader(view.say(VOLUMES_IN, year=last["year"][0]), anchor=False)
    for place, row in zip(st.columns(len(VOLUMES), border=True), last.iter_rows(named=True), strict=True):
        indicator = INDICATOR_BY_NAME[row["name"]]
        with place:
            st.metric(
                indicator.label(view.language),
                count(row["total"], view.language),
                help=indicator.explanation(view.language),
            )
            st.caption(rests_on(row, view.language), help=view.say(LEFT_OUT_HELP))


def show_trend(view: View) -> None:
    """One rate over the years, for the area and its parts."""
    options = [option_of(rate, view.language) for rate in RATES]
    rate = INDICATOR_BY_NAME[choose_one(Choice("rate", view.say(COLUMN_RATE), options, width=360))]
    pair = (str(rate.numerator), str(rate.denominator))
    whole = view.ask(ratios_by_year, view.selection, (pair,))
    parts = view.ask(ratios_by_part, view.selection, pair, parts_below(view.area_level))
    picture = drawn(rate_trend, whole, parts, rate, view.area, view.language)
    rows = partial(trend_rows, whole, parts, view.area, view.language)
    show_panel(view, "rate-by-year", picture, rows, columns.TREND, _with_parts(rate))


def show_outcomes(view: View) -> None:
    """How the requests concluded ended."""
    shares = view.ask(mixes_by_year, view.selection, (Mix(OUTCOMES, "requests_concluded"),))
    words = [INDICATOR_BY_NAME[name] for name in (*OUTCOMES, "requests_concluded")]
    rows = partial(_named, view, shares)
    show_panel(view, "outcomes", drawn(outcome_mix, shares, view.language), rows, SHARE_COLUMNS, words)


def show_applicants(view: View) -> None:
    """Who asked."""
    shares = view.ask(mixes_by_year, view.selection, (Mix(RECEIVED_FROM, "requests_received"),))
    words = [INDICATOR_BY_NAME[name] for name in (*RECEIVED_FROM, "requests_received")]
    rows = partial(_named, view, shares)
    show_panel(view, "applicants", drawn(applicant_mix, shares, view.language), rows, SHARE_COLUMNS, words)


def show_reasons(view: View) -> None:
    """The reasons behind one outcome."""
    groups = [INDICATOR_BY_NAME[name] for name in REASON_GROUPS]
    options = [option_of(group, view.language) for group in groups]
    group = choose_one(Choice("outcome", view.say(REASON_GROUP), options, width=360))
    shares = view.ask(mixes_by_year, view.selection, (Mix(reasons_of(group), group),))
    words = [INDICATOR_BY_NAME[name] for name in (*reasons_of(group), group)]
    picture = drawn(reason_bars, shares, group, view.language)
    rows, named = partial(_named, view, shares), Called(INDICATOR_BY_NAME[group].label(view.language))
    show_panel(view, "reasons", picture, rows, SHARE_COLUMNS, words, called=named)


def show_flow(view: View, years: Sequence[int]) -> None:
    """What happened to the requests of one of the years, those of all applicants or of one kind."""
    if not years:
        return
    with st.container(horizontal=True):
        options = [Option(one, str(one)) for one in years]
        year = choose_one(Choice("flow_year", view.say(FLOW_YEAR), options, width=YEAR_WIDE))
        who = choose_one(Choice("applicant", view.say(APPLICANT), applicants(view), width=360))
    flow = view.ask(request_flow, view.selection, year, who).row(0, named=True)
    label = next(option.label for option in applicants(view) if option.code == who)
    picture = drawn(request_flow_picture, flow, year, label, view.language)
    words = [*(INDICATOR_BY_NAME[name] for name in IN_THE_FLOW), *(RULE_BY_NAME[name] for name in ADDING_UP)]
    rows, named = partial(flow_rows, flow, view.language), Called(label, (year,))
    show_panel(view, "flow", picture, rows, FLOW_COLUMNS, words, called=named)


def applicants(view: View) -> list[Option[str]]:
    """Everybody first, then the kinds of applicant in the order of the form."""
    kinds = [option_of(who, view.language) for who in KINDS_OF_APPLICANT]
    return [*options_of({EVERYBODY: ALL_APPLICANTS}, view.language), *kinds]


def reasons_of(group: str) -> tuple[str, ...]:
    """The volumes that an outcome is the sum of, in the order of the form."""
    printed = INDICATOR_BY_NAME[group].cells
    return tuple(item.replace(".", "_") for _, item, _ in printed)


def _with_parts(rate: Indicator) -> list[Indicator]:
    return [rate, *(INDICATOR_BY_NAME[name] for name in (rate.numerator, rate.denominator) if name)]


def _named(view: View, shares: pl.DataFrame) -> pl.DataFrame:
    labels = {name: label(name, view.language) for name in shares["name"].unique()}
    return with_samples(shares.with_columns(pl.col("name").replace(labels).alias("item")), view.language)


show(current_view())
