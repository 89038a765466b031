"""Which corrections apply: each finds its document, and counts only while the document says what it expects.

Pure functions over frames. A correction is about a report, so it holds for every file with the same content.
"""

from collections.abc import Sequence
from typing import Any, Final

import polars as pl

from etl.correcting.listed import CORRECTIONS
from etl.errors import UsageError
from etl.vocabulary.corrections import APPLIED, CELL, GUARD_FAILED, NOT_FOUND
from etl.vocabulary.form import BLANK, MISSING, REPORTED
from etl.vocabulary.reasons import READ

ADDRESSED: Final[dict[str, Any]] = {**CORRECTIONS, "document_id": pl.String}
"""A correction and one document that it is about; null where there is none that was read."""
JUDGED: Final[dict[str, Any]] = {**ADDRESSED, "document_value": pl.String, "state": pl.String}
"""With what the document says ("" for what is blank or not known, null for what it does not have), and whether the
correction applies: a name of `etl.vocabulary.corrections.CORRECTION_STATES`."""
KEYS: Final = ("table_name", "item", "measure")
_SAME_REPORT: Final = ("content_key", "agency", "year")
_CELLS: Final[dict[str, Any]] = {
    "document_id": pl.String,
    **dict.fromkeys(KEYS, pl.String),
    "value": pl.Decimal(20, 4),
    "status": pl.String,
    "raw": pl.String,
}
_DIGITS: Final = r"^[+-]?[0-9]+(?:\.[0-9]+)?$"


def address(corrections: pl.DataFrame, catalogue: pl.DataFrame, readings: pl.DataFrame) -> pl.DataFrame:
    """One row per correction and document that it is about, in the order listed; columns of `ADDRESSED`.

    A path that files of several folders have is that of none; a file name alone is that of the only file that has it.
    Raises UsageError when two corrections say different things of one place.
    """
    if corrections.is_empty():
        return pl.DataFrame(schema=ADDRESSED)
    read = readings.filter(pl.col("outcome") == READ).select("document_id", *_SAME_REPORT)
    seen = catalogue.filter(pl.col("document_id").is_in(read["document_id"].implode()))
    named = pl.concat([
        corrections.filter(pl.col("named_document") != "").select("correction_id", document_id="named_document"),
        corrections.join(_by_path(seen), on="named_path").select("correction_id", "document_id"),
    ])  # fmt: skip  # one way to name a document in a line
    alike = named.join(read, on="document_id").drop("document_id").join(read, on=_SAME_REPORT, nulls_equal=True)
    about = alike.select("correction_id", "document_id").unique()
    addressed = corrections.join(about, on="correction_id", how="left", maintain_order="left_right")
    _require_one_voice(addressed.filter(pl.col("document_id").is_not_null()))
    return addressed.select(*ADDRESSED)


def _by_path(seen: pl.DataFrame) -> pl.DataFrame:
    """The documents of each path that was loaded from one folder only, and of each file name of one path or file."""
    folders, paths = pl.col("named").n_unique(), pl.struct("named", "path").n_unique()
    by_path = seen.filter(folders.over("path") == 1).select("document_id", named_path="path")
    named = seen.with_columns(named_path=pl.col("path").str.extract(r"([^/]+)$"))
    is_one = (paths.over("named_path") == 1) | (pl.col("document_id").n_unique().over("named_path") == 1)
    by_name = named.filter(is_one, ~pl.col("named_path").is_in(seen["path"].implode()))
    return pl.concat([by_path, by_name.select(by_path.columns)])


def _require_one_voice(addressed: pl.DataFrame) -> None:
    target = ("document_id", "kind", *KEYS)
    torn = addressed.filter(pl.col("corrected_value").n_unique().over(target) > 1)
    if len(torn):
        lines = "、".join(torn["listed_in"].unique(maintain_order=True))
        raise UsageError(f"对同一处有不同的更正（corrections contradict each other）：{lines}")


def judged_cells(addressed: pl.DataFrame, cells: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """The corrections of cells, with the columns of `JUDGED`.

    `cells`: those of the documents concerned, as they were read: document_id, table_name, item, measure, value,
    status, raw.
    """
    mine = addressed.filter(pl.col("kind") == CELL)
    found = pl.concat([pl.DataFrame(schema=_CELLS), *(frame.select(*_CELLS) for frame in cells)])
    joined = mine.join(found, on=["document_id", *KEYS], how="left", maintain_order="left")
    expected = pl.col("expected").str.replace_all("[,，]", "")
    number = pl.when(expected.str.contains(_DIGITS)).then(expected).cast(pl.Decimal(20, 4), strict=False)
    is_empty = pl.col("status").is_in([BLANK, MISSING]) & (pl.col("expected") == "")
    matches = (pl.col("value") == number) | (pl.col("raw").str.strip_chars() == pl.col("expected")) | is_empty
    return joined.with_columns(
        document_value=pl.when(pl.col("status") != MISSING).then("raw"),
        state=_state(pl.col("status").is_not_null() & matches.fill_null(value=False)),
    ).select(*JUDGED)


def judged_fields(addressed: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The corrections of agency, region and year, with the columns of `JUDGED`.

    `found`: document_id, kind, document_value, known_value ("" when not known): what the documents concerned say, and
    what of it counts; a correction may expect either.
    """
    mine = addressed.filter(pl.col("kind") != CELL)
    joined = mine.join(found, on=["document_id", "kind"], how="left", maintain_order="left")
    matches = (pl.col("document_value") == pl.col("expected")) | (pl.col("known_value") == pl.col("expected"))
    return joined.with_columns(state=_state(matches)).select(*JUDGED)


def _state(matches: pl.Expr) -> pl.Expr:
    failed = pl.when(matches.fill_null(value=False)).then(pl.lit(APPLIED)).otherwise(pl.lit(GUARD_FAILED))
    return pl.when(pl.col("document_id").is_null()).then(pl.lit(NOT_FOUND)).otherwise(failed)


def corrected(cells: pl.DataFrame, judged: pl.DataFrame) -> pl.DataFrame:
    """The cells with the values of the corrections that apply; what is printed and where stays as it was read."""
    applied = applied_cells(judged)
    if applied.is_empty():
        return cells
    joined = cells.join(applied, on=["document_id", *KEYS], how="left", maintain_order="left")
    is_corrected = pl.col("number").is_not_null()
    return joined.with_columns(
        value=pl.coalesce("number", "value"),
        status=pl.when(is_corrected).then(pl.lit(REPORTED)).otherwise("status"),
    ).select(cells.columns)


def applied_cells(judged: pl.DataFrame) -> pl.DataFrame:
    """One row per cell that is corrected: document_id, table_name, item, measure, number."""
    applied = judged.filter((pl.col("kind") == CELL) & (pl.col("state") == APPLIED))
    number = pl.col("corrected_value").cast(pl.Decimal(20, 4)).alias("number")
    return applied.select("document_id", *KEYS, number).unique(["document_id", *KEYS], keep="first")


def applied_fields(judged: pl.DataFrame) -> pl.DataFrame:
    """One row per document and field that is corrected: document_id, kind, corrected_value."""
    applied = judged.filter((pl.col("kind") != CELL) & (pl.col("state") == APPLIED))
    return applied.select("document_id", "kind", "corrected_value").unique(["document_id", "kind"], keep="first")


def with_reports(judged: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """The rows of the table `corrections`: one per correction and report; without a report once, so that it is listed.

    `reports`: document_id, report_id, report_number.
    """
    numbers = reports.select("document_id", "report_id", "report_number")
    joined = judged.join(numbers, on="document_id", how="left", maintain_order="left")
    has_report = pl.col("report_id").is_not_null()
    is_listed = has_report.any().over("correction_id")
    return joined.filter(has_report | ~is_listed).unique(
        ["correction_id", "report_id"], keep="first", maintain_order=True
    )


def with_unmatched(reports: pl.DataFrame, judged: pl.DataFrame) -> pl.DataFrame:
    """The reports (document_id) with `unmatched`: the corrections that their document does not match; null for none."""
    failed = judged.filter(pl.col("state") == GUARD_FAILED)
    told = pl.struct("kind", *KEYS, "expected", "document_value").alias("unmatched")
    of_document = failed.group_by("document_id", maintain_order=True).agg(told)
    return reports.join(of_document, on="document_id", how="left", maintain_order="left")
