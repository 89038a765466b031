"""Reviews and lawsuits: how many of each channel, and how those that were decided ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from etl.vocabulary.form import OUTCOMES
from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.labels import SMALL_SAMPLE, Text, joined
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
    ENDS_SMALL,
    ENDS_TITLE,
    OVER_NOTE,
    OVER_PLACE,
    REST,
    REST_NOTE,
    REST_POINT,
)
from pages.charts.picture import (
    CLEAR,
    Grid,
    Picture,
    Spec,
    in_panel,
    laid_out,
    patterned,
    small_charts_layout,
    year_axis,
)
from pages.charts.wording import count, listed, no_rate, percent

Row = dict[str, Any]
RESULTS: Final = ("upheld", "corrected", "other", "pending")
DECIDED_RESULTS: Final = ("upheld", "corrected", "other")
_LABELS: Final = {outcome.name: outcome for outcome in OUTCOMES}
_COLOURS: Final = {"upheld": "#2f7fbf", "corrected": "#c4622d", "other": "#7d8a96", "pending": "#b9a04a"}
"""Readable on a white and on a dark ground; the pattern says the same."""
_HOLLOW: Final[Spec] = {
    "color": CLEAR,
    "line": {"color": "#7d8a96", "width": 1.5},
    "pattern": {"shape": ".", "fgcolor": "#7d8a96", "size": 5, "solidity": 0.2},
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A channel and year whose results add up to another number than the total."""

    channel: str
    year: int
    parts: int
    whole: int

    @property
    def lacking(self) -> int:
        """How many are not accounted for; negative where the results are more than the total."""
        return self.whole - self.parts


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
    gaps = gaps_of(cases, RESULTS)
    bars = [*_bars(cases, RESULTS, "numerator", CASE_POINT, language), *_rests(gaps, language, as_share=False)]
    figure = _panels(bars, cases, {"nticks": 5, "tickformat": ",~r"}, language)
    alt, note = CASES_ALT.say(language), joined([CASES_NOTE.say(language), *_told(gaps, language)], language)
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
    gaps = gaps_of(ends, DECIDED_RESULTS)
    traces = [*_bars(ends, DECIDED_RESULTS, "rate", END_POINT, language), *_rests(gaps, language, as_share=True)]
    for k, channel in enumerate(CHANNEL_NAMES):
        decided = ends.filter((pl.col("name") == f"{channel}_upheld") & (pl.col("denominator") > 0))
        traces.append(in_panel(_above(decided, language), k))
    figure = _panels(traces, ends, {"tickvals": [0, 0.25, 0.5, 0.75, 1], "tickformat": ".0%"}, language)
    alt, note = ENDS_ALT.say(language), joined([ENDS_NOTE.say(language), *_told(gaps, language)], language)
    known = ends.filter(pl.col("rate").is_not_null())
    last = known.filter(pl.col("year") == pl.col("year").max())
    if last.is_empty():
        why, why_empty = no_rate(ends["denominator"], language)
        return Picture(figure, ENDS_NONE.say(language, why=why), alt, note, is_empty=True, why_empty=why_empty)
    by_name = {row["name"]: row for row in last.iter_rows(named=True)}
    parts = [_end(by_name, channel, language) for channel in CHANNEL_NAMES if f"{channel}_upheld" in by_name]
    return Picture(
        figure, ENDS_TITLE.say(language, year=last["year"][0], parts=ENDS_MARK.say(language).join(parts)), alt, note
    )


def gaps_of(rows: pl.DataFrame, results: tuple[str, ...]) -> list[Gap]:
    """Where the results of a channel and year do not add up to its total, as far as any of them is known."""
    parts: dict[tuple[str, int], list[int]] = {}
    wholes: dict[tuple[str, int], int] = {}
    for row in rows.iter_rows(named=True):
        channel, result = parts_of_name(row["name"])
        place = channel, row["year"]
        if result in results and row["numerator"] is not None:
            parts.setdefault(place, []).append(row["numerator"])
            wholes[place] = max(wholes.get(place, 0), row["denominator"])
    # A total that stands in the rows itself counts; a part's own is that of the reports which hold this part.
    totals = rows.filter(pl.col("name").str.ends_with("_total") & pl.col("numerator").is_not_null())
    wholes |= {(parts_of_name(name)[0], year): n for name, year, n in totals.select("name", "year", "numerator").rows()}
    gaps = (Gap(*place, sum(known), wholes[place]) for place, known in parts.items())
    return [gap for gap in gaps if gap.lacking]


def _rests(gaps: Sequence[Gap], language: str, *, as_share: bool) -> list[Spec]:
    """A hollow part on top of each bar that falls short of its total, so that nobody takes the rest for nothing."""
    rests: list[Spec] = []
    for place, channel in enumerate(CHANNEL_NAMES):
        short = [gap for gap in gaps if gap.channel == channel and gap.lacking > 0]
        layer = {
            "type": "bar",
            "x": [gap.year for gap in short],
            "y": [gap.lacking / gap.whole if as_share else gap.lacking for gap in short],
            "name": REST.say(language),
            "legendgroup": "rest",
            "showlegend": channel == next((gap.channel for gap in gaps if gap.lacking > 0), ""),
            "marker": _HOLLOW,
            "hovertext": [_rest_hover(gap, language) for gap in short],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
        rests += [in_panel(layer, place)] if short else []
    return rests


def _rest_hover(gap: Gap, language: str) -> str:
    numbers = {"parts": gap.parts, "whole": gap.whole, "n": gap.lacking}
    words = {name: count(number, language) for name, number in numbers.items()}
    return REST_POINT.say(language, channel=CHANNEL_NAMES[gap.channel].say(language), year=gap.year, **words)


def _told(gaps: Sequence[Gap], language: str) -> list[str]:
    """What the note says of parts that do not add up: the hollow ones, and where there are more than the total."""
    over = [gap for gap in gaps if gap.lacking < 0]
    places = [
        OVER_PLACE.say(
            language,
            channel=CHANNEL_NAMES[gap.channel].say(language),
            year=gap.year,
            n=count(-gap.lacking, language),
        )
        for gap in over
    ]
    short = [REST_NOTE.say(language)] if len(over) < len(gaps) else []
    return short + ([OVER_NOTE.say(language, places=listed(places, language))] if over else [])


def _bars(rows: pl.DataFrame, results: tuple[str, ...], value: str, point: Text, language: str) -> list[Spec]:
    """A layer of bars for each channel and result, channel by channel."""
    by_name = rows.rows_by_key("name", named=True, include_key=True)
    bars: list[Spec] = []
    for place, channel in enumerate(CHANNEL_NAMES):
        for k, result in enumerate(results):
            known = [row for row in by_name.get(f"{channel}_{result}", []) if row[value] is not None]
            bars.append(in_panel(_layer(known, value, k, point, language, result), place))
    return bars


def _panels(traces: list[Spec], rows: pl.DataFrame, scale: Spec, language: str) -> Spec:
    """Three small charts beside each other, one for each channel, on one scale."""
    years = rows["year"].unique().sort().to_list()
    axis = year_axis(list(range(years[0], years[-1] + 1)) if years else [])
    grid = Grid([text.say(language) for text in CHANNEL_NAMES.values()], columns=3, gap=0.03, one_scale=True)
    axes = small_charts_layout(grid, axis, {"rangemode": "tozero", **scale})
    return laid_out(traces, height=400, barmode="stack", bargap=0.3, margin={"t": 60}, legend={"y": 1.1}, **axes)


def _layer(rows: list[Row], value: str, k: int, point: Text, language: str, result: str) -> Spec:
    return {
        "type": "bar",
        "x": [row["year"] for row in rows],
        "y": [row[value] for row in rows],
        "name": _LABELS[result].label(language),
        "legendgroup": result,
        "showlegend": any(row["name"].startswith("review_") for row in rows),
        "marker": {"color": _COLOURS[result], "pattern": patterned(k)},
        "text": [_number(row[value], value, language) for row in rows],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "hovertext": [_hover(row, point, language) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


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


def _above(decided: pl.DataFrame, language: str) -> Spec:
    """The number of cases decided above each bar, small ones starred."""
    texts = [(CASES_ABOVE_SMALL if n < STABILITY_LIMITS[0] else CASES_ABOVE, n) for n in decided["denominator"]]
    return {
        "type": "scatter",
        "x": decided["year"].to_list(),
        "y": [1.0] * decided.height,
        "mode": "text",
        "text": [text.say(language, n=count(n, language)) for text, n in texts],
        "textposition": "top center",
        "textfont": {"size": 10},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _end(by_name: dict[str, Row], channel: str, language: str) -> str:
    upheld, corrected = by_name[f"{channel}_upheld"], by_name.get(f"{channel}_corrected")
    is_small = upheld["denominator"] < STABILITY_LIMITS[0]
    return ENDS_PART.say(
        language,
        channel=CHANNEL_NAMES[channel].say(language),
        upheld=percent(upheld["rate"], language),
        corrected=percent(corrected["rate"] if corrected else None, language),
        n=count(upheld["denominator"], language),
        small=ENDS_SMALL.say(language) if is_small else "",
    )
