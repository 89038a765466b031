"""Which version of a report counts: pure functions over one frame, the same whatever the order of loading.

The same content for one agency and year is one report, the first document seen; the others are duplicates of it. Of
different contents one is current: one that has cells before one that has none, then the later publication date, then
the one seen later. Without a year nothing says that two different contents are versions of each other: both count.
"""

from typing import Final

import polars as pl

from etl.vocabulary.reasons import DUPLICATE, LOADED, SUPERSEDED

_SLOT: Final = ("agency_id", "year", "unknown_year")
_CONTENT: Final = (*_SLOT, "content_key")


def decide_versions(read: pl.DataFrame) -> pl.DataFrame:
    """The documents with `is_current`, `outcome`, `reason_code` (null when loaded) and `stands_for`.

    `read`: one row per document that was read: document_id, agency_id, year (null unknown), content_key,
    published_on (null unknown), has_cells, first_seen, seen_as (its position in the catalogue). `stands_for` is the
    document that takes its place: itself when loaded, the one kept for a duplicate, the current one when superseded.
    """
    first = read.sort("first_seen", "seen_as").with_columns(
        unknown_year=pl.when(pl.col("year").is_null()).then("content_key").otherwise(pl.lit(""))
    )
    same = first.with_columns(
        kept=pl.col("document_id").first().over(_CONTENT),
        published_on=pl.col("published_on").max().over(_CONTENT),
    )
    kept = same.filter(pl.col("document_id") == pl.col("kept"))
    latest = kept.sort("has_cells", "published_on", "first_seen", "seen_as", descending=True, nulls_last=True)
    current = latest.group_by(_SLOT, maintain_order=True).agg(
        pl.col("document_id").first().alias("current"),
        pl.col("has_cells").first().alias("current_has_cells"),
        pl.col("published_on").first().alias("current_published_on"),
    )
    decided = same.join(current, on=_SLOT, how="left", nulls_equal=True).with_columns(outcome=_outcome())
    return read.join(decided.select("document_id", *_decision()), on="document_id", maintain_order="left")


def _outcome() -> pl.Expr:
    is_kept, is_current = pl.col("document_id") == pl.col("kept"), pl.col("document_id") == pl.col("current")
    outcome = pl.when(~is_kept).then(pl.lit(DUPLICATE)).when(~is_current).then(pl.lit(SUPERSEDED))
    return outcome.otherwise(pl.lit(LOADED))


def _decision() -> tuple[pl.Expr, ...]:
    outcome = pl.col("outcome")
    code = pl.when(outcome == DUPLICATE).then(pl.lit("same_report")).when(outcome == SUPERSEDED)
    return (
        (outcome == LOADED).alias("is_current"),
        outcome,
        code.then(_why_superseded()).alias("reason_code"),
        pl.when(outcome == DUPLICATE).then("kept").otherwise("current").alias("stands_for"),
    )


def _why_superseded() -> pl.Expr:
    """What made the other version count: the first of the things compared in which the two differ."""
    mine, other = pl.col("published_on"), pl.col("current_published_on")
    fuller = pl.when(pl.col("current_has_cells") & ~pl.col("has_cells")).then(pl.lit("fuller_version"))
    undated = fuller.when(other.is_null()).then(pl.lit("undated_version"))
    dated = undated.when(mine.is_null()).then(pl.lit("dated_version"))
    return dated.when(mine == other).then(pl.lit("same_day_version")).otherwise(pl.lit("newer_version"))
