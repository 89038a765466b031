"""The rows behind a figure in the reader's words: the table that stands beside a chart."""

from typing import Final

import polars as pl

from etl.vocabulary.labels import AS_A_WHOLE
from pages.charts.wording import part_names, sample_word

TREND: Final = ("part", "year", "rate", "numerator", "denominator", "reports", "left_out")


def with_parts(rows: pl.DataFrame, language: str) -> pl.DataFrame:
    """The rows with one column more, `part`: what each part (part_code, is_own) is called."""
    names = part_names(rows, language)
    labels = [names[part] for part in rows.select("part_code", "is_own").iter_rows()]
    return rows.with_columns(pl.Series("part", labels, dtype=pl.String))


def with_samples(rows: pl.DataFrame, language: str) -> pl.DataFrame:
    """The rows with one column more, `sample`: what a rate on their denominator is worth; null when it is not known."""
    samples = [sample_word(number, language) for number in rows["denominator"]]
    return rows.with_columns(pl.Series("sample", samples, dtype=pl.String))


def trend_rows(whole: pl.DataFrame, parts: pl.DataFrame, area: str, language: str) -> pl.DataFrame:
    """The rows of a rate over the years, the whole area first, then its parts; columns TREND and `sample`.

    The frames are those of `ratios_by_year` and `ratios_by_part`.
    """
    of_area = whole.with_columns(pl.lit(AS_A_WHOLE.say(language, area=area)).alias("part"))
    rows = pl.concat([of_area.select(TREND), with_parts(parts, language).select(TREND)])
    return with_samples(rows, language)
