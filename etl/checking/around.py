"""What the judges of several reports look at: reports beside last year's, all versions, and the limits of the peers."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from etl.checking.material import CELLS, IS_AMOUNT, Material, every
from etl.vocabulary.indicators import TEN_THOUSAND_YUAN


@dataclass(frozen=True, slots=True)
class Around:
    """The frames that every judge of several reports is given.

    `material`: as for one report. `versions`: one row per report, superseded ones included. `limits`: that of
    `etl.checking.peers.peer_limits`.
    """

    material: Material
    versions: pl.DataFrame
    limits: pl.DataFrame


def beside_last_year(material: Material, codes: Sequence[int]) -> pl.DataFrame:
    """Those cells of every report that follows another, by report and code.

    One row per report and code: report, code, number, status, last_number, last_status; a status is null where that
    year's report does not have the cell. Amounts are in 10,000 yuan, null without a unit.
    """
    followers = material.reports.select("report", "previous").drop_nulls()
    cells, last_cells = (every(codes, followers.get_column(year)) for year in ("report", "previous"))
    own, last = (asked.select(pl.col("report") * CELLS + pl.col("code")).to_series() for asked in (cells, last_cells))
    numbers, statuses = _comparable(material), material.grid.get_column("status")
    return cells.select(
        "report",
        "code",
        numbers.gather(own),
        statuses.gather(own),
        numbers.gather(last).alias("last_number"),
        statuses.gather(last).alias("last_status"),
    )


def _comparable(material: Material) -> pl.Series:
    """The number of each cell; of an amount that in 10,000 yuan, null when its unit is not known and it is not 0."""
    is_sum = IS_AMOUNT & (pl.col("number") != 0)
    amounts = material.facts_where(is_sum)
    factor = amounts.get_column("unit").replace_strict(TEN_THOUSAND_YUAN, default=None, return_dtype=pl.Float64)
    numbers = material.grid.get_column("number").clone()
    return numbers.scatter(material.grid.select(is_sum.arg_true()).to_series(), amounts.get_column("number") * factor)
