"""What section five repeats: how the reports of a year spread, and which stand first within their peers."""

from html import escape
from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.labels import UNKNOWN_REGION, UNNAMED
from etl.vocabulary.page_labels.reuse import (
    NOT_RANKED,
    PER_THOUSAND,
    REASON_COUNT,
    SPREAD_ALT,
    SPREAD_NONE,
    SPREAD_NOTE,
    SPREAD_POINT,
    SPREAD_TITLE,
    SPREAD_TITLE_SMALL,
    TOP_ALT,
    TOP_BAR,
    TOP_CUT,
    TOP_HINT,
    TOP_NONE,
    TOP_POINT,
    TOP_TITLE,
    TOP_TITLE_LOW,
)
from etl.vocabulary.reuse import FEWEST_COMPARABLE, REUSE_REASONS
from etl.vocabulary.words import Word
from pages.charts.picture import Picture, Spec, laid_out
from pages.charts.wording import count, listed, percent, shortened

BINS: Final = 20
DRAWN: Final = 15
_LONGEST_NAME: Final = 14
_STEPS: Final = 5

Row = dict[str, Any]


def value_word(value: float | None, measure: Word, language: str) -> str:
    """A measure as the reader expects it: a share as 43.1%, names and numbers as so many per 1,000 characters."""
    if measure.unit is None or value is None:
        return percent(value, language)
    return PER_THOUSAND.say(language, value=count(round(value, 1), language))


def reason_word(reason: str | None, language: str) -> str | None:
    """Why a measure is NULL in words; None when nothing says so."""
    words = {word.name: word.label(language) for word in REUSE_REASONS}
    return None if reason is None else words.get(reason, reason)


def why_not(row: Row, language: str) -> str | None:
    """Why a report has no value, or has one and is not ranked; None when it is ranked."""
    if row["value"] is not None and row["percentile"] is None:
        return NOT_RANKED.say(language)
    return reason_word(row["reason"], language)


def spread(counted: pl.DataFrame, measure: Word, year: int, language: str) -> Picture:
    """How many reports of a year have how much of a measure; the frame is that of `reuse_spread` with BINS columns."""
    words = {"measure": measure.label(language), "year": year}
    alt = SPREAD_ALT.say(language, **words)
    note = _unmeasured(counted, language)
    there = counted.filter(pl.col("place").is_not_null())
    if there.is_empty():
        figure = laid_out([], height=300)
        return Picture(figure, SPREAD_NONE.say(language, **words), alt, note, is_empty=True, why_empty=note)
    whole = there.row(0, named=True)
    numbers = dict(there.select("place", "reports").iter_rows())
    columns = _columns([numbers.get(k, 0) for k in range(BINS)], whole["width"], measure, language)
    steps = {"dtick": 1} if max(columns["y"]) <= _STEPS else {}
    figure = laid_out([columns], 440, bargap=0.06, xaxis=_scale(measure), yaxis=steps)
    is_small = whole["known"] < STABILITY_LIMITS[0]
    title = (SPREAD_TITLE_SMALL if is_small else SPREAD_TITLE).say(
        language,
        n=count(whole["known"], language),
        median=value_word(whole["median"], measure, language),
        p75=value_word(whole["p75"], measure, language),
        **words,
    )
    return Picture(figure, title, alt, note)


def leading(
    reports: pl.DataFrame, ranked: int, measure: Word, year: int, language: str, *, lowest_first: bool
) -> Picture:
    """The reports that stand first within their peers; the frame is that of `reuse_of_year`, in its order.

    `ranked` counts those that are ranked, also those beyond the frame; the others are not drawn. Each bar carries its
    report.
    """
    first = reports.filter(pl.col("percentile").is_not_null()).head(DRAWN)
    rows = list(first.iter_rows(named=True))[::-1]
    words = {"measure": measure.label(language), "year": year}
    alt = TOP_ALT.say(language, n=len(rows), **words)
    figure = laid_out(
        [_bars(rows, measure, language)],
        height=90 + 28 * max(len(rows), 2),
        xaxis={**_scale(measure), "range": [0, 1.05 * max((row["value"] for row in rows), default=1) or 1]},
        yaxis={
            "type": "category",
            "tickmode": "array",
            "tickvals": list(range(len(rows))),
            "ticktext": _names(rows, language),
        },
    )
    if not rows:
        title = TOP_NONE.say(language, fewest=FEWEST_COMPARABLE, **words)
        return Picture(figure, title, alt, is_empty=True, why_empty="")
    title = (TOP_TITLE_LOW if lowest_first else TOP_TITLE).say(
        language, agency=rows[-1]["name"] or UNNAMED.say(language), **_numbers(rows[-1], measure, language), **words
    )
    rest = ranked - len(rows)
    note = TOP_CUT.say(language, n=len(rows), rest=count(rest, language)) if rest else ""
    return Picture(figure, title, alt, note, hint=TOP_HINT.say(language))


def _columns(numbers: list[int], width: float, measure: Word, language: str) -> Spec:
    edges = [(k * width, (k + 1) * width) for k in range(BINS)]
    return {
        "type": "bar",
        "x": [(low + high) / 2 for low, high in edges],
        "y": numbers,
        "width": [width] * BINS,
        "text": [str(number) if number else "" for number in numbers],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [
            SPREAD_POINT.say(
                language,
                low=value_word(low, measure, language),
                high=value_word(high, measure, language),
                n=count(number, language),
            )
            for (low, high), number in zip(edges, numbers, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _bars(rows: list[Row], measure: Word, language: str) -> Spec:
    longest = max((row["value"] for row in rows), default=0)
    return {
        "type": "bar",
        "orientation": "h",
        "x": [row["value"] for row in rows],
        "y": list(range(len(rows))),
        "text": [TOP_BAR.say(language, **_numbers(row, measure, language)) for row in rows],
        "textposition": ["inside" if row["value"] * 2 > longest else "outside" for row in rows],
        "insidetextanchor": "start",
        "textangle": 0,
        "customdata": [[row["report_id"], _point(row, measure, language)] for row in rows],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _numbers(row: Row, measure: Word, language: str) -> dict[str, str]:
    return {"value": value_word(row["value"], measure, language), "percentile": str(round(row["percentile"] * 100))}


def _point(row: Row, measure: Word, language: str) -> str:
    return TOP_POINT.say(
        language,
        agency=escape(row["name"] or UNNAMED.say(language), quote=False),
        place=escape(row["place"] or UNKNOWN_REGION.say(language), quote=False),
        among=count(row["among"], language),
        **_numbers(row, measure, language),
    )


def _names(rows: list[Row], language: str) -> list[str]:
    """The names beside the bars, letter for letter; long ones are cut, the hover has them whole."""
    names = [row["name"] or UNNAMED.say(language) for row in rows]
    return [escape(shortened(name, _LONGEST_NAME), quote=False) for name in names]


def _scale(measure: Word) -> Spec:
    return {"tickformat": ".0%", "range": [0, 1]} if measure.unit is None else {"rangemode": "tozero"}


def _unmeasured(counted: pl.DataFrame, language: str) -> str:
    """How many reports have no value, for which reason; "" when all have one."""
    without = counted.filter(pl.col("place").is_null())
    told = [
        REASON_COUNT.say(language, reason=reason_word(row["reason"], language), n=count(row["reports"], language))
        for row in without.iter_rows(named=True)
    ]
    return SPREAD_NOTE.say(language, reasons=listed(told, language)) if told else ""
