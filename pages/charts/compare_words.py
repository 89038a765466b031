"""What a comparison over years says: its title, its notes, what each point tells.

The frame is that of `entity_series`; the code "" is the chosen area as a whole. `names` says who is drawn, in order.
"""

from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import RATE, STABILITY_LIMITS, Indicator
from etl.vocabulary.labels import SMALL_SAMPLE, UNITS, joined
from etl.vocabulary.page_labels.compare import (
    BREAK_NOTE,
    COMPARED_RANGE,
    COMPARED_TITLE,
    COMPARED_TITLE_NONE,
    COMPARED_TITLE_ONE,
    FILTER_NOTE,
    GAP_NOTE,
    HOLLOW_NOTE,
    RATE_POINT,
    VOLUME_POINT,
    WITH_UNIT,
)
from pages.charts.wording import count, percent, span

Row = dict[str, Any]
Names = Mapping[str, str]
WHOLE: Final = ""


def note_of(series: pl.DataFrame, names: Names, indicator: Indicator, language: str, first: str = "") -> str:
    """How the picture is to be read, after what the picture itself says `first`."""
    drawn = series.filter(pl.col("code").is_in([WHOLE, *names]))
    small = (pl.col("denominator") < STABILITY_LIMITS[0]).any()
    notes = {
        HOLLOW_NOTE: indicator.family == RATE and bool(drawn.select(small).item()),
        GAP_NOTE: bool(drawn["value"].is_null().any()),
        BREAK_NOTE: drawn["meaning"].drop_nulls().n_unique() > 1,
        FILTER_NOTE: True,
    }
    said = [first, *(note.say(language) for note, is_needed in notes.items() if is_needed)]
    return joined(said, language)


def title_of(series: pl.DataFrame, names: Names, indicator: Indicator, area: str, why: str, language: str) -> str:
    """The way of the whole area, and between whom the entities stand in the last year; `why` there is none."""
    known = series.filter((pl.col("code") == WHOLE) & pl.col("value").is_not_null())
    words = {"name": indicator.label(language), "area": area}
    if known.is_empty():
        return COMPARED_TITLE_NONE.say(language, why=why, **words)
    of_one_meaning = known.filter(pl.col("meaning") == known["meaning"][-1])
    alike = known.tail(1) if of_one_meaning.is_empty() else of_one_meaning
    first, last = (value_word(alike["value"][k], indicator, language) for k in (0, -1))
    years = alike["year"].to_list()
    span_of = _span(series, names, indicator, language)
    if len(years) == 1:
        return COMPARED_TITLE_ONE.say(language, year=years[0], last=last, **words) + span_of
    return COMPARED_TITLE.say(language, span=span(years, language), first=first, last=last, **words) + span_of


def denominators_of(series: pl.DataFrame) -> dict[str, list[int | None]]:
    """What the rates of each entity are out of, by its code."""
    found: dict[str, list[int | None]] = {}
    for code, number in series.select("code", "denominator").iter_rows():
        found.setdefault(code, []).append(number)
    return found


def _span(series: pl.DataFrame, names: Names, indicator: Indicator, language: str) -> str:
    """The lowest and the highest entity of the last year; small samples are not ranked, and one alone is no range."""
    ranked = series.filter(
        pl.col("code").is_in(list(names))
        & pl.col("value").is_not_null()
        & (pl.col("denominator").is_null() | (pl.col("denominator") >= STABILITY_LIMITS[0]))
    )
    of_year = ranked.filter(pl.col("year") == pl.col("year").max()).sort("value", maintain_order=True)
    if of_year.height < 2:  # a range has two ends
        return ""
    low, high = of_year.row(0, named=True), of_year.row(-1, named=True)
    return COMPARED_RANGE.say(
        language,
        year=low["year"],
        low=value_word(low["value"], indicator, language),
        lowest=names[low["code"]],
        high=value_word(high["value"], indicator, language),
        highest=names[high["code"]],
    )


def value_word(value: float | None, indicator: Indicator, language: str) -> str:
    """A value as the reader expects it: a rate as 52.3%, a volume as 1,234, an amount with its unit; 未报告."""
    if indicator.family == RATE:
        return percent(value, language)
    number = count(value, language)
    return (
        WITH_UNIT.say(language, value=number, unit=UNITS["万元"].say(language))
        if _is_amount(indicator, value)
        else number
    )


def _is_amount(indicator: Indicator, value: float | None) -> bool:
    return indicator.unit == "万元" and value is not None


def is_small(point: Row) -> bool:
    """Whether a rate stands on a small denominator; a volume stands on none."""
    return point["denominator"] is not None and point["denominator"] < STABILITY_LIMITS[0]


def points_of(points: list[Row], label: str, indicator: Indicator, language: str) -> list[str]:
    """What each point says when it is pointed at."""
    told = RATE_POINT if indicator.family == RATE else VOLUME_POINT
    return [
        told.say(
            language,
            entity=label,
            year=point["year"],
            value=value_word(point["value"], indicator, language),
            top=count(point["numerator"], language),
            bottom=count(point["denominator"], language),
            reports=point["reports"],
            left_out=point["left_out"],
            small=f" · {SMALL_SAMPLE.say(language)}" if is_small(point) else "",
        )
        for point in points
    ]
