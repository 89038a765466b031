"""Rates against volumes: a funnel of control limits around the overall rate, one point for each agency."""

import math
from dataclasses import dataclass
from html import escape
from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME, STABILITY_LIMITS, Indicator
from etl.vocabulary.labels import UNKNOWN_REGION, UNNAMED, joined
from etl.vocabulary.page_labels.outliers import (
    ABOVE_95,
    ABOVE_998,
    BELOW_95,
    BELOW_998,
    DENOMINATOR_AXIS,
    DENOMINATOR_AXIS_LOG,
    FUNNEL_ALT,
    FUNNEL_CUT,
    FUNNEL_DO,
    FUNNEL_LEFT_OUT,
    FUNNEL_MANY_OUT,
    FUNNEL_NOT_DRAWN,
    FUNNEL_NOTE,
    FUNNEL_POINT,
    FUNNEL_TITLE,
    FUNNEL_TITLE_NONE,
    FUNNEL_TITLE_SMALL,
    LIMITS_95,
    LIMITS_998,
    NOT_A_SHARE,
    OVERALL_LINE,
    POSITIONS,
    SMALL_ZONE,
    TOO_SMALL,
    UNREPORTED,
    WITHIN,
)
from pages.charts.picture import Picture, Spec, laid_out
from pages.charts.wording import count, no_rate, percent

POINTS_DRAWN: Final = 2000
"""Of those outside the 99.8 % limits, and of all others together."""
NAMED: Final = 4
"""Points on each side that carry their name; more would lie over each other."""
WIDE: Final = 20
"""From this ratio of the largest to the smallest denominator on, the axis is logarithmic."""
MANY_OUT: Final = 0.05
OUTSIDE: Final = (ABOVE_998, BELOW_998)
JUDGED: Final = (ABOVE_998, ABOVE_95, WITHIN, BELOW_95, BELOW_998)
_GREY: Final = "#7d8a96"
_LOOKS: Final[dict[str, dict[str, object]]] = {
    TOO_SMALL: {"symbol": "circle-open", "size": 6, "color": _GREY, "opacity": 0.45},
    WITHIN: {"symbol": "circle", "size": 7, "color": _GREY, "opacity": 0.8},
    ABOVE_95: {"symbol": "triangle-up-open", "size": 10, "color": "#c4622d", "line": {"width": 2}},
    BELOW_95: {"symbol": "triangle-down-open", "size": 10, "color": "#2f7fbf", "line": {"width": 2}},
    ABOVE_998: {"symbol": "triangle-up", "size": 13, "color": "#c4622d"},
    BELOW_998: {"symbol": "triangle-down", "size": 13, "color": "#2f7fbf"},
}
"""Colours readable on a white and on a dark ground; the marker says the same."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What the funnel stands around: the rate, its year, and the overall numbers under the filters."""

    rate: Indicator
    year: int
    numerator: int | None
    denominator: int | None
    overall: float | None


def funnel(agencies: pl.DataFrame, limits: pl.DataFrame, whole: Whole, language: str) -> Picture:
    """A point for each agency; the frames are those of `rates_by_agency` and `limits_along`."""
    plotted = agencies.filter(pl.col("position").is_in(list(_LOOKS)))
    chosen = _chosen(plotted)
    traces: list[Spec] = []
    for name, dash, text in (("998", "solid", LIMITS_998), ("95", "dash", LIMITS_95)):
        traces += _limits(limits, name, dash, text.say(language))
    for position in _LOOKS:
        rows = chosen.filter(pl.col("position") == position)
        if rows.height:
            traces.append(_points(rows, position, language))
    figure = laid_out(traces, height=460, hovermode="closest", **_layout(chosen, whole, language))
    out = agencies.filter(pl.col("position").is_in(OUTSIDE)).height
    bottom = INDICATOR_BY_NAME[str(whole.rate.denominator)].label(language)
    alt = FUNNEL_ALT.say(language, denominator=bottom, rate=whole.rate.label(language), n=out)
    why, why_empty = no_rate([whole.denominator], language)
    title, note = _title(agencies, whole, why, language), _note(agencies, chosen, language)
    return Picture(figure, title, alt, note, plotted.is_empty(), FUNNEL_DO.say(language), why_empty)


def _chosen(plotted: pl.DataFrame) -> pl.DataFrame:
    """The rows that are drawn: those farthest outside, and the same sample of the others every time."""
    is_out = pl.col("position").is_in(OUTSIDE)
    outside, others = plotted.filter(is_out), plotted.filter(~is_out)
    sampled = others if others.height <= POINTS_DRAWN else others.sample(POINTS_DRAWN, seed=1)
    return pl.concat([outside.head(POINTS_DRAWN), sampled])


def _limits(limits: pl.DataFrame, name: str, dash: str, label: str) -> list[Spec]:
    return [
        {
            "type": "scatter",
            "x": limits["denominator"].to_list(),
            "y": limits[f"{side}_{name}"].to_list(),
            "name": label,
            "legendgroup": name,
            "showlegend": side == "high",
            "mode": "lines",
            "line": {"color": _GREY, "dash": dash, "width": 1.4},
            "hoverinfo": "skip",
        }
        for side in ("high", "low")
    ]


def _points(rows: pl.DataFrame, position: str, language: str) -> Spec:
    named = NAMED if position in OUTSIDE else 0
    names = [
        escape(row["name"] or UNNAMED.say(language), quote=False) for row in rows.head(named).iter_rows(named=True)
    ]
    return {
        "type": "scatter",
        "x": rows["denominator"].to_list(),
        "y": rows["rate"].to_list(),
        "name": POSITIONS[position].say(language),
        "mode": "markers+text" if named else "markers",
        "marker": _LOOKS[position],
        "text": [*names, *[""] * (rows.height - len(names))],
        "textposition": ["bottom center" if k % 2 else "top center" for k in range(rows.height)],
        "textfont": {"size": 11},
        "cliponaxis": False,
        "customdata": [[row["agency_id"], _hover(row, language)] for row in rows.iter_rows(named=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _hover(row: dict[str, Any], language: str) -> str:
    return FUNNEL_POINT.say(
        language,
        name=escape(row["name"] or UNNAMED.say(language), quote=False),
        place=escape(row["place"] or UNKNOWN_REGION.say(language), quote=False),
        rate=percent(row["rate"], language),
        top=count(row["numerator"], language),
        bottom=count(row["denominator"], language),
        low=percent(row["low_95"], language),
        high=percent(row["high_95"], language),
        position=POSITIONS[row["position"]].say(language),
    )


def _layout(chosen: pl.DataFrame, whole: Whole, language: str) -> Spec:
    smallest, largest = chosen["denominator"].min() or 1, chosen["denominator"].max() or 1
    is_wide = largest > WIDE * smallest  # type: ignore[operator]  # a column of integers
    text = DENOMINATOR_AXIS_LOG if is_wide else DENOMINATOR_AXIS
    bottom = INDICATOR_BY_NAME[str(whole.rate.denominator)].label(language)
    scale = {"type": "log", "dtick": 1} if is_wide else {"type": "linear"}
    marks: list[tuple[Spec, Spec]] = []
    if whole.overall is not None:
        marks.append(_overall_line(whole.overall, language))
    if smallest < STABILITY_LIMITS[0]:  # type: ignore[operator]  # as above
        marks.append(_small_zone(smallest, language, is_log=is_wide))  # type: ignore[arg-type]  # as above
    return {
        "xaxis": {"title": {"text": text.say(language, denominator=bottom)}, "showgrid": False, **scale},
        "yaxis": {"tickformat": ".0%", "rangemode": "tozero", "zeroline": False},
        "shapes": [shape for shape, _ in marks],
        "annotations": [{"showarrow": False, "xanchor": "left", **said} for _, said in marks],
    }


def _overall_line(overall: float, language: str) -> tuple[Spec, Spec]:
    """The line at the overall rate, and what it says."""
    said = OVERALL_LINE.say(language, overall=percent(overall, language))
    line = {"color": _GREY, "width": 1}
    across = {"type": "line", "x0": 0, "x1": 1, "xref": "x domain", "y0": overall, "y1": overall, "yref": "y"}
    place = {"x": 0, "xref": "x domain", "y": overall, "yref": "y", "yanchor": "bottom"}
    return {**across, "line": line}, {**place, "text": said}


def _small_zone(smallest: int, language: str, *, is_log: bool) -> tuple[Spec, Spec]:
    """The ground on which nobody is judged, and what it says."""
    left, right = smallest * 0.8, STABILITY_LIMITS[0] - 0.5
    ground = {"fillcolor": _GREY, "opacity": 0.1, "line": {"width": 0}, "layer": "below"}
    zone = {"type": "rect", "x0": left, "x1": right, "xref": "x", "y0": 0, "y1": 1, "yref": "y domain"}
    # On a logarithmic axis Plotly takes shapes by their numbers, but texts by the logarithm.
    place = {"x": math.log10(left) if is_log else left, "xref": "x", "y": 1, "yref": "y domain", "yanchor": "top"}
    return {**zone, **ground}, {**place, "text": SMALL_ZONE.say(language)}


def _title(agencies: pl.DataFrame, whole: Whole, why: str, language: str) -> str:
    """How many stand outside the limits; `why` there is no rate, where there is none."""
    words = {"rate": whole.rate.label(language), "year": whole.year}
    if whole.overall is None:
        return FUNNEL_TITLE_NONE.say(language, why=why, **words)
    positions = dict(agencies.group_by("position").len().iter_rows())
    words |= {
        "n": count(sum(positions.get(name, 0) for name in JUDGED), language),
        "above": count(positions.get(ABOVE_998, 0), language),
        "below": count(positions.get(BELOW_998, 0), language),
        "overall": percent(whole.overall, language),
        "top": count(whole.numerator, language),
        "bottom": count(whole.denominator, language),
    }
    return (FUNNEL_TITLE if words["n"] != "0" else FUNNEL_TITLE_SMALL).say(language, **words)


def _note(agencies: pl.DataFrame, chosen: pl.DataFrame, language: str) -> str:
    """How to read the funnel, and whatever of it cannot be taken at its face."""
    positions = dict(agencies.group_by("position").len().iter_rows())
    judged = sum(positions.get(name, 0) for name in JUDGED)
    outside = sum(positions.get(name, 0) for name in OUTSIDE)
    plotted = sum(positions.get(name, 0) for name in _LOOKS)
    said = [FUNNEL_NOTE.say(language)]
    if judged and outside / judged > MANY_OUT:
        said.append(FUNNEL_MANY_OUT.say(language, share=percent(outside / judged, language)))
    if chosen.height < plotted:
        drawn_out = chosen.filter(pl.col("position").is_in(OUTSIDE)).height
        numbers = {
            "outside": drawn_out,
            "all_outside": outside,
            "others": chosen.height - drawn_out,
            "all_others": plotted - outside,
        }
        said.append(FUNNEL_CUT.say(language, **{name: count(number, language) for name, number in numbers.items()}))
    for position, text in ((NOT_A_SHARE, FUNNEL_NOT_DRAWN), (UNREPORTED, FUNNEL_LEFT_OUT)):
        if positions.get(position):
            said.append(text.say(language, n=count(positions[position], language)))
    return joined(said, language)
