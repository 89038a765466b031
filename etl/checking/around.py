"""What the judges of several reports look at: reports beside last year's, all versions, and the limits of the peers."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from etl.checking.material import IS_AMOUNT, Material, lay_out
from etl.vocabulary.indicators import TEN_THOUSAND_YUAN

_LEFT_OVERS: Final = {"document_id": pl.String, "table_name": pl.String, "text": pl.String, "place": pl.String}


@dataclass(frozen=True, slots=True)
class Around:
    """The frames that every judge of several reports is given.

    `material`: as for one report; its `reports` has `previous`, the number of last year's report of the agency, null
    when there is none. `pairs`: one row per cell that a report and last year's both have: report, code, number, status,
    last_number, last_status; amounts are in 10,000 yuan, null without a unit.
    `versions`: one row per report, superseded ones included. `limits`: that of `etl.checking.peers.peer_limits`.
    """

    material: Material
    pairs: pl.DataFrame
    versions: pl.DataFrame
    limits: pl.DataFrame


def lay_out_around(cells: pl.DataFrame, versions: pl.DataFrame, limits: pl.DataFrame) -> Around:
    """The frames of a batch in which every agency and every division is whole."""
    current = _with_previous(versions.filter("is_current"))
    material = lay_out(cells, pl.DataFrame(schema=_LEFT_OVERS), current)
    return Around(material, _pairs(material), versions, limits)


def _with_previous(reports: pl.DataFrame) -> pl.DataFrame:
    """The reports with the position of the agency's report of the year before; none where two claim that year."""
    numbered = reports.with_row_index("previous")
    known = numbered.filter((pl.col("agency") != "") & pl.col("year").is_not_null())
    before = known.select("previous", "agency_id", pl.col("year") + 1).unique(["agency_id", "year"], keep="none")
    return reports.join(before, on=["agency_id", "year"], how="left", maintain_order="left")


def _pairs(material: Material) -> pl.DataFrame:
    followers = material.reports.select(previous="previous", follower="report").drop_nulls()
    facts = material.facts.select("report", "code", "status", number=_comparable())
    before = facts.join(followers, left_on="report", right_on="previous").select(
        "code", pl.col("number", "status").name.prefix("last_"), report="follower"
    )
    return facts.join(before, on=["report", "code"])


def _comparable() -> pl.Expr:
    """The number; of an amount of table two that in 10,000 yuan, null when its unit is not known and it is not 0."""
    factor = pl.col("unit").replace_strict(TEN_THOUSAND_YUAN, default=None, return_dtype=pl.Float64)
    return pl.when(IS_AMOUNT & (pl.col("number") != 0)).then(pl.col("number") * factor).otherwise("number")
