"""The numbers of one report as words: what a form does not print is not the same as what nobody filled in."""

from collections.abc import Mapping
from typing import Any

from etl.vocabulary.indicators import RATE, STABILITY_LIMITS, Indicator
from etl.vocabulary.labels import NOT_APPLICABLE, NOT_REPORTED, Text
from etl.vocabulary.origins import is_printed
from etl.vocabulary.page_labels.agency import SMALL_WORD
from pages.charts.wording import count, percent


def number_word(indicator: Indicator, row: Mapping[str, Any] | None, language: str, small: Text = SMALL_WORD) -> str:
    """An indicator of a report (a row of `numbers_by_year`, None where a year has no report).

    52.0%; 12,034; 未报告; 不适用 for what the form does not print and for a rate out of nothing. A rate on a small
    denominator is said by `small`.
    """
    if row is None:
        return NOT_REPORTED.say(language)
    if not is_printed(indicator, row["form"]):
        return NOT_APPLICABLE.say(language)
    value = row[indicator.name]
    if indicator.family != RATE:
        return count(value, language)
    bottom = row[str(indicator.denominator)]
    if bottom == 0:
        return NOT_APPLICABLE.say(language)
    is_small = value is not None and bottom < STABILITY_LIMITS[0]
    rate = percent(value, language)
    return small.say(language, rate=rate) if is_small else rate
