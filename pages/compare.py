"""Compare over years: one indicator, several regions and agencies, year by year."""

from functools import cache, partial
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.indicators import CHANGED_VOLUMES, INDICATOR_BY_NAME, INDICATORS, RATE, SUM, VOLUME, Indicator
from etl.vocabulary.labels import (
    AS_A_WHOLE,
    COLUMN_DENOMINATOR,
    COLUMN_INDICATOR,
    COLUMN_LEFT_OUT,
    COLUMN_NUMERATOR,
    COLUMN_PART,
    COLUMN_RATE,
    COLUMN_REPORTS,
    COLUMN_SAMPLE,
    COLUMN_VALUE,
    COLUMN_YEAR,
    LEFT_OUT_HELP,
    SAMPLE_HELP,
)
from etl.vocabulary.page_labels.compare import (
    AND_MORE,
    BY_DENOMINATOR,
    BY_TOTAL,
    CHANGE_HELP,
    COLUMN_CHANGE,
    COLUMN_CHANGE_POINTS,
    COLUMN_RELATIVE,
    COMPARE,
    COMPARE_PURPOSE,
    INDICATOR_GROUPS,
    INDICATOR_OPTION,
    LOOK,
    LOOKS,
    MEMBERS_CUT,
    UNDRAWN,
)
from pages.charts.compare import compared_lines, small_charts, undrawn, weightiest
from pages.charts.rows import with_samples
from pages.charts.wording import listed
from pages.parts import going
from pages.parts.choosing.address import Choice, Option, choose_one, choose_switch, options_of
from pages.parts.choosing.entity_choice import Entities, choose_entities, choose_group
from pages.parts.frame import open_page
from pages.parts.panel import show_panel
from pages.parts.plain import escaped
from pages.parts.table import AMOUNT, PERCENT, WHOLE_NUMBER, YEAR, Shown
from pages.parts.view import View, current_view, drawn
from pages.queries.entities import WHOLE_AREA, entity_series

TOPICS: Final = ("requests", "outcomes", "reviews")
COMPARABLE: Final = tuple(volume for volume in CHANGED_VOLUMES if volume.topic == "proactive")
"""Proactive volumes that both forms print and mean alike."""
AMOUNTS: Final = (INDICATOR_BY_NAME["fees_amount"],)
"""Printed by one form alone, so no line can pass through the change."""
NAMED: Final = 8
_WHO: Final = (Shown("entity", COLUMN_PART), Shown("year", COLUMN_YEAR, YEAR))
_REPORTS: Final = (
    Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER),
    Shown("left_out", COLUMN_LEFT_OUT, WHOLE_NUMBER, LEFT_OUT_HELP),
)
_RELATIVE: Final = Shown("relative", COLUMN_RELATIVE, PERCENT, CHANGE_HELP)
RATE_COLUMNS: Final = (
    *_WHO,
    Shown("value", COLUMN_RATE, PERCENT),
    Shown("numerator", COLUMN_NUMERATOR, WHOLE_NUMBER),
    Shown("denominator", COLUMN_DENOMINATOR, WHOLE_NUMBER),
    *_REPORTS,
    Shown("sample", COLUMN_SAMPLE, help=SAMPLE_HELP),
    Shown("change", COLUMN_CHANGE_POINTS, AMOUNT, CHANGE_HELP),
    _RELATIVE,
)
VOLUME_COLUMNS: Final = (
    *_WHO,
    Shown("value", COLUMN_VALUE, AMOUNT),
    *_REPORTS,
    Shown("change", COLUMN_CHANGE, AMOUNT, CHANGE_HELP),
    _RELATIVE,
)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(COMPARE), view.say(COMPARE_PURPOSE)):
        return
    with st.container(horizontal=True):
        indicator = choose_indicator(view)
        group, look = choose_group(view), choose_look(view)
    entities = choose_entities(view, group)
    series = view.ask(entity_series, view.selection, entities.codes, indicator.name)
    names = whom_to_draw(view, series, entities, indicator)
    chart = small_charts if look == "small" else compared_lines
    picture = drawn(chart, series, names, indicator, view.area, view.language)
    columns = RATE_COLUMNS if indicator.family == RATE else VOLUME_COLUMNS
    rows = partial(table_rows, view, series, entities, indicator)
    picked = show_panel(view, "compared", picture, rows, columns, _with_parts(indicator), pick="code")
    if picked in entities.agencies:
        going.to_agency(str(picked), indicator.name if indicator.family == RATE else "")


def choose_indicator(view: View) -> Indicator:
    """Any rate or volume of requests, outcomes, reviews, or a proactive volume that can be compared."""
    return INDICATOR_BY_NAME[choose_one(_indicator_choice(view.language))]


@cache
def _indicator_choice(language: str) -> Choice[str]:
    options = [
        Option(
            one.name,
            INDICATOR_OPTION.say(language, group=group.say(language), name=one.label(language)),
            tuple(INDICATOR_OPTION.say(other, group=group.say(other), name=one.label(other)) for other in ("zh", "en")),
        )
        for key, group in INDICATOR_GROUPS.items()
        for one in indicators_of(key)
    ]
    return Choice("indicator", COLUMN_INDICATOR.say(language), options)


def indicators_of(group: str) -> tuple[Indicator, ...]:
    """The indicators of one group of the box: all rates, or the volumes of a topic."""
    if group == RATE:
        return tuple(one for one in INDICATORS if one.family == RATE and one.topic in TOPICS)
    if group == "proactive":
        return (*COMPARABLE, *AMOUNTS)
    return tuple(one for one in INDICATORS if one.family in (VOLUME, SUM) and one.topic == group)


def choose_look(view: View) -> str:
    """All lines in one picture, or a small chart for each."""
    return choose_switch(Choice("look", view.say(LOOK), options_of(LOOKS, view.language)))


def whom_to_draw(view: View, series: pl.DataFrame, entities: Entities, indicator: Indicator) -> dict[str, str]:
    """The names of those drawn, by code; says whom the chart leaves out and who reported nothing."""
    by_reason = undrawn(series, entities.codes, view.language)
    for why, codes in by_reason.items():
        names = listed([entities.names[code] for code in codes[:NAMED]], view.language)
        told = view.say(AND_MORE, names=names) if len(codes) > NAMED else names
        st.caption(escaped(view.say(UNDRAWN, why=why, n=len(codes), entities=told)))
    silent = {code for codes in by_reason.values() for code in codes}
    chosen = [code for code in entities.chosen if code not in silent]
    group = [code for code in entities.group if code not in silent]
    codes = weightiest(series, chosen, group)
    if len(codes) < len(chosen) + len(group):
        weight = view.say(BY_DENOMINATOR if indicator.family == RATE else BY_TOTAL)
        shown = len(codes) - len(chosen)
        st.caption(view.say(MEMBERS_CUT, group=entities.group_label, n=len(entities.group), weight=weight, shown=shown))
    return {code: entities.names[code] for code in codes}


def table_rows(view: View, series: pl.DataFrame, entities: Entities, indicator: Indicator) -> pl.DataFrame:
    """Every entity and year, drawn or not; the change of a rate in percentage points."""
    names = {WHOLE_AREA: view.say(AS_A_WHOLE, area=view.area), **entities.names}
    is_rate = indicator.family == RATE
    return with_samples(series, view.language).with_columns(
        pl.col("code").replace_strict(names, return_dtype=pl.String).alias("entity"),
        (pl.col("change") * 100).round(2) if is_rate else pl.col("change"),
    )


def _with_parts(indicator: Indicator) -> list[Indicator]:
    parts = (indicator.numerator, indicator.denominator, *indicator.plus, *indicator.minus)
    return [indicator, *(INDICATOR_BY_NAME[name] for name in parts if name)]


show(current_view())
