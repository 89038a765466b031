"""Numbers, years and names as a reader expects them; None is a word, never a zero."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

import polars as pl

from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.labels import (
    LARGE_SAMPLE,
    LEFT_OUT,
    LIST_MARK,
    MEDIUM_SAMPLE,
    NONE_LEFT_OUT,
    NOT_APPLICABLE,
    NOT_REPORTED,
    ONE_YEAR,
    OUT_OF_ZERO,
    OUT_OF_ZERO_WHY,
    OWN_LEVEL,
    SMALL_SAMPLE,
    UNKNOWN_REGION,
    UNNAMED,
    YEAR_SPAN,
)
from etl.vocabulary.numerals import cell_number, percent_number


def count(number: float | None, language: str) -> str:
    """A count with separators, decimals only where there are any: 12,034; 428.875; 未报告."""
    return NOT_REPORTED.say(language) if number is None else cell_number(number)


def percent(rate: float | None, language: str) -> str:
    """A rate with one decimal: 52.3%; 未报告 when there is none."""
    return NOT_REPORTED.say(language) if rate is None else percent_number(rate)


def rate_word(ratio: Mapping[str, Any], language: str) -> str:
    """The rate of a row with `rate` and `denominator`: 52.3%; 不适用 out of nothing; 未报告 when it is not known."""
    return NOT_APPLICABLE.say(language) if ratio["denominator"] == 0 else percent(ratio["rate"], language)


def no_rate(denominators: Iterable[int | None], language: str) -> tuple[str, str | None]:
    """Why none of these has a rate: a word for a title, and a sentence in place of the usual one (None: the usual one).

    Out of zeros that were reported there is no rate, but nobody failed to report.
    """
    known = [number for number in denominators if number is not None]
    if known and not any(known):
        return OUT_OF_ZERO.say(language), OUT_OF_ZERO_WHY.say(language)
    return NOT_REPORTED.say(language), None


def rests_on(row: Mapping[str, Any], language: str) -> str:
    """How many reports a number rests on and how many it lacks, from a row with `reports` (all) and `left_out`."""
    known, lacking = cell_number(row["reports"] - row["left_out"]), cell_number(row["left_out"])
    return (LEFT_OUT if row["left_out"] else NONE_LEFT_OUT).say(language, reports=known, n=lacking)


def points(change: float) -> str:
    """The change of a rate in percentage points with its sign: +2.1; −0.3; 0.0."""
    rounded = round(change * 100, 1)
    return "0.0" if rounded == 0 else f"{rounded:+.1f}".replace("-", "−")


def span(years: list[int], language: str) -> str:
    """The years from the first to the last: 2019—2024 年; one year alone; "" for none."""
    if not years:
        return ""
    if years[0] == years[-1]:
        return ONE_YEAR.say(language, year=years[0])
    return YEAR_SPAN.say(language, first=years[0], last=years[-1])


def shortened(name: str, letters: int) -> str:
    """A name of so many letters at most; what is cut off is told by a mark."""
    return name if len(name) <= letters else f"{name[:letters]}…"


def listed(names: list[str], language: str) -> str:
    """Names in a row: 甲、乙; A, B."""
    return LIST_MARK.say(language).join(names)


def drawn_names(parts: pl.DataFrame, language: str) -> dict[tuple[str, bool], str]:
    """The names of `part_names` as a figure shows them letter for letter: a figure reads tags in its texts."""
    return {part: escape(name, quote=False) for part, name in part_names(parts, language).items()}


def part_names(parts: pl.DataFrame, language: str) -> dict[tuple[str, bool], str]:
    """What each part (part_code, is_own) is called, no two alike.

    The area's own reports and reports of an unknown region have words of their own; namesakes are numbered.
    """
    names: dict[tuple[str, bool], str] = {}
    for row in parts.select("part_code", "is_own", "part_name").unique(maintain_order=True).iter_rows(named=True):
        name = _part_name(row, language)
        namesakes = sum(other.partition(" (")[0] == name for other in names.values())
        names[row["part_code"], row["is_own"]] = f"{name} ({namesakes + 1})" if namesakes else name
    return names


def _part_name(row: Mapping[str, object], language: str) -> str:
    name = row["part_name"]
    if name is None:
        return UNKNOWN_REGION.say(language)
    if row["is_own"]:
        return OWN_LEVEL.say(language, name=name)
    return str(name) or UNNAMED.say(language)


def sample_word(denominator: int | None, language: str) -> str | None:
    """What a rate on this denominator is worth; None when the denominator is not known."""
    if denominator is None:
        return None
    if denominator == 0:
        return NOT_APPLICABLE.say(language)
    small, medium = STABILITY_LIMITS
    word = SMALL_SAMPLE if denominator < small else MEDIUM_SAMPLE if denominator < medium else LARGE_SAMPLE
    return word.say(language)
