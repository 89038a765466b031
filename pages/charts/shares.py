"""How a whole falls into parts: outcomes of requests, kinds of applicant, reasons."""

from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME, STABILITY_LIMITS
from etl.vocabulary.labels import SMALL_SAMPLE, Text
from etl.vocabulary.page_labels.requests import (
    APPLICANTS_ALT,
    APPLICANTS_NONE,
    APPLICANTS_TITLE,
    GROUP_MARK,
    OUTCOMES_ALT,
    OUTCOMES_NONE,
    OUTCOMES_NOTE,
    OUTCOMES_TITLE,
    PART_POINT,
    REASONS_ALT,
    REASONS_NONE,
    REASONS_TITLE,
    SMALL_IN_TITLE,
)
from pages.charts.picture import Picture, Spec, laid_out, patterned, year_axis
from pages.charts.wording import count, listed, no_rate, percent

LEAST_LABELLED: Final = 0.05
"""Parts under this share carry no number in the bar; hover and table have it."""


def outcome_mix(shares: pl.DataFrame, language: str) -> Picture:
    """Outcomes among requests concluded, one stacked bar a year; the frame is that of `ratios_by_year`."""
    last = _last_year(shares)
    figure, alt, note = _stacked(shares, language), OUTCOMES_ALT.say(language), OUTCOMES_NOTE.say(language)
    if last.is_empty():
        return _empty(figure, OUTCOMES_NONE, shares, alt, language)
    largest = last.sort("rate", descending=True).head(2).iter_rows(named=True)
    parts = listed([f"{label(row['name'], language)} {percent(row['rate'], language)}" for row in largest], language)
    whole = last.row(0, named=True)
    title = OUTCOMES_TITLE.say(language, year=whole["year"], parts=parts, **_whole(whole, language))
    return Picture(figure, title, alt, note)


def applicant_mix(shares: pl.DataFrame, language: str) -> Picture:
    """Kinds of applicant among requests received, one stacked bar a year; the frame is that of `ratios_by_year`."""
    last = _last_year(shares)
    figure, alt = _stacked(shares, language), APPLICANTS_ALT.say(language)
    if last.is_empty():
        return _empty(figure, APPLICANTS_NONE, shares, alt, language)
    most = last.sort("rate", descending=True).row(0, named=True)
    title = APPLICANTS_TITLE.say(
        language,
        year=most["year"],
        who=label(most["name"], language),
        share=percent(most["rate"], language),
        **_whole(most, language),
    )
    return Picture(figure, title, alt)


def reason_bars(shares: pl.DataFrame, group: str, language: str) -> Picture:
    """Reasons of one outcome in the last year that has any, the most frequent on top.

    The frame is that of `ratios_by_year`.
    """
    last = _last_year(shares).sort("numerator", "name", descending=[False, True])
    alt = REASONS_ALT.say(language, group=label(group, language))
    labels = [label(row["name"], language) for row in last.iter_rows(named=True)]
    bar = {
        "type": "bar",
        "x": last["numerator"].to_list(),
        "y": labels,
        "orientation": "h",
        "text": [_with_share(row, language) for row in last.iter_rows(named=True)],
        "textposition": "auto",
        "hovertext": [_hover(row, language) for row in last.iter_rows(named=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    height = 80 + 34 * max(len(labels), 1)
    figure = laid_out([bar], height=height, showlegend=False, xaxis={"rangemode": "tozero"})
    if last.is_empty():
        return _empty(figure, REASONS_NONE, shares, alt, language, group=label(group, language))
    most = last.row(-1, named=True)
    title = REASONS_TITLE.say(
        language,
        year=most["year"],
        group=label(group, language),
        reason=labels[-1],
        share=percent(most["rate"], language),
        **_whole(most, language),
    )
    return Picture(figure, title, alt)


def _empty(figure: Spec, title: Text, shares: pl.DataFrame, alt: str, language: str, **words: str) -> Picture:
    """A picture of shares none of which is known, with the reason why."""
    why, why_empty = no_rate(shares["denominator"], language)
    return Picture(figure, title.say(language, why=why, **words), alt, is_empty=True, why_empty=why_empty)


def _whole(row: dict[str, Any], language: str) -> dict[str, str]:
    """What a title says of the whole: how many, and whether that is too few."""
    small = SMALL_IN_TITLE.say(language) if _is_small(row) else ""
    return {"n": count(row["denominator"], language), "small": small}


def _is_small(row: dict[str, Any]) -> bool:
    return (row["denominator"] or 0) < STABILITY_LIMITS[0]


def label(name: str, language: str) -> str:
    """The label of an indicator without the group it stands in: 不予公开：属于国家秘密 becomes 属于国家秘密."""
    full = INDICATOR_BY_NAME[name].label(language)
    return full.partition(GROUP_MARK.say(language))[2] or full


def _last_year(shares: pl.DataFrame) -> pl.DataFrame:
    """Rows of the last year in which any share is known."""
    known = shares.filter(pl.col("rate").is_not_null())
    return known.filter(pl.col("year") == pl.col("year").max())


def _stacked(shares: pl.DataFrame, language: str) -> Spec:
    years = sorted(set(shares["year"].to_list()))
    by_name = shares.rows_by_key("name", named=True, include_key=True)
    layers = [_layer(rows, label(name, language), k, language) for k, (name, rows) in enumerate(by_name.items())]
    looks = {"barmode": "stack", "bargap": 0.35, "yaxis": {"tickformat": ".0%"}}
    return laid_out(layers, height=380, xaxis=year_axis(years), **looks)


def _layer(rows: list[dict[str, Any]], name: str, k: int, language: str) -> Spec:
    rates = [row["rate"] for row in rows]
    return {
        "type": "bar",
        "x": [row["year"] for row in rows],
        "y": rates,
        "name": name,
        "marker": {"pattern": patterned(k)},
        "text": ["" if rate is None or rate < LEAST_LABELLED else percent(rate, language) for rate in rates],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "hovertext": [_hover(row, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _with_share(row: dict[str, Any], language: str) -> str:
    return f"{count(row['numerator'], language)} · {percent(row['rate'], language)}"


def _hover(row: dict[str, Any], language: str) -> str:
    return PART_POINT.say(
        language,
        name=label(row["name"], language),
        year=row["year"],
        rate=percent(row["rate"], language),
        top=count(row["numerator"], language),
        bottom=count(row["denominator"], language),
        left_out=row["left_out"],
        small=f" · {SMALL_SAMPLE.say(language)}" if _is_small(row) else "",
    )
