"""Whether table three prints （六）其他处理 as one row or as three: the one rule, for a report and for frames of cells.

The form says it only mostly: some reports on the form of 2021 still print the one row. Where both are printed the three
rows count, and the one row is their sum.
"""

from collections.abc import Set as AbstractSet

import polars as pl

from etl.vocabulary.form import MISSING, OTHER_ONE_ROW, OTHER_THREE_ROWS, REQUESTS


def is_one_row(items: AbstractSet[str]) -> bool | None:
    """What the printed rows of table three say; None when none of （六） is among them."""
    if not items.isdisjoint(OTHER_THREE_ROWS):
        return False
    return None if items.isdisjoint(OTHER_ONE_ROW) else True


def one_row_by(cells: pl.DataFrame, report: str) -> pl.DataFrame:
    """One row per report that prints （六）: its column `report`, and `one_row`, as `is_one_row` says.

    `cells`: the column `report`, table_name, item and status.
    """
    others = (pl.col("table_name") == REQUESTS) & pl.col("item").is_in([*OTHER_ONE_ROW, *OTHER_THREE_ROWS])
    printed = cells.filter(others & (pl.col("status") != MISSING))
    return printed.group_by(report).agg(one_row=~pl.col("item").is_in(OTHER_THREE_ROWS).any())
