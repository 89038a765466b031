"""Agencies against years: a dot for each, filled for a report and hollow for none, and who has none in one year."""

from html import escape
from typing import Any, Final

import polars as pl

from etl.vocabulary.labels import COLUMN_PART, NOT_REPORTED, UNKNOWN_REGION, UNNAMED, Text, joined
from etl.vocabulary.page_labels.coverage import (
    BOARD_ALT,
    BOARD_CUT,
    BOARD_CUT_DO,
    BOARD_DO,
    BOARD_POINT,
    BOARD_TITLE,
    BOARD_TITLE_FULL,
    BOARD_TITLE_NONE,
    HAS_REPLACED,
    HAS_REPORT,
    MISSING_ALT,
    MISSING_BAR,
    MISSING_CUT,
    MISSING_DO,
    MISSING_NONE,
    MISSING_TITLE,
)
from pages.charts.picture import Picture, Spec, laid_out
from pages.charts.wording import count, drawn_names, span

AGENCIES_DRAWN: Final = 30
BARS_DRAWN: Final = 25
LONGEST_NAME: Final = 24
_LOOKS: Final[dict[Text, dict[str, object]]] = {
    HAS_REPORT: {"symbol": "circle", "size": 13, "color": "#2f7fbf"},
    HAS_REPLACED: {"symbol": "circle-dot", "size": 13, "color": "#2f7fbf", "line": {"width": 2}},
    NOT_REPORTED: {"symbol": "circle-open", "size": 13, "color": "#c4622d", "line": {"width": 2}},
}
"""Colours readable on a white and on a dark ground; the marker says the same."""

Row = dict[str, Any]


def agency_board(agencies: pl.DataFrame, years: list[int], area: str, language: str) -> Picture:
    """A line of dots for each agency, those that miss most first, the agencies of a part of the area together.

    The frame is that of `agencies_by_year`, asked about these years.
    """
    lines = _lines(agencies.head(AGENCIES_DRAWN), language)
    labels = [f"<b>{line}</b>" if isinstance(line, str) else _drawn_name(line, language) for line in lines]
    places, columns = list(range(len(lines))), [str(year) for year in years]
    figure = laid_out(
        [_dots(lines, years, state, language) for state in _LOOKS],
        height=110 + 24 * max(len(lines), 3),
        hovermode="closest",
        legend={"y": 0, "yref": "container", "yanchor": "bottom"},
        margin={"b": 44},
        xaxis={"type": "category", "side": "top", "categoryarray": columns, "showgrid": False},
        yaxis={"tickvals": places, "ticktext": labels, "range": [len(lines) - 0.4, -0.6], "zeroline": False},
    )
    alt = BOARD_ALT.say(language, n=min(agencies.height, AGENCIES_DRAWN), area=area)
    title, (note, hint) = _board_title(agencies, years, language), _board_words(agencies, language)
    return Picture(figure, title, alt, note, not (lines and years), hint)


def _lines(agencies: pl.DataFrame, language: str) -> list[str | Row]:
    """Agencies in the order drawn; before those of a part its name, unless there is one part only."""
    names = drawn_names(agencies, language)
    lines: list[str | Row] = []
    part = ("part_code", "is_own")
    most = pl.col("missing").max().over(part)
    ordered = agencies.sort(
        most, pl.col("part_code") == "", *part, descending=[True, *[False] * 3], maintain_order=True
    )
    for row in ordered.iter_rows(named=True):
        name = names[row["part_code"], row["is_own"]]
        if len(names) > 1 and name not in lines:
            lines.append(name)
        lines.append(row)
    return lines


def _dots(lines: list[str | Row], years: list[int], state: Text, language: str) -> Spec:
    """The dots of one state, its name in the legend."""
    rows = [(place, line) for place, line in enumerate(lines) if not isinstance(line, str)]
    dots = [(place, row, year) for place, row in rows for year in years if _state(row, year) is state]
    return {
        "type": "scatter",
        "x": [str(year) for _, _, year in dots],
        "y": [place for place, _, _ in dots],
        "mode": "markers",
        "marker": _LOOKS[state],
        "name": state.say(language),
        "customdata": [[row["agency_id"], _hover(row, year, language)] for _, row, year in dots],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _state(row: Row, year: int) -> Text:
    if year not in row["years"]:
        return NOT_REPORTED
    return HAS_REPLACED if year in row["replaced"] else HAS_REPORT


def _hover(row: Row, year: int, language: str) -> str:
    place = escape(row["place"], quote=False) or UNKNOWN_REGION.say(language)
    agency = escape(row["name"], quote=False) or UNNAMED.say(language)
    return BOARD_POINT.say(language, agency=agency, place=place, year=year, state=_state(row, year).say(language))


def _drawn_name(row: Row, language: str) -> str:
    name = row["name"] or UNNAMED.say(language)
    return escape(name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…", quote=False)


def _board_title(agencies: pl.DataFrame, years: list[int], language: str) -> str:
    if agencies.is_empty() or not years:
        return BOARD_TITLE_NONE.say(language)
    known, short = int(agencies["matching"][0]), int(agencies["short"][0])
    words = {"span": span(years, language), "known": count(known, language)}
    if not short:
        return BOARD_TITLE_FULL.say(language, **words)
    return BOARD_TITLE.say(language, short=count(short, language), full=count(known - short, language), **words)


def _board_words(agencies: pl.DataFrame, language: str) -> tuple[str, str]:
    """The note and the hint: who is left out of the picture, and where those are found."""
    if agencies.height <= AGENCIES_DRAWN:
        return "", BOARD_DO.say(language)
    numbers = {"drawn": AGENCIES_DRAWN, "listed": agencies.height, "known": agencies["matching"][0]}
    words = {name: count(number, language) for name, number in numbers.items()}
    hint = joined([BOARD_CUT_DO.say(language, **words), BOARD_DO.say(language)], language)
    return BOARD_CUT.say(language, **words), hint


def missing_bars(coverage: pl.DataFrame, year: int, language: str) -> Picture:
    """Known agencies without a report for a year by part, most first; the frame is that of `coverage_by_part`."""
    names = drawn_names(coverage, language)
    missing = (pl.col("known") - pl.col("reported")).alias("missing")
    parts = coverage.filter(pl.col("year") == year).with_columns(missing)
    short = parts.filter(pl.col("missing") > 0).sort("missing", descending=True, maintain_order=True)
    rows = list(short.head(BARS_DRAWN).iter_rows(named=True))[::-1]
    bar = {
        "type": "bar",
        "x": [row["missing"] for row in rows],
        "y": [names[row["part_code"], row["is_own"]] for row in rows],
        "orientation": "h",
        "text": [f"{row['missing']}/{row['known']}" for row in rows],
        "textangle": 0,
        "hovertext": [_told(row, names, year, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    # A bar is as long as its share of those known: one of seventeen must not look like all.
    shares = {"tickformat": ",d", "range": [0, max((row["known"] for row in rows), default=1)]}
    height = 80 + 30 * max(len(rows), 2)
    figure = laid_out([bar], height=height, bargap=0.35, xaxis=shares, yaxis={"type": "category"})
    known, total = int(parts["known"].sum()), int(parts["missing"].sum())
    title = MISSING_TITLE if total else MISSING_NONE
    words = {"year": year, "known": count(known, language), "missing": count(total, language)}
    note = MISSING_CUT.say(language, n=BARS_DRAWN) if short.height > BARS_DRAWN else ""
    alt = MISSING_ALT.say(language, year=year, rows=COLUMN_PART.say(language), n=len(rows))
    hint = MISSING_DO.say(language) if rows else ""
    return Picture(figure, title.say(language, **words), alt, note, not rows, hint)


def _told(row: Row, names: dict[tuple[str, bool], str], year: int, language: str) -> str:
    name, numbers = names[row["part_code"], row["is_own"]], {"known": row["known"], "missing": row["missing"]}
    return MISSING_BAR.say(language, name=name, year=year, **numbers)
