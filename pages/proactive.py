"""Proactive disclosure: rules, licences, penalties, coercion, fees and procurement, form by form."""

from functools import partial
from typing import Final

import polars as pl

from etl.vocabulary.form import PROACTIVE_ITEMS
from etl.vocabulary.indicators import INDICATOR_BY_NAME
from etl.vocabulary.labels import (
    COLUMN_FORM,
    COLUMN_ITEM,
    COLUMN_LEFT_OUT,
    COLUMN_REPORTS,
    COLUMN_TOTAL,
    COLUMN_UNIT,
    COLUMN_YEAR,
    FORM_NAMES,
    LEFT_OUT_HELP,
    UNITS,
)
from etl.vocabulary.page_labels.proactive import ITEM, PROACTIVE, PROACTIVE_PURPOSE
from pages.charts.disclosure import DECISIONS, decision_lines, item_panels, volumes_of
from pages.parts.choosing.address import Choice, choose_one, option_of
from pages.parts.frame import open_page
from pages.parts.panel import show_panel
from pages.parts.table import AMOUNT, WHOLE_NUMBER, YEAR, Shown
from pages.parts.taking.called import Called
from pages.parts.view import View, current_view, drawn
from pages.queries.volumes import volumes_by_year

FIRST_ITEM: Final = "normative_documents"
COLUMNS: Final = (
    Shown("item", COLUMN_ITEM),
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("form_name", COLUMN_FORM),
    Shown("total", COLUMN_TOTAL, AMOUNT),
    Shown("unit", COLUMN_UNIT),
    Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER),
    Shown("left_out", COLUMN_LEFT_OUT, WHOLE_NUMBER, LEFT_OUT_HELP),
)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(PROACTIVE), view.say(PROACTIVE_PURPOSE)):
        return
    volumes = view.ask(volumes_by_year, view.selection, DECISIONS)
    words = [INDICATOR_BY_NAME[name] for name in DECISIONS]
    picture = drawn(decision_lines, volumes, view.language)
    show_panel(view, "decisions", picture, partial(named, view, volumes), COLUMNS, words)
    show_item(view)


def show_item(view: View) -> None:
    """One item of table two, measure by measure."""
    options = [option_of(item, view.language) for item in PROACTIVE_ITEMS]
    first = [option.code for option in options].index(FIRST_ITEM)
    item = choose_one(Choice("item", view.say(ITEM), options, width=360), first)
    names = tuple(volumes_of(item))
    volumes = view.ask(volumes_by_year, view.selection, names)
    words = [INDICATOR_BY_NAME[name] for name in names]
    picture = drawn(item_panels, volumes, item, view.language)
    chosen = Called(next(option.label for option in options if option.code == item))
    show_panel(view, f"item-{item}", picture, partial(named, view, volumes), COLUMNS, words, called=chosen)


def named(view: View, volumes: pl.DataFrame) -> pl.DataFrame:
    """The volumes in words; what a form does not print at all is left out, it is not missing."""
    printed = pl.struct("name", "form").map_elements(_is_printed, return_dtype=pl.Boolean)
    indicators = {name: INDICATOR_BY_NAME[name] for name in volumes["name"].unique()}
    labels = {name: indicator.label(view.language) for name, indicator in indicators.items()}
    units = {name: view.say(UNITS[indicator.unit or "件"]) for name, indicator in indicators.items()}
    forms = {form: view.say(word) for form, word in FORM_NAMES.items()}
    return volumes.filter(printed).with_columns(
        pl.col("name").replace(labels).alias("item"),
        pl.col("name").replace(units).alias("unit"),
        pl.col("form").replace(forms).alias("form_name"),
    )


def _is_printed(row: dict[str, str]) -> bool:
    item = INDICATOR_BY_NAME[row["name"]].cells[0][1]
    return row["form"] in volumes_of(item)[row["name"]]


show(current_view())
