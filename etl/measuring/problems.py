"""Section five beside that of the year before: not written, nothing to compare with, the same letters, or changed."""

from typing import Final

import polars as pl

from etl.vocabulary.indicators import PROBLEMS_STATE, SHORTEST_TEXT

_BLANKS: Final = r"[\t\n\r \u{a0}\u{3000}]"
PRINTS: Final = pl.Schema({"report_id": pl.String(), "length": pl.UInt32(), "print": pl.UInt64()})
"""The columns of what `prints_of_problems` gives."""


def prints_of_problems(sections: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """One row per report given: report_id, and length and fingerprint of its section five without white space.

    `sections`: document_id, position, section, text; `reports`: report_id, document_id. length is 0 and print null for
    a report that has no such section. The same length and print mean the same letters.
    """
    parts = sections.filter(pl.col("section") == "problems").sort("document_id", "position")
    squeezed = parts.select("document_id", text=pl.col("text").str.replace_all(_BLANKS, ""))
    whole = squeezed.group_by("document_id").agg(pl.col("text").str.join(""))
    prints = whole.select("document_id", length=pl.col("text").str.len_chars(), print=pl.col("text").hash())
    own = reports.select("report_id", "document_id").join(prints, on="document_id", how="left", maintain_order="left")
    return own.select("report_id", pl.col("length").fill_null(0), "print").cast(PRINTS)


def with_problem_states(indicators: pl.DataFrame, prints: pl.DataFrame) -> pl.DataFrame:
    """The same rows in the same order with the column of PROBLEMS_STATE filled in; pass all current reports at once.

    `prints`: that of `prints_of_problems` for the same reports.
    """
    now = indicators.join(prints, on="report_id", how="left", maintain_order="left")
    before = now.select(
        "agency_id", pl.col("year") + 1, length_before="length", print_before="print", is_there=pl.lit(True)
    )
    before = before.unique(["agency_id", "year"], keep="any")
    beside = now.join(before, on=["agency_id", "year"], how="left", maintain_order="left")
    return beside.with_columns(_state()).select(indicators.columns)


def _state() -> pl.Expr:
    same = (pl.col("length") == pl.col("length_before")) & (pl.col("print") == pl.col("print_before"))
    return (
        pl.when(pl.col("length") < SHORTEST_TEXT)
        .then(pl.lit("missing"))
        .when(pl.col("year").is_null())
        .then(None)
        .when(pl.col("is_there").is_null())
        .then(pl.lit("first"))
        .when(same)
        .then(pl.lit("same"))
        .otherwise(pl.lit("changed"))
        .alias(PROBLEMS_STATE.name)
    )
