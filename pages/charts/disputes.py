"""Reviews and lawsuits: how many of each channel, and how those that were decided ended."""

from typing import Any, Final

import plotly.graph_objects as go
import polars as pl
from plotly.subplots import make_subplots

from etl.vocabulary.form import OUTCOMES
from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.labels import SMALL_SAMPLE, Text
from etl.vocabulary.page_labels.reviews import (
    CASE_POINT,
    CASES_ABOVE,
    CASES_ABOVE_SMALL,
    CASES_ALT,
    CASES_NONE,
    CASES_NOTE,
    CASES_PART,
    CASES_TITLE,
    CHANNEL_NAMES,
    END_POINT,
    ENDS_ALT,
    ENDS_MARK,
    ENDS_NONE,
    ENDS_NOTE,
    ENDS_PART,
    ENDS_TITLE,
)
from pages.charts.picture import Picture, laid_out, patterned, set_axes, year_axis
from pages.charts.wording import count, listed, percent

Row = dict[str, Any]
RESULTS: Final = ("upheld", "corrected", "other", "pending")
DECIDED_RESULTS: Final = ("upheld", "corrected", "other")
_LABELS: Final = {outcome.name: outcome for outcome in OUTCOMES}
_COLOURS: Final = {"upheld": "#2f7fbf", "corrected": "#c4622d", "other": "#7d8a96", "pending": "#b9a04a"}
"""Readable on a white and on a dark ground; the pattern says the same."""


def parts_of_name(name: str) -> tuple[str, str]:
    """Channel and result of a column of table four: review_upheld → review, upheld."""
    channel, _, result = name.rpartition("_")
    return channel, result


def result_label(name: str, language: str) -> str:
    """The result of a column of table four in words."""
    return _LABELS[parts_of_name(name)[1]].label(language)


def channel_label(name: str, language: str) -> str:
    """The channel of a column of table four in few words."""
    return CHANNEL_NAMES[parts_of_name(name)[0]].say(language)


def case_bars(cases: pl.DataFrame, language: str) -> Picture:
    """Cases of each channel by year, split by result; the frame is that of `ratios_by_year`.

    The names are those of table four, each out of the total of its channel, totals included.
    """
    figure = _panels(cases, RESULTS, "numerator", CASE_POINT, language)
    set_axes(figure, "y", rangemode="tozero", nticks=5, tickformat=",~r")
    alt, note = CASES_ALT.say(language), CASES_NOTE.say(language)
    totals = cases.filter(pl.col("name").str.ends_with("_total") & pl.col("numerator").is_not_null())
    last = totals.filter(pl.col("year") == pl.col("year").max())
    if last.is_empty():
        return Picture(figure, CASES_NONE.say(language), alt, note, is_empty=True)
    parts = [
        CASES_PART.say(language, channel=channel_label(row["name"], language), n=count(row["numerator"], language))
        for row in last.iter_rows(named=True)
    ]
    return Picture(figure, CASES_TITLE.say(language, year=last["year"][0], parts=listed(parts, language)), alt, note)


def end_bars(ends: pl.DataFrame, language: str) -> Picture:
    """Results among the cases decided of each channel by year; the frame is that of `ratios_by_year`.

    The names are those of table four without totals and pending cases, out of the cases decided.
    """
    figure = _panels(ends, DECIDED_RESULTS, "rate", END_POINT, language)
    for k, channel in enumerate(CHANNEL_NAMES, start=1):
        decided = ends.filter((pl.col("name") == f"{channel}_upheld") & (pl.col("denominator") > 0))
        figure.add_trace(_above(decided, language), row=1, col=k)
    set_axes(figure, "y", rangemode="tozero", tickvals=[0, 0.25, 0.5, 0.75, 1], tickformat=".0%")
    alt, note = ENDS_ALT.say(language), ENDS_NOTE.say(language)
    known = ends.filter(pl.col("rate").is_not_null())
    last = known.filter(pl.col("year") == pl.col("year").max())
    if last.is_empty():
        return Picture(figure, ENDS_NONE.say(language), alt, note, is_empty=True)
    by_name = {row["name"]: row for row in last.iter_rows(named=True)}
    parts = [_end(by_name, channel, language) for channel in CHANNEL_NAMES if f"{channel}_upheld" in by_name]
    return Picture(
        figure, ENDS_TITLE.say(language, year=last["year"][0], parts=ENDS_MARK.say(language).join(parts)), alt, note
    )


def _panels(rows: pl.DataFrame, results: tuple[str, ...], value: str, point: Text, language: str) -> go.Figure:
    """Three groups of stacked bars beside each other, one for each channel, on one scale."""
    titles = [text.say(language) for text in CHANNEL_NAMES.values()]
    figure = make_subplots(rows=1, cols=3, subplot_titles=titles, horizontal_spacing=0.03, shared_yaxes=True)
    for place, channel in enumerate(CHANNEL_NAMES, start=1):
        for k, result in enumerate(results):
            known = rows.filter((pl.col("name") == f"{channel}_{result}") & pl.col(value).is_not_null())
            figure.add_trace(_layer(known, value, k, point, language, result), row=1, col=place)
    margin = {"l": 8, "r": 12, "t": 60, "b": 8}
    legend = {"orientation": "h", "x": 0, "y": 1.1, "xanchor": "left", "yanchor": "bottom"}
    laid_out(figure, height=400, barmode="stack", bargap=0.3, margin=margin, legend=legend)
    years = rows["year"].unique().sort().to_list()
    return year_axis(figure, list(range(years[0], years[-1] + 1)) if years else [])


def _layer(rows: pl.DataFrame, value: str, k: int, point: Text, language: str, result: str) -> go.Bar:
    return go.Bar(
        x=rows["year"].to_list(),
        y=rows[value].to_list(),
        name=_LABELS[result].label(language),
        legendgroup=result,
        showlegend=bool(rows.height) and rows["name"][0].startswith("review_"),
        marker={"color": _COLOURS[result], "pattern": patterned(k)},
        text=[_number(row[value], value, language) for row in rows.iter_rows(named=True)],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        hovertext=[_hover(row, point, language) for row in rows.iter_rows(named=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _number(number: float, value: str, language: str) -> str:
    if not number:
        return ""
    return f"{number * 100:.0f}%" if value == "rate" else count(number, language)


def _hover(row: Row, point: Text, language: str) -> str:
    values = {
        "channel": channel_label(row["name"], language),
        "item": result_label(row["name"], language),
        "year": row["year"],
        "rate": percent(row["rate"], language),
        "top": count(row["numerator"], language),
        "bottom": count(row["denominator"], language),
        "left_out": row["left_out"],
        "small": f" · {SMALL_SAMPLE.say(language)}" if row["denominator"] < STABILITY_LIMITS[0] else "",
    }
    return point.say(language, **values)


def _above(decided: pl.DataFrame, language: str) -> go.Scatter:
    """The number of cases decided above each bar, small ones starred."""
    texts = [(CASES_ABOVE_SMALL if n < STABILITY_LIMITS[0] else CASES_ABOVE, n) for n in decided["denominator"]]
    return go.Scatter(
        x=decided["year"].to_list(),
        y=[1.0] * decided.height,
        mode="text",
        text=[text.say(language, n=count(n, language)) for text, n in texts],
        textposition="top center",
        textfont={"size": 10},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _end(by_name: dict[str, Row], channel: str, language: str) -> str:
    upheld, corrected = by_name[f"{channel}_upheld"], by_name.get(f"{channel}_corrected")
    is_small = upheld["denominator"] < STABILITY_LIMITS[0]
    return ENDS_PART.say(
        language,
        channel=CHANNEL_NAMES[channel].say(language),
        upheld=percent(upheld["rate"], language),
        corrected=percent(corrected["rate"] if corrected else None, language),
        n=count(upheld["denominator"], language),
        small=f"{'，' if language == 'zh' else ', '}{SMALL_SAMPLE.say(language)}" if is_small else "",
    )
