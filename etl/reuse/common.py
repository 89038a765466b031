"""The wording that the reports of a year have in common, and how much of a text it makes up."""

import hashlib
from functools import partial
from typing import Any, Final

import polars as pl

from etl.reuse.crew import Crew
from etl.reuse.shingles import runs_in_lines
from etl.reuse.store import Kept
from etl.vocabulary.reuse import COMMON, COMMON_BELOW, COMMON_FROM

SHARES: Final[dict[str, Any]] = {"key": pl.UInt64, "year": pl.Int32, "boilerplate_share": pl.Float64}
_KEPT: Final[dict[str, Any]] = {**SHARES, "texts": pl.String}
_NAME: Final = "common"
_AT_ONCE: Final = 10_000
_SAMPLE: Final = 2_000
"""Wording that a share of the year's reports uses is used by half that share of so many of them, beyond all doubt."""


def boilerplate(of_year: pl.DataFrame, prints: pl.DataFrame, kept: Kept, crew: Crew) -> pl.DataFrame:
    """The rows of `SHARES` for the texts of reports (key, year; one row per report).

    `prints`: see `etl.reuse.prints`. A year whose texts are those of the last time is not counted again.
    """
    texts, before = prints.select("key", "masked", "lengths"), kept.frame(_NAME, _KEPT)
    shares = [pl.DataFrame(schema=_KEPT)]
    for (year,), reports in of_year.sort("year").group_by("year", maintain_order=True):
        used = reports.group_by("key").agg(reports=pl.len()).sort("key")
        same = before.filter((pl.col("year") == year) & (pl.col("texts") == _fingerprint(used)))
        if same.is_empty():
            share = _shares(used.join(texts, on="key", maintain_order="left"), len(reports), crew)
            same = share.with_columns(year=pl.lit(year, pl.Int32), texts=pl.lit(_fingerprint(used)))
        shares.append(same.select(*_KEPT))
    every = pl.concat(shares)
    if not every.equals(before):
        kept.replace(_NAME, every)
    return every.select(*SHARES)


def _fingerprint(used: pl.DataFrame) -> str:
    """The same for the same texts of the same numbers of reports."""
    said = used.select("key", "reports").write_csv(include_header=False)
    return hashlib.sha256(said.encode()).hexdigest()


def _shares(used: pl.DataFrame, reports: int, crew: Crew) -> pl.DataFrame:
    """The boilerplate_share of each text of a year, with its key; `used`: key, reports, masked, lengths."""
    numbered = used.with_row_index()
    runs = _perhaps_common(numbered, reports)
    found = pl.concat(crew.together(partial(_runs, among=runs), list(numbered.iter_slices(_AT_ONCE))))
    common = _used_by(found).filter(_is_common(reports)).select("run")
    told = found.join(common, on="run", how="semi").unique(["index", "line"])
    lengths = told.group_by("index").agg(told=pl.col("length").sum())
    every = numbered.select("index", "key", whole=pl.col("lengths").list.sum())
    beside = every.join(lengths, on="index", how="left", maintain_order="left")
    return beside.select("key", boilerplate_share=pl.col("told").fill_null(0) / pl.col("whole").cast(pl.Float64))


def _is_common(reports: int) -> pl.Expr:
    share = pl.col("reports") / reports
    return (share >= COMMON_FROM) & (share < COMMON_BELOW)


def _perhaps_common(used: pl.DataFrame, reports: int) -> pl.Series:
    """The hashes of the wording that so many reports of a sample use that it may be common to those of the year."""
    if len(used) <= _SAMPLE:
        return _used_by(_runs(used)).filter(_is_common(reports))["run"]
    sample = used.gather_every(-(-len(used) // _SAMPLE))
    nearly = pl.col("reports") >= COMMON_FROM / 2 * int(sample["reports"].sum())
    return _used_by(_runs(sample)).filter(nearly)["run"]


def _used_by(found: pl.DataFrame) -> pl.DataFrame:
    """How many reports use each run (run, reports)."""
    once = found.select("index", "run", "reports").unique(["index", "run"])
    return once.group_by("run").agg(pl.col("reports").sum())


def _runs(texts: pl.DataFrame, among: pl.Series | None = None) -> pl.DataFrame:
    """The wording of the sentences of texts: index and reports of the text, line and length of the sentence, run."""
    runs = runs_in_lines(texts["masked"], COMMON, among)
    lines = texts.select("index", "reports", length="lengths").explode("length", empty_as_null=False)
    return lines.select(pl.all().gather(runs["line"])).with_columns(runs["line"], runs["run"])
