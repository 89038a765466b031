"""Indicators beside those of other reports: the peers of the same year, and the agency's own year before."""

from typing import Final

import polars as pl

from etl.measuring.measure import SCHEMA
from etl.vocabulary.indicators import CHANGED_VOLUMES, PEER_MINIMUM, PEER_RATES

PEER_GROUP: Final = ("year", "region_level", "kind")
"""Reports are peers when they agree in these; a report that lacks one of them has no peers."""

_QUARTILES: Final = {"p25": 0.25, "p50": 0.5, "p75": 0.75}


def compare(indicators: pl.DataFrame) -> pl.DataFrame:
    """The same rows in the same order with the peer and change columns filled in; pass all current reports at once.

    Peer columns are null outside any group and (but for the number of peers) below five peers that have the rate.
    Change columns are null when the year before is not there, not known, or there twice.
    """
    with_peers = indicators.with_columns(column for rate in PEER_RATES for column in _peer_columns(rate.name))
    return _with_changes(with_peers).select(SCHEMA.names())


def _peer_columns(rate: str) -> list[pl.Expr]:
    value, has_group = pl.col(rate), pl.all_horizontal(pl.col(name).is_not_null() for name in PEER_GROUP)
    peers = value.count().over(PEER_GROUP)
    enough = has_group & (peers >= PEER_MINIMUM)
    standing = (value.rank("average").over(PEER_GROUP) - 0.5) / peers
    columns = {
        "n": pl.when(has_group).then(peers).cast(pl.Int64),
        "percentile": pl.when(enough).then(standing),
        **{
            suffix: pl.when(enough).then(value.quantile(at, "linear").over(PEER_GROUP))
            for suffix, at in _QUARTILES.items()
        },
    }
    return [column.alias(f"{rate}_peer_{suffix}") for suffix, column in columns.items()]


def _with_changes(indicators: pl.DataFrame) -> pl.DataFrame:
    """Last year's volume, the change and its share, by agency; two reports of one year leave it open which counts."""
    names = [volume.name for volume in CHANGED_VOLUMES]
    before = indicators.select("agency_id", pl.col("year") + 1, pl.col(names).name.suffix("_last_year"))
    before = before.unique(["agency_id", "year"], keep="none")
    beside = indicators.drop(f"{name}_last_year" for name in names).join(
        before, on=["agency_id", "year"], how="left", maintain_order="left"
    )
    changed = beside.with_columns(
        (pl.col(name) - pl.col(f"{name}_last_year")).alias(f"{name}_change") for name in names
    )
    return changed.with_columns(map(_relative, names))


def _relative(name: str) -> pl.Expr:
    before = pl.col(f"{name}_last_year")
    return pl.when(before != 0).then(pl.col(f"{name}_change") / before).alias(f"{name}_yoy")
