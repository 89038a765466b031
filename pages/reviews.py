"""Reviews and litigation: how often, how they end, upheld and corrected shares with their denominators."""

from functools import partial
from typing import Final

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME, Indicator
from etl.vocabulary.labels import (
    COLUMN_LEFT_OUT,
    COLUMN_REPORTS,
    COLUMN_YEAR,
    LEFT_OUT_HELP,
    MIX_LEFT_OUT_HELP,
)
from etl.vocabulary.origins import rates_alike
from etl.vocabulary.page_labels.reviews import (
    CHANNEL_NAMES,
    COLUMN_ALL_CASES,
    COLUMN_CASES,
    COLUMN_CHANNEL,
    COLUMN_DECIDED,
    COLUMN_RESULT,
    COLUMN_SHARE,
    REVIEWS,
    REVIEWS_PURPOSE,
)
from pages.charts.disputes import DECIDED_RESULTS, RESULTS, case_bars, channel_label, end_bars, result_label
from pages.charts.rows import trend_rows, with_samples
from pages.charts.trend import rate_trend
from pages.parts import columns
from pages.parts.choosing.rate_choice import choose_rate, pair_of
from pages.parts.frame import open_page
from pages.parts.panel import show_panel
from pages.parts.table import PERCENT, WHOLE_NUMBER, YEAR, Shown
from pages.parts.view import View, current_view, drawn
from pages.queries.mixes import Mix, mixes_by_year
from pages.queries.places import parts_below
from pages.queries.ratios import Pair, ratios_by_part, ratios_by_year

FIRST: Final = "review_correction_rate"
RATES: Final = rates_alike("reviews")
CASES: Final[tuple[Pair, ...]] = tuple(
    (f"{channel}_{result}", f"{channel}_total") for channel in CHANNEL_NAMES for result in ("total", *RESULTS)
)
ENDS: Final = tuple(
    Mix(tuple(f"{channel}_{result}" for result in DECIDED_RESULTS), f"{channel}_decided") for channel in CHANNEL_NAMES
)
_REPORTS: Final = Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER)
_COUNTED: Final = (_REPORTS, Shown("left_out", COLUMN_LEFT_OUT, WHOLE_NUMBER, LEFT_OUT_HELP))
_COUNTED_WHOLE: Final = (_REPORTS, Shown("left_out", COLUMN_LEFT_OUT, WHOLE_NUMBER, MIX_LEFT_OUT_HELP))
_CASE: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("channel", COLUMN_CHANNEL),
    Shown("result", COLUMN_RESULT),
    Shown("numerator", COLUMN_CASES, WHOLE_NUMBER),
)
_SHARE: Final = Shown("rate", COLUMN_SHARE, PERCENT)
CASE_COLUMNS: Final = (*_CASE, Shown("denominator", COLUMN_ALL_CASES, WHOLE_NUMBER), _SHARE, *_COUNTED)
END_COLUMNS: Final = (
    *_CASE,
    Shown("denominator", COLUMN_DECIDED, WHOLE_NUMBER),
    _SHARE,
    *_COUNTED_WHOLE,
    columns.SAMPLE,
)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(REVIEWS), view.say(REVIEWS_PURPOSE)):
        return
    show_cases(view)
    show_ends(view)
    show_trend(view)


def show_cases(view: View) -> None:
    """How many cases there are in each channel, and what became of them."""
    cases = view.ask(ratios_by_year, view.selection, CASES)
    rows = partial(_named, view, cases)
    show_panel(view, "cases", drawn(case_bars, cases, view.language), rows, CASE_COLUMNS, _words(CASES))


def show_ends(view: View) -> None:
    """How the cases decided ended."""
    ends = view.ask(mixes_by_year, view.selection, ENDS)
    words = _words([(part, mix.whole) for mix in ENDS for part in mix.parts])
    show_panel(view, "results", drawn(end_bars, ends, view.language), partial(_named, view, ends), END_COLUMNS, words)


def show_trend(view: View) -> None:
    """One rate over the years, for the area and its parts."""
    rate = choose_rate(view, "review_rate", RATES, FIRST)
    whole = view.ask(ratios_by_year, view.selection, (pair_of(rate),))
    parts = view.ask(ratios_by_part, view.selection, pair_of(rate), parts_below(view.area_level))
    picture = drawn(rate_trend, whole, parts, rate, view.area, view.language)
    words = [rate, *_words([pair_of(rate)])]
    rows = partial(trend_rows, whole, parts, view.area, view.language)
    show_panel(view, "review-rate-by-year", picture, rows, columns.TREND, words)


def _words(pairs: tuple[Pair, ...] | list[Pair]) -> list[Indicator]:
    return [INDICATOR_BY_NAME[name] for name in dict.fromkeys(name for pair in pairs for name in pair)]


def _named(view: View, cases: pl.DataFrame) -> pl.DataFrame:
    """The rows with words for channel, result and sample."""
    names = cases["name"].unique()
    return with_samples(
        cases.with_columns(
            pl.col("name").replace({name: channel_label(name, view.language) for name in names}).alias("channel"),
            pl.col("name").replace({name: result_label(name, view.language) for name in names}).alias("result"),
        ),
        view.language,
    )


show(current_view())
