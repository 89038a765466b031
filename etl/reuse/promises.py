"""Which themes a report names as problems and tells measures for, beside its agency's report of the year before."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from etl.vocabulary.themes import MEASURE, PROBLEM

COUNTED: Final = pl.Schema(
    {"report_number": pl.Int32(), "theme": pl.Categorical(), "named": pl.Int32(), "promised": pl.Int32()}
)
"""The columns of what `count_themes` gives."""
_COUNTS: Final = ("named", "promised")
_REPORTS_AT_ONCE: Final = 200_000
"""Reports compared together: more costs memory, fewer costs time."""


def count_themes(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per report and theme, and one with theme null for every report; columns of `COUNTED`.

    `sentences`: report_number, role and themes as `label` gives them, with all sentences of each report. named counts
    those that name a problem, promised those that tell a measure; both are 0 where theme is null.
    """
    theme = pl.col("themes").str.strip_chars('["]').str.split('", "').alias("theme")
    told = sentences.filter(pl.col("role").is_in([PROBLEM, MEASURE])).select("report_number", "role", theme)
    counted = (
        told.explode("theme")
        .filter(pl.col("theme") != "")
        .group_by("report_number", "theme")
        .agg(named=(pl.col("role") == PROBLEM).sum(), promised=(pl.col("role") == MEASURE).sum())
    )
    every = sentences.select("report_number").unique().with_columns(theme=None, named=0, promised=0)
    return pl.concat([frame.select(COUNTED.names()).cast(COUNTED) for frame in (counted, every)])


def beside_year_before(counted: pl.DataFrame, reports: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """One row per current report and theme, the table problem_themes, in parts and in the order of report numbers.

    `counted`: of `count_themes`, of all reports; `reports`: report_id, report_number, agency_id, year, is_current.
    What is said of the year before is null where that report is not there, or there twice, or told nothing.
    """
    current = reports.filter("is_current").join(counted.select("report_number").unique(), on="report_number")
    earlier = current.select("agency_id", pl.col("year") + 1, before="report_number")
    earlier = earlier.unique(["agency_id", "year"], keep="none")
    beside = current.join(earlier, on=["agency_id", "year"], how="left").sort("report_number")
    for part in beside.select("report_id", "report_number", "before").iter_slices(_REPORTS_AT_ONCE):
        yield _compared(part, counted.filter(pl.col("theme").is_not_null()))


def _compared(reports: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """The rows of some reports (report_id, report_number, before)."""
    first, last = reports["report_number"].min(), reports["report_number"].max()
    now = told.filter(pl.col("report_number").is_between(first, last))
    then = told.join(reports, left_on="report_number", right_on="before", how="semi")
    then = then.rename({"report_number": "before", **{name: f"{name}_before" for name in _COUNTS}})
    rows = now.join(reports, on="report_number").join(then, on=["before", "theme"], how="left")
    is_known = pl.col("before").is_not_null()
    known = rows.with_columns(pl.when(is_known).then(pl.col(f"{name}_before").fill_null(0)) for name in _COUNTS)
    is_repeated = (pl.col("named") > 0) & (pl.col("promised_before") > 0)
    with_flag = known.with_columns(pl.col("theme").cast(pl.String), is_repeated=pl.when(is_known).then(is_repeated))
    return with_flag.sort("report_number", "theme")
