"""One indicator of several regions and agencies by year: in one picture, or in a small chart for each.

The frame is that of `entity_series`; the code "" is the chosen area as a whole. `names` says who is drawn, in order.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

import polars as pl

from etl.vocabulary.indicators import RATE, Indicator
from etl.vocabulary.labels import AS_A_WHOLE, joined
from etl.vocabulary.page_labels.compare import (
    GREY_NOTE,
    HIDE_DO,
    LINES_ALT,
    NO_GREY_NOTE,
    SMALL_ALT,
    SUM_NOTE,
    WHOLE_AT_END,
)
from pages.charts.compare_words import WHOLE, Names, Row, denominators_of, is_small, note_of, points_of, title_of
from pages.charts.picture import (
    DASHES,
    MARKERS,
    Grid,
    Picture,
    Spec,
    in_panel,
    laid_out,
    small_charts_layout,
    year_axis,
)
from pages.charts.wording import listed, no_rate

MOST_DRAWN: Final = 12
IN_A_ROW: Final = 3
LETTERS: Final = 9
"""A name at the end of a line is cut to so many letters; legend and hover have it whole."""
LEAST_APART: Final = 0.05
"""Two names at line ends stand at least this part of the axis apart; the others are in the legend only."""
GREY: Final = "#8a949e"
LINE: Final = "#2f7fbf"
"""Readable on a white and on a dark ground; in small charts there is one line to tell from the grey one."""
SMALL_MARKER: Final = {"color": LINE, "size": 6}


def compared_lines(series: pl.DataFrame, names: Names, indicator: Indicator, area: str, language: str) -> Picture:
    """The whole area as a thick line and a line for each entity, broken where a year is missing."""
    rows = _by_entity(series, names)
    told = {WHOLE: AS_A_WHOLE.say(language, area=area), **names}
    ends = _ends(rows, series)
    lines: list[Spec] = []
    for k, (code, points) in enumerate(rows.items()):
        label = escape(told[code], quote=False)
        at_end = WHOLE_AT_END.say(language) if code == WHOLE else label
        text = {"text": _end_text(points, at_end if code in ends else ""), "textposition": "middle right"}
        lines.append(_line(points, label, k, points_of(points, label, indicator, language)) | text)
    figure = laid_out(
        lines,
        height=460,
        hovermode="closest",
        margin={"r": 116 if ends else 12},
        xaxis=_close(_years(series)),
        yaxis=_scale(indicator),
    )
    words = {"name": indicator.label(language), "area": area, "entities": listed(list(names.values()), language)}
    alt = LINES_ALT.say(language, n=len(names), **words)
    first, hint = ("", "") if indicator.family == RATE else (SUM_NOTE.say(language), HIDE_DO.say(language))
    note = note_of(series, names, indicator, language, first)
    why, why_empty = no_rate(denominators_of(series).get(WHOLE, []), language)
    title = title_of(series, names, indicator, area, why, language)
    return Picture(figure, title, alt, note, _is_empty(rows), hint, why_empty)


def small_charts(series: pl.DataFrame, names: Names, indicator: Indicator, area: str, language: str) -> Picture:
    """A small chart for each entity on one scale, the whole area as a thin grey line in each.

    A volume of the whole area would press the others to the ground, so only rates have that line.
    """
    rows = _by_entity(series, names)
    whole = rows.pop(WHOLE)
    drawn = rows or {WHOLE: whole}
    told = {WHOLE: AS_A_WHOLE.say(language, area=area), **names}
    labels = [escape(told[code], quote=False) for code in drawn]
    traces: list[Spec] = []
    for k, (points, label) in enumerate(zip(drawn.values(), labels, strict=True)):
        if indicator.family == RATE:
            traces.append(in_panel(_reference(whole), k))
        line = _line(points, label, 1, points_of(points, label, indicator, language))
        looks = {"line": {"color": LINE, "dash": "solid", "width": 2}, "marker": {**line["marker"], **SMALL_MARKER}}
        traces.append(in_panel(line | looks, k))
    grid = Grid(labels, IN_A_ROW, gap=0.03, gap_below=0.3, one_scale=True)
    axes = small_charts_layout(grid, _first_and_last(_years(series)), _scale(indicator), font=13)
    figure = laid_out(traces, height=60 + 170 * grid.rows, showlegend=False, margin={"t": 28}, **axes)
    words = {"name": indicator.label(language), "area": area, "entities": listed(list(names.values()), language)}
    first = (GREY_NOTE if indicator.family == RATE else NO_GREY_NOTE).say(language, area=area)
    alt = joined([SMALL_ALT.say(language, n=len(drawn), **words), first], language)
    note = note_of(series, names, indicator, language, first)
    why, why_empty = no_rate(denominators_of(series).get(WHOLE, []), language)
    title = title_of(series, names, indicator, area, why, language)
    return Picture(figure, title, alt, note, _is_empty({WHOLE: whole, **rows}), why_empty=why_empty)


def weightiest(series: pl.DataFrame, first: Sequence[str], group: Sequence[str], most: int = MOST_DRAWN) -> list[str]:
    """Who is drawn when not everybody fits: all of `first`, then those of the group with the largest denominators.

    Where there is no denominator the value counts. The order is that given.
    """
    weight = pl.coalesce("denominator", "value").abs().sum()
    weights = dict(series.group_by("code").agg(weight).iter_rows())
    others = [code for code in group if code not in first]
    kept = sorted(others, key=lambda code: -(weights.get(code) or 0))[: max(most - len(first), 0)]
    return [*first, *(code for code in others if code in kept)]


def undrawn(series: pl.DataFrame, codes: Sequence[str], language: str) -> dict[str, list[str]]:
    """Those of the codes that have no value in any year, by the word that says why."""
    known = set(series.filter(pl.col("value").is_not_null())["code"])
    out_of = denominators_of(series)
    silent: dict[str, list[str]] = {}
    for code in (code for code in codes if code not in known):
        silent.setdefault(no_rate(out_of.get(code, []), language)[0], []).append(code)
    return silent


def _by_entity(series: pl.DataFrame, names: Names) -> dict[str, list[Row]]:
    """The rows of the whole area and of each entity that is drawn, oldest year first."""
    rows: dict[str, list[Row]] = {code: [] for code in (WHOLE, *names)}
    for row in series.filter(pl.col("code").is_in(list(rows))).iter_rows(named=True):
        rows[row["code"]].append(row)
    return rows


def _years(series: pl.DataFrame) -> list[int]:
    return sorted(set(series["year"]))


def _is_empty(rows: Mapping[str, list[Row]]) -> bool:
    return all(point["value"] is None for points in rows.values() for point in points)


def _joined(points: list[Row]) -> Iterator[Row | None]:
    """The points in order, None where no line may join two years since the indicator changed its meaning."""
    before = None
    for point in points:
        if before is not None and _are_known(before, point) and not _mean_the_same(before, point):
            yield None
        yield point
        before = point


def _are_known(before: Row, after: Row) -> bool:
    return before["value"] is not None and after["value"] is not None


def _mean_the_same(before: Row, after: Row) -> bool:
    return before["meaning"] is not None and before["meaning"] == after["meaning"]


def _line(points: list[Row], label: str, k: int, told: list[str]) -> Spec:
    """One line with what its points say; the first (k = 0) is thick. Points on a small denominator are hollow."""
    row_of = list(_joined(points))
    hover = iter(told)
    marker = MARKERS[k % len(MARKERS)]
    return {
        "type": "scatter",
        "x": [point["year"] if point else None for point in row_of],
        "y": [point["value"] if point else None for point in row_of],
        "name": label,
        "mode": "lines+markers+text",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"width": 4 if k == 0 else 1.8, "dash": DASHES[k % len(DASHES)]},
        "marker": {
            "size": 9 if k == 0 else 7,
            "symbol": [f"{marker}-open" if point and is_small(point) else marker for point in row_of],
        },
        "customdata": [[point["code"] if point else ""] for point in row_of],
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": GREY}},
        "hovertext": [next(hover) if point else "" for point in row_of],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _reference(whole: list[Row]) -> Spec:
    row_of = list(_joined(whole))
    return {
        "type": "scatter",
        "x": [point["year"] if point else None for point in row_of],
        "y": [point["value"] if point else None for point in row_of],
        "mode": "lines",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"width": 1.5, "color": GREY, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _ends(rows: Mapping[str, list[Row]], series: pl.DataFrame) -> set[str]:
    """The lines that reach the last year and have room there for their name: the first, then from the top."""
    values = series.filter(pl.col("code").is_in(list(rows)))["value"].drop_nulls()
    if values.is_empty():
        return set()
    apart = LEAST_APART * (max(*values, 0) - min(*values, 0) or 1)
    at_end = {code: points[-1]["value"] for code, points in rows.items() if points and points[-1]["value"] is not None}
    placed: dict[str, float] = {}
    for code in sorted(at_end, key=lambda code: (code != WHOLE, -at_end[code])):
        if all(abs(at_end[code] - other) >= apart for other in placed.values()):
            placed[code] = at_end[code]
    return set(placed)


def _end_text(points: list[Row], label: str) -> list[str]:
    """The name at the last point, nothing at the others."""
    short = label if len(label) <= LETTERS else f"{label[: LETTERS - 1]}…"
    drawn = list(_joined(points))
    return ["" if k < len(drawn) - 1 else f" {short}" for k in range(len(drawn))]


def _scale(indicator: Indicator) -> Spec:
    return {"rangemode": "tozero", "tickformat": ".0%" if indicator.family == RATE else ",", "nticks": 6}


def _close(years: list[int]) -> Spec:
    """The years with less room at both ends, so that a name at the end of a line stands by its point."""
    return year_axis(years) | {"range": [years[0] - 0.3, years[-1] + 0.1] if years else None}


def _first_and_last(years: list[int]) -> Spec:
    """Two years, well inside of the axis of a small chart: there is no room for more."""
    ends = years[:: max(len(years) - 1, 1)]
    return year_axis(ends) | {"range": [years[0] - 0.9, years[-1] + 0.9] if years else None}
