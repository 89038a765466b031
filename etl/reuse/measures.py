"""The measures of each report put together: a share or the reason for none, and how it stands among its like."""

from typing import Final

import polars as pl

from etl.vocabulary.reuse import (
    FEWEST_COMPARABLE,
    LONGEST_COMPARED,
    NO_PREVIOUS,
    NO_SECTION,
    NONE_ALIKE,
    PREVIOUS_NO_SECTION,
    PREVIOUS_TOO_LONG,
    PREVIOUS_TOO_SHORT,
    SHORTEST_COMPARED,
    TOO_FEW,
    TOO_LONG,
    TOO_SHORT,
    YEAR_NOT_KNOWN,
)

_RANKED: Final = ("stickiness", "yoy_similarity", "peer_containment", "boilerplate_share", "redundancy", "specificity")
_GROUP: Final = ("year", "kind")
IS_MEASURED: Final = pl.col("characters").fill_null(0).is_between(SHORTEST_COMPARED, LONGEST_COMPARED)


def with_previous(reports: pl.DataFrame) -> pl.DataFrame:
    """The reports with report_id, year, key and characters of the agency's latest earlier one (`previous_…`)."""
    known = reports.filter(pl.col("year").is_not_null()).unique(
        ["agency_id", "year"], keep="first", maintain_order=True
    )
    before = known.sort("agency_id", "year").select(
        "report_id",
        *(
            pl.col(name).shift(1).over("agency_id").alias(f"previous_{name}")
            for name in ("report_id", "year", "key", "characters")
        ),
    )
    return reports.join(before, on="report_id", how="left", maintain_order="left")


def measures_of(told: pl.DataFrame, alone: pl.DataFrame, peers: pl.DataFrame) -> pl.DataFrame:
    """One row per report with every measure or the reason why there is none, and the percentiles.

    `told`: the reports with year, kind, characters (null for no section) and those of the report before. `alone` and
    `peers`: report_id and measures as far as they are known; of peers also `comparable_peers`, how many measured
    reports of other agencies there are of the same or an earlier year.
    """
    every = told.join(alone, on="report_id", how="left", maintain_order="left")
    every = every.join(peers, on="report_id", how="left", maintain_order="left")
    reasons = every.with_columns(_reason()).with_columns(_own_reason(), _peer_reason(), _boilerplate_reason())
    blank = {
        "stickiness": "own_reason", "yoy_similarity": "own_reason", "peer_containment": "peer_reason",
        "peer_resemblance": "peer_reason", "peer_report_id": "peer_reason", "boilerplate_share": "boilerplate_reason",
        "redundancy": "reason", "specificity": "reason",
    }  # fmt: skip  # what is not told for which reason
    sure = reasons.with_columns(pl.when(pl.col(why).is_null()).then(name).alias(name) for name, why in blank.items())
    comparable = (IS_MEASURED & pl.col("year").is_not_null()).sum().over(_GROUP)
    is_in_group = pl.col("year").is_not_null()
    counted = sure.with_columns(comparable=pl.when(is_in_group).then(comparable).otherwise(0))
    return counted.with_columns(expression for name in _RANKED for expression in _standing(name))


def _reason() -> pl.Expr:
    return (
        pl.when(pl.col("characters").fill_null(0) == 0)
        .then(pl.lit(NO_SECTION))
        .when(pl.col("characters") < SHORTEST_COMPARED)
        .then(pl.lit(TOO_SHORT))
        .when(~IS_MEASURED)
        .then(pl.lit(TOO_LONG))
        .alias("reason")
    )


def _own_reason() -> pl.Expr:
    before = pl.col("previous_characters").fill_null(0)
    return (
        pl.when(pl.col("reason").is_not_null())
        .then("reason")
        .when(pl.col("year").is_null())
        .then(pl.lit(YEAR_NOT_KNOWN))
        .when(pl.col("previous_report_id").is_null())
        .then(pl.lit(NO_PREVIOUS))
        .when(before == 0)
        .then(pl.lit(PREVIOUS_NO_SECTION))
        .when(before < SHORTEST_COMPARED)
        .then(pl.lit(PREVIOUS_TOO_SHORT))
        .when(before > LONGEST_COMPARED)
        .then(pl.lit(PREVIOUS_TOO_LONG))
        .alias("own_reason")
    )


def _peer_reason() -> pl.Expr:
    return (
        _needs_others(pl.col("comparable_peers").fill_null(0))
        .when(pl.col("peer_containment").is_null())
        .then(pl.lit(NONE_ALIKE))
        .alias("peer_reason")
    )


def _boilerplate_reason() -> pl.Expr:
    of_year = (IS_MEASURED & pl.col("year").is_not_null()).sum().over("year")
    return _needs_others(of_year).alias("boilerplate_reason")


def _needs_others(others: pl.Expr) -> "pl.expr.whenthen.ChainedThen":
    return (
        pl.when(pl.col("reason").is_not_null())
        .then("reason")
        .when(pl.col("year").is_null())
        .then(pl.lit(YEAR_NOT_KNOWN))
        .when(others < FEWEST_COMPARABLE)
        .then(pl.lit(TOO_FEW))
    )


def _standing(name: str) -> tuple[pl.Expr, pl.Expr]:
    """The percentile among reports of the same year and kind, and their number; no alike peer counts as zero."""
    value = pl.col(name)
    if name == "peer_containment":
        value = pl.when(pl.col("peer_reason") == NONE_ALIKE).then(0.0).otherwise(value)
    known = value.count().over(_GROUP)
    standing = (value.rank("average").over(_GROUP) - 0.5) / known
    is_dated = pl.col("year").is_not_null()
    is_told = is_dated & pl.col(name).is_not_null() & (known >= FEWEST_COMPARABLE)
    return (
        pl.when(is_told).then(standing).alias(f"{name}_percentile"),
        pl.when(is_dated).then(known).otherwise(0).alias(f"{name}_ranked"),
    )
