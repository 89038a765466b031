"""Where the reporting bodies lie, in words: their division and those above it."""

from typing import Final

import polars as pl

_LEVELS: Final = ("province_name", "prefecture_name", "county_name")


def with_places(reports: pl.DataFrame, regions: pl.DataFrame) -> pl.DataFrame:
    """The reports with the code of the division above theirs and the names of both and of all above (`places`).

    `regions`: the rows of the table. Both are null where the division is not known.
    """
    places = regions.select("region_code", "parent_code", places=pl.concat_list(_LEVELS).list.drop_nulls())
    return reports.join(places, on="region_code", how="left", maintain_order="left")
