"""From one wide row for each group to one row for each group and name.

Columns are put together one by one: a plan for so few rows takes longer than the rows.
"""

from collections.abc import Callable, Mapping, Sequence

import polars as pl


def stacked(
    wide: pl.DataFrame, keys: Sequence[str], names: Sequence[str], told: Callable[[int], Mapping[str, pl.Series]]
) -> pl.DataFrame:
    """One row per row of `wide` and name, in the order of both; columns: the keys, name, those `told` of the k-th."""
    each = [
        pl.DataFrame(
            {
                **{key: wide[key] for key in keys},
                "name": pl.Series([name], dtype=pl.String).new_from_index(0, wide.height),
                **told(k),
            }
        )
        for k, name in enumerate(names)
    ]
    if len(each) == 1:
        return each[0]
    side_by_side = [k * wide.height + row for row in range(wide.height) for k in range(len(names))]
    return pl.concat(each)[side_by_side]


def shares_told(wide: pl.DataFrame, top: str, bottom: str, known: str) -> dict[str, pl.Series]:
    """The columns of `ratios_by_year` that follow the name: rate is NULL unless the denominator is above 0."""
    numerator, denominator, reports = wide[top], wide[bottom], wide["reports"]
    return {
        "numerator": numerator,
        "denominator": denominator,
        "rate": numerator / denominator.set(denominator <= 0, None),
        "reports": reports,
        "left_out": reports - wide[known],
    }
