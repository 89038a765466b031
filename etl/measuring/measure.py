"""Cells to indicators, for a shard of reports at once: volumes, sums and rates; never a number from a blank."""

from functools import reduce
from typing import Final

import polars as pl

from etl.one_row import one_row_by
from etl.vocabulary.form import CellKey
from etl.vocabulary.indicators import (
    INDICATORS,
    KEYS,
    ONE_ROW,
    RATE,
    REFUSAL_HHI,
    REFUSAL_REASONS,
    STABILITY,
    STABILITY_LIMITS,
    SUM,
    TEN_THOUSAND_YUAN,
    VOLUME,
    Indicator,
    family,
)

TYPES: Final[dict[str, type[pl.DataType]]] = {
    "BIGINT": pl.Int64,
    "INTEGER": pl.Int32,
    "DOUBLE": pl.Float64,
    "VARCHAR": pl.String,
    "BOOLEAN": pl.Boolean,
}
SCHEMA: Final = pl.Schema({indicator.name: TYPES[indicator.sql_type] for indicator in INDICATORS})
"""The columns of the table `indicators`, in order; null where a number is not known."""


def _column(key: CellKey) -> str:
    return "|".join(key)


_CELLS: Final = tuple(
    dict.fromkeys(cell for volume in family(VOLUME) for cell in (*volume.cells, *volume.cells_one_row))
)
_COLUMNS: Final = pl.DataFrame(
    [(*key, _column(key)) for key in _CELLS], schema=["table_name", "item", "measure", "column"], orient="row"
)


def measure(cells: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """One row per report given, in their order, with the columns of `SCHEMA`; peer and change columns are null.

    `cells`: document_id, table_name, item, measure, value (Decimal or null), unit, status.
    `reports`: document_id and the key columns of `etl.vocabulary.indicators.KEYS`; pass current reports only.
    """
    wide = reports.join(_wide(cells), on="document_id", how="left", maintain_order="left")
    wide = wide.join(one_row_by(cells, "document_id"), on="document_id", how="left", maintain_order="left")
    volumes = wide.select(
        *(key.name for key in KEYS),
        *(_volume(indicator) for indicator in family(VOLUME)),
        pl.col("one_row").alias(ONE_ROW.name),
    )
    sums = reduce(lambda frame, indicator: frame.with_columns(_sum(indicator)), family(SUM), volumes)
    rates = sums.with_columns(*map(_rate, family(RATE)), _concentration(), _stability())
    absent = [pl.lit(None).alias(name) for name in SCHEMA if name not in rates.columns]
    return rates.with_columns(absent).select(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items())


def _wide(cells: pl.DataFrame) -> pl.DataFrame:
    """One row per document and one column per cell that an indicator needs; amounts in 10,000 yuan."""
    needed = cells.join(_COLUMNS, on=["table_name", "item", "measure"])
    numbers = needed.select("document_id", "column", number=_number())
    columns = _COLUMNS.get_column("column").to_list()
    return numbers.pivot("column", on_columns=columns, index="document_id", values="number", aggregate_function="first")


def _number() -> pl.Expr:
    """The value as a number that can be counted with; null where it is no whole count, or an amount of unknown unit."""
    value = pl.col("value").cast(pl.Float64)
    factor = pl.col("unit").replace_strict(TEN_THOUSAND_YUAN, default=None, return_dtype=pl.Float64)
    amount = pl.when(value == 0).then(value).otherwise(value * factor)
    return pl.when(pl.col("measure") == "amount").then(amount).when(value % 1 == 0).then(value)


def _volume(indicator: Indicator) -> pl.Expr:
    """The sum of the cells; null when one of them is."""
    total = _added([_column(cell) for cell in indicator.cells])
    if indicator.cells_one_row:
        whole_row = _added([_column(cell) for cell in indicator.cells_one_row])
        total = pl.when(pl.col("one_row")).then(whole_row).otherwise(total)
    return total.cast(TYPES[indicator.sql_type]).alias(indicator.name)


def _added(columns: list[str] | tuple[str, ...]) -> pl.Expr:
    return pl.sum_horizontal(columns, ignore_nulls=False)


def _sum(indicator: Indicator) -> pl.Expr:
    """Columns added and taken off; null when one of them is."""
    plus = _added(indicator.plus)
    return (plus - _added(indicator.minus) if indicator.minus else plus).alias(indicator.name)


def _rate(indicator: Indicator) -> pl.Expr:
    """Numerator over denominator; null when the denominator is 0 or one of them is null."""
    denominator = pl.col(indicator.denominator or "")
    share = pl.col(indicator.numerator or "") / denominator
    return pl.when(denominator != 0).then(share).alias(indicator.name)


def _concentration() -> pl.Expr:
    """Σ (reason / refused)² over the refusal reasons; null when nothing is refused or a reason is null."""
    refused = pl.col("refused")
    squares = [(pl.col(reason.name) / refused) ** 2 for reason in REFUSAL_REASONS]
    return pl.when(refused != 0).then(pl.sum_horizontal(squares, ignore_nulls=False)).alias(REFUSAL_HHI.name)


def _stability() -> pl.Expr:
    """low, medium or high by requests concluded; null when that is null."""
    concluded, (medium, high) = pl.col("requests_concluded"), STABILITY_LIMITS
    band = pl.when(concluded < medium).then(pl.lit("low")).when(concluded < high).then(pl.lit("medium"))
    return band.when(concluded >= high).then(pl.lit("high")).alias(STABILITY.name)
