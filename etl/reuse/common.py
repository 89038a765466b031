"""The wording that the reports of a year have in common, and how much of a text it makes up."""

from typing import Any, Final

import polars as pl

from etl.reuse.masking import BREAK
from etl.reuse.shingles import shingle_lists
from etl.vocabulary.reuse import COMMON, COMMON_BELOW, COMMON_FROM

SHARES: Final[dict[str, Any]] = {"key": pl.UInt64, "year": pl.Int32, "boilerplate_share": pl.Float64}
_AT_ONCE: Final = 10_000
_SAMPLE: Final = 4_000
"""Wording that a share of the year's reports uses is used by half that share of so many of them, beyond all doubt."""


def boilerplate(of_year: pl.DataFrame, prints: pl.DataFrame) -> pl.DataFrame:
    """The rows of `SHARES` for the texts of reports (key, year; one row per report).

    `prints`: see `etl.reuse.prints`.
    """
    texts = prints.select("key", "masked", "lengths")
    shares = [pl.DataFrame(schema=SHARES)]
    for (year,), reports in of_year.group_by("year"):
        used = reports.group_by("key").agg(reports=pl.len()).sort("key").join(texts, on="key", maintain_order="left")
        common = _common(used, len(reports))
        shares += [_shares(part, common).with_columns(year=pl.lit(year, pl.Int32)) for part in _parts(used)]
    return pl.concat([share.select(*SHARES) for share in shares])


def _parts(texts: pl.DataFrame) -> list[pl.DataFrame]:
    return [texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)]


def _common(used: pl.DataFrame, reports: int) -> pl.Series:
    """The hashes of the wording used by a share of the reports from `COMMON_FROM` to below `COMMON_BELOW`."""
    if len(used) <= _SAMPLE:
        counted = _counted(used)
    else:
        sample = used.gather_every(-(-len(used) // _SAMPLE))
        near = COMMON_FROM / 2 * int(sample["reports"].sum())
        candidates = _counted(sample).filter(pl.col("reports") >= near)["run"]
        parts = [_counted(part, candidates) for part in _parts(used)]
        counted = pl.concat(parts).group_by("run").agg(pl.col("reports").sum())
    share = pl.col("reports") / reports
    return counted.filter((share >= COMMON_FROM) & (share < COMMON_BELOW))["run"]


def _counted(used: pl.DataFrame, among: pl.Series | None = None) -> pl.DataFrame:
    """How many reports use each run of characters (run, reports); only those `among` some where they are named."""
    runs = _lines(used, "reports").select("key", "reports", "run").explode("run", empty_as_null=False)
    asked = runs if among is None else runs.filter(pl.col("run").is_in(among.implode()))
    return asked.unique(["key", "run"]).group_by("run").agg(pl.col("reports").sum())


def _lines(texts: pl.DataFrame, *more: str) -> pl.DataFrame:
    """The sentences of texts (key, length, and what `more` names) with the hashes of their runs."""
    lines = texts.select("key", *more, line=pl.col("masked").str.split(BREAK), length="lengths").explode(
        "line", "length"
    )
    return lines.with_columns(shingle_lists(lines["line"], COMMON).alias("run"))


def _shares(texts: pl.DataFrame, common: pl.Series) -> pl.DataFrame:
    lines = _lines(texts).with_row_index("row")
    runs = lines.select("row", "run").explode("run", empty_as_null=False)
    holding = runs.filter(pl.col("run").is_in(common.implode())).select("row").unique()
    marked = lines.join(holding.with_columns(holds=pl.lit(value=True)), on="row", how="left")
    told = pl.col("length").filter(pl.col("holds")).sum() / pl.col("length").sum()
    return marked.group_by("key").agg(boilerplate_share=told.cast(pl.Float64))
