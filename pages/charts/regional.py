"""What charts of regions share: one scale of colours, the words of a tile, the pattern of a small sample."""

import math
from html import escape
from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.labels import OWN_LEVEL, SMALL_SAMPLE, UNKNOWN_REGION, UNNAMED
from etl.vocabulary.page_labels.regions import NO_REPORTS, REGION_POINT
from pages.charts.wording import count, rate_word

Row = dict[str, Any]
STEP: Final = 0.05
DOTTED: Final = {"fillmode": "overlay", "fgopacity": 0.35, "solidity": 0.15, "size": 6}
"""The pattern of small samples, faint enough to read on."""


def colour_axis(regions: pl.DataFrame) -> dict[str, object]:
    """The scale of colours from the lowest to the highest rate, small samples only where others lack, by fives."""
    enough = regions.filter(pl.col("denominator") >= STABILITY_LIMITS[0])["rate"].drop_nulls().to_list()
    known = enough if len(enough) > 2 else regions["rate"].drop_nulls().to_list() or [0.0, 1.0]
    low, high = math.floor(min(known) / STEP) * STEP, math.ceil(max(known) / STEP) * STEP
    bar = {"orientation": "h", "y": -0.02, "yanchor": "top", "thickness": 10, "len": 0.7, "tickformat": ".0%"}
    return {"cmin": low, "cmax": max(high, low + STEP), "colorbar": {**bar, "outlinewidth": 0, "title": None}}


def is_small(row: Row) -> bool:
    """Whether the rate of a row stands on too few cases to be compared."""
    return 0 < (row["denominator"] or 0) < STABILITY_LIMITS[0]


def region_name(row: Row, language: str) -> str:
    """The name of a row; its own agencies and an unknown region have words of their own."""
    if row["region_code"] == "":
        return UNKNOWN_REGION.say(language)
    name = row["name"] or UNNAMED.say(language)
    return OWN_LEVEL.say(language, name=name) if row["is_own"] else name


def drawn_name(row: Row, language: str) -> str:
    """The same as a figure shows it letter for letter: a figure reads tags in its texts."""
    return escape(region_name(row, language), quote=False)


def told(row: Row, language: str) -> str:
    """The hover of a region."""
    name = drawn_name(row, language)
    if row["reports"] == 0:
        return NO_REPORTS.say(language, name=name)
    return REGION_POINT.say(
        language,
        name=name,
        rate=rate_word(row, language),
        top=count(row["numerator"], language),
        bottom=count(row["denominator"], language),
        reports=count(row["reports"], language),
        left_out=count(row["left_out"], language),
        small=f" · {SMALL_SAMPLE.say(language)}" if is_small(row) else "",
    )
