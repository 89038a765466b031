"""What the judges look at: the reports of a shard and their cells, laid out once for all rules."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from etl.one_row import one_row_by
from etl.vocabulary.form import (
    DECIMAL_MEASURES,
    FORM_2019,
    FORM_2021,
    MISSING,
    CellKey,
    proactive_cells,
    request_cells,
    review_cells,
)

KEY_OF_CODE: Final[tuple[CellKey, ...]] = tuple(
    dict.fromkeys(
        (
            *proactive_cells(FORM_2019),
            *proactive_cells(FORM_2021),
            *request_cells(FORM_2019),
            *request_cells(FORM_2021),
            *review_cells(),
        )
    )
)
"""Every cell of both forms; its position is its code."""
IS_AMOUNT: Final = pl.col("code").is_in([code for code, key in enumerate(KEY_OF_CODE) if key[2] in DECIMAL_MEASURES])

_CODES: Final = pl.DataFrame(
    [(*key, code) for code, key in enumerate(KEY_OF_CODE)],
    schema={"table_name": pl.String, "item": pl.String, "measure": pl.String, "code": pl.UInt16},
    orient="row",
)
_CELL_KEY: Final = ("table_name", "item", "measure")
_FACT_COLUMNS: Final = ("report", "table_name", "code", "value", "unit", "status", "raw", "place")
_LEFT_OVER_COLUMNS: Final = ("report", "table_name", "text", "place")


@dataclass(frozen=True, slots=True)
class Material:
    """The frames that every judge is given; `report` numbers the reports of the shard from 0.

    `reports`: as given to `check`, with `report` and `one_row` (whether （六）其他处理 is printed as one row).
    `facts`: one row per cell (`report`, `table_name`, `code`, `value`, `unit`, `status`, `raw`, `place`), and `number`,
    the value as Float64: sums of counts are exact in it, and much faster than in decimals.
    `tables`: one row per report and table that the document has (`report`, `table_name`).
    `left_overs`: one row per cell that nobody claimed (`report`, `table_name`, `text`, `place`).
    """

    reports: pl.DataFrame
    facts: pl.DataFrame
    tables: pl.DataFrame
    left_overs: pl.DataFrame


def with_codes(cells: pl.DataFrame) -> pl.DataFrame:
    """The cells of both forms with their `code`; what is no cell of a form is dropped."""
    return cells.join(_CODES, on=["table_name", "item", "measure"])


def lay_out(cells: pl.DataFrame, left_overs: pl.DataFrame, reports: pl.DataFrame) -> Material:
    """The material of a shard; cells and left-overs of documents that are no report here are dropped."""
    numbered = reports.with_row_index("report")
    numbers = numbered.select("document_id", "report")
    facts = _facts(cells, numbers)
    printed = facts.lazy().filter(pl.col("status") != MISSING)
    tables = printed.select("report", "table_name").unique().sort("report", "table_name").collect()
    with_rows = numbered.join(
        one_row_by(cells, "document_id"), on="document_id", how="left", maintain_order="left"
    ).with_columns(one_row=pl.col("one_row").fill_null(pl.col("form") == FORM_2019))
    return Material(
        with_rows,
        facts.with_columns(number=pl.col("value").cast(pl.Float64)),
        tables,
        left_overs.join(numbers, on="document_id").select(_LEFT_OVER_COLUMNS),
    )


def _facts(cells: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """The cells of the reports, by report and code.

    Only the keys are looked up: a join of whole rows copies every text.
    """
    named = cells.select("document_id", *_CELL_KEY)
    report = named.join(numbers, on="document_id", how="left", maintain_order="left").get_column("report")
    code = named.join(_CODES, on=_CELL_KEY, how="left", maintain_order="left").get_column("code")
    facts = cells.with_columns(report, code).filter(report.is_not_null() & code.is_not_null()).select(_FACT_COLUMNS)
    order = facts.select(pl.col("report").cast(pl.UInt64) * len(KEY_OF_CODE) + pl.col("code")).to_series()
    return facts if order.is_sorted() else facts.with_columns(order=order).sort("order").drop("order")
