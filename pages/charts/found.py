"""Words looked for in section five: how many reports of each year hold them, or how many texts there are to search."""

from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.labels import SMALL_SAMPLE
from etl.vocabulary.page_labels.search import (
    TEXTS_ALT,
    TEXTS_NONE,
    TEXTS_TITLE,
    TEXTS_UNDATED,
    YEARS_ALT,
    YEARS_BAR,
    YEARS_NOTE,
    YEARS_POINT,
    YEARS_TITLE,
    YEARS_TITLE_NONE,
    YEARS_TITLE_UNDATED,
    YEARS_UNDATED,
)
from pages.charts.picture import Picture, Spec, laid_out, year_axis
from pages.charts.wording import count, rate_word, span

_HEIGHT: Final = 300

Row = dict[str, Any]


def found_years(years: pl.DataFrame, found: int, terms: str, language: str) -> Picture:
    """The share of each year's texts that hold the words; `found` of them in all, the words are called `terms`.

    Columns of the frame: year, numerator (reports that hold them), denominator (reports with a text), rate. Those of a
    year that is not known are told, not drawn.
    """
    dated = years.filter(pl.col("year").is_not_null())
    known = dated.filter(pl.col("denominator") > 0)
    rows = list(known.iter_rows(named=True))
    figure = laid_out(
        [_columns(rows, language)],
        _HEIGHT,
        bargap=0.4,
        xaxis=year_axis(dated["year"].to_list()),
        yaxis={
            "tickformat": ".0%",
            "range": [0, 1.3 * max((row["rate"] for row in rows), default=1) or 1],
            "nticks": 4,
        },
    )
    alt, holding = YEARS_ALT.say(language), known.filter(pl.col("numerator") > 0)
    words = {"terms": terms, "n": count(found, language)}
    if found == 0:
        return Picture(figure, YEARS_TITLE_NONE.say(language, **words), alt, is_empty=True, why_empty="")
    if holding.is_empty():
        return Picture(figure, YEARS_TITLE_UNDATED.say(language, **words), alt, is_empty=True, why_empty="")
    last, within = known.row(-1, named=True), int(known["numerator"].sum())
    undated = YEARS_UNDATED.say(language, n=count(found - within, language)) if found > within else ""
    title = YEARS_TITLE.say(
        language,
        years=span(known["year"].to_list(), language),
        year=last["year"],
        top=count(last["numerator"], language),
        bottom=count(last["denominator"], language),
        rate=rate_word(last, language),
        n=count(within, language),
        undated=undated,
        terms=terms,
    )
    return Picture(figure, title, alt, YEARS_NOTE.say(language))


def texts_there(years: pl.DataFrame, language: str) -> Picture:
    """How many reports of each year have a text that can be searched; the frame is that of `texts_by_year`."""
    dated = years.filter(pl.col("year").is_not_null())
    total = int(years["texts"].sum())
    rest = total - int(dated["texts"].sum())
    bar = {
        "type": "bar",
        "x": dated["year"].to_list(),
        "y": dated["texts"].to_list(),
        "text": [count(number, language) for number in dated["texts"]],
        "textposition": "auto",
        "textangle": 0,
        "hovertemplate": "%{x}: %{y:,}<extra></extra>",
    }
    figure = laid_out([bar], _HEIGHT, bargap=0.4, xaxis=year_axis(dated["year"].to_list()))
    title = TEXTS_TITLE.say(language, n=count(total, language)) if total else TEXTS_NONE.say(language)
    note = TEXTS_UNDATED.say(language, n=count(rest, language)) if rest else ""
    return Picture(figure, title, TEXTS_ALT.say(language), note, is_empty=total == rest, why_empty=note)


def _columns(rows: list[Row], language: str) -> Spec:
    is_small = [row["denominator"] < STABILITY_LIMITS[0] for row in rows]
    told = [_told(row, language) for row in rows]
    return {
        "type": "bar",
        "x": [row["year"] for row in rows],
        "y": [row["rate"] for row in rows],
        "marker": {"pattern": {"shape": ["/" if small else "" for small in is_small], "fillmode": "overlay"}},
        "text": [YEARS_BAR.say(language, **words) for words in told],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [
            YEARS_POINT.say(language, small=f" · {SMALL_SAMPLE.say(language)}" if small else "", **words)
            for words, small in zip(told, is_small, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _told(row: Row, language: str) -> dict[str, str]:
    return {
        "year": str(row["year"]),
        "top": count(row["numerator"], language),
        "bottom": count(row["denominator"], language),
        "rate": rate_word(row, language),
    }
