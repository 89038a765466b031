"""What became of every file seen: the rows of the table `documents`."""

from typing import Final

import polars as pl

from etl.vocabulary.reasons import DUPLICATE, LOADED, REASON_BY_NAME, REJECTED

SAME_FILE: Final = "same_file"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_TYPES: Final = {
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".htm": "text/html",
    ".html": "text/html",
    ".jpg": "image/jpeg",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".txt": "text/plain",
    ".wps": "application/vnd.ms-works",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".zip": "application/zip",
}
_LABELS: Final = {name: word.label_zh for name, word in REASON_BY_NAME.items()}


def documents_frame(catalogue: pl.DataFrame, readings: pl.DataFrame, decided: pl.DataFrame) -> pl.DataFrame:
    """One row per document_id and path, in the order seen, with the columns of the table `documents`.

    `catalogue`: with seen_as. `readings`: document_id, media_type, outcome, reason_code, reason. `decided`: the
    documents that were read, with outcome, reason_code, stands_for and report_id (null for duplicates).
    """
    first = catalogue.sort("seen_as").unique("document_id", keep="first").select("document_id", first_path="path")
    reports = decided.select(pl.col("document_id").alias("stands_for"), pl.col("report_id").alias("report_of"))
    verdicts = decided.join(reports, on="stands_for", how="left").select(
        "document_id", "stands_for", "outcome", "reason_code", pl.coalesce("report_id", "report_of").alias("report_id")
    )
    paths = first.rename({"document_id": "stands_for", "first_path": "stands_for_path"})
    return (
        catalogue.join(first, on="document_id", maintain_order="left")
        .join(_judged(readings), on="document_id", how="left", maintain_order="left")
        .join(verdicts, on="document_id", how="left", maintain_order="left")
        .join(paths, on="stands_for", how="left", maintain_order="left")
        .with_columns(_outcome())
        .with_columns(outcome="verdict", reason_code=_reason_code())
        .with_columns(reason=_reason(), media_type=pl.coalesce("read_type", _type_by_name()))
    )


def _judged(readings: pl.DataFrame) -> pl.DataFrame:
    return readings.select(
        "document_id",
        read_type=pl.when(pl.col("media_type") != "").then("media_type"),
        reading_code="reason_code",
        reading_reason="reason",
    )


def _type_by_name() -> pl.Expr:
    """What the name says of a file that was not read; null when that is nothing known."""
    return pl.col("path").str.extract(r"(\.[A-Za-z0-9]+)$").str.to_lowercase().replace_strict(_TYPES, default=None)


def _outcome() -> pl.Expr:
    """`verdict`: refused at the door or by the reader, a further copy of the same bytes, or as decided."""
    is_rejected = (pl.col("refused_code") != "") | pl.col("reading_code").is_not_null()
    is_copy = pl.col("path") != pl.col("first_path")
    return (
        pl.when(is_rejected).then(pl.lit(REJECTED)).when(is_copy).then(pl.lit(DUPLICATE)).otherwise("outcome")
    ).alias("verdict")


def _reason_code() -> pl.Expr:
    rejected = pl.when(pl.col("refused_code") != "").then("refused_code").otherwise("reading_code")
    is_copy = (pl.col("verdict") == DUPLICATE) & (pl.col("path") != pl.col("first_path"))
    why = pl.when(pl.col("verdict") == REJECTED).then(rejected).when(is_copy).then(pl.lit(SAME_FILE))
    return why.otherwise("reason_code")


def _reason() -> pl.Expr:
    """In words; for a duplicate or an old version with the path of the file that takes its place."""
    rejected = pl.when(pl.col("refused_code") != "").then("refused_reason").otherwise("reading_reason")
    other = pl.when(pl.col("reason_code") == SAME_FILE).then("first_path").otherwise("stands_for_path")
    label = pl.col("reason_code").replace_strict(_LABELS, default=None, return_dtype=pl.String)
    why = pl.when(pl.col("outcome") == REJECTED).then(rejected)
    return why.when(pl.col("outcome") != LOADED).then(pl.concat_str(label, pl.lit("："), other))
