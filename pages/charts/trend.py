"""One rate over the years: an area as a whole and the parts it falls into."""

from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import STABILITY_LIMITS, Indicator
from etl.vocabulary.labels import AS_A_WHOLE, SMALL_SAMPLE
from etl.vocabulary.page_labels.requests import (
    TREND_ALT,
    TREND_CUT,
    TREND_NOTE,
    TREND_POINT,
    TREND_TITLE,
    TREND_TITLE_NONE,
    TREND_TITLE_ONE,
)
from pages.charts.picture import DASHES, MARKERS, Picture, Spec, laid_out, year_axis
from pages.charts.wording import count, drawn_names, no_rate, percent, span

Row = dict[str, Any]
PARTS_DRAWN: Final = 7


def rate_trend(whole: pl.DataFrame, parts: pl.DataFrame, rate: Indicator, area: str, language: str) -> Picture:
    """A line for the whole area and one for each of its largest parts, broken where a year is missing.

    `whole` has year, numerator, denominator, rate, left_out; `parts` has also part_code, part_name, is_own.
    """
    years = _all_years(whole)
    drawn, names = _largest(parts), drawn_names(parts, language)
    lines = [_line(whole, years, AS_A_WHOLE.say(language, area=area), 0, language)]
    for k, part in enumerate(drawn, start=1):
        lines.append(_line(part, years, names[part["part_code"][0], part["is_own"][0]], k, language))
    scale = {"tickformat": ".0%", "rangemode": "tozero"}
    figure = laid_out(lines, height=400, hovermode="closest", xaxis=year_axis(years), yaxis=scale)
    known = whole.filter(pl.col("rate").is_not_null())
    all_parts = parts["part_code"].n_unique()
    note = TREND_CUT.say(language, area=area, n=len(drawn)) if all_parts > len(drawn) else TREND_NOTE.say(language)
    alt = TREND_ALT.say(language, rate=rate.label(language), area=area, n=len(drawn))
    why, why_empty = no_rate(whole["denominator"], language)
    title = _title(known, rate, area, why, language)
    return Picture(figure, title, alt, note, known.is_empty(), why_empty=why_empty)


def _all_years(frame: pl.DataFrame) -> list[int]:
    years = frame["year"].to_list()
    return list(range(min(years), max(years) + 1)) if years else []


def _largest(parts: pl.DataFrame) -> list[pl.DataFrame]:
    """The parts with the largest denominators, in the order of the frame; a part without any rate is not drawn."""
    largest = (
        parts.filter(pl.col("rate").is_not_null())
        .group_by("part_code", "is_own")
        .agg(pl.col("denominator").sum())
        .sort("denominator", "part_code", descending=[True, False])
        .head(PARTS_DRAWN)
    )
    drawn = parts.join(largest, on=["part_code", "is_own"], how="semi", maintain_order="left")
    return drawn.partition_by("part_code", "is_own", maintain_order=True)


def _line(rows: pl.DataFrame, years: list[int], name: str, k: int, language: str) -> Spec:
    """One line; the whole area (k = 0) is thick. Points on a small denominator are hollow."""
    by_year = {row["year"]: row for row in rows.iter_rows(named=True)}
    points = [by_year.get(year) for year in years]
    rates = [point["rate"] if point else None for point in points]
    small = [point is not None and _is_small(point) for point in points]
    marker = MARKERS[k % len(MARKERS)]
    return {
        "type": "scatter",
        "x": years,
        "y": rates,
        "name": name,
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"width": 4 if k == 0 else 1.8, "dash": DASHES[k % len(DASHES)]},
        "marker": {
            "size": 9 if k == 0 else 8,
            "symbol": [f"{marker}-open" if is_small else marker for is_small in small],
        },
        "text": [_hover(point, name, language) for point in points],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _is_small(point: Row) -> bool:
    return (point["denominator"] or 0) < STABILITY_LIMITS[0]


def _hover(point: Row | None, name: str, language: str) -> str:
    if point is None or point["rate"] is None:
        return ""
    return TREND_POINT.say(
        language,
        name=name,
        year=point["year"],
        rate=percent(point["rate"], language),
        top=count(point["numerator"], language),
        bottom=count(point["denominator"], language),
        left_out=point["left_out"],
        small=f" · {SMALL_SAMPLE.say(language)}" if _is_small(point) else "",
    )


def _title(known: pl.DataFrame, rate: Indicator, area: str, why: str, language: str) -> str:
    """The way of the rate; `why` there is none, where there is none."""
    words = {"rate": rate.label(language), "area": area}
    if known.is_empty():
        return TREND_TITLE_NONE.say(language, why=why, **words)
    ordered = known.sort("year")
    first, last = (percent(ordered["rate"][k], language) for k in (0, -1))
    years = ordered["year"].to_list()
    if len(years) == 1:
        return TREND_TITLE_ONE.say(language, year=years[0], last=last, **words)
    return TREND_TITLE.say(language, span=span(years, language), first=first, last=last, **words)
