"""Volumes over groups of reports: sums of what was reported, with the number of reports that say nothing."""

from collections.abc import Sequence

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME
from pages.queries.ask import Connection, ask
from pages.queries.ratios import column
from pages.queries.selection import Selection, condition
from pages.queries.stacked import stacked


def volumes_by_year(connection: Connection, selection: Selection, names: Sequence[str]) -> pl.DataFrame:
    """One row per year, form printed and volume, oldest year first.

    Columns: year, form, name, total (sum over the reports that have a number; NULL, not 0, when none has),
    reports (all of that year and form), left_out (reports without a number). Units are those of the indicators.
    """
    where = condition(selection)
    columns = [column(name) for name in names]
    sums = ", ".join(f"sum({c})::DOUBLE AS total_{k}, count({c}) AS known_{k}" for k, c in enumerate(columns))
    wide = ask(
        connection,
        f"""
        SELECT i.year, i.form, count(*) AS reports, {sums}
        FROM indicators i {where.sql} AND i.year IS NOT NULL GROUP BY ALL ORDER BY i.year, i.form
        """,
        where.parameters,
    )

    def told(k: int) -> dict[str, pl.Series]:
        reports = wide["reports"]
        return {"total": wide[f"total_{k}"], "reports": reports, "left_out": reports - wide[f"known_{k}"]}

    return stacked(wide, ["year", "form"], [INDICATOR_BY_NAME[name].name for name in names], told)


def of_last_year(volumes: pl.DataFrame) -> pl.DataFrame:
    """The last year in a frame of `volumes_by_year`: one row per volume, in their order, whatever the form printed.

    Columns: year, name, total (NULL, not 0, when no report has a number), reports, left_out; no rows without a year.
    """
    return (
        volumes.lazy()
        .filter(pl.col("year") == pl.col("year").max())
        .group_by("year", "name", maintain_order=True)
        .agg(
            pl.when(pl.col("total").count() > 0).then(pl.col("total").sum()).alias("total"),
            pl.col("reports", "left_out").sum(),
        )
        .collect()
    )
