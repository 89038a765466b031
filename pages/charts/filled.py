"""Who fills it in: the share of reports with a number, by indicator and by year."""

from typing import Final

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME
from etl.vocabulary.labels import joined
from etl.vocabulary.page_labels.dictionary import (
    FILLED_ALT,
    FILLED_CUT,
    FILLED_NO_REPORT,
    FILLED_NONE,
    FILLED_NOTE,
    FILLED_POINT,
    FILLED_TITLE,
    FILLED_TITLE_ONE,
    YEARS_ALT,
    YEARS_TITLE,
    YEARS_TITLE_NONE,
)
from pages.charts.picture import Picture, laid_out, year_axis
from pages.charts.wording import count, percent, span

BARS_DRAWN: Final = 12
MOST: Final = 0.9
_ROOM: Final = [0, 1.3]
"""The axis of shares; beyond 100 % there is room for the numbers behind the bars."""


def filled_bars(filled: pl.DataFrame, language: str) -> Picture:
    """Indicators by the share of reports that have a number, the fewest on top; the frame is that of `filled`."""
    known = filled.filter(pl.col("share").is_not_null()).sort("share", maintain_order=True)
    drawn = known.head(BARS_DRAWN).reverse()
    labels = [INDICATOR_BY_NAME[name].label(language) for name in drawn["name"]]
    bar = {
        "type": "bar",
        "x": drawn["share"].to_list(),
        "y": labels,
        "orientation": "h",
        "text": [f"{percent(row['share'], language)} ({_out_of(row, language)})" for row in _rows(drawn)],
        "textposition": "outside",
        "hovertext": [_point(row, language) for row in _rows(drawn)],
        "hovertemplate": "%{y}<br>%{hovertext}<extra></extra>",
    }
    shares = {"range": _ROOM, "tickformat": ".0%", "tickvals": [0, 0.25, 0.5, 0.75, 1]}
    figure = laid_out([bar], height=90 + 30 * max(drawn.height, 1), bargap=0.3, xaxis=shares)
    alt = FILLED_ALT.say(language, n=drawn.height)
    if known.is_empty():
        none = FILLED_NONE if filled.is_empty() else FILLED_NO_REPORT
        return Picture(figure, none.say(language), alt, is_empty=True)
    cut = FILLED_CUT.say(language, n=drawn.height) if known.height > drawn.height else ""
    return Picture(figure, _title(known, language), alt, joined([FILLED_NOTE.say(language), cut], language))


def filled_years(years: pl.DataFrame, name: str, language: str) -> Picture:
    """The share of reports with a number by year; the frame is that of `filled_by_year`. No bar where none is asked."""
    label = INDICATOR_BY_NAME[name].label(language)
    asked = years.filter(pl.col("asked") > 0)
    shown = asked["year"].to_list()
    bar = {
        "type": "bar",
        "x": shown,
        "y": asked["share"].to_list(),
        "text": [f"{percent(row['share'], language)}<br>{_out_of(row, language)}" for row in _rows(asked)],
        "textposition": "outside",
        "hovertext": [_point(row, language) for row in _rows(asked)],
        "hovertemplate": "%{x}<br>%{hovertext}<extra></extra>",
    }
    shares = {"range": _ROOM, "tickformat": ".0%", "tickvals": [0, 0.5, 1]}
    figure = laid_out([bar], height=280, bargap=0.4, xaxis=year_axis(years["year"].to_list()), yaxis=shares)
    alt = YEARS_ALT.say(language, name=label)
    if asked.is_empty():
        return Picture(figure, YEARS_TITLE_NONE.say(language, name=label), alt, is_empty=True)
    known, total = int(asked["known"].sum()), int(asked["asked"].sum())
    words = {"name": label, "span": span(shown, language), "share": percent(known / total, language)}
    title = YEARS_TITLE.say(language, known=count(known, language), asked=count(total, language), **words)
    return Picture(figure, title, alt, FILLED_NOTE.say(language))


def _rows(frame: pl.DataFrame) -> list[dict[str, int | float]]:
    return list(frame.iter_rows(named=True))


def _out_of(row: dict[str, int | float], language: str) -> str:
    return f"{count(row['known'], language)}/{count(row['asked'], language)}"


def _point(row: dict[str, int | float], language: str) -> str:
    words = {name: count(row[name], language) for name in ("known", "asked")}
    return FILLED_POINT.say(language, share=percent(row["share"], language), **words)


def _title(known: pl.DataFrame, language: str) -> str:
    least = known.row(0, named=True)
    words = {
        "least": INDICATOR_BY_NAME[least["name"]].label(language),
        "share": percent(least["share"], language),
        "known": count(least["known"], language),
        "asked": count(least["asked"], language),
    }
    if known.height == 1:
        return FILLED_TITLE_ONE.say(language, **words)
    most = known.filter(pl.col("share") >= MOST).height
    return FILLED_TITLE.say(language, n=known.height, most=most, least=words["least"], share=words["share"])
